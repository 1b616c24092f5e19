//! Who may come in. A local agent's password is verified here; an LDAP agent's by one bind, and there
//! is no fallback for it.

mod door;
pub mod local_password;
mod sign_in;
#[cfg(test)]
mod tests;
mod throttle;

pub use sign_in::{SignIn, SignInError};
