//! How a shop's emails arrive, and the release of a shop that is held.

use domain::{Hold, MailCounts};
use store::Store;

use crate::retry::{TryError, retry};
use crate::{Caller, Error};

/// Shows how a shop's emails arrive.
///
/// # Errors
/// Methods fail on storage failures.
#[derive(Clone)]
pub struct Deliverability {
    /// Where it is counted.
    pub store: Store,
}

impl Deliverability {
    /// The shop's last 1,000 emails, and what holds the next ones back.
    pub async fn get(&self, caller: &Caller) -> Result<(MailCounts, Option<Hold>), Error> {
        Ok(self.store.last_mails(&caller.tenant).await?)
    }

    /// Lets the shop's emails leave again, and counts from zero. Emails that wait leave within the hour. A shop that is
    /// not held is released, too: its counts begin again.
    pub async fn release(&self, caller: &Caller) -> Result<(), Error> {
        retry!(self.store, { Ok::<_, TryError<Error>>(self.store.release_mails(&caller.tenant).await?) })
    }
}
