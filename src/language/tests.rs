#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::model::{
    AgentState, ConnectionFailure, DirectoryProblem, Dn, FieldChange, HeldReason, RemovalCause, Role, RunNote,
    SkipReason, StepName, Vendor,
};
use ConnectionFailure as F;

/// What a future says in a language.
fn in_language<T>(language: Language, say: impl FnOnce() -> T) -> T {
    futures::executor::block_on(scope(language, async { say() }))
}

fn text_of(word: &str) -> String {
    word.to_owned()
}

/// One of each cause, and both kinds where it depends on a list.
fn specimens() -> Vec<ConnectionFailure> {
    let (host, name, address) = (text_of("ldap.test"), text_of("_ldap._tcp.test"), text_of("10.0.0.1:389"));
    let doing = text_of("signing in");
    vec![
        F::UnknownHost { host: host.clone() },
        F::NoServiceRecords { name: name.clone() },
        F::ServiceNotOffered { name: name.clone() },
        F::DnsFailed { name },
        F::ConnectionRefused { address: address.clone() },
        F::ConnectTimedOut { address: address.clone(), seconds: 5 },
        F::Unreachable { address: address.clone() },
        F::NotLdap { address },
        F::TlsOnPlainPort { port: 1389 },
        F::PlainOnTlsPort { port: 1636 },
        F::StartTlsRefused { result_code: 2 },
        F::UnknownIssuer,
        F::CertificateExpired { until: text_of("2026-01-02") },
        F::CertificateNotYetValid { from: text_of("2027-01-02") },
        F::WrongName { host: host.clone(), names: vec![] },
        F::WrongName { host, names: vec![text_of("a.test"), text_of("b.test")] },
        F::OldTls,
        F::NoCommonCipher,
        F::WeakCertificate { what: text_of("an RSA key of 1024 bits") },
        F::CertificateNotForServers,
        F::ClientCertificateRequired,
        F::ClientCertificateRefused,
        F::BadClientCertificate,
        F::ClientKeyUnreadable,
        F::TlsFailed,
        F::NoTrustAnchors,
        F::BadCaCertificate,
        F::WrongCredentials,
        F::AccountUnusable { why: text_of("account disabled (data 533)") },
        F::EncryptionRequired { result_code: 13 },
        F::BadBindDn,
        F::EmptyPassword,
        F::SecretUnreadable,
        F::BaseNotFound { base: text_of("dc=x") },
        F::NoBase,
        F::NoAccess { what: text_of("dc=x") },
        F::NobodyFound { base: text_of("dc=x"), filter: text_of("(a={b})") },
        F::GroupNotFound { group: text_of("cn=g") },
        F::ServerLimit { result_code: 4, after: 1000 },
        F::ServerTimeLimit { after: 1000 },
        F::ServerBusy { result_code: 51 },
        F::TimedOut { doing: doing.clone(), seconds: 10 },
        F::ConnectionLost { doing: doing.clone() },
        F::BadAnswer,
        F::Referral { to: vec![] },
        F::Referral { to: vec![text_of("ldap://b.test")] },
        F::Refused { doing, result_code: 53, name: text_of("unwillingToPerform") },
    ]
}

#[test]
fn every_failure_is_said_in_english_as_the_model_says_it() {
    for failure in specimens() {
        assert_eq!(failure_message(&failure), failure.message());
        assert_eq!(failure_remedy(&failure), failure.remedy());
    }
}

#[test]
fn every_failure_is_said_in_every_language_with_all_that_is_known_of_it() {
    for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
        for failure in specimens() {
            let said = in_language(language, || format!("{} {}", failure_message(&failure), failure_remedy(&failure)));
            assert_ne!(said, format!("{} {}", failure.message(), failure.remedy()), "{language:?}");
            for value in ["ldap.test", "10.0.0.1:389", "1389", "1636", "1000", "dc=x", "a.test, b.test"] {
                let english = format!("{} {}", failure.message(), failure.remedy());
                assert_eq!(said.contains(value), english.contains(value), "{language:?} {value}: {said}");
            }
            for english in ["signing in", "account disabled", "an RSA key"] {
                assert!(!said.contains(english), "{language:?}: {said}");
            }
        }
    }
}

