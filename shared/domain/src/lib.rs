//! Afterword's nouns and rules: pure, synchronous, no clock, no AWS. A noun is also what is stored of it, by serde.
//!
//! Values are parsed once, at the edge, and are valid everywhere below it. Times, ids and random
//! numbers are arguments.

mod customer;
mod dialect;
mod ids;
mod import;
mod message;
mod order;
mod patch;
mod privacy;
mod request;
mod review;
mod shop;
pub mod stored;
mod text;
mod time;
mod url;
mod webhook;
mod word;

#[doc(hidden)]
pub use serde;

pub use customer::{Charge, Customer, CustomerKey, EmailAddress, Location, PersonName, Phone, PostalAddress, Slug};
pub use dialect::{Dialect, DuplicateRule, LinkForm, LinkStart, Policy};
pub use ids::{
    ChargeId, CustomerId, EventId, Guid, Id, InboundId, Kind, LocationId, OfRequest, OfReview, RequestId, ReviewId,
    WebhookId,
};
pub use import::{
    FAULTS_OF_A_KIND_MAX, FaultAt, IMPORT_BYTES_MAX, ImportFault, ImportFormat, ImportReport, ImportStatus,
};
pub use message::{
    BACK_OFF_MAX, Cause, Channel, DelayDays, Delivery, EVIDENCE_WAIT, LETTER_WAIT, Letter, LetterName, LinkDays,
    MessageReport, OperatorPause, Pause, Pauser, ReminderDays, Reminders, ReportKind, Reports, SEEN_AFTER,
    SendingPause, Step, StepState, StopReason, Suppression, Verdict, back_off, seen_until,
};
pub use order::{
    Amount, Buyer, Currency, Identifiers, Order, OrderId, OrderLine, OrderStatus, Product, ProductId, ProductIds,
    Quantity, whole,
};
pub use patch::Patch;
pub use privacy::{KeepMonths, MADE_AGAIN_FOR, PersonCounts, PrivacyKind, PrivacyStatus, ReviewsChoice};
pub use request::{
    COMPARED_WITHIN, Compared, Counter, Earlier, Entry, EntryKind, FirstMessage, FreeSlot, Item, NewRequest,
    NotSendable, Obstacles, PHOTO_SLOTS_MAX, POSTPONED_DAYS, Quota, RENEWAL_GAP, RENEWALS_MAX, Reported, Request,
    RequestFields, RequestOptions, RequestOrigin, Responses, ReviewedBy, SLOTS, Slots, Status, Stuck, Subject,
    TIMELINE_MAX, Timeline, WINDOW, reviewed_by_day,
};
pub use review::{
    Actor, Answer, Brought, ContactData, DECIDED_WITHIN, DecisionHours, DisplayName, DraftChange, ExternalId, FollowUp,
    Headline, HoldRule, IMPORTED_PHOTOS_MAX, LedgerEntry, LedgerKind, Mark, ModelQuestion, ModelTurn, Moderation,
    NewReview, NotDone, Origin, PHOTO_BYTES_MAX, PHOTO_LENGTH_MAX, PHOTO_PIXELS_MAX, PHOTO_SIDE_MAX, PHOTOS_MAX, Photo,
    PhotoId, PhotoPlace, PhotoRefusal, PhotoState, PhraseBook, Phrases, Platform, QUESTIONS_MAX, Question, Rating,
    ReaderReport, ReplyText, ReportReason, Review, ReviewContent, ReviewDraft, ReviewFields, ReviewPhoto, ReviewPlace,
    ReviewSettings, ReviewState, ReviewText, Saves, ShopReply, Size, SuggestedText, TextField, TextSpan, Turn,
    TypedForm, UPLOAD_WITHIN, Undo, Verification, Version, Weight, WithholdReason, Withholding, Words, free_slot,
    photos_left, questions,
};
pub use shop::{
    AskOnce, Cap, Caps, Color, Country, Hold, HoldReason, Identity, KEYS_MAX, KeyGuest, KeyInfo, KeyName, KeyRefusal,
    LAST_MAILS, Language, MailCounts, MailMark, MailWindow, MarkedMail, MemberId, MemberRefusal, Mode, NATIVE_SCOPES,
    NewKey, OwnText, OwnWords, OwnWordsChange, Placeholders, RecentMessages, Releaser, SCOPE_AUDIT, SCOPE_CATALOG_READ,
    SCOPE_CATALOG_WRITE, SCOPE_CUSTOMERS_READ, SCOPE_CUSTOMERS_WRITE, SCOPE_INTEGRATIONS, SCOPE_KEYS_MANAGE,
    SCOPE_MEMBERS, SCOPE_PRIVACY, SCOPE_READ, SCOPE_REVIEWS_MODERATE, SCOPE_REVIEWS_READ, SCOPE_REVIEWS_WRITE,
    SCOPE_SETTINGS_READ, SCOPE_SETTINGS_WRITE, SCOPE_SUPPRESSIONS_READ, SCOPE_SUPPRESSIONS_WRITE, SCOPE_WEBHOOKS,
    SCOPE_WIX, SCOPE_WIX_REVIEWS, SCOPE_WRITE, SCOPES, SES_BOUNCES, SES_COMPLAINTS, Scheme, SendWindow, Shades, Shop,
    ShopRules, ShopSystem, Tenant, TenantId, TextOccasion, Weekdays, Zone, has_scope, parse_scopes,
};
pub use text::*;
pub use time::{parse_day, parse_time};
pub use url::{HttpsUrl, Reach, RemoteUrl};
pub use webhook::{
    ATTEMPTS_LOGGED_MAX, About, Attempt, DeliveryStatus, EARLIER_SECRETS_MAX, ErasureEvent, Event, EventKind,
    EventKinds, FAILING_MAX, HoldEvent, MessageEvent, MoreGoodEvent, PROBE_EVERY, RETRY_AFTER_MAX, RequestEvent,
    ReviewEvent, SECRET_ROTATION, Subscription, SuppressionEvent, TRIES_MAX, WEBHOOKS_MAX, Webhook, WebhookDelivery,
};
pub use word::Word;

/// A value that breaks a rule, with one sentence for API clients that says what is expected.
///
/// Every `parse` and `new` of this crate returns it. The sentence never quotes the value, so it is safe to
/// show and to log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Invalid(pub &'static str);

/// A problem of a customer's input. The page explains it in their language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Empty, or not one of the possible values.
    #[error("the value is missing")]
    Missing,
    /// Longer than the field allows.
    #[error("the value is too long")]
    TooLong,
    /// Saved more often than is allowed in a day.
    #[error("the value was saved too often today")]
    TooOften,
    /// Control characters, which nobody types.
    #[error("the value contains control characters")]
    ControlCharacters,
}
