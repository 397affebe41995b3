//! Removing a request for good, with the link that opened its page.

use domain::RequestId;
use jiff::Timestamp;
use store::{Part, Store};
use vault::{Purpose, Token};

use crate::retry::CHANGES_MAX;
use crate::{Caller, Error, Links, Refusal};

/// Removes requests.
#[derive(Clone)]
pub struct RemoveRequest {
    /// Where they are kept.
    pub store: Store,
    /// What reads their tokens.
    pub links: Links,
}

impl RemoveRequest {
    /// Removes a cancelled request. What was reviewed and counted stays.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Refused`] for a request that is not cancelled; the
    /// dependencies' own trouble.
    pub async fn remove(&self, caller: &Caller, id: RequestId, now: Timestamp) -> Result<(), Error> {
        for _ in 0..CHANGES_MAX {
            let context = self.store.request_context(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            if context.request.cancelled_at.is_none() {
                return Err(Error::Refused(Refusal::NotCancelled));
            }
            let service = self.links.keys(now).await?;
            let sealed = context.open(&caller.keys)?;
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.remove_request(&context.request);
            if let Some(token) = sealed.and_then(|sealed| Token::parse(&sealed.token, Purpose::Hub, &service)) {
                transaction.remove_token(&token);
            }
            match transaction.commit().await {
                Ok(()) => return Ok(()),
                Err(error) if error.refused(Part::Request) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }
}
