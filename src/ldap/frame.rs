//! What may pass from the network to the LDAP library, which panics or recurses without end on
//! answers of other forms: whole, well-formed LDAPMessages (RFC 4511 §4.1.1) of limited size,
//! nesting and number of elements.

use super::ber::{self, Element, Flaw};

/// Longest message that is read.
const MAX_MESSAGE: usize = 16 << 20;
/// Deepest nesting; the deepest answer LDAP knows has five levels, controls a few more.
const MAX_DEPTH: usize = 16;
/// Most elements of one message: each takes memory of its own once parsed.
const MAX_ELEMENTS: usize = 1_000_000;

/// Answers by their tag (RFC 4511 §4.2.2 ff.).
pub(super) const BIND_RESPONSE: u8 = 0x61;
pub(super) const SEARCH_ENTRY: u8 = 0x64;
pub(super) const SEARCH_DONE: u8 = 0x65;
pub(super) const SEARCH_REFERENCE: u8 = 0x73;
pub(super) const EXTENDED_RESPONSE: u8 = 0x78;
pub(super) const INTERMEDIATE_RESPONSE: u8 = 0x79;

/// Why bytes from the network are not passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The first byte is no LDAP message's.
    NotLdap,
    /// The first byte is that of a TLS record.
    LooksLikeTls,
    /// Broke the protocol or a limit.
    Broken(Flaw),
}

impl From<Flaw> for Refusal {
    fn from(flaw: Flaw) -> Self {
        Refusal::Broken(flaw)
    }
}

/// A checked message.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Message {
    /// Zero: the server speaks unasked (RFC 4511 §4.4).
    pub(super) id: u32,
    /// Tag of the answer.
    pub(super) op: u8,
}

/// Result code and diagnostic message of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) code: u32,
    pub(super) text: String,
}

/// Length of the message at the start of the buffer, once its header is there.
pub(super) fn message_length(buffer: &[u8]) -> Result<Option<usize>, Refusal> {
    match buffer.first() {
        None | Some(&ber::SEQUENCE) => {}
        // Handshake and alert records of TLS (RFC 8446 §5.1).
        Some(0x15 | 0x16) => return Err(Refusal::LooksLikeTls),
        Some(_) => return Err(Refusal::NotLdap),
    }
    let Some((header, length)) = ber::header(buffer)? else {
        return Ok(None);
    };
    if length > MAX_MESSAGE {
        return Err(Refusal::Broken("a message is longer than 16 MiB"));
    }
    Ok(Some(header + length))
}

/// Checks one whole message. Text that is not UTF-8 in a result is made so in place: the library
/// would panic on it, and the text is for reading only.
pub(super) fn check_message(message: &mut [u8]) -> Result<Message, Refusal> {
    let outer = Element::at(message, 0, message.len())?;
    check_nesting(message, &outer)?;
    let mut parts = outer.children(message);
    let id = parts.next().ok_or("a message without an id")??;
    let id = Some(id).filter(|id| id.tag == ber::INTEGER).and_then(|id| ber::unsigned(id.bytes(message)));
    let id = id.ok_or("a message with an improper id")?;
    let op = parts.next().ok_or("a message without content")??;
    let controls = parts.next().transpose()?;
    let more = parts.next().is_some();
    let tag = op.tag;
    // Active Directory puts the name of its notice of disconnection where controls belong.
    if id != 0 {
        if more {
            return Err(Refusal::Broken("a message with more parts than there are"));
        }
        check_op(message, &op)?;
        if let Some(controls) = controls {
            check_controls(message, &controls)?;
        }
    }
    Ok(Message { id, op: tag })
}

/// The answer inside a message, as far as it can be read.
pub(super) fn answer(message: &[u8]) -> Option<Answer> {
    let outer = Element::at(message, 0, message.len()).ok()?;
    let op = outer.children(message).nth(1)?.ok()?;
    let mut parts = op.children(message).map_while(Result::ok);
    let code = parts.next().filter(|code| code.tag == ber::ENUMERATED)?;
    let code = ber::unsigned(code.bytes(message))?;
    let text = parts.nth(1).map(|text| String::from_utf8_lossy(text.bytes(message)).into_owned());
    Some(Answer { code, text: text.unwrap_or_default() })
}

