//! Webhooks that Afterword makes in the shop's system, with a key that the member enters. The key is used once, and no
//! page and no message shows it.

use std::sync::Arc;

use app::error::Error;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::values::{Reach, ShopSystem};
use edge::body::Fields;
use edge::http::Segment;
use edge::native::integrations::inbound_url;
use integrations::{
    IntegrationRefusal, ShopAccess, ShopRefusal, ShopTopic, TopicWebhook, WebhookOutcome, WebhooksRefusal,
};
use serde_json::Value;
use texts::Texts;

use super::{ConnectionPage, again, context, rotated_recently, system, view};
use crate::failure::Failure;
use crate::fields::{Kind, Spec, spec};
use crate::form::Form;
use crate::parts::Parts;
use crate::respond::framed;
use crate::ui::language::said_or;
use crate::viewer::Viewer;

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

/// A webhook, and its outcome.
pub(super) struct HookRow {
    pub topic: String,
    /// The system's own name for the topic.
    pub name: &'static str,
    pub outcome: &'static str,
    pub tone: &'static str,
    pub is_refused: bool,
}

impl HookRow {
    fn new(texts: Texts, TopicWebhook { topic, outcome }: &TopicWebhook) -> Self {
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

fn read(system: ShopSystem, fields: &Fields, reach: Reach) -> Result<ShopAccess, &'static str> {
    let text = |name: &str| fields.text(name);
    match system {
        ShopSystem::Shopify => ShopAccess::shopify(text("domain"), text("app"), text("client_secret"), reach),
        ShopSystem::WooCommerce => {
            ShopAccess::woocommerce(text("address"), text("consumer_key"), text("consumer_secret"), reach)
        }
    }
}

/// Connects the shop, if it is not connected, and makes its webhooks.
pub(crate) async fn add(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Segment(name): Segment,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let system = system(&name)?;
    let access = match read(system, &fields, parts.reach) {
        Ok(access) => access,
        Err(field) => return again(&parts, &viewer, system, (&fields, field)).await,
    };
    let url = inbound_url(&parts.base_url, &viewer.tenant, system);
    match parts.shop_webhooks.make(&viewer.caller(), &access, &url, viewer.now).await {
        Ok(webhooks) => {
            let webhooks = webhooks.iter().map(|webhook| HookRow::new(viewer.texts, webhook)).collect();
            let page = ConnectionPage { webhooks, ..view(&parts, &viewer, system, None).await? };
            Ok(framed(StatusCode::OK, &page, &page.shell))
        }
        Err(WebhooksRefusal::Shop(refusal)) => refused(&parts, &viewer, system, &fields, refusal).await,
        Err(WebhooksRefusal::Connection(IntegrationRefusal::Field(..))) => {
            again(&parts, &viewer, system, (&fields, "client_secret")).await
        }
        Err(WebhooksRefusal::Connection(IntegrationRefusal::Failed(Error::RotatedRecently(until)))) => {
            rotated_recently(&parts, &viewer, system, until).await
        }
        Err(WebhooksRefusal::Connection(IntegrationRefusal::Failed(error))) => Err(error.into()),
    }
}

/// The page with the reason why the shop's system made no webhooks, and with the typed address.
async fn refused(
    parts: &Parts,
    viewer: &Viewer,
    system: ShopSystem,
    fields: &Fields,
    refusal: ShopRefusal,
) -> Result<Response, Failure> {
    let (texts, code) = (viewer.texts, refusal.as_str());
    let said = said_or(texts, &format!("sys-shop-{code}-{}", system.as_str()), || {
        texts.say(&format!("sys-shop-{code}")).to_string()
    });
    // The error belongs to no single field.
    let typed = Some((fields, ""));
    let context = context(viewer);
    let access = access(system).iter().map(|spec| spec.show(&context, &Value::Null, typed)).collect();
    let page = ConnectionPage { access, refusal: Some(said), ..view(parts, viewer, system, None).await? };
    Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
}
