//! A page of published reviews.

use std::collections::BTreeMap;

use app::review::{FactBars, PublicList, PublicPage, ReviewCounts, claimed_by, common_ground, marks, said};
use domain::order::ProductId;
use domain::review::{Facts, Rating, Review, SMALL_SIDE_MAX, ShopReply, Size};
use domain::shop::Shop;
use domain::values::value::Kind;
use domain::values::{HttpsUrl, Language, Verification};
use edge::shown::{Absent, Day, OneOf, Time, Url};
use texts::Texts;

use crate::address::{Address, Folders, PublicPhoto, photos};
use crate::fragment::date;
use crate::fragment::json_ld::ProductLd;
use crate::wire::labels::Labels;

/// What a page shows, where it is, and the language of its texts.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    pub(crate) folders: Folders<'a>,
    pub(crate) shop: &'a Shop,
    pub(crate) facts: Option<&'a Facts>,
    pub(crate) address: &'a Address,
    pub(crate) found: &'a PublicPage,
    pub(crate) texts: Option<Texts>,
}

edge::shown! {
    /// A page of a list of published reviews.
    pub(crate) struct PageBody as PublicPage ((page, next, structured_data): (Shown<'_>, Option<String>, Option<ProductLd>)) {
        product: ProductBody = (page, page.address.list.name(), page.listed());
        rating: RatingBody = &page.found.counts;
        /// What the authors of the product's published reviews tapped, of each question with at least five answers.
        facts: Vec<FactBody> = &page.found.facts;
        /// At most ten reviews, or at most `limit`. The newest come first unless the call sorts.
        reviews: Vec<ReviewBody> = page.found.reviews.iter().map(|review| (page, review));
        /// The number of reviews on all pages. With a filter, the number of reviews that pass it.
        total: u64 = page.found.total;
        /// The number of this page, from 1.
        page: u32 = page.address.page, as Kind::Count(1, 32);
        /// The number of pages with a number. They contain the newest 300 reviews, or those of them that pass the filters.
        pages: u32 = page.found.pages, as Kind::Whole(1, 300);
        /// The URL of the next page, if that page is beyond the newest 300 reviews and so has no number; otherwise absent.
        next: Absent<Url> = next;
        /// When the product's published reviews last changed; `null` if nothing was ever published, and for `@all`.
        updated_at: Option<Time> = page.found.counts.changed_at();
        /// The number of the newest reviews that filters and orders apply to; absent if they apply to all.
        newest: Absent<u32> = page.found.newest();
        /// The page for people that says how the shop decides about reviews.
        trust_url: Url = page.folders.trust();
        /// The page where anybody requests a link to review the product. Absent for `@all`, and for a product without description and
        /// reviews.
        write_url: Absent<Url> = page.found.is_known.then(|| page.folders.write(&page.address.list));
        /// The mark that begins the `marks` of every review of the list, if all have it and there are at least two: a page shows it once. Only
        /// with `lang`.
        ground: Absent<String> = page.texts.and_then(|texts| common_ground(&page.found.counts, texts)).map(|(_, text)| text);
        /// The texts of a page that shows the reviews; only with `lang`.
        labels: Absent<Labels> = page.texts.map(|texts| Labels::new(texts, page.shop));
        /// The JSON-LD of the product's rating and of these reviews, to which a page adds its product's `@id`; only with `lang`, on the first page
        /// of a product's whole list, and with reviews that count.
        structured_data: Absent<ProductLd> = structured_data;
    }

    struct ProductBody as PublicProduct ((page, name, product): (Shown<'_>, &str, Option<&ProductId>)) {
        /// `@shop` for the shop itself, `@all` for all reviews.
        id: String = name;
        /// The product's title, or the shop's name for `@shop` and `@all`. `null` for a product that the shop did not provide.
        title: Option<String> = match product {
            Some(_) => page.found.product(product).map(|product| product.title.as_str()),
            None => Some(&*page.shop.name),
        };
        url: Option<Url> = page.found.product(product).and_then(|product| product.url.as_ref()).map(HttpsUrl::as_str);
    }

    /// The rating over all published reviews of the list.
    struct RatingBody as PublicRating (counts: &ReviewCounts) {
        /// The average to one decimal; 0.0 without reviews.
        average: f64 = counts.published_average();
        count: u64 = counts.published();
        /// The number of reviews whose authors got something in return, if they are at least a fifth: show it beside the average. Otherwise
        /// absent.
        rewarded: Absent<u64> = counts.many_rewarded();
        /// The number of reviews with `1` to `5` stars.
        by_star: BTreeMap<String, u64> = Rating::ALL.map(|rating| (rating.stars(), counts.published_with(rating)));
    }

    /// A question of the shop's about the product, and how often each answer was tapped.
    struct FactBody as PublicFact (fact: &FactBars) {
        question: String = &*fact.question;
        /// The number of reviews with an answer.
        count: u64 = fact.total;
        answers: Vec<FactAnswerBody> = &fact.answers;
        /// The mean of three or five answers, which are an order: from 0 for the first to 1 for the last. `null` for other numbers of answers.
        middle: Option<f64> = fact.middle;
    }

    struct FactAnswerBody as PublicFactAnswer ((text, count): &(String, u64)) {
        text: String = &**text;
        count: u64 = *count;
    }

    /// A published review.
    struct ReviewBody as PublishedReview ((page, review): (Shown<'_>, &Review)) {
        id: u64 = review.id.get();
        /// The review's product, if it is another than the list's, with another title: in a list of all reviews, or of a product with members.
        product: Absent<ProductBody> = page.found.is_of_another(&page.address.list, review)
            .then_some((page, ProductId::name_of(review.product.as_ref()), review.product.as_ref()));
        rating: u8 = review.rating.stars(), as Kind::Whole(1, 5);
        title: Option<String> = review.headline();
        text: String = review.text();
        /// What the author tapped: the answer to each of the shop's questions, in its present words.
        facts: BTreeMap<String, String> = said(review, page.facts);
        /// The name that the customer chose to show; `null` if the review is anonymous.
        name: Option<String> = review.shown_name();
        /// Whether `verification` is `order`.
        verified: bool = review.verification == Verification::Order;
        // `order`: the order is known, contains the product and is paid. `request`: the shop asked after an order that is not known.
        verification: OneOf<Verification> = review.verification;
        /// The system from which the review was imported, if that system claims to know of the purchase; otherwise `null`.
        claimed_by: Option<String> = claimed_by(review);
        /// Whether the author was rewarded for the review.
        incentivized: bool = review.incentivized;
        /// The language of the review.
        language: Option<String> = review.language.map(Language::as_str);
        /// The UTC day on which the review was written.
        date: String = date(review.created_at), as Kind::Day;
        /// When the author last changed the stars, the answers, the headline or the text that readers had seen, in UTC; `null` if never.
        edited_at: Option<Time> = review.edited.at;
        /// The UTC day on which the author got what the review is about, or what an imported review gives as the day of the experience, if
        /// known. Show only the month.
        experienced_at: Option<Day> = review.experienced_at;
        photos: Vec<PhotoBody> = photos(review, page.folders);
        /// The shop's answer; `null` without one.
        reply: Option<ReplyBody> = review.content.reply.as_ref().map(|reply| (review, reply));
        /// Whether the review was not written on the customer's page, but in another system or the shop's own.
        imported: bool = review.origin.is_imported();
        /// The page where a reader reports the review to the shop.
        report_url: Url = format!("{}{}", page.folders.report(), review.id);
        /// What a page shows beside the author's name about the purchase, the author and edits, in the language of `labels`; only with
        /// `lang`.
        marks: Absent<Vec<String>> = page.texts.map(|texts| marks(review, texts).map(|(_, text)| text));
    }

    /// A photo at a permanent address.
    struct PhotoBody as PublishedPhoto (photo: PublicPhoto) {
        url: Url = photo.url;
        /// The width in pixels, like `height`.
        width: u32 = photo.size.width;
        height: u32 = photo.size.height;
        thumb: ThumbBody = (photo.small, photo.size.within(SMALL_SIDE_MAX));
    }

    /// The photo's small copy.
    struct ThumbBody as PublishedThumb ((url, size): (String, Size)) {
        url: Url = url;
        width: u32 = size.width, as Kind::Whole(0, SMALL_SIDE_MAX.into());
        height: u32 = size.height, as Kind::Whole(0, SMALL_SIDE_MAX.into());
    }

    struct ReplyBody as PublishedReply ((review, reply): (&Review, &ShopReply)) {
        text: String = reply.text.as_str();
        /// The UTC day on which the shop first answered.
        date: String = date(reply.created_at), as Kind::Day;
        /// Whether the shop last changed the answer before the review's `edited_at`.
        before_edit: bool = review.is_reply_before_edit();
    }
}

impl<'a> Shown<'a> {
    /// The product whose list the page shows.
    fn listed(self) -> Option<&'a ProductId> {
        if let PublicList::Product(id) = &self.address.list { Some(id) } else { None }
    }
}
