//! The pages of imports in every language: whole on a phone, and without a word of English.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::browser_pages::Tour;
use super::support::company::Company;
use super::support::openldap::OpenLdap;
use super::support::people::person;

const LANGUAGES: [&str; 5] = ["ru", "de", "es", "pt-BR", "kk"];
/// Words without which little English is said. No other language here has them.
const ENGLISH: [&str; 9] = [" the ", " is ", " and ", "import ", "The ", "Nobody", "Started", "added", " of "];

#[tokio::test]
async fn browser_shows_imports_in_every_language() {
    let mut directory = OpenLdap::builder().people(30).start().await;
    directory.add_person("nomail", "Ohne Adresse", "").await;
    let company = Company::of(&directory).await;
    let preview = company.admin.preview_and_wait().await;
    let first = company.import().await;
    for number in 0..8 {
        directory.delete(&person(number).dn()).await;
    }
    directory.replace(&person(9).dn(), "telephoneNumber", &["+49 30 1"]).await;
    let held = company.admin.import_and_wait().await;
    assert_eq!(held["state"], "held", "{held}");
    let nothing_to_do = company.admin.preview_and_wait().await;
    directory.stop();
    let failed = company.import_in_vain().await;

    let mut tour = Tour::administrator(&company.panel).await;
    for language in LANGUAGES {
        company.admin.post("/me", &[("language", language), ("shortcuts", "1")]).await.expect_status(303);
        let path = |run: &serde_json::Value| format!("/imports/{}", run["id"]);
        for (name, path) in [
            ("list", "/imports".to_owned()),
            ("preview", path(&preview)),
            ("first", path(&first)),
            ("held", path(&held)),
            ("skipped", format!("{}?kind=skipped", path(&first))),
            ("updated", format!("{}?kind=updated", path(&held))),
            ("preview-held", path(&nothing_to_do)),
            ("failed", path(&failed)),
        ] {
            tour.fits(&format!("imports-{name}-{language}"), &path, "main", &ENGLISH).await;
        }
    }
    tour.end();
}
