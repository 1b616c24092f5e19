//! What the directory says about an account.

use crate::support::company::{Company, counts};
use crate::support::entries::{Entries, Entry};
use crate::support::openldap::OpenLdap;
use crate::support::people;
use ldap3::Mod;
use serde_json::json;
use std::collections::HashSet;

#[tokio::test]
async fn whoever_is_switched_off_in_the_directory_is_marked_and_out_with_the_import_that_learns_it() {
    let uids = ["locked", "disabled", "forgood", "expired", "free"];
    let entries = Entries::people(&uids);
    let server = entries.serve().await;
    let company = Company::of_script(&server).await;
    company.import().await;
    let mut visitors = Vec::new();
    for uid in uids {
        visitors.push(company.sign_in(&format!("{uid}@example.test"), &format!("pw-{uid}")).await);
    }
    entries.set(vec![
        Entry::person("locked").with("pwdAccountLockedTime", "20260101000000Z"),
        // 514: a normal account (512) with the bit 2.
        Entry::person("disabled").with("userAccountControl", "514"),
        Entry::person("forgood").with("nsAccountLock", "TRUE"),
        Entry::person("expired").with("accountExpires", "133000000000000000"),
        Entry::person("free").with("userAccountControl", "66048").with("nsAccountLock", "false"),
    ]);
    let run = company.import().await;
    assert_eq!(counts(&run), [0, 4, 1, 0, 0, 0, 0]);
    let expected = [("locked", 200), ("disabled", 303), ("disabled", 303), ("expired", 303), ("active", 200)];
    for ((uid, visitor), (state, status)) in uids.into_iter().zip(&visitors).zip(expected) {
        let mail = format!("{uid}@example.test");
        assert_eq!(company.agent(&mail).await["state"], state, "{uid}");
        assert_eq!(visitor.get("/me").await.status, status, "{uid}'s session");
        let comes_in = company.try_sign_in(&mail, &format!("pw-{uid}")).await.1.status;
        // A lock is over when the server takes the password; that an account is switched off is not.
        assert_eq!(comes_in, if ["free", "locked"].contains(&uid) { 303 } else { 422 }, "{uid}");
    }
    let changes = company.changes(&run).await;
    let fields = json!([{ "field": "state", "old": "enabled", "new": "disabled" }]);
    assert!(changes.iter().any(|change| change["fields"] == fields && change["name"] == "Person disabled"));

    entries.set(uids.iter().map(|uid| Entry::person(uid)).collect());
    assert_eq!(counts(&company.import().await), [0, 4, 1, 0, 0, 0, 0]);
    assert_eq!(company.agent("disabled@example.test").await["state"], "active");
    company.sign_in("disabled@example.test", "pw-disabled").await;
}

#[tokio::test]
async fn whoever_is_switched_off_since_the_import_cannot_sign_in_either() {
    let directory = OpenLdap::builder().people(2).start().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let person = people::person(0);
    company.sign_in(&person.mail, &person.password()).await;
    let value = |text: &'static str| HashSet::from([text]);
    let expired = vec![Mod::Add("objectClass", value("shadowAccount")), Mod::Add("shadowExpire", value("1"))];
    directory.modify(&person.dn(), expired).await;
    company.try_sign_in(&person.mail, &person.password()).await.1.expect_status(422);
    company.import().await;
    assert_eq!(company.agent(&person.mail).await["state"], "expired");
}
