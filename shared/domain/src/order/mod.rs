//! An order as the shop describes it: buyer, lines and status; and whether it proves a purchase.

mod becomes;
mod group;
mod line;
mod merge;
mod order_id;
mod place;
mod product;
mod shipment;

use std::collections::{BTreeMap, BTreeSet};

use crate::values::{Country, Currency, is_default, ms, words};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

pub use becomes::{Becomes, NoAsk};
pub use group::{Chosen, GroupFault, Grouped, Groups, Naming};
pub use line::{OrderLine, Quantity};
pub use order_id::OrderId;
pub use place::OrderPlace;
pub use product::{
    CatalogId, Described, Description, Gtin, Gtins, Identifier, Identifiers, Product, ProductId, ProductIds, Published,
    SystemProduct,
};
pub use shipment::{Shipment, ShipmentStatus};

use crate::values::value::UNSAID;
use crate::values::{EmailAddress, Invalid, PersonName, ShopSystem};

/// An order, as its system has described it so far, or as one report describes it. What a system leaves out is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub place: OrderPlace,
    /// The number, as people know it; it may repeat. The system's id as long as the number is unknown.
    pub id: OrderId,
    /// When its system read the whole order. `None` as long as only shipments, or the deletion, are known: then the fields that
    /// are not about them are empty.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Timestamp>,
    /// The status that was reported, which is never `deleted`; see [`status`](Self::status).
    #[serde(rename = "status")]
    pub reported: OrderStatus,
    /// The buyer, if the shop named one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buyer: Option<Buyer>,
    /// The buyer's language tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The tags, in lower case.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tags: BTreeSet<String>,
    /// Whether the buyer agreed to marketing; `None` if the system does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agrees: Option<bool>,
    pub currency: Currency,
    pub lines: Vec<OrderLine>,
    /// The country to which the order is shipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_test: bool,
    /// Whether it was sold at a counter.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_in_store: bool,
    /// Whether the shop said that the order is not paid.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_unpaid: bool,
    /// When the order was placed, if the shop said so.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<Timestamp>,
    /// When the whole order was delivered or, if nobody reports deliveries, completed.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<Timestamp>,
    /// The shipments, by their id in the system.
    #[serde(default, skip_serializing_if = "is_default")]
    pub shipments: BTreeMap<String, Shipment>,
    /// When the system last said that the order is deleted. An order that was read later restores it.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Timestamp>,
    /// Whether the shop's system has removed the buyer.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_anonymised: bool,
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

/// How an order ended, so that nobody is asked about it any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    Cancelled,
    Refunded,
    Deleted,
}

impl Order {
    pub const LINES_MAX: usize = 250;
    pub const LINES_RULE: Invalid =
        Invalid("`lines` must be a list of at most 250 objects, one per thing bought; it may be empty.");

    /// An order of which nothing is known.
    pub fn unknown(place: OrderPlace) -> Self {
        Self {
            id: OrderId::stored(place.id.clone()),
            place,
            as_of: None,
            reported: OrderStatus::Pending,
            buyer: None,
            language: None,
            tags: BTreeSet::new(),
            agrees: None,
            currency: Currency::none(),
            lines: Vec::new(),
            country: None,
            is_test: false,
            is_in_store: false,
            is_unpaid: false,
            placed_at: None,
            completed_at: None,
            shipments: BTreeMap::new(),
            deleted_at: None,
            is_anonymised: false,
        }
    }

    /// The order's number; `None` as long as only shipments, or the deletion, are known.
    pub fn number(&self) -> Option<&OrderId> {
        self.as_of.map(|_| &self.id)
    }

    /// Whether the order is deleted, and was not restored. It still proves what it proved before.
    pub fn is_deleted(&self) -> bool {
        self.deleted_at.is_some() && self.said_at() == self.deleted_at
    }

    /// The status, which follows from the shipments, too, unless a program of the shop says it.
    pub fn status(&self) -> OrderStatus {
        let is_derived = self.place.system != ShopSystem::Own;
        match self.reported {
            _ if self.is_deleted() => OrderStatus::Deleted,
            OrderStatus::Fulfilled if is_derived && all_arrived_at(&self.sent()).is_some() => OrderStatus::Delivered,
            status => status,
        }
    }

    /// How the order ended, if it did. No message about it leaves any more, and none is planned.
    pub fn ended(&self) -> Option<Ended> {
        match self.reported {
            _ if self.is_deleted() => Some(Ended::Deleted),
            OrderStatus::Failed | OrderStatus::Cancelled => Some(Ended::Cancelled),
            OrderStatus::Refunded => Some(Ended::Refunded),
            _ => None,
        }
    }

    /// The products that were not fully refunded: each once, in the order of the lines, and at most
    /// [`ProductIds::MAX`].
    pub fn products(&self) -> ProductIds {
        let lines = self.lines.iter().filter(|line| !line.is_refunded());
        ProductIds::first(lines.filter_map(|line| line.product().cloned()))
    }

    /// At most `most` items, the most expensive first (Wix' API); among equal prices, in the order of the lines. Each
    /// item comes once, and none that was fully refunded.
    pub fn most_expensive(&self, most: usize) -> ProductIds {
        let mut lines: Vec<_> =
            self.lines.iter().filter(|line| !line.is_refunded() && line.product().is_some()).collect();
        lines.sort_by_key(|line| std::cmp::Reverse(line.unit_price));
        let mut items: Vec<ProductId> = Vec::with_capacity(most);
        for item in lines.into_iter().filter_map(OrderLine::product) {
            if items.len() < most && !items.contains(item) {
                items.push(item.clone());
            }
        }
        ProductIds::first(items.into_iter())
    }

