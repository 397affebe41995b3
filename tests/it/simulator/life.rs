//! A short life of a shop, chosen by a seed: its requests, their times, and the faults during it.

use std::{ops::RangeInclusive, rc::Rc, sync::atomic::AtomicU32};

use domain::message::EVIDENCE_WAIT;
use small_aws::{Call, Chance, DrawnFaults, Invocation, MailStanding};

use super::{
    checker,
    client::{Asked, Channels, Clients, Facts, Kind, Outcome, phone},
    executor::{Executor, draw},
    hosts::{self, Hosts},
};
use crate::failures::email_outages::ENFORCED;
use crate::support::*;
pub use crate::support::{DAY, MINUTE};

const CHANGES_MAX: u64 = 2;
/// The maximum difference between clocks. AWS rejects a signature that is older.
pub const SKEW_MAX: SignedDuration = SignedDuration::from_mins(5);
/// A schedule fires within the minute of its time.
const LATE_MAX: SignedDuration = SignedDuration::from_secs(59);
/// How long after the last fault everything owed is done, because `reconcile` handles a late message once an hour.
const SETTLED_AFTER: SignedDuration = SignedDuration::from_hours(2);
/// The last reminder follows the first message after a week.
const REMINDED_AFTER: SignedDuration = SignedDuration::from_hours(8 * 24);
/// The hours in which messages are sent, if a shop has a window.
pub const WINDOW: (&str, &str) = ("05:05", "06:05");
/// In one of so many lives emails are delayed for days.
const KEPT_BACK_ONE_IN: u64 = 6;
/// One in so many shops ends, and is restored.
const ENDED_ONE_IN: u64 = 8;
/// The number of days for which they are delayed.
const KEPT_BACK_DAYS: RangeInclusive<u64> = 3..=30;
/// The maximum number of requests in a life, because each may wait for the previous one.
const REQUESTS_MAX: i32 = 3;

const NAMES: [&str; 2] = ["fern", "moss"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Cancel,
    Erase,
    Stop,
    Review,
    SendNow,
    Duplicate,
    Pause {
        minutes: u16,
    },
    Resume,
    /// The shop's emails are suspended because of too many bounces.
    Hold {
        days: u8,
    },
    /// The shop ends the suspension.
    Release,
    /// AWS pauses the account, or allows it to send again.
    Stand(MailStanding),
    Withhold,
    Reply,
    Unsubscribe,
    Import,
    End,
    Restore,
}

/// How events of SES and the SMS service are delivered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Events {
    #[default]
    Prompt,
    /// Some come late, and some twice.
    Late,
    /// Some come late, some twice, and some never.
    Lost,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    None,
    /// Messages are sent until five past six, UTC. Lives begin at six.
    Window,
    /// An address gets one message in 30 days.
    Cap,
}

impl Rules {
    fn settings(self) -> Option<Value> {
        match self {
            Self::None => None,
            Self::Window => Some(json!({"send_window": {"from": WINDOW.0, "to": WINDOW.1, "time_zone": "UTC"}})),
            Self::Cap => Some(json!({"messages_a_month": 1})),
        }
    }

    /// The longest time by which the rules delay the last message.
    fn wait(self) -> SignedDuration {
        match self {
            Self::None => SignedDuration::ZERO,
            // The first message and each of two reminders may wait until the next morning.
            Self::Window => DAY * 3,
            Self::Cap => DAY * 30 * (REQUESTS_MAX - 1),
        }
    }
}

/// A protection in the product. A test disables it to prove that it is needed, and that the checker notices when it is
/// missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// A message is claimed only if its request still has the version that was read.
    Claim,
    /// A message whose outcome is unknown waits 15 minutes for its event.
    Evidence,
    /// An order has only one active request.
    Order,
    /// The SDK does not repeat a call to SES.
    NoRetries,
    Rules,
    /// The record of a stopped address is where senders read it.
    Stop,
    /// Webhooks whose message was lost are found by the time at which they are due.
    Outbox,
    /// Notifications are found by the time at which they are due.
    Notification,
    /// Only one run at a time continues with a file, and a row makes only one review.
    Import,
    /// A reminder that was sent late delays those after it.
    Gaps,
    /// What readers see of a group is kept only if the group is as it was read.
    Group,
}

