//! How far a purchase is verified.

use crate::values::words;

words! {
    /// What the shop knew about the purchase when the review was submitted. Only `Order` changes: to `None`, once the order
    /// proves nothing.
    pub enum Verification {
        /// The order is known, contains the item, is paid, and was neither cancelled nor refunded.
        Order = "order",
        /// The request names an order that the shop did not describe.
        Request = "request",
        /// The system where the review was written says that the purchase is verified; the shop does not know the
        /// order.
        Claimed = "claimed",
        /// Nothing is known: the request names no order, or the review was imported.
        None = "none",
    }
}

impl Verification {
    /// Whether the vendors' APIs call the review verified. A request about an order is enough for that, but not another
    /// system's claim. Our own pages and public answers call it verified only for `Order`.
    pub const fn is_verified(self) -> bool {
        matches!(self, Self::Order | Self::Request)
    }
}
