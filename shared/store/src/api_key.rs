//! API keys, by their digest: whose they are and what they may do.

use domain::{Identity, Mode, Tenant, TenantId};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::identity::IdentityPart;
use crate::table::{Error, Store, from_item, keys};

/// What an API key may do. The table has only the key's digest.
#[derive(Debug, Clone)]
pub struct ApiKeyRecord {
    /// Whose data it gives access to.
    pub tenant: Tenant,
    /// Its scopes, such as `requests:read`.
    pub scopes: Vec<String>,
    /// Who it acts for: recorded as the initiator of the requests that it creates.
    pub identity: Option<Identity>,
    /// `false` once it is revoked.
    pub active: bool,
    /// A copy of the tenant's wrapped root key, so that a call reads one item.
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
    /// An API key's record. The read is strongly consistent, so a revocation is immediate.
    pub async fn api_key(&self, digest: &str) -> Result<Option<ApiKeyRecord>, Error> {
        let item = self.get(&keys::api_key(digest)).await?;
        item.map(|item| from_item::<ApiKeyItem>(item)?.try_into()).transpose()
    }

    /// Inserts an API key's record. `false` if the digest is taken.
    pub async fn insert_api_key(&self, digest: &str, record: &ApiKeyRecord) -> Result<bool, Error> {
        self.insert(&keys::api_key(digest), &ApiKeyItem::from(record)).await
    }
}
