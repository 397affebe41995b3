//! The keys of reviews with their drafts, photos and histories, of the lists of reviews, and of the reviews' counters.

use domain::message::ReportPlace;
use domain::order::ProductId;
use domain::review::ReviewPlace;
use domain::values::{Guid, RequestId, ReviewId, Tenant};

use super::Key;
use crate::table::Error;

keys! {
    pub(crate) start reviews(id: RequestId) = "{REVIEW}{id:016}#";
    pub(crate) shop review(place: ReviewPlace) = "{}", review_sk(place);
    /// The sort key to which a review's sealed fields are bound.
    pub(crate) start review_sk(place: ReviewPlace) = "{REVIEW}{}", review_place(place);
    /// The prefix of a list of reviews in a state: of a product, of [`SHOP`](domain::order::ProductId::SHOP) for the shop
    /// itself, or by stars. Each list is a partition, so that a policy can allow only published reviews.
    pub(crate) start reviews_in_state(state: &str, product: &str) = "{IN_STATE}{state}#{product}#";
    pub(crate) shop listed_review(prefix: &str, id: ReviewId) = "{prefix}{id:016}";
    /// The prefix of a review's ledger, oldest first.
    pub(crate) start ledger(id: ReviewId) = "RVH#{id:016}#";
    pub(crate) start ledger_sk(id: ReviewId, revision: u32) = "{}{revision:010}", ledger(id);
    pub(crate) shop ledger_lines(id: ReviewId, revision: u32) = "{}", ledger_sk(id, revision);
    /// The prefix of readers' reports of a review, oldest first.
    pub(crate) start reader_reports(id: ReviewId) = "RVR#{id:016}#";
    pub(crate) shop reader_report(place: ReportPlace) = "{}{:015}", reader_reports(place.review), place.number;
    /// The prefix of the reports in which a reader left the address with this index.
    pub(crate) start reports_of_address(email_index: &str) = "RVE#{email_index}#";
    pub(crate) shop report_of_address(email_index: &str, place: ReportPlace) =
        "{}{:016}#{:015}", reports_of_address(email_index), place.review, place.number;
    /// The prefix of the shop's decisions to keep a reported review, oldest first.
    pub(crate) start kept(id: ReviewId) = "RVK#{id:016}#";
    /// Such a decision, with its time in milliseconds.
    pub(crate) shop kept_at(id: ReviewId, at: i64) = "{}{at:015}", kept(id);
    pub(crate) shop owed(id: ReviewId, what: &str) = "{OWED}{id:016}#{what}";
    /// How many reports came on a day, about a review on a day, or from a network in an hour.
    pub(crate) shop reports_counted(of: &str) = "REPORTS#{of}";
    /// How many links were asked for on pages of all shops, by a network's or mailbox' digest.
    pub(crate) alone links_counted(of: &str) = "LINKS#{of}";
    /// How often pages read the shop's published reviews, in an hour since 1970.
    pub(crate) shop reads_in_shop(hour: i64) = "SEEN#{hour}";
    pub(crate) shop seen_in_shop() = "SEEN#page";
    pub shop review_counters(shard: u64) = "{REVIEW_COUNTERS}{shard:02}";
    pub(crate) shop product_review_counters(product: &str) = "RVC#{product}#00";
    /// The file that Google fetches, and the plan of the next check whether it is outdated.
    pub(crate) shop feed() = "FEED";
    pub(crate) shop review_draft(id: RequestId, item: usize) = "{}", review_draft_sk(id, item);
    /// The sort key to which a draft's sealed fields are bound.
    pub(crate) start review_draft_sk(id: RequestId, item: usize) =
        "{}{DRAFT}", review_sk(ReviewPlace::Item(id, item));
    /// One of the slots for an item's photos, from 0.
    pub(crate) shop photo(id: RequestId, item: usize, slot: usize) =
        "{}{PHOTO}{slot}", review_sk(ReviewPlace::Item(id, item));
    /// The uniqueness key that keeps a review from being imported twice, by a digest of its id elsewhere or of its content.
    pub(crate) shop import_uniqueness_key(digest: &str) = "RVG#{digest}";
    pub(crate) start imported_reviews(email_index: &str) = "RVM#{email_index}#";
    pub(crate) shop imported_review(email_index: &str, id: ReviewId) = "{}{id:016}", imported_reviews(email_index);
    pub(crate) shop import(id: Guid) = "IMP#{id}";
    pub(crate) shop import_answers() = "IMPORTED-PRODUCTS";
    /// The prefix of the parts of an import, in the order of the file.
    pub(crate) start import_parts(id: Guid) = "IMP#{id}#part#";
    /// The part of an import's report about the rows from this byte of the file on.
    pub(crate) shop import_part(id: Guid, offset: u64) = "{}{offset:016}", import_parts(id);
    /// The prefix of the reviews that an import brought, in the order of the file.
    pub(crate) start brought_reviews(id: Guid) = "IMP#{id}#row#";
    pub(crate) shop brought_review(id: Guid, record: u64) = "{}{record:016}", brought_reviews(id);
}

