//! The queue of recorded calls, which wakes `take-orders`.

use app::queue::{MessageQueue, ShopMessage};
use domain::values::{InboundId, Invalid, ShopSystem, Tenant};
use serde::{Deserialize, Serialize};

/// The queue's message. It contains only ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderTask {
    tenant: String,
    mode: String,
    system: String,
    call: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<String>,
    /// The version of a reading whose next step this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reading: Option<u32>,
}

impl OrderTask {
    pub fn new(tenant: &Tenant, system: ShopSystem, call: InboundId) -> Self {
        Self::about(tenant, system, call.get())
    }

    fn about(Tenant { id, mode }: &Tenant, system: ShopSystem, call: u64) -> Self {
        let (tenant, mode) = (id.as_str().to_owned(), mode.as_str().to_owned());
        Self { tenant, mode, system: system.as_str().to_owned(), call, after: None, reading: None }
    }

    /// The next step of the reading of a shop. No call has this id.
    pub fn reading(tenant: &Tenant, system: ShopSystem, version: u32) -> Self {
        Self { reading: Some(version), ..Self::about(tenant, system, 1) }
    }

    /// The version of the reading whose next step this is; `None` if it is about a call.
    pub const fn reads(&self) -> Option<u32> {
        self.reading
    }

    pub fn behind(&self, place: Option<String>) -> Self {
        Self { after: place, ..self.clone() }
    }

    /// The place after which the work continues; `None` at the beginning.
    pub fn after(&self) -> Option<&str> {
        self.after.as_deref()
    }

    /// The tenant, the system and the call.
    /// Errors: [`Invalid`] if it is not a task of ours.
    pub fn parse(&self) -> Result<(Tenant, ShopSystem, InboundId), Invalid> {
        const RULE: Invalid = Invalid("a task's `system` or `call` is invalid");
        let Self { tenant, mode, system, call, after: _, reading: _ } = self;
        let system = ShopSystem::parse(system).ok_or(RULE)?;
        Ok((Tenant::parse(tenant, mode)?, system, InboundId::new(*call).ok_or(RULE)?))
    }
}

impl ShopMessage for OrderTask {
    fn shop(&self) -> Option<String> {
        Some(format!("{}.{}", self.tenant, self.mode))
    }
}

/// The queue of `take-orders`.
pub type OrderQueue = MessageQueue<OrderTask>;
