//! The requests of a list, each with the person, the products and why it was not sent.

use domain::request::{Request, Status};
use store::request::listed::ListedRequest;

use super::filter::Filter;
use crate::pages::requests::{RequestRow, order_text, products_text};
use crate::parts::Viewer;
use crate::times::Days;
use crate::use_cases::RequestPage;

pub(super) struct RequestList {
    pub rows: Vec<ListRow>,
    /// Whether the search stopped before the list's end.
    pub is_partial: bool,
    /// Whether the list offers to send all its requests, also those on further pages.
    pub offers_all: bool,
}

/// A request in the list, where each day is above its first request.
pub(super) struct ListRow {
    pub row: RequestRow,
    /// The day, if the request is its first.
    pub day: Option<String>,
    /// The order, if the title is the person's name.
    pub order: Option<String>,
    /// What the person was asked about, as HTML.
    pub products: String,
}

impl ListRow {
    fn new(
        viewer: &Viewer,
        listed: &ListedRequest,
        RequestPage { names, products, .. }: &RequestPage,
        days: &mut Days,
    ) -> Option<Self> {
        let (name, request): (_, &Request) = (names.get(&listed.id).cloned(), listed.request.as_ref()?);
        Some(Self {
            order: name.is_some().then(|| order_text(viewer, request)),
            row: RequestRow::new(viewer, listed, name)?,
            day: days.opening(&viewer.day(request.created_at)),
            products: products_text(viewer, request, products),
        })
    }
}

impl RequestList {
    /// The rows that were found, of a list with at most `limit` rows on a page.
    pub(super) fn new(viewer: &Viewer, filter: &Filter, limit: usize, found: &RequestPage) -> Self {
        let mut days = Days::default();
        let rows = found.rows.iter().filter_map(|listed| ListRow::new(viewer, listed, found, &mut days));
        let rows: Vec<_> = rows.collect();
        Self {
            offers_all: filter.status == Some(Status::Manual) && viewer.is_moderator() && !rows.is_empty(),
            is_partial: found.next.is_some() && rows.len() < limit,
            rows,
        }
    }
}
