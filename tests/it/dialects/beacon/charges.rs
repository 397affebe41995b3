//! `POST /beacon/charges`.

use super::*;

async fn charges(shop: &Shop) -> usize {
    table(&shop.world).await.iter().filter(|item| item["SK"]["S"].text().starts_with("CHG#")).count()
}

#[tokio::test]
async fn a_charge_is_answered_and_stored() {
    let (shop, jane) = with_customer(json!({"email": "jane@example.com", "phone": PHONE})).await;
    let sent = json!({"email": "jane@example.com", "amount": 4900, "currency": "eur", "charged_at": 1_763_596_800});
    let charge = made(&shop, CHARGES, sent).await;
    assert_eq!(keys(&charge), ["amount", "charged_at", "currency", "customer_id", "id", "location_slug"]);
    has(&charge, json!({"amount": 4900, "currency": "EUR", "charged_at": 1_763_596_800, "customer_id": jane["id"]}));
    let least = made(&shop, CHARGES, json!({"phone": PHONE})).await;
    assert_eq!(least["customer_id"], jane["id"]);
    assert_eq!(least["charged_at"], shop.now().as_second(), "now");
    assert_eq!((&least["amount"], &least["currency"]), (&Value::Null, &Value::Null));
    assert_eq!(charges(&shop).await, 2);
}

#[tokio::test]
async fn fields_out_of_their_bounds_are_422() {
    let (shop, _) = with_customer(json!({"email": "jane@example.com"})).await;
    for (fields, names) in [
        (json!({"email": null}), vec!["email", "phone"]),
        (json!({"email": "jane"}), vec!["email"]),
        (json!({"amount": -1}), vec!["amount"]),
        (json!({"amount": 1.5}), vec!["amount"]),
        (json!({"amount": "4900"}), vec!["amount"]),
        (json!({"currency": "EURO"}), vec!["currency"]),
        (json!({"currency": 978, "charged_at": "soon"}), vec!["charged_at", "currency"]),
        (json!({"location_slug": "No Slug"}), vec!["location_slug"]),
    ] {
        let reply = shop.post(CHARGES, with(json!({"email": "jane@example.com"}), fields)).await;
        assert_eq!(wrong(&reply), names, "{}", reply.body);
    }
    assert_eq!(charges(&shop).await, 0);
}

#[tokio::test]
async fn an_unknown_customer_is_404_and_nothing_is_stored() {
    let shop = Shop::new().await;
    is_error(&shop.post(CHARGES, json!({"email": "jane@example.com"})).await, 404);
    is_error(&shop.post(CHARGES, json!({"phone": PHONE, "amount": 1})).await, 404);
    assert_eq!(charges(&shop).await, 0);
}

#[tokio::test]
async fn an_unknown_location_is_404_and_nothing_is_stored() {
    let (shop, _) = with_customer(json!({"email": "jane@example.com"})).await;
    made(&shop.beside("acme").await, LOCATIONS, json!({"name": "Main Street"})).await;
    for slug in ["nowhere", "main-street"] {
        is_error(&shop.post(CHARGES, json!({"email": "jane@example.com", "location_slug": slug})).await, 404);
    }
    assert_eq!(charges(&shop).await, 0);
}

#[tokio::test]
async fn a_charges_location_becomes_the_customers() {
    let (shop, _) = with_customer(json!({"email": "jane@example.com"})).await;
    let mut places = Vec::new();
    for name in ["Main Street", "Harbour"] {
        places.push(made(&shop, LOCATIONS, json!({"name": name})).await);
    }
    for place in [&places[0], &places[1], &places[1]] {
        let sent = json!({"email": "jane@example.com", "location_slug": place["slug"]});
        assert_eq!(made(&shop, CHARGES, sent).await["location_slug"], place["slug"]);
        let jane = &shop.get(CUSTOMERS).await.json()["data"][0];
        assert_eq!(jane["location_id"], place["id"]);
    }
    made(&shop, CHARGES, json!({"email": "jane@example.com"})).await;
    assert_eq!(
        shop.get(CUSTOMERS).await.json()["data"][0]["location_id"],
        places[1]["id"],
        "without a location there is no change"
    );
}

#[tokio::test]
async fn a_charge_repeated_with_its_key_is_one_charge() {
    let (shop, _) = with_customer(json!({"email": "jane@example.com"})).await;
    let body = json!({"email": "jane@example.com", "amount": 1});
    let call = || shop.call("POST", CHARGES).header("idempotency-key", "k").json(&body).send();
    let (first, again) = (call().await, call().await);
    assert_eq!((first.status.as_u16(), &first.body), (200, &again.body));
    assert_eq!(again.header("idempotent-replayed"), "true");
    assert_eq!(charges(&shop).await, 1);
}
