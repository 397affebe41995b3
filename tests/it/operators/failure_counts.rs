//! "How many failed today, and why?": counts by cause, for all shops and for one.

use domain::shop::Shop as Face;
use domain::values::{Tenant, TenantId};

use crate::operators::admin::run;
use crate::sending::claims::{first, is_mail};
use crate::sending::mail_events::asked;
use crate::support::*;

async fn failed(shop: &Shop, question: Value) -> Value {
    run(&shop.world, json!({ "failed": question })).await.unwrap()
}

fn causes(answer: &Value) -> Vec<(&str, u64)> {
    let causes = answer["causes"].list().iter();
    causes.map(|cause| (cause["cause"].text(), cause["failed"].number())).collect()
}

fn examples<'a>(answer: &'a Value, cause: &str) -> Vec<(&'a str, u64)> {
    let of = answer["causes"].list().iter().find(|of| of["cause"] == cause).unwrap();
    let requests = of["requests"].list().iter();
    requests.map(|request| (request["tenant"].text(), request["request"].number())).collect()
}

/// Cancels an order a moment before its customer would be asked.
async fn cancelled_order(shop: &Shop, order: &str) -> u64 {
    let body = json!({"status": "cancelled", "currency": "EUR", "lines": []});
    shop.put(format!("/api/v1/orders/{order}"), &body).await.is(200);
    let (id, _) = shop.sent(json!({"order_id": order, "delay_days": 0})).await;
    id
}

#[tokio::test]
async fn messages_of_two_shops_and_two_days_are_counted_by_cause() {
    let fern = Shop::new().await;
    let oak = fern.beside("oak").await;
    let bounced = [asked(&fern, "bounce+1@example.com").await, asked(&fern, "bounce+2@example.com").await];
    let skipped = asked(&fern, "bounce+1@example.com").await;
    let other = asked(&oak, "bounce+3@example.com").await;
    // None of these requests has failed.
    asked(&oak, "jane@example.com").await;
    asked(&oak, "complaint@example.com").await;
    let cancelled = fern.created(json!({"delay_days": 3})).await.0;
    fern.delete(format!("/api/v1/review-requests/{cancelled}")).await.is(200);
    let first_day = failed(&fern, json!({ "since": START })).await;
    assert_eq!(causes(&first_day), [("bounced", 3), ("suppressed_bounce", 1)]);
    has(&first_day, json!({"failed": 4, "from": START, "next": null, "shops_read": 2}));
    assert_eq!(first_day["causes"][1]["meaning"], "An earlier message to the same address or number bounced for good");
    let of_bounces = [("oak", other), ("fern", bounced[1]), ("fern", bounced[0])];
    // From the requests in one shard, the last one is named.
    let named = examples(&first_day, "bounced");
    assert!(!named.is_empty() && named.iter().all(|example| of_bounces.contains(example)), "{first_day}");
    assert!(named.contains(&("oak", other)), "{first_day}");
    assert_eq!(examples(&first_day, "suppressed_bounce"), [("fern", skipped)]);
    let of_shops = json!([
        {"tenant": "fern", "mode": "live", "failed": 3, "causes": {"bounced": 2, "suppressed_bounce": 1}},
        {"tenant": "oak", "mode": "live", "failed": 1, "causes": {"bounced": 1}}]);
    assert_eq!(first_day["shops"], of_shops);

    fern.advance_days(1).await;
    let today: Timestamp = fern.now();
    asked(&oak, "suppressionlist@example.com").await;
    let refunded = cancelled_order(&oak, "A").await;
    fern.suppresses("june@example.com").await;
    asked(&fern, "june@example.com").await;
    let both = failed(&fern, json!({ "since": START })).await;
    let mut counted = causes(&both);
    assert_eq!(counted[0], ("bounced", 3), "the most frequent one first");
    counted.sort_unstable();
    let expected = [
        ("bounced", 3),
        ("order_cancelled", 1),
        ("suppressed_bounce", 1),
        ("suppressed_by_provider", 1),
        ("suppressed_by_shop", 1),
    ];
    assert_eq!((counted, &both["failed"]), (expected.to_vec(), &json!(7)));
    let second_day = failed(&fern, json!({ "since": format!("{today:.0}") })).await;
    assert_eq!(second_day["failed"], 3);
    assert_eq!(examples(&second_day, "order_cancelled"), [("oak", refunded)]);
    let of_fern = failed(&fern, json!({"since": START, "tenant": "fern", "mode": "live"})).await;
    assert_eq!((&of_fern["failed"], &of_fern["shops_read"]), (&json!(4), &json!(1)));
    assert_eq!(of_fern["shops"].list().len(), 1);

    // The rows contain ids and numbers. There is at most one row for each day, shop and shard.
    let rows: Vec<_> = table(&fern.world).await;
    let rows: Vec<_> = rows.iter().filter(|row| row["SK"]["S"].text().starts_with("FAIL#")).collect();
    assert!((4..=7).contains(&rows.len()), "{rows:?}");
    for row in rows {
        assert!(!row.to_string().contains('@'), "{row}");
        let ttl: i64 = row["ttl"]["N"].text().parse().unwrap();
        let day: Timestamp = format!("{}T00:00:00Z", row["SK"]["S"].text().split('#').nth(1).unwrap()).parse().unwrap();
        assert!((40 * 86_400..41 * 86_400).contains(&(ttl - day.as_second())), "{row}");
    }
}

