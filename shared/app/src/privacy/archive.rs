//! An export: one JSON document with a list for each kind of data.

use domain::{
    Charge, Customer, DisplayName, Headline, Order, Origin, PhotoPlace, Request, RequestId, Review, ReviewDraft,
    ReviewPlace, Size, Step, StepState, Words,
};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use store::{CustomerMessage, PrivacyJob, Sealed, SuppressedRecipient};

use super::DOWNLOAD_FOR;
use super::kinds::Found;
use super::person::{Asked, Search};
use crate::{Bucket, Error};

/// The lists of an export, which it has even if they are empty.
const LISTS: [&str; 9] =
    ["customers", "requests", "messages", "reviews", "photos", "orders", "charges", "suppressions", "deliveries"];

pub(super) struct Archive(Map<String, Value>);

impl Archive {
    pub fn new(job: &PrivacyJob) -> Self {
        let mut document = Map::from_iter(LISTS.map(|list| (list.to_owned(), json!([]))));
        document.insert("receipt".to_owned(), json!(job.receipt.to_string()));
        document.insert("requested_at".to_owned(), time(job.requested_at));
        Self(document)
    }

    /// Adds what was found, in clear.
    pub async fn add(
        &mut self,
        search: &Search<'_>,
        bucket: &Bucket,
        found: Found,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (list, row) = match found {
            Found::Suppression { stored: None, .. } => return Ok(()),
            Found::Suppression { stored: Some(stored), .. } => ("suppressions", suppression(&stored)),
            // Copies of what the other kinds hold.
            Found::Reply { .. } | Found::Export { .. } | Found::RequestList(Asked { .. }) => return Ok(()),
            Found::Request(parts) => match &parts.request {
                Some(asked) => ("requests", request(asked, parts.open(search.keys)?, now)),
                // Only its personal part is left, which is about to go.
                None => return Ok(()),
            },
            Found::Draft { request, draft } => ("reviews", self::draft(request, &draft)),
            Found::Photo { place, size, created_at } => {
                let url = match size {
                    Some(_) => Some(bucket.link(&place.photo_path(), DOWNLOAD_FOR.unsigned_abs(), now).await?),
                    None => None,
                };
                ("photos", photo(&place, size, created_at, url))
            }
            Found::Review { customer: _, review } | Found::Imported { index: _, review } => {
                let ledger = search.store.ledger(search.tenant, review.id, search.keys).await?;
                let history = ledger.iter().map(|entry| {
                    json!({
                        "at": time(entry.at),
                        "what": entry.what.as_str(),
                        "by": entry.by.as_str(),
                        "reason": entry.reason.map(|reason| reason.as_str()),
                        "note": entry.note,
                    })
                });
                let mut row = self::review(&review);
                row["history"] = history.collect();
                ("reviews", row)
            }
            Found::Message(message) => ("messages", self::message(&message)),
            // Somebody else is its buyer by now.
            Found::Order { is_theirs: false, .. } => return Ok(()),
            Found::Order { order, .. } => ("orders", self::order(&order)),
            Found::Charge(charge) => ("charges", self::charge(&charge)),
            Found::Customer(customer) => ("customers", self::customer(&customer)),
        };
        if let Some(rows) = self.0.get_mut(list).and_then(Value::as_array_mut) {
            rows.push(row);
        }
        Ok(())
    }

    pub fn into_json(self) -> String {
        Value::Object(self.0).to_string()
    }
}

fn time(at: Timestamp) -> Value {
    format!("{at:.0}").into()
}

fn suppression(stored: &SuppressedRecipient) -> Value {
    let SuppressedRecipient { index: _, channel, address, reason: _, since: _, reasons } = stored;
    let reasons = reasons.iter().map(|(reason, since)| json!({"reason": reason.as_str(), "since": time(*since)}));
    json!({"channel": channel.as_str(), "address": address, "reasons": reasons.collect::<Vec<_>>()})
}

