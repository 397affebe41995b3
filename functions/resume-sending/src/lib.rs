//! The operator's function: lets a shop's emails leave again that are held, or SMS to a number that replied `STOP`. It has
//! no route: IAM decides who may invoke it.

use app::Clock;
use app::message::brake::{Brake, Release};
use app::message::stopped::StoppedNumbers;
use domain::{Phone, Releaser, Tenant};
use edge::{Env, StartError};
use serde::{Deserialize, Serialize};

/// The handler's dependencies.
#[derive(Clone)]
pub struct Parts {
    brake: Brake,
    numbers: StoppedNumbers,
    clock: Clock,
}

/// The event: what is to be written to again.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "lowercase")]
pub enum ResumeSending {
    /// A shop that is held.
    Shop {
        /// The shop's id.
        tenant: String,
        /// `live` or `test`.
        mode: String,
    },
    /// A number that replied `STOP`, in E.164: its owner asked for SMS again. For every shop.
    Number(String),
}

/// The answer.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Resumed {
    /// Whether anything changed: `false` if the shop was not held, or the number not stopped.
    pub resumed: bool,
}

/// Builds what the handler uses.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn start(env: &Env) -> Result<Parts, StartError> {
    let (store, vault, webhooks) = (env.store()?, env.vault()?, env.webhook_queue()?);
    let brake = Brake { store: store.clone(), webhooks };
    Ok(Parts { brake, numbers: StoppedNumbers { store, vault }, clock: env.clock.clone() })
}

/// Releases the shop, or lifts the number's `STOP`.
///
/// # Errors
/// A sentence that says what is wrong with the event; storage or KMS failures.
pub async fn handle(parts: Parts, event: ResumeSending) -> Result<Resumed, lambda_runtime::Error> {
    let now = parts.clock.now();
    let resumed = match event {
        ResumeSending::Shop { tenant, mode } => {
            let tenant = Tenant::parse(&tenant, &mode)?;
            parts.brake.release(&tenant, Releaser::Operator, now).await? == Release::Done
        }
        ResumeSending::Number(number) => parts.numbers.lift(&Phone::parse(&number)?, now, now).await?,
    };
    Ok(Resumed { resumed })
}
