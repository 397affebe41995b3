//! The email to the shop with what a customer wrote about a problem with an order. Who replies writes to the customer.

use app::message::mail::view::one_line;
use app::message::mail::{Block, Mail, NotificationMail, mailed, texts, title};
use domain::order::Product;
use domain::request::{Problem, Request};
use domain::shop::Shop;
use domain::values::{EmailAddress, PersonName, Phone, RequestId};

use crate::fate::{Fate, Stop};
use crate::notifications::{About, Draft};

impl About<'_> {
    /// A customer waits for the shop's answer, so nothing that stops emails to customers stops this one.
    pub(super) async fn about_problem(&self, id: RequestId, number: u32) -> Result<Draft, Stop> {
        let Self { tenant, record, keys, .. } = *self;
        let context = self.store.request_context(tenant, id).await?.ok_or(Fate::Gone)?;
        let problem = self.store.problem(tenant, id, number, keys).await?.ok_or(Fate::Gone)?;
        let customer = context.open(keys)?.ok_or(Fate::Gone)?;
        let to = record.problems_to(tenant, keys)?.ok_or(Fate::Gone)?;
        let request = &context.request;
        let products = self.store.display_context(tenant, request, keys).await?.products;
        let shop = self.shown(&record.shop);
        let products = titles(&shop, request, &problem, &products);
        let name = customer.name.as_ref().map_or("", PersonName::as_str);
        let email = customer.email.as_ref().map_or("", EmailAddress::as_typed);
        let phone = customer.phone.as_ref().map_or("", Phone::as_str);
        let say = |id: &str| {
            let wording = texts(&shop).say(id).with("shop", &shop.name).with("name", name).with("titles", &products);
            wording.with("order", request.order.as_str()).with("email", email).with("phone", phone).to_string()
        };
        let mut mail = NotificationMail::new(&shop, say("reason-problem"));
        mail.heading = say(if request.order.is_given() { "heading-problem-order" } else { "heading-problem" });
        mail.subject = mail.heading.clone();
        mail.preheader = one_line(problem.words.as_str());
        mail.body.push(Block::Text(say(if name.is_empty() { "problem-wrote" } else { "problem-wrote-named" })));
        mail.body.push(Block::Written(problem.words.as_str().to_owned()));
        if !products.is_empty() {
            mail.body.push(Block::Text(say("problem-about")));
        }
        mail.body.push(Block::Text(say(if email.is_empty() { "problem-answer-phone" } else { "problem-answer" })));
        let reply_to = customer.email.as_ref().map(EmailAddress::deliverable);
        let mail = Mail { reply_to, ..mail.write(&shop, &to)? };
        Ok(Draft::new(to, mail))
    }
}

/// The titles of the products that the words are about; empty for the shop itself.
fn titles(shop: &Shop, request: &Request, problem: &Problem, products: &[Product]) -> String {
    let items = request.items.iter().enumerate();
    let items = items.filter(|(index, _)| problem.item.is_none_or(|item| item == *index));
    let titles = items.filter_map(|(index, item)| {
        let id = item.subject.product()?;
        Some(title(texts(shop), mailed(products.iter().find(|product| product.id == *id)), index))
    });
    titles.collect::<Vec<_>>().join(" · ")
}
