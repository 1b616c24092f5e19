#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;

fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    match content.len() {
        short @ ..128 => out.push(short as u8),
        long => {
            out.push(0x84);
            out.extend((long as u32).to_be_bytes());
        }
    }
    out.extend(content);
    out
}

fn message(id: u8, rest: &[&[u8]]) -> Vec<u8> {
    element(0x30, &[element(2, &[id]), rest.concat()].concat())
}

fn result(op: u8, code: u8, matched: &[u8], text: &[u8], more: &[u8]) -> Vec<u8> {
    element(op, &[element(0x0a, &[code]), element(4, matched), element(4, text), more.to_vec()].concat())
}

fn refusal(mut bytes: Vec<u8>) -> Refusal {
    check_message(&mut bytes).expect_err("passed")
}

#[test]
fn answers_of_servers_pass() {
    for op in [
        result(BIND_RESPONSE, 0, b"", b"", b""),
        result(SEARCH_DONE, 10, b"", b"x", &element(0xa3, &element(4, b"ldap://b/"))),
        element(SEARCH_ENTRY, &[element(4, b"cn=\xff"), element(0x30, b"")].concat()),
        element(SEARCH_REFERENCE, &element(4, b"ldap://b/")),
    ] {
        let op_tag = op[0];
        assert_eq!(check_message(&mut message(1, &[&op])), Ok(Message { id: 1, op: op_tag }));
    }
}

#[test]
fn controls_of_proper_form_pass_and_others_do_not() {
    let done = result(SEARCH_DONE, 0, b"", b"", b"");
    let control = |parts: &[Vec<u8>]| element(0xa0, &element(0x30, &parts.concat()));
    let (name, critical, value) = (element(4, b"1.2"), element(1, &[255]), element(4, b"v"));
    for good in [vec![name.clone()], vec![name.clone(), value.clone()], vec![name.clone(), critical.clone(), value]] {
        assert!(check_message(&mut message(1, &[&done, &control(&good)])).is_ok(), "{good:?}");
    }
    for bad in [vec![], vec![name.clone(), element(1, b"")], vec![name.clone(), element(2, b"1")], vec![critical, name]]
    {
        refusal(message(1, &[&done, &control(&bad)]));
    }
    refusal(message(1, &[&done, &element(0xa1, b"")]));
    refusal(message(1, &[&done, &element(0xa0, b""), &element(0xa0, b"")]));
    refusal(message(1, &[&done, &element(0x80, b"x")]));
}

#[test]
fn text_that_is_not_utf8_becomes_readable_instead_of_breaking_the_connection() {
    let mut bytes = message(1, &[&result(BIND_RESPONSE, 49, b"", b"Passwort ung\xfcltig", b"")]);
    check_message(&mut bytes).unwrap();
    assert_eq!(answer(&bytes), Some(Answer { code: 49, text: "Passwort ung?ltig".into() }));
}

#[test]
fn the_text_of_a_notice_of_disconnection_is_read_also_in_the_form_of_active_directory() {
    let op = result(EXTENDED_RESPONSE, 52, b"", b"going down", b"");
    for mut bytes in [message(0, &[&op]), message(0, &[&op, &element(0x8a, b"1.3.6.1.4.1.1466.20036")])] {
        assert_eq!(check_message(&mut bytes).unwrap().id, 0);
        assert_eq!(answer(&bytes), Some(Answer { code: 52, text: "going down".into() }));
    }
}

#[test]
fn another_protocol_is_told_from_its_first_byte() {
    assert_eq!(message_length(b"HTTP/1.1 400"), Err(Refusal::NotLdap));
    assert_eq!(message_length(&[0x15, 3, 1, 0, 2]), Err(Refusal::LooksLikeTls));
    assert_eq!(message_length(&[]), Ok(None));
}

#[test]
fn a_length_of_4_gib_is_refused_from_its_header_alone() {
    assert!(matches!(message_length(&[0x30, 0x84, 255, 255, 255, 255]), Err(Refusal::Broken(_))));
    assert!(matches!(message_length(&[0x30, 0x89, 1, 1, 1, 1, 1, 1, 1, 1, 1]), Err(Refusal::Broken(_))));
    assert!(matches!(message_length(&[0x30, 0x80]), Err(Refusal::Broken(_))));
}

#[test]
fn fifty_thousand_levels_are_refused_without_recursion() {
    let mut headers: Vec<Vec<u8>> = Vec::new();
    let mut length = 0_u32;
    for _ in 0..50_000 {
        let mut header = vec![0x30, 0x84];
        header.extend(length.to_be_bytes());
        length += 6;
        headers.push(header);
    }
    let bytes: Vec<u8> = headers.into_iter().rev().flatten().collect();
    assert_eq!(refusal(bytes), Refusal::Broken("elements are nested too deep"));
}

#[test]
fn a_million_tiny_elements_are_refused() {
    let entry = element(SEARCH_ENTRY, &[4_u8, 0].repeat(1_100_000));
    assert!(matches!(refusal(message(1, &[&entry])), Refusal::Broken(_)));
}

#[test]
fn broken_messages_are_refused() {
    for bytes in [
        vec![0x30, 0],
        message(1, &[]),
        message(0x80, &[&result(BIND_RESPONSE, 0, b"", b"", b"")]),
        message(1, &[&element(0x65, b"")]),
        message(1, &[&element(0x65, &element(0x0a, &[0]))]),
        message(1, &[&element(0x42, b"")]),
        message(1, &[&result(SEARCH_DONE, 10, b"", b"", &element(0x83, b"x"))]),
        message(1, &[&result(BIND_RESPONSE, 0, b"", b"", &element(0xa7, b""))]),
        vec![0x30, 5, 2, 1, 1, 0x65, 9],
    ] {
        refusal(bytes);
    }
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_the_check_panic(mut bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
        let _ = message_length(&bytes);
        let _ = check_message(&mut bytes);
        let _ = answer(&bytes);
    }

    /// Well-formed at the start, then altered in a few places: reaches deeper than pure noise.
    #[test]
    fn no_altered_answer_makes_the_check_or_the_library_panic(
        at in proptest::collection::vec((0_usize..80, proptest::num::u8::ANY), 0..4)
    ) {
        use ldap3::asn1::parse_tag;
        let more = [element(0xa3, &element(4, b"ldap://b/")), element(0x87, b"x")].concat();
        let control = element(0xa0, &element(0x30, &[element(4, b"1.2"), element(1, &[0]), element(4, b"v")].concat()));
        let mut bytes = message(1, &[&result(BIND_RESPONSE, 49, b"dc=x", b"text", &more), &control]);
        for (place, byte) in at {
            let place = place % bytes.len();
            bytes[place] = byte;
        }
        if bytes[0] == 0x30 && check_message(&mut bytes).is_ok_and(|message| message.id != 0) {
            let (_, tag) = parse_tag(&bytes).expect("parses");
            let mut parts = tag.expect_constructed().expect("constructed");
            let op = parts.remove(1);
            if matches!(op.id, 1 | 5 | 24) {
                let _ = ldap3::LdapResult::from(ldap3::asn1::Tag::StructureTag(op));
            }
        }
    }
}
