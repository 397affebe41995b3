//! The send window among a shop's settings.

use domain::shop::{SendWindow, Weekdays, Zone};
use serde::{Deserialize, Serialize};

use crate::table::Error;

#[derive(Serialize, Deserialize)]
pub(super) struct WindowPart {
    from: String,
    to: String,
    days: Vec<String>,
    time_zone: String,
}

impl From<&SendWindow> for WindowPart {
    fn from(window: &SendWindow) -> Self {
        let [from, to] = window.hours();
        let days = window.days().words().into_iter().map(str::to_owned).collect();
        Self { from, to, days, time_zone: window.zone().as_str().to_owned() }
    }
}

impl TryFrom<WindowPart> for SendWindow {
    type Error = Error;

    fn try_from(WindowPart { from, to, days, time_zone }: WindowPart) -> Result<Self, Error> {
        let days = Weekdays::parse(days.iter().map(String::as_str))?;
        Ok(Self::new(Self::time(&from)?, Self::time(&to)?, days, Zone::parse(&time_zone)?)?)
    }
}
