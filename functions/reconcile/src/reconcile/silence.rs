//! Finds the systems from which no order has come for much longer than usual.

use domain::{Letter, LetterName, Mode, ShopSystem, Tenant};
use integrations::{Rows, UsualOrders};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::Due;

use super::{Reconcile, Report};

impl Reconcile {
    /// Looks whether orders have followed those of these days, and orders a letter to the owner where none has.
    pub(super) async fn look_for_silence(&self, rows: Vec<Due>, report: &mut Report, now: Timestamp) {
        for due in rows {
            if let Err(error) = self.look_behind(due, now).await {
                report.fail(1, &error);
            }
        }
    }

    async fn look_behind(&self, due: Due, now: Timestamp) -> Result<(), store::Error> {
        let Some((system, day)) = due.day_of_orders() else { return Ok(()) };
        let usual = UsualOrders::of(&Rows(&self.store).orders_of_days(&due.tenant, system, now).await?);
        // A later day has its own row.
        let is_last = usual.last_order_at.is_some_and(|at| at.to_zoned(TimeZone::UTC).date() == day);
        match usual.silent_from().filter(|_| is_last) {
            Some(at) if now < at => self.store.put_off(vec![(due, at)], now).await.map(drop),
            silent => {
                if silent.is_some() {
                    self.tell_owner(&due.tenant, system, now).await?;
                }
                self.store.settle_due(&due).await.map(drop)
            }
        }
    }

    async fn tell_owner(&self, tenant: &Tenant, system: ShopSystem, now: Timestamp) -> Result<(), store::Error> {
        let connection = Rows(&self.store).sealed_integration(tenant, system).await?;
        let owner = self.store.owner_context(tenant).await?;
        if tenant.mode == Mode::Live
            && connection.is_some_and(|connection| connection.is_asking())
            && owner.is_some_and(|(shop, _)| shop.has_owner_email())
        {
            let letter = Letter::new(LetterName::Silent(system), None, None, now);
            self.store.order_letter_once(tenant, &letter).await?;
        }
        Ok(())
    }
}
