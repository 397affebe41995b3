//! The sent emails and SMS, as their recipients see them.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    Json,
    extract::{Path, RawQuery, State},
    response::{Html, IntoResponse, Response},
};
use http::{StatusCode, header};
use serde::Serialize;
use small_aws::Mail;

use super::{
    Front,
    page::{self, FrontError, refusal},
};
use crate::demo::samples::is_sample;
use crate::request_of;
use crate::world::link_of;

/// The maximum number of messages in the list next to the shown one.
const LISTED_MAX: usize = 200;
/// The maximum number of characters of an SMS in the list.
const GIST_MAX: usize = 60;
/// The policy for an email's HTML: it may show itself, and its links lead to a tab without this policy.
const MAIL_POLICY: &str = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; \
    style-src 'unsafe-inline'; img-src http: https: data:; frame-ancestors 'self'";

/// An email or SMS in `/local/inbox.json`.
#[derive(Serialize)]
struct Row {
    id: String,
    channel: String,
    to: String,
    from: String,
    subject: String,
    html: Option<String>,
    text: Option<String>,
    headers: BTreeMap<String, String>,
    sent_at: String,
    request_id: Option<u64>,
}

impl From<Mail> for Row {
    fn from(mail: Mail) -> Self {
        let request_id = request_of(&mail);
        let Mail { id, channel, to, from, subject, html, text, headers, tags: _, sent_at } = mail;
        let sent_at = page::rfc3339(sent_at);
        Self { id, channel, to, from, subject, html, text, headers, sent_at, request_id }
    }
}

#[derive(Template)]
#[template(path = "inbox.html")]
struct Inbox {
    mails: Vec<Mail>,
    total: usize,
    open: Option<Mail>,
    view: View,
    base_url: String,
}

/// How an email is shown: phone or wide, light or dark.
#[derive(Clone, Copy, Default, PartialEq)]
struct View {
    wide: bool,
    dark: bool,
}

impl View {
    fn parse(query: Option<String>) -> Self {
        let query = query.unwrap_or_default();
        let has = |name: &str, value: &str| {
            form_urlencoded::parse(query.as_bytes()).any(|field| field == (name.into(), value.into()))
        };
        Self { wide: has("width", "wide"), dark: has("scheme", "dark") }
    }

    /// The query of this view; empty for the phone in light colors.
    fn query(self) -> &'static str {
        match self {
            Self { wide: false, dark: false } => "",
            Self { wide: false, dark: true } => "?scheme=dark",
            Self { wide: true, dark: false } => "?width=wide",
            Self { wide: true, dark: true } => "?width=wide&scheme=dark",
        }
    }

    /// Both switches: the name of each, and for each position its label and the view.
    fn switches(self) -> [(&'static str, [(&'static str, Self); 2]); 2] {
        [
            ("Width", [("Phone", Self { wide: false, ..self }), ("Wide", Self { wide: true, ..self })]),
            ("Colors", [("Light", Self { dark: false, ..self }), ("Dark", Self { dark: true, ..self })]),
        ]
    }
}

impl Inbox {
    fn link<'a>(&self, mail: &'a Mail) -> Option<&'a str> {
        link_of(mail, &self.base_url)
    }

    fn is_open(&self, mail: &Mail) -> bool {
        self.open.as_ref().is_some_and(|open| open.id == mail.id)
    }

    fn sent(mail: &Mail) -> String {
        page::words(mail.sent_at)
    }

    fn is_text(mail: &Mail) -> bool {
        mail.channel == "sms"
    }

    /// The mail's title in the list: the subject, or the beginning of an SMS.
    fn gist(mail: &Mail) -> String {
        match &mail.text {
            Some(text) if Self::is_text(mail) => text.chars().take(GIST_MAX).collect(),
            _ => mail.subject.clone(),
        }
    }

    fn segments(text: &str) -> String {
        let alphabet = match app::message::sms::Alphabet::of(text) {
            app::message::sms::Alphabet::Gsm7 => "GSM-7",
            app::message::sms::Alphabet::Ucs2 => "UCS-2",
        };
        format!("{} ({alphabet})", app::message::sms::segments(text))
    }

    /// An SMS' words, each with the spaces after it, and whether a phone makes it a link.
    fn words(text: &str) -> impl Iterator<Item = (&str, bool)> {
        let is_link = |word: &str| word.starts_with("https://") || word.starts_with("http://");
        text.split_inclusive(char::is_whitespace).map(move |word| (word, is_link(word)))
    }
}

pub(super) async fn json(State(front): State<Front>) -> impl IntoResponse {
    let mails = front.world.aws().inbox().into_iter().map(Row::from);
    ([(header::CACHE_CONTROL, "no-store")], Json(mails.collect::<Vec<_>>()))
}

pub(super) async fn newest(State(front): State<Front>, RawQuery(query): RawQuery) -> Result<Response, FrontError> {
    list(&front, None, View::parse(query))
}

pub(super) async fn show(
    State(front): State<Front>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, FrontError> {
    match front.world.aws().inbox().into_iter().find(|mail| mail.id == id) {
        Some(mail) => list(&front, Some(mail), View::parse(query)),
        None => Ok(no_mail()),
    }
}

/// The HTML part alone. Its links lead to a new tab, because the hub does not allow frames, and a mail program has no
/// frame. Nothing else is changed.
pub(super) async fn html(State(front): State<Front>, Path(id): Path<String>) -> Response {
    let mail = front.world.aws().inbox().into_iter().find(|mail| mail.id == id);
    let Some(html) = mail.and_then(|mail| mail.html) else { return no_mail() };
    let html = html.replacen("<head>", "<head><base target=\"_blank\">", 1);
    let headers = [(header::CONTENT_SECURITY_POLICY, MAIL_POLICY), (header::CACHE_CONTROL, "no-store")];
    (headers, Html(html)).into_response()
}

fn list(front: &Front, open: Option<Mail>, view: View) -> Result<Response, FrontError> {
    let mut mails = front.world.aws().inbox();
    let total = mails.len();
    mails.reverse();
    // Messages that the developer sent come before those of the samples.
    mails.sort_by_key(|mail| is_sample(&mail.to));
    mails.truncate(LISTED_MAX);
    let open = open.or_else(|| mails.first().cloned());
    page::page(&Inbox { mails, total, open, view, base_url: front.demo.base_url.clone() })
}

fn no_mail() -> Response {
    refusal(StatusCode::NOT_FOUND, "not_found", "There is no such message.")
}
