//! The parts of AWS that act without a call: Scheduler's clock, Lambda's pollers of queues, and the rule that runs
//! `reconcile` every five minutes.

mod next;

use std::{pin::pin, time::Duration};

use anyhow::anyhow;
use aws_lambda_events::sqs::SqsBatchResponse;
use futures_util::StreamExt as _;
use futures_util::future::{BoxFuture, try_join_all};
use futures_util::stream::FuturesUnordered;
use jiff::{RoundMode, SignedDuration, Timestamp, TimestampRound, Unit};
use reconcile::Report;
use serde_json::{Value, json};
use small_aws::{Message, REGION, SmallAws};
use tokio::sync::Mutex;
use tokio::time::{MissedTickBehavior, interval};

use crate::{
    deployed::{Polls, Work},
    functions::Functions,
};

/// The maximum number of messages in an invocation, as in `template.yaml`.
const BATCH_MAX: usize = 10;
/// How often the rule runs `reconcile`, as in `template.yaml`.
const RECONCILE_EVERY: SignedDuration = SignedDuration::from_mins(5);
/// How often [`Pump::run_until`] checks for due work.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// A batch of messages for the function that reads their queue.
pub(crate) struct Invocation(Work, Vec<Message>);

/// Runs the functions that nobody calls over HTTP.
pub(crate) struct Pump {
    aws: SmallAws,
    functions: Functions,
    /// The rule's last tick. Only the holder of this lock may run due work or move the clock.
    ticked: Mutex<Timestamp>,
}

impl Pump {
    pub(crate) fn new(aws: &SmallAws, functions: Functions) -> Self {
        Self {
            aws: aws.clone(),
            functions,
            // The first tick comes at the start, and finds immediately what was lost while the process was not running.
            ticked: Mutex::new(Timestamp::MIN),
        }
    }

    pub(crate) async fn settle(&self) -> anyhow::Result<()> {
        let _alone = self.ticked.lock().await;
        self.serve().await
    }

    /// Jumps from one due instant to the next and runs what is due there, until `by` has passed.
    pub(crate) async fn advance(&self, by: SignedDuration) -> anyhow::Result<()> {
        let mut ticked = self.ticked.lock().await;
        // Rounded up to a whole second: a step that is due in seven days has its schedule at the next second, and a
        // developer who moves the clock by seven days expects the step.
        let whole = TimestampRound::new().smallest(Unit::Second).mode(RoundMode::Ceil);
        let target = self.now().saturating_add(by)?.round(whole)?;
        loop {
            self.serve().await?;
            let Some((next, tick)) = self.next_event(*ticked, target).await?.filter(|(next, _)| *next <= target) else {
                break;
            };
            self.happen(&mut ticked, next, tick).await?;
        }
        self.aws.move_clock(target)
    }

    /// Jumps to the next due instant and runs what is due there. Returns whether there was one.
    pub(crate) async fn advance_to_next(&self) -> anyhow::Result<bool> {
        let mut ticked = self.ticked.lock().await;
        self.serve().await?;
        let Some((next, tick)) = self.next_event(*ticked, Timestamp::MAX).await? else { return Ok(false) };
        self.happen(&mut ticked, next, tick).await?;
        self.serve().await?;
        Ok(true)
    }

    pub(crate) async fn next_due(&self) -> anyhow::Result<Option<Timestamp>> {
        let ticked = *self.ticked.lock().await;
        Ok(self.next_event(ticked, Timestamp::MAX).await?.map(|(next, _)| next))
    }

    /// The next due instant, and whether it is a tick of the rule. Ticks are searched up to `until`.
    async fn next_event(&self, ticked: Timestamp, until: Timestamp) -> anyhow::Result<Option<(Timestamp, bool)>> {
        let fires = self.aws.next_due();
        let tick = self.next_tick(ticked, fires.unwrap_or(until)).await?;
        Ok(fires.into_iter().chain(tick).min().map(|next| (next, tick == Some(next))))
    }

    /// Moves the clock to a due instant, and runs the rule if it is due. [`Pump::serve`] does everything else.
    async fn happen(&self, ticked: &mut Timestamp, next: Timestamp, tick: bool) -> anyhow::Result<()> {
        self.aws.move_clock(next)?;
        if tick {
            *ticked = next.max(self.now());
            self.serve().await?;
            self.tick().await;
        }
        Ok(())
    }

