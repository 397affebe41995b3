//! A product with its reviews, for search engines (<https://schema.org/Product>).

use serde::Serialize;
use utoipa::ToSchema;

/// A product.
#[derive(Serialize, ToSchema)]
#[schema(as = ProductJsonLd)]
pub(crate) struct ProductLd<'a> {
    #[serde(rename = "@context")]
    pub(crate) context: &'static str,
    #[serde(flatten)]
    pub(crate) is: Is,
    /// The `@id` of the page's own product, from `id` in the call. Search engines add the rating and the reviews to that product.
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) id: Option<&'a str>,
    /// The product's title. Absent with an `@id`, like `url` and `image`, because the page's own product has them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uri")]
    pub(crate) url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uri")]
    pub(crate) image: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) sku: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) mpn: Option<&'a str>,
    /// The barcodes of the product's variants.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    #[schema(required = false)]
    pub(crate) gtin: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) brand: Option<BrandLd<'a>>,
    #[serde(rename = "aggregateRating")]
    pub(crate) aggregate_rating: AggregateLd,
    /// The reviews of the page that were written about a product with this title.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub(crate) review: Vec<ReviewLd<'a>>,
}

/// An object with a type and nothing else.
#[derive(Serialize, ToSchema)]
#[schema(as = JsonLdType)]
pub(crate) struct Is {
    #[serde(rename = "@type")]
    kind: &'static str,
}

/// The rating over all published reviews of the product.
#[derive(Serialize, ToSchema)]
#[schema(as = AggregateRatingJsonLd)]
pub(crate) struct AggregateLd {
    #[serde(flatten)]
    pub(crate) is: Is,
    #[serde(rename = "ratingValue")]
    pub(crate) rating_value: f64,
    #[serde(rename = "reviewCount")]
    pub(crate) review_count: u64,
    #[serde(rename = "bestRating")]
    pub(crate) best_rating: u8,
    #[serde(rename = "worstRating")]
    pub(crate) worst_rating: u8,
}

/// A review.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewJsonLd)]
pub(crate) struct ReviewLd<'a> {
    #[serde(flatten)]
    pub(crate) is: Is,
    pub(crate) author: PersonLd<'a>,
    #[serde(rename = "datePublished")]
    #[schema(format = Date)]
    pub(crate) date_published: &'a str,
    /// When the author last changed the stars, the headline or the text.
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = DateTime)]
    pub(crate) date_modified: Option<&'a str>,
    #[serde(rename = "reviewBody", skip_serializing_if = "str::is_empty")]
    #[schema(required = false)]
    pub(crate) review_body: &'a str,
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) name: Option<&'a str>,
    /// The photos.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    #[schema(required = false)]
    pub(crate) image: Vec<String>,
    #[serde(rename = "reviewRating")]
    pub(crate) review_rating: RatingLd,
}

/// The author of a review.
#[derive(Serialize, ToSchema)]
#[schema(as = PersonJsonLd)]
pub(crate) struct PersonLd<'a> {
    #[serde(flatten)]
    pub(crate) is: Is,
    pub(crate) name: &'a str,
}

/// The product's brand.
#[derive(Serialize, ToSchema)]
#[schema(as = BrandJsonLd)]
pub(crate) struct BrandLd<'a> {
    #[serde(flatten)]
    pub(crate) is: Is,
    pub(crate) name: &'a str,
}

/// A review's stars.
#[derive(Serialize, ToSchema)]
#[schema(as = RatingJsonLd)]
pub(crate) struct RatingLd {
    #[serde(flatten)]
    pub(crate) is: Is,
    #[serde(rename = "ratingValue")]
    pub(crate) rating_value: u8,
    #[serde(rename = "bestRating")]
    pub(crate) best_rating: u8,
    #[serde(rename = "worstRating")]
    pub(crate) worst_rating: u8,
}

pub(crate) const BEST: u8 = 5;
pub(crate) const WORST: u8 = 1;

impl Is {
    pub(crate) const PRODUCT: Self = Self { kind: "Product" };
    pub(crate) const AGGREGATE: Self = Self { kind: "AggregateRating" };
    pub(crate) const REVIEW: Self = Self { kind: "Review" };
    pub(crate) const BRAND: Self = Self { kind: "Brand" };
    pub(crate) const PERSON: Self = Self { kind: "Person" };
    pub(crate) const RATING: Self = Self { kind: "Rating" };
}

/// The JSON with every `<` escaped, so that it cannot end a script element.
pub(crate) fn in_script(product: &ProductLd<'_>) -> Result<String, app::error::Error> {
    let json = serde_json::to_string(product).map_err(|error| app::error::Error::Internal(error.to_string()))?;
    Ok(json.replace('<', "\\u003c"))
}
