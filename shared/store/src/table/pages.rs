//! Pages of lists. A list is all of a tenant's items whose sort keys start with a prefix. It can be read from any place
//! and from either end.

use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Select};
use domain::values::{Id, Kind, Tenant};

use super::codec::Attributes;
use super::error::Error;
use super::keys::{self, Key};
use super::read::read;
use super::store::Store;

pub struct Page<T> {
    pub rows: Vec<T>,
    pub more: bool,
}

/// A row that knows its place in its list.
pub trait Listed {
    /// A place in the list: an id, or a [`ListKey`].
    type Place: Clone;

    fn place(&self) -> Self::Place;
}

/// The places from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span<P> {
    /// The first place in the order of the keys: the oldest.
    pub first: P,
    pub last: P,
}

pub type IdRange<K> = Span<Id<K>>;

/// The end of a list from which to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Oldest,
    Newest,
}

impl End {
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Oldest => Self::Newest,
            Self::Newest => Self::Oldest,
        }
    }
}

/// The rows of a list to read.
#[derive(Debug, Clone)]
pub struct Reading<P> {
    /// The part of the list; `None` for all of it.
    pub span: Option<Span<P>>,
    /// The place after which the rows begin, which need not exist; `None` for the end of the list.
    pub after: Option<P>,
    pub end: End,
    pub limit: u32,
}

impl<P> Reading<P> {
    pub const fn first(end: End, limit: u32) -> Self {
        Self { span: None, after: None, end, limit }
    }
}

/// The place of an item in its list: its sort key without the list's prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListKey(String);

impl ListKey {
    /// The key, for a page's address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Accepts the key that [`ListKey::as_str`] returned. Any other string is a valid place in the list, too.
impl From<String> for ListKey {
    fn from(key: String) -> Self {
        Self(key)
    }
}

impl<K: Kind> From<Id<K>> for ListKey {
    fn from(id: Id<K>) -> Self {
        Self(format!("{id:016}"))
    }
}

/// A row of a list whose item may be gone.
pub struct Placed<T> {
    pub place: ListKey,
    /// The row; `None` if it is gone and not shown.
    pub row: Option<T>,
}

impl<T> Listed for Placed<T> {
    type Place = ListKey;

    fn place(&self) -> ListKey {
        self.place.clone()
    }
}

impl<T> Page<Placed<T>> {
    /// The rows that are there.
    pub fn found(self) -> Vec<T> {
        self.rows.into_iter().filter_map(|placed| placed.row).collect()
    }
}

impl<T> Page<T> {
    /// The first `limit` of these rows, which include one more row if more follow.
    fn cut(mut rows: Vec<T>, limit: usize) -> Self {
        let more = rows.len() > limit;
        rows.truncate(limit);
        Self { rows, more }
    }

    pub(crate) fn try_map<U>(self, row: impl FnMut(T) -> Result<U, Error>) -> Result<Page<U>, Error> {
        let Self { rows, more } = self;
        Ok(Page { rows: rows.into_iter().map(row).collect::<Result<_, _>>()?, more })
    }
}

impl Store {
    /// A page of a list's items. One call, unless the items exceed 1 MB.
    pub(crate) async fn page<P: Into<ListKey>>(
        &self,
        tenant: &Tenant,
        prefix: &str,
        reading: Reading<P>,
    ) -> Result<Page<Attributes>, Error> {
        self.page_of(tenant, prefix, reading, &[]).await
    }

    /// A page of a list's items with only these attributes, or with all if none is named.
    pub(crate) async fn page_of<P: Into<ListKey>>(
        &self,
        tenant: &Tenant,
        prefix: &str,
        Reading { span, after, end, limit }: Reading<P>,
        attributes: &[&str],
    ) -> Result<Page<Attributes>, Error> {
        let sk = |place: P| format!("{prefix}{}", place.into().as_str());
        let (first, last) = match span {
            Some(Span { first, last }) => (sk(first), sk(last)),
            None => (prefix.to_owned(), format!("{prefix}~")),
        };
        let after = after.map(sk);
        let is_over = after.as_ref().is_some_and(|after| match end {
            End::Oldest => *after >= last,
            End::Newest => *after <= first,
        });
        if is_over {
            return Ok(Page { rows: Vec::new(), more: false });
        }
        // DynamoDB refuses a start outside the range.
        let start = after.filter(|after| (&first..=&last).contains(&after));
        let mut query = self.range(tenant, first, last).scan_index_forward(end == End::Oldest);
        if !attributes.is_empty() {
            query = query.projection_expression(format!("#{}", attributes.join(", #")));
            for name in attributes {
                query = query.expression_attribute_names(format!("#{name}"), *name);
            }
        }
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let start = start.map(|sk| Key::new(tenant, sk).attributes());
        // One more than `limit`: if it exists, more rows follow.
        Ok(Page::cut(read(query, start, limit.saturating_add(1)).await?.items, limit))
    }

    /// A page of a partition that is one list: the items after this sort key.
    pub async fn beyond(&self, pk: String, sk: String, end: End, limit: usize) -> Result<Page<Attributes>, Error> {
        let beyond = match end {
            End::Oldest => ">",
            End::Newest => "<",
        };
        let query = self
            .client
            .query()
            .table_name(&self.table)
            .consistent_read(self.consistent)
            .key_condition_expression(format!("PK = :pk AND SK {beyond} :sk"))
            .expression_attribute_values(":pk", AttributeValue::S(pk))
            .expression_attribute_values(":sk", AttributeValue::S(sk))
            .scan_index_forward(end == End::Oldest);
        Ok(Page::cut(read(query, None, limit.saturating_add(1)).await?.items, limit))
    }

    pub(crate) async fn placed(
        &self,
        tenant: &Tenant,
        prefix: &str,
        reading: Reading<ListKey>,
    ) -> Result<Page<(ListKey, Attributes)>, Error> {
        self.page(tenant, prefix, reading).await?.try_map(|item| Ok((list_key(&item, prefix)?, item)))
    }

    /// The place of item number `count` of a list, counted from 1; `None` if the list ends there or earlier. No items
    /// are transferred.
    pub(crate) async fn skip_in(
        &self,
        tenant: &Tenant,
        prefix: &str,
        end: End,
        count: u64,
    ) -> Result<Option<ListKey>, Error> {
        let query = self.list(tenant, prefix).scan_index_forward(end == End::Oldest).select(Select::Count);
        let read = read(query, None, usize::try_from(count).unwrap_or(usize::MAX)).await?;
        read.next.map(|key| list_key(&key, prefix)).transpose()
    }

    /// The number of items in a list, for lists that are short enough to be counted. Each call counts 1 MB, and
    /// transfers no items.
    pub(crate) async fn length(&self, tenant: &Tenant, prefix: &str) -> Result<u64, Error> {
        counted_by(self.list(tenant, prefix).select(Select::Count)).await
    }
}

/// The number of items that a query counts, which selects no more than that.
pub(crate) async fn counted_by(query: QueryFluentBuilder) -> Result<u64, Error> {
    Ok(u64::try_from(read(query, None, usize::MAX).await?.count).unwrap_or(u64::MAX))
}

fn list_key(item: &Attributes, prefix: &str) -> Result<ListKey, Error> {
    keys::behind(item, prefix).map(ListKey)
}
