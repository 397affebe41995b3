//! Composes the email that asks for reviews, and what all notifications have in common.

mod notification;
pub mod view;

use std::borrow::Cow;

use domain::message::Step;
use domain::order::{Product, ProductId};
use domain::request::Request;
use domain::shop::{OwnText, OwnWords, Placeholders, Shop, ShopRules, TextOccasion};
use domain::values::{EmailAddress, HttpsUrl, Language, PersonName, Scheme, Shades, has_link};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::context::SendContext;
use texts::Texts;

pub use notification::{Block, Button, NotificationMail, Quote, Unsubscribe, texts};

use crate::error::Error;
use view::{Occasion, Own, ProductLine, RenderedMail, RequestMail};

use crate::links::Urls;

pub struct Mail {
    /// The shop's name, for the From field.
    pub from_name: String,
    /// The shop's own address for the From field; `None` for the operator's.
    pub sender: Option<String>,
    pub to: String,
    /// The address for replies; `None` for the address in From.
    pub reply_to: Option<String>,
    /// The subject: one line.
    pub subject: String,
    pub html: String,
    /// The plain-text part, with the same facts.
    pub text: String,
    /// The URL of the one-click unsubscribe (RFC 8058); `None` for the shop's owner.
    pub unsubscribe_url: Option<String>,
}

impl Occasion {
    pub(crate) fn of(request: &Request, step: &Step, rules: &ShopRules) -> Self {
        match (step.reminder, request.renewal_of) {
            (0, None) => Self::First,
            (0, Some(_)) => Self::NewLink,
            _ if request.is_last_reminder(step, rules) => Self::LastReminder,
            (1, _) => Self::FirstReminder,
            _ => Self::NextReminder,
        }
    }
}

/// The content of one of a request's emails: the first, or a reminder.
///
/// A reminder has no `In-Reply-To` and no `References`. With them, mail programs would show it below the unanswered
/// email, as if there had been a conversation; spam does that.
pub(crate) struct Asking<'a> {
    pub occasion: Occasion,
    pub own: Option<&'a OwnWords>,
    /// The customer's first name, if the shop gave one.
    pub name: Option<Cow<'a, str>>,
    /// The products to review. Empty means the shop itself.
    pub products: Vec<ProductLine>,
    pub is_ordered: bool,
    pub may_be_postponed: bool,
    pub due_at: Timestamp,
    pub expires_at: Timestamp,
}

impl<'a> Asking<'a> {
    pub fn of(
        request: &Request,
        step: &Step,
        rules: &ShopRules,
        name: Option<&'a PersonName>,
        SendContext { products, order, own_words, .. }: &'a SendContext,
    ) -> Self {
        let known = |id: &ProductId| products.iter().find(|product| product.id == *id);
        let asked = request.items.iter().filter_map(|item| item.subject.product());
        let line = |id: &ProductId| {
            let variation =
                order.as_ref().and_then(|order| order.variation(id, products)).filter(|text| !has_link(text));
            known(id).map_or_else(ProductLine::default, |product| ProductLine { variation, ..ProductLine::of(product) })
        };
        let products: Vec<_> = asked.map(line).collect();
        Self {
            occasion: Occasion::of(request, step, rules),
            own: own_words.get(&TextOccasion::of_email(step.reminder, request.renewal_of.is_some())),
            name: name.and_then(PersonName::first),
            is_ordered: request.order.is_given() || !products.is_empty(),
            may_be_postponed: request.postponed_at.is_none(),
            products,
            due_at: step.due_at,
            expires_at: request.expires_at,
        }
    }

