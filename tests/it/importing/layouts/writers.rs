//! A small writer for each layout: the columns as the systems' own exports and templates have them, with their ways of writing
//! dates, flags, lists, HTML and encodings.

use crate::support::*;

use super::{Review, Sold};

/// How a system's files begin their import and its products' ids: its format, query, word in reviews, and prefix.
type System = [&'static str; 4];

/// A layout of a system, and what a file of it can hold.
pub struct Layout {
    pub name: &'static str,
    pub format: &'static str,
    pub query: &'static str,
    pub platform: &'static str,
    /// How the products' ids begin.
    pub prefix: &'static str,
    holds: &'static str,
    /// Whether the row of a review has its product's number.
    pub is_numbered: fn(&Review) -> bool,
    pub write: fn(&[Sold], &[Review]) -> Vec<u8>,
}

impl Layout {
    /// Whether a file of it holds reviews' `id`, `title`, `time`, `reply`, when they were `replied`, `verified` or `pictures`,
    /// those that are not public (`hidden`), and those of the shop itself (`shop`).
    pub fn holds(&self, what: &str) -> bool {
        self.holds.split(' ').any(|held| held == what)
    }

    /// Takes away what the layout cannot hold.
    pub fn limit(&self, reviews: &mut [Review]) {
        for review in reviews {
            review.is_public |= !self.holds("hidden");
            review.product = review.product.or((!self.holds("shop")).then_some(0));
        }
    }
}

const fn layout(
    name: &'static str,
    [format, query, platform, prefix]: System,
    holds: &'static str,
    is_numbered: fn(&Review) -> bool,
    write: fn(&[Sold], &[Review]) -> Vec<u8>,
) -> Layout {
    Layout { name, format, query, platform, prefix, holds, is_numbered, write }
}

const JUDGEME: System = ["judgeme", "platform=shopify", "judgeme", "shopify"];
const JUDGEME_OF_WOO: System = ["judgeme", "platform=woocommerce", "judgeme", "woo"];
const LOOX: System = ["loox", "", "loox", "shopify"];
const YOTPO: System = ["yotpo", "platform=shopify", "yotpo", "shopify"];
const OKENDO: System = ["okendo", "", "okendo", "shopify"];
const STAMPED: System = ["stamped", "platform=shopify", "stamped", "shopify"];
const SPR: System = ["spr", "", "shopify", "shopify"];
const WOO: System = ["woocommerce", "", "woocommerce", "woo"];
const CUSREV: System = ["cusrev", "", "woocommerce", "woo"];
const WEBTOFFEE: System = ["webtoffee", "", "woocommerce", "woo"];
const OTHER: System = [
    "generic",
    "platform=shopify&dates=day_first&columns=external_review_id=Nr,product_handle=Artikel,rating=Sterne,created_at=Datum,\
        title=Titel,body=Text,name=Von,email=Mail,status=Sichtbar,reply=Antwort",
    "other",
    "shopify",
];
const ALL: fn(&Review) -> bool = |_| true;
const NONE: fn(&Review) -> bool = |_| false;
const THIRD: fn(&Review) -> bool = |it| it.id.is_multiple_of(3);

/// Templates and answers of public calls have public reviews alone.
pub static LAYOUTS: [Layout; 16] = [
    layout("Judge.me export", JUDGEME, "id title time reply replied pictures hidden shop", ALL, judgeme_export),
    layout("Judge.me template", JUDGEME, "title reply pictures", NONE, judgeme_template),
    layout("Judge.me of Woo", JUDGEME_OF_WOO, "id title time reply replied pictures hidden shop", ALL, judgeme_export),
    layout("Loox export", LOOX, "id time verified pictures hidden", ALL, loox_export),
    layout("Loox template", LOOX, "time reply replied verified pictures", ALL, loox_template),
    layout("Yotpo export", YOTPO, "id title pictures hidden shop", ALL, yotpo_export),
    layout("Yotpo template", YOTPO, "title reply verified pictures hidden shop", ALL, yotpo_template),
    layout("Okendo template", OKENDO, "title time reply replied verified pictures hidden", THIRD, okendo_template),
    layout("Okendo export", OKENDO, "id title time reply verified hidden", ALL, okendo_export),
    layout("Stamped", STAMPED, "title time reply replied hidden shop", ALL, stamped),
    layout("Shopify Product Reviews", SPR, "title time reply replied hidden", NONE, spr),
    layout("WooCommerce REST", WOO, "id time verified hidden", ALL, woo_rest),
    layout("WooCommerce Store API", WOO, "id time verified", ALL, woo_store),
    layout("CusRev", CUSREV, "id pictures", ALL, cusrev),
    layout("WebToffee", WEBTOFFEE, "id time verified pictures hidden", ALL, webtoffee),
    layout("any other", OTHER, "id title reply hidden", NONE, generic),
];

/// A table with these headings, between whose cells this is, with every cell in quotation marks that needs them.
fn table(separator: char, line_end: &str, headings: &str, rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: Vec<String>| {
        let cells = cells.into_iter().map(|cell| match cell.contains([separator, '"', '\n', '\r']) {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell,
        });
        cells.collect::<Vec<_>>().join(&separator.to_string()) + line_end
    };
    let headings: Vec<String> = headings.split(',').map(ToOwned::to_owned).collect();
    let width = headings.len();
    let rows = rows.inspect(|cells| assert_eq!(cells.len(), width, "{cells:?}")).map(line);
    line(headings.clone()) + &rows.collect::<String>()
}

/// Text as HTML that systems keep.
fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\'', "&#39;").replace('\n', "<br />")
}

