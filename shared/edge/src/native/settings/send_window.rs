//! The JSON of a shop's send window.

use domain::shop::{SendWindow, TimeOfDay, Weekdays, Zone};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::schema::ArrayBuilder;
use utoipa::openapi::{Array, ObjectBuilder, Type};

use crate::error::Error;
use crate::input;

input! {
    /// The hours and weekdays at which messages leave.
    pub(crate) struct SendWindowInput {
        /// The time of day at which the window opens.
        from: TimeOfDay, example "09:00", at "send_window";
        /// The time of day at which the window closes. If it is not after `from`, the window closes on the next day.
        to: TimeOfDay, example "18:00", at "send_window";
        /// The days on which the window opens; all if omitted.
        days: Option<Weekdays>, at "send_window";
        /// The time zone for customers whose time zone is unknown, as the IANA database names it.
        time_zone: Zone, example "Europe/Berlin", at "send_window";
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

impl SendWindowInput {
    /// An invalid part is an invalid `send_window`.
    pub(super) fn parse(self) -> Result<SendWindow, Error> {
        let days = self.days?.unwrap_or(Weekdays::ALL);
        SendWindow::new(self.from?, self.to?, days, self.time_zone?).map_err(Error::field("send_window"))
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
