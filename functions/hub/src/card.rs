//! From what is stored to what the page shows.

use app::hub::Page;
use app::mail::{day, title};
use domain::{PersonName, Product, ProductId, Review, Subject};

use crate::pages::{HubPage, ItemCard, ItemErrors};

/// What the page shows beside what is stored.
pub(crate) struct Cards {
    /// The item saved just now.
    pub saved: Option<usize>,
    /// The form just sent that could not be kept.
    pub rejected: Option<Rejected>,
}

/// A form with errors, as typed: nothing of it is lost.
pub(crate) struct Rejected {
    pub item: usize,
    pub rating: Option<u8>,
    pub text: String,
    pub display_name: String,
    pub errors: ItemErrors,
}

/// The page of a request.
pub(crate) fn hub_page<'a>(page: &'a Page, token: &'a str, cards: Cards) -> HubPage<'a> {
    let Page { shop, request, sealed, reviews, products } = page;
    let Cards { saved, rejected } = cards;
    let name = sealed.as_ref().and_then(|sealed| sealed.name.as_ref());
    // One card is unfolded: the one with errors, else the first that is left to review.
    let next = request.items.iter().position(|item| item.reviewed_at.is_none());
    let open = rejected.as_ref().map_or(next, |rejected| Some(rejected.item));
    let mut items: Vec<ItemCard> = (0..request.items.len())
        .map(|index| {
            let (title, image_url) = described(&request.items[index].subject, products, &shop.name);
            let review = reviews.iter().find(|review| review.item == index);
            card(index, title, image_url, review, name, open == Some(index))
        })
        .collect();
    if let Some(Rejected { item, rating, text, display_name, errors }) = rejected
        && let Some(card) = items.get_mut(item)
    {
        (card.rating, card.text, card.display_name, card.errors) = (rating, text, display_name, errors);
    }
    HubPage {
        shop_name: &shop.name,
        customer_first_name: name.map(PersonName::first),
        token,
        done: items.iter().filter(|item| item.done).count(),
        total: items.len(),
        // Only what is stored is thanked for, whatever the address says.
        saved: saved.filter(|&index| items.get(index).is_some_and(|item| item.done)),
        items,
        valid_until: day(request.expires_at),
    }
}

fn described(subject: &Subject, products: &[Product], shop_name: &str) -> (String, Option<String>) {
    let known = |id: &ProductId| products.iter().find(|product| product.id == *id);
    match subject {
        Subject::Product(id) => {
            let picture = known(id).and_then(|product| product.image_url.as_ref());
            (title(known(id), id), picture.map(|url| url.as_str().to_owned()))
        }
        Subject::Shop => (shop_name.to_owned(), None),
    }
}

fn card(
    index: usize,
    title: String,
    image_url: Option<String>,
    review: Option<&Review>,
    name: Option<&PersonName>,
    open: bool,
) -> ItemCard {
    // What a customer did not choose is not public: at first, their first name is suggested.
    let suggested = || name.map_or("", PersonName::first).to_owned();
    let shown = |review: &Review| review.display_name.as_ref().map_or("", |name| name.as_str()).to_owned();
    ItemCard {
        index,
        title,
        image_url,
        done: review.is_some(),
        open,
        rating: review.map(|review| review.rating.stars()),
        text: review.map(|review| review.text.as_str().to_owned()).unwrap_or_default(),
        display_name: review.map_or_else(suggested, shown),
        errors: ItemErrors::default(),
        edited_on: review.filter(|review| review.updated_at > review.created_at).map(|review| day(review.updated_at)),
    }
}
