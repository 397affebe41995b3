//! Orders as shops' systems described them so far.

use std::collections::BTreeSet;

use domain::{OrderState, ShopSystem, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use crate::integration::state_part::StatePart;
use crate::privacy::retention::order_state_ttl;
use crate::table::{CommitError, Error, Key, Store, from_item, keys};

/// The field to which a state is bound.
const STATE: &str = "state";

/// An order's state, and what followed from it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderStateRecord {
    /// The content of all calls.
    pub state: OrderState,
    /// The references under which a request was made.
    pub references: BTreeSet<String>,
    /// The references whose request was withdrawn for what the system said, and not by the shop.
    pub withdrawn: BTreeSet<String>,
    /// Whether its buyer was erased: they do not come back with the next call.
    pub is_erased: bool,
    /// One more after every change; 0 for a new one.
    pub version: u32,
}

#[derive(Serialize, Deserialize)]
struct OrderStateItem {
    state: ByteBuf,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    references: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    withdrawn: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    erased: bool,
    version: u32,
    ttl: i64,
}

impl Store {
    /// The state of an order; an empty one before the first call.
    pub async fn order_state(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        order: &str,
        keys: &TenantKeys,
    ) -> Result<OrderStateRecord, Error> {
        let record = self.order_state_at(tenant, &keys::order_state(tenant, system, order), keys).await?;
        Ok(record.map(|(record, _)| record).unwrap_or_default())
    }

    async fn order_state_at(
        &self,
        _tenant: &Tenant,
        key: &Key,
        keys: &TenantKeys,
    ) -> Result<Option<(OrderStateRecord, i64)>, Error> {
        let Some(item) = self.get(key).await? else { return Ok(None) };
        let OrderStateItem { state, references, withdrawn, erased, version, ttl } = from_item(item)?;
        let unreadable = || Error::Unreadable("an order's state".to_owned());
        let opened = keys.open(&key.sk, STATE, &state).map_err(|_| unreadable())?;
        let state = serde_json::from_str::<StatePart>(&opened).map_err(|_| unreadable())?.read()?;
        Ok(Some((OrderStateRecord { state, references, withdrawn, is_erased: erased, version }, ttl)))
    }

    /// Saves what a system said of an order, if nobody did since it was read; `record` becomes the next version. Returns
    /// whether it did.
    pub async fn save_order_state(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        order: &str,
        record: &mut OrderStateRecord,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<bool, CommitError> {
        let key = keys::order_state(tenant, system, order);
        self.save_state_at(&key, record, keys, order_state_ttl(now)).await
    }

    async fn save_state_at(
        &self,
        key: &Key,
        record: &mut OrderStateRecord,
        keys: &TenantKeys,
        ttl: i64,
    ) -> Result<bool, CommitError> {
        let read = record.version;
        record.version += 1;
        let OrderStateRecord { state, references, withdrawn, is_erased, version } = &*record;
        let plain =
            serde_json::to_string(&StatePart::from(state)).map_err(|error| Error::Refused(error.to_string()))?;
        let item = OrderStateItem {
            state: keys.seal(&key.sk, STATE, &plain, &self.random)?.into(),
            references: references.clone(),
            withdrawn: withdrawn.clone(),
            erased: *is_erased,
            version: *version,
            ttl,
        };
        Ok(match read {
            0 => self.insert(key, &item).await?,
            read => self.replace(key, &item, read).await?,
        })
    }

    /// Removes the buyer from what a system said of an order, for good. `pointer` is what the order's place among its buyer's
    /// says.
    pub(crate) async fn erase_order_state(
        &self,
        tenant: &Tenant,
        pointer: &str,
        keys: &TenantKeys,
    ) -> Result<(), CommitError> {
        let Some((system, order)) = pointer.split_once('/') else { return Ok(()) };
        let Some(system) = ShopSystem::parse(system) else { return Ok(()) };
        let key = keys::order_state(tenant, system, order);
        loop {
            let Some((mut record, ttl)) = self.order_state_at(tenant, &key, keys).await? else { return Ok(()) };
            if record.is_erased {
                return Ok(());
            }
            record.is_erased = true;
            record.forget_buyer();
            if self.save_state_at(&key, &mut record, keys, ttl).await? {
                return Ok(());
            }
        }
    }
}

impl OrderStateRecord {
    /// Leaves out what the system says of the buyer, if they were erased.
    pub fn forget_buyer(&mut self) {
        if self.is_erased {
            let OrderState { email, name, locale, .. } = &mut self.state;
            (*email, *name, *locale) = (None, None, None);
        }
    }
}

/// The pointer to an order's state, in its place among its buyer's orders.
pub(crate) fn pointer(system: ShopSystem, order: &str) -> String {
    format!("{}/{order}", system.as_str())
}
