//! What is put into a message.

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use std::borrow::Cow;

/// A value of a message: a text, or a number that the language writes and inflects.
#[derive(Debug, Clone, PartialEq)]
pub struct Value<'a>(pub(super) FluentValue<'a>);

impl Value<'_> {
    /// A number with so many digits after the point: `1.4`.
    pub fn decimal(number: f64, digits: usize) -> Value<'static> {
        Value(
            FluentNumber::new(
                number,
                FluentNumberOptions { minimum_fraction_digits: Some(digits), ..Default::default() },
            )
            .into(),
        )
    }

    /// A number that inflects what stands beside it, and is written without separators: `1000`.
    pub fn plain(number: f64) -> Value<'static> {
        Value(FluentNumber::new(number, FluentNumberOptions { use_grouping: false, ..Default::default() }).into())
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value(FluentValue::String(Cow::Borrowed(text)))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value(FluentValue::String(Cow::Owned(text)))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Value(FluentValue::String(text))
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Value<'_> {
            fn from(number: $kind) -> Self {
                Value(FluentValue::from(number))
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64, usize, i64);