/// The actions of one shop, and their times.
#[derive(Clone, Debug)]
pub struct Wishes {
    pub requests: Vec<(Kind, String, Timestamp)>,
    pub changes: Vec<(usize, Change, Timestamp)>,
    pub rules: Rules,
    /// Whether the shop has an endpoint for webhooks.
    pub is_told: bool,
}

/// Everything that the seed determines before a life begins.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub seed: u64,
    /// One for each shop. The shops share the table, the queues and the providers, and some of their customers.
    pub shops: Vec<Wishes>,
    /// How many of 1,000 calls get a fault.
    pub faults: u16,
    /// When the faults end.
    pub calm_from: Timestamp,
    /// Invocations, by their order in the life, and the await at which each dies.
    pub crashes: Vec<(usize, u32)>,
    pub events: Events,
    pub copies: bool,
    pub skewed: bool,
    /// Seconds between two emails that SES accepts, if it throttles.
    pub full: Option<u16>,
    pub without: Option<Guard>,
}

impl Plan {
    /// One request, and changes to it; nothing goes wrong.
    pub fn calm(kind: Kind, address: &str, changes: &[(Change, SignedDuration)]) -> Self {
        let start: Timestamp = START.parse().unwrap();
        let wishes = Wishes {
            requests: vec![(kind, address.to_owned(), start)],
            changes: changes.iter().map(|(change, after)| (0, *change, start + *after)).collect(),
            rules: Rules::None,
            is_told: true,
        };
        Self { seed: 1, shops: vec![wishes], calm_from: start + DAY * 4, ..Self::default() }
    }

    /// The same plan with these rules for each shop.
    pub fn ruled(mut self, rules: Rules) -> Self {
        self.shops.iter_mut().for_each(|wishes| wishes.rules = rules);
        self
    }

    /// The longest time by which the shops' rules delay the last message.
    fn wait(&self) -> SignedDuration {
        self.shops.iter().map(|wishes| wishes.rules.wait()).max().unwrap_or_default()
    }

    pub fn drawn(seed: u64) -> Self {
        let mut chance = Chance::new(seed, "plan");
        let mut shops: Vec<_> = [[1, 1, 2, 3], [1, 1, 1, 2]].map(|counts| Wishes::drawn(&mut chance, counts)).into();
        let mut pauses = Chance::new(seed, "pauses");
        shops.iter_mut().for_each(|wishes| wishes.pause(&mut pauses));
        let mut more = Chance::new(seed, "more");
        shops.iter_mut().for_each(|wishes| wishes.add(&mut more));
        let mut ends = Chance::new(seed, "ends");
        shops.iter_mut().for_each(|wishes| wishes.end(&mut ends));
        let moments = shops.iter().flat_map(|Wishes { requests, changes, .. }| {
            changes.iter().map(|change| change.2).chain(requests.iter().map(|request| request.2))
        });
        let last = moments.max().unwrap();
        let crashes =
            (0..chance.below(3)).map(|_| (draw(&mut chance, 16), u32::try_from(1 + chance.below(24)).unwrap()));
        let mut plan = Self {
            seed,
            crashes: crashes.collect(),
            faults: [0, 20, 50, 100][draw(&mut chance, 4)],
            calm_from: last + [MINUTE * 30, DAY * 4][draw(&mut chance, 2)],
            events: [Events::Prompt, Events::Late, Events::Lost, Events::None][draw(&mut chance, 4)],
            copies: chance.below(2) == 0,
            skewed: chance.below(3) == 0,
            full: [None, None, Some(10), Some(300)][draw(&mut chance, 4)],
            without: None,
            shops,
        };
        plan.keep_back(&mut Chance::new(seed, "kept back"));
        plan
    }

