//! The operator's function: shops, their keys, and what only an operator decides. It has no route: IAM decides who may invoke it.
//!
//! An event names one operation with its fields, such as `{"operation": {"release_hold": {"shop": "acme"}}}`.
//! The answer is the operation's JSON object or a [`Failure`].

mod audit;
mod call;
mod caller;
mod erase;
mod failed;
mod failure;
mod keys;
mod operation;
mod pauses;
mod rotate;
mod shops;
mod status;
mod suspensions;
mod why;

use std::sync::Arc;

use app::bucket::Bucket;
use app::caller::Author;
use app::clock::Clock;
use app::privacy::PrivacyTask;
use app::queue::MessageQueue;
use edge::aws::StartError;
use edge::env::Env;
use serde::Deserialize;
use serde_json::Value;
use store::table::Store;
use vault::{Random, Vault};

use crate::call::Call;
use crate::caller::{SignedCaller, Sts};
pub use crate::failure::Failure;
use crate::operation::Operation;

pub type Parts = Arc<AdminParts>;

pub struct AdminParts {
    store: Store,
    bucket: Bucket,
    vault: Arc<Vault>,
    clock: Clock,
    random: Random,
    /// The start of the URLs of our pages.
    base_url: String,
    privacy: MessageQueue<PrivacyTask>,
    sts: Sts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    operation: Operation,
    /// Proves who invokes the function.
    caller: Option<SignedCaller>,
}

pub fn start(env: &Env) -> Result<Parts, StartError> {
    Ok(Arc::new(AdminParts {
        store: env.store()?,
        bucket: env.bucket()?,
        vault: env.vault()?,
        clock: env.clock.clone(),
        random: env.random.clone(),
        base_url: env.settings.get("BASE_URL")?.to_owned(),
        privacy: env.privacy_queue()?,
        sts: Sts::new(env),
    }))
}

pub async fn handle(parts: Parts, event: Value) -> Result<Value, Failure> {
    let answer = run(&parts, read(event)?).await;
    if let Err(Failure::Unavailable(cause) | Failure::Internal(cause)) = &answer {
        tracing::error!(cause, "an operation failed");
    }
    answer
}

/// Reads an event. The runtime would reject a bad event with its own error type. The parser's messages quote their
/// input, which may be somebody's address, so only the field and its expected type are kept.
fn read(event: Value) -> Result<Event, Failure> {
    let invalid = |what: String| Failure::Invalid(format!("The event cannot be read: {what}."));
    // serde would accept an array for a struct.
    let operation = event["operation"].as_object();
    if !operation.is_some_and(|operation| operation.values().all(Value::is_object)) {
        return Err(invalid("`operation` is an object with one operation, whose fields are an object".to_owned()));
    }
    serde_path_to_error::deserialize(event).map_err(|error| {
        let field = error.path().to_string();
        let error = error.into_inner().to_string();
        invalid(match error.rsplit_once(", expected ").filter(|_| error.starts_with("invalid ")) {
            Some((_, wanted)) => format!("`{field}` must be {wanted}"),
            None => error,
        })
    })
}

async fn run(parts: &AdminParts, Event { operation, caller }: Event) -> Result<Value, Failure> {
    let arn = match caller {
        Some(caller) => Some(parts.sts.arn_of(caller).await?),
        None => None,
    };
    let call = Call { parts, operator: Author { by: arn }, now: parts.clock.now() };
    // Boxed, because the future has room for every operation's state.
    Box::pin(operation.run(&call)).await
}
