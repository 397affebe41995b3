//! The JSON of reading requests: the BetterReviews list, and the native API's additions.

use app::request::why::{Speech, entry_text};
use app::request::{ListOptions, RequestWithLink, SentMessage};
use domain::message::Step;
use domain::order::OrderId;
use domain::request::{Entry, Item, Request, Status, Stuck};
use domain::values::{Channel, EmailAddress, Invalid, Language, RequestId, RequestOrigin};
use edge::error::Error;
use edge::native::{PAGE, limit, seconds};
use edge::openapi::{words_of, words_or_null};
use edge::word_schemas;
use jiff::Timestamp;
use serde::Serialize;
use store::request::listed::ListedRequest;
use utoipa::ToSchema;
use utoipa::openapi::Object;

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
    let ListOptions {
        limit,
        before: _,
        status,
        email,
        order,
        stuck,
        is_late: _,
        failed_since: _, /* the console's */
    } = options;
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

#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequests)]
pub(crate) struct Requests {
    requests: Vec<Listed>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ListedReviewRequest)]
struct Listed {
    id: u64,
    order_id: String,
    product_ids: Vec<String>,
    #[schema(value_type = StatusWord)]
    status: &'static str,
    #[schema(required, format = DateTime)]
    sent_at: Option<String>,
    #[schema(format = DateTime)]
    inserted_at: String,
}

impl Requests {
    pub(crate) fn new(requests: Vec<ListedRequest>, now: Timestamp) -> Self {
        let requests = requests.iter().filter_map(|listed| listed.request.as_ref());
        Self { requests: requests.map(|request| Listed::new(request, now)).collect() }
    }
}

impl Listed {
    fn new(request: &Request, now: Timestamp) -> Self {
        Self {
            id: request.id.get(),
            order_id: request.order.as_str().to_owned(),
            product_ids: product_ids(request),
            status: request.status(now).as_str(),
            sent_at: request.sent_at().map(seconds),
            inserted_at: seconds(request.created_at),
        }
    }
}

/// One request, with the fields that the list omits.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequest)]
pub(crate) struct One {
    #[serde(flatten)]
    listed: Listed,
    /// Who asked: `call`, a call of an API or a member's test; `visitor`, somebody on the shop's page; `shopify` or
    /// `woocommerce`, an order of the shop's system; `file`, an order of a member's file.
    #[schema(schema_with = words_of::<RequestOrigin>)]
    origin: &'static str,
    #[schema(format = DateTime)]
    scheduled_at: String,
    #[schema(format = DateTime)]
    expires_at: String,
    #[schema(required, format = DateTime)]
    opened_at: Option<String>,
    #[schema(required, format = DateTime)]
    completed_at: Option<String>,
    #[schema(required, format = DateTime)]
    cancelled_at: Option<String>,
    /// How many reminders follow the first message, until a review is written.
    #[schema(maximum = 3)]
    reminders: u8,
    /// `null` if no message is planned, or if one is being sent.
    #[schema(required)]
    next_message: Option<PlannedMessage>,
    /// The customer's language; `null` if the shop named none.
    #[schema(required)]
    language: Option<&'static str>,
    /// The customer's time zone; `null` if the shop named none.
    #[schema(required)]
    time_zone: Option<String>,
    /// Whether the customer gets something for a review.
    incentivized: bool,
    /// The day on which the customer got what the request asks about, if the request was created with it.
    #[schema(required, format = Date)]
    experienced_at: Option<String>,
    /// `true` for a test that a member of the shop sent to themselves in the console, else absent. Tests are not
    /// counted, and webhooks do not report them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = bool, required = false)]
    test: Option<bool>,
    items: Vec<ItemBody>,
    /// `null` once the customer's personal data is deleted.
    #[schema(required, format = "uri")]
    hub_url: Option<String>,
}

/// The next message. It may still be stopped.
#[derive(Serialize, ToSchema)]
struct PlannedMessage {
    #[schema(schema_with = words_of::<Channel>)]
    channel: &'static str,
    /// 0 for the first message, else the reminder's number.
    reminder: u8,
    #[schema(format = DateTime)]
    due_at: String,
}

