//! One product on the customer's page: its stored review, draft, photos and form.

use app::message::mail::{day, title};
use app::review::ReviewAsShown;
use domain::order::{Product, ProductId};
use domain::request::{Item, Subject};
use domain::review::{
    DisplayName, Fact, FactAnswer, Facts, Mark, Photo, PhotoRefusal, PhotoState, Question, Rating, ReviewDraft, Size,
    TextField, TypedTap, photos_left, questions,
};
use domain::values::{ContactData, HttpsUrl, Language};
use jiff::Timestamp;
use texts::Texts;

use crate::pages::item_form::{Content, ItemErrors, RejectedForm};
use crate::use_cases::{OpenedPage, WrittenReview, asked};

#[derive(Default)]
pub(crate) struct ItemCard {
    /// The item's place in the request, sent back as `item`.
    pub index: usize,
    pub title: String,
    /// The variation of the product that was bought.
    pub variation: Option<String>,
    /// The URL of the product's picture. The page's policy allows the URL's host.
    pub image_url: Option<String>,
    /// The product's page in the shop or, once the review is public, the page with the product's reviews.
    pub url: Option<String>,
    pub is_shop: bool,
    pub wrote: Option<Content>,
    /// The stored review as readers see it, or will see it; `None` if the shop withheld it.
    pub shown: Option<ReviewAsShown>,
    /// Sentences, as HTML, about when readers see the stored review.
    pub when: Vec<String>,
    /// Whether the stored review was submitted just now.
    pub is_new: bool,
    /// Whether the form is unfolded. A form with errors always is unfolded.
    pub open: bool,
    /// The form's content: the stored review, or unsaved input.
    pub form: Content,
    /// What the shop asks about it by taps.
    pub facts: Vec<Fact>,
    /// The names to choose from.
    pub names: Vec<String>,
    /// Whether the form contains unsubmitted input.
    pub has_draft: bool,
    pub questions: QuestionProgress,
    /// The first question, if none was answered yet.
    pub first: Option<Question>,
    /// The answers in the suggested text that are hardly sentences.
    pub fragments: Vec<Fragment>,
    /// The suggested text if it differs from the text field's. The customer can add it.
    pub suggestion: Option<String>,
    /// Whether the text field holds the suggested text.
    pub has_suggestion: bool,
    pub errors: ItemErrors,
    /// The day of the author's last edit, in words; `None` if the review was never edited.
    pub edited_on: Option<String>,
    pub reply: Option<String>,
    /// The photos, also those that are uploading or were rejected.
    pub photos: Vec<PhotoCard>,
    pub photos_left: usize,
}

/// A fact's row of chips.
pub(crate) struct FactChoice {
    /// The field's name.
    pub name: String,
    pub question: String,
    /// Each answer with what the field sends for it, and whether it is chosen.
    pub answers: Vec<(String, String, bool)>,
    /// What the field sends for no answer, and whether one was taken back.
    pub none: (String, bool),
}

/// An answer that the customer may finish.
pub(crate) struct Fragment {
    /// The question's number, from 0.
    pub number: usize,
    pub question: String,
    pub answer: String,
}

