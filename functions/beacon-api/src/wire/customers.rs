//! Customers and their charges.

use app::requests::Reply;
use app::{AddressChanges, CustomerChanges, NewCharge};
use domain::{
    Amount, Charge, Currency, Customer, Detail, Invalid, Location, Notes, PersonName, Phone, PostalAddress, Slug,
};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::answer;
use super::fields::{Fields, Object, set};
use crate::error::Failure;

/// Reads what a call tells of a customer: absent is kept, null is cleared.
pub(crate) fn customer_changes(object: &Object) -> Result<CustomerChanges, Failure> {
    const FIRST_NAME: Invalid = Invalid("The first name is required: give it in `first_name`.");
    let mut fields = Fields::of(object);
    let first_name = fields.text("first_name", PersonName::parse);
    let first_name = fields.required("first_name", first_name, FIRST_NAME);
    let (email, phone) = (fields.email(), fields.phone());
    let key = fields.key_of(&email, &phone);
    let last_name = fields.text("last_name", PersonName::parse);
    let company = fields.detail("company");
    let signed_up_at = fields.time("signed_up_at");
    let has_subscription = fields.value("has_subscription", truth);
    let notes = fields.text("notes", Notes::parse);
    let address = address_changes(&mut fields);
    let changes = key.zip(first_name).map(|(key, first_name)| CustomerChanges {
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
    });
    fields.finish(changes)
}

fn truth(value: &Value) -> Result<bool, Invalid> {
    value.as_bool().ok_or(Invalid("Give true or false, or leave it out."))
}

pub(super) fn address_changes(fields: &mut Fields<'_>) -> AddressChanges {
    AddressChanges {
        address1: fields.detail("address1"),
        address2: fields.detail("address2"),
        city: fields.detail("city"),
        state: fields.detail("state"),
        postal_code: fields.detail("postal_code"),
    }
}

/// Reads what a call tells of a charge.
pub(crate) fn charge(object: &Object) -> Result<NewCharge, Failure> {
    let mut fields = Fields::of(object);
    let key = fields.key();
    let amount = fields.value("amount", |value| Amount::new(value.as_f64().unwrap_or(f64::NAN)));
    let currency = fields.text("currency", Currency::parse);
    let location = fields.text("location_slug", Slug::parse);
    let charged_at = fields.time("charged_at");
    let charge = key.map(|key| NewCharge {
        key,
        amount: set(amount),
        currency: set(currency),
        location: set(location),
        charged_at: set(charged_at),
    });
    fields.finish(charge)
}

/// A customer, whole.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconCustomer)]
pub(crate) struct CustomerData<'a> {
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
    /// The shop's own.
    #[schema(required)]
    notes: Option<&'a str>,
    #[serde(flatten)]
    address: AddressData<'a>,
    /// The location that asks them: that of their last charge with one.
    #[schema(required, format = "uuid")]
    location_id: Option<String>,
    /// Unix seconds.
    created_at: i64,
    /// Unix seconds.
    updated_at: i64,
}

/// A postal address, as far as it is known.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconAddress)]
pub(super) struct AddressData<'a> {
    #[schema(required)]
    address1: Option<&'a str>,
    #[schema(required)]
    address2: Option<&'a str>,
    #[schema(required)]
    city: Option<&'a str>,
    #[schema(required)]
    state: Option<&'a str>,
    #[schema(required)]
    postal_code: Option<&'a str>,
}

impl<'a> AddressData<'a> {
    pub(super) fn new(address: &'a PostalAddress) -> Self {
        let PostalAddress { address1, address2, city, state, postal_code } = address;
        let [address1, address2, city, state, postal_code] =
            [address1, address2, city, state, postal_code].map(|part| part.as_ref().map(Detail::as_str));
        Self { address1, address2, city, state, postal_code }
    }
}

impl<'a> CustomerData<'a> {
    pub(super) fn new(customer: &'a Customer) -> Self {
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
            created_at,
            updated_at,
            version: _, // the table's own
        } = customer;
        Self {
            id: id.guid().to_string(),
            first_name: first_name.as_ref().map(PersonName::as_str),
            last_name: last_name.as_ref().map(PersonName::as_str),
            email: email.as_ref().map(domain::EmailAddress::as_typed),
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
    data: CustomerData<'a>,
}

/// The answer that shows a customer.
pub(crate) fn customer(customer: &Customer) -> Reply {
    answer(&CustomerBody { data: CustomerData::new(customer) })
}

/// A charge.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconCharge)]
struct ChargeData<'a> {
    #[schema(format = "uuid")]
    id: String,
    #[schema(format = "uuid")]
    customer_id: String,
    /// In the currency's smallest unit.
    #[schema(required)]
    amount: Option<u64>,
    #[schema(required)]
    currency: Option<&'a str>,
    #[schema(required)]
    location_slug: Option<&'a str>,
    /// Unix seconds.
    charged_at: i64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconChargeBody)]
pub(crate) struct ChargeBody<'a> {
    data: ChargeData<'a>,
}

/// The answer that shows a charge.
pub(crate) fn charged(charge: &Charge, at: Option<&Location>) -> Reply {
    let Charge { id, customer, amount, currency, location: _ /* by its slug */, charged_at } = charge;
    answer(&ChargeBody {
        data: ChargeData {
            id: id.guid().to_string(),
            customer_id: customer.guid().to_string(),
            amount: amount.map(Amount::units),
            currency: currency.as_ref().map(Currency::as_str),
            location_slug: at.map(|location| location.slug.as_str()),
            charged_at: charged_at.as_second(),
        },
    })
}
