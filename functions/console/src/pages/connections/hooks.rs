//! Webhooks that Afterword makes in the shop's system, with a key that the member enters. No page and no message shows the
//! key.

use domain::values::{Reach, ShopSystem};
use edge::body::Fields;
use integrations::{ShopAccess, ShopTopic, TopicWebhook, WebhookOutcome};
use texts::Texts;

use crate::fields::{Kind, Spec, spec};

const WOOCOMMERCE: &[Spec] = &[
    spec("address", Kind::Line("text", 2_048)),
    spec("consumer_key", Kind::Once(200)),
    spec("consumer_secret", Kind::Once(200)),
];

const SHOPIFY: &[Spec] =
    &[spec("domain", Kind::Line("text", 200)), spec("app", Kind::Once(200)), spec("client_secret", Kind::Once(200))];

/// The fields for the shop's address and for the key to its system.
pub(super) const fn access(system: ShopSystem) -> &'static [Spec] {
    match system {
        ShopSystem::Shopify => SHOPIFY,
        ShopSystem::WooCommerce => WOOCOMMERCE,
    }
}

/// The field that says whether the key is kept.
pub(super) const KEEP_KEY: Spec = spec("keep_key", Kind::Flag);

pub(super) fn keeps_key(fields: &Fields) -> bool {
    fields.find(KEEP_KEY.name).is_some()
}

pub(super) struct HookRow {
    pub topic: String,
    /// The system's own name for the topic.
    pub name: &'static str,
    pub outcome: &'static str,
    pub tone: &'static str,
    pub is_refused: bool,
}

impl HookRow {
    pub(super) fn new(texts: Texts, TopicWebhook { topic, outcome }: &TopicWebhook) -> Self {
        let (word, tone) = match outcome {
            WebhookOutcome::Added => ("sys-hooks-added", ""),
            WebhookOutcome::Present => ("sys-hooks-present", " q"),
            WebhookOutcome::Refused => ("sys-hooks-refused", " r"),
        };
        let is_refused = *outcome == WebhookOutcome::Refused;
        Self { topic: topic_name(texts, topic), name: topic.name, outcome: word, tone, is_refused }
    }
}

/// The topic as the system's admin calls it.
pub(super) fn topic_name(texts: Texts, topic: &ShopTopic) -> String {
    texts.say(&format!("sys-topic-{}", topic.name.replace(['/', '.'], "-"))).to_string()
}

pub(super) fn read(system: ShopSystem, fields: &Fields, reach: Reach) -> Result<ShopAccess, &'static str> {
    let text = |name: &str| fields.text(name);
    match system {
        ShopSystem::Shopify => ShopAccess::shopify(text("domain"), text("app"), text("client_secret"), reach),
        ShopSystem::WooCommerce => {
            ShopAccess::woocommerce(text("address"), text("consumer_key"), text("consumer_secret"), reach)
        }
    }
}
