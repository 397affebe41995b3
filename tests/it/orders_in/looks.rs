//! A shop's key is kept: once a day, Afterword looks for orders whose calls were lost, and switches webhooks on again. The shops
//! are those of `reading`.

use super::payloads::{at, with, woo_order};
use super::reading::{
    KEPT, SHOPIFY, System, WOO, completed, connect, connect_shopify, connects, passing, rows_of_kind, says, shop_with,
    shopify_order,
};
use crate::console::{MARA, Visitor};
use crate::support::*;

/// How long the next look takes to come at the latest.
const A_DAY: SignedDuration = SignedDuration::from_mins(24 * 60 + 10);

async fn asked(shop: &Shop) -> Vec<String> {
    let requests = shop.get("/api/v1/review-requests").await.json();
    let mut orders: Vec<_> = requests["requests"].list().iter().map(|request| request["order_id"].owned()).collect();
    orders.sort();
    orders
}

fn looks(system: &System) -> Vec<String> {
    system.lists().into_iter().filter(|list| list.starts_with("changed")).collect()
}

async fn page_of(shop: &Shop, path: &str) -> String {
    Visitor::signed_in(shop, MARA).await.get(path).await.body
}

#[test]
fn a_lost_order_comes_in_once_and_a_disabled_webhook_is_active_again() {
    passing(Vec::new(), async |shop, mara, system| {
        connects(&shop, &mara, &KEPT).await;
        mara.get(WOO).await.shows(["Afterword keeps the key to your shop.", "Forget the key"]);
        assert_eq!(looks(&system), [""; 0]);
        let when = at(&shop, 1);
        system.site().orders = [(1, &when), (2, &when)].map(|(id, when)| completed(id, when)).to_vec();
        shop.advance(HOUR * 2).await;
        // The call about the second order is lost.
        says(&shop, &system, "order.updated", &completed(1, &when)).await;
        assert_eq!(asked(&shop).await, ["1"]);
        system.site().hooks[1]["status"] = json!("disabled");
        system.site().hooks[1]["secret"] = json!("anothersecret000");
        system.site().hooks[2]["status"] = json!("paused");
        shop.advance(A_DAY).await;
        assert_eq!((asked(&shop).await, looks(&system)), (vec!["1".into(), "2".into()], vec!["changed 100 1".into()]));
        let of_all = |name: &str| system.site().hooks.iter().map(|hook| hook[name].owned()).collect::<BTreeSet<_>>();
        assert_eq!(of_all("status"), BTreeSet::from(["active".into(), "paused".into()]));
        assert_eq!(of_all("secret").len(), 1, "another one may be why its calls failed");
        page_of(&shop, WOO).await.shows(["New or changed orders: 1.", "Webhooks that were switched off: 1."]);
        says(&shop, &system, "order.updated", &completed(2, &when)).await;

        // Both change again. They are asked about once, whatever comes first.
        let when = at(&shop, 0);
        system.site().orders = [1, 2]
            .map(|id| {
                with(completed(id, &when), json!({"date_completed_gmt": completed(id, &when)["date_created_gmt"]}))
            })
            .to_vec();
        shop.advance(A_DAY).await;
        says(&shop, &system, "order.updated", &completed(1, &when)).await;
        assert_eq!((asked(&shop).await.len(), looks(&system).len()), (2, 2));
        let log = table(&shop.world).await.into_iter().map(|row| row.to_string()).collect::<String>();
        log.lacks(["ck_kestrel", "cs_goldfinch"]);

        let mara = Visitor::signed_in(&shop, MARA).await;
        mara.post(&format!("{WOO}/forget"), &[]).await.is(303);
        mara.get(WOO).await.body.shows(["The key is forgotten.", "Afterword keeps no key"]).lacks(["Forget the key"]);
        mara.get("/console/audit").await.shows(["Had the key to the shop’s system forgotten"]);
        assert_eq!(rows_of_kind(&shop, "INK#").await, 0);
        shop.advance(A_DAY).await;
        assert_eq!(looks(&system).len(), 2);
    });
}