    /// Chooses whether a shop's emails are suspended, or AWS pauses the account, for days, and the changes that happen
    /// when the messages are sent afterwards.
    fn keep_back(&mut self, chance: &mut Chance) {
        if chance.below(KEPT_BACK_ONE_IN) > 0 {
            return;
        }
        let shop = draw(chance, self.shops.len());
        let Wishes { requests, changes, .. } = &mut self.shops[shop];
        let (kind, _, at) = &requests[draw(chance, requests.len())];
        let from = moment(chance, *kind, *at);
        let (shortest, longest) = KEPT_BACK_DAYS.into_inner();
        let days = u8::try_from(shortest + chance.below(longest - shortest + 1)).unwrap();
        let length = DAY * i32::from(days);
        let stand = |standing| (Change::Stand(standing), Change::Stand(MailStanding::Production), length);
        let (begin, end, after) = match chance.below(4) {
            0 => (Change::Hold { days }, Change::Release, length / 2),
            // The suspension has ended at its time.
            1 => (Change::Hold { days }, Change::Release, length + MINUTE),
            2 => stand(MailStanding::Paused),
            _ => stand(ENFORCED[draw(chance, ENFORCED.len())]),
        };
        changes.extend([(0, begin, from), (0, end, from + after)]);
        for number in 0..requests.len() {
            let later = [SECOND, MINUTE, MINUTE * 16, DAY][draw(chance, 4)];
            if chance.below(2) == 0 {
                changes.push((number, CHANGES[draw(chance, CHANGES.len())], from + after + later));
            }
        }
        // The call that ends a suspension may be lost. Then the suspension ends at its time.
        let last = changes.iter().map(|change| change.2).chain([from + length]).max().unwrap();
        self.calm_from = self.calm_from.max(last + [MINUTE * 30, DAY * 4][draw(chance, 2)]);
    }
}

impl Wishes {
    /// Chooses the actions of a shop, which makes one of these numbers of requests.
    fn drawn(chance: &mut Chance, counts: [usize; 4]) -> Self {
        let start: Timestamp = START.parse().unwrap();
        let (mut requests, mut changes) = (Vec::new(), Vec::new());
        for number in 0..counts[draw(chance, 4)] {
            let kind = match chance.below(7) {
                0 => Kind::Ask { by: Channels::Sms, reminders: 1 },
                1 => Kind::Ask { by: Channels::Both, reminders: 1 },
                2 | 3 => Kind::Ask { by: Channels::Email, reminders: u8::try_from(1 + chance.below(2)).unwrap() },
                4 => Kind::Invitation,
                _ => Kind::Native { delay_days: u8::try_from(chance.below(2)).unwrap() },
            };
            let address = match (kind, chance.below(8)) {
                (Kind::Ask { by: Channels::Sms, .. }, _) => phone(number),
                (_, 0) => format!("bounce+{number}@example.com"),
                (Kind::Ask { .. }, _) => format!("john+{number}@example.com"),
                _ => "jane@example.com".to_owned(),
            };
            let at = start + MINUTE * i32::try_from(chance.below(3)).unwrap();
            for _ in 0..chance.below(CHANGES_MAX + 1) {
                changes.push((number, CHANGES[draw(chance, CHANGES.len())], moment(chance, kind, at)));
            }
            requests.push((kind, address, at));
        }
        let rules = [Rules::None, Rules::None, Rules::Window, Rules::Cap][draw(chance, 4)];
        Self { requests, changes, rules, is_told: false }
    }

    /// Chooses whether the shop has an endpoint, imports a file, and decides about its reviews.
    fn add(&mut self, chance: &mut Chance) {
        let start: Timestamp = START.parse().unwrap();
        let later = |chance: &mut Chance| [SECOND, MINUTE, MINUTE * 16, DAY][draw(chance, 4)];
        self.is_told = chance.below(3) == 0;
        if self.is_told && chance.below(4) == 0 {
            self.changes.push((0, Change::Unsubscribe, start + later(chance)));
        }
        if chance.below(6) == 0 {
            self.changes.push((0, Change::Import, start + later(chance)));
        }
        let reviews = self.changes.iter().filter(|(_, change, _)| *change == Change::Review);
        for (number, _, at) in reviews.copied().collect::<Vec<_>>() {
            let decision = [Change::Withhold, Change::Reply][draw(chance, 2)];
            self.changes.push((number, decision, at + MINUTE + later(chance)));
        }
    }

