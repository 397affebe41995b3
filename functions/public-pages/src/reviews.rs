//! `GET /p/{shop}/{product}.json`, `.html` and `.jsonld`: the published reviews of a product, of the shop itself, or of both.

use app::error::Error;
use app::idempotency::Reply;
use app::review::{PublicList, PublicPage, PublicShop, PublicView};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery};
use axum::http::HeaderMap;
use domain::review::Rating;
use domain::values::Language;
use edge::body::{Fields, whole};
use edge::language::Preferred;
use edge::native::Served;
use edge::page::is_opened;
use edge::respond::minute;
use jiff::Timestamp;
use serde::Serialize;
use texts::Texts;

use crate::address::{Address, Folders, Format, SORTS};
use crate::answers::Answer;
use crate::fragment::Fragment;
use crate::fragment::json_ld::ProductLd;
use crate::wire::page::{PageBody, Shown};
use crate::{Parts, SharedParts, embed};

/// For JSON. While a cache gets a new answer, or gets none, it may use the old one, but not for long: the answer may show what was
/// withheld.
const JSON_KEPT: &str = "public, max-age=60, stale-while-revalidate=60, stale-if-error=600";
/// For HTML and JSON-LD.
const HTML_KEPT: &str = "public, max-age=60";

/// The published reviews of a product
///
/// Ten reviews, newest first, as JSON, as a fragment of HTML for the shop's page, or as JSON-LD: the schema.org `Product` of the
/// fragment. The page of a product without description and reviews is empty. If a person opens the fragment in a browser, the
/// answer is a whole page, and 404 for such a product. The fragment's style sheet has its own URL. Caches store answers for a
/// minute, and the style sheet for a year.
#[utoipa::path(
    get, path = "/p/{shop}/{file}", operation_id = "getPublicPage",
    security(()),
    params(
        ("shop" = String, Path, description = "The shop's id."),
        ("file" = String, Path, description = "The product's id, `@shop` for the shop itself or `@all` for all reviews, and `.json`, `.html` or `.jsonld`; or the name of a style.", example = "shopify-7125386199075.json"),
        ("stars" = Option<u8>, Query, description = "Only reviews with this many stars, 1 to 5, among the newest 300.", example = 5),
        ("photos" = Option<bool>, Query, description = "Only reviews with photos, among the newest 300."),
        ("sort" = Option<String>, Query, description = "`highest` or `lowest`: most or fewest stars first, among the newest 300."),
        ("limit" = Option<u32>, Query, description = "The most reviews, 1 to 25. Default: 10.", example = 5),
        ("lang" = Option<String>, Query, description = "A language tag. The reviews of products that are one then begin with those in this language, among the newest 300. The JSON has `labels`: the texts of a page in this language or, if we do not support it, in the shop's language.", example = "de"),
        ("id" = Option<String>, Query, description = "The `@id` of the product in your page's own JSON-LD. Our JSON-LD, also that of the fragment, then has this `@id`, the rating and the reviews, and nothing else.", example = "https://shop.example/products/board#product"),
    ),
    responses(
        (status = 200, description = "The first page.", content(
            (PageBody = "application/json"), (String = "text/html"), (ProductLd = "application/ld+json"), (String = "text/css"),
        )),
        (status = 304, description = "`If-None-Match` names the current answer."),
        (status = 404, description = "The shop is unknown or does not show its reviews, or a parameter is invalid. JSON-LD exists only for products with reviews."),
    ),
)]
pub(crate) async fn first(
    parts: SharedParts,
    path: Result<Path<(String, String)>, PathRejection>,
    query: RawQuery,
    preferred: Preferred,
    headers: HeaderMap,
) -> Served {
    let Path((shop, file)) = path.map_err(|_| Error::NotFound)?;
    if let Some(style) = embed::named(&file) {
        return Ok(style.answer(&file, ""));
    }
    parts.page(&shop, &Address::first(&file)?, &Query::parse(&query)?, preferred, &headers).await
}

