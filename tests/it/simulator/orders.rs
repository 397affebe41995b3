//! Incoming orders: the calls about an order may arrive in any order, twice or at the same time, and their function may
//! die at any of its awaits. The state at the end and the sent messages are always the same.

use std::rc::Rc;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use small_aws::Invocation;

use super::client::{Clients, Kind};
use super::life::{DAY, Life, MINUTE, Plan, Rules, Wishes};
use crate::orders_in::payloads::{order, shipment, with, woo_order};
use crate::orders_in::{SECRET, signed};
use crate::support::START;

/// Seeds. Each is another interleaving of the calls about an order.
const SEEDS: u64 = 10;
/// One death in so many is tried; `AWAITS=1` tries each.
const DEATHS_ONE_IN: usize = 9;

#[derive(Clone)]
struct Said {
    topic: &'static str,
    body: String,
    signature: String,
}

/// Everything that a system says about an order, or about two.
struct Story {
    name: &'static str,
    platform: &'static str,
    rules: Value,
    calls: Vec<Said>,
    /// The orders whose rows and requests must not depend on the sequence of the calls; none if they may.
    orders: &'static [&'static str],
    /// The recipients, and the number of days after which each gets a message.
    inbox: &'static [(&'static str, i64)],
}

struct Ended {
    state: String,
    inbox: Vec<(String, i64)>,
    invocations: Vec<Invocation>,
}

/// The time so many hours after the start of the day before the calls.
fn at(hours: i64) -> String {
    format!("{:.0}", START.parse::<Timestamp>().unwrap() + SignedDuration::from_hours(hours - 24))
}

