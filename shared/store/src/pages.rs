//! Lists read page by page: from a key on, in either direction, however long they are.

use aws_sdk_dynamodb::types::{AttributeValue, Select};
use domain::{CustomerId, Tenant};

use crate::item::Attributes;
use crate::keys::{self, DAY_SHARDS, SK};
use crate::{Error, Store};

/// A list that is read page by page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// A tenant's customers.
    Customers,
    /// A customer's messages.
    Messages(CustomerId),
    /// A customer's reviews.
    Reviews(CustomerId),
}

/// Where in its list an item stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListKey(String);

impl ListKey {
    /// The place as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The place that [`as_str`](Self::as_str) told. Another text is a place in the same list, too.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// Where a page of a list starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListStart {
    /// At the list's start.
    First,
    /// Behind this place.
    After(ListKey),
    /// So that it ends before this place.
    Before(ListKey),
    /// So that it ends with the list.
    Last,
}

/// A page of a list, oldest first.
pub struct Slice<T> {
    /// What it shows.
    pub rows: Vec<T>,
    /// How many items of the list it spans: what vanished meanwhile is spanned and not shown.
    pub span: u64,
    /// Where its first item stands.
    pub first: Option<ListKey>,
    /// Where its last item stands.
    pub last: Option<ListKey>,
    /// Whether others follow.
    pub more: bool,
}

impl List {
    /// What the sort keys of its items start with.
    pub(crate) fn prefix(self) -> String {
        match self {
            Self::Customers => keys::CUSTOMERS.to_owned(),
            Self::Messages(customer) => keys::messages(customer),
            Self::Reviews(customer) => keys::customer_reviews(customer),
        }
    }
}

impl Store {
    /// How many items a list has: a counter, which is read at once however many.
    ///
    /// # Errors
    /// As the table says.
    pub async fn total(&self, tenant: &Tenant, list: List) -> Result<u64, Error> {
        let (counters, name) = match list {
            List::Customers => {
                ((0..DAY_SHARDS).map(|shard| keys::customer_counter(tenant, shard)).collect(), "customers")
            }
            List::Messages(customer) => (vec![keys::customer_totals(tenant, customer)], "messages"),
            List::Reviews(customer) => (vec![keys::customer_totals(tenant, customer)], "reviews"),
        };
        let counted = |item: &Attributes| item.get(name)?.as_n().ok()?.parse::<u64>().ok();
        Ok(self.batch(counters).await?.values().filter_map(counted).sum())
    }

    /// The place of a list's item number `count`, from 1; `None` when there are not as many. Its
    /// items stay where they are: only their number comes over the wire.
    ///
    /// # Errors
    /// As the table says.
    pub async fn skip(&self, tenant: &Tenant, list: List, count: u64) -> Result<Option<ListKey>, Error> {
        let (prefix, mut left, mut start) = (list.prefix(), count, None);
        while left > 0 {
            let answer = self
                .list(tenant, &prefix, i32::try_from(left).unwrap_or(i32::MAX))
                .select(Select::Count)
                .set_exclusive_start_key(start)
                .send()
                .await?;
            left = left.saturating_sub(u64::try_from(answer.count).unwrap_or_default());
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(None);
            }
        }
        Ok(start.and_then(|key| place(&key, &prefix)))
    }

    /// A page of at most `limit` items: one call, unless they fill more than 1 MB.
    pub(crate) async fn slice(
        &self,
        tenant: &Tenant,
        list: List,
        start: &ListStart,
        limit: u32,
    ) -> Result<Slice<(ListKey, Attributes)>, Error> {
        let prefix = list.prefix();
        let backward = matches!(start, ListStart::Before(_) | ListStart::Last);
        // Forward, one more than asked: whether it exists is whether others follow.
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX) + usize::from(!backward);
        let mut from = match start {
            ListStart::First | ListStart::Last => None,
            ListStart::After(ListKey(place)) | ListStart::Before(ListKey(place)) => {
                Some(keys::Key { pk: keys::tenant_pk(tenant), sk: format!("{prefix}{place}") }.attributes())
            }
        };
        let mut rows = Vec::new();
        while rows.len() < wanted {
            let left = i32::try_from(wanted - rows.len()).unwrap_or(i32::MAX);
            let query = self.list(tenant, &prefix, left).scan_index_forward(!backward);
            let answer = query.set_exclusive_start_key(from).send().await?;
            let items = answer.items.unwrap_or_default().into_iter();
            rows.extend(items.filter_map(|item| Some((place(&item, &prefix)?, item))));
            from = answer.last_evaluated_key;
            if from.is_none() {
                break;
            }
        }
        let more = matches!(start, ListStart::Before(_)) || !backward && rows.len() == wanted;
        if backward {
            rows.reverse();
        }
        rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        let at = |row: Option<&(ListKey, Attributes)>| row.map(|(place, _)| place.clone());
        let (first, last) = (at(rows.first()), at(rows.last()));
        Ok(Slice { span: rows.len() as u64, first, last, more, rows })
    }

    fn list(
        &self,
        tenant: &Tenant,
        prefix: &str,
        limit: i32,
    ) -> aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.table)
            .consistent_read(true)
            .limit(limit)
            .key_condition_expression("PK = :pk AND begins_with(SK, :prefix)")
            .expression_attribute_values(":pk", AttributeValue::S(keys::tenant_pk(tenant)))
            .expression_attribute_values(":prefix", AttributeValue::S(prefix.to_owned()))
    }
}

impl<T> Slice<T> {
    /// The same page of something else.
    pub(crate) fn with<U>(self, rows: impl FnOnce(Vec<T>) -> Result<Vec<U>, Error>) -> Result<Slice<U>, Error> {
        let Self { rows: read, span, first, last, more } = self;
        Ok(Slice { rows: rows(read)?, span, first, last, more })
    }
}

fn place(item: &Attributes, prefix: &str) -> Option<ListKey> {
    Some(ListKey(item.get(SK)?.as_s().ok()?.strip_prefix(prefix)?.to_owned()))
}
