//! The consumer of the send queue, which sends messages that are due.

mod fate;
mod mailer;
mod notifications;
mod provider;
mod send;
mod sms_sender;

use app::error::Error;
use app::message::wake::QueuedWake;
use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use domain::values::Language;
use edge::aws::StartError;
use edge::env::Env;
use edge::lambda::each_message;
use texts::Texts;

pub use crate::mailer::Mailer;
pub use crate::provider::{SendError, Tags};
pub use crate::send::{LastAccepted, RateLimits, Send};
pub use crate::sms_sender::SmsSender;

/// SMS segments that a shop may send in a month, by default.
const SMS_SEGMENTS_A_MONTH: u32 = 1_000;
const SMS_A_SECOND: u32 = 5;

pub type Parts = Send;

pub fn start(env: &Env) -> Result<Parts, StartError> {
    // Other languages are loaded on demand.
    env.prepare(|| Texts::mail(Language::English).load());
    let (store, vault) = (env.store()?, env.vault()?);
    Ok(Send {
        links: env.links(&store, &vault)?,
        store,
        vault,
        mailer: mailer(env)?,
        sms_sender: sms_sender(env),
        sms_segments_a_month: env.settings.number("SMS_MONTHLY_SEGMENTS", SMS_SEGMENTS_A_MONTH)?,
        // A rate of 0 is not possible.
        sms_a_second: env.settings.number("SMS_RATE", SMS_A_SECOND)?.max(1),
        rate_limits: RateLimits::new(
            env.settings.number("SEND_CONCURRENCY", 1)?.max(1),
            env.provider_sdk().sleep_impl(),
        ),
        queue: env.queue()?,
        schedules: env.schedules()?,
        last_accepted: LastAccepted::default(),
        random: env.random.clone(),
        clock: env.clock.clone(),
    })
}

pub fn mailer(env: &Env) -> Result<Mailer, StartError> {
    let set = env.settings.find("SES_CONFIGURATION_SET").map(ToOwned::to_owned);
    Ok(Mailer::new(&env.provider_sdk(), env.settings.get("MAIL_FROM")?, set))
}

/// Builds the SMS sender. Its settings are optional, because an account has a default sender and a default price limit.
fn sms_sender(env: &Env) -> SmsSender {
    let setting = |name| env.settings.find(name).map(ToOwned::to_owned);
    SmsSender {
        sdk: env.provider_sdk(),
        origination_identity: setting("SMS_ORIGINATION_IDENTITY"),
        configuration_set: setting("SMS_CONFIGURATION_SET"),
        max_price: setting("SMS_MAX_PRICE"),
    }
}

pub async fn handle(parts: Parts, event: SqsEvent) -> Result<SqsBatchResponse, lambda_runtime::Error> {
    Ok(each_message(event, |body| serve(&parts, body)).await)
}

async fn serve(parts: &Parts, body: String) -> Result<(), Error> {
    let wake = serde_json::from_str::<QueuedWake>(&body);
    match wake.map_err(|_| Error::Internal("a message is not a wake-up".to_owned()))? {
        QueuedWake::Request(wake) => parts.wake(&wake).await,
        QueuedWake::Notification(wake) => parts.wake_notification(&wake).await,
        QueuedWake::SignIn(wake) => Box::pin(parts.wake_sign_in(&wake)).await,
    }
}
