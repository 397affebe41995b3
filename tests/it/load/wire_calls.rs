//! The calls to AWS for a copy of a wake-up. What all other calls cost is in `tests/stories/operators/costs.story`.

use crate::support::*;

#[tokio::test]
async fn a_wake_up_for_a_message_that_was_sent_is_one_read() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 0})).await;
    let (sender, wake) = (send_request::start(shop.world.env()).unwrap(), shop.wake(id).await);
    sender.wake(&wake).await.unwrap();
    shop.operations();
    sender.wake(&wake).await.unwrap();
    assert_eq!(shop.operations(), ["BatchGetItem"]);
}