#[test]
fn names_are_in_english_those_of_the_model() {
    assert!(Role::ALL.iter().all(|one| role(*one) == one.label()));
    assert!(StepName::ALL.iter().all(|one| step(*one) == one.label()));
    let vendors =
        [Vendor::ActiveDirectory, Vendor::OpenLdap, Vendor::Ds389, Vendor::FreeIpa, Vendor::Demo, Vendor::Other];
    assert!(vendors.iter().all(|one| vendor(one) == one.label()));
    assert!(AgentState::ALL.iter().all(|one| !agent_state(*one).is_empty()));
}

#[test]
fn a_language_inflects_by_its_own_rules() {
    let left = |language, left: u32| in_language(language, || t!("me-recovery-codes-left", left = left));
    assert_eq!(left(Language::English, 1), "One recovery code is left.");
    assert_eq!(left(Language::English, 2), "2 recovery codes are left.");
    for (number, said) in [
        (0, "Резервных кодов не осталось: создайте новые."),
        (1, "Остался 1 резервный код."),
        (3, "Осталось 3 резервных кода."),
        (5, "Осталось 5 резервных кодов."),
        (11, "Осталось 11 резервных кодов."),
        (21, "Остался 21 резервный код."),
    ] {
        assert_eq!(left(Language::Russian, number), said);
    }
}

#[test]
fn numbers_are_written_as_the_language_does() {
    for (language, counted, took) in [
        (Language::English, "12,408", "1.4"),
        (Language::Russian, "12\u{a0}408", "1,4"),
        (Language::Spanish, "12.408", "1,4"),
        (Language::Portuguese, "12.408", "1,4"),
        (Language::Kazakh, "12\u{a0}408", "1,4"),
        (Language::German, "12.408", "1,4"),
    ] {
        assert_eq!(in_language(language, || number(12_408)), counted, "{language:?}");
        let said = say(language, "components-position-short", &[("shown", 12_408u64.into()), ("total", 1u8.into())]);
        assert!(said.contains(counted), "{said}");
        let said = say(language, "components-took-seconds", &[("s", Value::decimal(1.4, 1))]);
        assert!(said.starts_with(took), "{said}");
    }
    assert_eq!(in_language(Language::Spanish, || number(1_408)), "1408");
}

#[test]
fn english_sentences_are_found_by_what_they_say() {
    let russian = |english: &str| in_language(Language::Russian, || phrase(english).into_owned());
    assert_eq!(russian("reading people"), "чтение людей");
    assert_eq!(
        russian("Too many attempts. Try again in 5 minutes."),
        "Слишком много попыток. Повторите через 5 минут."
    );
    assert_eq!(russian("account disabled (data 533)"), "учётная запись отключена (data 533)");
    assert_eq!(russian("12,408 people match"), "подходят 12\u{a0}408 человек");
    assert_eq!(russian("21 people match"), "подходит 21 человек");
    assert_eq!(
        russian("TLS 1.3, certificate valid until 3 Mar 2027"),
        "TLS 1.3, сертификат действителен до 3 мар. 2027"
    );
    assert_eq!(russian("mail: 61 of 200"), "mail: 61 из 200");
    assert_eq!(russian("Roads: many of them"), "Roads: many of them");
    assert_eq!(
        russian("The server did not answer within 5 s while reading people."),
        "Сервер не ответил за 5 с (действие: чтение людей)."
    );
    assert_eq!(russian("said by nobody"), "said by nobody");
    assert_eq!(phrase("reading people"), "reading people");
}

#[test]
fn what_a_rule_gives_is_said_with_names_of_the_directory_as_they_are() {
    for (english, russian) in [
        ("Administrator by cn=admins,dc=x", "Администратор (по группе cn=admins,dc=x)"),
        ("Internal employee", "Сотрудник"),
        ("Stand by, Sales by cn=sales and support,dc=x", "Stand by, Sales (по группе cn=sales and support,dc=x)"),
        ("Sales by cn=a,dc=x and cn=b,dc=x and 2 more", "Sales (по группе cn=a,dc=x и cn=b,dc=x и ещё 2)"),
        ("—", "—"),
    ] {
        assert_eq!(given(english), english);
        assert_eq!(in_language(Language::Russian, || given(english)), russian);
    }
}

