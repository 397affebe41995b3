//! The content of the request's email: one struct, rendered to a subject, an HTML part and a text part.
//!
//! The sentences that both parts share are methods here, so that the parts cannot disagree.
//! `templates/mail/request.html` is compiled from `mail/request.mjml`; edit that one.

use askama::Template;
use domain::{Language, Shades, is_bidi_control};
use texts::{Message, Texts};

/// The most products that an email names; the rest are counted.
pub const PRODUCTS_NAMED_MAX: usize = 5;

/// The longest subject, in characters; mail programs cut longer ones.
pub const SUBJECT_CHARS_MAX: usize = 120;

/// The email that asks a customer for reviews.
pub struct RequestMail<'a> {
    /// The language of every sentence.
    pub language: Language,
    /// The shop that asks.
    pub shop_name: &'a str,
    /// The name that addresses the customer, if the shop gave one.
    pub customer_name: Option<&'a str>,
    /// What there is to review, in the request's order. Empty means the shop itself.
    pub products: Vec<ProductLine>,
    /// The customer's own page.
    pub hub_url: &'a str,
    /// The page that unsubscribes.
    pub unsubscribe_url: &'a str,
    /// The day until which the link works, in words.
    pub valid_until: String,
    /// The shop's colors in a light color scheme.
    pub light: Shades,
    /// The same in a dark color scheme.
    pub dark: Shades,
    /// The URL of the shop's logo, shown above its name.
    pub logo: Option<&'a str>,
    /// The shop's postal address, if it gave one.
    pub shop_address: Option<&'a str>,
    /// Why it is sent.
    pub occasion: Occasion,
}

/// Why an email is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// It is the request's first message.
    First,
    /// An earlier message was not answered.
    Reminder,
    /// The customer asked for this link because the earlier one had expired.
    NewLink,
}

/// One product of an email.
pub struct ProductLine {
    /// The product's title.
    pub title: String,
    /// The URL of its picture.
    pub image_url: Option<String>,
}

/// A rendered email.
pub struct RenderedMail {
    /// One line of at most [`SUBJECT_CHARS_MAX`] characters, whatever the names hold.
    pub subject: String,
    /// The HTML part.
    pub html: String,
    /// The plain-text part: the same facts, in the same sentences.
    pub text: String,
}

/// The sentences that both parts share, each formatted once: that is most of what rendering costs.
struct Sentences {
    greeting: String,
    opening: String,
    closing: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "mail/request.html")]
struct Html<'a> {
    subject: &'a str,
    said: &'a Sentences,
    mail: &'a RequestMail<'a>,
}

#[derive(Template)]
#[template(path = "mail/request.txt")]
struct Text<'a> {
    said: &'a Sentences,
    mail: &'a RequestMail<'a>,
}

impl RequestMail<'_> {
    /// Renders it.
    ///
    /// # Errors
    /// A template's formatting error, which writing to a `String` never causes.
    pub fn write(&self) -> Result<RenderedMail, askama::Error> {
        let subject = self.subject();
        let said = Sentences {
            greeting: self.greeting(),
            opening: self.opening(),
            closing: self.say("closing").to_string(),
            reason: self.say("reason").to_string(),
        };
        let html = Html { subject: &subject, said: &said, mail: self }.render()?;
        let text = Text { said: &said, mail: self }.render()?;
        Ok(RenderedMail { subject, html, text })
    }

    fn subject(&self) -> String {
        let id = match (self.occasion, self.customer_name) {
            (Occasion::NewLink, _) => "subject-new-link",
            (Occasion::First, Some(_)) => self.about("subject-first-order-named", "subject-first-shop-named"),
            (Occasion::First, None) => self.about("subject-first-order", "subject-first-shop"),
            (Occasion::Reminder, _) => self.about("subject-reminder-order", "subject-reminder-shop"),
        };
        one_line(&self.say(id).to_string())
    }

    fn texts(&self) -> Texts {
        Texts::mail(self.language)
    }

    /// A message with all values that messages refer to.
    fn say<'a>(&'a self, id: &'a str) -> Message<'a> {
        let message = self.texts().say(id).with("shop", self.shop_name).words("day", &self.valid_until);
        match self.customer_name {
            Some(name) => message.with("name", name),
            None => message,
        }
    }

    /// The id of a message that differs for an order and for the shop itself.
    fn about(&self, order: &'static str, shop: &'static str) -> &'static str {
        if self.products.is_empty() { shop } else { order }
    }

    fn preheader(&self) -> String {
        match self.products.as_slice() {
            [] => self.say("preheader"),
            [only] => self.say("preheader-one").with("title", &only.title),
            [first, rest @ ..] => self.say("preheader-more").with("title", &first.title).count("more", rest.len()),
        }
        .to_string()
    }

    fn greeting(&self) -> String {
        self.say(if self.customer_name.is_some() { "greeting-named" } else { "greeting" }).to_string()
    }

    fn opening(&self) -> String {
        let id = match self.occasion {
            Occasion::First => self.about("opening-first-order", "opening-first-shop"),
            Occasion::Reminder => self.about("opening-reminder-order", "opening-reminder-shop"),
            Occasion::NewLink => self.about("opening-new-link-order", "opening-new-link-shop"),
        };
        self.say(id).to_string()
    }

    /// The side on which its lines start.
    fn start(&self) -> &'static str {
        if self.language.is_right_to_left() { "right" } else { "left" }
    }

    fn named_products(&self) -> &[ProductLine] {
        &self.products[..self.products.len().min(PRODUCTS_NAMED_MAX)]
    }

    fn more(&self) -> Option<String> {
        let unnamed = self.products.len().checked_sub(PRODUCTS_NAMED_MAX)?;
        (unnamed > 0).then(|| self.say("more").count("more", unnamed).to_string())
    }

    fn has_pictures(&self) -> bool {
        self.named_products().iter().any(|product| product.image_url.is_some())
    }
}

/// A line break in a header would start another header, so every control character becomes a
/// space, and so do Unicode's line separators. Marks that change the direction of what follows are removed: ours
/// around names, because not every mail program hides them in its list, and those in names, because they would
/// turn around what a program writes after the subject.
pub(super) fn one_line(text: &str) -> String {
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
