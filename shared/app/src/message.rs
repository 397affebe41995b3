//! One of a request's messages, by whichever channel.

use domain::{Channel, Language, Request};
use store::{Sealed, SendContext, TenantRecord};
use vault::ServiceKeys;

use crate::mail::view::Occasion;
use crate::mail::{self, Mail, Urls};
use crate::sms::{self, Text};
use crate::{Error, Links};

/// A message, ready to leave.
pub(crate) enum Message {
    /// By email.
    Mail(Mail),
    /// By SMS.
    Text(Text),
}

impl Message {
    /// How it is sent.
    pub(crate) const fn channel(&self) -> Channel {
        match self {
            Self::Mail(_) => Channel::Email,
            Self::Text(_) => Channel::Sms,
        }
    }
}

/// Composes one of a request's messages; `None` where there is no such message, or its recipient is no
/// longer known. Whatever can fail about a message fails here, before it is claimed.
///
/// # Errors
/// [`Error::Internal`] when a template fails or the stored token is invalid.
pub(crate) fn compose(
    request: &Request,
    step: usize,
    tenant: &TenantRecord,
    sealed: &Sealed,
    send_context: &SendContext,
    links: &Links,
    keys: &ServiceKeys,
) -> Result<Option<Message>, Error> {
    let Some(step) = request.steps.get(step) else { return Ok(None) };
    let shop = &tenant.shop.at_location(send_context.location.as_ref()).with_language(request.language);
    let hub_url = links.hub(request.dialect, &sealed.token);
    Ok(match (step.channel, &sealed.email, &sealed.phone) {
        (Channel::Email, Some(to), _) => {
            let unsubscribe_url = links.unsubscribe(&sealed.token, keys);
            let unsubscribe_url =
                unsubscribe_url.ok_or_else(|| Error::Internal("a stored token is invalid".to_owned()))?;
            let urls = Urls { hub: hub_url, unsubscribe: unsubscribe_url };
            let (name, occasion) = (sealed.name.as_ref(), Occasion::of(request, step, &tenant.rules));
            Some(Message::Mail(mail::compose(request, occasion, shop, to, name, &send_context.products, urls)?))
        }
        (Channel::Sms, _, Some(to)) => {
            let body =
                sms::compose(shop.language.unwrap_or(Language::English), &shop.name, &hub_url, step.reminder > 0);
            Some(Message::Text(Text { to: to.as_str().to_owned(), body }))
        }
        (Channel::Email, None, _) | (Channel::Sms, _, None) => None,
    })
}
