//! The reviews as HTML, as a fragment for the shop's page or as a whole page: small, without scripts that run, and with JSON-LD.

pub(crate) mod json_ld;

use std::borrow::Cow;
use std::io::Write as _;

use app::error::Error;
use app::message::mail::day;
use app::review::{FactBars, Mark, PublicList, PublicPage, PublicView, ReviewAsShown, ReviewSort, common_ground};
use askama::Template;
use domain::order::{Product, ProductId};
use domain::review::{Facts, Rating, Review, SMALL_SIDE_MAX, Size};
use domain::shop::Shop;
use domain::values::HttpsUrl;
use edge::native::seconds;
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use texts::Texts;

use crate::address::{Address, Folders, PublicPhoto, photos};
use crate::embed::{PAGE_STYLE, STYLE};
use crate::fragment::json_ld::ProductLd;

/// The most bytes of a fragment in gzip. The fragment and its style, which has at most 1,200, may have 12 KB.
const GZIP_BYTES_MAX: usize = 12 * 1_024 - 1_200;
/// The text lengths that are tried in this order until the fragment is small enough. Most fragments fit with whole texts.
const CHARACTERS: [usize; 9] = [usize::MAX, 2_000, 1_200, 800, 500, 300, 180, 100, 50];
/// A star of an average, which is filled to a fraction, as the element's is.
const STAR: &str = "m24 0l3 6 6 1-4 4 1 7-6-3-6 3 1-7-4-4 6-1z";

/// A page of reviews with whole texts.
pub(crate) struct Fragment<'a> {
    texts: Texts,
    folders: Folders<'a>,
    title: String,
    list: &'a PublicList,
    page: u32,
    view: PublicView,
    /// The `@id` of the page's own product, for the JSON-LD.
    node: Option<&'a str>,
    shop: &'a Shop,
    facts: Option<&'a Facts>,
    is_document: bool,
    found: &'a PublicPage,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Document<'a> {
    texts: Texts,
    title: &'a str,
    shop_name: &'a str,
    shop_url: Option<&'a str>,
    style: String,
    fragment: String,
}

#[derive(Template)]
#[template(path = "reviews.html")]
struct View<'a> {
    texts: Texts,
    title: &'a str,
    /// The product's page and picture; in a whole page alone.
    url: Option<&'a str>,
    picture: Option<&'a str>,
    shop_name: &'a str,
    level: u8,
    /// The address of the style sheet; `None` in a whole page, which links it in its head.
    style: Option<String>,
    trust: String,
    /// The start of the addresses at which readers report reviews.
    report: String,
    /// The address of the page where anybody requests a link to review the product.
    write: Option<String>,
    average: String,
    /// The outline of five stars, each 24 wide, after a margin of 12.
    five_stars: String,
    /// The width of the filled part of the stars, with the margin.
    filled: String,
    count: usize,
    /// How many of these authors got something in return, if they are many.
    rewarded: Option<usize>,
    by_star: Vec<StarView>,
    facts: Vec<FactView<'a>>,
    /// The mark that all reviews have, as in [`ReviewView`].
    ground: Option<Mark>,
    /// The text's id of each order, with the order's link.
    sorts: [(&'static str, Link); 3],
    /// The address of the list without the filter by stars, if the filter is set.
    all: Option<String>,
    reviews: Vec<ReviewView<'a>>,
    page: usize,
    pages: usize,
    newer: Option<String>,
    older: Option<String>,
    json_ld: Option<String>,
}

struct StarView {
    stars: usize,
    number: u64,
    /// The link to these reviews; `None` without reviews.
    link: Option<Link>,
}

/// A fact with its bars.
struct FactView<'a> {
    bars: &'a FactBars,
    /// The number of answers in words, such as "of 31".
    of: String,
    /// Where the mark of the middle is, in per cent of the line.
    middle: Option<String>,
}

struct Link {
    address: String,
    is_current: bool,
}

