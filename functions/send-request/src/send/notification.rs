//! Sends notifications in the same steps as requests' messages: read, compose, claim, call the provider once, commit. A
//! notification that waits for more than its slot waits only in the table, and reconcile wakes it.

use app::error::{Error, TryError, retry};
use app::links::Urls;
use app::message::mail::{Mail, ToAuthor};
use app::message::wake::NotificationWake;
use app::message::{Message, TaggedMessage, mail};
use app::waiting::Waiting;
use domain::message::{BACK_OFF_MAX, Notification, NotificationName, Verdict, seen_until};
use domain::review::{LedgerKind, Review, ReviewState, WithholdReason};
use domain::shop::{SenderStage, Shop};
use domain::values::{Channel, EmailAddress, MemberId, Mode, RequestId, Tenant};
use integrations::{Rows, UsualOrders};
use jiff::{SignedDuration, Timestamp};
use members::{Member, NotificationPreference};
use store::context::{RequestContext, SendContext, SendNeeds, SendingState};
use store::request::personal::RequestRecipient;
use store::shop::TenantRecord;
use store::table::CommitError;
use vault::TenantKeys;

use crate::provider::Tags;
use crate::send::pause::later;
use crate::send::submit::{Judged, Outcome};
use crate::send::{SUBMITTED_WITHIN, Send};

/// How often a notification checks whether the operator's pause has ended.
const PAUSED_LOOK_EVERY: SignedDuration = SignedDuration::from_hours(1);

pub(super) struct Ready {
    pub message: Message,
    /// The blind index of the recipient's address.
    pub recipient: String,
    pub review: Option<Review>,
}

struct Author<'a> {
    context: &'a RequestContext,
    read: &'a SendContext,
    review: &'a Review,
    sealed: &'a RequestRecipient,
    to: &'a EmailAddress,
    keys: &'a TenantKeys,
}

fn no_time() -> Error {
    Error::Unavailable("no time is left to send a notification".to_owned())
}

pub(super) enum Fate {
    Send(Box<Ready>),
    /// The reason for the notification no longer exists, or nobody would get it.
    Drop,
    /// The recipient is suppressed, or there is nothing new. The notification stays stored, so that it is not requested
    /// again soon.
    Settled(&'static str),
    Wait(Timestamp),
    Held,
    /// The notification has no slot before this time.
    ComesBack(Timestamp),
    Paused(Box<TenantRecord>),
}

impl Send {
    /// Processes one wake-up for a notification. `Ok` acknowledges it.
    pub async fn wake_notification(&self, wake: &NotificationWake) -> Result<(), Error> {
        let (tenant, name) = wake.notification().map_err(|rule| Error::Internal(rule.to_string()))?;
        match self.prepare_notification(&tenant, name).await? {
            Some((notification, ready)) => self.submit_notification(&tenant, notification, &ready).await,
            None => Ok(()),
        }
    }

    /// The steps before the call to the provider. Returns the notification if it is claimed.
    async fn prepare_notification(
        &self,
        tenant: &Tenant,
        name: NotificationName,
    ) -> Result<Option<(Notification, Box<Ready>)>, Error> {
        let woken_at = self.clock.now();
        retry!(self.store, {
            let now = self.clock.now();
            if now.duration_since(woken_at) > SUBMITTED_WITHIN {
                return Err(no_time().into());
            }
            let Some(mut notification) = self.notification_to_send(tenant, name, now).await? else { return Ok(None) };
            if let NotificationName::Replaced(review) = name {
                self.store.delete_replaced(tenant, review, now).await?;
                self.store.drop_notification(tenant, &notification).await?;
                return Ok(None);
            }
            let restored = self.store.restored().await?;
            if restored.is_some_and(|restored| restored.forgot(&notification.step, notification.ordered_at)) {
                notification.step.unconfirmed(now);
                self.store.save_notification(tenant, &notification).await?;
                return Ok(None);
            }
            match self.judge_notification(tenant, &notification, now).await? {
                Fate::Drop => self.store.drop_notification(tenant, &notification).await?,
                Fate::Settled(why) => {
                    notification.step.failed(why, now);
                    self.store.save_notification(tenant, &notification).await?;
                }
                Fate::Wait(until) => {
                    notification.step.put_off(until);
                    self.store.save_notification(tenant, &notification).await?;
                }
                Fate::Held => {
                    self.store.notification_waits_for_release(tenant, &notification).await?;
                }
                Fate::ComesBack(at) => self.queue.wake_notification(tenant, name, at.duration_since(now)).await,
                Fate::Paused(shop) => {
                    self.store.notification_waits_for_resume(tenant, &notification, &shop, now).await?;
                }
                Fate::Send(ready) => {
                    return self.claim_in_time(tenant, notification, ready, woken_at, now).await.map(Some);
                }
            }
            Ok::<_, TryError<Error>>(None)
        })
    }

