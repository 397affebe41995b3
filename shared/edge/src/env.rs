//! What a function starts from: the SDK's configuration, its settings, the time and chance.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, OnceLock};
use std::time::Duration;

use app::{Bucket, Clock, Links, Mailer, Model, Queue, ScheduleGroup, Schedules, SmsSender};
use aws_types::SdkConfig;
use store::Store;
use vault::{LazyClient, Random, Vault};

use crate::{StartError, sdk_config};

/// How long the first call may hold up the start.
const PRIME_TIMEOUT: Duration = Duration::from_secs(2);

/// What `main.rs`, or a local world, hands to a function.
#[derive(Clone)]
pub struct Env {
    /// What service clients are made from.
    pub sdk: SdkConfig,
    /// The stack's names and addresses.
    pub settings: Settings,
    /// Where the time is read.
    pub clock: Clock,
    /// Where random bytes are drawn.
    pub random: Random,
    /// The function's table, so that priming makes the client that is used later.
    store: Arc<OnceLock<Store>>,
    /// The links that the function made, for [`Env::prime`].
    links: Arc<OnceLock<Links>>,
    /// What else the function prepares ahead of its first call.
    preparation: Arc<OnceLock<fn()>>,
}

/// The names and addresses that a stack gives its functions, as environment variables.
#[derive(Clone, Default)]
pub struct Settings(HashMap<String, String>);

impl Settings {
    /// The process's own environment variables.
    #[must_use]
    pub fn from_environment() -> Self {
        Self(std::env::vars().collect())
    }

    /// These settings.
    #[must_use]
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    /// These settings and one more.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The setting of this name.
    ///
    /// # Errors
    /// [`StartError::Missing`] when it is absent or empty.
    pub fn get(&self, name: &'static str) -> Result<&str, StartError> {
        self.find(name).ok_or(StartError::Missing(name))
    }

    /// The setting of this name as a number, `default` where there is none.
    ///
    /// # Errors
    /// [`StartError::NotANumber`].
    pub fn number(&self, name: &'static str, default: u32) -> Result<u32, StartError> {
        self.find(name).map_or(Ok(default), |text| text.parse().map_err(|_| StartError::NotANumber(name)))
    }

    /// The setting of this name, if there is one that is not empty.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }
}

impl Env {
    /// An environment of these parts.
    #[must_use]
    pub fn new(sdk: SdkConfig, settings: Settings, clock: Clock, random: Random) -> Self {
        Self { sdk, settings, clock, random, store: Arc::default(), links: Arc::default(), preparation: Arc::default() }
    }

    /// The environment of a function on Lambda.
    ///
    /// # Errors
    /// [`StartError`] names what is missing.
    pub fn on_lambda() -> Result<Self, StartError> {
        Ok(Self::new(sdk_config()?, Settings::from_environment(), Clock::system(), Random::system()))
    }

    /// The table: one client, however often it is asked for.
    ///
    /// # Errors
    /// [`StartError::Missing`] without `TABLE_NAME`.
    pub fn store(&self) -> Result<Store, StartError> {
        let table = self.settings.get("TABLE_NAME")?;
        let make = || Store::new(self.later(aws_sdk_dynamodb::Client::new), table, self.random.clone());
        Ok(self.store.get_or_init(make).clone())
    }

    /// The vault.
    ///
    /// # Errors
    /// [`StartError::Missing`] without `KMS_KEY_ID`.
    pub fn vault(&self) -> Result<Arc<Vault>, StartError> {
        let client = self.later(aws_sdk_kms::Client::new);
        Ok(Arc::new(Vault::new(client, self.settings.get("KMS_KEY_ID")?)))
    }

    /// The links.
    ///
    /// # Errors
    /// [`StartError::Missing`] without `BASE_URL`.
    pub fn links(&self, store: &Store, vault: &Arc<Vault>) -> Result<Links, StartError> {
        let links = Links::new(store.clone(), Arc::clone(vault), self.settings.get("BASE_URL")?);
        // A function has one set of links; should it ask twice, the first is as good to prime.
        let _ = self.links.set(links.clone());
        Ok(links)
    }

