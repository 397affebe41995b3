//! An order as the shop describes it: buyer, lines and status.

mod group;
mod line;
mod order_id;
mod product;

use std::collections::BTreeSet;

use crate::values::{Currency, is_default, ms, words};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

pub use group::{Chosen, GroupFault, Grouped, Groups, Naming};
pub use line::{OrderLine, Quantity};
pub use order_id::OrderId;
pub use product::{
    CatalogId, Described, Description, Gtin, Gtins, Identifier, Identifiers, Product, ProductId, ProductIds, Published,
    SystemProduct,
};

use crate::values::value::UNSAID;
use crate::values::{EmailAddress, Invalid, PersonName};

/// An order as the shop last described it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The shop's reference, unique within the tenant.
    pub id: OrderId,
    /// The status, which decides whether the customer may be asked.
    pub status: OrderStatus,
    /// The buyer, if the shop named one.
    #[serde(skip)]
    pub buyer: Option<Buyer>,
    pub currency: Currency,
    pub lines: Vec<OrderLine>,
    /// When the order was placed, if the shop said so.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<Timestamp>,
    /// When the order was delivered or, if nobody reported a delivery, completed.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<Timestamp>,
    /// Whether the shop said that the order is not paid.
    #[serde(rename = "unpaid", default, skip_serializing_if = "is_default")]
    pub is_unpaid: bool,
    /// When the shop read the order, of one that came through the API: what it read later stays.
    #[serde(skip)]
    pub as_of: Option<Timestamp>,
    /// Whether a connected system reported the order. Nobody else changes it.
    #[serde(skip)]
    pub is_of_system: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buyer {
    pub email: EmailAddress,
    /// The buyer's full name, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<PersonName>,
}

words! {
    pub enum OrderStatus {
        /// Not paid yet.
        Pending = "pending",
        Placed = "placed",
        Fulfilled = "fulfilled",
        Delivered = "delivered",
        /// The payment failed.
        Failed = "failed",
        Cancelled = "cancelled",
        Refunded = "refunded",
        /// The shop deleted the order, which still proves what it proved before.
        Deleted = "deleted",
    }
}

crate::reads_word! { OrderStatus, UNSAID; }

impl Order {
    pub const LINES_MAX: usize = 250;
    pub const LINES_RULE: Invalid =
        Invalid("`lines` must be a list of at most 250 objects, one per thing bought; it may be empty.");

    /// The products that were not fully refunded: each once, in the order of the lines, and at most
    /// [`ProductIds::MAX`].
    pub fn products(&self) -> ProductIds {
        let lines = self.lines.iter().filter(|line| !line.is_refunded());
        ProductIds::first(lines.filter_map(|line| line.item.clone()))
    }

    /// At most `most` items, the most expensive first (Wix' API); among equal prices, in the order of the lines. Each
    /// item comes once, and none that was fully refunded.
    pub fn most_expensive(&self, most: usize) -> ProductIds {
        let mut lines: Vec<_> = self.lines.iter().filter(|line| !line.is_refunded() && line.item.is_some()).collect();
        lines.sort_by_key(|line| std::cmp::Reverse(line.unit_price));
        let mut items: Vec<ProductId> = Vec::with_capacity(most);
        for item in lines.into_iter().filter_map(|line| line.item.as_ref()) {
            if items.len() < most && !items.contains(item) {
                items.push(item.clone());
            }
        }
        ProductIds::first(items.into_iter())
    }

    pub fn sells(&self, item: &ProductId) -> bool {
        self.lines.iter().any(|line| line.item.as_ref() == Some(item))
    }

    /// The titles of the variations of a product that were bought and not refunded: what the lines' titles add to the product's, as
    /// "Linen Shirt - Blue, M" does.
    pub fn variation(&self, product: &ProductId, known: &[Product]) -> Option<String> {
        let title = known.iter().find(|known| known.id == *product)?.title.as_str();
        let lines = self.lines.iter().filter(|line| line.item.as_ref() == Some(product) && !line.is_refunded());
        let found: BTreeSet<_> =
            lines.filter_map(|line| line.title.as_str().strip_prefix(title)?.strip_prefix(" - ")).collect();
        (!found.is_empty()).then(|| Vec::from_iter(found).join(" · "))
    }

    /// Whether the order proves the purchase of `product` (or of anything, if `None`): it has the product, is paid, and was
    /// neither cancelled nor refunded.
    pub fn proves(&self, product: Option<&ProductId>) -> bool {
        product.is_none_or(|product| self.sells(product))
            && !self.is_unpaid
            && !matches!(
                self.status,
                OrderStatus::Pending | OrderStatus::Failed | OrderStatus::Cancelled | OrderStatus::Refunded
            )
    }

    /// The order after the shop deleted it. If it proved nothing before, it counts as not paid.
    #[must_use]
    pub fn deleted(self) -> Self {
        let is_unpaid = !self.proves(None);
        Self { status: OrderStatus::Deleted, is_unpaid, ..self }
    }

