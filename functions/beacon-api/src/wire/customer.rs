//! Customers.

use app::idempotency::Reply;
use domain::customer::Customer;
use domain::values::value::{Kind, Lenient, Maybe, Raw, Text};
use domain::values::{Country, CustomerEmail, Detail, EmailAddress, Invalid, Notes, Patch, PersonName, Phone};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

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

/// A customer.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconCustomer)]
struct CustomerData<'a> {
    #[schema(format = "uuid")]
    id: String,
    #[schema(required)]
    first_name: Option<&'a str>,
    #[schema(required)]
    last_name: Option<&'a str>,
    #[schema(required)]
    email: Option<&'a str>,
    /// In E.164.
    #[schema(required)]
    phone: Option<&'a str>,
    #[schema(required)]
    company: Option<&'a str>,
    /// Unix seconds.
    #[schema(required)]
    signed_up_at: Option<i64>,
    #[schema(required)]
    has_subscription: Option<bool>,
    /// The shop's notes, which the customer never sees.
    #[schema(required)]
    notes: Option<&'a str>,
    #[serde(flatten)]
    address: AddressData<'a>,
    /// The location that messages to the customer name as the sender. It comes from the latest charge with a location;
    /// `null` without such a charge.
    #[schema(required, format = "uuid")]
    location_id: Option<String>,
    /// Unix seconds.
    created_at: i64,
    /// Unix seconds.
    updated_at: i64,
}

impl<'a> CustomerData<'a> {
    fn new(customer: &'a Customer) -> Self {
        let Customer {
            id,
            first_name,
            last_name,
            email,
            phone,
            company,
            signed_up_at,
            has_subscription,
            notes,
            address,
            location,
            first_request: _,
            created_at,
            updated_at,
            version: _, // counts writes; not part of the API
        } = customer;
        Self {
            id: id.guid().to_string(),
            first_name: first_name.as_ref().map(PersonName::as_str),
            last_name: last_name.as_ref().map(PersonName::as_str),
            email: email.as_ref().map(EmailAddress::as_typed),
            phone: phone.as_ref().map(Phone::as_str),
            company: company.as_ref().map(Detail::as_str),
            signed_up_at: signed_up_at.map(Timestamp::as_second),
            has_subscription: *has_subscription,
            notes: notes.as_ref().map(Notes::as_str),
            address: AddressData::new(address),
            location_id: location.map(|location| location.guid().to_string()),
            created_at: created_at.as_second(),
            updated_at: updated_at.as_second(),
        }
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconCustomerBody)]
pub(crate) struct CustomerBody<'a> {
    /// Always `true`.
    success: bool,
    data: CustomerData<'a>,
}

pub(crate) fn saved(customer: &Customer) -> Result<Reply, app::error::Error> {
    Reply::json(200, &CustomerBody { success: true, data: CustomerData::new(customer) })
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconCustomersPage)]
pub(crate) struct CustomersPage<'a> {
    /// Always `true`.
    success: bool,
    data: Vec<CustomerData<'a>>,
    pagination: Pagination,
}

/// A page of customers; `path` is the list's URL.
pub(crate) fn page(page: NumberedPage<Customer>, path: String) -> Result<Reply, app::error::Error> {
    let (customers, pagination) = Pagination::new(page, path);
    Reply::json(
        200,
        &CustomersPage { success: true, data: customers.iter().map(CustomerData::new).collect(), pagination },
    )
}