    /// The rule's next tick, up to `until`. 91 days have 26,000 ticks, so those at which `reconcile` would find nothing
    /// are skipped.
    pub(crate) async fn next_tick(&self, ticked: Timestamp, until: Timestamp) -> anyhow::Result<Option<Timestamp>> {
        if until < tick_after(ticked) {
            return Ok(None);
        }
        let tick = self.earliest_looked_at(ticked).await?.map(|at| tick_after(at.max(ticked)));
        Ok(tick.filter(|tick| *tick <= until))
    }

    pub(crate) async fn reconcile_now(&self) -> anyhow::Result<Report> {
        let _alone = self.ticked.lock().await;
        let report = self.look_over().await?;
        self.serve().await?;
        Ok(report)
    }

    /// Runs what is due in real time until `stop`, and then finishes the running work.
    pub(crate) async fn run_until(&self, stop: impl Future<Output = ()>) {
        let mut stop = pin!(stop);
        let mut look = interval(LOOK_EVERY);
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut calls = FuturesUnordered::<BoxFuture<'_, (Work, anyhow::Result<()>)>>::new();
        let (mut busy, mut over) = (Vec::new(), Vec::new());
        loop {
            tokio::select! {
                () = &mut stop => break,
                Some((work, done)) = calls.next() => {
                    logged(done);
                    over.push(work);
                }
                _ = look.tick() => {}
            }
            for work in over.drain(..) {
                busy.extract_if(.., |busy| *busy == work).next();
            }
            // The caller that moves the clock runs what is due meanwhile.
            let Ok(mut ticked) = self.ticked.try_lock() else { continue };
            let (due, is_due) = {
                let mut serving = pin!(async {
                    let now = self.now();
                    if tick_after(*ticked) <= now {
                        *ticked = now;
                        self.tick().await;
                    }
                    logged(self.serve_ours(&busy).await).unwrap_or_default()
                });
                loop {
                    tokio::select! {
                        due = &mut serving => break due,
                        // The functions run at the same time, as on AWS. Otherwise a function that waits for another's
                        // transaction would wait for ever.
                        Some((work, done)) = calls.next() => {
                            logged(done);
                            over.push(work);
                        }
                    }
                }
            };
            if is_due {
                look.reset_immediately();
            }
            for invocation in due {
                busy.push(invocation.0);
                calls.push(Box::pin(async move { (invocation.0, self.run(invocation).await) }));
            }
        }
        while let Some((_, done)) = calls.next().await {
            logged(done);
        }
    }

    fn now(&self) -> Timestamp {
        self.aws.clock().now()
    }

    /// Runs due work until nothing is due. Functions that wait for foreign servers come last, and run together.
    async fn serve(&self) -> anyhow::Result<()> {
        loop {
            let mut calls = Vec::new();
            loop {
                let busy: Vec<_> = calls.iter().map(|invocation: &Invocation| invocation.0).collect();
                let (more, is_due) = self.serve_ours(&busy).await?;
                calls.extend(more);
                if !is_due {
                    break;
                }
            }
            if calls.is_empty() {
                return Ok(());
            }
            try_join_all(calls.into_iter().map(|invocation| self.run(invocation))).await?;
        }
    }

    /// Runs some of what is due. Returns the invocations of functions that wait for foreign servers, up to their copies that are not
    /// `busy`, and whether anything was due.
    async fn serve_ours(&self, busy: &[Work]) -> anyhow::Result<(Vec<Invocation>, bool)> {
        let due = self.due(BATCH_MAX, busy)?;
        let is_due = !due.is_empty();
        let (calls, ours): (Vec<_>, Vec<_>) = due.into_iter().partition(|invocation| waits_for_others(invocation.0));
        for invocation in ours {
            self.run(invocation).await?;
        }
        Ok((calls, is_due))
    }

    /// Fires schedules, publishes S3's events, and receives what is due: at most `batch` messages from a queue for each
    /// copy of its function that is not `busy`.
    pub(crate) fn due(&self, batch: usize, busy: &[Work]) -> anyhow::Result<Vec<Invocation>> {
        self.aws.fire_due(self.now())?;
        self.aws.publish_uploads()?;
        let mut invocations = Vec::new();
        for work in Work::ALL {
            // The other functions are not faster with several copies.
            let Polls { batch: most, copies } = match waits_for_others(work) {
                true => work.polls(),
                false => Polls { batch: BATCH_MAX, copies: Some(1) },
            };
            let busy = busy.iter().filter(|busy| **busy == work).count();
            for _ in busy..copies.unwrap_or(usize::MAX) {
                let messages = self.aws.queue(work)?.receive(batch.min(most))?;
                if messages.is_empty() {
                    break;
                }
                invocations.push(Invocation(work, messages));
            }
        }
        Ok(invocations)
    }

