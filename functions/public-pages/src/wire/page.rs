//! A page of published reviews.

use std::collections::BTreeMap;

use app::review::{ProductPage, PublicShop, ReviewCounts, ShownReview};
use domain::{HttpsUrl, ProductId, Rating, ShopReply};
use edge::native::seconds;
use edge::review::PhotoShown;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::address::Address;

/// A page of a product's published reviews.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicPage)]
pub(crate) struct PageBody<'a> {
    product: ProductBody<'a>,
    rating: RatingBody,
    /// At most ten, newest first.
    reviews: Vec<ReviewBody<'a>>,
    /// This page's number, from 1.
    #[schema(minimum = 1, maximum = 30)]
    page: u32,
    /// The number of pages: 1 to 30, which the newest 300 reviews are on.
    #[schema(minimum = 1, maximum = 30)]
    pages: u32,
    /// The time of the last change of the product's published reviews; `null` if there never were any.
    #[schema(required, format = DateTime)]
    updated_at: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = PublicProduct)]
struct ProductBody<'a> {
    /// `@shop` for the shop itself.
    id: &'a str,
    /// The shop's name for the shop itself; `null` for a product that the shop did not provide.
    #[schema(required)]
    title: Option<&'a str>,
    #[schema(required, format = "uri")]
    url: Option<&'a str>,
}

/// The stars of all published reviews of the product.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicRating)]
struct RatingBody {
    /// The average to one decimal; 0.0 if there are no reviews.
    average: f64,
    count: u64,
    /// The number of reviews with `1` to `5` stars.
    by_star: BTreeMap<String, u64>,
}

/// A published review.
#[derive(Serialize, ToSchema)]
#[schema(as = PublishedReview)]
struct ReviewBody<'a> {
    id: u64,
    #[schema(minimum = 1, maximum = 5)]
    rating: u8,
    #[schema(required)]
    title: Option<&'a str>,
    text: &'a str,
    /// The name that the customer chose to show; `null` for an anonymous review.
    #[schema(required)]
    name: Option<&'a str>,
    /// Whether the shop knows of the purchase.
    verified: bool,
    /// The day on which it was written (UTC).
    #[schema(format = Date)]
    date: String,
    photos: Vec<PhotoShown<'a>>,
    /// The shop's answer.
    #[schema(required)]
    reply: Option<ReplyBody<'a>>,
    /// Whether the review was imported.
    imported: bool,
}

#[derive(Serialize, ToSchema)]
#[schema(as = PublishedReply)]
struct ReplyBody<'a> {
    text: &'a str,
    /// The day on which the shop first answered (UTC).
    #[schema(format = Date)]
    date: String,
}

impl<'a> PageBody<'a> {
    pub(crate) fn new(shop: &'a PublicShop, address: &'a Address, found: &'a ProductPage) -> Self {
        let ProductPage { product, counts, changed_at, reviews, pages } = found;
        let product = match &address.product {
            None => ProductBody { id: ProductId::SHOP, title: Some(&shop.shop.name), url: None },
            Some(id) => ProductBody {
                id: id.as_str(),
                title: product.as_ref().map(|product| product.title.as_str()),
                url: product.as_ref().and_then(|product| product.url.as_ref().map(HttpsUrl::as_str)),
            },
        };
        Self {
            product,
            rating: RatingBody::new(counts),
            reviews: reviews.iter().map(ReviewBody::new).collect(),
            page: address.page,
            pages: *pages,
            updated_at: changed_at.map(seconds),
        }
    }
}

impl RatingBody {
    fn new(counts: &ReviewCounts) -> Self {
        Self {
            average: counts.published_average(),
            count: counts.published(),
            by_star: Rating::ALL.map(|rating| (rating.stars().to_string(), counts.published_with(rating))).into(),
        }
    }
}

impl<'a> ReviewBody<'a> {
    fn new(ShownReview { review, photos, pending_photos: _ /* not public */ }: &'a ShownReview) -> Self {
        Self {
            id: review.id.get(),
            rating: review.rating.stars(),
            title: review.headline(),
            text: review.text(),
            name: review.shown_name(),
            verified: review.verification.is_verified(),
            date: day(review.created_at),
            photos: photos.iter().map(PhotoShown::new).collect(),
            reply: review.reply.as_ref().map(|ShopReply { text, created_at, updated_at: _ }| ReplyBody {
                text: text.as_str(),
                date: day(*created_at),
            }),
            imported: review.origin.is_imported(),
        }
    }
}

/// A day in UTC, such as `2026-11-20`.
pub(crate) fn day(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d").to_string()
}
