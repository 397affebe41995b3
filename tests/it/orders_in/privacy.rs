//! Shopify's compliance topics, WooCommerce's own erasure, and the data that is stored about a buyer.

use super::payloads::{at, fulfilled, order, redacted, shipment, uninstalled, with, woo_order};
use super::{INTEGRATIONS, SECRET, System, result, signed};
use crate::console::{MARA, Visitor, shop as shop_of_mara};
use crate::privacy::export::exported as exported_of;
use crate::privacy::person::found;
use crate::privacy::{ERASE, done};
use crate::support::*;

const JANE: &str = "jane@example.com";

fn shipped(now: &str) -> Value {
    order(now, json!({"fulfillment_status": "fulfilled", "fulfillments": [shipment(now, now, json!({}))]}))
}

/// The rows whose encrypted or plain parts lead to an order from a system.
async fn states(shop: &Shop) -> Vec<String> {
    let rows = table(&shop.world).await;
    let sort_key = |row: &Value| row["SK"]["S"].as_str().map(str::to_owned);
    rows.iter().filter_map(sort_key).filter(|sk| sk.starts_with("INO#") || sk.starts_with("INA#")).collect()
}

async fn exported(shop: &Shop) -> Value {
    exported_of(shop, json!({"email": JANE})).await.0
}

fn asked_by_jane() -> Value {
    json!({"shop_id": 1, "shop_domain": "fern.myshopify.com", "customer": {"id": 1, "email": "jane@example.com", "phone": null},
        "orders_requested": [4001], "data_request": {"id": 9}})
}

fn redacted_jane() -> Value {
    json!({"shop_id": 1, "shop_domain": "fern.myshopify.com", "customer": {"id": 1, "email": "jane@example.com", "phone": null},
        "orders_to_redact": [4001]})
}

/// Says that the shop's orders must be erased, and waits until they are.
async fn redact_shop(shop: &Shop, shopify: &System) {
    shopify.says("shop/redact", &redacted()).await;
    shop.advance(HOUR * 49).await;
}

#[tokio::test]
async fn a_data_request_is_an_export_of_which_the_owner_is_told_and_which_is_made_again_for_thirty_days() {
    let shop = shop_of_mara().await;
    shop.sets(json!({"owner_email": "owner@example.com"})).await;
    let shopify = shop.connect("shopify", json!({})).await;
    shopify.says("orders/create", &order(&at(&shop, 0), json!({}))).await;
    shopify.says("customers/data_request", &asked_by_jane()).await;
    let (result, receipt) = shopify.last().await;
    assert_eq!(result, "ignored");
    let page = format!("/console/customers/receipts/{receipt}");
    let shown = async || {
        let job = shop.get(format!("/api/v1/privacy/{receipt}")).await.json();
        assert_eq!(job["kind"], "export");
        (job["status"].owned(), job["download_url"].is_string())
    };
    assert_eq!(shown().await, ("done".to_owned(), true));
    shopify.says("customers/data_request", &asked_by_jane()).await;
    assert_eq!(shopify.last().await, (result, receipt.clone()), "Shopify calls again");
    shop.advance(MINUTE * 6).await;
    let mails: Vec<_> = shop.inbox().into_iter().filter(|mail| mail.to == "owner@example.com").collect();
    let [mail] = &mails[..] else { panic!("{} emails", mails.len()) };
    assert_eq!(mail.subject, "A customer of Fern & Oak asks for their data");
    let text = mail.text.as_deref().unwrap();
    assert!(text.contains(&page.replace('/', "%2F")), "{text}");

    shop.advance_days(2).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let today = mara.get("/console/today").await.body;
    today.shows(["A customer asks for their data", &page]);
    assert_eq!(shown().await, ("running".to_owned(), false), "its file is gone, and is made again");
    shop.settle().await;
    assert_eq!(shown().await, ("done".to_owned(), true));
    assert!(mara.get(&page).await.body.contains("download"));
    assert!(!mara.get("/console/today").await.body.contains(&page), "somebody has the file");
    shop.advance_days(27).await;
    assert_eq!(shown().await, ("running".to_owned(), false));
    shop.advance_days(2).await;
    assert_eq!(shown().await, ("done".to_owned(), false));
}

