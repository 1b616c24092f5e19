//! What the typed settings add to a failure's remedy: the mistakes that are made most.

use super::form::SettingsForm;
use super::guide::Kind;
use crate::language::{failure_remedy, t};
use crate::model::*;

/// What to do about a failed check of these settings, in whole sentences.
pub(super) fn remedy(failure: &ConnectionFailure, form: &SettingsForm, report: &CheckReport) -> String {
    let sentences = std::iter::once(failure_remedy(failure)).chain(hints(failure, form, report));
    sentences.collect::<Vec<_>>().join(" ")
}

/// Form name of the field to look at first: the typed settings may tell it better than the failure alone.
pub(super) fn field(failure: &ConnectionFailure, form: &SettingsForm, report: &CheckReport) -> Option<&'static str> {
    use ConnectionFailure as F;
    let is_empty = |typed: &str| typed.trim().is_empty();
    match failure {
        F::WrongCredentials if user(form, report).is_some() => Some("bind_dn"),
        F::NobodyFound { .. } if !is_empty(&form.group_dn) => Some("group_dn"),
        F::NobodyFound { .. } if is_empty(&form.user_filter) => Some("base_dn"),
        failure => failure.field(),
    }
}

fn hints(failure: &ConnectionFailure, form: &SettingsForm, report: &CheckReport) -> Vec<String> {
    use ConnectionFailure as F;
    match failure {
        F::WrongCredentials | F::BadBindDn => user(form, report).into_iter().collect(),
        F::BaseNotFound { .. } => base(report).into_iter().collect(),
        F::NobodyFound { .. } => nobody(form, report),
        _ => Vec::new(),
    }
}

fn user(form: &SettingsForm, report: &CheckReport) -> Option<String> {
    let typed = form.bind_dn.trim();
    let is_windows_name = !typed.contains('=') && typed.contains(['@', '\\']);
    let kind = report.resolved.as_ref().and_then(|resolved| Kind::of(&resolved.vendor)).or(Kind::parse(&form.kind));
    if is_windows_name && kind.is_some_and(|kind| kind != Kind::ActiveDirectory) {
        return Some(t!("ldap-hint-windows-name", name = typed));
    }
    let is_one_part = typed.contains('=') && !typed.contains(',');
    is_one_part.then(|| t!("ldap-hint-one-part", name = typed))
}

fn base(report: &CheckReport) -> Option<String> {
    let offered = report.naming_contexts.join("; ");
    (!offered.is_empty()).then(|| t!("ldap-hint-bases", bases = offered))
}

fn nobody(form: &SettingsForm, report: &CheckReport) -> Vec<String> {
    let mut hints = Vec::new();
    let group = form.group_dn.trim();
    if !group.is_empty() {
        hints.push(t!("ldap-hint-group", group = group));
    }
    if !form.user_filter.trim().is_empty() {
        hints.push(t!("ldap-hint-filter").into());
    }
    if !form.base_dn.trim().is_empty() && hints.is_empty() {
        hints.extend(base(report));
    }
    hints
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(naming_contexts: &[&str]) -> CheckReport {
        CheckReport {
            steps: Vec::new(),
            resolved: None,
            naming_contexts: naming_contexts.iter().map(|text| (*text).to_owned()).collect(),
            people: None,
            sample: None,
            latency: std::time::Duration::ZERO,
            lockout: None,
            shown: None,
        }
    }

    fn said(failure: &ConnectionFailure, form: &SettingsForm) -> String {
        remedy(failure, form, &report(&["dc=example,dc=com"]))
    }

    #[test]
    fn a_user_who_is_only_the_first_part_of_a_dn_is_told_so() {
        let short = SettingsForm { bind_dn: "cn=admin".into(), ..SettingsForm::default() };
        let whole = SettingsForm { bind_dn: "cn=admin,dc=example,dc=com".into(), ..SettingsForm::default() };
        assert!(said(&ConnectionFailure::WrongCredentials, &short).contains("cn=admin alone"));
        assert_eq!(field(&ConnectionFailure::WrongCredentials, &short, &report(&[])), Some("bind_dn"));
        assert_eq!(field(&ConnectionFailure::WrongCredentials, &whole, &report(&[])), Some("bind_password"));
        let failure = ConnectionFailure::WrongCredentials;
        assert_eq!(said(&failure, &whole), failure.remedy());
    }

    #[test]
    fn a_windows_name_is_told_to_be_one_where_the_server_is_another_kind() {
        let form =
            |kind: &str| SettingsForm { bind_dn: "EXAMPLE\\sync".into(), kind: kind.into(), ..SettingsForm::default() };
        assert!(said(&ConnectionFailure::BadBindDn, &form("openldap")).contains("Only Active Directory"));
        assert!(!said(&ConnectionFailure::WrongCredentials, &form("ad")).contains("Only Active Directory"));
    }

    #[test]
    fn a_wrong_base_is_answered_with_those_that_there_are() {
        let failure = ConnectionFailure::BaseNotFound { base: "dc=exmaple,dc=com".into() };
        assert!(said(&failure, &SettingsForm::default()).contains("begin at: dc=example,dc=com."));
    }

    #[test]
    fn nobody_found_names_the_group_and_the_filter_that_were_typed() {
        let failure = ConnectionFailure::NobodyFound { base: "dc=x".into(), filter: "(a=b)".into() };
        let form = SettingsForm {
            group_dn: "ou=support,dc=x".into(),
            user_filter: "(department=Suport)".into(),
            ..SettingsForm::default()
        };
        assert_eq!(field(&failure, &form, &report(&[])), Some("group_dn"));
        let said = said(&failure, &form);
        assert!(said.contains("members of ou=support,dc=x") && said.contains("User filter empty"), "{said}");
    }
}
