//! Searching a list, page by page, from either end.
//!
//! The table stores its rows in the order of creation; an unfiltered page in that order is one query. Filters, and
//! any other order, apply to what was read, so one call reads at most [`ROWS_MAX`] rows. A filtered page that
//! ends there is continued by the next one.

use std::cmp::Ordering;

use domain::{Id, Kind};
use store::{End, IdRange, Page};

use crate::{BULK_MAX, Caller, Error, Refusal};

/// The most rows that one call reads.
pub const ROWS_MAX: u32 = 5_000;
/// Rows read by one query when a filter applies.
const ROWS_AT_ONCE: u32 = 500;

/// A list that can be searched: its rows in the order of their ids.
pub trait Searched: Sync {
    /// The noun of the rows' ids.
    type Kind: Kind + Send + Sync;
    /// A row.
    type Row: Send + Sync;

    /// A row's id.
    fn id(row: &Self::Row) -> Id<Self::Kind>;

    /// At most `limit` rows of a range, from one end of it. There may be fewer; the next page starts after the last.
    fn rows(
        &self,
        caller: &Caller,
        range: IdRange<Self::Kind>,
        end: End,
        limit: u32,
    ) -> impl Future<Output = Result<Page<Self::Row>, Error>> + Send;
}

/// Tells the rows that match.
pub type Matching<'a, S> = &'a (dyn Fn(&<S as Searched>::Row) -> bool + Sync);

/// What to look for.
pub struct Search<'a, S: Searched> {
    /// The ids to look at; `None` when nothing can match.
    pub span: Option<IdRange<S::Kind>>,
    /// Which of these match; `None` for all.
    pub matching: Option<Matching<'a, S>>,
    /// The order of the results.
    pub ranking: Ranking<'a, S>,
    /// Where the page begins.
    pub start: SearchStart<S::Kind>,
    /// The most results.
    pub limit: u32,
}

/// The numbers by which results are sorted.
pub type Ranker<'a, S> = &'a (dyn Fn(&<S as Searched>::Row) -> Vec<i64> + Sync);

/// The order of results.
pub enum Ranking<'a, S: Searched> {
    /// By the time of creation.
    Made(End),
    /// By these numbers, compared in turn, then by the time of creation.
    By(Ranker<'a, S>),
}

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchStart<K: Kind> {
    /// At the first result.
    First,
    /// After this rank.
    After(Rank<K>),
    /// So that it ends before this rank.
    Before(Rank<K>),
    /// After so many results.
    Skip(u32),
}

/// A row's place in an order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank<K: Kind> {
    /// Its numbers; empty in the order of creation.
    pub rank: Vec<i64>,
    /// Its id.
    pub id: Id<K>,
}

/// A page of results.
pub struct SearchPage<S: Searched> {
    /// The rows.
    pub rows: Vec<S::Row>,
    /// The rank that the next page comes after, when there may be one.
    pub next: Option<Rank<S::Kind>>,
    /// The rank that the previous page ends before, when there may be one.
    pub previous: Option<Rank<S::Kind>>,
}

/// A page of the matching rows.
///
/// # Errors
/// [`Error::Refused`] when more than [`ROWS_MAX`] rows would have to be sorted, or filtered to skip some.
pub async fn page<S: Searched>(list: &S, caller: &Caller, search: Search<'_, S>) -> Result<SearchPage<S>, Error> {
    let Search { span, matching, ranking, start, limit } = search;
    match (ranking, start) {
        (Ranking::Made(end), SearchStart::Skip(skip)) => {
            skipped(list, caller, span, matching, end, (skip, limit)).await
        }
        (Ranking::Made(end), start) => made(list, caller, span, matching, end, start, limit).await,
        (Ranking::By(rank), start) => {
            let mut ranked = Vec::new();
            let too_many = Refusal::TooManyToSort { most: ROWS_MAX };
            each(list, caller, span, matching, too_many, |row| ranked.push((place::<S>(&row, rank), row))).await?;
            Ok(cut(ranked, &start, limit))
        }
    }
}

