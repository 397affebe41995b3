//! The JSON of a shop's send window.

use domain::shop::{SendWindow, Weekdays, Zone};
use domain::values::Invalid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::schema::{ArrayBuilder, SchemaType};
use utoipa::openapi::{Array, ObjectBuilder, Type};

use crate::field::Field;

const RULE: Invalid = Invalid(
    "`send_window` must be an object with `from`, `to`, `time_zone` and, optionally, `days`; null means any time.",
);

/// The hours and weekdays at which messages leave.
#[derive(Deserialize, ToSchema)]
#[schema(as = SendWindowInput)]
pub(crate) struct SendWindowInput {
    /// The time of day at which the window opens.
    #[schema(value_type = String, pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "09:00")]
    from: Field<String>,
    /// The time of day at which the window closes. If it is not after `from`, the window closes on the next day.
    #[schema(value_type = String, pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "18:00")]
    to: Field<String>,
    #[schema(schema_with = days_or_null, required = false)]
    days: Field<Vec<String>>,
    /// The time zone for customers whose time zone is unknown, as the IANA database names it.
    #[schema(value_type = String, max_length = 64, example = "Europe/Berlin")]
    time_zone: Field<String>,
}

/// The hours and weekdays at which messages leave.
#[derive(Serialize, ToSchema)]
#[schema(as = SendWindow)]
pub(crate) struct SendWindowBody {
    /// The time of day at which the window opens.
    from: String,
    /// The time of day at which the window closes. If it is not after `from`, the window closes on the next day.
    to: String,
    #[schema(schema_with = days)]
    days: Vec<&'static str>,
    /// The time zone for customers whose time zone is unknown.
    time_zone: String,
}

pub(super) fn window(input: Field<SendWindowInput>) -> Result<SendWindow, Invalid> {
    let SendWindowInput { from, to, days, time_zone } = input.required(RULE)?;
    let days = days
        .optional(Weekdays::RULE)?
        .map_or(Ok(Weekdays::ALL), |words| Weekdays::parse(words.iter().map(String::as_str)))?;
    SendWindow::new(
        SendWindow::time(from.as_str())?,
        SendWindow::time(to.as_str())?,
        days,
        Zone::parse(time_zone.as_str())?,
    )
}

impl SendWindowBody {
    pub(super) fn new(window: &SendWindow) -> Self {
        let [from, to] = window.hours();
        Self { from, to, days: window.days().words(), time_zone: window.zone().as_str().to_owned() }
    }
}

fn days() -> Array {
    array(SchemaType::Type(Type::Array))
}

fn days_or_null() -> Array {
    array(SchemaType::from_iter([Type::Array, Type::Null]))
}

fn array(schema_type: SchemaType) -> Array {
    let day = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(Weekdays::all_words()));
    ArrayBuilder::new()
        .schema_type(schema_type)
        .items(day)
        .min_items(Some(1))
        .description(Some("The days on which the window opens; all if omitted."))
        .build()
}
