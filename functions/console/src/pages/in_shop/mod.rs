//! What a merchant can add to the shop's pages: lines for its system with the shop's ids in place, a preview of them,
//! and a QR code that leads to the page on which anybody may write.

use app::error::Error;
use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use domain::order::ProductId;
use domain::values::{Color, Scheme, Shades, ShopSystem};
use qrcode::QrCode;
use qrcode::render::svg;
use texts::Texts;

use crate::click::Click;
use crate::form::{Failure, Served};
use crate::page::page;
use crate::parts::Viewer;
use crate::respond::{Shell, framed};

page! {
    get Reader "/console/in-shop" => show;
    get Reader "/console/in-shop/look.css" => look;
    get Reader "/console/in-shop/qr.svg" => qr;
}

/// The pixels of one side of the code, which prints sharply at any size.
const QR_SIDE: u32 = 240;

#[derive(Template)]
#[template(path = "in-shop.html")]
struct InShopPage {
    shell: Shell,
    /// `None` if the shop shows no reviews.
    shown: Option<Shown>,
    /// The host of the page on which the reviews were last seen, and how long ago.
    seen: Option<(String, String)>,
    /// The reads in the last 24 hours that were counted.
    reads: usize,
}

impl InShopPage {
    /// The id of the text about where a system's lines belong.
    fn about(&self, system: &str) -> String {
        format!("in-shop-{system}")
    }
}

/// What a merchant can add to a product's page, and the page on which anybody may write about the product.
pub(crate) struct OfProduct {
    /// The lines of plain HTML.
    pub lines: String,
    pub write: String,
    /// The address of its QR code.
    pub qr: String,
}

impl OfProduct {
    /// `None` for the shop itself.
    pub(crate) fn new(viewer: &Viewer, base_url: &str, id: Option<&ProductId>) -> Self {
        let (shop, subject) = (viewer.tenant.id.as_str(), ProductId::name_of(id));
        let lines = Lines { base_url, shop, color: viewer.shop.shop.color };
        Self {
            lines: lines.of_page(id.map_or("@all", ProductId::as_str)),
            write: format!("{base_url}/review/write/{shop}/{subject}"),
            qr: format!("/console/in-shop/qr.svg?product={subject}"),
        }
    }
}

