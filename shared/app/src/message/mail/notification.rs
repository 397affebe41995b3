//! The content of a notification: one struct, rendered to an HTML part and a text part with the same sentences.
//! `templates/mail/notification.html` is compiled from `mail/notification.mjml`: edit the latter.

use askama::Template;
use domain::message::NotificationName;
use domain::order::Product;
use domain::request::Request;
use domain::review::{LedgerKind, Origin, ReportOutcome, Review, WithholdReason};
use domain::shop::{EndedBy, MailWindow, Shop, Suspension, SuspensionReason, erased_from};
use domain::values::{EmailAddress, HttpsUrl, Language, Scheme, Shades, ShopSystem};
use domain::webhook::Webhook;
use jiff::{SignedDuration, Timestamp};
use texts::Texts;

use super::view::{RenderedMail, one_line, shortened};
use super::{Mail, after_name, day, own_sender, title};
use crate::error::Error;
use crate::links::Urls;
use crate::waiting::Waiting;

/// The most characters of a review in a notification to its author, who knows the text.
const OWN_WORDS_MAX: usize = 600;
/// The most characters of each review in a notification to the shop's owner.
const WAITING_WORDS_MAX: usize = 200;

pub struct NotificationMail<'a> {
    pub language: Language,
    pub shop_name: &'a str,
    /// The URL of the shop's logo, which is shown before the shop's name.
    pub logo: Option<&'a str>,
    /// The shop's colors in a light color scheme.
    pub light: Shades,
    /// The same in a dark color scheme.
    pub dark: Shades,
    pub shop_address: Option<&'a str>,
    /// The subject: one line.
    pub subject: String,
    /// The heading, which says the news.
    pub heading: String,
    /// The text that a list of emails shows after the subject.
    pub preheader: String,
    pub body: Vec<Block<'a>>,
    /// The link to the page on which the reader can act.
    pub button: Option<Button>,
    /// The paragraphs below the link, which few readers need.
    pub below: Vec<String>,
    pub reason: String,
    /// The page on which a review's author can contact the shop.
    pub contact_url: Option<&'a str>,
    /// The shop's privacy policy, for a review's author.
    pub privacy_url: Option<&'a str>,
    /// The page that unsubscribes; `None` for the owner.
    pub unsubscribe_url: Option<&'a str>,
}

pub enum Block<'a> {
    /// A paragraph in our words.
    Text(String),
    /// A review as its author wrote it.
    Review(Quote),
    /// The shop's answer, or an address, as it was written.
    Written(&'a str),
}

/// The stars and words of a review.
pub struct Quote {
    /// Five stars, as many of them full as the author gave.
    pub stars: String,
    pub label: String,
    pub headline: Option<String>,
    /// The review's text, or the beginning of it; empty for stars alone.
    pub text: String,
    /// The review's shown name and product, for a recipient who did not write the review.
    pub about: Option<String>,
}

pub struct Button {
    /// The label in HTML.
    pub label: String,
    /// The label for plain text, where it stands above the link.
    pub label_above_link: String,
    pub url: String,
}

#[derive(Template)]
#[template(path = "mail/notification.html")]
struct Html<'a> {
    mail: &'a NotificationMail<'a>,
}

#[derive(Template)]
#[template(path = "mail/notification.txt")]
struct Text<'a> {
    mail: &'a NotificationMail<'a>,
}

impl NotificationMail<'_> {
    /// Renders the notification.
    /// Errors: A template's formatting error, which writing to a `String` never causes.
    pub fn write(&self) -> Result<RenderedMail, askama::Error> {
        let (html, text) = (Html { mail: self }.render()?, Text { mail: self }.render()?);
        Ok(RenderedMail { subject: self.subject.clone(), html, text })
    }

    fn say(&self, id: &str) -> String {
        Texts::mail(self.language).say(id).with("shop", self.shop_name).to_string()
    }

    /// The side on which lines start.
    fn start(&self) -> &'static str {
        if self.language.is_right_to_left() { "right" } else { "left" }
    }
}

