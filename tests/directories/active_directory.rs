//! What only Active Directory does.

use crate::refused::{WRONG, refused};
use crate::support::company::Company;
use crate::support::guesses;
use crate::support::openldap::BASE_DN;
use crate::support::people::person;
use crate::support::samba::{self, Samba};
use crate::town::Kind;
use ldap3::{Mod, Scope, SearchEntry};
use std::collections::HashSet;

async fn company_of(server: &Samba, changes: &[(&str, &str)]) -> Company {
    let company = Company::with(&[("MUSTER_LOG", "info,muster=debug")]).await;
    let fields = [&[("host", server.address.as_str()), ("bind_dn", samba::USER)], changes].concat();
    company.admin.connect_port(samba::PORT, &fields).await.expect_status(303);
    company
}

/// How many of all agents a preview finds in this group.
async fn found_in(company: &Company, server: &Samba, group: &str) -> u64 {
    let fields = [("host", server.address.as_str()), ("bind_dn", samba::USER), ("group_dn", group)];
    company.admin.connect_port(samba::PORT, &fields).await.expect_status(303);
    let preview = company.admin.preview_and_wait().await;
    assert_eq!(preview["error"], serde_json::Value::Null, "{preview}");
    preview["unchanged"].as_u64().unwrap()
}

/// Makes this group the primary one of a member, as administrators do: the server then drops them from `member`.
async fn make_primary(server: &Samba, group: &str, member: &str) {
    let mut admin = server.admin().await;
    let found =
        admin.search(group, Scope::Base, "(objectClass=*)", vec!["objectSid"]).await.unwrap().success().unwrap().0;
    let sid = SearchEntry::construct(found.into_iter().next().unwrap()).bin_attrs["objectSid"][0].clone();
    let rid = u32::from_le_bytes(*sid.last_chunk::<4>().unwrap()).to_string();
    let change = vec![Mod::Replace("primaryGroupID", HashSet::from([rid.as_str()]))];
    admin.modify(member, change).await.unwrap().success().unwrap();
    let left = admin.search(group, Scope::Base, "(member=*)", vec!["member"]).await.unwrap().success().unwrap().0;
    let members = left.into_iter().map(SearchEntry::construct).flat_map(|entry| entry.attrs["member"].clone());
    assert!(!members.into_iter().any(|name| name.eq_ignore_ascii_case(member)), "they are still named in the group");
}

/// FIELD-FAILURES 17, 19 and 23.
#[tokio::test]
async fn all_of_1600_members_come_in_and_so_does_one_by_primary_group() {
    let everyone: Vec<String> = (0..1600).map(|number| samba::person_dn(&person(number).uid)).collect();
    let groups = samba::group_ldif("big", &everyone) + &samba::group_ldif("few", &everyone[3..5]);
    let server = Samba::builder().people(1600).ldif(&groups).start().await;
    let (big, few) = (format!("cn=big,ou=groups,{BASE_DN}"), format!("cn=few,ou=groups,{BASE_DN}"));
    let company = company_of(&server, &[("group_dn", &big)]).await;
    let run = company.import().await;
    assert_eq!((&run["added"], &run["skipped"]), (&1600.into(), &0.into()), "{run}");
    make_primary(&server, &few, &everyone[3]).await;
    assert_eq!(found_in(&company, &server, &few).await, 2);
    // Everyone's primary group, which names only the one who has another.
    assert_eq!(found_in(&company, &server, &format!("cn=Domain Users,cn=Users,{BASE_DN}")).await, 1600);
}

/// FIELD-FAILURES 21.
#[tokio::test]
async fn only_one_bit_of_user_account_control_switches_an_account_off() {
    let values = [
        ("512", "active"),
        ("514", "disabled"),
        ("66048", "active"),
        ("66050", "disabled"),
        ("262656", "active"),
        ("328194", "disabled"),
    ];
    let people =
        values.map(|(flags, _)| samba::person_ldif(&format!("flags-{flags}"), &[("userAccountControl", flags)]));
    let server = Samba::builder().ldif(&people.concat()).start().await;
    let company = company_of(&server, &[]).await;
    assert_eq!(company.import().await["added"], values.len());
    for (flags, state) in values {
        assert_eq!(company.agent(&format!("flags-{flags}@example.test")).await["state"], state, "{flags}");
    }
}

