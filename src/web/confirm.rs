//! The agent's own password, asked for once more before something weighty: whoever finds a panel signed in does not
//! have it. The second factor is not asked for again where settings change: the session has shown it.

use super::client;
use super::context::Context;
use super::error::WebError;
use super::form::Errors;
use crate::auth::SignInError;
use crate::language::t;
use crate::model::{Action, Actor, Agent};
use secrecy::SecretString;

const FIELD: &str = "current_password";

/// Through the same door as a sign-in. Answers the agent as they are now, or leaves a message beside the field.
pub(super) async fn own_password(
    context: &Context,
    password: &SecretString,
    errors: &mut Errors,
) -> Result<Option<Agent>, WebError> {
    let caller = client::caller(&context.request, &context.state);
    let email = context.agent.email.as_str();
    let answer = context.state.sign_in.sign_in(email, password, &caller).await;
    if let Err(error) = &answer {
        let deed = context.deed(Actor::of(&context.agent), Action::NotConfirmed).because(super::login::reason(error));
        context.state.activity.note_failure(deed);
    }
    match answer {
        Ok(agent) if agent.id == context.agent.id => return Ok(Some(agent)),
        Err(SignInError::Storage(error)) => return Err(error.into()),
        Err(
            error @ (SignInError::Throttled { .. }
            | SignInError::DirectoryUnreachable
            | SignInError::Busy
            | SignInError::Objected(_)),
        ) => {
            errors.add(FIELD, error.to_string());
        }
        Ok(_) | Err(SignInError::Wrong { .. }) => errors.add(FIELD, t!("me-not-your-password")),
    }
    Ok(None)
}
