//! Looking someone up: what the directory says, and each "no" with its reason.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::support::company::Company;
use super::support::http::{Page, Visitor};
use super::support::openldap::{GROUPS_DN, OpenLdap, PEOPLE_DN};
use super::support::people::{group_ldif, person};
use serde_json::Value;

const HERE: &str = "/settings/ldap/lookup";

fn group(name: &str) -> String {
    format!("cn={name},{GROUPS_DN}")
}

fn address(text: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", text).finish();
    format!("{HERE}?{query}")
}

async fn asked(visitor: &Visitor, text: &str) -> Vec<Value> {
    visitor.get_json(&address(text)).await["items"].as_array().unwrap().clone()
}

async fn one(visitor: &Visitor, text: &str) -> Value {
    let found = asked(visitor, text).await;
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found[0].clone()
}

async fn page(visitor: &Visitor, text: &str) -> Page {
    visitor.get(&address(text)).await.expect_status(200)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Four people: `inner` holds person 0, `team` holds `inner` and person 1; persons 2 and 3 are in no group.
async fn directory() -> OpenLdap {
    let groups =
        [group_ldif("inner", &[person(0).dn()]), group_ldif("team", &[group("inner"), person(1).dn()])].concat();
    OpenLdap::builder().people(4).ldif(&groups).start().await
}

#[tokio::test]
async fn someone_is_found_by_mail_name_account_and_dn_and_told_as_an_import_would_have_them() {
    let directory = directory().await;
    let company = Company::of(&directory).await;
    let who = person(0);
    for text in [&who.mail, &who.mail.to_uppercase(), &who.name, &who.uid, &who.dn(), &who.dn().to_uppercase()] {
        let found = one(&company.admin, text).await;
        assert_eq!(found["dn"], who.dn(), "by {text}");
        let taken: Vec<&Value> = found["attributes"].as_array().unwrap().iter().map(|field| &field["taken"]).collect();
        assert_eq!(&taken[1..3], [who.name.as_str(), who.mail.as_str()]);
        assert_eq!((&found["would_be_imported"], &found["not_imported_because"]), (&true.into(), &Value::Null));
        assert_eq!(found["agent"], Value::Null);
        assert!(text_of_no(&found).contains("No agent has this GUID yet"), "{found}");
    }
    company.import().await;
    let found = one(&company.admin, &who.mail).await;
    assert_eq!(found["could_sign_in"], true, "{found}");
    assert_eq!(found["agent"], company.agent(&who.mail).await["id"]);
    assert_eq!(asked(&company.admin, "nobody@example.test").await, Vec::<Value>::new());
    assert!(page(&company.admin, "nobody@example.test").await.text.contains("Nobody found"));
    let shown = page(&company.admin, &who.mail).await.text;
    assert!(shown.contains("Could sign in, with the right password"), "{shown}");
    let settings = company.admin.get("/settings/ldap/index").await.text;
    assert!(settings.contains(&format!("action=\"{HERE}\"")), "no way there from the settings");
}

fn text_of_no(found: &Value) -> &str {
    text(&found["no_sign_in_because"])
}

#[tokio::test]
async fn each_no_has_its_reason() {
    let directory = directory().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let save = async |changes: &[(&str, &str)]| {
        company.admin.connect_directory_with(&directory, changes).await.expect_status(303);
    };
    let team = group("team");
    save(&[("group_dn", &team), ("base_dn", PEOPLE_DN), ("user_filter", "(!(uid=u000001))")]).await;
    let reason = async |who: &str| {
        let found = one(&company.admin, who).await;
        assert_eq!((&found["would_be_imported"], &found["could_sign_in"]), (&false.into(), &false.into()), "{found}");
        text(&found["not_imported_because"]).to_owned()
    };
    assert_eq!(one(&company.admin, &person(0).mail).await["could_sign_in"], true);
    assert!(reason(&person(1).mail).await.contains("The User filter leaves the entry out: (!(uid=u000001))"));
    assert_eq!(reason(&person(2).mail).await, format!("The entry is not in the LDAP user group ({team})."));
    let outside = &format!("uid=outside,{GROUPS_DN}");
    let attributes =
        [("objectClass", "inetOrgPerson"), ("cn", "Out Side"), ("sn", "Side"), ("mail", "outside@example.test")];
    directory.add(outside, &attributes).await;
    assert_eq!(
        reason("outside@example.test").await,
        format!("The entry is outside of the Directory DN ({PEOPLE_DN}).")
    );
    // What the panel knows counts as well.
    save(&[("group_dn", ""), ("base_dn", ""), ("user_filter", "")]).await;
    company.import().await;
    let id = company.agent(&person(0).mail).await["id"].as_str().unwrap().to_owned();
    company.admin.submit(&format!("/agents/{id}/edit"), &format!("/agents/{id}"), &[("blocked", "1")]).await;
    let blocked = one(&company.admin, &person(0).mail).await;
    assert_eq!(blocked["would_be_imported"], true);
    assert_eq!(text_of_no(&blocked), "An administrator blocked sign-in for this agent.");
    directory.replace(&person(3).dn(), "mail", &[]).await;
    let mute = one(&company.admin, &person(3).dn()).await;
    assert!(text(&mute["not_imported_because"]).contains("has no mail"), "{mute}");
}

#[tokio::test]
async fn groups_are_told_with_the_road_and_the_role_with_the_rule() {
    let directory = directory().await;
    let company = Company::of(&directory).await;
    company.import().await;
    let rules =
        [("rule_0_group_dn", group("nowhere")), ("rule_1_group_dn", group("team")), ("rule_1_role", "employee".into())];
    let mut fields: Vec<(&str, &str)> = rules.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend([("rule_0_role", "administrator"), ("save_anyway", "1")]);
    company.admin.post("/settings/ldap/rules", &fields).await.expect_status(303);
    let found = one(&company.admin, &person(0).mail).await;
    assert_eq!(found["rules"][0]["member"], Value::Null, "a group that is not there is not known: {found}");
    assert_eq!(found["rules"][1]["road"]["through"], serde_json::json!([group("inner"), group("team")]), "{found}");
    let shown = page(&company.admin, &person(0).mail).await.text;
    assert!(shown.contains("Rule 2: a member, through"), "{shown}");
    assert!(shown.contains("Rule 1: not known, its LDAP group cannot be read"), "{shown}");
    // Without the rule that is not known the next one decides.
    let fields = [("rule_0_group_dn", group("team")), ("rule_0_role", "employee".into()), ("save_anyway", "1".into())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    company.admin.post("/settings/ldap/rules", &fields).await.expect_status(303);
    let found = one(&company.admin, &person(0).mail).await;
    assert_eq!(
        (&found["role"], &found["role_origin"], &found["role_by"]),
        (&"employee".into(), &"rule".into(), &group("team").into())
    );
    assert_eq!(one(&company.admin, &person(2).mail).await["role_by"], Value::Null);
}

#[tokio::test]
async fn a_directory_that_is_away_and_settings_that_are_missing_are_told() {
    let company = Company::new().await;
    let text = page(&company.admin, "anna").await.text;
    assert!(text.contains("Connect your directory first"), "{text}");
    let mut directory = directory().await;
    company.admin.connect_directory(&directory).await;
    directory.stop();
    let away = page(&company.admin, "anna").await.text;
    assert!(away.contains("refused the connection."), "{away}");
    let request = company.admin.request("GET", &address("anna")).header("accept", "application/json");
    let json = company.admin.send(request).await.expect_status(502).text;
    assert!(json.contains("\"remedy\":\"Check Host and LDAP service port"), "{json}");
}

#[tokio::test]
async fn a_look_up_answers_in_the_language_of_whoever_asks_and_json_in_english() {
    let directory = directory().await;
    let company = Company::of(&directory).await;
    let (gone, team) = (group("gone"), group("team"));
    let rules = [
        ("rule_0_group_dn", gone.as_str()),
        ("rule_0_role", "support"),
        ("rule_1_group_dn", &team),
        ("rule_1_role", "support"),
        ("save_anyway", "1"),
    ];
    company.admin.post("/settings/ldap/rules", &rules).await.expect_status(303);
    let asked = company.admin.request("GET", &address(&person(0).mail));
    let shown = company.admin.send(asked.header("accept-language", "ru")).await.expect_status(200).text;
    for words in [
        "Агента с таким GUID ещё нет: сначала его должен добавить импорт.",
        "Правило 1: неизвестно, его группу LDAP нельзя прочитать",
        "Правило 2: член через <span class=\"mono\">",
        "Будет импортирован",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let json = company.admin.request("GET", &address(&person(0).mail)).header("accept-language", "ru");
    let json = company.admin.send(json.header("accept", "application/json")).await.text;
    assert!(json.contains("No agent has this GUID yet"), "{json}");
}
