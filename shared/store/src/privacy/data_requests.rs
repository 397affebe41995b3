//! Exports that customers requested through a shop's system and that nobody has downloaded: one item for each shop, one
//! attribute for each receipt.

use aws_sdk_dynamodb::types::Update;
use domain::values::{Guid, Tenant};
use jiff::Timestamp;

use crate::retention::data_requests_ttl;
use crate::table::{Attributes, CommitError, Error, Part, Store, keys, milliseconds, number};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DataRequest {
    pub receipt: Guid,
    pub at: Timestamp,
}

impl Store {
    pub async fn note_data_request(&self, tenant: &Tenant, of: DataRequest) -> Result<(), CommitError> {
        let note = Update::builder()
            .update_expression("SET #receipt = :at, #ttl = :ttl")
            .expression_attribute_names("#receipt", of.receipt.to_string())
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":at", milliseconds(of.at))
            .expression_attribute_values(":ttl", number(data_requests_ttl(of.at)));
        let mut transaction = self.transaction(tenant);
        transaction.update(Part::Other, &keys::data_requests(tenant), note);
        transaction.commit_alone().await
    }

    /// Removes an export that was downloaded.
    pub async fn forget_data_request(&self, tenant: &Tenant, receipt: Guid) -> Result<(), Error> {
        let forget = Update::builder()
            .update_expression("REMOVE #receipt")
            .condition_expression("attribute_exists(#receipt)")
            .expression_attribute_names("#receipt", receipt.to_string());
        self.update_if_met(self.update(&keys::data_requests(tenant), forget)?).await.map(drop)
    }
}

/// The exports in an item, oldest first, without those from before `since`.
pub(crate) fn read(item: &Attributes, since: Timestamp) -> Vec<DataRequest> {
    let request = |(name, value): (&String, &aws_sdk_dynamodb::types::AttributeValue)| {
        let at = Timestamp::from_millisecond(value.as_n().ok()?.parse().ok()?).ok()?;
        Some(DataRequest { receipt: Guid::parse(name).ok()?, at })
    };
    let mut requests: Vec<_> = item.iter().filter_map(request).filter(|request| request.at > since).collect();
    requests.sort_by_key(|request| request.at);
    requests
}
