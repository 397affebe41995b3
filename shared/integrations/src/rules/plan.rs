//! The request that follows from an order's state.

use std::collections::{BTreeMap, BTreeSet};

use domain::order::{OrderId, ProductId, ProductIds};
use domain::values::ShopSystem;
use domain::words;
use jiff::{SignedDuration, Timestamp};

use super::{AskAfter, AskRules, Consent, Latest, OrderState, ShipmentState, Stamped, StateLine, SystemStatus};

/// How long after its latest possible time a request may still be made. A platform repeats a call for hours; older news
/// comes too late.
const LATE_MAX: SignedDuration = SignedDuration::from_hours(48);

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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAsk {
    /// So far, the system has only reported parts of the order.
    NotSeen,
    TestOrder,
    InStore,
    NoEmail,
    /// The email address is a marketplace's, which forbids asking.
    Relay,
    ExcludedTag,
    /// The shop asks only customers who agreed to marketing, and the buyer did not.
    NoConsent,
    /// The order goes to a country whose orders are excluded.
    OtherCountry,
    /// Nobody is asked about any product of the order that is left.
    ExcludedProduct,
    /// The order has nothing to review, for example only gift cards or lines without a product in the catalog.
    NothingToReview,
    /// Nothing was shipped, or all shipments were cancelled.
    NotShipped,
    /// The order was cancelled or failed.
    Cancelled,
    /// The order was refunded in full.
    Refunded,
    Deleted,
    /// The first shipment was before the rules' `since`.
    BeforeSince,
    /// The latest possible time for a request is past.
    TooLate,
    /// The shop uninstalled our app in its system.
    NotAsking,
    /// The shop's system removed the buyer.
    Anonymised,
}

impl NoAsk {
    /// The code in the list of calls.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotSeen => "order_not_seen",
            Self::TestOrder => "test_order",
            Self::InStore => "in_store",
            Self::NoEmail => "no_email",
            Self::Relay => "relay_address",
            Self::ExcludedTag => "excluded_tag",
            Self::NoConsent => "no_consent",
            Self::OtherCountry => "other_country",
            Self::ExcludedProduct => "excluded_product",
            Self::NothingToReview => "nothing_to_review",
            Self::NotShipped => "not_shipped",
            Self::Cancelled => "cancelled",
            Self::Refunded => "refunded",
            Self::Deleted => "deleted",
            Self::BeforeSince => "before_since",
            Self::TooLate => "too_late",
            Self::NotAsking => "not_asking",
            Self::Anonymised => "anonymised",
        }
    }

    /// Whether a rule of the shop leaves the order out, whatever becomes of it.
    pub const fn is_rule(self) -> bool {
        matches!(self, Self::ExcludedTag | Self::NoConsent | Self::OtherCountry)
    }

    /// Whether a planned request is stopped for this reason. `BeforeSince` stops none, because such an order never got
    /// a request; nor does `TooLate`, because a request may wait longer than planned for a good reason.
    pub const fn stops(self) -> bool {
        !matches!(self, Self::BeforeSince | Self::TooLate | Self::NotSeen)
    }
}

words! {
    /// Why a call about an order made no request, although the rules ask about the order.
    pub enum NoRequest {
        /// An API call made a request about the order.
        AnotherRequest = "another_request",
        /// The message of the order's request is sent, or was tried.
        AskedAlready = "asked_already",
        /// The shop asks about a product only once, and asked the buyer about all of these before.
        AskedBefore = "asked_before",
        CancelledByShop = "cancelled_by_shop",
        /// The buyer unsubscribed, or emails to the address bounced or were reported as spam.
        Suppressed = "suppressed",
        /// The buyer's address is invalid.
        NoEmail = "no_email",
        WorksForShop = "works_for_shop",
    }
}

pub type OrderPlan = Result<Ask, NoAsk>;

impl OrderState {
    /// The request that the order should have by a connection's rules; `None` for a connection that asks nobody.
    pub fn plan_by(&self, system: ShopSystem, rules: Option<&AskRules>, now: Timestamp) -> OrderPlan {
        match rules {
            _ if self.is_anonymised => Err(NoAsk::Anonymised),
            Some(rules) => self.plan(system, rules, now),
            None => Err(NoAsk::NotAsking),
        }
    }

    pub fn plan(&self, system: ShopSystem, rules: &AskRules, now: Timestamp) -> OrderPlan {
        let number = self.number.as_ref().and_then(|number| OrderId::parse(&number.value).ok().flatten());
        let (Some(number), Some(status)) = (number, self.status.as_ref()) else { return Err(NoAsk::NotSeen) };
        self.refusal(status.value, rules).map_or(Ok(()), Err)?;
        let lines: Vec<_> = self.lines_left().filter(|line| !rules.excludes(line)).collect();
        if lines.is_empty() {
            return Err(NoAsk::ExcludedProduct);
        }
        let mut shipments = self.shipments_of(system);
        shipments.retain(|_, shipment| lines.iter().any(|line| shipment.has(line)));
        let first = shipments.values().filter_map(ShipmentState::left_at).min().ok_or(NoAsk::NotShipped)?;
        if first < rules.since {
            return Err(NoAsk::BeforeSince);
        }
        let last = days(first, AskRules::DAYS_MAX);
        let ask = self.ask(number, &shipments, &lines, rules, last).ok_or(NoAsk::NothingToReview)?;
        if now <= last + LATE_MAX { Ok(ask) } else { Err(NoAsk::TooLate) }
    }