/// FIELD-FAILURES 25.
#[tokio::test]
async fn references_that_come_with_every_search_of_a_domain_are_neither_counted_nor_followed() {
    let server = Samba::builder().people(3).start().await;
    let found = server.admin().await.search(BASE_DN, Scope::Subtree, "(objectClass=user)", vec!["cn"]).await.unwrap();
    assert!(!found.1.refs.is_empty(), "this server sends no references");
    let company = company_of(&server, &[("base_dn", BASE_DN)]).await;
    let run = company.import().await;
    let own = Kind::ActiveDirectory.own_accounts();
    assert_eq!((&run["added"], &run["skipped"], &run["read"]), (&3.into(), &own.into(), &(3 + own).into()), "{run}");
    assert_eq!(company.import().await["unchanged"], 3);
}

/// FIELD-FAILURES 34.
#[tokio::test]
async fn sub_codes_are_told_in_the_log_and_to_the_agent_only_what_a_right_password_may_learn() {
    let restricted = "does not let your account sign in at this time, or from here";
    let never = "\0".repeat(21);
    let people = [
        samba::person_ldif("disabled", &[("userAccountControl", "66050")]),
        samba::person_ldif("expired", &[("accountExpires", "132539328000000000")]),
        samba::person_ldif("must-change", &[("userAccountControl", "512"), ("pwdLastSet", "0")]),
        samba::person_ldif("aged", &[("userAccountControl", "512")]),
        samba::person_ldif("locked", &[]),
        samba::person_ldif("nights", &[("logonHours", &never)]),
        samba::person_ldif("right", &[]),
    ];
    let aged = format!(
        "dn: {}\nchangetype: modify\nreplace: pwdLastSet\npwdLastSet: 132539328000000000\n",
        samba::person_dn("aged")
    );
    let server = Samba::builder().ldif(&people.concat()).beneath(&aged).start().await;
    let company = company_of(&server, &[]).await;
    company.import().await;
    for _ in 0..6 {
        let (connection, mut ldap) = ldap3::LdapConnAsync::new(&format!("ldap://{}", server.address)).await.unwrap();
        ldap3::drive!(connection);
        assert_eq!(ldap.simple_bind("locked@example.test", "guessed").await.unwrap().rc, 49);
    }
    for (uid, code, why, told) in [
        ("aged", "532", "password expired", "Your password has expired and must be changed first."),
        ("disabled", "533", "account disabled", "Your account in the company directory is switched off."),
        ("expired", "701", "account expired", "Your account in the company directory has expired."),
        ("must-change", "773", "password must be changed", "Your password must be changed first."),
        ("nights", "530", "not allowed to sign in at this time", restricted),
        ("locked", "775", "account locked", WRONG),
    ] {
        let reason = refused(&company, &format!("{uid}@example.test"), &format!("pw-{uid}"), told).await;
        assert!(reason.starts_with(why), "{uid}: {reason}");
        assert!(company.panel.log.text().contains(&format!("data {code} (")), "{code} is not in the log");
    }
    // A wrong password learns nothing, whatever the state.
    for uid in ["aged", "disabled", "expired", "must-change", "nights", "locked"] {
        refused(&company, &format!("{uid}@example.test"), "guessed", WRONG).await;
    }
    assert_eq!(refused(&company, "right@example.test", "guessed", WRONG).await, "wrong password");
    assert!(company.panel.log.text().contains("data 52e (wrong password)"));
}

/// FIELD-FAILURES 33.
#[tokio::test]
async fn a_hundred_guesses_leave_an_account_of_active_directory_unlocked() {
    let server = Samba::builder().people(2).start().await;
    let company = company_of(&server, &[]).await;
    company.import().await;
    let settings = company.admin.get("/settings/ldap/index").await.expect_status(200).text;
    let told = "Accounts lock after 5 wrong passwords. Muster lets at most 3 through in ";
    assert!(settings.contains(told), "{settings}");
    let anna = person(0);
    let known = company.sign_in(&anna.mail, &anna.password()).await;
    known.post("/logout", &[]).await.expect_status(303);
    assert_eq!(guesses::a_hundred(&company, &anna.mail).await, (2, 98));
    known.sign_in(&anna.mail, "typo").await.expect_status(422);
    known.sign_in(&anna.mail, "typo").await.expect_status(429);
    let (url, name) = (format!("ldap://{}", server.address), format!("{}@example.test", anna.uid));
    assert_eq!(guesses::bind(&url, &name, "typo").await, 49);
    assert_eq!(guesses::bind(&url, &name, &anna.password()).await, 0, "locked");
    // So many at the server itself do lock it.
    for _ in 0..5 {
        assert_eq!(guesses::bind(&url, &name, "typo").await, 49);
    }
    assert_eq!(guesses::bind(&url, &name, &anna.password()).await, 49);
}
