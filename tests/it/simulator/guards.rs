//! Takes the product's protections off, one at a time, on the wire: the checker notices, or it would prove nothing.

use std::{cell::Cell, rc::Rc};

use jiff::Timestamp;
use serde_json::json;

use super::{
    life::{Guard, Life, MINUTE, Plan, without_condition},
    live,
};

/// Seeds of which one at least shows what a missing protection does.
const SEEDS: u64 = 60;

/// Asserts that without a protection something goes wrong within [`SEEDS`], and that with it nothing does.
fn matters(guard: Guard, worse: impl Fn(Plan) -> Plan) {
    let plan = |seed, without| worse(Plan { without, skewed: false, ..Plan::drawn(seed) });
    let found = (0..SEEDS).find_map(|seed| {
        let wrong = live(plan(seed, Some(guard))).violations;
        wrong.into_iter().next().map(|wrong| (seed, wrong))
    });
    let (seed, wrong) = found.unwrap_or_else(|| panic!("nobody misses {guard:?} in {SEEDS} lives"));
    println!("without {guard:?}, seed {seed}: {wrong}");
    for seed in 0..=seed {
        let violations = live(plan(seed, None)).violations;
        assert!(violations.is_empty(), "seed {seed} with {guard:?}: {violations:?}");
    }
}

#[test]
fn the_claims_condition_matters() {
    matters(Guard::Claim, |plan| Plan { copies: true, ..plan });
}

#[test]
fn the_wait_for_evidence_matters() {
    matters(Guard::Evidence, |plan| Plan { faults: 100, ..plan });
}

#[test]
fn the_orders_guard_matters() {
    matters(Guard::Order, |plan| plan);
}

#[test]
fn that_the_sdk_does_not_repeat_a_call_to_ses_matters() {
    matters(Guard::NoRetries, |plan| Plan { faults: 100, ..plan });
}

/// Invitations that a shop's hour accepts: 90 one by one, then 30 at once.
fn accepted(seed: u64, is_tampered: bool) -> usize {
    let mut life = Life::new(Plan { requests: Vec::new(), changes: Vec::new(), ..Plan::drawn(seed) });
    let accepted = Rc::new(Cell::new(0));
    if is_tampered {
        life.clients.shop.world.aws().set_tampering(|call, body| without_condition(call, body, "RATE#", ""));
    }
    for number in 0..120 {
        let (clients, accepted) = (Rc::clone(&life.clients), Rc::clone(&accepted));
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

/// The time in a life's world.
fn now(life: &Life) -> Timestamp {
    life.clients.shop.now()
}

#[test]
fn the_rate_limits_condition_matters() {
    let found = (0..5).find(|seed| accepted(*seed, true) > 100).expect("nobody misses it in five lives");
    (0..=found).for_each(|seed| assert_eq!(accepted(seed, false), 100));
}
