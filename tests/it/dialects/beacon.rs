//! More Good Reviews' lists and their pages: customers and messages. The rest is told in `tests/stories/dialects`.

use domain::customer::Customer;
use domain::values::{CustomerId, EmailAddress};

use crate::privacy::person::keys as keys_of;
use crate::support::*;

const CUSTOMERS: &str = "/beacon/customers";

/// Inserts customers with ids in the order of their numbers.
async fn populate(shop: &Shop, count: u64) {
    let (store, keys, numbers) = (shop.store(), keys_of(shop).await, Vec::from_iter(1..=count));
    // Each customer needs two items, and a transaction allows a hundred.
    for numbers in numbers.chunks(49) {
        let mut transaction = store.transaction(&shop.tenant);
        for number in numbers {
            let email = EmailAddress::parse(&format!("customer{number}@example.com")).unwrap();
            let customer = Customer::from_email(CustomerId::new(number << 12).unwrap(), email, None, shop.now());
            transaction.insert_customer(&customer, &keys);
        }
        transaction.commit().await.unwrap();
    }
}

fn numbers(page: &Value) -> Vec<u64> {
    let number = |customer: &Value| {
        let email = customer["email"].text();
        email.trim_start_matches("customer").trim_end_matches("@example.com").parse().unwrap()
    };
    page["data"].list().iter().map(number).collect()
}

/// The number of queries, and of all calls to DynamoDB, since the last call of this function.
fn calls(shop: &Shop) -> (usize, usize) {
    let calls = shop.aws().take_calls();
    (calls.iter().filter(|call| call.operation == "Query").count(), calls.len())
}

async fn page(shop: &Shop, url: &Value) -> Value {
    shop.get(path_of(url.text())).await.is(200).json()
}

#[tokio::test]
async fn walking_customers_by_next_page_url_costs_one_query_a_page_and_goes_further_than_page_numbers() {
    let shop = Shop::new().await;
    populate(&shop, 10_300).await;
    calls(&shop);
    let mut body = shop.get(format!("{CUSTOMERS}?per_page=100")).await.json();
    // One query for the page, and one for the total, which is read only for the first page.
    assert_eq!(calls(&shop).0, 2);
    let mut seen = numbers(&body);
    let mut pages = 1;
    while !body["pagination"]["next_page_url"].is_null() {
        body = page(&shop, &body["pagination"]["next_page_url"]).await;
        // One read for the API key, one query for the page.
        assert_eq!(calls(&shop), (1, 2));
        pages += 1;
        let shown = &body["pagination"];
        has(shown, json!({"current_page": pages, "total": 10_300, "from": (pages - 1) * 100 + 1, "last_page": 103}));
        seen.extend(numbers(&body));
    }
    assert_eq!((pages, seen), (103, (1..=10_300).collect()));
    while !body["pagination"]["prev_page_url"].is_null() {
        body = page(&shop, &body["pagination"]["prev_page_url"]).await;
        assert_eq!(calls(&shop), (1, 2));
        pages -= 1;
        assert_eq!(numbers(&body).first(), Some(&((pages - 1) * 100 + 1)));
    }
    assert_eq!(pages, 1);
    let last = page(&shop, &body["pagination"]["last_page_url"]).await;
    assert_eq!((numbers(&last).last(), calls(&shop).0), (Some(&10_300), 2), "read from the end, and the total");
    // A bare page number reaches 10,000 rows.
    let reached = shop.get(format!("{CUSTOMERS}?page=101&per_page=100")).await.json();
    assert_eq!(numbers(&reached).first(), Some(&10_001));
    let beyond = shop.get(format!("{CUSTOMERS}?page=102&per_page=100")).await.is(422);
    assert_eq!(keys(&beyond.json()["errors"]), ["page"]);
    beyond.shows(["10000", "next_page_url"]);
}