    /// Chooses whether the shop pauses sending when a message is probably being sent, and how the pause ends.
    fn pause(&mut self, chance: &mut Chance) {
        if chance.below(3) > 0 {
            return;
        }
        let (kind, _, at) = &self.requests[draw(chance, self.requests.len())];
        let (from, minutes) = (moment(chance, *kind, *at), [1, 20, 300, 1_500][draw(chance, 4)]);
        let length = MINUTE * i32::from(minutes);
        self.changes.push((0, Change::Pause { minutes }, from));
        // At the second moment the pause has ended at its time, whatever the result of the first call was.
        let resumed_after = [length / 2, length + MINUTE];
        self.changes.extend(resumed_after[draw(chance, 2)..].iter().map(|after| (0, Change::Resume, from + *after)));
    }

    /// Chooses whether the shop ends when a message is probably being sent, and for how long.
    fn end(&mut self, chance: &mut Chance) {
        if chance.below(ENDED_ONE_IN) > 0 {
            return;
        }
        let (kind, _, at) = &self.requests[draw(chance, self.requests.len())];
        let from = moment(chance, *kind, *at);
        let length = [SECOND, MINUTE, MINUTE * 20, DAY][draw(chance, 4)];
        self.changes.extend([(0, Change::End, from), (0, Change::Restore, from + length)]);
    }
}

const CHANGES: [Change; 6] =
    [Change::Cancel, Change::Erase, Change::Stop, Change::Review, Change::SendNow, Change::Duplicate];

/// A moment at which a message is probably being sent, so that a change affects it.
fn moment(chance: &mut Chance, kind: Kind, at: Timestamp) -> Timestamp {
    let due = match kind {
        Kind::Native { delay_days } => at + DAY * i32::from(delay_days),
        Kind::Ask { .. } | Kind::Invitation => at,
    };
    let after = [SignedDuration::ZERO, SECOND, MINUTE, MINUTE * 16, DAY, DAY * 3, DAY * 3 + SECOND];
    let first = if chance.below(4) == 0 { at } else { due };
    first
        + after[draw(chance, after.len())]
        + SignedDuration::from_millis(i64::try_from(chance.below(3)).unwrap() * 500)
}

#[derive(Default)]
pub struct Lived {
    pub violations: Vec<String>,
    /// Everything that can be observed, in order.
    pub history: String,
    pub crashes: usize,
    /// The invocations that began before the faults ended.
    pub invocations: Vec<Invocation>,
    pub mails: Vec<Mail>,
}

pub struct Life {
    pub plan: Plan,
    pub shops: Vec<Rc<Clients>>,
    pub executor: Executor,
    pub hosts: Hosts,
    /// How many invocations began before this life.
    before: usize,
}

impl Life {
    /// A shop in its own world, in which nothing goes wrong yet.
    pub fn new(plan: Plan) -> Self {
        // The SDK chooses the pauses between its retries with this seed.
        fastrand::seed(plan.seed);
        let clock = MovableClock::frozen(START.parse().unwrap());
        let world = World::simulated(BASE_URL.to_owned(), clock, seeded_random(plan.seed)).unwrap();
        let mut executor = Executor::new(world.clone(), plan.seed);
        let shops = plan.shops.iter().zip(NAMES).map(|(wishes, name)| {
            let shop = executor.run(Shop::in_world(world.clone(), name, Mode::Live));
            let rules = wishes.rules.settings().filter(|_| plan.without != Some(Guard::Rules));
            // In one shop of two, whoever is asked first works for it.
            let owner = wishes.requests.first().map(|(_, address, _)| address).filter(|address| address.contains('@'));
            let insider =
                owner.filter(|_| plan.seed.is_multiple_of(2)).map(|address| json!({ "owner_email": address }));
            for settings in rules.into_iter().chain(insider) {
                let set = executor.run(shop.call("PUT", "/api/v1/settings").json(&settings).send());
                assert_eq!(set.status, 200, "{}", set.body);
            }
            let asked = wishes.requests.iter().enumerate().map(|(number, (kind, address, at))| {
                let (address, order) = (address.clone(), format!("order-{number}"));
                Asked { kind: *kind, address, order, at: *at, ..Asked::default() }
            });
            let hook = wishes.is_told.then(|| (executor.run(hosts::subscribe(&shop)), Outcome::NotAsked));
            let facts = Facts { asked: asked.collect(), hook, ..Facts::default() };
            Rc::new(Clients { shop, facts: facts.into(), rules: wishes.rules })
        });
        let shops = shops.collect();
        Self { plan, shops, executor, hosts: Hosts::default(), before: 0 }
    }

