use crate::language::t;
use crate::model::Lockout;
use maud::{Markup, html};
use std::time::Duration;

/// What the directory does about wrong passwords, and what the panel lets through for that.
pub(super) fn words(lockout: Option<Lockout>) -> Markup {
    html! {
        p.small.muted.gap-above {
            @match lockout {
                None => { (t!("ldap-lockout-unknown")) " " (through(Lockout::CAREFUL)) }
                Some(Lockout::Never) => { (t!("ldap-lockout-never")) }
                Some(known @ Lockout::After { failures, within }) => {
                    (t!("ldap-lockout-after", count = failures)) " "
                    (through(known))
                    @if within.is_none() { " " (t!("ldap-lockout-for-good")) }
                    @if failures < 3 { " " (t!("ldap-lockout-few")) }
                }
            }
        }
    }
}

/// The strictest of several directories counts for all, so it may be less.
fn through(lockout: Lockout) -> String {
    let Some(through) = lockout.let_through() else { return String::new() };
    t!("ldap-lockout-through", count = through.all, span = span(through.window))
}

fn span(window: Duration) -> String {
    match window.as_secs().div_ceil(60) {
        minutes @ 0..120 => t!("components-took-minutes", min = minutes),
        minutes => t!("components-took-hours", h = minutes.div_ceil(60)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_told_with_what_it_means() {
        let after = |failures, within| words(Some(Lockout::After { failures, within })).into_string();
        let half_an_hour = Some(Duration::from_secs(1_800));
        let five = after(5, half_an_hour);
        assert!(
            five.contains("Accounts lock after 5 wrong passwords. Muster lets at most 3 through in 32 min."),
            "{five}"
        );
        assert!(
            after(1, half_an_hour).contains("lock after 1 wrong password. ") && after(1, None).contains("Raise it")
        );
        assert!(after(5, None).contains("in 25 h") && after(5, None).contains("until a right one"));
        assert!(words(None).into_string().contains("does not show"));
        assert!(words(Some(Lockout::Never)).into_string().contains("locks no account"));
    }
}