    /// What happens to a notification now: each kind's own reason, recipient and rules.
    async fn judge_notification(
        &self,
        tenant: &Tenant,
        notification: &Notification,
        now: Timestamp,
    ) -> Result<Fate, TryError<Error>> {
        Ok(match (notification.item, notification.name) {
            (_, NotificationName::Link(request)) => self.judge_to_visitor(tenant, request, now).await?,
            (_, NotificationName::Problem(request, number)) => {
                self.judge_problem(tenant, (request, number), now).await?
            }
            (_, NotificationName::ShopEnd(member)) => self.judge_end(tenant, member, now).await?,
            (_, NotificationName::Reported(review)) => self.judge_reports(tenant, notification, review, now).await?,
            (Some(place), _) => self.judge_to_author(tenant, notification, place, now).await?,
            (None, NotificationName::ToMember(id) | NotificationName::Invitation(id)) => {
                self.judge_to_member(tenant, notification, id, now).await?
            }
            (None, _) => self.judge_to_owner(tenant, notification, now).await?,
        })
    }

    /// The notification if its own state allows that it is sent now. If its outcome is unknown, it is not sent again.
    async fn notification_to_send(
        &self,
        tenant: &Tenant,
        name: NotificationName,
        now: Timestamp,
    ) -> Result<Option<Notification>, Error> {
        let Some(mut notification) = self.store.notification(tenant, name).await? else { return Ok(None) };
        match notification.step.verdict(now) {
            Verdict::Send => Ok(Some(notification)),
            Verdict::GiveUp => {
                tracing::warn!(unconfirmed = %name, "whether a notification left stays unknown");
                notification.step.unconfirmed(now);
                self.store.save_notification(tenant, &notification).await?;
                Ok(None)
            }
            // The notification is settled, or another sender has claimed it. Reconcile checks it again after the claim.
            Verdict::Nothing | Verdict::Wait(_) | Verdict::Defer(..) | Verdict::Stop(_) => Ok(None),
        }
    }

    /// Claims a notification, unless no time is left to send it afterwards.
    async fn claim_in_time(
        &self,
        tenant: &Tenant,
        mut notification: Notification,
        ready: Box<Ready>,
        woken_at: Timestamp,
        now: Timestamp,
    ) -> Result<(Notification, Box<Ready>), TryError<Error>> {
        self.claim_notification(tenant, &mut notification, &ready, now).await?;
        let claimed_at = self.clock.now();
        if claimed_at.duration_since(woken_at) <= SUBMITTED_WITHIN {
            return Ok((notification, ready));
        }
        // The notification waited for its slot, and the claim took long.
        notification.step.throttled(claimed_at);
        self.store.save_notification(tenant, &notification).await?;
        Err(no_time().into())
    }

    /// Claims a notification if its reason still exists and its recipient is not suppressed.
    async fn claim_notification(
        &self,
        tenant: &Tenant,
        notification: &mut Notification,
        ready: &Ready,
        now: Timestamp,
    ) -> Result<(), CommitError> {
        notification.claim(self.random.u64(), now);
        let mut transaction = self.store.transaction(tenant);
        transaction.save_notification(notification);
        match notification.is_due_by_law() {
            true => transaction.require_only_unsubscribed(&ready.recipient),
            false => transaction.require_not_suppressed(&ready.recipient),
        }
        if let Some(review) = &ready.review {
            transaction.require_review(review);
        }
        transaction.commit().await
    }

