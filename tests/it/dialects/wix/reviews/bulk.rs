//! Many reviews at once: created, deleted, moderated.

use super::*;

async fn bulk(shop: &Shop, what: &str, body: Value) -> Reply {
    shop.post(format!("{BULK}/{what}"), body).await
}

#[track_caller]
fn is_job(reply: &Reply) {
    assert_eq!((reply.status.as_u16(), keys(&reply.json())), (200, vec!["jobId"]), "{}", reply.body);
    assert!(Guid::parse(reply.json()["jobId"].text()).is_ok());
    has_request_id(reply);
}

#[tokio::test]
async fn bulk_create_of_reviews_answers_with_each_items_result() {
    let shop = Shop::new().await;
    let of = |number: usize, fields: Value| {
        let mut review = least(fields);
        review["author"] = contact(number);
        review
    };
    let reviews = json!([of(0, json!({})), of(0, json!({})), of(1, json!({"entityId": null})), of(2, json!({}))]);
    let reply = bulk(&shop, "create", json!({"reviews": reviews, "returnEntity": true})).await.is(200);
    has_request_id(&reply);
    let body = reply.json();
    assert_eq!(keys(&body), ["bulkActionMetadata", "results"]);
    assert_eq!(body["bulkActionMetadata"], json!({"totalSuccesses": 2, "totalFailures": 2, "undetailedFailures": 0}));
    for (index, code) in [(0, None), (1, Some("ALREADY_EXISTS")), (2, Some("INVALID_ARGUMENT")), (3, None)] {
        let (result, metadata) = (&body["results"][index], &body["results"][index]["itemMetadata"]);
        assert_eq!((&metadata["originalIndex"], &metadata["success"]), (&json!(index), &json!(code.is_none())));
        match code {
            None => {
                assert_eq!(keys(result), ["itemMetadata", "review"]);
                assert_eq!(metadata["id"], result["review"]["id"]);
                assert_eq!(got(&shop, &result["review"]).await, result["review"]);
            }
            Some(code) => {
                assert_eq!(keys(result), ["itemMetadata"]);
                assert_eq!(keys(metadata), ["error", "originalIndex", "success"]);
                assert_eq!(metadata["error"]["code"], code);
            }
        }
    }
    let violation = &body["results"][2]["itemMetadata"]["error"]["data"]["fieldViolations"][0];
    assert_eq!(violation["field"], "reviews[2].entityId");
    let bare = bulk(&shop, "create", json!({"reviews": [of(9, json!({}))]})).await.json();
    assert_eq!(keys(&bare["results"][0]), ["itemMetadata"], "returnEntity is false by default");
}

#[tokio::test]
async fn bulk_create_takes_1_to_100_reviews() {
    let shop = Shop::new().await;
    let many = |count: usize| {
        let one = |number| {
            let mut review = least(json!({}));
            review["author"] = contact(number);
            review
        };
        json!({"reviews": (0..count).map(one).collect::<Vec<_>>()})
    };
    assert_eq!(bulk(&shop, "create", many(100)).await.json()["bulkActionMetadata"]["totalSuccesses"], 100);
    for (body, path, rule) in [
        (many(101), "reviews", "MAX_SIZE"),
        (many(0), "reviews", "REQUIRED_FIELD"),
        (json!({}), "reviews", "REQUIRED_FIELD"),
        (json!({"reviews": {}}), "reviews", "FORMAT"),
        (json!({"reviews": [{}], "returnEntity": "yes"}), "returnEntity", "FORMAT"),
    ] {
        assert_eq!(violations(&bulk(&shop, "create", body).await), [(path.to_owned(), rule.to_owned())]);
    }
    assert_eq!(count(&shop, json!({})).await, 100, "nothing else was created");
}

#[tokio::test]
async fn a_bulk_create_of_reviews_repeated_with_its_key_is_replayed_to_the_byte() {
    let shop = Shop::new().await;
    let call = |entity: bool| {
        let body = json!({"reviews": [least(json!({}))], "returnEntity": entity});
        shop.call("POST", format!("{BULK}/create")).header("idempotency-key", "k").json(&body).send()
    };
    let (first, again) = (call(true).await, call(true).await);
    assert_eq!((&first.body, again.header("idempotent-replayed")), (&again.body, "true"));
    is_error(&call(false).await, 422, "idempotency_key_reused");
    assert_eq!(count(&shop, json!({})).await, 1);
}

#[tokio::test]
async fn bulk_delete_deletes_every_match_before_it_answers() {
    let shop = with_entities(&["a", "b", "c"]).await;
    let written = written(&shop, "Lovely.", "1").await;
    for _ in 0..2 {
        is_job(&bulk(&shop, "delete", json!({"filter": {"entityId": {"$in": ["a", MUG]}}})).await);
        assert_eq!(super::entities(&query(&shop, json!({})).await), ["b", "c"]);
    }
    is_error(&shop.get(super::path(&written)).await, 404, "NOT_FOUND");
}

