//! The JSON of suppressions.

use std::borrow::Cow;

use domain::customer::CustomerKey;
use domain::message::Suppression;
use domain::values::{Channel, EmailAddress, Invalid, Phone};
use edge::error::Error;
use edge::native::{PAGE, limit, seconds};
use edge::openapi::words_of;
use serde::Serialize;
use store::message::suppression::SuppressedRecipient;
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// The length of a cursor, which is a blind index.
const CURSOR_LEN: usize = 22;

pub(crate) struct SuppressionsQuery {
    pub reason: Option<Suppression>,
    pub limit: u32,
    pub cursor: Option<String>,
}

impl SuppressionsQuery {
    /// Reads `?reason=&limit=&cursor=`.
    pub(crate) fn parse(query: &str) -> Result<Self, Error> {
        let mut parsed = Self { reason: None, limit: PAGE, cursor: None };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "reason" => parsed.reason = Some(reason(&value).map_err(Error::field("reason"))?),
                "limit" => parsed.limit = limit(&value)?,
                "cursor" => parsed.cursor = Some(cursor(&value).map_err(Error::field("cursor"))?),
                _ => {}
            }
        }
        Ok(parsed)
    }
}

fn reason(word: &str) -> Result<Suppression, Invalid> {
    Suppression::parse(word)
        .ok_or(Invalid("`reason` must be one of manual, bounced, unsubscribed, stopped, complained, erased."))
}

fn cursor(value: &str) -> Result<String, Invalid> {
    let is_base64url = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_index = value.len() == CURSOR_LEN && value.bytes().all(is_base64url);
    is_index.then(|| value.to_owned()).ok_or(Invalid("`cursor` must be the `next_cursor` of a page."))
}

const RULE: Invalid = Invalid(
    "The address must be an email address, or a phone number with its country code such as +491711234567, percent-encoded.",
);

/// The address in a path, for a suppression to create.
pub(crate) fn new_address(segment: &str) -> Result<CustomerKey, Error> {
    let address = if segment.contains('@') {
        EmailAddress::parse(segment).map(CustomerKey::Email)
    } else {
        Phone::parse(segment).map(CustomerKey::Phone)
    };
    address.map_err(|_| Error::Field { field: "address", rule: RULE })
}

/// The address in a path, for a lookup. A malformed address is answered like an unknown one.
pub(crate) fn known_address(segment: &str) -> Result<CustomerKey, app::error::Error> {
    new_address(segment).map_err(|_| app::error::Error::NotFound)
}

pub(crate) struct ReasonWord;

impl PartialSchema for ReasonWord {
    fn schema() -> RefOr<Schema> {
        words_of::<Suppression>().into()
    }
}

impl ToSchema for ReasonWord {
    fn name() -> Cow<'static, str> {
        "SuppressionReason".into()
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = Suppression)]
pub(crate) struct SuppressionBody {
    /// Identifies the address or number, however it is written.
    id: String,
    #[schema(schema_with = words_of::<Channel>)]
    channel: &'static str,
    /// `null` if the address was no longer stored when it was suppressed, or if it was erased.
    #[schema(required)]
    address: Option<String>,
    /// The strongest reason if there are several.
    #[schema(value_type = ReasonWord)]
    reason: &'static str,
    /// When this reason began to apply.
    #[schema(format = DateTime)]
    since: String,
}

#[derive(Serialize, ToSchema)]
#[schema(as = Suppressions)]
pub(crate) struct SuppressionsBody {
    suppressions: Vec<SuppressionBody>,
    /// The `cursor` of the next page; `null` on the last page.
    #[schema(required)]
    next_cursor: Option<String>,
}

impl SuppressionBody {
    pub(crate) fn new(suppressed: SuppressedRecipient) -> Self {
        let SuppressedRecipient { index, channel, address, reason, since, reasons: _ } = suppressed;
        let (channel, reason) = (channel.as_str(), reason.as_str());
        Self { id: index, channel, address, reason, since: seconds(since) }
    }
}

impl SuppressionsBody {
    pub(crate) fn new(page: Vec<SuppressedRecipient>, next_cursor: Option<String>) -> Self {
        Self { suppressions: page.into_iter().map(SuppressionBody::new).collect(), next_cursor }
    }
}

#[derive(Serialize, ToSchema)]
pub(crate) struct Lifted {
    /// Always `true`.
    pub ok: bool,
}
