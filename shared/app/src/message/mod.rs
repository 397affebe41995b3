//! A request's message, by email or by SMS: composed in the request's language, with the shop's own words if it has some.

pub mod mail;
pub mod preview;
pub mod sms;
pub mod suppress;
pub mod suppressions;
pub mod suspension;
pub mod wake;

use domain::message::NotificationName;
use domain::request::Request;
use domain::shop::TextOccasion;
use domain::values::{Channel, Language, RequestId, Tenant};
use store::context::SendContext;
use store::request::personal::RequestRecipient;
use store::shop::TenantRecord;
use vault::{ServiceKeys, TenantKeys};

use crate::error::Error;
use crate::links::{Links, Urls};
use crate::message::mail::{Asking, Mail};
use crate::message::sms::Text;

pub enum Message {
    Mail(Mail),
    Text(Text),
}

impl Message {
    pub const fn channel(&self) -> Channel {
        match self {
            Self::Mail(_) => Channel::Email,
            Self::Text(_) => Channel::Sms,
        }
    }
}

/// The message that a provider's report is about, according to the tags with which it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaggedMessage {
    /// One of a request's messages.
    Step {
        request: RequestId,
        /// The message's place in the request: 0 for the first message, higher numbers for reminders.
        step: usize,
    },
    Notification(NotificationName),
}

pub struct TenantLinks<'a> {
    pub links: &'a Links,
    pub tenant: &'a Tenant,
    pub keys: &'a TenantKeys,
    pub service: &'a ServiceKeys,
}

/// The language of a request's messages, if the shop has own words in it.
pub fn own_words_of(request: &Request, shop: &TenantRecord) -> Option<Language> {
    let language = request.options.language.or(shop.shop.language).unwrap_or(Language::English);
    shop.has_own_words(language).then_some(language)
}

/// Composes one of a request's messages; `None` if there is no such message, or if its recipient is no longer stored.
/// Everything that can fail about a message fails here, before the message is claimed.
pub fn compose(
    request: &Request,
    step: usize,
    shop: &TenantRecord,
    sealed: &RequestRecipient,
    send_context: &SendContext,
    links: &TenantLinks<'_>,
) -> Result<Option<Message>, Error> {
    let Some(step) = request.steps.get(step) else { return Ok(None) };
    let TenantLinks { links, tenant, keys, service } = links;
    let rules = &shop.rules;
    let shop = shop.shop.at_location(send_context.location.as_ref()).with_language(request.options.language);
    let shop = &shop.in_messages(links.postal_address().as_deref());
    // Every request that may be sent by SMS has a code.
    Ok(match (step.channel, &sealed.email, sealed.phone.as_ref().zip(sealed.code.as_ref())) {
        (Channel::Email, Some(to), _) => {
            let token = sealed.token(tenant, request.id, keys);
            let hub = links.hub(request.dialect, &token, service);
            let urls = Urls { hub, unsubscribe: links.unsubscribe(&token, service) };
            let asking = Asking::of(request, step, rules, sealed.name.as_ref(), send_context);
            Some(Message::Mail(asking.write(shop, to, urls)?))
        }
        (Channel::Sms, _, Some((to, code))) => {
            let link = links.short(&code.code);
            let language = shop.language.unwrap_or(Language::English);
            let own = send_context.own_words.get(&TextOccasion::Sms).and_then(|words| words.opening.as_ref());
            let own = own.filter(|own| !own.leads_elsewhere(shop));
            let asking = Asking::of(request, step, rules, sealed.name.as_ref(), send_context);
            let own =
                own.and_then(|own| asking.with_values(shop, |values| sms::compose_own(language, own, values, &link)));
            let body = own.unwrap_or_else(|| sms::compose(language, &shop.name, &link, step.reminder > 0));
            Some(Message::Text(Text { to: to.as_str().to_owned(), body }))
        }
        (Channel::Email, None, _) | (Channel::Sms, _, None) => None,
    })
}
