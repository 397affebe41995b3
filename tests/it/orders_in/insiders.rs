//! People who work for the shop: their reviews say so and are never verified, and only a call can ask them.

use std::collections::HashMap;

use super::payloads::{at, woo_order};
use crate::console::{MARA, Visitor, member, shop};
use crate::importing::import;
use crate::operators::admin::run;
use crate::support::*;

const OWNER: &str = "owner@fernandoak.example";

/// A review by this person, of an order that the shop knows, as the API shows it to the shop.
async fn reviewed(shop: &Shop, email: &str, order: &str) -> Value {
    let lines = json!([{"catalog_item_id": MUG, "title": "Mug", "unit_price": 4900}]);
    let bought = json!({"status": "delivered", "currency": "EUR", "buyer": {"email": email}, "lines": lines});
    let put = shop.put(format!("/api/v1/orders/{order}"), &bought).await;
    assert!(put.status.is_success(), "{}", put.body);
    let ask = json!({"email": email, "order_id": order, "product_ids": [MUG], "skip_email": true});
    let (_, hub) = shop.created(ask).await;
    shop.review(&hub, 0).await;
    shop.jump(SECOND);
    let newest = shop.get("/api/v1/reviews?limit=1").await.json();
    newest["reviews"][0].clone()
}

fn label(review: &Value) -> (&str, bool, bool) {
    let flag = |name: &str| review[name].as_bool().unwrap();
    (review["verification"].text(), flag("is_verified_buyer"), flag("works_for_shop"))
}

#[tokio::test]
async fn an_insiders_review_is_labelled_wherever_it_is_shown_and_never_verified() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    shop.sets(json!({"owner_email": OWNER})).await;
    // An invited person does not work for the shop yet.
    member(&shop, "ann@example.com", "reader").await;

    assert_eq!(label(&reviewed(&shop, "ann@example.com", "1").await), ("order", true, false));
    assert_eq!(label(&reviewed(&shop, &OWNER.to_uppercase(), "2").await), ("none", false, true));
    let of_member = reviewed(&shop, MARA, "3").await;
    assert_eq!(label(&of_member), ("none", false, true));

    let open = async |path: String| shop.reads(path).await;
    let page = open(format!("/p/fern/{MUG}.json")).await.json();
    let public: Vec<_> = page["reviews"].list().iter().map(|row| (&row["verified"], &row["works_for_shop"])).collect();
    assert_eq!(public, [(&json!(false), &json!(true)), (&json!(false), &json!(true)), (&json!(true), &json!(false))]);
    let page = open(format!("/p/fern/{MUG}.html")).await.body;
    assert_eq!(page.matches("<span class=\"afterword-works-for-shop\">Works for the shop</span>").count(), 2, "{page}");
    assert_eq!(page.matches("afterword-verified").count(), 1, "{page}");
    let list = mara.get("/console/reviews?show=all").await.body;
    assert_eq!(list.matches("Works for the shop").count(), 2, "{list}");
    let one = mara.get(&format!("/console/reviews/{}", of_member["id"])).await.body;
    assert!(one.contains("Works for the shop") && !one.contains("Verified purchase"), "{one}");
    let csv = shop.get("/api/v1/reviews.csv").await.body;
    let labels: Vec<_> = csv.lines().map(|line| line.trim_end().rsplit(',').nth(6).unwrap()).collect();
    assert_eq!(labels, ["works_for_shop", "false", "true", "true"], "{csv}");
    // In those dialects, reviews have no field for it.
    let wix = shop.get(format!("/reviews/v1/reviews/{}", of_member["uuid"].text())).await.json();
    assert_eq!(wix["review"]["verified"], json!(false), "{wix}");

    let csv = format!(
        "product_id,rating,title,body,reviewer_name,reviewer_email,review_date\r\n7095,5,,Ours.,Mara,{MARA},2026-11-01 10:00:00 UTC\r\n"
    );
    import(&shop, "format=judgeme&platform=shopify", &csv).await;
    let all = crate::importing::reviews(&shop).await;
    assert_eq!((&all[0]["content"], &all[0]["works_for_shop"]), (&json!("Ours."), &json!(true)));
}

