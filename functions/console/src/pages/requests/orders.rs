//! *From orders*: each order of a connected system with what becomes of it, and how many were not asked about for which reason.
//!
//! Told by `tests/stories/console/orders.story`.

use app::error::Error;
use askama::Template;
use axum::http::StatusCode;
use domain::order::{NoAsk, OrderPlace};
use domain::values::ShopSystem;
use edge::body::Fields;
use form_urlencoded::Serializer;
use integrations::{AskCounts, AskPage, AskRulesChange, IntegrationChange, IntegrationRefusal, OrderAsk};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::order::OrderRecord;
use store::table::ListKey;
use texts::escaped;

use crate::click::Click;
use crate::form::{Failure, Flash, Served};
use crate::pages::connections::look_first;
use crate::pages::customers::tabs_of_orders;
use crate::pages::settings::{kept_back, paused};
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::times::Days;
use crate::ui::Tab;

pub(crate) const HERE: &str = "/console/requests/orders";
/// Of how many days' orders a shop may ask as well that were dispatched before it connected.
const EARLIER: [usize; 3] = [7, 14, 30];

#[derive(Template)]
#[template(path = "orders.html")]
struct OrdersPage {
    shell: Shell,
    tabs: Vec<Tab>,
    /// How many will be asked about soon, and the reasons why others were not, each with its number; only on the first page.
    counts: Option<(usize, Vec<Tab>)>,
    /// That sending is paused, and how much is due.
    paused: Option<String>,
    /// The connections whose earlier orders can be asked about as well, with how many orders of the last days would be.
    earlier: Vec<(ShopSystem, [usize; EARLIER.len()])>,
    rows: Vec<OrderRow>,
    is_later: bool,
    next: Option<String>,
}

/// An order in the list, where each day is above its first order.
struct OrderRow {
    /// The day on which it was placed, if the order is its first.
    day: Option<String>,
    place: OrderPlace,
    /// The buyer's name or address, or the number.
    title: String,
    /// Its number, unless that is the title, and its products, as HTML.
    about: String,
    ask: OrderAsk,
    /// Where the rule can be changed that is the reason.
    rule: Option<String>,
}

impl OrderRow {
    fn new(viewer: &Viewer, OrderRecord { order, .. }: &OrderRecord, ask: OrderAsk, days: &mut Days) -> Self {
        let number = order.id.as_str();
        let name =
            order.buyer.as_ref().map(|buyer| buyer.name.as_ref().map_or(buyer.email.as_typed(), |name| name.as_str()));
        let number = name.map(|_| format!("<bdi>{}</bdi>", escaped(number)));
        let mut lines = order.product_lines();
        let product = lines.next().map(|first| match (first.title.as_str(), lines.count()) {
            (title, 0) => format!("<bdi>{}</bdi>", escaped(title)),
            (title, others) => {
                viewer.texts.say("request-products-more").with("product", title).count("count", others).html()
            }
        });
        let day = order.placed_at.map(|at| viewer.day(at)).unwrap_or_default();
        let is_rule =
            |reason: &NoAsk| reason.is_rule() || matches!(reason, NoAsk::ExcludedProduct | NoAsk::BeforeSince);
        let rule = ask.reason.filter(is_rule).filter(|_| viewer.is_owner());
        Self {
            day: days.opening(&day).filter(|day| !day.is_empty()),
            title: name.unwrap_or(order.id.as_str()).to_owned(),
            about: number.into_iter().chain(product).collect::<Vec<_>>().join(" · "),
            rule: rule.map(|_| format!("{}/{}#rules", crate::pages::connections::HERE, order.place.system.as_str())),
            place: order.place.clone(),
            ask,
        }
    }
}

fn path(reason: Option<NoAsk>, after: Option<&ListKey>) -> String {
    let pairs = [("reason", reason.map(NoAsk::as_str)), ("after", after.map(ListKey::as_str))];
    let pairs = pairs.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let query = Serializer::new(String::new()).extend_pairs(pairs).finish();
    if query.is_empty() { HERE.to_owned() } else { format!("{HERE}?{query}") }
}

/// The reasons, the most frequent first.
fn reasons(viewer: &Viewer, counts: &AskCounts, chosen: Option<NoAsk>) -> Vec<Tab> {
    let mut reasons: Vec<_> = counts.not_asked.iter().collect();
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    let tab = |(reason, count): (&NoAsk, &usize)| Tab {
        path: path(Some(*reason).filter(|reason| Some(*reason) != chosen), None),
        text: format!("{}: {count}", viewer.word("sys-reason", reason.as_str())),
        is_chosen: chosen == Some(*reason),
    };
    reasons.into_iter().map(tab).collect()
}

