//! Afterword's nouns and rules: pure, synchronous, no clock, no AWS, no JSON.
//!
//! Everything here is parsed once, at the edge, and cannot be wrong below it. Times, ids and
//! random numbers are arguments.

mod catalog;
mod channel;
pub mod chat;
mod color;
mod counter;
mod customer;
mod dialect;
mod display_name;
mod draft;
mod email;
mod filter;
mod guid;
mod id;
mod identity;
mod item;
mod language;
mod location;
mod messages;
mod money;
mod order;
mod order_line;
mod phone;
mod photo;
mod postpone;
mod product;
mod rate;
mod request;
mod review;
mod shop;
mod sms;
mod status;
mod step;
mod tenant;
mod text;
mod timeline;
mod unsent;
mod url;
mod verdict;

pub use catalog::{Buyer, Order, OrderStatus};
pub use channel::{Channel, Delivery, ReminderDays, Reminders};
pub use chat::{Answer, Mark, ModelQuestion, QUESTIONS_MAX, Question, Turn};
pub use color::{Color, Scheme, Shades};
pub use counter::Counter;
pub use customer::{Charge, Customer, CustomerKey, Patch, PostalAddress};
pub use dialect::Dialect;
pub use draft::{SuggestedText, TextSpan};
pub use email::EmailAddress;
pub use filter::{Filter, Test, Value};
pub use guid::Guid;
pub use id::{ChargeId, CustomerId, Id, Kind, LocationId, RequestId};
pub use identity::Identity;
pub use item::{Item, Subject};
pub use language::Language;
pub use location::{Location, Slug};
pub use money::{Amount, Currency};
pub use order::{DelayDays, OrderId};
pub use order_line::{OrderLine, Quantity};
pub use phone::Phone;
pub use photo::{
    PHOTO_BYTES_MAX, PHOTO_PIXELS_MAX, PHOTO_SIDE_MAX, PHOTOS_MAX, Photo, PhotoId, PhotoPlace, PhotoRefusal,
    PhotoState, Size, UPLOAD_WITHIN, free_slot, photos_left,
};
pub use postpone::POSTPONED_DAYS;
pub use product::{Product, ProductId, ProductIds};
pub use rate::{FreeSlot, Quota, SLOTS, Slots, WINDOW};
pub use request::{LINK_DAYS, NewRequest, RENEWAL_GAP, RENEWALS_MAX, Request, WixFields};
pub use review::{Rating, Review, ReviewText};
pub use shop::{SettingsChange, Shop};
pub use sms::{Alphabet, segments};
pub use status::{NotSendable, Status};
pub use step::{EVIDENCE_WAIT, Step, StepState, StopReason, Suppression, Verdict};
pub use tenant::{Mode, Tenant, TenantId};
pub use text::{Detail, DisplayName, Notes, PersonName, Title};
pub use timeline::{Entry, TIMELINE_MAX, Timeline, What};
pub use unsent::{DraftChange, ModelTurn, ReviewDraft, TextField};
pub use url::HttpsUrl;

/// A value that does not keep its rule: one sentence that says what to do about it.
///
/// The sentence never quotes the value, so it may be answered and logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Invalid(pub &'static str);

/// What is wrong with something that a customer typed or clicked: the page says it in their language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Nothing was given, or nothing that it could be.
    #[error("nothing is given")]
    Missing,
    /// It is longer than it may be.
    #[error("it is too long")]
    TooLong,
    /// It holds signs that nobody types.
    #[error("it holds control characters")]
    ControlCharacters,
}