    fn aws(&self) -> &SmallAws {
        self.shops[0].shop.world.aws()
    }

    /// Starts all faults in the plan.
    pub fn begin(&mut self) {
        self.before = self.aws().invocations().len();
        let before = self.before;
        let (aws, Plan { seed, faults, skewed, full, copies, without, .. }) = (self.aws(), self.plan.clone());
        let drawn = DrawnFaults::new(seed, faults);
        let submitted = Arc::new(AtomicU32::new(0));
        let mails = Arc::clone(&submitted);
        aws.set_faults(move |call: &Call| {
            let fault = drawn.next(call);
            mails.fetch_add(u32::from(call.operation == "SendEmail"), Ordering::Relaxed);
            match (fault, without) {
                (Fault::None, _) => Fault::None,
                // If an object is missing, S3 gives the same answer to callers who may not list the bucket.
                (Fault::Deny, _) if call.operation == "GetObject" => Fault::ServerError,
                (_, Some(Guard::NoRetries)) if call.service == Service::Ses => Fault::Repeat,
                (fault, _) => fault,
            }
        });
        let crashes = self.plan.crashes.clone();
        aws.set_crashes(move |begun| crashes.iter().find(|(number, _)| before + number == begun).map(|(_, at)| *at));
        match without {
            Some(Guard::Evidence) => aws.set_skew(move |function| match function {
                "send-request" => EVIDENCE_WAIT * i32::try_from(submitted.load(Ordering::Relaxed)).unwrap(),
                _ => SignedDuration::ZERO,
            }),
            Some(Guard::Claim) => aws.set_tampering(|call, body| without_condition(call, body, "REQ#", "submitting")),
            Some(Guard::Order) => aws.set_tampering(|call, body| without_condition(call, body, "DUP#", "")),
            Some(Guard::Stop) => aws.set_tampering(|call, body| misplaced(call, body, "SUP#")),
            Some(Guard::Outbox) => aws.set_tampering(|call, body| without_due(call, body, "WHD#")),
            Some(Guard::Notification) => aws.set_tampering(|call, body| without_due(call, body, "LET#")),
            Some(Guard::Import) => aws.set_tampering(|call, body| {
                ["IMP#", "RVG#"].iter().for_each(|key| without_condition(call, body, key, ""));
            }),
            Some(Guard::Gaps) => aws.set_tampering(planned_by_day),
            Some(Guard::Group) => aws.set_tampering(|call, body| {
                if body.to_string().contains("GRS#") {
                    without_condition(call, body, "GRP#", "ConditionExpression");
                }
            }),
            Some(Guard::NoRetries | Guard::Rules) | None => {}
        }
        self.hosts.answer(aws, (faults > 0).then_some(seed));
        aws.limit_mails(full.map(|seconds| (f64::from(seconds).recip(), 1)));
        if skewed {
            aws.set_skew(move |function| skew(seed, function));
        }
        if copies {
            let chance = Mutex::new(Chance::new(seed, "wake-ups"));
            aws.queue(Work::Sends).unwrap().set_copies(move || delays(&mut chance.lock().unwrap(), 0, LATE_MAX));
            for (work, lost) in [(Work::Webhooks, 1), (Work::SlowWebhooks, 1), (Work::Imports, 0), (Work::Photos, 0)] {
                let chance = Mutex::new(Chance::new(seed, work.as_ref()));
                aws.queue(work).unwrap().set_copies(move || delays(&mut chance.lock().unwrap(), lost, MINUTE * 20));
            }
        }
        let (chance, lost) = (Mutex::new(Chance::new(seed, "reports")), u64::from(self.plan.events == Events::Lost));
        let reports = aws.queue(Work::Reports).unwrap();
        match self.plan.events {
            Events::Prompt => {}
            Events::None => reports.set_copies(Vec::new),
            Events::Late | Events::Lost => {
                reports.set_copies(move || delays(&mut chance.lock().unwrap(), lost, MINUTE * 20));
            }
        }
    }

    pub fn invocations(&self) -> Vec<Invocation> {
        self.aws().invocations().split_off(self.before)
    }

