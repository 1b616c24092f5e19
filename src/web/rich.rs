//! Sentences with markup in them, whole for the translator: `See <link>My page</link>, or type <code>{ $name }</code>.`
//!
//! Only tags of the message itself count; what is put in is escaped, whatever it looks like.

use crate::language::{Value, sentence};
use maud::{Markup, PreEscaped, Render, html};

/// What is put into a message that becomes markup.
pub(super) enum Piece<'a> {
    /// For a placeable: a number or a text that decides between variants, said by the message.
    Plain(Value<'a>),
    /// For a placeable: anything else.
    Markup(Markup),
    /// For a pair of tags: what goes around the text between them.
    Around(Box<dyn Fn(Markup) -> Markup + 'a>),
}

impl From<Markup> for Piece<'_> {
    fn from(markup: Markup) -> Self {
        Piece::Markup(markup)
    }
}

impl From<&str> for Piece<'_> {
    fn from(text: &str) -> Self {
        Piece::Markup(text.render())
    }
}

impl From<&String> for Piece<'_> {
    fn from(text: &String) -> Self {
        Piece::Markup(text.render())
    }
}

impl From<String> for Piece<'_> {
    fn from(text: String) -> Self {
        Piece::Markup(text.render())
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Piece<'_> {
            fn from(number: $kind) -> Self {
                Piece::Plain(number.into())
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64, usize, i64);

/// `<link>…</link>` of a message leads there.
pub(super) fn link<'a>(href: impl Into<String>) -> Piece<'a> {
    let href = href.into();
    around(move |text| html! { a href=(href) { (text) } })
}

/// What `<name>…</name>` of a message becomes.
pub(super) fn around<'a>(wrap: impl Fn(Markup) -> Markup + 'a) -> Piece<'a> {
    Piece::Around(Box::new(wrap))
}

/// For a placeable that decides between variants.
pub(super) fn choice<'a>(variant: &'a str) -> Piece<'a> {
    Piece::Plain(variant.into())
}

/// Tags that a message may have by itself.
const OWN_TAGS: [&str; 4] = ["code", "kbd", "strong", "em"];
/// Stand around the place of a piece in the message that Fluent has put together. They are for private use: no text
/// of a message has them, and what is put in never passes through it.
const BEGIN: char = '\u{e000}';
const END: char = '\u{e001}';

/// A message as markup. Call it by `rich!`.
pub(super) fn marked_up_message(id: &str, pieces: &[(&'static str, Piece<'_>)]) -> Markup {
    let mut values = Vec::new();
    for (place, (name, piece)) in pieces.iter().enumerate() {
        match piece {
            Piece::Plain(value) => values.push((*name, value.clone())),
            Piece::Markup(_) => values.push((*name, format!("{BEGIN}{place}{END}").into())),
            Piece::Around(_) => {}
        }
    }
    marked_up(&sentence(id, &values), pieces)
}

fn marked_up(text: &str, pieces: &[(&'static str, Piece<'_>)]) -> Markup {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', BEGIN]) {
        out.push_str(&rest[..at].render().into_string());
        rest = &rest[at..];
        let taken = placed(rest, pieces).or_else(|| wrapped(rest, pieces));
        let (markup, length) = taken.unwrap_or_else(|| {
            let one = rest.chars().next().map_or(rest.len(), char::len_utf8);
            (rest[..one].render(), one)
        });
        out.push_str(&markup.into_string());
        rest = &rest[length..];
    }
    out.push_str(&rest.render().into_string());
    PreEscaped(out)
}

/// The piece whose place the text begins with, and how long the mark is.
fn placed(text: &str, pieces: &[(&'static str, Piece<'_>)]) -> Option<(Markup, usize)> {
    let (place, _) = text.strip_prefix(BEGIN)?.split_once(END)?;
    let (_, Piece::Markup(markup)) = pieces.get(place.parse::<usize>().ok()?)? else { return None };
    Some((markup.clone(), BEGIN.len_utf8() + place.len() + END.len_utf8()))
}

/// The pair of tags that the text begins with, and how long it is with all between.
fn wrapped(text: &str, pieces: &[(&'static str, Piece<'_>)]) -> Option<(Markup, usize)> {
    let (name, rest) = text.strip_prefix('<')?.split_once('>')?;
    let (inner, _) = rest.split_once(&format!("</{name}>"))?;
    let length = 2 * name.len() + 5 + inner.len();
    let inside = marked_up(inner, pieces);
    if let Some((_, Piece::Around(wrap))) = pieces.iter().find(|(known, _)| *known == name) {
        return Some((wrap(inside), length));
    }
    let tag = OWN_TAGS.iter().find(|tag| **tag == name)?;
    Some((PreEscaped(format!("<{tag}>{}</{tag}>", inside.into_string())), length))
}

/// `rich!("area-id", name = value, …)`: a message as markup. A value is a number, a text, markup, or, for a pair of
/// tags of that name, [`link`] or [`around`].
macro_rules! rich {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::web::rich::marked_up_message($id, &[$((stringify!($name), $crate::web::rich::Piece::from($value))),*])
    };
}
pub(super) use rich;

#[cfg(test)]
mod tests {
    use super::*;

    fn made(text: &str, pieces: &[(&'static str, Piece<'_>)]) -> String {
        marked_up(text, pieces).into_string()
    }

    #[test]
    fn tags_of_the_message_count_and_those_of_values_do_not() {
        let pieces = [("link", link("/me?a=1&b=2")), ("name", "<link>x</link> & <b>".into())];
        let text = format!("See <link>a <code>{BEGIN}1{END}</code></link> & so <on>.");
        assert_eq!(
            made(&text, &pieces),
            "See <a href=\"/me?a=1&amp;b=2\">a <code>&lt;link&gt;x&lt;/link&gt; &amp; &lt;b&gt;</code></a> &amp; so &lt;on&gt;."
        );
    }

    #[test]
    fn what_is_not_whole_is_shown_as_it_is() {
        for (text, shown) in [
            ("<code>a", "&lt;code&gt;a"),
            ("a < b", "a &lt; b"),
            ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
            ("<", "&lt;"),
        ] {
            assert_eq!(made(text, &[]), shown);
        }
        assert_eq!(made(&format!("{BEGIN}7{END}é"), &[]), format!("{BEGIN}7{END}é"));
    }
}
