//! What reaches the account without a call by a function: Lambda's pollers, browsers, and tests that read or change the
//! account.

use std::{
    future::Future,
    sync::{Arc, PoisonError, atomic::Ordering},
};

use anyhow::Context as _;
use bytes::Bytes;
use http::{Request, Response};
use jiff::Timestamp;
use serde_json::Value;

use super::{
    bedrock::{ModelAnswer, ModelError},
    capacity::{PartitionUnits, Units},
    faults::Fault,
    inbox::Mail,
    queue::Queue,
    ses::{MailEvent, MailRate, MailStanding},
    small_aws::SmallAws,
    sms,
    sns::Notice,
    wire::Call,
};

impl SmallAws {
    /// The queue with this name.
    /// Errors: If the stack has no such queue.
    pub fn queue(&self, name: impl AsRef<str>) -> anyhow::Result<&Queue> {
        let name = name.as_ref();
        self.0.queues.named(name).with_context(|| format!("the small AWS has no queue {name}"))
    }

    /// Puts the input of every schedule that is due at `now` into its queue, earliest first. The schedule itself is
    /// deleted later.
    pub fn fire_due(&self, now: Timestamp) -> anyhow::Result<()> {
        Ok(self.0.scheduler.fire_due(now)?)
    }

    /// Names and instants of the schedules that have not fired, earliest first.
    pub fn due_schedules(&self) -> Vec<(Timestamp, String)> {
        self.0.scheduler.waiting()
    }

    /// Answers a browser that uploads or views an object. `path` starts with the bucket's name; `request` has the whole
    /// path, as it was signed.
    pub fn browse(&self, path: &str, request: &Request<Bytes>) -> Response<Bytes> {
        self.0.s3.browse(&self.0.iam, path, request, self.clock().now())
    }

    /// Publishes the events of uploads to the rules that put them into a queue.
    pub fn publish_uploads(&self) -> anyhow::Result<()> {
        let mut uploads: Vec<_> = self.0.s3.uploads.lock().values().cloned().collect();
        uploads.sort_by_key(|upload| upload.stored_at);
        for upload in uploads {
            self.publish(&upload.event())?;
            self.0.s3.uploads.lock().remove(&upload.id)?;
        }
        Ok(())
    }

    /// The keys of all objects in the bucket.
    pub fn objects(&self) -> Vec<String> {
        self.0.s3.keys()
    }

    pub fn object(&self, key: &str) -> Option<Bytes> {
        self.0.s3.find(key)
    }

    /// The tags of the object under a key, which decide when the bucket deletes it.
    pub fn tags(&self, key: &str) -> Option<String> {
        self.0.s3.tags.lock().get(key).cloned()
    }

    /// Every email and SMS that a provider accepted, newest last.
    pub fn inbox(&self) -> Vec<Mail> {
        self.0.inbox.0.lock().values().cloned().collect()
    }

    /// What functions published to the topic, newest last.
    pub fn notices(&self) -> Vec<Notice> {
        self.0.topic.notices()
    }