    async fn judge_to_author(
        &self,
        tenant: &Tenant,
        notification: &Notification,
        place: (RequestId, usize),
        now: Timestamp,
    ) -> Result<Fate, Error> {
        let Some((context, sending, review)) = self.store.author_context(tenant, place).await? else {
            return Ok(Fate::Drop);
        };
        if context.tenant.ended_at.is_some() {
            return Ok(Fate::Paused(Box::new(context.tenant)));
        }
        let keys = self.vault.tenant(tenant, &context.tenant.root, now).await?;
        let (Some(sealed), Some(review)) = (context.open(&keys)?, review) else { return Ok(Fate::Drop) };
        let review = review.open(&keys)?;
        let is_gone = review.state.is_final() && review.state != ReviewState::Removed;
        let (Some(to), false) = (&sealed.email, is_gone) else { return Ok(Fate::Drop) };
        if context.tenant.pause(sending.pauses.all, now).is_some() {
            return Ok(Fate::Paused(Box::new(context.tenant)));
        }
        let recipient = keys.email_index(to);
        let request = &context.request;
        let read = self.store.send_context(tenant, &recipient, None, request, SendNeeds::default(), &keys).await?;
        let is_stopped = match read.suppression {
            Some(_) if notification.is_due_by_law() => self.is_stopped(tenant, &recipient, &keys).await?,
            suppression => suppression.is_some(),
        };
        if is_stopped {
            return Ok(Fate::Drop);
        }
        let author = Author { context: &context, read: &read, review: &review, sealed: &sealed, to, keys: &keys };
        let mail = match self.write_to_author(tenant, notification, place.1, author, now).await? {
            Ok(mail) => mail,
            Err(fate) => return Ok(fate),
        };
        let opens_at = context.tenant.rules.next_open(now, request.options.time_zone.as_ref());
        if opens_at > now {
            return Ok(Fate::Wait(opens_at));
        }
        if let Some(fate) = self.kept_back(tenant, &sending, now).await? {
            return Ok(fate);
        }
        Ok(Fate::Send(Box::new(Ready { message: Message::Mail(mail), recipient, review: Some(review) })))
    }

    /// The email to an author, or what happens to the notification if it is not sent now.
    async fn write_to_author(
        &self,
        tenant: &Tenant,
        notification: &Notification,
        item: usize,
        Author { context, read, review, sealed, to, keys }: Author<'_>,
        now: Timestamp,
    ) -> Result<Result<Mail, Fate>, Error> {
        let request = &context.request;
        let service = self.links.keys(now).await?;
        let token = sealed.token(tenant, request.id, keys);
        let decision = match review.reason {
            Some(reason) => Some((LedgerKind::Withheld, reason)),
            None => self.decision(tenant, review, notification.revision, keys).await?,
        };
        let notification = ToAuthor {
            name: notification.name,
            decision,
            at: notification.ordered_at,
            review,
            request,
            shop: &self
                .shown(context.tenant.shop.at_location(read.location.as_ref()))
                .with_language(request.options.language),
            product: review.product.as_ref().and_then(|id| read.products.iter().find(|product| product.id == *id)),
            to,
            urls: Urls {
                hub: self.links.hub_item(&token, item, &service),
                unsubscribe: self.links.unsubscribe(&token, &service),
            },
            now,
        };
        // The decision can still be undone, and then the notification would be wrong.
        if let Some(undo) = review.undo.as_ref().filter(|undo| now < undo.until) {
            return Ok(Err(Fate::Wait(undo.until)));
        }
        Ok(notification.compose()?.ok_or(Fate::Drop))
    }

    /// The decision of this revision against what an author wrote, if it was not undone: the author's edit was dropped, or the review
    /// was removed.
    async fn decision(
        &self,
        tenant: &Tenant,
        review: &Review,
        revision: Option<u32>,
        keys: &TenantKeys,
    ) -> Result<Option<(LedgerKind, WithholdReason)>, Error> {
        let Some(revision) = revision else { return Ok(None) };
        let ledger = self.store.ledger(tenant, review.id, keys).await?;
        let mut from = ledger.into_iter().skip_while(|entry| entry.revision < revision);
        let decided = from.next().filter(|entry| matches!(entry.what, LedgerKind::EditDropped | LedgerKind::Removed));
        let stands = from.next().is_none_or(|next| next.what != LedgerKind::Undone);
        Ok(decided.filter(|_| stands).and_then(|entry| Some((entry.what, entry.reason?))))
    }

