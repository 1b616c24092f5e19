//! Who may come in. A local agent's password is verified here; an LDAP agent's by one bind, and there
//! is no fallback for it.

mod crowd;
pub mod device;
mod door;
mod guessable;
mod in_directory;
pub mod local_password;
mod look_up;
mod pace;
mod places;
mod second_factor;
mod sign_in;
#[cfg(test)]
mod tests;
mod throttle;

pub use look_up::{LookUpAnswer, LookUpError, look_up};
pub use second_factor::{CodeError, RecoveryCodes, SecondFactors, Used, switch_off};
pub use sign_in::{Begun, Caller, SignIn, SignInError};
pub use throttle::{Waiting, begin_anew};
