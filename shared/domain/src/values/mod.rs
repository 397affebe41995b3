//! Values that belong to no noun. A value uses only other values of this module.

mod color;
pub(crate) mod contact_data;
mod delivery;
mod dialect;
mod email;
pub(crate) mod ids;
mod language;
mod money;
mod names;
mod phone;
mod phone_in_text;
mod scope;
pub mod stored;
mod storefront;
mod tenant;
pub(crate) mod text;
mod time;
mod url;
mod verification;
#[macro_use]
pub mod value;
pub(crate) mod word;

pub use color::{Color, Scheme, Shades};
pub(crate) use contact_data::contact_data_elsewhere;
pub use contact_data::{ContactData, contact_data_places, has_link};
pub use delivery::{Channel, DelayDays, Delivery, LINK_DAYS, ReminderDays, Reminders};
pub use dialect::RequestOrigin;
pub use dialect::{Dialect, DuplicateRule, LinkForm, LinkStart, Policy};
pub use email::{CustomerEmail, EmailAddress};
pub use ids::{
    ChargeId, CustomerId, EventId, Guid, Id, InboundId, Kind, LocationId, OfRequest, OfReview, RequestId, ReviewId,
    WebhookId,
};
pub use language::Country;
pub use language::Language;
pub use money::{Amount, Currency, whole};
pub(crate) use names::is_no_name;
pub use names::{PersonName, searched_words};
pub use phone::Phone;
pub use phone_in_text::NumberPlans;
pub use scope::Identity;
pub use scope::{MemberId, MemberRefusal};
pub use scope::{
    NATIVE_SCOPES, SCOPE_AUDIT, SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE, SCOPE_CONNECTION, SCOPE_CUSTOMERS_READ,
    SCOPE_CUSTOMERS_WRITE, SCOPE_INTEGRATIONS, SCOPE_KEYS_MANAGE, SCOPE_MEMBERS, SCOPE_PRIVACY, SCOPE_READ,
    SCOPE_REVIEWS_MODERATE, SCOPE_REVIEWS_READ, SCOPE_REVIEWS_WRITE, SCOPE_SETTINGS_READ, SCOPE_SETTINGS_WRITE,
    SCOPE_SUPPRESSIONS_READ, SCOPE_SUPPRESSIONS_WRITE, SCOPE_WEBHOOKS, SCOPE_WIX, SCOPE_WIX_REVIEWS, SCOPE_WRITE,
    SCOPES, Scopes, has_scope, parse_scopes,
};
pub(crate) use stored::stored_as_text;
pub use stored::{is_default, ms};
pub use storefront::ShopSystem;
pub use storefront::{Storefront, is_at_shopify};
pub use tenant::{Mode, Tenant, TenantId};
pub use text::*;
pub use time::Saves;
pub use time::{parse_day, parse_time};
pub use url::{HttpsUrl, Reach, RemoteUrl};
pub use value::Patch;
pub use verification::Verification;
pub use word::Word;
pub(crate) use word::words;

/// The error of a value that breaks a rule: one sentence for API clients that says what is expected.
///
/// Every `parse` and `new` in this crate returns this error. The sentence never quotes the value, so it is safe to show
/// and to log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Invalid(pub &'static str);

/// A problem with a customer's input. The page explains it in the customer's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The value is empty, or not one of the possible ones.
    #[error("the value is missing")]
    Missing,
    /// The value is longer than the field allows.
    #[error("the value is too long")]
    TooLong,
    /// The value was saved more often than is allowed in a day.
    #[error("the value was saved too often today")]
    TooOften,
}
