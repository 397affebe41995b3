//! The JSON of a shop's send window.

use domain::shop::{SendWindow, TimeOfDay, Weekdays, Zone};
use domain::values::Invalid;
use domain::values::value::{Json, Kind, Shape, UNSAID, Value};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::schema::ArrayBuilder;
use utoipa::openapi::{Array, ObjectBuilder, Type};

use crate::error::Error;
use crate::input;

input! {
    /// The hours and weekdays at which messages leave.
    pub(crate) struct SendWindowInput {
        /// The time of day at which the window opens.
        from: TimeOfDay, example "09:00";
        /// The time of day at which the window closes. If it is not after `from`, the window closes on the next day.
        to: TimeOfDay, example "18:00";
        /// The days on which the window opens; all if omitted.
        days: Option<Weekdays>;
        /// The time zone for customers whose time zone is unknown, as the IANA database names it.
        time_zone: Zone, example "Europe/Berlin";
    }
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

impl Value for SendWindowInput {
    type Out = Self;

    fn read(json: Option<&Json>) -> Result<Self, Invalid> {
        Self::deserialize(json.filter(|json| json.is_object()).ok_or(UNSAID)?).map_err(|_| UNSAID)
    }

    fn shape() -> Shape {
        Kind::Object("SendWindowInput").required()
    }
}

impl SendWindowInput {
    /// An invalid part is an invalid `send_window`.
    pub(super) fn parse(self) -> Result<SendWindow, Error> {
        let of_whole = |error| match error {
            Error::Field { field: _, rule } => Error::field("send_window")(rule),
            error => error,
        };
        let Self { from, to, days, time_zone } = self;
        let days = days.map_err(of_whole)?.unwrap_or(Weekdays::ALL);
        let (from, to) = (from.map_err(of_whole)?, to.map_err(of_whole)?);
        SendWindow::new(from, to, days, time_zone.map_err(of_whole)?).map_err(Error::field("send_window"))
    }
}

impl SendWindowBody {
    pub(super) fn new(window: &SendWindow) -> Self {
        let [from, to] = window.hours();
        Self { from, to, days: window.days().words(), time_zone: window.zone().as_str().to_owned() }
    }
}

fn days() -> Array {
    let day = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(Weekdays::all_words()));
    ArrayBuilder::new()
        .items(day)
        .min_items(Some(1))
        .description(Some("The days on which the window opens; all if omitted."))
        .build()
}
