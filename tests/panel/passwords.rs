//! Local passwords that guessers try early are refused, wherever one is set.
#![allow(clippy::unwrap_used)]

use super::support::html::message_beside;
use super::support::http::{ADMINISTRATOR_PASSWORD, Page, Visitor};
use super::support::panel::Panel;

const COMMON: &str = "Password2024!";

fn expect_why(page: Page, field: &str, why: &str) {
    let page = page.expect_status(422);
    let told = message_beside(&page.text, field).unwrap_or_default();
    assert!(told.contains("quickly guessed") && told.contains(why), "{field}: {told}");
}

#[tokio::test]
async fn a_common_password_and_ones_own_name_are_refused_wherever_a_password_is_set() {
    let panel = Panel::start().await;
    let visitor = Visitor::new(&panel);
    let code = panel.setup_code().await;
    let setup = |password| {
        [("code", code.as_str()), ("name", "Grace Holloway"), ("email", "grace@nordwind.test"), ("password", password)]
    };
    expect_why(visitor.post("/setup", &setup(COMMON)).await, "password", "common");
    expect_why(visitor.post("/setup", &setup("Holloway-2024")).await, "password", "the name");
    expect_why(visitor.post("/setup", &setup("nordwind2024")).await, "password", "the address");
    visitor.post("/setup", &setup(ADMINISTRATOR_PASSWORD)).await.expect_status(303);

    let own = |password| [("current_password", ADMINISTRATOR_PASSWORD), ("password", password)];
    expect_why(visitor.post("/me/password", &own(COMMON)).await, "password", "common");
    expect_why(visitor.post("/me/password", &own("graceholloway")).await, "password", "the name");

    let new =
        |password| [("name", "Otto Brandt"), ("email", "otto@firm.test"), ("role", "support"), ("password", password)];
    expect_why(visitor.post("/agents", &new(COMMON)).await, "password", "common");
    expect_why(visitor.post("/agents", &new("ottobrandt1")).await, "password", "the name");
    let made = visitor.post("/agents", &new("a garden full of bees")).await.expect_status(303);
    let path = made.location().unwrap().to_owned();
    for (password, why) in [(COMMON, "common"), ("BrandtOtto1", "the name"), ("muster-muster", "this panel")] {
        let edited = visitor.submit(&format!("{path}/edit"), &path, &[("password", password)]).await;
        expect_why(edited, "password", why);
    }
    let owner = panel.run_with_input(&["owner", "otto@firm.test"], &format!("{COMMON}\n")).await;
    let told = String::from_utf8_lossy(&owner.stderr).into_owned();
    assert!(owner.status.code() == Some(1) && told.contains("quickly guessed"), "{told}");
    Visitor::new(&panel).sign_in("otto@firm.test", "a garden full of bees").await.expect_status(303);
}
