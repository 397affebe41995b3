//! More Good Reviews: the bounds of fields, and the lists. Customers, charges, locations and asks are told in stories.

use domain::values::Dialect;

use crate::support::*;

mod lists;
mod messages;
mod random_upserts;

const CUSTOMERS: &str = "/beacon/customers";
const CHARGES: &str = "/beacon/charges";
const ASKS: &str = "/beacon/asks";
const LOCATIONS: &str = "/beacon/locations";

const PHONE: &str = "+491711234567";
const OTHER_PHONE: &str = "+12125550123";

#[tokio::test]
async fn the_prefix_of_keys_is_the_dialects_and_personal_fields_are_sealed_in_the_table() {
    let mut shop = Shop::new().await;
    let key = shop.world.api_key_for(&shop.tenant, Dialect::MoreGoodReviews, &["customers:write"]).await.unwrap();
    assert!(key.reveal().starts_with("beacon_live_"));
    shop.key = key.reveal().to_owned();
    let sent = json!({"email": "jane@example.com", "phone": PHONE, "last_name": "Doeish", "company": "Doe Ltd.",
        "notes": "Likes mugs", "city": "Springfield", "postal_code": "10115-x"});
    customer(&shop, sent).await;
    let items = table(&shop.world).await;
    for personal in ["jane@example.com", "1711234567", "Doeish", "Doe Ltd.", "Likes mugs", "Springfield", "10115-x"] {
        assert!(items.iter().all(|item| !item.to_string().contains(personal)), "{personal}");
    }
    assert!(items.iter().any(|item| keys(item).contains(&"personal")));
}