    /// The UTC day on which the buyer got `product` (or anything, if `None`). `None` if it is unknown or still to come, or if
    /// the order does not prove the purchase.
    pub fn experienced_at(&self, product: Option<&ProductId>, now: Timestamp) -> Option<Date> {
        let delivered_at = self.delivered_at.filter(|at| *at <= now && self.proves(product))?;
        Some(delivered_at.to_zoned_datetime(TimeZone::UTC).date())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::StopReason;
    use crate::request::{Item, Subject};
    use crate::values::Amount;
    use crate::values::Currency;
    use crate::values::Title;

    /// An order of two of each item; the number says how many of them were refunded.
    fn order(status: OrderStatus, lines: &[(&str, u32)]) -> Order {
        let line = |&(item, refunded): &(&str, u32)| OrderLine {
            item: ProductId::in_catalog(item).ok(),
            title: Title::parse("A thing").unwrap(),
            image_url: None,
            url: None,
            unit_price: Amount::stored(100),
            quantity: Quantity::stored(2, refunded),
        };
        Order {
            id: OrderId::parse("A").unwrap().unwrap(),
            status,
            buyer: None,
            currency: Currency::parse("EUR").unwrap(),
            lines: lines.iter().map(line).collect(),
            placed_at: None,
            delivered_at: None,
            is_unpaid: false,
            as_of: None,
            is_of_system: false,
        }
    }

    fn items(products: &[&str]) -> Vec<Item> {
        let product = |id: &&str| Subject::Product(ProductId::parse(id).unwrap());
        products.iter().map(|id| Item { subject: product(id), reviewed_at: None, review: None }).collect()
    }

    #[test]
    fn its_products_are_those_not_refunded() {
        let lines = [("a-1", 0), ("a-2", 2), ("6f4770fc-b8ee", 0), ("", 0), ("a-3", 1), ("a-1", 2)];
        let products = order(OrderStatus::Placed, &lines).products().into_vec();
        assert_eq!(products.iter().map(ProductId::as_str).collect::<Vec<_>>(), ["a-1", "6f4770fc-b8ee", "a-3"]);
        let many: Vec<_> = (0..60).map(|n| format!("a-{n}")).collect();
        let many: Vec<_> = many.iter().map(|id| (id.as_str(), 0)).collect();
        assert_eq!(order(OrderStatus::Placed, &many).products().into_vec().len(), ProductIds::MAX);
    }

    #[test]
    fn the_most_expensive_are_by_unit_price_and_ties_by_place() {
        let priced = |lines: &[(&str, u64, u32)]| {
            let bare: Vec<_> = lines.iter().map(|&(item, _, refunded)| (item, refunded)).collect();
            let mut order = order(OrderStatus::Placed, &bare);
            for (line, &(_, price, _)) in order.lines.iter_mut().zip(lines) {
                line.unit_price = Amount::stored(price);
            }
            let items = order.most_expensive(5).into_vec();
            items.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>()
        };
        let lines =
            [("a", 1, 0), ("b", 9, 0), ("c", 5, 0), ("d", 9, 0), ("b", 20, 2), ("e", 5, 0), ("f", 5, 0), ("", 90, 0)];
        assert_eq!(priced(&lines), ["b", "d", "c", "e", "f"]);
        assert_eq!(priced(&[("a", 1, 0), ("b", 2, 2), ("a", 3, 0)]), ["a"]);
        assert!(priced(&[("", 1, 0), ("b", 2, 2)]).is_empty());
    }

    #[test]
    fn an_order_that_ended_stops_regardless_of_its_lines() {
        for (status, stop) in [
            (OrderStatus::Pending, None),
            (OrderStatus::Placed, None),
            (OrderStatus::Fulfilled, None),
            (OrderStatus::Delivered, None),
            (OrderStatus::Failed, Some(StopReason::OrderCancelled)),
            (OrderStatus::Cancelled, Some(StopReason::OrderCancelled)),
            (OrderStatus::Refunded, Some(StopReason::OrderRefunded)),
            (OrderStatus::Deleted, Some(StopReason::OrderCancelled)),
        ] {
            assert_eq!(order(status, &[("a-1", 0)]).stop_reason(&items(&["a-1"])), stop, "{}", status.as_str());
        }
    }

    #[test]
    fn a_deleted_order_proves_what_it_proved_before() {
        for status in OrderStatus::ALL {
            let order = order(status, &[("a-1", 0)]);
            let (proved, deleted) = (order.proves(None), order.deleted());
            assert_eq!(deleted.proves(None), proved, "{}", status.as_str());
            assert_eq!(deleted.clone().deleted(), deleted);
        }
    }

    #[test]
    fn refunded_lines_stop_once_they_are_all_that_is_asked_about() {
        let shop = [Item { subject: Subject::Shop, reviewed_at: None, review: None }];
        let partly = order(OrderStatus::Delivered, &[("a-1", 2), ("a-2", 1)]);
        assert_eq!(partly.stop_reason(&items(&["a-1"])), Some(StopReason::OrderRefunded));
        assert_eq!(partly.stop_reason(&items(&["a-1", "a-2"])), None);
        assert_eq!(partly.stop_reason(&items(&["a-1", "a-9"])), None, "the order never had it");
        assert_eq!(partly.stop_reason(&shop), None);
        assert_eq!(order(OrderStatus::Delivered, &[]).stop_reason(&shop), None);
        let wholly = order(OrderStatus::Delivered, &[("a-1", 2), ("a-2", 2)]);
        assert_eq!(wholly.stop_reason(&shop), Some(StopReason::OrderRefunded));
        let again = order(OrderStatus::Delivered, &[("a-1", 2), ("a-1", 0)]);
        assert_eq!(again.stop_reason(&items(&["a-1"])), None, "one of its lines was not refunded");
    }
}
