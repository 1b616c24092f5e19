//! What a server says about a password besides the result code: the password policy control
//! (draft-behera-ldap-password-policy §6), its Netscape ancestor, and Active Directory's sub-codes.

use super::access::Objection;
use super::ber::{self, Element};
use super::error::{result_name, words};
use crate::model::Vendor;
use ldap3::LdapResult;
use ldap3::controls::RawControl;

pub(super) const POLICY: &str = "1.3.6.1.4.1.42.2.27.8.5.1";
const NETSCAPE_EXPIRED: &str = "2.16.840.1.113730.3.4.4";

/// Asks the server to tell. Not critical: servers that do not know it go on without.
pub(super) fn request() -> RawControl {
    RawControl { ctype: POLICY.into(), crit: false, val: None }
}

/// Why a bind that the server calls a success must not count as one.
pub(super) fn objection(result: &LdapResult) -> Option<Objection> {
    match policy_error(result) {
        Some(0) => Some(Objection::PasswordExpired),
        Some(2) => Some(Objection::MustChange),
        // The warning that it will expire (…4.5) is none.
        _ => has_expired(result).then_some(Objection::MustChange),
    }
}

/// Why a bind was refused although the password is right. Only what this kind of server says to whoever
/// knows the password, and to nobody else: anything more would tell strangers whose account is in which state.
pub(super) fn objection_to_right(result: &LdapResult, vendor: &Vendor) -> Option<Objection> {
    if result.rc != 49 {
        return None;
    }
    match vendor {
        Vendor::ActiveDirectory => Some(match sub_code(&result.text)? {
            "530" | "531" => Objection::Restricted,
            "532" => Objection::PasswordExpired,
            "533" => Objection::Disabled,
            "701" => Objection::AccountExpired,
            "773" => Objection::MustChange,
            _ => return None,
        }),
        Vendor::OpenLdap | Vendor::Ds389 => match policy_error(result) {
            Some(0) => Some(Objection::PasswordExpired),
            Some(2) => Some(Objection::MustChange),
            _ => has_expired(result).then_some(Objection::PasswordExpired),
        },
        // FreeIPA says that a password has expired before it looks at the one that was typed.
        Vendor::FreeIpa | Vendor::Demo | Vendor::Other => None,
    }
}

/// Why a bind was refused, in words of our own.
pub(super) fn cause(result: &LdapResult) -> Option<&'static str> {
    if let Some(code) = sub_code(&result.text) {
        return sub_code_words(code);
    }
    let locked = result.rc == 19;
    match policy_error(result) {
        // 389-ds calls an account that is switched off a locked one too.
        Some(1) if result.rc == 53 => Some("account disabled"),
        Some(error) => Some(policy_words(error)),
        None if locked => Some("account locked"),
        None if result.rc == 53 => Some("account disabled, or unwilling"),
        None => None,
    }
}

fn has_expired(result: &LdapResult) -> bool {
    result.ctrls.iter().any(|control| control.1.ctype == NETSCAPE_EXPIRED)
}

/// Why a bind was refused, where the server tells more than that it was.
pub(super) fn reason(result: &LdapResult) -> Option<String> {
    if let Some(code) = sub_code(&result.text) {
        return Some(match sub_code_words(code) {
            Some(words) => format!("data {code} ({words})"),
            None => format!("data {code}"),
        });
    }
    if let Some(error) = policy_error(result) {
        return Some(policy_words(error).into());
    }
    if result.rc == 49 {
        return words(result);
    }
    let text = words(result).map(|text| format!(": {text}")).unwrap_or_default();
    Some(format!("{} ({}){text}", result_name(result.rc), result.rc))
}

/// Why the account cannot be used, as opposed to: the password is wrong.
pub(super) fn unusable(result: &LdapResult) -> Option<String> {
    if let Some(code) = sub_code(&result.text) {
        let words = sub_code_words(code).filter(|_| !matches!(code, "52e" | "525"))?;
        return Some(format!("{words} (data {code})"));
    }
    if let Some(error) = policy_error(result) {
        return Some(policy_words(error).into());
    }
    // 389-ds: constraintViolation for a locked account, unwillingToPerform for a disabled one.
    matches!(result.rc, 19 | 53).then(|| reason(result)).flatten()
}

/// `data 52e` of Active Directory's text "80090308: LdapErr: …, data 52e, v1db1".
fn sub_code(text: &str) -> Option<&str> {
    if !text.contains("AcceptSecurityContext") && !text.contains("LdapErr") {
        return None;
    }
    let (_, rest) = text.split_once("data ")?;
    let end = rest.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(rest.len());
    Some(&rest[..end]).filter(|code| !code.is_empty() && code.len() <= 8)
}

fn sub_code_words(code: &str) -> Option<&'static str> {
    Some(match code {
        "525" => "no such user",
        "52e" => "wrong password",
        "530" => "not allowed to sign in at this time",
        "531" => "not allowed to sign in from this machine",
        "532" => "password expired",
        "533" => "account disabled",
        "568" => "in too many groups",
        "701" => "account expired",
        "773" => "password must be changed",
        "775" => "account locked",
        _ => return None,
    })
}

fn policy_words(error: u32) -> &'static str {
    match error {
        0 => "password expired",
        1 => "account locked",
        2 => "password must be changed",
        _ => "refused by the password policy",
    }
}