    /// Sets the account's verified SES identities, domains and addresses. At the start there are none.
    pub fn verify_identities<'a>(&self, names: impl IntoIterator<Item = &'a str>) {
        self.mail_account().identities.give(names);
    }

    pub fn identities(&self) -> Vec<String> {
        self.mail_account().identities.names().cloned().collect()
    }

    /// Deletes an identity, as an operator does.
    pub fn delete_identity(&self, name: &str) {
        let _ = self.mail_account().identity("DeleteEmailIdentity", name);
    }

    /// Sets the name and the value of all CNAME and TXT records of all domains; `None` if nobody can read the DNS.
    pub fn set_dns(&self, records: Option<&[(String, String)]>) {
        let identities = &mut self.mail_account().identities;
        identities.is_dns_down = records.is_none();
        if let Some(records) = records {
            identities.records = records.iter().cloned().collect();
        }
    }

    /// The texts of this name in the DNS; `None` if nobody can read it.
    pub fn dns_texts(&self, name: &str) -> Option<Vec<String>> {
        let identities = &self.mail_account().identities;
        (!identities.is_dns_down).then(|| identities.records.get(name).cloned().into_iter().collect())
    }

    /// Sets how many identities the account may have.
    pub fn limit_identities(&self, most: usize) {
        self.mail_account().identities.most = most;
    }

    pub fn set_mail_standing(&self, standing: MailStanding) {
        self.mail_account().standing = standing;
    }

    /// Sets the quota of emails in 24 hours, which `GetAccount` tells.
    pub fn set_mail_quota(&self, a_day: u32) {
        self.mail_account().a_day = a_day;
    }

    /// Sets how many emails SES accepts in a second, and how many at the same time; `None` means any number.
    pub fn limit_mails(&self, limit: Option<(f64, u32)>) {
        let now = self.clock().now();
        self.mail_account().rate = limit.map(|(a_second, burst)| MailRate::new(a_second, burst, now));
    }

    /// Sets whether the events of emails and SMS are lost.
    pub fn lose_mail_events(&self, lost: bool) {
        self.mail_account().loses_events = lost;
    }

    /// Publishes another event about an email, due now.
    pub fn publish_mail_event(&self, mail: &Mail, event: MailEvent) -> anyhow::Result<()> {
        self.publish_mail_event_of(mail, event, self.clock().now())
    }

    /// Publishes another event about an email that happened at `at`, due now.
    pub fn publish_mail_event_of(&self, mail: &Mail, event: MailEvent, at: Timestamp) -> anyhow::Result<()> {
        let account = self.mail_account();
        account.note(mail, event, at)?;
        let event = event.about(mail, at, &account.settings.configuration_set);
        drop(account);
        self.publish(&event)
    }

    /// Publishes another event about an SMS, due now.
    pub fn publish_sms_event(&self, mail: &Mail, event: &str) -> anyhow::Result<()> {
        self.put_sms_event(&sms::event_about(mail, event, self.clock().now()))
    }

    pub fn reply_to_sms(&self, mail: &Mail, text: &str) -> anyhow::Result<()> {
        self.put_sms_event(&sms::reply_to(mail, text, "cae173d2-66b9-564c-8309-21f858e9fb84"))
    }

    fn put_sms_event(&self, event: &Value) -> anyhow::Result<()> {
        let now = self.clock().now();
        Ok(self.queue(&self.0.stack.sms_events.queue)?.put(&self.new_id(), event.to_string(), now, now)?)
    }

    /// Sets whether queues reject EventBridge's events, as they do without their policies. EventBridge puts rejected
    /// events into the dead-letter queues.
    pub fn refuse_events(&self, is_refused: bool) {
        self.0.event_bridge.set_refused(is_refused);
    }

    fn publish(&self, event: &Value) -> anyhow::Result<()> {
        let now = self.clock().now();
        Ok(self.0.event_bridge.publish(&self.new_id(), event, now, now)?)
    }

    /// Sets a server outside that answers for every model. Before that there is no model.
    pub fn set_model_server<F>(&self, model: impl Fn(Value) -> F + Send + Sync + 'static)
    where
        F: Future<Output = Result<ModelAnswer, ModelError>> + Send + 'static,
    {
        self.0.bedrock.set(model);
    }

    /// Throttles functions from now on when a partition key in the table or the index has used up its units for a
    /// second; `None`, the default, never throttles.
    pub fn throttle(&self, units: Option<PartitionUnits>) {
        self.0.capacity.set(units);
    }

    /// The units of the functions' calls since the last call of this method; zero until [`SmallAws::throttle`] sets
    /// units.
    pub fn take_units(&self) -> Units {
        self.0.capacity.take_units()
    }

    /// The throttled writes by functions since the last call of this method.
    pub fn take_refused_writes(&self) -> usize {
        self.0.capacity.take_refused()
    }

    /// The calls at the connector since the last [`SmallAws::take_calls`], oldest first. Each attempt counts.
    pub fn calls(&self) -> Vec<Call> {
        self.0.wire.calls.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// Returns the calls at the connector, and starts a new log.
    pub fn take_calls(&self) -> Vec<Call> {
        self.0.wire.calls.lock().unwrap_or_else(PoisonError::into_inner).drain(..).collect()
    }

    /// The bytes of the answers since the last call of this method.
    pub fn take_answered_bytes(&self) -> u64 {
        self.0.wire.answered_bytes.swap(0, Ordering::Relaxed)
    }

    /// The events published to EventBridge since the last call of this method, whether or not a rule matched.
    pub fn take_published_events(&self) -> usize {
        self.0.event_bridge.take_published()
    }

    /// Decides what happens to each call at the connector from now on.
    pub fn set_faults(&self, faults: impl Fn(&Call) -> Fault + Send + Sync + 'static) {
        *self.0.wire.faults.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(faults));
    }
}
