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
async fn a_page_has_the_eleven_keys() {
    let shop = Shop::new().await;
    populate(&shop, 5).await;
    let body = shop.get(format!("{CUSTOMERS}?page=2&per_page=2")).await.json();
    assert_eq!(keys(&body), ["data", "pagination", "success"]);
    let shown = &body["pagination"];
    let path = format!("{BASE_URL}{CUSTOMERS}");
    let urls = json!({"next_page_url": shown["next_page_url"], "prev_page_url": shown["prev_page_url"]});
    let own = json!({"current_page": 2, "path": path, "first_page_url": format!("{path}?page=1&per_page=2"),
        "last_page_url": format!("{path}?page=3&per_page=2"), "from": 3, "to": 4, "total": 5, "per_page": 2,
        "last_page": 3});
    assert_eq!(*shown, with(own, urls));
    assert!(shown["next_page_url"].text().starts_with(&format!("{path}?page=3&per_page=2&after=")));
    assert!(shown["prev_page_url"].text().starts_with(&format!("{path}?page=1&per_page=2&after=")));
    let whole = shop.get(CUSTOMERS).await.json();
    let shown = &whole["pagination"];
    has(shown, json!({"per_page": 50, "last_page": 1, "to": 5, "prev_page_url": null, "next_page_url": null}));
}

