//! A request as an item. Both conversions destructure, so that a new field breaks the build.

use domain::{
    Delivery, Earlier, Entry, Extras, Guid, Id, Identity, Item, Language, OrderId, ProductId, Reminders, Request,
    RequestFields, RequestId, ReviewId, Saves, Step, Subject, Timeline, Zone,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::step::{StepPart, is_false, is_zero, unreadable};
use crate::privacy::retention::request_ttl;
use crate::shop::identity::IdentityPart;
use crate::table::keys::DueKind;
use crate::table::{Error, instant, json, known, stored_id};

/// A request's attributes. Conditions, updates and the index name all but the first, which is read and written as a whole.
#[derive(Serialize, Deserialize)]
pub(crate) struct RequestItem {
    #[serde(with = "json")]
    request: RequestPart,
    version: u64,
    /// The keys of the sparse `due` index: both are absent once nothing is to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
    #[serde(default)]
    ttl: i64,
}

/// The fields of a request, as JSON: a list of requests is read in a third of the time that an attribute for each field
/// takes. DynamoDB charges for names, so they are short.
#[derive(Serialize, Deserialize)]
struct RequestPart {
    id: u64,
    #[serde(rename = "api")]
    dialect: String,
    #[serde(rename = "by", default, skip_serializing_if = "Option::is_none")]
    requested_by: Option<IdentityPart>,
    #[serde(rename = "cust", default, skip_serializing_if = "Option::is_none")]
    customer: Option<u64>,
    #[serde(rename = "loc", default, skip_serializing_if = "Option::is_none")]
    location: Option<u64>,
    #[serde(rename = "order")]
    order_id: String,
    #[serde(rename = "made_up", default, skip_serializing_if = "is_false")]
    order_made_up: bool,
    items: Vec<ItemPart>,
    #[serde(rename = "made")]
    created_at: i64,
    #[serde(rename = "due")]
    scheduled_at: i64,
    #[serde(rename = "until")]
    expires_at: i64,
    #[serde(rename = "via", default, skip_serializing_if = "Vec::is_empty")]
    channels: Vec<String>,
    #[serde(default, skip_serializing_if = "is_zero")]
    reminders: u8,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StepPart>,
    #[serde(rename = "lang", default, skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(rename = "zone", default, skip_serializing_if = "Option::is_none")]
    time_zone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    send_date: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    contact: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    automation: Option<String>,
    #[serde(rename = "opened", default, skip_serializing_if = "Option::is_none")]
    opened_at: Option<i64>,
    #[serde(rename = "engaged", default, skip_serializing_if = "Option::is_none")]
    engaged_at: Option<i64>,
    #[serde(rename = "postponed", default, skip_serializing_if = "Option::is_none")]
    postponed_at: Option<i64>,
    #[serde(rename = "photos", default, skip_serializing_if = "Option::is_none")]
    photo_slots: Option<PhotosPart>,
    #[serde(rename = "completed", default, skip_serializing_if = "Option::is_none")]
    completed_at: Option<i64>,
    #[serde(rename = "cancelled", default, skip_serializing_if = "Option::is_none")]
    cancelled_at: Option<i64>,
    #[serde(rename = "expired", default, skip_serializing_if = "Option::is_none")]
    expired_at: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    renewal_of: Option<u64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    renewals: Vec<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    guard: Option<String>,
    #[serde(rename = "log")]
    timeline: Vec<EntryPart>,
    /// Next to the entries and not in them: the version before reads those.
    #[serde(rename = "again", default, skip_serializing_if = "Vec::is_empty")]
    repeated: Vec<RepeatedPart>,
}

/// The product, which is absent for the shop itself; and once it was reviewed, when that was, and the review.
#[derive(Serialize, Deserialize)]
struct ItemPart(Option<String>, #[serde(default, skip_serializing_if = "Option::is_none")] Option<(i64, Option<u64>)>);

/// The last day on which a photo was added, and how often on it.
#[derive(Serialize, Deserialize)]
struct PhotosPart(String, u32);

/// When, what, and more about it.
#[derive(Serialize, Deserialize)]
struct EntryPart(i64, String, #[serde(default, skip_serializing_if = "Option::is_none")] Option<String>);

/// An entry's place in the timeline; how often the same happened before, and when first.
#[derive(Serialize, Deserialize)]
struct RepeatedPart(usize, u32, i64);

impl From<&Request> for RequestItem {
    fn from(request: &Request) -> Self {
        let RequestFields {
            id,
            dialect,
            requested_by,
            customer,
            location,
            order,
            items,
            created_at,
            scheduled_at,
            expires_at,
            delivery: Delivery { channels, reminders },
            steps,
            language,
            time_zone,
            extras: Extras { send_date, contact, automation },
            opened_at,
            engaged_at,
            postponed_at,
            photo_slots,
            completed_at,
            cancelled_at,
            expired_at,
            renewal_of,
            renewals,
            guard,
            timeline,
            version,
        } = &**request;
        // What its provider has just not taken has a wake-up of its own, before reconcile looks for lost ones.
        let was_refused = request.step().is_some_and(|step| step.throttled > 0);
        let due = request.owed_at().map(|at| if was_refused { at.max(request.updated_at()) } else { at });
        let kind = if request.step().and_then(Step::owed_at).is_some() { DueKind::Message } else { DueKind::Expiry };
        let ms = |at: &Option<Timestamp>| at.map(Timestamp::as_millisecond);
        let part = RequestPart {
            id: id.get(),
            dialect: dialect.as_str().to_owned(),
            requested_by: requested_by.map(IdentityPart::from),
            customer: customer.map(Id::get),
            location: location.map(Id::get),
            order_id: order.as_str().to_owned(),
            order_made_up: !order.is_given(),
            items: items.iter().map(ItemPart::from).collect(),
            created_at: created_at.as_millisecond(),
            scheduled_at: scheduled_at.as_millisecond(),
            expires_at: expires_at.as_millisecond(),
            channels: channels.iter().map(|channel| channel.as_str().to_owned()).collect(),
            reminders: reminders.get(),
            steps: steps.iter().map(StepPart::from).collect(),
            language: language.map(|language| language.as_str().to_owned()),
            time_zone: time_zone.as_ref().map(|zone| zone.as_str().to_owned()),
            send_date: ms(send_date),
            contact: contact.map(|guid| guid.to_string()),
            automation: automation.map(|guid| guid.to_string()),
            opened_at: ms(opened_at),
            engaged_at: ms(engaged_at),
            postponed_at: ms(postponed_at),
            photo_slots: photo_slots.map(|Saves { day, count }| PhotosPart(day.to_string(), count)),
            completed_at: ms(completed_at),
            cancelled_at: ms(cancelled_at),
            expired_at: ms(expired_at),
            renewal_of: renewal_of.map(RequestId::get),
            renewals: renewals.iter().map(|id| id.get()).collect(),
            guard: guard.clone(),
            timeline: timeline.entries().iter().map(EntryPart::from).collect(),
            repeated: timeline.entries().iter().enumerate().filter_map(RepeatedPart::of).collect(),
        };
        Self {
            request: part,
            version: *version,
            due_shard: due.map(|_| kind.shard_name(id.get())),
            due_at: due.map(Timestamp::as_millisecond),
            ttl: request_ttl(*expires_at),
        }
    }
}

impl TryFrom<RequestItem> for Request {
    type Error = Error;

    fn try_from(item: RequestItem) -> Result<Self, Error> {
        let RequestItem { request, version, due_shard: _, due_at: _, ttl: _ } = item; // the last three are derived
        let RequestPart {
            id,
            dialect,
            requested_by,
            customer,
            location,
            order_id,
            order_made_up,
            items,
            created_at,
            scheduled_at,
            expires_at,
            channels,
            reminders,
            steps,
            language,
            time_zone,
            send_date,
            contact,
            automation,
            opened_at,
            engaged_at,
            postponed_at,
            photo_slots,
            completed_at,
            cancelled_at,
            expired_at,
            renewal_of,
            renewals,
            guard,
            timeline,
            repeated,
        } = request;
        let at = |ms: Option<i64>| ms.map(instant).transpose();
        let id_of = |id| RequestId::new(id).ok_or_else(|| unreadable("a request's id"));
        let guid = |value: Option<String>| value.map(|value| Guid::parse(&value)).transpose();
        let delivery = Delivery {
            channels: channels.iter().map(|name| known(name)).collect::<Result<_, _>>()?,
            reminders: Reminders::new(reminders.into())?,
        };
        Ok(Self::restore(RequestFields {
            id: id_of(id)?,
            dialect: known(&dialect)?,
            requested_by: requested_by.map(Identity::try_from).transpose()?,
            customer: stored_id(customer)?,
            location: stored_id(location)?,
            order: OrderId::stored(order_id, !order_made_up),
            items: items.into_iter().map(Item::try_from).collect::<Result<_, _>>()?,
            created_at: instant(created_at)?,
            scheduled_at: instant(scheduled_at)?,
            expires_at: instant(expires_at)?,
            delivery,
            steps: steps.into_iter().map(Step::try_from).collect::<Result<_, _>>()?,
            language: language.as_deref().and_then(Language::find),
            time_zone: time_zone.as_deref().and_then(|name| Zone::parse(name).ok()),
            extras: Extras { send_date: at(send_date)?, contact: guid(contact)?, automation: guid(automation)? },
            opened_at: at(opened_at)?,
            engaged_at: at(engaged_at)?,
            postponed_at: at(postponed_at)?,
            photo_slots: photo_slots.map(Saves::try_from).transpose()?,
            completed_at: at(completed_at)?,
            cancelled_at: at(cancelled_at)?,
            expired_at: at(expired_at)?,
            renewal_of: renewal_of.map(id_of).transpose()?,
            renewals: renewals.into_iter().map(id_of).collect::<Result<_, _>>()?,
            guard,
            timeline: read_timeline(timeline, repeated)?,
            version,
        }))
    }
}

impl TryFrom<PhotosPart> for Saves {
    type Error = Error;

    fn try_from(PhotosPart(day, count): PhotosPart) -> Result<Self, Error> {
        Ok(Self { day: day.parse().map_err(|_| unreadable("a day"))?, count })
    }
}

impl From<&Item> for ItemPart {
    fn from(Item { subject, reviewed_at, review }: &Item) -> Self {
        let product = match subject {
            Subject::Product(id) => Some(id.as_str().to_owned()),
            Subject::Shop => None,
        };
        Self(product, reviewed_at.map(|at| (at.as_millisecond(), review.map(ReviewId::get))))
    }
}

impl TryFrom<ItemPart> for Item {
    type Error = Error;

    fn try_from(ItemPart(product, reviewed): ItemPart) -> Result<Self, Error> {
        let subject = match product {
            Some(id) => Subject::Product(ProductId::in_catalog(&id)?),
            None => Subject::Shop,
        };
        let (reviewed_at, review) = reviewed.unzip();
        Ok(Self { subject, reviewed_at: reviewed_at.map(instant).transpose()?, review: stored_id(review.flatten())? })
    }
}

impl From<&Entry> for EntryPart {
    fn from(Entry { at, kind, detail, earlier: _ /* next to it */ }: &Entry) -> Self {
        Self(at.as_millisecond(), kind.as_str().to_owned(), detail.clone())
    }
}

impl RepeatedPart {
    fn of((place, entry): (usize, &Entry)) -> Option<Self> {
        let Earlier { count, first_at } = entry.earlier?;
        Some(Self(place, count, first_at.as_millisecond()))
    }
}

impl TryFrom<EntryPart> for Entry {
    type Error = Error;

    fn try_from(EntryPart(at, what, detail): EntryPart) -> Result<Self, Error> {
        Ok(Self::once(instant(at)?, known(&what)?, detail))
    }
}

fn read_timeline(entries: Vec<EntryPart>, repeated: Vec<RepeatedPart>) -> Result<Timeline, Error> {
    let mut entries = entries.into_iter().map(Entry::try_from).collect::<Result<Vec<_>, _>>()?;
    for RepeatedPart(place, count, first_at) in repeated {
        let earlier = Earlier { count, first_at: instant(first_at)? };
        if let Some(entry) = entries.get_mut(place) {
            entry.earlier = Some(earlier);
        }
    }
    Ok(Timeline::stored(entries))
}
