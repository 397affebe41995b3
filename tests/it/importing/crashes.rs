//! The function that reads files may die at any of its awaits: the next delivery goes on.

use std::time::Duration;

use domain::Mode;
use jiff::SignedDuration;
use local::World;
use local::seeded_random;
use serde_json::Value;
use small_aws::{Fault, MovableClock, Service};

use super::{errors, file, numbers, post, reviews, shown};
use crate::simulator::executor::Executor;
use crate::support::{BASE_URL, MUG, START, Shop};

/// Imports a file while invocations die: which one, counted from 0, at which await. Each call of the table takes so long. How
/// many awaits each had.
fn run(query: &'static str, call: Duration, dies: impl Fn(usize) -> Option<u32> + Send + Sync + 'static) -> Vec<u32> {
    fastrand::seed(7);
    let clock = MovableClock::frozen(START.parse().unwrap());
    let world = World::simulated(BASE_URL.to_owned(), clock, seeded_random(7)).unwrap();
    let mut executor = Executor::new(world.clone(), 7);
    let csv = file(&[
        &format!("r-1,{MUG},4,,One.,Jane,Thanks,,,2025-03-02"),
        &format!("r-2,{MUG},9,,Bad.,Jane,,,,2025-03-02"),
        &format!("r-1,{MUG},4,,Again.,Jane,,,,2025-03-02"),
        &format!("r-3,{MUG},5,,Two.,Jane,,http://a.example/1.jpg,,2026-11-19"),
    ]);
    let (shop, asked) = executor.run(async move {
        let shop = Shop::in_world(world, "fern", Mode::Live).await;
        let asked = post(&shop, query, "text/csv", &csv).await;
        assert_eq!(asked.status, 201, "{}", asked.body);
        (shop, asked.json())
    });
    let aws = shop.world.aws().clone();
    let first = aws.invocations().len();
    aws.set_crashes(move |number| dies(number - first));
    aws.set_faults(move |of| if of.service == Service::DynamoDb { Fault::Delay(call) } else { Fault::None });
    let until = shop.now() + SignedDuration::from_mins(20);
    executor.until(until);
    aws.set_crashes(|_| None);
    aws.set_faults(|_| Fault::None);
    assert_eq!(aws.timed_out(), [""; 0]);
    let invocations = aws.invocations();
    let runs: Vec<_> = invocations[first..].iter().filter(|run| run.function == "import-reviews").collect();
    let (done, stored): (Value, Vec<Value>) =
        executor.run(async { (shown(&shop, &asked["id"]).await, reviews(&shop).await) });
    let is_dry = query.contains("dry");
    assert_eq!((&done["status"], numbers(&done)), (&"done".into(), (4, 2, 2)), "{runs:?} {done}");
    assert_eq!(
        errors(&done),
        [(3, Some("rating"), "invalid_rating"), (4, None, "duplicate"), (5, Some("photo_urls"), "photos_not_imported"),]
    );
    assert_eq!(stored.len(), if is_dry { 0 } else { 2 });
    assert_eq!(aws.objects(), [""; 0], "the file is gone");
    runs.iter().map(|run| run.awaits).collect()
}

#[test]
fn an_import_of_many_runs_may_die_at_any_await() {
    // Eight calls take a run's time, and the rows need more.
    let slow = Duration::from_secs(2);
    for query in ["format=afterword", "format=afterword&dry_run=true"] {
        let awaits = run(query, slow, |_| None);
        assert!(awaits.len() > 1, "{awaits:?}");
        let deaths = awaits.iter().enumerate().flat_map(|(number, &awaits)| (1..=awaits).map(move |at| (number, at)));
        for (number, at) in deaths.step_by(5) {
            let runs = run(query, slow, move |invocation| (invocation == number).then_some(at));
            assert!(runs.len() >= awaits.len(), "{number} {at}");
        }
    }
}

#[test]
fn an_import_may_die_again_and_again() {
    let run = |dies: fn(usize) -> bool, at| {
        run("format=afterword", Duration::ZERO, move |invocation| dies(invocation).then_some(at))
    };
    let awaits = run(|_| false, 1)[0];
    let runs = run(|invocation| invocation < 4, awaits - 2);
    assert!(runs.len() >= 2, "{runs:?}");
}
