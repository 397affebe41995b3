//! Products with their stars and a link to their reviews. A product that nobody described gets a title
//! here, and a person may choose that customers are not asked about a product.

mod over_time;
mod together;

use std::cmp::Reverse;
use std::slice::from_ref;

use app::error::Error;
use app::order::name_main;
use app::review::{ReviewFilter, ReviewSort, ReviewStart};
use askama::Template;
use axum::http::StatusCode;
use domain::order::{Chosen, Naming, Product, ProductId};
use domain::review::{Rating, Review, ReviewState};
use domain::values::Title;
use edge::body::Fields;
use form_urlencoded::Serializer;
use futures_util::future::{try_join, try_join3};
use integrations::choose_to_ask;
use store::order::ListedProduct;
use store::review::counters::ReviewCounts;
use texts::Texts;

use self::over_time::OverTime;
use self::together::Together;
use crate::click::Click;
use crate::form::{Failure, Flash, Served};
use crate::page::page;
use crate::pages::in_shop::OfProduct;
use crate::pages::reviews::{self, newest_words};
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};
use crate::ui::{Stars, Subject};
use crate::use_cases::ProductsPage as Found;

page! {
    get Reader "/console/products" => show;
    get Reader "/console/products/{id}" => show_product;
    post Moderator "/console/products/{id}" => save_title;
    post Moderator "/console/products/{id}/ask" => save_ask;
    post Moderator "/console/products/{id}/together" => save_together;
}

pub(crate) const HERE: &str = "/console/products";
/// The products that lack something for Google.
pub(crate) const INCOMPLETE: &str = "/console/products?show=incomplete";

#[derive(Template)]
#[template(path = "products.html")]
struct ProductsPage {
    shell: Shell,
    /// Whether only products that lack something are shown.
    is_incomplete: bool,
    rows: Vec<ProductRow>,
    next: Option<String>,
}

struct ProductRow {
    subject: Subject,
    page: String,
    reviews: Reviews,
    /// The texts that name what the product lacks for Google. Empty in the list of all products.
    lacks: Vec<&'static str>,
    is_asked: bool,
}

/// The home of a product: its stars, also over time, its newest reviews, what to add to its page, and its choices.
#[derive(Template)]
#[template(path = "product.html")]
struct ProductPage {
    shell: Shell,
    subject: Subject,
    reviews: Reviews,
    over_time: Option<OverTime>,
    latest: Vec<Review>,
    together: Option<Together>,
    /// What to add to its page in the shop; `None` if the shop shows no reviews.
    shared: Option<(String, OfProduct)>,
    /// The title as stored or, if it is invalid, as typed.
    title: String,
    is_described: bool,
    is_wrong: bool,
    /// Whether customers are asked about the product; `None` if the catalog does not have it, or without the right to choose.
    ask: Option<bool>,
}

/// A product's reviews in numbers.
struct Reviews {
    /// The list of them.
    page: String,
    /// The average of its published reviews as text; `None` without reviews.
    average: Option<String>,
    published: u64,
    waiting: u64,
    /// The published ones by stars, most stars first, each with its share in per cent.
    stars: Vec<(Stars, u64, u64)>,
}

impl Reviews {
    fn new(texts: Texts, id: &str, counts: &ReviewCounts) -> Self {
        let published = counts.published();
        let row = |rating| {
            let count = counts.published_with(rating);
            (Stars::new(texts, rating), count, count * 100 / published.max(1))
        };
        Self {
            page: address(reviews::HERE, &[("product", id), ("show", "all")]),
            average: (published > 0).then(|| texts.decimal(counts.published_average())),
            published,
            waiting: counts.waiting(),
            stars: Rating::ALL.into_iter().rev().map(row).collect(),
        }
    }
}

fn address(path: &str, query: &[(&str, &str)]) -> String {
    format!("{path}?{}", Serializer::new(String::new()).extend_pairs(query).finish())
}

impl ProductRow {
    fn new(viewer: &Viewer, listed: &ListedProduct, counts: &ReviewCounts, is_incomplete: bool) -> Self {
        let ListedProduct { product, ask, .. } = listed;
        let subject = Subject::new(viewer.texts, Some(&product.id), from_ref(product));
        Self {
            is_asked: *ask,
            page: format!("{HERE}/{}", product.id.as_str()),
            reviews: Reviews::new(viewer.texts, &subject.id, counts),
            subject,
            lacks: if is_incomplete { lacks(product) } else { Vec::new() },
        }
    }
}

fn lacks(product: &Product) -> Vec<&'static str> {
    let page = product.url.is_none().then_some("products-no-page");
    let found = (!product.identifiers.are_enough()).then_some("products-no-number");
    page.into_iter().chain(found).collect()
}

