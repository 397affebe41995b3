//! Products with their stars and a link to their reviews, and locations.

use std::slice::from_ref;
use std::sync::Arc;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::customer::Location;
use domain::order::{Product, ProductId};
use edge::body::Fields;
use form_urlencoded::Serializer;
use store::review::counters::ReviewCounts;

use crate::failure::Failure;
use crate::page::page;
use crate::pages::reviews;
use crate::parts::Parts;
use crate::respond::framed;
use crate::shell::Shell;
use crate::ui::product::Subject;
use crate::use_cases::{ProductFilter, ProductsPage as Found};
use crate::viewer::Viewer;

page! {
    "products" with "box" for Reader;
    get Reader "/console/products" => show;
}

const HERE: &str = "/console/products";
/// The products that lack something for shopping sites.
pub(crate) const INCOMPLETE: &str = "/console/products?show=incomplete";

#[derive(Template)]
#[template(path = "products.html")]
struct ProductsPage {
    shell: Shell,
    /// Whether only products that lack something are shown.
    is_incomplete: bool,
    rows: Vec<ProductRow>,
    locations: Vec<LocationRow>,
    next: Option<String>,
}

struct ProductRow {
    subject: Subject,
    reviews: String,
    /// The average of its published reviews as text; `None` without reviews.
    average: Option<String>,
    published: usize,
    waiting: usize,
    /// The texts that name what it lacks for shopping sites. Only in the list of these products.
    lacks: Vec<&'static str>,
}

struct LocationRow {
    name: String,
    /// The location's display name if it differs from the name, its slug and its code.
    about: String,
}

fn address(path: &str, query: &[(&str, &str)]) -> String {
    format!("{path}?{}", Serializer::new(String::new()).extend_pairs(query).finish())
}

impl ProductRow {
    fn new(viewer: &Viewer, product: &Product, counts: &ReviewCounts, shown: ProductFilter) -> Self {
        let subject = Subject::new(viewer.texts, Some(&product.id), from_ref(product));
        let number = |count| usize::try_from(count).unwrap_or(usize::MAX);
        let published = number(counts.published());
        Self {
            reviews: address(reviews::HERE, &[("product", &subject.id), ("show", "all")]),
            subject,
            average: (published > 0).then(|| viewer.texts.decimal(counts.published_average())),
            published,
            waiting: number(counts.waiting()),
            lacks: if shown == ProductFilter::Incomplete { lacks(product) } else { Vec::new() },
        }
    }
}

fn lacks(product: &Product) -> Vec<&'static str> {
    let page = product.url.is_none().then_some("products-no-page");
    let found = (!product.identifiers.are_enough()).then_some("products-no-number");
    page.into_iter().chain(found).collect()
}

impl LocationRow {
    fn new(location: &Location) -> Self {
        let own = location.display_name.as_ref().map(|_| location.name.as_str());
        let code = location.code.as_ref().map(|code| code.as_str());
        let about: Vec<_> = [own, Some(location.slug.as_str()), code].into_iter().flatten().collect();
        Self { name: location.public_name().as_str().to_owned(), about: about.join(" · ") }
    }
}

pub(crate) async fn show(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let fields = Fields::of_query(query.as_deref());
    let after = ProductId::in_catalog(fields.text("after")).ok();
    let shown = if fields.text("show") == "incomplete" { ProductFilter::Incomplete } else { ProductFilter::All };
    let Found { products, next, locations } =
        Found::read(&parts.console.store, &viewer.tenant, shown, after.as_ref()).await?;
    let next = next.map(|last| match shown {
        ProductFilter::All => address(HERE, &[("after", last.as_str())]),
        ProductFilter::Incomplete => address(HERE, &[("show", "incomplete"), ("after", last.as_str())]),
    });
    let rows = products.iter().map(|(product, counts)| ProductRow::new(&viewer, product, counts, shown)).collect();
    let locations = locations.iter().map(LocationRow::new).collect();
    let page = ProductsPage {
        shell: viewer.shell("products"),
        is_incomplete: shown == ProductFilter::Incomplete,
        rows,
        locations,
        next,
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}
