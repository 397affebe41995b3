//! The service's own item: the wrapped root key from which the keys for tokens are derived, the number of the table's
//! layout, and the operator's postal address. Each process reads this item when it starts.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::message::OperatorPause;
use domain::values::{Tenant, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::shop::{TenantItem, TenantRecord};
use crate::table::{
    Attributes, DueKind, End, Error, Key, Page, Part, Store, Transaction, from_item, keys, milliseconds, string,
};

/// The layout of the table that this code reads and writes. A change to rows that an earlier version cannot read, or of which this one
/// cannot read those of an earlier version, needs another number.
pub const LAYOUT: u32 = 3;

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
        let (key, has_one) = (keys::service(), "attribute_exists(postal_address)");
        let Some(address) = address else { return self.change(&key, "REMOVE postal_address", has_one, []).await };
        let has_another =
            "attribute_exists(PK) AND (attribute_not_exists(postal_address) OR postal_address <> :address)";
        self.change(&key, "SET postal_address = :address", has_another, [(":address", string(address))]).await
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
    #[serde(with = "ms::required")]
    created_at: Timestamp,
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
        self.set(&keys::listed_shop(self.tenant), &ListedItem { created_at: now });
    }
}

fn read(item: Attributes) -> Result<ListedShop, Error> {
    let tenant = keys::behind(&item, keys::LISTED_SHOPS)?;
    Ok(ListedShop { tenant, created_at: from_item::<ListedItem>(item)?.created_at })
}

/// The operator's pause of all shops, which is an item of its own.
#[derive(Serialize, Deserialize)]
pub(crate) struct OperatorPausePart {
    #[serde(flatten)]
    pause: OperatorPause,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ttl: Option<i64>,
}

impl OperatorPausePart {
    pub(crate) const fn read(self) -> Result<OperatorPause, Error> {
        Ok(self.pause)
    }

    /// The pause as an item that DynamoDB removes.
    pub(crate) fn with_ttl(self, ttl: Option<i64>) -> Self {
        Self { ttl, ..self }
    }
}

impl From<OperatorPause> for OperatorPausePart {
    fn from(pause: OperatorPause) -> Self {
        Self { pause, ttl: None }
    }
}

/// The attributes that put a shop's item into the index, so that reconcile looks at it next. `nudged_at` is the last
/// time at which the shop was known to be paused or its pause changed.
pub(crate) fn look_at_shop(now: Timestamp) -> [(&'static str, AttributeValue); 3] {
    [
        ("due_shard", string(DueKind::Shop.shard_name(0))),
        ("due_at", milliseconds(now)),
        ("nudged_at", milliseconds(now)),
    ]
}
