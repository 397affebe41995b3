//! The JSON of More Good Reviews: what its bodies say, and what they are answered with.
//!
//! Ids are GUIDs and times whole Unix seconds. A text that is blank is as null: the vendor's own
//! clients send empty form fields.

mod asks;
mod customers;
mod fields;
mod locations;
mod pages;

use app::requests::Reply;
use domain::{CustomerId, Guid, Id, Kind, LocationId};
use serde::Serialize;

pub(crate) use asks::{AskBody, ask, asked};
pub(crate) use customers::{ChargeBody, CustomerBody, charge, charged, customer, customer_changes};
pub(crate) use locations::{LocationBody, location, location_changes, new_location};
pub(crate) use pages::{
    CustomersPage, MessagesPage, ReviewsPage, customers_page, messages_page, page_asked, reviews_page,
};

/// An answer: 200, whatever was done.
fn answer(body: &impl Serialize) -> Reply {
    Reply::new(200, serde_json::to_string(body).unwrap_or_default())
}

/// The customer of a path.
///
/// # Errors
/// None that a caller can cause.
pub(crate) fn customer_id(text: &str) -> Result<CustomerId, app::Error> {
    id(text)
}

/// The location of a path.
///
/// # Errors
/// None that a caller can cause.
pub(crate) fn location_id(text: &str) -> Result<LocationId, app::Error> {
    id(text)
}

/// The id that a path's GUID is of. For what is no id of ours it is one that nobody has, so that it
/// is looked up, and not found, like any other.
fn id<K: Kind>(text: &str) -> Result<Id<K>, app::Error> {
    const NOBODYS: u64 = 1;
    let known = Guid::parse(text).ok().and_then(Id::from_guid);
    known.or(Id::new(NOBODYS)).ok_or(app::Error::NotFound)
}
