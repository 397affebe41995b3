//! A function's environment: the SDK's configuration, settings, clock and random source.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, OnceLock};
use std::time::Duration;

use app::bucket::Bucket;
use app::caller::Access;
use app::clock::Clock;
use app::import::ImportTask;
use app::links::Links;
use app::message::wake::{Queue, ScheduleGroup, Schedules};
use app::outbound::Outbound;
use app::privacy::PrivacyTask;
use app::queue::{MessageQueue, ShopMessage};
use app::request::{CreateRequest, KnownCustomers, RecentRules};
use app::review::photos::{PhotoEvent, PhotoFiles};
use app::shop::sender::{Identities, Senders, Texts, find_texts};
use app::webhook::WebhookQueue;
use aws_smithy_runtime_api::client::http::{SharedHttpClient, SharedHttpConnector};
use aws_types::SdkConfig;
use domain::values::Reach;
use store::table::Store;
use vault::{LazyClient, Random, Vault};

use crate::aws::{StartError, sdk_config, unpooled_client};
use crate::call::Calls;

/// How long [`Env::prime`] may delay the start. If a start takes more than 10 s, Lambda repeats it as part of the first
/// call: <https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html>.
const PRIME_TIMEOUT: Duration = Duration::from_secs(2);

/// The environment that `main.rs`, or the local system, passes to a function.
#[derive(Clone)]
pub struct Env {
    /// The configuration of all service clients.
    pub sdk: SdkConfig,
    /// The stack's names and addresses.
    pub settings: Settings,
    /// The only source of the time.
    pub clock: Clock,
    /// The only source of random bytes.
    pub random: Random,
    /// The function's table. It is kept here so that priming opens the connection that calls use later.
    store: Arc<OnceLock<Store>>,
    /// The function's links, for [`Env::prime`].
    links: Arc<OnceLock<Links>>,
    /// The HTTP client for the providers of email and SMS; `None` for that of `sdk`.
    provider_client: Option<SharedHttpClient>,
    /// The connector to hosts that shops name; `None` for the real internet.
    hosts: Option<SharedHttpConnector>,
    /// The DNS; `None` for the machine's resolver.
    pub texts: Option<Texts>,
    /// What the function itself prepares before its first call.
    preparation: Arc<OnceLock<fn()>>,
    /// Set if the function makes no AWS call while it starts.
    unprimed: Arc<OnceLock<()>>,
}

/// The names and addresses that a stack gives its functions, as environment variables.
#[derive(Clone, Default)]
pub struct Settings(HashMap<String, String>);

impl Settings {
    /// The process's own environment variables.
    pub fn from_environment() -> Self {
        Self(std::env::vars().collect())
    }

    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.insert(name.to_owned(), value.to_owned());
        self
    }

    pub fn get(&self, name: &'static str) -> Result<&str, StartError> {
        self.find(name).ok_or(StartError::Missing(name))
    }

    /// The setting of this name as a number; `default` if it is absent or empty.
    pub fn number(&self, name: &'static str, default: u32) -> Result<u32, StartError> {
        self.find(name).map_or(Ok(default), |value| value.parse().map_err(|_| StartError::NotANumber(name)))
    }

    /// The setting of this name; `None` if it is absent or empty.
    pub fn find(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }
}

impl Env {
    pub fn new(sdk: SdkConfig, settings: Settings, clock: Clock, random: Random) -> Self {
        Self {
            sdk,
            settings,
            clock,
            random,
            store: Arc::default(),
            links: Arc::default(),
            provider_client: None,
            hosts: None,
            texts: None,
            preparation: Arc::default(),
            unprimed: Arc::default(),
        }
    }

    /// The same environment, with this HTTP client for emails and SMS.
    #[must_use]
    pub fn with_provider_client(mut self, client: SharedHttpClient) -> Self {
        self.provider_client = Some(client);
        self
    }

    /// The same environment, with this connector for all hosts that shops name.
    #[must_use]
    pub fn with_hosts(mut self, connector: SharedHttpConnector) -> Self {
        self.hosts = Some(connector);
        self
    }

    pub fn on_lambda() -> Result<Self, StartError> {
        let env = Self::new(sdk_config()?, Settings::from_environment(), Clock::system(), Random::system());
        Ok(env.with_provider_client(unpooled_client()?))
    }