pub(crate) struct PhotoCard {
    /// The photo's slot, which the button to remove it sends back as `photo`.
    pub slot: usize,
    /// The photo's URL and size, once it is ready.
    pub view: Option<(String, Size)>,
    /// The id of the message that says why the file was rejected.
    pub refused: Option<&'static str>,
    /// Whether `shown` has it.
    pub is_shown: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum QuestionProgress {
    #[default]
    NotBegun,
    Begun,
    Finished,
}

/// The cards of a page, in the request's order. At most one is unfolded: the card with errors, else the `open` one,
/// else the first without a review. `star` was just clicked for the `open` card.
pub(crate) fn cards(
    page: &OpenedPage,
    texts: Texts,
    open: Option<usize>,
    star: Option<Rating>,
    rejected: Option<RejectedForm>,
    now: Timestamp,
) -> Vec<ItemCard> {
    let items = &page.request.items;
    let next = items.iter().position(|item| item.reviewed_at.is_none());
    let clicked = open;
    let open = rejected.as_ref().map_or(open.or(next), |rejected| Some(rejected.item));
    let names = names(page);
    let whole = |index| whole_card(page, texts, &names, index, open == Some(index), now);
    let mut cards: Vec<ItemCard> = (0..items.len()).map(whole).collect();
    if let (Some(star), Some(card)) = (star, clicked.and_then(|item| cards.get_mut(item))) {
        card.click(star);
    }
    if let Some(rejected) = rejected
        && let Some(card) = cards.get_mut(rejected.item)
    {
        card.restore(rejected);
    }
    cards
}

/// The unfolded card of one item, which the request has.
pub(crate) fn open_card(page: &OpenedPage, texts: Texts, index: usize, now: Timestamp) -> ItemCard {
    whole_card(page, texts, &names(page), index, true, now)
}

/// A card as it is without this visit's click or rejected form.
fn whole_card(page: &OpenedPage, texts: Texts, names: &Names, index: usize, open: bool, now: Timestamp) -> ItemCard {
    let OpenedPage { shop, request, reviews, products, drafts, photos, public_pages, .. } = page;
    let subject = &request.items[index].subject;
    let mut shown = ShownItem::new(texts, &request.items, index, products, &shop.name);
    let review = reviews.iter().find(|review| review.item == index);
    if let Some(pages) = public_pages.as_ref().filter(|_| review.is_some_and(|review| review.is_public)) {
        let name = ProductId::name_of(subject.product());
        shown.url.get_or_insert_with(|| format!("{pages}/{name}.html"));
    }
    let mut card = card(texts, index, shown, (review, page.facts.as_ref()), names, open);
    card.variation = page.order.as_ref().and_then(|order| order.variation(subject.product()?, products));
    card.facts = page.facts_of(subject).to_vec();
    card.when = review.map(|review| when(texts, page, review)).unwrap_or_default();
    if let Some(draft) = drafts.iter().find(|draft| draft.item == index) {
        card.resume(draft, review, texts.language(), subject);
    }
    if card.questions == QuestionProgress::NotBegun && card.wrote.is_none() {
        let [first, ..] = texts::questions(texts.language(), subject, &[]);
        card.first = Some(first);
    }
    card.add_photos(photos, now);
    card
}

fn fragments(language: Language, subject: &Subject, draft: &ReviewDraft) -> Vec<Fragment> {
    let questions = asked(language, subject, draft);
    let short = draft.fragments(texts::phrases).into_iter().map(|(number, answer)| Fragment {
        number,
        question: questions[number].text.clone(),
        answer: answer.to_owned(),
    });
    short.collect()
}

/// An item by the name that the page shows: a product's, or the shop's.
pub(crate) struct ShownItem {
    pub title: String,
    image_url: Option<String>,
    url: Option<String>,
    is_shop: bool,
}

impl ShownItem {
    pub(crate) fn new(texts: Texts, items: &[Item], index: usize, products: &[Product], shop_name: &str) -> Self {
        match &items[index].subject {
            Subject::Product(id) => {
                let product = products.iter().find(|product| product.id == *id);
                let address = |url: &HttpsUrl| url.as_str().to_owned();
                Self {
                    title: title(texts, product, index),
                    image_url: product.and_then(|product| product.image_url.as_ref()).map(address),
                    url: product.and_then(|product| product.url.as_ref()).map(address),
                    is_shop: false,
                }
            }
            Subject::Shop => Self { title: shop_name.to_owned(), image_url: None, url: None, is_shop: true },
        }
    }
}

struct Names {
    choices: Vec<String>,
    suggested: String,
}

/// The names to choose from. A customer's first review suggests the first name, and later ones suggest the last used
/// name.
fn names(OpenedPage { sealed, reviews, .. }: &OpenedPage) -> Names {
    let name = sealed.as_ref().and_then(|sealed| sealed.name.as_ref());
    let before = reviews.iter().filter_map(|review| review.version.words.display_name.as_ref());
    let choices = DisplayName::choices(name, before);
    let choices: Vec<_> = choices.iter().map(|choice| choice.as_str().to_owned()).collect();
    let last =
        reviews.iter().max_by_key(|review| review.updated_at).map(|review| Content::new(&review.version).display_name);
    let first = || name?.first().filter(|first| choices.iter().any(|choice| choice == first));
    let suggested = last.unwrap_or_else(|| first().unwrap_or_default().into_owned());
    Names { choices, suggested }
}

/// The card of an item without its draft and photos.
fn card(
    texts: Texts,
    index: usize,
    ShownItem { title, image_url, url, is_shop }: ShownItem,
    (review, facts): (Option<&WrittenReview>, Option<&Facts>),
    names: &Names,
    open: bool,
) -> ItemCard {
    let wrote = review.map(|review| Content::new(&review.version));
    let suggested = || Content { display_name: names.suggested.clone(), ..Content::default() };
    ItemCard {
        index,
        title,
        image_url,
        url,
        is_shop,
        open,
        form: wrote.clone().unwrap_or_else(suggested),
        wrote,
        shown: review
            .filter(|review| !review.is_withheld)
            .map(|review| ReviewAsShown::new(&review.published, facts, texts)),
        names: names.choices.clone(),
        reply: review.and_then(|review| Some(review.reply.as_ref()?.as_str().to_owned())),
        edited_on: review
            // Otherwise a mark says it.
            .filter(|review| review.published.edited.at.is_none())
            .and_then(|review| review.edited_on)
            .map(|date| texts.day(date.year(), date.month(), date.day())),
        ..ItemCard::default()
    }
}

/// When readers see a review. A trial's is never shown, as the page says elsewhere.
fn when(texts: Texts, page: &OpenedPage, review: &WrittenReview) -> Vec<String> {
    let until = day(texts, page.request.expires_at);
    let ids = match review {
        WrittenReview { is_held: true, is_public: false, .. } => vec![held_text(review)],
        WrittenReview { is_held: true, is_public: true, .. } => vec![held_text(review), "shown-earlier"],
        WrittenReview { is_insiders: true, .. } => vec!["withheld-insider"],
        WrittenReview { is_withheld: true, .. } => vec!["withheld-opening-shop", "withheld-change"],
        WrittenReview { is_public: true, .. } if page.public_pages.is_some() => vec!["shown-now"],
        WrittenReview { is_public: true, .. } => vec!["shown-by-shop"],
        WrittenReview { .. } => vec![],
    };
    ids.into_iter().map(|id| texts.say(id).with("shop", &page.shop.name).words("day", &until).html()).collect()
}

const fn held_text(review: &WrittenReview) -> &'static str {
    match review.contact_data {
        None => "held-moderation",
        Some(ContactData::PhoneNumber) => "held-phone",
        Some(ContactData::EmailAddress) => "held-email",
        Some(ContactData::WebAddress) => "held-website",
        Some(ContactData::Account) => "held-account",
    }
}

