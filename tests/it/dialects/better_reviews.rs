//! BetterReviews: every field, bound, error and header.

use crate::support::*;

const SEND: &str = "/api/v1/review-requests/send";
const LIST: &str = "/api/v1/review-requests";

/// A create with a wrong value answers 422 with the field's own code, and one with a right value is accepted.
#[tokio::test]
async fn each_wrong_field_is_422_by_its_own_code() {
    let products = |count| (0..count).map(|n| format!("shopify-{n}")).collect::<Vec<_>>();
    let names = ["shop.test", "shop.invalid", "printer.local", "mail.internal", "shop.onion", "example.c0m", "a.123"];
    let nowhere = names.map(|domain| format!("jane@{domain}"));
    let invisible = ["\u{200b}", "\u{2060}\u{feff}", "\u{202e}\u{2066}", "\u{ad} \u{3164}", "\u{2800}", "\u{e0041}"];
    let ids = json!(["shopify-1", [1], [null], ["7125386199075"], ["shopify-"], {}, products(51)]);
    for (field, wrong, right) in [
        ("email", json!([null, 7, "", "jane", "jane@localhost", ["jane@example.com"]]), json!(["jane@shop.example"])),
        ("email", json!(nowhere), json!(["jane@пример.рф"])),
        ("customer_name", json!([5, "a\nb", "a".repeat(201)]), json!([null, "", "  ", "Jane", "a".repeat(200)])),
        ("language", json!([7, "deutsch!"]), json!([null, "", " ", "de-AT"])),
        ("time_zone", json!([7, "Nowhere/Here"]), json!([null, "", "\t", "Europe/Vienna"])),
        ("customer_name", json!(invisible), json!([])),
        ("product_ids", ids, json!([null, [], ["wix-a.b:c_d-e"], products(50)])),
        ("order_id", json!([5, true, "a".repeat(256), "a\u{7}b"]), json!([null, "", "  ", "a".repeat(255)])),
        ("delay_days", json!([-1, 1.5, "7", 90, true, [7]]), json!([0, 7.0, 89])),
        ("reminders", json!([4, -1, "2", 1.5, true, [1]]), json!([null, 0, 3, 2.0])),
        ("skip_email", json!(["true", 1, []]), json!([null, false])),
    ] {
        let shop = Shop::new().await;
        for value in wrong.list() {
            shop.create(json!({ field: value })).await.is_error(422, &format!("invalid_{field}"));
        }
        assert_eq!(shop.get(LIST).await.json()["requests"], json!([]), "nothing was stored");
        for value in right.list() {
            shop.created(json!({ field: value })).await;
        }
    }
    Shop::new().await.post(SEND, json!({})).await.is_error(422, "invalid_email");
}

#[tokio::test]
async fn the_list_has_the_fifty_newest_and_says_nothing_personal() {
    let (shop, mut ids) = (Shop::new().await, Vec::new());
    for _ in 0..55 {
        shop.jump(SignedDuration::from_millis(1));
        ids.push(shop.created(json!({"skip_email": true})).await.0);
    }
    assert!(ids.is_sorted());
    ids.reverse();
    let listed = |reply: &Reply| reply.json()["requests"].list().iter().map(|it| it["id"].number()).collect::<Vec<_>>();
    let first = shop.get(LIST).await;
    first.lacks(["jane", "token"]);
    let rest = shop.get(first.next().unwrap()).await;
    assert_eq!((listed(&first), listed(&rest)), (ids[..50].to_vec(), ids[50..].to_vec()));
    assert_eq!(rest.header("link"), "");
}

#[tokio::test]
async fn a_page_is_full_after_a_megabyte_and_has_a_next_one() {
    let shop = Shop::new().await;
    for order in 0..60 {
        shop.created(json!({"order_id": format!("{order}"), "skip_email": true})).await;
    }
    // Makes items large with a field that nobody reads, but that DynamoDB counts.
    let client = shop.dynamodb();
    for row in table(&shop.world).await {
        if row["SK"]["S"].text().starts_with("REQ#") {
            let key = |name: &str| AttributeValue::S(row[name]["S"].owned());
            let update = client.update_item().table_name(local::TABLE).key("PK", key("PK")).key("SK", key("SK"));
            let long = AttributeValue::S("x".repeat(30 * 1024));
            let update = update.update_expression("SET long_life = :long").expression_attribute_values(":long", long);
            update.send().await.unwrap();
        }
    }
    let page = async |limit: usize| {
        let reply = shop.get(format!("{LIST}?limit={limit}")).await;
        (reply.json()["requests"].list().len(), reply.header("link").to_owned())
    };
    let (all, link) = page(100).await;
    assert_eq!((all, link.as_str()), (60, ""), "the list goes on after a megabyte");
    // One of these limits ends exactly where DynamoDB's answer does.
    for limit in 30..36 {
        let (listed, link) = page(limit).await;
        assert_eq!(listed, limit);
        assert!(link.contains("rel=\"next\""), "{limit}");
    }
}
