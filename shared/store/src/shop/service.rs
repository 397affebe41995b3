//! The service's own item: the wrapped root key from which the keys for tokens are derived, the number of the table's
//! layout, and the operator's postal address. Each process reads this item when it starts.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::table::{Attributes, Error, Key, Store, from_item, keys};

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