    /// The table. All callers share one client. If `WEBHOOKS_URL` is set, webhook events that are written also wake
    /// their sender.
    pub fn store(&self) -> Result<Store, StartError> {
        let table = self.settings.get("TABLE_NAME")?;
        let make = || {
            let store = Store::new(self.later(aws_sdk_dynamodb::Client::new), table, self.random.clone());
            match self.webhook_queue() {
                Ok(queue) => store.with_outbox(Arc::new(queue)),
                Err(_) => store,
            }
        };
        Ok(self.store.get_or_init(make).clone())
    }

    pub fn vault(&self) -> Result<Arc<Vault>, StartError> {
        let client = self.later(aws_sdk_kms::Client::new);
        Ok(Arc::new(Vault::new(client, self.settings.get("KMS_KEY_ID")?)))
    }

    pub fn links(&self, store: &Store, vault: &Arc<Vault>) -> Result<Links, StartError> {
        let links = Links::new(store.clone(), Arc::clone(vault), self.settings.get("BASE_URL")?);
        // A function has one set of links. If there were a second, priming either would be enough.
        let _ = self.links.set(links.clone());
        Ok(links)
    }

    /// Reads calls with an API key. If `SHOP_RATE` is set, each shop's calls a second are limited.
    pub fn calls(&self, store: &Store, vault: &Arc<Vault>) -> Result<Calls, StartError> {
        let access = Access::new(store.clone(), Arc::clone(vault)).with_limit(self.settings.number("SHOP_RATE", 0)?);
        Ok(Calls::new(access, self.clock.clone()))
    }

    /// Creates requests with these links. `schedules` is `None` if every message leaves at once.
    pub fn create_request(&self, links: Links, schedules: Option<Schedules>) -> Result<CreateRequest, StartError> {
        Ok(CreateRequest {
            store: self.store()?,
            links,
            queue: self.queue()?,
            schedules,
            random: self.random.clone(),
            known: KnownCustomers::default(),
            rules: RecentRules::default(),
        })
    }

    /// The queue of `send-request`.
    pub fn queue(&self) -> Result<Queue, StartError> {
        self.queue_at("QUEUE_URL")
    }

    /// The queue of `deliver-webhooks`.
    pub fn webhook_queue(&self) -> Result<WebhookQueue, StartError> {
        self.queue_at("WEBHOOKS_URL")
    }

    /// The queue of `deliver-webhooks` for slow endpoints.
    pub fn slow_webhook_queue(&self) -> Result<WebhookQueue, StartError> {
        self.queue_at("SLOW_WEBHOOKS_URL")
    }

    /// The client for hosts that shops name.
    pub fn outbound(&self) -> Outbound {
        match &self.hosts {
            Some(connector) => Outbound::over(&self.sdk, connector.clone()),
            None => Outbound::new(&self.sdk),
        }
    }

    /// The hosts that shops may name. Only in the local process, they may be the machine itself.
    pub fn reach(&self) -> Reach {
        match self.settings.find("REACH") {
            Some("local") => Reach::Local,
            _ => Reach::Internet,
        }
    }

    pub fn privacy_queue(&self) -> Result<MessageQueue<PrivacyTask>, StartError> {
        self.queue_at("PRIVACY_QUEUE_URL")
    }

    /// The queue of `privacy` for work that may take all night.
    pub fn nightly_queue(&self) -> Result<MessageQueue<PrivacyTask>, StartError> {
        self.queue_at("NIGHTLY_QUEUE_URL")
    }

    /// The queue of `mail-events`.
    pub fn report_queue<T: ShopMessage>(&self) -> Result<MessageQueue<T>, StartError> {
        self.queue_at("MAIL_EVENTS_QUEUE_URL")
    }

    /// The queue of `take-orders`.
    pub fn order_queue<T: ShopMessage>(&self) -> Result<MessageQueue<T>, StartError> {
        self.queue_at("ORDERS_QUEUE_URL")
    }

    /// The queue of `import-reviews`.
    pub fn import_queue(&self) -> Result<MessageQueue<ImportTask>, StartError> {
        self.queue_at("IMPORT_QUEUE_URL")
    }

    /// The queue of `take-photo`.
    pub fn photo_queue(&self) -> Result<MessageQueue<PhotoEvent>, StartError> {
        self.queue_at("PHOTO_QUEUE_URL")
    }

