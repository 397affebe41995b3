//! A page of published reviews.

use std::collections::BTreeMap;

use app::review::{PublicList, PublicPage, PublicShop, ReviewCounts, claimed_by, common_ground, marks, shown_photos};
use domain::order::ProductId;
use domain::review::{Rating, Review, SMALL_SIDE_MAX, ShopReply, Size};
use domain::shop::Shop;
use domain::values::{HttpsUrl, Language, Verification};
use edge::native::seconds;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use texts::Texts;
use utoipa::ToSchema;

use crate::address::{Address, Folders, PhotoFile};
use crate::wire::json_ld::ProductLd;
use crate::wire::labels::Labels;

/// A page of a list of published reviews.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicPage)]
pub(crate) struct PageBody<'a> {
    product: ProductBody<'a>,
    rating: RatingBody,
    /// At most ten reviews, or at most `limit`. The newest come first unless the call sorts.
    reviews: Vec<ReviewBody<'a>>,
    /// The number of reviews on all pages. With a filter, the number of reviews that pass it.
    total: u64,
    /// The number of this page, from 1.
    #[schema(minimum = 1)]
    page: u32,
    /// The number of pages with a number. They contain the newest 300 reviews, or those of them that pass the filters.
    #[schema(minimum = 1, maximum = 300)]
    pages: u32,
    /// The URL of the next page, if that page is beyond the newest 300 reviews and so has no number; otherwise absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uri")]
    next: Option<String>,
    /// When the product's published reviews last changed; `null` if nothing was ever published, and for `@all`.
    #[schema(required, format = DateTime)]
    updated_at: Option<String>,
    /// The number of the newest reviews that filters and orders apply to; absent if they apply to all.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    newest: Option<u32>,
    /// The page for people that says how the shop decides about reviews.
    #[schema(format = "uri")]
    trust_url: String,
    /// The page where anybody requests a link to review the product. Absent for `@all`, and for a product without description and
    /// reviews.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uri")]
    write_url: Option<String>,
    /// The mark that begins the `marks` of every review of the list, if all have it and there are at least two: a page shows it once. Only
    /// with `lang`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    ground: Option<String>,
    /// The texts of a page that shows the reviews; only with `lang`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    labels: Option<Labels>,
    /// The JSON-LD of the product's rating and of these reviews, to which a page adds its product's `@id`; only with `lang`, on the first page
    /// of a product's whole list, and with reviews that count.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = ProductLd)]
    structured_data: Option<Value>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = PublicProduct)]
struct ProductBody<'a> {
    /// `@shop` for the shop itself, `@all` for all reviews.
    id: &'a str,
    /// The product's title, or the shop's name for `@shop` and `@all`. `null` for a product that the shop did not provide.
    #[schema(required)]
    title: Option<&'a str>,
    #[schema(required, format = "uri")]
    url: Option<&'a str>,
}

/// The rating over all published reviews of the list.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicRating)]
struct RatingBody {
    /// The average to one decimal; 0.0 without reviews.
    average: f64,
    count: u64,
    /// The number of reviews whose authors got something in return, if they are at least a fifth: show it beside the average. Otherwise
    /// absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    rewarded: Option<u64>,
    /// The number of reviews with `1` to `5` stars.
    by_star: BTreeMap<String, u64>,
}

/// A published review.
#[derive(Serialize, ToSchema)]
#[schema(as = PublishedReview)]
struct ReviewBody<'a> {
    id: u64,
    /// The review's product, if it is another than the list's, with another title: in a list of all reviews, or of a product with members.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    product: Option<ProductBody<'a>>,
    #[schema(minimum = 1, maximum = 5)]
    rating: u8,
    #[schema(required)]
    title: Option<&'a str>,
    text: &'a str,
    /// The name that the customer chose to show; `null` if the review is anonymous.
    #[schema(required)]
    name: Option<&'a str>,
    /// Whether `verification` is `order`.
    verified: bool,
    /// `order`: the order is known, contains the product and is paid. `request`: the shop asked after an order that is not known.
    #[schema(schema_with = edge::openapi::words_of::<Verification>)]
    verification: &'static str,
    /// The system from which the review was imported, if that system claims to know of the purchase; otherwise `null`.
    #[schema(required)]
    claimed_by: Option<&'static str>,
    /// Whether the author was rewarded for the review.
    incentivized: bool,
    /// The language of the review.
    #[schema(required)]
    language: Option<&'static str>,
    /// The UTC day on which the review was written.
    #[schema(format = Date)]
    date: String,
    /// When the author last changed the stars, the headline or the text that readers had seen, in UTC; `null` if never.
    #[schema(required, format = DateTime)]
    edited_at: Option<String>,
    /// The UTC day on which the author got what the review is about, or what an imported review gives as the day of the experience, if
    /// known. Show only the month.
    #[schema(required, format = Date)]
    experienced_at: Option<String>,
    photos: Vec<PhotoBody>,
    /// The shop's answer; `null` without one.
    #[schema(required)]
    reply: Option<ReplyBody<'a>>,
    /// Whether the review was not written on the customer's page, but in another system or the shop's own.
    imported: bool,
    /// The page where a reader reports the review to the shop.
    #[schema(format = "uri")]
    report_url: String,
    /// What a page shows beside the author's name about the purchase, the author and edits, in the language of `labels`; only with
    /// `lang`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    marks: Option<Vec<String>>,
}

