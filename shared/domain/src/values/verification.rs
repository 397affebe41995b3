//! What a shop knows of a purchase.

use crate::values::word::words;

words! {
    /// The shop's knowledge of the purchase when the review was submitted. It never changes.
    pub enum Verification {
        /// The order is known, contains the item, and was neither cancelled nor refunded.
        Order = "order",
        /// The request names an order that is not known.
        Request = "request",
        /// The system where it was written said so; nobody here knows the order.
        Claimed = "claimed",
        /// Nothing: the request names no order, or the review was imported.
        None = "none",
    }
}

impl Verification {
    /// Whether the vendors' APIs call the review verified. What another system claims is not ours to say.
    #[must_use]
    pub const fn is_verified(self) -> bool {
        matches!(self, Self::Order | Self::Request)
    }
}
