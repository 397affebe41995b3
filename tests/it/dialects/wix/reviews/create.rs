//! Creating reviews.

use domain::values::Identity;

use super::*;

#[tokio::test]
async fn a_created_review_is_published_never_verified_and_an_apps() {
    let shop = Shop::new().await;
    let content = json!({"title": " Lovely ", "body": "It holds\r\ntwo cups.", "rating": 5, "media": []});
    let author = json!({"contactId": STRANGER.to_uppercase(), "authorName": "Jane D."});
    let made = created(&shop, json!({"content": content, "author": author, "verified": true, "revision": "9"})).await;
    let now = format!("{:.3}", shop.now());
    let expected = json!({"id": made["id"], "namespace": "stores", "entityId": MUG,
        "content": {"title": "Lovely", "body": "It holds\ntwo cups.", "rating": 5, "media": []}, "createdDate": now,
        "updatedDate": now, "reviewDate": now, "author": {"contactId": STRANGER, "authorName": "Jane D."},
        "foundHelpful": 0, "foundUnhelpful": 0, "helpfulness": 0, "relevanceScore": 0,
        "moderation": {"moderationStatus": "APPROVED", "manuallyChanged": false}, "revision": "1", "verified": false,
        "origin": made["origin"], "publishCount": 1});
    assert_eq!((&made, &made["origin"]["type"]), (&expected, &json!("APP")));
    assert!(Guid::parse(made["id"].text()).is_ok());
    assert_eq!(got(&shop, &made).await, made);
    assert_eq!(history(&shop, &made).await, ["imported", "published"]);
}

#[tokio::test]
async fn a_review_with_stars_alone_has_null_for_title_and_body_and_no_author_name() {
    let (shop, made) = with_review(json!({"content": {"rating": 1, "title": " ", "body": null}})).await;
    assert_eq!(made["content"], json!({"title": null, "body": null, "rating": 1, "media": []}));
    assert_eq!(keys(&made["author"]), ["contactId"]);
    assert_eq!(got(&shop, &made).await, made);
}

#[tokio::test]
async fn a_created_review_waits_if_the_settings_say_so_or_if_it_says_how_to_reach_somebody() {
    let shop = Shop::new().await;
    let reach = json!({"content": {"rating": 5, "body": "Call 0171 2345678."}, "author": contact(1)});
    shop.sets(json!({"moderation": "hold"})).await;
    let held = created(&shop, json!({})).await;
    shop.sets(json!({"moderation": "publish"})).await;
    for waiting in [held, created(&shop, reach).await] {
        assert_eq!(waiting["moderation"], json!({"moderationStatus": "IN_MODERATION", "manuallyChanged": false}));
        assert_eq!(waiting["publishCount"], 0);
        assert_eq!(history(&shop, &waiting).await, ["imported", "held"]);
    }
}

#[tokio::test]
async fn the_origin_names_the_app_of_the_key() {
    let mut shop = Shop::new().await;
    for (identity, origin) in [
        (Identity::App(Guid::parse(STRANGER).unwrap()), json!({"type": "APP", "appId": STRANGER})),
        (Identity::User(Guid::parse(STRANGER).unwrap()), json!({"type": "APP"})),
    ] {
        shop.key = shop.world.api_key_of(&shop.tenant, identity).await.unwrap().reveal().to_owned();
        let entity = format!("mug-{}", identity.as_str());
        assert_eq!(created(&shop, json!({"entityId": entity})).await["origin"], origin);
    }
}

