//! Takes the product's protections off, one at a time, on the wire: the checker notices, or it would prove nothing.

use futures_util::future::join_all;
use serde_json::json;

use super::{
    life::{Guard, Life, Plan, without_condition},
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

/// Invitations that a shop's hour accepts: 99 one by one, then ten at once.
fn accepted(is_tampered: bool) -> usize {
    let mut life = Life::new(Plan { requests: Vec::new(), changes: Vec::new(), ..Plan::drawn(1) });
    let clients = life.clients;
    let shop = &clients.shop;
    if is_tampered {
        shop.world.aws().set_tampering(|call, body| without_condition(call, body, "RATE#"));
    }
    let invite = |number: usize| {
        let invitation = json!({"email": format!("jane+{number}@example.com"), "name": "Jane"});
        let call = shop.call("POST", "/api/v1/invitations").json(&invitation);
        async move { usize::from(call.send().await.status == 200) }
    };
    let one_by_one: usize = (0..99).map(|number| life.executor.run(invite(number))).sum();
    let at_once = life.executor.run(join_all((99..109).map(|number| invite(number))));
    one_by_one + at_once.into_iter().sum::<usize>()
}

#[test]
fn the_rate_limits_condition_matters() {
    assert_eq!(accepted(false), 100);
    assert!(accepted(true) > 100);
}
