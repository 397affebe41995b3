//! Records what a shop's system says, for `take-orders`.

use app::error::Error;
use domain::values::{InboundId, ShopSystem, Tenant};
use jiff::Timestamp;
use store::table::Store;
use vault::TenantKeys;

use crate::wire::{Said, What};
use crate::{Inbound, InboundRecord, InboundResult, Rows};

/// The most ids that are tried, because another call of the same millisecond may have the same id.
const IDS_MAX: usize = 8;

/// Records a call. Returns its id, and whether there is work to do. Reconcile queues the work if nothing else does.
pub async fn record_call(
    store: &Store,
    (tenant, system, keys): (&Tenant, ShopSystem, &TenantKeys),
    topic: String,
    said: Said,
    now: Timestamp,
) -> Result<(InboundId, bool), Error> {
    let system_id = said.system_id();
    let Said { order, domain, ignored, what } = said;
    let (arrival, result, reason) = match what {
        What::Arrives(arrival) => (Some(*arrival), None, None),
        What::Ignored(reason) => (None, Some(InboundResult::Ignored), Some(reason)),
        What::Refused(reason) => (None, Some(InboundResult::Refused), Some(reason)),
    };
    let id = InboundId::mint(now, store.random().u16());
    let reason = reason.map(str::to_owned);
    let inbound = Inbound { id, topic, order, system_id, domain, due_at: None, result, reason, request: None, ignored };
    let mut record = InboundRecord { inbound, arrival };
    for _ in 0..IDS_MAX {
        if Rows(store).insert_inbound(tenant, system, &record, keys).await? {
            return Ok((record.inbound.id, record.arrival.is_some()));
        }
        record.inbound.id = InboundId::mint(now, store.random().u16());
    }
    Err(Error::Unavailable("no id was free".to_owned()))
}
