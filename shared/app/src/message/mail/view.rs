//! The content of the request's email: one struct, rendered to a subject, an HTML part and a text part.
//!
//! Sentences in both parts are methods here, so that the parts cannot differ. `templates/mail/request.html` is compiled
//! from `mail/request.mjml`: edit the latter.

use std::borrow::Cow;

use askama::Template;
use domain::order::Product;
use domain::values::{Language, Shades, is_bidi_control};
use texts::{Texts, Wording};

use super::{mailed, unknown};

/// The most products that an email shows; the rest are counted.
pub const PRODUCTS_NAMED_MAX: usize = 4;

/// The longest subject, in characters, because mail programs cut longer ones.
pub const SUBJECT_CHARS_MAX: usize = 120;

/// The longest product title in a subject and heading, in characters. A longer title is shown below the picture
/// instead.
pub const HEADING_TITLE_CHARS_MAX: usize = 40;

/// The longest title of a product or variation in a list, in characters, because every byte of an email is signed, encrypted and sent.
const LISTED_TITLE_CHARS_MAX: usize = 80;

/// The most bytes for all URLs of a list's pictures together. Four URLs could have 8,000.
const PICTURE_BYTES_MAX: usize = 1_500;

/// The email that asks a customer for reviews.
pub struct RequestMail<'a> {
    pub language: Language,
    pub shop_name: &'a str,
    /// The name with which to greet the customer, if the shop gave one.
    pub customer_name: Option<Cow<'a, str>>,
    /// The products to review, in the request's order. Empty means the shop itself.
    pub products: Vec<ProductLine>,
    /// Whether the customer ordered something, as far as the shop said.
    pub is_ordered: bool,
    /// Whether the customer's page still offers to ask again in a week.
    pub may_be_postponed: bool,
    pub hub_url: &'a str,
    pub unsubscribe_url: &'a str,
    /// The day until which the link works, in words.
    pub valid_until: String,
    /// The shop's colors in a light color scheme.
    pub light: Shades,
    /// The same in a dark color scheme.
    pub dark: Shades,
    /// The URL of the shop's logo, which is shown above the shop's name.
    pub logo: Option<&'a str>,
    pub shop_address: Option<&'a str>,
    pub contact_url: Option<&'a str>,
    pub privacy_url: Option<&'a str>,
    pub occasion: Occasion,
    pub own: Own,
}

/// A shop's own words, with their values. `None` means our words.
#[derive(Default)]
pub struct Own {
    pub subject: Option<String>,
    pub opening: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    First,
    /// A reminder: the first message was not answered.
    FirstReminder,
    /// A reminder after another one that was not answered; more reminders follow.
    NextReminder,
    LastReminder,
    /// The customer asked for this link because the earlier one had expired.
    NewLink,
}

#[derive(Default)]
pub struct ProductLine {
    /// The product's title; `None` if the shop never described it.
    pub title: Option<String>,
    pub image_url: Option<String>,
    /// The variation that was bought.
    pub variation: Option<String>,
}

impl ProductLine {
    pub(crate) fn of(product: &Product) -> Self {
        let Some(product) = mailed(Some(product)) else { return Self::default() };
        Self {
            title: Some(product.title.as_str().to_owned()),
            image_url: product.image_url.as_ref().map(|url| url.as_str().to_owned()),
            variation: None,
        }
    }
}

pub struct RenderedMail {
    /// One line of at most [`SUBJECT_CHARS_MAX`] characters, whatever the names contain.
    pub subject: String,
    pub html: String,
    /// The plain-text part, with the same facts in the same sentences.
    pub text: String,
}

/// The sentences of both parts. Each is formatted only once, because formatting is most of the cost of rendering.
struct Sentences<'a> {
    subject: String,
    heading: String,
    opening: String,
    /// The opening for the HTML part. It says what to tap, because only this part has stars.
    lead: String,
    /// The title of the only product, if the heading does not contain it.
    title: Option<&'a str>,
    /// The variation of the only product.
    variation: Option<&'a str>,
    cards: Vec<Card<'a>>,
    more: Option<String>,
    stars: [String; 5],
    not_arrived: Option<String>,
    closing: String,
    reason: String,
    contact: Option<Link<'a>>,
    privacy: Option<Link<'a>>,
    /// The hub's URL up to the item's number.
    item_url: String,
}

