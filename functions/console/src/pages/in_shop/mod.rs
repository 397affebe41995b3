//! What a merchant can add to the shop's pages: lines for its system with the shop's ids in place, a preview of them,
//! and a QR code that leads to the page on which anybody may write.

use app::error::Error;
use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use domain::order::{Product, ProductId};
use domain::values::{Color, Mode, Scheme, Shades, ShopSystem};
use integrations::{Integration, OthersStars, PlugIn, ShopRefusal, StarsSwitch};
use jiff::SignedDuration;
use qrcode::QrCode;
use qrcode::render::svg;

use crate::click::Click;
use crate::form::{Failure, Flash, Served};
use crate::page::page;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};

page! {
    get Reader "/console/in-shop" => show;
    get Reader "/console/in-shop/look.css" => look;
    get Reader "/console/in-shop/qr.svg" => qr;
    post Owner "/console/in-shop/stars" => switch;
}

const HERE: &str = "/console/in-shop";
/// For how long a value of another app is shown.
const OTHERS_SHOWN_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);
/// The pixels of one side of the code, which prints sharply at any size.
const QR_SIDE: u32 = 240;
/// What the elements call all products.
const ALL: &str = "@all";

#[derive(Template)]
#[template(path = "in-shop.html")]
struct InShopPage {
    shell: Shell,
    base_url: String,
    is_public: bool,
    /// The product in the preview and in the lines of plain HTML: one that customers were asked about; `None` for all.
    product: Option<Product>,
    of_product: OfProduct,
    /// Each system's name, its word, and its places.
    systems: [(&'static str, &'static str, Vec<Place>); 3],
    connected: Vec<ShopSystem>,
    /// The stars in Shopify's own fields; `None` if the shop never was at Shopify.
    stars: Option<Stars>,
    /// The host of the page on which the reviews were last seen, and how long ago.
    seen: Option<(String, String)>,
    /// The reads in the last 24 hours that were counted.
    reads: usize,
}

/// The end of the id of the text about a place, and what is pasted there.
type Place = (&'static str, String);

/// What is said of the stars in Shopify's own fields, and which buttons there are.
struct Stars {
    sentences: Vec<String>,
    is_wrong: bool,
    may_show: bool,
    may_take_away: bool,
}

impl InShopPage {
    /// Whether WooCommerce's plug-in shows the reviews.
    fn has_plug_in(&self) -> bool {
        self.connected.contains(&PlugIn::SYSTEM)
    }

    /// Whether a system's lines are unfolded: the shop is connected to it, and no plug-in shows the reviews.
    fn is_open(&self, id: &str) -> bool {
        !self.has_plug_in() && self.connected.iter().any(|system| system.as_str() == id)
    }

    fn product(&self) -> &str {
        self.product.as_ref().map_or(ALL, |product| product.id.as_str())
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
        let (lines, subject) = (Lines::new(viewer, base_url), ProductId::name_of(id));
        Self {
            lines: lines.of_page(id.map_or(ALL, ProductId::as_str)),
            write: format!("{base_url}/review/write/{}/{subject}", lines.shop),
            qr: format!("/console/in-shop/qr.svg?product={subject}"),
        }
    }
}

/// The lines for a shop's pages.
struct Lines<'a> {
    base_url: &'a str,
    shop: &'a str,
    color: Option<Color>,
}

impl<'a> Lines<'a> {
    fn new(viewer: &'a Viewer, base_url: &'a str) -> Self {
        Self { base_url, shop: viewer.tenant.id.as_str(), color: viewer.shop.shop.color }
    }

    /// The stars, and the list: a section of Dawn, and of themes made from it, has no margins but this class's.
    fn of_shopify(&self) -> Vec<Place> {
        let (script, liquid) = (self.script(), " product=\"shopify-{{ product.id }}\"");
        let joined = " structured-data=\"{{ request.origin }}{{ product.url }}#product\"";
        let list = self.reviews(liquid, joined, "shopify-{{ product.id }}");
        vec![
            ("shopify", format!("{script}\n{}", self.stars(liquid))),
            ("shopify-list", format!("{script}\n<div class=\"page-width\">\n{list}\n</div>")),
        ]
    }

    /// The script's address, and the code of Wix' page of a product.
    fn of_wix(&self) -> Vec<Place> {
        let Self { base_url, shop, color: _ /* Wix' own design tells it */ } = self;
        let code = format!(
            "$w.onReady(async () => {{\n  const product = await $w(\"#productPage1\").getProduct();\n  \
             $w(\"#reviews\").setAttribute(\"shop\", \"{shop}\");\n  $w(\"#reviews\").setAttribute(\"product\", product._id);\n}});"
        );
        vec![("wix", format!("{base_url}/embed/v1.js")), ("wix-code", code)]
    }

    fn script(&self) -> String {
        format!("<script type=\"module\" src=\"{}/embed/v1.js\"></script>", self.base_url)
    }

