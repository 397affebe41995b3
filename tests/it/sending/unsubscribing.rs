//! No message is sent to a person who unsubscribed, or whom the shop suppressed. The link to unsubscribe works as long
//! as there is a message that contains it.

use aws_sdk_dynamodb::Client;
use local::TABLE;

use crate::support::*;

const JANE: &str = "jane@example.com";

fn unsubscribe_link(shop: &Shop) -> String {
    path_of(shop.inbox().last().unwrap().headers["List-Unsubscribe"].trim_matches(['<', '>']))
}

async fn one_click(shop: &Shop, link: &str) -> Reply {
    shop.submit(link, &[("List-Unsubscribe", "One-Click")]).await
}

/// Asks the same person again, and returns whether an email was sent.
async fn is_mailed(shop: &Shop) -> bool {
    let before = shop.inbox().len();
    shop.sent(json!({"delay_days": 0})).await;
    shop.inbox().len() > before
}

#[tokio::test]
async fn the_link_works_when_the_personal_data_has_left_the_table() {
    let shop = Shop::new().await;
    assert!(is_mailed(&shop).await);
    let link = unsubscribe_link(&shop);
    // DynamoDB does this at the row's time to live.
    let client = Client::new(&shop.world.env().sdk);
    for row in table(&shop.world).await.iter().filter(|row| row["SK"]["S"].text().starts_with("PII#")) {
        let key = |name: &str| AttributeValue::S(row[name]["S"].owned());
        client.delete_item().table_name(TABLE).key("PK", key("PK")).key("SK", key("SK")).send().await.unwrap();
    }
    shop.advance_days(200).await;
    one_click(&shop, &link).await.is(200);
    assert!(!is_mailed(&shop).await);
}

async fn suppression(shop: &Shop, address: &str) -> Value {
    shop.get(format!("/api/v1/suppressions/{address}")).await.is(200).json()
}

#[tokio::test]
async fn an_unsubscription_is_taken_back_on_the_same_page() {
    let shop = Shop::new().await;
    assert!(is_mailed(&shop).await);
    let link = unsubscribe_link(&shop);
    let page = one_click(&shop, &link).await;
    assert_eq!(suppression(&shop, JANE).await["reason"], "unsubscribed");
    assert!(!is_mailed(&shop).await);

    let token = link.split_once("token=").unwrap().1;
    page.shows(["name=\"undo\"", token]);
    let undone = shop.submit("/review/unsubscribe", &[("token", token), ("undo", "1")]).await;
    assert!(undone.status == 200 && undone.body.contains("You will be asked again"), "{}", undone.body);
    shop.get(format!("/api/v1/suppressions/{JANE}")).await.is_error(404, "not_found");
    assert!(is_mailed(&shop).await);
    // There is no unsubscription left to undo.
    shop.submit("/review/unsubscribe", &[("token", token), ("undo", "1")]).await.is(200);
}

#[tokio::test]
async fn the_customers_page_offers_what_is_left_to_choose() {
    let (shop, _, hub) = Shop::asking(json!({"delay_days": 0, "product_ids": ["shopify-1"]})).await;
    shop.settle().await;
    let link = unsubscribe_link(&shop);
    let token = link.split_once("token=").unwrap().1;
    let [asked, stopped] = ["Rather not be asked?", "Fern &#38; Oak</bdi> will not ask you for reviews again."];
    for times in 0..2 {
        let page = shop.browse(&hub).await.body;
        assert!(page.contains(asked) && !page.contains(stopped) && !page.contains("name=\"undo\""), "{times}: {page}");
        assert!(page.contains("Ask me in a week"));
        one_click(&shop, &link).await;
        let page = shop.browse(&hub).await.body;
        assert!(page.contains(stopped) && !page.contains(asked), "{times}: {page}");
        // Nothing would be sent in a week, so the page does not offer that.
        assert!(page.contains("name=\"undo\"") && !page.contains("Ask me in a week"));
        shop.submit("/review/unsubscribe", &[("token", token), ("undo", "1")]).await.is(200);
    }
}

