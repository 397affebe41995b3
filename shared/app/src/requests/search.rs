//! Searching a shop's requests, page by page, from either end.
//!
//! They lie in the table in the order of their making; a page of all of them is one query. A filter
//! is applied to what was read, and any other order is made in memory, so one call looks at no more
//! than [`ROWS_MAX`] requests. Where a filtered page ends there, the next one goes on.

use std::cmp::Ordering;

use domain::{Request, RequestId};
use store::{End, IdRange, Page, Store};

use crate::{Caller, Error, Refusal};

/// The most requests that one call looks at.
pub const ROWS_MAX: u32 = 5_000;
/// The most requests that one call cancels.
pub const CANCELS_MAX: u32 = 1_000;
/// Requests read by one query when only some of them are meant.
const ROWS_AT_ONCE: u32 = 500;

/// Searches requests.
#[derive(Clone)]
pub struct SearchRequests {
    /// Where they are kept.
    pub store: Store,
}

/// What to look for.
pub struct Search<'a> {
    /// Where to look; `None` when nothing can be meant.
    pub span: Option<IdRange>,
    /// Which of these are meant; `None` for all.
    pub meant: Option<&'a (dyn Fn(&Request) -> bool + Sync)>,
    /// In which order.
    pub ranking: Ranking<'a>,
    /// Where the page begins.
    pub start: SearchStart,
    /// The most to find.
    pub limit: u32,
}

/// The order of what is found.
#[derive(Clone, Copy)]
pub enum Ranking<'a> {
    /// By the time of creation.
    Made(End),
    /// By these numbers, the first one first, then by the time of creation.
    By(&'a (dyn Fn(&Request) -> Vec<i64> + Sync)),
}

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchStart {
    /// At the first of all.
    First,
    /// Behind this place.
    After(Rank),
    /// So that it ends before this place.
    Before(Rank),
}

/// A request's place in an order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Its numbers; none in the order of creation.
    pub rank: Vec<i64>,
    /// Its id.
    pub id: RequestId,
}

/// A page.
pub struct SearchPage {
    /// The requests.
    pub requests: Vec<Request>,
    /// What the next page comes after, when there may be one.
    pub next: Option<Rank>,
    /// What the page before comes before, when there may be one.
    pub previous: Option<Rank>,
}

