//! Counts the calls by a tenant's programs in a window of time.

use aws_sdk_dynamodb::types::ReturnValue;
use domain::values::Tenant;

use crate::table::{Error, Store, keys, number};

/// For how many seconds after its window a count is stored, because clocks differ.
const STORED_S: i64 = 600;

impl Store {
    /// Adds calls to the window that ends at `until` (Unix seconds), and returns the new number. If an answer is lost,
    /// calls may count twice.
    pub async fn count_calls(&self, tenant: &Tenant, window: i64, calls: u32, until: i64) -> Result<u64, Error> {
        let counted = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::calls(tenant, window).attributes()))
            .update_expression("SET #ttl = :ttl ADD counted :calls")
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":ttl", number(until + STORED_S))
            .expression_attribute_values(":calls", number(calls))
            .return_values(ReturnValue::UpdatedNew)
            .send()
            .await?;
        let counted = counted.attributes.and_then(|item| item.get("counted")?.as_n().ok()?.parse().ok());
        counted.ok_or_else(|| Error::Unreadable("a count of calls".to_owned()))
    }
}
