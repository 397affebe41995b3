//! A request as an item: converted by destructuring, so that a new field breaks the build.

use domain::{
    Channel, Delivery, Dialect, Entry, Guid, Id, Identity, Item, Kind, Language, OrderId, ProductId, Reminders,
    Request, RequestId, Step, StepState, StopReason, Subject, Timeline, What, WixFields,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::identity_part::IdentityPart;
use crate::item::instant;
use crate::{Error, keys};

/// Days after the link's expiry for which a request is kept: a year to answer questions about it.
const KEPT_DAYS: i64 = 365;
/// Days after the link's expiry for which its personal part is kept: as long as its button for a
/// new link works.
const PERSONAL_KEPT_DAYS: i64 = 90;
const DAY_S: i64 = 86_400;

/// When DynamoDB may remove a request's row, in epoch seconds.
pub(crate) fn ttl(expires_at: Timestamp) -> i64 {
    expires_at.as_second() + KEPT_DAYS * DAY_S
}

/// When DynamoDB may remove a request's personal part, in epoch seconds.
pub(crate) fn personal_ttl(expires_at: Timestamp) -> i64 {
    expires_at.as_second() + PERSONAL_KEPT_DAYS * DAY_S
}

#[derive(Serialize, Deserialize)]
pub(crate) struct RequestItem {
    id: u64,
    dialect: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    requested_by: Option<IdentityPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<u64>,
    order_id: String,
    order_given: bool,
    items: Vec<ItemPart>,
    created_at: i64,
    scheduled_at: i64,
    expires_at: i64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    channels: Vec<String>,
    #[serde(default, skip_serializing_if = "is_zero")]
    reminders: u8,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StepPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    send_date: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    automation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opened_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    engaged_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postponed_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completed_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cancelled_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expired_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    renewal_of: Option<u64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    renewals: Vec<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    guard: Option<String>,
    timeline: Vec<EntryPart>,
    version: u64,
    /// The sparse index: only a request that owes a step has both.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
    ttl: i64,
}

#[derive(Serialize, Deserialize)]
struct ItemPart {
    /// Absent for the shop itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    product: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewed_at: Option<i64>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct StepPart {
    channel: String,
    #[serde(default, skip_serializing_if = "is_zero")]
    reminder: u8,
    due_at: i64,
    throttled: u32,
    unknown: u32,
    state: StatePart,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum StatePart {
    Pending,
    /// The owner is text: a DynamoDB number holds 38 digits, a JSON reader's only 53 bits.
    Submitting {
        owner: String,
        since: i64,
    },
    Sent {
        at: i64,
        message_id: String,
    },
    Failed {
        at: i64,
        reason: String,
    },
    Skipped {
        at: i64,
        reason: String,
    },
    Unconfirmed {
        at: i64,
    },
}

#[derive(Serialize, Deserialize)]
struct EntryPart {
    at: i64,
    what: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

impl From<&Request> for RequestItem {
    fn from(request: &Request) -> Self {
        let Request {
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
            wix: WixFields { send_date, contact, automation },
            opened_at,
            engaged_at,
            postponed_at,
            completed_at,
            cancelled_at,
            expired_at,
            renewal_of,
            renewals,
            guard,
            timeline,
            version,
        } = request;
        let due = request.owed_at();
        let ms = |at: &Option<Timestamp>| at.map(Timestamp::as_millisecond);
        Self {
            id: id.get(),
            dialect: dialect.as_str().to_owned(),
            requested_by: requested_by.map(IdentityPart::from),
            customer: customer.map(Id::get),
            location: location.map(Id::get),
            order_id: order.as_str().to_owned(),
            order_given: order.is_given(),
            items: items.iter().map(ItemPart::from).collect(),
            created_at: created_at.as_millisecond(),
            scheduled_at: scheduled_at.as_millisecond(),
            expires_at: expires_at.as_millisecond(),
            channels: channels.iter().map(|channel| channel.as_str().to_owned()).collect(),
            reminders: reminders.get(),
            steps: steps.iter().map(StepPart::from).collect(),
            language: language.map(|language| language.as_str().to_owned()),
            send_date: ms(send_date),
            contact: contact.map(|guid| guid.to_string()),
            automation: automation.map(|guid| guid.to_string()),
            opened_at: ms(opened_at),
            engaged_at: ms(engaged_at),
            postponed_at: ms(postponed_at),
            completed_at: ms(completed_at),
            cancelled_at: ms(cancelled_at),
            expired_at: ms(expired_at),
            renewal_of: renewal_of.map(RequestId::get),
            renewals: renewals.iter().map(|at| at.as_millisecond()).collect(),
            guard: guard.clone(),
            timeline: timeline.entries().iter().map(EntryPart::from).collect(),
            version: *version,
            due_shard: due.map(|_| keys::due_shard(*id)),
            due_at: due.map(Timestamp::as_millisecond),
            ttl: ttl(*expires_at),
        }
    }
}

impl TryFrom<RequestItem> for Request {
    type Error = Error;

    fn try_from(item: RequestItem) -> Result<Self, Error> {
        let RequestItem {
            id,
            dialect,
            requested_by,
            customer,
            location,
            order_id,
            order_given,
            items,
            created_at,
            scheduled_at,
            expires_at,
            channels,
            reminders,
            steps,
            language,
            send_date,
            contact,
            automation,
            opened_at,
            engaged_at,
            postponed_at,
            completed_at,
            cancelled_at,
            expired_at,
            renewal_of,
            renewals,
            guard,
            timeline,
            version,
            due_shard: _, // these three follow from the rest
            due_at: _,
            ttl: _,
        } = item;
        let at = |ms: Option<i64>| ms.map(instant).transpose();
        let id_of = |id| RequestId::new(id).ok_or_else(|| unreadable("a request's id"));
        let guid = |text: Option<String>| text.map(|text| Guid::parse(&text)).transpose();
        let delivery = Delivery {
            channels: channels.iter().map(|word| channel(word)).collect::<Result<_, _>>()?,
            reminders: Reminders::new(reminders.into())?,
        };
        Ok(Self {
            id: id_of(id)?,
            dialect: Dialect::parse(&dialect).ok_or_else(|| unreadable("a dialect"))?,
            requested_by: requested_by.map(Identity::try_from).transpose()?,
            customer: known(customer)?,
            location: known(location)?,
            order: OrderId::stored(order_id, order_given),
            items: items.into_iter().map(Item::try_from).collect::<Result<_, _>>()?,
            created_at: instant(created_at)?,
            scheduled_at: instant(scheduled_at)?,
            expires_at: instant(expires_at)?,
            delivery,
            steps: steps.into_iter().map(Step::try_from).collect::<Result<_, _>>()?,
            // A language that was spoken once, and is no more, is as none.
            language: language.as_deref().and_then(Language::find),
            wix: WixFields { send_date: at(send_date)?, contact: guid(contact)?, automation: guid(automation)? },
            opened_at: at(opened_at)?,
            engaged_at: at(engaged_at)?,
            postponed_at: at(postponed_at)?,
            completed_at: at(completed_at)?,
            cancelled_at: at(cancelled_at)?,
            expired_at: at(expired_at)?,
            renewal_of: renewal_of.map(id_of).transpose()?,
            renewals: renewals.into_iter().map(instant).collect::<Result<_, _>>()?,
            guard,
            timeline: Timeline::stored(timeline.into_iter().map(Entry::try_from).collect::<Result<_, _>>()?),
            version,
        })
    }
}

impl From<&Item> for ItemPart {
    fn from(Item { subject, reviewed_at }: &Item) -> Self {
        let product = match subject {
            Subject::Product(id) => Some(id.as_str().to_owned()),
            Subject::Shop => None,
        };
        Self { product, reviewed_at: reviewed_at.map(Timestamp::as_millisecond) }
    }
}

impl TryFrom<ItemPart> for Item {
    type Error = Error;

    fn try_from(ItemPart { product, reviewed_at }: ItemPart) -> Result<Self, Error> {
        let subject = match product {
            Some(id) => Subject::Product(ProductId::in_catalog(&id)?),
            None => Subject::Shop,
        };
        Ok(Self { subject, reviewed_at: reviewed_at.map(instant).transpose()? })
    }
}

impl From<&Step> for StepPart {
    fn from(Step { channel, reminder, due_at, state, throttled, unknown }: &Step) -> Self {
        let state = match state {
            StepState::Pending => StatePart::Pending,
            StepState::Submitting { owner, since } => {
                StatePart::Submitting { owner: owner.to_string(), since: since.as_millisecond() }
            }
            StepState::Sent { at, message_id } => {
                StatePart::Sent { at: at.as_millisecond(), message_id: message_id.clone() }
            }
            StepState::Failed { at, reason } => StatePart::Failed { at: at.as_millisecond(), reason: reason.clone() },
            StepState::Skipped { at, reason } => {
                StatePart::Skipped { at: at.as_millisecond(), reason: reason.as_str().to_owned() }
            }
            StepState::Unconfirmed { at } => StatePart::Unconfirmed { at: at.as_millisecond() },
        };
        Self {
            channel: channel.as_str().to_owned(),
            reminder: *reminder,
            due_at: due_at.as_millisecond(),
            throttled: *throttled,
            unknown: *unknown,
            state,
        }
    }
}

impl TryFrom<StepPart> for Step {
    type Error = Error;

    fn try_from(
        StepPart { channel: word, reminder, due_at, throttled, unknown, state }: StepPart,
    ) -> Result<Self, Error> {
        let state = match state {
            StatePart::Pending => StepState::Pending,
            StatePart::Submitting { owner, since } => StepState::Submitting {
                owner: owner.parse().map_err(|_| unreadable("a claim"))?,
                since: instant(since)?,
            },
            StatePart::Sent { at, message_id } => StepState::Sent { at: instant(at)?, message_id },
            StatePart::Failed { at, reason } => StepState::Failed { at: instant(at)?, reason },
            StatePart::Skipped { at, reason } => StepState::Skipped {
                at: instant(at)?,
                reason: StopReason::parse(&reason).ok_or_else(|| unreadable("a stop reason"))?,
            },
            StatePart::Unconfirmed { at } => StepState::Unconfirmed { at: instant(at)? },
        };
        Ok(Self { channel: channel(&word)?, reminder, due_at: instant(due_at)?, state, throttled, unknown })
    }
}

impl From<&Entry> for EntryPart {
    fn from(Entry { at, what, detail }: &Entry) -> Self {
        Self { at: at.as_millisecond(), what: what.as_str().to_owned(), detail: detail.clone() }
    }
}

impl TryFrom<EntryPart> for Entry {
    type Error = Error;

    fn try_from(EntryPart { at, what, detail }: EntryPart) -> Result<Self, Error> {
        let what = What::parse(&what).ok_or_else(|| unreadable("a timeline entry"))?;
        Ok(Self { at: instant(at)?, what, detail })
    }
}

fn channel(word: &str) -> Result<Channel, Error> {
    Channel::parse(word).ok_or_else(|| unreadable("a channel"))
}

/// A stored reference to another noun.
pub(crate) fn known<K: Kind>(id: Option<u64>) -> Result<Option<Id<K>>, Error> {
    id.map(|id| Id::new(id).ok_or_else(|| unreadable("an id"))).transpose()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_zero(number: &u8) -> bool {
    *number == 0
}

pub(crate) fn unreadable(what: &str) -> Error {
    Error::Unreadable(what.to_owned())
}
