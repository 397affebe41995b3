//! "How many failed today, and why?": counts by cause, for all shops and for one.

use domain::shop::Shop as Face;
use domain::values::{Tenant, TenantId};

use crate::operators::admin::run;
use crate::sending::mail_events::asked;
use crate::support::*;

async fn failed(shop: &Shop, question: Value) -> Value {
    run(&shop.world, json!({ "failed": question })).await.unwrap()
}

/// There is at most one row for each day, shop and shard.
#[tokio::test]
async fn the_rows_have_ids_and_numbers_for_forty_days() {
    let shop = Shop::new().await;
    asked(&shop, "bounce@example.com").await;
    let rows: Vec<_> = table(&shop.world).await;
    let rows: Vec<_> = rows.iter().filter(|row| row["SK"]["S"].text().starts_with("FAIL#")).collect();
    let [row] = rows[..] else { panic!("{rows:?}") };
    assert!(!row.to_string().contains('@'), "{row}");
    let ttl: i64 = row["ttl"]["N"].text().parse().unwrap();
    let day: Timestamp = format!("{}T00:00:00Z", row["SK"]["S"].text().split('#').nth(1).unwrap()).parse().unwrap();
    assert!((40 * 86_400..41 * 86_400).contains(&(ttl - day.as_second())), "{row}");
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
