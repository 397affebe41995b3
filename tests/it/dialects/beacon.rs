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
