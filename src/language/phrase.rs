//! English sentences that other parts of the panel make or have kept, in the language of the request. Their messages are
//! in `phrases.ftl`, and are found by the English text itself, as gettext does it: so `model` and `ldap` say plain
//! English, in the log and in JSON too, and what was stored long ago is translated as well.

use super::bundle::{BUNDLES, Bundle};
use super::{Language, Value, current, say};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Stand around the name of a value in a message. Texts have neither.
const BEGIN: char = '\u{e000}';
const END: char = '\u{e001}';

struct Phrases {
    /// Those without values: the text and its id.
    plain: HashMap<&'static str, &'static str>,
    /// Those with values, the ones that say the most first.
    patterns: Vec<Pattern>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let english = BUNDLES.of(Language::English);
    let plain = english.all_plain().filter(|(id, _)| is_phrase(id)).map(|(id, text)| (text, id)).collect();
    let with_values = english.with_values().filter(|(id, _)| is_phrase(id));
    let mut patterns: Vec<Pattern> = with_values.map(|(id, names)| Pattern::of(english, id, names)).collect();
    patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.texts.iter().map(String::len).sum::<usize>()));
    Phrases { plain, patterns }
});

/// Those of three files, and what an area has for itself: `imports-phrase-…`.
fn is_phrase(id: &str) -> bool {
    ["phrases-", "names-", "failures-"].iter().any(|start| id.starts_with(start)) || id.contains("-phrase-")
}

/// Longer texts are left as they are: no message is half as long, and what a directory says may be.
const LONGEST: usize = 4 * 1024;
/// A sentence with a reason in it, which may have one in it.
const DEEPEST: usize = 3;

/// At so many full stops a text is looked at for where one phrase ends and the next one begins.
const STOPS: usize = 16;

/// A text in the language of the request, if `phrases.ftl` has it, or all of the sentences that follow each other in it;
/// others as they are.
pub fn phrase(english: &str) -> Cow<'_, str> {
    at_depth(english, DEEPEST)
}

fn at_depth(english: &str, depth: usize) -> Cow<'_, str> {
    if current() == Language::English || depth == 0 || english.len() > LONGEST {
        return english.into();
    }
    said(english, depth).map_or(english.into(), Cow::from)
}

fn said(english: &str, depth: usize) -> Option<String> {
    // Sentences come before patterns: a value at the end of one would take in the next sentence.
    plain(english).or_else(|| sentences(english, depth)).or_else(|| pattern(english, depth))
}

fn plain(english: &str) -> Option<String> {
    PHRASES.plain.get(english).map(|id| say(current(), id, &[]))
}

fn pattern(english: &str, depth: usize) -> Option<String> {
    let found = PHRASES.patterns.iter().find_map(|pattern| Some((pattern, pattern.values(english)?)));
    let (pattern, values) = found?;
    let values: Vec<_> =
        pattern.names.iter().copied().zip(values.into_iter().map(|text| value(text, depth - 1))).collect();
    Some(say(current(), pattern.id, &values))
}

/// What happened and what to do, as failures are kept.
fn sentences(english: &str, depth: usize) -> Option<String> {
    let phrase = |english: &str| plain(english).or_else(|| pattern(english, depth));
    let first =
        |text: &'_ str| text.match_indices(". ").take(STOPS).find_map(|(at, _)| Some((phrase(&text[..=at])?, at + 2)));
    let (mut told, mut rest) = (Vec::new(), english);
    while let Some((one, after)) = first(rest) {
        told.push(one);
        rest = &rest[after..];
    }
    if told.is_empty() {
        return None;
    }
    told.push(phrase(rest)?);
    Some(told.join(" "))
}

/// A number counts; a text may be a phrase itself.
fn value(text: &str, depth: usize) -> Value<'static> {
    let digits: String = text.chars().filter(|c| *c != ',').collect();
    match digits.parse::<u32>() {
        Ok(number) if text == crate::model::thousands(number.into()) => number.into(),
        Ok(number) if text == digits && !text.starts_with('0') => Value::plain(number.into()),
        _ => date(text).map_or_else(|| at_depth(text, depth).into_owned().into(), Value::from),
    }
}

/// `3 Mar 2027` as the language writes it.
fn date(text: &str) -> Option<String> {
    let mut parts = text.split(' ');
    let (day, english, year) = (parts.next()?, parts.next()?, parts.next()?);
    day.parse::<u8>().ok().and(year.parse::<u16>().ok())?;
    let months = (1..=12).map(|month| format!("components-month-{month}"));
    let month = months.into_iter().find(|month| say(Language::English, month, &[]) == english)?;
    let month = say(current(), &month, &[]);
    let values = [("day", day.into()), ("month", month.into()), ("year", year.into())];
    parts.next().is_none().then(|| say(current(), "components-date-with-year", &values))
}

/// `3 Mar 2027` as the language writes it; other texts as they are.
pub fn day(english: &str) -> Cow<'_, str> {
    if current() == Language::English {
        return english.into();
    }
    date(english).map_or(english.into(), Cow::from)
}

/// Whether a value is a number in English: `12,408`.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == ',')
}

/// An English message with values: what stands before, between and after them. English is not inflected here: where it
/// has one sentence for one and another for many, these are two messages.
struct Pattern {
    id: &'static str,
    /// In the order in which they stand.
    names: Vec<&'static str>,
    /// One more than there are names.
    texts: Vec<String>,
}

impl Pattern {
    fn of(english: &Bundle, id: &'static str, names: &'static [String]) -> Pattern {
        let marked = |name: &'static String| (name.as_str(), Value::from(format!("{BEGIN}{name}{END}")));
        let values: Vec<_> = names.iter().map(marked).collect();
        let text = english.format(id, &values).unwrap_or_default();
        let (mut found, mut texts) = (Vec::new(), Vec::new());
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once(BEGIN) {
            let (name, after) = after.split_once(END).unwrap_or_default();
            found.extend(names.iter().find(|known| *known == name).map(String::as_str));
            texts.push(before.to_owned());
            rest = after;
        }
        texts.push(rest.to_owned());
        Pattern { id, names: found, texts }
    }

    /// The values of a sentence that was made like this one.
    fn values<'a>(&self, sentence: &'a str) -> Option<Vec<&'a str>> {
        let (first, others) = self.texts.split_first()?;
        let (last, between) = others.split_last()?;
        let mut rest = sentence.strip_prefix(first.as_str())?.strip_suffix(last.as_str())?;
        let mut values = Vec::new();
        for text in between {
            let (value, after) = rest.split_once(text.as_str())?;
            values.push(value);
            rest = after;
        }
        values.push(rest);
        // What is called a number is one, so that short messages do not fit everything.
        let fits = |(name, value): (&&str, &&str)| !name.starts_with("count") || is_number(value);
        self.names.iter().zip(&values).all(fits).then_some(values)
    }
}
