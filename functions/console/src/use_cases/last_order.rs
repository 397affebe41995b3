//! The last order that a shop's system reported, and what follows from it by the connection's present rules.

use app::error::Error;
use domain::order::ProductId;
use domain::request::Request;
use domain::values::RequestId;
use futures_util::future::try_join;
use integrations::{Ask, Inbound, Integration, NoAsk, NoRequest, OrderState, OrderStateRecord, Rows};
use jiff::Timestamp;
use members::Entered;
use store::table::Store;

pub(crate) struct LastOrder {
    /// The order's number as people know it.
    pub number: String,
    /// When the system last reported the order.
    pub reported_at: Timestamp,
    /// The request that the last call affected.
    pub request: Option<RequestId>,
    pub outcome: Outcome,
    /// What follows if the order arrives now; `None` if that changes nothing.
    pub if_delivered: Option<PlannedEmail>,
    /// Whether the rules have changed since the last call, so that another request would follow from them now.
    pub is_outdated: bool,
}

/// What follows from an order.
pub(crate) enum Outcome {
    /// The first message was sent.
    Sent(Timestamp),
    /// The first message was tried and not sent, or is being sent.
    Tried,
    Planned(PlannedEmail),
    /// Nobody is asked, for this reason in the words of the list of calls.
    Nobody(&'static str),
}

pub(crate) struct PlannedEmail {
    /// When the email is due, within the shop's hours.
    pub at: Timestamp,
    /// The titles of the products.
    pub products: Vec<String>,
}

impl LastOrder {
    /// Reads the order of the newest of these calls that is about an order, with at most three calls to the table; `None` if
    /// there is none.
    pub async fn read(
        store: &Store,
        entered: &Entered,
        Integration { record: connection, usual: _ }: &Integration,
        calls: &[Inbound],
        now: Timestamp,
    ) -> Result<Option<Self>, Error> {
        let mut settled = calls.iter().filter(|call| call.result.is_some());
        let newest = settled.find_map(|call| Some((call, call.system_id.as_deref()?)));
        let Some((call, id)) = newest else { return Ok(None) };
        let (request, reason) = (call.request, call.reason.as_deref());
        let (tenant, system) = (&entered.tenant, connection.system);
        let read = async {
            match request {
                Some(request) => store.request(tenant, request).await,
                None => Ok(None),
            }
        };
        let rows = Rows(store);
        let (order, known) = try_join(rows.order_state(tenant, system, id, &entered.keys), read).await?;
        if order.version == 0 {
            return Ok(None);
        }
        let products = store.known_products(tenant, &order.state.product_ids()).await?;
        let rules = connection.is_asking.then(|| connection.rules.with_products(&products));
        let planned = |state: &OrderState| -> Result<PlannedEmail, NoAsk> {
            let Ask { due_at, products, .. } = state.plan_by(system, rules.as_ref(), now)?;
            Ok(PlannedEmail {
                at: entered.shop.rules.next_open(due_at.max(now), None),
                products: titles(state, &products.into_vec()),
            })
        };
        let refusal = reason.and_then(NoRequest::parse);
        let (outcome, is_outdated) = outcome(planned(&order.state), refusal, &order, known.as_ref(), now);
        let if_delivered = planned(&order.state.delivered(now)).ok();
        Ok(Some(Self {
            number: order.state.number().or(call.order.as_deref()).unwrap_or(id).to_owned(),
            reported_at: call.id.minted_at(),
            request,
            if_delivered: if_delivered.filter(|email| outcome.waits_longer_than(email)),
            outcome,
            is_outdated,
        }))
    }
}

impl Outcome {
    /// Whether the message of this outcome is due later than `other`, or waits for the order's dispatch.
    fn waits_longer_than(&self, other: &PlannedEmail) -> bool {
        match self {
            Self::Sent(_) | Self::Tried => false,
            Self::Planned(email) => other.at < email.at,
            Self::Nobody(reason) => *reason == NoAsk::NotShipped.as_str(),
        }
    }
}

/// The outcome of the plan by the current rules, and whether the last call had another outcome.
fn outcome(
    plan: Result<PlannedEmail, NoAsk>,
    refusal: Option<NoRequest>,
    order: &OrderStateRecord,
    request: Option<&Request>,
    now: Timestamp,
) -> (Outcome, bool) {
    // A request that the system's calls withdrew counts for nothing: another call may make a new one.
    let request = request.filter(|request| !order.withdrawn.contains(&request.id));
    let waiting = request.filter(|request| request.is_planned(now));
    if let Some(at) = request.and_then(Request::sent_at) {
        return (Outcome::Sent(at), false);
    }
    if request.is_some_and(|request| request.cancelled_at.is_some()) {
        return (Outcome::Nobody(NoRequest::CancelledByShop.as_str()), false);
    }
    if request.is_some() && waiting.is_none() && refusal.is_none() {
        return (Outcome::Tried, false);
    }
    match (plan, refusal, waiting) {
        // Some reasons only keep calls from making a request.
        (Err(reason), _, Some(request)) if !reason.stops() => {
            let email = PlannedEmail { at: request.scheduled_at, products: titles(&order.state, &request.products()) };
            (Outcome::Planned(email), false)
        }
        (Err(reason), _, waiting) => (Outcome::Nobody(reason.as_str()), waiting.is_some()),
        (Ok(_), Some(refusal), _) => (Outcome::Nobody(refusal.as_str()), false),
        (Ok(email), None, waiting) => {
            let is_same = |planned: Timestamp| email.at == planned || email.at.max(planned) <= now;
            let is_kept = waiting.is_some_and(|request| is_same(request.scheduled_at));
            (Outcome::Planned(email), !is_kept)
        }
    }
}

/// The names of products on the order, or the ids of those without a name.
fn titles(order: &OrderState, products: &[ProductId]) -> Vec<String> {
    let title = |id: &ProductId| {
        let line =
            order.lines().iter().find(|line| line.product.as_deref() == Some(id.as_str()) && !line.title.is_empty());
        line.map_or(id.as_str(), |line| line.title.as_str()).to_owned()
    };
    products.iter().map(title).collect()
}
