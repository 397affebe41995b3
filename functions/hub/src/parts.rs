//! The clients and values that all handlers share.

use app::clock::Clock;

use crate::use_cases::Hub;

pub(crate) struct Parts {
    pub hub: Hub,
    pub clock: Clock,
    /// The start of the URLs of our pages, without a trailing slash.
    pub base_url: String,
}

pub(crate) type SharedParts = edge::http::Shared<Parts>;
