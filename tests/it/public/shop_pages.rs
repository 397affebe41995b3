//! What the script of a shop's own page reads: chosen parts of a list, texts, and the ratings of all products.

use super::product_pages::json_of;
use crate::hub::photos::{jpeg, upload};
use crate::importing::{file, import, numbers};
use crate::support::*;

/// A published review of a product, in the language of this browser.
async fn reviewed(shop: &Shop, product: &str, rating: &str, photo: bool, language: &str) {
    let (_, hub) = shop.created(json!({"product_ids": [product], "skip_email": true})).await;
    if photo {
        upload(shop, &hub, &jpeg(40, 40)).await;
        shop.settle().await;
    }
    let form =
        [("token", token_of(&hub)), ("item", "0"), ("rating", rating), ("text", "Fine."), ("display_name", "Jane")];
    let call = shop.call("POST", "/review/hub/review").without_key().form(&form).header("accept-language", language);
    call.send().await.is(303);
    shop.jump(SECOND);
}

fn of(rest: &str) -> String {
    format!("/p/fern/{MUG}{rest}")
}

fn ratings_of(page: &Value) -> Vec<u64> {
    page["reviews"].list().iter().map(|review| review["rating"].number()).collect()
}

#[tokio::test]
async fn a_page_has_as_many_reviews_as_it_is_asked_for_and_those_with_photos() {
    let shop = Shop::new().await;
    for (rating, photo) in [("1", true), ("2", false), ("3", false), ("4", true), ("5", false)] {
        reviewed(&shop, MUG, rating, photo, "en").await;
    }
    for (path, ratings, pages) in [
        (of(".json?limit=2"), vec![5, 4], 3),
        (of("/3.json?limit=2"), vec![1], 3),
        (of(".json?limit=25"), vec![5, 4, 3, 2, 1], 1),
        (of(".json?photos=true"), vec![4, 1], 1),
        (of(".json?photos=true&sort=lowest&limit=1"), vec![1], 2),
        (of(".json?photos=true&stars=2"), vec![], 1),
        ("/p/fern/@all.json?photos=true".to_owned(), vec![4, 1], 1),
    ] {
        let page = json_of(&shop, &path).await;
        assert_eq!(
            (ratings_of(&page), &page["pages"], &page["rating"]["count"]),
            (ratings, &json!(pages), &json!(5)),
            "{path}"
        );
    }
    for bad in ["limit=0", "limit=26", "limit=02", "limit=x", "photos=yes"] {
        shop.reads(&of(&format!(".json?{bad}"))).await.is_error(404, "not_found");
    }
    let html = shop.reads(&of(".html?limit=2&photos=true")).await.body;
    html.shows([&format!("{}?stars=5&#38;photos=true&#38;limit=2\"", of(".html"))]);
    shop.reads(&of(".html?photos=true&stars=2")).await.shows(["No reviews like that", "All reviews"]);
}

#[tokio::test]
async fn pages_of_another_length_reach_all_reviews_and_say_how_many_filters_see() {
    let shop = Shop::new().await;
    reviewed(&shop, TRAY, "5", false, "en").await;
    let row = |n: u32| format!("r-{n},{MUG},5,,Text {n}.,,,,,2024-{:02}-{:02}", 1 + n / 28, 1 + n % 28);
    let rows: Vec<_> = (0..310).map(row).collect();
    let rows: Vec<_> = rows.iter().map(String::as_str).collect();
    assert_eq!(numbers(&import(&shop, "format=afterword", &file(&rows)).await), (310, 310, 0));
    assert_eq!(json_of(&shop, format!("/p/fern/{TRAY}.json")).await.get("newest"), None);
    let (mut path, mut seen) = (of("/12.json?limit=25"), 275);
    loop {
        let page = json_of(&shop, &path).await;
        assert_eq!((&page["pages"], &page["newest"]), (&json!(12), &json!(300)));
        seen += page["reviews"].list().len();
        let Some(next) = page["next"].as_str() else { break };
        path = path_of(next);
    }
    assert_eq!((seen, path.contains("/13.json?limit=25&after=")), (310, true), "{path}");
}

