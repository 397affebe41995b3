//! Builds every key of the table. No other code uses `#` as a separator. Keys of rows that other crates own are public.

mod due;
mod integrations;
mod operator;
mod person;
mod reviews;

use std::collections::HashMap;
use std::fmt::Display;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::customer::Slug;
use domain::order::{OrderId, ProductId};
use domain::values::{Channel, CustomerId, EventId, Id, Kind, Language, LocationId, RequestId, Tenant, WebhookId};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::table::kinds::partition;

pub(crate) use due::{held_of, is_of_waiting, parse_request, parse_tenant, paused_of};
pub(crate) use integrations::{parse_call, parse_reading};
pub(crate) use operator::{
    AUDIT, LISTED_SHOPS, SHOPS, audit, audit_log, is_of, listed_shop, parse_audit, pause_of_all, restored,
};
pub(crate) use person::{
    aging, charge, charges, customer_named, customer_order, customer_orders, customer_request, customer_requests,
    customer_review, customer_reviews, customers_named, export_of, exports, kept_author, kept_authors, message,
    messages, privacy_job, replies, reply_about, shop_export,
};
pub(crate) use reviews::{
    OWED, REVIEW_COUNTERS, REVIEWS, feed, kept, kept_at, ledger, ledger_lines, ledger_sk, links_counted, listed_review,
    owed, parse_listed_review, parse_owed, parse_photo, parse_report_of_address, parse_review_draft, photo,
    product_review_counters, reader_report, reader_reports, reads_in_shop, report_of_address, reports_counted,
    reports_of_address, review, review_draft, review_draft_sk, review_sk, reviews, reviews_in_state, reviews_that_wait,
    reviews_with_stars, seen_in_shop,
};
pub(crate) use reviews::{
    brought_review, brought_reviews, import, import_answers, import_part, import_parts, import_uniqueness_key,
    imported_review, imported_reviews, parse_import_part,
};
pub(crate) use reviews::{parse_list_key, parse_listed_request, parse_place, parse_review_sk};

pub use due::{DUE_SHARDS, DueKind};
pub use integrations::{
    ORDER_SHARDS, connection_code, day_of_orders, days_of_orders, inbound, inbounds, integration, order_of_address,
    order_state, order_states, orders_of_address, parse_day_of_orders, parse_order_of_address, reading,
};
pub use operator::{
    MEMBERS, invitations_of_shop, member_invitation, member_shop, member_shops, members, parse_member_shop, session,
    sign_in, sign_ins_of,
};
pub use person::ExportSubject;
pub use reviews::review_counters;

/// How many items each of a tenant's counters is spread over, for its totals and for each day. A transaction locks one
/// of them, so concurrent transactions rarely collide.
pub const COUNTER_SHARDS: u64 = 16;

pub(crate) const REQUESTS: &str = "REQ#";

/// 16 digits fit every id below 2^53, so keys sort as ids do.
pub(super) fn padded<K: Kind>(id: Id<K>) -> String {
    format!("{:016}", id.get())
}

pub(crate) fn request(tenant: &Tenant, id: RequestId) -> Key {
    Key::new(tenant, format!("{REQUESTS}{}", padded(id)))
}

pub(crate) fn sealed(tenant: &Tenant, id: RequestId) -> Key {
    Key::new(tenant, sealed_sk(id))
}

/// The sort key to which a request's sealed fields are bound.
pub(crate) fn sealed_sk(id: RequestId) -> String {
    format!("PII#{}", padded(id))
}

/// The prefix of what a customer wrote about problems with a request's order, oldest first.
pub(crate) fn problems(id: RequestId) -> String {
    format!("PRB#{}#", padded(id))
}

/// The sort key to which a problem is bound.
pub(crate) fn problem_sk(id: RequestId, number: u32) -> String {
    format!("{}{number:06}", problems(id))
}

pub(crate) fn problem(tenant: &Tenant, id: RequestId, number: u32) -> Key {
    Key::new(tenant, problem_sk(id, number))
}

pub(crate) fn parse_problem(id: RequestId, sk: &str) -> Option<u32> {
    sk.strip_prefix(&problems(id))?.parse().ok()
}