#[tokio::test]
async fn one_contact_has_one_review_of_an_entity() {
    let (shop, made) = with_review(json!({})).await;
    is_error(&create(&shop, json!({"content": {"rating": 1}})).await, 409, "ALREADY_EXISTS");
    created(&shop, json!({"entityId": TRAY})).await;
    created(&shop, json!({"author": contact(1)})).await;
    // A customer's own review of the entity also prevents a second one.
    let theirs = written(&shop, "Lovely.", "5").await;
    let author = json!({"contactId": theirs["author"]["contactId"]});
    is_error(&create(&shop, json!({"author": author})).await, 409, "ALREADY_EXISTS");
    created(&shop, json!({"author": author, "entityId": TRAY})).await;
    is_error(&create(&shop, json!({"author": author, "entityId": TRAY})).await, 409, "ALREADY_EXISTS");
    // A deleted review does not.
    shop.delete(super::path(&made)).await.is(200);
    assert_ne!(created(&shop, json!({})).await["id"], made["id"]);
    assert_eq!(count(&shop, json!({})).await, 5);
}

#[tokio::test]
async fn of_simultaneous_creations_for_one_contact_and_entity_one_succeeds() {
    let shop = Shop::new().await;
    let statuses: Vec<_> =
        join_all((0..10).map(|_| create(&shop, json!({})))).await.iter().map(|reply| reply.status.as_u16()).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [200, 409].contains(status)), "{statuses:?}");
    assert_eq!(count(&shop, json!({})).await, 1);
}

#[tokio::test]
async fn a_creation_repeated_with_its_key_is_replayed_to_the_byte() {
    let shop = Shop::new().await;
    let call = |rating: u8| {
        let body = json!({"review": least(json!({"content": {"rating": rating}}))});
        shop.call("POST", REVIEWS).header("idempotency-key", "k").json(&body).send()
    };
    let replies = join_all((0..6).map(|_| call(5))).await;
    assert_eq!(replies.iter().filter(|reply| reply.header("idempotent-replayed").is_empty()).count(), 1);
    assert!(replies.iter().all(|reply| reply.body == replies[0].body && reply.status == 200));
    is_error(&call(4).await, 422, "idempotency_key_reused");
    assert_eq!(count(&shop, json!({})).await, 1);
}

#[tokio::test]
async fn a_field_of_a_review_that_breaks_its_rule_is_400_by_its_path() {
    let shop = Shop::new().await;
    let content = |name: &str, value: Value| {
        let mut content = json!({"rating": 4});
        content[name] = value;
        json!({ "content": content })
    };
    let image = json!({"image": {"url": "https://images.example/mug.jpg"}});
    let media = |media: Value| content("media", media);
    for (fields, field, rule) in [
        (json!({"namespace": null}), "namespace", "REQUIRED_FIELD"),
        (json!({"namespace": "bookings"}), "namespace", "FORMAT"),
        (json!({"entityId": null}), "entityId", "REQUIRED_FIELD"),
        (json!({"entityId": ""}), "entityId", "FORMAT"),
        (json!({"entityId": "a b"}), "entityId", "FORMAT"),
        (json!({"entityId": "x".repeat(37)}), "entityId", "MAX_LENGTH"),
        (json!({"content": null}), "content.rating", "REQUIRED_FIELD"),
        (json!({"content": {}}), "content.rating", "REQUIRED_FIELD"),
        (content("rating", json!(0)), "content.rating", "MIN"),
        (content("rating", json!(6)), "content.rating", "MAX"),
        (content("rating", json!(4.5)), "content.rating", "FORMAT"),
        (content("rating", json!("5")), "content.rating", "FORMAT"),
        (content("title", json!("x".repeat(201))), "content.title", "MAX_LENGTH"),
        (content("title", json!(7)), "content.title", "FORMAT"),
        (content("body", json!("x".repeat(3_001))), "content.body", "MAX_LENGTH"),
        (json!({"author": null}), "author.contactId", "REQUIRED_FIELD"),
        (json!({"author": {"contactId": "jane"}}), "author.contactId", "FORMAT"),
        (json!({"author": {"contactId": STRANGER, "authorName": "x".repeat(101)}}), "author.authorName", "MAX_LENGTH"),
        (media(json!({})), "content.media", "FORMAT"),
        (media(json!(vec![&image; 11])), "content.media", "MAX_SIZE"),
        (media(json!([{}])), "content.media[0]", "FORMAT"),
        (media(json!([{"image": {}}])), "content.media[0].image.url", "REQUIRED_FIELD"),
        (media(json!([{"image": 7}])), "content.media[0].image", "FORMAT"),
        (media(json!([{"image": {"url": "http://images.example/mug.jpg"}}])), "content.media[0].image.url", "FORMAT"),
        (media(json!([{"video": {"id": "v"}}])), "content.media[0].video", "OTHER"),
    ] {
        let reply = create(&shop, fields).await;
        assert_eq!(violations(&reply), [(format!("review.{field}"), rule.to_owned())], "{}", reply.body);
    }
    for (fields, field, rule) in
        [(json!({"content": 7}), "review.content", "FORMAT"), (json!({"author": "jane"}), "review.author", "FORMAT")]
    {
        let reply = create(&shop, fields).await;
        assert_eq!(violations(&reply)[0], (field.to_owned(), rule.to_owned()), "{}", reply.body);
    }
    for body in [json!({}), json!({"review": null}), json!({"review": []})] {
        let reply = shop.post(REVIEWS, body).await;
        assert_eq!(violations(&reply), [("review".to_owned(), "REQUIRED_FIELD".to_owned())]);
    }
    assert_eq!(count(&shop, json!({})).await, 0);
    let most = json!({"title": "x".repeat(200), "body": "x".repeat(3_000), "rating": 5});
    let author = json!({"contactId": STRANGER, "authorName": "x".repeat(100)});
    let made = created(&shop, json!({"entityId": "x".repeat(36), "content": most, "author": author})).await;
    assert_eq!(got(&shop, &made).await, made);
}