#[tokio::test]
async fn a_shop_is_erased_with_its_orders_and_their_buyers() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let shipped = fulfilled(&shop);
    let other = json!({"id": 4002, "name": "#1002", "email": "joe@example.com", "fulfillments": []});
    let other = with(shipped.clone(), other);
    shopify.says("orders/fulfilled", &shipped).await;
    shopify.says("orders/create", &other).await;
    redact_shop(&shop, &shopify).await;
    let (stopped, receipt) = shopify.last().await;
    assert_eq!(stopped, "stopped");
    shop.advance(MINUTE * 5).await;
    let job = shop.get(format!("/api/v1/privacy/{receipt}")).await.json();
    assert_eq!((&job["kind"], &job["status"]), (&json!("erase"), &json!("done")));
    for id in ["%231001", "%231002"] {
        shop.get(format!("/api/v1/orders/{id}")).await.is_error(404, "not_found");
    }
    assert!(shop.requests().await.is_empty(), "of erased people");
    assert_eq!(shop.get(format!("{INTEGRATIONS}/shopify")).await.json()["state"], "off");
    shop.advance_days(60).await;
    assert!(shop.inbox().is_empty());
    redact_shop(&shop, &shopify).await;
    assert_eq!(shopify.last().await, super::result("stopped", "shop_redacted"), "nothing is left");
    let log = shop.get("/api/v1/audit").await.json();
    let stopped = log["entries"].list().iter().find(|entry| entry["target"] == "shopify").unwrap();
    assert_eq!((&stopped["what"], &stopped["by"]), (&json!("shop_redacted"), &json!("shopify")));
    // The system describes the same orders again, and asks for their erasure again.
    shopify.says("orders/fulfilled", &shipped).await;
    shopify.says("orders/create", &other).await;
    assert_eq!(exported(&shop).await["customers"].list().len(), 1);
    redact_shop(&shop, &shopify).await;
    assert_eq!(exported(&shop).await["customers"], json!([]));
}

#[tokio::test]
async fn an_erasure_of_a_shop_waits_for_two_days_in_which_the_owner_can_connect_again() {
    let shop = shop_of_mara().await;
    shop.sets(json!({"owner_email": "owner@example.com"})).await;
    let shopify = shop.connect("shopify", json!({"after": "fulfilled", "ask_days_after": 9})).await;
    let order = shipped(&at(&shop, 0));
    let is_stored = async || shop.get("/api/v1/orders/%231001").await.status == 200;
    let letters = || shop.inbox().into_iter().filter(|mail| mail.to == "owner@example.com").collect::<Vec<_>>();
    let connection = format!("{INTEGRATIONS}/shopify");

    shopify.says("orders/fulfilled", &order).await;
    shopify.says("shop/redact", &redacted()).await;
    assert_eq!(shopify.last().await, result("", "waits_48_hours"));
    assert_eq!(shop.get(&connection).await.json()["state"], "off");
    assert_eq!(shop.requests().await[0]["status"], "cancelled", "nobody is asked meanwhile");
    shop.advance(HOUR * 47).await;
    assert!(is_stored().await);
    let is_on_today = async || {
        let mara = Visitor::signed_in(&shop, MARA).await;
        mara.get("/console/today").await.body.contains("The orders from Shopify will be erased")
    };
    assert!(is_on_today().await);
    let [letter] = &letters()[..] else { panic!("{} emails", letters().len()) };
    assert_eq!(letter.subject, "The Shopify orders of Fern & Oak will be erased in 48 hours");
    assert!(letter.text.as_deref().unwrap().contains("&to=%2Fconsole%2Fconnections%2Fshopify"), "{letter:?}");
    let again = shop.put(&connection, json!({})).await;
    assert_eq!(again.json()["state"], "active");
    assert!(!is_on_today().await);
    shop.advance(HOUR * 2).await;
    assert_eq!(shopify.last().await, result("ignored", "connected_again"));
    assert!(is_stored().await);
    shopify.says("orders/updated", &with(order, json!({"updated_at": at(&shop, 0), "tags": "new"}))).await;
    assert_eq!(shopify.last().await, result("planned", ""), "the request is made again");

    shopify.says("shop/redact", &redacted()).await;
    shop.advance(HOUR * 47).await;
    assert!(is_stored().await && letters().len() == 2, "the owner is told again");
    shop.advance(HOUR * 2).await;
    assert!(!is_stored().await);
    assert!(!shop.written_to().contains(&JANE.to_owned()), "and nobody was asked");
}

