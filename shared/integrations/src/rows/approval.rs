//! The approval that a member asked of their shop's system, until the system answers.

use aws_sdk_dynamodb::types::{AttributeValue, Delete};
use domain::values::{ShopSystem, Tenant, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::table::{CommitError, Error, Part, from_item, keys};

use super::Rows;
use crate::rules::ShopRefusal;

/// The last approval that a member asked for. It is deleted once the system answered, unless it came to nothing.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ApprovalRecord {
    /// The digest of the secret that the system posts back.
    pub secret_digest: String,
    /// The digest of the session of the member who asked.
    pub session: String,
    /// The shop's address, as the member typed it.
    pub address: String,
    /// Whether the member wants the key to be kept.
    pub keeps_key: bool,
    /// How long the system may answer, or how long the page says why the approval came to nothing.
    #[serde(with = "ms::required")]
    pub until: Timestamp,
    /// Why the approval came to nothing, after the system answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<ShopRefusal>,
}

#[derive(Serialize, Deserialize)]
struct ApprovalItem {
    #[serde(flatten)]
    record: ApprovalRecord,
    ttl: i64,
}

impl ApprovalRecord {
    /// Whether the system may still answer with this secret.
    pub fn waits_for(&self, secret_digest: &str, now: Timestamp) -> bool {
        self.refusal.is_none() && now < self.until && self.secret_digest == secret_digest
    }

    fn item(&self) -> ApprovalItem {
        ApprovalItem { record: self.clone(), ttl: self.until.as_second() }
    }
}

impl Rows<'_> {
    pub async fn approval(&self, tenant: &Tenant, system: ShopSystem) -> Result<Option<ApprovalRecord>, Error> {
        let item = self.0.get(&keys::approval(tenant, system)).await?;
        item.map(|item| Ok(from_item::<ApprovalItem>(item)?.record)).transpose()
    }

    /// Waits for an approval, instead of an earlier one.
    pub async fn await_approval(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        record: &ApprovalRecord,
    ) -> Result<(), CommitError> {
        let mut transaction = self.0.transaction(tenant);
        transaction.put(Part::Other, &keys::approval(tenant, system), &record.item(), "", []);
        transaction.commit_alone().await
    }

    /// Uses up an approval. `false` if another call did, or if another approval is waited for.
    pub async fn use_approval(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        record: &ApprovalRecord,
    ) -> Result<bool, CommitError> {
        let unused = Delete::builder()
            .condition_expression("secret_digest = :digest AND attribute_not_exists(refusal)")
            .expression_attribute_values(":digest", AttributeValue::S(record.secret_digest.clone()));
        let mut transaction = self.0.transaction(tenant);
        transaction.delete(Part::Other, &keys::approval(tenant, system), unused);
        match transaction.commit().await {
            Ok(()) => Ok(true),
            Err(error) if error.refused(Part::Other) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Waits for no approval, and does not say any more why the last came to nothing.
    pub async fn forget_approval(&self, tenant: &Tenant, system: ShopSystem) -> Result<(), Error> {
        self.0.remove(&keys::approval(tenant, system)).await
    }

    /// Keeps why a used approval came to nothing, unless another is waited for.
    pub async fn keep_refusal(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        record: &ApprovalRecord,
    ) -> Result<(), Error> {
        self.0.insert(&keys::approval(tenant, system), &record.item()).await.map(drop)
    }
}
