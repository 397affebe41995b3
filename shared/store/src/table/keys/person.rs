//! The keys of a customer's lists, and of rows that lead to a person's data.

use domain::review::ReviewPlace;
use domain::values::{ChargeId, CustomerId, Guid, RequestId, Tenant};

use super::Key;
use super::reviews::review_place;

keys! {
    /// A customer's requests, oldest first.
    pub(crate) start customer_requests(customer: CustomerId) = "CREQ#{customer:016}#";
    pub(crate) shop customer_request(customer: CustomerId, request: RequestId) =
        "{}{request:016}", customer_requests(customer);
    /// The customers whose name has the word with this blind index, oldest first.
    pub(crate) start customers_named(index: &str) = "CNAME#{index}#";
    pub(crate) shop customer_named(index: &str, customer: CustomerId) = "{}{customer:016}", customers_named(index);
    /// A customer's orders or, without a customer, of orders that came without a buyer.
    pub(crate) start customer_orders(customer: Option<CustomerId>) =
        "CORD#{}#", customer.map_or_else(|| "@nobody".to_owned(), |customer| format!("{customer:016}"));
    /// An order in its buyer's list, by a keyed digest, because the order's own id may be as long as a key.
    pub(crate) shop customer_order(customer: Option<CustomerId>, digest: &str) =
        "{}{digest}", customer_orders(customer);
    /// The former customers whose address or number has this blind index and whose published reviews stay.
    pub(crate) start kept_authors(index: &str) = "AUT#{index}#";
    pub(crate) shop kept_author(index: &str, customer: CustomerId) = "{}{customer:016}", kept_authors(index);
    /// The stored replies that name a customer; without a customer, of replies to calls that only read.
    pub(crate) start replies(customer: Option<CustomerId>) =
        "RPL#{}#", customer.map_or_else(|| "@reads".to_owned(), |customer| format!("{customer:016}"));
    pub(crate) shop reply_about(customer: Option<CustomerId>, fingerprint: &str) =
        "{}{fingerprint}", replies(customer);
    pub(crate) shop export_of(of: &ExportSubject, receipt: Guid) = "{}{receipt}", exports(of);
    pub(crate) shop privacy_job(receipt: Guid) = "PRIV#{receipt}";
    /// When a shop is next searched for data that is older than it keeps.
    pub(crate) shop aging() = "AGING";
    pub(crate) shop shop_export() = "FILES";
    /// The exports that customers requested through a shop's system and that nobody has downloaded.
    pub(crate) shop data_requests() = "DATAREQ";
    /// A customer's messages, sorted by request, oldest first.
    pub(crate) start messages(customer: CustomerId) = "MSG#{customer:016}#";
    pub(crate) shop message(customer: CustomerId, request: RequestId, step: usize) =
        "{}{request:016}#{step:02}", messages(customer);
    /// A customer's reviews, sorted by request, oldest first.
    pub(crate) start customer_reviews(customer: CustomerId) = "CREV#{customer:016}#";
    pub(crate) shop customer_review(customer: CustomerId, place: ReviewPlace) =
        "{}{}", customer_reviews(customer), review_place(place);
    /// A customer's charges, oldest first.
    pub(crate) start charges(customer: CustomerId) = "CHG#{customer:016}#";
    pub(crate) shop charge(customer: CustomerId, id: ChargeId) = "{}{id:016}", charges(customer);
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportSubject {
    Customer(CustomerId),
    /// The person with the address or number that has this blind index.
    Recipient(String),
}

pub(crate) fn exports(of: &ExportSubject) -> String {
    match of {
        ExportSubject::Customer(customer) => format!("EXP#{customer:016}#"),
        ExportSubject::Recipient(index) => format!("EXP#{index}#"),
    }
}
