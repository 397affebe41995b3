//! An invalid field, as Wix reports it.

use domain::values::Invalid;
use domain::values::value::{Json, Kind, Text};
use edge::input::Refusal;

/// An invalid field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    pub(crate) field: String,
    pub(crate) description: String,
    pub(crate) rule: Rule,
}

edge::shown! {
    /// An invalid field.
    pub(crate) struct ViolationBody as ReviewRequestFieldViolation (violation: &Violation) {
        /// The field's path from the body's root, such as `reviewRequest.items[0].catalogItemId`. The vendor's SDK replaces the
        /// root by the name of its own parameter.
        field: String = &*violation.field;
        /// One sentence that says what the field must be.
        description: String = &*violation.description;
        violated_rule "violatedRule": String = violation.rule.as_str(), as Kind::Word(Rule::ALL.map(Rule::as_str).to_vec());
    }
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

    pub(crate) const fn as_str(self) -> &'static str {
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

    /// What the JSON of a field breaks that its value's type refuses.
    fn broken(json: Option<&Json>, kind: &Kind) -> Self {
        match (json, kind) {
            (None | Some(Json::Null), _) => Self::RequiredField,
            (Some(Json::Number(number)), Kind::Whole(min, max)) => match number.as_f64() {
                Some(number) if number < *min as f64 => Self::Min,
                Some(number) if number > *max as f64 => Self::Max,
                _ => Self::Format,
            },
            (Some(Json::Array(items)), Kind::List(_, min, max)) => match items.len() {
                0 if min.is_some() => Self::RequiredField,
                length if max.is_some_and(|max| length > max) => Self::MaxSize,
                _ => Self::Format,
            },
            (Some(Json::String(text)), Kind::Text(Text { characters_min, characters_max: Some(max), .. })) => {
                // A text that may be empty can only be too long, if only in its normal form.
                let is_long = characters_min.is_none() || text.trim().chars().count() > *max;
                if is_long { Self::MaxLength } else { Self::Format }
            }
            _ => Self::Format,
        }
    }
}

impl Refusal for Violation {
    fn of(field: &'static str, json: Option<&Json>, kind: &Kind, Invalid(sentence): Invalid) -> Self {
        Self::new(field, Rule::broken(json, kind), sentence)
    }
}

impl Violation {
    /// The same violation, in the object at `root`.
    pub(crate) fn within(self, root: &str) -> Self {
        Self { field: format!("{root}.{}", self.field), ..self }
    }

    pub(crate) fn new(field: impl Into<String>, rule: Rule, description: impl Into<String>) -> Self {
        Self { field: field.into(), description: description.into(), rule }
    }
}