impl Quote {
    /// The latest version by a review's author, with at most `characters` of its text. `None` once the words are
    /// deleted.
    pub fn new(texts: Texts, review: &Review, characters: usize) -> Option<Self> {
        let version = review.newest()?;
        let (given, text) = (usize::from(version.rating.stars()), version.words.text.as_str());
        Some(Self {
            stars: (1..=5).map(|star| if star <= given { '★' } else { '☆' }).collect(),
            label: texts.say("stars").count("count", given).to_string(),
            headline: version.words.headline.as_ref().map(|headline| headline.as_str().to_owned()),
            text: shortened(text, characters).into_owned(),
            about: None,
        })
    }
}

pub struct ToAuthor<'a> {
    pub name: NotificationName,
    /// The decision against what the author wrote that still stands, with its reason.
    pub decision: Option<(LedgerKind, WithholdReason)>,
    /// When the shop decided or replied.
    pub at: Timestamp,
    /// The review as it is now.
    pub review: &'a Review,
    pub request: &'a Request,
    /// The shop as the request's customer knows it.
    pub shop: &'a Shop,
    /// The reviewed product, if the shop described it.
    pub product: Option<&'a Product>,
    pub to: &'a EmailAddress,
    pub urls: Urls,
    /// The current time, which decides whether the customer's page still works.
    pub now: Timestamp,
}

impl ToAuthor<'_> {
    /// Composes the notification; `None` if it is no longer true.
    pub fn compose(&self) -> Result<Option<Mail>, Error> {
        let Self { review, request, shop, urls, .. } = self;
        let texts = texts(shop);
        let say = |id: &str| texts.say(id).with("shop", &shop.name).to_string();
        let is_open = request.is_open(self.now);
        let own = Quote::new(texts, review, OWN_WORDS_MAX).map(Block::Review);
        let mut mail = notification(shop, say("reason-review"));
        let button = match (self.name, self.decision, &review.content.reply) {
            (NotificationName::Withheld(_), Some((what, reason)), _) => {
                let kind = decided(what);
                mail.subject = one_line(&say(&format!("subject-{kind}")));
                mail.heading = say(&format!("heading-{kind}"));
                mail.preheader = say(withheld_because(reason));
                mail.body.push(Block::Text(self.about(&format!("{kind}-opening"))));
                mail.body.extend(own);
                mail.body.extend(statement(shop, what, reason, self.at).map(Block::Text));
                mail.body.extend(self.may_change(texts, what).map(Block::Text));
                mail.below.extend(redress(shop, Some(reason)));
                "withheld-button"
            }
            (NotificationName::Replied(_), _, Some(reply)) => {
                mail.subject = one_line(&say("subject-replied"));
                mail.heading = say("heading-replied");
                mail.preheader = one_line(reply.text.as_str());
                mail.body.push(Block::Text(self.about("replied-own")));
                mail.body.extend(own);
                mail.body.extend([Block::Text(say("replied-answer")), Block::Written(reply.text.as_str())]);
                "replied-button"
            }
            _ => return Ok(None),
        };
        let url = urls.hub.clone();
        let link = format!("{button}-link");
        mail.button = (is_open && !review.state.is_final()).then(|| Button {
            label: say(button),
            label_above_link: say(&link),
            url,
        });
        mail.unsubscribe_url = Some(&urls.unsubscribe);
        mail.contact_url = shop.contact_url.as_ref().map(HttpsUrl::as_str);
        mail.privacy_url = shop.privacy_url.as_ref().map(HttpsUrl::as_str);
        let reply_to = shop.reply_to.as_ref().map(EmailAddress::deliverable);
        let mail = finish(&mail, shop, self.to)?;
        Ok(Some(Mail { sender: own_sender(shop), reply_to, unsubscribe_url: Some(urls.unsubscribe.clone()), ..mail }))
    }
}

