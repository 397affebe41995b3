//! The one-time code with which WooCommerce's plug-in gets its key.

use domain::values::{Tenant, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::table::{CommitError, Error, Part, Transaction, from_item, keys};

use super::integration::Rows;

/// What an owner approved: who has the code, and proves to have asked for it, connects the shop.
#[derive(Serialize, Deserialize)]
pub(crate) struct CodeRecord {
    /// The shop's tenant.
    pub of: String,
    /// Who approved, as the audit log names them.
    pub by: String,
    /// The SHA-256 of the plug-in's secret, in hexadecimal.
    pub challenge: String,
    /// The shop's address, as [`ShopPlace`](crate::ShopPlace) has it.
    pub home: String,
    #[serde(with = "ms::required")]
    pub until: Timestamp,
}

#[derive(Serialize)]
struct CodeItem<'a> {
    #[serde(flatten)]
    record: &'a CodeRecord,
    ttl: i64,
}

impl Rows<'_> {
    pub(crate) async fn code(&self, digest: &str) -> Result<Option<CodeRecord>, Error> {
        self.0.get(&keys::connection_code(digest)).await?.map(from_item).transpose()
    }

    pub(crate) async fn save_code(
        &self,
        tenant: &Tenant,
        digest: &str,
        record: &CodeRecord,
    ) -> Result<(), CommitError> {
        let mut transaction = self.0.transaction(tenant);
        let item = CodeItem { record, ttl: record.until.as_second() };
        transaction.set(&keys::connection_code(digest), &item);
        transaction.commit_alone().await
    }
}

/// Uses up a code. Refused if another call did.
pub(crate) fn use_code(transaction: &mut Transaction<'_>, digest: &str) {
    transaction.delete_if(Part::Other, &keys::connection_code(digest), "attribute_exists(PK)", []);
}
