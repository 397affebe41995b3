//! API keys: what each may do, by the key's digest.

use domain::{Identity, Mode, Tenant, TenantId};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::identity::IdentityPart;
use crate::table::{Error, Store, from_item, keys};

/// An API key's rights, as the table knows them by the key's digest.
#[derive(Debug, Clone)]
pub struct ApiKeyRecord {
    /// Whose data the key opens.
    pub tenant: Tenant,
    /// What it may do.
    pub scopes: Vec<String>,
    /// Who it speaks for.
    pub identity: Option<Identity>,
    /// Whether it still works.
    pub active: bool,
    /// The tenant's wrapped root key, kept here too so that a call reads one item.
    pub root: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct ApiKeyItem {
    tenant: String,
    mode: String,
    scopes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identity: Option<IdentityPart>,
    active: bool,
    root: ByteBuf,
}

impl From<&ApiKeyRecord> for ApiKeyItem {
    fn from(record: &ApiKeyRecord) -> Self {
        let ApiKeyRecord { tenant: Tenant { id, mode }, scopes, identity, active, root } = record;
        Self {
            tenant: id.as_str().to_owned(),
            mode: mode.as_str().to_owned(),
            scopes: scopes.clone(),
            identity: identity.map(IdentityPart::from),
            active: *active,
            root: ByteBuf::from(root.clone()),
        }
    }
}

impl TryFrom<ApiKeyItem> for ApiKeyRecord {
    type Error = Error;

    fn try_from(item: ApiKeyItem) -> Result<Self, Error> {
        let ApiKeyItem { tenant, mode, scopes, identity, active, root } = item;
        let identity = identity.map(Identity::try_from).transpose()?;
        let tenant = Tenant { id: TenantId::parse(&tenant)?, mode: Mode::parse(&mode)? };
        Ok(Self { tenant, scopes, identity, active, root: root.into_vec() })
    }
}

impl Store {
    /// An API key's record. A strong read: revocation is immediate.
    ///
    /// # Errors
    /// As the table says.
    pub async fn api_key(&self, digest: &str) -> Result<Option<ApiKeyRecord>, Error> {
        let item = self.get(&keys::api_key(digest)).await?;
        item.map(|item| from_item::<ApiKeyItem>(item)?.try_into()).transpose()
    }

    /// Writes an API key's record under the key's digest.
    ///
    /// # Errors
    /// As the table says.
    pub async fn insert_api_key(&self, digest: &str, record: &ApiKeyRecord) -> Result<bool, Error> {
        self.insert(&keys::api_key(digest), &ApiKeyItem::from(record)).await
    }
}
