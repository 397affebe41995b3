//! `GET /beacon/messages`: the messages to all customers.

use small_aws::MailEvent;

use super::*;

const MESSAGES: &str = "/beacon/messages";

async fn asked(shop: &Shop, fields: Value) -> Value {
    let customer = customer(shop, fields).await;
    made(shop, ASKS, json!({"email": customer["email"]})).await;
    shop.settle().await;
    customer
}

async fn names(shop: &Shop, path: &str) -> Vec<String> {
    let rows = data(shop.get(path).await);
    rows.list().iter().map(|row| row["customer"]["name"].owned()).collect()
}

#[tokio::test]
async fn a_page_of_all_messages_costs_one_query_and_two_batches() {
    let shop = Shop::new().await;
    for name in ["Ann", "Bea", "Cem", "Dan", "Eva"] {
        asked(&shop, json!({"first_name": name, "email": format!("{}@example.com", name.to_lowercase())})).await;
        shop.jump(SECOND);
    }
    shop.aws().take_calls();
    let page = shop.get(format!("{MESSAGES}?per_page=2")).await.json();
    let calls = shop.aws().take_calls();
    let of = |operation: &str| calls.iter().filter(|call| call.operation == operation).count();
    // One batch reads the customers, one the messages. The second query reads the counters for the total.
    assert_eq!((of("GetItem"), of("Query"), of("BatchGetItem"), calls.len()), (1, 2, 2, 5));
    let next = path_of(page["pagination"]["next_page_url"].text());
    assert_eq!(page["pagination"]["total"], 5);
    shop.aws().take_calls();
    assert_eq!(names(&shop, &next).await, ["Cem", "Bea"]);
    assert_eq!(shop.aws().take_calls().len(), 4);
    assert_eq!(names(&shop, &format!("{MESSAGES}?page=3&per_page=2")).await, ["Ann"]);
    assert_eq!(names(&shop, MESSAGES).await, ["Eva", "Dan", "Cem", "Bea", "Ann"]);
    let second = shop.get(&next).await.json();
    assert_eq!(names(&shop, &path_of(second["pagination"]["prev_page_url"].text())).await, ["Eva", "Dan"]);
}

#[tokio::test]
async fn a_message_that_came_back_is_failed_since_then() {
    let shop = Shop::new().await;
    asked(&shop, json!({"email": "jane@example.com"})).await;
    let sent_at = shop.now().as_second();
    shop.jump(SECOND * 40);
    shop.aws().publish_mail_event(&shop.inbox()[0], MailEvent::PermanentBounce).unwrap();
    shop.settle().await;
    let rows = data(shop.get(MESSAGES).await);
    let [row] = &rows.list()[..] else { panic!("{rows}") };
    assert_eq!((&row["status"], &row["failed_reason"]), (&json!("failed"), &json!("bounced")));
    assert_eq!((&row["sent_at"], &row["created_at"]), (&json!(sent_at), &json!(sent_at)), "its place is the same");
    assert_eq!(row["failed_at"], row["updated_at"]);
    assert!(row["failed_at"].as_i64().unwrap() > sent_at, "{row}");
}

#[tokio::test]
async fn a_message_that_is_settled_twice_is_listed_and_counted_once() {
    let shop = Shop::new().await;
    shop.aws().lose_mail_events(true);
    shop.fails(Service::Sms, Fault::LoseAnswer);
    let jane = customer(&shop, json!({"phone": PHONE})).await;
    made(&shop, ASKS, json!({"phone": PHONE})).await;
    shop.advance_days(1).await;
    let unconfirmed = data(shop.get(MESSAGES).await);
    assert_eq!(unconfirmed[0]["status"], "unconfirmed");
    shop.aws().lose_mail_events(false);
    shop.aws().publish_sms_event(&shop.inbox()[0], "TEXT_DELIVERED").unwrap();
    shop.settle().await;
    for path in [MESSAGES.to_owned(), format!("{CUSTOMERS}/{}/messages", jane["id"].text())] {
        let body = shop.get(format!("{path}?page=1&per_page=1")).await.json();
        let rows = body["data"].list();
        assert_eq!((rows.len(), &rows[0]["status"]), (1, &json!("sent")), "{path}");
        assert_eq!(rows[0]["created_at"], unconfirmed[0]["created_at"]);
        assert_eq!(body["pagination"]["next_page_url"], Value::Null);
    }
    asked(&shop, json!({"email": "john@example.com"})).await;
    assert_eq!(shop.get(format!("{MESSAGES}?per_page=1")).await.json()["pagination"]["total"], 2);
}