/// The number of matching rows.
///
/// # Errors
/// [`Error::Refused`] when more than [`ROWS_MAX`] would have to be read.
pub async fn count<S: Searched>(
    list: &S,
    caller: &Caller,
    span: Option<IdRange<S::Kind>>,
    matching: Option<Matching<'_, S>>,
) -> Result<u32, Error> {
    let mut count = 0;
    each(list, caller, span, matching, Refusal::TooManyToCount { most: ROWS_MAX }, |_| count += 1).await?;
    Ok(count)
}

/// The ids of the matching rows, oldest first.
///
/// # Errors
/// [`Error::Refused`] with `too_many` when more than [`BULK_MAX`] match, or more than [`ROWS_MAX`] would have to be read.
pub(crate) async fn to_change<S: Searched>(
    list: &S,
    caller: &Caller,
    span: Option<IdRange<S::Kind>>,
    matching: Matching<'_, S>,
    too_many: Refusal,
) -> Result<Vec<Id<S::Kind>>, Error> {
    let mut ids = Vec::new();
    each(list, caller, span, Some(matching), too_many, |row| ids.push(S::id(&row))).await?;
    if ids.len() > usize::try_from(BULK_MAX).unwrap_or(usize::MAX) {
        return Err(Error::Refused(too_many));
    }
    Ok(ids)
}

/// Passes every matching row to `take`, oldest first.
///
/// # Errors
/// [`Error::Refused`] with `too_many` when more than [`ROWS_MAX`] would have to be read.
async fn each<S: Searched>(
    list: &S,
    caller: &Caller,
    span: Option<IdRange<S::Kind>>,
    matching: Option<Matching<'_, S>>,
    too_many: Refusal,
    mut take: impl FnMut(S::Row) + Send,
) -> Result<(), Error> {
    let (mut left, mut rows_read) = (span, 0);
    while let Some(span) = left {
        let Page { rows, more } = list.rows(caller, span, End::Oldest, ROWS_AT_ONCE).await?;
        let last = rows.last().map(S::id);
        rows_read += u32::try_from(rows.len()).unwrap_or(u32::MAX);
        if rows_read > ROWS_MAX || rows_read == ROWS_MAX && more {
            return Err(Error::Refused(too_many));
        }
        rows.into_iter().filter(|row| matching.is_none_or(|matching| matching(row))).for_each(&mut take);
        left = last.and_then(|last| beyond(span, Some(last), End::Oldest)).filter(|_| more);
    }
    Ok(())
}

/// A page in the order of creation.
async fn made<S: Searched>(
    list: &S,
    caller: &Caller,
    span: Option<IdRange<S::Kind>>,
    matching: Option<Matching<'_, S>>,
    end: End,
    start: SearchStart<S::Kind>,
    limit: u32,
) -> Result<SearchPage<S>, Error> {
    let full = usize::try_from(limit).unwrap_or(usize::MAX);
    // The page before a rank is read from the rank towards the first result.
    let (towards, from) = match &start {
        SearchStart::First | SearchStart::Skip(_) => (end, None),
        SearchStart::After(place) => (end, Some(place.id)),
        SearchStart::Before(place) => (reversed(end), Some(place.id)),
    };
    let mut left = span.and_then(|span| beyond(span, from, towards));
    let (mut found, mut rows_read, mut goes_on_after) = (Vec::new(), 0, None);
    'pages: while let Some(span) = left {
        let at_once = if matching.is_some() { ROWS_AT_ONCE } else { limit };
        let Page { rows, more } = list.rows(caller, span, towards, at_once).await?;
        let Some(last) = rows.last().map(S::id) else { break };
        rows_read += u32::try_from(rows.len()).unwrap_or(u32::MAX);
        for row in rows.into_iter().filter(|row| matching.is_none_or(|matching| matching(row))) {
            if found.len() == full {
                goes_on_after = found.last().map(S::id);
                break 'pages;
            }
            found.push(row);
        }
        left = beyond(span, Some(last), towards).filter(|_| more);
        let enough = matching.is_none() && found.len() == full || rows_read >= ROWS_MAX;
        if left.is_some() && enough {
            goes_on_after = Some(last);
            break;
        }
    }
    let at = |id| Rank { rank: Vec::new(), id };
    let goes_on_after = goes_on_after.map(at);
    if let SearchStart::Before(_) = start {
        found.reverse();
        let next = found.last().map(|row| at(S::id(row)));
        return Ok(SearchPage { rows: found, next, previous: goes_on_after });
    }
    let previous = found.first().filter(|_| start != SearchStart::First).map(|row| at(S::id(row)));
    Ok(SearchPage { rows: found, next: goes_on_after, previous })
}

