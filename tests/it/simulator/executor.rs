//! Runs a life in one thread and without timers: the seed decides which task continues, and time passes only when no
//! task can.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Wake, Waker};

use futures_util::FutureExt as _;
use small_aws::Chance;

use crate::support::*;

/// The maximum number of messages that Lambda gives to a function at once.
const BATCH_MAX: u64 = 10;
/// After one poll in so many, the queues are checked although a task can continue.
const LOOK_ONE_IN: u64 = 8;
/// How long AWS starts invocations, and how long it then starts none, in turns, in [`Executor::doze`].
const AWAKE: SignedDuration = SignedDuration::from_mins(11);
const ASLEEP: SignedDuration = SignedDuration::from_hours(20);
/// More steps than any life needs.
const STEPS_MAX: u32 = 2_000_000;

pub type Task = Pin<Box<dyn Future<Output = ()>>>;

pub struct Ready(AtomicBool);

impl Ready {
    pub fn new() -> Arc<Self> {
        Arc::new(Self(AtomicBool::new(true)))
    }

    pub fn take(&self) -> bool {
        self.0.swap(false, Ordering::Relaxed)
    }
}

impl Wake for Ready {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Everything that runs in a world: its clients' calls, and the invocations that AWS starts.
pub struct Executor {
    world: World,
    chance: Chance,
    tasks: Vec<(Arc<Ready>, Task)>,
    ticked: Timestamp,
    steps: u32,
}

impl Executor {
    pub fn new(world: World, seed: u64) -> Self {
        let ticked = world.aws().clock().now();
        Self { world, chance: Chance::new(seed, "executor"), tasks: Vec::new(), ticked, steps: 0 }
    }

    pub fn spawn(&mut self, task: impl Future<Output = ()> + 'static) {
        self.tasks.push((Ready::new(), Box::pin(task)));
    }

    /// Runs `work` to its end, and whatever else can continue meanwhile.
    pub fn run<T>(&mut self, work: impl Future<Output = T>) -> T {
        let (mut work, ready) = (pin!(work), Ready::new());
        let waker = Waker::from(Arc::clone(&ready));
        loop {
            if ready.take() {
                if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(&waker)) {
                    return done;
                }
            } else if !self.step() {
                self.pass(Timestamp::MAX);
            }
        }
    }

    /// Runs everything until `until`, but not what is due at that very moment.
    pub fn until(&mut self, until: Timestamp) {
        loop {
            while self.step() {}
            if self.now() >= until {
                return;
            }
            self.pass(until);
        }
    }

    /// Runs everything until `until`, but AWS starts invocations only for some minutes of each day, because a pause of
    /// days would cause thousands of tries.
    pub fn doze(&mut self, until: Timestamp) {
        while self.now() < until {
            self.until(until.min(self.now() + AWAKE));
            // This continues until all tasks are done, because none may miss what follows.
            while !self.tasks.is_empty() && self.now() < until {
                self.until(until.min(self.now() + SignedDuration::from_secs(1)));
            }
            self.ticked = until.min(self.now() + ASLEEP);
            self.world.aws().pass(self.ticked);
        }
    }

    fn now(&self) -> Timestamp {
        self.world.aws().clock().now()
    }

    /// Polls one task that can continue; `false` if there is none.
    fn step(&mut self) -> bool {
        let ready: Vec<_> =
            (0..self.tasks.len()).filter(|&task| self.tasks[task].0.0.load(Ordering::Relaxed)).collect();
        if ready.is_empty() {
            return false;
        }
        self.count();
        let task = ready[draw(&mut self.chance, ready.len())];
        let (ready, future) = &mut self.tasks[task];
        ready.take();
        let waker = Waker::from(Arc::clone(ready));
        if future.as_mut().poll(&mut Context::from_waker(&waker)).is_ready() {
            drop(self.tasks.swap_remove(task));
        }
        if self.chance.below(LOOK_ONE_IN) == 0 {
            self.deliver();
        }
        true
    }

    fn count(&mut self) {
        self.steps += 1;
        assert!(self.steps < STEPS_MAX, "it does not end");
    }

    /// Starts the due invocations; `false` if there are none.
    fn deliver(&mut self) -> bool {
        let batch = usize::try_from(1 + self.chance.below(BATCH_MAX)).unwrap();
        let due = self.world.due(batch).unwrap();
        let is_any = !due.is_empty();
        for invocation in due {
            self.spawn(async { invocation.await.unwrap() });
        }
        is_any
    }

    /// Starts what is due, or moves the clock to the next event, but not beyond `until`.
    fn pass(&mut self, until: Timestamp) {
        self.count();
        if self.deliver() {
            return;
        }
        let aws = self.world.aws();
        let next = aws.next_wait().into_iter().chain(aws.next_due()).chain([until]).min().unwrap_or(until);
        assert!(next < Timestamp::MAX, "it waits for nothing");
        let tick = self.world.next_tick(self.ticked, next).now_or_never().expect("the table does not wait").unwrap();
        aws.pass(tick.unwrap_or(next));
        self.ticked = self.ticked.max(tick.unwrap_or(next));
        if tick.is_some() {
            let world = self.world.clone();
            self.spawn(async move { world.tick().await });
        }
    }
}

pub fn draw(chance: &mut Chance, count: usize) -> usize {
    usize::try_from(chance.below(u64::try_from(count).unwrap())).unwrap()
}
