//! `GET /api/v1/integrations`, and `PUT`, `GET` and `DELETE /{platform}` and
//! `GET /{platform}/deliveries`.

use app::caller::Caller;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::values::SCOPE_INTEGRATIONS;
use edge::http::Segment;
use edge::native::integrations::{
    Disconnected, InboundsBody, IntegrationBody, IntegrationInput, IntegrationsBody, ShownIntegration, system,
};
use edge::native::{Failure, Served};
use edge::respond::json;
use integrations::{Integration, IntegrationRefusal};
use jiff::Timestamp;

use crate::{Parts, SharedParts};

fn refused(refusal: IntegrationRefusal) -> Failure {
    match refusal {
        IntegrationRefusal::Field(field, rule) => Failure(edge::error::Error::Field { field, rule }),
        IntegrationRefusal::Failed(error) => error.into(),
    }
}

impl Parts {
    fn shown<'a>(&'a self, caller: &'a Caller, integration: &'a Integration, now: Timestamp) -> ShownIntegration<'a> {
        (integration, &self.base_url, &caller.tenant, now)
    }
}

/// The shop's own systems
///
/// Lists the connected systems. Each entry shows which orders customers are asked about, and how many orders arrive.
#[utoipa::path(
    get, path = "/api/v1/integrations", operation_id = "listIntegrations",
    security(("key" = [SCOPE_INTEGRATIONS])),
    responses((status = 200, body = IntegrationsBody, description = "All connections.")),
)]
pub(crate) async fn list(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_INTEGRATIONS).await?;
    let all = parts.integrations.list(&call.caller, call.now).await?;
    let integrations = all.iter().map(|one| parts.shown(&call.caller, one, call.now)).collect();
    Ok(json(StatusCode::OK, &IntegrationsBody::new(integrations))?)
}

/// One of the shop's own systems
///
/// The secret is not shown.
#[utoipa::path(
    get, path = "/api/v1/integrations/{platform}", operation_id = "getIntegration",
    security(("key" = [SCOPE_INTEGRATIONS])),
    params(("platform" = String, Path, pattern = "^(shopify|woocommerce|own)$", description = "`shopify`, `woocommerce`, or `own` for the shop's own program.")),
    responses((status = 200, body = IntegrationBody, description = "The connection."), (status = 404)),
)]
pub(crate) async fn show(parts: SharedParts, Segment(platform): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_INTEGRATIONS).await?;
    let integration = parts.integrations.get(&call.caller, system(&platform)?, call.now).await?;
    Ok(json(StatusCode::OK, &IntegrationBody::new(parts.shown(&call.caller, &integration, call.now)))?)
}

/// Connect Shopify or your own program, or change which orders customers are asked about
///
/// Then add webhooks with the address `url` in Shopify. WooCommerce is connected by its plug-in. `own` is for any other shop: from
/// then on, the buyers of orders that the shop's keys write are asked by these rules.
#[utoipa::path(
    put, path = "/api/v1/integrations/{platform}", operation_id = "putIntegration",
    security(("key" = [SCOPE_INTEGRATIONS])),
    params(("platform" = String, Path, pattern = "^(shopify|woocommerce|own)$", description = "`shopify`, `woocommerce`, or `own` for the shop's own program.")),
    request_body = IntegrationInput,
    responses(
        (status = 200, body = IntegrationBody, description = "The connection."),
        (status = 404, description = "WooCommerce is not connected by its plug-in."),
        (status = 409, description = "An earlier secret still works; `message` says when you can replace the secret again."),
    ),
)]
pub(crate) async fn put(parts: SharedParts, Segment(platform): Segment, request: Request) -> Served {
    let call = parts.calls.json::<IntegrationInput>(request, SCOPE_INTEGRATIONS).await?;
    let (system, change) = (system(&platform)?, call.input.parse()?);
    let integration = parts
        .integrations
        .put(&call.caller, system, change, &parts.connected.queue, call.now)
        .await
        .map_err(refused)?;
    Ok(json(StatusCode::OK, &IntegrationBody::new(parts.shown(&call.caller, &integration, call.now)))?)
}

/// Disconnect a system
///
/// The connection's URL answers 404 at once, and the plug-in's key 401. Waiting requests are still sent.
#[utoipa::path(
    delete, path = "/api/v1/integrations/{platform}", operation_id = "deleteIntegration",
    security(("key" = [SCOPE_INTEGRATIONS])),
    params(("platform" = String, Path, pattern = "^(shopify|woocommerce|own)$", description = "`shopify`, `woocommerce`, or `own` for the shop's own program.")),
    responses((status = 200, body = Disconnected, description = "The system is disconnected."), (status = 404)),
)]
pub(crate) async fn delete(parts: SharedParts, Segment(platform): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_INTEGRATIONS).await?;
    parts.integrations.delete(&call.caller, system(&platform)?, call.now).await?;
    Ok(json(StatusCode::OK, &Disconnected::new(()))?)
}

/// The last calls from a system
///
/// The last 50 calls with the shop's signature, newest first, each with its outcome.
#[utoipa::path(
    get, path = "/api/v1/integrations/{platform}/deliveries", operation_id = "listIntegrationDeliveries",
    security(("key" = [SCOPE_INTEGRATIONS])),
    params(("platform" = String, Path, pattern = "^(shopify|woocommerce|own)$", description = "`shopify`, `woocommerce`, or `own` for the shop's own program.")),
    responses((status = 200, body = InboundsBody, description = "The calls."), (status = 404)),
)]
pub(crate) async fn deliveries(parts: SharedParts, Segment(platform): Segment, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_INTEGRATIONS).await?;
    let calls = parts.integrations.deliveries(&call.caller, system(&platform)?).await?;
    Ok(json(StatusCode::OK, &InboundsBody::new(calls))?)
}
