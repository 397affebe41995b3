//! All services behind one entry point, with their data in one file or in memory.

use std::{
    path::Path,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

use anyhow::{Context as _, bail, ensure};
use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use bytes::Bytes;
use dynoxide::Database;
use http::{Request, Response};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::{
    access::accesses,
    bedrock::Bedrock,
    capacity::Capacity,
    clock::MovableClock,
    conflicts::Conflicts,
    dynamodb,
    event_bridge::EventBridge,
    expiry::Expiry,
    faults::Wire,
    iam::{Iam, Principal},
    inbox::Inbox,
    index::LaggingIndex,
    kms::{self, Kms},
    names::SESSION_TOKEN,
    pace::Pace,
    queue::Queues,
    s3::S3,
    scheduler::Scheduler,
    ses::{self, MailAccount},
    shelf::Shelf,
    simulation::Simulation,
    sms,
    sns::Topic,
    stack::{SmsEvents, Stack},
    sts,
    wire::{self, Call, Refusal, Service},
};

const SECURITY_TOKEN: &str = "x-amz-security-token";

/// The account's permits for concurrent invocations; `None` without a quota.
type Places = Mutex<Option<Arc<Semaphore>>>;

/// All services, with their data in one file or in memory. Clones are the same AWS.
///
/// Only one process may use a file, because rows outside the stack's table are read from memory.
#[derive(Clone)]
pub struct SmallAws(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) stack: Arc<Stack>,
    db: Database,
    clock: MovableClock,
    settings: Shelf<Value>,
    serials: Serials,
    pub(super) scheduler: Scheduler,
    pub(super) queues: Arc<Queues>,
    pub(super) event_bridge: EventBridge,
    pub(super) s3: S3,
    pub(super) inbox: Inbox,
    pub(super) topic: Topic,
    kms: Kms,
    pub(super) bedrock: Bedrock,
    pub(super) capacity: Capacity,
    pub(super) conflicts: Conflicts,
    pub(super) iam: Iam,
    index: LaggingIndex,
    expiry: Expiry,
    pub(super) mail_account: Mutex<MailAccount>,
    pub(super) wire: Wire,
    /// The functions that ran too long, one entry for each time.
    pub(super) overruns: Mutex<Vec<String>>,
    pub(super) places: Places,
    pub(super) simulation: Simulation,
}

/// Numbers that are never used twice, also not in later runs: the number of this file's start, then a count.
struct Serials {
    start: u32,
    next: AtomicU32,
}

impl Serials {
    fn next(&self) -> u64 {
        u64::from(self.start) << 32 | u64::from(self.next.fetch_add(1, Ordering::Relaxed))
    }
}

impl SmallAws {
    /// Opens the AWS of the file `path`, which is created if it is missing, with this stack. Without a path the data is
    /// in memory, and the same in every run. A clock that follows the machine's continues with the offset that is
    /// stored in the file.
    ///
    /// An answered write survives kill -9 and a power cut: the engine opens SQLite in WAL mode and leaves `synchronous`
    /// at SQLite's default FULL, so every commit is synced before it returns.
    pub fn open(path: Option<&Path>, stack: Arc<Stack>, clock: MovableClock) -> anyhow::Result<Self> {
        let wire = Wire::new(Pace::new(clock.clone()));
        Self::with(path, stack, clock, wire, Simulation::default())
    }

    /// Opens an AWS in memory for a simulation: waits end when [`SmallAws::pass`] moves the clock.
    pub fn simulated(stack: Arc<Stack>, clock: MovableClock) -> anyhow::Result<Self> {
        let wire = Wire::new(Pace::by_hand(clock.clone()));
        Self::with(None, stack, clock, wire, Simulation::new_world())
    }

    fn with(
        path: Option<&Path>,
        stack: Arc<Stack>,
        clock: MovableClock,
        wire: Wire,
        simulation: Simulation,
    ) -> anyhow::Result<Self> {
        let db = match path {
            Some(path) => {
                let path = path.to_str().context("the path of the data is not UTF-8")?;
                Database::new(path).with_context(|| format!("opening {path}"))?
            }
            None => Database::memory()?,
        };
        dynamodb::create_tables(&db, &stack.table)?;
        let settings = Shelf::open(&db, "setting")?;
        check_layout(&settings, stack.layout)?;
        if let Some(saved) = settings.lock().get("clock_offset_ms").and_then(Value::as_i64) {
            clock.resume(SignedDuration::from_millis(saved));
        }
        let queues = Arc::new(Queues::open(&db, &stack.queues, &clock)?);
        Ok(Self(Arc::new(Inner {
            kms: Kms::new(root_key(&settings, path.is_some())?)?,
            serials: Serials { start: count_start(&settings)?, next: AtomicU32::new(1) },
            scheduler: Scheduler::open(&db, &stack.schedule_group, &queues)?,
            event_bridge: EventBridge::open(&stack, &queues)?,
            s3: S3::open(&db, path, &stack)?,
            inbox: Inbox::open(&db)?,
            topic: Topic::default(),
            bedrock: Bedrock::default(),
            capacity: Capacity::new(&stack),
            conflicts: Conflicts::default(),
            iam: Iam::new(&stack),
            index: LaggingIndex::of(&db, &stack, clock.now())?,
            expiry: Expiry::of(&db, &stack.table)?,
            mail_account: Mutex::new(MailAccount::open(&db, &stack.emails)?),
            wire,
            overruns: Mutex::default(),
            places: Places::default(),
            simulation,
            queues,
            settings,
            clock,
            db,
            stack,
        })))
    }