pub(crate) async fn list(Click { parts, viewer, fields, .. }: Click) -> Served {
    let reason = fields.find("reason").map(|word| NoAsk::parse(word).ok_or(Failure::NotFound)).transpose()?;
    let after = fields.find("after").map(|after| ListKey::from(after.to_owned()));
    let (shop, zone, is_later) = ((&viewer.tenant, &*viewer.keys), viewer.zone(), after.is_some());
    let AskPage { rows, next } = parts.asks.page(shop, reason, after, viewer.speech(&zone), viewer.now).await?;
    let counts = match is_later {
        true => None,
        false => Some(parts.asks.counts(&viewer.tenant, viewer.now).await?),
    };
    let mut earlier = Vec::new();
    if reason == Some(NoAsk::BeforeSince) && viewer.is_owner() && !is_later {
        for connection in parts.integrations.list(&viewer.caller(), viewer.now).await? {
            let moments = EARLIER.map(|days| before(viewer.now, days));
            let counts = parts.asks.earlier(shop, &connection.record, moments, viewer.now).await?;
            if counts.iter().any(|count| *count > 0) {
                earlier.push((connection.record.system, counts));
            }
        }
    }
    let mut days = Days::default();
    let page = OrdersPage {
        shell: viewer.shell("customers"),
        tabs: tabs_of_orders(&viewer),
        counts: counts.map(|counts| (counts.soon, reasons(&viewer, &counts, reason))),
        earlier,
        paused: match paused(&viewer) {
            Some(paused) => Some(format!("{paused} {}", kept_back(&parts, &viewer).await?.join(" "))),
            None => None,
        },
        rows: rows.into_iter().map(|(record, ask)| OrderRow::new(&viewer, &record, ask, &mut days)).collect(),
        is_later,
        next: next.map(|next| path(reason, Some(&next))),
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// So many days ago.
fn before(now: Timestamp, days: usize) -> Timestamp {
    now.saturating_sub(SignedDuration::from_hours(24 * i64::try_from(days).unwrap_or_default())).unwrap_or(now)
}

/// Moves the moment back from which a connection's orders are asked about.
pub(crate) async fn earlier(Click { parts, viewer, fields, .. }: Click) -> Served {
    let system = ShopSystem::parse(fields.text("system")).ok_or(Failure::NotFound)?;
    let days = fields.number("days").filter(|days| EARLIER.contains(days)).ok_or(Failure::NotFound)?;
    // Never later than it is.
    let connection = parts.integrations.get(&viewer.caller(), system, viewer.now).await?;
    let since = json!(format!("{:.0}", before(viewer.now, days).min(connection.record.rules.since)));
    let rules = AskRulesChange::read(|name| (name == "since").then_some(&since));
    let rules = rules.map_err(|(_, rule)| Error::Internal(rule.to_string()))?;
    let is_paused = fields.find("pause") == Some("yes");
    if is_paused {
        look_first(&parts, &viewer).await?;
    }
    let change = IntegrationChange { rules, ..IntegrationChange::default() };
    match parts.integrations.put(&viewer.caller(), system, change, &parts.orders, viewer.now).await {
        Ok(_) => {
            let said = ["orders-earlier-done"].into_iter().chain(is_paused.then_some("asks-paused"));
            let said: Vec<_> = said.map(|text| viewer.texts.say(text).to_string()).collect();
            Ok(Flash::new(said.join(" ")).then(HERE))
        }
        Err(IntegrationRefusal::Failed(error)) => viewer.refused(error, HERE),
        Err(IntegrationRefusal::Field(..)) => Err(Failure::NotFound),
    }
}

/// The order that a row's form names.
fn place(fields: &Fields) -> Result<OrderPlace, Failure> {
    let system = ShopSystem::parse(fields.text("system")).ok_or(Failure::NotFound)?;
    Ok(OrderPlace { system, id: fields.text("order").to_owned() })
}

pub(crate) async fn ask(Click { parts, viewer, fields, .. }: Click) -> Served {
    match parts.asks.ask_now(&viewer.caller(), &place(&fields)?, viewer.now).await {
        Ok(()) => {
            Ok(Flash::new(paused(&viewer).unwrap_or_else(|| viewer.texts.say("request-send-done").to_string()))
                .then(HERE))
        }
        Err(error) => viewer.refused(error, HERE),
    }
}

pub(crate) async fn do_not_ask(Click { parts, viewer, fields, .. }: Click) -> Served {
    parts.asks.do_not_ask(&viewer.caller(), &place(&fields)?, viewer.now).await?;
    Ok(viewer.done("order-stop-done", HERE))
}