impl ToAuthor<'_> {
    /// The text that names the reviewed product or, if the review has none, the shop.
    fn about(&self, text: &str) -> String {
        let texts = texts(self.shop);
        match (&self.review.product, &self.review.origin) {
            (Some(_), Origin::Hub { item, request: _ }) => {
                let title = title(texts, self.product, *item);
                texts.say(&format!("{text}-product")).with("shop", &self.shop.name).with("title", &title).to_string()
            }
            _ => texts.say(&format!("{text}-shop")).with("shop", &self.shop.name).to_string(),
        }
    }

    /// Until when the author may change a review that was withheld.
    fn may_change(&self, texts: Texts, what: LedgerKind) -> Option<String> {
        let until = day(texts, self.request.expires_at);
        let text = if self.request.is_open(self.now) { "withheld-change" } else { "withheld-closed" };
        let said = texts.say(text).with("shop", &self.shop.name).words("day", &until).to_string();
        (what == LedgerKind::Withheld).then_some(said)
    }
}

/// The beginning of the ids of the texts about a decision.
const fn decided(what: LedgerKind) -> &'static str {
    match what {
        LedgerKind::EditDropped => "dropped",
        LedgerKind::Removed => "removed",
        _ => "withheld",
    }
}

/// The reason for a decision about a review, whether the ground is the law or the shop's rule, when it was made, and where and until
/// when it applies (Regulation (EU) 2022/2065, Art. 17(3)(a), (b), (d) and (e)). The opening says that a removal is for good.
fn statement(
    shop: &Shop,
    what: LedgerKind,
    reason: WithholdReason,
    at: Timestamp,
) -> impl Iterator<Item = String> + use<> {
    let (texts, on) = (texts(shop), day(texts(shop), at));
    let ground = match reason {
        WithholdReason::Unspecified | WithholdReason::EarlierSystem => None,
        WithholdReason::Unlawful | WithholdReason::PersonalData => Some("decision-ground-law"),
        WithholdReason::Confidential
        | WithholdReason::Abusive
        | WithholdReason::Discriminatory
        | WithholdReason::Misleading
        | WithholdReason::Fake
        | WithholdReason::Unrelated => Some("decision-ground-rule"),
    };
    let scope = (what != LedgerKind::Removed).then_some("decision-scope");
    let ids = [Some(withheld_because(reason)), ground, Some("decision-day"), scope];
    let shop_name = shop.name.clone();
    ids.into_iter().flatten().map(move |id| texts.say(id).with("shop", &shop_name).words("day", &on).to_string())
}

/// How to ask the shop for a missing reason or for another decision, and who else can be asked (Art. 17(3)(f)).
fn redress(shop: &Shop, reason: Option<WithholdReason>) -> [String; 2] {
    let ask = match (reason, &shop.reply_to) {
        (Some(WithholdReason::Unspecified), Some(_)) => "redress-ask-reply",
        (Some(WithholdReason::Unspecified), None) => "redress-ask-write",
        (_, Some(_)) => "redress-reply",
        (_, None) => "redress-write",
    };
    [ask, "redress-outside"].map(|id| texts(shop).say(id).with("shop", &shop.name).to_string())
}

/// Composes an email to a reader who reported a review of `product`, or of the shop itself, at `reported_at`: the receipt or, with an
/// outcome, the decision (Art. 16(4) and (5)). It has nothing that the reader wrote, because somebody else may have typed the address.
pub fn to_reader(
    shop: &Shop,
    to: &EmailAddress,
    product: Option<&Product>,
    reported_at: Timestamp,
    outcome: Option<&ReportOutcome>,
) -> Result<Mail, Error> {
    let texts = texts(shop);
    let on = day(texts, reported_at);
    let title = product.map_or(shop.name.as_str(), |product| product.title.as_str());
    let say = |id: &str| texts.say(id).with("shop", &shop.name).with("title", title).words("day", &on).to_string();
    let mut mail = notification(shop, say("reason-reported"));
    let kind = if outcome.is_some() { "decided" } else { "received" };
    mail.subject = one_line(&say(&format!("subject-report-{kind}")));
    mail.heading = say(&format!("heading-report-{kind}"));
    mail.preheader = say(&format!("report-{kind}"));
    mail.body.push(Block::Text(mail.preheader.clone()));
    match outcome {
        None => mail.body.push(Block::Text(say("report-received-next"))),
        Some(ReportOutcome::Kept(kept)) => {
            mail.body.push(Block::Text(say("report-kept")));
            mail.body.extend(kept.reason.as_deref().map(Block::Written));
        }
        Some(ended @ ReportOutcome::Ended(entry)) => {
            mail.body.push(Block::Text(say(if ended.is_by_shop() { "report-ended" } else { "report-gone" })));
            mail.body.extend(entry.reason.map(|reason| Block::Text(say(withheld_because(reason)))));
        }
    }
    if let Some(outcome) = outcome.filter(|outcome| outcome.is_by_shop()) {
        mail.below.extend(redress(shop, outcome.reason()));
    }
    mail.contact_url = shop.contact_url.as_ref().map(HttpsUrl::as_str);
    mail.privacy_url = shop.privacy_url.as_ref().map(HttpsUrl::as_str);
    let reply_to = shop.reply_to.as_ref().map(EmailAddress::deliverable);
    Ok(Mail { sender: own_sender(shop), reply_to, ..finish(&mail, shop, to)? })
}

