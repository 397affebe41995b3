//! Incoming orders: the calls about an order may arrive in any order, twice or at the same time, and their function may
//! die at any of its awaits. The state at the end and the sent messages are always the same. If one of the calls erases
//! the buyer, nothing about the buyer is left, and nothing comes back. WooCommerce's plug-in sends the rows of its outbox until
//! each is settled.
//!
//! `INTERLEAVINGS=1000` sets how often the calls of each story are made at the same time.

use std::ops::RangeInclusive;
use std::rc::Rc;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use small_aws::Invocation;

use super::client::{Clients, Kind};
use super::life::{DAY, Life, MINUTE, Plan, Rules, Wishes};
use super::number;
use crate::orders_in::payloads::{order, redacted, shipment, uninstalled, with, woo_order};
use crate::orders_in::{SECRET, System, signed};
use crate::privacy::ERASE;
use crate::privacy::person::found;
use crate::support::{Certain as _, START};

/// How many seeds are tried, unless `INTERLEAVINGS` is set. Each is another interleaving of the calls about an order.
const INTERLEAVINGS: u64 = 4;
/// One death in so many is tried; `AWAITS=1` tries each.
const DEATHS_ONE_IN: usize = 41;
/// The same for erasures, which have some hundred awaits.
const DEATHS_OF_ERASURES_ONE_IN: usize = 131;
/// A story ends after this many days: every message has left.
const DAYS: i32 = 60;
/// A story in which a buyer is erased ends after this many days: no row about incoming calls lives longer than 92.
const DAYS_OF_ERASURES: i32 = 100;
/// The buyer in stories in which a buyer is erased: the strings that must not be found.
const BUYER: [&str; 4] = ["jane@example.com", "Wilhelmina", "Canary", "pays late"];

#[derive(Clone)]
struct Said {
    topic: &'static str,
    /// The rows of a plug-in's call, or a body.
    body: Value,
    signature: String,
}

impl Said {
    fn erases(&self) -> bool {
        ["customers/redact", "shop/redact", ERASE].contains(&self.topic)
    }
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
    /// The places in a sequence at which a call may erase the buyer; `None` if none does.
    erased_at: Option<RangeInclusive<usize>>,
}

impl Story {
    /// Whether the calls may come in this sequence. A person can only be erased once the shop knows them.
    fn is_possible(&self, order: &[usize]) -> bool {
        let place = order.iter().position(|number| self.calls[*number].erases());
        self.erased_at.as_ref().is_none_or(|places| place.is_some_and(|place| places.contains(&place)))
    }
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
    let call = |(topic, body): (_, Value)| Said { topic, signature: signed(SECRET, body.to_string().as_bytes()), body };
    calls.map(call).into()
}

/// The plug-in's rows in one call about WooCommerce's order 723: so it was `hours` from the start on.
fn woo<const N: usize>(hours: i64, rows: [Value; N]) -> (&'static str, Value) {
    let as_of = at(hours).parse::<Timestamp>().unwrap().as_millisecond();
    ("order", rows.map(|row| with(woo_order(&at(hours), row), json!({ "as_of": as_of }))).to_vec().into())
}

/// Of the plug-in's rows, and of a program of the shop, whose calls write the order themselves.
fn row_stories() -> Vec<Story> {
    let story = |name, calls, inbox| Story {
        name,
        platform: "woocommerce",
        rules: json!({}),
        calls,
        orders: &["723"],
        inbox,
        erased_at: None,
    };
    let is = |status: &str, hours| woo(hours, [json!({ "status": status })]);
    let sent = |id: &str, left: i64, hours| {
        woo(hours, [json!({"status": "placed", "shipments": [{"id": id, "left_at": at(left)}]})])
    };
    let removed = woo(2, [json!({"completed_at": at(1), "buyer": null, "anonymised": true})]);
    let corrected = woo(2, [json!({"completed_at": at(1), "buyer": {"email": "jane.doe@example.com"}})]);
    let other = |fields| with(json!({"id": "724", "system_id": "724", "buyer": {"email": "joe@example.com"}}), fields);
    vec![
        story("cancelled after it was completed", said([is("placed", 0), is("fulfilled", 1), is("cancelled", 2)]), &[]),
        story(
            "completed, cancelled and completed again",
            said([is("pending", 0), is("fulfilled", 1), is("cancelled", 2), is("fulfilled", 24)]),
            &[("jane@example.com", 7)],
        ),
        story(
            "completed by mistake, set back and completed again",
            said([is("fulfilled", 1), is("placed", 2), is("fulfilled", 24)]),
            &[("jane@example.com", 7)],
        ),
        story(
            "deleted and restored",
            said([is("fulfilled", 1), is("deleted", 2), is("fulfilled", 3)]),
            &[("jane@example.com", 6)],
        ),
        story(
            "another shipment instead of the first",
            said([is("pending", 0), sent("7", 1, 2), sent("8", 23, 24)]),
            &[("jane@example.com", 6)],
        ),
        story("its buyer removed", said([is("placed", 0), is("fulfilled", 1), removed]), &[]),
        Story {
            orders: &["723", "724"],
            ..story(
                "two orders in each call",
                said([
                    woo(0, [json!({"status": "placed"}), other(json!({"status": "pending"}))]),
                    woo(1, [json!({}), other(json!({}))]),
                    woo(2, [json!({"status": "refunded"}), other(json!({"completed_at": at(1)}))]),
                ]),
                &[("joe@example.com", 6)],
            )
        },
        Story {
            platform: "own",
            ..story(
                "cancelled and refunded in one moment, after it was completed",
                said([is("fulfilled", 1), is("refunded", 2), is("cancelled", 2)]),
                &[],
            )
        },
        Story {
            platform: "own",
            ..story(
                "an address corrected by a program",
                said([is("placed", 0), is("fulfilled", 1), corrected]),
                &[("jane.doe@example.com", 6)],
            )
        },
        Story {
            orders: &[],
            ..story(
                "two orders with one product",
                said([is("fulfilled", 1), woo(1, [json!({"id": "724", "system_id": "724"})])]),
                &[("jane@example.com", 6)],
            )
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
        erased_at: None,
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
    let lines = json!({"line_items": [line(11), line(12)], "fulfillment_status": "fulfilled"});
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
            ..story("the app taken out", said([placed(), shipped(), ("app/uninstalled", uninstalled())]), &[])
        },
        story("the only shipment taken back", said([placed(), shipped(), taken_back(2)]), &[]),
        story("taken back in the second in which it left", said([placed(), shipped(), taken_back(1)]), &[]),
        story(
            "one of two shipments taken back",
            said([("orders/create", order(&at(0), lines)), halves(91, 11), halves(92, 12), half_back]),
            &[("jane@example.com", 6)],
        ),
    ]
}

