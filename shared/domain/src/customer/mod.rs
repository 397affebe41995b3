//! A customer: one person for all dialects, which call the customer contact, buyer or recipient.

mod location;

use crate::values::{EmailAddress, is_default, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use location::{Location, Slug};

use crate::values::Phone;
use crate::values::{Amount, Channel, ChargeId, Currency, CustomerId, Detail, Invalid, LocationId, Notes, RequestId};
use crate::values::{PersonName, searched_words};

/// A shop's record of a customer. Two addresses with the same [`EmailAddress::identity`] belong to one customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Unique within the tenant.
    pub id: CustomerId,
    /// The first name, or the first word of a name that came as one text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<PersonName>,
    /// The last name, or the rest of a name that came as one text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<PersonName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailAddress>,
    /// The number for SMS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<Detail>,
    /// When the customer signed up to the shop's service.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub signed_up_at: Option<Timestamp>,
    /// Whether the customer subscribes to the shop's service; `None` if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has_subscription: Option<bool>,
    /// The shop's own notes, which no customer sees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<Notes>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub address: PostalAddress,
    /// The location that asks the customer; `None` for the shop as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationId>,
    /// The request that was created together with this record. Later requests are in a list in the table.
    #[serde(skip)]
    pub first_request: Option<RequestId>,
    /// When a call first named the customer.
    #[serde(with = "ms::required")]
    pub created_at: Timestamp,
    /// When a field last changed.
    #[serde(with = "ms::required")]
    pub updated_at: Timestamp,
    /// 0 for a new customer; grows by 1 with each save; the table rejects a save of an older version.
    #[serde(skip)]
    pub version: u64,
}

/// A postal address; each part may be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PostalAddress {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address1: Option<Detail>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address2: Option<Detail>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<Detail>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Detail>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<Detail>,
}

impl Customer {
    /// A customer of whom only the id is known.
    pub fn new(id: CustomerId, now: Timestamp) -> Self {
        Self {
            id,
            first_name: None,
            last_name: None,
            email: None,
            phone: None,
            company: None,
            signed_up_at: None,
            has_subscription: None,
            notes: None,
            address: PostalAddress::default(),
            location: None,
            first_request: None,
            created_at: now,
            updated_at: now,
            version: 0,
        }
    }

    /// A customer with this address and this name, split into first and last name.
    pub fn from_email(id: CustomerId, email: EmailAddress, name: Option<&PersonName>, now: Timestamp) -> Self {
        let (first_name, last_name) = name.map(PersonName::split).unwrap_or_default();
        Self { email: Some(email), first_name, last_name, ..Self::new(id, now) }
    }

    /// First and last name as one; `None` if both are unknown.
    pub fn name(&self) -> Option<PersonName> {
        PersonName::join(self.first_name.as_ref(), self.last_name.as_ref())
    }

    pub fn searched_words(&self) -> Vec<String> {
        self.name().map(|name| searched_words(name.as_str())).unwrap_or_default()
    }

    /// Where messages to the customer may go: the address first, then the number.
    pub fn recipients(&self) -> impl Iterator<Item = CustomerKey> {
        let email = self.email.clone().map(CustomerKey::Email);
        email.into_iter().chain(self.phone.clone().map(CustomerKey::Phone))
    }
}

/// How a call identifies a customer: by email address or, without one, by phone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CustomerKey {
    Email(EmailAddress),
    /// The customer with this number.
    Phone(Phone),
}

impl CustomerKey {
    /// The address if there is one, else the number; [`Invalid`] without both.
    pub fn new(email: Option<EmailAddress>, phone: Option<Phone>) -> Result<Self, Invalid> {
        let key = email.map(Self::Email).or(phone.map(Self::Phone));
        key.ok_or(Invalid("The email field is required when phone is not present."))
    }

    pub const fn channel(&self) -> Channel {
        match self {
            Self::Email(_) => Channel::Email,
            Self::Phone(_) => Channel::Sms,
        }
    }

    /// The address as typed, or the number.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(email) => email.as_typed(),
            Self::Phone(phone) => phone.as_str(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charge {
    /// Unique within the tenant.
    pub id: ChargeId,
    pub customer: CustomerId,
    /// The amount, if the shop gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The amount's currency, if the shop gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// The location, if the shop gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationId>,
    #[serde(with = "ms::required")]
    pub charged_at: Timestamp,
}
