//! Processes the providers' reports about accepted messages.
//!
//! Reports arrive late, in any order and more than once. Afterword does not store which reports arrived. Instead, each
//! effect is written under a condition, so that a copy changes nothing.

use std::sync::Arc;

use app::bucket::Bucket;
use app::clock::Clock;
use app::error::{Error, TryError, retry};
use app::message::TaggedMessage;
use app::message::suppress::{NewReason, SuppressingShop};
use app::message::suspension::suspend;
use app::message::wake::{Queue, Schedules, wake_owed};
use app::queue::{MessageQueue, ShopMessage};
use app::request::{Observed, RequestUpdate, save};
use domain::message::{MessageReport, Notification, NotificationName, ReportKind, Suppression};
use domain::request::Counter;
use domain::shop::{MailCounts, MailMark};
use domain::values::{Channel, Mode, Phone, RequestId, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::Value;
use store::context::RequestContext;
use store::message::evidence::is_noted;
use store::message::suppression::Suppressing;
use store::message::week::OfWeek;
use store::table::Store;
use vault::{Random, Vault};

#[derive(Debug)]
pub enum ReportedRecipient {
    /// The blind index of an email address.
    Email(String),
    Sms(Phone),
}

struct About<'a> {
    /// The request, for a request's message or a notification to its customer.
    request: Option<RequestId>,
    /// The stored request; `None` once it is deleted.
    context: Option<&'a RequestContext>,
    /// The message's place in the request; `None` for a notification.
    step: Option<usize>,
}

#[derive(Clone)]
pub struct TakeReports {
    pub store: Store,
    /// The bucket with the records of who gets no messages.
    pub bucket: Bucket,
    /// Computes the blind index of a bounced address.
    pub vault: Arc<Vault>,
    /// Wakes the sender for the next message, soon.
    pub queue: Queue,
    /// Wakes the sender for the next message, later.
    pub schedules: Schedules,
    /// The queue of reports, for those that come back.
    pub reports: MessageQueue<Again>,
    /// Chooses when they come back.
    pub random: Random,
    /// A clock and not an instant, because a batch takes time.
    pub clock: Clock,
}

/// A report that comes back, because its shop's rows were too busy.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Again {
    event: Value,
    #[serde(skip)]
    shop: String,
}

impl ShopMessage for Again {
    fn shop(&self) -> Option<String> {
        Some(self.shop.clone())
    }
}

/// A throttled report comes back after 5 to 35 seconds: a shop's emails leave as fast as its rows can be written, so more
/// tries at once would only take units from each other.
const BACK_AFTER: SignedDuration = SignedDuration::from_secs(5);
const BACK_OVER_MS: u64 = 30_000;

impl TakeReports {
    /// Queues a report again as a new message, because eight deliveries of the same one would make it a dead letter.
    pub async fn put_back(&self, tenant: &Tenant, event: &str) -> Result<(), Error> {
        let event = serde_json::from_str(event).map_err(|_| Error::Internal("a message is not an event".to_owned()))?;
        let over = SignedDuration::from_millis(i64::try_from(self.random.below(BACK_OVER_MS)).unwrap_or(0));
        tracing::info!(shop = %tenant, "a report comes back later");
        self.reports.send(&Again { event, shop: tenant.to_string() }, BACK_AFTER.saturating_add(over)).await
    }

    /// Processes one report about a message. Settles the message if its outcome was unknown, suppresses the address
    /// after a hard bounce or a complaint, and suspends the shop's emails if too many of its last emails bounced or
    /// were marked as spam. If the request or notification is deleted, only `recipient` is suppressed.
    pub async fn take(
        &self,
        tenant: &Tenant,
        of: TaggedMessage,
        report: &MessageReport,
        recipient: Option<&ReportedRecipient>,
    ) -> Result<(), Error> {
        match of {
            TaggedMessage::Step { request, step: _ } => self.record(tenant, request, report, recipient).await?,
            TaggedMessage::Notification(name) => self.record_of_notification(tenant, name, report, recipient).await?,
        }
        let is_of_email = matches!(recipient, Some(ReportedRecipient::Email(_)));
        if is_of_email && matches!(of, TaggedMessage::Step { request, .. } if is_noted(request)) {
            self.store.note_reported(report.accepted_at, self.clock.now()).await?;
        }
        match report.kind.suppression() {
            // Also for a copy of a report, because the run for the first delivery may have ended before this.
            Some(_) => self.suspend(tenant).await,
            None => Ok(()),
        }
    }

