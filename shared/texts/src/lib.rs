//! The texts that customers read, in their language: the hub, emails, SMS and questions, as Fluent messages in one file for each
//! language, `languages/<tag>.ftl`.
//!
//! A part of a language is parsed at its first use, so that a cold start parses only what it needs. A message that is
//! missing in a language is shown in English. No function here fails, because a missing text must not keep a customer
//! from the page.

mod bundle;
mod grouping;
mod message;
mod plural;
mod questions;
#[cfg(test)]
mod tests;

use domain::values::Language;

pub use message::{Count, Wording, escaped};
pub use questions::{phrases, questions, ready_facts};

/// The months' names in the messages' selectors.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A part of a language's messages, parsed separately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Page,
    Mail,
    Sms,
    Questions,
    Console,
}

/// The messages of one part in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Texts {
    language: Language,
    part: Part,
}

impl Texts {
    /// The hub's messages.
    pub const fn page(language: Language) -> Self {
        Self { language, part: Part::Page }
    }

    pub const fn mail(language: Language) -> Self {
        Self { language, part: Part::Mail }
    }

    pub const fn sms(language: Language) -> Self {
        Self { language, part: Part::Sms }
    }

    /// The console's messages, in English if the console is not written in the language.
    pub const fn console(language: Language) -> Self {
        let language = if Self::has_console(language) { language } else { Language::English };
        Self { language, part: Part::Console }
    }

    pub const fn has_console(language: Language) -> bool {
        bundle::console(language).is_some()
    }

    /// The chosen language. Some messages may nevertheless be in English.
    pub const fn language(self) -> Language {
        self.language
    }

    /// The message with this id. Give it its values, then show it.
    pub const fn say(self, id: &str) -> Wording<'_> {
        Wording::new(self, id)
    }

    /// A date as people write it; `month` counts from 1. Only for the hub, emails and the console.
    pub fn day(self, year: i16, month: i8, day: i8) -> String {
        let said = self.say("day").count("day", day.unsigned_abs());
        whole(&said.words("month", name_of(month)).words("year", &year.to_string()))
    }

    /// A month as people write it, counted from 1. Only for the hub, emails and the console.
    pub fn month(self, year: i16, month: i8) -> String {
        whole(&self.say("month").words("month", name_of(month)).words("year", &year.to_string()))
    }

    /// A whole number, as people write it.
    pub fn number(self, number: impl Count) -> String {
        let number = number.whole();
        grouping::of::<()>(self.language)(&number.into(), &()).unwrap_or_else(|| number.to_string())
    }

    /// A number with one decimal, as people write it. Only for the hub, emails and the console.
    pub fn decimal(self, number: f64) -> String {
        let number = format!("{number:.1}");
        let (whole, tenths) = number.split_once('.').unwrap_or((&number, "0"));
        self.fraction(whole, tenths)
    }

    /// A number as people write it, from the digits before and after the decimal point. Only for the hub, emails and
    /// the console.
    pub fn fraction(self, integer: &str, digits: &str) -> String {
        whole(&self.say("decimal").words("whole", integer).words("tenths", digits))
    }

    /// A share in percent with one decimal, as people write it. Only for the console.
    pub fn percent(self, percent: f64) -> String {
        whole(&self.say("percent").words("number", &self.decimal(percent)))
    }

    /// A share in percent without decimals, as people write it.
    pub fn whole_percent(self, percent: f64) -> String {
        whole(&self.say("percent").words("number", &format!("{percent:.0}")))
    }

    /// Parses the messages before their first use.
    pub fn load(self) {
        bundle::of(self.language, self.part);
    }
}

/// A month in the messages' selectors. It is passed as a word: with numeric variants, Fluent would parse up to twelve numbers to
/// select one.
fn name_of(month: i8) -> &'static str {
    let month = usize::try_from(month).unwrap_or_default();
    MONTHS.get(month.saturating_sub(1)).copied().unwrap_or_default()
}

/// A date or number as one piece. If its parts were isolated one by one, they would appear in left-to-right order.
fn whole(message: &Wording<'_>) -> String {
    message.to_string().replace(['\u{2068}', '\u{2069}'], "")
}