#[tokio::test]
async fn texts_come_in_the_language_that_is_asked_for_or_the_shops() {
    let shop = Shop::new().await;
    reviewed(&shop, MUG, "5", false, "fr-CA,fr;q=0.9").await;
    let page = json_of(&shop, of(".json")).await;
    assert_eq!((page.get("labels"), &page["reviews"][0]["language"]), (None, &json!("fr")));
    for (asked, lang, stars, reviews) in [
        ("de", "de", "{average} von 5", json!({"one": "{n} Bewertung", "other": "{n} Bewertungen"})),
        ("de_AT", "de", "{average} von 5", json!({"one": "{n} Bewertung", "other": "{n} Bewertungen"})),
        ("x-none", "en", "{average} out of 5", json!({"one": "{n} review", "other": "{n} reviews"})),
        ("ja", "ja", "5点中{average}点", json!({"other": "レビュー{n}件"})),
    ] {
        let labels = json_of(&shop, of(&format!(".json?lang={asked}"))).await["labels"].clone();
        assert_eq!((&labels["lang"], &labels["reviews"]), (&json!(lang), &reviews), "{asked}");
        if lang != "ja" {
            assert_eq!(labels["stars"], stars, "{asked}");
        }
    }
    let labels = json_of(&shop, of(".json?lang=en")).await["labels"].clone();
    for (key, text) in [
        ("filter", "{stars} ★: {n}"),
        ("showing", "Showing {shown} of {n}"),
        ("claimed", "Purchase confirmed by {system}"),
        ("photo", "Photo {n} of {total}"),
        ("reply", "Reply from Fern & Oak"),
        ("trust", "How Fern & Oak publishes reviews"),
    ] {
        assert_eq!(labels[key], text);
    }
    let keys = "all anonymous before_edit claimed close failed filter highest imported incentivized lang lowest more newest next no_hits none \
        of_newest order photo previous reply request reviews showing sort stars trust unknown with_photos write";
    assert_eq!(crate::support::keys(&labels).join(" "), keys);
    shop.sets(json!({"language": "nl"})).await;
    assert_eq!(json_of(&shop, of(".json?lang=x-none")).await["labels"]["lang"], "nl");
    assert_eq!(json_of(&shop, of(".json?lang=pl")).await["labels"]["lang"], "pl");
}

#[tokio::test]
async fn one_call_has_the_ratings_of_all_products_for_five_minutes() {
    let shop = Shop::new().await;
    for (product, rating) in [(MUG, "4"), (MUG, "5"), (TRAY, "2")] {
        reviewed(&shop, product, rating, false, "en").await;
    }
    let (_, hub) = shop.created(json!({"skip_email": true})).await;
    shop.review(&hub, 0).await;
    shop.jump(MINUTE * 5);
    let reply = shop.reads("/p/fern/ratings.json").await;
    assert_eq!(reply.json(), json!({MUG: [4.5, 2], TRAY: [2.0, 1]}));
    assert_eq!(reply.header("cache-control"), "public, max-age=300, stale-while-revalidate=60, stale-if-error=600");
    let id = shop.get(format!("/api/v1/reviews?product_id={TRAY}")).await.json()["reviews"][0]["id"].clone();
    shop.call("PATCH", format!("/api/v1/reviews/{id}/reject")).send().await.is(200);
    assert_eq!(shop.reads("/p/fern/ratings.json").await.body, reply.body);
    shop.jump(MINUTE * 5);
    assert_eq!(shop.reads("/p/fern/ratings.json").await.json(), json!({MUG: [4.5, 2]}));
    shop.reads("/p/moss/ratings.json").await.is_error(404, "not_found");
}

#[tokio::test]
async fn an_answer_is_made_once_a_minute() {
    let shop = Shop::new().await;
    reviewed(&shop, MUG, "5", false, "en").await;
    shop.jump(MINUTE);
    let first = shop.reads(&of(".json")).await;
    shop.aws().take_calls();
    let again = shop.reads(&of(".json?")).await;
    assert_eq!((again.body, again.headers["etag"].clone()), (first.body, first.headers["etag"].clone()));
    assert_eq!(shop.aws().take_calls().len(), 0);
    for format in [".html", ".jsonld"] {
        let first = shop.reads(&of(format)).await;
        shop.aws().take_calls();
        assert_eq!(shop.reads(&of(format)).await.body, first.body);
        assert_eq!(shop.aws().take_calls().len(), 0, "{format}");
    }
    assert_ne!(shop.reads(&of(".json?lang=de")).await.body, shop.reads(&of(".json?lang=en")).await.body);
    let id = json_of(&shop, of(".json")).await["reviews"][0]["id"].number();
    shop.call("PATCH", format!("/api/v1/reviews/{id}/reject")).send().await.is(200);
    assert_eq!(json_of(&shop, of(".json")).await["reviews"], json!([]));
}
