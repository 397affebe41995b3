//! The world through its router, its inbox and its clock.

use axum::body::{Body, to_bytes};
use domain::{Shop, Tenant};
use http::{Request, StatusCode};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use small_aws::MovableClock;
use tower::ServiceExt as _;

use crate::{Options, SCOPES, World, seeded_random};

/// Noon of 1 January 2026, UTC.
const NOON: Timestamp = Timestamp::constant(1_767_268_800, 0);
const DAY: SignedDuration = SignedDuration::from_hours(24);

struct Shopkeeper {
    world: World,
    key: String,
}

impl Shopkeeper {
    async fn new() -> Self {
        Self::at(NOON).await
    }

    async fn at(now: Timestamp) -> Self {
        let world = World::open(Options {
            data: None,
            base_url: "http://127.0.0.1:3000".to_owned(),
            clock: MovableClock::frozen(now),
            random: seeded_random(1),
        })
        .unwrap();
        world.verify_mail_domain();
        let tenant: Tenant = "shop.live".parse().unwrap();
        let shop = Shop::new("A shop", None).unwrap();
        world.set_up_shop(&tenant, shop).await.unwrap();
        let key = world.api_key(&tenant, SCOPES).await.unwrap().reveal().to_owned();
        Self { world, key }
    }

    async fn call(&self, method: &str, path: &str, body: Value) -> (StatusCode, Value) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {}", self.key))
            .header("content-type", "application/json")
            .body(Body::from(if body.is_null() { String::new() } else { body.to_string() }))
            .unwrap();
        let response = self.world.router().oneshot(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    async fn create(&self, delay_days: u32) {
        let body = json!({"email": "customer@example.com", "delay_days": delay_days});
        let (status, answer) = self.call("POST", "/api/v1/review-requests/send", body).await;
        assert_eq!(status, StatusCode::CREATED, "{answer}");
    }

    /// The one request's status.
    async fn status(&self) -> String {
        let (_, answer) = self.call("GET", "/api/v1/review-requests", Value::Null).await;
        answer["requests"][0]["status"].as_str().unwrap().to_owned()
    }
}

#[tokio::test]
async fn a_mail_leaves_at_its_instant_and_not_before() {
    let shop = Shopkeeper::new().await;
    shop.create(7).await;
    shop.world.advance(DAY * 7 - SignedDuration::from_secs(1)).await.unwrap();
    assert_eq!((shop.world.aws().inbox().len(), shop.status().await), (0, "scheduled".to_owned()));
    shop.world.advance(DAY).await.unwrap();
    let mails = shop.world.aws().inbox();
    assert_eq!((mails.len(), shop.status().await), (1, "sent".to_owned()));
    assert_eq!(mails[0].sent_at, NOON + DAY * 7);
    assert_eq!(shop.world.aws().clock().now(), NOON + DAY * 8 - SignedDuration::from_secs(1));
}

#[tokio::test]
async fn seven_days_are_enough_for_what_is_due_in_seven_days() {
    let shop = Shopkeeper::at(NOON + SignedDuration::from_millis(400)).await;
    shop.create(7).await;
    shop.world.advance(DAY * 7).await.unwrap();
    assert_eq!(shop.world.aws().inbox().len(), 1);
}

#[tokio::test]
async fn what_is_due_now_is_done_without_moving_the_clock() {
    let shop = Shopkeeper::new().await;
    shop.create(0).await;
    shop.world.settle().await.unwrap();
    assert_eq!((shop.world.aws().inbox().len(), shop.world.aws().clock().now()), (1, NOON));
}

#[tokio::test]
async fn a_lost_wake_up_is_found_at_the_first_tick_after_it_is_late() {
    use small_aws::{Fault, Service};
    let shop = Shopkeeper::new().await;
    shop.world.aws().set_faults(|call| match call.service {
        Service::Scheduler => Fault::LoseRequest,
        _ => Fault::None,
    });
    shop.create(1).await;
    assert_eq!(shop.world.aws().due_schedules(), []);
    shop.world.advance(DAY * 2).await.unwrap();
    let mails = shop.world.aws().inbox();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].sent_at, NOON + DAY + SignedDuration::from_mins(5));
}

#[tokio::test]
async fn ninety_one_days_pass_quickly_and_end_in_an_expired_link() {
    let shop = Shopkeeper::new().await;
    shop.create(7).await;
    shop.world.aws().take_calls();
    shop.world.advance(DAY * 91).await.unwrap();
    assert_eq!(shop.status().await, "expired");
    let calls = shop.world.aws().take_calls().len();
    assert!(calls < 100, "{calls} calls: reconcile ran although nothing was owed");
}

#[test]
fn a_data_folder_has_one_owner() {
    let folder = std::env::temp_dir().join(format!("afterword-lock-{}", std::process::id()));
    let open = || {
        World::open(Options {
            data: Some(folder.clone()),
            base_url: String::from("http://127.0.0.1:3000"),
            clock: MovableClock::frozen(NOON),
            random: seeded_random(1),
        })
    };
    let first = open().unwrap();
    let refused = open().err().unwrap().to_string();
    assert!(refused.contains("in use by another process"), "{refused}");
    drop(first);
    open().unwrap();
    std::fs::remove_dir_all(folder).unwrap();
}
