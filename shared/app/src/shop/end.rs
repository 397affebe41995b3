//! The end of a shop, with its test mode. From then on, no message leaves, and keys, links and pages are refused. For
//! thirty days, the shop can be restored; then `privacy` destroys its root keys and removes everything else.
//!
//! Told by `tests/stories/notifications/owners.story`.

use domain::shop::{EndedBy, erased_from};
use domain::values::{Mode, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::shop::end::{END_SHOP, RESTORE_SHOP};
use store::table::Store;

use crate::caller::Author;
use crate::error::{Error, TryError, retry};
use crate::privacy::PrivacyTask;
use crate::queue::MessageQueue;

/// How many API keys one transaction switches or deletes, because DynamoDB accepts 100 writes (`TransactWriteItems` in
/// its API reference).
pub const KEYS_AT_ONCE: usize = 90;

#[derive(Clone)]
pub struct EndShop {
    pub store: Store,
    /// The queue of the function `privacy`, which records the end outside the table.
    pub queue: MessageQueue<PrivacyTask>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    End(Option<EndedBy>),
    Restore,
}

impl EndShop {
    /// Ends a shop and, with a live shop, its test mode. Returns when the shop ended. Repeating the call changes
    /// nothing. `by` is `None` if nobody knows any more who ended it. `reconcile` emails the owners.
    pub async fn end(
        &self,
        author: &Author,
        by: Option<EndedBy>,
        tenant: &Tenant,
        now: Timestamp,
    ) -> Result<Timestamp, Error> {
        self.turn_all(author, tenant, Turn::End(by), now).await?;
        let end = self.store.shop_end(tenant).await?.ok_or(Error::NotFound)?;
        Ok(end.ended_at)
    }

    /// Restores a shop and, with a live shop, its test mode: keys, links and messages work again. Returns whether the
    /// shop had ended.
    /// Errors: [`Error::NotFound`] for an unknown shop, and for a shop that ended too long ago.
    pub async fn restore(&self, author: &Author, tenant: &Tenant, now: Timestamp) -> Result<bool, Error> {
        self.turn_all(author, tenant, Turn::Restore, now).await
    }

    async fn turn_all(&self, author: &Author, tenant: &Tenant, turn: Turn, now: Timestamp) -> Result<bool, Error> {
        let record = self.store.tenant(tenant).await?.ok_or(Error::NotFound)?;
        if turn == Turn::Restore && record.ended_at.is_some_and(|ended_at| erased_from(ended_at) <= now) {
            return Err(Error::NotFound);
        }
        let test = Tenant { id: tenant.id.clone(), mode: Mode::Test };
        // The live shop comes last, so that whoever finds it ended knows that its test mode has ended, too.
        let others = [test].into_iter().filter(|test| test != tenant);
        let mut is_changed = false;
        for tenant in others.chain([tenant.clone()]) {
            is_changed |= self.turn(author, &tenant, turn, now).await?;
            self.queue.send(&PrivacyTask::of_shop(&tenant), SignedDuration::ZERO).await?;
        }
        Ok(is_changed)
    }

    /// Returns whether this changed the shop. An unknown shop is left alone.
    async fn turn(&self, author: &Author, tenant: &Tenant, turn: Turn, now: Timestamp) -> Result<bool, Error> {
        let (mut part, mut is_changed) = (0, false);
        loop {
            let (turned, more) = retry!(self.store, {
                let Some(shop) = self.store.tenant(tenant).await? else { return Ok((false, false)) };
                let ring = self.store.key_ring(tenant).await?;
                let parts = ring.keys.len().div_ceil(KEYS_AT_ONCE).max(1);
                let mut transaction = self.store.transaction(tenant);
                // The shop ends before its first key is switched off, and is restored together with the last key: no
                // key works while the shop has ended.
                let is_turn = match turn {
                    Turn::End(_) => part == 0 && shop.ended_at.is_none(),
                    Turn::Restore => part + 1 == parts && shop.ended_at.is_some(),
                };
                if is_turn {
                    let until = |at| json!({"restored_until": format!("{:.0}", erased_from(at))});
                    let (what, change) = match turn {
                        Turn::End(_) => (END_SHOP, [Value::Null, until(now)]),
                        Turn::Restore => (RESTORE_SHOP, [until(shop.ended_at.unwrap_or(now)), Value::Null]),
                    };
                    match turn {
                        Turn::End(by) => transaction.end_shop(by, now),
                        Turn::Restore => transaction.restore_shop(now),
                    }
                    transaction.record(&author.entry(what, tenant, change, now));
                }
                for (digest, _) in ring.keys.iter().skip(part * KEYS_AT_ONCE).take(KEYS_AT_ONCE) {
                    transaction.switch_api_key(digest, turn == Turn::Restore);
                }
                // This prevents a key from being made meanwhile.
                transaction.save(&ring);
                transaction.commit().await?;
                Ok::<_, TryError<Error>>((is_turn, part + 1 < parts))
            })?;
            is_changed |= turned;
            if !more {
                return Ok(is_changed);
            }
            part += 1;
        }
    }
}
