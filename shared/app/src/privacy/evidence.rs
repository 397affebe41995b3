//! A shop's evidence of how it decides about reviews, for authorities and lawyers: a call records and queues it, and `privacy`
//! writes it.

use domain::values::{Guid, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use store::privacy::evidence::Evidence;

use super::whole::{LINK_FOR, shop_file_key};
use crate::caller::Caller;
use crate::error::Error;
use crate::privacy::{DOWNLOAD_FOR, Privacy, PrivacyTask};

/// The file's name, in the folder of its receipt.
pub const EVIDENCE_FILE: &str = "evidence.zip";

pub fn evidence_key(tenant: &Tenant, receipt: Guid) -> String {
    shop_file_key(tenant, receipt, EVIDENCE_FILE)
}

/// When the evidence is deleted. A run that begins later does nothing.
pub fn evidence_gone_at(evidence: &Evidence) -> Timestamp {
    evidence.asked_at.saturating_add(DOWNLOAD_FOR).unwrap_or(Timestamp::MAX)
}

impl Privacy {
    /// Begins new evidence, unless some is already being written.
    pub async fn make_evidence(&self, caller: &Caller, now: Timestamp) -> Result<(), Error> {
        let tenant = &caller.tenant;
        if self.evidence(tenant, now).await?.is_none_or(|earlier| earlier.finished_at.is_some()) {
            let evidence = Evidence::new(Guid::random(self.random.bytes()), now);
            let mut transaction = self.store.transaction(tenant);
            transaction.put_evidence(&evidence);
            transaction.record(&caller.entry("make_evidence", evidence.receipt, [Value::Null, Value::Null], now));
            transaction.commit().await?;
        }
        self.queue.send(&PrivacyTask::of_evidence(tenant), SignedDuration::ZERO).await
    }

    /// The newest evidence, as long as it can be downloaded.
    pub async fn evidence(&self, tenant: &Tenant, now: Timestamp) -> Result<Option<Evidence>, Error> {
        Ok(self.store.evidence(tenant).await?.filter(|evidence| now < evidence_gone_at(evidence)))
    }

    /// A URL for the finished evidence that works for a quarter of an hour. The audit log records who called.
    pub async fn evidence_link(&self, caller: &Caller, now: Timestamp) -> Result<String, Error> {
        let evidence = self.evidence(&caller.tenant, now).await?.filter(|evidence| evidence.finished_at.is_some());
        let receipt = evidence.ok_or(Error::NotFound)?.receipt;
        let entry = caller.entry("take_evidence", receipt, [Value::Null, Value::Null], now);
        self.store.record(Some(&caller.tenant), &entry).await?;
        self.bucket.link(&evidence_key(&caller.tenant, receipt), LINK_FOR.unsigned_abs(), now).await
    }
}
