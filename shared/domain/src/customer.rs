//! A customer: one person for every dialect, whether they call them contact, buyer or addressee.

use jiff::Timestamp;

use crate::{
    Amount, ChargeId, Currency, CustomerId, Detail, EmailAddress, Invalid, LocationId, Notes, PersonName, Phone,
};

/// What a shop knows of a customer. Two addresses of one [`EmailAddress::identity`] are one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Its id.
    pub id: CustomerId,
    /// What to call them.
    pub first_name: Option<PersonName>,
    /// Their family's name.
    pub last_name: Option<PersonName>,
    /// Where mail reaches them.
    pub email: Option<EmailAddress>,
    /// Where a text message reaches them.
    pub phone: Option<Phone>,
    /// Who they work for.
    pub company: Option<Detail>,
    /// When they signed up to the shop's service.
    pub signed_up_at: Option<Timestamp>,
    /// Whether they are subscribed to it.
    pub has_subscription: Option<bool>,
    /// The shop's own notes.
    pub notes: Option<Notes>,
    /// Where they live.
    pub address: PostalAddress,
    /// The place of business that asks them.
    pub location: Option<LocationId>,
    /// When they were first heard of.
    pub created_at: Timestamp,
    /// When something of this last changed.
    pub updated_at: Timestamp,
    /// Changes so far; the table accepts a change only of the version that was read.
    pub version: u64,
}

/// A postal address, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the words say it")]
pub struct PostalAddress {
    pub address1: Option<Detail>,
    pub address2: Option<Detail>,
    pub city: Option<Detail>,
    pub state: Option<Detail>,
    pub postal_code: Option<Detail>,
}

/// What a call says of a field: nothing, that it is empty, or what it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Patch<T> {
    /// The field was left out.
    #[default]
    Keep,
    /// The field is null.
    Clear,
    /// The field is this.
    Set(T),
}

impl<T> Patch<T> {
    /// Makes the change.
    pub fn apply(self, field: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Clear => *field = None,
            Self::Set(value) => *field = Some(value),
        }
    }

    /// The value that is set.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Keep | Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }
}

impl Customer {
    /// Somebody of whom nothing is known yet.
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
            created_at: now,
            updated_at: now,
            version: 1,
        }
    }

    /// The buyer or addressee that a call names.
    #[must_use]
    pub fn from_email(id: CustomerId, email: EmailAddress, name: Option<&PersonName>, now: Timestamp) -> Self {
        let (first_name, last_name) = name.map(PersonName::split).unwrap_or_default();
        Self { email: Some(email), first_name, last_name, ..Self::new(id, now) }
    }

    /// The whole name.
    #[must_use]
    pub fn name(&self) -> Option<PersonName> {
        PersonName::join(self.first_name.as_ref(), self.last_name.as_ref())
    }
}

/// How a call names a customer: by the address, or, without one, by the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CustomerKey {
    /// By their address.
    Email(EmailAddress),
    /// By their number.
    Phone(Phone),
}

impl CustomerKey {
    /// The key that a call's fields give: the address first.
    ///
    /// # Errors
    /// [`Invalid`] without either.
    pub fn new(email: Option<EmailAddress>, phone: Option<Phone>) -> Result<Self, Invalid> {
        let key = email.map(Self::Email).or(phone.map(Self::Phone));
        key.ok_or(Invalid("The email field is required when phone is not present."))
    }
}

/// What a customer paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// Its id.
    pub id: ChargeId,
    /// Who paid.
    pub customer: CustomerId,
    /// How much, if the shop told.
    pub amount: Option<Amount>,
    /// In what, if the shop told.
    pub currency: Option<Currency>,
    /// Where, if the shop told.
    pub location: Option<LocationId>,
    /// When.
    pub charged_at: Timestamp,
}
