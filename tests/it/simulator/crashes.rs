//! A function may die at any of its awaits. Each death is tried alone, and some pairs of deaths.

use domain::message::EVIDENCE_WAIT;

use super::client::{Channels, Kind};
use super::life::{Change, Events, Plan};
use super::{live, live_all};
use crate::support::*;

/// Lives in which every function for requests and messages runs, and the changes to the request.
fn lives() -> [(&'static str, Plan); 7] {
    let [now, later] = [0, 1].map(|delay_days| Kind::Native { delay_days });
    let ask = Kind::Ask { by: Channels::Email, reminders: 1 };
    [
        ("a mail, its review and a notification about it", {
            Plan::calm(now, "jane@example.com", &[(Change::Review, DAY), (Change::Withhold, DAY + MINUTE)])
        }),
        ("a file of reviews", Plan::calm(later, "jane@example.com", &[(Change::Import, MINUTE)])),
        ("a later mail that is cancelled, and erased", {
            Plan::calm(later, "jane@example.com", &[(Change::Erase, DAY - MINUTE)])
        }),
        ("a later mail that is sent now", { Plan::calm(later, "jane@example.com", &[(Change::SendNow, MINUTE)]) }),
        ("a later mail that a pause keeps back", {
            let pause = [(Change::Pause { minutes: 40 }, DAY - MINUTE), (Change::Resume, DAY + MINUTE * 20)];
            Plan::calm(later, "jane@example.com", &pause)
        }),
        ("a mail that is due while its shop has ended", {
            Plan::calm(later, "jane@example.com", &[(Change::End, DAY - MINUTE), (Change::Restore, DAY + MINUTE * 20)])
        }),
        ("a reminder that is stopped", Plan::calm(ask, "john@example.com", &[(Change::Stop, DAY * 3 + MINUTE)])),
    ]
}

/// Plans in which one more invocation in a life dies, after those in the plan, once at each of its awaits.
pub fn each_crash(name: &str, plan: &Plan, of: impl Fn(&str) -> bool) -> Vec<(String, Plan)> {
    let lived = live(plan.clone());
    assert!(lived.violations.is_empty() && lived.crashes == plan.crashes.len(), "{name}: {:?}", lived.violations);
    let first = plan.crashes.last().map_or(0, |(number, _)| number + 1);
    let dying = lived.invocations.iter().enumerate().skip(first).filter(|(_, invocation)| of(&invocation.function));
    let awaits = dying.flat_map(|(number, invocation)| (1..=invocation.awaits).map(move |at| (number, at, invocation)));
    let plans = awaits.map(|(number, at, invocation)| {
        let name = format!("{name}: {} dies at await {at} of invocation {number}", invocation.function);
        (name, Plan { crashes: [&plan.crashes[..], &[(number, at)]].concat(), ..plan.clone() })
    });
    plans.collect()
}

/// One await in forty; `AWAITS=1` tries each.
#[test]
fn a_function_may_die_at_any_await() {
    let one_in = if std::env::var_os("AWAITS").is_some() { 1 } else { 40 };
    let plans = lives().into_iter().flat_map(|(name, plan)| each_crash(name, &plan, |_| true));
    let plans: Vec<_> = plans.step_by(one_in).collect();
    let sum = live_all(&plans);
    println!("{} crashes, {} messages", sum.crashes, sum.messages);
    assert_eq!(sum.crashes, plans.len(), "each was met");
    assert!(sum.violations.is_empty(), "{}", sum.violations.join("\n"));
}

/// The second death may happen while the damage of the first is repaired. One pair in 16,000 is tried, one in 120 with
/// `AWAITS=1`; `PAIRS=1` tries all 100,000 or so.
#[test]
fn a_function_may_die_while_another_recovers() {
    let (firsts, seconds) = match ["PAIRS", "AWAITS"].map(|name| std::env::var_os(name).is_some()) {
        [true, _] => (1, 1),
        [_, true] => (12, 10),
        _ => (800, 20),
    };
    let (mut pairs, mut violations) = (0, Vec::new());
    let single: Vec<_> = lives().iter().flat_map(|(name, plan)| each_crash(name, plan, |_| true)).collect();
    for (name, plan) in single.iter().step_by(firsts) {
        let plans: Vec<_> = each_crash(name, plan, |_| true).into_iter().step_by(seconds).collect();
        let sum = live_all(&plans);
        // If two functions run at the same time, the death of one may allow the other to continue.
        assert!(sum.crashes >= plans.len(), "{name}: each was met");
        pairs += plans.len();
        violations.extend(sum.violations);
    }
    println!("{pairs} pairs of crashes, {} violations", violations.len());
    assert!(violations.is_empty() && pairs > 4, "{}", violations.join("\n"));
}

/// SES has accepted the email, and its sender has died. If the email's event arrives, the email was sent once;
/// otherwise it is sent once more after 15 minutes, as documented.
#[test]
fn a_sender_that_dies_mails_once_if_the_event_comes() {
    for (events, counts) in [(Events::Prompt, &[1][..]), (Events::None, &[1, 2])] {
        let plan = Plan { events, ..Plan::calm(Kind::Native { delay_days: 0 }, "jane@example.com", &[]) };
        let mut seen = BTreeMap::<usize, u32>::new();
        for (name, plan) in each_crash("one mail", &plan, |function| function == "send-request") {
            let lived = live(plan);
            assert!(lived.violations.is_empty(), "{name}: {:?}", lived.violations);
            *seen.entry(lived.mails.len()).or_default() += 1;
            let is_late = |mails: &[Mail]| mails[1].sent_at.duration_since(mails[0].sent_at) >= EVIDENCE_WAIT;
            assert!(lived.mails.windows(2).all(is_late), "{name}: {:?}", lived.mails);
        }
        println!("{events:?}: crashes by the number of emails: {seen:?}");
        assert!(seen.keys().eq(counts), "{events:?}: {seen:?}");
    }
}