#[test]
fn a_refused_key_is_forgotten_and_a_failing_shop_is_asked_again() {
    passing(Vec::new(), async |shop, mara, system| {
        let path = "/api/v1/integrations/woocommerce";
        connects(&shop, &mara, &[]).await;
        assert_eq!(shop.get(path).await.json()["keeps_key"], false);
        shop.put(path, json!({"keeps_key": true})).await.is_error(422, "invalid_keeps_key");
        for (status, cause) in
            [(401, "it refused the key"), (403, "the key may not do this"), (404, "its API does not answer")]
        {
            let mara = Visitor::signed_in(&shop, MARA).await;
            system.site().instead = None;
            connects(&shop, &mara, &KEPT).await;
            mara.get("/console/today").await.body.lacks(["WooCommerce refused the key"]);
            assert_eq!(shop.get(path).await.json()["keeps_key"], true);
            system.site().instead = Some((status, vec![], json!({})));
            let before = looks(&system).len();
            shop.advance(A_DAY).await;
            assert_eq!((rows_of_kind(&shop, "INK#").await, looks(&system).len()), (0, before + 1), "{status}");
            page_of(&shop, WOO).await.shows([
                "Your shop refused the key, so Afterword forgot it.",
                cause,
                "Do without a key",
            ]);
            page_of(&shop, "/console/today").await.shows(["WooCommerce refused the key"]);
            assert_eq!(shop.get(path).await.json()["keeps_key"], false);
        }

        // What was missed without a key is found with the next one, at once.
        let when = at(&shop, -1);
        system.site().orders = vec![completed(1, &when)];
        system.site().instead = None;
        let mara = Visitor::signed_in(&shop, MARA).await;
        connect(&mara, &KEPT).await.is(200);
        system.site().orders.clear();
        shop.settle().await;
        system.site().orders = vec![completed(1, &when)];
        system.site().instead = Some((503, vec![], json!({})));
        shop.advance(A_DAY).await;
        let tries = looks(&system).len();
        page_of(&shop, WOO)
            .await
            .shows(["The last look did not work. Afterword looks again.", "it answered with an error"]);
        system.site().instead = None;
        shop.advance(HOUR * 3).await;
        assert_eq!((asked(&shop).await, tries > 5), (vec!["1".into()], true), "{tries}");
        shop.put(path, json!({"keeps_key": false})).await.is(200);
        assert_eq!(
            (shop.get(path).await.json()["keeps_key"].clone(), rows_of_kind(&shop, "INK#").await),
            (json!(false), 0)
        );
    });
}

#[tokio::test]
async fn all_pages_of_changed_orders_are_read() {
    let (shop, mara, system) = shop_with(Vec::new()).await;
    connects(&shop, &mara, &KEPT).await;
    let when = at(&shop, 1);
    let open = |id: u64| woo_order(&when, json!({"id": id, "number": id.to_string(), "status": "processing"}));
    system.site().orders = (1..=250).map(open).collect();
    shop.advance(A_DAY).await;
    assert_eq!(looks(&system), ["changed 100 1", "changed 100 2", "changed 100 3"]);
    page_of(&shop, WOO).await.shows(["New or changed orders: 250."]);
}

#[tokio::test]
async fn shopifys_orders_and_webhooks_are_looked_at_too() {
    let (shop, mara, system) = shop_with(Vec::new()).await;
    connect_shopify(&mara, &KEPT).await.is(200);
    shop.settle().await;
    let all = system.site().hooks.len();
    system.site().hooks.truncate(3);
    let when = at(&shop, 1);
    system.site().orders = vec![shopify_order(&when, json!({}))];
    shop.advance(A_DAY).await;
    assert_eq!((looks(&system), system.site().hooks.len()), (vec!["changed 50 0".into()], all));
    shop.get("/api/v1/orders/%231001").await.is(200);
    page_of(&shop, SHOPIFY).await.shows(["New or changed orders: 1.", &format!("switched off: {}.", all - 3)]);
    system.site().denied = vec!["changed"];
    shop.advance(A_DAY).await;
    page_of(&shop, SHOPIFY).await.shows(["Your shop refused the key, so Afterword forgot it."]);
    assert_eq!(rows_of_kind(&shop, "INK#").await, 0);
}

/// The headers of the shop's own calls, but the signature.
const OWN: [(&str, &str); 3] =
    [("x-wc-webhook-topic", "order.updated"), ("x-wc-webhook-id", "3"), ("x-wc-webhook-source", "http://127.0.0.1:1/")];

/// The status of the answer to a call.
async fn posted(shop: &Shop, body: &str, signature: String, headers: &[(&str, &str)]) -> u16 {
    let call = shop.call("POST", "/in/woocommerce/fern").without_key().header("x-wc-webhook-signature", signature);
    let call = headers.iter().fold(call, |call, (name, value)| call.header(name, *value));
    call.body(body).send().await.status.as_u16()
}