fn request(request: &Request, sealed: Option<Sealed>, now: Timestamp) -> Value {
    let (email, phone, name) = match sealed {
        Some(Sealed { email, phone, name, code: _ /* it opens the page */ }) => (email, phone, name),
        None => (None, None, None),
    };
    let timeline = request
        .timeline
        .entries()
        .iter()
        .map(|entry| json!({"at": time(entry.at), "what": entry.kind.as_str(), "detail": entry.detail}));
    json!({
        "id": request.id.get(),
        "order_id": request.order.as_str(),
        "product_ids": request.products().iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>(),
        "status": request.status(now).as_str(),
        "email": email.as_ref().map(|email| email.as_typed()),
        "phone": phone.as_ref().map(|phone| phone.as_str()),
        "name": name.as_ref().map(|name| name.as_str()),
        "language": request.language.map(|language| language.as_str()),
        "time_zone": request.time_zone.as_ref().map(|zone| zone.as_str()),
        "created_at": time(request.created_at),
        "scheduled_at": time(request.scheduled_at),
        "sent_at": request.sent_at().map(time),
        "opened_at": request.opened_at.map(time),
        "completed_at": request.completed_at.map(time),
        "expires_at": time(request.expires_at),
        "timeline": timeline.collect::<Vec<_>>(),
    })
}

fn draft(request: RequestId, draft: &ReviewDraft) -> Value {
    let ReviewDraft {
        item,
        turns,
        model_turns,
        answer_order: _,
        headline,
        text,
        rating,
        display_name,
        other_name,
        filled_with,
        saves: _,
    } = draft;
    let answers = turns.iter().map(|turn| {
        let question = model_turns.iter().find(|asked| asked.number == turn.number);
        let question = question.and_then(|asked| asked.question.as_ref());
        json!({
            "number": turn.number,
            "question": question.map(|question| question.as_str()),
            "answer": turn.answer.as_ref().map(|answer| answer.as_str()),
        })
    });
    json!({
        "request_id": request.get(),
        "item": item,
        "state": "draft",
        "rating": rating.map(|rating| rating.stars()),
        "headline": headline,
        "text": text,
        "suggested_text": filled_with,
        "display_name": display_name,
        "other_name": other_name,
        "answers": answers.collect::<Vec<_>>(),
    })
}

fn photo(place: &PhotoPlace, size: Option<Size>, created_at: Timestamp, url: Option<String>) -> Value {
    let (request, item, review) = match place.review {
        ReviewPlace::Item(request, item) => (Some(request.get()), Some(item), None),
        ReviewPlace::Own(review) => (None, None, Some(review.get())),
    };
    json!({
        "request_id": request,
        "item": item,
        "review_id": review,
        "url": url,
        "width": size.map(|size| size.width),
        "height": size.map(|size| size.height),
        "created_at": time(created_at),
    })
}

fn review(review: &Review) -> Value {
    let words = |words: Option<&Words>| {
        json!({
            "headline": words.and_then(|words| words.headline.as_ref()).map(Headline::as_str),
            "text": words.map(|words| words.text.as_str()),
            "display_name": words.and_then(|words| words.display_name.as_ref()).map(DisplayName::as_str),
        })
    };
    let edit = review.pending_edit.as_ref().map(|edit| {
        let mut shown = words(Some(&edit.words));
        shown["rating"] = edit.rating.stars().into();
        shown
    });
    let mut row = words(review.words.as_ref());
    let item = match review.origin {
        Origin::Hub { request: _, item } => Some(item),
        Origin::Api { .. } | Origin::Import { .. } => None,
    };
    let more = json!({
        "id": review.id.get(),
        "uuid": review.id.guid().to_string(),
        "origin": review.origin.as_str(),
        "platform": review.origin.platform().as_str(),
        "external_review_id": review.external_id.as_ref().map(domain::ExternalId::as_str),
        "request_id": review.origin.request().map(RequestId::get),
        "item": item,
        "product_id": review.product.as_ref().map(|product| product.as_str()),
        "state": review.state.as_str(),
        "rating": review.rating.stars(),
        "verification": review.verification.as_str(),
        "reply": review.reply.as_ref().map(|reply| reply.text.as_str()),
        "pending_edit": edit,
        "created_at": time(review.created_at),
        "updated_at": time(review.updated_at),
        "published_at": review.published_at.map(time),
    });
    if let (Value::Object(row), Value::Object(more)) = (&mut row, more) {
        row.extend(more);
    }
    row
}

