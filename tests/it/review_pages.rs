//! The cost of a page of reviews on the wire: two reads of the table, wherever it is and however many photos it shows.

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::photos;
use crate::support::{MUG, Shop};

/// A shop with 160 reviews of the mug, oldest first, of which the newest has a photo.
async fn full() -> Shop {
    let shop = Shop::new().await;
    let review = |number: usize| {
        json!({"namespace": "stores", "entityId": MUG, "content": {"rating": 4, "body": "Lovely."},
            "author": {"contactId": format!("8d141741-5caf-455b-9775-{number:012}")}})
    };
    for first in [0, 80] {
        let reviews: Vec<_> = (first..first + 80).map(review).collect();
        let made = shop.post("/reviews/v1/bulk/reviews/create", json!({ "reviews": reviews })).await;
        assert_eq!(made.json()["bulkActionMetadata"]["totalSuccesses"], 80, "{}", made.body);
        shop.jump(SignedDuration::from_secs(1));
    }
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    for _ in 0..5 {
        photos::upload(&shop, &hub, &photos::jpeg(40, 20)).await;
    }
    shop.settle().await;
    shop.review(&hub, 0).await;
    shop
}

/// A call's answer, and its reads of the table after that of the API key.
async fn read(shop: &Shop, method: &str, path: &str, body: Option<Value>) -> (Value, Vec<String>) {
    shop.world.aws().take_calls();
    let call = shop.call(method, path);
    let reply = match &body {
        Some(body) => call.json(body).send().await,
        None => call.send().await,
    };
    assert_eq!(reply.status, 200, "{path}: {}", reply.body);
    let calls = shop.world.aws().take_calls().into_iter().map(|call| call.operation);
    (reply.json(), calls.filter(|call| call != "UpdateItem").skip(1).collect())
}

#[tokio::test]
async fn a_page_of_50_is_two_reads_at_any_depth() {
    let shop = full().await;
    let photos = |review: &Value| review["photos"].as_array().unwrap().len();
    // One read more has the counters, which say how many there are.
    let list = "/api/v1/reviews?limit=50";
    let (mut page, calls) = read(&shop, "GET", list, None).await;
    assert_eq!((calls, photos(&page["reviews"][0])), (["Query", "BatchGetItem", "Query"].map(str::to_owned).into(), 5));
    for left in [111, 61, 11] {
        let next = format!("{list}&cursor={}", page["next_cursor"].as_str().unwrap());
        let (read, calls) = read(&shop, "GET", &next, None).await;
        assert_eq!(read["reviews"].as_array().unwrap().len(), left.min(50));
        assert_eq!(calls, ["Query", "BatchGetItem", "Query"], "{left} are left");
        page = read;
    }
    let of_product = format!("{list}&product={MUG}");
    for (path, most) in [
        (&format!("{list}&offset=100"), 3),
        // A list for each number of stars, and of rows from before there were those.
        (&format!("{list}&status=approved"), 8),
        (&format!("{of_product}&status=approved"), 3),
        // A list for each state.
        (&of_product, 5),
    ] {
        let (page, calls) = read(&shop, "GET", path, None).await;
        assert!(page["reviews"].as_array().unwrap().len() >= 50, "{path}");
        assert_eq!(calls.iter().filter(|call| *call == "BatchGetItem").count(), 1, "{path}: {calls:?}");
        assert!(calls.len() <= most, "{path}: {calls:?}");
    }
}

#[tokio::test]
async fn a_page_of_every_other_list_is_a_few_reads_too() {
    let shop = full().await;
    let newest = json!([{"fieldName": "createdDate", "order": "DESC"}]);
    let mut start = json!({"sort": newest, "cursorPaging": {"limit": 50}});
    // A list for each number of stars, and of rows from before there were those.
    let by_stars = [vec!["Query".to_owned(); 6], vec!["BatchGetItem".to_owned()]].concat();
    for _ in 0..3 {
        let (page, calls) = read(&shop, "POST", "/reviews/v1/reviews/query", Some(json!({ "query": start }))).await;
        assert_eq!((&*calls, page["reviews"].as_array().unwrap().len()), (&by_stars[..], 50));
        start = json!({"cursorPaging": {"limit": 50, "cursor": page["metadata"]["cursors"]["next"]}});
    }
    let with_photos = json!({"query": {"filter": {"content.media": {"$isEmpty": false}}}});
    let (page, calls) = read(&shop, "POST", "/reviews/v1/reviews/query", Some(with_photos)).await;
    // What is looked through ends a list's first page.
    assert_eq!(
        (&page["metadata"]["count"], calls.iter().filter(|call| *call == "BatchGetItem").count()),
        (&json!(1), 1)
    );
    assert!(calls.len() <= by_stars.len() + 5, "{calls:?}");
    for (path, most) in [
        // A list of all, and how many there are.
        ("/beacon/reviews?page=2", 3),
        // The shop; the published reviews by their stars, and how many there are.
        ("/api/v1/vendors/fern/reviews?per_page=50&page=2", 10),
        // The product, its counters.
        (&format!("/p/fern/{MUG}/2.json"), 4),
    ] {
        shop.world.aws().take_calls();
        let reply = shop.get(path).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.body);
        let calls: Vec<_> = shop.world.aws().take_calls().into_iter().map(|call| call.operation).collect();
        let calls: Vec<_> =
            calls.into_iter().filter(|call| call != "UpdateItem" && call != "Decrypt").skip(1).collect();
        assert_eq!(calls.iter().filter(|call| *call == "BatchGetItem").count(), 1, "{path}: {calls:?}");
        assert!(calls.len() <= most, "{path}: {calls:?}");
    }
}
