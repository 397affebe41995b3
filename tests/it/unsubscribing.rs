//! Who unsubscribed is never written to again, for as long as any message can be clicked.

use aws_sdk_dynamodb::{Client, types::AttributeValue};
use local::aws::TABLE;
use serde_json::json;

use crate::support::{Reply, Shop, path_of, table};

/// The unsubscribe link of the last email.
fn unsubscribe_link(shop: &Shop) -> String {
    path_of(shop.inbox().last().unwrap().headers["List-Unsubscribe"].trim_matches(['<', '>']))
}

/// An email program's one click.
async fn one_click(shop: &Shop, link: &str) -> Reply {
    shop.submit(link, &[("List-Unsubscribe", "One-Click")]).await
}

/// Asks the same person again; whether an email left.
async fn is_mailed(shop: &Shop) -> bool {
    let before = shop.inbox().len();
    shop.created(json!({"delay_days": 0})).await;
    shop.settle().await;
    shop.inbox().len() > before
}

#[tokio::test]
async fn the_link_works_when_the_personal_data_has_left_the_table() {
    let shop = Shop::new().await;
    assert!(is_mailed(&shop).await);
    let link = unsubscribe_link(&shop);
    // As DynamoDB does at the row's time to live.
    let client = Client::new(&shop.world.env().sdk);
    for row in table(&shop.world).await.iter().filter(|row| row["SK"]["S"].as_str().unwrap().starts_with("PII#")) {
        let key = |name: &str| AttributeValue::S(row[name]["S"].as_str().unwrap().to_owned());
        client.delete_item().table_name(TABLE).key("PK", key("PK")).key("SK", key("SK")).send().await.unwrap();
    }
    shop.advance_days(200).await;
    assert_eq!(one_click(&shop, &link).await.status, 200);
    assert!(!is_mailed(&shop).await);
}
