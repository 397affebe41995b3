//! The list of all shops.

use domain::values::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::shop::{TenantItem, TenantRecord};
use crate::table::{Attributes, End, Error, Page, Part, SK, Store, Transaction, from_item, instant, keys};

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
