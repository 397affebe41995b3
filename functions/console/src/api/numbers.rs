//! `GET /api/v1/numbers`: the outcomes of the shop's requests and reviews, as on the page *Numbers*.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, StatusCode};
use domain::message::Cause;
use domain::request::Counter;
use domain::review::{Rating, ReviewState};
use domain::shop::{MailCounts, SES_BOUNCES, SES_COMPLAINTS};
use domain::values::{Channel, SCOPE_READ};
use edge::native::Served;
use edge::openapi::words;
use edge::respond::json;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Serialize;
use store::message::failures::Failures;
use store::request::counters::Counts;
use store::review::counters::ReviewCounts;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use crate::parts::SharedParts;
use crate::use_cases::{Numbers, Period};

/// Outcomes of the requests of the last 28 days, and counts of all reviews
///
/// Each request counts on the UTC day on which it was created, even if it was sent, opened or reviewed later. The
/// numbers are exact at any time.
#[utoipa::path(
    get, path = "/api/v1/numbers", operation_id = "getNumbers",
    security(("key" = [SCOPE_READ])),
    responses((status = 200, body = NumbersBody, description = "The numbers.")),
)]
pub(crate) async fn show(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_READ).await?;
    let (store, tenant) = (&parts.console.store, &call.caller.tenant);
    let numbers = Numbers::read(store, tenant, Period::FourWeeks, call.now).await?;
    let reviews = store.review_counts(tenant).await.map_err(app::error::Error::from)?;
    Ok(json(StatusCode::OK, &NumbersBody::new(&numbers, &reviews))?)
}

#[derive(Serialize, ToSchema)]
#[schema(as = Numbers)]
pub(crate) struct NumbersBody {
    /// The first of the 28 days.
    #[schema(format = Date)]
    pub from: String,
    /// The last of the 28 days, which is today.
    #[schema(format = Date)]
    pub to: String,
    pub requests: FunnelBody,
    /// `requests` by the channel of the first message. Requests that were reviewed before the first message are left
    /// out.
    pub by_channel: Vec<ChannelBody>,
    /// `requests` for each of the days.
    pub by_day: Vec<DayBody>,
    /// Messages that failed or came back on these days, by cause, most frequent first.
    pub not_sent: Vec<NotSentBody>,
    pub emails: EmailsBody,
    /// All reviews, imported ones included, by stars from one to five. Reviews by people who work for the shop do not count.
    pub stars: Vec<StarsBody>,
}

/// Requests by how far they came.
#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfRequests)]
pub(crate) struct FunnelBody {
    /// Requests created.
    pub created: u64,
    /// Requests with at least one sent message.
    pub sent: u64,
    /// Requests whose link was opened.
    pub opened: u64,
    /// Requests on whose page a person did something.
    pub engaged: u64,
    /// Requests with at least one review.
    pub completed: u64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfDay)]
pub(crate) struct DayBody {
    /// The UTC day.
    #[schema(format = Date)]
    pub day: String,
    #[serde(flatten)]
    pub requests: FunnelBody,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersNotSent)]
pub(crate) struct NotSentBody {
    /// The rule that stopped the message, or what the provider reported.
    #[schema(schema_with = causes)]
    pub cause: &'static str,
    /// Messages with this cause.
    #[schema(minimum = 1)]
    pub count: u64,
    /// One of the last requests with this cause; `null` if none is stored.
    #[schema(required)]
    pub request_id: Option<u64>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfChannel)]
pub(crate) struct ChannelBody {
    /// The channel of the first message.
    #[schema(schema_with = channels)]
    pub channel: &'static str,
    /// Requests with at least one sent message.
    pub sent: u64,
    /// Requests whose link was opened after the message.
    pub opened: u64,
    /// Requests on whose page a person did something after the message.
    pub engaged: u64,
    /// Requests with at least one review.
    pub completed: u64,
}

/// The last 1,000 emails, and the rates at which SES reviews an account.
#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfEmails)]
pub(crate) struct EmailsBody {
    /// Emails that were sent, at most 1,000.
    pub sent: u32,
    /// Hard bounces.
    pub bounced: u32,
    /// Emails that were marked as spam.
    pub complained: u32,
    /// The share of bounces, from 0 to 1, at which SES reviews an account.
    pub bounces_reviewed_at: f64,
    /// The share of complaints, from 0 to 1, at which SES reviews an account.
    pub complaints_reviewed_at: f64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NumbersOfStars)]
pub(crate) struct StarsBody {
    /// The stars of the rating.
    #[schema(minimum = 1, maximum = 5)]
    pub stars: u8,
    /// All submitted reviews, also those that were withheld or removed later.
    pub submitted: u64,
    /// Public reviews.
    pub published: u64,
}

fn causes() -> Object {
    words(Cause::WORDS)
}

fn channels() -> Object {
    words(Channel::WORDS)
}

impl NumbersBody {
    pub(crate) fn new(numbers: &Numbers, reviews: &ReviewCounts) -> Self {
        let Numbers { days: [first, last], requests, long, failures, mails, .. } = numbers;
        let none = Counts::default();
        let day = |day: Date| {
            let counts = long.by_day.get(&day).unwrap_or(&none);
            DayBody { day: day.to_string(), requests: FunnelBody::new(|counter| counts.of(counter)) }
        };
        Self {
            from: first.to_string(),
            to: last.to_string(),
            requests: FunnelBody::new(|counter| requests.of(counter)),
            by_channel: Channel::ALL.map(|channel| ChannelBody::new(requests, channel)).into(),
            by_day: first.series(1.day()).take_while(|day| day <= last).map(day).collect(),
            not_sent: not_sent(failures),
            emails: EmailsBody::new(mails.counts()),
            stars: Rating::ALL.map(|rating| StarsBody::new(reviews, rating)).into(),
        }
    }
}

impl FunnelBody {
    fn new(of: impl Fn(Counter) -> u64) -> Self {
        Self {
            created: of(Counter::Created),
            sent: of(Counter::Sent),
            opened: of(Counter::Opened),
            engaged: of(Counter::Engaged),
            completed: of(Counter::Completed),
        }
    }
}

impl ChannelBody {
    fn new(counts: &Counts, channel: Channel) -> Self {
        let of = |counter| counts.of_channel(channel, counter);
        Self {
            channel: channel.as_str(),
            sent: of(Counter::Sent),
            opened: of(Counter::Opened),
            engaged: of(Counter::Engaged),
            completed: of(Counter::Completed),
        }
    }
}

fn not_sent(failures: &BTreeMap<Cause, Failures>) -> Vec<NotSentBody> {
    let row = |(cause, failed): (&Cause, &Failures)| NotSentBody {
        cause: cause.as_str(),
        count: failed.count,
        request_id: failed.requests.first().map(|id| id.get()),
    };
    let mut rows: Vec<_> = failures.iter().filter(|(_, failed)| failed.count > 0).map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.count));
    rows
}

impl EmailsBody {
    fn new(MailCounts { sent, bounced, complained }: MailCounts) -> Self {
        Self { sent, bounced, complained, bounces_reviewed_at: SES_BOUNCES, complaints_reviewed_at: SES_COMPLAINTS }
    }
}

impl StarsBody {
    fn new(reviews: &ReviewCounts, rating: Rating) -> Self {
        let live = reviews.total(|kind| kind.rating == rating);
        let ended = ReviewState::ALL.into_iter().filter(|state| state.is_final());
        Self {
            stars: rating.stars(),
            submitted: live + ended.map(|state| reviews.ended(state, rating)).sum::<u64>(),
            published: reviews.published_with(rating),
        }
    }
}
