//! The JSON of reading requests: the BetterReviews list, and the native API's additions.

use app::request::why::{Speech, entry_text};
use app::request::{ListOptions, RequestWithLink, SentMessage};
use domain::message::Step;
use domain::order::OrderId;
use domain::request::{Entry, Item, Request, Status, Stuck};
use domain::values::value::Kind;
use domain::values::{Channel, EmailAddress, Invalid, Language, RequestId, RequestOrigin};
use edge::error::Error;
use edge::native::{PAGE, limit};
use edge::shown::{Absent, Day, Flat, OneOf, Time, Url};
use edge::word_schemas;
use jiff::Timestamp;
use store::request::listed::ListedRequest;

/// Reads the query of a list.
pub(crate) fn filter(query: &str) -> Result<ListOptions, Error> {
    let mut options = ListOptions::all(PAGE);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "limit" => options.limit = limit(&value)?,
            "before" => options.before = Some(RequestId::parse(&value).map_err(Error::field("before"))?),
            "status" => options.status = Some(status(&value).map_err(Error::field("status"))?),
            "email" => give_once(&mut options.email, EmailAddress::parse(&value)).map_err(Error::field("email"))?,
            "order_id" => give_once(&mut options.order, order(&value)).map_err(Error::field("order_id"))?,
            "stuck" => give_once(&mut options.stuck, stuck(&value)).map_err(Error::field("stuck"))?,
            _ => {}
        }
    }
    Ok(options)
}

fn give_once<T>(option: &mut Option<T>, value: Result<T, Invalid>) -> Result<(), Invalid> {
    match option.replace(value?) {
        None => Ok(()),
        Some(_) => Err(Invalid(
            "Give `email`, `order_id` and `stuck` at most once each; only requests that match all of them are listed.",
        )),
    }
}

fn status(word: &str) -> Result<Status, Invalid> {
    Status::parse(word).ok_or(Invalid(
        "`status` must be one of manual, scheduled, sending, sent, completed, cancelled, expired, failed.",
    ))
}

fn order(id: &str) -> Result<OrderId, Invalid> {
    OrderId::parse(id)?.ok_or(Invalid("`order_id` must be an order's id; omit it to list the requests of all orders."))
}

fn stuck(word: &str) -> Result<Stuck, Invalid> {
    Stuck::parse(word).ok_or(Invalid(
        "`stuck` must be one of held, deferred, throttled, unconfirmed, no_step; omit it for all requests.",
    ))
}

pub(crate) fn next_page(options: &ListOptions, before: RequestId) -> String {
    let ListOptions { limit, before: _, status, email, order, stuck, failed_since: _ /* the console's */ } = options;
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("limit", &limit.to_string()).append_pair("before", &before.to_string());
    let filters = [
        ("status", status.map(Status::as_str)),
        ("email", email.as_ref().map(EmailAddress::as_typed)),
        ("order_id", order.as_ref().map(OrderId::as_str)),
        ("stuck", stuck.map(Stuck::as_str)),
    ];
    for (name, value) in filters {
        query.extend_pairs(value.map(|value| (name, value)));
    }
    format!("/api/v1/review-requests?{}", query.finish())
}

word_schemas! {
    /// The statuses of requests.
    pub(crate) StatusWord, "ReviewRequestStatus" = Status::WORDS;
    /// Why a request does not proceed.
    pub(crate) StuckWord, "StuckReviewRequest" = Stuck::WORDS;
}

/// A request, as it is at this instant.
type RequestAt<'a> = (&'a Request, Timestamp);