    /// One invocation by Lambda's poller. Messages that the function names as failed become visible again later; the
    /// others are deleted.
    pub(crate) async fn run(&self, Invocation(work, batch): Invocation) -> anyhow::Result<()> {
        let batch = &batch[..];
        let event = serde_json::from_value(json!({
            "Records": batch.iter().map(|message| record(message, &work.arn())).collect::<Vec<_>>()
        }))?;
        let (aws, functions) = (&self.aws, &self.functions);
        // On the heap, because on AWS a function does not share its caller's stack, either.
        let (function, run): (_, BoxFuture<'_, _>) = match work {
            Work::Sends => ("send-request", Box::pin(send_request::handle(functions.send_request.clone(), event))),
            Work::Reports => ("mail-events", Box::pin(mail_events::handle(functions.mail_events.clone(), event))),
            Work::Privacy | Work::Nightly => ("privacy", Box::pin(privacy::handle(functions.privacy.clone(), event))),
            Work::Webhooks | Work::SlowWebhooks => {
                ("deliver-webhooks", Box::pin(deliver_webhooks::handle(functions.deliver_webhooks.clone(), event)))
            }
            Work::Orders => ("take-orders", Box::pin(take_orders::handle(functions.take_orders.clone(), event))),
            Work::Imports => {
                ("import-reviews", Box::pin(import_reviews::handle(functions.import_reviews.clone(), event)))
            }
            Work::Photos => ("take-photo", Box::pin(take_photo::handle(functions.take_photo.clone(), event))),
        };
        let answer = aws.invoke_for(function, batch, run).await;
        match answer.unwrap_or_else(|late| Err(late.into())) {
            Ok(response) => done(batch, &response).try_for_each(|id| aws.queue(work)?.finish(id)),
            Err(error) => {
                tracing::error!(%error, ?work, "a function failed with its whole batch");
                Ok(())
            }
        }
    }

    /// The rule's tick. A failure is ignored, as Lambda does, because the next tick is the retry.
    pub(crate) async fn tick(&self) {
        if let Err(error) = self.look_over().await {
            tracing::error!(error = format!("{error:#}"), "reconcile failed");
        }
    }

    async fn look_over(&self) -> anyhow::Result<Report> {
        let tick = json!({"source": "aws.scheduler", "detail-type": "Scheduled Event"});
        let work = reconcile::handle(self.functions.reconcile.clone(), tick);
        let report = self.aws.invoke("reconcile", work).await.unwrap_or_else(|late| Err(late.into()));
        report.map_err(|error| anyhow!(error))
    }
}

/// The rule's first tick later than `at`. Ticks are five minutes apart, beginning at the full hour.
fn tick_after(at: Timestamp) -> Timestamp {
    let every = RECONCILE_EVERY.as_secs();
    let tick = (at.as_second().div_euclid(every) + 1).saturating_mul(every);
    Timestamp::from_second(tick).unwrap_or(Timestamp::MAX)
}

/// Whether a queue's function waits for foreign servers, which may take as long as they like.
const fn waits_for_others(work: Work) -> bool {
    matches!(work, Work::Webhooks | Work::SlowWebhooks | Work::Photos)
}

/// The result. A failure is logged, and the result is `None`.
fn logged<T>(done: anyhow::Result<T>) -> Option<T> {
    done.inspect_err(|error| tracing::error!(error = format!("{error:#}"), "cannot serve the queues")).ok()
}

fn done<'a>(batch: &'a [Message], response: &'a SqsBatchResponse) -> impl Iterator<Item = &'a str> {
    let failed = |id: &str| response.batch_item_failures.iter().any(|item| item.item_identifier == id);
    batch.iter().map(|message| message.id.as_str()).filter(move |id| !failed(id))
}

fn record(message: &Message, queue_arn: &str) -> Value {
    let Message { id, receipt, body, sent_at, receives, lineage: _ } = message;
    json!({
        "messageId": id,
        "receiptHandle": receipt,
        "body": body,
        "attributes":
            {"ApproximateReceiveCount": receives.to_string(), "SentTimestamp": sent_at.as_millisecond().to_string()},
        "messageAttributes": {},
        "eventSource": "aws:sqs",
        "eventSourceARN": queue_arn,
        "awsRegion": REGION,
    })
}