/// The `error [1]` of PasswordPolicyResponseValue.
fn policy_error(result: &LdapResult) -> Option<u32> {
    let control = result.ctrls.iter().map(|control| &control.1).find(|control| control.ctype == POLICY)?;
    let value = control.val.as_deref()?;
    let outer = Element::at(value, 0, value.len()).ok().filter(|outer| outer.tag == ber::SEQUENCE)?;
    let error = outer.children(value).map_while(Result::ok).find(|part| part.tag == 0x81)?;
    ber::unsigned(error.bytes(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ldap3::controls::Control;

    fn result(rc: u32, text: &str, control: Option<(&str, &[u8])>) -> LdapResult {
        let ctrls = control
            .map(|(oid, value)| Control(None, RawControl { ctype: oid.into(), crit: false, val: Some(value.to_vec()) }))
            .into_iter()
            .collect();
        LdapResult { rc, matched: String::new(), text: text.into(), refs: vec![], ctrls }
    }

    #[test]
    fn the_sub_codes_of_active_directory_become_words() {
        let text = |code: &str| {
            format!("80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data {code}, v1db1\u{0}")
        };
        for (code, said) in [
            ("52e", "data 52e (wrong password)"),
            ("532", "data 532 (password expired)"),
            ("533", "data 533 (account disabled)"),
            ("701", "data 701 (account expired)"),
            ("773", "data 773 (password must be changed)"),
            ("775", "data 775 (account locked)"),
            ("1234", "data 1234"),
        ] {
            assert_eq!(reason(&result(49, &text(code), None)).as_deref(), Some(said));
        }
        assert_eq!(unusable(&result(49, &text("52e"), None)), None);
        assert_eq!(unusable(&result(49, &text("533"), None)).as_deref(), Some("account disabled (data 533)"));
    }

    #[test]
    fn a_success_with_a_password_to_be_changed_is_objected_to() {
        let change = Some((POLICY, &[0x30, 3, 0x81, 1, 2][..]));
        assert_eq!(objection(&result(0, "", change)), Some(Objection::MustChange));
        let after_warning = Some((POLICY, &[0x30, 8, 0xa0, 3, 0x80, 1, 9, 0x81, 1, 0][..]));
        assert_eq!(objection(&result(0, "", after_warning)), Some(Objection::PasswordExpired));
        assert_eq!(objection(&result(0, "", Some((NETSCAPE_EXPIRED, b"0")))), Some(Objection::MustChange));
        let only_warning = Some((POLICY, &[0x30, 5, 0xa0, 3, 0x80, 1, 9][..]));
        assert_eq!(objection(&result(0, "", only_warning)), None);
        assert_eq!(objection(&result(0, "", Some(("2.16.840.1.113730.3.4.5", b"86400")))), None);
        assert_eq!(objection(&result(0, "", Some((POLICY, b"\xff\xff\xff")))), None);
    }

    #[test]
    fn lengths_as_389_ds_writes_them_are_read() {
        let value: &[u8] = b"\x30\x84\0\0\0\x0e\xa0\x84\0\0\0\x05\x80\x03\x01\x51\x80\x81\x01\x02";
        assert_eq!(objection(&result(0, "", Some((POLICY, value)))), Some(Objection::MustChange));
    }

    #[test]
    fn only_what_needs_the_right_password_is_told_to_whoever_typed_it() {
        use Vendor as V;
        let ad = |code: &str| result(49, &format!("80090308: LdapErr: DSID-0C09, data {code}, v1db1"), None);
        for (code, told) in [
            ("52e", None),
            ("525", None),
            ("775", None),
            ("530", Some(Objection::Restricted)),
            ("532", Some(Objection::PasswordExpired)),
            ("533", Some(Objection::Disabled)),
            ("701", Some(Objection::AccountExpired)),
            ("773", Some(Objection::MustChange)),
        ] {
            assert_eq!(objection_to_right(&ad(code), &V::ActiveDirectory), told, "{code}");
            assert_eq!(objection_to_right(&ad(code), &V::Other), None, "{code}");
        }
        let policy = |rc, error: u8| result(rc, "", Some((POLICY, &[0x30, 3, 0x81, 1, error][..])));
        assert_eq!(objection_to_right(&policy(49, 0), &V::OpenLdap), Some(Objection::PasswordExpired));
        assert_eq!(objection_to_right(&policy(49, 1), &V::OpenLdap), None, "locked: said to any password");
        assert_eq!(objection_to_right(&policy(53, 1), &V::Ds389), None, "inactivated: said to any password");
        assert_eq!(objection_to_right(&policy(19, 1), &V::Ds389), None, "locked: said to any password");
        assert_eq!(cause(&policy(53, 1)), Some("account disabled"));
        assert_eq!(cause(&policy(19, 1)), Some("account locked"));
        assert_eq!(cause(&ad("775")), Some("account locked"));
        assert_eq!(cause(&result(49, "", None)), None);
    }

    #[test]
    fn a_refusal_without_words_has_no_reason_and_others_are_named() {
        assert_eq!(reason(&result(49, "", None)), None);
        assert_eq!(
            reason(&result(53, "Account inactivated", None)).as_deref(),
            Some("unwillingToPerform (53): Account inactivated")
        );
        assert_eq!(reason(&result(49, "", Some((POLICY, &[0x30, 3, 0x81, 1, 1])))).as_deref(), Some("account locked"));
        assert!(unusable(&result(53, "Account inactivated", None)).is_some());
    }
}
