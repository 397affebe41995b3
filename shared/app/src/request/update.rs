//! Saves a changed request together with everything else that the change needs.

use domain::message::Step;
use domain::request::{Counter, Request};
use domain::shop::MailMark;
use domain::values::{Channel, Mode, RequestId, Tenant};
use domain::webhook::Subscription;
use jiff::Timestamp;
use store::table::{CommitError, Part, Store, Transaction};

use crate::caller::Caller;
use crate::error::{Error, retry};
use crate::message::wake::{ScheduleGroup, Wake};

/// The other writes that a change to a request needs.
#[derive(Clone, Copy, Default)]
pub struct RequestUpdate<'a> {
    pub counters: &'a [Counter],
    /// Whether the change frees the request's uniqueness key, so that a new request for the same order is possible.
    pub frees: bool,
    /// The step that the change settled; its message is then listed.
    pub message: Option<usize>,
    /// The settled step about which the provider reported something.
    pub reported: Option<usize>,
    /// Whether a report is counted, which costs a write. Only the first days of a shop need the count.
    pub counts_report: bool,
    /// The outcome of an email, with the number of emails that the shop had sent by then.
    pub mark: Option<(u64, MailMark)>,
    /// The webhooks to inform; `None` if the change is not an event.
    pub observed: Option<Observed<'a>>,
}

/// The webhooks to inform about a change, and the request before it.
#[derive(Clone, Copy)]
pub struct Observed<'a> {
    pub before: &'a Request,
    pub webhooks: &'a [Subscription],
    pub now: Timestamp,
}

/// Saves a changed request together with everything else that the change needs.
/// Errors: [`CommitError::Refused`] on [`Part::Request`] when another change came first: load and decide again.
pub async fn save(
    store: &Store,
    tenant: &Tenant,
    request: &mut Request,
    change: RequestUpdate<'_>,
) -> Result<(), CommitError> {
    let freed = request.uniqueness_key.clone().filter(|_| change.frees);
    let mut transaction = store.transaction(tenant);
    add(&mut transaction, tenant, request, change);
    if let Some(uniqueness_key) = &freed {
        transaction.release_uniqueness_key(uniqueness_key, request.id);
    }
    // A report is delivered again until it is processed, so it may meet its own earlier write without harm.
    let committed = match change.reported {
        Some(_) => transaction.commit_alone().await,
        None => transaction.commit().await,
    };
    match committed {
        // A later request has the uniqueness key by now, so it must not be freed.
        Err(error) if error.refused(Part::UniquenessKey) && !error.refused(Part::Request) => {
            request.revert_version();
            let mut transaction = store.transaction(tenant);
            add(&mut transaction, tenant, request, change);
            transaction.commit().await?;
        }
        done => done?,
    }
    if let Some(step) = change.reported {
        store.update_message(tenant, request, step).await?;
    }
    Ok(())
}

fn add(transaction: &mut Transaction<'_>, tenant: &Tenant, request: &mut Request, change: RequestUpdate<'_>) {
    // The caller handles the other fields.
    let RequestUpdate { counters, frees: _, message, reported: _, counts_report, mark, observed } = change;
    transaction.save_request(Part::Request, request);
    transaction.count(request, counters);
    if let Some(step) = message {
        transaction.put_message(request, step);
    }
    let Some(Observed { before, webhooks, now }) = observed else { return };
    transaction.count_failures(before, request, now);
    if tenant.mode == Mode::Live {
        let more = |count: fn(&Request) -> usize| {
            let counts = [request, before].map(|request| i64::try_from(count(request)).unwrap_or(i64::MAX));
            counts[0].saturating_sub(counts[1])
        };
        let sent = more(|request| emails_sent(request).count()).max(0);
        if sent > 0 || counts_report {
            transaction.count_emails(sent, more(emails_unreported));
        }
    }
    if let Some((sent, mark)) = mark {
        transaction.mark_mail(sent, mark, now);
    }
    transaction.announce_request(Some(before), request, now, webhooks);
}

fn emails_sent(request: &Request) -> impl Iterator<Item = &Step> {
    request.steps.iter().filter(|step| step.channel == Channel::Email && step.sent_at().is_some())
}

fn emails_unreported(request: &Request) -> usize {
    emails_sent(request).filter(|step| !step.reports.have_outcome()).count()
}

/// Cancels a request: from then on, its link no longer works and no more messages are sent.
#[derive(Clone)]
pub struct CancelRequest {
    pub store: Store,
    pub schedules: ScheduleGroup,
}

impl CancelRequest {
    /// Cancels a request; cancelling it again has no effect. Submitted reviews stay.
    pub async fn cancel(&self, caller: &Caller, id: RequestId, now: Timestamp) -> Result<(), Error> {
        let tenant = &caller.tenant;
        retry!(self.store, {
            let (before, shop) = self.store.request_with_shop(tenant, id).await?.ok_or(Error::NotFound)?;
            let mut request = before.clone();
            let due_at = request.step().filter(|step| step.owed_at().is_some()).map(|step| step.due_at);
            let Some(counters) = request.cancel(Some(&caller.by()), now) else { return Ok(()) };
            let observed = Some(Observed { before: &before, webhooks: &shop.webhooks, now });
            let change = RequestUpdate { counters: &counters, frees: true, observed, ..RequestUpdate::default() };
            save(&self.store, tenant, &mut request, change).await?;
            if let Some(due_at) = due_at {
                self.schedules.delete(&Wake::new(tenant, &request), due_at).await;
            }
            Ok(())
        })
    }
}
