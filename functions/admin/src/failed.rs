//! Counts of recently failed messages by cause, from each shop's daily counts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use app::request::why::Speech;
use domain::message::Cause;
use domain::values::{Invalid, Mode, RequestId, Tenant, parse_time};
use edge::native::seconds;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp, TimestampRound, Unit};
use serde::{Deserialize, Serialize};
use store::message::failures::Failures;

use crate::call::Call;
use crate::failure::Failure;

/// How far back `since` may be. The counts are stored a little longer.
const BACK_MAX: SignedDuration = SignedDuration::from_hours(31 * 24);
const SHOPS_READ_MAX: usize = 200;
/// Shops whose counts are read at once.
const PARALLEL: usize = 16;
const SHOPS_NAMED_MAX: usize = 20;
/// Requests that an answer names for each cause.
const EXAMPLES_MAX: usize = 3;

/// A question about one shop or, without `tenant`, about all shops in live mode.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Failed {
    /// RFC 3339. Rounded down to the hour.
    since: String,
    tenant: Option<String>,
    mode: Option<String>,
    /// The `next` of the previous answer.
    after: Option<String>,
}

#[derive(Serialize)]
pub(crate) struct FailedMessages {
    /// The start of the first counted hour.
    from: String,
    failed: u64,
    /// Most frequent first.
    causes: Vec<CauseCount>,
    shops: Vec<ShopFailures>,
    shops_read: usize,
    /// The `after` of the next call; `null` if this answer includes the last shop.
    next: Option<String>,
}

#[derive(Serialize)]
struct CauseCount {
    cause: &'static str,
    failed: u64,
    meaning: String,
    /// Some of the requests, newest first.
    requests: Vec<Example>,
}

#[derive(Serialize)]
struct Example {
    tenant: String,
    mode: &'static str,
    request: u64,
}

#[derive(Serialize)]
struct ShopFailures {
    tenant: String,
    mode: &'static str,
    failed: u64,
    causes: BTreeMap<&'static str, u64>,
}

type Counted = (Tenant, BTreeMap<Cause, Failures>);
/// How many messages failed for one cause, and the requests of some of them.
type Sum<'a> = (u64, Vec<(RequestId, &'a Tenant)>);

impl Failed {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<FailedMessages, Failure> {
        let Self { since, tenant: id, mode, after } = self;
        let from = beginning(&since, call.now)?;
        let (shops, next) = match (id, mode) {
            (Some(id), Some(mode)) => (vec![call.shop(&id, &mode).await?.0], None),
            (None, None) => live_shops(call, after.as_deref()).await?,
            _ => {
                return Err(Invalid(
                    "Give both `tenant` and `mode` for one shop, or neither for all shops in live mode.",
                )
                .into());
            }
        };
        let shops_read = shops.len();
        let read: Vec<_> = shops
            .into_iter()
            .map(async |tenant| {
                let failures = call.parts.store.failures(&tenant, from).await?;
                Ok::<Counted, store::table::Error>((tenant, failures))
            })
            .collect();
        let counted: Vec<Counted> = stream::iter(read).buffered(PARALLEL).try_collect().await?;
        let causes = causes(&counted);
        Ok(FailedMessages {
            from: seconds(from),
            failed: causes.iter().map(|cause| cause.failed).sum(),
            causes,
            shops: named(&counted),
            shops_read,
            next,
        })
    }
}

async fn live_shops(call: &Call<'_>, after: Option<&str>) -> Result<(Vec<Tenant>, Option<String>), Failure> {
    let page = call.parts.store.shops(after.unwrap_or_default(), SHOPS_READ_MAX).await?;
    let next = page.rows.last().filter(|_| page.more).map(|shop| shop.tenant.to_string());
    let live = page.rows.into_iter().map(|shop| shop.tenant).filter(|tenant| tenant.mode == Mode::Live);
    Ok((live.collect(), next))
}

/// Parses `since` and rounds it down to the hour.
fn beginning(since: &str, now: Timestamp) -> Result<Timestamp, Invalid> {
    const RULE: Invalid = Invalid("`since` must be a time within the last 31 days, such as 2026-11-20T06:00:00Z.");
    let since = parse_time(since).filter(|at| *at <= now && now.duration_since(*at) <= BACK_MAX).ok_or(RULE)?;
    since.round(TimestampRound::new().smallest(Unit::Hour).mode(jiff::RoundMode::Floor)).map_err(|_| RULE)
}

fn causes(counted: &[Counted]) -> Vec<CauseCount> {
    let mut sums = BTreeMap::<Cause, Sum<'_>>::new();
    for (tenant, failures) in counted {
        for (cause, Failures { count, requests }) in failures {
            let (sum, examples) = sums.entry(*cause).or_default();
            *sum += count;
            examples.extend(requests.iter().map(|request| (*request, tenant)));
        }
    }
    let of_cause = |(cause, (failed, mut examples)): (Cause, Sum<'_>)| {
        examples.sort_unstable_by_key(|(request, _)| Reverse(*request));
        let example = |(request, tenant): (RequestId, &Tenant)| {
            let (tenant, mode) = words(tenant);
            Example { tenant, mode, request: request.get() }
        };
        let requests = examples.into_iter().take(EXAMPLES_MAX).map(example).collect();
        CauseCount { cause: cause.as_str(), failed, meaning: Speech::english().meaning(cause), requests }
    };
    let mut causes: Vec<_> = sums.into_iter().map(of_cause).collect();
    causes.sort_by_key(|cause| Reverse(cause.failed));
    causes
}

fn named(counted: &[Counted]) -> Vec<ShopFailures> {
    let of_shop = |(tenant, failures): &Counted| {
        let causes: BTreeMap<_, _> = failures.iter().map(|(cause, failed)| (cause.as_str(), failed.count)).collect();
        let (tenant, mode) = words(tenant);
        ShopFailures { tenant, mode, failed: causes.values().sum(), causes }
    };
    let mut shops: Vec<_> = counted.iter().map(of_shop).filter(|shop| shop.failed > 0).collect();
    shops.sort_by_key(|shop| Reverse(shop.failed));
    shops.truncate(SHOPS_NAMED_MAX);
    shops
}

fn words(Tenant { id, mode }: &Tenant) -> (String, &'static str) {
    (id.as_str().to_owned(), Mode::as_str(*mode))
}
