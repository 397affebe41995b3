//! A customer: one person for every dialect, which call them contact, buyer or recipient.

mod email;
mod location;
mod names;
mod phone;

use jiff::Timestamp;

pub use email::EmailAddress;
pub use location::{Location, Slug};
pub use names::PersonName;
pub use phone::Phone;

use crate::{Amount, ChargeId, Currency, CustomerId, Detail, Invalid, LocationId, Notes, RequestId};

/// A shop's record of a customer. Two addresses of one [`EmailAddress::identity`] are one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Unique within the tenant.
    pub id: CustomerId,
    /// The first word of a name that came as one.
    pub first_name: Option<PersonName>,
    /// The rest of a name that came as one.
    pub last_name: Option<PersonName>,
    /// The address for emails.
    pub email: Option<EmailAddress>,
    /// The number for SMS.
    pub phone: Option<Phone>,
    /// The company they work for.
    pub company: Option<Detail>,
    /// When they signed up to the shop's service.
    pub signed_up_at: Option<Timestamp>,
    /// Whether they have a subscription to it; `None` if unknown.
    pub has_subscription: Option<bool>,
    /// The shop's own notes, which no customer sees.
    pub notes: Option<Notes>,
    /// The customer's postal address.
    pub address: PostalAddress,
    /// The place of business that asks them; `None` for the shop as a whole.
    pub location: Option<LocationId>,
    /// The request that was created with them. Of all others they have a list.
    pub first_request: Option<RequestId>,
    /// When the first call named them.
    pub created_at: Timestamp,
    /// When a field last changed.
    pub updated_at: Timestamp,
    /// 1 at first, one more with every save. The table rejects a save of any version but the last.
    pub version: u64,
}

/// A postal address; each part may be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the words say it")]
pub struct PostalAddress {
    pub address1: Option<Detail>,
    pub address2: Option<Detail>,
    pub city: Option<Detail>,
    pub state: Option<Detail>,
    pub postal_code: Option<Detail>,
}

impl Customer {
    /// A customer without any fields yet.
    #[must_use]
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
            version: 1,
        }
    }

    /// A customer with this address, and with this name split in two.
    #[must_use]
    pub fn from_email(id: CustomerId, email: EmailAddress, name: Option<&PersonName>, now: Timestamp) -> Self {
        let (first_name, last_name) = name.map(PersonName::split).unwrap_or_default();
        Self { email: Some(email), first_name, last_name, ..Self::new(id, now) }
    }

    /// First and last name as one; `None` if both are unknown.
    #[must_use]
    pub fn name(&self) -> Option<PersonName> {
        PersonName::join(self.first_name.as_ref(), self.last_name.as_ref())
    }
}

/// How a call identifies a customer: by email address or, without one, by phone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CustomerKey {
    /// The customer with this address.
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
}

/// One payment of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// Unique within the tenant.
    pub id: ChargeId,
    /// The customer who paid.
    pub customer: CustomerId,
    /// The amount, if the shop gave it.
    pub amount: Option<Amount>,
    /// The amount's currency, if the shop gave it.
    pub currency: Option<Currency>,
    /// The place of business, if the shop gave it.
    pub location: Option<LocationId>,
    /// When they paid.
    pub charged_at: Timestamp,
}
