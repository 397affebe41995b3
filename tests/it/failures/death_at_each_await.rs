//! In each of many worlds, one function dies at one of its awaits, until every function of a story has died at each of
//! its awaits.

use crate::support::*;

pub trait Life {
    fn shop(&self) -> &Shop;
    /// Runs the story. A caller who gets no answer calls again.
    async fn act(&self);
    /// Checks the state at the end; `name` says who died.
    async fn check(&self, name: &str);
}

pub async fn shop() -> Shop {
    let clock = MovableClock::frozen(START.parse().unwrap());
    let world = World::simulated(BASE_URL.to_owned(), clock, seeded_random(1)).unwrap();
    Shop::in_world(world, "fern", Mode::Live).await
}

/// Calls until this answer comes, at most twice, because one function dies.
pub async fn until<'a>(done: u16, call: impl Fn() -> Call<'a>) {
    for _ in 0..2 {
        let reply = call().send().await;
        if reply.status == done {
            return;
        }
        assert_eq!(reply.status, 500, "{}", reply.body);
    }
    panic!("it died twice");
}

/// Repeats the story with each death of a function that `dies` selects, and asserts that more than `least` happened.
/// Returns the names of the functions that ran.
pub async fn survives<L: Life>(
    new: impl AsyncFn() -> L,
    dies: impl Fn(&str) -> bool,
    least: usize,
) -> BTreeSet<String> {
    survives_one_in(1, new, dies, least).await
}

/// Repeats it with one death in so many; `AWAITS=1` tries each.
pub async fn survives_one_in<L: Life>(
    sampled: usize,
    new: impl AsyncFn() -> L,
    dies: impl Fn(&str) -> bool,
    least: usize,
) -> BTreeSet<String> {
    let one_in = if std::env::var_os("AWAITS").is_some() { 1 } else { sampled };
    let calm = new().await;
    let first = calm.shop().aws().invocations().len();
    calm.act().await;
    let lived = calm.shop().aws().invocations();
    calm.check("nobody dies").await;
    let mut crashes = 0;
    let dying = lived.iter().enumerate().skip(first).filter(|(_, run)| dies(&run.function));
    let deaths = dying.flat_map(|(number, run)| (1..=run.awaits).map(move |at| (number, at)));
    for (number, at) in deaths.step_by(one_in) {
        let life = new().await;
        let aws = life.shop().aws().clone();
        aws.set_crashes(move |begun| (begun == number).then_some(at));
        life.act().await;
        crashes += aws.invocations().iter().filter(|invocation| invocation.died).count();
        life.check(&format!("{} dies at await {at}", lived[number].function)).await;
    }
    assert!(crashes * one_in > least, "{crashes}");
    lived.into_iter().skip(first).map(|invocation| invocation.function).collect()
}
