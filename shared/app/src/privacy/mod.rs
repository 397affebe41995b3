//! Export and erasure of a person's data. A call only records and queues the job, which may take long; `privacy` does the work.

mod ask;
pub mod whole;

use domain::customer::CustomerKey;
use domain::values::{Channel, Guid, Tenant};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use store::privacy::{Person, PrivacyJob};
use store::shop::audit::AuditEntry;
use store::table::Store;
use vault::TenantKeys;

use crate::error::Error;
use crate::queue::{MessageQueue, ShopMessage};

pub use ask::{DataSubject, Privacy, PrivacyRequest, asked_by};

/// How long an export can be downloaded. template.yaml deletes it then.
pub const DOWNLOAD_FOR: SignedDuration = SignedDuration::from_hours(24);

/// A message of the queue: ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PrivacyTask {
    /// An export or erasure that is recorded in the table.
    Job {
        /// The tenant's name.
        tenant: String,
        /// The tenant's mode.
        mode: String,
        /// The receipt.
        receipt: String,
    },
    /// A shop that ended, or whose end was taken back: the function does what is due.
    Shop {
        /// The tenant, as its keys have it.
        shop: String,
    },
    /// An export of everything that a shop has.
    ShopExport {
        /// The tenant, as its keys have it.
        export_of: String,
    },
    /// A shop to search for what is older than it keeps.
    Aging {
        /// The tenant, as its keys have it.
        aging: String,
        /// The customer after whom to go on; `None` to begin with the oldest.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<String>,
    },
    /// An erasure, or the end of a shop, to repeat because the table was restored from an older backup.
    Replay {
        /// The key of its file in the bucket.
        replay: String,
    },
}

impl ShopMessage for PrivacyTask {
    fn shop(&self) -> Option<String> {
        match self {
            Self::Job { tenant, mode, receipt: _ } => Some(format!("{tenant}.{mode}")),
            Self::Shop { shop } | Self::ShopExport { export_of: shop } | Self::Aging { aging: shop, after: _ } => {
                Some(shop.clone())
            }
            // Sent by an operator, without this type.
            Self::Replay { replay: _ } => None,
        }
    }
}

impl PrivacyTask {
    /// The task of a shop that ended, or whose end was taken back.
    #[must_use]
    pub fn of_shop(tenant: &Tenant) -> Self {
        Self::Shop { shop: tenant.to_string() }
    }

    /// The task of an export of everything that a shop has.
    #[must_use]
    pub fn of_shop_export(tenant: &Tenant) -> Self {
        Self::ShopExport { export_of: tenant.to_string() }
    }

    /// The task of a shop that keeps what has ended for some months only.
    #[must_use]
    pub fn of_aging(tenant: &Tenant, after: Option<String>) -> Self {
        Self::Aging { aging: tenant.to_string(), after }
    }

    /// The task of a recorded export or erasure.
    #[must_use]
    pub fn job(tenant: &Tenant, receipt: Guid) -> Self {
        let Tenant { id, mode } = tenant;
        Self::Job { tenant: id.as_str().to_owned(), mode: mode.as_str().to_owned(), receipt: receipt.to_string() }
    }
}

/// The person with this address or number, as the shop's keys have them.
#[must_use]
pub fn person_at(address: &CustomerKey, keys: &TenantKeys) -> Person {
    let recipient = match address {
        CustomerKey::Email(email) => (Channel::Email, keys.email_index(email)),
        CustomerKey::Phone(phone) => (Channel::Sms, keys.phone_index(phone)),
    };
    Person { recipients: vec![recipient], ..Person::default() }
}

/// Records an export or erasure with its entry of the audit log, and queues it.
///
/// # Errors
/// [`Error::Unavailable`] if it could not be queued; storage failures.
pub async fn start(
    store: &Store,
    queue: &MessageQueue<PrivacyTask>,
    tenant: &Tenant,
    job: &PrivacyJob,
    entry: &AuditEntry,
) -> Result<(), Error> {
    let mut transaction = store.transaction(tenant);
    transaction.put_privacy_job(job);
    transaction.record(entry);
    transaction.commit().await?;
    queue.send(&PrivacyTask::job(tenant, job.receipt), SignedDuration::ZERO).await
}

/// The key of an export's file.
#[must_use]
pub fn export_key(tenant: &Tenant, receipt: Guid) -> String {
    format!("exports/{tenant}/{receipt}.json")
}

/// The key of a file with what one run of an export found; the export's own file is made of these.
#[must_use]
pub fn export_part_key(tenant: &Tenant, receipt: Guid, run: u32) -> String {
    format!("exports/{tenant}/{receipt}-{run}")
}