impl SearchRequests {
    /// One request.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the table's own trouble.
    pub async fn request(&self, caller: &Caller, id: RequestId) -> Result<Request, Error> {
        self.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)
    }

    /// A page of the requests that are meant.
    ///
    /// # Errors
    /// [`Error::Refused`] when another order than that of creation would be made of more than
    /// [`ROWS_MAX`]; the table's own trouble.
    pub async fn page(&self, caller: &Caller, search: Search<'_>) -> Result<SearchPage, Error> {
        match search.ranking {
            Ranking::Made(end) => self.made(caller, search, end).await,
            Ranking::By(rank) => {
                let Search { span, meant, ranking: _, start, limit } = search;
                let mut ranked = Vec::new();
                let too_many = Refusal::TooManyToSort { most: ROWS_MAX };
                self.each(caller, span, meant, too_many, |request| ranked.push((place(&request, rank), request)))
                    .await?;
                Ok(cut(ranked, &start, limit))
            }
        }
    }

    /// How many requests are meant.
    ///
    /// # Errors
    /// [`Error::Refused`] when that takes to look at more than [`ROWS_MAX`]; the table's own trouble.
    pub async fn count(
        &self,
        caller: &Caller,
        span: Option<IdRange>,
        meant: Option<&(dyn Fn(&Request) -> bool + Sync)>,
    ) -> Result<u32, Error> {
        let mut count = 0;
        self.each(caller, span, meant, Refusal::TooManyToCount { most: ROWS_MAX }, |_| count += 1).await?;
        Ok(count)
    }

    /// The ids of the requests that are meant and not yet cancelled, oldest first.
    ///
    /// # Errors
    /// [`Error::Refused`] when they are more than [`CANCELS_MAX`], or that takes to look at more
    /// than [`ROWS_MAX`]; the table's own trouble.
    pub async fn to_cancel(
        &self,
        caller: &Caller,
        span: Option<IdRange>,
        meant: &(dyn Fn(&Request) -> bool + Sync),
    ) -> Result<Vec<RequestId>, Error> {
        let too_many = Refusal::TooManyToCancel { most: CANCELS_MAX };
        let open = |request: &Request| request.cancelled_at.is_none() && meant(request);
        let mut ids = Vec::new();
        self.each(caller, span, Some(&open), too_many, |request| ids.push(request.id)).await?;
        if ids.len() > usize::try_from(CANCELS_MAX).unwrap_or(usize::MAX) {
            return Err(Error::Refused(too_many));
        }
        Ok(ids)
    }

    /// A page in the order of creation.
    async fn made(&self, caller: &Caller, search: Search<'_>, end: End) -> Result<SearchPage, Error> {
        let Search { span, meant, ranking: _, start, limit } = search;
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        // The page before a place is read from the place towards the first.
        let (towards, from) = match &start {
            SearchStart::First => (end, None),
            SearchStart::After(place) => (end, Some(place.id)),
            SearchStart::Before(place) => (reversed(end), Some(place.id)),
        };
        let mut left = span.and_then(|span| beyond(span, from, towards));
        let (mut requests, mut looked, mut goes_on_after) = (Vec::new(), 0, None);
        'pages: while let Some(span) = left {
            let at_once = if meant.is_some() { ROWS_AT_ONCE } else { limit };
            let page = self.store.requests_of(&caller.tenant, span, towards, at_once).await?;
            let Page { requests: rows, more } = page;
            let Some(last) = rows.last().map(|request| request.id) else { break };
            looked += u32::try_from(rows.len()).unwrap_or(u32::MAX);
            for request in rows.into_iter().filter(|request| meant.is_none_or(|meant| meant(request))) {
                if requests.len() == wanted {
                    goes_on_after = requests.last().map(|request: &Request| request.id);
                    break 'pages;
                }
                requests.push(request);
            }
            left = beyond(span, Some(last), towards).filter(|_| more);
            let enough = meant.is_none() && requests.len() == wanted || looked >= ROWS_MAX;
            if left.is_some() && enough {
                goes_on_after = Some(last);
                break;
            }
        }
        let at = |id| Rank { rank: Vec::new(), id };
        let goes_on_after = goes_on_after.map(at);
        if let SearchStart::Before(_) = start {
            requests.reverse();
            let next = requests.last().map(|request| at(request.id));
            return Ok(SearchPage { requests, next, previous: goes_on_after });
        }
        let previous = requests.first().filter(|_| start != SearchStart::First).map(|request| at(request.id));
        Ok(SearchPage { requests, next: goes_on_after, previous })
    }

    /// Hands on every request that is meant, oldest first.
    async fn each(
        &self,
        caller: &Caller,
        span: Option<IdRange>,
        meant: Option<&(dyn Fn(&Request) -> bool + Sync)>,
        too_many: Refusal,
        mut take: impl FnMut(Request) + Send,
    ) -> Result<(), Error> {
        let (mut left, mut looked) = (span, 0);
        while let Some(span) = left {
            let page = self.store.requests_of(&caller.tenant, span, End::Oldest, ROWS_AT_ONCE).await?;
            let Page { requests: rows, more } = page;
            let last = rows.last().map(|request| request.id);
            looked += u32::try_from(rows.len()).unwrap_or(u32::MAX);
            if looked > ROWS_MAX || looked == ROWS_MAX && more {
                return Err(Error::Refused(too_many));
            }
            rows.into_iter().filter(|request| meant.is_none_or(|meant| meant(request))).for_each(&mut take);
            left = last.and_then(|last| beyond(span, Some(last), End::Oldest)).filter(|_| more);
        }
        Ok(())
    }
}

fn reversed(end: End) -> End {
    match end {
        End::Oldest => End::Newest,
        End::Newest => End::Oldest,
    }
}

/// What of a span lies behind an id.
fn beyond(span: IdRange, id: Option<RequestId>, towards: End) -> Option<IdRange> {
    let Some(id) = id else { return Some(span) };
    let IdRange { first, last } = span;
    let span = match towards {
        End::Oldest => IdRange { first: first.max(RequestId::new(id.get() + 1)?), last },
        End::Newest => IdRange { first, last: last.min(RequestId::new(id.get().checked_sub(1)?)?) },
    };
    (span.first <= span.last).then_some(span)
}

fn place(request: &Request, rank: &(dyn Fn(&Request) -> Vec<i64> + Sync)) -> Rank {
    Rank { rank: rank(request), id: request.id }
}

/// One page of all that is meant.
fn cut(mut ranked: Vec<(Rank, Request)>, start: &SearchStart, limit: u32) -> SearchPage {
    ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let upto = |wanted: &Rank, ordering: Ordering| ranked.partition_point(|(place, _)| place.cmp(wanted) <= ordering);
    let (begin, end) = match start {
        SearchStart::First => (0, limit),
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
    let requests = ranked.into_iter().take(end).skip(begin).map(|(_, request)| request).collect();
    SearchPage { requests, next, previous }
}
