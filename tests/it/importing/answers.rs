//! The answer to any write of an import may be lost: the client repeats the call, which meets what it wrote itself.

use small_aws::Call;

use super::uploads::form;
use super::{file, numbers, reviews, shown};
use crate::support::*;

const ROWS: usize = 3;

/// Imports a file, a row in each run, while the answer to one of the runs' writes is lost: which one, counted from 0. How
/// many writes there were.
async fn import(lost: usize) -> usize {
    let shop = Shop::new().await;
    let asked = shop.call("POST", "/api/v1/imports?format=afterword").send().await.json();
    let rows: Vec<_> = (0..ROWS).map(|n| format!("r-{n},{MUG},5,,Text {n}.,,,,,2025-03-02")).collect();
    let rows: Vec<_> = rows.iter().map(String::as_str).collect();
    assert_eq!(form(&asked).send(&shop, file(&rows).as_bytes()).status(), 204);
    let aws = shop.aws();
    let (clock, writes) = (aws.clock().clone(), Arc::new(AtomicUsize::new(0)));
    let counted = Arc::clone(&writes);
    aws.hurry(1_000);
    // A run takes no further row after 15 seconds. What is repeated takes no longer than what is not.
    let repeated = Arc::clone(&writes);
    aws.set_tampering(move |call: &Call, body: &mut Value| {
        let is_row = body["TransactItems"].as_array().is_some_and(|items| items.len() > 2);
        if call.operation == "TransactWriteItems" && is_row && repeated.load(Ordering::SeqCst) != lost.wrapping_add(1) {
            clock.set(clock.now() + SECOND * 16);
        }
    });
    aws.set_faults(move |call: &Call| {
        let is_write = matches!(call.operation.as_str(), "PutItem" | "UpdateItem" | "TransactWriteItems");
        if call.service != Service::DynamoDb || !is_write {
            return Fault::None;
        }
        let number = counted.fetch_add(1, Ordering::SeqCst);
        if number == lost { Fault::LoseAnswer } else { Fault::None }
    });
    shop.settle().await;
    let writes = writes.load(Ordering::SeqCst);
    aws.set_faults(|_| Fault::None);
    shop.advance(MINUTE * 20).await;
    let done = shown(&shop, &asked["id"]).await;
    assert_eq!((&done["status"], numbers(&done)), (&json!("done"), (3, 3, 0)), "without answer {lost}: {done}");
    assert_eq!(reviews(&shop).await.len(), ROWS, "without answer {lost}");
    assert_eq!(aws.objects(), [""; 0], "the file is gone");
    let queue = aws.queue(Work::Imports).unwrap();
    assert_eq!((queue.waiting(), queue.dead()), (Vec::new(), Vec::new()));
    writes
}

#[tokio::test]
async fn an_import_ends_whichever_answer_is_lost() {
    let writes = import(usize::MAX).await;
    // Each row and how far the import is, besides its beginning and its end.
    assert_eq!(writes, 2 * ROWS + 2);
    for lost in 0..writes {
        import(lost).await;
    }
}