/// The queue may be late, and then the owner still has two days.
#[tokio::test]
async fn the_two_days_before_an_erasure_begin_when_the_owner_is_told() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    shopify.says("orders/create", &order(&at(&shop, 0), json!({}))).await;
    let down = |call: &small_aws::Call| match call.service {
        small_aws::Service::Sqs => Fault::ServerError,
        _ => Fault::None,
    };
    shop.aws().set_faults(down);
    shop.jump(SignedDuration::from_millis(1));
    shopify.sends("shop/redact", &redacted()).await;
    shop.heals();
    shop.jump(HOUR * 60);
    shop.advance(HOUR * 47).await;
    assert_eq!(shopify.last().await, result("", "waits_48_hours"));
    shop.get("/api/v1/orders/%231001").await.is(200);
    shop.advance(HOUR * 2).await;
    shop.get("/api/v1/orders/%231001").await.is_error(404, "not_found");
}

#[tokio::test]
async fn an_erasure_reaches_the_buyer_of_an_order_that_the_api_replaced() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    let placed = order(&at(&shop, 0), json!({}));
    shopify.says("orders/create", &placed).await;
    let mine = shop.get("/api/v1/orders/%231001").await.json();
    for buyer in [mine["buyer"].clone(), json!({"email": "joe@example.com"})] {
        let body = json!({"status": "placed", "currency": "EUR", "lines": mine["lines"], "buyer": buyer});
        shop.put("/api/v1/orders/%231001", &body).await.is(200);
    }
    shopify.says("customers/redact", &redacted_jane()).await;
    shop.advance(MINUTE * 5).await;
    shopify.says("orders/updated", &with(placed, json!({"updated_at": at(&shop, 1)}))).await;
    assert_eq!(shop.get("/api/v1/orders/%231001").await.json()["buyer"], json!(null));
}

#[tokio::test]
async fn an_erased_buyer_does_not_come_back_with_the_next_call() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let shipped = fulfilled(&shop);
    shopify.says("orders/fulfilled", &shipped).await;
    shopify.says("customers/redact", &redacted_jane()).await;
    shop.advance(MINUTE * 5).await;
    assert_eq!(shop.get("/api/v1/orders/%231001").await.json()["buyer"], json!(null));
    shopify.says("orders/updated", &with(shipped, json!({"updated_at": at(&shop, 1), "tags": "new"}))).await;
    assert_eq!(shopify.last().await, result("ignored", "no_email"));
    assert_eq!(shop.get("/api/v1/orders/%231001").await.json()["buyer"], json!(null));
    shop.advance_days(30).await;
    assert!(shop.inbox().is_empty());
}

#[tokio::test]
async fn nothing_personal_is_in_clear() {
    let shop = Shop::new().await;
    shop.connect("shopify", json!({})).await.sends("orders/create", &order(&at(&shop, 0), json!({}))).await;
    let queued = shop.aws().queue(local::Work::Orders).unwrap().bodies();
    assert!(!queued.is_empty());
    shop.settle().await;
    let stored = table(&shop.world).await.iter().map(ToString::to_string).chain(queued).collect::<String>();
    stored.lacks(["jane@example.com", "Jane", super::SECRET]);
}

