//! A tenant's requests in the order of their making, from either end.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Request, RequestId, Tenant};

use crate::item::from_item;
use crate::keys;
use crate::request_item::RequestItem;
use crate::{Error, Page, Store};

/// Which requests, by id: from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdRange {
    /// The smallest id.
    pub first: RequestId,
    /// The largest id.
    pub last: RequestId,
}

/// The end to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum End {
    Oldest,
    Newest,
}

impl Store {
    /// The tenant's requests of a span, at most `limit`. One call, which may answer fewer than there
    /// are: the next ones follow the last.
    ///
    /// # Errors
    /// As the table says.
    pub async fn requests_of(
        &self,
        tenant: &Tenant,
        IdRange { first, last }: IdRange,
        end: End,
        limit: u32,
    ) -> Result<Page, Error> {
        let sk = |id| AttributeValue::S(keys::request(tenant, id).sk);
        // One more than asked: whether it exists is whether another page does.
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .consistent_read(true)
            .scan_index_forward(end == End::Oldest)
            .limit(i32::try_from(limit.saturating_add(1)).unwrap_or(i32::MAX))
            .key_condition_expression("PK = :pk AND SK BETWEEN :first AND :last")
            .expression_attribute_values(":pk", AttributeValue::S(keys::tenant_pk(tenant)))
            .expression_attribute_values(":first", sk(first))
            .expression_attribute_values(":last", sk(last))
            .send()
            .await?;
        let mut items = answer.items.unwrap_or_default();
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = items.len() > limit || answer.last_evaluated_key.is_some();
        items.truncate(limit);
        let read = |item| from_item::<RequestItem>(item)?.try_into();
        let requests = items.into_iter().map(read).collect::<Result<Vec<Request>, Error>>()?;
        Ok(Page { requests, more })
    }
}
