//! Why a call is answered with an error, without words: reasons of the edge itself, and those of use cases.
//!
//! [`crate::described::described`] gives each error its status, code and sentence; a dialect gives its envelope.

use domain::values::Invalid;

use crate::json::Problem;

#[derive(Debug)]
pub enum Error {
    NoRoute,
    /// The path exists for other methods.
    Method {
        /// The methods of the path, as the `Allow` header lists them.
        allow: String,
    },
    /// The body is longer than [`crate::body::JSON_BYTES_MAX`].
    TooLarge,
    /// The body has more rows than a call may.
    RowsTooLarge,
    /// The `Content-Type` is not JSON.
    NotJson,
    /// The `Content-Type` is neither CSV nor JSON Lines.
    NotRows,
    /// The body is compressed.
    Encoded,
    /// The connection ended within the body.
    Truncated,
    /// The body is not one well-formed JSON object.
    Malformed(Problem),
    IdempotencyKey(Invalid),
    /// A field or parameter breaks its rule.
    Field {
        /// The field's name, as the caller wrote it or as the dialect's codes spell it, such as `line_title`.
        field: &'static str,
        /// The rule, as a sentence to show.
        rule: Invalid,
    },
    /// A use case's own reason.
    App(app::error::Error),
}

impl Error {
    /// For `map_err`: this field breaks its rule.
    pub fn field(field: &'static str) -> impl Fn(Invalid) -> Self {
        move |rule| Self::Field { field, rule }
    }
}

impl From<app::error::Error> for Error {
    fn from(error: app::error::Error) -> Self {
        Self::App(error)
    }
}

impl From<store::table::Error> for Error {
    fn from(error: store::table::Error) -> Self {
        Self::App(error.into())
    }
}

impl From<vault::Error> for Error {
    fn from(error: vault::Error) -> Self {
        Self::App(error.into())
    }
}
