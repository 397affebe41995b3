//! The JSON of products: what a PUT takes is what both calls answer.

use domain::{HttpsUrl, Invalid, Product, ProductId, Title};
use edge::{Error, Field};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
pub(crate) struct ProductInput {
    /// The id in the path once more: one that the path does not name is refused.
    #[schema(value_type = Option<String>, pattern = "^[A-Za-z0-9_.:-]{1,97}$")]
    id: Field<String>,
    #[schema(value_type = String, min_length = 1, max_length = 255)]
    title: Field<String>,
    /// An https URL.
    #[schema(value_type = Option<String>, format = "uri", pattern = "^https://[A-Za-z0-9]", max_length = 2048)]
    image_url: Field<String>,
    /// An https URL.
    #[schema(value_type = Option<String>, format = "uri", pattern = "^https://[A-Za-z0-9]", max_length = 2048)]
    url: Field<String>,
}

const SAME_ID_RULE: Invalid = Invalid("`id` must be the id in the path; omit it, or fix either.");

impl ProductInput {
    /// The product with this id, which a PUT creates or replaces.
    ///
    /// # Errors
    /// [`Error::Field`] for the first field that breaks its rule.
    pub(crate) fn parse(self, id: &str) -> Result<Product, Error> {
        let Self { id: again, title, image_url, url } = self;
        let id = ProductId::in_catalog(id).map_err(Error::field("id"))?;
        let is_same = |again: &str| (again == id.as_str()).then_some(()).ok_or(SAME_ID_RULE);
        again.parse(is_same).map_err(Error::field("id"))?;
        Ok(Product {
            id,
            title: Title::parse(title.as_str()).map_err(Error::field("title"))?,
            image_url: image_url.parse(HttpsUrl::parse).map_err(Error::field("image_url"))?,
            url: url.parse(HttpsUrl::parse).map_err(Error::field("url"))?,
        })
    }
}

/// The product of a path. A malformed id is as unknown as any other.
pub(crate) fn known_product(id: &str) -> Result<ProductId, app::Error> {
    ProductId::in_catalog(id).map_err(|_| app::Error::NotFound)
}

#[derive(Serialize, ToSchema)]
#[schema(as = Product)]
pub(crate) struct ProductBody<'a> {
    id: &'a str,
    title: &'a str,
    #[schema(required)]
    image_url: Option<&'a str>,
    #[schema(required)]
    url: Option<&'a str>,
}

impl<'a> ProductBody<'a> {
    pub(crate) fn new(Product { id, title, image_url, url }: &'a Product) -> Self {
        Self {
            id: id.as_str(),
            title: title.as_str(),
            image_url: image_url.as_ref().map(HttpsUrl::as_str),
            url: url.as_ref().map(HttpsUrl::as_str),
        }
    }
}
