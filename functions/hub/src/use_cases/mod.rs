//! The hub: the page to which a customer's link leads, and what its forms do.

mod draft;
mod facts;
mod link;
mod model;
mod open;
mod photos;
mod postpone;
mod problem;
mod questions;
mod renew;
mod report;
mod review;
mod trial;
mod unsubscribe;
mod write;

use std::sync::Arc;

use app::bucket::Bucket;
use app::error::{Error, TryError};
use app::links::Links;
use app::message::wake::Queue;
use app::request::CreateRequest;
use app::review::photos::PhotoFiles;
use domain::request::Request;
use domain::shop::Shop;
use jiff::Timestamp;
use store::table::{Part, Store, Transaction};
use vault::{Random, Vault};

pub use draft::SaveOutcome;
pub use facts::AskedFacts;
pub use model::Model;
pub use open::{OpenedPage, Visitor, WrittenReview};
pub use photos::Expecting;
pub use postpone::Postponed;
pub use problem::Told;
pub use questions::{FACTS_AT, asked};
pub use report::Reportable;
pub use review::{Submission, SubmitOutcome};
pub use write::Writable;

#[derive(Clone)]
pub struct Hub {
    pub store: Store,
    pub vault: Arc<Vault>,
    pub links: Links,
    /// Creates the requests of people who write without having been asked.
    pub create: CreateRequest,
    /// Wakes the sender for a new link's email.
    pub queue: Queue,
    /// Makes ids, tokens and nonces.
    pub random: Random,
    /// Writes questions; `None` leaves only the fixed questions.
    pub model: Option<Model>,
    pub bucket: Bucket,
    /// Copies or deletes the files of photos.
    pub files: PhotoFiles,
}

fn engage(transaction: &mut Transaction<'_>, request: &mut Request, now: Timestamp) {
    let counters = request.began(now);
    if !counters.is_empty() {
        transaction.save_request(Part::Request, request);
        transaction.count(request, &counters);
    }
}

/// Why a customer's link fails.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// The token is unknown, damaged or forged, or its request has no such item.
    #[error("unknown link")]
    Unknown,
    /// The link has expired. The customer may request a new link from this shop.
    #[error("the link has expired")]
    Expired(Box<Shop>),
    /// This shop cancelled the request; the link never works again.
    #[error("the request was cancelled")]
    Cancelled(Box<Shop>),
    #[error(transparent)]
    App(Error),
}

impl<E: Into<Error>> From<E> for LinkError {
    fn from(error: E) -> Self {
        Self::App(error.into())
    }
}

impl From<LinkError> for TryError<LinkError> {
    fn from(error: LinkError) -> Self {
        Self::Failed(error)
    }
}
