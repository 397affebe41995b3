//! The published reviews of a shop, as Amino's API shows them to anybody.

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::support::{MUG, Reply, Shop, token_of};

const PUBLIC: &str = "/api/v1/vendors/fern/reviews";
const WIDGET: &str = "/api/v1/widget/fern";

async fn reviewed(shop: &Shop, text: &str, rating: &str) {
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    let form = [("token", token_of(&hub)), ("item", "0"), ("rating", rating), ("text", text), ("display_name", "Jane")];
    assert_eq!(shop.submit("/review/hub/review", &form).await.status, 303);
    shop.jump(SignedDuration::from_secs(1));
}

async fn read(shop: &Shop, path: &str) -> Reply {
    shop.call("GET", path).without_key().send().await
}

#[tokio::test]
async fn published_reviews_are_shown_and_no_others() {
    let shop = Shop::new().await;
    for (text, rating) in [("Lovely.", "5"), ("It broke.", "2"), ("Call 0171 2345678", "3")] {
        reviewed(&shop, text, rating).await;
    }
    let public = read(&shop, PUBLIC).await;
    assert_eq!((public.status.as_u16(), public.header("cache-control")), (200, "public, max-age=60"));
    assert_eq!(public.header("access-control-allow-origin"), "*");
    let body = public.json();
    let [newest, _] = body["reviews"].as_array().unwrap().as_slice() else { panic!("{body}") };
    let expected = json!({"id": newest["id"], "rating": 2, "title": null, "body": "It broke.", "author": "Jane",
        "verified": false, "source": "invitation", "product_id": MUG, "photos": [], "response": null,
        "created_at": newest["created_at"]});
    assert_eq!(*newest, expected);
    assert_eq!((&body["total"], &body["page"], &body["per_page"]), (&json!(2), &json!(1), &json!(20)));

    let reply = shop.call("PUT", format!("/api/v1/reviews/{}/reply", newest["id"])).json(&json!({"text": "Sorry!"}));
    assert_eq!(reply.send().await.status, 200);
    let widget = read(&shop, WIDGET).await.json();
    assert_eq!(widget["vendor"], json!({"name": "Fern & Oak", "slug": "fern", "rating_avg": 3.5, "review_count": 2}));
    assert_eq!(widget["reviews"][0]["response"]["body"], "Sorry!");
    let reject = shop.call("PATCH", format!("/api/v1/reviews/{}/reject", newest["id"])).send().await;
    assert_eq!(reject.status, 200);
    assert_eq!(read(&shop, PUBLIC).await.json()["total"], 1);
    assert_eq!(read(&shop, WIDGET).await.json()["vendor"]["rating_avg"], 5.0);
}

#[tokio::test]
async fn pages_are_sorted_and_filtered() {
    let shop = Shop::new().await;
    for rating in ["3", "5", "1"] {
        reviewed(&shop, "Fine.", rating).await;
    }
    for (query, ratings) in [
        ("sort=recent", vec![1, 5, 3]),
        ("sort=oldest", vec![3, 5, 1]),
        ("sort=highest", vec![5, 3, 1]),
        ("sort=lowest", vec![1, 3, 5]),
        ("rating=5", vec![5]),
        ("source=invitation&per_page=2&page=2", vec![3]),
        ("source=organic", vec![]),
        ("page=9", vec![]),
    ] {
        let body = read(&shop, &format!("{PUBLIC}?{query}")).await.json();
        let shown: Vec<_> = body["reviews"].as_array().unwrap().iter().map(|review| review["rating"].clone()).collect();
        assert_eq!(shown, ratings.iter().map(|stars| json!(stars)).collect::<Vec<Value>>(), "{query}");
    }
    for (name, value) in
        [("sort", "best"), ("rating", "6"), ("source", "import"), ("page", "0"), ("page", "502"), ("per_page", "51")]
    {
        let refused = read(&shop, &format!("{PUBLIC}?{name}={value}")).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (400, &json!(format!("invalid_{name}"))));
        assert_eq!(refused.header("access-control-allow-origin"), "*", "a page may read the error");
    }
}

#[tokio::test]
async fn an_unchanged_answer_is_304() {
    let shop = Shop::new().await;
    reviewed(&shop, "Lovely.", "5").await;
    for path in [PUBLIC, WIDGET] {
        let tag = read(&shop, path).await.header("etag").to_owned();
        // As we sent it, and as a cache may have it that takes tags for strong ones.
        for known in [tag.as_str(), tag.strip_prefix("W/").unwrap()] {
            let asked = shop.call("GET", path).without_key().header("if-none-match", format!("\"x\", {known}"));
            let again = asked.send().await;
            assert_eq!((again.status.as_u16(), again.body.as_str(), again.header("etag")), (304, "", tag.as_str()));
        }
    }
    let tag = read(&shop, PUBLIC).await.header("etag").to_owned();
    reviewed(&shop, "Also lovely.", "4").await;
    let changed = shop.call("GET", PUBLIC).without_key().header("if-none-match", &tag).send().await;
    assert_eq!(changed.status, 200);
}

#[tokio::test]
async fn a_shop_that_does_not_show_its_reviews_is_unknown() {
    let shop = Shop::new().await;
    reviewed(&shop, "Lovely.", "5").await;
    assert_eq!(read(&shop, PUBLIC).await.status, 200);
    let hidden = shop.call("PUT", "/api/v1/settings").json(&json!({"public_display": false})).send().await;
    assert_eq!(hidden.status, 200);
    for path in [PUBLIC, WIDGET, "/api/v1/vendors/nobody/reviews", "/api/v1/widget/%2e%2e"] {
        let refused = read(&shop, path).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (404, &json!("not_found")), "{path}");
        assert_eq!(refused.header("access-control-allow-origin"), "*");
    }
    for path in [PUBLIC, WIDGET] {
        let asked = shop.call("OPTIONS", path).without_key().send().await;
        assert_eq!((asked.status.as_u16(), asked.header("access-control-allow-methods")), (204, "GET, HEAD, OPTIONS"));
        let posted = shop.call("POST", path).without_key().send().await;
        assert_eq!((posted.status.as_u16(), posted.header("allow")), (405, "GET, HEAD, OPTIONS"));
    }
}
