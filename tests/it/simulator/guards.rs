//! Disables the product's protections by changing calls, one protection at a time. The checker must notice each,
//! because otherwise it would prove nothing.

use std::{cell::Cell, rc::Rc};

use jiff::Timestamp;
use serde_json::json;
use small_aws::MailStanding;

use super::{
    client::{Channels, Kind},
    crashes::each_crash,
    life::{Change, DAY, Events, Guard, Life, MINUTE, Plan, Rules, Wishes, without_condition},
    live,
};

/// The number of seeds. At least one of them shows the effect of a missing protection.
const SEEDS: u64 = 240;

fn drawn() -> impl Iterator<Item = Plan> {
    drawn_from(0)
}

/// The same lives, but beginning with a seed that showed the effect before, because most lives do not have a rare race.
fn drawn_from(first: u64) -> impl Iterator<Item = Plan> {
    (first..SEEDS).chain(0..first).map(|seed| Plan { skewed: false, ..Plan::drawn(seed) })
}

/// Asserts that without a protection something goes wrong in one of these lives, and with the protection nothing does.
/// Returns what goes wrong.
fn matters(guard: Guard, plans: impl Iterator<Item = Plan>) -> String {
    let mut lived = 0;
    for plan in plans {
        let violations = live(plan.clone()).violations;
        assert!(violations.is_empty(), "life {lived} with {guard:?}: {violations:?}");
        if let Some(wrong) = live(Plan { without: Some(guard), ..plan }).violations.first() {
            return format!("without {guard:?}, life {lived}: {wrong}");
        }
        lived += 1;
    }
    panic!("nobody misses {guard:?} in {lived} lives");
}

#[test]
fn removing_the_claims_condition_is_noticed() {
    println!("{}", matters(Guard::Claim, drawn_from(21).map(|plan| Plan { copies: true, ..plan })));
}

#[test]
fn removing_the_wait_for_evidence_is_noticed() {
    // The sender dies, and its wake-up is delivered again after three minutes.
    let plan = Plan { events: Events::None, ..Plan::calm(Kind::Native { delay_days: 0 }, "jane@example.com", &[]) };
    let crashes = each_crash("one mail", &plan, |function| function == "send-request");
    println!("{}", matters(Guard::Evidence, crashes.into_iter().map(|(_, plan)| plan)));
}

#[test]
fn removing_the_orders_uniqueness_key_is_noticed() {
    println!("{}", matters(Guard::Order, drawn_from(15)));
}

#[test]
fn repeated_calls_of_the_sdk_to_ses_are_noticed() {
    println!("{}", matters(Guard::NoRetries, drawn().map(|plan| Plan { faults: 100, ..plan })));
}

#[test]
fn removing_a_shops_rules_is_noticed() {
    for rules in [Rules::Window, Rules::Cap] {
        println!("{rules:?} {}", matters(Guard::Rules, drawn().map(|plan| plan.ruled(rules))));
    }
}

#[test]
fn losing_a_stopped_address_is_noticed() {
    println!("{}", matters(Guard::Stop, drawn_from(108)));
}

#[test]
fn losing_webhooks_is_noticed() {
    println!("{}", matters(Guard::Outbox, drawn()));
}

#[test]
fn losing_notifications_is_noticed() {
    println!("{}", matters(Guard::Notification, drawn_from(34)));
}

#[test]
fn reminders_after_a_late_one_at_their_old_times_are_noticed() {
    let ask = Kind::Ask { by: Channels::Email, reminders: 2 };
    let [paused, sends] = [MailStanding::Paused, MailStanding::Production].map(Change::Stand);
    for (begin, end) in [(Change::Hold { days: 19 }, Change::Release), (paused, sends)] {
        let mut plan = Plan::calm(ask, "john@example.com", &[(begin, DAY), (end, DAY * 20)]);
        plan.calm_from += DAY * 17;
        println!("{}", matters(Guard::Gaps, [plan].into_iter()));
    }
}

#[test]
fn two_imports_of_a_file_at_once_are_noticed() {
    println!("{}", matters(Guard::Import, drawn().map(|plan| Plan { copies: true, ..plan })));
}

/// The number of invitations that are accepted in a shop's hour: 90 one by one, then 30 at the same time.
fn accepted(seed: u64, is_tampered: bool) -> usize {
    let idle = Wishes { requests: Vec::new(), changes: Vec::new(), rules: Rules::None, is_told: false };
    let mut life = Life::new(Plan { shops: vec![idle], ..Plan::drawn(seed) });
    let accepted = Rc::new(Cell::new(0));
    if is_tampered {
        life.shops[0].shop.world.aws().set_tampering(|call, body| without_condition(call, body, "RATE#", ""));
    }
    for number in 0..120 {
        let (clients, accepted) = (Rc::clone(&life.shops[0]), Rc::clone(&accepted));
        life.executor.spawn(async move {
            let invitation = json!({"email": format!("jane+{number}@example.com"), "name": "Jane"});
            let reply = clients.shop.post("/api/v1/invitations", invitation).await;
            accepted.set(accepted.get() + usize::from(reply.status == 200));
        });
        if number < 90 {
            life.executor.until(now(&life));
        }
    }
    life.executor.until(now(&life) + MINUTE);
    accepted.get()
}

fn now(life: &Life) -> Timestamp {
    life.shops[0].shop.now()
}

#[test]
fn removing_the_rate_limits_condition_is_noticed() {
    let found = (0..5).find(|seed| accepted(*seed, true) > 100).expect("nobody misses it in five lives");
    (0..=found).for_each(|seed| assert_eq!(accepted(seed, false), 100));
}
