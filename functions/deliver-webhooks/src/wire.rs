//! The bodies of calls (Standard Webhooks 1.0.0). Without `include` they hold nothing personal, and never the stars.

use app::reviews::ShownReview;
use domain::{About, Event, ProductId, ReviewEvent};
use edge::native::seconds;
use edge::review::{ReviewBody, status};
use serde::Serialize;

#[derive(Serialize)]
struct EventBody<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    timestamp: String,
    data: Data<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Data<'a> {
    Review(Box<ReviewData<'a>>),
    Nothing {},
}

#[derive(Serialize)]
struct ReviewData<'a> {
    review_id: u64,
    uuid: String,
    /// `null` for a review that came through the API.
    request_id: Option<u64>,
    /// `null` for the shop itself.
    product_id: Option<&'a str>,
    status: &'static str,
    revision: u32,
    /// How it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<&'static str>,
    /// As it is now; absent unless the endpoint includes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<ReviewBody<'a>>,
}

/// The body of a call about an event.
pub(crate) fn body(event: &Event, shown: Option<&ShownReview>) -> String {
    let Event { id: _ /* in a header */, kind, at, about } = event;
    let data = match about {
        About::Review(review) => Data::Review(Box::new(review_data(review, shown))),
        About::Nothing => Data::Nothing {},
    };
    let body = EventBody { kind: kind.as_str(), timestamp: seconds(*at), data };
    serde_json::to_string(&body).unwrap_or_default()
}

fn review_data<'a>(about: &'a ReviewEvent, shown: Option<&'a ShownReview>) -> ReviewData<'a> {
    let ReviewEvent { review, request, product, state, revision } = about;
    ReviewData {
        review_id: review.get(),
        uuid: review.guid().to_string(),
        request_id: request.map(domain::Id::get),
        product_id: product.as_ref().map(ProductId::as_str),
        status: if state.is_final() { "deleted" } else { status(*state) },
        revision: *revision,
        cause: state.is_final().then(|| state.as_str()),
        review: shown.map(ReviewBody::new),
    }
}