    async fn record_of_notification(
        &self,
        tenant: &Tenant,
        name: NotificationName,
        report: &MessageReport,
        recipient: Option<&ReportedRecipient>,
    ) -> Result<(), Error> {
        retry!(self.store, {
            let notification = self.store.one::<Notification>(tenant, name).await?;
            let request = notification.as_ref().and_then(|notification| Some(notification.item?.0));
            let found = match request {
                Some(request) => self.store.request_context(tenant, request).await?,
                None => None,
            };
            let about = About { request, context: found.as_ref(), step: None };
            self.suppress(tenant, &about, report, recipient).await?;
            let Some(mut notification) = notification else { return Ok(()) };
            let Some((is_first, is_news)) = notification.reported(report) else { return Ok(()) };
            let mut transaction = self.store.transaction(tenant);
            transaction.save(&notification);
            if name.is_of_shops_making() && tenant.mode == Mode::Live {
                // It is counted only now, so it never waits for a report.
                transaction.count_emails(i64::from(is_first), 0);
                if let Some(mark) = mark(report).filter(|_| is_news) {
                    transaction.mark_mail(self.store.emails_sent(tenant).await?, mark, self.clock.now());
                }
            }
            Ok::<_, TryError<Error>>(transaction.commit().await?)
        })
    }

    async fn record(
        &self,
        tenant: &Tenant,
        id: RequestId,
        report: &MessageReport,
        recipient: Option<&ReportedRecipient>,
    ) -> Result<(), Error> {
        retry!(self.store, {
            let now = self.clock.now();
            // The recipient is only needed if the report suppresses it.
            let found = match report.kind.suppression() {
                Some(_) => self.store.request_context(tenant, id).await?,
                None => self.store.impersonal_context(tenant, id).await?,
            };
            // The suppression comes first, so that no later failure lets another message leave.
            let about = About { request: Some(id), context: found.as_ref(), step: Some(report.step) };
            self.suppress(tenant, &about, report, recipient).await?;
            let Some(context) = found else {
                tracing::info!(request = id.get(), "ignored a report about an unknown request");
                return Ok(());
            };
            self.try_to_record(tenant, context, report, now).await
        })
    }

    /// Records a report in the request, and wakes the sender if another message follows.
    async fn try_to_record(
        &self,
        tenant: &Tenant,
        mut context: RequestContext,
        report: &MessageReport,
        now: Timestamp,
    ) -> Result<(), TryError<Error>> {
        let before = context.request.clone();
        let webhooks = &context.tenant.webhooks;
        let (request, rules) = (&mut context.request, &context.tenant.rules);
        let planned = request.steps.len();
        // An unconfirmed message is already in its customer's list of messages.
        let was_open = request.steps.get(report.step).is_some_and(|step| step.owed_at().is_some());
        let Some(reported) = request.reported(report, rules, now) else {
            let step = request.steps.get(report.step);
            if step.is_some_and(|step| step.reports.at(report.kind) == Some(report.at)) {
                // This report is a copy: the run for the first delivery may have ended before it updated the message.
                self.store.update_message(tenant, request, report.step).await?;
            }
            return Ok(());
        };
        let is_settled = reported.settled && was_open;
        let is_email = request.steps.get(report.step).is_some_and(|step| step.channel == Channel::Email);
        let mark = mark(report).filter(|_| is_email && reported.is_news && tenant.mode == Mode::Live);
        let mark = match mark {
            Some(mark) => Some((self.store.emails_sent(tenant).await?, mark)),
            None => None,
        };
        let change = RequestUpdate {
            counters: &reported.counters,
            // After a failure, the shop may create the request again.
            frees: reported.counters.contains(&Counter::Failed),
            message: is_settled.then_some(report.step),
            reported: (!is_settled).then_some(report.step),
            counts_report: context.tenant.in_first_days,
            mark,
            observed: Some(Observed { before: &before, webhooks, now }),
        };
        save(&self.store, tenant, request, change).await?;
        if let Some(failure) = failure(report.kind).filter(|_| reported.is_news) {
            // A metric filter in the template counts the lines with `failure`, by its value.
            tracing::info!(request = request.id.get(), failure, "a message did not arrive");
        }
        if request.steps.len() > planned {
            wake_owed(&self.queue, Some(&self.schedules), tenant, request, now).await;
        }
        Ok(())
    }