#[tokio::test]
async fn a_bare_page_number_works() {
    let shop = Shop::new().await;
    populate(&shop, 25).await;
    let path = format!("{BASE_URL}{CUSTOMERS}");
    for (number, expected) in [(1, 1..=7), (2, 8..=14), (3, 15..=21), (4, 22..=25)] {
        let body = shop.get(format!("{CUSTOMERS}?page={number}&per_page=7")).await.json();
        let shown = &body["pagination"];
        has(
            shown,
            json!({"from": expected.start(), "to": expected.end(), "total": 25, "per_page": 7, "current_page": number,
            "path": path, "first_page_url": format!("{path}?page=1&per_page=7"), "last_page": 4,
            "last_page_url": format!("{path}?page=4&per_page=7")}),
        );
        for (name, beside) in [("prev_page_url", number - 1), ("next_page_url", (number + 1) % 5)] {
            match beside {
                0 => assert_eq!(shown[name], Value::Null),
                _ => assert!(shown[name].text().starts_with(&format!("{path}?page={beside}&per_page=7&after="))),
            }
        }
        assert_eq!(numbers(&body), expected.collect::<Vec<_>>());
        if number > 1 {
            assert_eq!(numbers(&page(&shop, &shown["prev_page_url"]).await)[0], (number - 2) * 7 + 1);
        }
    }
    for (query, expected) in [
        ("", json!({"per_page": 50, "last_page": 1, "to": 25, "prev_page_url": null, "next_page_url": null})),
        ("?page=9&per_page=7", json!({"from": null, "to": null, "current_page": 9, "last_page": 4, "total": 25})),
    ] {
        has(&shop.get(format!("{CUSTOMERS}{query}")).await.json()["pagination"], expected);
    }
}

#[tokio::test]
async fn an_after_of_another_page_is_ignored() {
    let shop = Shop::new().await;
    let other = shop.beside("acme").await;
    populate(&shop, 9).await;
    populate(&other, 9).await;
    let after = async |shop: &Shop, query: &str| {
        let url = shop.get(format!("{CUSTOMERS}?{query}")).await.json()["pagination"]["next_page_url"].owned();
        url.split_once("after=").unwrap().1.to_owned()
    };
    let ours = after(&shop, "per_page=3").await;
    let mut damaged = ours.clone();
    damaged.replace_range(30..31, if &ours[30..31] == "A" { "B" } else { "A" });
    for foreign in [
        damaged,
        after(&other, "per_page=3").await,
        after(&shop, "per_page=2").await,
        after(&shop, "page=2&per_page=3").await,
        "x".repeat(5_000),
        "%00%ff".to_owned(),
        String::new(),
    ] {
        let body = shop.get(format!("{CUSTOMERS}?page=2&per_page=3&after={foreign}")).await.json();
        assert_eq!(numbers(&body), [4, 5, 6], "{foreign}");
        assert_eq!(body["pagination"]["total"], 9);
    }
}

#[tokio::test]
async fn a_message_that_is_settled_twice_is_listed_and_counted_once() {
    const MESSAGES: &str = "/beacon/messages";
    let (shop, phone) = (Shop::new().await, "+491711234567");
    shop.aws().lose_mail_events(true);
    shop.fails(Service::Sms, Fault::LoseAnswer);
    let jane = shop.post(CUSTOMERS, json!({"first_name": "Jane", "phone": phone})).await.json();
    shop.post("/beacon/asks", json!({"phone": phone})).await.is(200);
    shop.advance_days(1).await;
    let unconfirmed = shop.get(MESSAGES).await.json()["data"][0].clone();
    assert_eq!(unconfirmed["status"], "unconfirmed");
    shop.aws().lose_mail_events(false);
    shop.aws().publish_sms_event(&shop.inbox()[0], "TEXT_DELIVERED").unwrap();
    shop.settle().await;
    for path in [MESSAGES.to_owned(), format!("{CUSTOMERS}/{}/messages", jane["data"]["id"].text())] {
        let body = shop.get(format!("{path}?page=1&per_page=1")).await.json();
        let rows = body["data"].list();
        assert_eq!((rows.len(), &rows[0]["status"]), (1, &json!("sent")), "{path}");
        assert_eq!(rows[0]["created_at"], unconfirmed["created_at"]);
        has(&body["pagination"], json!({"next_page_url": null, "total": 1}));
    }
}