impl ItemCard {
    /// Fills the form from the draft, with the text that the customer's answers suggest.
    fn resume(&mut self, draft: &ReviewDraft, review: Option<&WrittenReview>, language: Language, subject: &Subject) {
        let TextField { text, offer, has_suggestion, is_unedited } =
            draft.text_field(review.map(|review| &review.version.words.text), texts::phrases);
        self.has_draft = self.form.resume(&draft.form, text);
        (self.suggestion, self.has_suggestion) = (offer, has_suggestion);
        if is_unedited {
            self.fragments = fragments(language, subject, draft);
        }
        self.questions = match questions::next(&draft.turns) {
            None => QuestionProgress::Finished,
            Some(_) if draft.turns.iter().any(|turn| turn.mark != Mark::Open) => QuestionProgress::Begun,
            Some(_) => QuestionProgress::NotBegun,
        };
    }

    /// Preselects a star. A submitted review with as many stars stays folded, because somebody who opens the email's
    /// link again has nothing to change.
    fn click(&mut self, star: Rating) {
        let sent = self.wrote.as_ref().and_then(|wrote| wrote.rating);
        self.open = sent != Some(star.stars());
        self.form.rating = Some(star.stars());
    }

    /// Adds this item's photos out of all photos of the request.
    fn add_photos(&mut self, photos: &[(Photo, Option<String>)], now: Timestamp) {
        let own = || photos.iter().filter(|(photo, _)| photo.item == self.index);
        let cards = own().map(|(photo, url)| {
            let (view, refused) = match photo.state {
                PhotoState::Ready(size) => (url.clone().map(|url| (url, size)), None),
                PhotoState::Expected => (None, None),
                PhotoState::Refused(refusal) => (None, Some(refusal_message(refusal))),
            };
            let is_shown = self.shown.iter().flat_map(|shown| &shown.photos).any(|(id, _)| *id == photo.id);
            PhotoCard { slot: photo.slot, view, refused, is_shown }
        });
        let taken: Vec<Photo> = own().map(|(photo, _)| photo.clone()).collect();
        (self.photos, self.photos_left) = (cards.collect(), photos_left(&taken, now));
    }