/// A time as Ruby writes it.
fn ruby(review: &Review) -> String {
    review.at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}

fn day(review: &Review) -> String {
    review.at.strftime("%Y-%m-%d").to_string()
}

fn reply(review: &Review) -> String {
    review.reply.as_ref().map(|(text, _)| text.clone()).unwrap_or_default()
}

fn replied(review: &Review, format: &str) -> String {
    review.reply.as_ref().map(|(_, at)| at.strftime(format).to_string()).unwrap_or_default()
}

fn flag(is: bool, yes: &str, no: &str) -> String {
    if is { yes } else { no }.to_owned()
}

fn strings<const N: usize>(cells: [&dyn ToString; N]) -> Vec<String> {
    cells.iter().map(|cell| cell.to_string()).collect()
}

fn number(products: &[Sold], review: &Review) -> String {
    review.product.map(|product| products[product].number.to_string()).unwrap_or_default()
}

fn handle(products: &[Sold], review: &Review) -> String {
    review.product.map(|product| products[product].handle.clone()).unwrap_or_default()
}

fn pictures(review: &Review, separator: &str) -> String {
    review.pictures.join(separator)
}

fn utf16(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn judgeme_export(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let head = "title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,\
        reply_date,picture_urls,ip_address,location,metaobject_handle";
    let rows = reviews.iter().map(|it| {
        let curated = if it.is_public {
            "ok"
        } else if it.id.is_multiple_of(2) {
            "spam"
        } else {
            "not-yet"
        };
        let id = format!("review-{}", it.id);
        let (at, no, slug) = (ruby(it), number(products, it), handle(products, it));
        let (reply, then, pics) = (reply(it), replied(it, "%Y-%m-%d %H:%M:%S UTC"), pictures(it, ","));
        let ip = "203.0.113.7";
        strings([
            &it.title, &it.text, &it.stars, &at, &"email", &curated, &it.name, &it.email, &no, &slug, &reply, &then,
            &pics, &ip, &"", &id,
        ])
    });
    table(',', "\n", head, rows).into_bytes()
}

fn judgeme_template(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let head =
        "title,body,rating,review_date,reviewer_name,reviewer_email,product_id,product_handle,reply,picture_urls";
    let rows = reviews.iter().map(|it| {
        let at = it.at.strftime("%d/%m/%Y");
        // The id's column has the handle, as exports of other tools have it.
        let (slug, reply, pics) = (handle(products, it), reply(it), pictures(it, ","));
        strings([&it.title, &it.text, &it.stars, &at, &it.name, &it.email, &slug, &slug, &reply, &pics])
    });
    table(';', "\r\n", head, rows).into_bytes()
}

fn loox_export(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let head = "id,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase";
    let rows = reviews.iter().map(|it| {
        let (status, at) = (flag(it.is_public, "Active", "Hidden"), it.at.strftime("%Y-%m-%dT%H:%M:%S.000Z"));
        let verified = flag(it.is_verified, "true", "false");
        let (whole, no, slug) = ("A Whole Name", number(products, it), handle(products, it));
        let pics = pictures(it, ",");
        strings([
            &it.id, &status, &it.stars, &it.email, &it.name, &whole, &it.text, &at, &no, &slug, &pics, &"M", &verified,
        ])
    });
    table(',', "\n", head, rows).into_bytes()
}

fn loox_template(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let head = "product_handle,product_Id,rating,author,email,body,created_at,photo_url,reply,replied_at,verified_purchase,incentivized";
    let rows = reviews.iter().map(|it| {
        let (at, verified) = (it.at.strftime("%Y-%m-%d %H:%M:%S"), flag(it.is_verified, "true", "false"));
        let (slug, no, pics) = (handle(products, it), number(products, it), pictures(it, ","));
        let (reply, then) = (reply(it), replied(it, "%Y-%m-%d %H:%M:%S"));
        strings([&slug, &no, &it.stars, &it.name, &it.email, &it.text, &at, &pics, &reply, &then, &verified, &"false"])
    });
    utf16(&table('\t', "\r\n", head, rows))
}

fn yotpo_export(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let head = "Review ID,Review Status,Review Type,Review Creation Date,Review Title,Review Content,Review Score,\
        Reviewer Display Name,Reviewer Email,Product ID,Order ID,Published Image URLs,Profanity Flag";
    let rows = reviews.iter().map(|it| {
        let kind = if it.product.is_some() { "product_review" } else { "site_review" };
        let status = flag(it.is_public, "Published", "Unpublished");
        let (at, title, text) = (day(it), html(&it.title), html(&it.text));
        let (no, pics) = (number(products, it), pictures(it, ";"));
        strings([&it.id, &status, &kind, &at, &title, &text, &it.stars, &it.name, &it.email, &no, &"", &pics, &0])
    });
    table(';', "\r\n", head, rows).into_bytes()
}

fn yotpo_template(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let head = "product_id,product_title,product_url,date,review_content,review_score,review_title,display_name,email,user_type,\
        md_customer_country,published,product_image_url,product_description,comment_content,comment_public,comment_created_at,\
        published_image_url,unpublished_image_url,published_video_url,unpublished_video_url,cf_Default_form__Fit";
    let rows = reviews.iter().map(|it| {
        let product = if it.product.is_some() { number(products, it) } else { "yotpo_site_reviews".to_owned() };
        let sold = it.product.map(|product| html(&products[product].title)).unwrap_or_default();
        let verified = if it.id.is_multiple_of(2) { "Verified Buyer" } else { "verified_buyer" };
        let (user, published) = (flag(it.is_verified, verified, "anonymous"), flag(it.is_public, "true", "false"));
        let stars = format!("{}.0", it.stars);
        let (at, text, title) = (day(it), html(&it.text), html(&it.title));
        let (reply, then, pics) = (html(&reply(it)), replied(it, "%Y-%m-%d"), pictures(it, ";"));
        strings([
            &product, &sold, &"", &at, &text, &stars, &title, &it.name, &it.email, &user, &"DE", &published, &"", &"",
            &reply, &"true", &then, &pics, &"", &"", &"", &"Good",
        ])
    });
    ("\u{feff}".to_owned() + &table(',', "\n", head, rows)).into_bytes()
}

fn okendo_template(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let head = "name,body,handle,productId,rating,sku,dateCreated,countryCode,email,imageUrls,isApproved,isIncentivized,isRecommended,\
        rejectedImageUrls,reply,replyDateCreated,replyIsPublic,title,videoUrls,isVerifiedBuyer,variantId";
    let rows = reviews.iter().map(|it| {
        // Any of the three is enough.
        let sku = it.product.map(|product| format!("S-{}", products[product].number)).unwrap_or_default();
        let (id, handle, sku) = match it.id % 3 {
            0 => (number(products, it), String::new(), String::new()),
            1 => (String::new(), handle(products, it), String::new()),
            _ => (String::new(), String::new(), sku),
        };
        let at = it.at.strftime("%Y-%m-%dT%H:%M:%SZ");
        let (approved, verified) = (flag(it.is_public, "true", "false"), flag(it.is_verified, "true", "false"));
        let (pics, reply, then) = (pictures(it, ","), reply(it), replied(it, "%Y-%m-%dT%H:%M:%SZ"));
        strings([
            &it.name, &it.text, &handle, &id, &it.stars, &sku, &at, &"us", &it.email, &pics, &approved, &"false",
            &"true", &"", &reply, &then, &"true", &it.title, &"", &verified, &"",
        ])
    });
    table(',', "\n", head, rows).into_bytes()
}

fn okendo_export(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let line = |it: &Review| {
        let reply = it.reply.as_ref().map(|(text, _)| json!({"body": text}));
        let review = json!({"reviewId": format!("ok-{}", it.id), "productId": format!("shopify-{}", number(products, it)),
            "rating": it.stars, "title": it.title, "body": it.text, "dateCreated": it.at.to_string(), "reply": reply,
            "status": if it.is_public { "approved" } else { "rejected" }, "media": [],
            "reviewer": {"name": "A Whole Name", "displayName": it.name, "email": it.email, "isVerified": it.is_verified}});
        review.to_string() + "\n"
    };
    reviews.iter().map(line).collect::<String>().into_bytes()
}

fn stamped(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let head = "product_id,product_handle,productUrl,productImageUrl,photoFilenames,videoFilenames,productTitle,rating,title,author,\
        email,body,created_at,published,reply,replied_at,publishedReply,tags,recommended,votes_up,votes_down,location,featured";
    let rows = reviews.iter().map(|it| {
        let (at, published) = (it.at.strftime("%Y-%m-%d %H:%M:%S"), flag(it.is_public, "TRUE", "FALSE"));
        let (no, slug, reply) = (number(products, it), handle(products, it), reply(it));
        let then = replied(it, "%Y-%m-%d %H:%M:%S");
        strings([
            &no, &slug, &"", &"", &"", &"", &"", &it.stars, &it.title, &it.name, &it.email, &it.text, &at, &published,
            &reply, &then, &"TRUE", &"", &"", &0, &0, &"", &"FALSE",
        ])
    });
    table(',', "\r\n", head, rows).into_bytes()
}

fn spr(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let head = "product_handle,state,rating,title,author,email,location,body,reply,created_at,replied_at";
    let rows = reviews.iter().map(|it| {
        let state = flag(it.is_public, "published", "unpublished");
        let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(-4));
        let at = it.at.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%d %H:%M:%S %z").to_string();
        let replied =
            it.reply.as_ref().map(|(_, at)| at.to_zoned_datetime(zone).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string());
        let (slug, reply, then) = (handle(products, it), reply(it), replied.unwrap_or_default());
        strings([&slug, &state, &it.stars, &it.title, &it.name, &it.email, &"", &it.text, &reply, &at, &then])
    });
    table(',', "\n", head, rows).into_bytes()
}