#[tokio::test]
async fn bulk_moderate_decides_about_every_match_and_an_empty_filter_is_all() {
    let shop = with_entities(&["a", "b"]).await;
    shop.sets(json!({"moderation": "hold"})).await;
    created(&shop, json!({"entityId": "c", "author": contact(9)})).await;
    let statuses = async || {
        let page = query(&shop, json!({})).await;
        let status = |review: &Value| review["moderation"]["moderationStatus"].owned();
        page["reviews"].list().iter().map(status).collect::<Vec<_>>()
    };
    let waiting = json!({"filter": {"moderation.moderationStatus": "IN_MODERATION"}, "status": "APPROVED"});
    is_job(&bulk(&shop, "moderate", waiting).await);
    assert_eq!(statuses().await, ["APPROVED"; 3]);
    for _ in 0..2 {
        is_job(&bulk(&shop, "moderate", json!({"filter": {}, "status": "REJECTED"})).await);
        assert_eq!(statuses().await, ["REJECTED"; 3]);
    }
    let page = query(&shop, json!({})).await;
    assert_eq!(super::history(&shop, &page["reviews"][0]).await, ["imported", "published", "withheld"], "each once");
}

#[tokio::test]
async fn bulk_calls_refuse_filters_by_opinions_and_forgotten_ones() {
    let shop = with_entities(&["a"]).await;
    for what in ["delete", "moderate"] {
        for (filter, path, rule) in [
            (json!(null), "filter", "REQUIRED_FIELD"),
            (json!([]), "filter", "FORMAT"),
            (json!({"colour": "red"}), "filter", "OTHER"),
            (json!({"content.rating": 1}), "filter.content.rating", "OTHER"),
            (json!({"helpfulness": {"$lt": 1}}), "filter.helpfulness", "OTHER"),
            (json!({"$or": [{"entityId": "a"}, {"$not": {"relevanceScore": 1}}]}), "filter.relevanceScore", "OTHER"),
        ] {
            let reply = bulk(&shop, what, json!({"filter": filter, "status": "REJECTED"})).await;
            assert_eq!(violations(&reply), [(path.to_owned(), rule.to_owned())], "{what}: {}", reply.body);
        }
    }
    for filter in [json!({}), json!({"$and": [{}]})] {
        let reply = bulk(&shop, "delete", json!({ "filter": filter })).await;
        assert_eq!(violations(&reply), [("filter".to_owned(), "REQUIRED_FIELD".to_owned())]);
    }
    for (status, rule) in [(json!(null), "REQUIRED_FIELD"), (json!("SUBMITTED"), "FORMAT")] {
        let reply = bulk(&shop, "moderate", json!({"filter": {}, "status": status})).await;
        assert_eq!(violations(&reply), [("status".to_owned(), rule.to_owned())]);
    }
    assert_eq!(count(&shop, json!({"moderation.moderationStatus": "APPROVED"})).await, 1, "nothing was changed");
}

#[tokio::test]
async fn bulk_calls_about_more_than_1000_reviews_change_nothing() {
    let shop = with_entities(&["a"]).await;
    copy_rows(&shop, 1_000).await;
    let some = json!({"namespace": "stores"});
    is_error(&bulk(&shop, "delete", json!({"filter": some})).await, 428, "TOO_MANY_TO_CHANGE");
    is_error(&bulk(&shop, "moderate", json!({"filter": {}, "status": "REJECTED"})).await, 428, "TOO_MANY_TO_CHANGE");
    assert_eq!(query(&shop, json!({})).await["reviews"][0]["moderation"]["moderationStatus"], "APPROVED");
}

#[tokio::test]
async fn a_bulk_decision_repeated_with_its_key_has_the_same_job() {
    let shop = with_entities(&["a"]).await;
    for (what, body) in
        [("moderate", json!({"filter": {}, "status": "REJECTED"})), ("delete", json!({"filter": {"entityId": "a"}}))]
    {
        let call = || shop.call("POST", format!("{BULK}/{what}")).header("idempotency-key", "k").json(&body).send();
        let (first, again) = (call().await, call().await);
        is_job(&first);
        assert_eq!((first.body, again.header("idempotent-replayed")), (again.body.clone(), "true"), "{what}");
    }
}

/// Copies the list rows of the shop's oldest review, each copy with a later id.
pub async fn copy_rows(shop: &Shop, copies: u64) {
    for prefix in (1..=5).map(|stars| format!("RVS#published#@{stars}#")).chain(["RV#".to_owned()]) {
        copy_row(shop, &prefix, copies, |_, _, _| {}).await;
    }
}
