//! Makes the state that a connected system's rules read of an order in a call.

use domain::order::{OrderLine, OrderStatus, ProductId};
use domain::values::{EmailAddress, HttpsUrl, PersonName, Title};
use integrations::{Head, OrderState, ShipmentState, ShipmentStatus, StateLine, SystemStatus};
use jiff::Timestamp;

use super::order::{LineForRules, SaidOrder, Shipment};

impl SaidOrder {
    /// The state of the order, in a call of this instant. Nothing in it is later.
    pub(crate) fn state(self, now: Timestamp) -> OrderState {
        let Self { id, system_id: _, as_of, order } = self;
        let Some((order, rules)) = order else {
            return OrderState { deleted_at: Some(as_of), ..OrderState::default() };
        };
        let past = |at: Option<Timestamp>| at.map(|at| at.min(now));
        // Nothing is stored about a buyer whom nobody can reach, because no erasure could find it.
        let buyer = order.buyer.filter(|buyer| EmailAddress::of_customer(buyer.email.as_typed()).is_ok());
        let head = Head {
            as_of,
            status: system_status(order.status),
            refunded: 0,
            lacks_consent: rules.agrees.map(|agrees| !agrees),
            tags: rules.tags,
            number: id.as_str().to_owned(),
            locale: rules.language.filter(|_| buyer.is_some()),
            name: buyer.as_ref().and_then(|buyer| buyer.name.as_ref()).map(PersonName::stored),
            email: buyer.map(|buyer| buyer.email.as_typed().to_owned()),
            country: rules.country.map(|country| country.as_str().to_owned()),
            currency: Some(order.currency.as_str().to_owned()),
            is_test: rules.is_test,
            is_in_store: rules.is_in_store,
            is_unpaid: order.is_unpaid,
            placed_at: past(order.placed_at),
            completed_at: past(rules.completed_at.or(order.delivered_at)),
            lines: order.lines.into_iter().zip(rules.lines).zip(1..).map(line).collect(),
        };
        let shipments =
            rules.shipments.into_iter().map(|Shipment { id, lines, left_at, arrived_at, is_taken_back }| {
                let status = match left_at {
                    _ if is_taken_back => ShipmentStatus::TakenBack,
                    Some(_) => ShipmentStatus::Left,
                    None => ShipmentStatus::Waiting,
                };
                let (left_at, arrived_at) = (past(left_at), past(arrived_at));
                (id, ShipmentState { as_of, status, lines, left_at, arrived_at })
            });
        OrderState {
            head: Some(head.counted()),
            deleted_at: None,
            shipments: shipments.collect(),
            is_anonymised: rules.is_anonymised,
        }
    }
}

const fn system_status(status: OrderStatus) -> SystemStatus {
    match status {
        OrderStatus::Pending => SystemStatus::Pending,
        OrderStatus::Placed => SystemStatus::Placed,
        OrderStatus::Fulfilled | OrderStatus::Delivered => SystemStatus::Fulfilled,
        OrderStatus::Failed => SystemStatus::Failed,
        OrderStatus::Refunded => SystemStatus::Refunded,
        OrderStatus::Cancelled | OrderStatus::Deleted => SystemStatus::Cancelled,
    }
}

fn line(((line, rules), place): ((OrderLine, LineForRules), u32)) -> StateLine {
    let LineForRules { id, variant, sku, gtin, is_gift_card, ships, is_part } = rules;
    let title = line.title.as_str().to_owned();
    let named = variant.map(|variant| format!("{title} - {}", variant.as_str()));
    let named = named.map(|named| named.chars().take(Title::CHARACTERS_MAX).collect());
    StateLine {
        id: id.unwrap_or_else(|| place.to_string()),
        product: line.item.as_ref().map(ProductId::as_str).map(str::to_owned),
        catalog_title: named.is_some().then(|| title.clone()),
        title: named.unwrap_or(title),
        quantity: line.quantity.bought(),
        refunded: line.quantity.refunded(),
        unit_price: line.unit_price.units(),
        image_url: line.image_url.as_ref().map(HttpsUrl::as_str).map(str::to_owned),
        is_gift_card,
        needs_no_shipping: !ships,
        is_part,
        sku,
        gtin,
    }
}
