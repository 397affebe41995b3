//! A world whose metrics CloudWatch reads in steps of five minutes.

use std::mem::take;
use std::ops::Range;

use tracing::{Dispatch, subscriber::DefaultGuard};

use super::cloudwatch::{CloudWatch, Series, State};
use crate::deployment::template::functions;
use crate::privacy::secrets::Log;
use crate::support::*;

/// The time between two runs of `reconcile`, and the period of most alarms.
const STEP: SignedDuration = SignedDuration::from_mins(5);
/// The number of emails from which the small SES computes its rates; AWS says "a representative volume".
const VOLUME: usize = 100;
/// The queues that functions read, by the template's names.
const QUEUES: [(Work, &str); 9] = [
    (Work::Sends, "Send"),
    (Work::Reports, "MailEvents"),
    (Work::Privacy, "Privacy"),
    (Work::Nightly, "Nightly"),
    (Work::Webhooks, "Webhooks"),
    (Work::SlowWebhooks, "SlowWebhooks"),
    (Work::Imports, "Import"),
    (Work::Orders, "Orders"),
    (Work::Photos, "Photo"),
];

pub struct Night {
    pub shop: Shop,
    pub watch: CloudWatch,
    alarm: &'static str,
    /// Whether Scheduler starts `reconcile`.
    pub is_scheduled: bool,
    pub is_polled: bool,
    /// The notices of failed runs of `reconcile`.
    pub notices: usize,
    /// The statuses of the calls since the last step.
    pub statuses: Vec<u16>,
    /// The lines of API Gateway's log since the last step.
    pub access: Vec<Value>,
    /// The invocations since the last step that Lambda refused.
    pub throttles: usize,
    pub lines: Vec<Value>,
    ended: usize,
    log: Log,
    _logging: (DefaultGuard, Dispatch),
}

impl Night {
    pub async fn new(alarm: &'static str) -> Self {
        let log = Log::default();
        let logging = log.listen_as_on_lambda();
        let mut night = Self {
            shop: Shop::new().await,
            watch: CloudWatch::default(),
            alarm,
            is_scheduled: true,
            is_polled: true,
            notices: 0,
            statuses: Vec::new(),
            access: Vec::new(),
            throttles: 0,
            lines: Vec::new(),
            ended: 0,
            log,
            _logging: logging,
        };
        night.pass(4).await;
        assert_ne!(night.watch.state(alarm), State::Alarm, "{alarm} goes off while nothing happens");
        night
    }

    /// Lets time pass in steps of five minutes.
    pub async fn pass(&mut self, steps: usize) {
        for _ in 0..steps {
            self.shop.jump(STEP);
            if self.is_scheduled {
                self.shop.world.tick().await;
            }
            if self.is_polled {
                self.shop.settle().await;
            }
            self.observe();
        }
    }

    /// Lets time pass until the alarm goes off, in at most so many steps.
    pub async fn rings_within(&mut self, steps: usize) {
        self.becomes(State::Alarm, steps).await;
    }

    pub async fn ends_within(&mut self, steps: usize) {
        assert_eq!(self.watch.state(self.alarm), State::Alarm, "{}", self.alarm);
        self.becomes(State::Ok, steps).await;
    }

    async fn becomes(&mut self, state: State, steps: usize) {
        for _ in 0..steps {
            self.pass(1).await;
            if self.watch.state(self.alarm) == state {
                return;
            }
        }
        panic!("{} is {:?} after {steps} steps", self.alarm, self.watch.state(self.alarm));
    }

    /// Gives CloudWatch the data of a step: the log's lines, and AWS' own counts.
    fn observe(&mut self) {
        let (now, mut lines) = (self.shop.now(), self.log.take());
        lines.append(&mut self.access);
        lines.iter().for_each(|line| self.watch.read(line, now));
        let is_done = lines.iter().any(|line| line.get("_aws").is_some());
        self.lines.extend(lines);
        let mut errors = BTreeMap::<String, usize>::new();
        let ended = self.shop.aws().timed_out();
        // A run that fails, for whatever reason, is one error and one notice.
        for function in ended[self.ended..].iter().filter(|function| *function != "reconcile") {
            *errors.entry(function.clone()).or_default() += 1;
        }
        self.ended = ended.len();
        if self.is_scheduled && !is_done {
            errors.insert("reconcile".to_owned(), 1);
            self.notices += 1;
        }
        let mut put = |namespace: &str, name: &str, dimension: Option<(&str, &str)>, value: f64| {
            self.watch.put(Series::new(namespace, name, dimension.as_slice()), now, value);
        };
        if self.throttles > 0 {
            put("AWS/Lambda", "Throttles", None, take(&mut self.throttles) as f64);
        }
        for function in functions() {
            if let Some(errors) = errors.get(&function.binary) {
                put("AWS/Lambda", "Errors", Some(("FunctionName", function.resource.as_str())), *errors as f64);
            }
        }
        for (work, name) in QUEUES {
            let queue = self.shop.aws().queue(work).unwrap();
            let (own, dead) = (format!("{name}Queue.QueueName"), format!("{name}DeadQueue.QueueName"));
            let age = queue.oldest_age().as_secs_f64();
            put("AWS/SQS", "ApproximateAgeOfOldestMessage", Some(("QueueName", own.as_str())), age);
            let letters = queue.dead().len() as f64;
            put("AWS/SQS", "ApproximateNumberOfMessagesVisible", Some(("QueueName", dead.as_str())), letters);
        }
        let notices = Some(("QueueName", "ReconcileDeadQueue.QueueName"));
        put("AWS/SQS", "ApproximateNumberOfMessagesVisible", notices, self.notices as f64);
        if !self.statuses.is_empty() {
            let of = |class: Range<u16>| self.statuses.iter().filter(|status| class.contains(status)).count() as f64;
            for (name, class) in [("Count", 0..600), ("4xx", 400..500), ("5xx", 500..600)] {
                put("AWS/ApiGateway", name, Some(("ApiId", "Api")), of(class));
            }
            self.statuses.clear();
        }
        let refused = self.shop.aws().take_refused_writes();
        if refused > 0 {
            put("AWS/DynamoDB", "WriteThrottleEvents", Some(("TableName", "Table")), refused as f64);
        }
        let inbox = self.shop.inbox();
        let last = &inbox[inbox.len().saturating_sub(VOLUME)..];
        let share =
            |kind: &str| last.iter().filter(|mail| mail.to.starts_with(kind)).count() as f64 / last.len() as f64;
        // The rates exist only after the first bounce or complaint.
        if inbox.iter().any(|mail| mail.to.starts_with("bounce") || mail.to.starts_with("complaint")) {
            put("AWS/SES", "Reputation.BounceRate", None, share("bounce"));
            put("AWS/SES", "Reputation.ComplaintRate", None, share("complaint"));
        }
        self.watch.evaluate(now);
    }

    /// Puts a message that its function cannot read into a queue, waits until it is a dead letter, and then purges the
    /// queue, as the operator does.
    pub async fn dead_letter(&mut self, work: Work) {
        let sqs = aws_sdk_sqs::Client::new(&self.shop.world.env().sdk);
        sqs.send_message().queue_url(work.url()).message_body("no JSON").send().await.unwrap();
        // There are eight receives; the queue for photos has one every ten minutes.
        self.rings_within(20).await;
        self.pass(2).await;
        self.purge(work);
        self.ends_within(1).await;
    }

    pub fn purge(&self, work: Work) {
        let queue = self.shop.aws().queue(work).unwrap();
        for letter in queue.dead() {
            queue.finish(&letter.id).unwrap();
        }
    }
}
