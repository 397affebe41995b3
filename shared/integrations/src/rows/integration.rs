//! A shop's connection to its own system: the secret, the rules, and what was read of the shop.

use domain::values::{ShopSystem, Tenant, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use store::retention::days_after;
use store::shop::audit::AuditEntry;
use store::table::{Attributes, CommitError, Error, Part, Store, Transaction, from_item, keys, open, seal};
use vault::TenantKeys;

use crate::rules::{AskRules, InboundSecret, PlugIn, ShopAccess, ShopReading, ShopifyApp, ShopifyDomain};

/// The field to which a connection's secrets are bound.
const SEALED: &str = "sealed";
/// For how many days after a connection's end the system's privacy topics are accepted. Shopify calls `shop/redact` 48
/// hours after the shop uninstalled the app, which may be long after the shop disconnected it in Afterword.
const PRIVACY_DAYS: i64 = 90;

pub struct Rows<'a>(pub &'a Store);

/// A shop's connection to its own system.
#[derive(Clone, Serialize, Deserialize)]
pub struct IntegrationRecord {
    pub system: ShopSystem,
    /// The secret with which Shopify signs its calls.
    #[serde(skip)]
    pub secret: Option<InboundSecret>,
    /// The previous secret, and until when it is accepted.
    #[serde(skip)]
    pub earlier: Option<(InboundSecret, Timestamp)>,
    /// WooCommerce's plug-in, whose calls have a key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plug_in: Option<PlugIn>,
    /// The only shop whose calls are accepted, of Shopify. `None` until Shopify or an accepted call has named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<ShopifyDomain>,
    /// The shop's app at Shopify; `None` if its webhooks were made by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<ShopifyApp>,
    pub rules: AskRules,
    /// Whether customers are asked about orders. After the app was uninstalled, nobody is asked until the shop connects
    /// again.
    pub is_asking: bool,
    #[serde(with = "ms::required")]
    pub created_at: Timestamp,
    /// When the system last called about privacy, with one of [`COMPLIANCE_TOPICS`](crate::COMPLIANCE_TOPICS).
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub privacy_called_at: Option<Timestamp>,
    /// When the shop disconnected the system. From then on, only the system's privacy topics are accepted.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
    /// What has been read of the shop; `None` if nobody had its webhooks made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<ShopReading>,
    /// Grows by 1 with every change; 0 for a new connection.
    pub version: u32,
}

#[derive(Serialize, Deserialize)]
struct IntegrationItem {
    #[serde(flatten)]
    record: IntegrationRecord,
    /// The secret, the previous secret, and until when the previous one is accepted.
    sealed: ByteBuf,
    /// From when on only the present secret is accepted; `None` for a connection's first one.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    secret_alone_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ttl: Option<i64>,
}

/// What is in clear in a connection's row.
pub(crate) struct ConnectionState {
    pub system: ShopSystem,
    /// Whether customers are asked about the system's orders.
    pub is_asking: bool,
    pub created_at: Timestamp,
    /// From when on only the present secret is accepted.
    pub secret_alone_at: Timestamp,
}

pub struct SealedIntegration {
    sk: String,
    item: IntegrationItem,
}

impl SealedIntegration {
    pub const fn is_asking(&self) -> bool {
        self.item.record.is_asking
    }

    pub const fn is_connected(&self) -> bool {
        self.item.record.is_connected()
    }

    pub fn open(self, keys: &TenantKeys) -> Result<IntegrationRecord, Error> {
        let (secret, earlier) = open(&self.item.sealed, &self.sk, SEALED, keys)?;
        Ok(IntegrationRecord { secret, earlier, ..self.item.record })
    }
}

impl IntegrationRecord {
    /// A connection that begins now.
    pub(crate) fn new(system: ShopSystem, now: Timestamp) -> Self {
        Self {
            system,
            secret: None,
            earlier: None,
            plug_in: None,
            domain: None,
            app: None,
            rules: AskRules::new(now),
            is_asking: true,
            created_at: now,
            privacy_called_at: None,
            ended_at: None,
            reading: None,
            version: 0,
        }
    }

    pub const fn is_connected(&self) -> bool {
        self.ended_at.is_none()
    }

    /// The keys to the shop's API; `None` if Afterword has no app there.
    pub fn access(&self) -> Option<ShopAccess> {
        Some(ShopAccess { app: self.app.clone()?, client_secret: self.secret.clone()? })
    }

    /// The rules about which orders lead to a request; `None` if nobody is asked.
    pub fn asks(self) -> Option<AskRules> {
        self.is_asking.then_some(self.rules)
    }

    /// Whether the system was disconnected so long ago that no call is accepted any more.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.ended_at.is_some_and(|at| days_after(at, PRIVACY_DAYS) <= now.as_second())
    }
}

