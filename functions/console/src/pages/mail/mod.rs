//! The pages behind the links of the emails about reviews: one review, about which a member acts without signing in, and the end
//! of these emails. A link is for one member. To open it changes nothing.

mod open;

use app::error::Error;
use app::review::{Verdict, standing};
use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::review::{ReplyText, Review, ReviewState, WithholdReason};
use edge::body::{Fields, Query};
use edge::page::{POLICY, page as document, see_other};
use members::NotificationPreference;
use texts::Texts;
use vault::MailLink;

use self::open::{Opened, Shut, open};
use crate::form::{Failure, Form, Served};
use crate::language::Preferred;
use crate::page::page;
use crate::pages::reviews::{Wrong, author, newest_words, saved_replies, withholding};
use crate::parts::{Parts, SharedParts};
use crate::ui::{Stars, Subject};

page! {
    get Link "/console/mail" => show;
    post Link "/console/mail" => act;
    get Link "/console/mail/stop" => ask_to_stop;
    post Link "/console/mail/stop" => stop;
}

const HERE: &str = "/console/mail";

/// What a member can do about a review of an email.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Answer,
    Publish,
    Withhold,
}

impl Act {
    const ALL: [Self; 3] = [Self::Answer, Self::Publish, Self::Withhold];

    const fn word(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Publish => "publish",
            Self::Withhold => "withhold",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.word() == word)
    }

    const fn done(self) -> &'static str {
        match self {
            Self::Answer => "mail-done-answer",
            Self::Publish => "mail-done-publish",
            Self::Withhold => "mail-done-withhold",
        }
    }
}

#[derive(Template)]
#[template(path = "mail/review.html")]
struct ReviewPage {
    texts: Texts,
    k: String,
    /// What was done about the review before.
    done: Option<&'static str>,
    shop_name: String,
    left: usize,
    author: String,
    subject: Subject,
    stars: Stars,
    headline: Option<String>,
    text: String,
    photos: usize,
    /// Whether it is public, or why it waits.
    state: String,
    waits: bool,
    is_edit: bool,
    revision: u32,
    saved: Vec<(usize, String)>,
    typed: Fields,
    reply_max: usize,
    wrong: Option<Wrong>,
    /// The page of the next review.
    skip: Option<String>,
    console: String,
}

impl ReviewPage {
    /// One of two texts, for a change or a review.
    const fn of(&self, edit: &'static str, review: &'static str) -> &'static str {
        if self.is_edit { edit } else { review }
    }

    const fn own_words(&self) -> &'static str {
        if self.saved.is_empty() { "review-reply" } else { "mail-own-words" }
    }

    fn is_wrong(&self, what: Wrong) -> bool {
        self.wrong == Some(what)
    }

    fn came_back(&self, field: &str, value: impl ToString) -> bool {
        self.typed.find(field) == Some(value.to_string().as_str())
    }
}

/// A page that says what was done, or why a link does nothing.
#[derive(Template)]
#[template(path = "mail/said.html")]
struct NotePage {
    texts: Texts,
    heading: &'static str,
    text: &'static str,
    /// Where it goes on: what the link says, and its address.
    way: (&'static str, String),
}

#[derive(Template)]
#[template(path = "mail/stop.html")]
struct StopPage {
    texts: Texts,
    k: String,
}

fn answer(status: StatusCode, page: &impl Template) -> Response {
    document(status, page.render(), POLICY)
}

fn note(status: StatusCode, texts: Texts, [heading, text]: [&'static str; 2], way: (&'static str, String)) -> Response {
    answer(status, &NotePage { texts, heading, text, way })
}

async fn show(parts: SharedParts, Preferred(language): Preferred, headers: HeaderMap, Query(fields): Query) -> Served {
    let (k, done) = (fields.text("k"), fields.find("done").and_then(Act::parse));
    match open(&parts, &headers, k).await? {
        Ok(opened) => Ok(opened.page(k, done, Fields::of_query(None), None)),
        Err(Shut::Changed { texts, url }) => Ok(match done {
            // It was the last review of its email.
            Some(done) => note(StatusCode::OK, texts, [done.done(), "mail-last"], ("mail-open", url)),
            None => Shut::Changed { texts, url }.page(language),
        }),
        Err(shut) => Ok(shut.page(language)),
    }
}

async fn act(parts: SharedParts, Preferred(language): Preferred, headers: HeaderMap, Form(fields): Form) -> Served {
    let k = fields.text("k").to_owned();
    let opened = match open(&parts, &headers, &k).await? {
        Ok(opened) => opened,
        Err(shut) => return Ok(shut.page(language)),
    };
    let act = Act::parse(fields.text("act")).ok_or(Failure::NotFound)?;
    let verdict = match verdict(act, &opened.review, opened.saved(), &fields) {
        Ok(verdict) => verdict,
        Err(wrong) => return Ok(opened.page(&k, None, fields, Some(wrong))),
    };
    let shown = fields.text("revision").parse().unwrap_or_default();
    let Opened { caller, about, now, .. } = &opened;
    match parts.moderate.decide(caller, about.review, &verdict, Some(&[shown]), *now).await {
        Ok(_) => {}
        Err(Error::RevisionConflict | Error::NoPendingEdit | Error::OfInsider | Error::NotFound) => {
            return Ok(opened.changed().page(language));
        }
        Err(error) => return Err(error.into()),
    }
    let next = opened.next.as_deref().unwrap_or(&k);
    Ok(see_other(&format!("{HERE}?k={next}&done={}", act.word())))
}

/// What the form says. An answer is in the person's words or, if they typed none, the saved reply that they chose.
fn verdict(act: Act, review: &Review, saved: Vec<(usize, String)>, fields: &Fields) -> Result<Verdict, Wrong> {
    Ok(match act {
        Act::Publish => Verdict::Publish(None),
        Act::Withhold if review.has_pending_edit() => Verdict::DropEdit(withholding(fields)?),
        Act::Withhold => Verdict::Withhold(withholding(fields)?),
        Act::Answer => {
            let typed = fields.text("text").trim();
            let chosen = saved.into_iter().find(|(number, _)| fields.text("saved") == number.to_string());
            let text =
                if typed.is_empty() { chosen.map(|(_, text)| text).unwrap_or_default() } else { typed.to_owned() };
            Verdict::Reply(ReplyText::parse(&text).map_err(|_| Wrong::Reply)?)
        }
    })
}

impl Opened {
    fn saved(&self) -> Vec<(usize, String)> {
        saved_replies(&self.shop, &self.review, &self.subject())
    }

