//! The whole system in one process: every function, over one small AWS and one clock.

use std::{
    fs::{DirBuilder, File, TryLockError},
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
    pin::Pin,
    sync::Arc,
};

use admin::Failure;
use anyhow::{Context as _, bail};
use app::clock::Clock;
use app::error::Error;
use app::shop::keys::ApiKeys;
use app::shop::tenants::SetUp;
use axum::Router;
use domain::shop::{KeyName, NewKey, Shop, ShopRules};
use domain::values::{Dialect, Identity, SCOPES, Tenant};
use edge::env::{Env, Settings};
use futures_util::future::ready;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use small_aws::{KMS_KEY_ID, Mail, MovableClock, SEND_MESSAGE_ARN, SmallAws, topic_arn};
use store::table::Store;
use vault::{ApiKey, Random};

use crate::{
    deployed::{
        ALARM_TOPIC, MAIL_DOMAIN, MAIL_FROM, METRICS_NAMESPACE, PHOTOS_BUCKET, SCHEDULE_GROUP, SCHEDULE_ROLE_ARN,
        SES_CONFIGURATION_SET, SMS_CONFIGURATION_SET, TABLE, Work, deployed,
    },
    functions::Functions,
    pump::Pump,
};

/// The file with the data, in the data folder.
const DATA: &str = "afterword.db";
/// Bedrock's id of every model that a server on this machine has.
const MODEL_ID: &str = "local.model";
/// The part of a path that leads a browser to S3.
pub const S3_PATH: &str = "/local/s3/";

fn as_function(env: &Env, aws: &SmallAws, function: &str) -> Env {
    let clock = {
        let (aws, function) = (aws.clone(), function.to_owned());
        Clock::new(move || aws.now_of(&function))
    };
    let settings = env.settings.clone().with("AWS_LAMBDA_FUNCTION_NAME", &deployed_name(function));
    let mut env = Env::new(aws.sdk_config_of(function), settings, clock, env.random.clone());
    let dns = aws.clone();
    let texts = move |name: String| dns.dns_texts(&name).ok_or_else(|| Error::Unavailable("no DNS".to_owned()));
    env.texts = Some(Arc::new(move |name| Box::pin(ready(texts(name)))));
    match aws.hosts() {
        Some(connector) => env.with_hosts(connector),
        None => env,
    }
}

/// The name of a function in the stack `afterword`.
pub fn deployed_name(function: &str) -> String {
    format!("afterword-{function}")
}

/// The environment variables of functions in a world whose links start with `base_url`.
pub fn settings(base_url: &str) -> [(&'static str, String); 26] {
    let settings = [
        ("TABLE_NAME", TABLE),
        ("KMS_KEY_ID", KMS_KEY_ID),
        ("QUEUE_URL", &Work::Sends.url()),
        ("SEND_MESSAGE_ARN", SEND_MESSAGE_ARN),
        ("WEBHOOKS_URL", &Work::Webhooks.url()),
        ("SLOW_WEBHOOKS_URL", &Work::SlowWebhooks.url()),
        ("REACH", "local"),
        ("PRIVACY_QUEUE_URL", &Work::Privacy.url()),
        ("MAIL_EVENTS_QUEUE_URL", &Work::Reports.url()),
        ("NIGHTLY_QUEUE_URL", &Work::Nightly.url()),
        ("IMPORT_QUEUE_URL", &Work::Imports.url()),
        ("ORDERS_QUEUE_URL", &Work::Orders.url()),
        ("PHOTO_QUEUE_URL", &Work::Photos.url()),
        ("METRICS_NAMESPACE", METRICS_NAMESPACE),
        ("ALARM_TOPIC", &topic_arn(ALARM_TOPIC)),
        // Nothing else logs calls here, because API Gateway's log is missing.
        ("LOG_CALLS", "true"),
        ("SCHEDULE_GROUP", SCHEDULE_GROUP),
        ("SCHEDULE_ROLE_ARN", SCHEDULE_ROLE_ARN),
        ("BASE_URL", base_url),
        ("MAIL_FROM", MAIL_FROM),
        ("MAIL_DOMAIN", MAIL_DOMAIN),
        ("STACK_NAME", METRICS_NAMESPACE),
        ("SES_CONFIGURATION_SET", SES_CONFIGURATION_SET),
        ("SMS_CONFIGURATION_SET", SMS_CONFIGURATION_SET),
        ("PHOTOS_BUCKET", PHOTOS_BUCKET),
        ("PHOTOS_URL", &format!("{base_url}{S3_PATH}{PHOTOS_BUCKET}")),
    ];
    settings.map(|(name, value)| (name, value.to_owned()))
}

fn settings_of(base_url: &str) -> Settings {
    Settings::from_pairs(settings(base_url).iter().map(|(name, value)| (*name, value.as_str())))
}

/// The review request of an email or SMS, by its tag.
pub fn request_of(mail: &Mail) -> Option<u64> {
    mail.tags.get("request")?.parse().ok()
}

/// The first link to a customer's page in a message, without the query of a star.
pub(crate) fn link_of<'a>(mail: &'a Mail, base_url: &str) -> Option<&'a str> {
    let leads = |word: &&str| {
        let path = word.strip_prefix(base_url).unwrap_or_default();
        path.starts_with("/review/hub?") || path.starts_with("/r/")
    };
    let link = mail.text.as_deref()?.split_whitespace().find(leads)?;
    link.split('&').next()
}

