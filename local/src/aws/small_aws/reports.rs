//! What providers report about messages, and the queue on its way to `mail-events`.

use std::sync::PoisonError;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::SmallAws;
use crate::aws::{
    inbox::Mail,
    queue::{Message, VISIBILITY_S},
    ses_events::MailEvent,
    sms,
};

impl SmallAws {
    /// Receives up to `max` visible reports about messages, as Lambda's poller does.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn receive_mail_events(&self, max: usize) -> anyhow::Result<Vec<Message>> {
        let visibility = SignedDuration::from_secs(VISIBILITY_S);
        Ok(self.0.event_bridge.queue.take(max, visibility, false, self.0.clock.now())?)
    }

    /// Deletes a report that was taken.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn finish_mail_event(&self, id: &str) -> anyhow::Result<()> {
        Ok(self.0.event_bridge.queue.finish(id)?)
    }

    /// Publishes one more event of SES' about an email, which is due now.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn publish_mail_event(&self, mail: &Mail, event: MailEvent) -> anyhow::Result<()> {
        self.publish_mail_event_of(mail, event, self.0.clock.now())
    }

    /// The same for one that happened earlier.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn publish_mail_event_of(&self, mail: &Mail, event: MailEvent, at: Timestamp) -> anyhow::Result<()> {
        let (now, id) = (self.0.clock.now(), format!("{:016x}", self.0.serials.next()));
        Ok(self.0.event_bridge.publish(&id, &event.about(mail, at), now, now)?)
    }

    /// Publishes one more event about an SMS, which is due now.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn publish_sms_event(&self, sms: &Mail, event: &str) -> anyhow::Result<()> {
        let now = self.0.clock.now();
        self.put_event(&sms::event_about(sms, event, now))
    }

    /// Replies to an SMS.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn reply_to_sms(&self, sms: &Mail, text: &str) -> anyhow::Result<()> {
        self.put_event(&sms::reply_to(sms, text, "cae173d2-66b9-564c-8309-21f858e9fb84"))
    }

    fn put_event(&self, event: &Value) -> anyhow::Result<()> {
        let (now, id) = (self.0.clock.now(), format!("{:016x}", self.0.serials.next()));
        Ok(self.0.event_bridge.queue.put(&id, event.to_string(), now, now)?)
    }

    /// The bodies of reports about emails that are on the queue or among its dead letters.
    #[must_use]
    pub fn mail_events(&self) -> Vec<String> {
        let queue = &self.0.event_bridge.queue;
        let waiting = queue.waiting().into_iter().map(|(_, body)| body);
        waiting.chain(queue.dead().into_iter().map(|message| message.body)).collect()
    }

    /// Decides whether the events of emails and SMS are lost from now on.
    pub fn lose_mail_events(&self, lost: bool) {
        self.0.mail_account.lock().unwrap_or_else(PoisonError::into_inner).loses_events = lost;
    }
}
