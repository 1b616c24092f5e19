//! The settings form: text in, types that cannot be wrong out.

use super::super::form::{Errors, optional};
use super::parse::{
    is_on, parse_attribute, parse_bind_dn, parse_group, parse_interval, parse_name, parse_number, parse_port,
    parse_security,
};
use crate::ldap;
use crate::model::*;
use secrecy::SecretString;
use serde::Deserialize;
use validator::Validate;

/// As it was typed.
#[derive(Deserialize, Validate, Default, Clone)]
#[serde(default)]
pub(super) struct SettingsForm {
    /// A request that does not say it leaves it as it is; so does one without the interval.
    pub(super) name: Option<String>,
    pub(super) import_interval: Option<String>,
    /// For which kind of directory help is shown; not stored.
    pub(super) kind: String,
    pub(super) enabled: Option<String>,
    /// Sent with the check box, so that "switched off" differs from "not asked about".
    pub(super) enabled_shown: String,
    #[validate(length(max = 2000, message = "Host is longer than 2,000 characters."))]
    pub(super) host: String,
    pub(super) port: String,
    pub(super) security: String,
    #[validate(length(max = 200_000, message = "The CA certificate is longer than 200,000 characters."))]
    pub(super) ca_certificate: String,
    /// A certificate that the server showed and somebody has compared.
    pub(super) take_certificate: String,
    #[validate(length(max = 200_000, message = "The client certificate is longer than 200,000 characters."))]
    pub(super) client_certificate: String,
    pub(super) client_key: SecretString,
    #[validate(length(max = 2000, message = "User is longer than 2,000 characters."))]
    pub(super) bind_dn: String,
    pub(super) bind_password: SecretString,
    pub(super) base_dn: String,
    pub(super) user_filter: String,
    pub(super) guid_attribute: String,
    pub(super) cn_attribute: String,
    pub(super) mail_attribute: String,
    pub(super) phone_attribute: String,
    pub(super) group_dn: String,
    pub(super) default_group: String,
    pub(super) default_role: String,
    pub(super) hold_percent: String,
    pub(super) hold_count: String,
    pub(super) keep_removed_days: String,
    pub(super) save_anyway: String,
    pub(super) current_password: SecretString,
    /// The page said that a typed password is kept.
    pub(super) password_kept: String,
    pub(super) version: String,
    /// How many directories there were when the page of a new one was made.
    pub(super) directories: String,
}

impl SettingsForm {
    /// The form of stored settings. Never the password or the client certificate's key.
    pub(super) fn of(settings: &LdapSettings, version: u64) -> SettingsForm {
        let name = |attribute: &Option<AttributeName>| attribute.as_ref().map(ToString::to_string).unwrap_or_default();
        let dn = |dn: &Option<Dn>| dn.as_ref().map(ToString::to_string).unwrap_or_default();
        SettingsForm {
            name: Some(settings.name.clone()),
            import_interval: Some(settings.import_interval.map(|minutes| minutes.to_string()).unwrap_or_default()),
            enabled: settings.enabled.then(|| "1".into()),
            host: settings.hosts.to_string(),
            port: settings.port.map(|port| port.to_string()).unwrap_or_default(),
            security: settings.security.as_str().into(),
            ca_certificate: settings.ca_certificate.as_ref().map(|ca| ca.as_pem().to_owned()).unwrap_or_default(),
            client_certificate: settings.client_certificate.as_ref().map(|c| c.as_pem().to_owned()).unwrap_or_default(),
            bind_dn: settings.bind_dn.clone(),
            base_dn: dn(&settings.base_dn),
            user_filter: settings.user_filter.as_ref().map(ToString::to_string).unwrap_or_default(),
            guid_attribute: name(&settings.guid_attribute),
            cn_attribute: name(&settings.cn_attribute),
            mail_attribute: name(&settings.mail_attribute),
            phone_attribute: name(&settings.phone_attribute),
            group_dn: dn(&settings.group_dn),
            default_group: settings.default_group.to_string(),
            default_role: settings.default_role.as_str().into(),
            version: version.to_string(),
            ..SettingsForm::of_policy(settings.removals)
        }
    }

    fn of_policy(policy: RemovalPolicy) -> SettingsForm {
        SettingsForm {
            hold_percent: policy.hold_percent.to_string(),
            hold_count: policy.hold_count.to_string(),
            keep_removed_days: policy.keep_removed_days.to_string(),
            ..SettingsForm::default()
        }
    }