#[tokio::test]
async fn a_strangers_forged_call_alarms_nobody_and_a_wrong_secret_is_shown() {
    let (shop, mara, system) = shop_with(Vec::new()).await;
    connects(&shop, &mara, &[]).await;
    let first = system.site().hooks[0]["secret"].owned();
    let says = async |secret: &str, headers: &[(&str, &str)]| {
        shop.advance(MINUTE * 2).await;
        let body = woo_order(&at(&shop, 0), json!({"status": "processing"})).to_string();
        let status = posted(&shop, &body, super::signed(secret, body.as_bytes()), headers).await;
        shop.settle().await;
        status
    };
    let refused =
        async |mara: &Visitor| mara.get("/console/today").await.body.contains("The calls from WooCommerce are refused");
    let elsewhere = [OWN[0], OWN[1], ("x-wc-webhook-source", "https://elsewhere.example")];
    for strange in [&[][..], &OWN[..1], &OWN[1..], &elsewhere[..]] {
        assert_eq!((says("anothersecret000", strange).await, refused(&mara).await), (401, false), "{strange:?}");
    }
    assert_eq!((says("anothersecret000", &OWN).await, refused(&mara).await), (401, true), "none was accepted yet");
    assert_eq!((says(&first, &OWN).await, refused(&mara).await), (200, false));
    assert_eq!((says("anothersecret000", &OWN).await, refused(&mara).await), (401, false), "beside accepted ones");
    shop.advance(HOUR * 24).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    assert!(refused(&mara).await, "none was accepted for a day");
    assert_eq!((says(&first, &OWN).await, refused(&mara).await), (200, false));
    // The shop goes on with the earlier secret, which is accepted for two hours.
    mara.post(&format!("{WOO}/rotate"), &[]).await.is(200);
    assert_eq!(says(&first, &OWN).await, 200);
    shop.advance(HOUR * 2).await;
    assert_eq!((says(&first, &OWN).await, refused(&mara).await), (401, true));
}

#[tokio::test]
async fn without_a_key_today_says_since_when_orders_may_be_missing() {
    let (shop, mara, system) = shop_with(Vec::new()).await;
    connects(&shop, &mara, &[]).await;
    mara.get("/console/today").await.body.shows(["<h3>Bring in orders</h3>"]).lacks(["<s>Bring in orders</s>"]);
    let call = async |id: u64, secret: Option<&str>| {
        let body =
            woo_order(&at(&shop, 0), json!({"id": id, "number": id.to_string(), "status": "processing"})).to_string();
        let known = system.site().hooks[0]["secret"].owned();
        let signature = super::signed(secret.unwrap_or(&known), body.as_bytes());
        posted(&shop, &body, signature, &OWN).await
    };
    // All calls are signed with another secret.
    for _ in 0..3 {
        assert_eq!(call(1, Some("anothersecret000")).await, 401);
        shop.advance(MINUTE * 2).await;
    }
    let mara = Visitor::signed_in(&shop, MARA).await;
    let missing = "Orders since ";
    mara.get("/console/today").await.body.shows([
        "<h3>Bring in orders</h3>",
        "The calls from WooCommerce are refused",
        missing,
    ]);
    let page = mara.get(WOO).await.body;
    page.shows(["href=\"#steps\">Add the webhooks again</a>", "href=\"#secret\">Replace the secret</a>"]);
    connect(&mara, &KEPT).await.is(200);
    mara.get("/console/today").await.body.shows(["The calls from WooCommerce are refused"]).lacks([missing]);
    mara.get(WOO).await.shows([&format!("action=\"{WOO}/again\"")]);
    // With the kept key, one button sets the webhooks' secret again.
    system.site().hooks[0]["secret"] = json!("anothersecret000");
    mara.post(&format!("{WOO}/again"), &[]).await.is(200).shows(["Webhooks in your shop"]);
    shop.settle().await;

    for day in 0..7 {
        assert_eq!(call(10 + day, None).await, 200);
        shop.settle().await;
        shop.advance(HOUR * 24).await;
    }
    let today = page_of(&shop, "/console/today").await;
    today.shows(["<s>Bring in orders</s>"]).lacks(["The calls from WooCommerce are refused", missing]);
    shop.advance(HOUR * 49).await;
    page_of(&shop, "/console/today").await.lacks(["WooCommerce makes no calls any more"]);
    shop.put("/api/v1/integrations/woocommerce", json!({"keeps_key": false})).await.is(200);
    page_of(&shop, "/console/today").await.shows(["WooCommerce makes no calls any more", missing]);
    page_of(&shop, WOO).await.shows(["Afterword keeps no key to your shop.", missing]);
}

