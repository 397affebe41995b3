//! The copies of a function that Lambda runs for a queue, in a simulated world.

use std::pin::Pin;
use std::task::{Context, Waker};

use super::executor::{Ready, Task};
use crate::support::*;

pub type Handled = Pin<Box<dyn Future<Output = Vec<String>>>>;
/// Handles an event, and returns the ids of the messages that failed.
pub type Handle = Box<dyn Fn(Value) -> Handled>;

type Running = (Arc<Ready>, Task);

/// The handle of a copy of a function with these parts.
macro_rules! handle {
    ($function:ident, $parts:expr) => {{
        let parts = $parts;
        let handle: crate::simulator::copies::Handle = Box::new(move |event: serde_json::Value| {
            let parts = parts.clone();
            let handled: crate::simulator::copies::Handled = Box::pin(async move {
                let answer = $function::handle(parts, serde_json::from_value(event).unwrap()).await.unwrap();
                answer.batch_item_failures.into_iter().map(|failed| failed.item_identifier).collect()
            });
            handled
        });
        handle
    }};
}
pub(crate) use handle;

pub struct Copies {
    aws: SmallAws,
    queue: Work,
    function: &'static str,
    /// The time that a batch takes besides its calls and waits.
    takes: Duration,
    copies: Vec<(Handle, Option<Running>)>,
    /// The number of messages that the copies have received.
    pub received: usize,
}

impl Copies {
    pub fn new(aws: &SmallAws, queue: Work, function: &'static str, takes: Duration, copies: Vec<Handle>) -> Self {
        let copies = copies.into_iter().map(|handle| (handle, None)).collect();
        Self { aws: aws.clone(), queue, function, takes, copies, received: 0 }
    }

    pub fn is_idle(&self) -> bool {
        self.copies.iter().any(|(_, running)| running.is_none())
    }

    /// Polls every copy that can continue; `false` if none can.
    pub fn step(&mut self) -> bool {
        let (mut goes_on, mut has_more) = (false, true);
        for copy in 0..self.copies.len() {
            if self.copies[copy].1.is_none() && has_more {
                let batch = self.aws.queue(self.queue).unwrap().receive(self.queue.polls().batch).unwrap();
                has_more = !batch.is_empty();
                self.received += batch.len();
                let invocation = has_more.then(|| self.invocation(&self.copies[copy].0, batch));
                self.copies[copy].1 = invocation.map(|invocation| (Ready::new(), invocation));
            }
            if let Some((ready, task)) = &mut self.copies[copy].1
                && ready.take()
            {
                goes_on = true;
                let waker = Waker::from(Arc::clone(ready));
                if task.as_mut().poll(&mut Context::from_waker(&waker)).is_ready() {
                    self.copies[copy].1 = None;
                }
            }
        }
        goes_on
    }

    fn invocation(&self, handle: &Handle, batch: Vec<small_aws::Message>) -> Task {
        let (aws, queue, function, takes) = (self.aws.clone(), self.queue, self.function, self.takes);
        let record = |message: &small_aws::Message| json!({"messageId": message.id, "body": message.body});
        let handled = handle(json!({"Records": batch.iter().map(record).collect::<Vec<_>>()}));
        Box::pin(async move {
            let failed = aws.invoke_for(function, &batch, handled).await.unwrap();
            aws.sleep(takes).await;
            for message in batch.iter().filter(|message| !failed.contains(&message.id)) {
                aws.queue(queue).unwrap().finish(&message.id).unwrap();
            }
        })
    }
}