#[tokio::test]
async fn orders_in_and_earlier_orders_ask_no_insider_and_a_call_does() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let woo = shop.connect("woocommerce", json!({})).await;
    let billing = |email: &str| json!({"billing": {"first_name": "Mara", "email": email, "country": "DE"}});
    woo.says("order.updated", &woo_order(&at(&shop, 0), billing(MARA))).await;
    assert_eq!(woo.last().await, ("ignored".to_owned(), "works_for_shop".to_owned()));
    mara.get("/console/connections/woocommerce").await.shows(["works for you"]);

    let rows = format!("Email;Order number\r\n{MARA};71\r\njane@example.com;72\r\n");
    let tried = mara.post("/console/requests/earlier", &[("rows", &rows), ("days", "7")]).await;
    tried.shows(["1 line is for a person who works for you."]);
    mara.post("/console/requests/earlier/ask", &[("rows", &rows), ("days", "7"), ("number", "1")]).await;
    shop.advance_days(8).await;
    assert_eq!(
        shop.inbox().iter().filter(|mail| mail.subject.starts_with("How")).map(|mail| &*mail.to).collect::<Vec<_>>(),
        ["jane@example.com"]
    );

    shop.sent(json!({"email": MARA, "order_id": "73", "delay_days": 0})).await;
    assert_eq!(shop.inbox().last().unwrap().to, MARA);
}

/// What somebody reads of the mug's reviews: the average, how many count, and how many there are.
async fn rating(shop: &Shop) -> (f64, u64, u64) {
    let page = shop.reads(format!("/p/fern/{MUG}.json")).await.json();
    (page["rating"]["average"].as_f64().unwrap(), page["rating"]["count"].number(), page["total"].number())
}

/// Two reviews of the mug: an owner's with five stars, and a rewarded customer's with two.
async fn owner_and_customer() -> Shop {
    let shop = shop().await;
    shop.sets(json!({"owner_email": OWNER})).await;
    let product = json!({"title": "Mug", "url": "https://fernandoak.example/mug"});
    shop.put(format!("/api/v1/products/{MUG}"), &product).await.is(200);
    writes(&shop, json!({"email": OWNER, "product_ids": [MUG]}), 5, "Ours is best.").await;
    writes(&shop, json!({"email": "ann@example.com", "product_ids": [MUG], "incentivized": true}), 2, "It broke.")
        .await;
    shop
}

async fn writes(shop: &Shop, mut request: Value, stars: u8, text: &str) {
    request["skip_email"] = json!(true);
    let (_, hub) = shop.created(request).await;
    let stars = stars.to_string();
    let form = [("token", token_of(&hub)), ("item", "0"), ("rating", &*stars), ("text", text), ("display_name", "")];
    shop.submit("/review/hub/review", &form).await.is(303);
    shop.jump(SECOND);
}

#[tokio::test]
async fn an_insiders_review_is_listed_and_counts_in_no_number_and_no_file() {
    let shop = owner_and_customer().await;
    assert_eq!(rating(&shop).await, (2.0, 1, 2));
    for list in ["@all", MUG] {
        let page = shop.reads(format!("/p/fern/{list}.json")).await.json();
        has(&page["rating"]["by_star"], json!({"5": 0, "2": 1}));
        assert_eq!((page["reviews"].list().len(), &page["pages"]), (2, &json!(1)));
    }
    let fives = shop.reads(format!("/p/fern/{MUG}.json?stars=5")).await.json();
    assert_eq!((&fives["total"], fives["reviews"].list().len()), (&json!(1), 1), "the filter finds it");
    assert_eq!(shop.reads("/p/fern/ratings.json").await.json(), json!({ MUG: [2.0, 1] }));
    let ld = shop.reads(format!("/p/fern/{MUG}.jsonld")).await.json();
    has(&ld["aggregateRating"], json!({"ratingValue": 2.0, "reviewCount": 1}));
    assert_eq!(ld["review"].list().iter().map(|review| review["reviewBody"].text()).collect::<Vec<_>>(), ["It broke."]);
    let html = shop.reads(format!("/p/fern/{MUG}.html")).await.body;
    assert!(html.contains("1 review<") && html.contains("people who work for the shop do not count"), "{html}");
    assert_eq!(html.matches("<article").count(), 2);

    let stats = shop.get("/api/v1/reviews/stats").await.json();
    has(&stats, json!({"total_reviews": 1, "approved_count": 1, "average_rating": 2.0}));
    has(&stats["reviews_by_rating"], json!({"5": 0, "2": 1}));
    assert_eq!(stats["composed"]["form"]["reviews"], 1);
    let numbers = shop.get("/api/v1/numbers").await.json();
    let published: Vec<_> = numbers["stars"].list().iter().map(|of| &of["published"]).collect();
    assert_eq!(published, [0, 1, 0, 0, 0]);
    let trust = shop.reads("/trust/fern.json").await.json();
    let totals = json!({"submitted": 1, "published": 1, "incentivized": 1, "works_for_shop": 1});
    has(&trust["totals"], totals);
    assert_eq!(trust["verified"]["none"], 1);
    assert_eq!(trust["by_star"]["5"]["submitted"], 0);
    let mara = Visitor::signed_in(&shop, MARA).await;
    mara.get("/console/products").await.shows(["2.0"]);
    mara.get("/console/today").await.shows(["2.0"]);

    // With insiders' reviews alone, there is a list but no rating.
    let newest = shop.get("/api/v1/reviews?limit=1").await.json()["reviews"][0]["id"].clone();
    shop.delete(format!("/api/v1/reviews/{newest}")).await.is(200);
    shop.jump(MINUTE * 6);
    assert_eq!(rating(&shop).await, (0.0, 0, 1));
    assert_eq!(shop.reads("/p/fern/ratings.json").await.json(), json!({}));
    shop.reads(format!("/p/fern/{MUG}.jsonld")).await.is(404);
    let html = shop.reads(format!("/p/fern/{MUG}.html")).await.body;
    assert!(html.contains("Ours is best.") && !html.contains("afterword-rating"), "{html}");
}