/// A review as WordPress answers it.
fn woo(products: &[Sold], it: &Review) -> Value {
    json!({"id": it.id, "date_created": "2001-01-01T00:00:00", "date_created_gmt": it.at.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        "product_id": it.product.map(|product| products[product].number), "product_name": "A thing", "rating": it.stars,
        "product_permalink": format!("https://shop.example/product/{}", handle(products, it)), "reviewer": it.name, "verified": it.is_verified,
        "review": format!("<p>{}</p>\n", html(&it.text)), "reviewer_avatar_urls": {"24": "https://a.example/1"}})
}

fn woo_rest(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let with = |it: &Review| {
        let mut review = woo(products, it);
        review["status"] = json!(if it.is_public {
            "approved"
        } else if it.id.is_multiple_of(2) {
            "hold"
        } else {
            "spam"
        });
        review["reviewer_email"] = json!(it.email);
        review
    };
    serde_json::to_vec_pretty(&reviews.iter().map(with).collect::<Vec<_>>()).unwrap()
}

fn woo_store(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let with = |it: &Review| {
        let mut review = woo(products, it);
        review["formatted_date_created"] = json!("1 January");
        review.to_string() + "\n"
    };
    reviews.iter().map(with).collect::<String>().into_bytes()
}

fn cusrev(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let head = "id,review_content,review_score,date,product_id,display_name,email,order_id,media";
    let rows = reviews.iter().map(|it| {
        let at = it.at.strftime("%d.%m.%Y");
        let (no, pics) = (number(products, it), pictures(it, ","));
        strings([&it.id, &it.text, &it.stars, &at, &no, &it.name, &it.email, &"55", &pics])
    });
    table(',', "\n", head, rows).into_bytes()
}