/// Goes through all elements, depth first, without recursion.
fn check_nesting(message: &[u8], outer: &Element) -> Result<(), Flaw> {
    let mut open = [0_usize; MAX_DEPTH];
    let mut depth = 1;
    let mut at = outer.content.start;
    open[0] = outer.content.end;
    for _ in 0..MAX_ELEMENTS {
        while depth > 0 && at == open[depth - 1] {
            depth -= 1;
        }
        if depth == 0 {
            return Ok(());
        }
        let element = Element::at(message, at, open[depth - 1])?;
        if element.is_constructed() {
            *open.get_mut(depth).ok_or("elements are nested too deep")? = element.content.end;
            depth += 1;
            at = element.content.start;
        } else {
            at = element.content.end;
        }
    }
    Err("a message of more than a million elements")
}

fn check_op(message: &mut [u8], op: &Element) -> Result<(), Flaw> {
    match op.tag {
        SEARCH_ENTRY => check_entry(message, op),
        SEARCH_REFERENCE | INTERMEDIATE_RESPONSE => Ok(()),
        BIND_RESPONSE | SEARCH_DONE | EXTENDED_RESPONSE => check_result(message, op),
        _ => Err("an answer of a kind that was not asked for"),
    }
}

/// Without a name nobody could say whose entry (RFC 4511 §4.5.2) it is, and so who is absent. The
/// attributes are looked at one by one later.
fn check_entry(message: &[u8], op: &Element) -> Result<(), Flaw> {
    match op.children(message).next() {
        Some(Ok(name)) if name.tag == ber::OCTET_STRING => Ok(()),
        _ => Err("an entry without a name"),
    }
}

/// LDAPResult (RFC 4511 §4.1.9) and what bind and extended answers add.
fn check_result(message: &mut [u8], op: &Element) -> Result<(), Flaw> {
    let parts = op.children(message).collect::<Result<Vec<_>, _>>()?;
    let [code, matched, text, rest @ ..] = parts.as_slice() else {
        return Err("a result without its three parts");
    };
    let code_fits = code.tag == ber::ENUMERATED && ber::unsigned(code.bytes(message)).is_some();
    if !code_fits || matched.tag != ber::OCTET_STRING || text.tag != ber::OCTET_STRING {
        return Err("a result of another form");
    }
    make_utf8(message, matched);
    make_utf8(message, text);
    for part in rest {
        match part.tag & 0x1f {
            3 => {
                for uri in referral_uris(message, part)? {
                    make_utf8(message, &uri);
                }
            }
            7 | 10 | 11 if part.is_constructed() => return Err("a result of another form"),
            10 => make_utf8(message, part),
            _ => {}
        }
    }
    Ok(())
}

fn referral_uris(message: &[u8], referral: &Element) -> Result<Vec<Element>, Flaw> {
    if !referral.is_constructed() {
        return Err("a referral of another form");
    }
    let uris = referral.children(message).collect::<Result<Vec<_>, _>>()?;
    if uris.iter().any(Element::is_constructed) {
        return Err("a referral of another form");
    }
    Ok(uris)
}

/// Controls (RFC 4511 §4.1.11).
fn check_controls(message: &mut [u8], controls: &Element) -> Result<(), Flaw> {
    if controls.tag != 0xa0 {
        return Err("a message with more parts than there are");
    }
    for control in controls.children(message).collect::<Result<Vec<_>, _>>()? {
        if !control.is_constructed() {
            return Err("a control of another form");
        }
        let parts = control.children(message).collect::<Result<Vec<_>, _>>()?;
        let fits = match parts.as_slice() {
            [name] => name.tag == ber::OCTET_STRING,
            [name, value] if value.tag == ber::OCTET_STRING => name.tag == ber::OCTET_STRING,
            [name, critical, value @ ..] => {
                name.tag == ber::OCTET_STRING
                    && critical.tag == ber::BOOLEAN
                    && !critical.content.is_empty()
                    && value.iter().all(|value| value.tag == ber::OCTET_STRING)
            }
            [] => false,
        };
        let Some(name) = parts.first().filter(|_| fits) else {
            return Err("a control of another form");
        };
        make_utf8(message, name);
    }
    Ok(())
}

fn make_utf8(message: &mut [u8], text: &Element) {
    let Some(bytes) = message.get_mut(text.content.clone()) else {
        return;
    };
    if std::str::from_utf8(bytes).is_err() {
        bytes.iter_mut().filter(|byte| !byte.is_ascii()).for_each(|byte| *byte = b'?');
    }
}

#[cfg(test)]
mod tests;