#[tokio::test]
async fn a_shop_that_uninstalls_the_app_sends_no_requests_until_it_connects_again() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    shopify.says("app/uninstalled", &uninstalled()).await;
    assert_eq!(shopify.last().await, result("stopped", "app_uninstalled"));
    assert_eq!(shop.get(format!("{INTEGRATIONS}/shopify")).await.json()["state"], "off");
    let shipped = fulfilled(&shop);
    shopify.says("orders/fulfilled", &shipped).await;
    assert_eq!(shopify.last().await, result("ignored", "not_asking"));
    assert_eq!(shop.put(format!("{INTEGRATIONS}/shopify"), json!({})).await.json()["state"], "active");
    shopify.says("orders/updated", &with(shipped, json!({"updated_at": at(&shop, 1), "tags": "new"}))).await;
    assert_eq!(shopify.last().await, result("planned", ""));
}

#[tokio::test]
async fn a_shop_is_erased_however_long_ago_its_last_order_was() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    shopify.says("orders/fulfilled", &shipped(&at(&shop, 0))).await;
    // This is longer than the time to live of everything that a call stores, except the order itself.
    shop.advance_days(700).await;
    redact_shop(&shop, &shopify).await;
    assert_eq!(shopify.last().await.0, "stopped");
    shop.get("/api/v1/orders/%231001").await.is_error(404, "not_found");
    assert_eq!(states(&shop).await, Vec::<String>::new());
    let left = exported(&shop).await;
    for list in ["customers", "requests", "messages", "orders", "system_orders"] {
        assert_eq!(left[list], json!([]), "{list}");
    }
}

#[tokio::test]
async fn an_erasure_of_a_shop_that_takes_long_goes_on_in_the_next_run() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    for id in 4001..4004 {
        let fields = json!({"id": id, "name": format!("#{id}"), "email": format!("buyer{id}@example.com")});
        shopify.says("orders/create", &order(&at(&shop, 0), fields)).await;
    }
    shopify.says("shop/redact", &redacted()).await;
    shop.advance(HOUR * 48 - MINUTE).await;
    let aws = shop.aws();
    let slow = |call: &small_aws::Call| match call.operation.as_str() {
        "DeleteItem" => Fault::Delay(std::time::Duration::from_secs(9)),
        _ => Fault::None,
    };
    aws.set_faults(slow);
    aws.hurry(1_000);
    shop.advance(MINUTE * 6).await;
    aws.set_faults(|_| Fault::None);
    shop.advance(MINUTE * 5).await;
    assert_eq!(shopify.last().await.0, "stopped");
    assert_eq!(states(&shop).await, Vec::<String>::new());
    assert_eq!(shop.aws().timed_out(), Vec::<String>::new(), "no run is longer than its function may be");
}

