//! `POST /beacon/locations` and `PUT /beacon/locations/:id`.

use super::*;

async fn update(shop: &Shop, id: &Value, body: Value) -> Reply {
    shop.put(format!("{LOCATIONS}/{}", id.text()), &body).await
}

#[tokio::test]
async fn a_location_is_answered_whole() {
    let shop = Shop::new().await;
    let sent = json!({"name": "Main Street", "display_name": "Fern & Oak, Main Street", "slug": "main", "code": "B-01",
        "address1": "1 Main Street", "address2": "Hall 2", "city": "Berlin", "state": "BE", "postal_code": "10115"});
    let made = made(&shop, LOCATIONS, sent.clone()).await;
    let now = shop.now().as_second();
    assert_eq!(made, with(sent, json!({"id": made["id"], "created_at": now, "updated_at": now})));
}

#[tokio::test]
async fn a_location_needs_its_name_only() {
    let made = made(&Shop::new().await, LOCATIONS, json!({"name": "Main Street, No. 5"})).await;
    has(&made, json!({"slug": "main-street-no-5", "display_name": "Main Street, No. 5", "code": null, "city": null}));
}

#[tokio::test]
async fn fields_out_of_their_bounds_are_422() {
    let shop = Shop::new().await;
    for (body, names) in [
        (json!({}), vec!["name"]),
        (json!({"name": " "}), vec!["name"]),
        (json!({"name": 7, "slug": "A B", "code": 7}), vec!["code", "name", "slug"]),
        (json!({"name": "A", "slug": "a".repeat(51)}), vec!["slug"]),
        (json!({"name": "A", "display_name": "a".repeat(256), "city": []}), vec!["city", "display_name"]),
    ] {
        assert_eq!(wrong(&shop.post(LOCATIONS, body).await), names);
    }
    let place = made(&shop, LOCATIONS, json!({"name": "A"})).await;
    for (body, names) in [(json!({"name": null}), vec!["name"]), (json!({"slug": "Ä"}), vec!["slug"])] {
        assert_eq!(wrong(&update(&shop, &place["id"], body).await), names);
    }
}

#[tokio::test]
async fn a_slug_is_generated_with_a_number_behind_a_taken_one() {
    let shop = Shop::new().await;
    for slug in ["main-street", "main-street-2", "main-street-3"] {
        assert_eq!(made(&shop, LOCATIONS, json!({"name": "Main Street", "slug": null})).await["slug"], slug);
    }
    let calls = (0..10).map(|_| made(&shop, LOCATIONS, json!({"name": "Main Street"})));
    let mut slugs: Vec<_> = join_all(calls).await.iter().map(|made| made["slug"].owned()).collect();
    slugs.sort_unstable_by_key(|slug| slug.rsplit_once('-').unwrap().1.parse::<u32>().unwrap());
    assert_eq!(slugs, (4..14).map(|nth| format!("main-street-{nth}")).collect::<Vec<_>>());
    let long = "a".repeat(60);
    assert_eq!(made(&shop, LOCATIONS, json!({"name": long})).await["slug"], "a".repeat(50));
    assert_eq!(made(&shop, LOCATIONS, json!({"name": long})).await["slug"], format!("{}-2", "a".repeat(48)));
}

#[tokio::test]
async fn a_given_slug_in_use_is_422() {
    let shop = Shop::new().await;
    let first = made(&shop, LOCATIONS, json!({"name": "A", "slug": "main"})).await;
    let second = made(&shop, LOCATIONS, json!({"name": "B"})).await;
    assert_eq!(wrong(&shop.post(LOCATIONS, json!({"name": "C", "slug": "main"})).await), ["slug"]);
    assert_eq!(wrong(&update(&shop, &second["id"], json!({"slug": "main"})).await), ["slug"]);
    assert_eq!(data(update(&shop, &first["id"], json!({"slug": "main"})).await)["slug"], "main", "its own");
    let other = shop.beside("acme").await;
    assert_eq!(made(&other, LOCATIONS, json!({"name": "C", "slug": "main"})).await["slug"], "main", "another shop's");
}

#[tokio::test]
async fn put_keeps_absent_fields_and_clears_null_ones() {
    let shop = Shop::new().await;
    let sent = json!({"name": "Main Street", "display_name": "Ours", "slug": "main", "code": "B-01", "city": "Berlin"});
    let place = made(&shop, LOCATIONS, sent).await;
    shop.jump(SECOND * 60);
    let renamed = data(update(&shop, &place["id"], json!({"name": "Harbour"})).await);
    assert_eq!(renamed, with(place.clone(), json!({"name": "Harbour", "updated_at": shop.now().as_second()})));
    let cleared = data(update(&shop, &place["id"], json!({"display_name": null, "code": "", "city": null})).await);
    has(&cleared, json!({"display_name": "Harbour", "code": null, "city": null, "slug": "main"}));
}

#[tokio::test]
async fn put_with_a_null_slug_generates_it_again() {
    let shop = Shop::new().await;
    let place = made(&shop, LOCATIONS, json!({"name": "Main Street", "slug": "main"})).await;
    let generated = data(update(&shop, &place["id"], json!({"slug": null, "name": "Harbour"})).await);
    assert_eq!(generated["slug"], "harbour");
    let again = data(update(&shop, &place["id"], json!({"slug": null})).await);
    assert_eq!(again["slug"], "harbour", "its own slug is free for it");
    assert_eq!(made(&shop, LOCATIONS, json!({"name": "A", "slug": "main"})).await["slug"], "main", "free again");
    assert_eq!(made(&shop, LOCATIONS, json!({"name": "Harbour"})).await["slug"], "harbour-2");
}

#[tokio::test]
async fn a_location_repeated_with_its_key_is_one() {
    let shop = Shop::new().await;
    let body = json!({"name": "Main Street"});
    let call = || shop.call("POST", LOCATIONS).header("idempotency-key", "k").json(&body).send();
    let (first, again) = (call().await, call().await);
    assert_eq!((&first.body, again.header("idempotent-replayed")), (&again.body, "true"));
    let replies =
        join_all((0..10).map(|_| shop.call("POST", LOCATIONS).header("idempotency-key", "l").json(&body).send()));
    let slugs: BTreeSet<_> = replies.await.into_iter().map(|reply| data(reply)["slug"].to_string()).collect();
    assert_eq!(slugs.len(), 1);
    assert_eq!(made(&shop, LOCATIONS, body).await["slug"], "main-street-3");
}
