//! Four dialects, one domain: each dialect correctly shows requests that were created in another one.

use domain::values::RequestId;

use crate::support::*;

const EMAIL: &str = "jane@example.com";
const WIX: &str = "/reviews/v2/review-requests";

/// A customer who was asked once in each dialect.
struct Four {
    shop: Shop,
    customer: String,
    /// The ids of BetterReviews', Amino's, More Good Reviews' and Wix' request.
    ids: [u64; 4],
}

impl Four {
    async fn new() -> Self {
        let shop = Shop::new().await;
        let order = json!({"order_id": "ORD-1", "customer_name": "Jane Doe", "product_ids": [MUG], "delay_days": 0});
        let (better_reviews, _) = shop.created(order).await;
        shop.jump(SignedDuration::from_millis(1));
        shop.post("/api/v1/invitations", json!({"email": EMAIL, "name": "Jane", "order_ref": "ORD-2"})).await.is(200);
        let amino = newest(&shop).await;
        let body = json!({"first_name": "Jane", "email": "JANE@example.com", "company": "Fern Ltd"});
        let customer = data(&shop, "/beacon/customers", body).await["id"].owned();
        let ask = data(&shop, "/beacon/asks", json!({"email": EMAIL})).await;
        let wix = json!({"reviewRequest": {
            "items": [{"catalogItemId": "cd59cd36-b6d2-2cf3-9d48-81793a7bdbbd"}, {"catalogItemId": MUG}],
            "recipient": {"contactId": customer}, "communicationChannel": "EMAIL",
        }});
        let wix = shop.post(WIX, wix).await.json();
        let ids = [better_reviews, amino, number(&ask["id"]), number(&wix["reviewRequest"]["id"])];
        Self { shop, customer, ids }
    }

    async fn wix(&self, id: u64) -> Value {
        self.shop.get(format!("{WIX}/{}", guid(id))).await.is(200).json()["reviewRequest"].clone()
    }

    async fn list(&self, of: &str) -> Vec<Value> {
        self.shop.get(format!("/beacon/customers/{}/{of}", self.customer)).await.is(200).json()["data"].list().clone()
    }
}

async fn data(shop: &Shop, path: &str, body: Value) -> Value {
    shop.post(path, body).await.is(200).json()["data"].clone()
}

async fn newest(shop: &Shop) -> u64 {
    shop.get("/api/v1/review-requests").await.json()["requests"][0]["id"].number()
}

fn guid(id: u64) -> String {
    RequestId::new(id).unwrap().guid().to_string()
}

fn number(guid: &Value) -> u64 {
    RequestId::from_guid(Guid::parse(guid.text()).unwrap()).unwrap().get()
}

#[tokio::test]
async fn a_customer_is_one_customer_in_every_dialect() {
    let four = Four::new().await;
    let order = json!({"status": "placed", "currency": "EUR", "lines": [],
        "buyer": {"email": "Jane@Example.com", "name": "Somebody Else"}});
    four.shop.put("/api/v1/orders/ORD-3", &order).await.is(200);
    let customers = four.shop.get("/beacon/customers").await.json();
    assert_eq!(customers["pagination"]["total"], 1);
    let [customer] = &customers["data"].list()[..] else { panic!("{customers}") };
    assert_eq!(
        (customer["id"].as_str(), &customer["last_name"]),
        (Some(&*four.customer), &json!("Doe")),
        "as first sent"
    );
    for id in four.ids {
        assert_eq!(four.wix(id).await["recipient"]["contactId"], four.customer, "{id}");
    }
}

#[tokio::test]
async fn better_reviews_lists_every_dialects_requests() {
    let four = Four::new().await;
    let [better_reviews, amino, beacon, wix] = four.ids;
    four.shop.settle().await;
    let listed = four.shop.get("/api/v1/review-requests").await.json();
    let row = |id: u64| listed["requests"].list().iter().find(|row| row["id"] == id).unwrap();
    assert_eq!(listed["requests"].list().len(), 4);
    assert_eq!((&row(better_reviews)["order_id"], &row(amino)["order_id"]), (&json!("ORD-1"), &json!("ORD-2")));
    assert_eq!(row(beacon)["order_id"], format!("auto-{beacon}"));
    assert_eq!(row(wix)["product_ids"], json!(["cd59cd36-b6d2-2cf3-9d48-81793a7bdbbd", MUG]));
    assert_eq!(four.ids.map(|id| row(id)["status"].text()), ["sent", "sent", "sent", "manual"]);
    for id in four.ids {
        let shown = four.shop.get(format!("/api/v1/review-requests/{id}")).await.json();
        four.shop.browse(path_of(shown["hub_url"].text())).await.is(200);
    }
}

