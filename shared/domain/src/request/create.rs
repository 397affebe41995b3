//! Creating a request.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::message::{EntryKind, Step};
use crate::order::{OrderId, OrderPlace, ProductId, ProductIds};
use crate::request::{Request, RequestFields, Timeline, days_after};
use crate::shop::{ShopRules, Zone};
use crate::values::{
    CustomerId, Delivery, Dialect, Guid, Identity, LINK_DAYS, Language, LinkStart, LocationId, RequestId,
    RequestOrigin, ReviewId, is_default, ms, stored_as_text,
};

/// The input of [`Request::create`].
#[derive(Debug, Clone)]
pub struct NewRequest {
    pub dialect: Dialect,
    pub origin: RequestOrigin,
    /// The holder of the API key that creates the request; `None` for a key without an identity.
    pub requested_by: Option<Identity>,
    /// The key, member or guest who creates it, in the words of the audit log.
    pub by: Option<String>,
    /// The customer; `None` if Wix named a contact that is unknown here.
    pub customer: Option<CustomerId>,
    /// The location that asks; `None` for the shop as a whole.
    pub location: Option<LocationId>,
    /// The shop's order; `None` makes up a reference that no other request has.
    pub order: Option<OrderId>,
    /// The products to review; if empty, the shop itself.
    pub products: ProductIds,
    /// When the first message is due. It then waits for the shop's send window.
    pub scheduled_at: Timestamp,
    /// How the link reaches the customer.
    pub delivery: Delivery,
    /// Options that only some calls give.
    pub options: RequestOptions,
    /// The key of the row that makes duplicates impossible; `None` if duplicates are allowed.
    pub uniqueness_key: Option<String>,
}

/// Options that only some calls give. They are stored with the request, and a renewal has the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestOptions {
    /// The customer's language, if the shop gave one that we support.
    #[serde(rename = "lang", skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    #[serde(rename = "zone", skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<Zone>,
    /// When another service sent the message, or will send it. A past date makes a manual request "sent".
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub send_date: Option<Timestamp>,
    /// The recipient's contact, whose GUID need not be a customer's here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Guid>,
    /// The Wix automation that created the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub automation: Option<Guid>,
    /// Whether the customer gets something for a review, whatever the stars. The request's reviews are marked
    /// accordingly.
    #[serde(default, skip_serializing_if = "is_default")]
    pub incentivized: bool,
    /// The UTC day on which the customer got what the request asks about, if the shop said it with the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub experienced_at: Option<Date>,
    /// The order's own place, if a shop's connection asked: the number may be another order's, too.
    #[serde(rename = "row", skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderPlace>,
    /// Whether a member of the shop asked for the request to see what customers see. It is never counted and no webhook
    /// reports it, and what is sent from its page stays a draft.
    #[serde(default, skip_serializing_if = "is_default")]
    pub trial: bool,
}

impl Request {
    /// Creates a request. Its first message is due if there is a channel. The link's lifetime follows from the shop's
    /// current rules.
    pub fn create(id: RequestId, new: NewRequest, rules: &ShopRules, now: Timestamp) -> Self {
        let NewRequest {
            dialect,
            origin,
            requested_by,
            by,
            customer,
            location,
            order,
            products,
            scheduled_at,
            delivery,
            options,
            uniqueness_key,
        } = new;
        let scheduled_at = match delivery.channels.is_empty() {
            false => rules.next_open(scheduled_at, options.time_zone.as_ref()),
            true => scheduled_at, // No message leaves, so the send window does not apply.
        };
        let link_start = match origin.link_start(dialect) {
            LinkStart::Creation => now,
            LinkStart::FirstMessage => scheduled_at,
        };
        let mut request = Self(RequestFields {
            id,
            dialect,
            origin,
            requested_by,
            customer,
            location,
            order: order.unwrap_or_else(|| OrderId::automatic(id)),
            items: items(products),
            created_at: now,
            scheduled_at,
            expires_at: days_after(link_start, LINK_DAYS),
            steps: delivery.channels.first().map(|&channel| Step::due(channel, scheduled_at)).into_iter().collect(),
            delivery,
            options,
            opened_at: None,
            engaged_at: None,
            postponed_at: None,
            problem_at: None,
            photo_slots: None,
            completed_at: None,
            cancelled_at: None,
            expired_at: None,
            renewal_of: None,
            renewals: Vec::new(),
            uniqueness_key,
            timeline: Timeline::default(),
            version: 1,
        });
        request.0.timeline.note_by(now, EntryKind::Created, by.as_deref());
        if request.step().is_some() && scheduled_at > now {
            request.0.timeline.note(now, EntryKind::Scheduled);
        }
        request
    }
}

fn items(products: ProductIds) -> Vec<Item> {
    let products = products.into_vec();
    let subjects =
        if products.is_empty() { vec![Subject::Shop] } else { products.into_iter().map(Subject::Product).collect() };
    subjects.into_iter().map(|subject| Item { subject, reviewed_at: None, review: None }).collect()
}

/// One thing to review, named by its place in the request, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// A product, or the shop.
    #[serde(rename = "of")]
    pub subject: Subject,
    /// When the item was first reviewed; `None` if it was not.
    #[serde(rename = "at", with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub reviewed_at: Option<Timestamp>,
    /// The item's review. If the author took the first review back, its successor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewId>,
}

/// The subject of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A product, which the catalog need not have.
    Product(ProductId),
    /// The shop itself, if the request names no product.
    Shop,
}

impl Subject {
    /// The product; `None` for the shop itself.
    pub const fn product(&self) -> Option<&ProductId> {
        match self {
            Self::Product(id) => Some(id),
            Self::Shop => None,
        }
    }
}

impl From<Option<ProductId>> for Subject {
    fn from(product: Option<ProductId>) -> Self {
        product.map_or(Self::Shop, Self::Product)
    }
}

stored_as_text!(Subject, |subject: &Self| ProductId::name_of(subject.product()).to_owned(), |name| ProductId::named(
    name
)
.ok()
.map(Self::from));