    /// The lines of plain HTML for the page of the product with this id.
    fn of_page(&self, id: &str) -> String {
        let product = format!(" product=\"{id}\"");
        [self.script(), self.stars(&product), self.reviews(&product, "", id)].join("\n")
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
    let connected = parts.integrations.list(&viewer.caller(), viewer.now).await?;
    let (seen, reads) = parts.console.store.reads_in_shop(&viewer.tenant, viewer.now).await?;
    let of_product = OfProduct::new(&viewer, &parts.base_url, product.as_ref().map(|product| &product.id));
    let lines = Lines::new(&viewer, &parts.base_url);
    let stars = stars(&parts, &viewer, connected.iter().find(|one| one.record.system == ShopSystem::Shopify)).await?;
    let page = InShopPage {
        stars,
        shell: viewer.shell("in-shop"),
        base_url: parts.base_url.clone(),
        is_public: viewer.public(&parts.base_url, "@all.html").is_some(),
        systems: [
            ("Shopify", "shopify", lines.of_shopify()),
            ("Wix", "wix", lines.of_wix()),
            ("HTML", "html", vec![("html", of_product.lines.clone())]),
        ],
        product,
        of_product,
        connected: connected.iter().map(|one| one.record.system).collect(),
        seen: seen.map(|seen| (seen.host, viewer.ago(seen.at))),
        reads,
    };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

async fn stars(parts: &Parts, viewer: &Viewer, shopify: Option<&Integration>) -> Result<Option<Stars>, Failure> {
    let texts = viewer.texts;
    if viewer.tenant.mode == Mode::Test {
        return Ok(None);
    }
    let known = parts.stars.stars(&viewer.tenant).await?;
    let has_app = shopify.is_some_and(|one| one.record.is_asking && one.record.access().is_some());
    let Some(stars) = known else {
        let about = if has_app { "stars-about" } else { "stars-no-app" };
        let off = Stars {
            sentences: vec![texts.say(about).to_string()],
            is_wrong: false,
            may_show: has_app,
            may_take_away: false,
        };
        return Ok(shopify.map(|_| off));
    };
    let ends = stars.is_off || shopify.is_none();
    let count = |id, count: usize| texts.say(id).count("count", count);
    let mut sentences = Vec::new();
    if ends {
        // Until the first step, nothing is taken away.
        sentences.push(count("stars-leave", stars.products.max(stars.waiting)).to_string());
    } else if stars.has_definitions {
        sentences.push(count("stars-on", stars.products).to_string());
    }
    match (&stars.refusal, stars.written_at) {
        (Some(refusal), _) => {
            let id = if refusal.why == ShopRefusal::NotAllowed {
                "stars-scope".to_owned()
            } else {
                format!("sys-shop-{}", refusal.why.as_str())
            };
            sentences.push(texts.say(&id).to_string());
            sentences.push(texts.say(if stars.is_given_up { "stars-given-up" } else { "stars-again" }).to_string());
        }
        (None, Some(at)) if !ends && stars.waiting == 0 => {
            sentences.push(texts.say("stars-as-of").words("ago", &viewer.ago(at)).to_string())
        }
        (None, _) if !ends => sentences.push(count("stars-waiting", stars.waiting).to_string()),
        (None, _) => {}
    }
    let (refused, others) = (&stars.refused, &stars.others);
    let named: Vec<_> = refused.0.iter().chain(others.as_ref().map(|others| &others.product)).cloned().collect();
    let products = parts.console.store.products(&viewer.tenant, &named).await?;
    let title = |id: &ProductId| {
        let known = products.iter().find(|product| product.id == *id);
        known.map_or_else(|| id.as_str().to_owned(), |product| product.title.as_str().to_owned())
    };
    if refused.1 > 0 && !ends {
        let names: Vec<_> = refused.0.iter().map(title).collect();
        sentences.push(count("stars-refused", refused.1).words("products", &names.join(", ")).to_string());
    }
    let is_recent = |others: &&OthersStars| viewer.now.duration_since(others.seen_at) < OTHERS_SHOWN_FOR;
    let others = others.as_ref().filter(|_| !ends).filter(is_recent);
    if let Some(others) = others {
        let (product, ago) = (title(&others.product), viewer.ago(others.seen_at));
        let said = texts.say("stars-others").words("product", &product).words("ago", &ago);
        sentences.push(said.words("average", &others.average).words("count", &others.count).to_string());
    }
    Ok(Some(Stars {
        sentences,
        is_wrong: stars.refusal.is_some() || others.is_some(),
        may_show: has_app && (ends || stars.is_given_up),
        may_take_away: !ends || stars.is_given_up,
    }))
}

/// Switches the stars in Shopify's own fields on or off.
pub(crate) async fn switch(Click { parts, viewer, fields, .. }: Click) -> Served {
    let caller = viewer.caller();
    let text = match fields.find("show") {
        None => {
            parts.stars.off(&caller, viewer.now).await?;
            viewer.texts.say("stars-off-done").to_string()
        }
        Some(_) => match parts.stars.on(&caller, viewer.now).await? {
            StarsSwitch::Done => viewer.texts.say("stars-on-done").to_string(),
            StarsSwitch::NoApp => viewer.texts.say("stars-no-app").to_string(),
            StarsSwitch::Refused(ShopRefusal::NotAllowed) => viewer.texts.say("stars-scope").to_string(),
            StarsSwitch::Refused(why) => viewer.word("sys-shop", why.as_str()),
        },
    };
    Ok(Flash::new(text).then(HERE))
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
