//! Removing a request for good, with its link.

use domain::RequestId;
use jiff::Timestamp;
use store::Store;
use vault::{Purpose, Token};

use crate::retry::retry;
use crate::{Caller, Error, Links, Refusal};

/// Removes requests.
///
/// # Errors
/// Methods fail on storage, KMS or queue failures, and as each says.
#[derive(Clone)]
pub struct RemoveRequest {
    /// Where they are stored.
    pub store: Store,
    /// Reads their tokens.
    pub links: Links,
}

impl RemoveRequest {
    /// Removes a cancelled request. Its reviews and counters stay.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Refused`] for a request that is not cancelled.
    pub async fn remove(&self, caller: &Caller, id: RequestId, now: Timestamp) -> Result<(), Error> {
        retry!(self.store, {
            let context = self.store.request_context(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            if context.request.cancelled_at.is_none() {
                return Err(Error::Refused(Refusal::NotCancelled).into());
            }
            let service = self.links.keys(now).await?;
            let sealed = context.open(&caller.keys)?;
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.remove_request(&context.request);
            if let Some(token) = sealed.and_then(|sealed| Token::parse(&sealed.token, Purpose::Hub, &service)) {
                transaction.remove_token(&token);
            }
            Ok(transaction.commit().await?)
        })
    }
}