/// Stories in which a buyer is erased: by Shopify, which names only the order; by hand; and with the whole shop.
fn erasures() -> [Story; 3] {
    let buyer =
        json!({"customer": {"id": 1, "first_name": "Wilhelmina", "last_name": "Canary"}, "tags": "VIP, pays late"});
    let placed = || ("orders/create", with(order(&at(0), json!({})), buyer.clone()));
    let left = json!({"fulfillment_status": "fulfilled", "fulfillments": [shipment(&at(1), &at(1), json!({}))]});
    let fulfilled = || ("orders/fulfilled", with(order(&at(1), left.clone()), buyer.clone()));
    let story = |name, calls, erased_at| Story {
        name,
        platform: "shopify",
        rules: json!({"after": "fulfilled"}),
        calls,
        orders: &[],
        inbox: &[],
        erased_at: Some(erased_at),
    };
    let redact = ("customers/redact", json!({"shop_id": 1, "customer": {"id": 1}, "orders_to_redact": [4001]}));
    let by_hand = (ERASE, json!({"email": "jane@example.com"}));
    let shop = ("shop/redact", redacted());
    [
        story("its buyer redacted by Shopify", said([placed(), redact, fulfilled()]), 1..=2),
        story("its buyer erased by hand", said([placed(), by_hand, fulfilled()]), 1..=2),
        // Shopify calls 48 hours after the app was taken out, and about no order in between.
        story("its shop redacted", said([placed(), fulfilled(), shop]), 2..=2),
    ]
}

/// Runs a story: its calls in this sequence, with this pause after each.
fn play(story: &Story, order: &[usize], pause: SignedDuration, seed: u64, death: Option<(usize, u32)>) -> Ended {
    let idle = Wishes { requests: Vec::new(), changes: Vec::new(), rules: Rules::None, is_told: false };
    let calm = Plan::calm(Kind::Invitation, "", &[]);
    let mut life = Life::new(Plan { seed, shops: vec![idle], crashes: death.into_iter().collect(), ..calm });
    let clients = Rc::clone(&life.shops[0]);
    let start = clients.shop.now();
    let rules = with(story.rules.clone(), json!({ "since": at(-1) }));
    let system = life.executor.run(clients.shop.connect(story.platform, rules));
    life.begin();
    for (place, number) in order.iter().enumerate() {
        if pause.is_zero() && place > 0 && story.calls[*number].erases() {
            // The shop must know the buyer first, even if a function died.
            let until = life.shops[0].shop.now() + MINUTE * 60;
            life.executor.until(until);
        }
        let (clients, system, said) = (Rc::clone(&clients), system.clone(), story.calls[*number].clone());
        life.executor.spawn(async move { post(&clients, &system, &said).await });
        if !pause.is_zero() {
            let until = life.shops[0].shop.now() + pause;
            life.executor.until(until);
        }
    }
    // Meanwhile, a dead function's messages are delivered again.
    life.executor.until(start + DAY / 2);
    let invocations = life.invocations();
    life.calm();
    if story.erased_at.is_some() {
        // An erasure of a shop waits for two days.
        life.executor.until(start + DAY * 3);
    }
    let mut state = life.executor.run(state(&clients, story));
    life.executor.until(start + DAY * if story.erased_at.is_some() { DAYS_OF_ERASURES } else { DAYS });
    if story.erased_at.is_some() {
        state += &life.executor.run(left(&clients));
    }
    let days = |mail: &small_aws::Mail| (mail.sent_at.duration_since(start)).as_hours() / 24;
    let inbox = clients.inbox().iter().map(|mail| (mail.to.clone(), days(mail))).collect();
    Ended { state, inbox, invocations }
}

