//! The keys of reviews with their drafts, photos and histories, of the lists of reviews, and of the reviews' counters.

use domain::message::ReportPlace;
use domain::order::ProductId;
use domain::review::ReviewPlace;
use domain::values::{Guid, RequestId, ReviewId, Tenant};

use super::{Key, padded};
use crate::table::keys::SK;
use crate::table::{Attributes, Error};

/// The start of the sort keys of reviews, drafts and photos.
pub(super) const REVIEW: &str = "REV#";

pub(crate) fn reviews(id: RequestId) -> String {
    format!("{REVIEW}{}#", padded(id))
}

pub(crate) fn review(tenant: &Tenant, place: ReviewPlace) -> Key {
    Key::new(tenant, review_sk(place))
}

/// The sort key to which a review's sealed fields are bound.
pub(crate) fn review_sk(place: ReviewPlace) -> String {
    format!("{REVIEW}{}", review_place(place))
}

/// The prefix of the list of all reviews, oldest first.
pub(crate) const REVIEWS: &str = "RV#";

/// The prefix of a list of reviews in a state: of a product, of [`SHOP`](domain::order::ProductId::SHOP) for the shop
/// itself, or by stars. Each list is a partition, so that a policy can allow only published reviews.
pub(crate) fn reviews_in_state(state: &str, product: &str) -> String {
    format!("{IN_STATE}{state}#{product}#")
}

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

pub(crate) fn listed_review(tenant: &Tenant, prefix: &str, id: ReviewId) -> Key {
    Key::new(tenant, format!("{prefix}{}", padded(id)))
}

/// A review's id from the key of its row, with the state and the product if the list is for one.
pub(crate) fn parse_listed_review(sk: &str) -> Option<(ReviewId, Option<&str>, Option<&str>)> {
    let (list, id) = sk.rsplit_once('#')?;
    let (state, product) = list.strip_prefix(IN_STATE).and_then(|list| list.split_once('#')).unzip();
    let state = state.filter(|state| !state.starts_with(NO_PRODUCT));
    let product = product.filter(|product| !product.starts_with(NO_PRODUCT) || *product == ProductId::SHOP);
    Some((ReviewId::new(id.parse().ok()?)?, state, product))
}

/// The prefix of a review's ledger, oldest first.
pub(crate) fn ledger(id: ReviewId) -> String {
    format!("RVH#{}#", padded(id))
}

pub(crate) fn ledger_sk(id: ReviewId, revision: u32) -> String {
    format!("{}{revision:010}", ledger(id))
}

pub(crate) fn ledger_lines(tenant: &Tenant, id: ReviewId, revision: u32) -> Key {
    Key::new(tenant, ledger_sk(id, revision))
}

/// The prefix of readers' reports of a review, oldest first.
pub(crate) fn reader_reports(id: ReviewId) -> String {
    format!("RVR#{}#", padded(id))
}

pub(crate) fn reader_report(tenant: &Tenant, ReportPlace { review, number }: ReportPlace) -> Key {
    Key::new(tenant, format!("{}{number:015}", reader_reports(review)))
}

/// The prefix of the reports in which a reader left the address with this index.
pub(crate) fn reports_of_address(email_index: &str) -> String {
    format!("RVE#{email_index}#")
}

pub(crate) fn report_of_address(tenant: &Tenant, email_index: &str, place: ReportPlace) -> Key {
    let ReportPlace { review, number } = place;
    Key::new(tenant, format!("{}{}#{number:015}", reports_of_address(email_index), padded(review)))
}

pub(crate) fn parse_report_of_address(sk: &str) -> Option<ReportPlace> {
    let (rest, number) = sk.rsplit_once('#')?;
    let (_, review) = rest.rsplit_once('#')?;
    Some(ReportPlace { review: ReviewId::new(review.parse().ok()?)?, number: number.parse().ok()? })
}

/// The prefix of the shop's decisions to keep a reported review, oldest first.
pub(crate) fn kept(id: ReviewId) -> String {
    format!("RVK#{}#", padded(id))
}

/// Such a decision, with its time in milliseconds.
pub(crate) fn kept_at(tenant: &Tenant, id: ReviewId, at: i64) -> Key {
    Key::new(tenant, format!("{}{at:015}", kept(id)))
}

/// The prefix of what the shop owes about its reviews.
pub(crate) const OWED: &str = "RVO#";

pub(crate) fn owed(tenant: &Tenant, id: ReviewId, what: &str) -> Key {
    Key::new(tenant, format!("{OWED}{}#{what}", padded(id)))
}

pub(crate) fn parse_owed(sk: &str) -> Option<(ReviewId, &str)> {
    let (id, what) = sk.strip_prefix(OWED)?.split_once('#')?;
    Some((ReviewId::new(id.parse().ok()?)?, what))
}

/// How many reports came on a day, about a review on a day, or from a network in an hour.
pub(crate) fn reports_counted(tenant: &Tenant, of: &str) -> Key {
    Key::new(tenant, format!("REPORTS#{of}"))
}

/// How many links were asked for on pages of all shops, by a network's or mailbox' digest.
pub(crate) fn links_counted(of: &str) -> Key {
    Key::alone(format!("LINKS#{of}"))
}

