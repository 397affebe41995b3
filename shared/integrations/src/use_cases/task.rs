//! The queue of recorded calls, which wakes `take-orders`.

use app::queue::{MessageQueue, ShopMessage};
use domain::values::{InboundId, ShopSystem, Tenant};
use serde::{Deserialize, Serialize};

use crate::wire::shopify::SYSTEM;

/// The queue's message. It contains only ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderTask {
    pub tenant: Tenant,
    pub system: ShopSystem,
    /// The call; `None` for a step of a reading or of stars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<InboundId>,
    /// The place after which the work continues; `None` at the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The version of a reading whose next step this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<u64>,
    /// The version of a shop's stars whose next step this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stars: Option<u64>,
}

impl OrderTask {
    pub fn new(tenant: &Tenant, system: ShopSystem, call: InboundId) -> Self {
        Self { tenant: tenant.clone(), system, call: Some(call), after: None, reading: None, stars: None }
    }

    /// The next step of the reading of a shop.
    pub fn reading(tenant: &Tenant, system: ShopSystem, version: u64) -> Self {
        Self { tenant: tenant.clone(), system, call: None, after: None, reading: Some(version), stars: None }
    }

    /// The next step of a shop's stars at Shopify.
    pub fn stars(tenant: &Tenant, version: u64) -> Self {
        let system = SYSTEM;
        Self { tenant: tenant.clone(), system, call: None, after: None, reading: None, stars: Some(version) }
    }

    pub fn behind(&self, place: Option<String>) -> Self {
        Self { after: place, ..self.clone() }
    }
}

impl ShopMessage for OrderTask {
    fn shop(&self) -> Option<String> {
        Some(self.tenant.to_string())
    }
}

/// The queue of `take-orders`.
pub type OrderQueue = MessageQueue<OrderTask>;
