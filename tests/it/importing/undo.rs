//! An import is undone whatever happens meanwhile. `tests/stories/importing/undo.story` tells what comes of it.

use std::sync::atomic::AtomicU64;

use small_aws::Call;

use super::uploads::{take_long, take_no_longer, uploaded};
use super::{HEAD, import, reviews, rows, shown};
use crate::support::*;

const FORMAT: &str = "format=afterword";

pub async fn undo(shop: &Shop, import: &Value) -> Reply {
    shop.call("POST", format!("/api/v1/imports/{}/undo", import["id"].text())).send().await
}

/// Waits until an import is undone, of which nothing is left then: neither reviews nor their rows, nor any counter that is
/// not back where it was, over all shards, but for that of changes. The import's record.
async fn is_undone(shop: &Shop, import: &Value) -> Value {
    shop.advance(MINUTE * 20).await;
    let of_reviews = ["RV#", "RVS#", "RVG#", "RVM#", "RVH#", "REV#", "LET#", "WHD#"];
    let (mut left, mut counters) = (Vec::new(), BTreeMap::<String, i64>::new());
    for row in table(&shop.world).await {
        let sk = row["SK"]["S"].text();
        if of_reviews.iter().any(|start| sk.starts_with(start)) || sk.contains("#row#") {
            left.push(sk.to_owned());
        }
        if let Some(("RVC", of)) = sk.split_once('#') {
            let product = of.split('#').next().unwrap();
            for (name, value) in row.object().iter().filter(|(name, _)| !name.ends_with("ed_at") && *name != "changes")
            {
                let count = value["N"].as_str().map_or(0, |number| number.parse().unwrap());
                *counters.entry(format!("{product} {name}")).or_default() += count;
            }
        }
    }
    counters.retain(|_, count| *count != 0);
    let undone = shown(shop, &import["id"]).await;
    assert_eq!((&undone["status"], &left[..], counters), (&json!("undone"), &[][..], BTreeMap::new()), "{undone}");
    undone
}

#[tokio::test]
async fn an_import_that_still_reads_stops_and_is_undone_in_whichever_run() {
    for runs in 1..=2 {
        let shop = Shop::new().await;
        let asked = uploaded(&shop, FORMAT, format!("{HEAD}{}", rows(0..300))).await;
        take_long(&shop, 150);
        for _ in 0..runs {
            for running in shop.world.due(1).unwrap() {
                running.await.unwrap();
            }
        }
        take_no_longer(&shop);
        undo(&shop, &asked).await.is(202);
        is_undone(&shop, &asked).await;
    }
}

/// The call comes while a run is between two writes: whichever that is, no review stays that nobody can find.
#[tokio::test]
async fn a_run_writes_nothing_once_its_import_is_undone() {
    let shop = Shop::new().await;
    let asked = uploaded(&shop, FORMAT, format!("{HEAD}{}", rows(0..120))).await;
    let runs = shop.world.due(1).unwrap();
    let undo = async {
        // Some rows are written by then.
        while reviews(&shop).await.len() < 5 {
            tokio::task::yield_now().await;
        }
        undo(&shop, &asked).await.is(202);
    };
    tokio::join!(join_all(runs), undo);
    is_undone(&shop, &asked).await;
}

#[tokio::test]
async fn an_undoing_goes_on_where_it_stopped() {
    let shop = Shop::new().await;
    let done = import(&shop, FORMAT, &format!("{HEAD}{}", rows(0..150))).await;
    undo(&shop, &done).await.is(202);
    let writes = AtomicU64::new(0);
    // Every 40th write fails for good, and its task comes again.
    shop.aws().set_faults(move |call: &Call| {
        let is_lost = call.operation == "TransactWriteItems" && writes.fetch_add(1, Ordering::SeqCst) % 40 == 39;
        if is_lost { Fault::LoseAnswer } else { Fault::None }
    });
    shop.settle().await;
    shop.heals();
    assert_eq!(is_undone(&shop, &done).await["undone"], 150);
}