pub(crate) async fn show(Click { parts, viewer, fields, .. }: Click) -> Served {
    let after = ProductId::in_catalog(fields.text("after")).ok();
    let show = fields.find("show").filter(|show| *show == "incomplete");
    let is_incomplete = show.is_some();
    let Found { products, next } =
        Found::read(&parts.console.store, &viewer.tenant, is_incomplete, after.as_ref()).await?;
    let next = next.map(|last| {
        let query: Vec<_> = show.map(|show| ("show", show)).into_iter().chain([("after", last.as_str())]).collect();
        address(HERE, &query)
    });
    let rows = products.iter().map(|(listed, counts)| ProductRow::new(&viewer, listed, counts, is_incomplete));
    let mut rows: Vec<_> = rows.collect();
    if after.is_none() && next.is_none() {
        // A longer list stays ordered by id, because a page reads only its own counters.
        rows.sort_by_key(|row| Reverse(row.reviews.waiting));
    }
    let page = ProductsPage { shell: viewer.shell("products"), is_incomplete, rows, next };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

impl ProductPage {
    async fn read(parts: &Parts, viewer: &Viewer, id: &ProductId, query: &Fields) -> Result<Self, Error> {
        let (store, tenant, texts) = (&parts.console.store, &viewer.tenant, viewer.texts);
        let (listed, counted) =
            try_join(store.listed_product(tenant, id), store.product_review_counts(tenant, Some(id))).await?;
        let over_time = OverTime::read(store, viewer, id);
        let together = Together::read(parts, viewer, id, query);
        let (over_time, together, latest) = try_join3(over_time, together, latest(parts, viewer, id)).await?;
        let products = listed.as_ref().map(|listed| from_ref(&listed.product)).unwrap_or_default();
        let page = viewer.public(&parts.base_url, &format!("{}.html", id.as_str()));
        Ok(Self {
            shell: viewer.shell("products"),
            subject: Subject::new(texts, Some(id), products),
            reviews: Reviews::new(texts, id.as_str(), &counted),
            over_time,
            latest,
            together,
            shared: page.map(|page| (page, OfProduct::new(viewer, &parts.base_url, Some(id)))),
            title: listed.as_ref().map(|listed| listed.product.title.as_str().to_owned()).unwrap_or_default(),
            is_described: listed.as_ref().is_some_and(|listed| listed.is_described),
            is_wrong: false,
            ask: listed.map(|listed| listed.ask).filter(|_| viewer.is_moderator()),
        })
    }
}

pub(crate) async fn show_product(Click { parts, viewer, id, fields }: Click<ProductId>) -> Served {
    let page = ProductPage::read(&parts, &viewer, &id, &fields).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn save_title(Click { parts, viewer, id, fields }: Click<ProductId>) -> Served {
    let typed = fields.text("title");
    let Ok(title) = Title::parse(typed) else {
        let page = ProductPage::read(&parts, &viewer, &id, &fields).await?;
        let page = ProductPage { title: typed.to_owned(), is_described: false, is_wrong: true, ..page };
        return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
    };
    let text = match parts.console.store.title_product(&viewer.tenant, &id, &title).await? {
        true => viewer.texts.say("product-title-done").with("title", title.as_str()).to_string(),
        false => viewer.texts.say("product-title-described").to_string(),
    };
    Ok(Flash::new(text).then(HERE))
}

pub(crate) async fn save_ask(Click { parts, viewer, id, fields }: Click<ProductId>) -> Served {
    let ask = fields.find("ask").is_some();
    let orders = (&parts.console.store, &parts.orders);
    if !choose_to_ask(orders, &viewer.caller(), &id, ask, viewer.now).await? {
        return Err(Failure::NotFound);
    }
    let text = viewer.texts.say(if ask { "product-ask-on" } else { "product-ask-off" }).to_string();
    Ok(Flash::new(text).then(&format!("{HERE}/{}", id.as_str())))
}

/// Makes the product that the form names one with the page's product, or alone, or leaves its place to the shop's system.
pub(crate) async fn save_together(Click { parts, viewer, id, fields }: Click<ProductId>) -> Served {
    let (store, tenant) = (&parts.console.store, &viewer.tenant);
    let named = ProductId::in_catalog(fields.text("product")).map_err(|_| Failure::NotFound)?;
    let (choice, text) = match fields.text("as") {
        "one" => {
            let main = store.groups_of(tenant, [&id]).await?.place(&id).main().cloned();
            (Some(Chosen::Of(main.unwrap_or_else(|| id.clone()))), "product-together-added")
        }
        "alone" => (Some(Chosen::Alone), "product-together-taken"),
        "system" => (None, "product-together-followed"),
        _ => return Err(Failure::NotFound),
    };
    let by = Some((&viewer.caller(), viewer.now));
    let page = format!("{HERE}/{}#together", id.as_str());
    if let Err(error) = name_main(store, tenant, &named, &Naming::Merchant(choice), by).await {
        return viewer.refused(error, &page);
    }
    let products = store.products(tenant, [&named]).await?;
    let title = Subject::new(viewer.texts, Some(&named), &products).title;
    Ok(Flash::new(viewer.texts.say(text).with("title", &title)).then(&page))
}

/// How many of the newest reviews a product's page shows.
const SHOWN: u32 = 3;

async fn latest(parts: &Parts, viewer: &Viewer, product: &ProductId) -> Result<Vec<Review>, Error> {
    let filter = ReviewFilter { product: Some(Some(product.clone())), ..ReviewFilter::default() };
    let (sort, start) = (ReviewSort::Newest, ReviewStart::Skip(0));
    let page = parts.reviews.reviews.list(&viewer.caller(), &filter, sort, start, SHOWN, viewer.now).await?;
    Ok(page.reviews.into_iter().map(|shown| shown.review).collect())
}
