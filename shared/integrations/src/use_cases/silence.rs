//! Problems with a shop's system: nothing has come for much longer than usual, its calls are refused, or it asks for the erasure
//! of its orders.
//!
//! Told by `tests/stories/orders_in/connections.story`.

use domain::message::{Notification, NotificationName};
use domain::values::{Mode, ShopSystem, Tenant};
use futures_util::future::{try_join, try_join_all};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::message::due::Due;
use store::table::{Attributes, Error, Store};

use crate::rows::ConnectionState;
use crate::{ForgedCalls, INBOUND_SHOWN, InboundResult, REMEMBERED_DAYS, Rows, UsualOrders};

/// How long a refused call is shown as a problem.
const REFUSED_WITHIN: SignedDuration = SignedDuration::from_hours(72);

/// The problems with a shop's system that a person has to solve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemTrouble {
    pub system: ShopSystem,
    /// Whether a call was ever accepted. This is not remembered for ever, so it also counts for older connections.
    pub was_called: bool,
    /// When the last order or call came, if the system is silent.
    pub silent_since: Option<Timestamp>,
    /// The calls that another secret signed, if the shop has to do something about them.
    pub forged: Option<ForgedCalls>,
    /// Since when orders may be missing, because calls are silent or refused.
    pub missing_since: Option<Timestamp>,
    /// The times of refused calls, newest first, among the last 50 calls.
    pub refused: Vec<Timestamp>,
    /// When the system's orders will be erased, because it asked for that.
    pub erased_at: Option<Timestamp>,
}

impl SystemTrouble {
    const fn none(system: ShopSystem) -> Self {
        Self {
            system,
            was_called: false,
            silent_since: None,
            forged: None,
            missing_since: None,
            refused: Vec::new(),
            erased_at: None,
        }
    }
}

/// Looks for such problems in each system about whose orders customers are asked, and for a coming erasure also in others.
/// `connections` are the rows of the shop's connections.
pub async fn troubles(
    store: &Store,
    tenant: &Tenant,
    connections: Vec<(ShopSystem, Attributes)>,
    now: Timestamp,
) -> Result<Vec<SystemTrouble>, Error> {
    let remembered = SignedDuration::from_hours(24 * i64::from(REMEMBERED_DAYS));
    let of = |connection: ConnectionState| async move {
        let (rows, system) = (Rows(store), connection.system);
        let (days, calls) =
            try_join(rows.orders_of_days(tenant, system, now), rows.inbounds(tenant, system, INBOUND_SHOWN)).await?;
        let erased_at = calls.iter().filter(|call| call.result.is_none()).find_map(|call| call.due_at);
        if !connection.is_asking {
            return Ok(erased_at.map(|_| SystemTrouble { erased_at, ..SystemTrouble::none(system) }));
        }
        let refused = calls.iter().filter(|call| call.result == Some(InboundResult::Refused));
        let refused = refused.map(|call| call.id.minted_at()).filter(|at| now.duration_since(*at) < REFUSED_WITHIN);
        let usual = UsualOrders::of_system(system, &days);
        let silent_since = usual.silence(now);
        let is_wrong =
            |forged: &ForgedCalls| forged.mean_wrong_secret(usual.last_call_at, connection.secret_alone_at, now);
        let forged = usual.forged.filter(is_wrong);
        let refused_since = forged.map(|_| usual.last_call_at.unwrap_or(connection.created_at));
        let missing_since = refused_since.or(silent_since);
        Ok::<_, Error>(Some(SystemTrouble {
            was_called: usual.last_call_at.is_some() || now.duration_since(connection.created_at) > remembered,
            silent_since,
            forged,
            missing_since,
            refused: refused.collect(),
            // Asking again prevents the erasure.
            ..SystemTrouble::none(system)
        }))
    };
    let troubles = try_join_all(Rows::connection_states(connections)?.into_iter().map(of)).await?;
    Ok(troubles.into_iter().flatten().collect())
}

/// Checks whether later orders and calls have followed those of a day. If not, orders a notification to the owner.
pub async fn look_for_silence(store: &Store, due: Due, now: Timestamp) -> Result<(), Error> {
    let Some((system, day)) = due.day_of_orders() else { return Ok(()) };
    let usual = UsualOrders::of_system(system, &Rows(store).orders_of_days(&due.tenant, system, now).await?);
    // A later day has a row of its own.
    let last = [usual.last_order_at, usual.last_call_at].into_iter().flatten();
    let is_last = last.map(|at| at.to_zoned_datetime(TimeZone::UTC).date()).any(|last| last == day);
    match usual.silent_from().filter(|_| is_last) {
        Some(at) if now < at => store.put_off(vec![(due, at)], now).await.map(drop),
        _ => {
            if let Some(since) = usual.silence(now).filter(|_| is_last) {
                let connection = Rows(store).sealed_integration(&due.tenant, system).await?;
                if connection.is_some_and(|connection| connection.is_asking()) {
                    tell_owner(store, &due.tenant, NotificationName::Silent(system), since, now).await?;
                }
            }
            store.settle_due(&due).await.map(drop)
        }
    }
}

/// Orders the notification to the owner about what happened at `since`, once. It replaces a notification about
/// something earlier.
pub(super) async fn tell_owner(
    store: &Store,
    tenant: &Tenant,
    name: NotificationName,
    since: Timestamp,
    now: Timestamp,
) -> Result<(), Error> {
    let shop = store.tenant(tenant).await?;
    if tenant.mode == Mode::Live && shop.is_some_and(|shop| shop.has_owner_email()) {
        let notification = Notification { since: Some(since), ..Notification::new(name, now) };
        let earlier = store.notifications(tenant, &[notification.name]).await?.pop();
        if earlier.as_ref().is_none_or(|earlier| earlier.since.unwrap_or(earlier.ordered_at) < since) {
            store.order_notification(tenant, &notification, earlier.as_ref()).await?;
        }
    }
    Ok(())
}
