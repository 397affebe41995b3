//! The page *Customers*: a customer is found, shown, exported and erased.

use super::*;
use crate::orders_in::payloads::{at, order};
use crate::sending::mail_events::asked;

const DONE_WITHIN: SignedDuration = SignedDuration::from_mins(2);

async fn page_of(visitor: &Visitor, email: &str) -> String {
    visitor.post("/console/customers/find", &[("find", email)]).await.is(303).header("location").to_owned()
}

/// A shop with Jane, who got a request and reviewed a mug.
async fn with_jane() -> Shop {
    let shop = shop().await;
    let (_, hub) = shop.sent(json!({"order_id": "ORD-1042", "customer_name": "Jane Doe", "delay_days": 0})).await;
    shop.review(&hub, 0).await;
    shop
}

#[tokio::test]
async fn a_customer_has_what_is_stored_of_them_on_one_page() {
    let shop = with_jane().await;
    shop.created(json!({"email": "june@example.com"})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let list = mara.get("/console/customers").await.body;
    list.shows(["Jane Doe", "june@example.com"]);
    assert!(list.contains(">Reviewed</span>") && list.contains(">Planned</span>"), "what she did: {list}");
    let path = page_of(&mara, "Jane@Example.com").await;
    assert!(list.contains(&format!("href=\"{path}\"")) && !path.contains("example"), "{path}");
    let page = mara.get(&path).await.body;
    page.shows(["Jane Doe", "jane@example.com", "ORD-1042", "First message by email", "Lovely.", "/console/reviews/"]);
    assert!(page.contains("May be asked") && !page.contains("You stopped all messages"), "{page}");
    shop.suppresses("jane@example.com").await;
    mara.get(&path).await.shows(["You stopped all messages on"]);
    assert!(mara.get("/console/customers").await.body.contains(">Gets no messages</span>"));
}

#[tokio::test]
async fn the_list_shows_the_newest_request_of_a_customer_who_was_known_before() {
    let shop = shop().await;
    let kay = json!({"first_name": "Kay", "last_name": "Lee", "email": "kay@example.com"});
    shop.post("/beacon/customers", kay).await.is(200);
    let mara = Visitor::signed_in(&shop, MARA).await;
    let list = mara.get("/console/customers").await.body;
    assert!(list.contains("Kay Lee") && !list.contains("class=\"chip"), "nobody asked her: {list}");
    shop.created(json!({"email": "kay@example.com", "order_id": "K-1"})).await;
    shop.jump(SECOND);
    let (_, hub) = shop.created(json!({"email": "kay@example.com", "order_id": "K-2", "skip_email": true})).await;
    mara.get("/console/customers").await.shows([">Link only</span>"]);
    shop.review(&hub, 0).await;
    mara.get("/console/customers").await.shows([">Reviewed</span>"]).lacks([">Planned</span>"]);
}

#[tokio::test]
async fn the_list_names_each_day_once_and_the_last_product_and_begins_at_a_day() {
    let shop = shop().await;
    let ask = async |order: &str, customer: &str, products: Value| {
        let email = format!("{customer}@example.com");
        shop.created(json!({"order_id": order, "email": email, "product_ids": products, "delay_days": 3})).await;
    };
    ask("A", "jane", json!([MUG, TRAY])).await;
    ask("B", "june", json!([MUG, TRAY])).await;
    shop.advance_days(1).await;
    ask("C", "joan", json!([TRAY])).await;
    ask("D", "jane", json!([TRAY])).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    shop.aws().take_calls();
    let list = mara.get("/console/customers").await.body;
    let calls = shop.operations();
    assert_eq!(
        calls.iter().filter(|call| *call == "BatchGetItem").count(),
        3,
        "session, requests, products: {calls:?}"
    );
    assert_eq!(days(&list), ["21 November 2026", "20 November 2026"], "{list}");
    for said in ["<bdi>Stoneware mug</bdi> and 1 more", " · asked 21 November 2026</span>"] {
        assert_eq!(list.matches(said).count(), 1, "{said}: {list}");
    }
    list.lacks(["asked 20 November", "type=\"date\""]);

    let older = mara.get("/console/customers?day=2026-11-20").await.body;
    assert_eq!(days(&older), ["20 November 2026"], "{older}");
    older.shows(["value=\"2026-11-20\"", "max=\"2026-11-21\"", "href=\"/console/customers\">Back to the start</a>"]);
    mara.get("/console/customers?day=2020-01-01").await.is(200).shows(["Nothing here yet."]);
    assert_eq!(days(&mara.get("/console/customers?day=soon").await.body).len(), 2);
}

async fn reason(shop: &Shop, address: &str) -> Option<Value> {
    let reply = shop.get(format!("/api/v1/suppressions/{address}")).await;
    (reply.status != 404).then(|| reply.json()["reason"].clone())
}

#[tokio::test]
async fn a_moderator_stops_all_messages_to_a_customer_and_takes_it_back() {
    let (shop, phone) = (shop().await, "+4917112345678");
    member(&shop, JO, "moderator").await;
    let kay = json!({"first_name": "Kay", "last_name": "Lee", "email": "kay@example.com", "phone": phone});
    shop.post("/beacon/customers", kay).await.is(200);
    shop.created(json!({"email": "kay@example.com", "delay_days": 1})).await;
    let jo = Visitor::signed_in(&shop, JO).await;
    let path = page_of(&jo, "kay@example.com").await;
    let page = jo.get(&path).await.body;
    assert!(page.contains(">Stop asking</button>") && !page.contains(">Ask again</button>"), "{page}");
    assert!(!page.contains(">Orders</h2>") && !page.contains(">Charges</h2>"), "empty lists are left out: {page}");
    for _ in 0..2 {
        jo.post(&format!("{path}/stop"), &[]).await.leads(&path);
    }
    let page = jo.get(&path).await.body;
    page.shows([
        "Kay Lee gets no more messages.",
        "<bdi>kay@example.com</bdi>: You stopped all messages on 20 November 2026.",
        "<bdi>+4917112345678</bdi>: You stopped all messages on",
        ">Ask again</button>",
        "name=\"undo\" value=\"1\"",
    ]);
    page.lacks([">Stop asking</button>", "Only they can undo"]);
    for address in ["kay@example.com", phone] {
        assert_eq!(reason(&shop, address).await, Some(json!("manual")), "{address}");
    }
    let log = shop.get("/api/v1/audit?limit=100").await.json();
    let entries: Vec<_> = log["entries"].list().iter().filter(|entry| entry["what"] == "suppress").collect();
    assert!(entries.len() == 1 && path.ends_with(entries[0]["target"].text()), "{log}");
    let mara = Visitor::signed_in(&shop, MARA).await;
    mara.get("/console/audit").await.shows(["Stopped messages to a customer", &format!("href=\"{path}\"")]);
    shop.advance_days(1).await;
    assert!(shop.inbox().iter().all(|mail| mail.to != "kay@example.com"), "also a message that waited");

    let jo = Visitor::signed_in(&shop, JO).await;
    assert_eq!(jo.post(&format!("{path}/resume"), &[("undo", "1")]).await.header("location"), path);
    jo.get(&path).await.shows(["Kay Lee may be asked again.", ">Stop asking</button>"]);
    for address in ["kay@example.com", phone] {
        assert_eq!(reason(&shop, address).await, None, "{address}");
    }
    jo.post(&format!("{path}/resume"), &[]).await.is(303);
    assert!(jo.get(&path).await.body.contains("Nothing changed: Kay Lee cannot be asked again from here."));
}

#[tokio::test]
async fn an_address_that_bounced_is_asked_again_and_who_unsubscribed_is_not() {
    let (shop, mara) = signed_in().await;
    let email = "bounce+1@example.com";
    asked(&shop, email).await;
    let path = page_of(&mara, email).await;
    mara.get(&path).await.shows(["A message bounced for good on", ">Ask again</button>"]);
    mara.post(&format!("{path}/stop"), &[]).await;
    assert!(mara.get(&path).await.body.contains("You stopped all messages on"));
    mara.post(&format!("{path}/resume"), &[("undo", "1")]).await;
    assert_eq!(reason(&shop, email).await, Some(json!("bounced")), "a stop that is taken back lifts nothing else");
    shop.aws().take_calls();
    mara.post(&format!("{path}/resume"), &[]).await;
    assert_eq!(reason(&shop, email).await, None);
    let calls = shop.aws().take_calls();
    assert!(calls.iter().any(|call| call.operation == "DeleteSuppressedDestination"), "it leaves SES' list, too");

    shop.sent(json!({"email": "jane@example.com", "delay_days": 0})).await;
    let link = unsubscribe_link(shop.inbox().last().unwrap());
    shop.submit(&link, &[("List-Unsubscribe", "One-Click")]).await.is(200);
    let path = page_of(&mara, "jane@example.com").await;
    mara.get(&path).await.shows(["They unsubscribed on", "Only they can undo"]).lacks([">Ask again</button>"]);
    mara.post(&format!("{path}/resume"), &[]).await;
    assert_eq!(reason(&shop, "jane@example.com").await, Some(json!("unsubscribed")));
}

#[tokio::test]
async fn a_customers_page_says_why_the_shop_may_ask() {
    let shop = shop().await;
    let shopify = shop.connect("shopify", json!({"after": "fulfilled", "since": at(&shop, -1)})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    for (agrees, said) in
        [(true, "Agreed to marketing in Shopify, as of"), (false, "Did not agree to marketing in Shopify")]
    {
        shopify.says("orders/updated", &order(&at(&shop, 1), json!({"buyer_accepts_marketing": agrees}))).await;
        let page = mara.get(&page_of(&mara, "jane@example.com").await).await.body;
        assert!(page.contains("Bought from you: order ") && page.contains(said), "{agrees}: {page}");
    }
    shop.suppresses("jane@example.com").await;
    mara.get(&page_of(&mara, "jane@example.com").await).await.lacks(["Bought from you"]);
}

#[tokio::test]
async fn a_search_leads_to_a_customer_or_an_order_or_says_why_not() {
    let shop = with_jane().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let order = mara.post("/console/customers/find", &[("find", "ORD-1042")]).await;
    assert_eq!(order.header("location"), "/console/requests?order=ORD-1042");
    let unknown = mara.post("/console/customers/find", &[("find", "+491711234567")]).await;
    assert!(unknown.status == 200 && unknown.body.contains("No request to this number was found"), "{}", unknown.body);
    // A number without + is read in the shop's country, if a customer has it.
    shop.sets(json!({"country": "DE"})).await;
    let unknown = mara.post("/console/customers/find", &[("find", "0171 1234567")]).await;
    assert!(unknown.status == 200 && unknown.body.contains("No request to this number was found"), "{}", unknown.body);
    let order = mara.post("/console/customers/find", &[("find", "01711234567")]).await;
    assert_eq!(order.header("location"), "/console/requests?order=01711234567");
    mara.post("/console/customers/find", &[("find", "jane@")]).await.is(422).shows(["aria-invalid=\"true\""]);
}

/// The names of the customers on a page, and the place after which the next page begins.
fn listed(page: &Reply) -> (Vec<String>, Option<String>) {
    let rows = page.body.split("<b><bdi>").skip(1).map(|row| row.split("</bdi>").next().unwrap().to_owned());
    let more = page.body.contains("name=\"after\"");
    (rows.collect(), more.then(|| between(&page.body, "name=\"after\" value=\"", "\"").to_owned()))
}

#[tokio::test]
async fn a_customer_is_found_by_words_of_the_name() {
    let shop = with_jane().await;
    for name in ["Jane Roe", "Doe, June", "Zoë Anne-Marie Strauß"] {
        // Customers of one millisecond have no order.
        shop.jump(SECOND);
        let email = format!("{}@example.com", name.len());
        shop.created(json!({"email": email, "customer_name": name, "order_id": "NOTHING"})).await;
    }
    let mara = Visitor::signed_in(&shop, MARA).await;
    let find = async |typed: &str| listed(&mara.post("/console/customers/find", &[("find", typed)]).await.is(200)).0;
    for (typed, names) in [
        (" JANE ", &["Jane Roe", "Jane Doe"][..]),
        ("doe", &["June Doe", "Jane Doe"]),
        ("Doe, Jane", &["Jane Doe"]),
        ("marie zoe strauss", &["Zoë Anne-Marie Strauß"]),
        ("Dr. June", &["June Doe"]),
    ] {
        assert_eq!(find(typed).await, names, "{typed}");
    }
    for typed in ["Jan", "Jane Strauß", "jane roe doe"] {
        let nobody = mara.post("/console/customers/find", &[("find", typed)]).await.is(200);
        nobody.shows([&format!("Nobody called “{typed}” was found.")]);
    }
    let order = mara.post("/console/customers/find", &[("find", "NOTHING")]).await.is(303);
    assert_eq!(order.header("location"), "/console/requests?order=NOTHING", "an order's id may be a word");
    let of_requests = mara.post("/console/requests/find", &[("find", "jane")]).await.is(200);
    assert_eq!(listed(&of_requests).0, find("jane").await);

    shop.post("/beacon/customers", json!({"email": "jane@example.com", "first_name": "Janet"})).await.is(200);
    assert_eq!(
        (find("jane").await, find("janet doe").await),
        (vec!["Jane Roe".to_owned()], vec!["Janet Doe".to_owned()])
    );
    let rows = table(&shop.world).await;
    let index: Vec<_> = rows.iter().filter(|row| row["PK"]["S"].text().contains("#CNAME#")).collect();
    assert_eq!(index.len(), 10, "one for each word of each name");
    assert!(index.iter().all(|row| row.object().len() == 2), "the key is all of it: {index:?}");
}

#[tokio::test]
async fn customers_with_one_name_come_in_pages_and_no_row_outlives_them() {
    let shop = shop().await;
    for number in 0..27 {
        let email = format!("mia{number}@example.com");
        shop.created(json!({"email": email, "customer_name": "Mia Doe", "skip_email": true})).await;
    }
    let mara = Visitor::signed_in(&shop, MARA).await;
    let find = async |fields: &[(&str, &str)]| listed(&mara.post("/console/customers/find", fields).await.is(200));
    let (first, more) = find(&[("find", "mia doe")]).await;
    let (second, over) = find(&[("find", "mia doe"), ("after", &more.unwrap())]).await;
    assert_eq!((first.len(), second.len(), over), (25, 2, None));
    shop.post("/api/v1/privacy/erase", json!({"email": "mia26@example.com"})).await.is(202);
    shop.advance(DONE_WITHIN).await;
    let rows = table(&shop.world).await;
    let left = rows.iter().filter(|row| row["PK"]["S"].text().contains("#CNAME#")).count();
    assert_eq!((left, find(&[("find", "mia")]).await.0.len()), (2 * 26, 25));
}

#[tokio::test]
async fn a_moderator_exports_a_customer() {
    let shop = with_jane().await;
    let jo = Visitor::member(&shop, JO, "moderator").await;
    let path = page_of(&jo, "jane@example.com").await;
    let receipt = jo.post(&format!("{path}/export"), &[]).await.header("location").to_owned();
    assert!(receipt.starts_with("/console/customers/receipts/"), "{receipt}");
    let page = jo.get(&receipt).await.body;
    assert!(page.contains(&format!("<a href=\"{path}\"><bdi>Jane Doe</bdi></a>")), "whose data it is: {page}");
    shop.settle().await;
    shop.advance(DONE_WITHIN).await;
    let page = jo.get(&receipt).await;
    page.shows(["The file is ready.", ">Download</a>", "1 request"]);
    assert_eq!(page.header("cache-control"), "no-store, no-transform", "the address opens the file for everybody");
    shop.advance_days(2).await;
    Visitor::signed_in(&shop, JO).await.get(&receipt).await.shows(["the file can no longer be downloaded."]);
}

#[tokio::test]
async fn an_owner_erases_a_customer_in_a_second_step_that_names_what_is_lost() {
    let shop = with_jane().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let path = page_of(&mara, "jane@example.com").await;
    let step = format!("{path}/erase");
    let page = mara.get(&step).await.body;
    page.shows([
        "Erase <bdi>Jane Doe</bdi>?",
        "1 request: its link stops working",
        "1 review, or only the author’s name",
    ]);
    mara.post(&step, &[("reviews", "delete")]).await.is(422).shows(["Tick the box to erase."]);
    for choice in ["zebra", ""] {
        let unread = mara.post(&step, &[("reviews", choice), ("sure", "1")]).await;
        assert!(unread.status == 422 && unread.body.contains("Choose what happens to the reviews."), "{}", unread.body);
    }
    assert_eq!(mara.get(&path).await.status, 200, "nothing is erased yet");
    assert!(page.contains("jane@example.com"), "the address is named, too: {page}");
    let begun = mara.post(&step, &[("reviews", "anonymise"), ("sure", "1")]).await;
    let receipt = begun.header("location").to_owned();
    assert!(receipt.starts_with("/console/customers/receipts/"), "{} {}", begun.status, begun.body);
    shop.settle().await;
    shop.advance(DONE_WITHIN).await;
    mara.get(&receipt).await.shows(["Nothing about this person is stored any more."]);
    mara.get(&path).await.is(404);
    let found = mara.post("/console/customers/find", &[("find", "jane@example.com")]).await;
    found.shows(["No request to this address was found. No message would reach it"]);
    shop.get("/api/v1/reviews").await.shows(["Lovely."]).lacks(["Jane"]);
}

#[tokio::test]
async fn only_owners_erase_and_readers_only_read() {
    let shop = with_jane().await;
    for (email, role, export) in [(JO, "moderator", true), ("ro@fernandoak.example", "reader", false)] {
        let visitor = Visitor::member(&shop, email, role).await;
        let path = page_of(&visitor, "jane@example.com").await;
        let page = visitor.get(&path).await.body;
        assert_eq!((page.contains(">Export</button>"), page.contains("/erase")), (export, false), "{role}: {page}");
        assert_eq!(visitor.get(&format!("{path}/erase")).await.status, 403, "{role}");
        assert_eq!(visitor.post(&format!("{path}/erase"), &[("sure", "1")]).await.status, 403, "{role}");
        let exported = visitor.post(&format!("{path}/export"), &[]).await.status.as_u16();
        assert_eq!(exported, if export { 303 } else { 403 }, "{role}");
    }
}

#[tokio::test]
async fn an_unknown_customer_and_one_of_another_shop_are_not_found() {
    let shop = with_jane().await;
    let other = shop.beside("acme").await;
    member(&other, "zoe@acme.example", "owner").await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let zoe = Visitor::signed_in(&other, "zoe@acme.example").await;
    let path = page_of(&mara, "jane@example.com").await;
    let receipt = mara.post(&format!("{path}/export"), &[]).await.header("location").to_owned();
    let unknown = "/console/customers/00000000-0000-4000-8000-000000000000".to_owned();
    for (visitor, path) in [(&zoe, &path), (&mara, &unknown), (&mara, &"/console/customers/x".to_owned())] {
        assert_eq!(visitor.get(path).await.status, 404, "{path}");
        assert_eq!(visitor.get(&format!("{path}/erase")).await.status, 404, "{path}");
        for (action, fields) in [("erase", &[("sure", "1")][..]), ("export", &[])] {
            assert_eq!(visitor.post(&format!("{path}/{action}"), fields).await.status, 404, "{path}/{action}");
        }
    }
    zoe.get(&receipt).await.is(404);
    zoe.get("/console/customers/receipts/x").await.is(404);
    assert!(!zoe.get("/console/customers").await.body.contains("Jane Doe"));
    mara.get(&path).await.is(200);
}
