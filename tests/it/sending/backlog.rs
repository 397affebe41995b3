//! More emails than their provider accepts, with copies of the sender as on Lambda, and with a simulated clock: the
//! provider's rate is used, and no other shop waits.
//!
//! `MAILS=5000 cargo it backlog::a_backlog -- --nocapture` prints the figure, in four minutes,
//! `BACKLOG_COPIES=40 cargo it backlog::more -- --nocapture` that of 40 copies, in one, and
//! `cargo it backlog::any -- --ignored --nocapture` how much of the rate up to 200 copies use, in ten.

use std::env;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use small_aws::{PartitionUnits, Units};

use crate::sending::reconcile;
use crate::simulator::copies::{Copies, handle};
use crate::simulator::executor::Ready;
use crate::support::*;

const TICK: SignedDuration = SignedDuration::from_mins(5);
/// The requests' delay. After it, all their emails are due.
const DELAY: SignedDuration = SignedDuration::from_hours(24);
/// The number of emails in a backlog, unless `MAILS` is set.
const MAILS: usize = 400;
/// The emails that a new account sends in a second, and the copies of the sender, by the template's defaults.
const A_SECOND: f64 = 14.0;
const COPIES: usize = 2;
/// The time that a batch takes besides its waits.
const TAKES: Duration = Duration::from_millis(250);

/// Runs `work`, while the time of a simulated world passes.
pub fn run<T>(aws: &SmallAws, work: impl Future<Output = T>) -> T {
    let (mut work, ready) = (pin!(work), Ready::new());
    let waker = Waker::from(Arc::clone(&ready));
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(&waker)) {
            return done;
        }
        if !ready.take() {
            aws.pass(aws.next_wait().expect("somebody waits"));
        }
    }
}

/// Two shops, and copies of the sender for which Lambda polls its queue.
struct Backlog {
    fern: Shop,
    oak: Shop,
    aws: SmallAws,
    senders: Copies,
    /// The copies of the function for reports, which have no work while the reports are lost.
    readers: Copies,
    a_second: f64,
    tick: Timestamp,
    /// The number of SES' calls that send.
    tries: Arc<AtomicUsize>,
}

impl Backlog {
    /// A world without reports from SES. SES does not throttle yet.
    fn new(copies: usize, a_second: f64) -> Self {
        // The SDK chooses the pauses between its retries with this seed.
        fastrand::seed(1);
        let clock = MovableClock::frozen(START.parse().unwrap());
        let world = World::simulated(BASE_URL.to_owned(), clock, seeded_random(1)).unwrap();
        let aws = world.aws().clone();
        let [fern, oak] = ["fern", "oak"].map(|name| run(&aws, Shop::in_world(world.clone(), name, Mode::Live)));
        aws.lose_mail_events(true);
        let mut env = world.env_of("send-request");
        env.settings = env.settings.with("SEND_CONCURRENCY", &copies.to_string());
        let senders = (0..copies).map(|_| handle!(send_request, send_request::start(&env).unwrap())).collect();
        let senders = Copies::new(&aws, Work::Sends, "send-request", TAKES, senders);
        let env = world.env_of("mail-events");
        let readers = (0..copies).map(|_| handle!(mail_events, mail_events::start(&env).unwrap())).collect();
        let readers = Copies::new(&aws, Work::Reports, "mail-events", TAKES, readers);
        let tick = aws.clock().now() + TICK;
        let tries = Arc::<AtomicUsize>::default();
        let sending = Arc::clone(&tries);
        aws.set_faults(move |call| {
            sending.fetch_add(usize::from(call.operation == "SendEmail"), Ordering::Relaxed);
            Fault::None
        });
        Self { fern, oak, aws, senders, readers, a_second, tick, tries }
    }

    /// Limits SES to its rate, and to as many emails at the same time as it accepts in a second.
    fn fill(&self) {
        self.aws.limit_mails(Some((self.a_second, self.burst())));
    }

