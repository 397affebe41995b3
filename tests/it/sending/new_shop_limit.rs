//! A shop without a history can send to only few new customers in a day. The API says so, and the limit ends when
//! reports have shown that its emails are wanted.

use std::ops::Range;

use jiff::tz::TimeZone;
use store::message::mail_day::MailDay;

use crate::console::{MARA, Visitor, member};
use crate::operators::admin::run;
use crate::support::*;

/// A shop that the operator created, and that may send this many more emails today.
async fn new_shop(most: u64) -> Shop {
    let shop = Shop::new().await;
    let moss = json!({"shop": "moss", "shop_name": "Moss", "shop_address": "1 Hill"});
    run(&shop.world, json!({ "create_shop": moss })).await.unwrap();
    let moss = Shop::in_world(shop.world, "moss", domain::values::Mode::Live).await;
    let today = moss.now().to_zoned_datetime(TimeZone::UTC).date();
    assert!(moss.store().begin_mail_day(&moss.tenant, today, most + 1, moss.now()).await.unwrap());
    moss
}

fn address(customer: usize) -> String {
    format!("jane+{customer}@example.com")
}

async fn ask(shop: &Shop, customers: Range<usize>) -> Vec<u64> {
    let mut ids = Vec::new();
    for n in customers {
        let fields = json!({"email": address(n), "order_id": n.to_string(), "delay_days": 0});
        ids.push(shop.created(fields).await.0);
    }
    shop.settle().await;
    ids
}

/// Today's count and limit, which the day's first email sets.
async fn mail_day(shop: &Shop) -> Option<MailDay> {
    let today = shop.now().to_zoned_datetime(TimeZone::UTC).date();
    shop.store().mail_day(&shop.tenant, today).await.unwrap()
}

async fn lift_cap(shop: &Shop) -> Value {
    run(&shop.world, json!({"lift_cap": {"shop": "moss"}})).await.unwrap()
}

#[tokio::test]
async fn emails_over_a_new_shops_daily_limit_leave_on_the_next_day() {
    let shop = new_shop(3).await;
    let ids = ask(&shop, 0..5).await;
    assert_eq!(shop.inbox().len(), 3);
    let asked = json!({"why": {"shop": "moss", "request": ids[4]}});
    let why = run(&shop.world, asked).await.unwrap().to_string();
    why.shows(["the shop is new and has reached its email limit for today"]);
    member(&shop, MARA, "owner").await;
    let today = Visitor::signed_in(&shop, MARA).await.get("/console/today").await;
    assert!(today.body.contains("emails today"), "{} {}: {}", today.status, today.header("location"), today.body);
    shop.advance(DAY).await;
    let mut left: Vec<_> = shop.inbox().into_iter().map(|mail| mail.to).filter(|to| to.starts_with("jane")).collect();
    left.sort();
    assert_eq!(left, (0..5).map(address).collect::<Vec<_>>(), "each once");
    let day = mail_day(&shop).await.unwrap();
    assert_eq!((day.count, day.most), (2, 1_004), "three and the invitation were reported on the day before");
}

#[tokio::test]
async fn the_operator_lifts_the_limit() {
    let shop = new_shop(1).await;
    ask(&shop, 0..2).await;
    assert_eq!(shop.inbox().len(), 1);
    shop.advance(MINUTE).await;
    assert_eq!(lift_cap(&shop).await, json!({"lifted": true}));
    assert_eq!(lift_cap(&shop).await, json!({"lifted": false}));
    ask(&shop, 2..5).await;
    assert_eq!(shop.inbox().len(), 4);
    let log = run(&shop.world, json!({"audit": {"shop": "moss"}})).await.unwrap();
    assert_eq!(log["entries"][0]["what"], "lift_cap");
}

#[tokio::test]
async fn a_shop_with_a_history_has_no_limit_and_no_row_for_it() {
    let shop = new_shop(0).await;
    let store = shop.store();
    let mut transaction = store.transaction(&shop.tenant);
    transaction.count_emails(10_000, 0);
    transaction.commit().await.unwrap();
    shop.advance(DAY).await;
    ask(&shop, 0..2).await;
    assert_eq!(shop.inbox().len(), 2);
    assert_eq!(mail_day(&shop).await, None);
    assert!(!store.tenant(&shop.tenant).await.unwrap().unwrap().in_first_days);
}