/// A later page of the published reviews of a product
///
/// The next ten reviews.
#[utoipa::path(
    get, path = "/p/{shop}/{product}/{file}", operation_id = "getLaterPublicPage",
    security(()),
    params(
        ("shop" = String, Path, description = "The shop's id."),
        ("product" = String, Path, description = "The product's id, `@shop` for the shop itself or `@all` for all reviews."),
        ("file" = String, Path, description = "The page's number and `.json`, `.html` or `.jsonld`.", example = "2.json"),
        ("after" = Option<u64>, Query, description = "The review after which the page begins. Take it from `next`; pages beyond the newest 300 reviews have no number."),
        ("stars" = Option<u8>, Query, description = "As for the first page."),
        ("photos" = Option<bool>, Query, description = "As for the first page."),
        ("sort" = Option<String>, Query, description = "As for the first page."),
        ("limit" = Option<u32>, Query, description = "The same value as for the first page."),
        ("lang" = Option<String>, Query, description = "As for the first page."),
    ),
    responses(
        (status = 200, description = "The page.", content(
            (PageBody = "application/json"), (String = "text/html"), (ProductLd = "application/ld+json"),
        )),
        (status = 304, description = "`If-None-Match` names the current answer."),
        (status = 404, description = "The shop is unknown or does not show its reviews, the product has fewer pages, a parameter is invalid, or there is no JSON-LD."),
    ),
)]
pub(crate) async fn numbered(
    parts: SharedParts,
    path: Result<Path<(String, String, String)>, PathRejection>,
    query: RawQuery,
    preferred: Preferred,
    headers: HeaderMap,
) -> Served {
    let Path((shop, product, file)) = path.map_err(|_| Error::NotFound)?;
    let fields = Fields::of_query(query.0.as_deref());
    let address = Address::numbered(&product, &file, fields.find("after"))?;
    parts.page(&shop, &address, &Query::parse(&query)?, preferred, &headers).await
}

impl Parts {
    async fn page(
        &self,
        slug: &str,
        address: &Address,
        query: &Query,
        preferred: Preferred,
        headers: &HeaderMap,
    ) -> Served {
        if address.format == Format::Json {
            return self.json(slug, address, query, headers).await;
        }
        let Address { list, page, after, format } = address;
        let is_opened = is_opened(headers);
        let folders = Folders { base_url: &self.base_url, slug };
        let shown = (after, format, is_opened, preferred.0, &query.node);
        let own = format!("{} {shown:?}", folders.page(list, *page, query.view, ""));
        let now = minute(self.clock.now());
        if let Some(answer) = self.answers.find(now, &own) {
            return Ok(answer.respond(headers));
        }
        let shop = self.public.shop(slug, now).await?;
        let found = self.public.list_page(&shop, list, query.view, (*page, *after), now).await?;
        let fragment = self.fragment(slug, &shop, address, query, &found, preferred);
        let body = match format {
            // Whoever made the address up would otherwise choose the page's heading.
            Format::Html if is_opened && !found.is_known && *list != PublicList::All => {
                return Err(Error::NotFound.into());
            }
            Format::Html if is_opened => fragment.document()?,
            Format::Html => fragment.small()?,
            Format::Json | Format::JsonLd => fragment.json_ld()?.ok_or(Error::NotFound)?,
        };
        let answer = Answer { fingerprint: shop.fingerprint(&body), body, cache_control: HTML_KEPT, format: *format };
        self.answers.keep(now, own, answer.clone());
        Ok(answer.respond(headers))
    }

