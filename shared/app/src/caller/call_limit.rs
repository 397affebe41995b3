//! Limits the calls by a shop's programs, so that one shop's endless loop does not slow other shops.
//!
//! Copies of a function share only the table, and an ordinary call must not cost a write. So each copy counts for
//! itself, and a copy that serves a shop often also counts its calls in the table, several at once. This finds every
//! busy shop: a copy serves one call at a time, and Lambda adds copies only when all are busy, so each copy that a shop
//! keeps busy serves that shop often.

use std::cell::Cell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::values::Tenant;
use jiff::Timestamp;
use store::table::Store;

use crate::error::Error;

/// The length of a window in which calls are counted, so that a burst of one second is not refused.
const WINDOW_S: i64 = 10;
/// How many of a shop's calls a copy serves in a window before it counts them in the table.
const UNCOUNTED: u32 = 20;
/// How many calls a copy then counts in the table at once, most of them before they come. So no call may weigh more.
const AT_ONCE: u32 = 10;
/// For how many shops a copy remembers counts. When there are more, it forgets all.
const REMEMBERED_MAX: usize = 1_000;

/// What is left of a shop's calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallQuota {
    pub most: u64,
    pub window_s: u64,
    /// The calls that are left in this window, by the last count in the table; `None` while this copy has not counted
    /// there in this window. It then knows only its own few calls, and other copies may have served all that are allowed.
    pub left: Option<u64>,
    /// The seconds until the end of this window.
    pub until_s: u64,
}

tokio::task_local! {
    /// The quota after the call that this task answers. It goes from here to the answer's headers past every handler,
    /// because no handler does anything with it.
    static QUOTA: Cell<Option<CallQuota>>;
    /// The parameter that the call has and its route lacks.
    pub(super) static UNKNOWN: Option<String>;
}

/// Answers a call, but for one with a valid key and an `unknown` parameter. Also returns what is then left of its shop's calls, if
/// the shop has a limit and the call counted.
pub async fn with_quota<T>(unknown: Option<String>, answer: impl Future<Output = T>) -> (T, Option<CallQuota>) {
    let answer = UNKNOWN.scope(unknown, answer);
    QUOTA.scope(Cell::new(None), async { (answer.await, QUOTA.with(Cell::get)) }).await
}

#[derive(Clone)]
pub(super) struct CallLimit {
    store: Store,
    /// How many calls a shop may make in a window; 0 for any number.
    most: u64,
    seen: Arc<Mutex<HashMap<Tenant, Seen>>>,
}

#[derive(Default)]
struct Seen {
    window: i64,
    served: u32,
    /// How many calls the copy may serve without looking at the table again.
    granted: u32,
    /// The calls that were left when the copy last counted in the table, besides those that it may still serve.
    left: Option<u64>,
    is_full: bool,
}

enum Next {
    Serve,
    /// First count this many calls in the table.
    Count(u32),
    Refuse,
}

impl CallLimit {
    /// A limit of this many calls a second for each shop; 0 for none.
    pub(super) fn new(store: Store, a_second: u32) -> Self {
        Self { store, most: u64::from(a_second) * WINDOW_S.unsigned_abs(), seen: Arc::default() }
    }

    /// Counts a call as `weight` calls.
    pub(super) async fn take(&self, tenant: &Tenant, weight: u32, now: Timestamp) -> Result<(), Error> {
        if self.most == 0 {
            return Ok(());
        }
        let window = now.as_second().div_euclid(WINDOW_S);
        let is_served = match self.next(tenant, weight, window) {
            Next::Serve => true,
            Next::Refuse => false,
            Next::Count(calls) => {
                let until = (window + 1) * WINDOW_S;
                // A call that cannot be counted is served, so that the limit does not make an outage of the table
                // worse.
                let counted = self.store.count_calls(tenant, window, calls, until).await;
                let counted =
                    counted.inspect_err(|error| tracing::warn!(%error, %tenant, "calls are not counted")).ok();
                self.note(tenant, window, counted);
                counted.is_none_or(|counted| counted <= self.most)
            }
        };
        let wait_s = WINDOW_S - now.as_second().rem_euclid(WINDOW_S);
        let quota = CallQuota {
            most: self.most,
            window_s: WINDOW_S.unsigned_abs(),
            left: self.left(tenant, window),
            until_s: wait_s.unsigned_abs(),
        };
        let _ = QUOTA.try_with(|noted| noted.set(Some(quota)));
        if is_served { Ok(()) } else { Err(Error::TooManyCalls { wait_s }) }
    }

    fn next(&self, tenant: &Tenant, weight: u32, window: i64) -> Next {
        let mut shops = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if shops.len() >= REMEMBERED_MAX && !shops.contains_key(tenant) {
            shops.clear();
        }
        let seen = shops.entry(tenant.clone()).or_default();
        if seen.window != window {
            *seen = Seen { window, granted: UNCOUNTED, ..Seen::default() };
        }
        if seen.is_full {
            return Next::Refuse;
        }
        seen.served += weight;
        if seen.served <= seen.granted {
            return Next::Serve;
        }
        let served_uncounted = if seen.granted == UNCOUNTED { UNCOUNTED } else { 0 };
        seen.granted += AT_ONCE;
        Next::Count(served_uncounted + AT_ONCE)
    }

    /// Notes the calls of all copies in this window, as the table has counted them; `None` if it could not.
    fn note(&self, tenant: &Tenant, window: i64, counted: Option<u64>) {
        let mut shops = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(seen) = shops.get_mut(tenant).filter(|seen| seen.window == window) {
            seen.left = counted.map(|counted| self.most.saturating_sub(counted));
            seen.is_full |= counted.is_some_and(|counted| counted > self.most);
        }
    }

    fn left(&self, tenant: &Tenant, window: i64) -> Option<u64> {
        let shops = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = shops.get(tenant).filter(|seen| seen.window == window)?;
        let granted = u64::from(seen.granted.saturating_sub(seen.served));
        seen.left.map(|left| if seen.is_full { 0 } else { left + granted })
    }
}
