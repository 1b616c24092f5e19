use crate::auth::RecoveryCodes;
use crate::language::t;
use crate::model::{SecondFactor, Timestamp};
use crate::web::components::*;
use crate::web::form::Errors;
use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};
use secrecy::{ExposeSecret, SecretString};

/// Sets one up.
pub(super) fn off(secret: &SecretString, email: &str, host: &str, errors: &Errors, csrf: &str) -> Markup {
    let key = secret.expose_secret();
    html! {
        div.stack.narrow {
            (Card::new(t!("me-factor-add")).lead(t!("me-factor-add-lead")).body(&html! {
                (qr(&address(key, email, host)))
                (definitions([(t!("me-factor-key"), html! { code #second-factor-key { (in_groups(key)) } }), (t!("me-factor-kind"), html! { (t!("me-factor-kind-totp")) })]))
            }))
            (Card::new(t!("me-factor-show")).body(&html! {
                form.form method="post" action="/me/second-factor" {
                    (csrf_field(csrf))
                    (code_field(t!("me-factor-code-now"), errors))
                    (password_field(errors))
                    (buttons(&html! {
                        (Button::submit(t!("me-factor-on")).primary().busy(t!("me-factor-switching-on")))
                        (Button::link("/me", t!("me-cancel")))
                    }))
                }
            }))
        }
    }
}

/// One that is on.
pub(super) fn on(factor: &SecondFactor, errors: &Errors, csrf: &str, now: Timestamp) -> Markup {
    let left = factor.recovery.len();
    html! {
        div.stack.narrow {
            (Card::new(t!("me-factor-yours")).lead(t!("me-factor-yours-lead")).body(&html! {
                (definitions([
                    (t!("me-factor-state"), tag(Tone::Ok, t!("me-on"))),
                    (t!("me-factor-since"), time_ago(factor.since, now)),
                    (t!("me-factor-codes-left"), html! { (left) }),
                ]))
            }))
            (Card::new(t!("me-factor-renew")).lead(t!("me-factor-renew-lead")).body(&html! {
                form.form method="post" action="/me/second-factor/codes" {
                    (csrf_field(csrf))
                    (code_field(t!("me-factor-code"), errors))
                    (password_field(errors))
                    (buttons(&html! {
                        (Button::submit(t!("me-factor-make-codes")).busy(t!("me-factor-making-codes")))
                        (Button::submit(t!("me-factor-off")).danger().action("/me/second-factor/off").busy(t!("me-factor-switching-off")))
                    }))
                }
            }))
        }
    }
}

/// Recovery codes, this once.
pub(super) fn codes(lead: &str, codes: &RecoveryCodes) -> Markup {
    html! {
        div.stack.narrow {
            (Card::new(t!("me-codes-yours")).lead(lead).body(&html! {
                ol.codes { @for code in codes { li { code { (code.expose_secret()) } } } }
                (buttons(&html! { (Button::link("/me", t!("me-codes-kept")).primary()) }))
            }))
        }
    }
}

fn code_field<'a>(label: &'a str, errors: &'a Errors) -> TextField<'a> {
    TextField::new("code", label).autocomplete("one-time-code").mono().required().errors(errors.get("code"))
}

fn password_field(errors: &Errors) -> PasswordField<'_> {
    PasswordField::current("current_password", t!("me-password-yours"))
        .required()
        .errors(errors.get("current_password"))
}

/// What the picture says (the Key URI that apps read).
fn address(key: &str, email: &str, host: &str) -> String {
    let part =
        |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
    // A colon would end it.
    let issuer = part(&format!("Muster {}", host.replace(':', " ")));
    format!("otpauth://totp/{issuer}:{}?secret={key}&issuer={issuer}", part(email))
}

fn in_groups(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Dark squares on light ground, in any colour scheme: cameras want it so.
fn qr(text: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else { return html! {} };
    let (width, colors) = (code.width(), code.to_colors());
    let dark = (0..colors.len()).filter(|place| colors[*place] == Color::Dark);
    let path: String = dark.map(|place| format!("M{} {}h1v1h-1z", place % width + 4, place / width + 4)).collect();
    let side = width + 8;
    html! {
        svg.qr viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(t!("me-factor-picture")) shape-rendering="crispEdges" {
            path d=(path) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_says_what_apps_read() {
        let said = address("GEZDGNBV", "anna+x@example.test", "127.0.0.1:8080");
        let issuer = "Muster%20127.0.0.1%208080";
        assert_eq!(said, format!("otpauth://totp/{issuer}:anna%2Bx%40example.test?secret=GEZDGNBV&issuer={issuer}"));
    }
}
