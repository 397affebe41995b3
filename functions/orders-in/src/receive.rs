//! `POST /in/shopify/{shop}`.

use app::error::Error;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use bytes::Bytes;
use domain::values::{Mode, Tenant, TenantId};
use edge::http::Segment;
use edge::native::Served;
use edge::respond::{json, minute, refusal};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use integrations::wire::shopify::SYSTEM;
use integrations::wire::{Received, header, looks_own, shopify, topic};
use integrations::{IntegrationRecord, OrderTask, Rows, record_call};
use jiff::{SignedDuration, Timestamp};
use vault::is_signed;

use crate::{Parts, SharedParts};

/// The maximum length of a body. An order of 250 lines with the fields of many plug-ins has some hundred kilobytes.
const BODY_BYTES_MAX: usize = 1024 * 1024;

edge::shown! {
    /// The call was accepted.
    struct Taken (_taken: ()) {
        /// Always `true`.
        ok: bool = true;
    }

    struct Refused ((error, message): (&str, &str)) {
        ok: bool = false;
        error: String = error;
        message: String = message;
    }
}

/// Receive a webhook call from Shopify
///
/// The URL for a Shopify shop's webhooks. Afterword uses calls about orders, shipments and products, and Shopify's three
/// compliance topics. It ignores others.
#[utoipa::path(
    post, path = "/in/shopify/{shop}", operation_id = "takeShopify", security(()),
    params(("shop" = String, Path, description = "The shop's id, as in the integration's `url`.")),
    responses(
        (status = 200, body = Taken, description = "The call is recorded, whatever its content."),
        (status = 401, description = "The signature was not made with the shop's secret."),
        (status = 404, description = "The shop is unknown or not connected. The three compliance topics are accepted for 90 days after a connection ended."),
        (status = 413, description = "The body is larger than 1 MiB."),
        (status = 503),
    ),
)]
pub(crate) async fn take(parts: SharedParts, Segment(shop): Segment, request: Request) -> Served {
    let now = parts.clock.now();
    let tenant = tenant_of(&shop).ok_or(Error::NotFound)?;
    let (head, body) = request.into_parts();
    let body = match receive(body).await {
        Ok(body) => body,
        Err(refusal) => return Ok(refusal),
    };
    // Read before the keys, so that strangers cannot cause KMS calls for shops that are not connected.
    let sealed =
        Rows(&parts.store).sealed_integration(&tenant, SYSTEM).await.map_err(Error::from)?.ok_or(Error::NotFound)?;
    let record = parts.store.tenant(&tenant).await.map_err(Error::from)?.ok_or(Error::NotFound)?;
    let keys = parts.vault.tenant(&tenant, &record.root, now).await.map_err(Error::from)?;
    let integration = sealed.open(&keys).map_err(Error::from)?;
    if !is_genuine(&integration, &head.headers, &body, now) {
        parts.count_forged(&tenant, &integration, looks_own(&head.headers, &integration), now).await;
        let message = "The signature is not that of the shop's secret; compare it with the one in the integration.";
        return Ok(refusal(StatusCode::UNAUTHORIZED, None, &Refused::new(("invalid_signature", message))));
    }
    let topic = topic(&head.headers, &shopify::TOPIC);
    let domain = integration.domain.as_ref();
    let said = shopify::read(&Received { topic: &topic, headers: &head.headers, body: &body, now, domain });
    // Calls about privacy are processed even after the shop or its connection ended, because people keep their privacy
    // rights.
    let is_deaf = record.ended_at.is_some() || !integration.is_connected();
    if integration.is_over(now) || is_deaf && !said.is_about_privacy() {
        return Err(Error::NotFound.into());
    }
    let (id, is_work) = record_call(&parts.store, (&tenant, SYSTEM, &keys), topic, said, now).await?;
    // The call is recorded, so the answer is 200 even if it could not be queued: `reconcile` queues it later.
    if is_work && let Err(error) = parts.queue.send(&OrderTask::new(&tenant, SYSTEM, id), SignedDuration::ZERO).await {
        tracing::warn!(%error, "a call is not queued");
    }
    Ok(json(StatusCode::OK, &Taken::new(()))?)
}

impl Parts {
    /// Counts a call without the shop's signature, and records and logs such calls once a minute, because anybody can make
    /// thousands a second. They are not listed: in the list, strangers' calls would displace the shop's own.
    /// The shop reads only of those that look like its own.
    async fn count_forged(&self, tenant: &Tenant, integration: &IntegrationRecord, looks_own: bool, now: Timestamp) {
        let system = integration.system;
        let name = format!("{tenant} {} {looks_own}", system.as_str());
        self.forged.count(&name);
        let Some(calls) = self.forged.due(&name, minute(now)) else { return };
        if looks_own
            && integration.is_connected()
            && let Err(error) = Rows(&self.store).count_forged_calls(tenant, system, calls, now).await
        {
            tracing::warn!(%error, "calls without the shop's signature are not counted");
        }
        tracing::warn!(%tenant, system = system.as_str(), forged_calls = calls, "calls without the shop's signature");
    }
}

/// The shop in the path. It is in live mode unless a dot and a mode follow.
fn tenant_of(shop: &str) -> Option<Tenant> {
    match shop.contains('.') {
        true => shop.parse().ok(),
        false => Some(Tenant { id: TenantId::parse(shop).ok()?, mode: Mode::Live }),
    }
}

/// Whether a call was signed with one of the accepted secrets.
fn is_genuine(integration: &IntegrationRecord, headers: &HeaderMap, body: &[u8], now: Timestamp) -> bool {
    let Some(signature) = header(headers, &shopify::SIGNATURE) else { return false };
    let earlier = integration.earlier.iter().filter(|(_, until)| now < *until).map(|(secret, _)| secret);
    integration.secret.iter().chain(earlier).any(|secret| is_signed(secret.reveal(), body, signature))
}

async fn receive(body: Body) -> Result<Bytes, Response> {
    let read = Limited::new(body, BODY_BYTES_MAX).collect().await;
    read.map(|read| read.to_bytes()).map_err(|error| match error.downcast_ref::<LengthLimitError>() {
        Some(_) => {
            let message = "The body is larger than 1 MiB.";
            refusal(StatusCode::PAYLOAD_TOO_LARGE, None, &Refused::new(("payload_too_large", message)))
        }
        None => {
            let message = "The body is shorter than it was announced.";
            refusal(StatusCode::BAD_REQUEST, None, &Refused::new(("invalid_body", message)))
        }
    })
}
