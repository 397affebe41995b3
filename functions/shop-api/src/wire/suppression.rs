//! The JSON of suppressions.

use domain::customer::CustomerKey;
use domain::message::Suppression;
use domain::values::value::Kind;
use domain::values::{Channel, EmailAddress, Invalid, Phone};
use edge::error::Error;
use edge::native::{PAGE, limit};
use edge::shown::{OneOf, Time};
use store::message::suppression::SuppressedRecipient;

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

edge::word_schemas! {
    /// Why an address or number gets no messages.
    pub(crate) ReasonWord, "SuppressionReason" = Suppression::WORDS;
}

edge::shown! {
    pub(crate) struct SuppressionBody as Suppression (suppressed: SuppressedRecipient) {
        /// Identifies the address or number, however it is written.
        id: String = suppressed.index;
        channel: OneOf<Channel> = suppressed.channel;
        /// `null` if the address was no longer stored when it was suppressed, or if it was erased.
        address: Option<String> = suppressed.address;
        /// The strongest reason if there are several.
        reason: OneOf<Suppression> = suppressed.reason, as Kind::Object("SuppressionReason");
        /// When this reason began to apply.
        since: Time = suppressed.since;
    }

    pub(crate) struct SuppressionsBody as Suppressions ((page, next): (Vec<SuppressedRecipient>, Option<String>)) {
        suppressions: Vec<SuppressionBody> = page;
        /// The `cursor` of the next page; `null` on the last page.
        next_cursor: Option<String> = next;
    }

    pub(crate) struct Lifted(_lifted: ()) {
        /// Always `true`.
        ok: bool = true;
    }
}