/// The rows and counters that only this release knows.
async fn apart(shop: &Shop) -> BTreeMap<String, BTreeMap<String, AttributeValue>> {
    let rows = rows(shop).await.into_iter().filter_map(|row| {
        let key = format!("{} {}", row["PK"].as_s().unwrap(), row["SK"].as_s().unwrap());
        let own = row["SK"].as_s().unwrap().starts_with("RVN#");
        let is_ours = |name: &str| own || ["counts_apart", "rewarded"].contains(&name) || name.starts_with("insider_");
        let ours: BTreeMap<_, _> = row.into_iter().filter(|(name, _)| is_ours(name)).collect();
        (!ours.is_empty()).then_some((key, ours))
    });
    rows.collect()
}

async fn rows(shop: &Shop) -> Vec<HashMap<String, AttributeValue>> {
    let client = aws_sdk_dynamodb::Client::new(&shop.world.env().sdk);
    client.scan().table_name(local::TABLE).consistent_read(true).send().await.unwrap().items.unwrap()
}

/// Does to the table what an earlier release would have left of a change: it knows none of these rows and counters, and drops the
/// words of a review that it writes.
async fn as_left_by_an_earlier_release(
    shop: &Shop,
    before: &BTreeMap<String, BTreeMap<String, AttributeValue>>,
    is_written: impl Fn(&str) -> bool,
) {
    let client = aws_sdk_dynamodb::Client::new(&shop.world.env().sdk);
    let after = apart(shop).await;
    for mut row in rows(shop).await {
        let key = format!("{} {}", row["PK"].as_s().unwrap(), row["SK"].as_s().unwrap());
        let (was, is) = (before.get(&key), after.get(&key));
        let is_review = key.contains(" REV#");
        if was == is && !(is_review && is_written(&key)) {
            continue;
        }
        row.retain(|name, _| is.is_none_or(|is| !is.contains_key(name)));
        if !(is_review && is_written(&key)) {
            row.extend(was.cloned().into_iter().flatten());
        }
        if key.contains(" RVN#") && was.is_none() {
            let [pk, sk] = key.splitn(2, ' ').collect::<Vec<_>>().try_into().unwrap();
            let delete = client.delete_item().table_name(local::TABLE);
            let delete = delete.key("PK", AttributeValue::S(pk.to_owned())).key("SK", AttributeValue::S(sk.to_owned()));
            delete.send().await.unwrap();
        } else {
            client.put_item().table_name(local::TABLE).set_item(Some(row)).send().await.unwrap();
        }
    }
}

async fn recount(shop: &Shop) -> u64 {
    run(&shop.world, json!({"recount": {}})).await.unwrap()["corrected"].number()
}

