//! The keys of a customer's lists, and of rows that lead to a person's data.

use domain::review::ReviewPlace;
use domain::values::{ChargeId, CustomerId, RequestId, Tenant};

use super::{Key, padded};
use crate::table::keys::reviews::review_place;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportSubject {
    Customer(CustomerId),
    /// The person with the address or number that has this blind index.
    Recipient(String),
}

/// The prefix of a customer's requests, oldest first.
pub(crate) fn customer_requests(customer: CustomerId) -> String {
    format!("CREQ#{}#", padded(customer))
}

pub(crate) fn customer_request(tenant: &Tenant, customer: CustomerId, request: RequestId) -> Key {
    Key::new(tenant, format!("{}{}", customer_requests(customer), padded(request)))
}

/// The prefix of the customers whose name has the word with this blind index, oldest first.
pub(crate) fn customers_named(index: &str) -> String {
    format!("CNAME#{index}#")
}

pub(crate) fn customer_named(tenant: &Tenant, index: &str, customer: CustomerId) -> Key {
    Key::new(tenant, format!("{}{}", customers_named(index), padded(customer)))
}

/// The prefix of a customer's orders or, without a customer, of orders that came without a buyer.
pub(crate) fn customer_orders(customer: Option<CustomerId>) -> String {
    format!("CORD#{}#", customer.map_or_else(|| "@nobody".to_owned(), padded))
}

/// An order in its buyer's list, by a keyed digest, because the order's own id may be as long as a key.
pub(crate) fn customer_order(tenant: &Tenant, customer: Option<CustomerId>, digest: &str) -> Key {
    Key::new(tenant, format!("{}{digest}", customer_orders(customer)))
}

/// The prefix of the former customers whose address or number has this blind index and whose published reviews stay.
pub(crate) fn kept_authors(index: &str) -> String {
    format!("AUT#{index}#")
}

pub(crate) fn kept_author(tenant: &Tenant, index: &str, customer: CustomerId) -> Key {
    Key::new(tenant, format!("{}{}", kept_authors(index), padded(customer)))
}

/// The prefix of the stored replies that name a customer; without a customer, of replies to calls that only read.
pub(crate) fn replies(customer: Option<CustomerId>) -> String {
    format!("RPL#{}#", customer.map_or_else(|| "@reads".to_owned(), padded))
}

pub(crate) fn reply_about(tenant: &Tenant, customer: Option<CustomerId>, fingerprint: &str) -> Key {
    Key::new(tenant, format!("{}{fingerprint}", replies(customer)))
}

pub(crate) fn exports(of: &ExportSubject) -> String {
    match of {
        ExportSubject::Customer(customer) => format!("EXP#{}#", padded(*customer)),
        ExportSubject::Recipient(index) => format!("EXP#{index}#"),
    }
}

pub(crate) fn export_of(tenant: &Tenant, of: &ExportSubject, receipt: &str) -> Key {
    Key::new(tenant, format!("{}{receipt}", exports(of)))
}

pub(crate) fn privacy_job(tenant: &Tenant, receipt: &str) -> Key {
    Key::new(tenant, format!("PRIV#{receipt}"))
}

/// When a shop is next searched for data that is older than it keeps.
pub(crate) fn aging(tenant: &Tenant) -> Key {
    Key::new(tenant, "AGING".to_owned())
}

pub(crate) fn shop_export(tenant: &Tenant) -> Key {
    Key::new(tenant, "FILES".to_owned())
}

/// The prefix of a customer's messages, sorted by request, oldest first.
pub(crate) fn messages(customer: CustomerId) -> String {
    format!("MSG#{}#", padded(customer))
}

pub(crate) fn message(tenant: &Tenant, customer: CustomerId, request: RequestId, step: usize) -> Key {
    Key::new(tenant, format!("{}{}#{step:02}", messages(customer), padded(request)))
}

/// The prefix of a customer's reviews, sorted by request, oldest first.
pub(crate) fn customer_reviews(customer: CustomerId) -> String {
    format!("CREV#{}#", padded(customer))
}

pub(crate) fn customer_review(tenant: &Tenant, customer: CustomerId, place: ReviewPlace) -> Key {
    Key::new(tenant, format!("{}{}", customer_reviews(customer), review_place(place)))
}

/// The prefix of a customer's charges, oldest first.
pub(crate) fn charges(customer: CustomerId) -> String {
    format!("CHG#{}#", padded(customer))
}

pub(crate) fn charge(tenant: &Tenant, customer: CustomerId, id: ChargeId) -> Key {
    Key::new(tenant, format!("{}{}", charges(customer), padded(id)))
}