pub type Running = Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send>>;

pub struct Options {
    /// The folder with the data, created if it is missing; `None` stores everything in memory.
    pub data: Option<PathBuf>,
    /// The beginning of links: scheme, host and port, no slash at the end.
    pub base_url: String,
    pub clock: MovableClock,
    pub random: Random,
    /// Whether customers are asked by a model, whose answers the small AWS is given.
    pub has_model: bool,
    /// How many calls a second a shop may make with its API keys; `None` for any number.
    pub shop_rate: Option<u32>,
}

/// The running system. Clones are the same system. When the last clone is dropped, another process can use the data
/// folder.
#[derive(Clone)]
pub struct World(Arc<Inner>);

struct Inner {
    aws: SmallAws,
    env: Env,
    router: Router,
    admin: admin::Parts,
    pump: Pump,
    base_url: String,
    /// Held until the world is dropped, but never read: see [`lock`].
    _lock: Option<File>,
}

impl World {
    /// Whether a folder has data from an earlier start.
    pub fn is_in(folder: &Path) -> bool {
        folder.join(DATA).exists()
    }

    /// Starts the system with its data. Nothing happens until [`World::settle`], [`World::advance`] or
    /// [`World::run_until`].
    pub fn open(options: Options) -> anyhow::Result<Self> {
        let Options { data, base_url, clock, random, has_model, shop_rate } = options;
        let lock = data.as_deref().map(lock).transpose()?;
        let file = data.map(|folder| folder.join(DATA));
        let mut settings = settings_of(&base_url);
        if has_model {
            settings = settings.with("BEDROCK_MODEL_ID", MODEL_ID);
        }
        if let Some(rate) = shop_rate {
            settings = settings.with("SHOP_RATE", &rate.to_string());
        }
        Self::over(SmallAws::open(file.as_deref(), deployed(), clock)?, base_url, random, lock, settings)
    }

    /// Starts the system in memory for a simulation: no wait ends until [`SmallAws::pass`] moves the clock.
    pub fn simulated(base_url: String, clock: MovableClock, random: Random) -> anyhow::Result<Self> {
        let settings = settings_of(&base_url);
        Self::over(SmallAws::simulated(deployed(), clock)?, base_url, random, None, settings)
    }

    fn over(
        aws: SmallAws,
        base_url: String,
        random: Random,
        lock: Option<File>,
        settings: Settings,
    ) -> anyhow::Result<Self> {
        let clock = aws.clock().clone();
        let env = Env::new(aws.sdk_config(), settings, Clock::new(move || clock.now()), random);
        let functions = Functions::start(&aws, |name| as_function(&env, &aws, name))?;
        Ok(Self(Arc::new(Inner {
            router: functions.http.clone(),
            admin: functions.admin.clone(),
            pump: Pump::new(&aws, functions),
            aws,
            env,
            base_url,
            _lock: lock,
        })))
    }

    /// The HTTP functions behind one router, as API Gateway puts them behind one host.
    pub fn router(&self) -> Router {
        self.0.router.clone()
    }

    pub async fn admin(&self, event: Value) -> Result<Value, Failure> {
        Box::pin(admin::handle(self.0.admin.clone(), event)).await
    }

    /// The environment of the operator, who may do everything.
    pub fn env(&self) -> &Env {
        &self.0.env
    }

    /// The environment of a function, with its role.
    pub fn env_of(&self, function: &str) -> Env {
        as_function(&self.0.env, &self.0.aws, function)
    }

    /// The AWS behind the functions: its inbox, queues, schedules, faults and clock.
    pub fn aws(&self) -> &SmallAws {
        &self.0.aws
    }

    pub fn base_url(&self) -> &str {
        &self.0.base_url
    }

    pub fn store(&self) -> anyhow::Result<Store> {
        Ok(self.0.env.store()?)
    }

    /// Fires every schedule that is due now and runs the functions for every visible message.
    pub async fn settle(&self) -> anyhow::Result<()> {
        // Boxed, here and below: otherwise the caller has the states of all functions on its stack.
        Box::pin(self.0.pump.settle()).await
    }

    /// Moves the clock, to a whole second. Everything that is due in between happens in order, each at its instant.
    pub async fn advance(&self, by: SignedDuration) -> anyhow::Result<()> {
        Box::pin(self.0.pump.advance(by)).await
    }

    /// Moves the clock to the next instant at which something is due, and runs it. Returns whether there was one.
    pub async fn advance_to_next(&self) -> anyhow::Result<bool> {
        Box::pin(self.0.pump.advance_to_next()).await
    }

