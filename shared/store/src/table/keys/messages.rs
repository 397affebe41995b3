//! The keys of messages, and of their lists.

use domain::{CustomerId, RequestId, Tenant};

use super::{Key, padded};

/// The prefix of a customer's messages, which sort by request, oldest first.
pub(crate) fn messages(customer: CustomerId) -> String {
    format!("MSG#{}#", padded(customer))
}

pub(crate) fn message(tenant: &Tenant, customer: CustomerId, request: RequestId, step: usize) -> Key {
    Key::new(tenant, format!("{}{}#{step:02}", messages(customer), padded(request)))
}

/// The number of a tenant's messages, spread over as many items.
pub(crate) fn message_counter(tenant: &Tenant, shard: u64) -> Key {
    Key::new(tenant, format!("CNT#messages#{shard:02}"))
}

/// The prefix of all of a tenant's messages, which sort by when they were settled.
pub(crate) const MESSAGES: &str = "MSGS#";

/// A message in the list of all; `at` is when it was settled, in Unix milliseconds.
pub(crate) fn listed_message(tenant: &Tenant, at: i64, request: RequestId, step: usize) -> Key {
    Key::new(tenant, format!("{MESSAGES}{at:016}#{}#{step:02}", padded(request)))
}
