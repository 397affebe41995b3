//! The entries that a search for a person's data finds.

use domain::customer::{Charge, Customer};
use domain::message::{Notification, ReportPlace, Suppression};
use domain::order::Order;
use domain::request::Problem;
use domain::review::{PhotoPlace, ReaderReport, Review, ReviewDraft, Size};
use domain::values::{Channel, CustomerId, Guid, RequestId, ReviewId, Tenant};
use jiff::Timestamp;
use store::message::CustomerMessage;
use store::message::suppression::SuppressedRecipient;
use store::privacy::erasure::RequestParts;
use store::privacy::shop_export::ShopExport;
use store::table::keys::ExportSubject;

use crate::person::Asked;

pub(crate) enum Found {
    Suppression {
        channel: Channel,
        index: String,
        stored: Option<SuppressedRecipient>,
    },
    Reply {
        customer: Option<CustomerId>,
        name: String,
    },
    Export {
        of: ExportSubject,
        receipt: Guid,
    },
    ShopExport(Box<ShopExport>),
    Request(Box<RequestParts>),
    Draft {
        request: RequestId,
        draft: Box<ReviewDraft>,
    },
    Problem {
        request: RequestId,
        number: u32,
        problem: Box<Problem>,
    },
    /// Without a size, the photo cannot be shown. Without a review, its author has not sent any yet.
    Photo {
        place: PhotoPlace,
        review: Option<ReviewId>,
        size: Option<Size>,
        created_at: Timestamp,
    },
    Review {
        customer: CustomerId,
        review: Box<Review>,
    },
    /// With the index of the address in the imported file.
    Imported {
        index: String,
        review: Box<Review>,
    },
    /// With the index of the address that the reader left.
    Report {
        index: String,
        place: ReportPlace,
        report: Box<ReaderReport>,
    },
    Notification(Box<Notification>),
    Message(CustomerMessage),
    /// `is_theirs` says whether the customer is still the order's buyer.
    Order {
        customer: Option<CustomerId>,
        order: Box<Order>,
        is_theirs: bool,
    },
    Charge(Charge),
    Customer(Box<Customer>),
    /// A former customer whose address or number has this blind index.
    KeptAuthor {
        index: String,
        customer: CustomerId,
    },
    RequestList(Asked),
}

impl Found {
    /// Whether the entry's removal changes counters. Such removals run one after the other, because they would
    /// conflict.
    pub const fn changes_counters(&self) -> bool {
        matches!(self, Self::Review { .. } | Self::Imported { .. } | Self::Customer(_))
    }

    pub fn count(&self, counts: &mut domain::privacy::PersonCounts) {
        match self {
            Self::Suppression { stored, .. } => {
                let is_barred = |stored: &SuppressedRecipient| stored.reasons.contains_key(&Suppression::Erased);
                counts.suppressions += u64::from(stored.as_ref().is_some_and(|stored| !is_barred(stored)));
            }
            Self::Request(parts) => counts.requests += u64::from(parts.request.is_some()),
            Self::Photo { .. } => counts.photos += 1,
            Self::Review { .. } | Self::Imported { .. } => counts.reviews += 1,
            Self::Notification(_) => counts.deliveries += 1,
            Self::Message(_) => counts.messages += 1,
            Self::Order { is_theirs, .. } => counts.orders += u64::from(*is_theirs),
            Self::Charge(_) => counts.charges += 1,
            Self::Customer(_) => counts.customers += 1,
            Self::Draft { .. } => counts.drafts += 1,
            Self::Problem { .. } => counts.problems += 1,
            // Receipts have counted the same kinds since before readers could leave an address. The others are copies.
            Self::Report { .. }
            | Self::Reply { .. }
            | Self::Export { .. }
            | Self::ShopExport(_)
            | Self::KeptAuthor { .. }
            | Self::RequestList(_) => {}
        }
    }
}

/// The photos of a review without slots.
pub(crate) fn photos_of(tenant: &Tenant, review: &Review) -> impl Iterator<Item = Found> {
    let place = review.place();
    review.photos.iter().map(move |photo| Found::Photo {
        place: photo.place(tenant, place),
        review: Some(review.id),
        size: photo.size,
        created_at: review.created_at,
    })
}