/// How often pages read the shop's published reviews, in an hour since 1970.
pub(crate) fn reads_in_shop(tenant: &Tenant, hour: i64) -> Key {
    Key::new(tenant, format!("SEEN#{hour}"))
}

pub(crate) fn seen_in_shop(tenant: &Tenant) -> Key {
    Key::new(tenant, "SEEN#page".to_owned())
}

pub(crate) const REVIEW_COUNTERS: &str = "RVC#@all#";

pub fn review_counters(tenant: &Tenant, shard: u64) -> Key {
    Key::new(tenant, format!("{REVIEW_COUNTERS}{shard:02}"))
}

pub(crate) fn product_review_counters(tenant: &Tenant, product: &str) -> Key {
    Key::new(tenant, format!("RVC#{product}#00"))
}

/// The file that Google fetches, and the plan of the next check whether it is outdated.
pub(crate) fn feed(tenant: &Tenant) -> Key {
    Key::new(tenant, "FEED".to_owned())
}

/// Follows the review's key, so that one query reads both.
const DRAFT: &str = "#unsent";

pub(crate) fn review_draft(tenant: &Tenant, id: RequestId, item: usize) -> Key {
    Key::new(tenant, review_draft_sk(id, item))
}

/// The sort key to which a draft's sealed fields are bound.
pub(crate) fn review_draft_sk(id: RequestId, item: usize) -> String {
    format!("{}{DRAFT}", review_sk(ReviewPlace::Item(id, item)))
}

/// The item number in a draft's sort key; `None` for any other key.
pub(crate) fn parse_review_draft(id: RequestId, sk: &str) -> Option<usize> {
    sk.strip_prefix(&reviews(id))?.strip_suffix(DRAFT)?.parse().ok()
}

const PHOTO: &str = "#photo#";

/// One of the slots for an item's photos, from 0.
pub(crate) fn photo(tenant: &Tenant, id: RequestId, item: usize, slot: usize) -> Key {
    Key::new(tenant, format!("{}{PHOTO}{slot}", review_sk(ReviewPlace::Item(id, item))))
}

/// The item number and the slot in a photo's sort key; `None` for any other key.
pub(crate) fn parse_photo(id: RequestId, sk: &str) -> Option<(usize, usize)> {
    let (item, slot) = sk.strip_prefix(&reviews(id))?.split_once(PHOTO)?;
    Some((item.parse().ok()?, slot.parse().ok()?))
}

/// The uniqueness key that keeps a review from being imported twice, by a digest of its id elsewhere or of its content.
pub(crate) fn import_uniqueness_key(tenant: &Tenant, digest: &str) -> Key {
    Key::new(tenant, format!("RVG#{digest}"))
}

pub(crate) fn imported_reviews(email_index: &str) -> String {
    format!("RVM#{email_index}#")
}

pub(crate) fn imported_review(tenant: &Tenant, email_index: &str, id: ReviewId) -> Key {
    Key::new(tenant, format!("{}{}", imported_reviews(email_index), padded(id)))
}

pub(crate) fn import(tenant: &Tenant, id: Guid) -> Key {
    Key::new(tenant, format!("IMP#{id}"))
}

pub(crate) fn import_answers(tenant: &Tenant) -> Key {
    Key::new(tenant, "IMPORTED-PRODUCTS".to_owned())
}

/// The prefix of the parts of an import, in the order of the file.
pub(crate) fn import_parts(id: Guid) -> String {
    format!("IMP#{id}#part#")
}

/// The part of an import's report about the rows from this byte of the file on.
pub(crate) fn import_part(tenant: &Tenant, id: Guid, offset: u64) -> Key {
    Key::new(tenant, format!("{}{offset:016}", import_parts(id)))
}

pub(crate) fn parse_import_part(list_key: &str) -> Option<u64> {
    list_key.parse().ok()
}

/// The prefix of the reviews that an import brought, in the order of the file.
pub(crate) fn brought_reviews(id: Guid) -> String {
    format!("IMP#{id}#row#")
}

pub(crate) fn brought_review(tenant: &Tenant, id: Guid, record: u64) -> Key {
    Key::new(tenant, format!("{}{record:016}", brought_reviews(id)))
}

/// Stands for a request's id if the review answers no request; the review's own id follows.
const OWN: char = '@';

pub(super) fn review_place(place: ReviewPlace) -> String {
    match place {
        ReviewPlace::Item(request, item) => format!("{}#{item:02}", padded(request)),
        ReviewPlace::Own(review) => format!("{OWN}{}#00", padded(review)),
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

/// The request in an entry of a customer's or an order's list: in the sort key, its id follows the prefix.
pub(crate) fn parse_listed_request(item: &Attributes, prefix: &str) -> Result<RequestId, Error> {
    let id = item.get(SK).and_then(|sk| sk.as_s().ok()?.strip_prefix(prefix)?.parse().ok());
    id.and_then(RequestId::new).ok_or_else(unreadable_list_key)
}

fn unreadable_list_key() -> Error {
    Error::Unreadable("a key in a customer's or an order's list".to_owned())
}
