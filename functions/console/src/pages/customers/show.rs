//! A customer: who they are, whether they get messages, and what is stored about them; and the buttons that stop their messages and let
//! them leave again.

use askama::Template;
use axum::http::StatusCode;
use domain::customer::{Charge, Customer, CustomerKey, PostalAddress};
use domain::message::{Step, StepState, Suppression};
use domain::order::Order;
use domain::review::Review;
use integrations::StoredSystemOrder;
use members::Role;
use store::message::CustomerMessage;
use store::message::suppression::SuppressedRecipient;

use super::{path_of_customer, path_of_order};
use crate::click::Click;
use crate::form::{Failure, Flash, Served};
use crate::pages::requests::{RequestRow, channel_text};
use crate::pages::reviews::state_text;
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::ui::{Stars, called, money, path_of};
use crate::use_cases::WholeCustomer;
use domain::values::CustomerId;

#[derive(Template)]
#[template(path = "customer.html")]
struct CustomerPage {
    shell: Shell,
    id: String,
    name: String,
    since: String,
    fields: Vec<Field>,
    notes: Option<String>,
    /// Whether a message would leave to their address or, without one, to their number.
    may_be_asked: bool,
    /// Why the shop may ask them, as far as it is known.
    bases: Vec<String>,
    /// Why no messages leave to their address or number.
    stops: Vec<Stop>,
    can_stop: bool,
    can_resume: bool,
    /// Whether the person decided a reason, which the shop cannot lift.
    is_theirs: bool,
    requests: Vec<RequestRow>,
    /// The list of all the customer's requests, if there are more than the page shows.
    more_requests: Option<String>,
    messages: Vec<StoredLine>,
    reviews: Vec<ReviewLine>,
    orders: Vec<StoredLine>,
    charges: Vec<StoredLine>,
    may_export: bool,
    may_erase: bool,
}

struct Stop {
    /// The address or number; only if the customer has both.
    recipient: Option<String>,
    text: String,
}

struct Field {
    name: &'static str,
    value: String,
}

struct StoredLine {
    title: String,
    about: String,
    path: Option<String>,
}

struct ReviewLine {
    id: String,
    stars: Stars,
    words: String,
    day: String,
    state: String,
}

