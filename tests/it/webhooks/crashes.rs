//! Whatever dies between something that happens and its webhook, the webhook arrives.

use jiff::SignedDuration;
use local::Work;
use serde_json::json;

use super::receiver::Receiver;
use super::{Hook, ids};
use crate::deaths::{self, Life as _, until};
use crate::support::{MUG, Shop, token_of};

/// The stories in which any function may die.
#[derive(Clone, Copy)]
enum Life {
    Review,
    Send,
    Cancel,
    Expire,
}

impl Life {
    /// The events that are announced, each once, in the order of the alphabet.
    fn events(self) -> &'static [&'static str] {
        match self {
            Self::Review => &["message.skipped", "request.completed", "review.submitted"],
            Self::Send => &["message.delivered", "message.sent", "request.scheduled"],
            Self::Cancel => &["message.skipped", "request.cancelled"],
            Self::Expire => &["message.skipped", "request.expired"],
        }
    }

    /// The function that makes it true.
    fn function(self) -> &'static str {
        match self {
            Self::Review => "hub",
            Self::Send => "send-request",
            Self::Cancel => "cancel-request",
            Self::Expire => "reconcile",
        }
    }
}

/// A shop in a world in which functions die on request, with a webhook, and what comes before the life.
struct Scene {
    shop: Shop,
    receiver: Receiver,
    hook: Hook,
    life: Life,
    /// A request and its hub, if the life needs one.
    request: Option<(u64, String)>,
}

impl Scene {
    async fn new(life: Life) -> Self {
        let shop = deaths::shop().await;
        let receiver = Receiver::new().await;
        let hook = shop.hook(&receiver, json!({"events": life.events()})).await;
        let later = json!({"order_id": "A", "product_ids": [MUG], "delay_days": 7});
        let request = match life {
            Life::Review | Life::Cancel | Life::Expire => Some(shop.created(later).await),
            Life::Send => None,
        };
        Self { shop, receiver, hook, life, request }
    }

    /// Lets it happen.
    async fn happen(&self) {
        let (id, hub) = self.request.clone().unwrap_or_default();
        match self.life {
            Life::Review => {
                let token = token_of(&hub);
                let fields =
                    [("token", token), ("item", "0"), ("rating", "5"), ("text", "Lovely."), ("display_name", "")];
                let form = || {
                    let call = self.shop.call("POST", "/review/hub/review").without_key();
                    call.header("user-agent", crate::support::BROWSER).form(&fields)
                };
                until(303, form).await;
            }
            Life::Send => {
                let body = json!({"email": "jane@example.com", "delay_days": 0});
                let create = || {
                    let call = self.shop.call("POST", "/api/v1/review-requests/send");
                    call.header("idempotency-key", "once").json(&body)
                };
                until(201, create).await;
            }
            Life::Cancel => {
                let path = format!("/api/v1/review-requests/{id}");
                until(200, || self.shop.call("DELETE", path.as_str())).await;
            }
            Life::Expire => self.shop.jump(SignedDuration::from_hours(24 * 91)),
        }
    }
}

impl deaths::Life for Scene {
    fn shop(&self) -> &Shop {
        &self.shop
    }

    /// Messages come again, and reconcile looks for what is lost.
    async fn act(&self) {
        self.happen().await;
        self.shop.advance(SignedDuration::from_hours(1)).await;
    }

    /// Each event has arrived, verified, and nothing is owed.
    async fn check(&self, name: &str) {
        let (calls, events) = (self.receiver.calls(), self.life.events());
        assert_eq!(ids(&calls).len(), events.len(), "{name}: {:?}", self.receiver.taken());
        assert!(calls.iter().all(|call| call.is_signed_with(&self.hook.secret)), "{name}");
        let deliveries = self.shop.deliveries(&self.hook).await;
        let mut types: Vec<_> = deliveries.iter().map(|delivery| delivery["type"].as_str().unwrap()).collect();
        types.sort_unstable();
        assert_eq!(types, events, "{name}");
        assert!(deliveries.iter().all(|delivery| delivery["status"] == "delivered"), "{name}");
    }
}

/// Each function that runs between what happens and its webhook dies at each of its awaits.
async fn functions_may_die(life: Life) {
    let functions = deaths::survives(async || Scene::new(life).await, |_| true, 10).await;
    assert!(functions.contains(life.function()) && functions.contains("deliver-webhooks"), "{functions:?}");
}

#[tokio::test]
async fn a_crash_loses_no_review_submitted_request_completed_or_message_skipped() {
    functions_may_die(Life::Review).await;
}

#[tokio::test]
async fn a_crash_loses_no_request_scheduled_message_sent_or_message_delivered() {
    functions_may_die(Life::Send).await;
}

#[tokio::test]
async fn a_crash_loses_no_request_expired() {
    functions_may_die(Life::Expire).await;
}

#[tokio::test]
async fn a_lost_message_only_delays_an_event() {
    let scene = Scene::new(Life::Review).await;
    scene.shop.world.aws().queue(Work::Webhooks).unwrap().set_copies(Vec::new);
    scene.happen().await;
    assert_eq!(scene.shop.world.aws().queue(Work::Webhooks).unwrap().bodies(), Vec::<String>::new(), "it is lost");
    scene.shop.world.aws().queue(Work::Webhooks).unwrap().set_copies(|| vec![SignedDuration::ZERO]);
    scene.shop.advance(SignedDuration::from_mins(8)).await;
    scene.check("the message is lost").await;
}

#[tokio::test]
async fn a_message_that_comes_twice_calls_once() {
    let scene = Scene::new(Life::Cancel).await;
    let late = SignedDuration::from_secs(40);
    scene.shop.world.aws().queue(Work::Webhooks).unwrap().set_copies(move || vec![SignedDuration::ZERO, late]);
    scene.act().await;
    assert_eq!(scene.receiver.calls().len(), scene.life.events().len());
    scene.check("the message comes twice").await;
}
