//! Searching a shop's requests, page by page, from either end.
//!
//! The table stores them in the order of creation; an unfiltered page in that order is one query. Filters, and
//! any other order, apply to what was read, so one call reads at most [`ROWS_MAX`] requests. A filtered page that
//! ends there is continued by the next one.

use std::cmp::Ordering;

use domain::{Request, RequestId};
use store::{End, IdRange, Page, Store};

use crate::{Caller, Error, Refusal};

/// The most requests that one call reads.
pub const ROWS_MAX: u32 = 5_000;
/// The most requests that one call cancels.
pub const CANCELS_MAX: u32 = 1_000;
/// Requests read by one query when a filter applies.
const ROWS_AT_ONCE: u32 = 500;

/// Searches requests.
///
/// # Errors
/// Methods fail on storage failures, and as each says.
#[derive(Clone)]
pub struct SearchRequests {
    /// Where they are stored.
    pub store: Store,
}

/// What to look for.
pub struct Search<'a> {
    /// The ids to look at; `None` when nothing can match.
    pub span: Option<IdRange>,
    /// Which of these match; `None` for all.
    pub matching: Option<&'a (dyn Fn(&Request) -> bool + Sync)>,
    /// The order of the results.
    pub ranking: Ranking<'a>,
    /// Where the page begins.
    pub start: SearchStart,
    /// The most results.
    pub limit: u32,
}

/// The order of results.
#[derive(Clone, Copy)]
pub enum Ranking<'a> {
    /// By the time of creation.
    Made(End),
    /// By these numbers, compared in turn, then by the time of creation.
    By(&'a (dyn Fn(&Request) -> Vec<i64> + Sync)),
}

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchStart {
    /// At the first result.
    First,
    /// After this rank.
    After(Rank),
    /// So that it ends before this rank.
    Before(Rank),
}

/// A request's place in an order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Its numbers; empty in the order of creation.
    pub rank: Vec<i64>,
    /// Its id.
    pub id: RequestId,
}

/// A page of results.
pub struct SearchPage {
    /// The requests.
    pub requests: Vec<Request>,
    /// The rank that the next page comes after, when there may be one.
    pub next: Option<Rank>,
    /// The rank that the previous page ends before, when there may be one.
    pub previous: Option<Rank>,
}

impl SearchRequests {
    /// One request.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn request(&self, caller: &Caller, id: RequestId) -> Result<Request, Error> {
        self.store.request(&caller.tenant, id).await?.ok_or(Error::NotFound)
    }

    /// A page of the matching requests.
    ///
    /// # Errors
    /// [`Error::Refused`] when more than [`ROWS_MAX`] requests would have to be sorted.
    pub async fn page(&self, caller: &Caller, search: Search<'_>) -> Result<SearchPage, Error> {
        match search.ranking {
            Ranking::Made(end) => self.made(caller, search, end).await,
            Ranking::By(rank) => {
                let Search { span, matching, ranking: _, start, limit } = search;
                let mut ranked = Vec::new();
                let too_many = Refusal::TooManyToSort { most: ROWS_MAX };
                self.each(caller, span, matching, too_many, |request| ranked.push((place(&request, rank), request)))
                    .await?;
                Ok(cut(ranked, &start, limit))
            }
        }
    }

    /// The number of matching requests.
    ///
    /// # Errors
    /// [`Error::Refused`] when more than [`ROWS_MAX`] would have to be read.
    pub async fn count(
        &self,
        caller: &Caller,
        span: Option<IdRange>,
        matching: Option<&(dyn Fn(&Request) -> bool + Sync)>,
    ) -> Result<u32, Error> {
        let mut count = 0;
        self.each(caller, span, matching, Refusal::TooManyToCount { most: ROWS_MAX }, |_| count += 1).await?;
        Ok(count)
    }

    /// The ids of the matching requests that are not cancelled yet, oldest first.
    ///
    /// # Errors
    /// [`Error::Refused`] when more than [`CANCELS_MAX`] match, or more than [`ROWS_MAX`] would have to be read.
    pub async fn to_cancel(
        &self,
        caller: &Caller,
        span: Option<IdRange>,
        matching: &(dyn Fn(&Request) -> bool + Sync),
    ) -> Result<Vec<RequestId>, Error> {
        let too_many = Refusal::TooManyToCancel { most: CANCELS_MAX };
        let open = |request: &Request| request.cancelled_at.is_none() && matching(request);
        let mut ids = Vec::new();
        self.each(caller, span, Some(&open), too_many, |request| ids.push(request.id)).await?;
        if ids.len() > usize::try_from(CANCELS_MAX).unwrap_or(usize::MAX) {
            return Err(Error::Refused(too_many));
        }
        Ok(ids)
    }

    /// A page in the order of creation.
    async fn made(&self, caller: &Caller, search: Search<'_>, end: End) -> Result<SearchPage, Error> {
        let Search { span, matching, ranking: _, start, limit } = search;
        let full = usize::try_from(limit).unwrap_or(usize::MAX);
        // The page before a rank is read from the rank towards the first result.
        let (towards, from) = match &start {
            SearchStart::First => (end, None),
            SearchStart::After(place) => (end, Some(place.id)),
            SearchStart::Before(place) => (reversed(end), Some(place.id)),
        };
        let mut left = span.and_then(|span| beyond(span, from, towards));
        let (mut requests, mut rows_read, mut goes_on_after) = (Vec::new(), 0, None);
        'pages: while let Some(span) = left {
            let at_once = if matching.is_some() { ROWS_AT_ONCE } else { limit };
            let page = self.store.requests_of(&caller.tenant, span, towards, at_once).await?;
            let Page { requests: rows, more } = page;
            let Some(last) = rows.last().map(|request| request.id) else { break };
            rows_read += u32::try_from(rows.len()).unwrap_or(u32::MAX);
            for request in rows.into_iter().filter(|request| matching.is_none_or(|matching| matching(request))) {
                if requests.len() == full {
                    goes_on_after = requests.last().map(|request: &Request| request.id);
                    break 'pages;
                }
                requests.push(request);
            }
            left = beyond(span, Some(last), towards).filter(|_| more);
            let enough = matching.is_none() && requests.len() == full || rows_read >= ROWS_MAX;
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

    /// Passes every matching request to `take`, oldest first.
    async fn each(
        &self,
        caller: &Caller,
        span: Option<IdRange>,
        matching: Option<&(dyn Fn(&Request) -> bool + Sync)>,
        too_many: Refusal,
        mut take: impl FnMut(Request) + Send,
    ) -> Result<(), Error> {
        let (mut left, mut rows_read) = (span, 0);
        while let Some(span) = left {
            let page = self.store.requests_of(&caller.tenant, span, End::Oldest, ROWS_AT_ONCE).await?;
            let Page { requests: rows, more } = page;
            let last = rows.last().map(|request| request.id);
            rows_read += u32::try_from(rows.len()).unwrap_or(u32::MAX);
            if rows_read > ROWS_MAX || rows_read == ROWS_MAX && more {
                return Err(Error::Refused(too_many));
            }
            rows.into_iter().filter(|request| matching.is_none_or(|matching| matching(request))).for_each(&mut take);
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

/// The part of a span that lies beyond an id.
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

/// Cuts one page from all matching requests.
fn cut(mut ranked: Vec<(Rank, Request)>, start: &SearchStart, limit: u32) -> SearchPage {
    ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let upto = |rank: &Rank, ordering: Ordering| ranked.partition_point(|(other, _)| other.cmp(rank) <= ordering);
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
