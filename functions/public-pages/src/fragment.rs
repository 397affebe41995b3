//! The reviews as HTML for the shop's own page: small, without style and script of its own, and with the JSON-LD that says
//! what it shows.

use std::io::Write as _;

use app::Error;
use app::review::{ProductPage, ShownPhoto, ShownReview};
use askama::Template;
use domain::{HttpsUrl, ProductId, Rating, Review, Verification};
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use texts::Texts;

use crate::address::Address;
use crate::excerpt::excerpt;
use crate::wire::json_ld::{self, AggregateLd, BEST, Is, PersonLd, ProductLd, RatingLd, ReviewLd, WORST};
use crate::wire::page;

/// The most bytes of a fragment, compressed with gzip.
const GZIP_BYTES_MAX: usize = 12 * 1_024;
/// To how many characters texts are cut, one after the other, until the fragment is small enough. Nearly all fit whole.
const CHARACTERS: [usize; 9] = [usize::MAX, 2_000, 1_200, 800, 500, 300, 180, 100, 50];
/// The height of a photo, in pixels of the page.
const PHOTO_HEIGHT: u32 = 120;

/// A page of reviews, before its texts are cut.
pub(crate) struct Fragment<'a> {
    texts: Texts,
    /// `https://…/p/<shop>/<product>`, without an extension.
    address: String,
    title: String,
    page: u32,
    shop_name: &'a str,
    is_of_shop: bool,
    found: &'a ProductPage,
}

/// The template's values.
#[derive(Template)]
#[template(path = "reviews.html")]
struct View<'a> {
    texts: Texts,
    title: &'a str,
    shop_name: &'a str,
    average: String,
    average_stars: String,
    count: usize,
    by_star: Vec<(usize, u64)>,
    reviews: Vec<ReviewView<'a>>,
    page: usize,
    pages: usize,
    newer: Option<String>,
    older: Option<String>,
    json_ld: Option<String>,
}

/// One review as it is shown.
struct ReviewView<'a> {
    review: &'a Review,
    star_count: usize,
    stars: String,
    headline: Option<String>,
    text: String,
    name: String,
    date: String,
    day: String,
    photos: Vec<PhotoView<'a>>,
    reply: Option<ReplyView>,
}

struct PhotoView<'a> {
    url: &'a str,
    width: u32,
    height: u32,
}

struct ReplyView {
    text: String,
    date: String,
    day: String,
}

impl<'a> Fragment<'a> {
    pub(crate) fn new(
        texts: Texts,
        shop_address: &str,
        shop_name: &'a str,
        address: &Address,
        found: &'a ProductPage,
    ) -> Self {
        let id = ProductId::name_of(address.product.as_ref());
        let title = match (&address.product, &found.product) {
            (None, _) => shop_name.to_owned(),
            (Some(_), Some(product)) => product.title.as_str().to_owned(),
            (Some(id), None) => texts.say("product").with("id", id.as_str()).to_string(),
        };
        let address_without_extension = format!("{shop_address}/{id}");
        Self {
            texts,
            address: address_without_extension,
            title,
            page: address.page,
            shop_name,
            is_of_shop: address.product.is_none(),
            found,
        }
    }

    /// The HTML, with texts as long as 12 KB have room for.
    ///
    /// # Errors
    /// [`Error::Internal`] if it cannot be rendered.
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

    /// The JSON-LD alone, with whole texts; `None` for the shop itself and without reviews.
    ///
    /// # Errors
    /// [`Error::Internal`] if it cannot be written.
    pub(crate) fn json_ld(&self) -> Result<Option<String>, Error> {
        self.json_ld_of(&self.reviews(usize::MAX))
    }

