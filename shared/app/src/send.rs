//! Sending what is due: read, decide, compose, claim, one call to SES, commit.
//!
//! Of any number of wake-ups for a step, one claims it; what it acknowledged is in the table
//! before its message is. A wake-up that can't be served now is sent anew for later rather than
//! hidden, so that a message in the dead-letter queue is always a fault.

use std::sync::Arc;

use domain::{Counter, Request, RequestId, Tenant, Verdict, What};
use jiff::{SignedDuration, Timestamp};
use store::{CommitError, Dossier, Part, Store};
use vault::{Random, Vault};

use crate::mail::{Mail, Mailer, SendError, Tags, compose};
use crate::retry::{CHANGES_MAX, Guard, save};
use crate::wake::wake_at;
use crate::{Clock, Error, Links, Queue, Schedules, Wake};

/// The first wait after a throttled call; it doubles with each.
const BACK_OFF: SignedDuration = SignedDuration::from_secs(5);
/// The longest wait after a throttled call.
const BACK_OFF_MAX: SignedDuration = SignedDuration::from_secs(600);

/// Sends requests' mails.
#[derive(Clone)]
pub struct Send {
    /// Where the truth is.
    pub store: Store,
    /// What opens the personal part.
    pub vault: Arc<Vault>,
    /// What makes the links.
    pub links: Links,
    /// What takes the mails.
    pub mailer: Mailer,
    /// Wakes us again soon.
    pub queue: Queue,
    /// Wakes us again later.
    pub schedules: Schedules,
    /// Draws claims and jitter.
    pub random: Random,
    /// Tells the time; sending takes some.
    pub clock: Clock,
}

/// A mail claimed and ready.
struct Claimed {
    request: Request,
    mail: Mail,
    owner: u64,
}

enum Prepared {
    Claimed(Box<Claimed>),
    Settled,
    Again(Timestamp),
}

impl Send {
    /// Serves one wake-up. `Ok` acknowledges it.
    ///
    /// # Errors
    /// What keeps the wake-up on the queue: the dependencies' own trouble.
    pub async fn wake(&self, wake: &Wake) -> Result<(), Error> {
        let Ok((tenant, id)) = wake.request() else {
            tracing::error!(?wake, "not a wake-up of ours");
            return Err(Error::Internal("not a wake-up of ours".to_owned()));
        };
        match self.prepare(&tenant, id).await? {
            Prepared::Settled => Ok(()),
            Prepared::Again(at) => self.again(wake, at).await,
            Prepared::Claimed(claimed) => self.submit(&tenant, *claimed, wake).await,
        }
    }