edge::shown! {
    pub(crate) struct Requests as ReviewRequests ((requests, now): (Vec<ListedRequest>, Timestamp)) {
        requests: Vec<Listed> =
            requests.iter().filter_map(|listed| listed.request.as_ref()).map(|request| (request, now));
    }

    struct Listed as ListedReviewRequest ((request, now): RequestAt<'_>) {
        id: u64 = request.id.get();
        order_id: String = request.order.as_str();
        product_ids: Vec<String> = request.products().iter().map(|id| id.as_str());
        status: OneOf<Status> = request.status(now), as Kind::Object("ReviewRequestStatus");
        sent_at: Option<Time> = request.sent_at();
        inserted_at: Time = request.created_at;
    }

    /// One request, with the fields that the list omits.
    pub(crate) struct One as ReviewRequest ((shown, now): (&RequestWithLink, Timestamp)) {
        listed: Flat<Listed> = (&shown.request, now);
        /// Who asked: `call`, a call of an API or a member's test; `visitor`, somebody on the shop's page; `shopify` or
        /// `woocommerce`, an order of the shop's system; `file`, an order of a member's file.
        origin: OneOf<RequestOrigin> = shown.request.origin;
        scheduled_at: Time = shown.request.scheduled_at;
        expires_at: Time = shown.request.expires_at;
        opened_at: Option<Time> = shown.request.opened_at;
        completed_at: Option<Time> = shown.request.completed_at;
        cancelled_at: Option<Time> = shown.request.cancelled_at;
        /// How many reminders follow the first message, until a review is written.
        reminders: u8 = shown.request.delivery.reminders.get(), as Kind::Whole(0, 3);
        /// `null` if no message is planned, or if one is being sent.
        next_message: Option<PlannedMessage> = shown.request.planned(now);
        /// The customer's language; `null` if the shop named none.
        language: Option<String> = shown.request.options.language.map(Language::as_str);
        /// The customer's time zone; `null` if the shop named none.
        time_zone: Option<String> = shown.request.options.time_zone.as_ref().map(|zone| zone.as_str());
        /// Whether the customer gets something for a review.
        incentivized: bool = shown.request.options.incentivized;
        /// The day on which the customer got what the request asks about, if the request was created with it.
        experienced_at: Option<Day> = shown.request.options.experienced_at;
        /// `true` for a test that a member of the shop sent to themselves in the console, else absent. Tests are not
        /// counted, and webhooks do not report them.
        test: Absent<bool> = shown.request.options.trial.then_some(true);
        items: Vec<ItemBody> = &shown.request.items;
        /// `null` once the customer's personal data is deleted.
        hub_url: Option<Url> = shown.hub_url.as_deref();
    }

    /// The next message. It may still be stopped.
    struct PlannedMessage(step: &Step) {
        channel: OneOf<Channel> = step.channel;
        /// 0 for the first message, else the reminder's number.
        reminder: u8 = step.reminder;
        due_at: Time = step.due_at;
    }

    struct ItemBody as RequestedItem (item: &Item) {
        /// `null` for the shop itself.
        product_id: Option<String> = item.subject.product().map(|id| id.as_str());
        reviewed_at: Option<Time> = item.reviewed_at;
    }

    pub(crate) struct TimelineBody as Timeline (request: &Request) {
        timeline: Vec<EntryBody> = request.history();
    }

    struct EntryBody as TimelineEntry (entry: Entry) {
        /// When it first happened.
        at: Time = entry.first_at();
        /// When it last happened.
        last_at: Time = entry.at;
        /// How often it happened from `at` to `last_at`.
        count: u32 = entry.count(), as Kind::Count(1, 32);
        what: String = entry.kind.as_str();
        why: String = entry_text(&entry, Speech::english());
        rule: String = entry.kind.rule();
        detail: Option<String> = entry.detail;
    }

    pub(crate) struct Messages as RequestMessages (messages: Vec<SentMessage>) {
        messages: Vec<MessageBody> = messages;
    }

    struct MessageBody as RequestMessage (message: SentMessage) {
        channel: String = message.channel.as_str();
        message_id: String = message.message_id;
        sent_at: Time = message.sent_at;
        /// `null` until the provider reports it.
        delivered_at: Option<Time> = message.delivered_at;
        /// `null` unless the provider reports that the message will never arrive.
        failed_reason: Option<String> = message.failed_reason, as failures();
        /// `null` for an SMS.
        subject: Option<String> = message.subject;
        /// `null` for an SMS.
        html: Option<String> = message.html;
        text: String = message.text;
    }
}

fn failures() -> Kind {
    Kind::Word(vec!["bounced", "rejected", "suppressed_by_provider"])
}
