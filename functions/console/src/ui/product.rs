//! The subject of a review: a product, with its details if the shop described it, or the shop itself.

use domain::order::{Product, ProductId};
use domain::values::HttpsUrl;
use texts::Texts;

#[derive(Clone)]
pub(crate) struct Subject {
    /// The name in an address: a product's id, or `@shop`.
    pub id: String,
    pub title: String,
    pub image: Option<String>,
    /// Whether it has a title, because something named the product.
    pub has_title: bool,
}

impl Subject {
    /// The subject with this id, with its details if `products` has it.
    pub(crate) fn new(texts: Texts, id: Option<&ProductId>, products: &[Product]) -> Self {
        let found = products.iter().find(|product| Some(&product.id) == id);
        let title = match (found, id) {
            (Some(product), _) => product.title.as_str().to_owned(),
            (None, Some(id)) => id.as_str().to_owned(),
            (None, None) => texts.say("reviews-of-shop").to_string(),
        };
        let image = found.and_then(|product| product.image_url.as_ref()).map(HttpsUrl::as_str).map(ToOwned::to_owned);
        Self { id: ProductId::name_of(id).to_owned(), title, image, has_title: found.is_some() || id.is_none() }
    }
}
