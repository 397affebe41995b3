//! What a handler gets: who is signed in, what the address names, and what the form or the query says. The gate has already checked
//! the role and the origin.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use axum::response::Response;
use domain::order::ProductId;
use domain::shop::TextOccasion;
use domain::values::{CustomerId, EventId, Guid, Language, MemberId, RequestId, ReviewId, ShopSystem, WebhookId};
use edge::body::Fields;
use edge::native::texts::TextKey;

use crate::form::{Failure, Flash};
use crate::parts::{Parts, Viewer};

/// A call of a person who may make it.
pub(crate) struct Click<Id = ()> {
    pub parts: Arc<Parts>,
    pub viewer: Viewer,
    pub id: Id,
    /// The fields of the form or, of a page that is read, of the query.
    pub fields: Fields,
}

/// What the variable segments of an address name.
pub(crate) trait Named: Sized {
    /// `None` if they name nothing that could exist.
    fn named(segments: &[&str]) -> Option<Self>;
}

macro_rules! named {
    ($([$($segment:ident),*] => $id:ty: $parse:expr;)+) => {
        $(impl Named for $id {
            fn named(segments: &[&str]) -> Option<Self> {
                let [$($segment),*] = *segments else { return None };
                $parse
            }
        })+
    };
}

named! {
    [] => (): Some(());
    [text] => String: Some(text.to_owned());
    [id] => ReviewId: Self::parse(id).ok();
    [id] => RequestId: Self::parse(id).ok();
    [id] => CustomerId: Guid::parse(id).ok().and_then(Self::from_guid);
    [id] => ProductId: Self::in_catalog(id).ok();
    [id] => Guid: Self::parse(id).ok();
    [id] => MemberId: Self::parse(id).ok();
    [id] => WebhookId: Self::parse(id).ok();
    [word] => ShopSystem: Self::parse(word);
    [language, occasion] => TextKey: Some((Language::parse(language)?, TextOccasion::parse(occasion)?));
    [webhook, event] => (WebhookId, EventId): Some((WebhookId::parse(webhook).ok()?, app::webhook::parse_event_name(event)?));
}

impl<Id: Named + std::marker::Send> FromRequest<Arc<Parts>> for Click<Id> {
    type Rejection = Failure;

    async fn from_request(request: Request, parts: &Arc<Parts>) -> Result<Self, Failure> {
        let (mut head, body) = request.into_parts();
        let viewer = Viewer::from_request_parts(&mut head, parts).await?;
        // A segment that is no UTF-8 names nothing.
        let path = RawPathParams::from_request_parts(&mut head, parts).await.map_err(|_| Failure::NotFound)?;
        let segments: Vec<_> = path.iter().map(|(_, segment)| segment).collect();
        let id = Id::named(&segments).ok_or(Failure::NotFound)?;
        let fields = match head.method.is_safe() {
            true => Fields::of_query(head.uri.query()),
            false => edge::body::form(body).await?,
        };
        Ok(Self { parts: Arc::clone(parts), viewer, id, fields })
    }
}

impl Viewer {
    /// Leads to a page that says this text once.
    pub(crate) fn done(&self, text: &str, path: &str) -> Response {
        Flash::new(self.texts.say(text)).then(path)
    }
}

/// What an input became, or the name of the field that was refused and its rule, with which the form is shown again.
pub(crate) fn refusable<T>(
    read: Result<T, edge::error::Error>,
) -> Result<Result<T, (&'static str, domain::values::Invalid)>, Failure> {
    match read {
        Ok(read) => Ok(Ok(read)),
        Err(edge::error::Error::Field { field, rule }) => Ok(Err((field, rule))),
        Err(error) => Err(error.into()),
    }
}
