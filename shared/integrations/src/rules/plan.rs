//! The request that follows from an order.

use domain::order::{Ended, NoAsk, Order, OrderId, OrderLine, OrderStatus, ProductIds, Shipment};
use jiff::{SignedDuration, Timestamp};

use super::{AskAfter, AskRules, Consent};

/// How long after its latest possible time a request may still be made. A platform repeats a call for hours; older news
/// comes too late.
const LATE_MAX: SignedDuration = SignedDuration::from_hours(48);

/// How long after it was placed an order must be shipped. Who waited longer is not asked.
const OLD_AFTER: SignedDuration = SignedDuration::from_hours(180 * 24);

/// A request to make about an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The reference of the order in the request.
    pub reference: OrderId,
    /// When the request is due, which may be in the past.
    pub due_at: Timestamp,
    /// The products that arrived.
    pub products: ProductIds,
    pub incentivized: bool,
}

pub type OrderPlan = Result<Ask, NoAsk>;

/// The request that an order should have by a connection's rules; `None` for a connection that asks nobody.
pub fn plan_by(rules: Option<&AskRules>, order: &Order, now: Timestamp) -> OrderPlan {
    match rules {
        _ if order.is_anonymised => Err(NoAsk::Anonymised),
        Some(rules) => rules.plan(order, now),
        None => Err(NoAsk::NotAsking),
    }
}

impl AskRules {
    /// The request that the order should have.
    pub fn plan(&self, order: &Order, now: Timestamp) -> OrderPlan {
        self.refusal(order).map_or(Ok(()), Err)?;
        let lines: Vec<_> = lines_left(order).filter(|line| !self.excludes(line)).collect();
        if lines.is_empty() {
            return Err(NoAsk::ExcludedProduct);
        }
        let mut sent = order.sent();
        sent.retain(|shipment| lines.iter().any(|line| shipment.has(line)));
        let first = sent.iter().filter_map(Shipment::left_at).min().ok_or(NoAsk::NotShipped)?;
        if first < self.since {
            return Err(NoAsk::BeforeSince);
        }
        if order.placed_at.is_some_and(|placed| first.duration_since(placed) > OLD_AFTER) {
            return Err(NoAsk::TooOld);
        }
        let last = days(first, Self::DAYS_MAX);
        let ask = self.ask(order, &sent, &lines, last).ok_or(NoAsk::NothingToReview)?;
        if now <= last + LATE_MAX { Ok(ask) } else { Err(NoAsk::TooLate) }
    }

    fn refusal(&self, order: &Order) -> Option<NoAsk> {
        let is_left_out = || self.tags_excluded.iter().any(|tag| order.tags.contains(tag));
        let email = order.buyer.as_ref().map(|buyer| buyer.email.as_typed());
        Some(match order.ended() {
            Some(Ended::Deleted) => NoAsk::Deleted,
            _ if order.as_of.is_none() => NoAsk::NotSeen,
            Some(Ended::Cancelled) => NoAsk::Cancelled,
            Some(Ended::Refunded) => NoAsk::Refunded,
            _ if order.is_test => NoAsk::TestOrder,
            _ if order.is_in_store => NoAsk::InStore,
            _ if email.is_none() => NoAsk::NoEmail,
            _ if email.is_some_and(is_relay) => NoAsk::Relay,
            _ if is_left_out() => NoAsk::ExcludedTag,
            _ if self.consent == Consent::Marketing && order.agrees != Some(true) => NoAsk::NoConsent,
            _ if !self.countries.is_empty() && order.country.is_none_or(|to| !self.countries.contains(&to)) => {
                NoAsk::OtherCountry
            }
            _ if order.product_lines().next().is_none() => NoAsk::NothingToReview,
            _ if lines_left(order).next().is_none() => NoAsk::Refunded,
            _ if order.reported == OrderStatus::Pending => NoAsk::NotShipped,
            None => return None,
        })
    }