/// Five stars, with the name of what they rate, unless the heading names it.
struct Card<'a> {
    title: Option<Cow<'a, str>>,
    variation: Option<Cow<'a, str>>,
    image_url: Option<&'a str>,
}

struct Link<'a> {
    label: String,
    url: &'a str,
}

#[derive(Template)]
#[template(path = "mail/request.html")]
struct Html<'a> {
    said: &'a Sentences<'a>,
    mail: &'a RequestMail<'a>,
}

#[derive(Template)]
#[template(path = "mail/request.txt")]
struct Text<'a> {
    said: &'a Sentences<'a>,
    mail: &'a RequestMail<'a>,
}

impl RequestMail<'_> {
    /// Renders the email.
    /// Errors: A template's formatting error, which writing to a `String` never causes.
    pub fn write(&self) -> Result<RenderedMail, askama::Error> {
        let (question, own) = (self.question(), &self.own);
        let opening = own.opening.clone().unwrap_or_else(|| self.opening());
        let is_ours = self.occasion == Occasion::First && own.opening.is_none();
        let lead = self.say(if is_ours { "lead-first" } else { "lead" });
        let said = Sentences {
            subject: own.subject.as_deref().map_or_else(|| self.subject(&question), one_line),
            title: self.hero().map(|(title, _)| title).filter(|title| !question.contains(title)),
            heading: question,
            variation: self.hero().and_then(|_| self.products.first()?.variation.as_deref()),
            lead: lead.words("opening", &opening).to_string(),
            opening,
            cards: self.cards(),
            more: self.more(),
            stars: [1_u8, 2, 3, 4, 5].map(|count| self.say("stars").count("count", count).to_string()),
            not_arrived: self.not_arrived(),
            closing: self.say("closing").to_string(),
            reason: self.say(if self.is_ordered { "reason-ordered" } else { "reason-customer" }).to_string(),
            contact: self.contact_url.map(|url| Link { label: self.say("contact").to_string(), url }),
            privacy: self.privacy_url.map(|url| Link { label: self.say("privacy").to_string(), url }),
            item_url: format!("{}{}item=", self.hub_url, if self.hub_url.contains('?') { '&' } else { '?' }),
        };
        let html = Html { said: &said, mail: self }.render()?;
        let text = Text { said: &said, mail: self }.render()?;
        Ok(RenderedMail { subject: said.subject, html, text })
    }

    /// Our question. It is the heading of every email, and the subject of the first.
    pub(crate) fn question(&self) -> String {
        let [named, unnamed] = match self.hero() {
            Some((title, _)) if is_short(title) => ["heading-product-named", "heading-product"],
            Some(_) => ["heading-it-named", "heading-it"],
            None if self.products.is_empty() => ["heading-shop-named", "heading-shop"],
            None => ["heading-order-named", "heading-order"],
        };
        let message = self.say(if self.customer_name.is_some() { named } else { unnamed });
        match self.hero() {
            Some((title, _)) => message.with("title", title).to_string(),
            None => message.to_string(),
        }
    }

    pub(crate) fn subject(&self, question: &str) -> String {
        let id = match self.occasion {
            Occasion::First => return one_line(question),
            Occasion::FirstReminder => "subject-first-reminder",
            Occasion::NextReminder => "subject-next-reminder",
            Occasion::LastReminder => "subject-last-reminder",
            Occasion::NewLink => "subject-new-link",
        };
        one_line(&self.say(id).words("question", question).to_string())
    }

    /// The title and the picture of the only product.
    fn hero(&self) -> Option<(&str, Option<&str>)> {
        match self.products.as_slice() {
            [ProductLine { title: Some(title), image_url, variation: _ }] => Some((title, image_url.as_deref())),
            _ => None,
        }
    }

    fn cards(&self) -> Vec<Card<'_>> {
        if self.products.is_empty() || self.hero().is_some() {
            return vec![Card { title: None, variation: None, image_url: None }];
        }
        let named = || self.products.iter().take(PRODUCTS_NAMED_MAX);
        let bytes: usize = named().filter_map(|product| product.image_url.as_deref()).map(str::len).sum();
        let cards = named().enumerate().map(|(item, ProductLine { title, image_url, variation })| {
            let title = title
                .as_deref()
                .map_or_else(|| unknown(self.texts(), item).into(), |title| shortened(title, LISTED_TITLE_CHARS_MAX));
            let variation = variation.as_deref().map(|variation| shortened(variation, LISTED_TITLE_CHARS_MAX));
            Card {
                title: Some(title),
                variation,
                image_url: image_url.as_deref().filter(|_| bytes <= PICTURE_BYTES_MAX),
            }
        });
        cards.collect()
    }

    fn texts(&self) -> Texts {
        Texts::mail(self.language)
    }

    /// A text with all values that texts can use.
    fn say<'a>(&'a self, id: &'a str) -> Wording<'a> {
        let message = self.texts().say(id).with("shop", self.shop_name).words("day", &self.valid_until);
        match self.customer_name.as_deref() {
            Some(name) => message.with("name", name),
            None => message,
        }
    }

    fn preheader<'a>(&'a self, said: &'a Sentences<'_>) -> Cow<'a, str> {
        match said.cards.as_slice() {
            [Card { title: Some(first), .. }, _, ..] => {
                let more = self.products.len() - 1;
                Cow::Owned(self.say("preheader-more").with("title", first).count("more", more).to_string())
            }
            _ => Cow::Borrowed(&said.opening),
        }
    }

    pub(crate) fn opening(&self) -> String {
        let id = match self.occasion {
            Occasion::First => "opening-first",
            Occasion::FirstReminder => "opening-first-reminder",
            Occasion::NextReminder => "opening-next-reminder",
            Occasion::LastReminder => "opening-last-reminder",
            Occasion::NewLink if self.products.is_empty() => "opening-new-link-shop",
            Occasion::NewLink => "opening-new-link-order",
        };
        self.say(id).to_string()
    }

    fn not_arrived(&self) -> Option<String> {
        let total = self.products.len();
        (total > 0 && self.may_be_postponed).then(|| self.say("not-arrived").count("total", total).to_string())
    }

    /// The side on which lines start.
    fn start(&self) -> &'static str {
        if self.language.is_right_to_left() { "right" } else { "left" }
    }

    fn more(&self) -> Option<String> {
        let unnamed = self.products.len().checked_sub(PRODUCTS_NAMED_MAX)?;
        (unnamed > 0).then(|| self.say("more").count("more", unnamed).to_string())
    }
}

