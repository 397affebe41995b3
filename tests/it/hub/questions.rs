//! What the questions and the form save, from many requests at once. `tests/stories/hub/questions.story` tells of the rest.

use crate::support::*;

#[tokio::test]
async fn the_same_turn_sent_ten_times_at_once_is_one_turn_and_no_other_is_lost() {
    let (shop, id, hub) = Shop::asking(json!({"skip_email": true})).await;
    let turns = [("0", "one to begin"), ("1", "two to go"), ("2", "three for me"), ("3", "four in all")];
    let answers = async |index: usize| {
        let (turn, answer) = turns[index % 4];
        shop.sends("chat", &hub, &[("turn", turn), ("answer", answer)]).await.is(303);
    };
    join_all((0..40).map(answers)).await;
    shop.browse(&hub).await.shows([">\nOne to begin. Two to go. Three for me. Four in all.</textarea>"]);
    let rows = table(&shop.world).await;
    let [begun] = &rows.iter().filter(|row| row["SK"]["S"].text().ends_with("#unsent")).collect::<Vec<_>>()[..] else {
        panic!("one draft")
    };
    let personal = rows.iter().find(|row| row["SK"]["S"].text().starts_with("PII#")).unwrap();
    assert_eq!(begun["ttl"], personal["ttl"], "it expires together with the other personal data");
    assert_eq!(shop.timeline(id).await, ["created", "opened", "engaged"]);
    let counters = shop.counters().await;
    assert_eq!((counters["opened"], counters["engaged"], counters.get("completed")), (1, 1, None));
}

#[tokio::test]
async fn of_simultaneous_saves_no_more_than_the_budget_are_written() {
    let products: Vec<_> = (0..10).map(|n| format!("shopify-{n}")).collect();
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": products})).await;
    let mut statuses = BTreeMap::new();
    for _ in 0..6 {
        for reply in join_all((0..20).map(|_| shop.sends("draft", &hub, &[("text", "Words")]))).await {
            *statuses.entry(reply.status.as_u16()).or_insert(0) += 1;
        }
    }
    assert_eq!(statuses, BTreeMap::from([(303, 100), (429, 20)]));
}
