//! The APIs through which requests are created, and how their rules differ.

use crate::values::{
    DelayDays, Invalid, NATIVE_SCOPES, SCOPE_CUSTOMERS_READ, SCOPE_CUSTOMERS_WRITE, SCOPE_READ, SCOPE_WIX,
    SCOPE_WIX_REVIEWS, SCOPE_WRITE, ShopSystem, words,
};

words! {
    /// An API through which requests are created.
    pub enum Dialect {
        /// The native API, and BetterReviews', which it extends.
        BetterReviews = "betterreviews",
        /// Amino's invitations.
        Amino = "amino",
        /// More Good Reviews' asks.
        MoreGoodReviews = "moregoodreviews",
        /// Wix' review requests.
        Wix = "wix",
    }
}

crate::reads_word! { Dialect, Self::RULE; }

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// How a link to the hub is written.
    pub link: LinkForm,
    /// When a request counts as a duplicate of another working one.
    pub duplicates: DuplicateRule,
    /// Whether at most [`SLOTS`](crate::request::SLOTS) requests may be created within a [`WINDOW`](crate::request::WINDOW).
    pub is_rate_limited: bool,
    /// The longest delay of the first message, in days; 0 where a call cannot delay it.
    pub delay_days_max: u16,
    /// When the link's [`LINK_DAYS`](crate::values::LINK_DAYS) begin.
    pub link_start: LinkStart,
    /// Whether a request that names an order and no products is about the order's products.
    pub products_from_order: bool,
    pub key_prefix: &'static str,
    pub key_scopes: &'static [&'static str],
}

/// How a link to the hub is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkForm {
    /// `/review/hub?token=<token>`.
    Query,
    /// `/review/<token>`: shorter, for a link that is also sent by SMS.
    Path,
}

/// When the lifetime of a link begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkStart {
    /// It counts from the request's creation.
    Creation,
    /// At the planned time of the first message. So that time may be further ahead than a link lives.
    FirstMessage,
}

/// What no two working requests of a shop may have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DuplicateRule {
    /// The customer's address together with the order, if the request names one.
    CustomerAndOrder,
    Customer,
    /// Nothing: duplicates are allowed.
    Allowed,
}

impl Dialect {
    /// The error for an unknown dialect, as an API client reads it.
    pub const RULE: Invalid = Invalid("`dialect` must be betterreviews, amino, moregoodreviews or wix.");

    /// The dialect's rules, from its vendor's document.
    pub const fn policy(self) -> Policy {
        match self {
            Self::BetterReviews => Policy {
                link: LinkForm::Query,
                duplicates: DuplicateRule::CustomerAndOrder,
                is_rate_limited: false,
                delay_days_max: DelayDays::MAX as u16,
                link_start: LinkStart::Creation,
                products_from_order: true,
                key_prefix: "aw",
                // The shop's own key. Because it may make keys for the other APIs, it needs their scopes.
                key_scopes: NATIVE_SCOPES,
            },
            Self::Amino => Policy {
                link: LinkForm::Path,
                duplicates: DuplicateRule::CustomerAndOrder,
                is_rate_limited: true,
                delay_days_max: 0,
                link_start: LinkStart::Creation,
                products_from_order: false, // an invitation is about the shop
                key_prefix: "amino",
                key_scopes: &[SCOPE_READ, SCOPE_WRITE],
            },
            Self::MoreGoodReviews => Policy {
                link: LinkForm::Path,
                duplicates: DuplicateRule::Customer,
                is_rate_limited: false,
                delay_days_max: 366,
                link_start: LinkStart::FirstMessage,
                products_from_order: false, // an ask is about the shop
                key_prefix: "beacon",
                key_scopes: &[SCOPE_READ, SCOPE_WRITE, SCOPE_CUSTOMERS_READ, SCOPE_CUSTOMERS_WRITE],
            },
            Self::Wix => Policy {
                link: LinkForm::Query,
                duplicates: DuplicateRule::Allowed,
                is_rate_limited: false,
                delay_days_max: 0,
                link_start: LinkStart::Creation,
                products_from_order: false, // its own rule takes the most expensive items
                key_prefix: "wix",
                key_scopes: &[SCOPE_WIX, SCOPE_WIX_REVIEWS],
            },
        }
    }
}

words! {
    /// Who asks by a request. A renewal has the origin of the request that it replaces.
    #[derive(Default)]
    pub enum RequestOrigin {
        /// A call of an API, or a member's test.
        #[default]
        Call = "call",
        /// Somebody who asked for the link on a page of the shop, without having been asked for a review.
        Visitor = "visitor",
        /// An order of the shop at Shopify.
        Shopify = "shopify",
        /// An order of the shop's WooCommerce.
        WooCommerce = "woocommerce",
        /// An order that a program of the shop wrote.
        Own = "own",
        /// A file of earlier orders that a member brought.
        File = "file",
    }
}

impl RequestOrigin {
    pub const fn is_of_order(self) -> bool {
        matches!(self, Self::Shopify | Self::WooCommerce | Self::Own | Self::File)
    }

    /// When the link's lifetime begins. An order may wait for its delivery longer than a link lives.
    pub const fn link_start(self, dialect: Dialect) -> LinkStart {
        if self.is_of_order() { LinkStart::FirstMessage } else { dialect.policy().link_start }
    }
}

impl From<ShopSystem> for RequestOrigin {
    fn from(system: ShopSystem) -> Self {
        match system {
            ShopSystem::Shopify => Self::Shopify,
            ShopSystem::WooCommerce => Self::WooCommerce,
            ShopSystem::Own => Self::Own,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::LINK_DAYS;

    #[test]
    fn the_first_message_leaves_while_its_link_works() {
        for dialect in Dialect::ALL {
            let Policy { delay_days_max, link_start, .. } = dialect.policy();
            assert!(i64::from(delay_days_max) < LINK_DAYS || link_start == LinkStart::FirstMessage, "{dialect:?}");
        }
    }
}
