//! Exports and erases a person's data. A call only records and queues the job, because the work may take long;
//! `privacy` does it.

mod ask;
mod stored;
pub mod whole;

use domain::customer::CustomerKey;
use domain::values::{Guid, Tenant};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use store::privacy::{Person, PrivacyJob};
use store::shop::audit::AuditEntry;
use store::table::Store;
use vault::TenantKeys;

use crate::error::Error;
use crate::queue::{MessageQueue, ShopMessage};

pub use ask::{DataSubject, Privacy, PrivacyRequest, asked_by};
pub use stored::stored_about;

/// How long an export can be downloaded. After that, a rule in template.yaml deletes it.
pub const DOWNLOAD_FOR: SignedDuration = SignedDuration::from_hours(24);

/// A message of the queue: ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PrivacyTask {
    /// An export or erasure that is recorded in the table.
    Job { tenant: Tenant, receipt: Guid },
    /// A shop that ended or was restored: `privacy` continues its end, or removes the record of it from the bucket.
    Shop { shop: Tenant },
    /// An export of all of a shop's data.
    ShopExport { export_of: Tenant },
    /// A shop in which to find data that is older than its setting `keep_months` allows.
    Aging {
        aging: Tenant,
        /// The customer after whom to continue; `None` to begin with the oldest.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<String>,
    },
    /// A shop whose file for Google may be outdated.
    Feed { feed_of: Tenant },
    /// An erasure, the end of a shop or of a review, or a suppression, to repeat after the table was restored from a backup.
    Replay {
        /// The key of the record in the bucket.
        replay: String,
    },
}

impl ShopMessage for PrivacyTask {
    fn shop(&self) -> Option<String> {
        match self {
            Self::Job { tenant: shop, receipt: _ }
            | Self::Shop { shop }
            | Self::ShopExport { export_of: shop }
            | Self::Aging { aging: shop, after: _ }
            | Self::Feed { feed_of: shop } => Some(shop.to_string()),
            // Operators send it directly, without this type.
            Self::Replay { replay: _ } => None,
        }
    }
}

impl PrivacyTask {
    pub fn job(tenant: &Tenant, receipt: Guid) -> Self {
        Self::Job { tenant: tenant.clone(), receipt }
    }

    pub fn of_shop(tenant: &Tenant) -> Self {
        Self::Shop { shop: tenant.clone() }
    }
}

/// The person with this address or number, by the shop's blind index.
pub fn person_at(address: &CustomerKey, keys: &TenantKeys) -> Person {
    Person { recipients: vec![(address.channel(), keys.recipient_index(address))], ..Person::default() }
}

/// Records an export or erasure with its entry of the audit log, and queues it.
/// Errors: [`Error::Unavailable`] if it could not be queued; storage failures.
pub async fn start(
    store: &Store,
    queue: &MessageQueue<PrivacyTask>,
    tenant: &Tenant,
    job: &PrivacyJob,
    entry: &AuditEntry,
) -> Result<(), Error> {
    let mut transaction = store.transaction(tenant);
    transaction.write(job);
    transaction.record(entry);
    transaction.commit().await?;
    queue.send(&PrivacyTask::job(tenant, job.receipt), SignedDuration::ZERO).await
}

pub fn export_key(tenant: &Tenant, receipt: Guid) -> String {
    format!("exports/{tenant}/{receipt}.json")
}

/// The key of the file with what one run of an export found. The export's own file is joined from these files.
pub fn export_part_key(tenant: &Tenant, receipt: Guid, run: u64) -> String {
    format!("exports/{tenant}/{receipt}-{run}")
}
