//! A shop's data that belongs to no customer.

use app::error::Error;
use domain::customer::{Location, PostalAddress};
use domain::order::ProductId;
use domain::shop::OwnSender;
use domain::values::{EmailAddress, Language};
use domain::webhook::Webhook;
use members::Member;
use serde::Serialize;
use serde_json::{Value, json};
use store::order::ListedProduct;
use store::shop::audit::AuditEntry;
use store::shop::own_words::OwnWordsRecord;
use store::webhook::WebhookRecord;

use super::time;

pub(crate) fn shown(value: &impl Serialize) -> Result<Value, Error> {
    serde_json::to_value(value).map_err(|error| Error::Internal(error.to_string()))
}

pub(crate) fn sender(sender: &OwnSender) -> Value {
    let OwnSender { address, stage, since, tokens: _, zone: _, ask_at: _, version: _ /* counts changes */ } = sender;
    let records: Vec<_> = sender.records().map(|(name, target)| json!({"name": name, "cname": target})).collect();
    json!({"address": address.as_typed(), "stage": stage.as_str(), "since": time(*since), "records": records})
}

pub(crate) fn location(location: &Location) -> Value {
    let Location {
        id,
        name,
        display_name,
        slug,
        code,
        address: PostalAddress { address1, address2, city, state, postal_code },
        created_at,
        updated_at,
        version: _, // counts saves
    } = location;
    let [address1, address2, city, state, postal_code] =
        [address1, address2, city, state, postal_code].map(|part| part.as_ref().map(|part| part.as_str()));
    json!({
        "id": id.guid().to_string(),
        "name": name.as_str(),
        "display_name": display_name.as_ref().map(|name| name.as_str()),
        "slug": slug.as_str(),
        "code": code.as_ref().map(|code| code.as_str()),
        "address1": address1,
        "address2": address2,
        "city": city,
        "state": state,
        "postal_code": postal_code,
        "created_at": time(*created_at),
        "updated_at": time(*updated_at),
    })
}

/// A product with the main product to which it belongs.
pub(crate) fn product(
    ListedProduct { product, published, ask, .. }: &ListedProduct,
    of: Option<&ProductId>,
) -> Result<Value, Error> {
    let mut shown = shown(product)?;
    (shown["published"], shown["ask"]) = (published.as_str().into(), (*ask).into());
    shown["of"] = of.map(ProductId::as_str).into();
    Ok(shown)
}

/// An endpoint without its secrets.
pub(crate) fn webhook(record: &WebhookRecord) -> Result<Value, Error> {
    let WebhookRecord { webhook, secret: _, earlier: _, version: _ /* counts changes */ } = record;
    let Webhook {
        id,
        url,
        events,
        includes_review,
        includes_imports,
        is_enabled,
        created_at,
        created_by,
        failing_since,
        probed_at: _,    // our tries
        silent_until: _, // for seconds
        slow_since: _,   // where we call it from
    } = webhook;
    Ok(json!({
        "id": id.get(),
        "url": url.as_str(),
        "events": shown(events)?,
        "include_review": includes_review,
        "include_imports": includes_imports,
        "enabled": is_enabled,
        "created_at": time(*created_at),
        "created_by": created_by,
        "failing_since": failing_since.map(time),
    }))
}

pub(crate) fn member(member: &Member, email: Option<EmailAddress>) -> Value {
    let Member {
        id,
        role,
        identities: _, // keyed hashes of the address
        invited_at,
        joined_at,
        epoch: _,         // counts sign-outs
        signed_out_at: _, // A field about sessions.
        language,
        notifications,
    } = member;
    json!({
        "id": id.to_string(),
        "role": role.as_str(),
        "email": email.as_ref().map(EmailAddress::as_typed),
        "invited_at": time(*invited_at),
        "joined_at": joined_at.map(time),
        "language": language.map(Language::as_str),
        "told": notifications.map(|preference| preference.as_str()),
    })
}

pub(crate) fn words(language: Language, record: &OwnWordsRecord) -> Result<Value, Error> {
    Ok(json!({"language": language.as_str(), "words": shown(&record.words)?}))
}

pub(crate) fn entry(entry: &AuditEntry) -> Value {
    let AuditEntry { at, what, by, target, before, after } = entry;
    json!({"at": time(*at), "what": what, "by": by, "target": target, "before": before, "after": after})
}
