//! Passwords that guessers try early: common ones, and what is made of common words, of keys in a row, of dates, or of
//! what is known about their owner and this panel. How many guesses one takes is estimated by zxcvbn, which knows the
//! 30,000 most common passwords, English words and names, their reversed and 1337 spellings, and how they are put
//! together.

use crate::model::Invalid;
use zxcvbn::matching::patterns::MatchPattern;

/// What takes fewer guesses than this is refused: so many an attacker who stole the hashes can make.
const FEWEST_GUESSES: f64 = 1e9;
/// The panel's own words, to which come those about the owner.
const OWN: [&str; 5] = ["muster", "directory", "panel", "administrator", "support"];
/// So much of a password is looked at: what is not quickly guessed by then will not be, and the time that looking takes
/// grows with the cube of the length.
const LOOKED_AT: usize = 40;
/// Shorter parts of names and addresses are in every password by chance.
const SHORTEST_WORD: usize = 3;

/// Whether nobody guesses it soon who knows the words `about` its owner: name, address, host.
pub(super) fn check(password: &str, about: &[&str]) -> Result<(), Invalid> {
    let words = words(about);
    let inputs: Vec<&str> = words.iter().map(String::as_str).collect();
    let beginning: String = password.chars().take(LOOKED_AT).collect();
    let estimate = zxcvbn::zxcvbn(&beginning, &inputs);
    if estimate.guesses_log10() >= FEWEST_GUESSES.log10() {
        return Ok(());
    }
    let is_about_owner = estimate.sequence().iter().any(|part| match &part.pattern {
        MatchPattern::Dictionary(found) => words.contains(&found.matched_word),
        _ => false,
    });
    let is_words = estimate.sequence().iter().any(|part| matches!(part.pattern, MatchPattern::Dictionary(_)));
    Err(Invalid::new(match (is_about_owner, is_words) {
        (true, _) => {
            "This password is quickly guessed: it is made of the name, the address or a word of this panel. Choose another one, such as four words that have nothing to do with each other."
        }
        (false, true) => {
            "This password is quickly guessed: it is one of the common ones, or made of common words. Choose another one, such as four words that have nothing to do with each other."
        }
        (false, false) => {
            "This password is quickly guessed: it repeats itself, or follows the keys, the alphabet or a date. Choose another one, such as four words that have nothing to do with each other."
        }
    }))
}

/// Each text whole and in its parts: `anna.berg@example.com` is also `anna`, `berg`, `example` and `com`.
fn words(about: &[&str]) -> Vec<String> {
    let mut words: Vec<String> = OWN.map(str::to_owned).to_vec();
    for text in about {
        let text = text.to_lowercase();
        let parts = text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
        words.extend(parts.chain([text.clone()]).filter(|word| word.chars().count() >= SHORTEST_WORD));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABOUT: [&str; 3] = ["Anna Lindqvist", "anna.lindqvist@nordwind.test", "desk.nordwind.test"];

    fn told(password: &str) -> String {
        check(password, &ABOUT).expect_err(password).0
    }

    #[test]
    fn what_many_people_use_is_refused_also_in_a_disguise() {
        for common in [
            "password123",
            "P4ssw0rd2024!",
            "iloveyou12",
            "drowssap123",
            "Football2023",
            "unbelievable",
            "michaeljordan",
        ] {
            assert!(told(common).contains("common"), "{common}: {}", told(common));
        }
        for pattern in ["qwertyuiop[]", "1234567890123", "abcabcabcabc", "abcdefghijkl", "1999-12-31 1999"] {
            assert!(told(pattern).contains("guessed"), "{pattern}");
        }
    }

    #[test]
    fn what_is_known_of_the_owner_and_the_panel_makes_no_password() {
        for known in ["Lindqvist1984", "anna-lindqvist", "nordwind2026!", "Muster-2026!", "tsivqdnil.anna"] {
            assert!(told(known).contains("the name, the address"), "{known}: {}", told(known));
        }
    }

    #[test]
    fn a_few_unrelated_words_and_what_a_manager_makes_pass() {
        for fine in ["quite long enough", "a long walk by the sea", "kT7#vq92LmXz", "grün-Ofen-7-Lampe", "ten chars!"]
        {
            assert!(check(fine, &ABOUT).is_ok(), "{fine}: {}", told(fine));
        }
    }
}