    /// Ends all faults; from now on, messages are delivered once.
    pub fn calm(&self) {
        let aws = self.aws();
        aws.set_faults(|_| Fault::None);
        aws.set_crashes(|_| None);
        aws.limit_mails(None);
        for work in Work::ALL {
            aws.queue(work).unwrap().set_copies(|| vec![SignedDuration::ZERO]);
        }
        self.hosts.answer(aws, None);
    }

    pub fn live(mut self) -> Lived {
        self.begin();
        let mut script = Vec::new();
        for (shop, Wishes { requests, changes, .. }) in self.plan.shops.iter().enumerate() {
            script.extend(changes.iter().map(|&(number, change, at)| (at, shop, number, Some(change))));
            script.extend(requests.iter().enumerate().map(|(number, request)| (request.2, shop, number, None)));
        }
        let mut is_paused = false;
        script.sort_by_key(|(at, shop, number, change)| (*at, change.is_some(), *shop, *number));
        for (at, shop, number, change) in script {
            if is_paused {
                self.executor.doze(at)
            } else {
                self.executor.until(at)
            }
            if let Some(Change::Stand(standing)) = change {
                is_paused = standing != MailStanding::Production;
            }
            let clients = Rc::clone(&self.shops[shop]);
            self.executor.spawn(async move { run(&clients, number, change).await });
        }
        self.executor.until(self.plan.calm_from);
        self.calm();
        let invocations = self.invocations();
        self.executor.until(self.plan.calm_from + SETTLED_AFTER);
        let mut violations = Vec::new();
        // This takes a tenth of a life's time, so it is not done in every life.
        if self.plan.seed.is_multiple_of(2) {
            violations = checker::check(&mut self, checker::Moment::Settled);
        }
        self.executor.until(self.plan.calm_from + SETTLED_AFTER + REMINDED_AFTER + self.plan.wait());
        violations.extend(checker::check(&mut self, checker::Moment::Over));
        let facts: Vec<_> = self.shops.iter().map(|clients| clients.facts.borrow()).collect();
        violations.extend(facts.iter().flat_map(|facts| facts.unexpected.iter().cloned()));
        violations.dedup();
        let (aws, inbox) = (self.aws(), self.aws().inbox());
        let mails = inbox.iter().map(|mail| format!("{} {:?} to {}", mail.sent_at, mail.tags, mail.to));
        let calls = aws.calls().into_iter().map(|call| format!("{:?} {}", call.service, call.operation));
        let logs = facts.iter().flat_map(|facts| facts.log.iter().cloned());
        let history: Vec<_> = logs.chain(mails).chain(calls).collect();
        Lived {
            history: history.join("\n"),
            mails: inbox,
            crashes: invocations.iter().filter(|invocation| invocation.died).count(),
            invocations,
            violations,
        }
    }
}

async fn run(clients: &Clients, number: usize, change: Option<Change>) {
    match change {
        None => clients.create(number).await,
        Some(Change::Cancel) => clients.cancel(number).await,
        Some(Change::Erase) => clients.erase(number).await,
        Some(Change::Stop) => clients.stop(number).await,
        Some(Change::Review) => clients.review(number).await,
        Some(Change::SendNow) => clients.send_now(number).await,
        Some(Change::Duplicate) => clients.duplicate(number).await,
        Some(Change::Pause { minutes }) => clients.pause(minutes).await,
        Some(Change::Resume) => clients.resume().await,
        Some(Change::Hold { days }) => clients.suspend(days).await,
        Some(Change::Release) => clients.release().await,
        Some(Change::Stand(standing)) => clients.shop.world.aws().set_mail_standing(standing),
        Some(Change::Withhold) => clients.decide(number, "reject").await,
        Some(Change::Reply) => clients.decide(number, "reply").await,
        Some(Change::Unsubscribe) => clients.unsubscribe().await,
        Some(Change::Import) => clients.import().await,
        Some(Change::End) => clients.end().await,
        Some(Change::Restore) => clients.restore().await,
    }
}

