//! Readers' reports of reviews: the owner is told about them, the readers get a receipt and are told what was decided.

use std::collections::HashSet;

use app::error::{Error, TryError};
use app::message::{Message, mail};
use app::queue::QUEUE_DELAY_MAX;
use domain::message::{Notification, ReportPlace, StepState};
use domain::order::Product;
use domain::request::Request;
use domain::review::{ReaderReport, ReportOutcome, ReviewState, report_outcomes};
use domain::values::{Channel, Mode, ReviewId, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::context::SendingState;
use store::message::evidence::is_noted;
use store::review::owed::Owed;
use store::shop::TenantRecord;
use store::table::CommitError;
use vault::TenantKeys;

use crate::send::Send;
use crate::send::notification::{Fate, Ready};
use crate::send::pause::{is_live_email, later};

/// A review's reports with what ended them.
struct Reports {
    all: Vec<(ReportPlace, ReaderReport)>,
    outcomes: Vec<ReportOutcome>,
    is_public: bool,
}

impl Reports {
    fn outcome(&self, report: &ReaderReport) -> Option<&ReportOutcome> {
        report.outcome(&self.outcomes, self.is_public)
    }
}

impl Send {
    /// A notification about reports: to a reader, or the look at all reports of a review.
    pub(super) async fn judge_reports(
        &self,
        tenant: &Tenant,
        notification: &Notification,
        review: ReviewId,
        now: Timestamp,
    ) -> Result<Fate, TryError<Error>> {
        let Some((record, pauses)) = self.store.owner_context(tenant).await? else { return Ok(Fate::Drop) };
        if record.ended_at.is_some() {
            return Ok(Fate::Paused(Box::new(record)));
        }
        let keys = self.vault.tenant(tenant, &record.root, now).await?;
        if let Some(place) = notification.report {
            let sending = SendingState { suspension: self.store.suspension(tenant).await?, pauses };
            return Ok(self.judge_to_reader(tenant, record, sending, place, &keys, now).await?);
        }
        if !self.settle_reports(tenant, review, &keys, now).await? {
            return Ok(Fate::Settled("decided"));
        }
        match notification.owner_from().filter(|from| *from > now) {
            Some(from) => Ok(Fate::Wait(from)),
            None => Ok(self.judge_to_owner(tenant, notification, now).await?),
        }
    }

    /// Orders the emails to readers about whose reports the shop decided. Returns whether it still owes a decision about a report.
    async fn settle_reports(
        &self,
        tenant: &Tenant,
        review: ReviewId,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<bool, TryError<Error>> {
        let reports = self.reports(tenant, review, keys).await?;
        let (mut told, mut open_since) = (HashSet::new(), None::<Timestamp>);
        for (place, report) in &reports.all {
            let Some(outcome) = reports.outcome(report) else {
                open_since.get_or_insert(report.at);
                continue;
            };
            // Whoever reported a review twice is told once.
            let (Some(id), Some(email), None) = (report.id, &report.email, report.told_at) else { continue };
            if told.insert((email.mailbox(), outcome.at())) {
                let email = Notification::to_reader(id, *place, now);
                let mut transaction = self.store.transaction(tenant);
                transaction.tell_reader(*place, &email, now);
                match transaction.commit().await {
                    // Another run has ordered it, or the report is gone.
                    Err(CommitError::Refused(_)) => {}
                    done => {
                        done?;
                        self.queue.wake_notification(tenant, email.name, SignedDuration::ZERO).await;
                    }
                }
            }
        }
        if self.store.owes_decision(tenant, review).await? != open_since.is_some() {
            let mut transaction = self.store.transaction(tenant);
            match open_since {
                Some(since) => transaction.owe(review, Owed::Decision, since),
                None => transaction.settle(review, Owed::Decision),
            }
            transaction.commit().await?;
        }
        Ok(open_since.is_some())
    }

    async fn reports(&self, tenant: &Tenant, review: ReviewId, keys: &TenantKeys) -> Result<Reports, Error> {
        let all = self.store.reader_reports(tenant, review, keys).await?;
        let ledger = self.store.ledger(tenant, review, keys).await?;
        let kept = self.store.kept(tenant, review, keys).await?;
        // A review that has ended has no row.
        let row = self.store.review_row(tenant, review).await?;
        let is_public = row.is_some_and(|row| row.state == ReviewState::Published);
        Ok(Reports { all, outcomes: report_outcomes(&ledger, &kept), is_public })
    }

    /// The receipt to a reader or, once that was ordered, the decision. Both also go to somebody who unsubscribed.
    async fn judge_to_reader(
        &self,
        tenant: &Tenant,
        record: TenantRecord,
        sending: SendingState,
        place: ReportPlace,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Fate, Error> {
        let report = self.store.reader_report(tenant, place, keys).await?;
        let Some(report) = report else { return Ok(Fate::Drop) };
        let Some(to) = &report.email else { return Ok(Fate::Drop) };
        let recipient = keys.email_index(to);
        if self.is_stopped(tenant, &recipient, keys).await? {
            return Ok(Fate::Drop);
        }
        if record.pause(sending.pauses.all, now).is_some() {
            return Ok(Fate::Paused(Box::new(record)));
        }
        if let Some(fate) = self.kept_back(tenant, &sending, now).await? {
            return Ok(fate);
        }
        let reports = self.reports(tenant, place.review, keys).await?;
        let outcome = reports.outcome(&report).filter(|_| report.told_at.is_some());
        let product = self.reported_product(tenant, place.review).await?;
        let shop = self.shown(record.shop.with_language(report.language));
        let mail = mail::to_reader(&shop, to, product.as_ref(), report.at, outcome)?;
        Ok(Fate::Send(Box::new(Ready { message: Message::Mail(mail), recipient, review: None })))
    }

    async fn reported_product(&self, tenant: &Tenant, id: ReviewId) -> Result<Option<Product>, Error> {
        let Some(row) = self.store.review_row(tenant, id).await? else { return Ok(None) };
        Ok(self.store.products(tenant, &row.product).await?.pop())
    }

    /// Whether an email that the law asks for must not go to an address: for any reason but an unsubscription.
    pub(super) async fn is_stopped(&self, tenant: &Tenant, recipient: &str, keys: &TenantKeys) -> Result<bool, Error> {
        let suppression = self.store.suppression(tenant, recipient, keys).await?;
        Ok(suppression.is_some_and(|suppression| !suppression.is_only_unsubscribed()))
    }
}

// If the answer for a first email was lost and no report arrives within 15 minutes, the email was not sent, so it is
// sent again. That would be wrong while no reports arrive at all. So the email waits longer if many other emails were
// sent and none of them is reported.

/// The longest wait for reports. By then, the alarm about missing reports has rung for a day.
const REPORTS_WAIT: SignedDuration = SignedDuration::from_hours(24);

impl Send {
    /// How long an email with an unknown outcome waits for reports; `None` if it need not.
    pub(super) async fn waits_for_reports(
        &self,
        tenant: &Tenant,
        request: &Request,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, Error> {
        let claimed = request.step().and_then(|step| match step.state {
            StepState::Submitting { since, .. } if step.channel == Channel::Email => Some(since),
            _ => None,
        });
        let Some(since) = claimed.filter(|_| tenant.mode == Mode::Live) else { return Ok(None) };
        let may_wait = now.duration_since(since) < REPORTS_WAIT;
        if !may_wait || !self.last_accepted.are_many_since(Channel::Email, since) {
            return Ok(None);
        }
        let are_missing = self.store.newest_reported().await?.is_none_or(|accepted_at| accepted_at <= since);
        if are_missing {
            tracing::warn!(request = request.id.get(), "an email waits because no reports come");
        }
        Ok(are_missing.then(|| later(now, QUEUE_DELAY_MAX)))
    }

    /// Notes that the provider has accepted an email, so that `reconcile` sees if its report is missing.
    pub(super) async fn note_accepted(&self, now: Timestamp) {
        if let Err(error) = self.store.note_accepted(now).await {
            tracing::warn!(%error, "cannot note that an email was accepted");
        }
    }
}

/// Whether the acceptance of the request's message is noted. The acceptance of a reminder is not reported, and its
/// delivery may take hours.
pub(super) fn is_noted_when_accepted(tenant: &Tenant, request: &Request) -> bool {
    let is_first = request.step().is_some_and(|step| step.reminder == 0);
    is_first && is_live_email(tenant, request) && is_noted(request.id)
}
