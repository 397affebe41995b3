//! The email to the shop with what a customer wrote about a problem with an order. Who replies writes to the customer.

use domain::order::Product;
use domain::request::{Problem, Request};
use domain::shop::Shop;
use domain::values::{EmailAddress, PersonName, Phone};
use store::request::personal::RequestRecipient;

use super::notification::{Block, finish, notification, texts};
use super::view::one_line;
use super::{Mail, title};
use crate::error::Error;

pub struct ToldProblem<'a> {
    pub problem: &'a Problem,
    pub request: &'a Request,
    /// The request's products that the shop described.
    pub products: &'a [Product],
    pub customer: &'a RequestRecipient,
}

impl ToldProblem<'_> {
    /// The email, in the shop's language.
    pub fn compose(&self, shop: &Shop, to: &EmailAddress) -> Result<Mail, Error> {
        let Self { problem, request, customer, .. } = self;
        let name = customer.name.as_ref().map_or("", PersonName::as_str);
        let email = customer.email.as_ref().map_or("", EmailAddress::as_typed);
        let phone = customer.phone.as_ref().map_or("", Phone::as_str);
        let products = self.products(shop);
        let say = |id: &str| {
            let wording = texts(shop).say(id).with("shop", &shop.name).with("name", name).with("titles", &products);
            wording.with("order", request.order.as_str()).with("email", email).with("phone", phone).to_string()
        };
        let mut mail = notification(shop, say("reason-problem"));
        mail.heading = say(if request.order.is_given() { "heading-problem-order" } else { "heading-problem" });
        mail.subject = one_line(&mail.heading);
        mail.preheader = one_line(problem.words.as_str());
        mail.body.push(Block::Text(say(if name.is_empty() { "problem-wrote" } else { "problem-wrote-named" })));
        mail.body.push(Block::Written(problem.words.as_str()));
        if !products.is_empty() {
            mail.body.push(Block::Text(say("problem-about")));
        }
        mail.body.push(Block::Text(say(if email.is_empty() { "problem-answer-phone" } else { "problem-answer" })));
        let reply_to = customer.email.as_ref().map(EmailAddress::deliverable);
        Ok(Mail { reply_to, ..finish(&mail, shop, to)? })
    }

    /// The titles of the products that the words are about; empty for the shop itself.
    fn products(&self, shop: &Shop) -> String {
        let items = self.request.items.iter().enumerate();
        let items = items.filter(|(index, _)| self.problem.item.is_none_or(|item| item == *index));
        let titles = items.filter_map(|(index, item)| {
            let id = item.subject.product()?;
            Some(title(texts(shop), self.products.iter().find(|product| product.id == *id), index))
        });
        titles.collect::<Vec<_>>().join(" · ")
    }
}
