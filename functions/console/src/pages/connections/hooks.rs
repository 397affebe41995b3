//! Webhooks that Afterword makes in a shop at Shopify, with a key that the member enters. No page and no message shows the
//! key.

use domain::values::Reach;
use edge::body::Fields;
use integrations::{ShopAccess, ShopTopic, TopicWebhook, WebhookOutcome};
use texts::Texts;

use crate::fields::{Kind, Spec, spec};

/// The fields for the shop's domain and for an app's keys.
pub(super) const SHOPIFY_ACCESS: &[Spec] =
    &[spec("domain", Kind::Line("text", 200)), spec("app", Kind::Once(200)), spec("client_secret", Kind::Once(200))];

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

pub(super) fn read(fields: &Fields, reach: Reach) -> Result<ShopAccess, &'static str> {
    let text = |name: &str| fields.text(name);
    ShopAccess::parse(text("domain"), text("app"), text("client_secret"), reach)
}