    fn burst(&self) -> u32 {
        (self.a_second as u32).max(2)
    }

    /// The used share of the rate until most of the emails were sent, without the emails that SES accepted immediately,
    /// and the seconds until then.
    fn share(&self, left: &[f64], mails: usize) -> (f64, f64) {
        let (most, took) = (mails as f64 * 0.95 - f64::from(self.burst()), left[left.len() * 19 / 20]);
        (most / self.a_second / took, took)
    }

    fn now(&self) -> Timestamp {
        self.aws.clock().now()
    }

    /// Creates a shop's requests, whose emails are all due in a day.
    fn ask(&self, shop: &Shop, mails: usize) {
        for n in 0..mails {
            let customer = format!("{}-{n}@example.com", shop.tenant.id.as_str());
            run(&self.aws, shop.created(json!({"email": customer, "order_id": n.to_string(), "delay_days": 1})));
            self.aws.pass(self.now() + SignedDuration::from_micros(40));
        }
    }

    /// Lets time pass, with a run of reconcile every five minutes.
    fn pass(&mut self, until: Timestamp) {
        while self.now() < until {
            self.aws.fire_due(self.now()).unwrap();
            if self.senders.step() | self.readers.step() {
                continue;
            }
            let is_idle = self.senders.is_idle() && self.readers.is_idle();
            let due = is_idle.then(|| self.aws.next_due()).flatten();
            let next = self.aws.next_wait().into_iter().chain(due).chain([self.tick, until]).min().unwrap();
            self.aws.pass(next.max(self.now()));
            if next == self.tick {
                run(&self.aws, reconcile::run(&self.fern));
                self.tick += TICK;
            }
            self.aws.take_calls();
        }
    }

    /// The seconds after which a shop's emails were sent, sorted.
    fn left(&self, shop: &Shop, due_at: Timestamp) -> Vec<f64> {
        let of = format!("{}-", shop.tenant.id.as_str());
        let mails = self.aws.inbox().into_iter().filter(|mail| mail.to.starts_with(&of));
        let mut left: Vec<_> = mails.map(|mail| mail.sent_at.duration_since(due_at).as_secs_f64()).collect();
        left.sort_by(f64::total_cmp);
        left
    }

    fn tries(&self) -> usize {
        self.tries.load(Ordering::Relaxed)
    }
}

#[test]
fn a_backlog_leaves_at_the_providers_rate_and_delays_no_other_shop() {
    let mails: usize = env::var("MAILS").map_or(MAILS, |mails| mails.parse().unwrap());
    let of_other = mails / 100;
    let drains = SignedDuration::from_secs_f64(mails as f64 / A_SECOND);
    let mut backlog = Backlog::new(COPIES, A_SECOND);
    let due_at = backlog.now() + DELAY;
    backlog.ask(&backlog.fern, mails - of_other);
    backlog.pass(due_at - DELAY + drains / 3);
    let other_due_at = backlog.now() + DELAY;
    backlog.ask(&backlog.oak, of_other);
    backlog.pass(due_at - MINUTE);
    backlog.fill();
    backlog.aws.throttle(Some(PartitionUnits::UNLIMITED));
    backlog.senders.received = 0;
    backlog.pass(due_at + drains * 2 + TICK * 2);

    let Units { write, index_write, read } = backlog.aws.take_units();
    let (fern, oak) = (backlog.left(&backlog.fern, due_at), backlog.left(&backlog.oak, other_due_at));
    assert_eq!(fern.len() + oak.len(), mails);
    assert!(backlog.aws.queue(Work::Sends).unwrap().dead().is_empty());
    // Messages that were rejected before there was a rate limit return when the limit may be over.
    let ((share, took), p99) = (backlog.share(&fern, mails), oak[(oak.len() * 99).div_ceil(100) - 1]);
    let [tries, wake_ups, write, read] =
        [backlog.tries() as f64, backlog.senders.received as f64, write + index_write, read]
            .map(|count| count / mails as f64);
    println!(
        "{mails} emails, most of them in {took:.0} s: {:.1} % of the rate; {tries:.2} calls of SES, {wake_ups:.2} wake-ups, {write:.1} \
         write and {read:.1} read units an email; p99 of the other shop {p99:.0} s",
        share * 100.0
    );
    assert!(share > 0.85 && tries < 1.15 && wake_ups < 2.5 && p99 < 60.0);
}

