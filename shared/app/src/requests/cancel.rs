//! Withdrawing a request: from then on its link is dead and nothing more is sent.

use domain::RequestId;
use jiff::Timestamp;
use store::{Part, Store};

use crate::retry::{CHANGES_MAX, Guard, save};
use crate::{Caller, Error, ScheduleGroup, Wake};

/// Cancels requests.
#[derive(Clone)]
pub struct CancelRequest {
    /// Where they are kept.
    pub store: Store,
    /// Where their wake-ups wait.
    pub schedules: ScheduleGroup,
}

impl CancelRequest {
    /// Cancels a request; a second time is as good as the first. Submitted reviews stay.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the dependencies' own trouble.
    pub async fn cancel(&self, caller: &Caller, id: RequestId, now: Timestamp) -> Result<(), Error> {
        let tenant = &caller.tenant;
        for _ in 0..CHANGES_MAX {
            let mut request = self.store.request(tenant, id).await?.ok_or(Error::NotFound)?;
            let waiting = request.mail.as_ref().is_some_and(|step| step.owed_at().is_some());
            let Some(counters) = request.cancel(now) else { return Ok(()) };
            match save(&self.store, tenant, &mut request, &counters, Guard::Release).await {
                Ok(()) => {
                    if waiting {
                        self.schedules.delete(&Wake::first_mail(tenant, id)).await;
                    }
                    return Ok(());
                }
                Err(error) if error.refused(Part::Request) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }
}
