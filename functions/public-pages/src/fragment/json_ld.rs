//! A product with its reviews, for search engines (<https://schema.org/Product>).

use app::error::Error;
use app::review::ReviewCounts;
use domain::order::Product;
use domain::values::HttpsUrl;
use domain::values::value::Kind;
use edge::shown::{Absent, Flat, Url};

use super::{Fragment, ReviewView, url_of};

const BEST: u8 = 5;
const WORST: u8 = 1;

edge::shown! {
    /// A product.
    pub(crate) struct ProductLd as ProductJsonLd ((page, product, reviews): (&Fragment<'_>, Option<&Product>, &[ReviewView<'_>])) {
        context "@context": String = "https://schema.org";
        is: Flat<Is> = "Product";
        /// The `@id` of the page's own product, from `id` in the call. Search engines add the rating and the reviews to that product.
        id "@id": Absent<String> = page.node;
        /// The product's title. Absent with an `@id`, like `url` and `image`, because the page's own product has them.
        name: Absent<String> = page.node.is_none().then_some(&*page.title);
        url: Absent<Url> = product.and_then(url_of);
        image: Absent<Url> = product.and_then(|product| product.image_url.as_ref()).map(HttpsUrl::as_str);
        sku: Absent<String> = product.and_then(|product| product.identifiers.sku.as_ref());
        mpn: Absent<String> = product.and_then(|product| product.identifiers.mpn.as_ref());
        /// The barcodes of the product's variants.
        gtin: Absent<Vec<String>> = product.and_then(|product| some(&product.identifiers.gtin));
        brand: Absent<BrandLd> = product.and_then(|product| product.identifiers.brand.as_deref());
        rating "aggregateRating": AggregateLd = &page.found.counts;
        /// The reviews of the page that were written about a product with this title.
        // A review of a product with another title is no review of this one, although it counts in the group's rating.
        review: Absent<Vec<ReviewLd>> = some(reviews.iter().filter(|shown| shown.about.is_none()));
    }

    /// An object with a type and nothing else.
    struct Is as JsonLdType (kind: &str) {
        kind "@type": String = kind;
    }

    /// The rating over all published reviews of the product.
    struct AggregateLd as AggregateRatingJsonLd (counts: &ReviewCounts) {
        is: Flat<Is> = "AggregateRating";
        value "ratingValue": f64 = counts.published_average();
        count "reviewCount": u64 = counts.published();
        best "bestRating": u8 = BEST;
        worst "worstRating": u8 = WORST;
    }

    /// A review.
    struct ReviewLd as ReviewJsonLd (shown: &ReviewView<'_>) {
        is: Flat<Is> = "Review";
        author: PersonLd = &*shown.name;
        published "datePublished": String = &*shown.date, as Kind::Day;
        /// When the author last changed the stars, the headline or the text.
        modified "dateModified": Absent<String> = shown.edited_at.as_ref(), as Kind::Time;
        body "reviewBody": Absent<String> = Some(&shown.text).filter(|text| !text.is_empty());
        /// The headline.
        name: Absent<String> = shown.headline.as_ref();
        /// The photos.
        image: Absent<Vec<String>> = some(shown.photos.iter().map(|photo| &*photo.url));
        rating "reviewRating": RatingLd = shown.review.rating.stars();
    }

    /// The author of a review.
    struct PersonLd as PersonJsonLd (name: &str) {
        is: Flat<Is> = "Person";
        name: String = name;
    }

    /// The product's brand.
    struct BrandLd as BrandJsonLd (name: &str) {
        is: Flat<Is> = "Brand";
        name: String = name;
    }

    /// A review's stars.
    struct RatingLd as RatingJsonLd (stars: u8) {
        is: Flat<Is> = "Rating";
        value "ratingValue": u8 = stars;
        best "bestRating": u8 = BEST;
        worst "worstRating": u8 = WORST;
    }
}

/// A list, or `None` for an empty one.
fn some<T>(all: impl IntoIterator<Item = T>) -> Option<Vec<T>> {
    Some(all.into_iter().collect()).filter(|all: &Vec<T>| !all.is_empty())
}

/// The JSON with every `<` escaped, so that it cannot end a script element.
pub(super) fn in_script(product: &ProductLd) -> Result<String, Error> {
    let json = serde_json::to_string(product).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(json.replace('<', "\\u003c"))
}
