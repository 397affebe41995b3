//! Makes the order that pages and messages use from what the shop's system said.

use std::collections::BTreeSet;

use super::{OrderState, ShipmentState, StateLine, SystemStatus};
use domain::order::{Buyer, Identifiers, Order, OrderId, OrderLine, OrderStatus, Product, ProductId, Quantity};
use domain::values::{Amount, Currency, EmailAddress, HttpsUrl, PersonName, Title};
use jiff::Timestamp;

/// The most products of an order that are read and stored: as many as one batch can read.
pub(crate) const PRODUCTS_MAX: usize = 100;

impl OrderState {
    /// The order under a reference; `None` as long as the currency is unknown.
    pub fn order(&self, reference: OrderId) -> Option<Order> {
        let currency = Currency::parse(&self.currency.as_ref()?.value).ok()?;
        let lines = self.lines.iter().flat_map(|lines| &lines.value);
        Some(Order {
            id: reference,
            status: self.order_status(),
            buyer: self.buyer(),
            currency,
            lines: lines.filter_map(|line| self.line(line)).take(Order::LINES_MAX).collect(),
            placed_at: self.placed_at.as_ref().map(|placed| placed.value),
            delivered_at: self.delivered_at(),
            is_unpaid: self.is_paid.as_ref().is_some_and(|paid| !paid.value),
            as_of: None,
            is_of_system: true,
        })
    }

    /// The buyer; `None` without an address.
    pub fn buyer(&self) -> Option<Buyer> {
        let email = EmailAddress::parse(&self.email.as_ref()?.value).ok()?;
        Some(Buyer { email, name: self.name.as_ref().and_then(|name| PersonName::restore(&name.value).ok()) })
    }

    /// The ordered products with titles and pictures, so that products that are not in the catalog yet can be stored.
    pub fn products(&self) -> Vec<Product> {
        let product = |line: &StateLine| {
            Some(Product {
                id: ProductId::parse(line.product.as_deref()?).ok()?,
                title: Title::parse(line.catalog_title.as_ref().unwrap_or(&line.title)).ok()?,
                description: None,
                image_url: line.image_url.as_deref().and_then(|url| HttpsUrl::parse(url).ok()),
                url: None,
                identifiers: Identifiers {
                    gtin: line.gtin.iter().cloned().collect(),
                    // A variant's number is not its product's.
                    sku: line.sku.clone().filter(|_| line.catalog_title.is_none()),
                    ..Identifiers::default()
                },
            })
        };
        let mut products: Vec<Product> = Vec::new();
        for product in
            self.lines.iter().flat_map(|lines| &lines.value).filter(|line| !line.is_gift_card).filter_map(product)
        {
            if !products.iter().any(|known| known.id == product.id) {
                products.push(product);
            }
        }
        products
    }

    /// The ids of the ordered products, at most as many as one call reads.
    pub fn product_ids(&self) -> BTreeSet<ProductId> {
        let lines = self.lines.iter().flat_map(|lines| &lines.value).filter(|line| !line.is_gift_card);
        let ids = lines.filter_map(|line| line.product.as_deref());
        ids.filter_map(|id| ProductId::parse(id).ok()).take(PRODUCTS_MAX).collect()
    }

    fn order_status(&self) -> OrderStatus {
        let is_deleted = self.is_deleted.as_ref().is_some_and(|deleted| deleted.value);
        let has_arrived = self.all_arrived_at().is_some();
        match self.status.as_ref().map_or(SystemStatus::Placed, |status| status.value) {
            _ if is_deleted => OrderStatus::Cancelled,
            SystemStatus::Cancelled => OrderStatus::Cancelled,
            SystemStatus::Refunded => OrderStatus::Refunded,
            // The completion was taken back.
            _ if self.open_at().is_some() && self.live_shipments().next().is_none() => OrderStatus::Placed,
            SystemStatus::Fulfilled if has_arrived => OrderStatus::Delivered,
            SystemStatus::Fulfilled => OrderStatus::Fulfilled,
            SystemStatus::Placed => OrderStatus::Placed,
        }
    }

    /// When the last of the shipments that were sent arrived; `None` if nothing was sent, or something has not arrived.
    fn all_arrived_at(&self) -> Option<Timestamp> {
        let sent = self.live_shipments().filter(|shipment| shipment.left_at().is_some());
        // `None` is less than any time.
        sent.map(ShipmentState::arrived_at)
            .try_fold(None, |last: Option<Timestamp>, at| Some(last.max(Some(at?))))
            .flatten()
    }

    /// When the order arrived. If no arrival was reported: when the order was completed, or else the last shipment of a
    /// fulfilled order was sent.
    fn delivered_at(&self) -> Option<Timestamp> {
        let completed_at = self.completed_at.as_ref().and_then(|completed| completed.value);
        let is_fulfilled = self.status.as_ref().is_some_and(|status| status.value == SystemStatus::Fulfilled);
        let sent_at = self.live_shipments().filter_map(ShipmentState::left_at).max().filter(|_| is_fulfilled);
        self.all_arrived_at().or(completed_at).or(sent_at)
    }

    fn line(&self, line: &StateLine) -> Option<OrderLine> {
        Some(OrderLine {
            item: line.product.as_deref().filter(|_| !line.is_gift_card).and_then(|id| ProductId::parse(id).ok()),
            title: Title::parse(&line.title).ok()?,
            image_url: line.image_url.as_deref().and_then(|url| HttpsUrl::parse(url).ok()),
            url: None,
            unit_price: Amount::stored(line.unit_price.min(Amount::MAX)),
            quantity: Quantity::stored(line.quantity, self.refunded(line)),
        })
    }
}