pub(crate) async fn show(Click { parts, viewer, id, .. }: Click<CustomerId>) -> Served {
    let whole = parts.customers.whole(&viewer, id, viewer.now).await?.ok_or(Failure::NotFound)?;
    let page = view(&viewer, &whole);
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

fn view(viewer: &Viewer, whole: &WholeCustomer) -> CustomerPage {
    let WholeCustomer {
        customer,
        recipients,
        system_order,
        requests,
        has_more_requests,
        messages,
        reviews,
        orders,
        charges,
    } = whole;
    let suppressed: Vec<_> = recipients.iter().filter_map(|(_, suppressed)| suppressed.as_ref()).collect();
    let may_decide = viewer.may(Role::Moderator);
    let may_be_asked = recipients.first().is_some_and(|(_, suppressed)| suppressed.is_none());
    CustomerPage {
        requests: requests.iter().filter_map(|listed| RequestRow::new(viewer, listed, None)).collect(),
        more_requests: has_more_requests.then(|| path_of_customer(customer.id, customer.first_request)),
        messages: messages.iter().map(|row| message(viewer, row)).collect(),
        reviews: reviews.iter().map(|row| review(viewer, row)).collect(),
        orders: orders.iter().map(|row| order(viewer, row)).collect(),
        charges: charges.iter().map(|row| charge(viewer, row)).collect(),
        name: called(viewer, customer),
        since: viewer.texts.say("customer-since").words("day", &viewer.day(customer.created_at)).to_string(),
        bases: if may_be_asked { bases(viewer, orders, system_order.as_ref()) } else { Vec::new() },
        stops: stops(viewer, recipients),
        can_stop: may_decide && suppressed.len() < recipients.len(),
        can_resume: may_decide && suppressed.iter().any(|suppressed| suppressed.is_liftable()),
        is_theirs: suppressed.iter().any(|suppressed| !suppressed.is_liftable()),
        may_be_asked,
        notes: customer.notes.as_ref().map(|notes| notes.as_str().to_owned()),
        fields: fields(viewer, customer),
        id: customer.id.guid().to_string(),
        may_export: may_decide,
        may_erase: viewer.may(Role::Owner),
        shell: viewer.shell("customers"),
    }
}

fn fields(viewer: &Viewer, customer: &Customer) -> Vec<Field> {
    let PostalAddress { address1, address2, city, state, postal_code } = &customer.address;
    let address = [address1, address2, postal_code, city, state];
    let address: Vec<_> = address.into_iter().flatten().map(|part| part.as_str()).collect();
    let all = [
        ("request-email", customer.email.as_ref().map(|email| email.as_typed().to_owned())),
        ("request-phone", customer.phone.as_ref().map(|phone| phone.as_str().to_owned())),
        ("customer-company", customer.company.as_ref().map(|company| company.as_str().to_owned())),
        ("customer-address", Some(address.join(", ")).filter(|address| !address.is_empty())),
        ("customer-signed-up", customer.signed_up_at.map(|at| viewer.day(at))),
    ];
    all.into_iter().filter_map(|(name, value)| Some(Field { name, value: value? })).collect()
}

/// Why the shop may ask the customer: their newest order, and what they told the shop's system about marketing.
fn bases(viewer: &Viewer, orders: &[Order], system_order: Option<&StoredSystemOrder>) -> Vec<String> {
    let placed = orders.iter().find_map(|order| Some((order, order.placed_at?)));
    let bought = placed.map(|(order, at)| {
        let text = viewer.texts.say("customer-basis-order").with("order", order.id.as_str());
        text.words("day", &viewer.day(at)).to_string()
    });
    let said = system_order.and_then(|order| Some((order.system, order.record.state.head.as_ref()?)));
    let said = said.and_then(|(system, head)| {
        let text = if head.lacks_consent? { "customer-basis-not-agreed" } else { "customer-basis-agreed" };
        let text = viewer.texts.say(text).words("system", system.name());
        Some(text.words("day", &viewer.day(head.as_of)).to_string())
    });
    bought.into_iter().chain(said).collect()
}

fn stops(viewer: &Viewer, recipients: &[(CustomerKey, Option<SuppressedRecipient>)]) -> Vec<Stop> {
    let sentence = |(reason, since): (&Suppression, &jiff::Timestamp)| {
        let text = match reason {
            Suppression::Manual => "customer-stop-manual",
            Suppression::Bounced => "customer-stop-bounced",
            Suppression::Unsubscribed => "customer-stop-unsubscribed",
            Suppression::Stopped => "customer-stop-stopped",
            Suppression::Complained => "customer-stop-complained",
            Suppression::Erased => "customer-stop-erased",
        };
        viewer.texts.say(text).words("day", &viewer.day(*since)).to_string()
    };
    let stopped = recipients.iter().filter_map(|(recipient, suppressed)| Some((recipient, suppressed.as_ref()?)));
    let reasons =
        stopped.flat_map(|(recipient, suppressed)| suppressed.reasons.iter().map(move |why| (recipient, why)));
    let stop = |(recipient, why): (&CustomerKey, _)| Stop {
        recipient: (recipients.len() > 1).then(|| recipient.as_str().to_owned()),
        text: sentence(why),
    };
    reasons.map(stop).collect()
}

fn message(viewer: &Viewer, message: &CustomerMessage) -> StoredLine {
    let CustomerMessage { customer: _, request, number: _, step, listed_at: _ } = message;
    let Step { channel, reminder, due_at, state, .. } = step;
    let texts = viewer.texts;
    let by = texts.say(channel_text(*channel)).to_string();
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

fn review(viewer: &Viewer, review: &Review) -> ReviewLine {
    ReviewLine {
        id: review.id.to_string(),
        stars: Stars::new(viewer.texts, review.rating),
        words: review.content.words.as_ref().map(|words| words.text.as_str().to_owned()).unwrap_or_default(),
        day: viewer.day(review.created_at),
        state: viewer.texts.say(state_text(review.state)).to_string(),
    }
}

fn order(viewer: &Viewer, order: &Order) -> StoredLine {
    let titles: Vec<_> = order.lines.iter().map(|line| line.title.as_str()).collect();
    let mut about = titles.join(", ");
    if let Some(at) = order.placed_at {
        about = format!("{} · {about}", viewer.day(at));
    }
    let path = path_of_order(order.id.clone());
    let status = viewer.word("customer-order", order.status.as_str());
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
    Ok(Flash::new(text).with_undo(format!("{page}/resume"), &[UNDO]).then(&page))
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
