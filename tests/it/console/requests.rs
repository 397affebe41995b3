//! The page *Requests*, and its actions.

use small_aws::MailStanding;

use super::*;
use crate::sending::mail_events::asked;

/// The operations on the table since the last call of this function, in order.
pub fn table_calls(shop: &Shop) -> Vec<String> {
    let calls = shop.aws().take_calls().into_iter().map(|call| call.operation);
    calls.filter(|operation| operation.ends_with("Item") || operation == "Query").collect()
}

/// Searches for a text, and follows the redirect to the result.
async fn found(mara: &Visitor, typed: &str) -> Reply {
    let reply = mara.post("/console/requests/find", &[("find", typed)]).await.is(303);
    mara.get(reply.header("location")).await.is(200)
}

fn lists(page: &Reply, id: u64) -> bool {
    page.body.contains(&format!("href=\"/console/requests/{id}\""))
}

#[tokio::test]
async fn a_person_and_an_order_are_found_by_the_whole_address_or_id() {
    let shop = shop().await;
    let (first, _) = shop.created(json!({"order_id": "ORD 10/42", "customer_name": "Jane Doe"})).await;
    let (second, _) = shop.created(json!({"order_id": "ORD-1043"})).await;
    let (other, _) = shop.created(json!({"order_id": "ORD-1044", "email": "june@example.com"})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let led = mara.post("/console/requests/find", &[("find", " JANE@example.com ")]).await;
    assert!(!led.header("location").to_lowercase().contains("jane"), "no address in an address");
    let page = found(&mara, "JANE@example.com").await;
    assert!(lists(&page, first) && lists(&page, second) && !lists(&page, other), "{}", page.body);
    assert!(page.body.contains("<h2><bdi>Jane Doe</bdi></h2>"), "whose requests they are: {}", page.body);
    let page = found(&mara, "ORD 10/42").await;
    assert!(lists(&page, first) && !lists(&page, second) && page.body.contains("Jane Doe"), "{}", page.body);

    let nobody = mara.post("/console/requests/find", &[("find", "nobody@example.com")]).await;
    assert!(nobody.status == 200 && nobody.body.contains("No request to this address was found"), "{}", nobody.body);
    assert!(nobody.body.contains("value=\"nobody@example.com\""), "what was typed stays");
    found(&mara, "ORD-9999").await.shows(["No request about this order was found, and"]);
    for typed in ["jane@", "+49", ""] {
        let wrong = mara.post("/console/requests/find", &[("find", typed)]).await;
        assert!(wrong.status == 422 && wrong.body.contains("aria-invalid=\"true\""), "{typed}: {}", wrong.body);
    }
}

#[tokio::test]
async fn a_search_costs_the_same_table_calls_whatever_the_shop_has() {
    let shop = shop().await;
    for number in 0..3 {
        shop.created(json!({"order_id": format!("ORD-{number}"), "product_ids": [MUG]})).await;
        shop.created(json!({"order_id": format!("X-{number}"), "email": format!("c{number}@example.com")})).await;
    }
    let mara = Visitor::signed_in(&shop, MARA).await;
    let customer = mara.post("/console/requests/find", &[("find", "jane@example.com")]).await;
    let customer = customer.header("location").to_owned();
    table_calls(&shop);
    // The first call of each click is the same for every click.
    mara.post("/console/requests/find", &[("find", "jane@example.com")]).await;
    assert_eq!(table_calls(&shop), ["BatchGetItem", "GetItem", "GetItem"]);
    // The customer's name is read at the same time as the list, and the products' titles after it.
    mara.get(&customer).await;
    assert_eq!(table_calls(&shop), ["BatchGetItem", "Query", "GetItem", "BatchGetItem", "BatchGetItem"]);
    mara.post("/console/requests/find", &[("find", "nobody@example.com")]).await;
    assert_eq!(table_calls(&shop), ["BatchGetItem", "GetItem", "GetItem"]);
    mara.post("/console/requests/find", &[("find", "ORD-1")]).await;
    assert_eq!(table_calls(&shop), ["BatchGetItem"]);
    mara.get("/console/requests?order=ORD-1").await;
    assert_eq!(table_calls(&shop), ["BatchGetItem", "Query", "BatchGetItem", "BatchGetItem", "BatchGetItem"]);
}

#[tokio::test]
async fn the_list_names_each_day_once_and_the_products() {
    let shop = shop().await;
    shop.created(json!({"order_id": "A", "product_ids": [MUG, TRAY], "customer_name": "Jane Doe"})).await;
    shop.created(json!({"order_id": "B", "product_ids": [MUG], "email": "b@example.com"})).await;
    shop.advance_days(1).await;
    shop.created(json!({"order_id": "C", "product_ids": ["unknown-1"], "email": "c@example.com"})).await;
    let page = Visitor::signed_in(&shop, MARA).await.get("/console/requests").await.body;
    let days = days(&page);
    assert!(days.len() == 2 && days[0] != days[1], "{days:?}: {page}");
    page.shows([
        "<bdi>Stoneware mug</bdi> and 1 more&nbsp;· <bdi>A</bdi>",
        "<bdi>Stoneware mug</bdi>&nbsp;· <bdi>B</bdi>",
        "1 product&nbsp;· <bdi>C</bdi>",
    ]);
}

#[tokio::test]
async fn a_request_says_what_happened_why_and_what_is_next() {
    let shop = shop().await;
    let fields = json!({"order_id": "ORD-1042", "customer_name": "Jane Doe", "product_ids": [MUG, TRAY]});
    let (id, hub) = shop.created(fields).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let path = format!("/console/requests/{id}");
    let page = mara.get(&path).await.body;
    page.shows([
        "<h1>Jane Doe’s request for ORD-1042</h1>",
        "jane@example.com",
        "Stoneware mug",
        "The email will be sent on 27 November 2026 at 06:00 UTC.",
        "The shop asked for a review.",
        "The email will be sent, unless something stops it by then.",
        "The link expires.",
    ]);
    shop.suppresses("jane@example.com").await;
    mara.get(&path).await.shows(["will not be sent: the shop suppressed the address or number itself"]);
    shop.review(&hub, 0).await;
    mara.get(&path).await.shows(["The customer reviewed item 1.", "/console/reviews/"]);
}

#[tokio::test]
async fn a_request_is_sent_now_once_and_its_message_is_shown() {
    let shop = shop().await;
    let (id, hub) = shop.created(json!({"order_id": "ORD-1042"})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let path = format!("/console/requests/{id}");
    let send = format!("{path}/send");
    assert_eq!(mara.post(&send, &[]).await.header("location"), path);
    assert!(mara.get(&path).await.body.contains("It is being sent."));
    shop.settle().await;
    assert_eq!(shop.inbox().iter().filter(|mail| mail.to == "jane@example.com").count(), 1);
    assert!(mara.get(&path).await.body.contains("The provider accepted the email."));
    mara.post(&send, &[]).await;
    assert!(mara.get(&path).await.body.contains("Not sent again: the first message has already been sent."));
    shop.settle().await;
    assert_eq!(shop.inbox().iter().filter(|mail| mail.to == "jane@example.com").count(), 1);

    let messages = mara.get(&format!("{path}/messages")).await.is(200);
    messages.shows([&hub.split('?').next().unwrap()[1..]]);
    let link = mara.get(&format!("{path}/link")).await;
    link.shows(["readonly", "http://shop.example/"]);
    for page in [&messages, &link] {
        assert_eq!(page.header("cache-control"), "no-store, no-transform", "a link opens the customer's page");
    }
}

#[tokio::test]
async fn manual_requests_are_sent_together() {
    let shop = shop().await;
    let mut ids = Vec::new();
    for number in 0..4 {
        let fields = json!({"skip_email": true, "email": format!("c{number}@example.com"), "customer_name": "Ann Bee"});
        ids.push(shop.created(fields).await.0.to_string());
    }
    let mara = Visitor::signed_in(&shop, MARA).await;
    let list = "/console/requests?status=manual";
    let page = mara.get(list).await.body;
    assert!(page.matches("type=\"checkbox\"").count() == 4 && page.contains("Ann Bee"), "{page}");
    let send = "/console/requests/send";
    assert_eq!(mara.post(send, &[("back", "status=manual")]).await.header("location"), list, "the list is shown again");
    assert!(mara.get(list).await.body.contains("Nothing was selected."));
    let picked = [("back", "status=manual"), ("pick-0", &*ids[0]), ("pick-2", &*ids[2]), ("pick-3", "7")];
    mara.post(send, &picked).await;
    let page = mara.get(list).await.body;
    page.shows(["2 requests are being sent. 1 could not be sent: its page says why."]);
    // "All" means all requests in the list, not only those on its first page, but no planned ones.
    let planned = shop.created(json!({"email": "planned@example.com"})).await.0;
    for number in 4..110 {
        shop.created(json!({"skip_email": true, "email": format!("c{number}@example.com")})).await;
    }
    mara.post(send, &[("back", "status=manual"), ("all", "1")]).await;
    let more = ["100 requests are being sent. There are more:", "name=\"sent\" value=\"100\"", "Send up to 100 now"];
    mara.get(list).await.shows(more);
    mara.post(send, &[("back", "status=manual"), ("sent", "100"), ("all", "1")]).await;
    mara.get(list)
        .await
        .shows(["8 requests are being sent. So far: 108.", "Nothing here yet."])
        .lacks(["name=\"sent\""]);
    assert_eq!(shop.status(planned).await, "scheduled");
    shop.settle().await;
    let sent = |number| shop.inbox().iter().filter(|mail| mail.to == format!("c{number}@example.com")).count();
    assert_eq!((0..110).map(sent).collect::<Vec<_>>(), [1; 110]);
    let elsewhere = mara.post(send, &[("back", "//evil.example/?status=manual"), ("pick-0", &ids[0])]).await;
    assert!(elsewhere.header("location").starts_with("/console/requests"), "{}", elsewhere.header("location"));
}

#[tokio::test]
async fn a_request_is_cancelled() {
    let shop = shop().await;
    let (id, hub) = shop.created(json!({})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let path = format!("/console/requests/{id}");
    assert!(mara.get(&path).await.body.contains("Cancel the request"));
    assert_eq!(mara.post(&format!("{path}/cancel"), &[]).await.header("location"), path);
    mara.get(&path).await.shows(["Cancelled. The link no longer works."]).lacks(["Cancel the request"]);
    assert_eq!(shop.status(id).await, "cancelled");
    shop.browse(hub).await.is(410);
    mara.post(&format!("{path}/send"), &[]).await;
    assert!(mara.get(&path).await.body.contains("Not sent: the request is cancelled."));
}

#[tokio::test]
async fn stuck_and_manual_requests_have_lists_of_their_own() {
    let (shop, mara) = signed_in().await;
    asked(&shop, "bounce@example.com").await;
    let (manual, _) = shop.created(json!({"skip_email": true, "email": "june@example.com"})).await;
    shop.aws().set_mail_standing(MailStanding::Paused);
    let (throttled, _) = shop.sent(json!({"delay_days": 0})).await;
    for (query, one, other) in [("stuck=any", throttled, manual), ("status=manual", manual, throttled)] {
        let page = mara.get(&format!("/console/requests?{query}")).await;
        assert!(lists(&page, one) && !lists(&page, other), "{query}: {}", page.body);
        let why = page.body.contains("The email was throttled");
        assert_eq!(why, one == throttled, "the row says why: {}", page.body);
    }
    let page = mara.get(&format!("/console/requests/{throttled}")).await.body;
    page.shows(["Not sent yet: SES has been refusing all messages since"]);
    let page = mara.get("/console/requests?status=failed").await;
    assert!(page.body.contains("The email bounced for good."), "the row says why: {}", page.body);
    for query in ["stuck=x", "status=x", "before=x", "customer=x"] {
        assert_eq!(mara.get(&format!("/console/requests?{query}")).await.status, 404, "{query}");
    }
}

#[tokio::test]
async fn a_list_goes_on_where_its_page_ends() {
    let shop = shop().await;
    let mut ids = Vec::new();
    for number in 0..30 {
        ids.push(shop.created(json!({"order_id": format!("ORD-{number}")})).await.0);
        // Requests from the same millisecond are in any order.
        shop.advance(SignedDuration::from_millis(1)).await;
    }
    let mara = Visitor::signed_in(&shop, MARA).await;
    for list in ["/console/requests".to_owned(), {
        let led = mara.post("/console/requests/find", &[("find", "jane@example.com")]).await;
        led.header("location").to_owned()
    }] {
        let page = mara.get(&list).await;
        assert_eq!(ids.iter().filter(|id| lists(&page, **id)).count(), 25, "{}", page.body);
        let (before, _) = page.body.split_once("\" rel=\"next\"").unwrap_or_else(|| panic!("{}", page.body));
        let next = before.rsplit_once("href=\"").unwrap().1.replace("&#38;", "&");
        let page = mara.get(&next).await;
        let listed: Vec<_> = ids.iter().filter(|id| lists(&page, **id)).collect();
        assert_eq!(listed, ids[..5].iter().collect::<Vec<_>>(), "{next}");
        page.lacks(["rel=\"next\""]);
    }
}

#[tokio::test]
async fn a_reader_reads_and_sends_nothing() {
    let shop = shop().await;
    let (id, _) = shop.created(json!({})).await;
    let jo = Visitor::member(&shop, JO, "reader").await;
    let path = format!("/console/requests/{id}");
    let page = jo.get(&path).await.body;
    page.lacks(["Send now", "Cancel the request", &format!("{path}/link")]);
    assert!(!jo.get("/console/requests").await.body.contains("type=\"checkbox\""));
    let number = id.to_string();
    let pick = [("pick-0", number.as_str())];
    let several = "/console/requests/send".to_owned();
    for (path, fields) in [(format!("{path}/send"), &[][..]), (format!("{path}/cancel"), &[]), (several, &pick[..])] {
        assert_eq!(jo.post(&path, fields).await.status, 403, "{path}");
    }
    for page in ["link", "messages"] {
        assert_eq!(jo.get(&format!("{path}/{page}")).await.status, 403, "{page}");
    }
    assert_eq!(shop.status(id).await, "scheduled");
}

#[tokio::test]
async fn an_unknown_request_and_one_of_another_shop_are_not_found() {
    let shop = shop().await;
    let other = shop.beside("acme").await;
    let (theirs, _) = other.created(json!({"order_id": "ACME-1"})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    for id in [theirs.to_string(), "7".to_owned(), "x".to_owned()] {
        let path = format!("/console/requests/{id}");
        for page in ["", "/link", "/messages"] {
            assert_eq!(mara.get(&format!("{path}{page}")).await.status, 404, "{path}{page}");
        }
        for action in ["send", "cancel"] {
            assert_eq!(mara.post(&format!("{path}/{action}"), &[]).await.status, 404, "{path}/{action}");
        }
    }
    assert_eq!(other.status(theirs).await, "scheduled");
    assert!(!lists(&mara.get("/console/requests").await, theirs));
    assert!(found(&mara, "ACME-1").await.body.contains("No request about this order was found, and"));
    let nobody = mara.post("/console/requests/find", &[("find", "jane@example.com")]).await;
    nobody.shows(["No request to this address was found"]);
}
