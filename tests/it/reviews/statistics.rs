//! `GET /api/v1/stats`: the counters are exact after any history.

use domain::message::{StepState, StopReason};
use domain::request::{Counter, Request};
use domain::values::Channel;
use jiff::ToSpan as _;
use jiff::tz::TimeZone;
use store::table::{End, Reading};

use crate::support::*;

const STATS: &str = "/api/v1/stats";

/// After many random calls the counters equal a recount from the requests' own states. `STATISTICS=120` sets the number
/// of rounds of 60 calls.
#[tokio::test]
async fn a_random_history_of_transitions_equals_a_recount() {
    let rounds: u64 = std::env::var("STATISTICS").map_or(8, |rounds| rounds.parse().unwrap());
    let shop = Shop::new().await;
    let random = local::seeded_random(7);
    let mut hubs: Vec<(u64, String)> = Vec::new();
    for _ in 0..rounds {
        for _ in 0..60 {
            shop.jump(SECOND);
            let late = hubs.len().saturating_sub(60);
            let one = late + usize::try_from(random.below((hubs.len() - late).max(1) as u64)).unwrap();
            match (random.below(12), hubs.get(one)) {
                (0..=2, _) => {
                    let domain = if random.below(8) == 0 { "reject" } else { "jane" };
                    let fields = json!({"email": format!("{domain}@example.com"), "skip_email": random.below(4) == 0,
                        "delay_days": random.below(3), "product_ids": ["shopify-1", "shopify-2"]});
                    hubs.push(shop.created(fields).await);
                }
                (3, _) => {
                    shop.post("/api/v1/invitations", json!({"email": "june@example.com", "name": "June"})).await;
                }
                (4 | 5, Some((_, hub))) => drop(shop.browse(hub).await),
                (6 | 7, Some((_, hub))) => {
                    let item = random.below(2).to_string();
                    shop.writes(hub, &[("item", &item), ("rating", "3"), ("text", "Fine.")]).await;
                }
                (8, Some((id, _))) => drop(shop.post(format!("/api/v1/review-requests/{id}/send"), json!({})).await),
                (9, _) => {
                    let who = random.below(20);
                    // One number in four has answered STOP.
                    let phone =
                        if who.is_multiple_of(4) { "+12125550110".to_owned() } else { format!("+4917112345{who:02}") };
                    let customer =
                        json!({"first_name": "Ada", "email": format!("ada{who}@example.com"), "phone": phone});
                    shop.post("/beacon/customers", &customer).await;
                    let channels = [json!(["email"]), json!(["sms"]), json!(["email", "sms"])];
                    let ask = json!({"reminders_count": random.below(4),
                        "channels": channels[usize::try_from(random.below(3)).unwrap()]});
                    let asked = shop.post("/beacon/asks", with(customer, ask)).await.json();
                    let guid = Guid::parse(asked["data"]["id"].text()).unwrap();
                    let id = domain::values::RequestId::from_guid(guid).unwrap().get();
                    let shown = shop.get(format!("/api/v1/review-requests/{id}")).await.json();
                    let (_, token) = shown["hub_url"].text().rsplit_once('/').unwrap();
                    hubs.push((id, format!("/review/hub?token={token}")));
                }
                (10, _) => {
                    let items = json!([{"catalogItemId": "6f4770fc-b8ee-4bf2-9977-d048a7f27987"}]);
                    let body = json!({"reviewRequest": {"items": items, "communicationChannel": "EMAIL"}});
                    shop.post("/reviews/v2/review-requests", body).await.is(200);
                }
                (11, Some((id, _))) => drop(shop.delete(format!("/api/v1/review-requests/{id}")).await),
                _ => {}
            }
        }
        // Due messages are sent after the last call, and not in the same instant.
        shop.jump(SECOND);
        shop.advance(SignedDuration::from_hours(i64::try_from(1 + random.below(60)).unwrap())).await;
    }
    the_numbers_are_a_recount(&shop).await;
    shop.advance_days(100).await;
    let requests = requests(&shop).await;
    let transitions: u64 = requests.iter().map(|request| request.version).sum();
    assert!(transitions >= 10_000 * rounds / 120, "{transitions}");
    let recount: Vec<_> = requests.iter().flat_map(counted).collect();
    let total = &shop.get(STATS).await.json()["total"];
    for counter in Counter::ALL {
        let expected = recount.iter().filter(|counted| **counted == counter).count();
        assert_eq!(total[counter.as_str()], expected, "{counter:?}");
        assert!(expected > 0, "the history met every counter: {counter:?}");
    }
}