/// Composes the email with the link that somebody asked for on a page of the shop, to write about a product or the shop.
pub fn link_asked_for(
    shop: &Shop,
    to: &EmailAddress,
    product: Option<&Product>,
    urls: &Urls,
    expires_at: Timestamp,
) -> Result<Mail, Error> {
    let texts = texts(shop);
    let until = day(texts, expires_at);
    let title = product.map_or(shop.name.as_str(), |product| product.title.as_str());
    let say = |id: &str| texts.say(id).with("shop", &shop.name).with("title", title).words("day", &until).to_string();
    let mut mail = notification(shop, say("reason-asked"));
    mail.subject = one_line(&say("subject-asked"));
    mail.heading = say("button");
    mail.preheader = say("asked-opening");
    mail.body = ["asked-opening", "closing", "asked-ignore"].map(|id| Block::Text(say(id))).into();
    mail.button = Some(Button { label: say("button"), label_above_link: say("button-link"), url: urls.hub.clone() });
    mail.unsubscribe_url = Some(&urls.unsubscribe);
    mail.contact_url = shop.contact_url.as_ref().map(HttpsUrl::as_str);
    mail.privacy_url = shop.privacy_url.as_ref().map(HttpsUrl::as_str);
    let reply_to = shop.reply_to.as_ref().map(EmailAddress::deliverable);
    let mail = finish(&mail, shop, to)?;
    Ok(Mail { sender: own_sender(shop), reply_to, unsubscribe_url: Some(urls.unsubscribe.clone()), ..mail })
}

/// Composes the notification about a disabled webhook. `since` is when it began to fail; `None` if it answered 410; `url` is the
/// webhook's page in the console.
pub fn webhook_disabled(
    shop: &Shop,
    to: &EmailAddress,
    webhook: &Webhook,
    since: Option<Timestamp>,
    url: String,
) -> Result<Mail, Error> {
    let texts = texts(shop);
    let say = |id: &str| texts.say(id).with("shop", &shop.name).to_string();
    let mut mail = notification(shop, say("reason-owner"));
    mail.subject = one_line(&say("subject-webhook"));
    mail.heading = say("heading-webhook");
    mail.preheader = match since {
        Some(since) => texts.say("webhook-failed").words("day", &day(texts, since)).to_string(),
        None => say("webhook-gone"),
    };
    let fix = Block::Text(say("webhook-fix"));
    mail.body = vec![Block::Text(mail.preheader.clone()), Block::Written(webhook.url.as_str()), fix];
    mail.button = Some(button(texts, "console-button", url));
    finish(&mail, shop, to)
}

/// Composes the notification about reviews that wait. If no review waits, an edit of a public one does. `url` is their list in the
/// console.
pub fn waiting(shop: &Shop, to: &EmailAddress, waiting: &Waiting, url: String, now: Timestamp) -> Result<Mail, Error> {
    let texts = texts(shop);
    let Waiting { count, since, .. } = waiting;
    let count = usize::try_from(*count).unwrap_or(usize::MAX);
    let days = since.map_or(0, |since| now.duration_since(since).as_hours() / 24);
    let days = texts.say("waiting-days").count("days", usize::try_from(days).unwrap_or_default()).to_string();
    let say = |id: &str| texts.say(id).with("shop", &shop.name).count("count", count).words("days", &days).to_string();
    let mut mail = notification(shop, say("reason-owner"));
    mail.subject = one_line(&say("subject-waiting"));
    mail.heading = say("heading-waiting");
    mail.preheader = say("waiting-since");
    mail.body.push(Block::Text(mail.preheader.clone()));
    mail.body.extend(waiting.quotes(texts).map(Block::Review));
    mail.body.push(Block::Text(say("waiting-decide")));
    mail.button = Some(button(texts, "waiting-button", url));
    finish(&mail, shop, to)
}

