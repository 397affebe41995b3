//! A short life of a shop under faults drawn by seed: nothing that was acknowledged is lost, and no email leaves twice
//! but where SES accepted it and that could not be saved.
//!
//! `SEEDS=2000` sets how many lives there are, and `SEED=17` runs that one alone.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use local::aws::{Call, DrawnFaults, Fault};
use serde_json::{Value, json};

use crate::support::{MUG, Reply, Shop, path_of, table, token_of};

/// How many lives there are, unless `SEEDS` says otherwise.
const SEEDS: u64 = 50;
/// Faults in 1,000 calls.
const FAULTS: u16 = 50;
const REQUESTS: usize = 4;
/// An email whose outcome is unknown waits 15 minutes for SES' event. They begin with the claim, and the email leaves
/// within the 30 seconds that the function has.
const EVIDENCE_WAIT: SignedDuration = SignedDuration::from_secs(15 * 60 - 30);
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

#[tokio::test]
async fn what_is_acknowledged_survives_faults_of_any_kind() {
    let number = |name: &str| std::env::var(name).ok().map(|value| value.parse::<u64>().unwrap());
    let seeds = match number("SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("SEEDS").unwrap_or(SEEDS),
    };
    for seed in seeds {
        live(seed).await;
    }
}

async fn live(seed: u64) {
    let shop = Shop::with_seed(seed).await;
    let aws = shop.world.aws();
    aws.hurry(1_000);
    let faults = DrawnFaults::new(seed, FAULTS);
    aws.set_faults(move |call: &Call| faults.next(call));

    let mut requests = BTreeMap::new();
    for order in 0..REQUESTS {
        let body = json!({"email": "jane@example.com", "order_id": order.to_string(), "product_ids": [MUG],
            "delay_days": order % 2});
        let key = format!("create-{order}");
        let create = || shop.call("POST", "/api/v1/review-requests/send").json(&body).header("idempotency-key", &key);
        if let Some(reply) = done(seed, 201, async || create().send().await).await {
            let reply = reply.json();
            requests.insert(reply["request_id"].as_u64().unwrap(), path_of(reply["hub_url"].as_str().unwrap()));
        }
        shop.advance(MINUTE).await;
    }
    shop.advance(SignedDuration::from_hours(26)).await;
    let mut reviewed = 0;
    for hub in requests.values() {
        let form =
            [("token", token_of(hub)), ("item", "0"), ("rating", "5"), ("text", "Lovely."), ("display_name", "Jane")];
        let review = async || shop.submit("/review/hub/review", &form).await;
        reviewed += usize::from(done(seed, 303, review).await.is_some());
    }
    aws.set_faults(|_| Fault::None);
    shop.advance(SignedDuration::from_hours(3)).await;

    let mut mails = requests.keys().map(|id| (*id, 0)).collect::<BTreeMap<_, usize>>();
    shop.inbox().iter().for_each(|mail| *mails.entry(mail.request_id.unwrap()).or_default() += 1);
    for id in mails.iter().filter(|(_, count)| **count > 1).map(|(id, _)| id) {
        // SES accepted it and that could not be saved: once more, after 15 minutes without evidence.
        let sent: Vec<_> =
            shop.inbox().iter().filter(|mail| mail.request_id == Some(*id)).map(|mail| mail.sent_at).collect();
        let is_once_more = sent.len() == 2 && sent[1].duration_since(sent[0]) >= EVIDENCE_WAIT;
        assert!(is_once_more, "seed {seed}: {id} left at {sent:?}: {:?}", shop.timeline(*id).await);
    }
    let missing: Vec<_> = requests.keys().filter(|id| mails[id] == 0).collect();
    assert!(missing.is_empty(), "seed {seed}: not mailed: {missing:?}");
    let is_review = |row: &Value| row["SK"]["S"].as_str().unwrap().starts_with("REV#") && row["rating"].is_object();
    let reviews = table(&shop.world).await.iter().filter(|row| is_review(row)).count();
    assert!(reviews >= reviewed, "seed {seed}: {reviewed} reviews were acknowledged, {reviews} are stored");
}

/// Calls up to four times until it is done, as a patient client does; its answer, or `None` if it never was.
async fn done(seed: u64, status: u16, call: impl AsyncFn() -> Reply) -> Option<Reply> {
    for _ in 0..4 {
        let reply = call().await;
        match reply.status.as_u16() {
            found if found == status => return Some(reply),
            // A role that lacks a permission is a fault of ours.
            500 | 503 => {}
            other => panic!("seed {seed}: {other} {}", reply.body),
        }
    }
    None
}