/// Removes the conditions from writes of items whose sort key begins with `sort_key` and that contain `word`.
pub fn without_condition(call: &Call, body: &mut Value, sort_key: &str, word: &str) {
    if call.service != Service::DynamoDb {
        return;
    }
    let parts: Vec<_> = match body.get("TransactItems") {
        Some(_) => {
            let parts = body["TransactItems"].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut);
            parts.flat_map(|part| part.values_mut()).collect()
        }
        // This is a single write.
        None => vec![body],
    };
    for part in parts {
        let key = part.get("Key").or_else(|| part.get("Item")).and_then(|key| key["SK"]["S"].as_str());
        if key.is_some_and(|key| key.starts_with(sort_key))
            && part.to_string().contains(word)
            && let Some(condition) = part["ConditionExpression"].as_str()
        {
            // DynamoDB requires that the condition uses the values.
            part["ConditionExpression"] = format!("({condition}) OR attribute_not_exists(taken_off)").into();
        }
    }
}

/// The parts of a transaction at this pointer.
fn written<'a>(call: &Call, body: &'a mut Value, pointer: &str) -> impl Iterator<Item = &'a mut Value> {
    let parts = body["TransactItems"].as_array_mut().filter(|_| call.service == Service::DynamoDb);
    parts.into_iter().flatten().filter_map(move |part| part.pointer_mut(pointer))
}

/// The items that a transaction puts and whose sort key begins with `sort_key`.
fn put<'a>(call: &Call, body: &'a mut Value, sort_key: &str) -> impl Iterator<Item = &'a mut Value> {
    let items = written(call, body, "/Put/Item");
    items.filter(move |item| item["SK"]["S"].as_str().is_some_and(|name| name.starts_with(sort_key)))
}

/// Removes the time at which they are due from items whose sort key begins with `sort_key`.
fn without_due(call: &Call, body: &mut Value, sort_key: &str) {
    for item in put(call, body, sort_key) {
        item.as_object_mut().unwrap().retain(|name, _| !name.starts_with("due_"));
    }
}

/// Plans each reminder by its day after the first message alone, whenever the previous one was sent.
fn planned_by_day(call: &Call, body: &mut Value) {
    for item in put(call, body, "REQ#") {
        let mut request: Value = serde_json::from_str(item["doc"]["S"].as_str().unwrap()).unwrap();
        let first_at = request["steps"][0]["state"]["sent"]["at"].as_i64();
        let Some(step) = request["steps"].as_array_mut().and_then(|steps| steps.last_mut()) else { continue };
        let days = step["reminder"].as_i64().map(|reminder| if reminder == 1 { 3 } else { 7 });
        if let (Some(first_at), Some(days), true) = (first_at, days, step["state"] == "pending") {
            let due_at = step["due"].as_i64().unwrap().min(first_at + days * DAY.as_secs() * 1_000);
            step["due"] = due_at.into();
            item["due_at"] = json!({"N": due_at.to_string()});
            item["doc"] = json!({"S": request.to_string()});
        }
    }
}

/// Writes items whose sort key begins with `sort_key` to a place that nobody reads.
fn misplaced(call: &Call, body: &mut Value, sort_key: &str) {
    for key in written(call, body, "/Update/Key/SK/S") {
        if let Some(name) = key.as_str().filter(|name| name.starts_with(sort_key)) {
            *key = format!("MISPLACED#{name}").into();
        }
    }
}

/// How much a function's clock is ahead.
fn skew(seed: u64, function: &str) -> SignedDuration {
    let range = u64::try_from(SKEW_MAX.as_millis()).unwrap();
    let drawn = Chance::new(seed, function).below(2 * range + 1);
    SignedDuration::from_millis(i64::try_from(drawn).unwrap()) - SKEW_MAX
}

/// The delays of a message's copies. Most messages are delivered once and in time. With a chance of `lost` in three, no
/// copy is delivered.
fn delays(chance: &mut Chance, lost: u64, late_max: SignedDuration) -> Vec<SignedDuration> {
    if chance.below(3) < lost {
        return Vec::new();
    }
    let copies = 1 + chance.below(4) / 3;
    let late = |chance: &mut Chance| match chance.below(2) {
        0 => SignedDuration::ZERO,
        _ => {
            let late_max = u64::try_from(late_max.as_millis()).unwrap();
            SignedDuration::from_millis(i64::try_from(chance.below(late_max)).unwrap())
        }
    };
    (0..copies).map(|_| late(chance)).collect()
}