    pub fn sells(&self, item: &ProductId) -> bool {
        self.lines.iter().any(|line| line.product() == Some(item))
    }

    /// The titles of the variations of a product that were bought and not refunded: what the lines' titles add to the product's, as
    /// "Linen Shirt - Blue, M" does.
    pub fn variation(&self, product: &ProductId, known: &[Product]) -> Option<String> {
        let title = known.iter().find(|known| known.id == *product)?.title.as_str();
        let lines = self.lines.iter().filter(|line| line.product() == Some(product) && !line.is_refunded());
        let found: BTreeSet<_> =
            lines.filter_map(|line| line.title.as_str().strip_prefix(title)?.strip_prefix(" - ")).collect();
        (!found.is_empty()).then(|| Vec::from_iter(found).join(" · "))
    }

    /// The lines that are about a product. What needs no shipping, and what is a part of a kit, counts only if the order
    /// has nothing else.
    pub fn product_lines(&self) -> impl Iterator<Item = &OrderLine> {
        let products = || self.lines.iter().filter(|line| line.product().is_some());
        let is_beside = |line: &OrderLine| line.needs_no_shipping || line.is_part;
        let has_goods = products().any(|line| !is_beside(line));
        products().filter(move |line| !(has_goods && is_beside(line)))
    }

    /// The shipments that left. Everything arrived when the order was completed; or else, of a system that knows of no arrivals,
    /// each shipment when it left. What needs no shipping arrives when it leaves.
    pub fn sent(&self) -> Vec<Shipment> {
        if let Some(at) = self.completed_at {
            return vec![Shipment::arrived(at)];
        }
        let goods: Vec<_> = self.lines.iter().filter(|line| !line.needs_no_shipping).collect();
        let sent = self.shipments.values().filter(|shipment| shipment.left_at().is_some());
        let sent = sent.map(|shipment| {
            let has_goods = self.lines.is_empty() || goods.iter().any(|line| shipment.has(line));
            let arrives_itself = !self.place.system.reports_arrivals() || !has_goods;
            let arrived_at = shipment.arrived_at.or(shipment.left_at.filter(|_| arrives_itself));
            Shipment { arrived_at, ..shipment.clone() }
        });
        sent.collect()
    }

    /// When the order arrived. If no arrival was reported: when the last shipment of a fulfilled order was sent.
    pub fn delivered_at(&self) -> Option<Timestamp> {
        let sent = self.sent();
        let sent_at = sent.iter().filter_map(Shipment::left_at).max();
        all_arrived_at(&sent).or(sent_at.filter(|_| self.reported == OrderStatus::Fulfilled))
    }

    /// Whether the order proves the purchase of `product` (or of anything, if `None`): it has the product, is paid, and was
    /// neither cancelled nor refunded.
    pub fn proves(&self, product: Option<&ProductId>) -> bool {
        let is_over = matches!(
            self.reported,
            OrderStatus::Pending | OrderStatus::Failed | OrderStatus::Cancelled | OrderStatus::Refunded
        );
        product.is_none_or(|product| self.sells(product)) && !self.is_unpaid && !is_over
    }

    /// The UTC day on which the buyer got `product` (or anything, if `None`). `None` if it is unknown or still to come, or if
    /// the order does not prove the purchase.
    pub fn experienced_at(&self, product: Option<&ProductId>, now: Timestamp) -> Option<Date> {
        let delivered_at = self.delivered_at().filter(|at| *at <= now && self.proves(product))?;
        Some(delivered_at.to_zoned_datetime(TimeZone::UTC).date())
    }
}

/// When the last of the shipments arrived; `None` if nothing was sent, or something has not arrived.
fn all_arrived_at(sent: &[Shipment]) -> Option<Timestamp> {
    let arrived: Option<Vec<_>> = sent.iter().map(|shipment| shipment.arrived_at).collect();
    arrived?.into_iter().max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::StopReason;
    use crate::request::{Item, Subject};
    use crate::values::Amount;
    use crate::values::Title;

    /// An order of two of each item; the number says how many of them were refunded.
    fn order(status: OrderStatus, lines: &[(&str, u32)]) -> Order {
        let line = |&(item, refunded): &(&str, u32)| OrderLine {
            id: String::new(),
            item: ProductId::in_catalog(item).ok(),
            title: Title::parse("A thing").unwrap(),
            catalog_title: None,
            image_url: None,
            url: None,
            unit_price: Amount::stored(100),
            quantity: Quantity::stored(2, refunded),
            is_gift_card: false,
            needs_no_shipping: false,
            is_part: false,
            sku: None,
            gtin: None,
        };
        let place = OrderPlace { system: ShopSystem::Own, id: "A".to_owned() };
        let as_of = Some(Timestamp::UNIX_EPOCH);
        Order { as_of, reported: status, lines: lines.iter().map(line).collect(), ..Order::unknown(place) }
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
        ] {
            let order = order(status, &[("a-1", 0)]);
            assert_eq!(order.stop_reason(&items(&["a-1"])), stop, "{}", status.as_str());
            let deleted = Order { deleted_at: order.as_of, ..order.clone() };
            assert_eq!(deleted.stop_reason(&items(&["a-1"])), Some(StopReason::OrderCancelled));
            assert_eq!(deleted.proves(None), order.proves(None), "it proves what it proved before");
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
