//! The end of a shop. It is also recorded outside the table, so that the shop ends again if the table is restored from
//! a backup. After thirty days the shop's root keys are destroyed, in its item and in its API keys. This makes all
//! encrypted data unreadable, in backups, too. Then the shop's files and rows are deleted.

use app::caller::Author;
use app::error::Error;
use app::privacy::PrivacyTask;
use app::shop::end::{EndShop, KEYS_AT_ONCE};
use domain::shop::{EndedBy, erased_from};
use domain::values::Tenant;
use futures_util::future::try_join_all;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::shop::end::{ERASE_SHOP, ShopEnd, Swept};
use store::table::CommitError;

use crate::work::{AT_ONCE, PrivacyWork, RUN_FOR, end_key};

/// The wait between the destruction of the root keys and the first removal of rows. Functions store keys for a minute,
/// and run for at most a minute.
const SETTLES_WITHIN: SignedDuration = SignedDuration::from_mins(5);
/// The folders in the bucket that contain a shop's files. `erasures/` stays.
const FOLDERS: [&str; 5] = ["photos", "uploads", "exports", "imports", "feeds"];

#[derive(Serialize, Deserialize)]
struct EndFile {
    ended_at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ended_by: Option<EndedBy>,
}

impl PrivacyWork {
    /// Ends a shop again from its record.
    pub(crate) async fn end_again(&self, tenant: &Tenant) -> Result<(), Error> {
        let file = self.bucket.get(&end_key(tenant), self.clock.now()).await?;
        let unreadable = |_| Error::Internal("the record of a shop's end".to_owned());
        let EndFile { ended_at, ended_by } = serde_json::from_slice(&file).map_err(unreadable)?;
        let end = EndShop { store: self.store.clone(), queue: self.queue.clone() };
        match end.end(&Author::ourselves(), ended_by, tenant, ended_at).await {
            // The table was restored to a time before the shop was created.
            Ok(_) | Err(Error::NotFound) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Continues the end of a shop: writes its record to the bucket, later erases its keys, then its files and rows.
    /// Work that does not fit into this run is queued.
    pub(crate) async fn end_shop(&self, tenant: &Tenant) -> Result<(), Error> {
        let now = self.clock.now();
        let Some(end) = self.store.shop_end(tenant).await? else {
            return self.bucket.delete(&end_key(tenant), now).await;
        };
        let Some(erased_at) = end.erased_at else {
            if now < erased_from(end.ended_at) {
                let file = EndFile { ended_at: end.ended_at, ended_by: end.ended_by };
                let file = serde_json::to_string(&file).map_err(|error| Error::Internal(error.to_string()))?;
                return self.bucket.put_json(&end_key(tenant), file, now).await;
            }
            self.erase_keys(tenant, &end, now).await?;
            return self.shop_later(tenant, SETTLES_WITHIN).await;
        };
        match SETTLES_WITHIN - now.duration_since(erased_at) {
            left if left.is_positive() => self.shop_later(tenant, left).await,
            _ if self.remove_files_of(tenant, now).await? && self.sweep(tenant, end.sweep, now).await? => {
                self.store.forget_shop(tenant).await?;
                tracing::info!(shop = %tenant, "nothing is left of a shop that ended");
                Ok(())
            }
            _ => self.shop_later(tenant, SignedDuration::ZERO).await,
        }
    }

    async fn shop_later(&self, tenant: &Tenant, wait: SignedDuration) -> Result<(), Error> {
        self.queue.send(&PrivacyTask::of_shop(tenant), wait).await
    }

    async fn erase_keys(&self, tenant: &Tenant, end: &ShopEnd, now: Timestamp) -> Result<(), Error> {
        let ring = self.store.key_ring(tenant).await?;
        for keys in ring.keys.chunks(KEYS_AT_ONCE) {
            let mut transaction = self.store.transaction(tenant);
            keys.iter().for_each(|(digest, _)| transaction.delete_api_key(digest));
            transaction.commit().await?;
        }
        let mut transaction = self.store.transaction(tenant);
        let entry = Author::ourselves().entry(ERASE_SHOP, tenant, [json!({"root_keys": true}), Value::Null], now);
        transaction.erase_shop(end, &entry, now);
        match transaction.commit().await {
            // Another run already did this.
            Ok(()) | Err(CommitError::Refused(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Deletes the shop's files until none is left or the run's time is over. Returns whether all are deleted.
    async fn remove_files_of(&self, tenant: &Tenant, started: Timestamp) -> Result<bool, Error> {
        for folder in FOLDERS {
            loop {
                let keys = self.bucket.list(&format!("{folder}/{tenant}/"), self.clock.now()).await?;
                if keys.is_empty() {
                    break;
                }
                let deleted: Vec<_> = keys.iter().map(|key| self.bucket.delete(key, started)).collect();
                stream::iter(deleted).buffer_unordered(AT_ONCE).try_collect::<()>().await?;
                if self.clock.now().duration_since(started) > RUN_FOR {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// Removes the shop's rows, from where the last run stopped, until none is left or the run's time is over. Returns
    /// whether all are removed.
    async fn sweep(&self, tenant: &Tenant, mut sweep: Vec<Swept>, started: Timestamp) -> Result<bool, Error> {
        while sweep.iter().any(|swept| *swept != Swept::All) {
            if self.clock.now().duration_since(started) > RUN_FOR {
                return Ok(false);
            }
            let segments = sweep.iter().enumerate();
            let read: Vec<_> = segments.map(|(segment, swept)| self.store.sweep(tenant, segment, swept)).collect();
            sweep = try_join_all(read).await?;
            self.store.save_sweep(tenant, &sweep).await?;
        }
        Ok(true)
    }
}
