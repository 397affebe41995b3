//! The service's own item: the wrapped root key from which the keys for tokens are derived, the number of the table's
//! layout, and the operator's postal address. Each process reads this item when it starts.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::message::OperatorPause;
use domain::values::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::shop::{TenantItem, TenantRecord};
use crate::table::{
    Attributes, DueKind, End, Error, Key, Page, Part, SK, Store, Transaction, from_item, instant, keys, milliseconds,
};

/// The layout of the table that this code reads and writes. A change to rows that an earlier version cannot read, or of which this one
/// cannot read those of an earlier version, needs another number.
pub const LAYOUT: u32 = 2;

#[derive(Serialize, Deserialize)]
struct ServiceItem {
    root: ByteBuf,
    layout: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    postal_address: Option<String>,
}

/// What all shops have in common.
pub struct Service {
    pub root: Vec<u8>,
    /// The operator's postal address, for the emails of shops without an address.
    pub postal_address: Option<String>,
}

impl ServiceItem {
    fn read(item: Attributes) -> Result<Self, Error> {
        let item: Self = from_item(item)?;
        if item.layout == LAYOUT { Ok(item) } else { Err(Error::Layout(item.layout)) }
    }
}

impl Store {
    /// The service's wrapped root key and address; `None` before the first shop is created.
    /// Errors: [`Error::Layout`] if the table has another layout.
    pub async fn service(&self) -> Result<Option<Service>, Error> {
        let item = self.get(&keys::service()).await?;
        let read = |item| {
            let ServiceItem { root, layout: _, postal_address } = ServiceItem::read(item)?;
            Ok(Service { root: root.into_vec(), postal_address })
        };
        item.map(read).transpose()
    }

    /// Stores or removes the operator's postal address. `false` if nothing changes, and before the first shop.
    pub async fn keep_postal_address(&self, address: Option<&str>) -> Result<bool, Error> {
        let update = Update::builder().table_name(&self.table).set_key(Some(keys::service().attributes()));
        let update = match address {
            Some(address) => update
                .update_expression("SET postal_address = :address")
                .condition_expression(
                    "attribute_exists(PK) AND (attribute_not_exists(postal_address) OR postal_address <> :address)",
                )
                .expression_attribute_values(":address", AttributeValue::S(address.to_owned())),
            None => update
                .update_expression("REMOVE postal_address")
                .condition_expression("attribute_exists(postal_address)"),
        };
        let update = update.build().map_err(|error| Error::Refused(error.to_string()))?;
        self.update_if_met(self.update_item(update)).await
    }

    /// Inserts the service's wrapped root key, and the layout. `false` if there is one already.
    pub async fn insert_service(&self, root: &[u8]) -> Result<bool, Error> {
        let root = ByteBuf::from(root.to_vec());
        let item = ServiceItem { root, layout: LAYOUT, postal_address: None };
        self.insert(&keys::service(), &item).await
    }
}

/// Checks the table's layout in items that a function read together with the service's item. Returns the operator's
/// address.
pub(crate) fn require_known_layout(items: &mut HashMap<Key, Attributes>) -> Result<Option<String>, Error> {
    items.remove(&keys::service()).map_or(Ok(None), |item| Ok(ServiceItem::read(item)?.postal_address))
}

/// The list of all shops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedShop {
    pub tenant: Tenant,
    pub created_at: Timestamp,
}

#[derive(Serialize, Deserialize)]
struct ListedItem {
    created_at: i64,
}

impl Store {
    /// A shop's row in the list; `None` if it is not there.
    pub async fn listed_shop(&self, tenant: &Tenant) -> Result<Option<ListedShop>, Error> {
        self.get(&keys::listed_shop(tenant)).await?.map(read).transpose()
    }

    /// A page of all shops, sorted by id, after `after`, which is `<id>.<mode>` or the beginning of that.
    pub async fn shops(&self, after: &str, limit: usize) -> Result<Page<ListedShop>, Error> {
        let after = format!("{}{after}", keys::LISTED_SHOPS);
        self.beyond(keys::SHOPS.to_owned(), after, End::Oldest, limit).await?.try_map(read)
    }
}

impl Transaction<'_> {
    /// Inserts the record of the tenant, and its row in the list of all shops. Refused if there is a record.
    pub fn insert_tenant(&mut self, record: &TenantRecord, now: Timestamp) {
        self.insert(Part::Other, &keys::tenant(self.tenant), &TenantItem::from(record));
        if record.keep_months.is_some() {
            self.look_for_aged(now);
        }
        let created_at = now.as_millisecond();
        self.put(Part::Other, &keys::listed_shop(self.tenant), &ListedItem { created_at }, "", []);
    }
}

fn read(item: Attributes) -> Result<ListedShop, Error> {
    let unreadable = || Error::Unreadable("a shop in the list of all".to_owned());
    let sk = item.get(SK).and_then(|sk| sk.as_s().ok()?.strip_prefix(keys::LISTED_SHOPS));
    let tenant = sk.and_then(|sk| sk.parse().ok()).ok_or_else(unreadable)?;
    let ListedItem { created_at } = from_item(item)?;
    Ok(ListedShop { tenant, created_at: instant(created_at)? })
}

/// The operator's pause, as rows store it.
#[derive(Serialize, Deserialize)]
pub(crate) struct OperatorPausePart {
    since: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<i64>,
    /// Only for the pause of all shops, which is an item of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ttl: Option<i64>,
}

impl OperatorPausePart {
    pub(crate) fn read(self) -> Result<OperatorPause, Error> {
        let Self { since, until, ttl: _ } = self;
        Ok(OperatorPause { since: instant(since)?, until: until.map(instant).transpose()? })
    }

    /// The pause as an item of its own, which DynamoDB removes.
    pub(crate) fn with_ttl(self, ttl: Option<i64>) -> Self {
        Self { ttl, ..self }
    }
}

impl From<OperatorPause> for OperatorPausePart {
    fn from(OperatorPause { since, until }: OperatorPause) -> Self {
        Self { since: since.as_millisecond(), until: until.map(Timestamp::as_millisecond), ttl: None }
    }
}

/// The attributes that put a shop's item into the index, so that reconcile looks at it next. `nudged_at` is the last
/// time at which the shop was known to be paused or its pause changed.
pub(crate) fn look_at_shop(now: Timestamp) -> [(&'static str, AttributeValue); 3] {
    [
        ("due_shard", AttributeValue::S(DueKind::Shop.shard_name(0))),
        ("due_at", milliseconds(now)),
        ("nudged_at", milliseconds(now)),
    ]
}
