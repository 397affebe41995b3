//! What customers read, in their language: the page, the mails, the text messages and the chat's
//! questions, kept as Fluent messages in `texts/<language>/`.
//!
//! A language is parsed when it is first spoken, and of it only what the function needs: a cold start
//! pays for nothing that it does not say. What a language lacks is said in English, and nothing here
//! fails: a text that is missing must not keep a customer from the page.

mod bundle;
mod guide;
mod message;
#[cfg(test)]
mod tests;

use domain::Language;

pub use guide::questions;
pub use message::Message;

/// What the messages call the months.
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

/// What a text belongs to: its own file in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The customer's page.
    Page,
    /// The mails.
    Mail,
    /// The text messages.
    Text,
    /// The chat's questions.
    Chat,
}

/// The texts of one part in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Texts {
    language: Language,
    part: Part,
}

impl Texts {
    /// The page's.
    #[must_use]
    pub const fn page(language: Language) -> Self {
        Self { language, part: Part::Page }
    }

    /// The mails'.
    #[must_use]
    pub const fn mail(language: Language) -> Self {
        Self { language, part: Part::Mail }
    }

    /// The text messages'.
    #[must_use]
    pub const fn text(language: Language) -> Self {
        Self { language, part: Part::Text }
    }

    /// The language.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// The message with this id, to be filled and shown.
    #[must_use]
    pub const fn say(self, id: &str) -> Message<'_> {
        Message::new(self, id)
    }

    /// A day as people write it; the month from 1. Of the page and the mails only.
    #[must_use]
    pub fn day(self, year: i16, month: i8, day: i8) -> String {
        let number = |part: i8| usize::try_from(part).unwrap_or_default();
        let (year, month) =
            (year.to_string(), MONTHS.get(number(month).saturating_sub(1)).copied().unwrap_or_default());
        // A name is compared at once, where a number would be read from each of twelve variants first.
        let message = self.say("day").count("day", number(day)).words("month", month).words("year", &year);
        // Isolated each by itself, its parts would stand in the order of a language from left to right.
        message.to_string().replace(['\u{2068}', '\u{2069}'], "")
    }

    /// Parses the texts ahead of their first use.
    pub fn load(self) {
        bundle::of(self.language, self.part);
    }
}
