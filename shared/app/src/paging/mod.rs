//! The engine for all lists. It reads a list of the table by key, with a filter, from a cursor or after an offset.
//!
//! | List | From | Filter | Begins | Looks at | Total |
//! |---|---|---|---|---|---|
//! | requests (native); those of an address or an order | newest | status, order, stuck | after an id | [`Bound::REQUESTS`] | – |
//! | requests (Wix) | either end | any | after or before an id and a rank | [`Bound::SEARCH`] | counted, within the bound |
//! | reviews (native, export) | either end, or by stars | any | after an id, or an offset | [`Bound::REVIEWS`], with words [`Bound::OPENED`] or [`Bound::NAMES`] | counters, or counted up to 5,000 |
//! | reviews (Wix) | either end | any | after or before an id and a rank, or an offset | [`Bound::SEARCH`] | counters, or counted within the bound |
//! | suppressions | by blind index | reason | after an index | [`Bound::OPENED`] | – |
//! | deliveries to an endpoint | newest | status | after an event | [`Bound::OPENED`] | – |
//! | customers with a name (console) | newest | words of the name | after a [`ListKey`](store::table::ListKey) | [`Bound::NAMES`] | – |
//! | customers, messages, reviews (Beacon) | the list's own | – | a page number, or a [`ListKey`](store::table::ListKey) in a link | – | counters, or counted by DynamoDB |
//!
//! The rows before an offset or a page number have to be read, too: up to [`SKIPPED_MAX`], or [`PUBLIC_ROWS_MAX`] for
//! public pages.

#[cfg(test)]
mod tests;

use store::table::{End, Listed, Page, Reading, Span};

use crate::error::Error;

/// The most rows that an offset or a page number without a cursor skips. DynamoDB reads and bills every one of them.
pub const SKIPPED_MAX: u32 = 10_000;

/// How many rows the pages of a public list reach. The last page costs 9 read units.
pub const PUBLIC_ROWS_MAX: u32 = 300;

/// How far one call searches for rows that pass a filter. It then returns what it found, and the next page continues.
#[derive(Debug, Clone, Copy)]
pub struct Bound {
    /// How many rows the first query reads. Each further query reads twice as many, up to `at_once`.
    pub first: u32,
    /// The most rows that one query reads.
    pub at_once: u32,
    /// The most rows that all queries read.
    pub most: u32,
}

impl Bound {
    /// Whole requests of about 1 KB each, in five quick queries. Most pages need few.
    pub const REQUESTS: Self = Self { first: 100, at_once: 100, most: 500 };
    /// Rows that each need something else read, of which one call reads 100.
    pub const NAMES: Self = Self { first: 50, at_once: 100, most: 500 };
    /// Rows for a search that may have to count or sort all of them: 5 MB of requests, in ten queries.
    pub const SEARCH: Self = Self { first: 500, at_once: 500, most: 5_000 };
    /// Rows of reviews of 150 to 300 bytes each, in twenty queries. Each query reads at most a third of what a call can
    /// return.
    pub const REVIEWS: Self = Self { first: 1_000, at_once: 1_000, most: 20_000 };
    /// Rows that each need something else read or decrypted, in twenty queries.
    pub const OPENED: Self = Self { first: 250, at_once: 250, most: 5_000 };
}

pub type Passes<'a, R> = &'a (dyn Fn(&R) -> bool + Sync);

pub struct Scan<'a, R> {
    pub passes: Passes<'a, R>,
    pub bound: Bound,
    pub until: Until,
}

/// What ends the search once the page is full and shows that there is a next page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// Any further row, so that no more rows are read. The next page may be empty.
    Row,
    /// A further row that passes.
    Match,
}

/// The rows of a list to read.
pub struct Listing<'a, R: Listed> {
    /// The part of the list to read; `None` for all of it.
    pub span: Option<Span<R::Place>>,
    /// The place after which the page begins; `None` for the first page.
    pub after: Option<R::Place>,
    /// The end of the list from which the first page begins.
    pub end: End,
    /// How many matching rows to skip.
    pub skip: u32,
    pub limit: u32,
    /// The filter; `None` if all rows match.
    pub scan: Option<Scan<'a, R>>,
}

impl<R: Listed> Listing<'_, R> {
    /// A page of the whole list, without a filter.
    pub const fn new(end: End, after: Option<R::Place>, limit: u32) -> Self {
        Self { span: None, after, end, skip: 0, limit, scan: None }
    }
}

pub struct Walked<R: Listed> {
    pub rows: Vec<R>,
    pub next: Option<R::Place>,
    /// How many rows still have to be skipped; more than 0 only if none was found.
    pub skip: u32,
}

/// Reads a list until the page is full, the list ends or the bound is reached. `read` makes one query.
pub async fn walk<R: Listed, E, F>(
    listing: Listing<'_, R>,
    read: impl Fn(Reading<R::Place>) -> F,
) -> Result<Walked<R>, Error>
where
    F: Future<Output = Result<Page<R>, E>>,
    Error: From<E>,
{
    let Listing { span, mut after, end, mut skip, limit, scan } = listing;
    let full = usize::try_from(limit).unwrap_or(usize::MAX);
    let (mut found, mut looked_at) = (Vec::new(), 0_u32);
    let mut at_once = scan.as_ref().map_or(0, |scan| scan.bound.first);
    let is_any = scan.as_ref().is_none_or(|scan| scan.until == Until::Row);
    loop {
        let most = match &scan {
            Some(Scan { bound, .. }) => at_once.min(bound.most.saturating_sub(looked_at)),
            None => skip.saturating_add(limit),
        };
        at_once = scan.as_ref().map_or(0, |scan| at_once.saturating_mul(2).min(scan.bound.at_once));
        let reading = Reading { span: span.clone(), after: after.clone(), end, limit: most };
        let Page { rows, more } = read(reading).await?;
        looked_at = looked_at.saturating_add(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        after = rows.last().map(R::place).or(after);
        for row in rows {
            let passes = scan.as_ref().is_none_or(|scan| (scan.passes)(&row));
            if found.len() == full && (passes || is_any) {
                let next = found.last().map(R::place);
                return Ok(Walked { rows: found, next, skip });
            }
            match passes {
                true if skip > 0 => skip -= 1,
                true => found.push(row),
                false => {}
            }
        }
        let is_over = !more || is_any && found.len() == full;
        if is_over || scan.as_ref().is_some_and(|scan| looked_at >= scan.bound.most) {
            return Ok(Walked { rows: found, next: after.filter(|_| more), skip });
        }
    }
}