#[derive(Serialize, ToSchema)]
#[schema(as = RequestedItem)]
struct ItemBody {
    /// `null` for the shop itself.
    #[schema(required)]
    product_id: Option<String>,
    #[schema(required, format = DateTime)]
    reviewed_at: Option<String>,
}

impl One {
    pub(crate) fn new(shown: RequestWithLink, now: Timestamp) -> Self {
        let RequestWithLink { request, hub_url } = shown;
        Self {
            listed: Listed::new(&request, now),
            origin: request.origin.as_str(),
            scheduled_at: seconds(request.scheduled_at),
            expires_at: seconds(request.expires_at),
            opened_at: request.opened_at.map(seconds),
            completed_at: request.completed_at.map(seconds),
            cancelled_at: request.cancelled_at.map(seconds),
            reminders: request.delivery.reminders.get(),
            next_message: request.planned(now).map(PlannedMessage::new),
            language: request.options.language.map(Language::as_str),
            time_zone: request.options.time_zone.as_ref().map(|zone| zone.as_str().to_owned()),
            incentivized: request.options.incentivized,
            experienced_at: request.options.experienced_at.map(|day| day.to_string()),
            test: request.options.trial.then_some(true),
            items: request.items.iter().map(ItemBody::new).collect(),
            hub_url,
        }
    }
}

impl PlannedMessage {
    fn new(step: &Step) -> Self {
        Self { channel: step.channel.as_str(), reminder: step.reminder, due_at: seconds(step.due_at) }
    }
}

impl ItemBody {
    fn new(Item { subject, reviewed_at, review: _ }: &Item) -> Self {
        let product_id = subject.product().map(|id| id.as_str().to_owned());
        Self { product_id, reviewed_at: reviewed_at.map(seconds) }
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = Timeline)]
pub(crate) struct TimelineBody {
    timeline: Vec<EntryBody>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = TimelineEntry)]
struct EntryBody {
    /// When it first happened.
    #[schema(format = DateTime)]
    at: String,
    /// When it last happened.
    #[schema(format = DateTime)]
    last_at: String,
    /// How often it happened from `at` to `last_at`.
    #[schema(minimum = 1)]
    count: u32,
    what: &'static str,
    why: String,
    rule: &'static str,
    #[schema(required)]
    detail: Option<String>,
}

impl TimelineBody {
    pub(crate) fn new(request: &Request) -> Self {
        let entry = |entry: Entry| {
            let (first_at, count) = (entry.first_at(), entry.count());
            let why = entry_text(&entry, Speech::english());
            let Entry { at, kind, detail, earlier: _ } = entry;
            EntryBody {
                at: seconds(first_at),
                last_at: seconds(at),
                count,
                what: kind.as_str(),
                why,
                rule: kind.rule(),
                detail,
            }
        };
        Self { timeline: request.history().into_iter().map(entry).collect() }
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = RequestMessages)]
pub(crate) struct Messages {
    messages: Vec<MessageBody>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = RequestMessage)]
struct MessageBody {
    channel: &'static str,
    message_id: String,
    #[schema(format = DateTime)]
    sent_at: String,
    /// `null` until the provider reports it.
    #[schema(required, format = DateTime)]
    delivered_at: Option<String>,
    /// `null` unless the provider reports that the message will never arrive.
    #[schema(required, schema_with = failures)]
    failed_reason: Option<&'static str>,
    /// `null` for an SMS.
    #[schema(required)]
    subject: Option<String>,
    /// `null` for an SMS.
    #[schema(required)]
    html: Option<String>,
    text: String,
}

fn failures() -> Object {
    words_or_null(["bounced", "rejected", "suppressed_by_provider"])
}

impl Messages {
    pub(crate) fn new(messages: Vec<SentMessage>) -> Self {
        let body = |message| {
            let SentMessage { sent_at, message_id, channel, delivered_at, failed_reason, subject, html, text } =
                message;
            let (sent_at, delivered_at) = (seconds(sent_at), delivered_at.map(seconds));
            MessageBody {
                channel: channel.as_str(),
                message_id,
                sent_at,
                delivered_at,
                failed_reason,
                subject,
                html,
                text,
            }
        };
        Self { messages: messages.into_iter().map(body).collect() }
    }
}

fn product_ids(request: &Request) -> Vec<String> {
    request.products().iter().map(|id| id.as_str().to_owned()).collect()
}
