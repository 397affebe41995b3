//! A shop's own systems: their secrets and rules, their calls, and what they said of each order.

mod inbound;
mod order_state;
mod orders_of_day;
mod state_part;

use aws_sdk_dynamodb::types::Delete;
use domain::{Country, ShopSystem, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use store::table::{from_item, instant, keys, known, number};
use store::{CommitError, Error, Part, Store};
use vault::{Random, TenantKeys};

pub use self::inbound::InboundRecord;
pub use self::order_state::OrderStateRecord;
use crate::rules::{AskRules, InboundSecret};

/// The rows of shops' systems in the table.
///
/// # Errors
/// As those of [`Store`].
pub struct Rows<'a>(pub &'a Store);

/// A shop's connection to its own system.
#[derive(Clone)]
pub struct IntegrationRecord {
    /// The system.
    pub system: ShopSystem,
    /// The secret with which the system signs its calls.
    pub secret: InboundSecret,
    /// The secret before, and until when it is accepted.
    pub earlier: Option<(InboundSecret, Timestamp)>,
    /// The rules by which orders are asked about.
    pub rules: AskRules,
    /// Whether orders are asked about: not after the shop took our app out of its system, until it connects again.
    pub is_asking: bool,
    /// When it was connected.
    pub created_at: Timestamp,
    /// One more after every change; 0 for a new one.
    pub version: u32,
}

#[derive(Serialize, Deserialize)]
struct IntegrationItem {
    secret: ByteBuf,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    earlier: Option<ByteBuf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    earlier_until: Option<i64>,
    ask_days_after: u8,
    ask_at_most_days: u8,
    after: String,
    per_shipment: bool,
    countries: Vec<String>,
    tags_excluded: Vec<String>,
    since: i64,
    asking: bool,
    created_at: i64,
    version: u32,
}

impl IntegrationItem {
    fn seal(record: &IntegrationRecord, sk: &str, keys: &TenantKeys, random: &Random) -> Result<Self, vault::Error> {
        let IntegrationRecord { system: _, secret, earlier, rules, is_asking, created_at, version } = record;
        let AskRules { ask_days_after, ask_at_most_days, after, per_shipment, countries, tags_excluded, since } = rules;
        let seal =
            |field: &str, secret: &InboundSecret| keys.seal(sk, field, secret.reveal(), random).map(ByteBuf::from);
        Ok(Self {
            secret: seal("secret", secret)?,
            earlier: earlier.as_ref().map(|(secret, _)| seal("earlier", secret)).transpose()?,
            earlier_until: earlier.as_ref().map(|(_, until)| until.as_millisecond()),
            ask_days_after: *ask_days_after,
            ask_at_most_days: *ask_at_most_days,
            after: after.as_str().to_owned(),
            per_shipment: *per_shipment,
            countries: countries.iter().map(|country| country.as_str().to_owned()).collect(),
            tags_excluded: tags_excluded.clone(),
            since: since.as_millisecond(),
            asking: *is_asking,
            created_at: created_at.as_millisecond(),
            version: version + 1,
        })
    }

    fn open(self, system: ShopSystem, sk: &str, keys: &TenantKeys) -> Result<IntegrationRecord, Error> {
        let Self {
            secret,
            earlier,
            earlier_until,
            ask_days_after,
            ask_at_most_days,
            after,
            per_shipment,
            countries,
            tags_excluded,
            since,
            asking,
            created_at,
            version,
        } = self;
        let open = |field: &str, sealed: &ByteBuf| {
            let opened = keys.open(sk, field, sealed).map_err(|_| Error::Unreadable("an integration".to_owned()))?;
            Ok::<_, Error>(InboundSecret::stored(opened))
        };
        let earlier = earlier.as_ref().zip(earlier_until);
        Ok(IntegrationRecord {
            system,
            secret: open("secret", &secret)?,
            earlier: earlier
                .map(|(sealed, until)| Ok::<_, Error>((open("earlier", sealed)?, instant(until)?)))
                .transpose()?,
            rules: AskRules {
                ask_days_after,
                ask_at_most_days,
                after: known(&after)?,
                per_shipment,
                countries: countries.iter().filter_map(|code| Country::parse(code).ok()).collect(),
                tags_excluded,
                since: instant(since)?,
            },
            is_asking: asking,
            created_at: instant(created_at)?,
            version,
        })
    }
}

/// A connection as it is stored.
pub struct SealedIntegration {
    system: ShopSystem,
    sk: String,
    item: IntegrationItem,
}

impl SealedIntegration {
    /// Whether orders are asked about.
    #[must_use]
    pub const fn is_asking(&self) -> bool {
        self.item.asking
    }

    /// The connection.
    ///
    /// # Errors
    /// [`Error::Unreadable`] if it was not sealed with these keys.
    pub fn open(self, keys: &TenantKeys) -> Result<IntegrationRecord, Error> {
        self.item.open(self.system, &self.sk, keys)
    }
}

impl Rows<'_> {
    /// A shop's connection to a system; `None` if it has none.
    pub async fn integration(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        keys: &TenantKeys,
    ) -> Result<Option<IntegrationRecord>, Error> {
        self.sealed_integration(tenant, system).await?.map(|sealed| sealed.open(keys)).transpose()
    }

    /// The same as it is stored.
    pub async fn sealed_integration(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
    ) -> Result<Option<SealedIntegration>, Error> {
        let key = keys::integration(tenant, system);
        let item = self.0.get(&key).await?;
        item.map(|item| Ok(SealedIntegration { system, sk: key.sk, item: from_item(item)? })).transpose()
    }

    /// Creates a connection, or replaces it if nobody changed it since it was read.
    ///
    /// # Errors
    /// [`CommitError::Refused`] if somebody did.
    pub async fn save_integration(
        &self,
        tenant: &Tenant,
        record: &IntegrationRecord,
        keys: &TenantKeys,
    ) -> Result<(), CommitError> {
        let key = keys::integration(tenant, record.system);
        let item = IntegrationItem::seal(record, &key.sk, keys, self.0.random())?;
        let mut transaction = self.0.transaction(tenant);
        match record.version {
            0 => transaction.insert(Part::Integration, &key, &item),
            version => {
                let read = [(":version", number(version))];
                transaction.put(Part::Integration, &key, &item, "version = :version", read);
            }
        }
        transaction.commit().await
    }

    /// Deletes a connection. `false` if there is none.
    pub async fn delete_integration(&self, tenant: &Tenant, system: ShopSystem) -> Result<bool, CommitError> {
        let mut transaction = self.0.transaction(tenant);
        let delete = Delete::builder().condition_expression("attribute_exists(PK)");
        transaction.delete(Part::Integration, &keys::integration(tenant, system), delete);
        match transaction.commit().await {
            Ok(()) => Ok(true),
            Err(CommitError::Refused(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// So many days later, in seconds since 1970: when DynamoDB may remove an item.
fn days_after(at: Timestamp, days: i64) -> i64 {
    at.as_second() + days * 86_400
}