    /// Suppresses a message's recipient, if the report is a reason for it. An address that was deleted with its request
    /// is not stored again, because its blind index is enough.
    async fn suppress(
        &self,
        tenant: &Tenant,
        &About { request, context, step }: &About<'_>,
        report: &MessageReport,
        recipient: Option<&ReportedRecipient>,
    ) -> Result<(), Error> {
        let Some(suppression) = report.kind.suppression() else { return Ok(()) };
        let read = match context {
            Some(_) => None,
            None => self.store.tenant(tenant).await?,
        };
        let shop = context.map(|context| &context.tenant).or(read.as_ref());
        let Some(shop) = shop.filter(|shop| !shop.is_erased()) else { return Ok(()) };
        let now = self.clock.now();
        let keys = self.vault.tenant(tenant, &shop.root, now).await?;
        let channel = match step {
            Some(step) => context.and_then(|context| Some(context.request.steps.get(step)?.channel)),
            None => Some(Channel::Email),
        };
        let sealed = context.map(|context| context.open(&keys)).transpose()?.flatten();
        let known = channel
            .zip(sealed.as_ref())
            .and_then(|(channel, sealed)| Some((channel, sealed.index(channel, &keys)?, sealed.address(channel))));
        let reported = || match recipient? {
            ReportedRecipient::Email(index) => Some((Channel::Email, index.clone(), None)),
            ReportedRecipient::Sms(number) => Some((Channel::Sms, keys.phone_index(number), None)),
        };
        let Some((channel, index, address)) = known.or_else(reported) else { return Ok(()) };
        let new = NewReason {
            recipients: &[Suppressing { channel, index: &index, address }],
            reason: suppression,
            since: report.at,
            customer: context.and_then(|context| context.request.customer),
            request,
            entry: None,
        };
        let Self { store, bucket, .. } = self;
        SuppressingShop { store, bucket, tenant, keys: &keys, webhooks: &shop.webhooks }.suppress(&new, now).await
    }

    async fn suspend(&self, tenant: &Tenant) -> Result<(), Error> {
        let now = self.clock.now();
        if let Some((reason, counts)) = suspend(&self.store, tenant, now).await? {
            let MailCounts { sent, bounced, complained } = counts;
            tracing::error!(held_shop = %tenant, reason = reason.as_str(), sent, bounced, complained, "the emails of a shop are suspended");
            self.store.count_of_week(OfWeek::Suspension, now).await?;
        }
        Ok(())
    }
}

/// The cause of a message's failure; `None` if the report does not mean a failure.
fn failure(kind: ReportKind) -> Option<&'static str> {
    matches!(kind, ReportKind::Bounced | ReportKind::Rejected | ReportKind::SuppressedByProvider).then(|| kind.as_str())
}

/// The mark for the list of the shop's last emails, if the report leads to one.
fn mark(report: &MessageReport) -> Option<MailMark> {
    match report.kind.suppression()? {
        Suppression::Bounced => Some(MailMark::Bounced),
        Suppression::Complained => Some(MailMark::Complained),
        _ => None,
    }
}
