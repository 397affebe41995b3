//! Searches a list in any order, page by page, forwards and backwards.
//!
//! The table stores rows in the order of creation, so pages in that order are read directly. Any other order needs all
//! matching rows, so one call reads at most [`Bound::SEARCH`] rows.
//!
//! Told by `tests/stories/dialects/wix_pages.story`.

use std::cmp::Ordering;

use app::caller::Caller;
use app::error::{Error, Refusal};
use app::paging::{Bound, Listing, Passes, Scan, Until, Walked, walk};
use store::table::{End, Listed, Page, Reading, Span};

/// The maximum number of rows that one call changes.
pub const BULK_MAX: u32 = 1_000;

pub struct Matching<'a, R: Listed> {
    /// The places to search; `None` if nothing can match.
    pub span: Option<Span<R::Place>>,
    /// The test of a row; `None` if all rows match.
    pub passes: Option<Passes<'a, R>>,
}

pub struct Search<'a, R: Listed> {
    pub matching: Matching<'a, R>,
    pub ranking: Ranking<'a, R>,
    pub start: SearchStart<R::Place>,
    pub limit: u32,
}

pub enum Ranking<'a, R> {
    /// By creation, beginning at this end.
    Made(End),
    /// By these numbers, the first one first, then by creation.
    By(&'a (dyn Fn(&R) -> Vec<i64> + Sync)),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchStart<P> {
    First,
    After(Rank<P>),
    /// The page ends before this rank.
    Before(Rank<P>),
    Skip(u32),
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank<P> {
    /// The numbers by which the list is sorted; empty in the order of creation.
    pub rank: Vec<i64>,
    pub id: P,
}

pub struct SearchPage<R: Listed> {
    pub rows: Vec<R>,
    /// The rank after which the next page begins, if there may be one.
    pub next: Option<Rank<R::Place>>,
    /// The rank before which the previous page ends, if there may be one.
    pub previous: Option<Rank<R::Place>>,
}

pub trait Searched: Sync {
    type Row: Listed<Place: Ord>;

    fn read(
        &self,
        caller: &Caller,
        reading: Reading<PlaceIn<Self>>,
    ) -> impl Future<Output = Result<Page<Self::Row>, Error>> + Send;
}

type PlaceIn<S> = <<S as Searched>::Row as Listed>::Place;

/// A page of the matching rows.
/// Errors: [`Refusal::TooManyToSort`] if more than [`Bound::SEARCH`] rows would have to be sorted, or filtered in order
/// to skip some.
pub async fn page<S: Searched>(
    list: &S,
    caller: &Caller,
    search: Search<'_, S::Row>,
) -> Result<SearchPage<S::Row>, Error> {
    let Search { matching, ranking, start, limit } = search;
    let too_many = Refusal::TooManyToSort { most: Bound::SEARCH.most };
    let rank = match ranking {
        Ranking::Made(end) => return made(list, caller, matching, end, start, limit, too_many).await,
        Ranking::By(rank) => rank,
    };
    let rows = all(list, caller, matching, too_many).await?.into_iter();
    Ok(cut(rows.map(|row| (Rank { rank: rank(&row), id: row.place() }, row)).collect(), &start, limit))
}

/// The number of matching rows.
/// Errors: [`Refusal::TooManyToCount`] if more than [`Bound::SEARCH`] rows would have to be read.
pub async fn count<S: Searched>(list: &S, caller: &Caller, matching: Matching<'_, S::Row>) -> Result<u32, Error> {
    let rows = all(list, caller, matching, Refusal::TooManyToCount { most: Bound::SEARCH.most }).await?;
    Ok(u32::try_from(rows.len()).unwrap_or(u32::MAX))
}

/// The places of the matching rows, oldest first.
/// Errors: [`Error::Refused`] with `too_many` if more than [`BULK_MAX`] rows match, or more than [`Bound::SEARCH`] rows
/// would have to be read.
pub async fn to_change<S: Searched>(
    list: &S,
    caller: &Caller,
    matching: Matching<'_, S::Row>,
    too_many: Refusal,
) -> Result<Vec<PlaceIn<S>>, Error> {
    let rows = all(list, caller, matching, too_many).await?;
    if rows.len() > usize::try_from(BULK_MAX).unwrap_or(usize::MAX) {
        return Err(Error::Refused(too_many));
    }
    Ok(rows.iter().map(Listed::place).collect())
}

/// All matching rows, oldest first.
/// Errors: [`Error::Refused`] with `too_many` if more than [`Bound::SEARCH`] rows would have to be read.
async fn all<S: Searched>(
    list: &S,
    caller: &Caller,
    Matching { span, passes }: Matching<'_, S::Row>,
    too_many: Refusal,
) -> Result<Vec<S::Row>, Error> {
    if span.is_none() {
        return Ok(Vec::new());
    }
    let any = |_: &S::Row| true;
    let scan = Scan { passes: passes.unwrap_or(&any), bound: Bound::SEARCH, until: Until::Match };
    let listing = Listing { span, scan: Some(scan), ..Listing::new(End::Oldest, None, u32::MAX) };
    let Walked { rows, next, .. } = walk(listing, |reading| list.read(caller, reading)).await?;
    if next.is_some() { Err(Error::Refused(too_many)) } else { Ok(rows) }
}

/// A page in the order of creation. A page after skipped results has no cursors, because its neighbours are found by
/// their offset.
async fn made<S: Searched>(
    list: &S,
    caller: &Caller,
    Matching { span, passes }: Matching<'_, S::Row>,
    end: End,
    start: SearchStart<PlaceIn<S>>,
    limit: u32,
    too_many: Refusal,
) -> Result<SearchPage<S::Row>, Error> {
    if span.is_none() {
        return Ok(SearchPage { rows: Vec::new(), next: None, previous: None });
    }
    // The page before a rank is read backwards from the rank.
    let (end, after, skip, until) = match &start {
        SearchStart::First => (end, None, 0, Until::Match),
        SearchStart::After(place) => (end, Some(place.id.clone()), 0, Until::Match),
        SearchStart::Before(place) => (end.other(), Some(place.id.clone()), 0, Until::Match),
        SearchStart::Skip(rows) => (end, None, *rows, Until::Row),
    };
    let scan = passes.map(|passes| Scan { passes, bound: Bound::SEARCH, until });
    let listing = Listing { span, after, end, skip, limit, scan };
    let Walked { mut rows, next, .. } = walk(listing, |reading| list.read(caller, reading)).await?;
    let at = |id| Rank { rank: Vec::new(), id };
    let is_full = rows.len() == usize::try_from(limit).unwrap_or(usize::MAX);
    let (next, previous) = match start {
        SearchStart::Skip(_) if next.is_some() && !is_full => return Err(Error::Refused(too_many)),
        SearchStart::Skip(_) => (None, None),
        SearchStart::First => (next, None),
        SearchStart::After(_) => (next, rows.first().map(Listed::place)),
        SearchStart::Before(_) => {
            rows.reverse();
            (rows.last().map(Listed::place), next)
        }
    };
    Ok(SearchPage { rows, next: next.map(at), previous: previous.map(at) })
}

fn cut<R: Listed<Place: Ord>>(
    mut ranked: Vec<(Rank<R::Place>, R)>,
    start: &SearchStart<R::Place>,
    limit: u32,
) -> SearchPage<R> {
    ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let upto = |rank: &Rank<_>, ordering: Ordering| ranked.partition_point(|(other, _)| other.cmp(rank) <= ordering);
    let (begin, end) = match start {
        SearchStart::Before(rank) => {
            let end = upto(rank, Ordering::Less);
            (end.saturating_sub(limit), end)
        }
        start => {
            let begin = match start {
                SearchStart::After(rank) => upto(rank, Ordering::Equal),
                SearchStart::Skip(rows) => usize::try_from(*rows).unwrap_or(usize::MAX).min(ranked.len()),
                SearchStart::First | SearchStart::Before(_) => 0,
            };
            (begin, begin.saturating_add(limit).min(ranked.len()))
        }
    };
    let page = ranked.get(begin..end).unwrap_or_default();
    let next = page.last().filter(|_| end < ranked.len()).map(|(rank, _)| rank.clone());
    let previous = page.first().filter(|_| begin > 0).map(|(rank, _)| rank.clone());
    let rows = ranked.into_iter().take(end).skip(begin).map(|(_, row)| row).collect();
    SearchPage { rows, next, previous }
}
