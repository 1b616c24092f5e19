//! `/setup`: the first local administrator, made by whoever has the code that the server printed.

mod view;

use super::context::{Guest, respond};
use super::error::WebError;
use super::form::{self, Errors};
use super::{client, headers, htmx, session};
use crate::auth::local_password;
use crate::model::*;
use crate::storage::StorageError;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use secrecy::SecretString;
use serde::Deserialize;
use validator::Validate;

/// The one-time code that opens `/setup`: 20 letters and digits, 100 bits.
pub struct SetupCode(String);

impl SetupCode {
    /// A fresh code.
    pub fn random() -> SetupCode {
        // 32 of them, so that each is as likely; without 0, O, 1 and I, which look alike.
        const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        let bytes: [u8; 20] = rand::random();
        let letters = bytes.map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
        let groups: Vec<String> = letters.chunks(5).map(|group| group.iter().collect()).collect();
        SetupCode(groups.join("-"))
    }

    /// As it is printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Compares without regard to case, spaces and dashes.
    fn is(&self, typed: &str) -> bool {
        let plain = |text: &str| -> String {
            text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
        };
        headers::same(plain(typed).as_bytes(), plain(&self.0).as_bytes())
    }
}

#[derive(Deserialize, Validate, Default)]
#[serde(default)]
struct SetupForm {
    code: String,
    #[validate(length(max = 200, message = "A name is at most 200 characters."))]
    name: String,
    email: String,
    password: SecretString,
}

/// 404 once a local administrator exists: then there is nothing left to set up.
async fn open(guest: &Guest) -> Result<&SetupCode, WebError> {
    let code = guest.state.setup_code.as_ref().ok_or(WebError::NotFound)?;
    match guest.state.store.agent_counts().await?.able_administrators {
        0 => Ok(code),
        _ => Err(WebError::NotFound),
    }
}

pub(super) async fn new(guest: Guest) -> Result<HttpResponse, WebError> {
    open(&guest).await?;
    Ok(respond(StatusCode::OK, view::page(&SetupForm::default(), &Errors::default(), &guest.csrf(), guest.now)))
}

pub(super) async fn create(guest: Guest, body: Bytes) -> Result<HttpResponse, WebError> {
    let code = open(&guest).await?;
    let form: SetupForm = form::read(&body)?;
    let mut errors = Errors::of(&form);
    if !code.is(&form.code) {
        errors.add("code", "That is not the setup code. It stands in the output of the running panel, and is another one after each start.");
    }
    if form.name.trim().is_empty() {
        errors.add("name", "Enter your name.");
    }
    let email = errors.take("email", Email::parse(&form.email));
    errors.take("password", local_password::check_strength(&form.password));
    let (Some(email), true) = (email, errors.is_empty()) else {
        return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, view::page(&form, &errors, &guest.csrf(), guest.now)));
    };
    let new = NewLocalAgent {
        name: form.name.trim().to_owned(),
        email,
        phone: None,
        groups: Default::default(),
        role: Role::Administrator,
        password_hash: local_password::hash(&form.password).await?,
    };
    let agent = match guest.state.store.create_first_administrator(new, guest.now).await {
        Err(StorageError::Conflict { .. }) => return Err(WebError::NotFound),
        outcome => outcome?,
    };
    let caller = client::caller(&guest.request, &guest.state);
    session::begin(&guest.session, &agent, client::device(&guest.request), caller.address.to_string())
        .map_err(|_| WebError::Unavailable)?;
    guest.state.store.record_sign_in(agent.id, guest.now).await?;
    tracing::info!(agent = %agent.id, "first administrator made");
    let deed = guest.deed(Actor::of(&agent), Action::FirstAdministrator).about(Subject::agent(&agent));
    guest.state.activity.record(deed).await;
    let mut response = htmx::see_other(&guest.request, "/settings/ldap/index");
    client::remember(&guest.state, &agent, &caller, &mut response);
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::SetupCode;

    #[test]
    fn a_setup_code_is_read_as_people_type_it_and_nothing_else_is_it() {
        let code = SetupCode::random();
        assert!(code.is(code.as_str()));
        assert!(code.is(&code.as_str().to_lowercase().replace('-', " ")));
        assert!(!code.is("") && !code.is(SetupCode::random().as_str()));
    }
}
