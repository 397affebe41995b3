//! Reading one review.

use super::*;
use crate::hub::photos;

#[tokio::test]
async fn a_customers_review_is_shown_whole_with_the_customers_guid() {
    let (shop, review) = with_written("It holds two cups.", "4").await;
    let requests = shop.post("/reviews/v2/review-requests/query", json!({})).await.json();
    let request = &requests["reviewRequests"][0];
    let now = format!("{:.3}", shop.now());
    let expected = json!({"id": request["items"][0]["reviewId"], "namespace": "stores", "entityId": MUG,
        "content": {"title": null, "body": "It holds two cups.", "rating": 4, "media": []}, "createdDate": now,
        "updatedDate": now, "reviewDate": now,
        "author": {"contactId": request["recipient"]["contactId"], "authorName": "Jane"}, "foundHelpful": 0,
        "foundUnhelpful": 0, "helpfulness": 0, "relevanceScore": 0,
        "moderation": {"moderationStatus": "APPROVED", "manuallyChanged": false}, "revision": "1", "verified": false,
        "origin": {"type": "ORGANIC"}, "publishCount": 1});
    assert_eq!(got(&shop, &review).await, expected);
}

#[tokio::test]
async fn an_imported_review_is_an_apps_and_as_old_as_it_is() {
    let shop = with_entities(&[MUG]).await;
    let review = newest(&shop).await;
    let now = format!("{:.3}", shop.now());
    let date = "2025-03-02T10:00:00.000Z";
    let expected = json!({"id": review["id"], "namespace": "stores", "entityId": MUG,
        "content": {"title": null, "body": "Text 0.", "rating": 4, "media": []}, "createdDate": date,
        "updatedDate": now, "reviewDate": date, "author": {"authorName": "Jane"}, "foundHelpful": 0,
        "foundUnhelpful": 0, "helpfulness": 0, "relevanceScore": 0,
        "moderation": {"moderationStatus": "APPROVED", "manuallyChanged": false}, "revision": "1", "verified": false,
        "origin": {"type": "APP"}, "publishCount": 1});
    assert_eq!(review, expected);
    assert_eq!(got(&shop, &review).await, expected);
}

#[tokio::test]
async fn a_customer_review_is_verified_by_a_paid_or_unknown_order_and_of_the_shop_is_its_own_entity() {
    let shop = Shop::new().await;
    let lines = json!([{"title": "Mug", "unit_price": 900, "catalog_item_id": MUG}]);
    for (id, status, paid, is_verified) in
        [("A", "delivered", true, true), ("B", "delivered", false, false), ("C", "cancelled", true, false)]
    {
        let order = json!({"status": status, "paid": paid, "currency": "EUR", "lines": lines});
        shop.put(format!("/api/v1/orders/{id}"), &order).await.is(200);
        let (_, hub) = shop.created(json!({"order_id": id, "product_ids": [MUG], "skip_email": true})).await;
        super::write(&shop, &hub, "Lovely.", "5").await;
        assert_eq!(super::newest(&shop).await["verified"], is_verified, "{id}");
        shop.jump(SECOND);
    }
    // An order that is unknown here is enough in this API.
    let (_, hub) = shop.created(json!({"order_id": "D", "product_ids": [MUG], "skip_email": true})).await;
    super::write(&shop, &hub, "Lovely.", "5").await;
    assert_eq!(super::newest(&shop).await["verified"], true);
    shop.jump(SECOND);
    let (_, hub) = shop.created(json!({"skip_email": true})).await;
    super::write(&shop, &hub, "Lovely.", "5").await;
    assert_eq!(super::newest(&shop).await["entityId"], "@shop");
}

#[tokio::test]
async fn an_unpublished_review_is_404_without_return_private_reviews() {
    let shop = Shop::new().await;
    shop.sets(json!({"moderation": "hold"})).await;
    let waiting = written(&shop, "Lovely.", "5").await;
    for query in ["", "?returnPrivateReviews=false"] {
        is_error(&shop.get(format!("{}{query}", path(&waiting))).await, 404, "NOT_FOUND");
    }
    assert_eq!(got(&shop, &waiting).await, waiting);
    let reply = shop.get(format!("{}?returnPrivateReviews=yes", path(&waiting))).await;
    assert_eq!(violations(&reply), [("returnPrivateReviews".to_owned(), "FORMAT".to_owned())]);
}

#[tokio::test]
async fn a_reviews_photos_are_media_with_url_width_and_height() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "skip_email": true})).await;
    photos::upload(&shop, &hub, &photos::jpeg(40, 20)).await;
    shop.advance(SECOND).await;
    super::write(&shop, &hub, "See.", "5").await;
    let review = super::newest(&shop).await;
    let [media] = review["content"]["media"].list().as_slice() else { panic!("{review}") };
    assert_eq!((&media["image"]["width"], &media["image"]["height"]), (&json!(40), &json!(20)));
    let url = media["image"]["url"].text();
    assert_eq!(photos::view(&shop, url).status(), 200);
    let found = super::query(&shop, json!({"filter": {"content.media": {"$isEmpty": false}}})).await;
    assert_eq!(found["metadata"]["count"], 1);
    assert_eq!(super::count(&shop, json!({"content.media": {"$isEmpty": true}})).await, 0);
}

#[tokio::test]
async fn both_prefixes_lead_to_the_same_reviews() {
    let (shop, review) = with_written("Lovely.", "5").await;
    let of_site = format!("{OF_SITE}/{}", review["id"].text());
    assert_eq!(shown(&shop.get(&of_site).await), got(&shop, &review).await);
    for (path, field) in [("query", "reviews"), ("count", "count")] {
        let of = async |prefix: &str| shop.post(format!("{prefix}/{path}"), json!({})).await.json()[field].clone();
        assert_eq!(of(OF_SITE).await, of(REVIEWS).await);
    }
    let call = async |method: &str, what: &str, body: Value| {
        shown(&shop.call(method, format!("{of_site}{what}")).json(&body).send().await)
    };
    assert_eq!(call("PATCH", "/reply", json!({"message": "Thanks."})).await["reply"]["message"], "Thanks.");
    assert!(call("DELETE", "/reply", json!({})).await.get("reply").is_none());
    let rejected = call("PATCH", "/moderate", json!({"status": "REJECTED"})).await;
    assert_eq!(rejected["moderation"]["moderationStatus"], "REJECTED");
}
