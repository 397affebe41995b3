//! What webhooks get, in OpenAPI: one entry for each event, and one schema for each kind of body. Deployed functions
//! never run this code.

use domain::webhook::{EventKind, MoreGoodEvent};
use edge::beacon::{MessageRow, ReviewRow};
use edge::openapi::{time, words};
use utoipa::ToSchema;
use utoipa::openapi::path::{Operation, OperationBuilder, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::AnyOfBuilder;
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    Components, Content, HttpMethod, Object, ObjectBuilder, OpenApi, OpenApiBuilder, PathItem, PathsBuilder, Ref,
    RefOr, Required, Response, Schema, Type,
};

use crate::more_good::GoneRow;
use crate::wire::{ErasureData, MessageData, RequestData, ReviewData, SuppressionData, SuspensionData};

const TAG: &str = "Webhooks";
const ABOUT: &str = "The calls that Afterword makes to a shop's endpoints (Standard Webhooks 1.0.0). An event may \
    arrive twice or out of order.";

// The schemas of bodies.
const OF_REVIEW: &str = "ReviewEvent";
const OF_REQUEST: &str = "RequestEvent";
const OF_MESSAGE: &str = "MessageEvent";
const OF_SUPPRESSION: &str = "SuppressionEvent";
const OF_ERASURE: &str = "ErasureEvent";
const OF_SUSPENSION: &str = "SuspensionEvent";
const OF_TEST: &str = "TestEvent";
const OF_REVIEW_ROW: &str = "BeaconReviewEvent";
const OF_MESSAGE_ROW: &str = "BeaconMessageEvent";

/// The headers of each call: name, type and meaning.
const HEADERS: [(&str, Type, &str); 3] = [
    ("webhook-id", Type::String, "The event's id, the same for every try. Ignore an event whose id you know."),
    ("webhook-timestamp", Type::Integer, "When this try began, in Unix seconds."),
    (
        "webhook-signature",
        Type::String,
        "`v1,` and a signature of `<webhook-id>.<webhook-timestamp>.<body>`. For a day after the secret was replaced \
         there are several signatures, separated by spaces.",
    ),
];

/// What the endpoint may answer: status, name of the response, and what it means to Afterword.
const ANSWERS: [(&str, &str, &str); 3] = [
    ("2XX", "WebhookTaken", "You have the event. Answer within 15 seconds."),
    ("410", "WebhookGone", "The endpoint is gone. Afterword disables the webhook."),
    ("default", "WebhookFailed", "Any other answer: Afterword sends the event again, not before your `Retry-After`."),
];

/// An event in OpenAPI.
struct Described {
    name: &'static str,
    /// The name of its body's schema.
    schema: &'static str,
    when: &'static str,
}

/// Describes every call to a shop's endpoint.
pub fn api() -> OpenApi {
    let ours = EventKind::ALL.into_iter().map(ours);
    let events: Vec<_> = ours.chain(MoreGoodEvent::ALL.into_iter().map(more_good)).collect();
    let webhooks = events.iter().fold(PathsBuilder::new(), |webhooks, event| {
        webhooks.path(event.name, PathItem::new(HttpMethod::Post, call(event)))
    });
    let tag = TagBuilder::new().name(TAG).description(Some(ABOUT)).build();
    OpenApiBuilder::new().webhooks(Some(webhooks)).components(Some(components(&events))).tags(Some([tag])).build()
}

fn ours(kind: EventKind) -> Described {
    let (schema, when) = match kind {
        EventKind::ReviewSubmitted => (OF_REVIEW, "A customer wrote a review"),
        EventKind::ReviewUpdated => (OF_REVIEW, "The author changed a review, or a member undid a decision"),
        EventKind::ReviewPublished => (OF_REVIEW, "A review, or its new words, became public"),
        EventKind::ReviewWithheld => (OF_REVIEW, "The shop withheld a review, or changed the reason"),
        EventKind::ReviewReplied => (OF_REVIEW, "The shop answered a review, or changed the answer"),
        EventKind::ReviewDeleted => (OF_REVIEW, "A review's words are gone"),
        EventKind::RequestScheduled => (OF_REQUEST, "A request has a message to send"),
        EventKind::RequestCompleted => (OF_REQUEST, "The customer reviewed every item of a request"),
        EventKind::RequestExpired => (OF_REQUEST, "A request's link expired"),
        EventKind::RequestCancelled => (OF_REQUEST, "The shop cancelled a request"),
        EventKind::MessageSent => (OF_MESSAGE, "The provider accepted a message, or test mode captured it"),
        EventKind::MessageDelivered => (OF_MESSAGE, "The provider delivered a message"),
        EventKind::MessageFailed => (OF_MESSAGE, "The provider rejected a message, or it came back for good"),
        EventKind::MessageSkipped => (OF_MESSAGE, "A rule stopped a message"),
        EventKind::CustomerSuppressed => (OF_SUPPRESSION, "An address or number is suppressed for one more reason"),
        EventKind::CustomerErased => (OF_ERASURE, "A customer's personal data was erased"),
        EventKind::DeliverabilityHeld => (OF_SUSPENSION, "The shop's emails are suspended"),
        EventKind::DeliverabilityReleased => (OF_SUSPENSION, "The shop's emails are sent again"),
        EventKind::WebhookTest => (OF_TEST, "You sent a test"),
    };
    Described { name: kind.as_str(), schema, when }
}

