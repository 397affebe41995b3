//! Numbered pages of long lists.
//!
//! Each page gives the starts of its neighbours, so that every page costs one query if the caller follows the links. A
//! page number alone works, too, but all keys before the page are read.

use app::caller::Caller;
use app::error::Error;
use app::paging::SKIPPED_MAX;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use store::list::List;
use store::table::{ListKey, Page, Placed, Reading, Store};

/// The maximum length of an `after`, in characters. Our own have fewer than 150.
const AFTER_LENGTH_MAX: usize = 300;
/// The length of the proof in an `after`, in characters.
const PROOF_LENGTH: usize = 16;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageAsked {
    /// The page's number, from 1.
    pub page: u64,
    /// Rows on a page, at least 1.
    pub per_page: u32,
    /// The page's start, from a neighbouring page's link. It is only a hint: an `after` that is invalid, or belongs to
    /// another page or list, is ignored.
    pub after: Option<String>,
}

/// A page of a list, with the starts of its neighbours.
#[derive(Debug)]
pub struct NumberedPage<T> {
    pub rows: Vec<T>,
    /// The page's number, from 1.
    pub page: u64,
    /// Rows on a full page.
    pub per_page: u32,
    /// The number of the first row, from 1; `None` if the page is empty.
    pub from: Option<u64>,
    /// The number of the last row; `None` if the page is empty.
    pub to: Option<u64>,
    /// The number of rows in the list, counted for the first page, and raised if later pages find more.
    pub total: u64,
    /// The last page's number, at least 1.
    pub last_page: u64,
    /// The start of the next page; `None` on the last page.
    pub next: Option<String>,
    /// The start of the previous page, if known.
    pub prev: Option<String>,
}

/// Where the reading of a page begins, and the number of rows in the list if known.
struct Begin {
    /// If the list is read backwards, the page ends before this place, or at the list's end.
    reading: Reading<ListKey>,
    total: Option<u64>,
}

/// Reads a page. One query is enough if `after` gives the page's start.
pub(crate) async fn page<T, F>(
    store: &Store,
    caller: &Caller,
    list: List,
    asked: &PageAsked,
    read: impl FnOnce(Reading<ListKey>) -> F,
) -> Result<NumberedPage<T>, Error>
where
    F: Future<Output = Result<Page<Placed<T>>, store::table::Error>>,
{
    let PageAsked { page, per_page, after: _ } = *asked;
    let before = page.saturating_sub(1).saturating_mul(per_page.into());
    let begin = match from_after(caller, list, asked) {
        Some(begin) => Some(begin),
        None => from_number(store, caller, list, asked, before).await?,
    };
    let Some(Begin { reading, total }) = begin else {
        let total = store.total(&caller.tenant, list).await?;
        return Ok(page_of(Vec::new(), asked, None, total, [None, None]));
    };
    let (is_back, has_place) = (reading.end != list.end(), reading.after.is_some());
    let Page { rows: mut placed, more } = read(reading).await?;
    if is_back {
        placed.reverse();
    }
    let more = if is_back { has_place } else { more };
    let span = placed.len() as u64;
    let to = before + span;
    // The last page shows the exact total; an earlier page shows only that there are more rows.
    let total = match (more, total) {
        (false, Some(total)) if span == 0 => total.min(before),
        (false, _) => to,
        (true, Some(total)) => total.max(to + 1),
        (true, None) => store.total(&caller.tenant, list).await?.max(to + 1),
    };
    let neighbour = |page, side, row: &Placed<T>| after(caller, list, page, per_page, total, (side, &row.place));
    let next = placed.last().filter(|_| more).map(|row| neighbour(page + 1, 'a', row));
    let prev = placed.first().filter(|_| page > 1).map(|row| neighbour(page - 1, 'b', row));
    let rows = placed.into_iter().filter_map(|row| row.row).collect();
    Ok(page_of(rows, asked, (span > 0).then_some((before + 1, to)), total, [next, prev]))
}

fn page_of<T>(
    rows: Vec<T>,
    asked: &PageAsked,
    span: Option<(u64, u64)>,
    total: u64,
    [next, prev]: [Option<String>; 2],
) -> NumberedPage<T> {
    let PageAsked { page, per_page, after: _ } = *asked;
    let (from, to) = span.unzip();
    NumberedPage {
        rows,
        page,
        per_page,
        from,
        to,
        total,
        last_page: total.div_ceil(per_page.into()).max(1),
        next,
        prev,
    }
}

/// Finds the start of a page from its number alone; `None` if the list has no such page. The last page is read from the
/// list's end.
/// Errors: [`Error::PageTooFar`] if more than [`SKIPPED_MAX`] rows precede the page: skipping them means reading them,
/// in at most fifteen calls. Links and the last page have no such limit.
async fn from_number(
    store: &Store,
    caller: &Caller,
    list: List,
    asked: &PageAsked,
    before: u64,
) -> Result<Option<Begin>, Error> {
    let limit = asked.per_page;
    if before == 0 {
        return Ok(Some(Begin { reading: Reading::first(list.end(), limit), total: None }));
    }
    let total = store.total(&caller.tenant, list).await?;
    let rest = total.saturating_sub(before);
    if rest == 0 {
        return Ok(None);
    }
    if let Some(limit) = u32::try_from(rest).ok().filter(|&rest| rest <= limit) {
        return Ok(Some(Begin { reading: Reading::first(list.end().other(), limit), total: Some(total) }));
    }
    if before > u64::from(SKIPPED_MAX) {
        return Err(Error::PageTooFar { rows: SKIPPED_MAX.into() });
    }
    let place = store.skip(&caller.tenant, list, before).await?;
    let reading = |after| Reading { after: Some(after), ..Reading::first(list.end(), limit) };
    Ok(place.map(|place| Begin { reading: reading(place), total: Some(total) }))
}

/// An `after`: the page, the list's total and the page's start, with a proof, so that no caller can forge a total.
fn after(caller: &Caller, list: List, page: u64, per_page: u32, total: u64, start: (char, &ListKey)) -> String {
    let (side, place) = start;
    let claim = format!("{page}.{per_page}.{total}.{side}.{}", place.as_str());
    URL_SAFE_NO_PAD.encode(format!("{}.{claim}", proof(caller, list, &claim)))
}

/// Reads an `after`, if its proof is valid and it belongs to this page.
fn from_after(caller: &Caller, list: List, asked: &PageAsked) -> Option<Begin> {
    let text = asked.after.as_deref().filter(|text| text.len() <= AFTER_LENGTH_MAX)?;
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
    let (proven, claim) = text.split_once('.')?;
    if proven != proof(caller, list, claim) {
        return None;
    }
    let [page, per_page, total, side, place] = claim.splitn(5, '.').collect::<Vec<_>>().try_into().ok()?;
    if page != asked.page.to_string() || per_page != asked.per_page.to_string() {
        return None;
    }
    let end = if side == "a" { list.end() } else { list.end().other() };
    let reading = Reading { after: Some(place.to_owned().into()), ..Reading::first(end, asked.per_page) };
    Some(Begin { reading, total: Some(total.parse().ok()?) })
}

fn proof(caller: &Caller, list: List, claim: &str) -> String {
    let list = match list {
        List::Customers => "customers".to_owned(),
        List::Messages(customer) => format!("messages {customer}"),
        List::Reviews(customer) => format!("reviews {customer}"),
        List::AllReviews => "all reviews".to_owned(),
        List::AllMessages => "all messages".to_owned(),
    };
    let mut proof = caller.keys.fingerprint(format!("after\0{list}\0{claim}").as_bytes());
    proof.truncate(PROOF_LENGTH);
    proof
}
