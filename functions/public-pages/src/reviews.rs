//! `GET /p/{shop}/{product}.json`, `.html` and `.jsonld`: what is published about a product.

use std::sync::Arc;

use app::review::{ProductPage, PublicShop};
use app::{Error, Reply};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use edge::Preferred;
use edge::native::Failure;
use edge::public::{cached, minute};
use texts::Texts;

use crate::Parts;
use crate::address::{Address, Format};
use crate::fragment::Fragment;
use crate::wire::json_ld::ProductLd;
use crate::wire::page::PageBody;

/// The fragment is made for other pages; opened by itself, it shows pictures and does nothing. The digest is that of
/// the style of templates/trust.html.
const POLICY: &str = "default-src 'none'; img-src https: http:; base-uri 'none'; form-action 'none'; \
    style-src 'sha256-ooMvwNIfND/5oIvjtlR2A+kgz1KchaSk9WpECo2H1E4='";
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// The published reviews of a product
///
/// Ten, newest first: as JSON, as a fragment of HTML for the shop's own page, or as JSON-LD, a schema.org `Product` as
/// the fragment contains it. Caches keep an answer for a minute.
#[utoipa::path(
    get, path = "/p/{shop}/{file}", operation_id = "getPublicPage",
    security(()),
    params(
        ("shop" = String, Path, description = "The shop's id."),
        ("file" = String, Path, description = "The product's id, or `@shop` for the shop itself, and `.json`, `.html` or `.jsonld`.", example = "shopify-7125386199075.json"),
    ),
    responses(
        (status = 200, description = "The first page.", content(
            (PageBody = "application/json"), (String = "text/html"), (ProductLd = "application/ld+json"),
        )),
        (status = 304, description = "The answer is the one that `If-None-Match` names."),
        (status = 404, description = "No shop with this id shows its reviews, the product is unknown, or there is no JSON-LD: the shop itself and products without reviews have no such description."),
    ),
)]
pub(crate) async fn first(
    State(parts): State<Arc<Parts>>,
    path: Result<Path<(String, String)>, PathRejection>,
    preferred: Preferred,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Path((shop, file)) = path.map_err(|_| Error::NotFound)?;
    parts.page(&shop, &Address::first(&file)?, preferred, &headers).await
}

/// A later page of the published reviews of a product
///
/// The next ten reviews.
#[utoipa::path(
    get, path = "/p/{shop}/{product}/{file}", operation_id = "getLaterPublicPage",
    security(()),
    params(
        ("shop" = String, Path, description = "The shop's id."),
        ("product" = String, Path, description = "The product's id, or `@shop` for the shop itself."),
        ("file" = String, Path, description = "The page's number and `.json`, `.html` or `.jsonld`.", example = "2.json"),
    ),
    responses(
        (status = 200, description = "The page.", content(
            (PageBody = "application/json"), (String = "text/html"), (ProductLd = "application/ld+json"),
        )),
        (status = 304, description = "The answer is the one that `If-None-Match` names."),
        (status = 404, description = "No shop with this id shows its reviews, the product is unknown or has fewer pages, or there is no JSON-LD."),
    ),
)]
pub(crate) async fn numbered(
    State(parts): State<Arc<Parts>>,
    path: Result<Path<(String, String, String)>, PathRejection>,
    preferred: Preferred,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Path((shop, product, file)) = path.map_err(|_| Error::NotFound)?;
    parts.page(&shop, &Address::numbered(&product, &file)?, preferred, &headers).await
}

impl Parts {
    async fn page(
        &self,
        slug: &str,
        address: &Address,
        preferred: Preferred,
        headers: &HeaderMap,
    ) -> Result<Response, Failure> {
        let now = minute(self.clock.now());
        let shop = self.public.shop(slug, now).await?;
        let Address { product, page, format } = address;
        let found = self.public.product_page(&shop, product.as_ref(), *page, now).await?;
        let (answer, fingerprint) = match format {
            Format::Json => {
                let reply = Reply::json(200, &PageBody::new(&shop, address, &found))?;
                (edge::reply(reply.clone()), shop.fingerprint(&reply.body))
            }
            Format::Html => {
                let html = self.fragment(slug, &shop, address, &found, preferred).small()?;
                let fingerprint = shop.fingerprint(&html);
                (in_html(html), fingerprint)
            }
            Format::JsonLd => {
                let ld = self.fragment(slug, &shop, address, &found, preferred).json_ld()?.ok_or(Error::NotFound)?;
                let fingerprint = shop.fingerprint(&ld);
                (([(CONTENT_TYPE, "application/ld+json"), (VARY, "accept-language")], ld).into_response(), fingerprint)
            }
        };
        Ok(cached(answer, &fingerprint, headers))
    }

    fn fragment<'a>(
        &self,
        slug: &str,
        shop: &'a PublicShop,
        address: &Address,
        found: &'a ProductPage,
        Preferred(language): Preferred,
    ) -> Fragment<'a> {
        let texts = Texts::page(shop.shop.language.unwrap_or(language));
        Fragment::new(texts, &format!("{}/p/{slug}", self.base_url), &shop.shop.name, address, found)
    }
}

/// HTML for the visitor's language. It may show pictures, and does nothing.
pub(crate) fn in_html(html: String) -> Response {
    let mut response = ([(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(ROBOTS, HeaderValue::from_static("noindex"));
    headers.insert(VARY, HeaderValue::from_static("accept-language"));
    response
}