    /// Everything before the provider: ends with the mail claimed, settled, or not yet due.
    async fn prepare(&self, tenant: &Tenant, id: RequestId) -> Result<Prepared, Error> {
        for _ in 0..CHANGES_MAX {
            let now = self.clock.now();
            let Some(mut dossier) = self.store.dossier(tenant, id).await? else {
                tracing::info!(request = id.get(), "no such request");
                return Ok(Prepared::Settled);
            };
            let (verdict, ready) = self.judge(tenant, &dossier, now).await?;
            let request = &mut dossier.request;
            let saved = match (verdict, ready) {
                (Verdict::Nothing, _) => return Ok(Prepared::Settled),
                (Verdict::Wait(until), _) => return Ok(Prepared::Again(until)),
                (Verdict::Stop(reason), _) => {
                    request.skipped(reason, now);
                    save(&self.store, tenant, request, &[], Guard::Release).await
                }
                (Verdict::GiveUp, _) => {
                    let counters = request.unconfirmed(now);
                    save(&self.store, tenant, request, &counters, Guard::Keep).await
                }
                (Verdict::Send, Some(Ready { mail, email_index })) => {
                    let owner = self.random.u64();
                    request.claim(owner, now);
                    let mut transaction = self.store.transaction(tenant);
                    transaction.save_request(Part::Request, request);
                    transaction.require_not_suppressed(&email_index);
                    match transaction.commit().await {
                        Ok(()) => {
                            let request = dossier.request;
                            return Ok(Prepared::Claimed(Box::new(Claimed { request, mail, owner })));
                        }
                        refused => refused,
                    }
                }
                (Verdict::Send, None) => return Err(Error::Internal("nothing to send".to_owned())),
            };
            match saved {
                Ok(()) => return Ok(Prepared::Settled),
                // Somebody changed the request, or its address was suppressed: decide anew.
                Err(CommitError::Refused(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }

    /// The verdict, with the mail when it is to send it.
    async fn judge(
        &self,
        tenant: &Tenant,
        dossier: &Dossier,
        now: Timestamp,
    ) -> Result<(Verdict, Option<Ready>), Error> {
        let request = &dossier.request;
        let first = request.verdict(false, None, None, now);
        if first != Verdict::Send {
            return Ok((first, None));
        }
        let keys = self.vault.tenant(tenant, &dossier.tenant.root, now).await?;
        let Some(sealed) = dossier.open(&keys)? else {
            return Ok((request.verdict(true, None, None, now), None));
        };
        let email_index = keys.email_index(&sealed.email);
        let facts = self.store.facts(tenant, &email_index, request, &keys).await?;
        let verdict = request.verdict(false, facts.suppression, facts.order.as_ref(), now);
        if verdict != Verdict::Send {
            return Ok((verdict, None));
        }
        let service = self.links.keys(now).await?;
        let mail = compose(request, &dossier.tenant.shop, &sealed, &facts.products, &self.links, &service)?;
        Ok((verdict, Some(Ready { mail, email_index })))
    }

    /// The one call to the provider, and the commit of what came of it.
    async fn submit(&self, tenant: &Tenant, claimed: Claimed, wake: &Wake) -> Result<(), Error> {
        let Claimed { request, mail, owner } = claimed;
        let attempt = request.mail.as_ref().map_or(0, |step| step.unknown);
        let sent = match tenant.mode {
            domain::Mode::Live => self.mailer.send(&mail, Tags { tenant, request: request.id, attempt }).await,
            // Nothing leaves in test mode: the mail is composed anew whenever it is read.
            domain::Mode::Test => Ok("captured".to_owned()),
        };
        let now = self.clock.now();
        match sent {
            Ok(message_id) => {
                let how = match tenant.mode {
                    domain::Mode::Live => What::Sent,
                    domain::Mode::Test => What::Captured,
                };
                self.commit(tenant, request, owner, Guard::Keep, |request| request.sent(message_id.clone(), how, now))
                    .await
            }
            Err(SendError::Rejected(code)) => {
                tracing::error!(request = request.id.get(), code, "the provider refused a mail for good");
                self.commit(tenant, request, owner, Guard::Release, |request| request.failed(&code, now)).await
            }
            Err(SendError::Throttled(code)) => {
                tracing::warn!(request = request.id.get(), code, "the provider asked to slow down");
                let again_at = now.saturating_add(self.back_off(&request)).unwrap_or(now);
                self.commit(tenant, request, owner, Guard::Keep, |request| {
                    request.throttled(again_at, now);
                    Vec::new()
                })
                .await?;
                self.again(wake, again_at).await
            }
            Err(SendError::Unknown(cause)) => {
                tracing::warn!(request = request.id.get(), cause, "the provider's answer was lost");
                let until = request.owed_at().unwrap_or(now);
                self.commit(tenant, request, owner, Guard::Keep, |request| {
                    request.outcome_unknown(now);
                    Vec::new()
                })
                .await?;
                self.again(wake, until).await
            }
        }
    }

    /// Records what came of a claim, as long as the claim is ours. Others may change the request
    /// meanwhile (open it, review it, cancel it): what came of the mail is still true.
    async fn commit(
        &self,
        tenant: &Tenant,
        mut request: Request,
        owner: u64,
        guard: Guard,
        outcome: impl Fn(&mut Request) -> Vec<Counter>,
    ) -> Result<(), Error> {
        for _ in 0..CHANGES_MAX {
            if !request.is_claimed_by(owner) {
                tracing::warn!(request = request.id.get(), "another sender took over");
                return Ok(());
            }
            let counters = outcome(&mut request);
            match save(&self.store, tenant, &mut request, &counters, guard).await {
                Ok(()) => return Ok(()),
                Err(error) if error.refused(Part::Request) => {}
                Err(error) => return Err(error.into()),
            }
            let Some(fresh) = self.store.request(tenant, request.id).await? else { return Ok(()) };
            request = fresh;
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }

    async fn again(&self, wake: &Wake, at: Timestamp) -> Result<(), Error> {
        match wake_at(&self.queue, Some(&self.schedules), wake, at, self.clock.now()).await {
            true => Ok(()),
            false => Err(Error::Unavailable("the wake-up could not be sent anew".to_owned())),
        }
    }

    /// Full jitter: many throttled together do not come back together.
    fn back_off(&self, request: &Request) -> SignedDuration {
        let throttled = request.mail.as_ref().map_or(0, |step| step.throttled);
        let doubled = BACK_OFF.as_millis().saturating_mul(1 << throttled.min(10));
        let longest = doubled.min(BACK_OFF_MAX.as_millis());
        let drawn = self.random.below(u64::try_from(longest).unwrap_or(0));
        SignedDuration::from_millis(i64::try_from(drawn).unwrap_or(0))
    }
}

struct Ready {
    mail: Mail,
    email_index: String,
}