fn said<const N: usize>(calls: [(&'static str, Value); N]) -> Vec<Said> {
    let call = |(topic, body): (_, Value)| {
        let body = body.to_string();
        Said { topic, signature: signed(SECRET, body.as_bytes()), body }
    };
    calls.map(call).into()
}

/// A call from WooCommerce: `status` from `hours` on.
fn woo(status: &str, hours: i64) -> (&'static str, Value) {
    ("order.updated", woo_order(&at(hours), json!({ "status": status })))
}

fn woo_stories() -> Vec<Story> {
    let story =
        |name, calls, inbox| Story { name, platform: "woocommerce", rules: json!({}), calls, orders: &["723"], inbox };
    let amount = json!({"refunds": [{"id": 1, "total": "-5.00"}], "date_completed_gmt": at(3).trim_end_matches('Z')});
    let amount = ("order.updated", woo_order(&at(4), amount));
    let removed = json!({"date_completed_gmt": at(1).trim_end_matches('Z'),
        "billing": {"email": "deleted@site.invalid", "first_name": "[deleted]", "last_name": "[deleted]"}});
    let anonymised = ("order.updated", woo_order(&at(2), removed));
    let other = json!({"id": 724, "number": "724"});
    let other = ("order.updated", woo_order(&at(1), other));
    vec![
        story(
            "cancelled after it was completed",
            said([woo("processing", 0), woo("completed", 1), woo("cancelled", 2)]),
            &[],
        ),
        story(
            "completed, cancelled and completed again",
            said([woo("pending", 0), woo("completed", 1), woo("cancelled", 2), woo("completed", 24)]),
            &[("jane@example.com", 7)],
        ),
        story(
            "an amount refunded",
            said([woo("pending", 0), woo("processing", 1), woo("completed", 3), amount]),
            &[("jane@example.com", 6)],
        ),
        story("its buyer removed", said([woo("processing", 0), woo("completed", 1), anonymised]), &[]),
        Story {
            orders: &[],
            ..story("two orders with one product", said([woo("completed", 1), other]), &[("jane@example.com", 6)])
        },
    ]
}

fn shopify_stories() -> Vec<Story> {
    let story = |name, calls, inbox| Story {
        name,
        platform: "shopify",
        rules: json!({"after": "fulfilled"}),
        calls,
        orders: &["%231001"],
        inbox,
    };
    let left = shipment(&at(1), &at(1), json!({}));
    let fulfilled = order(&at(1), json!({"fulfillment_status": "fulfilled", "fulfillments": [left]}));
    let placed = || ("orders/create", order(&at(0), json!({})));
    let shipped = || ("fulfillments/create", left.clone());
    let cancelled = with(fulfilled.clone(), json!({"cancelled_at": at(2), "updated_at": at(2)}));
    let corrected = json!({"email": "jane.doe@example.com", "updated_at": at(2)});
    let taken_back = |hours| ("fulfillments/update", shipment(&at(1), &at(hours), json!({"status": "cancelled"})));
    let halves = |id: u64, line: u64| {
        let lines = json!([{"id": line, "quantity": 1}]);
        ("fulfillments/create", shipment(&at(1), &at(1), json!({"id": id, "line_items": lines})))
    };
    let line = |id: u64| json!({"id": id, "product_id": id, "title": "Mug", "quantity": 1, "price": "24.00"});
    let lines = json!({"line_items": [line(11), line(12)]});
    let half_back = json!({"status": "cancelled", "id": 92, "line_items": [{"id": 12, "quantity": 1}]});
    let half_back = ("fulfillments/update", shipment(&at(1), &at(2), half_back));
    vec![
        story(
            "cancelled after it was fulfilled",
            said([placed(), shipped(), ("orders/fulfilled", fulfilled.clone()), ("orders/cancelled", cancelled)]),
            &[],
        ),
        story(
            "an address corrected",
            said([placed(), ("orders/fulfilled", fulfilled.clone()), ("orders/updated", with(fulfilled, corrected))]),
            &[("jane.doe@example.com", 6)],
        ),
        Story {
            orders: &[],
            ..story("the app taken out", said([placed(), shipped(), ("app/uninstalled", json!({"id": 1}))]), &[])
        },
        story("the only shipment taken back", said([placed(), shipped(), taken_back(2)]), &[]),
        story("taken back in the second in which it left", said([placed(), shipped(), taken_back(1)]), &[]),
        Story {
            rules: json!({"after": "fulfilled", "per_shipment": true}),
            ..story(
                "one of two shipments taken back",
                said([("orders/create", order(&at(0), lines)), halves(91, 11), halves(92, 12), half_back]),
                &[("jane@example.com", 6)],
            )
        },
    ]
}

/// Runs a story: its calls in this sequence, with this pause after each.
fn play(story: &Story, order: &[usize], pause: SignedDuration, seed: u64, death: Option<(usize, u32)>) -> Ended {
    let idle = Wishes { requests: Vec::new(), changes: Vec::new(), rules: Rules::None, is_told: false };
    let calm = Plan::calm(Kind::Invitation, "", &[]);
    let mut life = Life::new(Plan { seed, shops: vec![idle], crashes: death.into_iter().collect(), ..calm });
    let clients = Rc::clone(&life.shops[0]);
    let start = clients.shop.now();
    let settings = with(story.rules.clone(), json!({ "secret": SECRET, "since": at(-1) }));
    let connect = clients.shop.call("PUT", format!("/api/v1/integrations/{}", story.platform)).json(&settings);
    assert_eq!(life.executor.run(connect.send()).status, 200);
    life.begin();
    for number in order {
        let (clients, platform, said) = (Rc::clone(&clients), story.platform, story.calls[*number].clone());
        life.executor.spawn(async move { post(&clients, platform, &said).await });
        if !pause.is_zero() {
            let until = life.shops[0].shop.now() + pause;
            life.executor.until(until);
        }
    }
    // Meanwhile, a dead function's messages are delivered again.
    life.executor.until(start + DAY / 2);
    let invocations = life.invocations();
    life.calm();
    let state = life.executor.run(state(&clients, story.orders));
    life.executor.until(start + DAY * 60);
    let days = |mail: &small_aws::Mail| (mail.sent_at.duration_since(start)).as_hours() / 24;
    let inbox = clients.inbox().iter().map(|mail| (mail.to.clone(), days(mail))).collect();
    Ended { state, inbox, invocations }
}

/// Repeats a call until it is accepted, as Shopify does.
async fn post(clients: &Clients, platform: &str, Said { topic, body, signature }: &Said) {
    let (of_topic, of_signature) = match platform {
        "shopify" => ("x-shopify-topic", "x-shopify-hmac-sha256"),
        _ => ("x-wc-webhook-topic", "x-wc-webhook-signature"),
    };
    loop {
        let call =
            clients.shop.call("POST", format!("/in/{platform}/{}", clients.shop.tenant.id.as_str())).without_key();
        let call = call.header(of_topic, *topic).header(of_signature, signature).body(body.as_bytes());
        if call.send().await.status == 200 {
            return;
        }
        clients.shop.world.aws().sleep(std::time::Duration::from_secs(5)).await;
    }
}

async fn state(clients: &Clients, orders: &[&str]) -> String {
    let listed = clients.shop.get("/api/v1/review-requests").await.json();
    let waiting = listed["requests"].as_array().unwrap().iter().filter(|row| row["status"] == "scheduled");
    if orders.is_empty() {
        return format!("{} wait", waiting.count());
    }
    let shown = ["order_id", "product_ids"];
    let mut lines: Vec<_> = waiting.map(|row| shown.map(|field| row[field].to_string()).join(" ")).collect();
    for id in orders {
        lines.push(clients.shop.get(format!("/api/v1/orders/{id}")).await.body);
    }
    lines.sort();
    lines.join("\n")
}

fn orders_of(count: usize) -> Vec<Vec<usize>> {
    match count.checked_sub(1) {
        None => vec![Vec::new()],
        Some(last) => orders_of(last)
            .into_iter()
            .flat_map(|order| (0..=last).map(move |place| [&order[..place], &[last], &order[place..]].concat()))
            .collect(),
    }
}

struct Way {
    order: Vec<usize>,
    pause: SignedDuration,
    seed: u64,
    death: Option<(usize, u32)>,
}

/// The differences from the story's expected end.
fn wrong(story: &Story, expected: &str, way: &Way) -> Vec<String> {
    let Way { order, pause, seed, death } = way;
    let ended = play(story, order, *pause, *seed, *death);
    let has_died = ended.invocations.iter().any(|one| one.died);
    assert_eq!(has_died, death.is_some(), "{}: {death:?}", story.name);
    let inbox: Vec<_> = story.inbox.iter().map(|(to, days)| ((*to).to_owned(), *days)).collect();
    let how = if pause.is_zero() { "at once" } else { "in turn" };
    let name = format!("{}, {order:?} {how}, seed {seed}, death {death:?}", story.name);
    let inbox = (ended.inbox != inbox).then(|| format!("{name}: the inbox is {:?}", ended.inbox));
    let state = (ended.state != expected).then(|| format!("{name}: {}\n  not {expected}", ended.state));
    inbox.into_iter().chain(state).collect()
}

fn ways(story: &Story) -> Vec<Way> {
    let calls: Vec<_> = (0..story.calls.len()).collect();
    let in_turn = orders_of(calls.len()).into_iter().enumerate().map(|(number, order)| {
        // In every second sequence, each call is sent twice.
        let order = if number % 2 == 0 { [&order[..], &order[..]].concat() } else { order };
        Way { order, pause: MINUTE, seed: 1, death: None }
    });
    let at_once =
        |order: &[usize], seed, death| Way { order: order.to_vec(), pause: SignedDuration::ZERO, seed, death };
    let backwards: Vec<_> = calls.iter().rev().copied().collect();
    let dying = play(story, &backwards, SignedDuration::ZERO, 1, None).invocations.into_iter().enumerate();
    let dying = dying.filter(|(_, one)| one.function == "take-orders");
    let deaths = dying.flat_map(|(number, one)| (1..=one.awaits).map(move |at| (number, at)));
    let one_in = if std::env::var_os("AWAITS").is_some() { 1 } else { DEATHS_ONE_IN };
    in_turn
        .chain((1..=SEEDS).map(|seed| at_once(&calls, seed, None)))
        .chain(deaths.step_by(one_in).map(|death| at_once(&backwards, 1, Some(death))))
        .collect()
}

fn all_ways(story: &Story) -> (usize, Vec<String>) {
    let calls: Vec<_> = (0..story.calls.len()).collect();
    let expected = play(story, &calls, MINUTE, 1, None).state;
    let ways = ways(story);
    (ways.len(), ways.iter().flat_map(|way| wrong(story, &expected, way)).collect())
}

#[test]
fn calls_of_an_order_in_any_order_end_in_one_state() {
    let stories: Vec<_> = woo_stories().into_iter().chain(shopify_stories()).collect();
    let all: Vec<_> = std::thread::scope(|scope| {
        let halves: Vec<_> = stories.chunks(stories.len().div_ceil(2)).collect();
        let running: Vec<_> =
            halves.into_iter().map(|half| scope.spawn(move || half.iter().map(all_ways).collect::<Vec<_>>())).collect();
        running.into_iter().flat_map(|half| half.join().unwrap()).collect()
    });
    let violations: Vec<_> = all.iter().flat_map(|(_, violations)| violations.clone()).collect();
    println!("{} lives, {} violations", all.iter().map(|(lives, _)| lives).sum::<usize>(), violations.len());
    assert!(violations.is_empty(), "{}", violations.join("\n"));
}
