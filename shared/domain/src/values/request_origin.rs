//! Where a request comes from.

use crate::values::{Dialect, LinkStart};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestOrigin {
    /// A call of the API, or a customer who asked for a new link.
    Call,
    /// An order in the shop's own system.
    ShopSystem,
}

impl RequestOrigin {
    /// When the link's lifetime begins. An order may wait for its delivery longer than a link lives.
    pub const fn link_start(self, dialect: Dialect) -> LinkStart {
        match self {
            Self::Call => dialect.policy().link_start,
            Self::ShopSystem => LinkStart::FirstMessage,
        }
    }
}