#[tokio::test]
async fn a_shops_own_stop_survives_an_unsubscription_that_is_taken_back() {
    let shop = Shop::new().await;
    assert!(is_mailed(&shop).await);
    let link = unsubscribe_link(&shop);
    assert_eq!(shop.call("PUT", format!("/api/v1/suppressions/{JANE}")).send().await.json()["reason"], "manual");
    one_click(&shop, &link).await;
    assert_eq!(suppression(&shop, JANE).await["reason"], "unsubscribed");
    shop.delete(format!("/api/v1/suppressions/{JANE}")).await.is_error(409, "not_liftable");
    let token = link.split_once("token=").unwrap().1;
    shop.submit("/review/unsubscribe", &[("token", token), ("undo", "1")]).await;
    assert_eq!(suppression(&shop, JANE).await["reason"], "manual");
    assert!(!is_mailed(&shop).await);
}

#[tokio::test]
async fn a_shop_stops_what_waits_and_lifts_it_again() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 1})).await;
    // Another spelling of the same address.
    let put = shop.call("PUT", "/api/v1/suppressions/Jane%40EXAMPLE.com").send().await.is(200);
    assert_eq!(put.json()["channel"], "email");
    assert_eq!(suppression(&shop, JANE).await, put.json());
    shop.advance_days(1).await;
    assert!(shop.inbox().is_empty());
    assert_eq!(shop.timeline(id).await.last().unwrap(), "skipped");
    let lifted = shop.delete(format!("/api/v1/suppressions/{JANE}")).await;
    assert_eq!((lifted.status.as_u16(), lifted.json()), (200, json!({"ok": true})));
    shop.delete(format!("/api/v1/suppressions/{JANE}")).await.is_error(404, "not_found");
    assert!(is_mailed(&shop).await);
}

#[tokio::test]
async fn a_number_is_stopped_as_an_address_is() {
    let shop = Shop::new().await;
    let put = shop.call("PUT", "/api/v1/suppressions/+4917112345678").send().await.json();
    assert_eq!((&put["channel"], &put["address"]), (&json!("sms"), &json!("+4917112345678")));
    assert_eq!(suppression(&shop, "+49%20171%2012345678").await, put);
}

#[tokio::test]
async fn suppressions_are_listed_page_by_page_each_once() {
    let shop = Shop::new().await;
    for n in 0..130 {
        shop.call("PUT", format!("/api/v1/suppressions/jane{n}@example.com")).send().await.is(200);
    }
    assert!(is_mailed(&shop).await);
    one_click(&shop, &unsubscribe_link(&shop)).await;
    let (mut addresses, mut cursor) = (BTreeSet::new(), String::new());
    loop {
        let page = shop.get(format!("/api/v1/suppressions?limit=40{cursor}")).await.json();
        for row in page["suppressions"].list() {
            assert!(addresses.insert(row["address"].owned()), "{row} twice");
        }
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(addresses.len(), 131);
    let page = shop.get("/api/v1/suppressions?reason=unsubscribed").await.json();
    assert_eq!(page["suppressions"].list().len(), 1);
    assert_eq!((&page["suppressions"][0]["address"], &page["next_cursor"]), (&json!(JANE), &Value::Null));
    // Another shop sees none of them.
    let other = shop.beside("moss").await;
    assert_eq!(other.get("/api/v1/suppressions").await.json(), json!({"suppressions": [], "next_cursor": null}));
}

#[tokio::test]
async fn bad_parameters_and_addresses_are_named() {
    let shop = Shop::new().await;
    for (query, code) in [
        ("reason=rude", "invalid_reason"),
        ("limit=0", "invalid_limit"),
        ("limit=101", "invalid_limit"),
        ("limit=%2B5", "invalid_limit"),
        ("cursor=x", "invalid_cursor"),
    ] {
        shop.get(format!("/api/v1/suppressions?{query}")).await.is_error(422, code);
    }
    for address in ["jane", "jane@localhost", "171", "+49"] {
        let path = format!("/api/v1/suppressions/{address}");
        shop.call("PUT", &path).send().await.is_error(422, "invalid_address");
        shop.get(&path).await.is_error(404, "not_found");
        shop.delete(&path).await.is_error(404, "not_found");
    }
}