#[test]
fn the_words_of_a_look_up_and_of_a_trial_keep_what_is_known() {
    for (english, german) in [
        (
            "The account is switched off in the directory (userAccountControl: 514).",
            "Das Konto ist im Verzeichnis abgeschaltet (userAccountControl: 514).",
        ),
        (
            "The email a@x is that of the local agent Anna, who keeps it as long as it is theirs. One address can sign in as one person only.",
            "Die E-Mail a@x ist die des lokalen Agenten Anna, der sie behält, solange sie seine ist. Mit einer Adresse kann sich nur eine Person anmelden.",
        ),
        ("The User filter leaves the entry out: (!(uid=a))", "Der Benutzerfilter lässt den Eintrag aus: (!(uid=a))"),
        (
            "Of 3 values the first in order is taken: servers keep no order.",
            "Von 3 Werten wird der alphabetisch erste genommen: Server halten keine Reihenfolge ein.",
        ),
        ("(binary, 16 bytes)", "(binär, 16 Bytes)"),
        (
            "The directory did not answer everything within 50 seconds. Try again when it is less busy.",
            "Das Verzeichnis hat innerhalb von 50 Sekunden nicht alles beantwortet. Versuchen Sie es noch einmal, wenn es weniger zu tun hat.",
        ),
    ] {
        assert_eq!(in_language(Language::German, || phrase(english).into_owned()), german);
    }
}

#[test]
fn the_first_language_that_is_here_is_spoken() {
    for (wanted, found) in [
        (vec!["de-AT", "en"], Some(Language::German)),
        (vec!["fr", "pt-PT"], Some(Language::Portuguese)),
        (vec!["KK"], Some(Language::Kazakh)),
        (vec!["es-419"], Some(Language::Spanish)),
        (vec!["fr", "*"], None),
        (vec![""], None),
        (vec![], None),
    ] {
        assert_eq!(Language::negotiate(wanted.clone()), found, "{wanted:?}");
    }
}

#[test]
fn outside_of_a_request_english_is_spoken_and_a_scope_ends() {
    assert_eq!(current(), Language::English);
    speak(Language::German);
    assert_eq!(current(), Language::English);
    let within = in_language(Language::Russian, || {
        let before = current();
        speak(Language::Kazakh);
        (before, current())
    });
    assert_eq!(within, (Language::Russian, Language::Kazakh));
    assert_eq!(current(), Language::English);
}

#[test]
fn every_language_is_found_by_its_tag() {
    assert!(Language::ALL.into_iter().all(|language| Language::parse(language.tag()) == Some(language)));
    assert_eq!(Language::parse("pt"), None);
}

#[test]
fn what_a_directory_says_in_endless_nesting_is_left_as_it_is() {
    let nested = |times: usize| format!("account disabled{}", " (data 533)".repeat(times));
    in_language(Language::Russian, || {
        let deep = phrase(&nested(300)).into_owned();
        assert!(deep.matches("(data 533)").count() == 300, "{deep}");
        let long = nested(1_000_000);
        assert_eq!(phrase(&long), long);
    });
}

fn reports() -> Vec<(String, String)> {
    let (dn, attribute, email) = (text_of("uid=b,dc=x"), text_of("rfc822Mailbox"), text_of("b@x.test"));
    let skipped = [
        SkipReason::NoGuid { attribute: attribute.clone() },
        SkipReason::NoMail { attribute: attribute.clone() },
        SkipReason::MailIsNoAddress { attribute: attribute.clone(), value: text_of("nothing@all") },
        SkipReason::NoName { attribute },
        SkipReason::MailTaken { email: email.clone(), by_dn: dn.clone() },
        SkipReason::MailOfLocalAgent { email: email.clone() },
        SkipReason::MailOfOtherDirectory { email, directory: text_of("Branch") },
        SkipReason::GuidTwice { guid: text_of("00-ff"), other_dn: dn.clone() },
        SkipReason::Malformed { what: text_of("its DN is not UTF-8") },
    ];
    let causes = [
        RemovalCause::Gone,
        RemovalCause::MovedOut { dn: dn.clone() },
        RemovalCause::NoLongerMatches { dn: dn.clone() },
        RemovalCause::LeftGroup { dn },
        RemovalCause::NotMatched,
        RemovalCause::NotAsked,
        RemovalCause::DirectoryDeleted { name: text_of("Branch") },
    ];
    let names = |names: &[&str]| HeldReason::SettingsChanged { what: names.iter().map(|name| text_of(name)).collect() };
    let many = HeldReason::TooMany { absent: 1_204, agents: 2_000, percent: 20, count: 5 };
    let held = [
        names(&[]),
        names(&["Host"]),
        names(&["Host", "Directory DN", "User filter", "LDAP user group DN", "GUID attribute"]),
        HeldReason::NobodyFound,
        many.clone(),
        HeldReason::NotConfirmed { agents: 1_204 },
        HeldReason::NothingToCompare,
        HeldReason::Undecided { reasons: vec![many, HeldReason::NobodyFound] },
    ];
    let problem = |failure| DirectoryProblem { failure, details: None };
    let group = Dn::parse("cn=g,dc=x").unwrap();
    let not_read = |failure| RunNote::rule_not_read(2, &group, &problem(failure));
    let notes = [
        not_read(F::GroupNotFound { group: text_of("cn=g,dc=x") }),
        not_read(F::AccountUnusable { why: text_of("account disabled (data 533)") }),
        RunNote::NoDirectoryAdministrator { local: 1 },
        RunNote::NoDirectoryAdministrator { local: 1_204 },
    ];
    let skipped = skipped.iter().map(|reason| (skip_reason(reason), reason.sentence()));
    let causes = causes.iter().map(|cause| (removal_cause(cause), cause.sentence()));
    let held = held.iter().map(|reason| (held_reason(reason), reason.sentence()));
    let notes = notes.iter().map(|note| (run_note(note), note.sentence()));
    skipped.chain(causes).chain(held).chain(notes).collect()
}

