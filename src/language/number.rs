//! Numbers as a language writes them: `12,408`, `12 408`, `12.408`.

use super::{Language, current};
use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale_core::Locale;

/// A count, in the language of the request.
pub fn number(value: u64) -> String {
    write(current(), &Decimal::from(value), true)
}

fn write(language: Language, number: &Decimal, grouped: bool) -> String {
    WRITERS.with(|writers| language.own(writers).write(number, grouped))
}

/// How a language writes numbers.
struct Writer {
    grouped: Option<DecimalFormatter>,
    plain: Option<DecimalFormatter>,
}

thread_local! {
    /// They cannot be shared.
    static WRITERS: [Writer; 6] = Language::ALL.map(Writer::new);
}

impl Writer {
    fn new(language: Language) -> Writer {
        let made = |grouping| {
            let locale: Locale = language.tag().parse().ok()?;
            let mut options = DecimalFormatterOptions::default();
            options.grouping_strategy = Some(grouping);
            DecimalFormatter::try_new(DecimalFormatterPreferences::from(&locale), options).ok()
        };
        Writer { grouped: made(GroupingStrategy::Auto), plain: made(GroupingStrategy::Never) }
    }

    fn write(&self, number: &Decimal, grouped: bool) -> String {
        let writer = if grouped { &self.grouped } else { &self.plain };
        writer.as_ref().map_or_else(|| number.to_string(), |writer| writer.format(number).to_string())
    }
}

/// Writes the numbers in the messages of a language; others than numbers are left to Fluent.
pub(super) fn formatter<M>(language: Language) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    // Fluent wants a plain function, which can carry nothing along.
    match language {
        Language::English => |value, _| written(Language::English, value),
        Language::Russian => |value, _| written(Language::Russian, value),
        Language::Spanish => |value, _| written(Language::Spanish, value),
        Language::Portuguese => |value, _| written(Language::Portuguese, value),
        Language::Kazakh => |value, _| written(Language::Kazakh, value),
        Language::German => |value, _| written(Language::German, value),
    }
}

fn written(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, options }) = value else { return None };
    let digits = options.minimum_fraction_digits.unwrap_or_default();
    let number = Decimal::try_from_str(&format!("{value:.digits$}")).ok()?;
    Some(write(language, &number, options.use_grouping))
}
