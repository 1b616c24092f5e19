//! One story of 10,000 people, told in numbers:
//! `cargo nextest run --test panel story --no-capture`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use crate::support::company::{Company, counts, of_kind};
use crate::support::openldap::{BASE_DN, OpenLdap};
use crate::support::people::person;
use serde_json::{Value, json};
use std::time::Instant;

const PEOPLE: usize = 10_000;

const DELETED: [usize; 3] = [17, 4_242, 9_999];
const RENAMED: usize = 100;
const MOVED: usize = 2_500;
const NEW_PHONES: [usize; 2] = [3_000, 3_001];
const SWAPPED: [usize; 2] = [5_000, 7_777];

#[tokio::test]
async fn a_company_of_ten_thousand_is_kept_in_step_and_signs_in() {
    let directory = OpenLdap::builder().people(PEOPLE).start().await;
    let company = Company::of(&directory).await;
    headings();

    let run = import(&company, "first import").await;
    assert_eq!(counts(&run), [10_000, 0, 0, 0, 0, 0, 0]);
    let run = import(&company, "nothing changed").await;
    assert_eq!(counts(&run), [0, 0, 10_000, 0, 0, 0, 0]);

    let changed = [&DELETED[..], &[RENAMED, MOVED], &NEW_PHONES, &SWAPPED].concat();
    let mut before = Vec::new();
    for number in &changed {
        before.push(company.agent(&person(*number).mail).await);
    }
    let was = |number: usize| &before[changed.iter().position(|known| *known == number).unwrap()];
    let [renamed_dn, moved_dn] = change(&directory).await;

    let run = import(&company, "after the changes").await;
    assert_eq!(counts(&run), [0, 6, 9_991, 3, 0, 0, 0]);
    let report = company.changes(&run).await;
    assert_eq!((of_kind(&report, "removed").len(), of_kind(&report, "updated").len()), (3, 6));
    for number in DELETED {
        assert_eq!(company.find(&person(number).mail).await, None);
        let path = format!("/agents/{}", was(number)["id"].as_str().unwrap());
        assert_eq!(company.admin.get_json(&path).await["state"], "removed");
        expect(&report, was(number), "removed", &[]);
    }
    let renamed = expect_same(&company, &person(RENAMED).mail, was(RENAMED)).await;
    assert_eq!(json!([renamed["name"], renamed["dn"]]), json!(["Name After Marriage", renamed_dn]));
    expect(&report, was(RENAMED), "updated", &["name", "dn"]);
    let moved = expect_same(&company, &person(MOVED).mail, was(MOVED)).await;
    assert_eq!(moved["dn"], moved_dn);
    expect(&report, was(MOVED), "updated", &["dn"]);
    for number in NEW_PHONES {
        let agent = expect_same(&company, &person(number).mail, was(number)).await;
        assert_eq!(agent["phone"], format!("+49 {number}"));
        expect(&report, was(number), "updated", &["phone"]);
    }
    for (one, other) in [(SWAPPED[0], SWAPPED[1]), (SWAPPED[1], SWAPPED[0])] {
        expect_same(&company, &person(other).mail, was(one)).await;
        expect(&report, was(one), "updated", &["email"]);
    }
    let run = import(&company, "once more").await;
    assert_eq!(counts(&run), [0, 0, 9_997, 0, 0, 0, 0]);
    signs_in(&company).await;
}

/// Does it all in the directory; answers the new DNs of the renamed and of the moved.
async fn change(directory: &OpenLdap) -> [String; 2] {
    for number in DELETED {
        directory.delete(&person(number).dn()).await;
    }
    directory.replace(&person(RENAMED).dn(), "cn", &["Name After Marriage"]).await;
    let renamed = directory.rename(&person(RENAMED).dn(), "uid=married").await;
    let unit = format!("ou=second office,{BASE_DN}");
    directory.add(&unit, &[("objectClass", "organizationalUnit"), ("ou", "second office")]).await;
    let moved = directory.move_to(&person(MOVED).dn(), &unit).await;
    for number in NEW_PHONES {
        directory.replace(&person(number).dn(), "telephoneNumber", &[&format!("+49 {number}")]).await;
    }
    for (one, other) in [(SWAPPED[0], SWAPPED[1]), (SWAPPED[1], SWAPPED[0])] {
        directory.replace(&person(one).dn(), "mail", &[&person(other).mail]).await;
    }
    [renamed, moved]
}

/// The agent with this mail must be the one from before.
async fn expect_same(company: &Company, mail: &str, before: &Value) -> Value {
    let agent = company.agent(mail).await;
    for field in ["id", "guid", "role", "groups", "state"] {
        assert_eq!(agent[field], before[field], "{field} of {mail}");
    }
    agent
}

/// The report has one line about this agent, with these fields.
fn expect(report: &[Value], agent: &Value, kind: &str, fields: &[&str]) {
    let lines: Vec<&Value> = report.iter().filter(|line| line["agent"] == agent["id"]).collect();
    assert_eq!((lines.len(), &lines[0]["kind"]), (1, &json!(kind)), "{lines:?}");
    if kind == "updated" {
        let listed: Vec<&str> =
            lines[0]["fields"].as_array().unwrap().iter().map(|field| field["field"].as_str().unwrap()).collect();
        assert_eq!(listed, fields);
    }
}

async fn signs_in(company: &Company) {
    println!("\n{:<42} {:>6}  what they see", "who signs in", "status");
    let [kept, removed, renamed, swapped] = [1, DELETED[0], RENAMED, SWAPPED[0]].map(person);
    for (who, person, password, status, words) in [
        ("a kept one", &kept, kept.password(), 303, ""),
        ("a removed one", &removed, removed.password(), 422, "Email or password is not right."),
        ("a renamed one", &renamed, renamed.password(), 303, ""),
        ("a kept one, with an empty password", &kept, String::new(), 422, "Email or password is not right."),
        ("a kept one, with a wrong password", &kept, "wrong".into(), 422, "Email or password is not right."),
        // The mail is the other's by now, and so is its password.
        ("one of the swapped, with the other's mail", &swapped, person(SWAPPED[1]).password(), 303, ""),
    ] {
        let (visitor, page) = company.try_sign_in(&person.mail, &password).await;
        let came_in = visitor.get("/me").await.status == 200;
        assert_eq!((page.status, came_in), (status, status == 303), "{who}");
        assert!(page.text.contains(words), "{who}");
        let seen = page.location().map_or_else(|| words.to_owned(), |location| format!("→ {location}"));
        println!("{who:<42} {:>6}  {seen}", page.status);
    }
}

fn headings() {
    println!(
        "\n{:<18} {:>7} {:>6} {:>7} {:>9} {:>7} {:>8} {:>7} {:>5} {:>8}",
        "", "read", "added", "updated", "unchanged", "removed", "restored", "skipped", "held", "seconds"
    );
}

async fn import(company: &Company, what: &str) -> Value {
    let began = Instant::now();
    let run = company.import().await;
    let [added, updated, unchanged, removed, restored, skipped, held] = counts(&run);
    let (read, took) = (run["read"].as_u64().unwrap(), began.elapsed().as_secs_f32());
    println!(
        "{what:<18} {read:>7} {added:>6} {updated:>7} {unchanged:>9} {removed:>7} {restored:>8} {skipped:>7} {held:>5} {took:>8.1}"
    );
    run
}