#[test]
fn what_imports_report_is_in_english_what_the_model_says() {
    for (said, model) in reports() {
        assert_eq!(said, model);
    }
}

#[test]
fn what_imports_report_is_in_every_language_with_all_that_is_known_of_it() {
    for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
        for (said, english) in in_language(language, reports) {
            for value in
                ["uid=b,dc=x", "rfc822Mailbox", "b@x.test", "Branch", "00-ff", "nothing@all", "cn=g,dc=x", "data 533"]
            {
                assert!(!english.contains(value) || said.contains(value), "{language:?} {value}: {said}");
            }
            for word in ["has ", "directory ", "agents ", "Host", "its DN", "account disabled", "Check "] {
                let is_theirs =
                    word == "Host" && matches!(language, Language::German | Language::Spanish | Language::Portuguese);
                assert!(is_theirs || !said.contains(word), "{language:?}: {said}");
            }
        }
    }
}

#[test]
fn a_field_of_a_report_is_said_with_its_names_and_words() {
    let change = |field: &str, old: Option<&str>, new: &str| FieldChange {
        field: text_of(field),
        old: old.map(text_of),
        new: Some(text_of(new)),
    };
    let role = change("role", Some("Support agent"), "Administrator by cn=a and b,dc=x and cn=c,dc=x and 3 more");
    let state = change("state", Some("enabled"), "must change password");
    let groups = change("groups_by_rules", None, "Sales by phone by cn=a,dc=x");
    assert_eq!(field_change(&role), "role Support agent → Administrator by cn=a and b,dc=x and cn=c,dc=x and 3 more");
    assert_eq!(field_change(&state), "state enabled → must change password");
    assert_eq!(field_change(&groups), "groups by rules — → Sales by phone by cn=a,dc=x");
    in_language(Language::German, || {
        assert_eq!(
            field_change(&role),
            "Rolle: Support-Agent → Administrator durch cn=a and b,dc=x und cn=c,dc=x und 3 weitere"
        );
        assert_eq!(field_change(&state), "Status: aktiviert → muss Passwort ändern");
        assert_eq!(field_change(&change("phone", None, "123")), "Telefon: — → 123");
        assert_eq!(field_change(&groups), "Gruppen nach Regeln: — → Sales by phone durch cn=a,dc=x");
    });
}

#[test]
fn sentences_that_follow_each_other_are_found_one_by_one() {
    let german = |english: &str| in_language(Language::German, || phrase(english).into_owned());
    for failure in [
        F::EmptyPassword,
        F::AccountUnusable { why: text_of("account disabled (data 533)") },
        F::TimedOut { doing: text_of("signing in"), seconds: 10 },
    ] {
        let kept = format!("{} {}", failure.message(), failure.remedy());
        let said =
            in_language(Language::German, || format!("{} {}", failure_message(&failure), failure_remedy(&failure)));
        assert_eq!(german(&kept), said);
    }
    assert_eq!(german("The password is empty. Said by nobody."), "The password is empty. Said by nobody.");
    for error in [
        "Only 12 MB are free where the panel's store lies; this import needs 40 MB. Free some space; the next import goes on by itself.",
        "Work on this import was begun 5 times and broken off each time: the panel or its store was lost. Look at the panels' logs and memory, then import once more.",
    ] {
        assert!(!german(error).contains("import "), "{}", german(error));
    }
}