    /// Somebody waits for this email on a page of the shop. If it cannot leave now, it is dropped, because they can ask again.
    async fn judge_to_visitor(&self, tenant: &Tenant, id: RequestId, now: Timestamp) -> Result<Fate, Error> {
        let Some((context, sending, _)) = self.store.author_context(tenant, (id, 0)).await? else {
            return Ok(Fate::Drop);
        };
        let request = &context.request;
        let stops = context.tenant.ended_at.is_some() || context.tenant.pause(sending.pauses.all, now).is_some();
        if stops || sending.suspension.is_some() || !request.is_open(now) {
            return Ok(Fate::Drop);
        }
        let keys = self.vault.tenant(tenant, &context.tenant.root, now).await?;
        let Some(sealed) = context.open(&keys)? else { return Ok(Fate::Drop) };
        let Some(to) = &sealed.email else { return Ok(Fate::Drop) };
        let recipient = keys.email_index(to);
        let read = self.store.send_context(tenant, &recipient, None, request, SendNeeds::default(), &keys).await?;
        if read.suppression.is_some() {
            return Ok(Fate::Drop);
        }
        if let Some(fate) = self.kept_back(tenant, &sending, now).await? {
            return Ok(fate);
        }
        let service = self.links.keys(now).await?;
        let token = sealed.token(tenant, request.id, &keys);
        let shop =
            self.shown(context.tenant.shop.at_location(read.location.as_ref())).with_language(request.options.language);
        let about = read.products.first().filter(|_| request.items.len() == 1);
        let urls = Urls {
            hub: self.links.hub(request.dialect, &token, &service),
            unsubscribe: self.links.unsubscribe(&token, &service),
        };
        let mail = mail::link_asked_for(&shop, to, about, &urls, request.expires_at)?;
        Ok(Fate::Send(Box::new(Ready { message: Message::Mail(mail), recipient, review: None })))
    }

    pub(super) async fn judge_to_owner(
        &self,
        tenant: &Tenant,
        notification: &Notification,
        now: Timestamp,
    ) -> Result<Fate, Error> {
        let Some((record, pauses)) = self.store.owner_context(tenant).await? else { return Ok(Fate::Drop) };
        if record.ended_at.is_some() {
            return Ok(Fate::Paused(Box::new(record)));
        }
        let keys = self.vault.tenant(tenant, &record.root, now).await?;
        let Some(to) = record.owner_email(tenant, &keys)? else { return Ok(Fate::Drop) };
        let recipient = keys.email_index(&to);
        if self.store.suppression(tenant, &recipient, &keys).await?.is_some() {
            return Ok(Fate::Settled("suppressed"));
        }
        let sending = SendingState { pauses, suspension: None };
        if let Some(fate) = self.kept_back(tenant, &sending, now).await? {
            return Ok(fate);
        }
        let shop = self.shown(record.shop);
        let mail = self.write_to_owner(tenant, notification, &shop, &to, &keys, now).await?;
        Ok(mail.map_or(Fate::Drop, |mail| {
            Fate::Send(Box::new(Ready { message: Message::Mail(mail), recipient, review: None }))
        }))
    }