    /// Whether the typed server is that of the settings.
    pub(super) fn names_server_of(&self, settings: &LdapSettings) -> bool {
        let of = SettingsForm::of(settings, 0);
        (&self.host, &self.port, &self.security) == (&of.host, &of.port, &of.security)
    }

    /// The untouched form.
    pub(super) fn untouched(groups: &[Group]) -> SettingsForm {
        SettingsForm {
            enabled: Some("1".into()),
            security: TransportSecurity::None.as_str().into(),
            default_group: groups.first().map(|group| group.id.to_string()).unwrap_or_default(),
            default_role: Role::Support.as_str().into(),
            version: "0".into(),
            ..SettingsForm::of_policy(RemovalPolicy::default())
        }
    }

    /// What was typed as the name.
    pub(super) fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    /// What was typed as the interval.
    pub(super) fn import_interval(&self) -> &str {
        self.import_interval.as_deref().unwrap_or_default()
    }

    /// How many directories the administrator saw.
    pub(super) fn seen_directories(&self) -> Option<u64> {
        self.directories.parse().ok()
    }

    /// The version the administrator saw.
    pub(super) fn expected_version(&self) -> Option<u64> {
        self.version.parse().ok()
    }

    /// The form with the taken certificate as the authority's: the same as if it had been pasted. The password has
    /// to be typed again, as after any change of the certificate.
    pub(super) fn with_taken_certificate(&self) -> Option<SettingsForm> {
        let taken = optional(&self.take_certificate)?.to_owned();
        Some(SettingsForm { ca_certificate: taken, password_kept: String::new(), ..self.clone() })
    }

    /// Whether to save without a check.
    pub(super) fn is_save_anyway(&self) -> bool {
        is_on(&self.save_anyway)
    }

    /// Whether an empty password field means the one that was typed before.
    pub(super) fn means_kept_password(&self) -> bool {
        self.is_save_anyway() || is_on(&self.password_kept)
    }

    /// Whether the directory is to be used; as stored where the request does not say.
    pub(super) fn is_enabled(&self, stored: Option<&LdapSettings>) -> bool {
        match &self.enabled {
            Some(value) => is_on(value),
            None if self.enabled_shown.is_empty() => stored.is_none_or(|stored| stored.enabled),
            None => false,
        }
    }

    /// The settings, with password and client key still to be put in; a message beside each field that is not right.
    pub(super) fn parse(
        &self,
        stored: Option<&LdapSettings>,
        groups: &[Group],
        errors: &mut Errors,
    ) -> Option<LdapSettings> {
        let name = errors.take("name", parse_name(self.name.as_deref(), stored));
        let import_interval = errors.take("import_interval", parse_interval(self.import_interval.as_deref(), stored));
        let hosts = errors.take("host", HostList::parse(&self.host));
        let port = errors.take("port", parse_port(&self.port));
        let security = errors.take("security", parse_security(&self.security));
        let ca_certificate = match optional(&self.ca_certificate) {
            None => Some(None),
            Some(pem) => errors.take("ca_certificate", ldap::parse_ca_certificate(pem)).map(Some),
        };
        let client_certificate = match optional(&self.client_certificate) {
            None => Some(None),
            Some(pem) => errors.take("client_certificate", ldap::parse_client_certificate(pem)).map(Some),
        };
        let bind_dn = errors.take("bind_dn", parse_bind_dn(&self.bind_dn));
        let base_dn = errors.take("base_dn", optional(&self.base_dn).map(Dn::parse).transpose());
        let group_dn = errors.take("group_dn", optional(&self.group_dn).map(Dn::parse).transpose());
        let user_filter = errors.take("user_filter", optional(&self.user_filter).map(Filter::parse).transpose());
        let mut attribute =
            |field: &str, typed: &str| errors.take(field, optional(typed).map(parse_attribute).transpose());
        let guid_attribute = attribute("guid_attribute", &self.guid_attribute);
        let cn_attribute = attribute("cn_attribute", &self.cn_attribute);
        let mail_attribute = attribute("mail_attribute", &self.mail_attribute);
        let phone_attribute = attribute("phone_attribute", &self.phone_attribute);
        let default_group = errors.take("default_group", parse_group(&self.default_group, groups));
        let role = Role::parse(&self.default_role).ok_or_else(|| Invalid::new("Choose one of the roles."));
        let default_role = errors.take("default_role", role);
        let removals = self.policy(stored, errors);
        let (hosts, scheme) = hosts?;
        // A URL's scheme and port fill the two fields beside it.
        Some(LdapSettings {
            name: name?,
            import_interval: import_interval?,
            enabled: self.is_enabled(stored),
            hosts,
            port: port?,
            security: scheme.or(security)?,
            ca_certificate: ca_certificate?,
            client_certificate: client_certificate?,
            client_key: None,
            bind_dn: bind_dn?,
            bind_password: SealedSecret(String::new()),
            base_dn: base_dn?,
            user_filter: user_filter?,
            guid_attribute: guid_attribute?,
            cn_attribute: cn_attribute?,
            mail_attribute: mail_attribute?,
            phone_attribute: phone_attribute?,
            group_dn: group_dn?,
            default_group: default_group?,
            default_role: default_role?,
            removals: removals?,
            rules: stored.map(|stored| stored.rules.clone()).unwrap_or_default(),
        })
    }

