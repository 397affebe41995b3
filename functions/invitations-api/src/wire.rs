//! The JSON of invitations, as Amino documents it.

use app::idempotency::Reply;
use app::request::stats::Days;
use app::request::{FirstMessage, NewReviewRequest, Recipient};
use domain::order::{OrderId, ProductIds};
use domain::request::{Counter, RequestOptions};
use domain::values::value::{Kind, LanguageTag, Lenient, Maybe, Text};
use domain::values::{Channel, CustomerEmail, Dialect, Invalid, PersonName, Reminders, RequestOrigin, parse_day};
use edge::body::Fields;
use edge::error::Error;
use edge::shown::Url;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::request::counters::Counts;

use crate::error::Failure;

edge::input! {
    pub(crate) struct Invitation {
        /// The customer's email address.
        email: Lenient<Maybe<CustomerEmail>, true>;
        /// The customer's name, with which the email greets the customer.
        name: Lenient<Maybe<PersonName>, true>;
        /// The shop's reference for the order. For the same reference and email address, only one invitation is sent.
        order_ref: Option<String>, as Kind::Text(Text::at_most(OrderId::CHARACTERS_MAX)),
            or "`order_ref` must be a string; omit it if there is no order.";
        /// The customer's language (BCP 47). Unsupported languages are ignored; the shop's default applies.
        language: Option<LanguageTag>;
    }
}

impl Invitation {
    pub(crate) fn parse(self, now: Timestamp) -> Result<NewReviewRequest, Failure> {
        // A value of another type is invalid, not missing.
        let required = [("email", matches!(self.email, Ok(None))), ("name", matches!(self.name, Ok(None)))];
        let missing: Vec<_> = required.into_iter().filter(|(_, lacks)| *lacks).map(|(name, _)| name).collect();
        let (email, name) = if missing.is_empty() { (self.email?, self.name?) } else { (None, None) };
        let Some(email) = email else { return Err(Failure::Missing(missing)) };
        let order = self.order_ref?.map(|reference| OrderId::parse(&reference)).transpose();
        Ok(NewReviewRequest {
            dialect: Dialect::Amino,
            origin: RequestOrigin::Call,
            recipient: Recipient::Addressee { email, name },
            products: ProductIds::default(),
            order: order.map_err(Error::field("order_ref"))?.flatten(),
            first_message: FirstMessage::At(now),
            channels: vec![Channel::Email],
            reminders: Some(Reminders::NONE),
            options: RequestOptions { language: self.language?.flatten(), ..RequestOptions::default() },
        })
    }
}

/// Reads `?from=&to=`, the first and last UTC day of creation. If one is omitted, the range is as long as allowed.
pub(crate) fn days(query: Option<&str>, now: Timestamp) -> Result<Option<Days>, Failure> {
    let fields = Fields::of_query(query);
    let date = |name| fields.find(name).map(|day| parse_day(day).ok_or(DATE_RULE)).transpose();
    let first = date("from").map_err(Error::field("from"))?;
    let last = date("to").map_err(Error::field("to"))?;
    let today = now.to_zoned_datetime(TimeZone::UTC).date();
    let range = match (first, last) {
        (None, None) => return Ok(None),
        (Some(first), last) => Days::new(first, last.unwrap_or(today)),
        (None, Some(last)) => Days::until(last),
    };
    Ok(Some(range.map_err(Error::field("from"))?))
}

const DATE_RULE: Invalid = Invalid("`from` and `to` must be days such as 2026-11-20.");

edge::shown! {
    pub(crate) struct Invited(review_url: &str) {
        /// Always `true`.
        ok: bool = true;
        /// The link in the email.
        review_url: Url = review_url;
    }

    pub(crate) struct StatsBody as InvitationStats (counts: &[Counts]) {
        /// Always `true`.
        ok: bool = true;
        stats: Totals = counts;
    }

    struct Totals as InvitationTotals (counts: &[Counts]) {
        /// Requests whose first message was handed to the provider.
        sent: u64 = sum(counts, Counter::Sent);
        /// Requests whose link was opened.
        opened: u64 = sum(counts, Counter::Opened);
        /// Requests with a review.
        completed: u64 = sum(counts, Counter::Completed);
        /// Requests that expired without a review.
        expired: u64 = sum(counts, Counter::Expired);
    }
}

fn sum(counts: &[Counts], counter: Counter) -> u64 {
    counts.iter().map(|counts| counts.of(counter)).sum()
}

/// The answer with a link, whether or not the link is new.
pub(crate) fn invited(review_url: &str) -> Result<Reply, app::error::Error> {
    Reply::json(200, &Invited::new(review_url))
}