impl Waiting {
    pub(super) fn quotes(&self, texts: Texts) -> impl Iterator<Item = Quote> {
        self.first.iter().filter_map(move |review| {
            let product = self.products.iter().find(|product| Some(&product.id) == review.product.as_ref());
            let about = [
                review.newest()?.words.display_name.map(|name| name.as_str().to_owned()),
                product.map(|product| product.title.as_str().to_owned()),
            ];
            let about: Vec<_> = about.into_iter().flatten().collect();
            let about = (!about.is_empty()).then(|| about.join(" · "));
            Some(Quote { about, ..Quote::new(texts, review, WAITING_WORDS_MAX)? })
        })
    }
}

/// Composes the notification about a suspension of the shop's emails; `url` is the console's first page.
pub fn held(
    shop: &Shop,
    to: &EmailAddress,
    suspension: Suspension,
    last: &MailWindow,
    url: String,
) -> Result<Mail, Error> {
    let texts = texts(shop);
    let (counts, ends) = (last.counts(), day(texts, last.ends_at(suspension)));
    let (why, count) = match suspension.reason {
        SuspensionReason::Bounces => ("held-bounces", counts.bounced),
        SuspensionReason::Complaints => ("held-complaints", counts.complained),
    };
    let [count, sent] = [count, counts.sent].map(|number| usize::try_from(number).unwrap_or(usize::MAX));
    let say = |id: &str| {
        let wording = texts.say(id).with("shop", &shop.name).words("day", &ends);
        wording.count("count", count).count("sent", sent).to_string()
    };
    to_owner(shop, to, say, ["subject-held", "heading-held", why, "held-fix"], url)
}

/// Composes a notification to the owner from the ids of its subject, its heading, what happened and what to do; the button leads to
/// `url` in the console.
fn to_owner(
    shop: &Shop,
    to: &EmailAddress,
    say: impl Fn(&str) -> String,
    [subject, heading, what, fix]: [&str; 4],
    url: String,
) -> Result<Mail, Error> {
    let mut mail = notification(shop, say("reason-owner"));
    mail.subject = one_line(&say(subject));
    mail.heading = say(heading);
    mail.preheader = say(what);
    mail.body = vec![Block::Text(mail.preheader.clone()), Block::Text(say(fix))];
    mail.button = Some(button(texts(shop), "console-button", url));
    finish(&mail, shop, to)
}

/// Composes the notification that emails no longer leave from the shop's own address at `domain`; `url` is the console's page that
/// shows its records.
pub fn sender_lost(shop: &Shop, to: &EmailAddress, domain: &str, url: String) -> Result<Mail, Error> {
    let texts = texts(shop);
    let say = |id: &str| texts.say(id).with("shop", &shop.name).words("domain", domain).to_string();
    to_owner(shop, to, say, ["heading-sender", "heading-sender", "sender-lost", "sender-fix"], url)
}

/// Composes the notification about a system from which no order has come since `last_order_at`; `url` is the connection's page in the
/// console.
pub fn silent(
    shop: &Shop,
    to: &EmailAddress,
    system: ShopSystem,
    last_order_at: Timestamp,
    url: String,
) -> Result<Mail, Error> {
    let (texts, system) = (texts(shop), system.name());
    let since = day(texts, last_order_at);
    let say = |id: &str| texts.say(id).with("shop", &shop.name).with("system", system).words("day", &since).to_string();
    to_owner(shop, to, say, ["subject-silent", "heading-silent", "silent-since", "silent-fix"], url)
}

