//! The requests of a list, each with the person, the products and why it was not sent.

use domain::request::{Request, Status};
use members::Role;
use store::request::listed::ListedRequest;

use super::filter::Filter;
use super::list::CustomersPage;
use crate::form::Failure;
use crate::pages::requests::{RequestRow, order_text, products_text};
use crate::parts::{Parts, Viewer};
use crate::times::Days;
use crate::ui;
use crate::use_cases::RequestPage;

pub(super) struct RequestList {
    pub rows: Vec<ListRow>,
    /// The customer's page and name, if the list is about one.
    pub customer: Option<(String, String)>,
    /// Whether the search stopped before the list's end.
    pub is_partial: bool,
    /// The list's query, with which a page links back to it.
    pub back: String,
    pub may_send: bool,
    pub offers_send: bool,
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
    pub(super) async fn page(parts: &Parts, viewer: &Viewer, filter: &Filter) -> Result<CustomersPage, Failure> {
        let selection = filter.selection(&viewer.keys, viewer.now);
        let found = parts.requests.list(viewer, &selection, viewer.now).await?;
        let mut page = CustomersPage::new(viewer, Some(filter));
        page.typed = filter.order.as_ref().map(|order| order.as_str().to_owned()).unwrap_or_default();
        if let Some(order) = filter.order.as_ref().filter(|_| found.rows.is_empty() && filter.before.is_none()) {
            let zone = viewer.zone();
            let note = parts.requests.nothing_about(viewer, order, viewer.speech(&zone), viewer.now).await?;
            page.note = Some(note);
            return Ok(page);
        }
        let mut days = Days::default();
        let rows = found.rows.iter().filter_map(|listed| ListRow::new(viewer, listed, &found, &mut days));
        let rows: Vec<_> = rows.collect();
        let RequestPage { customer, next, .. } = found;
        let may_send = viewer.may(Role::Moderator);
        page.requests = Some(Self {
            offers_send: may_send && rows.iter().any(|listed| listed.row.can_send),
            offers_all: filter.status == Some(Status::Manual),
            customer: customer.map(|customer| (ui::path_of(customer.id), ui::called(viewer, &customer))),
            is_partial: next.is_some() && rows.len() < selection.options.limit as usize,
            rows,
            back: filter.query(),
            may_send,
        });
        page.next = next.map(|before| Filter { before: Some(before), ..filter.clone() }.path());
        Ok(page)
    }
}