/// Asserts that so many copies use SES' rate, with emails for some seconds.
#[expect(clippy::print_stdout, reason = "the figure, for those who run it with --nocapture")]
fn drain(copies: usize, a_second: f64, seconds: f64) {
    let mails = (a_second * seconds) as usize;
    let mut backlog = Backlog::new(copies, a_second);
    let due_at = backlog.now() + DELAY;
    backlog.ask(&backlog.fern, mails);
    backlog.pass(due_at - MINUTE);
    backlog.fill();
    backlog.pass(due_at + SignedDuration::from_secs_f64(seconds * 2.0) + TICK * 2);
    let left = backlog.left(&backlog.fern, due_at);
    assert_eq!(left.len(), mails);
    let ((share, took), tries) = (backlog.share(&left, mails), backlog.tries() as f64 / mails as f64);
    println!(
        "{copies} copies, {a_second} a second: {mails} emails, most of them in {took:.0} s: {:.1} % of the rate; {tries:.2} calls of \
         SES an email",
        share * 100.0
    );
    assert!(share >= 0.85 && tries <= 1.5, "{copies} copies");
}

/// With `BACKLOG_COPIES=40`, there are 40 copies, and a rate for which they are enough.
#[test]
fn more_copies_use_the_providers_rate() {
    let copies = env::var("BACKLOG_COPIES").map_or(10, |copies| copies.parse().unwrap());
    drain(copies, copies as f64 * 2.5, 12.0);
}

#[test]
#[ignore = "a figure, which takes minutes"]
fn any_number_of_copies_uses_the_providers_rate() {
    // The more copies, the shorter: each email takes 50 ms of a processor.
    let all = [(2, A_SECOND, 120.0), (20, 50.0, 60.0), (40, 100.0, 60.0), (80, 200.0, 40.0), (200, 500.0, 20.0)];
    for (copies, a_second, seconds) in all {
        drain(copies, a_second, seconds);
    }
}

#[test]
fn a_shop_on_dynamodbs_limits_loses_no_report_and_fails_nowhere() {
    // A tenth of DynamoDB's units. Claim, outcome and report take four, so 25 emails a second could leave.
    const UNITS: PartitionUnits = PartitionUnits { write: 100, read: 300 };
    const MAILS: usize = 300;
    let mut backlog = Backlog::new(20, 50.0);
    let due_at = backlog.now() + DELAY;
    backlog.ask(&backlog.fern, MAILS);
    backlog.pass(due_at - MINUTE);
    backlog.aws.lose_mail_events(false);
    backlog.fill();
    backlog.aws.throttle(Some(UNITS));
    backlog.pass(due_at + TICK * 2);
    let left = backlog.left(&backlog.fern, due_at);
    let rows = run(&backlog.aws, table(&backlog.fern.world));
    let is_reported = |row: &&Value| row["doc"].to_string().contains("delivered");
    let reported = rows.iter().filter(is_reported).count();
    let failed = [&backlog.senders, &backlog.readers].map(|copies| copies.failed.load(Ordering::Relaxed));
    assert_eq!((left.len(), reported, failed), (MAILS, MAILS, [0, 0]));
    assert!(backlog.aws.queue(Work::Reports).unwrap().bodies().is_empty());
    assert!(left[MAILS - 1] < 60.0, "they come back after seconds: {left:?}");
}
