//! What the request mail says: one struct, rendered to a subject, an HTML part and a text part.
//!
//! The sentences that both parts share are methods here, so that the parts cannot disagree.
//! `templates/mail/request.html` is compiled from `mail/request.mjml`; edit that one.

use askama::Template;

/// Products named in one mail; the rest are counted.
pub const PRODUCTS_NAMED_MAX: usize = 5;

/// Characters of a subject; mail programs cut longer ones.
pub const SUBJECT_CHARS_MAX: usize = 120;

/// The mail that asks a customer for reviews.
pub struct RequestMail<'a> {
    /// The shop that asks.
    pub shop_name: &'a str,
    /// How the mail addresses the customer, if the shop told a name.
    pub customer_name: Option<&'a str>,
    /// What there is to review, in the request's order. None: the shop itself.
    pub products: Vec<ProductLine>,
    /// The customer's own page.
    pub hub_url: &'a str,
    /// Where the mails can be stopped.
    pub unsubscribe_url: &'a str,
    /// The day until which the link works, in words.
    pub valid_until: String,
    /// The shop's postal address, where it gave one.
    pub shop_address: Option<&'a str>,
    /// Why it is sent.
    pub occasion: Occasion,
}

/// Why a mail is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The shop asks.
    First,
    /// Nobody answered the mail before.
    Reminder,
    /// The customer asked for this link because the earlier one had expired.
    NewLink,
}

/// One product in the mail.
pub struct ProductLine {
    /// The product's name.
    pub title: String,
    /// Its picture.
    pub image_url: Option<String>,
}

#[derive(Template)]
#[template(path = "mail/request.html")]
struct Html<'a> {
    subject: String,
    mail: &'a RequestMail<'a>,
}

#[derive(Template)]
#[template(path = "mail/request.txt")]
struct Text<'a> {
    mail: &'a RequestMail<'a>,
}

impl RequestMail<'_> {
    /// The subject: one line of at most [`SUBJECT_CHARS_MAX`] characters, whatever the names hold.
    #[must_use]
    pub fn subject(&self) -> String {
        let shop = self.shop_name;
        let line = match (self.occasion, self.customer_name) {
            (Occasion::NewLink, _) => format!("Your new review link from {shop}"),
            (Occasion::First, Some(name)) => {
                format!("{name}, what do you think of {}?", self.subject_matter())
            }
            (Occasion::First, None) => format!("What do you think of {}?", self.subject_matter()),
            (Occasion::Reminder, _) => format!("A reminder: what do you think of {}?", self.subject_matter()),
        };
        one_line(&line)
    }

    /// The HTML part.
    ///
    /// # Errors
    /// When the template cannot be written, which a `String` never causes.
    pub fn html(&self) -> Result<String, askama::Error> {
        Html { subject: self.subject(), mail: self }.render()
    }

    /// The text part: the same facts, the same sentences.
    ///
    /// # Errors
    /// When the template cannot be written, which a `String` never causes.
    pub fn text(&self) -> Result<String, askama::Error> {
        Text { mail: self }.render()
    }

    fn subject_matter(&self) -> String {
        match self.products.as_slice() {
            [] => self.shop_name.to_owned(),
            _ => format!("your order from {}", self.shop_name),
        }
    }

    fn preheader(&self) -> String {
        match self.products.as_slice() {
            [] => "Good or bad, a few sentences are plenty.".to_owned(),
            [only] => format!("{}: good or bad, a few sentences are plenty.", only.title),
            [first, rest @ ..] => {
                format!("{} and {} more: good or bad, a few sentences are plenty.", first.title, rest.len())
            }
        }
    }

    fn greeting(&self) -> String {
        self.customer_name.map_or_else(|| "Hello,".to_owned(), |name| format!("Hello {name},"))
    }

    fn opening(&self) -> String {
        let shop = self.shop_name;
        match (self.occasion, self.products.as_slice()) {
            (Occasion::NewLink, []) => "Here is the new link you asked for.".to_owned(),
            (Occasion::NewLink, _) => {
                "Here is the new link you asked for. It shows what you have not reviewed yet:".to_owned()
            }
            (Occasion::Reminder, []) => {
                format!(
                    "We wrote to you a while ago: what was {shop} like? If you find a minute, we would still love to read it."
                )
            }
            (Occasion::Reminder, _) => format!(
                "We wrote to you a while ago about your order from {shop}. If you find a minute, we would still love to read what you think of it:"
            ),
            (Occasion::First, []) => format!(
                "Thank you for being a customer of {shop}. What was it like? We would love to read it in your own words."
            ),
            (Occasion::First, _) => format!(
                "Thank you for your order from {shop}. What do you think of it? We would love to read it in your own words:"
            ),
        }
    }

    fn reason(&self) -> String {
        format!("You get this mail because you are a customer of {}.", self.shop_name)
    }

    fn named(&self) -> &[ProductLine] {
        &self.products[..self.products.len().min(PRODUCTS_NAMED_MAX)]
    }

    fn more(&self) -> Option<String> {
        let unnamed = self.products.len().checked_sub(PRODUCTS_NAMED_MAX)?;
        (unnamed > 0).then(|| format!("and {unnamed} more"))
    }

    fn has_pictures(&self) -> bool {
        self.named().iter().any(|product| product.image_url.is_some())
    }
}

/// A line break in a header would start another header, so every control character becomes a
/// space, and so do Unicode's own line separators.
fn one_line(text: &str) -> String {
    let spaced = text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ");
    let line = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SUBJECT_CHARS_MAX) {
        None => line,
        Some(_) => line.chars().take(SUBJECT_CHARS_MAX - 1).chain(['…']).collect(),
    }
}