#[tokio::test]
async fn an_order_whose_buyer_woocommerce_removed_is_erased_and_the_persons_others_stay() {
    let (shop, woo) = Shop::connected("woocommerce", json!({"secret": "lettersanddigits0"})).await;
    let says = async |body: &Value| {
        shop.advance(SignedDuration::from_millis(1)).await;
        let body = body.to_string();
        woo.post("order.updated", body.as_bytes(), &signed("lettersanddigits0", body.as_bytes())).await.is(200);
        shop.settle().await;
    };
    let now = at(&shop, 0);
    let kept = json!({"id": 724, "number": "724", "line_items": [{"id": 316, "name": "Bowl", "product_id": 95, "quantity": 1,
        "price": 12}]});
    says(&woo_order(&now, json!({}))).await;
    says(&with(woo_order(&now, json!({})), kept)).await;
    assert_eq!(woo.last().await, result("planned", ""));
    let erased = with(
        woo_order(&at(&shop, 1), json!({"date_completed_gmt": now.trim_end_matches('Z')})),
        json!({"billing": {"email": "deleted@site.invalid", "first_name": "[deleted]", "last_name": "[deleted]"}}),
    );
    says(&erased).await;
    assert_eq!(woo.last().await, result("stopped", "anonymised"));
    // WordPress changes the order again, and an older call arrives late.
    says(&with(erased.clone(), json!({"date_modified_gmt": at(&shop, 2).trim_end_matches('Z')}))).await;
    says(&woo_order(&now, json!({}))).await;
    shop.advance(MINUTE * 5).await;
    assert_eq!(shop.get("/api/v1/orders/723").await.json()["buyer"], json!(null));
    assert_eq!(shop.get("/api/v1/orders/724").await.json()["buyer"]["email"], JANE);
    let left = exported(&shop).await;
    let orders = |list: &str, field: &str| left[list].list().iter().map(|row| row[field].owned()).collect::<Vec<_>>();
    assert_eq!(
        (orders("orders", "id"), orders("system_orders", "id")),
        (vec!["724".to_owned()], vec!["724".to_owned()])
    );
    assert_eq!(orders("requests", "order_id"), ["724"]);
    shop.advance_days(30).await;
    assert_eq!(shop.written_to(), [JANE], "about the other order, and nothing is suppressed");

    // A buyer is erased together with their last order.
    let last =
        with(erased, json!({"id": 724, "number": "724", "date_modified_gmt": at(&shop, 0).trim_end_matches('Z')}));
    says(&last).await;
    shop.advance(MINUTE * 5).await;
    let left = exported(&shop).await;
    for list in ["customers", "requests", "messages", "orders", "system_orders", "suppressions"] {
        assert_eq!(left[list], json!([]), "{list}");
    }
}

#[tokio::test]
async fn a_person_is_found_in_orders_that_are_nobodys_customer() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let now = at(&shop, 0);
    // Without a currency the API shows no order, and no customer.
    let points = json!({"currency": "PTS!", "tags": "VIP, late payer"});
    shopify.says("orders/fulfilled", &with(shipped(&now), points.clone())).await;
    let stored = exported(&shop).await["system_orders"][0].clone();
    has(&stored, json!({"email": JANE, "language": "de-DE", "tags": ["late payer", "vip"], "country": "DE"}));
    assert!(found(&shop, &["late payer"]).await.contains_key("late payer"));
    done(&shop, ERASE, json!({"email": JANE})).await;
    assert_eq!(found(&shop, &[JANE, "late payer"]).await, BTreeMap::new());
    shopify.says("orders/updated", &with(shipped(&at(&shop, 1)), points)).await;
    assert_eq!(found(&shop, &[JANE, "late payer"]).await, BTreeMap::new(), "they do not come back");
    assert_eq!(exported(&shop).await["system_orders"], json!([]));
    assert_eq!(states(&shop).await.len(), 1, "of the order without its buyer");
}

#[tokio::test]
async fn a_buyer_without_an_address_is_stored_without_a_name() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    shopify.says("orders/create", &order(&at(&shop, 0), json!({"email": null, "phone": "+491711234567"}))).await;
    let now = at(&shop, 1);
    shopify.says("orders/updated", &order(&now, json!({"email": "new@example.com", "customer": null}))).await;
    let buyer = &shop.get("/api/v1/orders/%231001").await.json()["buyer"];
    assert_eq!(*buyer, json!({"email": "new@example.com", "name": null}));
}

#[tokio::test]
async fn orders_that_shopify_names_lead_to_the_addresses_that_they_were_placed_with() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    shopify.says("orders/create", &order(&at(&shop, 0), json!({}))).await;
    // Shopify may ask for this long after the order.
    shop.advance_days(400).await;
    let redact = json!({"shop_id": 1, "customer": {"id": 1, "email": "moved@example.com", "phone": null},
        "orders_to_redact": [4001]});
    shopify.says("customers/redact", &redact).await;
    shop.advance(MINUTE * 5).await;
    assert_eq!(shop.get("/api/v1/orders/%231001").await.json()["buyer"], json!(null));
    shopify.says("customers/redact", &json!({"shop_id": 1, "customer": {"id": 1}, "orders_to_redact": [4001]})).await;
    assert_eq!(shopify.last().await, result("ignored", "nobody_named"), "nothing is left of them");
}