    /// A page as JSON, made once a minute. The address contains everything that the page depends on, including the language.
    async fn json(&self, slug: &str, address: &Address, query: &Query, headers: &HeaderMap) -> Served {
        let Address { list, page, after, format: _ } = address;
        let folders = Folders { base_url: &self.base_url, slug };
        let own = format!("{} {after:?} {:?}", folders.page(list, *page, query.view, "json"), query.language);
        let now = minute(self.clock.now());
        self.count_read(slug, headers);
        if let Some(answer) = self.answers.find(now, &own) {
            return Ok(answer.respond(headers));
        }
        let shop = self.public.shop(slug, now).await?;
        self.note_seen(slug, &shop, headers, now).await;
        let found = self.public.list_page(&shop, list, query.view, (*page, *after), now).await?;
        let spoken = |asked: Option<Language>| asked.or(shop.shop.language).unwrap_or(Language::English);
        let texts = query.language.map(|asked| Texts::page(spoken(asked)));
        let fragment = || self.fragment(slug, &shop, address, query, &found, Preferred(spoken(None)));
        // A language that we support is a part of the view.
        let instead = texts.filter(|_| query.view.language.is_none());
        let instead = instead.map_or_else(String::new, |texts| format!("&lang={}", texts.language().as_str()));
        let next = found.next.and_then(|_| fragment().next("json")).map(|next| next + &instead);
        let is_described = texts.is_some() && *page == 1 && query.view.is_whole();
        let structured_data = is_described.then(|| fragment().structured_data()).flatten();
        let facts = shop.review_settings.facts.as_ref();
        let shown = Shown { folders, shop: &shop.shop, facts, address, found: &found, texts };
        let body = PageBody::new((shown, next, structured_data));
        Ok(self.answer(&shop, now, own, &body, JSON_KEPT)?.respond(headers))
    }

    /// Makes an answer that is valid from `since` on, and keeps it.
    pub(crate) fn answer(
        &self,
        shop: &PublicShop,
        since: Timestamp,
        address: String,
        body: &impl Serialize,
        cache_control: &'static str,
    ) -> Result<Answer, Error> {
        let body = Reply::json(200, body)?.body;
        let answer = Answer { fingerprint: shop.fingerprint(&body), body, cache_control, format: Format::Json };
        self.answers.keep(since, address, answer.clone());
        Ok(answer)
    }

    fn fragment<'a>(
        &'a self,
        slug: &'a str,
        shop: &'a PublicShop,
        address: &'a Address,
        query: &'a Query,
        found: &'a PublicPage,
        Preferred(language): Preferred,
    ) -> Fragment<'a> {
        let texts = Texts::page(shop.shop.language.unwrap_or(language));
        Fragment::new(
            texts,
            Folders { base_url: &self.base_url, slug },
            (&shop.shop, shop.review_settings.facts.as_ref()),
            address,
            (query.view, query.node.as_deref()),
            found,
        )
    }
}

struct Query {
    view: PublicView,
    /// The language of `labels`: `None` without labels, `Some(None)` for the shop's language.
    language: Option<Option<Language>>,
    /// The `@id` of the page's own product, which the JSON-LD gets.
    node: Option<String>,
}

/// The longest `@id`, in bytes.
const NODE_MAX: usize = 2_048;

impl Query {
    /// Errors: [`Error::NotFound`] if a value is invalid.
    fn parse(RawQuery(query): &RawQuery) -> Result<Self, Error> {
        let fields = Fields::of_query(query.as_deref());
        let stars = fields.find("stars").map(|stars| Rating::parse(stars).map_err(|_| Error::NotFound)).transpose()?;
        let named =
            |sort: &str| SORTS.iter().find(|(name, _)| *name == sort).map(|(_, sort)| *sort).ok_or(Error::NotFound);
        let sort = fields.find("sort").map(named).transpose()?.unwrap_or_default();
        let has_photos = match fields.find("photos") {
            None | Some("false") => false,
            Some("true") => true,
            Some(_) => return Err(Error::NotFound),
        };
        let limit = |limit: &str| {
            let is_one = |number: &u32| !limit.starts_with('0') && (1..=PublicView::LIMIT_MAX).contains(number);
            whole(limit).filter(is_one).ok_or(Error::NotFound)
        };
        let limit = fields.find("limit").map(limit).transpose()?.unwrap_or(PublicView::LIMIT);
        let language = fields.find("lang").map(Language::find);
        let view = PublicView { stars, has_photos, sort, language: language.flatten(), limit };
        let node = fields.find("id").map(ToOwned::to_owned);
        if node.as_ref().is_some_and(|node| node.is_empty() || node.len() > NODE_MAX) {
            return Err(Error::NotFound);
        }
        Ok(Self { view, language, node })
    }
}