#[tokio::test]
async fn whole_hours_are_counted_and_test_mode_alone() {
    let shop = Shop::new().await;
    let test = shop.in_test_mode().await;
    asked(&shop, "bounce@example.com").await;
    test.suppresses("jane@example.com").await;
    asked(&test, "jane@example.com").await;
    let since = async |since: &str| failed(&shop, json!({ "since": since })).await;
    let this_hour = since("2026-11-20T06:00:30Z").await;
    assert_eq!((&this_hour["from"], causes(&this_hour)), (&json!(START), vec![("bounced", 1)]));
    shop.advance(HOUR * 2).await;
    let later = since("2026-11-20T07:00:00Z").await;
    assert_eq!((&later["failed"], &later["causes"], &later["shops"]), (&json!(0), &json!([]), &json!([])));
    let of_test = failed(&shop, json!({"since": START, "tenant": "fern", "mode": "test"})).await;
    assert_eq!(causes(&of_test), [("suppressed_by_shop", 1)]);
    for bad in [
        json!({"since": "yesterday"}),
        json!({"since": "2026-11-20T09:00:00Z"}),
        json!({"since": "2026-10-20T06:00:00Z"}),
        json!({"since": START, "tenant": "fern"}),
        json!({"since": START, "by": "cause"}),
        json!({}),
    ] {
        assert_eq!(run(&shop.world, json!({"failed": bad })).await.unwrap_err().kind(), "invalid", "{bad}");
    }
}

#[tokio::test]
async fn a_message_is_counted_once_whatever_is_reported_later() {
    let shop = Shop::new().await;
    shop.aws().lose_mail_events(true);
    shop.aws().set_faults(first(9, is_mail, Fault::LoseAnswer));
    let (id, _) = shop.created(json!({"delay_days": 0})).await;
    shop.advance_days(2).await;
    shop.heals();
    let counted = async || {
        causes(&failed(&shop, json!({ "since": START })).await)
            .into_iter()
            .map(|it| (it.0.to_owned(), it.1))
            .collect::<Vec<_>>()
    };
    assert_eq!(counted().await, [("unconfirmed".to_owned(), 1)]);
    shop.aws().lose_mail_events(false);
    let mail = shop.inbox().into_iter().find(|mail| local::request_of(mail) == Some(id)).unwrap();
    for _ in 0..2 {
        shop.aws().publish_mail_event(&mail, small_aws::MailEvent::PermanentBounce).unwrap();
        shop.settle().await;
    }
    assert_eq!(shop.status(id).await, "failed");
    assert_eq!(counted().await, [("unconfirmed".to_owned(), 1)]);
}

#[tokio::test]
async fn many_shops_are_counted_page_by_page() {
    let shop = Shop::new().await;
    for number in 0..205 {
        let tenant = Tenant { id: TenantId::parse(&format!("shop-{number:03}")).unwrap(), mode: Mode::Live };
        shop.world.set_up_shop(&tenant, Face::new("Fern & Oak", None).unwrap()).await.unwrap();
    }
    let last = shop.beside("zoe").await;
    asked(&shop, "bounce@example.com").await;
    asked(&last, "bounce+2@example.com").await;
    let page = failed(&shop, json!({ "since": START })).await;
    assert_eq!((&page["failed"], &page["shops_read"]), (&json!(1), &json!(200)));
    let rest = failed(&shop, json!({"since": START, "after": page["next"]})).await;
    assert_eq!((&rest["failed"], &rest["shops_read"], &rest["next"]), (&json!(1), &json!(7), &Value::Null));
}