    /// When something is due next; `None` if nothing is.
    pub async fn next_due(&self) -> anyhow::Result<Option<Timestamp>> {
        self.0.pump.next_due().await
    }

    /// Receives what is due now, at most `batch` messages from each queue, and returns the invocations. Unlike in
    /// [`World::settle`], the caller decides when they run.
    pub fn due(&self, batch: usize) -> anyhow::Result<Vec<Running>> {
        let due = self.0.pump.due(batch, &[])?;
        let run = |invocation| -> Running {
            let world = self.clone();
            Box::pin(async move { world.0.pump.run(invocation).await })
        };
        Ok(due.into_iter().map(run).collect())
    }

    /// The next run of `reconcile` after `ticked`, up to `until`, that finds something.
    pub async fn next_tick(&self, ticked: Timestamp, until: Timestamp) -> anyhow::Result<Option<Timestamp>> {
        self.0.pump.next_tick(ticked, until).await
    }

    /// Runs `reconcile` once, but not the functions that it woke.
    pub async fn tick(&self) {
        Box::pin(self.0.pump.tick()).await;
    }

    /// Runs `reconcile` now, whatever the time, and then the functions that it woke.
    pub async fn reconcile(&self) -> anyhow::Result<reconcile::Report> {
        Box::pin(self.0.pump.reconcile_now()).await
    }

    /// Does in real time what AWS does without a call, until `stop`, and then finishes the running work.
    pub async fn run_until(&self, stop: impl Future<Output = ()>) {
        self.0.pump.run_until(stop).await;
    }

    /// Verifies the domain of [`MAIL_FROM`], as an operator does before the first email. Before that, SES rejects every
    /// email.
    pub fn verify_mail_domain(&self) {
        self.0.aws.verify_identities([MAIL_DOMAIN]);
    }

    /// Creates a shop, unless it exists.
    pub async fn set_up_shop(&self, tenant: &Tenant, shop: Shop) -> anyhow::Result<()> {
        let now = self.0.env.clock.now();
        let set_up = SetUp { store: self.store()?, vault: self.0.env.vault()? };
        set_up.shop(None, tenant, shop, ShopRules::default(), now).await?;
        Ok(())
    }

    /// Creates a native API key of a shop; [`SCOPES`] are all scopes it may have.
    pub async fn api_key(&self, tenant: &Tenant, scopes: &[&str]) -> anyhow::Result<ApiKey> {
        self.api_key_for(tenant, Dialect::BetterReviews, scopes).await
    }

    pub async fn api_key_for(&self, tenant: &Tenant, dialect: Dialect, scopes: &[&str]) -> anyhow::Result<ApiKey> {
        self.make_key(tenant, dialect, scopes, None).await
    }

    /// Creates a native API key that speaks for a person or an app.
    pub async fn api_key_of(&self, tenant: &Tenant, identity: Identity) -> anyhow::Result<ApiKey> {
        self.make_key(tenant, Dialect::BetterReviews, SCOPES, Some(identity)).await
    }

    async fn make_key(
        &self,
        tenant: &Tenant,
        dialect: Dialect,
        scopes: &[&str],
        identity: Option<Identity>,
    ) -> anyhow::Result<ApiKey> {
        let Env { random, clock, .. } = &self.0.env;
        let known = |scope: &&str| SCOPES.iter().copied().find(|known| known == scope).context("an unknown scope");
        let scopes = scopes.iter().map(known).collect::<anyhow::Result<_>>()?;
        let new = NewKey { name: KeyName::parse("Local")?, dialect, scopes, identity, expires_at: None, guest: None };
        let keys = ApiKeys { store: self.store()?, random: random.clone() };
        Ok(keys.create_for_operator(None, tenant, &new, clock.now()).await?.0)
    }
}

/// Makes the data folder, to which only its owner has access, and locks it until the file is dropped or the process
/// ends in any way. The small AWS keeps rows in memory, so a second process would not see them.
fn lock(folder: &Path) -> anyhow::Result<File> {
    let shown = folder.display();
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("making the data folder {shown}"))?;
    let file = File::create(folder.join("lock")).with_context(|| format!("writing to {shown}"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => bail!(
            "the data folder {shown} is in use by another process: stop that one, or choose another folder with --data"
        ),
        Err(TryLockError::Error(error)) => Err(error).context(format!("locking {shown}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeded_random;

    #[test]
    fn a_data_folder_has_one_owner() {
        let folder = std::env::temp_dir().join(format!("afterword-lock-{}", std::process::id()));
        let open = || {
            World::open(Options {
                data: Some(folder.clone()),
                base_url: String::from("http://127.0.0.1:3000"),
                clock: MovableClock::frozen(Timestamp::UNIX_EPOCH),
                random: seeded_random(1),
                has_model: false,
                shop_rate: None,
            })
        };
        let first = open().unwrap();
        let refused = open().err().unwrap().to_string();
        assert!(refused.contains("in use by another process"), "{refused}");
        drop(first);
        open().unwrap();
        std::fs::remove_dir_all(folder).unwrap();
    }
}