impl Rows<'_> {
    /// A shop's connection to a system; `None` if there is none.
    pub async fn integration(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        keys: &TenantKeys,
    ) -> Result<Option<IntegrationRecord>, Error> {
        Ok(self.last_integration(tenant, system, keys).await?.filter(IntegrationRecord::is_connected))
    }

    /// The shop's connection to a system, even if the shop ended it.
    pub async fn last_integration(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        keys: &TenantKeys,
    ) -> Result<Option<IntegrationRecord>, Error> {
        self.sealed_integration(tenant, system).await?.map(|sealed| sealed.open(keys)).transpose()
    }

    /// Like [`last_integration`](Self::last_integration), but still sealed.
    pub async fn sealed_integration(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
    ) -> Result<Option<SealedIntegration>, Error> {
        let key = keys::integration(tenant, system);
        let item = self.0.get(&key).await?;
        item.map(|item| Ok(SealedIntegration { sk: key.sk, item: from_item(item)? })).transpose()
    }

    /// The platform that a shop is connected with, if there is exactly one; in one call.
    pub async fn only_system(&self, tenant: &Tenant) -> Result<Option<ShopSystem>, Error> {
        let key = |system| keys::integration(tenant, system);
        let mut items = self.0.batch(ShopSystem::PLATFORMS.into_iter().map(key).collect()).await?;
        let known = ShopSystem::PLATFORMS.into_iter().filter_map(|system| Some((system, items.remove(&key(system))?)));
        let known = known.map(|(system, item)| Ok((system, from_item::<IntegrationRecord>(item)?.is_connected())));
        let known = known.collect::<Result<Vec<_>, Error>>()?;
        let connected: Vec<_> = known.into_iter().filter(|(_, is_connected)| *is_connected).collect();
        Ok(if let [(system, _)] = connected[..] { Some(system) } else { None })
    }

    /// What is in clear in these rows of connections.
    pub(crate) fn connection_states(connections: Vec<(ShopSystem, Attributes)>) -> Result<Vec<ConnectionState>, Error> {
        let known = connections.into_iter().map(|(system, item)| {
            let IntegrationItem { record: IntegrationRecord { is_asking, created_at, .. }, secret_alone_at, .. } =
                from_item(item)?;
            let secret_alone_at = secret_alone_at.unwrap_or(created_at);
            Ok(ConnectionState { system, is_asking, created_at, secret_alone_at })
        });
        known.collect()
    }

    /// What has been read of the shops of these rows of connections.
    pub fn readings(connections: &[(ShopSystem, Attributes)]) -> Result<Vec<ShopReading>, Error> {
        let known = connections.iter().map(|(_, item)| {
            let record = from_item::<IntegrationRecord>(item.clone())?;
            Ok(record.reading.filter(|_| record.ended_at.is_none()))
        });
        known.filter_map(Result::transpose).collect()
    }

    /// Creates a connection, or replaces it if it has not changed since it was read, and records who did that. The reading of a
    /// connection that is off or ended is over.
    /// Errors: [`CommitError::Refused`] if it changed.
    pub async fn save_integration(
        &self,
        tenant: &Tenant,
        record: &IntegrationRecord,
        keys: &TenantKeys,
        entry: Option<&AuditEntry>,
    ) -> Result<(), CommitError> {
        self.saving_integration(tenant, record, keys, entry)?.commit().await
    }

    /// The transaction of [`save_integration`](Self::save_integration), before it is written.
    pub(crate) fn saving_integration<'t>(
        &'t self,
        tenant: &'t Tenant,
        record: &IntegrationRecord,
        keys: &TenantKeys,
        entry: Option<&AuditEntry>,
    ) -> Result<Transaction<'t>, CommitError> {
        let mut transaction = self.0.transaction(tenant);
        self.put_integration(&mut transaction, tenant, record, keys)?;
        if !record.is_asking {
            transaction.forget(&keys::reading(tenant, record.system));
        }
        if entry.is_some() {
            // The shop's stars are written by another app, or taken away.
            transaction.note_other_numbers();
        }
        entry.into_iter().for_each(|entry| transaction.record(entry));
        Ok(transaction)
    }

    pub(crate) fn put_integration(
        &self,
        transaction: &mut Transaction<'_>,
        tenant: &Tenant,
        record: &IntegrationRecord,
        keys: &TenantKeys,
    ) -> Result<(), CommitError> {
        let key = keys::integration(tenant, record.system);
        let IntegrationRecord { secret, earlier, ended_at, version, .. } = record;
        let item = IntegrationItem {
            record: IntegrationRecord { version: version + 1, ..record.clone() },
            sealed: seal(&(secret, earlier), &key.sk, SEALED, keys, self.0.random())?,
            secret_alone_at: earlier.as_ref().map(|(_, until)| *until),
            ttl: ended_at.map(|at| days_after(at, PRIVACY_DAYS)),
        };
        transaction.put_next(Part::Integration, &key, &item, *version);
        Ok(())
    }
}
