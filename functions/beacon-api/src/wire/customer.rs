//! Customers.

use app::idempotency::Reply;
use domain::customer::Customer;
use domain::values::value::{Kind, Lenient, Maybe, Raw, Text};
use domain::values::{Country, CustomerEmail, Detail, EmailAddress, Invalid, Notes, Patch, PersonName, Phone};
use edge::shown::{Flat, UnixTime, Uuid};

use crate::error::Failure;
use crate::use_cases::{CustomerChanges, NumberedPage};
use crate::wire::page::Pagination;
use crate::wire::time::{self, Moment};
use crate::wire::violations::{Change, Line, Violations, lacks_country, phone};
use crate::wire::{AddressData, AddressInput};

const FIRST_NAME_RULE: Invalid = Invalid("`first_name` is required.");

edge::input! {
    pub(crate) struct CustomerInput as BeaconCustomerInput with AddressInput and address: AddressInput {
        first_name: Lenient<Maybe<Line<PersonName>>, true>;
        last_name: Change<PersonName>, as Kind::Text(Text::at_most(PersonName::CHARACTERS_MAX));
        /// Required without `phone`.
        email: Change<CustomerEmail>;
        /// With country code, such as +491711234567. Required without `email`.
        phone: Change<Raw>, as phone();
        company: Change<Detail>;
        signed_up_at: Patch<Moment>, shown time::schema();
        has_subscription: Patch<bool>, or "Must be true or false, or omitted.";
        notes: Change<Notes>;
    }
}

impl CustomerInput {
    pub(crate) fn needs_country(&self) -> bool {
        lacks_country(&self.phone)
    }

    /// The changes to the customer. An absent field keeps its value; null clears it.
    pub(crate) fn parse(self, country: Option<Country>) -> Result<CustomerChanges, Failure> {
        let mut violations = Violations::default();
        let first_name = violations.required("first_name", self.first_name, FIRST_NAME_RULE);
        let (email, phone) = (violations.take(self.email), violations.phone(self.phone, country));
        let key = violations.key(&email, &phone);
        let last_name = violations.take(self.last_name);
        let company = violations.take(self.company);
        let signed_up_at = violations.take(self.signed_up_at);
        let has_subscription = violations.take(self.has_subscription);
        let notes = violations.take(self.notes);
        let address = self.address.parse(&mut violations);
        violations.finish(key.zip(first_name).map(|(key, first_name)| CustomerChanges {
            key,
            first_name,
            last_name,
            email,
            phone,
            company,
            signed_up_at,
            has_subscription,
            notes,
            address,
        }))
    }
}

edge::shown! {
    /// A customer.
    struct CustomerData as BeaconCustomer (customer: &Customer) {
        id: Uuid = customer.id.guid();
        first_name: Option<String> = customer.first_name.as_ref().map(PersonName::as_str);
        last_name: Option<String> = customer.last_name.as_ref().map(PersonName::as_str);
        email: Option<String> = customer.email.as_ref().map(EmailAddress::as_typed);
        /// In E.164.
        phone: Option<String> = customer.phone.as_ref().map(Phone::as_str);
        company: Option<String> = customer.company.as_ref().map(Detail::as_str);
        /// Unix seconds.
        signed_up_at: Option<UnixTime> = customer.signed_up_at;
        has_subscription: Option<bool> = customer.has_subscription;
        /// The shop's notes, which the customer never sees.
        notes: Option<String> = customer.notes.as_ref().map(Notes::as_str);
        address: Flat<AddressData> = &customer.address;
        /// The location that messages to the customer name as the sender. It comes from the latest charge with a location;
        /// `null` without such a charge.
        location_id: Option<Uuid> = customer.location.map(|location| location.guid());
        /// Unix seconds.
        created_at: UnixTime = customer.created_at;
        /// Unix seconds.
        updated_at: UnixTime = customer.updated_at;
    }

    pub(crate) struct CustomerBody as BeaconCustomerBody (customer: &Customer) {
        /// Always `true`.
        success: bool = true;
        data: CustomerData = customer;
    }

    pub(crate) struct CustomersPage as BeaconCustomersPage ((customers, pagination): (Vec<Customer>, Pagination)) {
        /// Always `true`.
        success: bool = true;
        data: Vec<CustomerData> = &customers;
        pagination: Pagination = pagination;
    }
}

pub(crate) fn saved(customer: &Customer) -> Result<Reply, app::error::Error> {
    Reply::json(200, &CustomerBody::new(customer))
}

/// A page of customers; `path` is the list's URL.
pub(crate) fn page(page: NumberedPage<Customer>, path: String) -> Result<Reply, app::error::Error> {
    Reply::json(200, &CustomersPage::new(Pagination::of_page(page, path)))
}