    pub fn photo_files(&self) -> Result<PhotoFiles, StartError> {
        Ok(PhotoFiles { bucket: self.bucket()?, queue: self.photo_queue()? })
    }

    /// Shops' own senders.
    pub fn senders(&self, store: &Store) -> Result<Senders, StartError> {
        let stack = self.settings.get("STACK_NAME")?.to_owned();
        let pages = self.settings.find("BASE_URL").and_then(|url| url.split("//").nth(1)?.split([':', '/']).next());
        let operators = [self.settings.find("MAIL_DOMAIN"), pages].into_iter().flatten().map(str::to_lowercase);
        Ok(Senders {
            store: store.clone(),
            identities: Identities { ses: self.later(Identities::client), stack },
            texts: self.texts.clone().unwrap_or_else(|| Arc::new(|name| Box::pin(find_texts(name)))),
            operators: operators.collect(),
        })
    }

    fn queue_at<T: ShopMessage>(&self, setting: &'static str) -> Result<MessageQueue<T>, StartError> {
        let url = self.settings.get(setting)?.to_owned();
        Ok(MessageQueue::new(self.later(aws_sdk_sqs::Client::new), url))
    }

    pub fn schedules(&self) -> Result<Schedules, StartError> {
        Ok(Schedules {
            group: self.schedule_group()?,
            queue_url: self.settings.get("QUEUE_URL")?.to_owned(),
            send_arn: self.settings.get("SEND_MESSAGE_ARN")?.to_owned(),
            role_arn: self.settings.get("SCHEDULE_ROLE_ARN")?.to_owned(),
        })
    }

    pub fn schedule_group(&self) -> Result<ScheduleGroup, StartError> {
        let name = self.settings.get("SCHEDULE_GROUP")?.to_owned();
        Ok(ScheduleGroup { scheduler: self.later(aws_sdk_scheduler::Client::new), name })
    }

    pub fn bucket(&self) -> Result<Bucket, StartError> {
        Ok(Bucket::new(&self.sdk, self.settings.get("PHOTOS_BUCKET")?, self.settings.get("PHOTOS_URL")?))
    }

    /// Runs something costly while the function starts, when no customer waits, instead of in the first call.
    pub fn prepare(&self, preparation: fn()) {
        let _ = self.preparation.set(preparation);
    }

    /// Makes no AWS call while the function starts. For functions whose role does not allow the usual first read,
    /// because they read the service's item only together with others.
    pub fn leave_unprimed(&self) {
        let _ = self.unprimed.set(());
    }

    /// Makes a function's first AWS call while it starts. DNS, the TLS handshake and loading code take longer than any
    /// later call, and during the start Lambda gives full CPU whatever the memory size. The function reads the
    /// service's item, and with links it also unwraps their keys, which it needs anyway. The item has the number of the
    /// table's layout: code of another layout must not serve.
    ///
    /// Happens only on Lambda, which always sets `AWS_LAMBDA_INITIALIZATION_TYPE`.
    pub async fn prime(&self) -> Result<(), StartError> {
        if self.settings.find("AWS_LAMBDA_INITIALIZATION_TYPE").is_none() {
            return Ok(());
        }
        if let Some(prepare) = self.preparation.get() {
            prepare();
        }
        if self.unprimed.get().is_some() {
            return Ok(());
        }
        let store = self.store()?;
        let call = async {
            let Some(links) = self.links.get() else { return store.service().await.map(drop) };
            let now = self.clock.now();
            links.read(now).await?;
            let _ = links.keys(now).await;
            Ok(())
        };
        match tokio::time::timeout(PRIME_TIMEOUT, call).await {
            Ok(Err(store::table::Error::Layout(layout))) => Err(StartError::Layout(layout)),
            // Any other error will occur again in the first call that needs the answer, and is reported then.
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// The configuration of the clients that send emails and SMS.
    pub fn provider_sdk(&self) -> SdkConfig {
        match &self.provider_client {
            Some(client) => self.sdk.to_builder().http_client(client.clone()).build(),
            None => self.sdk.clone(),
        }
    }

    /// A client with this configuration, which is made at its first use.
    pub fn later<C: 'static>(&self, client: fn(&SdkConfig) -> C) -> LazyClient<C> {
        let sdk = self.sdk.clone();
        Arc::new(LazyLock::new(Box::new(move || client(&sdk))))
    }
}
