//! The list of the orders about which a connection asks, by the time at which they were placed, with what becomes of each.

use domain::order::{NoAsk, OrderPlace};
use domain::values::{Tenant, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use vault::TenantKeys;

use super::{OrderItem, OrderRecord, READ_AT_ONCE};
use crate::table::{Error, Key, ListKey, Listed, Page, Reading, Store, Transaction, from_item, keys};

/// An order in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedOrder {
    pub place: OrderPlace,
    /// When it was placed or, if the shop did not say so, first reported.
    pub placed_at: Timestamp,
    /// When it is or was asked about; `None` if nobody was asked.
    pub due_at: Option<Timestamp>,
    /// Why nobody was asked.
    pub reason: Option<NoAsk>,
}

/// The item has no time to live, as its order.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ListedOrderItem {
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    due_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<NoAsk>,
}

impl Listed for ListedOrder {
    type Place = ListKey;

    fn place(&self) -> ListKey {
        ListKey::from(keys::place_in_list(self.placed_at, &self.place))
    }
}

impl OrderRecord {
    /// When it was placed or, if the shop did not say so, first reported; with what the list says. `None` if it is not listed.
    pub(super) fn listed(&self) -> Option<(Timestamp, ListedOrderItem)> {
        let (becomes, placed_at) = (self.becomes?, self.order.placed_at.or(self.numbered_at)?);
        let reason = becomes.not_asked();
        let due_at = becomes.due_at.filter(|_| reason.is_none());
        Some((placed_at, ListedOrderItem { due_at, reason })).filter(|_| self.order.number().is_some())
    }
}

impl Transaction<'_> {
    /// Changes the list as an order has changed.
    pub(super) fn list_order(&mut self, known: &OrderRecord, record: &OrderRecord) {
        let tenant = self.tenant;
        let key = |at: Timestamp| keys::listed_order(tenant, at, &record.order.place);
        let (before, after) = (known.listed(), record.listed());
        if let Some((at, _)) = before.as_ref().filter(|(at, _)| after.as_ref().is_none_or(|(now, _)| now != at)) {
            self.forget(&key(*at));
        }
        if let Some((at, item)) = after.as_ref().filter(|_| before != after) {
            self.set(&key(*at), item);
        }
    }
}

impl Store {
    /// A page of the list.
    pub async fn listed_orders(&self, tenant: &Tenant, reading: Reading<ListKey>) -> Result<Page<ListedOrder>, Error> {
        self.placed(tenant, &keys::listed_orders(), reading).await?.try_map(|(place, item)| {
            let unreadable = || Error::Unreadable("an order's place in the list".to_owned());
            let (placed_at, place) = keys::parse_listed_order(place.as_str()).ok_or_else(unreadable)?;
            let ListedOrderItem { due_at, reason } = from_item(item)?;
            Ok(ListedOrder { place, placed_at, due_at, reason })
        })
    }

    /// The place in the list before which it has no order that was placed earlier.
    pub fn placed_since(at: Timestamp) -> ListKey {
        ListKey::from(keys::placed(at))
    }

    /// The rows of these orders, as all but the rules see them; 100 in a call. One that is gone is left out.
    pub async fn order_records(
        &self,
        tenant: &Tenant,
        places: impl Iterator<Item = OrderPlace>,
        keys: &TenantKeys,
    ) -> Result<Vec<OrderRecord>, Error> {
        let wanted: Vec<_> = places.map(|place| keys::order(tenant, &place)).collect();
        let mut records = Vec::with_capacity(wanted.len());
        for some in wanted.chunks(READ_AT_ONCE) {
            let mut items = self.batch(some.to_vec()).await?;
            let read = |key: &Key| items.remove(key).map(|item| from_item::<OrderItem>(item)?.open(&key.sk, keys));
            records.extend(some.iter().filter_map(read).collect::<Result<Vec<_>, _>>()?);
        }
        records.iter_mut().filter(|record| record.is_left_out).for_each(OrderRecord::forget_all);
        Ok(records)
    }
}