struct Shown {
    shop: String,
    /// The addresses of all published reviews and of the page about the shop's decisions.
    reviews: String,
    trust: String,
    /// The product in the preview and in the lines of plain HTML: one that customers were asked about, or else all.
    product: String,
    product_name: Option<String>,
    /// Each system's name, the end of its text's id, and its lines.
    systems: [(String, &'static str, String); 5],
    /// What the ids of the systems start with that the shop is connected to. Their lines are unfolded, if no plug-in replaces them.
    connected: Vec<&'static str>,
    /// About the product if there is one, otherwise about the shop.
    of_product: OfProduct,
}

impl Shown {
    fn is_open(&self, id: &str) -> bool {
        !self.has_plug_in() && self.connected.iter().any(|system| id.starts_with(system))
    }

    /// Whether WooCommerce's plug-in shows the reviews.
    fn has_plug_in(&self) -> bool {
        self.connected.contains(&ShopSystem::WooCommerce.product_prefix())
    }

    fn new(viewer: &Viewer, base_url: &str, product: Option<(&ProductId, &str)>, connected: Vec<&'static str>) -> Self {
        let (shop, color) = (viewer.tenant.id.as_str(), viewer.shop.shop.color);
        let id = product.map_or("@all", |(id, _)| id.as_str());
        Self {
            reviews: format!("{base_url}/p/{shop}/@all.html"),
            trust: format!("{base_url}/trust/{shop}"),
            shop: shop.to_owned(),
            product: id.to_owned(),
            product_name: product.map(|(_, name)| name.to_owned()),
            systems: Lines { base_url, shop, color }.of_systems(id, viewer.texts),
            connected,
            of_product: OfProduct::new(viewer, base_url, product.map(|(id, _)| id)),
        }
    }
}

/// The lines for a shop's pages.
struct Lines<'a> {
    base_url: &'a str,
    shop: &'a str,
    color: Option<Color>,
}

impl Lines<'_> {
    /// Each system's name, the end of its text's id, and its lines. Plain HTML is about the product of this id.
    fn of_systems(&self, id: &str, texts: Texts) -> [(String, &'static str, String); 5] {
        let Self { base_url, shop, color: _ /* in the elements */ } = self;
        let script = self.script();
        let liquid = " product=\"shopify-{{ product.id }}\"";
        let joined = " structured-data=\"{{ request.origin }}{{ product.url }}#product\"";
        let (liquid_stars, liquid_reviews) =
            (self.stars(liquid), self.reviews(liquid, joined, "shopify-{{ product.id }}"));
        // WordPress writes the product's number into a class of the page's body.
        let number = "<script type=\"module\">\n  const [, number] = /postid-(\\d+)/.exec(document.body.className);\n  \
            for (const element of document.querySelectorAll(\"afterword-stars, afterword-reviews\")) \
            element.setAttribute(\"product\", `woo-${number}`);\n</script>";
        let (numbered_stars, numbered_reviews) =
            (self.stars(""), self.reviews("", " structured-data=\"#product\"", "@all"));
        let page_code = format!(
            "$w.onReady(async () => {{\n  const product = await $w(\"#productPage1\").getProduct();\n  \
             $w(\"#reviews\").setAttribute(\"shop\", \"{shop}\");\n  $w(\"#reviews\").setAttribute(\"product\", product._id);\n}});"
        );
        let woo = |theme| format!("WooCommerce · {}", texts.say(theme));
        [
            ("Shopify".to_owned(), "shopify", format!("{script}\n{liquid_stars}\n{liquid_reviews}")),
            (woo("in-shop-block"), "woo", format!("{number}\n{script}\n{numbered_stars}\n{numbered_reviews}")),
            (woo("in-shop-classic"), "woo-classic", self.of_classic_theme(&script)),
            ("Wix".to_owned(), "wix", format!("{base_url}/embed/v1.js\n\n{page_code}")),
            ("HTML".to_owned(), "html", self.of_page(id)),
        ]
    }

    fn script(&self) -> String {
        format!("<script type=\"module\" src=\"{}/embed/v1.js\"></script>", self.base_url)
    }

    /// The lines of plain HTML for the page of the product with this id.
    fn of_page(&self, id: &str) -> String {
        let product = format!(" product=\"{id}\"");
        [self.script(), self.stars(&product), self.reviews(&product, "", id)].join("\n")
    }

    /// The lines of a theme without a site editor. In the summary, the title has priority 5 and WooCommerce's stars 10; below it,
    /// the tabs have 10 and the up-sells 15. WooCommerce's own JSON-LD has this `@id`.
    fn of_classic_theme(&self, script: &str) -> String {
        let product = "woo-<?php echo get_the_ID(); ?>";
        let of_product = format!(" product=\"{product}\"");
        let stars = self.stars(&of_product);
        let reviews = self.reviews(&of_product, " structured-data=\"<?php the_permalink(); ?>#product\"", product);
        format!(
            "add_action( 'woocommerce_single_product_summary', function () {{ ?>\n{script}\n{stars}\n<?php }}, 6 );\n\
             add_action( 'woocommerce_after_single_product_summary', function () {{ ?>\n{reviews}\n<?php }}, 11 );"
        )
    }

    fn stars(&self, product: &str) -> String {
        let (shop, accent) = (self.shop, self.accent());
        format!(
            "<afterword-stars shop=\"{shop}\"{product} style=\"display:block;min-block-size:1.6em{accent}\"></afterword-stars>"
        )
    }

    fn reviews(&self, product: &str, more: &str, page: &str) -> String {
        let (Self { base_url, shop, color: _ /* the accent */ }, accent) = (self, self.accent());
        format!(
            "<afterword-reviews id=\"reviews\" shop=\"{shop}\"{product} write{more}\n  \
             style=\"display:block;clear:both;min-block-size:max(24rem,100svh){accent}\">\n  \
             <a href=\"{base_url}/p/{shop}/{page}.html\">Reviews</a>\n</afterword-reviews>"
        )
    }

    /// The shop's color as the elements' property; nothing if the shop has none.
    fn accent(&self) -> String {
        let Some(color) = self.color else { return String::new() };
        let [light, dark] = [Scheme::Light, Scheme::Dark].map(|scheme| color.shades(scheme).accent);
        format!(";--afterword-accent:light-dark({light},{dark})")
    }
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let product = parts.texts.example(&viewer.tenant).await?;
    let product = product.as_ref().map(|product| (&product.id, product.title.as_str()));
    let is_public = viewer.public(&parts.base_url, "@all.html").is_some();
    let connected = parts.integrations.list(&viewer.caller(), viewer.now).await?;
    let connected = connected.iter().map(|one| one.record.system.product_prefix()).collect();
    let shown = is_public.then(|| Shown::new(&viewer, &parts.base_url, product, connected));
    let (seen, reads) = parts.console.store.reads_in_shop(&viewer.tenant, viewer.now).await.map_err(Error::from)?;
    let seen = seen.map(|seen| (seen.host, viewer.ago(seen.at)));
    let page = InShopPage { shell: viewer.shell("in-shop"), shown, seen, reads };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// The preview's stylesheet with the shop's color, because the page's policy allows no inline style.
pub(crate) async fn look(Click { viewer, .. }: Click) -> Response {
    let of = |scheme| {
        let accent = Shades::new(viewer.shop.shop.color, scheme).accent;
        format!("afterword-stars,afterword-reviews{{--afterword-accent:{accent}}}")
    };
    let (day, night) = (of(Scheme::Light), of(Scheme::Dark));
    let css = format!("{day}@media (prefers-color-scheme: dark){{{night}}}");
    ([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "no-store")], css).into_response()
}

/// The QR code of the page on which anybody may write about a product, or about the shop.
pub(crate) async fn qr(Click { parts, viewer, fields, .. }: Click) -> Served {
    let product = ProductId::named(fields.text("product")).map_err(|_| Failure::NotFound)?;
    let (base_url, shop) = (&parts.base_url, viewer.tenant.id.as_str());
    let url = format!("{base_url}/review/write/{shop}/{}", ProductId::name_of(product.as_ref()));
    let code = QrCode::new(&url).map_err(|error| Error::Internal(format!("cannot draw a QR code: {error}")))?;
    let svg = code.render::<svg::Color<'_>>().min_dimensions(QR_SIDE, QR_SIDE).build();
    Ok(([(CONTENT_TYPE, "image/svg+xml"), (CACHE_CONTROL, "no-store")], svg).into_response())
}
