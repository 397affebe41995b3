//! A customer as an item. Everything that identifies them is in one sealed field.

use domain::{Customer, CustomerId, Detail, EmailAddress, Notes, PersonName, Phone, PostalAddress};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

use crate::customer::address::AddressPart;
use crate::table::{CommitError, Error, instant, keys, stored_id};

#[derive(Serialize, Deserialize)]
pub(crate) struct CustomerItem {
    personal: ByteBuf,
    #[serde(skip_serializing_if = "Option::is_none")]
    signed_up_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_subscription: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) first_request: Option<u64>,
    created_at: i64,
    updated_at: i64,
    version: u64,
}

/// The sealed field, as JSON: one seal instead of eleven.
#[derive(Serialize, Deserialize)]
struct Personal {
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    company: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    address: Option<AddressPart>,
}

impl CustomerItem {
    pub(crate) fn seal(customer: &Customer, keys: &TenantKeys, random: &Random) -> Result<Self, CommitError> {
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
            first_request,
            created_at,
            updated_at,
            version,
        } = customer;
        let personal = Personal {
            first_name: first_name.as_ref().map(|name| name.as_str().to_owned()),
            last_name: last_name.as_ref().map(|name| name.as_str().to_owned()),
            email: email.as_ref().map(|email| email.as_typed().to_owned()),
            phone: phone.as_ref().map(|phone| phone.as_str().to_owned()),
            company: company.as_ref().map(|company| company.as_str().to_owned()),
            notes: notes.as_ref().map(|notes| notes.as_str().to_owned()),
            address: (*address != PostalAddress::default()).then(|| AddressPart::from(address)),
        };
        let personal = serde_json::to_string(&personal).map_err(|_| unreadable())?;
        Ok(Self {
            personal: keys.seal(&keys::customer_sk(*id), "personal", &personal, random)?.into(),
            signed_up_at: signed_up_at.map(Timestamp::as_millisecond),
            has_subscription: *has_subscription,
            location: location.map(domain::Id::get),
            first_request: first_request.map(domain::Id::get),
            created_at: created_at.as_millisecond(),
            updated_at: updated_at.as_millisecond(),
            version: *version,
        })
    }

    pub(crate) fn open(self, id: CustomerId, keys: &TenantKeys) -> Result<Customer, Error> {
        let Self { personal, signed_up_at, has_subscription, location, first_request, created_at, updated_at, version } =
            self;
        let personal = keys.open(&keys::customer_sk(id), "personal", &personal).map_err(|_| unreadable())?;
        let Personal { first_name, last_name, email, phone, company, notes, address } =
            serde_json::from_str(&personal).map_err(|_| unreadable())?;
        let name = |name: Option<String>| name.map(|name| PersonName::parse(&name)).transpose();
        Ok(Customer {
            id,
            first_name: name(first_name)?,
            last_name: name(last_name)?,
            email: email.map(|email| EmailAddress::parse(&email)).transpose()?,
            phone: phone.map(Phone::stored),
            company: company.map(|company| Detail::parse(&company)).transpose()?,
            signed_up_at: signed_up_at.map(instant).transpose()?,
            has_subscription,
            notes: notes.map(|notes| Notes::parse(&notes)).transpose()?,
            address: address.map(PostalAddress::try_from).transpose()?.unwrap_or_default(),
            location: stored_id(location)?,
            first_request: stored_id(first_request)?,
            created_at: instant(created_at)?,
            updated_at: instant(updated_at)?,
            version,
        })
    }
}

fn unreadable() -> Error {
    Error::Unreadable("a customer".to_owned())
}
