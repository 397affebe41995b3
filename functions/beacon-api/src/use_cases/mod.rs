//! The use cases behind the handlers.

mod ask;
mod customers;
mod locations;
mod numbered;

use domain::customer::{Customer, CustomerKey, PostalAddress};
use domain::values::{Detail, EmailAddress, Notes, Patch, PersonName, Phone};
use jiff::Timestamp;

pub use ask::{AskCustomer, NewAsk};
pub use customers::{Customers, NewCharge};
pub use locations::{LocationChanges, Locations};
pub use numbered::{NumberedPage, PageAsked};

/// A call's changes to a customer.
#[derive(Debug, Clone)]
pub struct CustomerChanges {
    /// Identifies the customer: the email address if the call gives one, else the phone number.
    pub key: CustomerKey,
    pub first_name: PersonName,
    pub last_name: Patch<PersonName>,
    pub email: Patch<EmailAddress>,
    /// The number for SMS.
    pub phone: Patch<Phone>,
    pub company: Patch<Detail>,
    /// When the customer signed up to the shop's service.
    pub signed_up_at: Patch<Timestamp>,
    /// Whether the customer is subscribed to the shop's service.
    pub has_subscription: Patch<bool>,
    /// The shop's own notes.
    pub notes: Patch<Notes>,
    pub address: AddressChanges,
}

/// A call's changes to a postal address.
#[derive(Debug, Clone, Default)]
pub struct AddressChanges {
    pub address1: Patch<Detail>,
    pub address2: Patch<Detail>,
    pub city: Patch<Detail>,
    pub state: Patch<Detail>,
    pub postal_code: Patch<Detail>,
}

impl AddressChanges {
    pub(crate) fn apply(self, address: &mut PostalAddress) {
        let Self { address1, address2, city, state, postal_code } = self;
        address1.apply(&mut address.address1);
        address2.apply(&mut address.address2);
        city.apply(&mut address.city);
        state.apply(&mut address.state);
        postal_code.apply(&mut address.postal_code);
    }
}

impl CustomerChanges {
    pub(crate) fn apply(self, customer: &mut Customer, now: Timestamp) {
        let Self {
            key: _, // the email or the phone below
            first_name,
            last_name,
            email,
            phone,
            company,
            signed_up_at,
            has_subscription,
            notes,
            address,
        } = self;
        customer.first_name = Some(first_name);
        last_name.apply(&mut customer.last_name);
        email.apply(&mut customer.email);
        phone.apply(&mut customer.phone);
        company.apply(&mut customer.company);
        signed_up_at.apply(&mut customer.signed_up_at);
        has_subscription.apply(&mut customer.has_subscription);
        notes.apply(&mut customer.notes);
        address.apply(&mut customer.address);
        customer.updated_at = now;
    }
}