/// Composes the email to an owner about the end of the shop; `by` is who ended it, if that is known, and `url` is the
/// console's first page, where an owner can restore the shop.
pub fn ended(
    shop: &Shop,
    to: &EmailAddress,
    ended_at: Timestamp,
    by: Option<EndedBy>,
    url: String,
) -> Result<Mail, Error> {
    let (texts, erased_from) = (texts(shop), erased_from(ended_at));
    // The last whole day (UTC).
    let until = day(texts, erased_from.saturating_sub(SignedDuration::from_hours(24)).unwrap_or(erased_from));
    let who = match by {
        Some(EndedBy::Owner) => "ended-by-owner",
        Some(EndedBy::Operator) => "ended-by-operator",
        None => "ended-by-nobody",
    };
    let say = |id: &str, at: &str| texts.say(id).with("shop", &shop.name).words("day", at).to_string();
    let mut mail = notification(shop, say("reason-ended", &until));
    mail.subject = one_line(&say("subject-ended", &day(texts, erased_from)));
    mail.heading = say("heading-ended", &until);
    mail.preheader = say(who, &day(texts, ended_at));
    mail.body = [mail.preheader.clone(), say("ended-now", &until), say("ended-undo", &until)].map(Block::Text).into();
    mail.button = Some(button(texts, "console-button", url));
    finish(&mail, shop, to)
}

/// Composes the email to an owner about the end of the shop that was taken back.
pub fn restored(shop: &Shop, to: &EmailAddress, url: String) -> Result<Mail, Error> {
    let texts = texts(shop);
    let say = |id: &str| texts.say(id).with("shop", &shop.name).to_string();
    let mut mail = notification(shop, say("reason-ended"));
    mail.subject = one_line(&say("heading-restored"));
    mail.heading = say("heading-restored");
    mail.preheader = say("restored-now");
    mail.body = vec![Block::Text(mail.preheader.clone())];
    mail.button = Some(button(texts, "console-button", url));
    finish(&mail, shop, to)
}

const fn withheld_because(reason: WithholdReason) -> &'static str {
    match reason {
        WithholdReason::Confidential => "withheld-confidential",
        WithholdReason::Abusive => "withheld-abusive",
        WithholdReason::PersonalData => "withheld-personal_data",
        WithholdReason::Discriminatory => "withheld-discriminatory",
        WithholdReason::Misleading => "withheld-misleading",
        WithholdReason::Fake => "withheld-fake",
        WithholdReason::Unrelated => "withheld-unrelated",
        WithholdReason::Unlawful => "withheld-unlawful",
        // Nobody gets an email about what was hidden before.
        WithholdReason::Unspecified | WithholdReason::EarlierSystem => "withheld-unspecified",
    }
}

fn button(texts: Texts, label: &str, url: String) -> Button {
    let label_above_link = texts.say(&format!("{label}-link")).to_string();
    Button { label: texts.say(label).to_string(), label_above_link, url }
}

/// The texts of notifications to the shop: in the shop's language, or English if it has none.
pub(super) fn texts(shop: &Shop) -> Texts {
    Texts::mail(shop.language.unwrap_or(Language::English))
}

pub(super) fn notification(shop: &Shop, reason: String) -> NotificationMail<'_> {
    NotificationMail {
        language: shop.language.unwrap_or(Language::English),
        shop_name: &shop.name,
        logo: shop.logo.as_ref().map(HttpsUrl::as_str),
        light: Shades::new(shop.color, Scheme::Light),
        dark: Shades::new(shop.color, Scheme::Dark),
        shop_address: shop.address.as_deref().and_then(|address| after_name(address, &shop.name)),
        subject: String::new(),
        heading: String::new(),
        preheader: String::new(),
        body: Vec::new(),
        button: None,
        below: Vec::new(),
        reason,
        contact_url: None,
        privacy_url: None,
        unsubscribe_url: None,
    }
}

/// The email to the owner. It has no reply address, because that would be the owner's own.
pub(super) fn finish(mail: &NotificationMail<'_>, shop: &Shop, to: &EmailAddress) -> Result<Mail, Error> {
    let RenderedMail { subject, html, text } = mail.write()?;
    let (from_name, to) = (shop.name.clone(), to.deliverable());
    Ok(Mail { from_name, sender: None, to, reply_to: None, subject, html, text, unsubscribe_url: None })
}