/// A photo at a permanent address.
#[derive(Serialize, ToSchema)]
#[schema(as = PublishedPhoto)]
struct PhotoBody {
    #[schema(format = "uri")]
    url: String,
    /// The width in pixels, like `height`.
    width: u32,
    height: u32,
    thumb: ThumbBody,
}

/// The photo's small copy.
#[derive(Serialize, ToSchema)]
#[schema(as = PublishedThumb)]
struct ThumbBody {
    #[schema(format = "uri")]
    url: String,
    #[schema(maximum = 320)]
    width: u32,
    #[schema(maximum = 320)]
    height: u32,
}

#[derive(Serialize, ToSchema)]
#[schema(as = PublishedReply)]
struct ReplyBody<'a> {
    text: &'a str,
    /// The UTC day on which the shop first answered.
    #[schema(format = Date)]
    date: String,
    /// Whether the shop last changed the answer before the review's `edited_at`.
    before_edit: bool,
}

impl<'a> PageBody<'a> {
    pub(crate) fn new(
        folders: Folders<'_>,
        shop: &'a PublicShop,
        address: &'a Address,
        found: &'a PublicPage,
        (next, texts, structured_data): (Option<String>, Option<Texts>, Option<Value>),
    ) -> Self {
        let PublicPage { counts, total, reviews, pages, .. } = found;
        let shop = &shop.shop;
        let product = match &address.list {
            PublicList::Product(id) => ProductBody::new(Some(id), shop, found),
            PublicList::Shop => ProductBody::new(None, shop, found),
            PublicList::All => ProductBody { id: address.list.name(), ..ProductBody::new(None, shop, found) },
        };
        let about = |review: &'a Review| {
            let is_of_another = found.is_of_another(&address.list, review);
            is_of_another.then(|| ProductBody::new(review.product.as_ref(), shop, found))
        };
        Self {
            product,
            rating: RatingBody::new(counts),
            reviews: reviews.iter().map(|review| ReviewBody::new(folders, review, about(review), texts)).collect(),
            total: *total,
            page: address.page,
            pages: *pages,
            next,
            updated_at: counts.changed_at().map(seconds),
            newest: found.newest(),
            trust_url: folders.trust(),
            write_url: found.is_known.then(|| folders.write(&address.list)),
            ground: texts.and_then(|texts| common_ground(counts, texts)).map(|(_, text)| text),
            labels: texts.map(|texts| Labels::new(texts, shop)),
            structured_data,
        }
    }
}

impl<'a> ProductBody<'a> {
    fn new(id: Option<&'a ProductId>, shop: &'a Shop, found: &'a PublicPage) -> Self {
        let product = found.product(id);
        Self {
            id: ProductId::name_of(id),
            title: match id {
                Some(_) => product.map(|product| product.title.as_str()),
                None => Some(&shop.name),
            },
            url: product.and_then(|product| product.url.as_ref().map(HttpsUrl::as_str)),
        }
    }
}

impl RatingBody {
    fn new(counts: &ReviewCounts) -> Self {
        Self {
            average: counts.published_average(),
            count: counts.published(),
            rewarded: counts.many_rewarded(),
            by_star: Rating::ALL.map(|rating| (rating.stars().to_string(), counts.published_with(rating))).into(),
        }
    }
}

impl<'a> ReviewBody<'a> {
    fn new(folders: Folders<'_>, review: &'a Review, product: Option<ProductBody<'a>>, texts: Option<Texts>) -> Self {
        Self {
            id: review.id.get(),
            product,
            rating: review.rating.stars(),
            title: review.headline(),
            text: review.text(),
            name: review.shown_name(),
            verified: review.verification == Verification::Order,
            verification: review.verification.as_str(),
            claimed_by: claimed_by(review),
            incentivized: review.incentivized,
            language: review.language.map(Language::as_str),
            date: day(review.created_at),
            edited_at: review.edited.at.map(seconds),
            experienced_at: review.experienced_at.map(|day| day.to_string()),
            photos: photos(review, folders).map(PhotoBody::new).collect(),
            reply: review.content.reply.as_ref().map(|ShopReply { text, created_at, updated_at: _ }| ReplyBody {
                text: text.as_str(),
                date: day(*created_at),
                before_edit: review.is_reply_before_edit(),
            }),
            imported: review.origin.is_imported(),
            report_url: format!("{}{}", folders.report(), review.id),
            marks: texts.map(|texts| marks(review, texts).map(|(_, text)| text).collect()),
        }
    }
}

/// A review's photo, with its addresses.
pub(crate) struct PublicPhoto {
    pub(crate) url: String,
    pub(crate) small: String,
    pub(crate) size: Size,
}

/// The photos of a published review.
pub(crate) fn photos(review: &Review, folders: Folders<'_>) -> impl Iterator<Item = PublicPhoto> {
    shown_photos(review).map(move |(photo, size)| {
        let file = PhotoFile { review: review.id, photo, is_small: false };
        let small = folders.photo(PhotoFile { is_small: true, ..file });
        PublicPhoto { url: folders.photo(file), small, size }
    })
}

impl PhotoBody {
    fn new(PublicPhoto { url, small, size }: PublicPhoto) -> Self {
        let Size { width, height } = size.within(SMALL_SIDE_MAX);
        Self { url, width: size.width, height: size.height, thumb: ThumbBody { url: small, width, height } }
    }
}

/// A UTC day, such as `2026-11-20`.
pub(crate) fn day(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d").to_string()
}