/// Compares the page *Numbers* and its call with a recount of the last weeks' requests.
async fn the_numbers_are_a_recount(shop: &Shop) {
    let day = |at: Timestamp| at.to_zoned_datetime(TimeZone::UTC).date();
    let today = day(shop.now());
    let requests = requests(shop).await;
    let since = |days: i64| requests.iter().filter(move |request| day(request.created_at) > today - days.days());
    let (mut created, mut sent, mut reviewed) = (0, BTreeMap::new(), BTreeMap::new());
    for request in since(28) {
        created += 1;
        let Some(step) = request.steps.iter().find(|step| step.sent_at().is_some()) else { continue };
        let first = request.items.iter().filter_map(|item| item.reviewed_at).min();
        if first.is_none_or(|at| at >= step.sent_at().unwrap()) {
            *sent.entry(step.channel).or_insert(0) += 1;
            *reviewed.entry(step.channel).or_insert(0) += u64::from(first.is_some());
        }
    }
    let numbers = shop.get("/api/v1/numbers").await.json();
    assert_eq!(numbers["requests"]["created"], created);
    for of in numbers["by_channel"].list() {
        let channel = Channel::parse(of["channel"].text()).unwrap();
        let expected = [&sent, &reviewed].map(|counts| json!(counts.get(&channel).copied().unwrap_or(0)));
        assert_eq!([&of["sent"], &of["completed"]], expected.each_ref(), "{channel:?}");
    }
}

/// The stop rules after which no message for a request reaches its customer, although the request has not ended.
const FAILURES: [StopReason; 7] = [
    StopReason::Erased,
    StopReason::Unsubscribed,
    StopReason::Bounced,
    StopReason::Complained,
    StopReason::OrderCancelled,
    StopReason::OrderRefunded,
    StopReason::SpendCap,
];

fn counted(request: &Request) -> Vec<Counter> {
    let failed = |step: &domain::message::Step| match &step.state {
        StepState::Failed { .. } => true,
        StepState::Skipped { reason, .. } => FAILURES.contains(reason),
        _ => false,
    };
    let reviewed = request.items.iter().any(|item| item.reviewed_at.is_some());
    let counted = [
        (Counter::Created, true),
        (Counter::Sent, request.sent_at().is_some()),
        (Counter::Failed, !request.steps.is_empty() && request.steps.iter().all(failed)),
        (Counter::Opened, request.opened_at.is_some()),
        (Counter::Engaged, request.engaged_at.is_some()),
        (Counter::Completed, reviewed),
        (Counter::Cancelled, request.cancelled_at.is_some()),
        (Counter::Expired, request.expired_at.is_some() && !reviewed),
    ];
    counted.into_iter().filter(|(_, held)| *held).map(|(counter, _)| counter).collect()
}

async fn requests(shop: &Shop) -> Vec<Request> {
    let store = shop.store();
    let (mut all, mut reading) = (Vec::new(), Reading::first(End::Newest, 100));
    loop {
        let page = store.requests(&shop.tenant, reading.clone()).await.unwrap();
        reading.after = page.rows.last().map(|request| request.id);
        all.extend(page.rows);
        if !page.more {
            return all;
        }
    }
}