    /// What is empty or not in the request stays as it is.
    fn policy(&self, stored: Option<&LdapSettings>, errors: &mut Errors) -> Option<RemovalPolicy> {
        let kept = stored.map(|stored| stored.removals).unwrap_or_default();
        let (no_percent, no_count) =
            ("A percentage is a whole number from 0 to 100.", "A number of agents is from 0 to 1,000,000.");
        let no_days = "A number of days is from 1 to 3,650.";
        let percent = parse_number(&self.hold_percent, kept.hold_percent, 0..=100, no_percent);
        let count = parse_number(&self.hold_count, kept.hold_count, 0..=1_000_000, no_count);
        let days = parse_number(&self.keep_removed_days, kept.keep_removed_days, 1..=3_650, no_days);
        let percent = errors.take("hold_percent", percent);
        let count = errors.take("hold_count", count);
        let days = errors.take("keep_removed_days", days);
        Some(RemovalPolicy { hold_percent: percent?, hold_count: count?, keep_removed_days: days? })
    }
}

#[cfg(any(test, fuzzing))]
pub(in crate::web) fn fuzz(body: &actix_web::web::Bytes, groups: &[Group]) {
    use super::super::form::read;
    let Ok(form) = read::<SettingsForm>(body) else { return };
    let mut errors = Errors::of(&form);
    let settings = form.parse(None, groups, &mut errors);
    assert_eq!(settings.is_some(), settings.is_some() || errors.is_empty(), "refused without a word");
    let Some(settings) = settings.filter(|_| errors.is_empty()) else { return };
    // What is stored shows as a form that means the same.
    let shown = SettingsForm::of(&settings, 1);
    let again = shown.parse(Some(&settings), groups, &mut errors);
    assert!(errors.is_empty() && again.as_ref() == Some(&settings), "stored settings cannot be saved again");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{self, Language, phrase};

    fn parsed(change: impl FnOnce(&mut SettingsForm)) -> (Option<LdapSettings>, Errors) {
        let groups = [Group { id: GroupId(1), name: "Support team".into() }];
        let mut form = SettingsForm::untouched(&groups);
        form.host = "ldap.example.com".into();
        form.bind_dn = "cn=reader,dc=example,dc=com".into();
        change(&mut form);
        let mut errors = Errors::of(&form);
        (form.parse(None, &groups, &mut errors), errors)
    }

    #[test]
    fn every_wrong_field_gets_its_own_message() {
        let (settings, errors) = parsed(|form| {
            form.host = "http://x".into();
            form.port = "0".into();
            form.security = "ssl".into();
            form.ca_certificate = "not PEM".into();
            form.client_certificate = "not PEM".into();
            form.bind_dn = "reader".into();
            form.base_dn = "people".into();
            form.user_filter = "(a=b".into();
            form.guid_attribute = "a b".into();
            form.mail_attribute = "userPassword".into();
            form.group_dn = "x".into();
            form.default_group = "9".into();
            form.default_role = "king".into();
            form.hold_percent = "101".into();
            form.hold_count = "-1".into();
            form.keep_removed_days = "0".into();
        });
        assert!(settings.is_none());
        for field in [
            "host",
            "port",
            "security",
            "ca_certificate",
            "client_certificate",
            "bind_dn",
            "base_dn",
            "user_filter",
            "guid_attribute",
            "mail_attribute",
            "group_dn",
            "default_group",
            "default_role",
            "hold_percent",
            "hold_count",
            "keep_removed_days",
        ] {
            assert!(!errors.get(field).is_empty(), "no message beside {field}");
        }
    }

    #[test]
    fn what_a_request_does_not_say_about_removals_stays_as_it_is() {
        let policy = RemovalPolicy { hold_percent: 5, hold_count: 2, keep_removed_days: 90 };
        let stored = parsed(|_| {}).0.map(|settings| LdapSettings { removals: policy, ..settings });
        let mut errors = Errors::default();
        let form = SettingsForm { hold_count: "3".into(), ..SettingsForm::default() };
        assert_eq!(form.policy(stored.as_ref(), &mut errors), Some(RemovalPolicy { hold_count: 3, ..policy }));
        assert_eq!(form.policy(None, &mut errors).map(|policy| policy.hold_percent), Some(20));
    }

    #[test]
    fn a_whole_url_fills_port_and_security() {
        let settings = parsed(|form| form.host = "ldaps://dc1.example.com:1636".into()).0.expect("parsed");
        assert_eq!(settings.security, TransportSecurity::Ldaps);
        assert_eq!(settings.hosts.entries()[0].port, Some(1636));
    }

    #[test]
    fn active_directory_names_are_accepted_as_the_user() {
        for name in ["svc@example.test", "EXAMPLE\\svc", "cn=a,dc=b"] {
            assert!(parsed(|form| form.bind_dn = name.into()).0.is_some(), "{name}");
        }
    }

    type Set = fn(&mut SettingsForm, String);

    /// What is said beside a field must be found by its English words.
    #[tokio::test]
    async fn every_message_beside_a_field_is_said_in_every_language() {
        let wrong: &[(Set, &[&str])] = &[
            (|form, text| form.name = Some(text), &["12", "a\u{7}"]),
            (|form, text| form.import_interval = Some(text), &["0", "1441", "often"]),
            (
                |form, text| form.host = text,
                &[
                    "",
                    "http://x",
                    "ldap://x/dc=y",
                    "ldap+srv://10.0.0.1",
                    "user@x",
                    "[::1",
                    "[x]",
                    "x:0",
                    "-x-",
                    "ldaps://x, y",
                    "a b c d e f g h i j k l m n o p q",
                ],
            ),
            (|form, text| form.port = text, &["0"]),
            (|form, text| form.security = text, &["ssl"]),
            (
                |form, text| form.ca_certificate = text,
                &["not PEM", "-----BEGIN PRIVATE KEY-----", "-----BEGIN CERTIFICATE-----\nAAAA"],
            ),
            (|form, text| form.client_certificate = text, &["not PEM", "-----BEGIN PRIVATE KEY-----"]),
            (|form, text| form.bind_dn = text, &["", "reader"]),
            (|form, text| form.base_dn = text, &["people", "a b=c", "cn=\"a", "cn=#1", "cn=a\\", "cn=\\1x", "cn=a<b"]),
            (
                |form, text| form.user_filter = text,
                &["(a=b", "(a=b)x", "(&x)", "(ab)", "(a b=c)", "(a=b**c)", "(a=\\zz)", "(!(a=b)", "(|(a=b)(c=d)"],
            ),
            (|form, text| form.guid_attribute = text, &["a b", "userPassword"]),
            (|form, text| form.default_group = text, &["9"]),
            (|form, text| form.default_role = text, &["king"]),
            (|form, text| form.hold_percent = text, &["101"]),
            (|form, text| form.hold_count = text, &["-1"]),
            (|form, text| form.keep_removed_days = text, &["0"]),
        ];
        for (type_in, texts) in wrong {
            for text in *texts {
                let (_, errors) = parsed(|form| type_in(form, (*text).into()));
                let messages: Vec<&String> = errors.all().collect();
                assert!(!messages.is_empty(), "{text}");
                for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
                    for message in &messages {
                        let said = language::scope(language, async { phrase(message).into_owned() }).await;
                        assert_ne!(said, **message, "{language:?}");
                        assert!(!said.contains("its end"), "{said}");
                    }
                }
            }
        }
    }
}
