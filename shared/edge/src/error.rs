//! Why a call is answered with an error: the edge's own reasons and the use cases'.
//!
//! Each dialect renders it with one exhaustive match.

use domain::Invalid;

use crate::json::Problem;

/// Why a call is answered with an error.
#[derive(Debug)]
pub enum Error {
    /// No such path.
    NoRoute,
    /// The path exists for other methods.
    Method {
        /// Those methods, as the `Allow` header lists them.
        allow: String,
    },
    /// The body is longer than [`crate::JSON_BYTES_MAX`].
    TooLarge,
    /// The body is not declared as JSON.
    NotJson,
    /// The body could not be received whole.
    Truncated,
    /// The body is not one well-formed JSON object.
    Malformed(Problem),
    /// The `Idempotency-Key` header is none.
    IdempotencyKey(Invalid),
    /// A field or parameter does not keep its rule.
    Field {
        /// Its name.
        field: &'static str,
        /// The rule.
        rule: Invalid,
    },
    /// A use case's own reason.
    App(app::Error),
}

impl Error {
    /// For `map_err`: this field does not keep its rule.
    pub fn field(field: &'static str) -> impl Fn(Invalid) -> Self {
        move |rule| Self::Field { field, rule }
    }
}

impl From<app::Error> for Error {
    fn from(error: app::Error) -> Self {
        Self::App(error)
    }
}