#[tokio::test]
async fn fields_out_of_their_bounds_are_422_all_at_once_and_nothing_is_stored() {
    let (shop, _) = with_customer(json!({"email": "jane@example.com"})).await;
    let place = made(&shop, LOCATIONS, json!({"name": "A"})).await;
    let (rows, place) = (table(&shop.world).await.len(), format!("{LOCATIONS}/{}", place["id"].text()));
    let (jane, email) = (json!({"first_name": "Jane"}), json!({"email": "jane@example.com"}));
    for (method, path, least, fields, names) in [
        ("POST", CUSTOMERS, &email, json!({"first_name": null}), "first_name"),
        ("POST", CUSTOMERS, &jane, json!({"first_name": " "}), "email first_name phone"),
        ("POST", CUSTOMERS, &jane, json!({}), "email phone"),
        ("POST", CUSTOMERS, &jane, json!({"email": null, "phone": ""}), "email phone"),
        ("POST", CUSTOMERS, &jane, json!({"email": "jane"}), "email"),
        ("POST", CUSTOMERS, &jane, json!({"phone": "0171 1234567"}), "phone"),
        ("POST", CUSTOMERS, &jane, json!({"phone": "+49 171 123"}), "phone"),
        ("POST", CUSTOMERS, &jane, json!({"email": 7, "phone": 7}), "email phone"),
        ("POST", CUSTOMERS, &email, json!({"first_name": "J", "signed_up_at": "yesterday"}), "signed_up_at"),
        ("POST", CUSTOMERS, &email, json!({"first_name": "J", "signed_up_at": 1_700_000_000_000_u64}), "signed_up_at"),
        ("POST", CUSTOMERS, &email, json!({"first_name": "J", "has_subscription": "yes"}), "has_subscription"),
        ("POST", CUSTOMERS, &email, json!({"first_name": "J", "notes": "a".repeat(5_001)}), "notes"),
        (
            "POST",
            CUSTOMERS,
            &jane,
            json!({"first_name": "a".repeat(201), "last_name": 7, "company": "a\nb", "address1": "a".repeat(256),
                "address2": [], "city": {}, "state": 1, "postal_code": true}),
            "address1 address2 city company email first_name last_name phone postal_code state",
        ),
        ("POST", CHARGES, &email, json!({"email": null}), "email phone"),
        ("POST", CHARGES, &email, json!({"email": "jane"}), "email"),
        ("POST", CHARGES, &email, json!({"amount": -1}), "amount"),
        ("POST", CHARGES, &email, json!({"amount": 1.5}), "amount"),
        ("POST", CHARGES, &email, json!({"amount": "4900"}), "amount"),
        ("POST", CHARGES, &email, json!({"currency": "EURO"}), "currency"),
        ("POST", CHARGES, &email, json!({"currency": 978, "charged_at": "soon"}), "charged_at currency"),
        ("POST", CHARGES, &email, json!({"location_slug": "No Slug"}), "location_slug"),
        ("POST", ASKS, &email, json!({"email": null}), "email phone"),
        ("POST", ASKS, &email, json!({"email": "jane"}), "email"),
        ("POST", ASKS, &email, json!({"phone": "171"}), "phone"),
        ("POST", ASKS, &email, json!({"channels": []}), "channels"),
        ("POST", ASKS, &email, json!({"channels": ["fax"]}), "channels"),
        ("POST", ASKS, &email, json!({"channels": "email"}), "channels"),
        ("POST", ASKS, &email, json!({"reminders_count": 4}), "reminders_count"),
        ("POST", ASKS, &email, json!({"reminders_count": -1}), "reminders_count"),
        (
            "POST",
            ASKS,
            &email,
            json!({"reminders_count": "1", "asked_at": "soon", "channels": [1]}),
            "asked_at channels reminders_count",
        ),
        ("POST", LOCATIONS, &json!({}), json!({}), "name"),
        ("POST", LOCATIONS, &json!({}), json!({"name": " "}), "name"),
        ("POST", LOCATIONS, &json!({}), json!({"name": 7, "slug": "A B", "code": 7}), "code name slug"),
        ("POST", LOCATIONS, &json!({}), json!({"name": "A", "slug": "a".repeat(51)}), "slug"),
        (
            "POST",
            LOCATIONS,
            &json!({"name": "A"}),
            json!({"display_name": "a".repeat(256), "city": []}),
            "city display_name",
        ),
        ("PUT", &*place, &json!({}), json!({"name": null}), "name"),
        ("PUT", &*place, &json!({}), json!({"slug": "Ä"}), "slug"),
    ] {
        let reply = shop.call(method, path).json(&with(least.clone(), fields)).send().await;
        assert_eq!(wrong(&reply).join(" "), names, "{path} {}", reply.body);
    }
    assert_eq!(table(&shop.world).await.len(), rows);
}

/// Posts a body that must be accepted, and returns the answer's `data`.
async fn made(shop: &Shop, path: &str, body: Value) -> Value {
    data(shop.post(path, body).await)
}

#[track_caller]
fn data(reply: Reply) -> Value {
    assert_eq!(reply.status, 200, "{}", reply.body);
    let mut body = reply.json();
    assert!(
        ["data success", "data pagination success"].contains(&&*keys(&body).join(" ")) && body["success"] == true,
        "{}",
        reply.body
    );
    body["data"].take()
}

/// Upserts Jane; the fields may replace her name.
async fn customer(shop: &Shop, fields: Value) -> Value {
    made(shop, CUSTOMERS, with(json!({"first_name": "Jane"}), fields)).await
}

async fn with_customer(fields: Value) -> (Shop, Value) {
    let shop = Shop::new().await;
    let jane = customer(&shop, fields).await;
    (shop, jane)
}

/// The sorted fields of a 422; each has a list of sentences.
#[track_caller]
fn wrong(reply: &Reply) -> Vec<String> {
    assert_eq!(reply.status, 422, "{}", reply.body);
    let body = reply.json();
    assert_eq!(keys(&body), ["errors", "message", "success"]);
    assert!(body["message"].text().ends_with('.'), "{}", reply.body);
    for (field, rules) in body["errors"].object() {
        let rules = rules.list();
        assert!(!rules.is_empty() && rules.iter().all(|rule| rule.text().ends_with('.')), "{field}");
    }
    keys(&body["errors"]).into_iter().map(str::to_owned).collect()
}
