//! An invalid field, as Wix reports it.

use serde::Serialize;
use utoipa::ToSchema;

/// An invalid field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestFieldViolation)]
pub struct Violation {
    /// The field's path from the body's root, such as `reviewRequest.items[0].catalogItemId`. The vendor's SDK replaces the
    /// root by the name of its own parameter.
    pub(crate) field: String,
    /// One sentence that says what the field must be.
    pub(crate) description: String,
    #[schema(schema_with = rules)]
    violated_rule: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    RequiredField,
    Format,
    Min,
    Max,
    MaxSize,
    MaxLength,
    Other,
}

impl Rule {
    const ALL: [Self; 7] =
        [Self::RequiredField, Self::Format, Self::Min, Self::Max, Self::MaxSize, Self::MaxLength, Self::Other];

    const fn as_str(self) -> &'static str {
        match self {
            Self::RequiredField => "REQUIRED_FIELD",
            Self::Format => "FORMAT",
            Self::Min => "MIN",
            Self::Max => "MAX",
            Self::MaxSize => "MAX_SIZE",
            Self::MaxLength => "MAX_LENGTH",
            Self::Other => "OTHER",
        }
    }
}

fn rules() -> utoipa::openapi::Object {
    edge::openapi::words(Rule::ALL.map(Rule::as_str))
}

impl Violation {
    /// The same violation, in the object at `root`.
    pub(crate) fn within(self, root: &str) -> Self {
        Self { field: format!("{root}.{}", self.field), ..self }
    }

    pub(crate) fn new(field: impl Into<String>, rule: Rule, description: impl Into<String>) -> Self {
        Self { field: field.into(), description: description.into(), violated_rule: rule.as_str() }
    }
}