    fn restore(&mut self, rejected: RejectedForm) {
        let RejectedForm { item: _, form, errors, status: _ /* the page's */ } = rejected;
        (self.form, self.errors) = (form, errors);
        // The input may already contain the suggested text.
        self.suggestion.take_if(|suggestion| self.form.text.contains(suggestion.as_str()));
    }

    /// The rows of chips.
    pub(crate) fn fact_choices(&self) -> Vec<FactChoice> {
        let row = |(at, fact): (usize, &Fact)| {
            let tap = self.form.taps.iter().find(|tap| tap.fact == fact.id);
            let chosen = tap.and_then(|tap| tap.answer.as_ref());
            let value = |answer| TypedTap { fact: fact.id.clone(), answer }.to_string();
            let answer =
                |FactAnswer { id, text }: &FactAnswer| (value(Some(id.clone())), text.clone(), chosen == Some(id));
            FactChoice {
                name: format!("fact_{at}"),
                question: fact.question.clone(),
                answers: fact.answers.iter().map(answer).collect(),
                none: (value(None), tap.is_some() && chosen.is_none()),
            }
        };
        self.facts.iter().enumerate().map(row).collect()
    }

    /// The rows without an answer.
    pub(crate) fn unchosen(&self) -> Vec<FactChoice> {
        let mut rows = self.fact_choices();
        rows.retain(|row| row.answers.iter().all(|(_, _, is_chosen)| !is_chosen));
        rows
    }

    /// Whether the form is shown instead of the stored review.
    pub(crate) fn is_edited(&self) -> bool {
        self.wrote.is_some() && (self.open || self.errors.any())
    }

    /// Whether only the stored review is shown.
    pub(crate) fn is_sent(&self) -> bool {
        self.wrote.is_some() && !self.is_edited()
    }

    /// The photos beside the field for more of them: with the stored review, those that it does not show.
    pub(crate) fn photos_beside(&self) -> Vec<&PhotoCard> {
        self.photos.iter().filter(|photo| !(self.is_sent() && photo.is_shown)).collect()
    }

    /// The URLs and sizes of the photos that the stored review shows.
    pub(crate) fn photos_shown(&self) -> impl Iterator<Item = &(String, Size)> {
        self.photos.iter().filter(|photo| photo.is_shown).filter_map(|photo| photo.view.as_ref())
    }

    pub(crate) fn is_anonymous(&self) -> bool {
        self.form.display_name.is_empty() && !self.form.lacks_name
    }

    /// Whether the shown name is not one of the names to choose from.
    pub(crate) fn shows_other_name(&self) -> bool {
        !self.is_anonymous() && !self.names.contains(&self.form.display_name)
    }

    pub(crate) fn typed_name(&self) -> &str {
        if self.shows_other_name() { &self.form.display_name } else { &self.form.other_name }
    }
}

/// The id of the message that says why a file was rejected, and what to do.
const fn refusal_message(refusal: PhotoRefusal) -> &'static str {
    match refusal {
        PhotoRefusal::Unreadable => "photo-unreadable",
        PhotoRefusal::TooLarge => "photo-too-large",
        PhotoRefusal::TooManyPixels => "photo-too-many-pixels",
    }
}
