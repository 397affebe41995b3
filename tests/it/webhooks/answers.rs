//! The answer to any write during a delivery may be lost. The client repeats the call, and finds the row that it wrote
//! itself.

use small_aws::Call;

use super::receiver::{Answer, Receiver};
use crate::support::*;

/// Delivers to an endpoint that fails once, while the answer to one of the writes is lost: the write with this number
/// from 0. Returns the number of writes.
async fn deliver(lost: usize) -> usize {
    let answer = |number| Answer::Status(if number == 0 { 500 } else { 200 });
    let (shop, receiver) = (Shop::new().await, Receiver::answering(answer).await);
    shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    shop.reviewed("A").await;
    let (aws, writes) = (shop.aws(), Arc::new(AtomicUsize::new(0)));
    let counted = Arc::clone(&writes);
    aws.hurry(1_000);
    aws.set_faults(move |call: &Call| {
        let is_write = matches!(call.operation.as_str(), "PutItem" | "UpdateItem");
        let is_lost = is_write && counted.fetch_add(1, Ordering::SeqCst) == lost;
        if is_lost { Fault::LoseAnswer } else { Fault::None }
    });
    shop.advance(SECOND * 30).await;
    let statuses: Vec<_> = receiver.calls().iter().map(|call| call.status).collect();
    assert_eq!(statuses, [Some(500), Some(200)], "without answer {lost}: the second try is due after five seconds");
    let rows = table(&shop.world).await;
    assert!(rows.iter().all(|row| row["failing_since"].is_null()), "without answer {lost}: it does not fail any more");
    writes.load(Ordering::SeqCst)
}

#[tokio::test]
async fn an_event_arrives_in_time_whichever_answer_is_lost() {
    let writes = deliver(usize::MAX).await;
    // Five writes: the result of each try, that the endpoint fails, the claim of its probe, and that it no longer
    // fails.
    assert_eq!(writes, 5);
    for lost in 0..writes {
        deliver(lost).await;
    }
}
