//! The language of a page: the request's, else the shop's, else the browser's, else English.

use domain::shop::Shop;
pub(crate) use edge::language::Preferred;
use texts::Texts;

use crate::theme::Theme;

pub(crate) fn texts_and_theme(Preferred(language): Preferred, shop: &Shop) -> (Texts, Theme<'_>) {
    (Texts::page(shop.language.unwrap_or(language)), Theme::new(shop))
}
