//! A customer: who they are, whether they get messages, and what is stored about them; and the buttons that stop their messages and let
//! them leave again.

use askama::Template;
use axum::http::StatusCode;
use domain::customer::{Charge, CustomerKey, PostalAddress};
use domain::message::{Step, StepState};
use domain::order::Order;
use store::message::CustomerMessage;
use store::message::suppression::SuppressedRecipient;

use super::path_of_order;
use crate::click::Click;
use crate::form::{Failure, Flash, Served};
use crate::pages::requests::RequestRow;
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::ui::{Stars, called, money, path_of};
use crate::use_cases::WholeCustomer;
use domain::values::CustomerId;

#[derive(Template)]
#[template(path = "customer.html")]
struct CustomerPage {
    shell: Shell,
    name: String,
    whole: WholeCustomer,
    requests: Vec<RequestRow>,
}

impl CustomerPage {
    /// Why no messages leave to their address and number.
    fn suppressed(&self) -> impl Iterator<Item = (&CustomerKey, &SuppressedRecipient)> {
        self.whole.recipients.iter().filter_map(|(recipient, suppressed)| Some((recipient, suppressed.as_ref()?)))
    }

    /// Whether a message would leave to their address or, without one, to their number.
    fn may_be_asked(&self) -> bool {
        self.whole.recipients.first().is_some_and(|(_, suppressed)| suppressed.is_none())
    }

    fn can_stop(&self) -> bool {
        self.shell.is_moderator() && self.suppressed().count() < self.whole.recipients.len()
    }

    fn can_resume(&self) -> bool {
        self.shell.is_moderator() && self.suppressed().any(|(_, suppressed)| suppressed.is_liftable())
    }

    /// Whether the person decided a reason, which the shop cannot lift.
    fn is_theirs(&self) -> bool {
        self.suppressed().any(|(_, suppressed)| !suppressed.is_liftable())
    }

    fn address(&self) -> String {
        let PostalAddress { address1, address2, city, state, postal_code } = &self.whole.customer.address;
        let parts = [address1, address2, postal_code, city, state].into_iter().flatten().map(|part| part.as_str());
        parts.collect::<Vec<_>>().join(", ")
    }

    /// Why the shop may ask them, as far as it is known: their newest order, and what they told its system about marketing.
    fn bases(&self) -> Vec<String> {
        let (texts, whole) = (self.shell.texts, &self.whole);
        let placed = whole.orders.iter().find_map(|order| Some((order, order.placed_at?)));
        let bought = placed.map(|(order, at)| {
            let text = texts.say("customer-basis-order").with("order", order.id.as_str());
            text.words("day", &self.shell.day(at)).to_string()
        });
        let said = whole.last_order.as_ref().and_then(|order| {
            let text = if order.agrees? { "customer-basis-agreed" } else { "customer-basis-not-agreed" };
            let text = texts.say(text).words("system", order.place.system.name());
            Some(text.words("day", &self.shell.day(order.as_of?)).to_string())
        });
        bought.into_iter().chain(said).filter(|_| self.may_be_asked()).collect()
    }

    fn messages(&self) -> Vec<StoredLine> {
        self.whole.messages.iter().map(|row| message(&self.shell, row)).collect()
    }

    fn orders(&self) -> Vec<StoredLine> {
        self.whole.orders.iter().map(|row| order(&self.shell, row)).collect()
    }

    fn charges(&self) -> Vec<StoredLine> {
        self.whole.charges.iter().map(|row| charge(&self.shell, row)).collect()
    }
}

struct StoredLine {
    title: String,
    about: String,
    path: Option<String>,
}

pub(crate) async fn show(Click { parts, viewer, id, .. }: Click<CustomerId>) -> Served {
    let whole = parts.customers.whole(&viewer, id, viewer.now).await?.ok_or(Failure::NotFound)?;
    let requests = whole.requests.iter().filter_map(|listed| RequestRow::new(&viewer, listed, None)).collect();
    let page =
        CustomerPage { shell: viewer.shell("customers"), name: called(&viewer, &whole.customer), whole, requests };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

fn message(viewer: &Viewer, message: &CustomerMessage) -> StoredLine {
    let CustomerMessage { customer: _, request, number: _, step, listed_at: _ } = message;
    let Step { channel, reminder, due_at, state, .. } = step;
    let texts = viewer.texts;
    let by = viewer.word("request-by", channel.as_str());
    let title = match reminder {
        0 => texts.say("customer-first-message").words("by", &by).to_string(),
        number => texts.say("customer-reminder").words("by", &by).count("number", usize::from(*number)).to_string(),
    };
    let (text, at) = match state {
        StepState::Sent { at, .. } if step.reports.failure().is_some() => ("customer-message-returned", *at),
        StepState::Sent { at, .. } if step.delivered_at().is_some() => ("customer-message-delivered", *at),
        StepState::Sent { at, .. } => ("customer-message-sent", *at),
        StepState::Failed { at, .. } => ("customer-message-failed", *at),
        StepState::Skipped { at, .. } => ("customer-message-skipped", *at),
        StepState::Unconfirmed { at } => ("customer-message-unconfirmed", *at),
        StepState::Pending | StepState::Submitting { .. } => ("customer-message-planned", *due_at),
    };
    let about = texts.say(text).words("at", &viewer.day_and_time(at)).to_string();
    StoredLine { title, about, path: Some(format!("/console/requests/{request}")) }
}

fn order(viewer: &Viewer, order: &Order) -> StoredLine {
    let titles: Vec<_> = order.lines.iter().map(|line| line.title.as_str()).collect();
    let mut about = titles.join(", ");
    if let Some(at) = order.placed_at {
        about = format!("{} · {about}", viewer.day(at));
    }
    let path = path_of_order(order.id.clone());
    let status = viewer.word("why-order", order.status().as_str());
    StoredLine { title: format!("{} · {status}", order.id.as_str()), about, path: Some(path) }
}

fn charge(viewer: &Viewer, charge: &Charge) -> StoredLine {
    let title = charge.amount.map(|amount| money(viewer.texts, amount, charge.currency.as_ref()));
    let title = title.unwrap_or_else(|| viewer.texts.say("customer-charge").to_string());
    StoredLine { title, about: viewer.day_and_time(charge.charged_at), path: None }
}

/// The field of a form that takes back a stop, instead of lifting every reason.
const UNDO: (&str, &str) = ("undo", "1");

pub(crate) async fn stop(Click { parts, viewer, id, .. }: Click<CustomerId>) -> Served {
    let customer = parts.customers.get(&viewer, id).await?;
    parts.suppressions.stop(&viewer.caller(), &customer, viewer.now).await?;
    let (page, name) = (path_of(customer.id), called(&viewer, &customer));
    let text = viewer.texts.say("customer-stop-done").with("name", &name);
    Ok(Flash::new(text).with_undo(format!("{page}/resume"), &[UNDO], None).then(&page))
}

pub(crate) async fn resume(Click { parts, viewer, id, fields }: Click<CustomerId>) -> Served {
    let customer = parts.customers.get(&viewer, id).await?;
    let caller = viewer.caller();
    let is_lifted = match fields.find(UNDO.0) {
        Some(_) => parts.suppressions.undo_stop(&caller, &customer, viewer.now).await?,
        None => parts.suppressions.resume(&caller, &customer, viewer.now).await?,
    };
    let text = if is_lifted { "customer-resume-done" } else { "customer-resume-none" };
    let name = called(&viewer, &customer);
    Ok(Flash::new(viewer.texts.say(text).with("name", &name)).then(&path_of(customer.id)))
}