struct ReviewView<'a> {
    review: &'a Review,
    /// The end of each mark's class, and its text, without the ground that all reviews have.
    marks: Vec<Mark>,
    /// The review's product, in a list of several products' reviews.
    about: Option<AboutView<'a>>,
    star_count: usize,
    stars: String,
    headline: Option<String>,
    text: String,
    /// What the author tapped: question and answer.
    facts: Vec<(String, String)>,
    name: String,
    date: String,
    day: String,
    edited_at: Option<String>,
    photos: Vec<PhotoView>,
    reply: Option<ReplyView>,
}

struct AboutView<'a> {
    title: String,
    url: Option<&'a str>,
}

struct PhotoView {
    url: String,
    /// The address of the photo's small copy.
    small: String,
    width: u32,
    height: u32,
}

struct ReplyView {
    text: String,
    date: String,
    day: String,
    is_before_edit: bool,
}

impl<'a> Fragment<'a> {
    pub(crate) fn new(
        texts: Texts,
        folders: Folders<'a>,
        (shop, facts): (&'a Shop, Option<&'a Facts>),
        address: &'a Address,
        (view, node): (PublicView, Option<&'a str>),
        found: &'a PublicPage,
    ) -> Self {
        let Address { list, page, after: _ /* of the page before */, format: _ } = address;
        let title = match list {
            PublicList::Product(id) => title_of(texts, id, found.product(Some(id))),
            PublicList::Shop | PublicList::All => shop.name.clone(),
        };
        Self { texts, folders, title, list, page: *page, view, node, shop, facts, is_document: false, found }
    }

    /// A whole page with the same content, for people who open the address in a browser.
    pub(crate) fn document(self) -> Result<String, Error> {
        let fragment = Self { is_document: true, ..self };
        // Relative, because the policy allows only the same origin.
        let folder = if fragment.page == 1 { "" } else { "../" };
        let page = Document {
            texts: fragment.texts,
            title: &fragment.title,
            shop_name: &fragment.shop.name,
            shop_url: fragment.shop.contact_url.as_ref().map(HttpsUrl::as_str),
            style: format!("{folder}{PAGE_STYLE}"),
            fragment: fragment.small()?,
        };
        page.render().map_err(|error| Error::Internal(error.to_string()))
    }

    /// The HTML, with texts of the greatest length that keeps it within 12 KB.
    pub(crate) fn small(&self) -> Result<String, Error> {
        let mut html = String::new();
        for characters_max in CHARACTERS {
            html = self.html(characters_max)?;
            if compressed_bytes(&html)? <= GZIP_BYTES_MAX {
                break;
            }
        }
        Ok(html)
    }

    /// The JSON-LD alone, with whole texts; `None` without reviews that count, and for lists that are not a product's.
    pub(crate) fn json_ld(&self) -> Result<Option<String>, Error> {
        self.json_ld_of(&self.reviews(usize::MAX).0)
    }

    /// The JSON-LD for a page that has a description of the product already.
    pub(crate) fn structured_data(self) -> Option<ProductLd> {
        let fragment = Self { node: Some("#product"), ..self };
        fragment.product_ld(&fragment.reviews(usize::MAX).0)
    }

    fn html(&self, characters_max: usize) -> Result<String, Error> {
        let Folders { base_url, slug } = self.folders;
        let (reviews, ground) = self.reviews(characters_max);
        let counts = &self.found.counts;
        let average = counts.published_average();
        let link = |view: PublicView| Link { address: self.address_of(1, view, "html"), is_current: view == self.view };
        let sorted = |sort| link(PublicView { sort, ..self.view });
        let pages = if self.view.is_whole() { self.found.pages_of_all() } else { self.found.pages.into() };
        // A page without a number does not know the page before it.
        let newer = self.page > 1 && self.page <= self.found.pages + 1;
        let with_stars = |rating: &Rating| {
            let number = counts.published_with(*rating);
            let link = (number > 0).then(|| link(PublicView { stars: Some(*rating), ..self.view }));
            StarView { stars: rating.stars().into(), number, link }
        };
        let product = self.shown_product();
        let view = View {
            texts: self.texts,
            title: &self.title,
            url: product.and_then(url_of),
            picture: product.and_then(|product| product.image_url.as_ref().map(HttpsUrl::as_str)),
            shop_name: &self.shop.name,
            level: if self.is_document { 1 } else { 2 },
            style: (!self.is_document).then(|| format!("{base_url}/p/{slug}/{STYLE}")),
            trust: self.folders.trust(),
            report: self.folders.report(),
            write: self.found.is_known.then(|| self.folders.write(self.list)),
            average: self.texts.decimal(average),
            five_stars: STAR.repeat(5),
            filled: format!("{:.1}", 12.0 + 24.0 * average),
            count: plain(counts.published()),
            rewarded: counts.many_rewarded().map(plain),
            by_star: Rating::ALL.iter().rev().map(with_stars).collect(),
            facts: self.found.facts.iter().map(|bars| FactView::new(bars, self.texts)).collect(),
            ground,
            sorts: [
                ("published-newest", sorted(ReviewSort::Newest)),
                ("published-highest", sorted(ReviewSort::HighestRated)),
                ("published-lowest", sorted(ReviewSort::LowestRated)),
            ],
            all: self.view.stars.map(|_| self.address_of(1, PublicView { stars: None, ..self.view }, "html")),
            json_ld: self.json_ld_of(&reviews)?,
            reviews,
            page: plain(self.page.into()),
            pages: plain(pages),
            newer: newer.then(|| self.address_of(self.page - 1, self.view, "html")),
            older: self.next("html"),
        };
        view.render().map_err(|error| Error::Internal(error.to_string()))
    }

    /// The product to which a whole page links.
    fn shown_product(&self) -> Option<&Product> {
        match self.list {
            PublicList::Product(id) => self.found.product(Some(id)).filter(|_| self.is_document),
            PublicList::Shop | PublicList::All => None,
        }
    }

    /// The address of the next page in a format; `None` on the last page.
    pub(crate) fn next(&self, format: &str) -> Option<String> {
        let address = self.address_of(self.page.saturating_add(1), self.view, format);
        match self.found.next {
            Some(after) => {
                let separator = if address.contains('?') { '&' } else { '?' };
                Some(format!("{address}{separator}after={}", after.get()))
            }
            None => (self.page < self.found.pages).then_some(address),
        }
    }

    fn address_of(&self, page: u32, view: PublicView, format: &str) -> String {
        self.folders.page(self.list, page, view, format)
    }

    /// The reviews, and the mark that all of them have, which stands above them.
    fn reviews(&self, characters_max: usize) -> (Vec<ReviewView<'a>>, Option<Mark>) {
        let ground = common_ground(&self.found.counts, self.texts);
        let shown = self.found.reviews.iter().map(|review| self.review(review, ground.as_ref(), characters_max));
        (shown.collect(), ground)
    }

    fn review(&self, review: &'a Review, ground: Option<&Mark>, characters_max: usize) -> ReviewView<'a> {
        let cut = |text: &str| excerpt(text, characters_max).into_owned();
        let ReviewAsShown {
            rating,
            headline,
            text,
            name,
            day: written_on,
            marks,
            photos: _, /* with addresses below */
            facts,
        } = ReviewAsShown::new(review, self.facts, self.texts);
        ReviewView {
            review,
            marks: marks.into_iter().filter(|mark| Some(mark) != ground).collect(),
            about: self.found.is_of_another(self.list, review).then(|| self.about(review, characters_max)),
            star_count: rating.stars().into(),
            stars: stars(rating.stars()),
            headline: headline.as_deref().map(cut),
            text: cut(&text),
            facts,
            name,
            date: date(review.created_at),
            day: written_on,
            edited_at: review.edited.at.map(seconds),
            photos: photos(review, self.folders).map(PhotoView::new).collect(),
            reply: review.content.reply.as_ref().map(|reply| ReplyView {
                text: cut(reply.text.as_str()),
                date: date(reply.created_at),
                day: day(self.texts, reply.created_at),
                is_before_edit: review.is_reply_before_edit(),
            }),
        }
    }

    /// The product of a review. Its URL is left out first if texts are cut, because a long URL could fill the page.
    fn about(&self, review: &Review, characters_max: usize) -> AboutView<'a> {
        let id = review.product.as_ref();
        let product = self.found.product(id);
        let title = id.map_or_else(|| self.shop.name.clone(), |id| title_of(self.texts, id, product));
        let url = product.and_then(url_of).filter(|url| url.len() <= characters_max);
        AboutView { title: excerpt(&title, characters_max).into_owned(), url }
    }

    fn json_ld_of(&self, reviews: &[ReviewView<'_>]) -> Result<Option<String>, Error> {
        self.product_ld(reviews).map(|ld| json_ld::in_script(&ld)).transpose()
    }

    fn product_ld(&self, reviews: &[ReviewView<'_>]) -> Option<ProductLd> {
        let PublicList::Product(id) = self.list else { return None };
        if reviews.is_empty() || self.found.counts.published() == 0 {
            return None;
        }
        // With an `@id`, the page's own product has these values already.
        let product = self.found.product(Some(id)).filter(|_| self.node.is_none());
        Some(ProductLd::new((self, product, reviews)))
    }
}

impl<'a> FactView<'a> {
    fn new(bars: &'a FactBars, texts: Texts) -> Self {
        let of = texts.say("published-of").count("n", bars.total).to_string();
        Self { bars, of, middle: bars.middle.map(|middle| format!("{:.1}", middle * 100.0)) }
    }
}

impl PhotoView {
    fn new(PublicPhoto { url, small, size }: PublicPhoto) -> Self {
        let Size { width, height } = size.within(SMALL_SIDE_MAX);
        Self { url, small, width, height }
    }
}

/// The title of a product, or a substitute if the shop did not provide the product.
fn title_of(texts: Texts, id: &ProductId, product: Option<&Product>) -> String {
    product.map_or_else(
        || texts.say("product").with("id", id.as_str()).to_string(),
        |product| product.title.as_str().to_owned(),
    )
}

fn url_of(product: &Product) -> Option<&str> {
    product.url.as_ref().map(HttpsUrl::as_str)
}

/// A UTC day, such as `2026-11-20`.
pub(crate) fn date(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d").to_string()
}

pub(crate) fn plain(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Stars as characters, such as `★★★★☆`.
fn stars(count: u8) -> String {
    (1..=5).map(|star| if star <= count { '★' } else { '☆' }).collect()
}

fn compressed_bytes(html: &str) -> Result<usize, Error> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let written = encoder.write_all(html.as_bytes()).and_then(|()| encoder.finish());
    written.map(|bytes| bytes.len()).map_err(|error| Error::Internal(error.to_string()))
}

/// A text of at most `characters_max` characters. A longer text is cut after a word and ends with an ellipsis.
pub(crate) fn excerpt(text: &str, characters_max: usize) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(characters_max) else { return Cow::Borrowed(text) };
    let cut = &text[..end];
    // Without spaces near the end, as in Chinese, the text is cut within a word.
    let at_word = cut.rfind(char::is_whitespace).filter(|at| *at > end / 2);
    Cow::Owned(format!("{}…", cut[..at_word.unwrap_or(end)].trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_behind_a_word() {
        assert_eq!(excerpt("Good.", 5), "Good.");
        assert_eq!(excerpt("Good and strong.", 10), "Good and…");
        assert_eq!(excerpt("Goodandstrong.", 6), "Goodan…");
        assert_eq!(excerpt("良い商品です", 3), "良い商…");
    }
}
