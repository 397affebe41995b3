//! From what is stored to what the page shows.

use app::hub::Page;
use app::mail::{day, title};
use domain::{
    DisplayName, PersonName, Photo, PhotoRefusal, PhotoState, Product, ProductId, Review, Subject, photos_left,
};
use jiff::Timestamp;
use texts::Texts;

use crate::language::Preferred;
use crate::pages::{Answers, HubPage, ItemCard, ItemErrors, PhotoCard};
use crate::unsent::resume;

/// What the page shows beside what is stored.
#[derive(Default)]
pub(crate) struct Cards {
    /// The item saved just now.
    pub saved: Option<usize>,
    /// The item whose form is asked for.
    pub open: Option<usize>,
    /// The form just sent that could not be kept.
    pub rejected: Option<Rejected>,
}

/// A form with errors, as typed: nothing of it is lost.
pub(crate) struct Rejected {
    pub item: usize,
    pub rating: Option<u8>,
    pub text: String,
    pub display_name: String,
    /// What was typed as another name, chosen or not.
    pub other_name: String,
    pub errors: ItemErrors,
}

/// The page of a request.
pub(crate) fn hub_page<'a>(
    page: &'a Page,
    token: &'a str,
    preferred: Preferred,
    cards: Cards,
    now: Timestamp,
) -> HubPage<'a> {
    let Page { shop, request, sealed, reviews, products, unsubscribe_token, may_be_postponed, unsent, photos } = page;
    let Cards { saved, open, rejected } = cards;
    let (texts, theme) = preferred.texts_and_theme(shop);
    let name = sealed.as_ref().and_then(|sealed| sealed.name.as_ref());
    let names = names(name, reviews);
    // One card is unfolded: the one with errors, else the one asked for or the first left to review.
    let next = request.items.iter().position(|item| item.reviewed_at.is_none());
    let open = rejected.as_ref().map_or(open.or(next), |rejected| Some(rejected.item));
    let mut items: Vec<ItemCard> = (0..request.items.len())
        .map(|index| {
            let (title, image_url) = described(texts, &request.items[index].subject, products, &shop.name);
            let review = reviews.iter().find(|review| review.item == index);
            card(texts, index, title, image_url, review, &names, open == Some(index))
        })
        .collect();
    for unsent in unsent {
        if let Some(card) = items.get_mut(unsent.item) {
            resume(card, unsent, reviews.iter().find(|review| review.item == unsent.item));
        }
    }
    items.iter_mut().for_each(|card| show_photos(card, photos, now));
    if let Some(Rejected { item, rating, text, display_name, other_name, errors }) = rejected
        && let Some(card) = items.get_mut(item)
    {
        (card.rating, card.text, card.errors) = (rating, text, errors);
        (card.display_name, card.other_name) = (display_name, other_name);
        // What was typed may hold the answers already.
        card.offer.take_if(|offer| card.text.contains(offer.as_str()));
    }
    HubPage {
        texts,
        theme,
        shop_name: &shop.name,
        customer_first_name: name.map(PersonName::first),
        token,
        done: items.iter().filter(|item| item.done).count(),
        total: items.len(),
        // Only what is stored is thanked for, whatever the address says.
        saved: saved.filter(|&index| items.get(index).is_some_and(|item| item.done)),
        items,
        valid_until: day(texts, request.expires_at),
        may_be_postponed: *may_be_postponed,
        unsubscribe_token: unsubscribe_token.as_deref(),
    }
}

/// Puts an item's photos on its card.
fn show_photos(card: &mut ItemCard, photos: &[(Photo, Option<String>)], now: Timestamp) {
    let own = || photos.iter().filter(|(photo, _)| photo.item == card.index);
    let shown = own().map(|(photo, url)| match photo.state {
        PhotoState::Ready(size) => (photo.slot, url.clone().map(|url| (url, size)), None),
        PhotoState::Expected => (photo.slot, None, None),
        PhotoState::Refused(reason) => (photo.slot, None, Some(why(reason))),
    });
    let shown = shown.map(|(slot, view, refused)| PhotoCard { slot, view, refused }).collect();
    let held: Vec<Photo> = own().map(|(photo, _)| photo.clone()).collect();
    (card.photos, card.photos_left) = (shown, photos_left(&held, now));
}

/// The message that says why a file became no photo, and what to do.
const fn why(refusal: PhotoRefusal) -> &'static str {
    match refusal {
        PhotoRefusal::Unreadable => "photo-unreadable",
        PhotoRefusal::TooLarge => "photo-too-large",
        PhotoRefusal::TooManyPixels => "photo-too-many-pixels",
    }
}

/// What an item is called, and its picture.
pub(crate) fn described(
    texts: Texts,
    subject: &Subject,
    products: &[Product],
    shop_name: &str,
) -> (String, Option<String>) {
    let known = |id: &ProductId| products.iter().find(|product| product.id == *id);
    match subject {
        Subject::Product(id) => {
            let picture = known(id).and_then(|product| product.image_url.as_ref());
            (title(texts, known(id), id), picture.map(|url| url.as_str().to_owned()))
        }
        Subject::Shop => (shop_name.to_owned(), None),
    }
}

/// The names to choose from, and the one that is chosen at first.
struct Names {
    choices: Vec<String>,
    suggested: String,
}

/// A customer signs the next review as they signed the last one, and the first with their first name.
fn names(name: Option<&PersonName>, reviews: &[Review]) -> Names {
    let before = reviews.iter().filter_map(|review| review.display_name.as_ref());
    let choices = DisplayName::choices(name, before);
    let choices: Vec<_> = choices.iter().map(|choice| choice.as_str().to_owned()).collect();
    let last = reviews.iter().max_by_key(|review| review.updated_at).map(shown);
    let first = || name.map(PersonName::first).filter(|&first| choices.iter().any(|choice| choice == first));
    let suggested = last.unwrap_or_else(|| first().unwrap_or_default().to_owned());
    Names { choices, suggested }
}

/// The name that a review is shown with; empty is anonymous.
fn shown(review: &Review) -> String {
    review.display_name.as_ref().map_or("", DisplayName::as_str).to_owned()
}

fn card(
    texts: Texts,
    index: usize,
    title: String,
    image_url: Option<String>,
    review: Option<&Review>,
    names: &Names,
    open: bool,
) -> ItemCard {
    ItemCard {
        index,
        title,
        image_url,
        done: review.is_some(),
        open,
        rating: review.map(|review| review.rating.stars()),
        text: review.map(|review| review.text.as_str().to_owned()).unwrap_or_default(),
        display_name: review.map_or_else(|| names.suggested.clone(), shown),
        names: names.choices.clone(),
        other_name: String::new(),
        unsent: false,
        answers: Answers::None,
        offer: None,
        taken: false,
        errors: ItemErrors::default(),
        photos: Vec::new(),
        photos_left: 0,
        edited_on: review
            .filter(|review| review.updated_at > review.created_at)
            .map(|review| day(texts, review.updated_at)),
    }
}
