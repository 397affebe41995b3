//! Counts of recently failed messages by cause, from each shop's daily counts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use app::request::why::Speech;
use domain::message::Cause;
use domain::values::{Invalid, RequestId, Tenant, parse_time};
use edge::native::seconds;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, TimestampRound, Unit};
use serde_json::{Value, json};
use store::message::failures::Failures;

use crate::call::{Call, PARALLEL};
use crate::failure::Failure;

/// How far back `since` may be. The counts are stored a little longer.
const BACK_MAX: SignedDuration = SignedDuration::from_hours(31 * 24);
const SHOPS_NAMED_MAX: usize = 20;
/// Requests that an answer names for each cause.
const EXAMPLES_MAX: usize = 3;

type Counted = (Tenant, BTreeMap<Cause, Failures>);
/// How many messages failed for one cause, and the requests of some of them.
type Sum<'a> = (u64, Vec<(RequestId, &'a Tenant)>);

pub(crate) async fn failed(
    call: &Call<'_>,
    since: String,
    shop: Option<String>,
    after: Option<String>,
) -> Result<Value, Failure> {
    let from = beginning(&since, call.now)?;
    let (shops, next) = match shop {
        Some(shop) => (vec![call.shop(&shop).await?.0], None),
        None => call.live_shops(after.as_deref()).await?,
    };
    let shops_read = shops.len();
    let read = shops.into_iter().map(async |tenant| {
        let failures = call.parts.store.failures(&tenant, from, Date::MAX).await?;
        Ok::<Counted, store::table::Error>((tenant, failures))
    });
    let read: Vec<_> = read.collect();
    let counted: Vec<Counted> = stream::iter(read).buffered(PARALLEL).try_collect().await?;
    let sums = sums(&counted);
    Ok(json!({
        "from": seconds(from),
        "failed": sums.iter().map(|(_, (failed, _))| failed).sum::<u64>(),
        "causes": sums.into_iter().map(cause).collect::<Vec<_>>(),
        "shops": shops_that_failed(&counted),
        "shops_read": shops_read,
        "next": next,
    }))
}

/// Parses `since` and rounds it down to the hour.
fn beginning(since: &str, now: Timestamp) -> Result<Timestamp, Invalid> {
    const RULE: Invalid = Invalid("`since` must be a time within the last 31 days, such as 2026-11-20T06:00:00Z.");
    let since = parse_time(since).filter(|at| *at <= now && now.duration_since(*at) <= BACK_MAX).ok_or(RULE)?;
    since.round(TimestampRound::new().smallest(Unit::Hour).mode(jiff::RoundMode::Floor)).map_err(|_| RULE)
}

/// The causes, the most frequent first.
fn sums(counted: &[Counted]) -> Vec<(Cause, Sum<'_>)> {
    let mut sums = BTreeMap::<Cause, Sum<'_>>::new();
    for (tenant, failures) in counted {
        for (cause, Failures { count, requests }) in failures {
            let (sum, examples) = sums.entry(*cause).or_default();
            *sum += count;
            examples.extend(requests.iter().map(|request| (*request, tenant)));
        }
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by_key(|(_, (failed, _))| Reverse(*failed));
    sums
}

/// A cause with some of its requests, newest first.
fn cause((cause, (failed, mut examples)): (Cause, Sum<'_>)) -> Value {
    examples.sort_unstable_by_key(|(request, _)| Reverse(*request));
    let example = |(request, Tenant { id, mode }): (RequestId, &Tenant)| json!({"tenant": id.as_str(), "mode": mode.as_str(), "request": request.get()});
    let requests: Vec<_> = examples.into_iter().take(EXAMPLES_MAX).map(example).collect();
    let meaning = Speech::english().meaning(cause);
    json!({"cause": cause.as_str(), "failed": failed, "meaning": meaning, "requests": requests})
}

fn shops_that_failed(counted: &[Counted]) -> Vec<Value> {
    let of_shop = |(tenant, failures): &Counted| {
        let failed: u64 = failures.values().map(|failed| failed.count).sum();
        let causes: BTreeMap<_, _> = failures.iter().map(|(cause, failed)| (cause.as_str(), failed.count)).collect();
        let Tenant { id, mode } = tenant;
        (failed, json!({"tenant": id.as_str(), "mode": mode.as_str(), "failed": failed, "causes": causes}))
    };
    let mut shops: Vec<_> = counted.iter().map(of_shop).filter(|(failed, _)| *failed > 0).collect();
    shops.sort_by_key(|(failed, _)| Reverse(*failed));
    shops.into_iter().take(SHOPS_NAMED_MAX).map(|(_, shop)| shop).collect()
}