/// A page in the order of creation, by the number of results before it. Its neighbours are found by counting on.
async fn skipped<S: Searched>(
    list: &S,
    caller: &Caller,
    span: Option<IdRange<S::Kind>>,
    matching: Option<Matching<'_, S>>,
    end: End,
    (mut skip, limit): (u32, u32),
) -> Result<SearchPage<S>, Error> {
    let full = usize::try_from(limit).unwrap_or(usize::MAX);
    let (mut left, mut rows_read, mut found) = (span, 0, Vec::new());
    while let Some(span) = left.filter(|_| found.len() < full) {
        if matching.is_some() && rows_read >= ROWS_MAX {
            return Err(Error::Refused(Refusal::TooManyToSort { most: ROWS_MAX }));
        }
        let Page { rows, more } = list.rows(caller, span, end, ROWS_AT_ONCE).await?;
        let last = rows.last().map(S::id);
        rows_read += u32::try_from(rows.len()).unwrap_or(u32::MAX);
        for row in rows.into_iter().filter(|row| matching.is_none_or(|matching| matching(row))) {
            match skip {
                0 if found.len() < full => found.push(row),
                0 => break,
                _ => skip -= 1,
            }
        }
        left = last.and_then(|last| beyond(span, Some(last), end)).filter(|_| more);
    }
    Ok(SearchPage { rows: found, next: None, previous: None })
}

fn reversed(end: End) -> End {
    match end {
        End::Oldest => End::Newest,
        End::Newest => End::Oldest,
    }
}

/// The part of a span that lies beyond an id.
fn beyond<K: Kind>(span: IdRange<K>, id: Option<Id<K>>, towards: End) -> Option<IdRange<K>> {
    let Some(id) = id else { return Some(span) };
    let IdRange { first, last } = span;
    let span = match towards {
        End::Oldest => IdRange { first: first.max(Id::new(id.get() + 1)?), last },
        End::Newest => IdRange { first, last: last.min(Id::new(id.get().checked_sub(1)?)?) },
    };
    (span.first <= span.last).then_some(span)
}

fn place<S: Searched>(row: &S::Row, rank: Ranker<'_, S>) -> Rank<S::Kind> {
    Rank { rank: rank(row), id: S::id(row) }
}

/// Cuts one page from all matching rows.
fn cut<S: Searched>(
    mut ranked: Vec<(Rank<S::Kind>, S::Row)>,
    start: &SearchStart<S::Kind>,
    limit: u32,
) -> SearchPage<S> {
    ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let upto = |rank: &Rank<_>, ordering: Ordering| ranked.partition_point(|(other, _)| other.cmp(rank) <= ordering);
    let (begin, end) = match start {
        SearchStart::First => (0, limit),
        SearchStart::Skip(rows) => {
            let begin = usize::try_from(*rows).unwrap_or(usize::MAX).min(ranked.len());
            (begin, begin.saturating_add(limit))
        }
        SearchStart::After(place) => {
            let begin = upto(place, Ordering::Equal);
            (begin, begin.saturating_add(limit))
        }
        SearchStart::Before(place) => {
            let end = upto(place, Ordering::Less);
            (end.saturating_sub(limit), end)
        }
    };
    let end = end.min(ranked.len());
    let page = ranked.get(begin..end).unwrap_or_default();
    let next = page.last().filter(|_| end < ranked.len()).map(|(place, _)| place.clone());
    let previous = page.first().filter(|_| begin > 0).map(|(place, _)| place.clone());
    let rows = ranked.into_iter().take(end).skip(begin).map(|(_, row)| row).collect();
    SearchPage { rows, next, previous }
}
