//! All waiting reviews of an import are decided about at once: by many runs, whatever happens meanwhile.

use small_aws::Call;

use super::uploads::{take_long, take_no_longer};
use super::{HEAD, import};
use crate::console::{MARA, Visitor, shop};
use crate::support::*;

/// A shop in which an import's reviews wait, and the path of decisions about them.
async fn waiting(count: usize) -> (Shop, String) {
    let shop = shop().await;
    shop.sets(json!({"moderation": "hold"})).await;
    let rows: String = (0..count).map(|n| format!("r-{n},{MUG},5,,Text {n}.,,,,,2025-03-02\r\n")).collect();
    let done = import(&shop, "format=afterword", &format!("{HEAD}{rows}")).await;
    assert_eq!(done["waiting"], count);
    let path = format!("/console/reviews/imports/{}", done["id"].text());
    (shop, path)
}

async fn press(mara: &Visitor, path: &str, count: usize) {
    mara.post(path, &[("number", &count.to_string())]).await.is(303);
}

async fn waits(shop: &Shop) -> (u64, u64) {
    let stats = shop.get("/api/v1/reviews/stats").await.json();
    (stats["pending_count"].number(), stats["approved_count"].number())
}

#[tokio::test]
async fn a_decision_and_its_undo_go_on_where_they_stopped() {
    let (shop, path) = waiting(250).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    for (action, expected) in [("publish", (0, 250)), ("undo", (250, 0))] {
        let calls = std::sync::atomic::AtomicU64::new(0);
        // Every 40th write's answer is lost, and every 100th review ends its run's time.
        shop.aws().set_faults(move |call: &Call| {
            let is_write = call.operation == "TransactWriteItems";
            let number = if is_write { calls.fetch_add(1, std::sync::atomic::Ordering::SeqCst) } else { 0 };
            if is_write && number % 40 == 39 { Fault::LoseAnswer } else { Fault::None }
        });
        take_long(&shop, 100);
        press(&mara, &format!("{path}/{action}"), 250).await;
        shop.settle().await;
        shop.heals();
        take_no_longer(&shop);
        shop.advance(MINUTE * 30).await;
        assert_eq!(waits(&shop).await, expected, "{action}");
        assert_eq!(shop.aws().objects(), [""; 0], "{action}: the file is gone");
    }
}

/// The undo comes while a run publishes: whichever review that is at, none stays public.
#[tokio::test]
async fn an_undo_stops_a_decision_that_is_being_carried_out() {
    let (shop, path) = waiting(120).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    press(&mara, &format!("{path}/publish"), 120).await;
    let runs = shop.world.due(1).unwrap();
    let run = async {
        for running in runs {
            running.await.unwrap();
        }
    };
    let undo = async {
        while waits(&shop).await.1 < 5 {
            tokio::task::yield_now().await;
        }
        press(&mara, &format!("{path}/undo"), 0).await;
    };
    tokio::join!(run, undo);
    shop.advance(MINUTE * 20).await;
    assert_eq!(waits(&shop).await, (120, 0));
}
