//! What does not come over AWS' APIs: time goes by, Lambda's pollers and browsers come, and tests look and set the scene.

use std::{collections::BTreeSet, sync::PoisonError};

use anyhow::Context as _;
use bytes::Bytes;
use http::{Request, Response};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::SmallAws;
use crate::{
    aws::{
        capacity::{PartitionUnits, Units},
        event_bridge::EventBridge,
        inbox::Mail,
        queue::{Message, VISIBILITY_S},
        s3::Upload,
        ses::MailStanding,
    },
    clock::MovableClock,
};

impl SmallAws {
    /// Throttles functions from now on when a partition key of the table or the index has used its units of a second;
    /// `None` never does, as at first.
    pub fn throttle(&self, units: Option<PartitionUnits>) {
        self.0.capacity.set(units);
    }

    /// What the functions' calls cost since the last look; nothing is counted until [`SmallAws::throttle`] sets units.
    pub fn take_units(&self) -> Units {
        self.0.capacity.take_units()
    }

    /// The IAM actions that a function's calls have needed so far. Denied calls do not count.
    #[must_use]
    pub fn used_actions(&self, function: &str) -> BTreeSet<String> {
        self.0.iam.used(function)
    }

    /// Says from now on what every model answers to a call, whose body `script` gets. Without, there is
    /// no model.
    pub fn set_model(&self, script: impl Fn(&Value) -> String + Send + Sync + 'static) {
        self.0.bedrock.set(script);
    }

    /// The clock that schedules and queues follow.
    #[must_use]
    pub fn clock(&self) -> &MovableClock {
        &self.0.clock
    }

    /// Moves the clock, and remembers by how much for the next start.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn move_clock(&self, to: Timestamp) -> anyhow::Result<()> {
        self.0.clock.set(to);
        let offset = i64::try_from(self.0.clock.offset().as_millis())?;
        self.0.settings.lock().put("clock_offset_ms", offset.into())?;
        Ok(())
    }

    /// Puts the input of every schedule that is due at `now` on the queue, earliest first. The schedule itself
    /// is deleted some time later.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn fire_due(&self, now: Timestamp) -> anyhow::Result<()> {
        Ok(self.0.scheduler.fire_due(&self.0.queue, now)?)
    }

    /// When something happens next by itself: a schedule fires or a message becomes visible. It may
    /// lie in the past, for what nobody has received yet.
    #[must_use]
    pub fn next_due(&self) -> Option<Timestamp> {
        let (schedule, message) = (self.0.scheduler.next_due(), self.0.queue.next_due());
        let (report, work) = (self.0.event_bridge.queue.next_due(), self.0.work.next_due());
        schedule.into_iter().chain(message).chain(report).chain(work).chain(self.0.s3.next_due()).min()
    }

    /// What happens by itself and when, earliest first: schedules by name.
    #[must_use]
    pub fn due_schedules(&self) -> Vec<(Timestamp, String)> {
        self.0.scheduler.waiting()
    }

    /// The messages that are on the queue: when each is visible (again), and its body.
    #[must_use]
    pub fn due_messages(&self) -> Vec<(Timestamp, String)> {
        self.0.queue.waiting()
    }

    /// Receives up to `max` visible messages, as Lambda's poller does; each is hidden for
    /// [`VISIBILITY_S`] seconds. One that was received [`RECEIVES_MAX`](crate::aws::RECEIVES_MAX) times goes to the dead
    /// letters instead.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn receive_due(&self, max: usize) -> anyhow::Result<Vec<Message>> {
        let visibility = SignedDuration::from_secs(VISIBILITY_S);
        Ok(self.0.queue.take(max, visibility, false, self.0.clock.now())?)
    }

    /// Deletes a message whose handler succeeded; one that is gone is no error.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn finish(&self, id: &str) -> anyhow::Result<()> {
        Ok(self.0.queue.finish(id)?)
    }

    /// Publishes an upload's event to the rules that put it into a queue.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn publish_upload(&self, upload: &Upload) -> anyhow::Result<()> {
        let now = self.0.clock.now();
        for (queue, input) in EventBridge::inputs(&upload.event()) {
            let queue = self.0.work.with_arn(queue).with_context(|| format!("the small AWS has no queue {queue}"))?;
            queue.put(&format!("{:016x}", self.0.serials.next()), input, now, now)?;
        }
        Ok(())
    }

    /// Leaves a message whose handler failed on the queue, and says when it is visible again: when
    /// the time it was hidden for is over, by its receipt or by the handler's own
    /// `ChangeMessageVisibility`. Lambda's poller does nothing about a failed message either.
    #[must_use]
    pub fn return_failed(&self, id: &str) -> Option<Timestamp> {
        self.0.queue.visible_at(id)
    }

    /// Answers a browser at the bucket: its upload, or its view of a photo. `path` starts with the bucket's
    /// name; `request` has all of the path, as it was signed.
    #[must_use]
    pub fn browse(&self, path: &str, request: &Request<Bytes>) -> Response<Bytes> {
        self.0.s3.browse(&self.0.iam, path, request, self.0.clock.now())
    }

    /// The next upload whose event is due. Until it is finished it is delivered again, a little later each time.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn receive_upload(&self) -> anyhow::Result<Option<Upload>> {
        Ok(self.0.s3.receive(self.0.clock.now())?)
    }

    /// Ends the deliveries of an upload's event.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn finish_upload(&self, key: &str) -> anyhow::Result<()> {
        Ok(self.0.s3.finish(key)?)
    }

    /// The keys of all that is in the bucket.
    #[must_use]
    pub fn objects(&self) -> Vec<String> {
        self.0.s3.keys()
    }

    /// What is in the bucket under a key.
    #[must_use]
    pub fn object(&self, key: &str) -> Option<Bytes> {
        self.0.s3.find(key)
    }

    /// The marks of what is in the bucket under a key, by which its rules go.
    #[must_use]
    pub fn tags(&self, key: &str) -> Option<String> {
        self.0.s3.tags(key)
    }

    /// The dead letters.
    #[must_use]
    pub fn dlq(&self) -> Vec<Message> {
        self.0.queue.dead()
    }

    /// Every email and SMS that a provider accepted, newest last.
    #[must_use]
    pub fn inbox(&self) -> Vec<Mail> {
        self.0.inbox.mails()
    }

    /// Verifies exactly these domains: SES refuses emails from all others. At first none is verified.
    pub fn verify_domains(&self, domains: impl IntoIterator<Item = String>) {
        let mut account = self.0.mail_account.lock().unwrap_or_else(PoisonError::into_inner);
        account.verified = domains.into_iter().collect();
    }

    /// Decides from now on whether the account may send emails.
    pub fn set_mail_standing(&self, standing: MailStanding) {
        self.0.mail_account.lock().unwrap_or_else(PoisonError::into_inner).standing = standing;
    }
}