fn webtoffee(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let head = "comment_ID,comment_post_ID,product_SKU,comment_author,comment_author_url,comment_author_email,comment_date,\
        comment_date_gmt,comment_content,comment_approved,comment_parent,user_id,comment_alter_id,rating,verified,photo_urls";
    let rows = reviews.iter().map(|it| {
        let hidden = if it.id.is_multiple_of(2) { "0" } else { "spam" };
        let (at, approved) = (it.at.strftime("%Y-%m-%d %H:%M:%S"), flag(it.is_public, "1", hidden));
        let (no, local, text) = (number(products, it), "2001-01-01 00:00:00", html(&it.text));
        let (owned, pics) = (flag(it.is_verified, "1", "0"), pictures(it, " "));
        strings([
            &it.id, &no, &"", &it.name, &"", &it.email, &local, &at, &text, &approved, &0, &0, &it.id, &it.stars,
            &owned, &pics,
        ])
    });
    table(',', "\n", head, rows).into_bytes()
}

fn generic(products: &[Sold], reviews: &[Review]) -> Vec<u8> {
    let head = "Nr,Artikel,Sterne,Datum,Titel,Text,Von,Mail,Sichtbar,Antwort";
    let rows = reviews.iter().map(|it| {
        let (at, shown) = (it.at.strftime("%d/%m/%Y"), flag(it.is_public, "yes", "no"));
        let stars = "★".repeat(it.stars.into());
        let (slug, title, text) = (handle(products, it), html(&it.title), html(&it.text));
        let reply = html(&reply(it));
        strings([&it.id, &slug, &stars, &at, &title, &text, &it.name, &it.email, &shown, &reply])
    });
    format!("sep=|\r\n{}", table('|', "\r\n", head, rows)).into_bytes()
}
