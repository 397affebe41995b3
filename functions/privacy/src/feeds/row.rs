//! A published review as it stands in Google's file.

use std::borrow::Cow;

use app::review::photo_address;
use domain::order::{Identifiers, Product};
use domain::review::{Review, ReviewState};
use domain::values::{HttpsUrl, Language, Storefront, Verification};
use jiff::Timestamp;

/// A review with words about a product that has a page.
pub(super) struct Row<'a> {
    pub id: u64,
    /// The author's name; `None` for an anonymous review.
    pub name: Option<String>,
    /// Whether an order of the product is known. A claim by a request or by another system is not enough.
    pub is_verified: bool,
    pub is_incentivized: bool,
    pub created_at: Timestamp,
    pub title: Option<String>,
    pub text: String,
    pub language: Option<Language>,
    pub stars: u8,
    /// The photos' permanent addresses.
    pub photos: Vec<String>,
    /// Whether the shop asked for the review; `None` if it was not written here.
    pub is_asked: Option<bool>,
    pub product_name: Cow<'a, str>,
    /// The product's page, at the shop's own domain.
    pub page: HttpsUrl,
    /// The product's identifiers, then those of the others in its group.
    pub identifiers: Vec<&'a Identifiers>,
}

/// The data that all rows of a shop share.
pub(super) struct Shown<'a> {
    pub base_url: &'a str,
    /// The shop's id in addresses.
    pub shop: &'a str,
    pub storefront: Option<&'a Storefront>,
}

impl<'a> Row<'a> {
    /// The row of a review; `None` if it is not published, has no words, or is about a product without a page.
    pub fn new(
        review: &Review,
        product: &'a Product,
        others: impl Iterator<Item = &'a Identifiers>,
        shown: &Shown<'_>,
    ) -> Option<Self> {
        let page = product.url.as_ref().map(|url| shown.storefront.map_or_else(|| url.clone(), |own| own.page(url)))?;
        let text = clean(review.text());
        if review.state != ReviewState::Published || text.trim().is_empty() {
            return None;
        }
        let shown_photos = review.photos.iter().filter(|photo| photo.size.is_some());
        let photos =
            shown_photos.map(|photo| photo_address(shown.base_url, shown.shop, review.id, photo.id) + ".jpg").collect();
        Some(Self {
            id: review.id.get(),
            name: review.shown_name().and_then(words),
            is_verified: review.verification == Verification::Order,
            is_incentivized: review.incentivized,
            created_at: review.created_at,
            title: review.headline().and_then(words),
            text: text.trim().to_owned(),
            language: review.language,
            stars: review.rating.stars(),
            photos,
            is_asked: (!review.origin.is_imported()).then_some(!review.visitor),
            product_name: clean(product.title.as_str()),
            page,
            identifiers: [&product.identifiers].into_iter().chain(others).collect(),
        })
    }

    /// The address of the reviews in the product's page.
    pub fn reviews(&self) -> String {
        let page = self.page.as_str();
        format!("{}#reviews", page.split('#').next().unwrap_or(page))
    }
}

/// A text without the characters that XML 1.0 forbids or changes (<https://www.w3.org/TR/xml/#charsets>): control
/// characters, U+FFFE and U+FFFF. Line breaks and tabs stay.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let is_kept = |c: char| matches!(c, '\n' | '\t') || !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.chars().all(is_kept) {
        text.into()
    } else {
        text.chars().filter(|c| is_kept(*c)).collect::<String>().into()
    }
}

/// The same; `None` if nothing is left.
fn words(text: &str) -> Option<String> {
    let text = clean(text).trim().to_owned();
    (!text.is_empty()).then_some(text)
}