/// Makes what is stored about an order of WooCommerce unreadable, so that every try to take the order fails. Returns what
/// mends it.
async fn break_order(shop: &Shop, id: u64) -> impl AsyncFn() {
    let of = |row: &&Value| row["SK"]["S"] == format!("ORD#{id}");
    let row = table(&shop.world).await.iter().find(of).expect("the order is known").clone();
    let dynamodb = shop.dynamodb();
    let save = async move |buyer: AttributeValue| {
        let key = |name: &str| AttributeValue::S(row[name]["S"].owned());
        let update = dynamodb.update_item().table_name(local::TABLE).key("PK", key("PK")).key("SK", key("SK"));
        let update = update.update_expression("SET buyer = :buyer");
        let before = update
            .expression_attribute_values(":buyer", buyer)
            .return_values(aws_sdk_dynamodb::types::ReturnValue::UpdatedOld);
        before.send().await.unwrap().attributes.unwrap().remove("buyer").unwrap()
    };
    let buyer = save(AttributeValue::B(aws_sdk_dynamodb::primitives::Blob::new("broken"))).await;
    async move || drop(save(buyer.clone()).await)
}

#[test]
fn an_order_that_cannot_be_taken_is_listed_and_does_not_hold_up_the_others() {
    passing(Vec::new(), async |shop, mara, system| {
        connects(&shop, &mara, &KEPT).await;
        let when = at(&shop, 1);
        let open = |id: u64| with(completed(id, &when), json!({"status": "processing", "date_completed_gmt": null}));
        for id in [2, 3] {
            says(&shop, &system, "order.created", &open(id)).await;
        }
        let mend = break_order(&shop, 2).await;
        let _stays_broken = break_order(&shop, 3).await;
        system.site().orders = (1..=5).map(|id| completed(id, &when)).collect();
        // A plug-in writes this one.
        system.site().orders[3]["status"] = json!(["completed"]);
        shop.advance(A_DAY).await;
        assert_eq!((asked(&shop).await, looks(&system)), (vec!["1".into(), "5".into()], vec!["changed 100 1".into()]));
        page_of(&shop, WOO).await.shows(["New or changed orders: 2."]);
        let listed = async || {
            let calls = shop.get("/api/v1/integrations/woocommerce/deliveries").await.json()["deliveries"].clone();
            let of_look = calls.list().iter().filter(|call| call["topic"] == "look");
            of_look
                .map(|call| [&call["order_id"], &call["result"], &call["reason"]].map(Value::clone))
                .collect::<Vec<_>>()
        };
        let unreadable = [json!("4"), json!("refused"), json!("unreadable")];
        let rows = listed().await;
        assert!(rows.contains(&unreadable) && rows.contains(&[json!("2"), Value::Null, Value::Null]), "{rows:?}");
        // What fails now may be well later.
        mend().await;
        shop.advance(HOUR).await;
        assert_eq!(asked(&shop).await, ["1", "2", "5"]);
        shop.advance(A_DAY).await;
        let rows = listed().await;
        assert!(rows.contains(&[json!("3"), json!("refused"), json!("failed")]), "{rows:?}");
        page_of(&shop, "/console/today").await.shows(["2 calls from WooCommerce were refused"]);
    });
}

#[test]
fn an_order_that_cannot_be_read_at_the_connection_is_taken_later_by_the_same_rules() {
    passing(Vec::new(), async |shop, mara, system| {
        connects(&shop, &mara, &[]).await;
        says(&shop, &system, "order.created", &with(completed(2, &at(&shop, -1)), json!({"status": "processing"})))
            .await;
        let since = json!({"since": at(&shop, -24 * 60)});
        shop.put("/api/v1/integrations/woocommerce", &since).await.is(200);
        let mend = break_order(&shop, 2).await;
        system.site().orders = (1..=3).map(|id| completed(id, &at(&shop, -1))).collect();
        connects(&shop, &mara, &[]).await;
        mara.get(WOO).await.shows(["Newest orders read: 3."]);
        mend().await;
        shop.advance(MINUTE * 20).await;
        assert_eq!(shop.get("/api/v1/orders/2").await.is(200).json()["status"], "fulfilled");
        assert_eq!(asked(&shop).await, [""; 0]);
    });
}