    /// The email to an owner; `None` if the reason for it no longer exists.
    async fn write_to_owner(
        &self,
        tenant: &Tenant,
        notification: &Notification,
        shop: &Shop,
        to: &EmailAddress,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Option<Mail>, Error> {
        let mail = match notification.name {
            NotificationName::WebhookDisabled(id) => {
                let read = self.store.webhook(tenant, id, keys).await?;
                // The webhook was deleted, or is enabled again.
                let Some(record_of) = read.filter(|read| !read.webhook.is_enabled) else { return Ok(None) };
                let url = self.links.console_webhook(tenant, id);
                mail::webhook_disabled(shop, to, &record_of.webhook, notification.since, url)?
            }
            NotificationName::Waiting => {
                let waiting = Waiting::read(&self.store, tenant, keys).await?;
                mail::waiting(shop, to, &waiting, self.links.console_to_decide(tenant), now)?
            }
            NotificationName::Held => {
                let (last, suspension) = self.store.last_mails(tenant).await?;
                // The suspension has ended.
                let Some(suspension) = suspension else { return Ok(None) };
                mail::held(shop, to, suspension, &last, self.links.console_of(tenant))?
            }
            NotificationName::SenderLost => {
                let senders = self.store.senders(tenant).await?;
                // It stands again, or the shop has given it up.
                let Some(lost) = senders.iter().find(|sender| sender.stage == SenderStage::Lost) else {
                    return Ok(None);
                };
                mail::sender_lost(shop, to, lost.domain(), self.links.console_sender(tenant))?
            }
            NotificationName::Silent(system) => {
                let usual = UsualOrders::of(&Rows(&self.store).orders_of_days(tenant, system, now).await?);
                // Orders or calls have arrived again.
                let Some(last) = usual.silence(now) else { return Ok(None) };
                let url = self.links.console_connection(tenant, system);
                mail::silent(shop, to, system, usual.last_order_at.unwrap_or(last), url)?
            }
            NotificationName::Connected(system) => {
                mail::connected(shop, to, self.links.console_connection(tenant, system))?
            }
            NotificationName::ShopRedacted(system) => {
                let connection = Rows(&self.store).sealed_integration(tenant, system).await?;
                // The shop has connected the system again, so nothing is erased.
                if connection.is_some_and(|connection| connection.is_asking()) {
                    return Ok(None);
                }
                mail::shop_redacted(shop, to, self.links.console_connection(tenant, system))?
            }
            NotificationName::DataAsked(receipt) => {
                mail::data_asked(shop, to, self.links.console_receipt(tenant, receipt))?
            }
            NotificationName::Reported(review) => mail::reported(shop, to, self.links.console_review(tenant, review))?,
            NotificationName::Withheld(_)
            | NotificationName::Replied(_)
            | NotificationName::Replaced(_)
            | NotificationName::Link(_)
            | NotificationName::Problem(..)
            | NotificationName::ShopEnd(_)
            | NotificationName::ToMember(_)
            | NotificationName::Invitation(_) => return Ok(None),
        };
        Ok(Some(mail))
    }

    async fn judge_to_member(
        &self,
        tenant: &Tenant,
        notification: &Notification,
        id: MemberId,
        now: Timestamp,
    ) -> Result<Fate, Error> {
        let Some((record, members)) = members::Rows(&self.store).shop_and_members(tenant, now).await? else {
            return Ok(Fate::Drop);
        };
        if record.ended_at.is_some() {
            return Ok(Fate::Paused(Box::new(record)));
        }
        let keys = self.vault.tenant(tenant, &record.root, now).await?;
        let (Some(to), Some(member)) = (members.email(&id, &keys)?, members.find(&id)) else { return Ok(Fate::Drop) };
        let recipient = keys.email_index(&to);
        if self.store.suppression(tenant, &recipient, &keys).await?.is_some() {
            return Ok(Fate::Settled("suppressed"));
        }
        let written = match notification.name {
            NotificationName::ToMember(_) => {
                self.to_decide(tenant, notification, &record, (member, &to), &keys, now).await?
            }
            _ => self.invitation(tenant, &record, (member, &to), now).await?,
        };
        Ok(match written {
            Ok(mail) => Fate::Send(Box::new(Ready { message: Message::Mail(mail), recipient, review: None })),
            Err(fate) => fate,
        })
    }

    pub(super) fn shown(&self, shop: Shop) -> Shop {
        shop.in_messages(self.links.postal_address().as_deref())
    }

    async fn to_decide(
        &self,
        tenant: &Tenant,
        notification: &Notification,
        record: &TenantRecord,
        (member, to): (&Member, &EmailAddress),
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Result<Mail, Fate>, Error> {
        if member.notification_preference() == NotificationPreference::Never {
            return Ok(Err(Fate::Drop));
        }
        let began = notification.new_since().unwrap_or(notification.ordered_at)..=seen_until(now);
        let Some(waiting) = Waiting::since(&self.store, tenant, began, keys).await? else {
            return Ok(Err(Fate::Settled("decided")));
        };
        let sending = SendingState { pauses: self.store.pauses().await?, suspension: None };
        if let Some(fate) = self.kept_back(tenant, &sending, now).await? {
            return Ok(Err(fate));
        }
        let url = self.links.console_to_decide(tenant);
        Ok(Ok(mail::to_decide(&self.shown(record.shop.clone()), member.language, to, &waiting, url)?))
    }

    /// An invitation. Everything that stops the shop's own emails also stops it, except the shop's own pause, because that is only about
    /// customers.
    async fn invitation(
        &self,
        tenant: &Tenant,
        record: &TenantRecord,
        (member, to): (&Member, &EmailAddress),
        now: Timestamp,
    ) -> Result<Result<Mail, Fate>, Error> {
        let pauses = self.store.pauses().await?;
        if let Some(pause) = record.operators_pause(pauses.all, now) {
            let look_at = later(now, PAUSED_LOOK_EVERY);
            return Ok(Err(Fate::Wait(pause.until.map_or(look_at, |until| until.min(look_at)))));
        }
        if member.joined_at.is_some() {
            return Ok(Err(Fate::Drop));
        }
        let sending = SendingState { pauses, suspension: self.store.suspension(tenant).await? };
        let mail = mail::invitation(&self.shown(record.shop.clone()), to, self.links.console_of(tenant))?;
        Ok(self.kept_back(tenant, &sending, now).await?.map_or(Ok(mail), Err))
    }

    /// The reason to keep a notification back: SES rejects every email, the shop's emails are suspended, or other
    /// messages have the next slots. Only requests' messages test whether a pause or a suspension can end.
    pub(super) async fn kept_back(
        &self,
        tenant: &Tenant,
        sending: &SendingState,
        now: Timestamp,
    ) -> Result<Option<Fate>, Error> {
        if tenant.mode == Mode::Test {
            return Ok(None);
        }
        if sending.suspension.is_some() {
            return Ok(Some(Fate::Held));
        }
        let pause = sending.pauses.of(Channel::Email).filter(|pause| !pause.is_over(now));
        if let Some(pause) = pause {
            return Ok(Some(Fate::Wait(later(pause.until.max(now), self.draw(pause.spread(now))))));
        }
        Ok(self.wait_for_slot(tenant, Channel::Email).await.err().map(Fate::ComesBack))
    }

    /// Calls the provider with a claimed notification, and commits the outcome.
    async fn submit_notification(
        &self,
        tenant: &Tenant,
        mut notification: Notification,
        ready: &Ready,
    ) -> Result<(), Error> {
        let (name, step) = (notification.name, &mut notification.step);
        let (of, attempt) = (TaggedMessage::Notification(name), step.unknown);
        let tags = Tags { tenant, of, attempt, recipient: &ready.recipient, reminder: 0 };
        let throttled = step.throttled;
        let (outcome, mut provider, now) = self.hand_over(&ready.message, tags, throttled, None).await;
        let mut refusal = None;
        match outcome {
            Outcome::Sent(message_id) => step.sent(message_id, now),
            Outcome::Rejected(code) => step.failed(&code, now),
            Outcome::Refused(refused) => {
                step.throttled(later(now, self.draw(BACK_OFF_MAX)));
                refusal = Some(refused);
            }
            Outcome::Throttled(_, again_at) => step.throttled(again_at),
            // The claim is kept, so that nobody tries again before the provider's report must have arrived.
            Outcome::Unknown => {
                self.tell(tenant, Channel::Email, None, provider, now).await;
                return Ok(());
            }
        }
        let mut saved = self.store.save_notification(tenant, &notification).await;
        if let (Some(refused), Ok(true)) = (&refusal, &saved) {
            let (judged, shown) = self.judge_refusal(tags, Channel::Email, refused, throttled, None, now).await;
            provider = shown;
            if let Judged::Fails = judged {
                notification.version += 1;
                notification.step.failed(&refused.code, now);
                saved = self.store.save_notification(tenant, &notification).await;
            }
        }
        self.tell(tenant, Channel::Email, None, provider, now).await;
        if !saved? {
            tracing::info!(notification = %name, "a report settled the notification, or another has taken its place");
        }
        Ok(())
    }
}
