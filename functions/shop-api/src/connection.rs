//! `POST`, `GET` and `DELETE /api/v1/connection`, which WooCommerce's plug-in calls.

use app::error::Error;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use domain::message::Restored;
use domain::values::value::{Kind, Text};
use domain::values::{SCOPE_CONNECTION, Tenant};
use edge::input;
use edge::native::Served;
use edge::native::integrations::Disconnected;
use edge::respond::json;
use edge::shown::Time;
use futures_util::TryFutureExt as _;
use futures_util::future::try_join;
use integrations::ShopPlace;
use jiff::Timestamp;
use utoipa::IntoParams;

use crate::{Parts, SharedParts};

input! {
    /// What the plug-in got when an owner connected the shop.
    pub(crate) struct ConnectionInput {
        /// The `code` that came back to the shop.
        code: String, as Kind::Text(Text::at_most(200)), or "`code` must be the code that came back to the shop.";
        /// What `challenge` was made of: the SHA-256 of this text is the challenge.
        verifier: String, as Kind::Text(Text::at_most(200)), or "`verifier` must be what `challenge` was made of.";
    }
}

/// Where the shop is. [`ShopPlace::of`] reads it.
#[expect(dead_code, reason = "only described")]
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
struct PlaceHeaders {
    /// The host and path of WordPress' option `home`, without `www.`.
    #[param(rename = "Afterword-Home")]
    home: String,
    /// WordPress' environment type.
    #[param(rename = "Afterword-Environment")]
    environment: String,
}

edge::shown! {
    /// A connection's key, which is shown once.
    struct NewConnectionBody as NewConnection ((key, shop, name): (&str, &Tenant, &str)) {
        /// The secret that the plug-in's calls send as `Authorization: Bearer`.
        key: String = key;
        /// The shop's id.
        shop: String = shop.id.as_str();
        /// The shop's name.
        name: String = name;
    }

    /// A plug-in's connection.
    struct ConnectionBody as Connection ((shop, restored, coming): (&Tenant, Option<Restored>, Coming)) {
        /// The shop's id.
        shop: String = shop.id.as_str();
        /// The version of the plug-in that the console hands out.
        version: String = env!("CARGO_PKG_VERSION");
        /// Afterword lost what it confirmed from this moment on, until `resend_until`: the plug-in forgets these answers and sends
        /// the orders and products again. `null` if nothing was lost.
        resend_from: Option<Time> = restored.map(|restored| restored.to);
        /// The end of what was lost.
        resend_until: Option<Time> = restored.map(|restored| restored.until);
        /// When the shop's first emails leave, at the earliest; `null` once some were due, and while no order is planned.
        first_email_at: Option<Time> = coming.first_at;
        /// What the shop's emails wait for: its postal `address`, or the end of a `pause`; `null` if they leave.
        waits: Option<String> = coming.waits, as Kind::Word(vec![ADDRESS, PAUSE]);
        /// When the pause ends; `null` without one, and if it does not end by itself.
        paused_until: Option<Time> = coming.paused_until;
    }
}

/// What the shop's emails wait for.
const ADDRESS: &str = "address";
const PAUSE: &str = "pause";

/// What comes next in the connected shop.
struct Coming {
    first_at: Option<Timestamp>,
    waits: Option<&'static str>,
    paused_until: Option<Timestamp>,
}

impl Parts {
    /// The plug-in asks for it when somebody opens its page, and twice a day.
    async fn coming(&self, tenant: &Tenant, now: Timestamp) -> Result<Coming, Error> {
        let store = &self.integrations.store;
        let (record, counts) = try_join(store.tenant(tenant).err_into(), self.asks.counts(tenant, now)).await?;
        let record = record.ok_or(Error::NotFound)?;
        self.texts.links.read(now).await?;
        let pause = record.pause(None, now);
        let lacks_address = record.lacks_address(self.texts.links.postal_address().as_deref());
        let first = counts.first.filter(|_| !counts.has_asked);
        Ok(Coming {
            first_at: first.map(|(at, _)| record.rules.next_open(at, None)),
            waits: if lacks_address { Some(ADDRESS) } else { pause.map(|_| PAUSE) },
            paused_until: pause.and_then(|pause| pause.until),
        })
    }
}

/// Connect WooCommerce's plug-in
///
/// Exchanges the code of an owner who connected the shop for a key. It works once, within ten minutes, and ends the key of an
/// earlier connection.
#[utoipa::path(
    post, path = "/api/v1/connection", operation_id = "connect", security(()),
    params(PlaceHeaders),
    request_body = ConnectionInput,
    responses(
        (status = 200, body = NewConnectionBody, description = "The shop is connected."),
        (status = 400, description = "The code is wrong, was used or is too old, or is another shop's (`invalid_grant`)."),
    ),
)]
pub(crate) async fn connect(parts: SharedParts, request: Request) -> Served {
    let (headers, input, now) = parts.calls.open::<ConnectionInput>(request).await?;
    let grant = (&*input.code?, &*input.verifier?);
    let (key, tenant, shop) = parts.integrations.connect(&parts.vault, grant, ShopPlace::of(&headers), now).await?;
    let body = NewConnectionBody::new((key.reveal(), &tenant, &shop.shop.name));
    Ok(json(StatusCode::OK, &body)?)
}

/// The plug-in's connection
///
/// Says whether the key still works, whether the call comes from the connected shop, and not from a copy of it, and what comes next.
#[utoipa::path(
    get, path = "/api/v1/connection", operation_id = "getConnection",
    security(("key" = [SCOPE_CONNECTION])),
    params(PlaceHeaders),
    responses(
        (status = 200, body = ConnectionBody, description = "The shop is connected."),
        (status = 409, description = "Another site was connected (`other_shop`)."),
    ),
)]
pub(crate) async fn show(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_CONNECTION).await?;
    parts.integrations.connected(&call.caller, &headers, call.now).await?;
    let restored = parts.integrations.store.restored().await?;
    let coming = parts.coming(&call.caller.tenant, call.now).await?;
    Ok(json(StatusCode::OK, &ConnectionBody::new((&call.caller.tenant, restored, coming)))?)
}

/// Disconnect the plug-in
///
/// The key ends. Waiting requests are still sent.
#[utoipa::path(
    delete, path = "/api/v1/connection", operation_id = "disconnect",
    security(("key" = [SCOPE_CONNECTION])),
    params(PlaceHeaders),
    responses(
        (status = 200, body = Disconnected, description = "The shop is disconnected."),
        (status = 409, description = "Another site was connected (`other_shop`)."),
    ),
)]
pub(crate) async fn delete(parts: SharedParts, headers: HeaderMap) -> Served {
    let call = parts.calls.bare(&headers, SCOPE_CONNECTION).await?;
    let connection = parts.integrations.connected(&call.caller, &headers, call.now).await?;
    parts.integrations.delete(&call.caller, connection.system, call.now).await?;
    Ok(json(StatusCode::OK, &Disconnected::new(()))?)
}