    /// The clock of schedules and queues.
    pub fn clock(&self) -> &MovableClock {
        &self.0.clock
    }

    /// Moves the clock, and saves its offset for the next start.
    pub fn move_clock(&self, to: Timestamp) -> anyhow::Result<()> {
        self.0.clock.set(to);
        let offset = i64::try_from(self.0.clock.offset().as_millis())?;
        self.0.settings.lock().put("clock_offset_ms", offset.into())?;
        self.expire();
        Ok(())
    }

    /// Deletes the expired items, as DynamoDB does by itself.
    pub(super) fn expire(&self) {
        let Inner { db, stack, expiry, clock, .. } = &*self.0;
        let delete = Call { service: Service::DynamoDb, operation: "DeleteItem".to_owned() };
        for key in expiry.take(db, &stack.table, clock.now()) {
            let mut body = json!({"TableName": stack.table.name, "Key": key});
            self.query_table(&delete, &mut body, None, clock.now());
        }
    }

    /// When something happens next without a call: a schedule fires, a message becomes visible or an upload's event is
    /// due. The time may be in the past if messages have not been received.
    pub fn next_due(&self) -> Option<Timestamp> {
        let Inner { scheduler, queues, s3, .. } = &*self.0;
        [scheduler.next_due(), queues.next_due(), s3.next_due()].into_iter().flatten().min()
    }

    pub(super) fn mail_account(&self) -> MutexGuard<'_, MailAccount> {
        self.0.mail_account.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn new_id(&self) -> String {
        format!("{:016x}", self.0.serials.next())
    }

    /// Answers a call as AWS would, without checking its signature.
    ///
    /// Only a call of a model waits: the engine answers in microseconds, or after one disk sync.
    pub async fn call(&self, request: Request<Bytes>) -> Response<Bytes> {
        let (call, body) = (Call::of(&request, &self.0.stack.bucket), parsed(&request));
        match call.service {
            Service::Bedrock => self.converse(&call, &request, body).await,
            _ => self.perform(&call, &request, body),
        }
    }

    pub(super) async fn converse(&self, call: &Call, request: &Request<Bytes>, json: Value) -> Response<Bytes> {
        let result = match self.authorize(call, request, &json) {
            Ok(_) => self.0.bedrock.answer(call, json).await,
            Err(refusal) => Err(refusal),
        };
        let mut response = wire::respond(call.service, result);
        wire::stamp(&mut response, &self.new_id());
        response
    }

    pub(super) fn perform(&self, call: &Call, request: &Request<Bytes>, mut json: Value) -> Response<Bytes> {
        if call.service == Service::Sts {
            let (clock, id) = (&self.0.clock, self.new_id());
            // Clients sign with the machine's time, even if the clock was moved.
            let mut response = sts::answer(&self.0.iam, call, request, clock.now() - clock.offset(), &id);
            wire::stamp(&mut response, &id);
            return response;
        }
        let principal = match self.authorize(call, request, &json) {
            Ok(principal) => principal,
            Err(refusal) => return refusal.into_response(call.service),
        };
        let Inner { scheduler, queues, inbox, kms, stack, .. } = &*self.0;
        let (body, now, serial) = (request.body(), self.0.clock.now(), self.0.serials.next());
        let id = format!("{serial:016x}");
        let answer = |result| wire::respond(call.service, result);
        let mut response = match call.service {
            Service::DynamoDb => {
                let function = principal.filter(|principal| *principal != Principal::Operator);
                self.query_table(call, &mut json, function, now)
            }
            Service::S3 => self.0.s3.answer(call, request, now),
            Service::Sns => self.0.topic.answer(&stack.topic, call, request, &id),
            Service::Kms => answer(kms.answer(call, body, serial)),
            Service::Scheduler => answer(scheduler.answer(call, request, now, id.clone())),
            Service::Ses => answer(self.query_mail(call, request, now, id.clone())),
            Service::Sms => {
                let SmsEvents { configuration_set, queue } = &stack.sms_events;
                let events = queues.named(queue).filter(|_| !self.mail_account().loses_events);
                answer(sms::answer(inbox, configuration_set, events, call, body, now, id.clone()))
            }
            Service::Sqs => answer(queues.answer(call, json, now, &id)),
            Service::Bedrock | Service::Sts | Service::Unknown => answer(Err(Refusal::unknown(call))),
        };
        wire::stamp(&mut response, &id);
        response
    }

