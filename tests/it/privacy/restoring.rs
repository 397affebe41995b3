//! If the table is restored from a backup older than an erasure, the person is erased again.

use super::person::{self, EMAIL, Person, canaries, found, rows};
use super::{DONE_WITHIN, ERASE, done, shown};
use crate::support::*;

pub async fn restore(shop: &Shop, backup: &[std::collections::HashMap<String, AttributeValue>]) {
    let client = shop.dynamodb();
    for row in rows(shop).await {
        let key = client.delete_item().table_name(local::TABLE).key("PK", row["PK"].clone());
        key.key("SK", row["SK"].clone()).send().await.unwrap();
    }
    for row in backup {
        client.put_item().table_name(local::TABLE).set_item(Some(row.clone())).send().await.unwrap();
    }
}

/// Repeats all erasures, as docs/operate.md tells the operator. Their number.
async fn repeats_erasures(shop: &Shop) -> usize {
    let sqs = aws_sdk_sqs::Client::new(&shop.world.env().sdk);
    let erasures: Vec<_> = shop.aws().objects().into_iter().filter(|key| key.starts_with("erasures/")).collect();
    for key in &erasures {
        let body = json!({"replay": key}).to_string();
        sqs.send_message().queue_url(Work::Privacy.url()).message_body(body).send().await.unwrap();
    }
    shop.advance(DONE_WITHIN).await;
    erasures.len()
}

#[tokio::test]
async fn persons_that_a_backup_brings_back_are_erased_again() {
    let shop = Shop::new().await;
    let person = Person::live(&shop).await;
    let backup = rows(&shop).await;
    let erased = done(&shop, ERASE, json!({"email": EMAIL})).await;
    let receipt = erased["receipt"].owned();
    restore(&shop, &backup).await;
    assert!(found(&shop, &canaries()).await.len() > canaries().len() / 2, "it is back");
    shop.get(format!("/api/v1/privacy/{receipt}")).await.is_error(404, "not_found");
    // A person and a request that are newer: one came after the backup, the other after the erasure.
    let (newer, hub) = shop.created(json!({"email": "john@example.com", "skip_email": true})).await;

    assert_eq!(repeats_erasures(&shop).await, 1);
    assert_eq!(found(&shop, &canaries()).await, Default::default());
    let again = shown(&shop, &receipt).await;
    assert_eq!((&again["status"], &again["requested_at"]), (&json!("done"), &erased["requested_at"]));
    shop.browse(&person.hub).await.is(404);
    assert_eq!(shop.get(format!("/api/v1/suppressions/{EMAIL}")).await.json()["reason"], "erased");
    assert_eq!((shop.status(newer).await.as_str(), shop.browse(&hub).await.status.as_u16()), ("manual", 200));
    let [index, _] = person::indexes(&shop).await;
    assert!(rows(&shop).await.iter().all(|row| row["SK"].as_s().unwrap() != &format!("CE#{index}")));
}

/// The shop knows a person from the backup, and asks them before the operator repeats the erasures.
#[tokio::test]
async fn a_link_that_is_newer_than_a_repeated_erasure_stays_and_so_does_its_renewal() {
    let (shop, old, _) = Shop::asking(json!({"email": EMAIL, "skip_email": true})).await;
    let backup = rows(&shop).await;
    done(&shop, ERASE, json!({"email": EMAIL})).await;
    restore(&shop, &backup).await;
    let (asked, hub) = shop.created(json!({"email": EMAIL, "skip_email": true})).await;
    shop.jump(DAY * 90);
    shop.renews(&hub).await.is(200);
    let renewed = link_in(&shop.inbox().pop().unwrap());
    assert_eq!(shop.get("/beacon/customers").await.json()["pagination"]["total"], 1, "both are the same customer's");
    assert_eq!(repeats_erasures(&shop).await, 1);
    shop.get(format!("/api/v1/review-requests/{old}")).await.is_error(404, "not_found");
    assert_eq!(shop.status(asked).await, "expired");
    shop.browse(renewed).await.is(200);
}

#[tokio::test]
async fn a_message_that_is_no_task_of_ours_goes_to_the_dead_letters() {
    let shop = Shop::new().await;
    let sqs = aws_sdk_sqs::Client::new(&shop.world.env().sdk);
    for body in ["{}", "no JSON", r#"{"replay": "photos/x"}"#] {
        sqs.send_message().queue_url(Work::Privacy.url()).message_body(body).send().await.unwrap();
    }
    shop.advance(HOUR).await;
    assert_eq!(shop.aws().queue(Work::Privacy).unwrap().bodies().len(), 3);
}