#[tokio::test]
async fn an_empty_list_is_one_page() {
    let body = Shop::new().await.get(CUSTOMERS).await.json();
    assert_eq!(body["data"], json!([]));
    let shown = &body["pagination"];
    assert_eq!((&shown["current_page"], &shown["last_page"], &shown["total"]), (&json!(1), &json!(1), &json!(0)));
    for absent in ["from", "to", "prev_page_url", "next_page_url"] {
        assert_eq!(shown[absent], Value::Null, "{absent}");
    }
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
    let beyond = shop.get(format!("{CUSTOMERS}?page=9&per_page=7")).await.json();
    let shown = &beyond["pagination"];
    assert_eq!((&beyond["data"], &shown["from"], &shown["to"]), (&json!([]), &Value::Null, &Value::Null));
    assert_eq!((&shown["current_page"], &shown["last_page"], &shown["total"]), (&json!(9), &json!(4), &json!(25)));
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
async fn a_page_out_of_its_bounds_is_422() {
    let (shop, jane) = with_customer(json!({"email": "jane@example.com"})).await;
    let id = jane["id"].text();
    for path in [CUSTOMERS.to_owned(), format!("{CUSTOMERS}/{id}/reviews"), format!("{CUSTOMERS}/{id}/messages")] {
        for (query, names) in [
            ("page=0", vec!["page"]),
            ("page=-1", vec!["page"]),
            ("page=x", vec!["page"]),
            ("page=", vec!["page"]),
            ("page=1000000001", vec!["page"]),
            ("page=99999999999999999999", vec!["page"]),
            ("per_page=0", vec!["per_page"]),
            ("per_page=101", vec!["per_page"]),
            ("per_page=1.5&page=1.5", vec!["page", "per_page"]),
        ] {
            assert_eq!(wrong(&shop.get(format!("{path}?{query}")).await), names, "{query}");
        }
    }
}

#[tokio::test]
async fn customers_who_are_added_during_a_walk_are_seen() {
    let shop = Shop::new().await;
    populate(&shop, 4).await;
    let mut body = shop.get(format!("{CUSTOMERS}?per_page=2")).await.json();
    assert_eq!(body["pagination"]["last_page"], 2);
    for name in ["five", "six", "seven"] {
        customer(&shop, json!({"email": format!("{name}@example.com")})).await;
    }
    let (mut seen, mut walked) = (2, vec![2]);
    while !body["pagination"]["next_page_url"].is_null() {
        body = page(&shop, &body["pagination"]["next_page_url"]).await;
        seen += body["data"].list().len();
        let shown = &body["pagination"];
        assert!(shown["total"].number() >= shown["to"].number());
        walked.push(shown["last_page"].number());
    }
    // A loop `while page <= last_page` sees everybody, too.
    assert_eq!((seen, walked), (7, vec![2, 3, 4, 4]));
    assert_eq!(body["pagination"]["total"], 7);
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
async fn a_customers_messages_are_listed_with_their_outcome() {
    let (shop, jane) = with_customer(json!({"email": "jane@example.com", "phone": PHONE})).await;
    let path = format!("{CUSTOMERS}/{}/messages", jane["id"].text());
    assert_eq!(shop.get(&path).await.json()["pagination"]["total"], 0);
    let ask = made(&shop, ASKS, json!({"email": "jane@example.com", "reminders_count": 1})).await;
    shop.settle().await;
    let asked_at = shop.now().as_second();
    shop.advance_days(3).await;
    // Another dialect's message to the same person is listed, too.
    let (request, _) = shop.sent(json!({"delay_days": 0})).await;
    let body = shop.get(&path).await.json();
    let messages = body["data"].list();
    let shown: Vec<_> = messages.iter().map(|message| (&message["channel"], &message["scheduled_at"])).collect();
    let day = |days: i64| json!(asked_at + days * 86_400);
    let (email, sms) = (&json!("email"), &json!("sms"));
    assert_eq!(shown, [(email, &day(0)), (sms, &day(0)), (email, &day(3)), (sms, &day(3)), (email, &day(3))]);
    for message in messages {
        let fields = "ask_id channel created_at customer delivered_at failed_at failed_reason id processed_at scheduled_at \
            sent_at status template updated_at uuid";
        assert_eq!(keys(message).join(" "), fields);
        has(message, json!({"status": "sent", "failed_reason": null, "sent_at": message["processed_at"]}));
    }
    assert_eq!(messages[0]["delivered_at"], asked_at + 3, "three seconds after it was sent");
    assert_eq!(messages[1]["delivered_at"], asked_at + 3, "so was the SMS");
    assert_eq!(messages[2]["delivered_at"], Value::Null, "sent just now");
    assert!(messages[..4].iter().all(|message| message["ask_id"] == ask["id"]));
    let request = domain::values::RequestId::new(request).unwrap();
    has(&messages[4], json!({"ask_id": request.guid().to_string(), "id": Guid::message(request, 0).to_string()}));
    assert_eq!(body["pagination"]["total"], 5);
    let second = shop.get(format!("{path}?page=2&per_page=2")).await.json();
    assert_eq!(second["data"], json!(messages[2..4]));
    assert_eq!(second["pagination"]["path"], format!("{BASE_URL}{path}"));
    let third = page(&shop, &second["pagination"]["next_page_url"]).await;
    assert_eq!((&third["data"], &third["pagination"]["total"]), (&json!(messages[4..]), &json!(5)));
}

#[tokio::test]
async fn a_message_that_was_not_sent_says_why() {
    let (shop, jane) = with_customer(json!({"email": "reject@example.com"})).await;
    made(&shop, ASKS, json!({"email": "reject@example.com"})).await;
    shop.advance(MINUTE).await;
    let body = shop.get(format!("{CUSTOMERS}/{}/messages", jane["id"].text())).await.json();
    let [message] = &body["data"].list()[..] else { panic!("{body}") };
    assert_eq!((&message["status"], &message["failed_reason"]), (&json!("failed"), &json!("MessageRejected")));
    assert_eq!((&message["sent_at"], &message["processed_at"]), (&Value::Null, &message["failed_at"]));
    let again = made(&shop, ASKS, json!({"email": "reject@example.com"})).await;
    assert_ne!(again["id"], message["ask_id"], "a failed ask is not open");
}

#[tokio::test]
async fn a_customers_reviews_are_listed() {
    let (shop, jane) = with_customer(json!({"email": "jane@example.com"})).await;
    let path = format!("{CUSTOMERS}/{}/reviews", jane["id"].text());
    assert_eq!(shop.get(&path).await.json()["data"], json!([]));
    let ask = made(&shop, ASKS, json!({"email": "jane@example.com"})).await;
    shop.settle().await;
    let link = link_in(&shop.inbox()[0]);
    shop.review(&format!("/review/hub?token={}", link.rsplit(['=', '/']).next().unwrap()), 0).await;
    shop.jump(SECOND);
    let (request, hub) = shop.created(json!({"product_ids": [MUG, TRAY], "skip_email": true})).await;
    shop.review(&hub, 1).await;
    let reviewed_at = shop.now().as_second();
    shop.jump(SECOND * 60);
    let text = ("text", "Good <b>oak</b>.\nHeavy.");
    shop.writes(&hub, &[("item", "1"), ("rating", "4"), text, ("display_name", "Jane")]).await.is(303);
    let body = shop.get(&path).await.json();
    let [of_shop, of_tray] = &body["data"].list()[..] else { panic!("{body}") };
    assert_eq!((&of_shop["ask_id"], &of_shop["item"]), (&ask["id"], &Value::Null));
    let request = domain::values::RequestId::new(request).unwrap();
    let id = Guid::parse(of_tray["id"].text()).unwrap();
    assert!(domain::values::ReviewId::from_guid(id).is_some(), "{id}");
    let expected = json!({"id": id.to_string(), "ask_id": request.guid().to_string(), "score": 4,
        "rating": {"score": 4, "label": "4 stars", "image_link": null}, "review": "Good <b>oak</b>.\nHeavy.",
        "review_html": "Good &#60;b&#62;oak&#60;/b&#62;.<br>Heavy.",
        "reviewer": {"name": "Jane", "first_name": "Jane", "last_name": null}, "source": {"name": "Afterword"},
        "has_reply": false, "is_hidden": 0, "is_duplicate": 0, "item": TRAY, "created_at": reviewed_at,
        "updated_at": shop.now().as_second()});
    assert_eq!(*of_tray, expected);
    assert_eq!(body["pagination"]["total"], 2, "an edited review is one");
    let last = shop.get(format!("{path}?page=2&per_page=1")).await.json();
    assert_eq!(last["data"], json!([expected]));
    assert_eq!(page(&shop, &last["pagination"]["prev_page_url"]).await["data"], json!([of_shop]));

    let all = shop.get("/beacon/reviews/").await.json();
    assert_eq!((&all["success"], &all["data"]), (&json!(true), &json!([expected, of_shop])), "newest first");
    let second = shop.get("/beacon/reviews?page=2&per_page=1").await.json();
    assert_eq!((&second["data"], &second["pagination"]["total"]), (&json!([of_shop]), &json!(2)));
    assert_eq!(page(&shop, &second["pagination"]["prev_page_url"]).await["data"], json!([expected]));
    shop.call("PATCH", format!("/api/v1/reviews/{id}/reject")).send().await.is(200);
    assert_eq!(shop.get("/beacon/reviews").await.json()["data"][0]["is_hidden"], 1);
    shop.get("/beacon/reviews?page=0").await.is(422);
}
