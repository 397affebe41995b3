//! What the ways a message can leave have in common: what it says, what it is tagged with, and how
//! it can fail.

use domain::{Channel, Language, Request, RequestId, Shop, Tenant};
use store::{Sealed, SendContext};
use vault::ServiceKeys;

use crate::mail::{self, Mail, Urls};
use crate::sms::{self, Text};
use crate::{Error, Links};

/// A message, ready to leave.
pub(crate) enum Message {
    /// By mail.
    Mail(Mail),
    /// By SMS.
    Text(Text),
}

/// Composes one of a request's messages; `None` where there is no such message, or its recipient is
/// not known any more. All that can fail about a message fails here, before it is claimed.
///
/// # Errors
/// [`Error::Internal`] when a template fails or the stored token is not ours.
pub(crate) fn compose(
    request: &Request,
    step: usize,
    shop: &Shop,
    sealed: &Sealed,
    send_context: &SendContext,
    links: &Links,
    keys: &ServiceKeys,
) -> Result<Option<Message>, Error> {
    let Some(step) = request.steps.get(step) else { return Ok(None) };
    let shop = &shop.at(send_context.location.as_ref()).speaking(request.language);
    let hub_url = links.hub(request.dialect, &sealed.token);
    Ok(match (step.channel, &sealed.email, &sealed.phone) {
        (Channel::Email, Some(to), _) => {
            let unsubscribe_url = links.unsubscribe(&sealed.token, keys);
            let unsubscribe_url =
                unsubscribe_url.ok_or_else(|| Error::Internal("a stored token is not ours".to_owned()))?;
            let urls = Urls { hub: hub_url, unsubscribe: unsubscribe_url };
            let name = sealed.name.as_ref();
            Some(Message::Mail(mail::compose(request, step.reminder, shop, to, name, &send_context.products, urls)?))
        }
        (Channel::Sms, _, Some(to)) => {
            let body =
                sms::compose(shop.language.unwrap_or(Language::English), &shop.name, &hub_url, step.reminder > 0);
            Some(Message::Text(Text { to: to.as_str().to_owned(), body }))
        }
        (Channel::Email, None, _) | (Channel::Sms, _, None) => None,
    })
}

/// What a provider reports a message's fate under.
#[derive(Debug, Clone, Copy)]
pub struct Tags<'a> {
    /// Whose.
    pub tenant: &'a Tenant,
    /// Which request.
    pub request: RequestId,
    /// Which of its messages: 0 is the first, then its reminders.
    pub step: usize,
    /// Which claim of it.
    pub attempt: u32,
}

impl Tags<'_> {
    /// As names and values. An SMS takes five, and no more.
    pub(crate) fn pairs(self) -> [(&'static str, String); 5] {
        let Self { tenant, request, step, attempt } = self;
        [
            ("tenant", tenant.id.as_str().to_owned()),
            ("mode", tenant.mode.as_str().to_owned()),
            ("request", request.to_string()),
            ("step", step.to_string()),
            ("attempt", attempt.to_string()),
        ]
    }
}

/// Why a message was not accepted, as far as is known.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// The provider asked to slow down, or does not send at the moment: not accepted.
    #[error("throttled: {0}")]
    Throttled(String),
    /// The provider refused this message for good.
    #[error("rejected: {0}")]
    Rejected(String),
    /// No answer: it may have been accepted.
    #[error("unknown: {0}")]
    Unknown(String),
}
