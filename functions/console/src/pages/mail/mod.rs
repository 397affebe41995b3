//! The pages behind the links of the emails about reviews: one review, about which a member acts without signing in, and the end
//! of these emails. A link is for one member. To open it changes nothing.

mod open;

use app::error::Error;
use app::review::{Verdict, standing};
use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::review::{ReplyText, Review, ReviewState, WithholdReason};
use domain::words;
use edge::body::{Fields, Query};
use edge::page::{POLICY, page as document, see_other};
use members::{NotificationPreference, Rows};
use texts::Texts;
use vault::{MailLink, Token};

use self::open::{Opened, Shut, open};
use crate::click::Visit;
use crate::form::{Failure, Served};
use crate::language::preferred;
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

words! {
    /// What a member can do about a review of an email.
    pub enum Act {
        Answer = "answer",
        Publish = "publish",
        Withhold = "withhold",
    }
}

fn done(texts: Texts, act: Act) -> String {
    texts.say(&format!("mail-done-{}", act.as_str())).to_string()
}

#[derive(Template)]
#[template(path = "mail/review.html")]
struct ReviewPage<'a> {
    texts: Texts,
    opened: &'a Opened,
    k: &'a str,
    /// What was done about the review before.
    done: Option<String>,
    subject: Subject,
    stars: Stars,
    headline: Option<String>,
    text: String,
    saved: Vec<(usize, String)>,
    typed: Fields,
    wrong: Option<Wrong>,
}

impl ReviewPage<'_> {
    fn author(&self) -> String {
        author(self.texts, &self.opened.review)
    }

    /// One of two texts, for a change or a review.
    fn of(&self, edit: &'static str, review: &'static str) -> &'static str {
        let is_public = self.opened.review.state == ReviewState::Published;
        if is_public && self.opened.review.has_pending_edit() { edit } else { review }
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
    heading: String,
    text: String,
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

/// The page with the texts of this id.
fn note(status: StatusCode, texts: Texts, id: &str, way: (&'static str, String)) -> Response {
    let [heading, text] = [id, &format!("{id}-text")].map(|id| texts.say(id).to_string());
    answer(status, &NotePage { texts, heading, text, way })
}

async fn show(Visit { parts, language, headers, fields }: Visit) -> Served {
    let (k, acted) = (fields.text("k"), fields.find("done").and_then(Act::parse));
    match open(&parts, &headers, k).await? {
        Ok(opened) => Ok(opened.page(k, acted, Fields::of_query(None), None)),
        Err(Shut::Changed { texts, url }) => Ok(match acted {
            // It was the last review of its email.
            Some(act) => {
                let (heading, text) = (done(texts, act), texts.say("mail-last").to_string());
                answer(StatusCode::OK, &NotePage { texts, heading, text, way: ("mail-open", url) })
            }
            None => Shut::Changed { texts, url }.page(language),
        }),
        Err(shut) => Ok(shut.page(language)),
    }
}

async fn act(Visit { parts, language, headers, fields }: Visit) -> Served {
    // A redirect's header has no room for what a mail system appended.
    let k = Token::undamaged(fields.text("k")).to_owned();
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
    Ok(see_other(&format!("{HERE}?k={next}&done={}", act.as_str())))
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

    fn page(&self, k: &str, acted: Option<Act>, typed: Fields, wrong: Option<Wrong>) -> Response {
        let Self { texts, review, .. } = self;
        let (rating, headline, _) = newest_words(review);
        let page = ReviewPage {
            texts: *texts,
            opened: self,
            k,
            done: acted.map(|act| done(*texts, act)),
            subject: self.subject(),
            stars: Stars::new(*texts, rating),
            headline,
            text: review.newest().map(|version| version.words.text.as_str().to_owned()).unwrap_or_default(),
            saved: self.saved(),
            typed,
            wrong,
        };
        answer(if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
    }
}

impl Shut {
    fn page(self, language: domain::values::Language) -> Response {
        let (status, id) = match self {
            Self::Unknown => (StatusCode::NOT_FOUND, "mail-unknown"),
            Self::Foreign => (StatusCode::FORBIDDEN, "mail-foreign"),
            Self::Left => (StatusCode::GONE, "mail-left"),
            Self::Role => (StatusCode::FORBIDDEN, "mail-role"),
            Self::Old => (StatusCode::GONE, "mail-old"),
            Self::Changed { texts, url } => {
                return note(StatusCode::CONFLICT, texts, "mail-changed", ("mail-open", url));
            }
        };
        note(status, Texts::console(language), id, ("back-home", "/console".to_owned()))
    }
}

/// The link of a shop that ends the emails to a member or to the owner's address.
async fn ending(parts: &Parts, k: &str) -> Result<Option<MailLink>, Error> {
    let (console, now) = (&parts.console, parts.clock.now());
    let service = console.links.keys(now).await?;
    let link = MailLink::parse(k, &service).filter(|link| link.about.is_none());
    let Some(link) = link else { return Ok(None) };
    Ok(Rows(&console.store).shop_and_members(&link.tenant, now).await?.map(|_| link))
}

async fn ask_to_stop(Visit { parts, language, fields, .. }: Visit) -> Served {
    let k = fields.text("k");
    Ok(match ending(&parts, k).await? {
        Some(_) => answer(StatusCode::OK, &StopPage { texts: Texts::console(language), k: k.to_owned() }),
        None => Shut::Unknown.page(language),
    })
}

/// Ends the emails, by the page's button or by a mail program's one click (RFC 8058), whose body says nothing.
async fn stop(parts: SharedParts, headers: HeaderMap, Query(fields): Query) -> Served {
    let language = preferred(&headers);
    let Some(link) = ending(&parts, fields.text("k")).await? else { return Ok(Shut::Unknown.page(language)) };
    let (console, never) = (&parts.console, NotificationPreference::Never);
    console.choose_notifications(&link.tenant, &link.member, never, parts.clock.now()).await?;
    let way = ("mail-team", "/console/members".to_owned());
    Ok(note(StatusCode::OK, Texts::console(language), "mail-stopped", way))
}
