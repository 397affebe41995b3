//! *Send me one*: a member gets the email that customers get, about a product of the shop, and reviews it on the
//! customer's page. The request is a trial, which is never counted.

use std::sync::Arc;

use app::error::Error;
use app::idempotency::Reply;
use app::request::{FirstMessage, NewReviewRequest, Recipient};
use axum::extract::State;
use axum::response::Response;
use domain::order::ProductIds;
use domain::request::{Request, RequestOptions};
use domain::values::{Dialect, EmailAddress, Reminders, RequestOrigin};

use crate::failure::Failure;
use crate::flash::Flash;
use crate::pages::first_steps::after;
use crate::pages::words::refusal;
use crate::parts::Parts;
use crate::steps::TRY;
use crate::viewer::Viewer;

pub(super) const HERE: &str = "/console/today";

pub(super) async fn send(State(parts): State<Arc<Parts>>, viewer: Viewer) -> Result<Response, Failure> {
    let email = match parts.samples.recipient(&viewer.tenant, viewer.id.as_ref(), viewer.now).await {
        Ok((_, email)) => email,
        Err(error) => return Ok(Flash::new(viewer.texts.say(refusal(error)?)).then(HERE)),
    };
    ask(&parts, &viewer, email.clone()).await?;
    let next = after(&TRY, &parts, &viewer).await?;
    Ok(Flash::new(viewer.texts.say("begin-try-sent").words("address", email.as_typed())).with_next(next).then(HERE))
}

/// Creates a request without messages and sends it by hand, so that no send window or cap delays it.
async fn ask(parts: &Parts, viewer: &Viewer, email: EmailAddress) -> Result<(), Error> {
    let first = parts.console.store.listed_products(&viewer.tenant, None, 1).await?.rows.pop();
    let new = NewReviewRequest {
        dialect: Dialect::BetterReviews,
        origin: RequestOrigin::Call,
        recipient: Recipient::Addressee { email, name: None },
        products: ProductIds::first(first.into_iter().map(|listed| listed.product.id)),
        order: None,
        first_message: FirstMessage::At(viewer.now),
        channels: Vec::new(),
        reminders: Some(Reminders::NONE),
        options: RequestOptions { trial: true, ..RequestOptions::default() },
    };
    let caller = viewer.caller();
    let request = parts.create.create_alone(&caller, new, viewer.now).await?.request.id;
    let answer = |_: &Request| Reply::json(200, &());
    parts.send_now.send_now(&caller, request, None, viewer.now, answer).await.map(drop)
}