    fn query_mail(&self, call: &Call, request: &Request<Bytes>, now: Timestamp, id: String) -> Result<Value, Refusal> {
        let Inner { event_bridge, inbox, .. } = &*self.0;
        let mut account = self.mail_account();
        let taken = account.take_call(&call.operation, now);
        taken.and_then(|()| match (wire::email_identity(request), wire::suppressed_address(request)) {
            (Some(identity), _) => account.identity(&call.operation, &identity),
            (None, Some(address)) => account.suppressed.delete(&address),
            (None, None) => ses::answer(inbox, event_bridge, call, request.body(), &mut account, now, id),
        })
    }

    /// Answers calls to DynamoDB. Functions see the index late, and are throttled if that is switched on.
    fn query_table(
        &self,
        call: &Call,
        body: &mut Value,
        function: Option<Principal<'_>>,
        now: Timestamp,
    ) -> Response<Bytes> {
        let Inner { db, index, capacity, expiry, stack, .. } = &*self.0;
        let taken = match function.map(|_| capacity.take(db, &call.operation, body, now)).transpose() {
            Ok(taken) => taken.flatten(),
            Err(refusal) => return refusal.into_response(call.service),
        };
        let lagging = function.and_then(|_| index.answer(db, call, body, now));
        let mut response = lagging.unwrap_or_else(|| dynamodb::answer(db, call, body));
        index.note(call, body, now);
        expiry.note(db, &stack.table, call, body);
        if let Some(taken) = taken {
            capacity.count(db, taken, &mut response, now);
        }
        response
    }

    /// Checks the permissions with IAM. A call without a signature is the small AWS' own, and the result is `None`.
    fn authorize<'a>(
        &self,
        call: &Call,
        request: &'a Request<Bytes>,
        body: &Value,
    ) -> Result<Option<Principal<'a>>, Refusal> {
        let Some(key) = wire::access_key(request) else { return Ok(None) };
        let principal = self.0.iam.principal(key).ok_or_else(Refusal::unrecognized)?;
        if principal == Principal::Operator {
            return Ok(Some(principal));
        }
        if request.headers().get(SECURITY_TOKEN).is_none_or(|token| token != SESSION_TOKEN) {
            return Err(Refusal::unrecognized());
        }
        let accesses = accesses(&self.0.stack.table, &self.mail_account(), call, request, body);
        match self.0.iam.denial(principal, &accesses) {
            Some(message) => Err(Refusal::denied(call.service, message)),
            None => Ok(Some(principal)),
        }
    }
}

pub(super) fn parsed(request: &Request<Bytes>) -> Value {
    serde_json::from_slice(request.body()).unwrap_or_default()
}

/// Fails for a file whose rows have another layout, because every call about them would fail.
fn check_layout(settings: &Shelf<Value>, layout: i64) -> anyhow::Result<()> {
    const NAME: &str = "layout";
    let mut settings = settings.lock();
    if settings.is_empty() {
        settings.put(NAME, layout.into())?;
    }
    let found = settings.get(NAME).and_then(Value::as_i64);
    ensure!(
        found == Some(layout),
        "the data are of an earlier build, which stored them in another way; delete their folder, or name another one"
    );
    Ok(())
}

/// KMS' root key: random for a file, and constant in memory, where the data ends with the process.
fn root_key(settings: &Shelf<Value>, lasting: bool) -> anyhow::Result<[u8; kms::KEY_LEN]> {
    const NAME: &str = "kms_root_key";
    let mut key = [7; kms::KEY_LEN];
    if !lasting {
        return Ok(key);
    }
    let mut settings = settings.lock();
    if let Some(saved) = settings.get(NAME) {
        let saved = BASE64.decode(saved.as_str().unwrap_or_default())?;
        let Ok(saved) = saved.try_into() else { bail!("the KMS root key is damaged") };
        return Ok(saved);
    }
    #[expect(clippy::disallowed_methods, reason = "AWS draws its own randomness, outside the product")]
    aws_lc_rs::rand::fill(&mut key)?;
    settings.put(NAME, BASE64.encode(key).into())?;
    Ok(key)
}

/// How often this file was opened, including this time.
fn count_start(settings: &Shelf<Value>) -> anyhow::Result<u32> {
    const NAME: &str = "starts";
    let mut settings = settings.lock();
    let start = u32::try_from(settings.get(NAME).and_then(Value::as_u64).unwrap_or(0) + 1)?;
    settings.put(NAME, start.into())?;
    Ok(start)
}
