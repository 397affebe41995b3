//! The bodies of calls to endpoints that subscribed to More Good Reviews' events: that vendor's rows, with the data at the time
//! of the call.

use domain::values::{Guid, RequestId};
use domain::webhook::{About, Event, EventKinds, MessageEvent, RequestEvent, ReviewEvent};
use edge::beacon::{MessageRow, ReviewRow};
use edge::native::seconds;
use edge::shown::Uuid;
use serde::Serialize;

use crate::deliver::Shown;

#[derive(Serialize)]
struct MoreGoodBody {
    event: &'static str,
    /// The event again, for receivers that follow Standard Webhooks.
    #[serde(rename = "type")]
    kind: &'static str,
    timestamp: String,
    data: Row,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Row {
    Review(Box<ReviewRow>),
    Message(Box<MessageRow>),
    Gone(GoneRow),
    Nothing {},
}

edge::shown! {
    /// The ids of a review that ended, or of a message whose request was removed.
    pub(crate) struct GoneRow as BeaconGone ((id, request): (Guid, Option<RequestId>)) {
        id: Uuid = id;
        /// The same as `id`.
        uuid: Uuid = id;
        /// The ask, or the request from another API; `null` if nobody asked for the review.
        ask_id: Option<Uuid> = request.map(RequestId::guid);
    }
}

pub(crate) fn body(event: &Event, events: &EventKinds, shown: Option<Shown>) -> String {
    let Event { id: _ /* in a header */, kind, at, about } = event;
    let (name, gone) = (events.name(*kind), gone(about));
    let body = |data| {
        let body = MoreGoodBody { event: name, kind: name, timestamp: seconds(*at), data };
        serde_json::to_string(&body).unwrap_or_default()
    };
    match shown {
        Some(Shown::Review(shown)) => body(Row::Review(Box::new(ReviewRow::new(&shown.review)))),
        Some(Shown::Message(message, customers)) => {
            body(Row::Message(Box::new(MessageRow::of_message(&message, &customers))))
        }
        None => body(gone),
    }
}

fn gone(about: &About) -> Row {
    match about {
        About::Review(ReviewEvent { review, request, .. }) => Row::Gone(GoneRow::new((review.guid(), *request))),
        About::Request(RequestEvent { request, message: Some(number), .. })
        | About::Message(MessageEvent { request, number, .. }) => {
            Row::Gone(GoneRow::new((Guid::message(*request, *number), Some(*request))))
        }
        About::Request(RequestEvent { message: None, .. })
        | About::Suppression(_)
        | About::Erasure(_)
        | About::Suspension(_)
        | About::Nothing => Row::Nothing {},
    }
}
