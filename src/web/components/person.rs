use maud::{Markup, html};

/// The first letters of the first and the last word, in any script: `Anna Berg` → `AB`, `山田` → `山`.
pub fn initials(name: &str) -> String {
    let letters: Vec<String> = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .map(|letter| letter.to_uppercase().collect())
        .collect();
    match letters.as_slice() {
        [] => "?".into(),
        [only] => only.clone(),
        [first, .., last] => format!("{first}{last}"),
    }
}

/// A round with initials; decoration, because the name stands beside it.
pub fn avatar(name: &str) -> Markup {
    html! { span.avatar aria-hidden="true" { (initials(name)) } }
}

/// An address that, where it must, breaks after its @ and not within a word.
pub fn email(address: &str) -> Markup {
    html! {
        @match address.rsplit_once('@') {
            Some((local, domain)) => { (local) "@" wbr; (domain) },
            None => (address),
        }
    }
}

/// Avatar and name, linked to the person's page where there is one.
pub fn person(name: &str, href: Option<&str>) -> Markup {
    html! {
        span.person {
            (avatar(name))
            @match href {
                Some(href) => a href=(href) { (name) },
                None => span { (name) },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_come_from_any_script() {
        for (name, letters) in [
            ("Anna Berg", "AB"),
            ("Илья Петров", "ИП"),
            ("山田 太郎", "山太"),
            ("山田太郎", "山"),
            ("  zoë  maria nilsson ", "ZN"),
            ("(ext) O'Neil", "EO"),
            ("ßen Ärzte", "SSÄ"),
            ("—", "?"),
            ("", "?"),
        ] {
            assert_eq!(initials(name), letters, "{name}");
        }
    }
}