    /// One request about everything that has arrived, due at the latest at `last`.
    fn ask(&self, order: &Order, sent: &[Shipment], lines: &[&OrderLine], last: Timestamp) -> Option<Ask> {
        let events: Option<Vec<_>> = sent.iter().map(|shipment| event_of(shipment, self.after)).collect();
        // Until everything has been shipped and has arrived, the latest possible time counts, and then the request is only
        // about what has arrived.
        let whole = is_all_shipped(order, lines, sent).then_some(events).flatten();
        let due_at = whole
            .and_then(|events| events.into_iter().max())
            .map_or(last, |event| days(event, self.ask_days_after).min(last));
        let arrived = |shipment: &Shipment| event_of(shipment, self.after).is_some();
        let some_arrived = sent.iter().any(arrived);
        let about: Vec<_> = sent.iter().filter(|shipment| !some_arrived || arrived(shipment)).collect();
        let products = products_in(lines, &about)?;
        Some(Ask { reference: order.id.clone(), due_at, products, incentivized: self.incentivized })
    }
}

/// The lines that are about a product and still have items.
fn lines_left(order: &Order) -> impl Iterator<Item = &OrderLine> {
    order.product_lines().filter(|line| !line.is_refunded())
}

fn is_all_shipped(order: &Order, lines: &[&OrderLine], sent: &[Shipment]) -> bool {
    let is_whole = matches!(order.reported, OrderStatus::Fulfilled | OrderStatus::Delivered);
    if is_whole || sent.iter().any(|shipment| shipment.lines.is_empty()) {
        return true;
    }
    let shipped = |line: &OrderLine| {
        let counts = sent.iter().filter_map(|shipment| shipment.lines.get(&line.id));
        counts.fold(0, |sum: u32, count| sum.saturating_add(*count))
    };
    lines.iter().all(|line| shipped(line) >= line.quantity.bought() - line.quantity.refunded())
}

fn products_in(lines: &[&OrderLine], shipments: &[&Shipment]) -> Option<ProductIds> {
    let shipped = lines.iter().filter(|line| shipments.iter().any(|shipment| shipment.has(line)));
    let products = ProductIds::first(shipped.filter_map(|line| line.product().cloned()));
    (!products.is_empty()).then_some(products)
}

/// When the event happened to a shipment; `None` if it has not.
fn event_of(shipment: &Shipment, after: AskAfter) -> Option<Timestamp> {
    match after {
        AskAfter::Delivered => shipment.arrived_at,
        AskAfter::Fulfilled => shipment.left_at(),
    }
}

fn days(at: Timestamp, days: u8) -> Timestamp {
    at.saturating_add(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(Timestamp::MAX)
}

// Relay addresses of marketplaces, which hide the buyers' own addresses. Sellers may use them only to write about the
// order.

/// The hosts after the `@`, with their subdomains. An entry that ends with a dot matches any top-level domain.
const RELAYS: [&str; 10] = [
    // <https://otrs.magnalister.com/otrs/public.pl?Action=PublicFAQZoom;Subaction=HTMLView;ItemID=1571>
    "marketplace.amazon.",
    // <https://developer.ebay.com/api-docs/user-guides/static/trading-user-guide/member-communications.html>
    "members.ebay.",
    // No source. Nobody's own address is below this host.
    "relay.etsy.com",
    // `customerEmailId` in sample orders of Walmart's API: <https://developer.walmart.com/us-marketplace/docs/get-an-order>
    "relay.walmart.com",
    // `shipmentDetails.email` in the sample order of bol.com: <https://api.bol.com/retailer/public/redoc/v10/retailer.html>
    "verkopen.bol.com",
    // <https://help.retently.com/en/articles/12538313-understanding-temporary-marketplace-email-addresses-and-why-you-should-filter-them>
    "scs.tiktokw.us",
    // Orders of Otto have such an address: <https://otrs.magnalister.com/otrs/public.pl?Action=PublicFAQZoom;ItemID=1728>
    "customer.otto.market",
    // A connector makes these up for orders of Otto without an address (as above). They bounce.
    "otto.magnalister.com",
    // No source. Allegro gives each buyer such an address, also with `user.` before it.
    "allegromail.pl",
    // `customer_notification_email` in sample orders of Mirakl, also with `us.` before it. Shops get such a proxy address:
    // <https://sellintu.com/blog/how-to-handle-mirakl-customer-order-email-missing-for-integrations>
    "notification.mirakl.net",
];

pub(super) fn is_relay(email: &str) -> bool {
    let host = email.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    RELAYS.iter().any(|relay| match relay.ends_with('.') {
        true => host.starts_with(*relay),
        false => host.strip_suffix(*relay).is_some_and(|below| below.is_empty() || below.ends_with('.')),
    })
}
