//! The clients and values that all handlers share.

use app::clock::Clock;

use crate::use_cases::Hub;

/// The clients and values that all handlers share.
pub(crate) struct Parts {
    pub hub: Hub,
    pub clock: Clock,
    /// The start of our pages' addresses, without a slash at the end.
    pub base_url: String,
}