pub(crate) fn short_link(digest: &str) -> Key {
    Key::alone(format!("SL#{digest}"))
}

pub(crate) fn api_key(digest: &str) -> Key {
    Key::alone(format!("AK#{digest}"))
}

/// The number of a tenant's calls in a numbered window. In a partition of its own, because every function may count at
/// the same time.
pub(crate) fn calls(tenant: &Tenant, window: i64) -> Key {
    Key::alone(format!("CALLS#{tenant}#{window}"))
}

pub(crate) fn own_words(tenant: &Tenant, language: Language) -> Key {
    Key::new(tenant, format!("WORDS#{}", language.as_str()))
}

pub(crate) fn key_ring(tenant: &Tenant) -> Key {
    Key::new(tenant, "KEYS".to_owned())
}

pub(crate) fn service() -> Key {
    Key::alone("SERVICE".to_owned())
}

/// Without a tenant, because the pause holds for the whole account.
pub(crate) fn pause(channel: Channel) -> Key {
    Key::alone(format!("PAUSE#{}", channel.as_str()))
}

pub fn tenant(tenant: &Tenant) -> Key {
    Key::new(tenant, "TENANT".to_owned())
}

pub(crate) const SENDERS: &str = "SENDER#";

pub(crate) fn sender(tenant: &Tenant, domain: &str) -> Key {
    Key::new(tenant, format!("{SENDERS}{domain}"))
}

/// The partition of all domains with the same last two parts, thus also of those above a domain and below it.
pub(crate) fn sender_domains(domain: &str) -> String {
    let parts = domain.rmatch_indices('.').nth(1).map_or(domain, |(dot, _)| &domain[dot + 1..]);
    format!("DOMAIN#{parts}")
}

/// Whose emails leave from a domain. Without a tenant, because only one shop can have it.
pub(crate) fn sender_domain(domain: &str) -> Key {
    let pk = sender_domains(domain);
    Key { sk: format!("{pk}#{domain}"), pk }
}

pub(crate) fn uniqueness_key(tenant: &Tenant, order_index: &str) -> Key {
    Key::new(tenant, format!("DUP#{order_index}"))
}

pub(crate) fn idempotency(tenant: &Tenant, fingerprint: &str) -> Key {
    Key::new(tenant, idempotency_sk(fingerprint))
}

pub(crate) fn idempotency_sk(fingerprint: &str) -> String {
    format!("IDEM#{fingerprint}")
}

pub(crate) const SUPPRESSIONS: &str = "SUP#";

pub(crate) fn suppression(tenant: &Tenant, index: &str) -> Key {
    Key::new(tenant, format!("{SUPPRESSIONS}{index}"))
}

/// A number that replied `STOP`. Without a tenant, because this holds for every shop.
pub(crate) fn stopped(index: &str) -> Key {
    Key::alone(format!("STOP#{index}"))
}

/// The last message of a channel that was rejected for a reason that may concern only its recipient.
pub(crate) fn refusal(channel: Channel) -> Key {
    Key::alone(format!("REFUSED#{}", channel.as_str()))
}

/// The exports that customers requested through a shop's system and that nobody has downloaded.
pub(crate) fn data_requests(tenant: &Tenant) -> Key {
    Key::new(tenant, "DATAREQ".to_owned())
}

/// A new shop's emails on one day.
pub(crate) fn mail_day(tenant: &Tenant, date: Date) -> Key {
    Key::new(tenant, format!("MAILDAY#{date}"))
}

/// The newest email with a report, of all shops.
pub(crate) fn reported() -> Key {
    Key::alone("REPORTED".to_owned())
}

/// What happened in the week of this Monday, of all shops.
pub(crate) fn week(monday: Date) -> Key {
    Key::alone(format!("WEEK#{monday}"))
}

/// A tenant's totals: the numbers of customers, of messages and of emails that left.
pub(crate) const TOTALS: &str = "CNT#all#";

pub(crate) fn totals(tenant: &Tenant, shard: u64) -> Key {
    Key::new(tenant, format!("{TOTALS}{shard:02}"))
}

