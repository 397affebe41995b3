//! The lists and their pages: customers, a customer's reviews and messages.

use app::caller::{Access, Caller};
use domain::customer::Customer;
use domain::values::{CustomerId, EmailAddress, SCOPE_CUSTOMERS_READ};

use super::*;

/// Inserts customers with ids in the order of their numbers.
async fn populate(shop: &Shop, count: u64) {
    let (store, env) = (shop.store(), shop.world.env());
    let access = Access::new(store.clone(), env.vault().unwrap());
    let caller = access.authenticate(Some(&shop.key), SCOPE_CUSTOMERS_READ, 1, shop.now()).await;
    let Caller { tenant, keys, .. } = caller.unwrap_or_else(|error| panic!("{error}"));
    let numbers: Vec<_> = (1..=count).collect();
    // Each customer needs two items, and a transaction allows a hundred.
    for numbers in numbers.chunks(49) {
        let mut transaction = store.transaction(&tenant);
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
async fn walking_10_000_customers_by_next_page_url_costs_one_query_a_page() {
    let shop = Shop::new().await;
    populate(&shop, 10_000).await;
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
        has(shown, json!({"current_page": pages, "total": 10_000, "from": (pages - 1) * 100 + 1, "last_page": 100}));
        seen.extend(numbers(&body));
    }
    assert_eq!((pages, seen), (100, (1..=10_000).collect()));
    while !body["pagination"]["prev_page_url"].is_null() {
        body = page(&shop, &body["pagination"]["prev_page_url"]).await;
        assert_eq!(calls(&shop), (1, 2));
        pages -= 1;
        assert_eq!(numbers(&body).first(), Some(&((pages - 1) * 100 + 1)));
    }
    assert_eq!(pages, 1);
    let last = page(&shop, &body["pagination"]["last_page_url"]).await;
    assert_eq!((numbers(&last).len(), calls(&shop).0), (100, 2), "the last page is read from the end, and the total");
}

#[tokio::test]
async fn a_bare_page_number_works() {
    let shop = Shop::new().await;
    populate(&shop, 25).await;
    for (number, expected) in [(1, 1..=7), (2, 8..=14), (3, 15..=21), (4, 22..=25)] {
        let body = shop.get(format!("{CUSTOMERS}?page={number}&per_page=7")).await.json();
        let shown = &body["pagination"];
        has(shown, json!({"from": expected.start(), "to": expected.end(), "total": 25, "last_page": 4}));
        assert_eq!(shown["next_page_url"].is_null(), number == 4);
        assert_eq!(numbers(&body), expected.collect::<Vec<_>>());
        if number > 1 {
            assert_eq!(numbers(&page(&shop, &shown["prev_page_url"]).await)[0], (number - 2) * 7 + 1);
        }
    }
    let second = shop.get(format!("{CUSTOMERS}?page=2&per_page=7")).await.json();
    let (path, shown) = (format!("{BASE_URL}{CUSTOMERS}"), &second["pagination"]);
    has(
        shown,
        json!({"current_page": 2, "path": path, "first_page_url": format!("{path}?page=1&per_page=7"),
        "last_page_url": format!("{path}?page=4&per_page=7"), "per_page": 7}),
    );
    assert!(shown["next_page_url"].text().starts_with(&format!("{path}?page=3&per_page=7&after=")));
    assert!(shown["prev_page_url"].text().starts_with(&format!("{path}?page=1&per_page=7&after=")));
    let whole = shop.get(CUSTOMERS).await.json();
    has(
        &whole["pagination"],
        json!({"per_page": 50, "last_page": 1, "to": 25, "prev_page_url": null, "next_page_url": null}),
    );
    let beyond = shop.get(format!("{CUSTOMERS}?page=9&per_page=7")).await.json();
    assert_eq!(beyond["data"], json!([]));
    has(&beyond["pagination"], json!({"from": null, "to": null, "current_page": 9, "last_page": 4, "total": 25}));
}

#[tokio::test]
async fn a_bare_page_number_reaches_10_000_rows_and_links_go_further() {
    let shop = Shop::new().await;
    populate(&shop, 10_300).await;
    let reached = shop.get(format!("{CUSTOMERS}?page=101&per_page=100")).await.json();
    assert_eq!(numbers(&reached).first(), Some(&10_001));
    let beyond = shop.get(format!("{CUSTOMERS}?page=102&per_page=100")).await;
    assert_eq!(wrong(&beyond), ["page"]);
    beyond.shows(["10000", "next_page_url"]);
    let next = page(&shop, &reached["pagination"]["next_page_url"]).await;
    assert_eq!((numbers(&next).first(), &next["pagination"]["current_page"]), (Some(&10_101), &json!(102)));
    assert_eq!(numbers(&page(&shop, &reached["pagination"]["last_page_url"]).await).last(), Some(&10_300));
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