    /// The order as it would be if all its shipments arrived now. An order without shipments is also dispatched now, as
    /// a whole.
    pub fn delivered(&self, now: Timestamp) -> Self {
        let mut order = self.clone();
        if order.completed_at.as_ref().is_none_or(|completed| completed.value.is_none()) {
            order.completed_at = Some(Stamped { at: now, value: Some(now) });
        }
        if order.shipments.values().all(|shipment| shipment.left_at().is_none()) {
            order.shipments.insert(String::new(), arrived(now));
        }
        let under_way = |shipment: &&mut ShipmentState| shipment.left_at().is_some() && shipment.arrived_at().is_none();
        for shipment in order.shipments.values_mut().filter(under_way) {
            shipment.seen_delivered_at = Some(now);
        }
        order
    }

    fn refusal(&self, status: SystemStatus, rules: &AskRules) -> Option<NoAsk> {
        let is = |flag: &Latest<bool>| flag.as_ref().is_some_and(|flag| flag.value);
        let is_excluded = |tags: &BTreeSet<String>| rules.tags_excluded.iter().any(|tag| tags.contains(tag));
        let country = self.country.as_ref().map(|country| country.value.as_str());
        let (no_lines, nothing_left) = (self.lines.is_none(), self.lines_left().next().is_none());
        let bought_something = || self.product_lines().next().is_some();
        Some(match status {
            _ if is(&self.is_deleted) => NoAsk::Deleted,
            SystemStatus::Cancelled => NoAsk::Cancelled,
            SystemStatus::Refunded => NoAsk::Refunded,
            _ if is(&self.is_test) => NoAsk::TestOrder,
            _ if is(&self.is_in_store) => NoAsk::InStore,
            _ if self.email.is_none() => NoAsk::NoEmail,
            _ if self.email.as_ref().is_some_and(|email| is_relay(&email.value)) => NoAsk::Relay,
            _ if self.tags.as_ref().is_some_and(|tags| is_excluded(&tags.value)) => NoAsk::ExcludedTag,
            _ if rules.consent == Consent::Marketing && !is(&self.agrees) => NoAsk::NoConsent,
            _ if !rules.countries.is_empty() && !rules.countries.iter().any(|one| Some(one.as_str()) == country) => {
                NoAsk::OtherCountry
            }
            _ if no_lines || nothing_left && !bought_something() => NoAsk::NothingToReview,
            _ if nothing_left => NoAsk::Refunded,
            SystemStatus::Placed | SystemStatus::Fulfilled => return None,
        })
    }

    /// The shipments. For a system without shipments, a single shipment with everything, which arrived when the order
    /// was completed or else sent.
    fn shipments_of(&self, system: ShopSystem) -> BTreeMap<String, ShipmentState> {
        if system == ShopSystem::Shopify {
            return self.shipments.clone();
        }
        let completed = self.completed_at.as_ref().and_then(|completed| completed.value);
        let at = completed.or_else(|| self.live_shipments().find_map(ShipmentState::left_at));
        at.map(|at| (String::new(), arrived(at))).into_iter().collect()
    }

    /// One request about everything that has arrived, due at the latest at `last`.
    fn ask(
        &self,
        reference: OrderId,
        shipments: &BTreeMap<String, ShipmentState>,
        lines: &[&StateLine],
        rules: &AskRules,
        last: Timestamp,
    ) -> Option<Ask> {
        let live: Vec<_> = shipments.values().filter(|shipment| shipment.left_at().is_some()).collect();
        let events: Option<Vec<_>> = live.iter().map(|shipment| event_of(shipment, rules.after)).collect();
        // Until everything has been shipped and has arrived, the latest possible time counts, and then the request is
        // only about what has arrived.
        let whole = self.is_all_shipped(lines, &live).then_some(events).flatten();
        let due_at = whole
            .and_then(|events| events.into_iter().max())
            .map_or(last, |event| days(event, rules.ask_days_after).min(last));
        let arrived = |shipment: &&&ShipmentState| event_of(shipment, rules.after).is_some();
        let some_arrived = live.iter().any(|shipment| arrived(&shipment));
        let about: Vec<_> = live.iter().filter(|shipment| !some_arrived || arrived(shipment)).copied().collect();
        let products = products_in(lines, &about)?;
        Some(Ask { reference, due_at, products, incentivized: rules.incentivized })
    }

    fn is_all_shipped(&self, lines: &[&StateLine], live: &[&ShipmentState]) -> bool {
        if self.status.as_ref().is_some_and(|status| status.value == SystemStatus::Fulfilled)
            || live.iter().any(|shipment| shipment.lines.is_none())
        {
            return true;
        }
        let shipped = |line: &StateLine| {
            let lines = live.iter().filter_map(|shipment| shipment.lines.as_ref());
            lines.filter_map(|lines| lines.value.get(&line.id)).fold(0, |sum: u32, count| sum.saturating_add(*count))
        };
        lines.iter().all(|line| shipped(line) >= line.quantity - self.refunded(line))
    }
}

fn products_in(lines: &[&StateLine], shipments: &[&ShipmentState]) -> Option<ProductIds> {
    let shipped = lines.iter().filter(|line| shipments.iter().any(|shipment| shipment.has(line)));
    let ids = shipped.filter_map(|line| line.product.as_deref());
    let products = ProductIds::first(ids.filter_map(|id| ProductId::parse(id).ok()));
    (!products.is_empty()).then_some(products)
}

/// A shipment of the whole order, which was sent and arrived at the same time.
fn arrived(at: Timestamp) -> ShipmentState {
    ShipmentState { seen_delivered_at: Some(at), ..ShipmentState::whole(at, at) }
}

/// When the event happened to a shipment; `None` if it has not.
fn event_of(shipment: &ShipmentState, after: AskAfter) -> Option<Timestamp> {
    match after {
        AskAfter::Delivered => shipment.arrived_at(),
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