    /// Calls `fill` with the values of the placeholders in own words.
    pub fn with_values<T>(&self, shop: &Shop, fill: impl FnOnce(&Placeholders<'_>) -> T) -> T {
        let days = self.expires_at.duration_since(self.due_at).as_hours() / 24;
        let days = (days > 0).then(|| days.to_string());
        let product = match self.products.as_slice() {
            [product] => product.title.as_deref(),
            _ => None,
        };
        fill(&Placeholders { name: self.name.as_deref(), product, shop: &shop.name, days: days.as_deref() })
    }

    /// The own words with their values. In languages that are written from right to left, each value is isolated, as in
    /// our words.
    fn own(&self, shop: &Shop, language: Language) -> Own {
        let Some(own) = self.own else { return Own::default() };
        let isolated = |text: &str| match language.is_right_to_left() {
            true => format!("\u{2068}{text}\u{2069}"),
            false => text.to_owned(),
        };
        self.with_values(shop, |Placeholders { name, product, shop: shop_name, days }| {
            let (name, product, shop_name) = (name.map(isolated), product.map(isolated), isolated(shop_name));
            let (name, product) = (name.as_deref(), product.as_deref());
            let values = Placeholders { name, product, shop: &shop_name, days: *days };
            // The words may be older than the rule against links to other hosts, or the shop's settings may no longer
            // name the host. Such words are left out.
            let said = |text: &Option<OwnText>| text.as_ref().filter(|text| !text.leads_elsewhere(shop))?.fill(&values);
            Own { subject: said(&own.subject), opening: said(&own.opening) }
        })
    }

    /// The email, in the shop's language, or English if it has none.
    pub fn view<'v>(self, shop: &'v Shop, urls: &'v Urls) -> RequestMail<'v>
    where
        'a: 'v,
    {
        let language = shop.language.unwrap_or(Language::English);
        RequestMail {
            language,
            shop_name: &shop.name,
            own: self.own(shop, language),
            customer_name: self.name,
            is_ordered: self.is_ordered,
            may_be_postponed: self.may_be_postponed,
            products: self.products,
            hub_url: &urls.hub,
            unsubscribe_url: &urls.unsubscribe,
            valid_until: day(Texts::mail(language), self.expires_at),
            light: Shades::new(shop.color, Scheme::Light),
            dark: Shades::new(shop.color, Scheme::Dark),
            logo: shop.logo.as_ref().map(HttpsUrl::as_str),
            shop_address: shop.address.as_deref().and_then(|address| after_name(address, &shop.name)),
            contact_url: shop.contact_url.as_ref().map(HttpsUrl::as_str),
            privacy_url: shop.privacy_url.as_ref().map(HttpsUrl::as_str),
            occasion: self.occasion,
        }
    }

    pub fn write(self, shop: &Shop, to: &EmailAddress, urls: Urls) -> Result<Mail, Error> {
        let RenderedMail { subject, html, text } = self.view(shop, &urls).write()?;
        Ok(Mail {
            from_name: shop.name.clone(),
            sender: own_sender(shop),
            to: to.deliverable(),
            reply_to: shop.reply_to.as_ref().map(EmailAddress::deliverable),
            subject,
            html,
            text,
            unsubscribe_url: Some(urls.unsubscribe),
        })
    }
}

/// The shop's own address in emails to customers. Those to the shop itself leave from the operator's, so that they arrive
/// when the shop's domain does not work.
fn own_sender(shop: &Shop) -> Option<String> {
    shop.sender.as_ref().map(EmailAddress::deliverable)
}

/// A postal address without the shop's name at its beginning, because the email shows the name before the address.
/// `None` if nothing is left.
fn after_name<'a>(address: &'a str, name: &str) -> Option<&'a str> {
    let begins = address.get(..name.len()).is_some_and(|start| start.to_lowercase() == name.to_lowercase());
    let rest = address.get(name.len()..).filter(|rest| begins && !rest.starts_with(char::is_alphanumeric));
    let rest = rest.map_or(address, |rest| rest.trim_start_matches(|c: char| !c.is_alphanumeric()));
    (!rest.is_empty()).then_some(rest)
}

/// A product as emails name it: `None`, as of one that the shop never described, if a mail program would make a link of a
/// part of the title, which whoever sends orders wrote.
pub fn mailed(product: Option<&Product>) -> Option<&Product> {
    product.filter(|product| !has_link(product.title.as_str()))
}

/// A product's title. If the shop never described the product, its place in the request (from 0) makes up a name.
pub fn title(texts: Texts, product: Option<&Product>, item: usize) -> String {
    product.map_or_else(|| unknown(texts, item), |product| product.title.as_str().to_owned())
}

fn unknown(texts: Texts, item: usize) -> String {
    texts.say("item").count("number", item + 1).to_string()
}

/// A day as people write it, in UTC.
pub fn day(texts: Texts, at: Timestamp) -> String {
    let date = at.to_zoned_datetime(TimeZone::UTC).date();
    texts.day(date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_begins_with_the_shops_name_does_not_repeat_it() {
        let check = |address: &str, expected: Option<&str>| assert_eq!(after_name(address, "Fern & Oak"), expected);
        check("Fern & Oak, 12 Mill Lane", Some("12 Mill Lane"));
        check("FERN & OAK · 12 Mill Lane", Some("12 Mill Lane"));
        check("12 Mill Lane", Some("12 Mill Lane"));
        check("Fern & Oakley Ltd, 12 Mill Lane", Some("Fern & Oakley Ltd, 12 Mill Lane"));
        check("Fern & Oak", None);
        check("Fern & Ö", Some("Fern & Ö"));
    }
}
