//! Makes the order that pages and messages use from what the shop's system said.

use std::collections::BTreeSet;

use super::{Head, OrderState, ShipmentState, StateLine, SystemStatus};
use domain::order::{Buyer, Identifiers, Order, OrderId, OrderLine, OrderStatus, Product, ProductId, Quantity};
use domain::values::{Amount, Currency, EmailAddress, HttpsUrl, PersonName, ShopSystem, Title};
use jiff::Timestamp;

/// The most products of an order that are read and stored: as many as one batch can read.
pub(crate) const PRODUCTS_MAX: usize = 100;

impl OrderState {
    /// The order under a reference; `None` as long as its head or currency is unknown.
    pub fn order(&self, system: ShopSystem, reference: OrderId) -> Option<Order> {
        let head = self.head.as_ref()?;
        let sent = self.sent(system);
        let order = Order {
            id: reference,
            status: order_status(head.status, &sent),
            buyer: self.buyer(),
            currency: Currency::parse(head.currency.as_deref()?).ok()?,
            lines: head.lines.iter().filter_map(line).take(Order::LINES_MAX).collect(),
            placed_at: head.placed_at,
            delivered_at: delivered_at(head.status, &sent),
            is_unpaid: head.is_unpaid,
            as_of: None,
            is_of_system: true,
        };
        Some(if self.is_deleted() { order.deleted() } else { order })
    }

    /// The buyer; `None` without an address.
    pub fn buyer(&self) -> Option<Buyer> {
        let Head { email, name, .. } = self.head.as_ref()?;
        let email = EmailAddress::parse(email.as_deref()?).ok()?;
        Some(Buyer { email, name: name.as_deref().and_then(|name| PersonName::restore(name).ok()) })
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
        for product in self.lines().iter().filter(|line| !line.is_gift_card).filter_map(product) {
            if !products.iter().any(|known| known.id == product.id) {
                products.push(product);
            }
        }
        products
    }

    /// The ids of the ordered products, at most as many as one call reads.
    pub fn product_ids(&self) -> BTreeSet<ProductId> {
        let lines = self.lines().iter().filter(|line| !line.is_gift_card);
        let ids = lines.filter_map(|line| line.product.as_deref());
        ids.filter_map(|id| ProductId::parse(id).ok()).take(PRODUCTS_MAX).collect()
    }
}

fn order_status(status: SystemStatus, sent: &[ShipmentState]) -> OrderStatus {
    match status {
        SystemStatus::Pending => OrderStatus::Pending,
        SystemStatus::Placed => OrderStatus::Placed,
        SystemStatus::Fulfilled if all_arrived_at(sent).is_some() => OrderStatus::Delivered,
        SystemStatus::Fulfilled => OrderStatus::Fulfilled,
        SystemStatus::Failed => OrderStatus::Failed,
        SystemStatus::Refunded => OrderStatus::Refunded,
        SystemStatus::Cancelled => OrderStatus::Cancelled,
    }
}

/// When the last of the shipments arrived; `None` if nothing was sent, or something has not arrived.
fn all_arrived_at(sent: &[ShipmentState]) -> Option<Timestamp> {
    let arrived: Option<Vec<_>> = sent.iter().map(|shipment| shipment.arrived_at).collect();
    arrived?.into_iter().max()
}

/// When the order arrived. If no arrival was reported: when the last shipment of a fulfilled order was sent.
fn delivered_at(status: SystemStatus, sent: &[ShipmentState]) -> Option<Timestamp> {
    let sent_at = sent.iter().filter_map(ShipmentState::left_at).max();
    all_arrived_at(sent).or(sent_at.filter(|_| status == SystemStatus::Fulfilled))
}

fn line(line: &StateLine) -> Option<OrderLine> {
    Some(OrderLine {
        item: line.product.as_deref().filter(|_| !line.is_gift_card).and_then(|id| ProductId::parse(id).ok()),
        title: Title::parse(&line.title).ok()?,
        image_url: line.image_url.as_deref().and_then(|url| HttpsUrl::parse(url).ok()),
        url: None,
        unit_price: Amount::stored(line.unit_price.min(Amount::MAX)),
        quantity: Quantity::stored(line.quantity, line.refunded),
    })
}
