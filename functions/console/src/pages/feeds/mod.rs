//! The file of published reviews for Google: its address to paste, and which of Google's conditions the shop meets.

use app::review::Feed;
use askama::Template;
use axum::http::StatusCode;
use domain::order::{Product, Published};
use domain::review::MadeFeed;
use domain::values::is_at_shopify;
use futures_util::future::try_join;
use jiff::Timestamp;
use store::table::Page;

use crate::click::Click;
use crate::form::Served;
use crate::page::page;
use crate::pages::{products, reviews, settings};
use crate::parts::Viewer;
use crate::respond::{Shell, framed};

page! {
    get Owner "/console/google" => show;
}

/// The number of reviews below which Google shows no stars (<https://support.google.com/merchants/answer/14549080>).
const REVIEWS_WANTED: u64 = 50;
/// How many products are checked, the first by id. One call reads them.
const PRODUCTS: u32 = 100;

#[derive(Template)]
#[template(path = "feeds.html")]
struct FeedsPage {
    shell: Shell,
    made: Option<MadeFeed>,
    fetched_at: Option<Timestamp>,
    needs: Vec<Need>,
    /// The file's address.
    address: String,
}

/// A condition of Google's.
struct Need {
    text: &'static str,
    about: String,
    /// `None` if there is no product yet about which it could be said.
    is_met: Option<bool>,
    /// The page on which the shop can meet it.
    page: &'static str,
}

/// Google's conditions, for a shop with this many reviews and these products.
fn needs(viewer: &Viewer, there: u64, products: &[Product]) -> Vec<Need> {
    let (texts, shop) = (viewer.texts, &viewer.shop);
    let with = |passes: fn(&Product) -> bool| products.iter().filter(|product| passes(product)).count();
    let (pages, known) = (with(|product| product.url.is_some()), with(|product| product.identifiers.are_enough()));
    let at_shopify = products.iter().filter_map(|product| product.url.as_ref()).any(is_at_shopify);
    let of_all = |id: &str, some: usize| texts.say(id).count("some", some).count("all", products.len()).to_string();
    let about = |id: &str| texts.say(id).count("count", there).to_string();
    let is_public = shop.review_settings.public_display;
    let has_domain = shop.shop.storefront.is_some() || !at_shopify;
    let all = products.len();
    let of_products = |is_met| (all > 0).then_some(is_met);
    [
        ("feeds-all", about("feeds-all-about"), Some(is_public), settings::HERE),
        ("feeds-many", about("feeds-many-about"), Some(there >= REVIEWS_WANTED), reviews::HERE),
        ("feeds-pages", of_all("feeds-pages-about", pages), of_products(pages == all), products::INCOMPLETE),
        ("feeds-domain", about("feeds-domain-about"), of_products(has_domain), settings::CONTACT),
        ("feeds-ids", of_all("feeds-ids-about", known), of_products(known == all), products::INCOMPLETE),
    ]
    .map(|(text, about, is_met, page)| Need { text, about, is_met, page })
    .into()
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let (store, tenant) = (&parts.console.store, &viewer.tenant);
    let (feed, Page { rows, more: _ }) =
        try_join(store.feed(tenant), store.listed_products(tenant, None, PRODUCTS)).await?;
    // A product that is off sale has no page to add.
    let on_sale = rows.into_iter().filter(|listed| listed.published == Published::Yes);
    let products: Vec<_> = on_sale.map(|listed| listed.product).collect();
    let (made, fetched_at) = feed.map(|feed| (feed.made, feed.fetched_at)).unzip();
    let there = made.map_or_else(|| viewer.reviews.published(), |made| made.reviews);
    let page = FeedsPage {
        shell: viewer.shell("google"),
        made,
        fetched_at: fetched_at.flatten(),
        needs: needs(&viewer, there, &products),
        address: Feed::address(&parts.base_url, tenant.id.as_str()),
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}