/// Repeats a call until it is accepted, as both systems do.
async fn post(clients: &Clients, system: &System, Said { topic, body, signature }: &Said) {
    loop {
        let reply = match *topic {
            ERASE => clients.shop.call("POST", ERASE).json(body).send().await,
            "order" => system.posts(topic, body.list()).await,
            topic => system.post(topic, body.to_string().as_bytes(), signature).await,
        };
        if reply.status.is_success() {
            let settled = |row: &Value| ["stored", "kept"].contains(&row["outcome"].text());
            assert!(*topic != "order" || reply.json()["results"].list().iter().all(settled), "{}", reply.body);
            return;
        }
        clients.shop.world.aws().sleep(std::time::Duration::from_secs(5)).await;
    }
}

/// The places where something of the buyer is found.
async fn left(clients: &Clients) -> String {
    let found = found(&clients.shop, &BUYER).await;
    found.iter().map(|(what, places)| format!("{what}: {places:?}")).collect::<Vec<_>>().join("\n")
}

async fn state(clients: &Clients, Story { orders, erased_at, .. }: &Story) -> String {
    if erased_at.is_some() {
        return left(clients).await;
    }
    let listed = clients.shop.get("/api/v1/review-requests").await.json();
    let waiting = listed["requests"].as_array().unwrap().iter().filter(|row| row["status"] == "scheduled");
    if orders.is_empty() {
        return format!("{} wait", waiting.count());
    }
    let shown = ["order_id", "product_ids"];
    let mut lines: Vec<_> = waiting.map(|row| shown.map(|field| row[field].to_string()).join(" ")).collect();
    for id in *orders {
        let mut order = clients.shop.get(format!("/api/v1/orders/{id}")).await.json();
        // What becomes of it is the same, but for the ids and the second at which a request was made.
        order["ask"] = json!([order["ask"]["text"], order["ask"]["reason"]]);
        lines.push(order.to_string());
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
    let possible = orders_of(calls.len()).into_iter().filter(|order| story.is_possible(order));
    let in_turn = possible.enumerate().map(|(number, order)| {
        // In every second sequence, each call is sent twice.
        let order = if number % 2 == 0 { [&order[..], &order[..]].concat() } else { order };
        Way { order, pause: MINUTE, seed: 1, death: None }
    });
    let at_once =
        |order: &[usize], seed, death| Way { order: order.to_vec(), pause: SignedDuration::ZERO, seed, death };
    let backwards = Some(calls.iter().rev().copied().collect::<Vec<_>>()).filter(|order| story.is_possible(order));
    let backwards = backwards.unwrap_or_else(|| calls.clone());
    let dying = play(story, &backwards, SignedDuration::ZERO, 1, None).invocations.into_iter().enumerate();
    let erases = story.erased_at.is_some();
    let dying = dying.filter(|(_, one)| one.function == "take-orders" || erases && one.function == "privacy");
    let deaths = dying.flat_map(|(number, one)| (1..=one.awaits).map(move |at| (number, at)));
    let sampled = if erases { DEATHS_OF_ERASURES_ONE_IN } else { DEATHS_ONE_IN };
    let one_in = if std::env::var_os("AWAITS").is_some() { 1 } else { sampled };
    in_turn
        .chain((1..=number("INTERLEAVINGS").unwrap_or(INTERLEAVINGS)).map(|seed| at_once(&calls, seed, None)))
        .chain(deaths.step_by(one_in).map(|death| at_once(&backwards, 1, Some(death))))
        .collect()
}

/// The end of a story in which a buyer is erased: nothing is found. Without the erasure, all of the buyer is.
fn unerased(story: &Story) -> String {
    let others: Vec<_> = (0..story.calls.len()).filter(|number| !story.calls[*number].erases()).collect();
    let kept = play(story, &others, MINUTE, 1, None).state;
    for part in BUYER {
        assert!(kept.contains(part), "{}: {part} is not in {kept}", story.name);
    }
    String::new()
}

fn all_ways(story: &Story) -> (usize, Vec<String>) {
    let calls: Vec<_> = (0..story.calls.len()).collect();
    let expected = if story.erased_at.is_none() { play(story, &calls, MINUTE, 1, None).state } else { unerased(story) };
    let ways = ways(story);
    (ways.len(), ways.iter().flat_map(|way| wrong(story, &expected, way)).collect())
}

#[test]
fn calls_of_an_order_in_any_order_end_in_one_state() {
    let stories: Vec<_> = erasures().into_iter().chain(row_stories()).chain(shopify_stories()).collect();
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
