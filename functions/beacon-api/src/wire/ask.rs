//! Asks.

use app::idempotency::Reply;
use domain::customer::Customer;
use domain::request::{Request, Status};
use domain::values::value::{Kind, LanguageTag, Maybe, Raw, strings};
use domain::values::{Channel, Country, CustomerEmail, Dialect, EmailAddress, Invalid, Phone, Reminders};
use edge::shown::{OneOf, UnixTime, Uuid};
use jiff::{SignedDuration, Timestamp};

use crate::error::Failure;
use crate::use_cases::NewAsk;
use crate::wire::time::{self, Moment};
use crate::wire::violations::{Change, Line, Violations, lacks_country, phone};

edge::input! {
    pub(crate) struct AskInput as BeaconAskInput with ChannelWord {
        /// Required without `phone`.
        email: Change<CustomerEmail>;
        /// Required without `email`.
        phone: Change<Raw>, as phone();
        /// The channels in the order of use. If omitted: every channel for which the customer has an address; where no SMS leaves, email.
        channels: Option<Channels>;
        reminders_count: Option<Reminders>;
        // At most 366 days ahead. If omitted or past, the first message leaves now.
        asked_at: Option<Moment>, shown time::schema();
        /// The customer's language (BCP 47). Unsupported languages are ignored; the shop's default applies.
        language: Maybe<Line<LanguageTag>>;
    }
}

impl AskInput {
    pub(crate) fn needs_country(&self) -> bool {
        lacks_country(&self.phone)
    }

    /// The ask. Without a time, or with a past one, it is due at `now`.
    pub(crate) fn parse(self, country: Option<Country>, now: Timestamp) -> Result<NewAsk, Failure> {
        let mut violations = Violations::default();
        let (email, phone) = (violations.take(self.email), violations.phone(self.phone, country));
        let key = violations.key(&email, &phone);
        let channels = violations.take(self.channels);
        let reminders = violations.take(self.reminders_count);
        let asked_at = violations.take(self.asked_at);
        let language = violations.take(self.language).flatten();
        let delay_max = SignedDuration::from_hours(24 * i64::from(Dialect::MoreGoodReviews.policy().delay_days_max));
        if asked_at.is_some_and(|at| at.duration_since(now) > delay_max) {
            violations.add("asked_at", Invalid("`asked_at` must be at most 366 days ahead."));
        }
        violations.finish(key.map(|key| NewAsk {
            key,
            channels,
            reminders: reminders.unwrap_or(Reminders::NONE),
            scheduled_at: asked_at.map_or(now, |at| at.max(now)),
            language,
        }))
    }
}

/// The channels in the given order, without repetition.
enum Channels {}

domain::reads! {
    Channels: Vec<Channel> = |json| parse_channels(strings(json).unwrap_or_default()),
        Kind::Object("BeaconChannel").list(Some(1), None);
}

edge::word_schemas! {
    /// The channels of an ask.
    ChannelWord, "BeaconChannel" = Channel::WORDS;
}

fn parse_channels(words: Vec<&str>) -> Result<Vec<Channel>, Invalid> {
    const RULE: Invalid = Invalid(
        "`channels` must be a list of \"email\", \"sms\" or both; if omitted, every channel that reaches the customer \
         is used.",
    );
    let mut channels = Vec::new();
    for word in words {
        let channel = Channel::parse(word).ok_or(RULE)?;
        if !channels.contains(&channel) {
            channels.push(channel);
        }
    }
    if channels.is_empty() { Err(RULE) } else { Ok(channels) }
}

/// An ask with its customer, as it is at this instant.
type AskAt<'a> = (&'a Request, &'a Customer, Timestamp);

edge::shown! {
    /// An ask.
    struct AskData as BeaconAsk ((ask, customer, now): AskAt<'_>) {
        id: Uuid = ask.id.guid();
        email: Option<String> = customer.email.as_ref().map(EmailAddress::as_typed);
        phone: Option<String> = customer.phone.as_ref().map(Phone::as_str);
        /// The channels in the order of use.
        channels: Vec<String> = ask.delivery.channels.iter().map(|channel| channel.as_str());
        reminders_count: u8 = ask.delivery.reminders.get();
        /// When the first message is or was due, in Unix seconds.
        scheduled_at: UnixTime = ask.scheduled_at;
        status: OneOf<Status> = ask.status(now);
    }

    pub(crate) struct AskBody as BeaconAskBody (ask: AskAt<'_>) {
        /// Always `true`.
        success: bool = true;
        data: AskData = ask;
    }
}

/// The answer with a new or an open ask.
pub(crate) fn created(request: &Request, customer: &Customer, now: Timestamp) -> Result<Reply, app::error::Error> {
    Reply::json(200, &AskBody::new((request, customer, now)))
}
