//! Pages of a list, from any of its items, in either direction, however long the list is.

use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Select};
use domain::{Id, Kind, Tenant};

use super::codec::Attributes;
use super::error::Error;
use super::keys::{self, Key, SK};
use super::store::Store;

/// A page of rows.
pub struct Page<T> {
    /// The rows, in the order that was asked for.
    pub rows: Vec<T>,
    /// Whether more rows follow.
    pub more: bool,
}

/// The ids from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdRange<K: Kind> {
    /// The smallest id.
    pub first: Id<K>,
    /// The largest id.
    pub last: Id<K>,
}

/// The end of an [`IdRange`] that a page starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum End {
    Oldest,
    Newest,
}

/// The position of an item in its list: its sort key without the list's prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListKey(String);

impl ListKey {
    /// The key, for a page's address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key that [`as_str`](Self::as_str) returned. Any other string is a position in the list, too.
    #[must_use]
    pub fn parse(key: &str) -> Self {
        Self(key.to_owned())
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListOrder {
    OldestFirst,
    NewestFirst,
}

impl ListOrder {
    /// Whether DynamoDB reads in the order of the keys, for somebody who walks in this one, or back in it.
    fn is_rising(self, is_back: bool) -> bool {
        (self == Self::OldestFirst) != is_back
    }
}

/// Where a page of a list starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListStart {
    /// At the first item.
    First,
    /// After this item.
    After(ListKey),
    /// Ends just before this item.
    Before(ListKey),
    /// Ends with the last item.
    Last,
}

/// A page of a list.
pub struct Slice<T> {
    /// The items shown.
    pub rows: Vec<T>,
    /// How many items of the list the page spans, including those that are gone and not shown.
    pub span: u64,
    /// The position of its first item; `None` if it spans none.
    pub first: Option<ListKey>,
    /// The position of its last item; `None` if it spans none.
    pub last: Option<ListKey>,
    /// Whether more items follow.
    pub more: bool,
}

impl Store {
    /// The position of a list's item number `count`, from 1; `None` if the list is shorter. The items
    /// are counted by DynamoDB and not sent.
    pub(crate) async fn skip_in(
        &self,
        tenant: &Tenant,
        prefix: &str,
        order: ListOrder,
        count: u64,
    ) -> Result<Option<ListKey>, Error> {
        let (mut left, mut start) = (count, None);
        while left > 0 {
            let answer = self
                .list(tenant, prefix, i32::try_from(left).unwrap_or(i32::MAX))
                .scan_index_forward(order.is_rising(false))
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
        Ok(start.and_then(|key| list_key(&key, prefix)))
    }

    /// The number of items in a list that is short enough to be counted: one call for each MB of it, which sends none of
    /// them.
    pub(crate) async fn length(&self, tenant: &Tenant, prefix: &str) -> Result<u64, Error> {
        let (mut length, mut start) = (0, None);
        loop {
            let query = self.list(tenant, prefix, i32::MAX).select(Select::Count);
            let answer = query.set_exclusive_start_key(start).send().await?;
            length += u64::try_from(answer.count).unwrap_or_default();
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(length);
            }
        }
    }

    /// A page of at most `limit` items. One call, unless they exceed 1 MB.
    pub(crate) async fn slice(
        &self,
        tenant: &Tenant,
        prefix: &str,
        order: ListOrder,
        start: &ListStart,
        limit: u32,
    ) -> Result<Slice<(ListKey, Attributes)>, Error> {
        let backward = matches!(start, ListStart::Before(_) | ListStart::Last);
        // Forward, one more than `limit`: if it exists, more items follow.
        let read_max = usize::try_from(limit).unwrap_or(usize::MAX) + usize::from(!backward);
        let mut from = match start {
            ListStart::First | ListStart::Last => None,
            ListStart::After(ListKey(key)) | ListStart::Before(ListKey(key)) => {
                Some(Key::new(tenant, format!("{prefix}{key}")).attributes())
            }
        };
        let mut rows = Vec::new();
        while rows.len() < read_max {
            let left = i32::try_from(read_max - rows.len()).unwrap_or(i32::MAX);
            let query = self.list(tenant, prefix, left).scan_index_forward(order.is_rising(backward));
            let answer = query.set_exclusive_start_key(from).send().await?;
            let items = answer.items.unwrap_or_default().into_iter();
            rows.extend(items.filter_map(|item| Some((list_key(&item, prefix)?, item))));
            from = answer.last_evaluated_key;
            if from.is_none() {
                break;
            }
        }
        let more = matches!(start, ListStart::Before(_)) || !backward && rows.len() == read_max;
        if backward {
            rows.reverse();
        }
        rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        let at = |row: Option<&(ListKey, Attributes)>| row.map(|(key, _)| key.clone());
        let (first, last) = (at(rows.first()), at(rows.last()));
        Ok(Slice { span: rows.len() as u64, first, last, more, rows })
    }

    /// At most `limit` items of a range, from one end on, and whether more follow. One call, which ends after 1 MB, too.
    pub(crate) async fn range_page(
        range: QueryFluentBuilder,
        end: End,
        limit: u32,
    ) -> Result<(Vec<Attributes>, bool), Error> {
        // One more than `limit`: if it exists, there is another page.
        let read_max = i32::try_from(limit.saturating_add(1)).unwrap_or(i32::MAX);
        let answer = range.scan_index_forward(end == End::Oldest).limit(read_max).send().await?;
        let mut items = answer.items.unwrap_or_default();
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = items.len() > limit || answer.last_evaluated_key.is_some();
        items.truncate(limit);
        Ok((items, more))
    }

    fn list(&self, tenant: &Tenant, prefix: &str, limit: i32) -> QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.table)
            .consistent_read(true)
            .limit(limit)
            .key_condition_expression("PK = :pk AND begins_with(SK, :prefix)")
            .expression_attribute_values(":pk", AttributeValue::S(keys::partition(tenant, prefix)))
            .expression_attribute_values(":prefix", AttributeValue::S(prefix.to_owned()))
    }
}

impl<T> Slice<T> {
    /// The same page with its rows converted.
    pub(crate) fn try_map<U>(self, rows: impl FnOnce(Vec<T>) -> Result<Vec<U>, Error>) -> Result<Slice<U>, Error> {
        let Self { rows: read, span, first, last, more } = self;
        Ok(Slice { rows: rows(read)?, span, first, last, more })
    }
}

fn list_key(item: &Attributes, prefix: &str) -> Option<ListKey> {
    Some(ListKey(item.get(SK)?.as_s().ok()?.strip_prefix(prefix)?.to_owned()))
}
