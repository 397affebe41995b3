//! What the handlers share.

use app::Clock;
use app::hub::Hub;

/// What the handlers share.
pub(crate) struct Parts {
    pub hub: Hub,
    pub clock: Clock,
    /// What the addresses of our own pages start with, without a slash at the end.
    pub base_url: String,
}
