//! A message in the frame beside its form: with the words that are saved, or those that are typed.

use std::sync::Arc;

use app::message::Message;
use app::message::mail::Mail;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::OwnWords;
use edge::Fields;
use edge::native::texts::{Of, TextInput, TextPath};
use texts::Texts;

use super::{context, specs};
use crate::failure::Failure;
use crate::form::Form;
use crate::parts::Parts;
use crate::respond::for_frame;
use crate::viewer::Viewer;

#[derive(Template)]
#[template(path = "words-shown.html")]
struct ShownPage {
    texts: Texts,
    what: What,
}

enum What {
    /// An email's subject and its HTML.
    Mail(String, String),
    /// An SMS, and how many of it are billed.
    Sms(String, u32),
    /// The words cannot be used.
    Wrong(String),
}

/// The message as it is saved.
pub(crate) async fn stored(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Path(path): Path<TextPath>,
) -> Result<Response, Failure> {
    let of = path.of().map_err(|_| Failure::NotFound)?;
    render(&parts, &viewer, of, None).await
}

/// The message with what is typed, which is not saved.
pub(crate) async fn typed(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Path(path): Path<TextPath>,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let of = path.of().map_err(|_| Failure::NotFound)?;
    match read(&parts, &viewer, of, &fields) {
        Ok(own) => render(&parts, &viewer, of, Some(own)).await,
        Err(edge::Error::Field { field, rule: _ }) => {
            let wrong = context(&viewer, of.1).wrong(field);
            let page = ShownPage { texts: viewer.texts, what: What::Wrong(wrong) };
            Ok(for_frame(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(error) => Err(error.into()),
    }
}

/// The words of a form.
fn read(parts: &Parts, viewer: &Viewer, of: Of, fields: &Fields) -> Result<OwnWords, edge::Error> {
    let zone = viewer.zone();
    let input = specs(of.1).iter().map(|spec| (spec.name.to_owned(), spec.read(fields, &zone)));
    let change = edge::read::<TextInput>(input.collect())?.parse(of, &parts.texts.links.example_short())?;
    Ok(change.apply(OwnWords::default()))
}

async fn render(parts: &Parts, viewer: &Viewer, of: Of, own: Option<OwnWords>) -> Result<Response, Failure> {
    let own = match own {
        Some(own) => own,
        None => parts.texts.get(&viewer.tenant, of).await?.own,
    };
    let product = parts.texts.example(&viewer.tenant).await?;
    let what = match parts.texts.preview(&viewer.shop.shop, of, &own, product.as_ref(), viewer.now)? {
        Message::Mail(Mail { subject, html, .. }) => What::Mail(subject, html),
        Message::Text(text) => What::Sms(text.body.clone(), text.segments()),
    };
    Ok(for_frame(StatusCode::OK, &ShownPage { texts: viewer.texts, what }))
}