    fn subject(&self) -> Subject {
        Subject::new(self.texts, self.review.product.as_ref(), &self.products)
    }

    fn page(&self, k: &str, done: Option<Act>, typed: Fields, wrong: Option<Wrong>) -> Response {
        let Self { texts, review, shop, .. } = self;
        let (rating, headline, _) = newest_words(review);
        let page = ReviewPage {
            texts: *texts,
            k: k.to_owned(),
            done: done.map(Act::done),
            shop_name: shop.shop.name.clone(),
            left: self.left,
            author: author(*texts, review),
            subject: self.subject(),
            stars: Stars::new(*texts, rating),
            headline,
            text: review.newest().map(|version| version.words.text.as_str().to_owned()).unwrap_or_default(),
            photos: review.newest_photos().len(),
            state: standing(*texts, review),
            waits: review.held.is_some(),
            is_edit: review.state == ReviewState::Published && review.has_pending_edit(),
            revision: review.revision,
            saved: self.saved(),
            typed,
            reply_max: ReplyText::CHARACTERS_MAX,
            wrong,
            skip: self.next.as_ref().map(|next| format!("{HERE}?k={next}")),
            console: self.console.clone(),
        };
        answer(if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
    }
}

impl Shut {
    fn page(self, language: domain::values::Language) -> Response {
        let (texts, console) = (Texts::console(language), || ("mail-console", "/console".to_owned()));
        let (status, text, way) = match self {
            Self::Unknown => (StatusCode::NOT_FOUND, ["mail-unknown", "mail-unknown-text"], console()),
            Self::Foreign => (StatusCode::FORBIDDEN, ["mail-foreign", "mail-foreign-text"], console()),
            Self::Left => (StatusCode::GONE, ["mail-left", "mail-left-text"], console()),
            Self::Role => (StatusCode::FORBIDDEN, ["mail-role", "mail-role-text"], console()),
            Self::Old => (StatusCode::GONE, ["mail-old", "mail-old-text"], console()),
            Self::Changed { texts, url } => {
                let text = ["mail-changed", "mail-changed-text"];
                return note(StatusCode::CONFLICT, texts, text, ("mail-open", url));
            }
        };
        note(status, texts, text, way)
    }
}

/// The link that ends a member's emails.
async fn ending(parts: &Parts, k: &str) -> Result<Option<MailLink>, Error> {
    let keys = parts.console.links.keys(parts.clock.now()).await?;
    Ok(MailLink::parse(k, &keys).filter(|link| link.about.is_none()))
}

async fn ask_to_stop(parts: SharedParts, Preferred(language): Preferred, Query(fields): Query) -> Served {
    let k = fields.text("k");
    Ok(match ending(&parts, k).await? {
        Some(_) => answer(StatusCode::OK, &StopPage { texts: Texts::console(language), k: k.to_owned() }),
        None => Shut::Unknown.page(language),
    })
}

/// Ends the emails, by the page's button or by a mail program's one click (RFC 8058), whose body says nothing.
async fn stop(parts: SharedParts, Preferred(language): Preferred, Query(fields): Query) -> Served {
    let Some(link) = ending(&parts, fields.text("k")).await? else { return Ok(Shut::Unknown.page(language)) };
    let (console, now) = (&parts.console, parts.clock.now());
    let chosen = console.choose_notifications(&link.tenant, &link.member, NotificationPreference::Never, now).await;
    match chosen {
        Ok(()) => {}
        Err(Error::Members(_)) => return Ok(Shut::Left.page(language)),
        Err(error) => return Err(error.into()),
    }
    let way = ("mail-team", "/console/members".to_owned());
    Ok(note(StatusCode::OK, Texts::console(language), ["mail-stopped", "mail-stopped-text"], way))
}