pub(crate) fn day_counters(day: Date) -> String {
    format!("CNT#{day}#")
}

pub(crate) const FIRST_DAY_COUNTERS: &str = "CNT#";

pub(crate) const LAST_DAY_COUNTERS: &str = "CNT#9";

pub(crate) fn counters_of_day(tenant: &Tenant, day: Date, shard: u64) -> Key {
    Key::new(tenant, format!("{}{shard:02}", day_counters(day)))
}

pub(crate) fn parse_counters(sk: &str) -> Option<Date> {
    sk.strip_prefix("CNT#")?.split('#').next()?.parse().ok()
}

pub(crate) const CUSTOMERS: &str = "CUST#";

pub(crate) fn customer(tenant: &Tenant, id: CustomerId) -> Key {
    Key::new(tenant, customer_sk(id))
}

/// The sort key to which a customer's sealed fields are bound.
pub(crate) fn customer_sk(id: CustomerId) -> String {
    format!("{CUSTOMERS}{}", padded(id))
}

pub(crate) fn customer_email(tenant: &Tenant, email_index: &str) -> Key {
    Key::new(tenant, format!("CE#{email_index}"))
}

pub(crate) fn customer_phone(tenant: &Tenant, phone_index: &str) -> Key {
    Key::new(tenant, format!("CP#{phone_index}"))
}

/// The prefix of all of a tenant's messages, sorted by the time at which they were settled.
pub(crate) const MESSAGES: &str = "MSGS#";

/// A message in the list of all messages; `at` is when it was settled, in Unix milliseconds.
pub(crate) fn listed_message(tenant: &Tenant, at: i64, request: RequestId, step: usize) -> Key {
    Key::new(tenant, format!("{MESSAGES}{at:016}#{}#{step:02}", padded(request)))
}

pub(crate) const LOCATIONS: &str = "LOC#";

pub(crate) fn location(tenant: &Tenant, id: LocationId) -> Key {
    Key::new(tenant, format!("{LOCATIONS}{}", padded(id)))
}

pub(crate) const SLUGS: &str = "LSLUG#";

pub(crate) fn location_slug(tenant: &Tenant, slug: &Slug) -> Key {
    Key::new(tenant, format!("{SLUGS}{}", slug.as_str()))
}

pub(crate) fn sms_segments(tenant: &Tenant, month: Date) -> Key {
    Key::new(tenant, format!("SMS#{}", month.strftime("%Y-%m")))
}

/// How often, on a numbered day, the unsubscription of the address or number with this blind index was undone.
pub(crate) fn undone(tenant: &Tenant, index: &str, day: i64) -> Key {
    Key::new(tenant, format!("UNDONE#{index}#{day}"))
}

pub(crate) fn recent_messages(tenant: &Tenant, index: &str) -> Key {
    Key::new(tenant, format!("GOT#{index}"))
}

pub(crate) const SLOTS: &str = "RATE#";

pub(crate) fn slot(tenant: &Tenant, index: usize) -> Key {
    Key::new(tenant, format!("{SLOTS}{index:02}"))
}

pub(crate) fn parse_slot(sk: &str) -> Option<usize> {
    sk.strip_prefix(SLOTS)?.parse().ok()
}

/// Products are written when they change, and not in the order of their ids, so DynamoDB can split their partition.
pub(crate) const PRODUCTS: &str = "PRD#";

pub(crate) fn product(tenant: &Tenant, id: &ProductId) -> Key {
    Key::new(tenant, format!("{PRODUCTS}{}", id.as_str()))
}

pub(crate) const GROUPED: &str = "GRP#";

/// A product's place in a group.
pub(crate) fn grouped(tenant: &Tenant, id: &ProductId) -> Key {
    Key::new(tenant, format!("{GROUPED}{}", id.as_str()))
}

/// What readers see of the group with this main product.
pub(crate) fn group_summary(tenant: &Tenant, main: &ProductId) -> Key {
    Key::new(tenant, format!("GRS#{}", main.as_str()))
}

