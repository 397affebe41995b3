//! A system from which no order has come for much longer than usual.

use domain::{Letter, LetterName, Mode, ShopSystem, Tenant};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::{Due, Error, Store};

use crate::{Rows, UsualOrders};

/// Looks whether orders have followed those of a day, and orders a letter to the owner if none has.
///
/// # Errors
/// Storage failures.
pub async fn look_for_silence(store: &Store, due: Due, now: Timestamp) -> Result<(), Error> {
    let Some((system, day)) = due.day_of_orders() else { return Ok(()) };
    let usual = UsualOrders::of(&Rows(store).orders_of_days(&due.tenant, system, now).await?);
    // A later day has its own row.
    let is_last = usual.last_order_at.is_some_and(|at| at.to_zoned(TimeZone::UTC).date() == day);
    match usual.silent_from().filter(|_| is_last) {
        Some(at) if now < at => store.put_off(vec![(due, at)], now).await.map(drop),
        silent => {
            if silent.is_some() {
                tell_owner(store, &due.tenant, system, now).await?;
            }
            store.settle_due(&due).await.map(drop)
        }
    }
}

async fn tell_owner(store: &Store, tenant: &Tenant, system: ShopSystem, now: Timestamp) -> Result<(), Error> {
    let connection = Rows(store).sealed_integration(tenant, system).await?;
    let owner = store.owner_context(tenant).await?;
    if tenant.mode == Mode::Live
        && connection.is_some_and(|connection| connection.is_asking())
        && owner.is_some_and(|(shop, _)| shop.has_owner_email())
    {
        let letter = Letter::new(LetterName::Silent(system), None, None, now);
        store.order_letter_once(tenant, &letter).await?;
    }
    Ok(())
}
