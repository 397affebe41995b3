//! An operation's surroundings.

use app::{Author, TenantRecord};
use domain::Tenant;
use jiff::Timestamp;

use crate::AdminParts;
use crate::failure::Failure;

/// An operation's surroundings: what it may use, who runs it, and when.
pub(crate) struct Call<'a> {
    pub(crate) parts: &'a AdminParts,
    pub(crate) operator: Author,
    pub(crate) now: Timestamp,
}

impl Call<'_> {
    /// The shop of an operation, by the words of its event, with its record.
    ///
    /// # Errors
    /// [`Failure::Invalid`], [`Failure::NotFound`].
    pub(crate) async fn shop(&self, tenant: &str, mode: &str) -> Result<(Tenant, TenantRecord), Failure> {
        let tenant = Tenant::parse(tenant, mode)?;
        let record = self.parts.store.tenant(&tenant).await?.ok_or(app::Error::NotFound)?;
        Ok((tenant, record))
    }
}