fn message(message: &CustomerMessage) -> Value {
    let CustomerMessage { customer: _, request, number, step, listed_at: _ } = message;
    let Step { channel, reminder, due_at, state, .. } = step;
    let (status, reason) = match state {
        StepState::Pending => ("scheduled", None),
        StepState::Submitting { .. } => ("sending", None),
        StepState::Sent { .. } => ("sent", None),
        StepState::Failed { reason, .. } => ("failed", Some(reason.as_str())),
        StepState::Skipped { reason, .. } => ("skipped", Some(reason.as_str())),
        StepState::Unconfirmed { .. } => ("unconfirmed", None),
    };
    json!({
        "request_id": request.get(),
        "number": number,
        "channel": channel.as_str(),
        "reminder": reminder,
        "status": status,
        "reason": reason,
        "scheduled_at": time(*due_at),
        "sent_at": step.sent_at().map(time),
        "delivered_at": step.delivered_at().map(time),
    })
}

fn order(order: &Order) -> Value {
    let lines = order.lines.iter().map(|line| {
        json!({
            "item_id": line.item.as_ref().map(|item| item.as_str()),
            "title": line.title.as_str(),
            "unit_price": line.unit_price.units(),
            "quantity": line.quantity.bought(),
            "refunded_quantity": line.quantity.refunded(),
        })
    });
    json!({
        "id": order.id.as_str(),
        "status": order.status.as_str(),
        "email": order.buyer.as_ref().map(|buyer| buyer.email.as_typed()),
        "name": order.buyer.as_ref().and_then(|buyer| buyer.name.as_ref()).map(|name| name.as_str()),
        "currency": order.currency.as_str(),
        "items": lines.collect::<Vec<_>>(),
        "placed_at": order.placed_at.map(time),
    })
}

fn charge(charge: &Charge) -> Value {
    let Charge { id, customer, amount, currency, location, charged_at } = charge;
    json!({
        "id": id.get(),
        "customer_id": customer.guid().to_string(),
        "amount": amount.map(|amount| amount.units()),
        "currency": currency.as_ref().map(|currency| currency.as_str()),
        "location_id": location.map(|location| location.guid().to_string()),
        "charged_at": time(*charged_at),
    })
}

fn customer(customer: &Customer) -> Value {
    let Customer {
        id,
        first_name,
        last_name,
        email,
        phone,
        company,
        signed_up_at,
        has_subscription,
        notes,
        address,
        location,
        first_request: _, // among the requests
        created_at,
        updated_at,
        version: _,
    } = customer;
    let detail = |detail: &Option<domain::Detail>| detail.as_ref().map(|detail| detail.as_str().to_owned());
    json!({
        "id": id.guid().to_string(),
        "first_name": first_name.as_ref().map(|name| name.as_str()),
        "last_name": last_name.as_ref().map(|name| name.as_str()),
        "email": email.as_ref().map(|email| email.as_typed()),
        "phone": phone.as_ref().map(|phone| phone.as_str()),
        "company": detail(company),
        "notes": notes.as_ref().map(|notes| notes.as_str()),
        "address1": detail(&address.address1),
        "address2": detail(&address.address2),
        "city": detail(&address.city),
        "state": detail(&address.state),
        "postal_code": detail(&address.postal_code),
        "signed_up_at": signed_up_at.map(time),
        "subscription": has_subscription,
        "location_id": location.map(|location| location.guid().to_string()),
        "created_at": time(*created_at),
        "updated_at": time(*updated_at),
    })
}