fn more_good(event: MoreGoodEvent) -> Described {
    let (schema, when) = match event {
        MoreGoodEvent::ReviewCreated => (OF_REVIEW_ROW, "More Good Reviews' name of `review.submitted`"),
        MoreGoodEvent::ReviewUpdated => {
            (OF_REVIEW_ROW, "More Good Reviews' name of every event of a review between its first and its last")
        }
        MoreGoodEvent::ReviewDeleted => (OF_REVIEW_ROW, "More Good Reviews' name of `review.deleted`"),
        MoreGoodEvent::MessageCreated => (OF_MESSAGE_ROW, "More Good Reviews' name of `request.scheduled`"),
        MoreGoodEvent::MessageUpdated => {
            (OF_MESSAGE_ROW, "More Good Reviews' name of `message.*`, `request.completed` and `request.expired`")
        }
        MoreGoodEvent::MessageDeleted => (OF_MESSAGE_ROW, "More Good Reviews' name of `request.cancelled`"),
    };
    Described { name: event.as_str(), schema, when }
}

fn call(event: &Described) -> Operation {
    let content = Content::new(Some(Ref::from_schema_name(event.schema)));
    let body = RequestBodyBuilder::new().content("application/json", content).required(Some(Required::True)).build();
    let call = OperationBuilder::new().tag(TAG).summary(Some(event.when)).request_body(Some(body));
    let call = HEADERS
        .iter()
        .fold(call, |call, (name, ..)| call.parameter_ref(Ref::new(format!("#/components/parameters/{name}"))));
    ANSWERS.iter().fold(call, |call, (status, name, _)| call.response(*status, Ref::from_response_name(*name))).build()
}

fn components(events: &[Described]) -> Components {
    let mut components = Components::new();
    for (name, kind, about) in HEADERS {
        let parameter = ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Header)
            .required(Required::True)
            .description(Some(about))
            .schema(Some(Object::with_type(kind)));
        components.parameters.insert(name.to_owned(), parameter.build().into());
    }
    for (_, name, about) in ANSWERS {
        components.responses.insert(name.to_owned(), Response::new(about).into());
    }
    components.schemas.extend(schemas(events));
    components
}

/// The schemas of all bodies, and of what is in them.
fn schemas(events: &[Described]) -> Vec<(String, RefOr<Schema>)> {
    let mut schemas = Vec::new();
    let ours = [
        (OF_REVIEW, component::<ReviewData>(&mut schemas)),
        (OF_REQUEST, component::<RequestData>(&mut schemas)),
        (OF_MESSAGE, component::<MessageData>(&mut schemas)),
        (OF_SUPPRESSION, component::<SuppressionData>(&mut schemas)),
        (OF_ERASURE, component::<ErasureData>(&mut schemas)),
        (OF_SUSPENSION, component::<SuspensionData>(&mut schemas)),
    ];
    let rows = [
        (OF_REVIEW_ROW, component::<ReviewRow>(&mut schemas)),
        (OF_MESSAGE_ROW, component::<MessageRow>(&mut schemas)),
    ];
    let gone = component::<GoneRow>(&mut schemas);
    let names = |schema: &str| words(events.iter().filter(|event| event.schema == schema).map(|event| event.name));
    for (name, data) in ours {
        schemas.push((name.to_owned(), body(names(name), data).build().into()));
    }
    for (name, row) in rows {
        // `anyOf` and not `oneOf`, because a message's row also fits the schema of what is left of it.
        let data = Schema::AnyOf(AnyOfBuilder::new().item(row).item(gone.clone()).build());
        let body = body(names(name), data).property("event", names(name)).required("event");
        schemas.push((name.to_owned(), body.build().into()));
    }
    let again = ObjectBuilder::from(names(OF_TEST));
    let again = again.description(Some("Present only if the webhook uses More Good Reviews' names.")).build();
    let nothing = ObjectBuilder::new().description(Some("Empty.")).max_properties(Some(0)).build();
    schemas.push((OF_TEST.to_owned(), body(names(OF_TEST), nothing).property("event", again).build().into()));
    schemas
}

/// A body with one of these names as its type.
fn body(names: Object, data: impl Into<RefOr<Schema>>) -> ObjectBuilder {
    let timestamp = ObjectBuilder::from(time()).description(Some("When the event happened.")).build();
    let body = ObjectBuilder::new().property("type", names).property("timestamp", timestamp).property("data", data);
    ["type", "timestamp", "data"].into_iter().fold(body, ObjectBuilder::required)
}

/// Adds a type's schema and those that it refers to. Returns the reference to it.
fn component<T: ToSchema>(schemas: &mut Vec<(String, RefOr<Schema>)>) -> Ref {
    schemas.push((T::name().into_owned(), T::schema()));
    T::schemas(schemas);
    Ref::from_schema_name(T::name())
}