#[tokio::test]
async fn what_an_earlier_release_counted_is_corrected_once() {
    let shop = owner_and_customer().await;
    let withdrawn = {
        writes(&shop, json!({"email": MARA, "product_ids": [MUG]}), 4, "Mine.").await;
        let newest = shop.get("/api/v1/reviews?limit=1").await.json()["reviews"][0]["id"].clone();
        shop.delete(format!("/api/v1/reviews/{newest}")).await.is(200);
        shop.reads("/trust/fern.json").await.json()["totals"].clone()
    };
    let noted = async || apart(&shop).await.into_keys().filter(|key| key.contains(" RVN#")).count();
    let right = (rating(&shop).await, noted().await);
    as_left_by_an_earlier_release(&shop, &BTreeMap::new(), |_| true).await;
    shop.jump(MINUTE);
    assert_eq!(rating(&shop).await, (3.5, 2, 2), "as before");
    assert_eq!(shop.reads("/trust/fern.json").await.json()["totals"]["removed"], 1);
    // What this release changes meanwhile is as right as it was.
    let fives = shop.get("/api/v1/reviews?min_rating=5").await.json()["reviews"][0]["id"].clone();
    shop.patch(format!("/api/v1/reviews/{fives}/reject"), &json!({"reason": "fake"})).await.is(200);
    shop.jump(MINUTE);
    assert_eq!(rating(&shop).await, (2.0, 1, 1));
    shop.patch(format!("/api/v1/reviews/{fives}/approve"), &json!({})).await.is(200);

    assert_eq!((recount(&shop).await, recount(&shop).await), (2, 0));
    shop.jump(MINUTE);
    assert_eq!((rating(&shop).await, noted().await), right);
    assert_eq!(shop.reads("/trust/fern.json").await.json()["totals"], withdrawn);
}

#[tokio::test]
async fn what_an_earlier_release_changes_during_a_deployment_is_corrected() {
    let shop = owner_and_customer().await;
    let fives = shop.get("/api/v1/reviews?min_rating=5").await.json()["reviews"][0]["id"].clone();
    let of_owner = rows(&shop).await.into_iter().find(|row| {
        row.get("review").is_some_and(|review| review.as_s().is_ok_and(|json| json.contains("works_for_shop")))
    });
    let place = of_owner.unwrap()["SK"].as_s().unwrap().clone();
    let is_owners = |key: &str| key.ends_with(&format!(" {place}"));
    let before = apart(&shop).await;
    shop.patch(format!("/api/v1/reviews/{fives}/reject"), &json!({"reason": "fake"})).await.is(200);
    let right = shop.reads("/trust/fern.json").await.json();
    as_left_by_an_earlier_release(&shop, &before, is_owners).await;
    assert_eq!((recount(&shop).await, recount(&shop).await), (1, 0));
    shop.jump(MINUTE);
    assert_eq!(rating(&shop).await, (2.0, 1, 1));
    let now = shop.reads("/trust/fern.json").await.json();
    assert_eq!((&now["totals"], &now["by_star"]), (&right["totals"], &right["by_star"]));
}

#[tokio::test]
async fn a_review_that_an_earlier_release_deleted_is_subtracted_no_longer() {
    let shop = owner_and_customer().await;
    let client = aws_sdk_dynamodb::Client::new(&shop.world.env().sdk);
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let put = async |row: &[(&str, AttributeValue)]| {
        let row = row.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        client.put_item().table_name(local::TABLE).set_item(Some(row)).send().await.unwrap();
    };
    let (id, lost) = ("0000000000000042", "insider_published_2_none");
    put(&[
        ("PK", text(&format!("T#fern.live#RVN#{id}"))),
        ("SK", text(&format!("RVN#{id}"))),
        ("review", AttributeValue::N("42".to_owned())),
        ("place", text(&format!("REV#@{id}#00"))),
        ("product", text("@shop")),
        ("counters", AttributeValue::L(vec![text(lost)])),
    ])
    .await;
    for of in ["@shop#00", "@all#99"] {
        let pk = format!("T#fern.live#RVC#{}", of.split('#').next().unwrap());
        let one = AttributeValue::N("1".to_owned());
        put(&[("PK", text(&pk)), ("SK", text(&format!("RVC#{of}"))), (lost, one)]).await;
    }
    assert_eq!(shop.reads("/p/fern/@all.json").await.json()["rating"]["count"], 0);
    assert_eq!((recount(&shop).await, recount(&shop).await), (1, 0));
    shop.jump(MINUTE);
    assert_eq!(shop.reads("/p/fern/@all.json").await.json()["rating"]["count"], 1);
}