#[tokio::test]
async fn a_created_review_is_shown_by_the_other_dialects() {
    let shop = Shop::new().await;
    shop.created(json!({"skip_email": true})).await;
    let customers = shop.get("/beacon/customers").await.json();
    let jane = &customers["data"][0]["id"];
    let made = created(&shop, json!({"author": {"contactId": jane}, "content": {"rating": 5}})).await;
    let native = shop.get(format!("/api/v1/reviews/{}", made["id"].text())).await.json();
    let shown = json!({"origin": "api", "platform": "wix", "request_id": null, "verification": "none", "content": ""});
    has(&native, shown);
    for (query, total) in [("platform=wix", 1), ("platform=betterreviews", 0), ("platform=yotpo", 0)] {
        assert_eq!(shop.get(format!("/api/v1/reviews?{query}")).await.json()["total"], total, "{query}");
    }
    for path in ["/beacon/reviews".to_owned(), format!("/beacon/customers/{}/reviews", jane.text())] {
        let listed = shop.get(&path).await.json();
        let review = &listed["data"][0];
        assert_eq!((&review["id"], &review["ask_id"]), (&made["id"], &Value::Null), "{path}");
        assert_eq!((&review["score"], &listed["pagination"]["total"]), (&json!(5), &json!(1)), "{path}");
    }
    let public = shop.call("GET", "/api/v1/vendors/fern/reviews").without_key().send().await.json();
    assert_eq!((&public["total"], &public["reviews"][0]["source"]), (&json!(1), &json!("import")));
}

#[tokio::test]
async fn a_contacts_reviews_are_another_shops_nowhere() {
    let (shop, made) = with_review(json!({})).await;
    let other = shop.beside("moss").await;
    let theirs = created(&other, json!({})).await;
    for (method, what) in [("GET", ""), ("DELETE", ""), ("DELETE", "/reply")] {
        is_error(&other.call(method, format!("{}{what}", super::path(&made))).send().await, 404, "NOT_FOUND");
    }
    assert_eq!(newest(&other).await["id"], theirs["id"]);
    assert_eq!(query(&shop, json!({})).await["metadata"]["count"], 1);
}