pub(crate) fn order(tenant: &Tenant, id: &OrderId) -> Key {
    Key::new(tenant, order_sk(id))
}

/// The sort key to which an order's sealed fields are bound. The longest one has 1,024 bytes, DynamoDB's limit.
pub(crate) fn order_sk(id: &OrderId) -> String {
    format!("ORD#{}", id.as_str())
}

/// The prefix of the requests about an order, oldest first, by the blind index of the order's id.
pub(crate) fn order_requests(index: &str) -> String {
    format!("ORQ#{index}#")
}

pub(crate) fn order_request(tenant: &Tenant, index: &str, request: RequestId) -> Key {
    Key::new(tenant, format!("{}{}", order_requests(index), padded(request)))
}

pub(crate) fn notification(tenant: &Tenant, name: impl Display) -> Key {
    Key::new(tenant, format!("LET#{name}"))
}

#[cfg(test)]
mod tests;

pub(crate) const PK: &str = "PK";
pub const SK: &str = "SK";

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub(crate) pk: String,
    /// The sort key, to which sealed fields are bound.
    pub sk: String,
}

impl Key {
    pub(crate) fn new(tenant: &Tenant, sk: String) -> Self {
        Self { pk: partition(tenant, &sk), sk }
    }

    /// An item with a partition to itself.
    pub(super) fn alone(key: String) -> Self {
        Self { pk: key.clone(), sk: key }
    }

    pub fn attributes(&self) -> HashMap<String, AttributeValue> {
        let Self { pk, sk } = self;
        HashMap::from([(PK.to_owned(), AttributeValue::S(pk.clone())), (SK.to_owned(), AttributeValue::S(sk.clone()))])
    }
}

// The keys of outcomes of a tenant's messages: marks among its emails, the suspension, and failed messages counted by
// day.

pub(crate) const MAIL_MARKS: &str = "MAILS#";

/// The start of the keys of marks that were made after `sent` emails.
pub(crate) fn mail_marks(sent: u64) -> String {
    format!("{MAIL_MARKS}{sent:016}")
}

pub(crate) fn mail_mark(tenant: &Tenant, sent: u64, at: Timestamp, random: u64) -> Key {
    Key::new(tenant, format!("{}#{:016}#{random:016x}", mail_marks(sent), at.as_millisecond()))
}

pub(crate) fn parse_mail_mark(sk: &str) -> Option<(u64, Timestamp)> {
    let (sent, rest) = sk.strip_prefix(MAIL_MARKS)?.split_once('#')?;
    let (at, _) = rest.split_once('#')?;
    Some((sent.parse().ok()?, Timestamp::from_millisecond(at.parse().ok()?).ok()?))
}

pub(crate) fn suspension(tenant: &Tenant) -> Key {
    Key::new(tenant, "HOLD".to_owned())
}

pub(crate) const FAILURES: &str = "FAIL#";

/// The prefix of the counts of one day (UTC).
pub(crate) fn failures_of(day: Date) -> String {
    format!("{FAILURES}{day}#")
}

pub(crate) fn failures(tenant: &Tenant, day: Date, shard: u64) -> Key {
    Key::new(tenant, format!("{}{shard:02}", failures_of(day)))
}

pub(crate) fn parse_failures(sk: &str) -> Option<Date> {
    sk.strip_prefix(FAILURES)?.split('#').next()?.parse().ok()
}

// The keys of endpoints, and of events that are sent to them.

pub(crate) const WEBHOOKS: &str = "WH#";

pub(crate) fn webhook(tenant: &Tenant, id: WebhookId) -> Key {
    Key::new(tenant, webhook_sk(id))
}

pub(crate) fn webhook_sk(id: WebhookId) -> String {
    format!("{WEBHOOKS}{}", padded(id))
}

/// The prefix of the deliveries to an endpoint, oldest first.
pub(crate) fn deliveries(webhook: WebhookId) -> String {
    format!("WHD#{}#", padded(webhook))
}

pub(crate) fn delivery(tenant: &Tenant, webhook: WebhookId, event: EventId) -> Key {
    Key::new(tenant, format!("{}{}", deliveries(webhook), padded(event)))
}