    fn html(&self, characters_max: usize) -> Result<String, Error> {
        let reviews = self.reviews(characters_max);
        let counts = &self.found.counts;
        let average = counts.published_average();
        let address = |page: u32| match page {
            1 => format!("{}.html", self.address),
            page => format!("{}/{page}.html", self.address),
        };
        let view = View {
            texts: self.texts,
            title: &self.title,
            shop_name: self.shop_name,
            average: self.texts.decimal(average),
            average_stars: stars(rounded(average)),
            count: plain(counts.published()),
            by_star: Rating::ALL
                .iter()
                .rev()
                .map(|rating| (rating.stars().into(), counts.published_with(*rating)))
                .collect(),
            json_ld: self.json_ld_of(&reviews)?,
            reviews,
            page: plain(self.page.into()),
            pages: plain(self.found.pages.into()),
            newer: (self.page > 1).then(|| address(self.page - 1)),
            older: (self.page < self.found.pages).then(|| address(self.page + 1)),
        };
        view.render().map_err(|error| Error::Internal(error.to_string()))
    }

    fn reviews(&self, characters_max: usize) -> Vec<ReviewView<'a>> {
        self.found.reviews.iter().map(|shown| self.review(shown, characters_max)).collect()
    }

    fn review(
        &self,
        ShownReview { review, photos, pending_photos: _ /* not public */ }: &'a ShownReview,
        characters_max: usize,
    ) -> ReviewView<'a> {
        let cut = |text: &str| excerpt(text, characters_max).into_owned();
        ReviewView {
            review,
            star_count: review.rating.stars().into(),
            stars: stars(review.rating.stars()),
            headline: review.headline().map(cut),
            text: cut(review.text()),
            name: review.shown_name().map_or_else(|| self.texts.say("name-anonymous").to_string(), str::to_owned),
            date: page::day(review.created_at),
            day: self.day(review.created_at),
            photos: photos.iter().map(PhotoView::new).collect(),
            reply: review.reply.as_ref().map(|reply| ReplyView {
                text: cut(reply.text.as_str()),
                date: page::day(reply.created_at),
                day: self.day(reply.created_at),
            }),
        }
    }

    fn json_ld_of(&self, reviews: &[ReviewView<'_>]) -> Result<Option<String>, Error> {
        if self.is_of_shop || reviews.is_empty() {
            return Ok(None);
        }
        let product = self.found.product.as_ref();
        let ld = ProductLd {
            context: "https://schema.org",
            is: Is::PRODUCT,
            name: &self.title,
            url: product.and_then(|product| product.url.as_ref().map(HttpsUrl::as_str)),
            image: product.and_then(|product| product.image_url.as_ref().map(HttpsUrl::as_str)),
            aggregate_rating: AggregateLd {
                is: Is::AGGREGATE,
                rating_value: self.found.counts.published_average(),
                review_count: self.found.counts.published(),
                best_rating: BEST,
                worst_rating: WORST,
            },
            review: reviews.iter().map(ReviewView::json_ld).collect(),
        };
        json_ld::in_script(&ld).map(Some)
    }

    fn day(&self, at: Timestamp) -> String {
        let date = at.to_zoned(TimeZone::UTC).date();
        self.texts.day(date.year(), date.month(), date.day())
    }
}

impl ReviewView<'_> {
    fn json_ld(&self) -> ReviewLd<'_> {
        ReviewLd {
            is: Is::REVIEW,
            author: PersonLd { is: Is::PERSON, name: &self.name },
            date_published: &self.date,
            review_body: &self.text,
            name: self.headline.as_deref(),
            review_rating: RatingLd {
                is: Is::RATING,
                rating_value: self.review.rating.stars(),
                best_rating: BEST,
                worst_rating: WORST,
            },
        }
    }
}

impl<'a> PhotoView<'a> {
    fn new(photo: &'a ShownPhoto) -> Self {
        let (width, height) = (photo.size.width.max(1), photo.size.height.max(1));
        let height_shown = height.min(PHOTO_HEIGHT);
        Self { url: &photo.url, width: (width * height_shown / height).max(1), height: height_shown }
    }
}

fn plain(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an average is from 0 to 5")]
fn rounded(average: f64) -> u8 {
    average.round() as u8
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
