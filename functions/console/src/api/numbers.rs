//! `GET /api/v1/numbers`: the outcomes of the shop's requests and reviews, as on the page *Numbers*.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, StatusCode};
use domain::message::Cause;
use domain::request::Counter;
use domain::review::{Rating, ReviewState};
use domain::shop::{MailCounts, SES_BOUNCES, SES_COMPLAINTS};
use domain::values::value::Kind;
use domain::values::{Channel, SCOPE_READ};
use edge::native::Served;
use edge::respond::json;
use edge::shown::{Day, Flat, OneOf};
use jiff::ToSpan as _;
use jiff::civil::Date;
use store::message::failures::Failures;
use store::request::counters::Counts;
use store::review::counters::ReviewCounts;

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
    let numbers = Numbers::read(store, tenant, Period::Usual, call.now).await?;
    let reviews = store.review_counts(tenant).await?;
    Ok(json(StatusCode::OK, &NumbersBody::new((&numbers, &reviews)))?)
}

/// The numbers of the days, and those of all reviews.
type AllNumbers<'a> = (&'a Numbers, &'a ReviewCounts);

edge::shown! {
    pub(crate) struct NumbersBody as Numbers ((numbers, reviews): AllNumbers<'_>) {
        /// The first of the 28 days.
        from: Day = numbers.days[0];
        /// The last of the 28 days, which is today.
        to: Day = numbers.days[1];
        requests: FunnelBody = &numbers.requests;
        /// `requests` by the channel of the first message. Requests that were reviewed before the first message are left
        /// out.
        by_channel: Vec<ChannelBody> = Channel::ALL.map(|channel| (&numbers.requests, channel));
        /// `requests` for each of the days.
        by_day: Vec<DayBody> = days(numbers);
        /// Messages that failed or came back on these days, by cause, most frequent first.
        pub not_sent: Vec<NotSentBody> = not_sent(&numbers.failures);
        pub emails: EmailsBody = numbers.mails.counts();
        /// All reviews, imported ones included, by stars from one to five. Reviews from members' and the owner's addresses do not count.
        pub stars: Vec<StarsBody> = Rating::ALL.map(|rating| (reviews, rating));
    }

    /// Requests by how far they came.
    struct FunnelBody as NumbersOfRequests (counts: &Counts) {
        /// Requests created.
        created: u64 = counts.of(Counter::Created);
        /// Requests with at least one sent message.
        sent: u64 = counts.of(Counter::Sent);
        /// Requests whose link was opened.
        opened: u64 = counts.of(Counter::Opened);
        /// Requests on whose page a person did something.
        engaged: u64 = counts.of(Counter::Engaged);
        /// Requests with at least one review.
        completed: u64 = counts.of(Counter::Completed);
    }

    struct DayBody as NumbersOfDay ((day, counts): (Date, Counts)) {
        /// The UTC day.
        day: Day = day;
        requests: Flat<FunnelBody> = &counts;
    }

    pub(crate) struct NotSentBody as NumbersNotSent ((cause, failed): (&Cause, &Failures)) {
        /// The rule that stopped the message, or what the provider reported.
        pub cause: String = cause.as_str(), as Kind::words::<Cause>();
        /// Messages with this cause.
        pub count: u64 = failed.count, as Kind::Count(1, 64);
        /// One of the last requests with this cause; `null` if none is stored.
        pub request_id: Option<u64> = failed.requests.first().map(|id| id.get());
    }

    struct ChannelBody as NumbersOfChannel ((counts, channel): (&Counts, Channel)) {
        /// The channel of the first message.
        channel: OneOf<Channel> = channel;
        /// Requests with at least one sent message.
        pub sent: u64 = counts.of_channel(channel, Counter::Sent);
        /// Requests whose link was opened after the message.
        pub opened: u64 = counts.of_channel(channel, Counter::Opened);
        /// Requests on whose page a person did something after the message.
        pub engaged: u64 = counts.of_channel(channel, Counter::Engaged);
        /// Requests with at least one review.
        pub completed: u64 = counts.of_channel(channel, Counter::Completed);
    }

    /// The last 1,000 emails, and the rates at which SES reviews an account.
    pub(crate) struct EmailsBody as NumbersOfEmails (counts: MailCounts) {
        /// Emails that were sent, at most 1,000.
        pub sent: u32 = counts.sent;
        /// Hard bounces.
        pub bounced: u32 = counts.bounced;
        /// Emails that were marked as spam.
        pub complained: u32 = counts.complained;
        /// The share of bounces, from 0 to 1, at which SES reviews an account.
        pub bounces_reviewed_at: f64 = SES_BOUNCES;
        /// The share of complaints, from 0 to 1, at which SES reviews an account.
        pub complaints_reviewed_at: f64 = SES_COMPLAINTS;
    }

    pub(crate) struct StarsBody as NumbersOfStars ((reviews, rating): (&ReviewCounts, Rating)) {
        /// The stars of the rating.
        pub stars: u8 = rating.stars(), as Kind::Whole(1, 5);
        /// All submitted reviews, also those that were withheld or removed later.
        pub submitted: u64 = submitted(reviews, rating);
        /// Public reviews.
        pub published: u64 = reviews.published_with(rating);
    }
}

fn days(numbers: &Numbers) -> Vec<(Date, Counts)> {
    let [first, last] = numbers.days;
    let days = first.series(1.day()).take_while(|day| *day <= last);
    days.map(|day| (day, numbers.long.by_day.get(&day).cloned().unwrap_or_default())).collect()
}

fn not_sent(failures: &BTreeMap<Cause, Failures>) -> Vec<(&Cause, &Failures)> {
    let mut rows: Vec<_> = failures.iter().filter(|(_, failed)| failed.count > 0).collect();
    rows.sort_by_key(|(_, failed)| std::cmp::Reverse(failed.count));
    rows
}

fn submitted(reviews: &ReviewCounts, rating: Rating) -> u64 {
    let live = reviews.total(|kind| kind.rating == rating);
    let ended = ReviewState::ALL.into_iter().filter(|state| state.is_final());
    live + ended.map(|state| reviews.ended(state, rating)).sum::<u64>()
}