/// The start of the sort keys of reviews, drafts and photos.
pub(super) const REVIEW: &str = "REV#";

/// The prefix of the list of all reviews, oldest first.
pub(crate) const REVIEWS: &str = "RV#";

/// The prefix of the list of reviews of all products in a state with this number of stars.
pub(crate) fn reviews_with_stars(state: &str, stars: u8) -> String {
    reviews_in_state(state, &format!("{NO_PRODUCT}{stars}"))
}

const IN_STATE: &str = "RVS#";

/// Stands for all products in a key, whatever the stars.
pub(super) const ALL_PRODUCTS: &str = "@all";

/// The first character of words that stand for a group of products or for a state in a key. No product's id and no
/// state begins with it.
const NO_PRODUCT: char = '@';

/// The prefix of the list of everything that waits for a decision: reviews, and edits to published reviews.
pub(crate) fn reviews_that_wait() -> String {
    reviews_in_state(WAITS, ALL_PRODUCTS)
}

/// Stands for a state in a key. No state begins with `@`.
const WAITS: &str = "@waits";

/// A review's id from the key of its row, with the state and the product if the list is for one.
pub(crate) fn parse_listed_review(sk: &str) -> Option<(ReviewId, Option<&str>, Option<&str>)> {
    let (list, id) = sk.rsplit_once('#')?;
    let (state, product) = list.strip_prefix(IN_STATE).and_then(|list| list.split_once('#')).unzip();
    let state = state.filter(|state| !state.starts_with(NO_PRODUCT));
    let product = product.filter(|product| !product.starts_with(NO_PRODUCT) || *product == ProductId::SHOP);
    Some((ReviewId::new(id.parse().ok()?)?, state, product))
}

pub(crate) fn parse_report_of_address(sk: &str) -> Option<ReportPlace> {
    let (rest, number) = sk.rsplit_once('#')?;
    let (_, review) = rest.rsplit_once('#')?;
    Some(ReportPlace { review: ReviewId::new(review.parse().ok()?)?, number: number.parse().ok()? })
}

/// The prefix of what the shop owes about its reviews.
pub(crate) const OWED: &str = "RVO#";

pub(crate) fn parse_owed(sk: &str) -> Option<(ReviewId, &str)> {
    let (id, what) = sk.strip_prefix(OWED)?.split_once('#')?;
    Some((ReviewId::new(id.parse().ok()?)?, what))
}

pub(crate) const REVIEW_COUNTERS: &str = "RVC#@all#";

/// Follows the review's key, so that one query reads both.
const DRAFT: &str = "#unsent";

/// The item number in a draft's sort key; `None` for any other key.
pub(crate) fn parse_review_draft(id: RequestId, sk: &str) -> Option<usize> {
    sk.strip_prefix(&reviews(id))?.strip_suffix(DRAFT)?.parse().ok()
}

const PHOTO: &str = "#photo#";

/// The item number and the slot in a photo's sort key; `None` for any other key.
pub(crate) fn parse_photo(id: RequestId, sk: &str) -> Option<(usize, usize)> {
    let (item, slot) = sk.strip_prefix(&reviews(id))?.split_once(PHOTO)?;
    Some((item.parse().ok()?, slot.parse().ok()?))
}

/// Stands for a request's id if the review answers no request; the review's own id follows.
const OWN: char = '@';

pub(super) fn review_place(place: ReviewPlace) -> String {
    match place {
        ReviewPlace::Item(request, item) => format!("{request:016}#{item:02}"),
        ReviewPlace::Own(review) => format!("{OWN}{review:016}#00"),
    }
}

/// The request of a listed message, and its number within the request.
pub(crate) fn parse_list_key(list_key: &str) -> Result<(RequestId, usize), Error> {
    match parse_place(list_key)? {
        ReviewPlace::Item(request, number) => Ok((request, number)),
        ReviewPlace::Own(_) => Err(unreadable_list_key()),
    }
}

pub(crate) fn parse_review_sk(sk: &str) -> Result<ReviewPlace, Error> {
    parse_place(sk.strip_prefix(REVIEW).unwrap_or_default())
}

pub(crate) fn parse_place(list_key: &str) -> Result<ReviewPlace, Error> {
    let parsed = list_key.split_once('#').and_then(|(of, number)| {
        Some(match of.strip_prefix(OWN) {
            Some(review) => ReviewPlace::Own(ReviewId::new(review.parse().ok()?)?),
            None => ReviewPlace::Item(RequestId::new(of.parse().ok()?)?, number.parse().ok()?),
        })
    });
    parsed.ok_or_else(unreadable_list_key)
}

fn unreadable_list_key() -> Error {
    Error::Unreadable("a key in a customer's or an order's list".to_owned())
}