#[tokio::test]
async fn nothing_of_a_deleted_review_is_left_but_its_place_in_the_counters() {
    let (shop, made) = with_review(json!({"content": {"rating": 5, "body": "A canary."}})).await;
    shop.delete(super::path(&made)).await.is(200);
    let rows = table(&shop.world).await;
    let starting = |start: &str| rows.iter().filter(|row| row["SK"]["S"].text().starts_with(start)).count();
    assert_eq!(["RVA#", "RV#", "RVS#", "REV#@"].map(starting), [0, 0, 0, 1]);
    let review = rows.iter().find(|row| row["SK"]["S"].text().starts_with("REV#@")).unwrap();
    assert!(review.get("text").is_none_or(Value::is_null), "{review}");
    assert_eq!(history(&shop, &made).await, ["imported", "published", "removed"]);
}

#[tokio::test]
async fn a_review_from_another_system_keeps_its_date_to_the_millisecond() {
    let (shop, now) = with_review(json!({"entityId": "now"})).await;
    for (entity, date) in [
        ("1999", "1999-12-31T23:59:59.123Z"),
        ("2024", "2024-05-06T07:08:09.010Z"),
        ("2026", "2026-11-20T05:59:59.999Z"),
    ] {
        let made = created(&shop, json!({"entityId": entity, "reviewDate": date})).await;
        assert_eq!((&made["reviewDate"], &made["createdDate"]), (&json!(date), &now["createdDate"]), "{made}");
        assert_eq!(got(&shop, &made).await, made);
        assert_eq!(made["updatedDate"], now["updatedDate"], "it came today");
    }
    // A filter by the time of the call finds them.
    for (filter, found) in [(json!({"$lt": "2026-11-20T06:00:00Z"}), 0), (json!({"$gte": "2026-11-20T06:00:00Z"}), 4)] {
        let query = json!({"query": {"filter": {"createdDate": filter}}, "returnPrivateReviews": true});
        let page = shop.post("/reviews/v1/reviews/query", query).await.json();
        assert_eq!(page["reviews"].list().len(), found, "{page}");
    }
    // With its offset the date is an instant. A date that is now or in the future is stored as now.
    let offset = created(&shop, json!({"entityId": "offset", "reviewDate": "2020-01-01T01:00:00+01:00"})).await;
    assert_eq!(offset["reviewDate"], "2020-01-01T00:00:00.000Z");
    for date in ["2026-11-20T06:00:00.000Z", "2030-01-01T00:00:00.000Z"] {
        let made = created(&shop, json!({"entityId": &date[..4], "author": contact(7), "reviewDate": date})).await;
        assert_eq!(made["reviewDate"], now["reviewDate"]);
    }
    let sorted = query(&shop, json!({"sort": [{"fieldName": "createdDate", "order": "ASC"}]})).await;
    let dates: Vec<_> = sorted["reviews"].list().iter().map(|review| review["entityId"].clone()).collect();
    assert_eq!(dates[..4], [json!("1999"), json!("offset"), json!("2024"), json!("2026")]);
    // The review has the same place in every other list.
    let native = shop.get("/api/v1/reviews?sort=oldest&limit=3").await.json();
    let dates: Vec<_> = native["reviews"].list().iter().map(|review| review["review_created_at"].clone()).collect();
    assert_eq!(dates, ["1999-12-31T23:59:59Z", "2020-01-01T00:00:00Z", "2024-05-06T07:08:09Z"].map(|date| json!(date)));
    let bad = create(&shop, json!({"entityId": "bad", "reviewDate": "yesterday"})).await;
    assert_eq!(violations(&bad), [("review.reviewDate".to_owned(), "FORMAT".to_owned())]);
    // The review's old date does not mean that the decision was late.
    let trust = shop.call("GET", "/trust/fern.json").without_key().send().await.json();
    assert_eq!((&trust["totals"]["imported"], &trust["by_star"]["5"]["median_hours"]), (&json!(7), &Value::Null));
}