    /// The queue before `send-request`.
    ///
    /// # Errors
    /// [`StartError::Missing`] without `QUEUE_URL`.
    pub fn queue(&self) -> Result<Queue, StartError> {
        let url = self.settings.get("QUEUE_URL")?.to_owned();
        Ok(Queue { sqs: self.later(aws_sdk_sqs::Client::new), url })
    }

    /// The schedules.
    ///
    /// # Errors
    /// [`StartError::Missing`] without `SCHEDULE_GROUP`, `QUEUE_ARN` or `SCHEDULE_ROLE_ARN`.
    pub fn schedules(&self) -> Result<Schedules, StartError> {
        Ok(Schedules {
            group: self.schedule_group()?,
            queue_arn: self.settings.get("QUEUE_ARN")?.to_owned(),
            role_arn: self.settings.get("SCHEDULE_ROLE_ARN")?.to_owned(),
        })
    }

    /// The group of our schedules.
    ///
    /// # Errors
    /// [`StartError::Missing`] without `SCHEDULE_GROUP`.
    pub fn schedule_group(&self) -> Result<ScheduleGroup, StartError> {
        let name = self.settings.get("SCHEDULE_GROUP")?.to_owned();
        Ok(ScheduleGroup { scheduler: self.later(aws_sdk_scheduler::Client::new), name })
    }

    /// The mailer.
    ///
    /// # Errors
    /// [`StartError::Missing`] without `MAIL_FROM`.
    pub fn mailer(&self) -> Result<Mailer, StartError> {
        let set = self.settings.find("SES_CONFIGURATION_SET").map(ToOwned::to_owned);
        Ok(Mailer::new(&self.sdk, self.settings.get("MAIL_FROM")?, set))
    }

    /// The texter. None of its settings is needed: an account has defaults for who a text comes from
    /// and what it may cost.
    #[must_use]
    pub fn sms_sender(&self) -> SmsSender {
        let setting = |name| self.settings.find(name).map(ToOwned::to_owned);
        SmsSender {
            sms: self.later(SmsSender::client),
            origination_identity: setting("SMS_ORIGINATION_IDENTITY"),
            max_price: setting("SMS_MAX_PRICE"),
        }
    }

    /// The bucket of the photos.
    ///
    /// # Errors
    /// [`StartError::Missing`] without `PHOTOS_BUCKET` or `PHOTOS_URL`.
    pub fn bucket(&self) -> Result<Bucket, StartError> {
        Ok(Bucket::new(&self.sdk, self.settings.get("PHOTOS_BUCKET")?, self.settings.get("PHOTOS_URL")?))
    }

    /// The model that asks in the chat, if one is configured.
    #[must_use]
    pub fn model(&self) -> Option<Model> {
        let id = self.settings.find("BEDROCK_MODEL_ID")?.to_owned();
        Some(Model { bedrock: self.later(Model::client), id })
    }

    /// Prepares something costly while the function starts, where that is free, instead of in its
    /// first call.
    pub fn prepare(&self, preparation: fn()) {
        let _ = self.preparation.set(preparation);
    }

    /// Makes a function's first call while it starts: the name's look-up, the TLS handshake and the
    /// code's first pages cost more than a later call does, and init runs unthrottled whatever the
    /// memory size. A function with links unwraps their keys, which it needs anyway; another reads
    /// where it will read.
    ///
    /// Lambda always says how it initialises; a process that nobody initialises so does not call.
    pub(crate) async fn prime(&self) {
        if self.settings.find("AWS_LAMBDA_INITIALIZATION_TYPE").is_none() {
            return;
        }
        if let Some(prepare) = self.preparation.get() {
            prepare();
        }
        let call = async {
            match self.links.get() {
                Some(links) => links.keys(self.clock.now()).await.is_ok(),
                None => match self.store() {
                    Ok(store) => store.service().await.is_ok(),
                    Err(_) => false,
                },
            }
        };
        // What fails here fails again, and is reported, where somebody waits for it.
        let _ = tokio::time::timeout(PRIME_TIMEOUT, call).await;
    }

    fn later<C: 'static>(&self, client: fn(&SdkConfig) -> C) -> LazyClient<C> {
        let sdk = self.sdk.clone();
        Arc::new(LazyLock::new(Box::new(move || client(&sdk))))
    }
}