#[tokio::test]
async fn wix_shows_every_dialects_requests() {
    let four = Four::new().await;
    let [better_reviews, amino, beacon, wix] = four.ids;
    four.shop.settle().await;
    let queried = four.shop.post(format!("{WIX}/query"), json!({"query": {}})).await.json();
    let found: Vec<_> = queried["reviewRequests"].list().iter().map(|row| number(&row["id"])).collect();
    let mut ids = four.ids;
    ids.sort_unstable();
    assert_eq!(found, ids);
    let shown = four.wix(better_reviews).await;
    has(&shown, json!({"order": {"id": "ORD-1"}, "items": [{"catalogItemId": MUG}]}));
    assert_eq!((&shown["status"], &shown["communicationChannel"]), (&json!("SENT"), &json!("EMAIL")));
    assert_eq!(four.wix(amino).await["status"], "SENT");
    assert_eq!(four.wix(beacon).await["status"], "SENT");
    assert_eq!(four.wix(wix).await["status"], "SCHEDULED");
    let count = four.shop.post(format!("{WIX}/count"), json!({"filter": {"status": "SENT"}})).await.json();
    assert_eq!(count["count"], 3);
}

#[tokio::test]
async fn more_good_reviews_shows_every_dialects_messages_and_reviews() {
    let four = Four::new().await;
    let [better_reviews, amino, beacon, wix] = four.ids;
    four.shop.post(format!("/api/v1/review-requests/{wix}/send"), json!({})).await.is(200);
    four.shop.settle().await;
    assert!(four.shop.inbox().iter().all(|mail| mail.to.eq_ignore_ascii_case(EMAIL)));
    let mut asks: Vec<_> = four.list("messages").await.iter().map(|message| number(&message["ask_id"])).collect();
    asks.sort_unstable();
    let mut ids = [better_reviews, amino, beacon, wix];
    ids.sort_unstable();
    assert_eq!(asks, ids);
    assert_eq!(four.wix(wix).await["status"], "SENT", "a real event");

    for mail in four.shop.inbox() {
        let link = link_in(&mail);
        let token = link.rsplit(['/', '=']).next().unwrap();
        four.shop.review(&format!("/review/hub?token={token}"), 0).await;
    }
    let reviews = four.list("reviews").await;
    assert_eq!(reviews.len(), 4);
    for review in &reviews {
        let asked = four.wix(number(&review["ask_id"])).await;
        assert_eq!(
            asked["items"][0]["reviewId"].as_str().unwrap_or("of the shop"),
            if asked["items"][0].is_null() { "of the shop" } else { review["id"].text() }
        );
    }
    let stats = four.shop.get("/api/v1/invitations/stats").await.json();
    assert_eq!(stats["stats"], json!({"sent": 4, "opened": 4, "completed": 4, "expired": 0}));
}

#[tokio::test]
async fn a_cancel_or_delete_in_one_dialect_is_one_in_all() {
    let four = Four::new().await;
    let [better_reviews, amino, beacon, wix] = four.ids;
    let shown = four.shop.get(format!("/api/v1/review-requests/{wix}")).await.json();
    four.shop.review(&path_of(shown["hub_url"].text()), 0).await;
    four.shop.delete(format!("/api/v1/review-requests/{beacon}")).await.is(200);
    assert_eq!(four.wix(beacon).await["status"], "CANCELED");
    four.shop.settle().await;
    let asks: Vec<_> = four.list("messages").await.iter().map(|message| number(&message["ask_id"])).collect();
    assert!(asks.contains(&better_reviews) && asks.contains(&amino) && !asks.contains(&beacon));
    let filter = json!({"filter": {"id": {"$in": [guid(wix), guid(amino)]}}});
    four.shop.put("/reviews/v2/bulk/review-requests/cancel-by-filter", &filter).await.is(200);
    for id in [wix, amino] {
        assert_eq!(four.shop.status(id).await, "cancelled");
    }
    four.shop.delete(format!("{WIX}/{}", guid(wix))).await.is(200);
    four.shop.get(format!("/api/v1/review-requests/{wix}")).await.is_error(404, "not_found");
    assert_eq!(four.shop.get("/api/v1/review-requests").await.json()["requests"].list().len(), 3);
    assert_eq!(four.list("reviews").await.len(), 1, "a review stays when its request is deleted");
    // After a cancel, the same request may be created again.
    assert_ne!(number(&data(&four.shop, "/beacon/asks", json!({"email": EMAIL})).await["id"]), beacon);
}
