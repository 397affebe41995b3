//! What a handler gets: who is signed in, what the address names, and what the form or the query says. The gate has already checked
//! the role and the origin.

use std::sync::Arc;

use app::error::Error;
use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::HeaderMap;
use axum::http::request::Parts as Head;
use axum::response::Response;
use domain::order::ProductId;
use domain::shop::TextOccasion;
use domain::values::{CustomerId, EventId, Guid, Language, MemberId, RequestId, ReviewId, ShopSystem, WebhookId};
use edge::body::Fields;
use edge::native::texts::TextKey;

use crate::form::{Failure, Flash, Served};
use crate::language::preferred;
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
        // Absent only if the route needs no role.
        let viewer = head.extensions.remove::<Viewer>().ok_or(Failure::Forbidden)?;
        // A segment that is no UTF-8 names nothing.
        let path = RawPathParams::from_request_parts(&mut head, parts).await.map_err(|_| Failure::NotFound)?;
        let segments: Vec<_> = path.iter().map(|(_, segment)| segment).collect();
        let id = Id::named(&segments).ok_or(Failure::NotFound)?;
        Ok(Self { parts: Arc::clone(parts), viewer, id, fields: fields(&head, body).await? })
    }
}

/// A call of a person who may not be signed in.
pub(crate) struct Visit {
    pub parts: Arc<Parts>,
    /// The browser's language.
    pub language: Language,
    pub headers: HeaderMap,
    pub fields: Fields,
}

impl FromRequest<Arc<Parts>> for Visit {
    type Rejection = Failure;

    async fn from_request(request: Request, parts: &Arc<Parts>) -> Result<Self, Failure> {
        let (head, body) = request.into_parts();
        let fields = fields(&head, body).await?;
        let language = preferred(&head.headers);
        Ok(Self { parts: Arc::clone(parts), language, headers: head.headers, fields })
    }
}

/// The fields of a form or, of a page that is read, of its query. If a name comes twice, the first field counts.
async fn fields(head: &Head, body: Body) -> Result<Fields, Failure> {
    match head.method.is_safe() {
        true => Ok(Fields::of_query(head.uri.query())),
        false => Ok(edge::body::form(body).await?),
    }
}

impl Viewer {
    /// Leads to a page that says this text once.
    pub(crate) fn done(&self, text: &str, path: &str) -> Response {
        Flash::new(self.texts.say(text)).then(path)
    }

    /// Leads to a page that says which fields were saved; without one, that nothing changed.
    pub(crate) fn saved(&self, names: &str, path: &str) -> Response {
        Flash::new(self.saved_text(names)).then(path)
    }

    pub(crate) fn saved_text(&self, names: &str) -> String {
        match names {
            "" => self.texts.say("settings-same").to_string(),
            names => self.texts.say("settings-saved").words("names", names).to_string(),
        }
    }

    /// Why nothing was done, in the text `refused-` with the error's code. An error without a text has its own page.
    pub(crate) fn refusal(&self, error: Error) -> Result<String, Failure> {
        let said = self.texts.say(&format!("refused-{}", error.told().code)).to_string();
        if said.is_empty() { Err(error.into()) } else { Ok(said) }
    }

    /// Leads to a page that says once why nothing was done.
    pub(crate) fn refused(&self, error: Error, path: &str) -> Served {
        Ok(Flash::new(self.refusal(error)?).then(path))
    }
}
