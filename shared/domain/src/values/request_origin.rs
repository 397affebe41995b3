//! The origin of a request.

use crate::values::{Dialect, LinkStart};

/// The origin of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestOrigin {
    /// A call of the API, or a customer who asked for a new link.
    Call,
    /// An order of the shop's own system.
    ShopSystem,
}

impl RequestOrigin {
    /// From when on the lifetime of a link counts: an order may wait for its delivery for longer than a link lives.
    #[must_use]
    pub const fn link_start(self, dialect: Dialect) -> LinkStart {
        match self {
            Self::Call => dialect.policy().link_start,
            Self::ShopSystem => LinkStart::FirstMessage,
        }
    }
}
