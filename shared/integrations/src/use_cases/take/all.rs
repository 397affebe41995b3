//! Plans all orders of a system again.
//!
//! Told by `tests/stories/orders_in/asks.story`.

use app::caller::Caller;
use app::error::Error;
use domain::order::{NoAsk, Order};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use store::order::ListedOrder;
use store::table::{End, ListKey, Listed as _, Reading, Span, Store};

use super::{CalledShop, RUN_FOR, TakeOrders};
use crate::OrderTask;

const PAGE: u32 = 100;
/// How many orders are planned at the same time.
const AT_ONCE: usize = 8;
/// How long after it was placed an order's request may still wait: 180 days until it is shipped, 30 until it is due, and the rest for a
/// pause, until the request's link ends.
const WAITS_FOR: SignedDuration = SignedDuration::from_hours(24 * 365);

impl TakeOrders {
    /// Plans all the system's orders again that may still be asked about, by the rules as they are then; without rules, their waiting
    /// requests are withdrawn. `false` if the rest is queued.
    pub(crate) async fn plan_all(&self, shop: &CalledShop, task: &OrderTask, now: Timestamp) -> Result<bool, Error> {
        let Caller { tenant, .. } = &shop.caller;
        let first = Store::placed_since(now.saturating_sub(WAITS_FOR).unwrap_or(Timestamp::UNIX_EPOCH));
        let span = Some(Span { first, last: ListKey::from("~".to_owned()) });
        let mut after = task.after.clone().map(ListKey::from);
        loop {
            let reading = Reading { span: span.clone(), after, end: End::Newest, limit: PAGE };
            let page = self.store.listed_orders(tenant, reading).await?;
            let rules = self.rules(shop).await?;
            let may_change =
                |row: &&ListedOrder| row.place.system == shop.system && row.reason.is_none_or(NoAsk::may_change);
            let plan = |row: &ListedOrder| self.order(shop, Order::unknown(row.place.clone()), rules.clone(), now);
            let plans: Vec<_> = page.rows.iter().filter(may_change).map(plan).collect();
            stream::iter(plans).buffer_unordered(AT_ONCE).try_for_each(|_| async { Ok(()) }).await?;
            let Some(last) = page.rows.last().filter(|_| page.more) else { return Ok(true) };
            if self.clock.now().duration_since(now) > RUN_FOR {
                self.orders.send(&task.behind(Some(last.place().as_str().to_owned())), SignedDuration::ZERO).await?;
                return Ok(false);
            }
            after = Some(last.place());
        }
    }
}
