//! Pages of long lists: by number, as callers count, and by key, as the table reads.
//!
//! A page's neighbours are given with where they start, so that walking a list costs one query a
//! page however deep. A bare number works, too, and skips by keys.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use store::{List, ListKey, ListStart, Slice, Store};

use crate::{Caller, Error};

/// The longest `after` that is looked at, in characters: ours are below 150.
const AFTER_LENGTH_MAX: usize = 300;
/// The characters of an `after`'s proof.
const PROOF_LENGTH: usize = 16;

/// The page that a caller asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageAsked {
    /// Its number, from 1.
    pub page: u64,
    /// How many a page shows, from 1.
    pub per_page: u32,
    /// Where it starts, as the page before it told. It is only a hint: one of another page, another
    /// list or another hand is as none.
    pub after: Option<String>,
}

/// A page of a list, with what its neighbours need.
#[derive(Debug)]
pub struct PageOf<T> {
    /// What it shows.
    pub rows: Vec<T>,
    /// Its number, from 1.
    pub page: u64,
    /// How many a page shows.
    pub per_page: u32,
    /// The number of its first row, from 1; `None` when it shows nothing.
    pub from: Option<u64>,
    /// The number of its last row.
    pub to: Option<u64>,
    /// How many rows the list has: what was counted when the walk began, or more once it shows more.
    pub total: u64,
    /// The last page's number, at least 1.
    pub last_page: u64,
    /// Where the next page starts; `None` on the last one.
    pub next: Option<String>,
    /// Where the page before starts, as far as it is known.
    pub prev: Option<String>,
}

/// Where a page starts, and what is known of its list.
struct Begin {
    start: ListStart,
    /// How many rows to read.
    limit: u32,
    total: Option<u64>,
}

/// Reads the page that was asked for: one query where the page before told where it starts.
pub(crate) async fn page<T>(
    store: &Store,
    caller: &Caller,
    list: List,
    asked: &PageAsked,
    read: impl AsyncFnOnce(&ListStart, u32) -> Result<Slice<T>, store::Error>,
) -> Result<PageOf<T>, Error> {
    let PageAsked { page, per_page, after: _ } = *asked;
    let before = page.saturating_sub(1).saturating_mul(per_page.into());
    let begin = match told(caller, list, asked) {
        Some(begin) => Some(begin),
        None => counted(store, caller, list, asked, before).await?,
    };
    let Some(Begin { start, limit, total }) = begin else {
        let total = store.total(&caller.tenant, list).await?;
        return Ok(shown(Vec::new(), asked, None, total, [None, None]));
    };
    let Slice { rows, span, first, last, more } = read(&start, limit).await?;
    let to = before + span;
    // The last page knows how many there are; an earlier one, that there are more than it shows.
    let total = match (more, total) {
        (false, Some(total)) if span == 0 => total.min(before),
        (false, _) => to,
        (true, Some(total)) => total.max(to + 1),
        (true, None) => store.total(&caller.tenant, list).await?.max(to + 1),
    };
    let neighbour = |page, side, place: &ListKey| after(caller, list, page, per_page, total, (side, place));
    let next = last.filter(|_| more).map(|place| neighbour(page + 1, 'a', &place));
    let prev = first.filter(|_| page > 1).map(|place| neighbour(page - 1, 'b', &place));
    Ok(shown(rows, asked, (span > 0).then_some((before + 1, to)), total, [next, prev]))
}

fn shown<T>(
    rows: Vec<T>,
    asked: &PageAsked,
    span: Option<(u64, u64)>,
    total: u64,
    [next, prev]: [Option<String>; 2],
) -> PageOf<T> {
    let PageAsked { page, per_page, after: _ } = *asked;
    let (from, to) = span.unzip();
    PageOf { rows, page, per_page, from, to, total, last_page: total.div_ceil(per_page.into()).max(1), next, prev }
}

/// Where a page of a bare number starts; `None` when the list is not as long. The last page is read
/// from the list's end, the others by skipping what is before them.
async fn counted(
    store: &Store,
    caller: &Caller,
    list: List,
    asked: &PageAsked,
    before: u64,
) -> Result<Option<Begin>, Error> {
    let limit = asked.per_page;
    if before == 0 {
        return Ok(Some(Begin { start: ListStart::First, limit, total: None }));
    }
    let total = store.total(&caller.tenant, list).await?;
    let rest = total.saturating_sub(before);
    if rest == 0 {
        return Ok(None);
    }
    if let Some(limit) = u32::try_from(rest).ok().filter(|&rest| rest <= limit) {
        return Ok(Some(Begin { start: ListStart::Last, limit, total: Some(total) }));
    }
    let place = store.skip(&caller.tenant, list, before).await?;
    Ok(place.map(|place| Begin { start: ListStart::After(place), limit, total: Some(total) }))
}

/// An `after`: the page it is of, how many its list has and where the page starts, with a proof
/// that it is ours, so that nobody makes us believe another total.
fn after(caller: &Caller, list: List, page: u64, per_page: u32, total: u64, start: (char, &ListKey)) -> String {
    let (side, place) = start;
    let told = format!("{page}.{per_page}.{total}.{side}.{}", place.as_str());
    URL_SAFE_NO_PAD.encode(format!("{}.{told}", proof(caller, list, &told)))
}

/// What an `after` tells, if it is of the page that is asked for.
fn told(caller: &Caller, list: List, asked: &PageAsked) -> Option<Begin> {
    let text = asked.after.as_deref().filter(|text| text.len() <= AFTER_LENGTH_MAX)?;
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
    let (proven, told) = text.split_once('.')?;
    if proven != proof(caller, list, told) {
        return None;
    }
    let [page, per_page, total, side, place] = told.splitn(5, '.').collect::<Vec<_>>().try_into().ok()?;
    if page != asked.page.to_string() || per_page != asked.per_page.to_string() {
        return None;
    }
    let place = ListKey::parse(place);
    let start = if side == "a" { ListStart::After(place) } else { ListStart::Before(place) };
    Some(Begin { start, limit: asked.per_page, total: Some(total.parse().ok()?) })
}

fn proof(caller: &Caller, list: List, told: &str) -> String {
    let list = match list {
        List::Customers => "customers".to_owned(),
        List::Messages(customer) => format!("messages {customer}"),
        List::Reviews(customer) => format!("reviews {customer}"),
    };
    let mut proof = caller.keys.fingerprint(format!("after\0{list}\0{told}").as_bytes());
    proof.truncate(PROOF_LENGTH);
    proof
}
