//! The JSON of creating and sending, as BetterReviews documents it.

use app::idempotency::Reply;
use app::request::{Created, FirstMessage, NewReviewRequest, Recipient};
use domain::order::{OrderId, ProductIds};
use domain::request::{Request, RequestOptions, Status};
use domain::shop::Zone;
use domain::values::value::{Kind, LanguageTag, Maybe, Text, UNSAID};
use domain::values::{Channel, CustomerEmail, DelayDays, Dialect, PersonName, Reminders, RequestOrigin, parse_day};
use edge::error::Error;
use edge::shown::{Time, Url};
use jiff::Timestamp;
use jiff::civil::Date;

edge::input! {
    pub(crate) struct ReviewRequestInput {
        /// The customer's email address.
        email: CustomerEmail;
        customer_name: Maybe<PersonName>;
        /// The products to review. If omitted: the order's products if the order is known, else the shop itself.
        product_ids: Option<ProductIds>;
        /// The order's id. Without it, the request is never a duplicate of another.
        order_id: Option<OrderId>;
        /// Whole days until the email is sent.
        delay_days: Option<DelayDays> = 7;
        /// `true` if the shop shares the link itself.
        skip_email: Option<bool> = false, or "`skip_email` must be true or false; omit it for false.";
        /// How many reminders follow the email, until a review is written; the shop's `default_reminders` if omitted.
        reminders: Option<Reminders>,
            or "`reminders` must be a whole number from 0 to 3; omit it for the shop's `default_reminders`.";
        /// The customer's language (BCP 47). Unsupported languages are ignored; the shop's default applies.
        language: Maybe<LanguageTag>;
        /// The customer's time zone as the IANA database names it, such as `America/New_York`. The send window is in this time zone.
        time_zone: Maybe<Zone>;
        /// Whether the customer gets something for a review, whatever the stars. The request's reviews are then marked as
        /// `incentivized`.
        incentivized: Option<bool> = false, or "`incentivized` must be true or false; omit it for false.";
        /// The day on which the customer got what the request asks about, in UTC. Reviews then have it as their `experienced_at`. If
        /// omitted: the order's `delivered_at`.
        experienced_at: Maybe<Day>, or "`experienced_at` must be a day such as \"2026-11-20\"; omit it if unknown.";
    }
}

enum Day {}

domain::reads_text! {
    Day: Date = |text| parse_day(text).ok_or(UNSAID), Text { format: Some("date"), ..Text::default() };
}

impl ReviewRequestInput {
    /// The request to create, due seven days from `now` by default.
    pub(crate) fn parse(self, now: Timestamp) -> Result<NewReviewRequest, Error> {
        Ok(NewReviewRequest {
            dialect: Dialect::BetterReviews,
            origin: RequestOrigin::Call,
            recipient: Recipient::Addressee { email: self.email?, name: self.customer_name? },
            products: self.product_ids?.unwrap_or_default(),
            order: self.order_id?.flatten(),
            first_message: match self.delay_days? {
                Some(delay) => FirstMessage::At(delay.after(now)),
                None => FirstMessage::AfterDefaultDelay,
            },
            channels: if self.skip_email?.unwrap_or_default() { Vec::new() } else { vec![Channel::Email] },
            reminders: self.reminders?,
            options: RequestOptions {
                language: self.language?.flatten(),
                time_zone: self.time_zone?,
                incentivized: self.incentivized?.unwrap_or_default(),
                experienced_at: self.experienced_at?,
                ..RequestOptions::default()
            },
        })
    }
}

edge::input! {
    /// An object; its fields are ignored.
    pub(crate) struct Nothing {}
}

edge::shown! {
    pub(crate) struct CreatedBody as CreatedReviewRequest (created: &Created) {
        /// Always `true`.
        ok: bool = true;
        request_id: u64 = created.request.id.get();
        // Also `scheduled` for delay 0: the email is sent in a moment, and then the list says `sent`.
        status: String = created.request.step().map_or(Status::Manual, |_| Status::Scheduled).as_str(),
            as words([Status::Manual, Status::Scheduled]);
        scheduled_at: Time = created.request.scheduled_at;
        /// The link to the customer's page.
        hub_url: Url = &*created.hub_url;
    }

    pub(crate) struct SendingBody as SendingReviewRequest (request: &Request) {
        /// Always `true`.
        ok: bool = true;
        request_id: u64 = request.id.get();
        status: String = Status::Scheduled.as_str(), as words([Status::Scheduled]);
        scheduled_at: Time = request.scheduled_at;
    }
}

fn words<const N: usize>(statuses: [Status; N]) -> Kind {
    Kind::Word(statuses.map(Status::as_str).to_vec())
}

pub(crate) fn created(created: &Created) -> Result<Reply, app::error::Error> {
    Reply::json(201, &CreatedBody::new(created))
}

/// The answer to a send. The email is due immediately.
pub(crate) fn sending(request: &Request) -> Result<Reply, app::error::Error> {
    Reply::json(200, &SendingBody::new(request))
}
