//! Reviews: a page of a list, and one review with its history and request.
//!
//! Told by `tests/stories/console/reviews.story`.

use app::caller::Caller;
use app::error::Error;
use app::review::{Beside, ReviewFilter, ReviewPage, ReviewSort, ReviewStart, Reviews, ShownReview};
use domain::order::Product;
use domain::request::Request;
use domain::review::{Kept, LedgerEntry, ReaderReport, Review};
use domain::values::ReviewId;
use futures_util::future::{try_join, try_join4};
use jiff::Timestamp;

const LIMIT: u32 = 20;

pub(crate) struct ListedReviews {
    pub edits: Vec<Review>,
    pub page: ReviewPage,
    /// The products of these reviews and of the filter, with their details if the shop described them.
    pub products: Vec<Product>,
}

pub(crate) struct WholeReview {
    pub shown: ShownReview,
    pub ledger: Vec<LedgerEntry>,
    pub reports: Vec<ReaderReport>,
    /// The decisions to keep it although it was reported.
    pub kept: Vec<Kept>,
    pub request: Option<Request>,
    pub products: Vec<Product>,
    /// The reviews next to it in the list, if it waits.
    pub beside: Option<Beside>,
}

pub(crate) struct FindReviews {
    pub reviews: Reviews,
}

impl FindReviews {
    /// A page of a list; `with_edits`, published reviews with a waiting edit come first.
    pub async fn list(
        &self,
        caller: &Caller,
        (filter, sort, start): (&ReviewFilter, ReviewSort, ReviewStart),
        with_edits: bool,
        now: Timestamp,
    ) -> Result<ListedReviews, Error> {
        let edits = async {
            match with_edits {
                true => self.reviews.waiting_edits(caller).await,
                false => Ok(Vec::new()),
            }
        };
        let (page, edits) = try_join(self.reviews.list(caller, filter, sort, start, LIMIT, now), edits).await?;
        let reviews = edits.iter().chain(page.reviews.iter().map(|shown| &shown.review));
        let named = reviews.filter_map(|review| review.product.as_ref()).chain(filter.product.iter().flatten());
        let products = self.reviews.store.products(&caller.tenant, named).await?;
        Ok(ListedReviews { edits, page, products })
    }

    pub async fn whole(&self, caller: &Caller, id: ReviewId, now: Timestamp) -> Result<WholeReview, Error> {
        let shown = self.reviews.show(caller, id, now).await?;
        let (store, tenant, review) = (&self.reviews.store, &caller.tenant, &shown.review);
        let ledger = async {
            match review.first_lines() {
                Some(first) => Ok(first),
                None => store.ledger(tenant, id, &caller.keys).await,
            }
        };
        let reports = async {
            let reports: Vec<_> = store.reader_reports(tenant, id, &caller.keys).await?;
            // Without a report, there was nothing to decide.
            let kept = if reports.is_empty() { Vec::new() } else { store.kept(tenant, id, &caller.keys).await? };
            Ok::<_, store::table::Error>((reports.into_iter().map(|(_, report)| report).collect(), kept))
        };
        let request = async {
            match review.origin.request() {
                Some(request) => store.request(tenant, request).await,
                None => Ok(None),
            }
        };
        let beside = async {
            match review.held {
                Some(_) => self.reviews.beside(caller, review).await,
                None => Ok(None),
            }
        };
        let read = try_join4(ledger, reports, request, store.products(tenant, &review.product));
        let read = async { read.await.map_err(Error::from) };
        let ((ledger, (reports, kept), request, products), beside) = try_join(read, beside).await?;
        Ok(WholeReview { shown, ledger, reports, kept, request, products, beside })
    }
}