impl Sentences<'_> {
    fn has_titles(&self) -> bool {
        self.cards.iter().any(|card| card.title.is_some())
    }

    fn named<'a>(&self, title: &'a str) -> Cow<'a, str> {
        shortened(title, HEADING_TITLE_CHARS_MAX)
    }
}

fn is_short(title: &str) -> bool {
    title.chars().count() <= HEADING_TITLE_CHARS_MAX
}

/// At most `characters` of a text, cut between words if there is a space in the second half.
pub(super) fn shortened(text: &str, characters: usize) -> Cow<'_, str> {
    if text.chars().count() <= characters {
        return text.into();
    }
    let mut words: String = text.chars().take(characters - 1).collect();
    let cut = words.rfind(char::is_whitespace).filter(|&at| at > words.len() / 2);
    words.truncate(cut.unwrap_or(words.len()));
    format!("{}…", words.trim_end_matches(|c: char| !c.is_alphanumeric())).into()
}

/// The text on one line. A line break in a header would start another header, so every control character and every line
/// separator in Unicode becomes a space. Characters that change the text direction are removed: those that we put
/// around names, because some mail programs show them in the list of emails; those within names, because they would
/// reverse the text after the subject.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars().filter(|&c| !is_bidi_control(c)) {
        let breaks = character.is_control() || character.is_whitespace();
        match (breaks, line.ends_with(' ') || line.is_empty()) {
            (false, _) => line.push(character),
            (true, false) => line.push(' '),
            (true, true) => {}
        }
    }
    line.truncate(line.trim_end().len());
    match line.char_indices().nth(SUBJECT_CHARS_MAX) {
        None => line,
        Some(_) => line.chars().take(SUBJECT_CHARS_MAX - 1).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_is_cut_between_words() {
        let check = |title: &str, expected: &str| assert_eq!(shortened(title, 40), expected);
        check("Walnut Serving Board", "Walnut Serving Board");
        check(&"a".repeat(40), &"a".repeat(40));
        check(&"ö".repeat(41), &format!("{}…", "ö".repeat(39)));
        check("Handgefertigtes Servierbrett aus Nussbaum, geölt", "Handgefertigtes Servierbrett aus…");
        check(&format!("A {}", "b".repeat(60)), &format!("A {}…", "b".repeat(37)));
    }
}
