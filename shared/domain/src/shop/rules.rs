//! A shop's rules for its requests: when their messages leave.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::shop::{Cap, SendWindow, Zone};
use crate::values::{Country, Invalid, ReminderDays, Reminders, RequestOrigin, words};

/// A shop's decisions about its requests.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShopRules {
    pub reminder_days: ReminderDays,
    /// How many reminders a request gets if its call gives no number, in the API that leaves this to the shop.
    pub default_reminders: Reminders,
    /// When messages may leave; `None` for any time.
    pub send_window: Option<SendWindow>,
    /// How many messages a person gets at most; `None` for any number.
    pub messages_a_month: Option<Cap>,
    /// Until when no message leaves for customers. A past time has no effect.
    pub paused_until: Option<Timestamp>,
    /// Which requests leave out products that the customer reviewed or was asked about before.
    pub ask_once: AskOnce,
    /// The country of phone numbers without a country code.
    pub country: Option<Country>,
}

impl ShopRules {
    /// The first instant from `at` on at which a message may leave to a recipient in this zone (`None` if unknown).
    pub fn next_open(&self, at: Timestamp, recipient: Option<&Zone>) -> Timestamp {
        self.send_window.as_ref().map_or(at, |window| window.next(at, recipient))
    }

    /// The shop's time zone: that of the send window, or else UTC.
    pub fn zone(&self) -> TimeZone {
        self.send_window.as_ref().map_or(TimeZone::UTC, |window| window.zone().time_zone())
    }

    /// The day of an instant for a recipient in this zone. If the zone is unknown, that of the send window counts, or
    /// else UTC.
    pub fn day(&self, at: Timestamp, recipient: Option<&Zone>) -> Date {
        at.to_zoned_datetime(recipient.map_or_else(|| self.zone(), Zone::time_zone)).date()
    }
}

// Whether customers are asked about a product only once.
words! {
    /// Which requests leave out products that the customer reviewed or was asked about before.
    #[derive(Default)]
    pub enum AskOnce {
        /// Requests from a shop's own system or from a file.
        #[default]
        Integrations = "integrations",
        Never = "never",
    }
}

impl AskOnce {
    pub const RULE: Invalid = Invalid("`ask_once` must be integrations or never.");

    pub const fn applies(self, origin: RequestOrigin) -> bool {
        match self {
            Self::Integrations => origin.is_of_order(),
            Self::Never => false,
        }
    }
}

crate::reads_word! { AskOnce, Self::RULE; }
