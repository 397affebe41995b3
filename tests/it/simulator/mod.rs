//! Short lives of two shops on one AWS, chosen by a seed. The real functions run. Their calls get faults, their
//! provider throttles or accepts nothing for days, their clocks differ, and they die at any await. Messages are
//! delivered late, twice, in another order or never. Still, nothing that was acknowledged is lost; nothing is sent
//! twice except in the documented case; no two messages of a request are sent within an hour; and the timeline explains
//! each message.
//!
//! `SEEDS=2000` sets the number of lives, and `SEED=17` runs that one alone. One seed is one history, on any machine.

mod checker;
mod client;
pub mod copies;
mod crashes;
pub mod executor;
mod files;
mod groups;
mod guards;
mod hosts;
mod life;
mod notifications;
mod orders;
mod timeline;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{thread, time::Instant};

use crate::support::*;
use life::{Life, Lived, Plan};

/// The number of lives, unless `SEEDS` is set.
const SEEDS: u64 = 40;
const THREADS: usize = 2;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|value| value.parse().unwrap())
}

/// Runs one life; a panic is a violation.
fn live(plan: Plan) -> Lived {
    let lived = catch_unwind(AssertUnwindSafe(|| Life::new(plan).live()));
    lived.unwrap_or_else(|panic| {
        let message = panic.downcast_ref::<String>().cloned();
        let message = message.or_else(|| panic.downcast_ref::<&str>().map(|message| (*message).to_owned()));
        Lived { violations: vec![format!("panic: {}", message.unwrap_or_default())], ..Lived::default() }
    })
}

#[derive(Default)]
struct Sum {
    messages: usize,
    crashes: usize,
    violations: Vec<String>,
}

/// Runs these lives, several at the same time. Each has a name, with which its violations begin.
fn live_all(plans: &[(String, Plan)]) -> Sum {
    let (next, sum) = (AtomicUsize::new(0), Mutex::new(Sum::default()));
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let Some((name, plan)) = plans.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let lived = live(plan.clone());
                    let mut sum = sum.lock().unwrap();
                    sum.messages += lived.mails.len();
                    sum.crashes += lived.crashes;
                    sum.violations.extend(lived.violations.into_iter().map(|wrong| format!("{name}\n  {wrong}")));
                }
            });
        }
    });
    sum.into_inner().unwrap()
}

#[test]
fn what_is_acknowledged_survives_everything() {
    let seeds = match number("SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("SEEDS").unwrap_or(SEEDS),
    };
    let started = Instant::now();
    let command = |seed: u64| format!("SEED={seed} cargo it simulator::what_is_acknowledged -- --nocapture");
    let plans: Vec<_> = seeds.map(|seed| (command(seed), Plan::drawn(seed))).collect();
    let Sum { messages, crashes, violations } = live_all(&plans);
    if let [(_, plan)] = &plans[..] {
        println!("{plan:?}");
    }
    let ms = started.elapsed().as_millis() / plans.len() as u128;
    println!("{} lives, {messages} messages, {crashes} crashes, {ms} ms a life", plans.len());
    assert!(violations.is_empty(), "{} violations:\n{}", violations.len(), violations.join("\n"));
}

#[test]
fn one_seed_is_one_history() {
    for seed in 0..5 {
        let (first, second) = (live(Plan::drawn(seed)), live(Plan::drawn(seed)));
        assert!(!first.history.is_empty());
        assert_eq!(first.history, second.history, "seed {seed}");
    }
}
