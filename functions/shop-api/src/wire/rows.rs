//! What orders and products have in common: the rows of a POST, what becomes of each, and when a row was read.

use std::collections::BTreeSet;

use domain::values::value::{Kind, Text, UNSAID, number, strings};
use domain::values::{Invalid, whole};
use edge::described::{Described, described};
use edge::error::Error;
use edge::shown::OneOf;
use jiff::Timestamp;

use crate::use_cases::Outcome;

/// The most rows of a POST.
pub(crate) const ROWS_MAX: usize = 100;
const WORDS_MAX: usize = 250;
const WORD_CHARACTERS_MAX: usize = 255;
/// The last instant that there is: the end of the year 9999.
const AS_OF_MAX: u64 = 253_402_207_200_000;

/// When the sender read an order or a product, in milliseconds since 1970.
pub(crate) enum AsOf {}

impl AsOf {
    pub(crate) const RULE: Invalid = Invalid(
        "`as_of` must be the time at which it was read, in milliseconds since 1970, such as 1764412345678; omit it for now.",
    );
}

/// Tags or labels: each once, in lower case.
pub(crate) enum Words {}

domain::reads! {
    AsOf: Timestamp = |json| {
        let at = whole(number(json), 1, AS_OF_MAX).and_then(|at| i64::try_from(at).ok());
        at.and_then(|at| Timestamp::from_millisecond(at).ok()).ok_or(UNSAID)
    }, Kind::Whole(1, AS_OF_MAX);
    Words: BTreeSet<String> = |json| {
        let rule = Invalid("Tags and labels must be a list of at most 250 strings of at most 255 characters.");
        let words = strings(json).filter(|words| words.len() <= WORDS_MAX).ok_or(rule)?;
        let words = words.into_iter().map(|word| word.trim().to_lowercase()).filter(|word| !word.is_empty());
        let fits = |word: &str| word.chars().count() <= WORD_CHARACTERS_MAX && !word.chars().any(char::is_control);
        words.map(|word| fits(&word).then_some(word).ok_or(rule)).collect()
    }, Kind::Text(Text::at_most(WORD_CHARACTERS_MAX)).list(None, Some(WORDS_MAX));
}

/// The rows of a POST, each of which is an object or refused alone.
pub(crate) fn rows<I>(field: &'static str, rows: Vec<Result<I, Invalid>>) -> Result<Vec<Result<I, Error>>, Error> {
    let refused = |_| Error::field(field)(Invalid("Send a list of at most 100 objects, each with its `id`."));
    match rows.len() {
        0..=ROWS_MAX => Ok(rows.into_iter().map(|row| row.map_err(refused)).collect()),
        _ => Err(refused(UNSAID)),
    }
}

/// A field of a row of a POST counts as this, if it is wrong.
pub(crate) fn lenient<T>(read: Result<T, Error>, is_row: bool, instead: T) -> Result<T, Error> {
    read.or_else(|error| if is_row { Ok(instead) } else { Err(error) })
}

edge::shown! {
    /// What became of a row.
    pub(crate) struct RowBody as RowResult ((id, outcome, refused): (String, Outcome, Option<&Described>)) {
        /// The id, as it was sent.
        id: String = id;
        /// `stored`; `kept` if what is stored was read later; `refused` if the row can never be stored.
        outcome: OneOf<Outcome> = outcome;
        /// Why it was refused: the `error` with which a PUT would be answered.
        code: Option<String> = refused.map(|refused| &*refused.code);
        /// What to do about it, in one sentence.
        message: Option<String> = refused.map(|refused| &*refused.sentence);
    }

    /// What became of the rows, in their order.
    pub(crate) struct RowsBody as RowResults (results: Vec<RowBody>) {
        results: Vec<RowBody> = results;
    }
}

impl RowBody {
    /// Errors: those of our side. Whatever is wrong with a row refuses that row alone.
    pub(crate) fn of_row(id: String, done: Result<Outcome, Error>) -> Result<Self, Error> {
        let error = match done {
            Ok(outcome) => return Ok(Self::new((id, outcome, None))),
            Err(error) => error,
        };
        let refused = described(&error);
        let is_of_row = refused.status.is_client_error();
        is_of_row.then(|| Self::new((id, Outcome::Refused, Some(&refused)))).ok_or(error)
    }
}
