//! The hosts outside AWS in a life: the shops' endpoints for webhooks, whose answers come late or never, and a host
//! with pictures. Each event arrives. All deliveries of an event have the same id.

use axum::body::Bytes;
use axum::http::{Request, Response};
use small_aws::{Answer, Chance};

use super::client::{Asked, Clients, Outcome};
use super::timeline::Shown;
use crate::hub::photos::jpeg_with_exif;
use crate::support::*;

/// The beginning of every host's URL.
pub const HOST: &str = "http://127.0.0.1:1";
const WEBHOOKS: &str = "/api/v1/webhooks";
/// The events to which an endpoint subscribes.
const EVENTS: [&str; 7] = [
    "request.scheduled",
    "request.cancelled",
    "request.completed",
    "message.sent",
    "review.submitted",
    "review.withheld",
    "review.replied",
];
/// `deliver-webhooks` is ended after this long.
const DELIVERY_ENDS: SignedDuration = SignedDuration::from_secs(60);
/// This is longer than an endpoint may take.
const TOO_LATE: Duration = Duration::from_secs(20);

struct Heard {
    path: String,
    at: Timestamp,
    id: String,
    body: Value,
    is_taken: bool,
}

/// All hosts; clones share them.
#[derive(Clone, Default)]
pub struct Hosts(Arc<Mutex<Vec<Heard>>>);

impl Hosts {
    /// Answers calls from now on. With a seed, an endpoint does not answer some calls, or rejects them.
    pub fn answer(&self, aws: &SmallAws, seed: Option<u64>) {
        let (heard, clock) = (Arc::clone(&self.0), aws.clock().clone());
        let chance = seed.map(|seed| Mutex::new(Chance::new(seed, "hosts")));
        aws.set_hosts(move |request| {
            let path = request.uri().path();
            if let Some(width) = path.strip_prefix('/').and_then(|path| path.strip_suffix(".jpg")) {
                let picture = jpeg_with_exif(width.parse().unwrap(), 20, 1);
                return Answer { after: Duration::ZERO, response: Some(Response::new(picture.into())) };
            }
            let status = |status| Some(Response::builder().status(status).body(Bytes::new()).unwrap());
            let (after, response) = match chance.as_ref().map_or(9, |chance| chance.lock().unwrap().below(10)) {
                0 => (Duration::ZERO, None),
                1 => (Duration::ZERO, status(503)),
                2 => (TOO_LATE, status(200)),
                _ => (Duration::from_millis(10), status(200)),
            };
            let is_taken = response.as_ref().is_none_or(|response| response.status() == 200);
            heard.lock().unwrap().push(Heard::new(request, clock.now(), is_taken));
            Answer { after, response }
        });
    }
}

impl Heard {
    fn new(request: &Request<Bytes>, at: Timestamp, is_taken: bool) -> Self {
        let id = request.headers()["webhook-id"].to_str().unwrap().to_owned();
        let body = serde_json::from_slice(request.body()).unwrap();
        Self { path: request.uri().path().to_owned(), at, id, body, is_taken }
    }

    fn is_about(&self, kind: &str, request: u64) -> bool {
        self.body["type"] == kind && self.body["data"]["request_id"] == request
    }
}

fn path_of(shop: &Shop) -> String {
    format!("/hooks/{}", shop.tenant.id.as_str())
}

pub async fn subscribe(shop: &Shop) -> String {
    let hook = json!({"url": format!("{HOST}{}", path_of(shop)), "events": EVENTS});
    let reply = shop.post(WEBHOOKS, hook).await;
    assert_eq!(reply.status, 201, "{}", reply.body);
    format!("{WEBHOOKS}/{}", reply.json()["id"])
}

impl Clients {
    pub async fn unsubscribe(&self) {
        let Some((path, _)) = self.facts.borrow().hook.clone() else { return };
        self.facts.borrow_mut().hook = Some((path.clone(), Outcome::Asked));
        // 404: an earlier try removed it, and its answer was lost.
        if self.done("unsubscribe", &[200, 404], async || self.shop.delete(path.as_str()).await).await.is_some() {
            self.facts.borrow_mut().hook = Some((path, Outcome::Acknowledged(self.now())));
        }
    }
}

/// The faults in a shop's webhooks, when nothing more will happen.
pub fn check(hosts: &Hosts, clients: &Clients, shown: &[(Asked, Shown)]) -> Vec<String> {
    let facts = clients.facts.borrow();
    let Some((_, removed)) = facts.hook else { return Vec::new() };
    let (heard, path) = (hosts.0.lock().unwrap(), path_of(&clients.shop));
    let heard: Vec<_> = heard.iter().filter(|heard| heard.path == path).collect();
    let (mut wrong, mut bodies) = (Vec::new(), BTreeMap::new());
    for Heard { at, id, body, .. } in &heard {
        if *bodies.entry(id).or_insert(body) != body {
            wrong.push(format!("{id} is two events: {body}"));
        }
        if matches!(removed, Outcome::Acknowledged(removed) if *at > removed + DELIVERY_ENDS) {
            wrong.push(format!("{id} came after its endpoint was removed"));
        }
    }
    for (asked, shown) in shown {
        let Some(id) = asked.id else { continue };
        let is_done = |outcome: Outcome| usize::from(matches!(outcome, Outcome::Acknowledged(_)));
        // The same decision again changes nothing, so there is no second event.
        let decided = |path: &str| -> usize {
            let made = facts.decisions.iter().filter(|made| made.request == id && made.path == path);
            made.map(|made| is_done(made.outcome)).max().unwrap_or(0)
        };
        let sent = shown.entries.iter().filter(|entry| entry.what == "sent").count();
        // The least and the greatest number of each.
        for (kind, least, most) in [
            ("request.scheduled", 1, 1),
            ("message.sent", sent, sent),
            ("request.cancelled", usize::from(shown.status == "cancelled"), 1),
            ("request.completed", usize::from(shown.status == "completed"), 1),
            ("review.submitted", is_done(asked.reviewed), 1),
            ("review.withheld", decided("reject"), 1),
            ("review.replied", decided("reply"), 1),
        ] {
            let about = || heard.iter().filter(|heard| heard.is_about(kind, id));
            let ids = |is_taken: bool| about().filter(move |heard| heard.is_taken || !is_taken).map(|heard| &heard.id);
            let [all, taken] = [false, true].map(|is_taken| ids(is_taken).collect::<BTreeSet<_>>().len());
            if all > most || (removed == Outcome::NotAsked && taken < least) {
                wrong.push(format!("{id}: {kind} came {taken} of {least} times; {shown:?} {asked:?}"));
            }
        }
    }
    wrong
}