#[tokio::test]
async fn after_the_end_of_a_connection_its_privacy_topics_alone_are_taken_for_ninety_days() {
    let shop = Shop::new().await;
    shop.sets(json!({"owner_email": "owner@example.com"})).await;
    let shopify = shop.connect("shopify", json!({})).await;
    let placed = order(&at(&shop, 0), json!({}));
    shopify.says("orders/create", &placed).await;
    // The call was accepted before the end, and is processed after it.
    shopify.sends("customers/data_request", &asked_by_jane()).await;
    shop.call("DELETE", format!("{INTEGRATIONS}/shopify")).send().await.is(200);
    shop.get(format!("{INTEGRATIONS}/shopify")).await.is_error(404, "not_found");
    let answers = async |shopify: &System, topic: &str, body: &Value| {
        let body = body.to_string();
        shopify.post(topic, body.as_bytes(), &signed(SECRET, body.as_bytes())).await.status
    };
    assert_eq!(answers(&shopify, "orders/updated", &placed).await, 404);
    shop.advance_days(89).await;
    assert_eq!(shop.inbox().iter().filter(|mail| mail.tags.contains_key("letter")).count(), 1, "the owner is told");
    assert_eq!(answers(&shopify, "shop/redact", &redacted()).await, 200);
    shop.advance_days(1).await;
    assert_eq!(answers(&shopify, "shop/redact", &redacted()).await, 404);
    assert_eq!(shop.get("/api/v1/orders/%231001").await.status, 200, "not yet");
    shop.advance(HOUR * 25).await;
    shop.get("/api/v1/orders/%231001").await.is_error(404, "not_found");
    // After the shop connects the system again, it is a new connection.
    let again = shop.connect("shopify", json!({})).await;
    again.says("orders/create", &placed).await;
    assert_eq!(again.last().await, result("ignored", "not_shipped"));
}

#[tokio::test]
async fn waiting_requests_are_withdrawn_when_a_shop_uninstalls_the_app_and_the_log_says_who_did() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let now = at(&shop, 0);
    for id in 4001..4004 {
        let fields = json!({"id": id, "name": format!("#{id}"), "email": format!("buyer{id}@example.com")});
        shopify.says("orders/fulfilled", &with(shipped(&now), fields)).await;
        assert_eq!(shopify.last().await, result("planned", ""));
    }
    shopify.says("app/uninstalled", &uninstalled()).await;
    assert_eq!(shopify.last().await, result("stopped", "app_uninstalled"));
    shop.advance_days(60).await;
    assert!(shop.inbox().is_empty());
    assert!(shop.requests().await.iter().all(|request| request["status"] == "cancelled"));
    let log = shop.get("/api/v1/audit").await.json();
    let entry = log["entries"].list().iter().find(|entry| entry["what"] == "app_uninstalled").unwrap();
    assert_eq!((&entry["by"], &entry["target"]), (&json!("shopify"), &json!("shopify")));
}

#[tokio::test]
async fn a_call_that_fails_for_a_day_is_refused_and_what_it_said_is_forgotten() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    let fails = |call: &small_aws::Call| match (call.service, call.operation.as_str()) {
        (small_aws::Service::DynamoDb, "TransactWriteItems") => Fault::Deny,
        _ => Fault::None,
    };
    shop.aws().set_faults(fails);
    shopify.sends("customers/redact", &redacted_jane()).await;
    shop.advance(HOUR * 23).await;
    assert_eq!(shopify.last().await, result("", ""), "it is tried");
    shop.advance(HOUR * 3).await;
    assert_eq!(shopify.last().await, result("refused", "failed"));
    let rows = table(&shop.world).await;
    assert!(rows.iter().all(|row| row.get("content").is_none()), "nothing that a call said");
}
