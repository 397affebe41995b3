//! Exports all of a shop's data as JSON Lines: a call records and queues the export, and `privacy` writes the files.

use domain::values::{Guid, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use store::privacy::shop_export::{ExportFile, ShopExport};

use crate::caller::Caller;
use crate::error::Error;
use crate::privacy::{DOWNLOAD_FOR, Privacy, PrivacyTask};

/// How long a link to a file works. A link is made only when somebody asks for the file.
const LINK_FOR: SignedDuration = SignedDuration::from_mins(15);

pub fn shop_file_key(tenant: &Tenant, receipt: Guid, name: &str) -> String {
    format!("exports/{tenant}/{receipt}/{name}")
}

/// When the files of an export are deleted.
pub fn gone_at(export: &ShopExport) -> Timestamp {
    export.asked_at.saturating_add(DOWNLOAD_FOR).unwrap_or(Timestamp::MAX)
}

impl Privacy {
    /// Begins an export of all the shop's data, unless one is already running.
    pub async fn export_shop(&self, caller: &Caller, now: Timestamp) -> Result<ShopExport, Error> {
        let tenant = &caller.tenant;
        let earlier = self.shop_export(caller, now).await?.filter(|export| export.finished_at.is_none());
        let export = match earlier {
            Some(export) => export,
            None => {
                let export = ShopExport::new(Guid::random(self.random.bytes()), now);
                let mut transaction = self.store.transaction(tenant);
                transaction.write(&export);
                transaction.record(&caller.entry("export_shop", export.receipt, [Value::Null, Value::Null], now));
                transaction.commit().await?;
                export
            }
        };
        self.queue.send(&PrivacyTask::ShopExport { export_of: tenant.clone() }, SignedDuration::ZERO).await?;
        Ok(export)
    }

    /// The newest export of all the shop's data, as long as its files can be downloaded.
    pub async fn shop_export(&self, caller: &Caller, now: Timestamp) -> Result<Option<ShopExport>, Error> {
        Ok(self.store.one(&caller.tenant, ()).await?.filter(|export| now < gone_at(export)))
    }

    /// The newest export and, once it is done, a URL for each file that works for a quarter of an hour. The audit log
    /// records who called.
    pub async fn shop_files(
        &self,
        caller: &Caller,
        now: Timestamp,
    ) -> Result<(ShopExport, Vec<(ExportFile, String)>), Error> {
        let export = self.shop_export(caller, now).await?.ok_or(Error::NotFound)?;
        let mut files = Vec::new();
        if export.finished_at.is_some() {
            let entry = caller.entry("download_shop_files", export.receipt, [Value::Null, Value::Null], now);
            self.store.record(Some(&caller.tenant), &entry).await?;
            for file in &export.files {
                let key = shop_file_key(&caller.tenant, export.receipt, &file.name);
                files.push((file.clone(), self.bucket.link(&key, LINK_FOR.unsigned_abs(), now).await?));
            }
        }
        Ok((export, files))
    }

    /// A URL for a file of the shop's export that works for a quarter of an hour. The audit log records who called.
    pub async fn shop_file(&self, caller: &Caller, name: &str, now: Timestamp) -> Result<String, Error> {
        let export = self.shop_export(caller, now).await?.ok_or(Error::NotFound)?;
        let file = export.files.iter().find(|ExportFile { name: of, .. }| of == name).ok_or(Error::NotFound)?;
        let after = Value::from(file.name.as_str());
        let entry = caller.entry("download_shop_file", export.receipt, [Value::Null, after], now);
        self.store.record(Some(&caller.tenant), &entry).await?;
        self.bucket.link(&shop_file_key(&caller.tenant, export.receipt, &file.name), LINK_FOR.unsigned_abs(), now).await
    }
}
