//! The emails to a review's author: about a decision against what they wrote, and about the shop's first reply.

use app::links::Urls;
use app::message::mail::view::one_line;
use app::message::mail::{Block, Button, Mail, NotificationMail, Quote, day, mailed, texts, title};
use domain::message::NotificationName;
use domain::order::Product;
use domain::request::Request;
use domain::review::{LedgerKind, Origin, Review, ReviewPlace, ReviewState, WithholdReason};
use domain::shop::Shop;
use domain::values::EmailAddress;
use jiff::Timestamp;
use store::context::SendNeeds;
use texts::Texts;

use crate::fate::{Fate, Stop};
use crate::notifications::{About, Draft};

/// The most characters of a review in a notification to its author, who knows the text.
const OWN_WORDS_MAX: usize = 600;

struct Letter<'a> {
    name: NotificationName,
    /// The decision against what the author wrote that still stands, with its reason.
    decision: Option<(LedgerKind, WithholdReason)>,
    /// When the shop decided or replied.
    at: Timestamp,
    review: &'a Review,
    request: &'a Request,
    /// The shop as the request's customer knows it.
    shop: &'a Shop,
    /// The reviewed product, if the shop described it.
    product: Option<&'a Product>,
    urls: &'a Urls,
    /// Whether the customer's page still works.
    is_open: bool,
}

impl About<'_> {
    pub(super) async fn to_author(&self) -> Result<Draft, Stop> {
        let Self { tenant, notification, keys, now, .. } = *self;
        let (id, item) = notification.item.ok_or(Fate::Gone)?;
        let context = self.store.request_context(tenant, id).await?.ok_or(Fate::Gone)?;
        let review = self.store.review(tenant, ReviewPlace::Item(id, item), keys).await?.ok_or(Fate::Gone)?;
        let sealed = context.open(keys)?.ok_or(Fate::Gone)?;
        let to = sealed.email.clone().ok_or(Fate::Gone)?;
        if review.state.is_final() && review.state != ReviewState::Removed {
            return Err(Fate::Gone.into());
        }
        // The decision can still be undone, and then the notification would be wrong.
        if let Some(undo) = review.undo.as_ref().filter(|undo| now < undo.until) {
            return Err(Fate::Wait(undo.until).into());
        }
        let (request, recipient) = (&context.request, keys.email_index(&to));
        let read = self.store.send_context(tenant, &recipient, None, request, SendNeeds::default(), keys).await?;
        let (service, token) = (self.links.keys(now).await?, sealed.token(tenant, request.id, keys));
        let shop = context.tenant.shop.at_location(read.location.as_ref());
        let letter = Letter {
            name: notification.name,
            decision: match review.reason {
                Some(reason) => Some((LedgerKind::Withheld, reason)),
                None => self.decision(&review).await?,
            },
            at: notification.ordered_at,
            review: &review,
            request,
            shop: &self.shown(&shop).with_language(request.options.language),
            product: review.product.as_ref().and_then(|id| read.products.iter().find(|product| product.id == *id)),
            urls: &Urls {
                hub: self.links.hub_item(&token, item, &service),
                unsubscribe: self.links.unsubscribe(&token, &service),
            },
            is_open: request.is_open(now),
        };
        let mail = letter.compose(&to)?;
        let opens_at = Some(context.tenant.rules.next_open(now, request.options.time_zone.as_ref()));
        Ok(Draft { opens_at, review: Some(review), ..Draft::new(to, mail) })
    }

    /// The decision of the notification's revision against what an author wrote, if it was not undone: the author's edit was dropped, or
    /// the review was removed.
    async fn decision(&self, review: &Review) -> Result<Option<(LedgerKind, WithholdReason)>, Stop> {
        let Some(revision) = self.notification.revision else { return Ok(None) };
        let ledger = self.store.ledger(self.tenant, review.id, self.keys).await?;
        let mut from = ledger.into_iter().skip_while(|entry| entry.revision < revision);
        let decided = from.next().filter(|entry| matches!(entry.what, LedgerKind::EditDropped | LedgerKind::Removed));
        let stands = from.next().is_none_or(|next| next.what != LedgerKind::Undone);
        Ok(decided.filter(|_| stands).and_then(|entry| Some((entry.what, entry.reason?))))
    }
}

impl Letter<'_> {
    /// Errors: [`Fate::Gone`] if the notification is no longer true.
    fn compose(&self, to: &EmailAddress) -> Result<Mail, Stop> {
        let Self { review, shop, urls, .. } = self;
        let texts = texts(shop);
        let say = |id: &str| texts.say(id).with("shop", &shop.name).to_string();
        let own = Quote::new(texts, review, OWN_WORDS_MAX).map(Block::Review);
        let mut mail = NotificationMail::new(shop, say("reason-review"));
        let button = match (self.name, self.decision, &review.content.reply) {
            (NotificationName::Withheld(_), Some((what, reason)), _) => {
                let kind = decided(what);
                mail.subject = say(&format!("subject-{kind}"));
                mail.heading = say(&format!("heading-{kind}"));
                mail.preheader = say(withheld_because(reason));
                mail.body.push(Block::Text(self.about(texts, &format!("{kind}-opening"))));
                mail.body.extend(own);
                mail.body.extend(self.statement(texts, what, reason).map(Block::Text));
                mail.below.extend(redress(texts, shop, Some(reason)));
                "withheld-button"
            }
            (NotificationName::Replied(_), _, Some(reply)) => {
                mail.subject = say("subject-replied");
                mail.heading = say("heading-replied");
                mail.preheader = one_line(reply.text.as_str());
                mail.body.push(Block::Text(self.about(texts, "replied-own")));
                mail.body.extend(own);
                mail.body.extend([Block::Text(say("replied-answer")), Block::Written(reply.text.as_str().to_owned())]);
                "replied-button"
            }
            _ => return Err(Fate::Gone.into()),
        };
        let is_open = self.is_open && !review.state.is_final();
        mail.button = is_open.then(|| Button { label: say(button), url: urls.hub.clone() });
        Ok(mail.to_customer(shop, to, Some(&urls.unsubscribe))?)
    }

    /// The text that names the reviewed product or, if the review has none, the shop.
    fn about(&self, texts: Texts, text: &str) -> String {
        match (&self.review.product, &self.review.origin) {
            (Some(_), Origin::Hub { item, request: _ }) => {
                let title = title(texts, mailed(self.product), *item);
                texts.say(&format!("{text}-product")).with("shop", &self.shop.name).with("title", &title).to_string()
            }
            _ => texts.say(&format!("{text}-shop")).with("shop", &self.shop.name).to_string(),
        }
    }

    /// The reason for a decision about the review, whether the ground is the law or the shop's rule, when it was made, where and until when
    /// it applies (Regulation (EU) 2022/2065, Art. 17(3)(a), (b), (d) and (e)), and until when the author may change a review that was
    /// withheld. The opening says that a removal is for good.
    fn statement(&self, texts: Texts, what: LedgerKind, reason: WithholdReason) -> impl Iterator<Item = String> {
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
        let change = if self.is_open { "withheld-change" } else { "withheld-closed" };
        let change = (what == LedgerKind::Withheld).then_some((change, self.request.expires_at));
        let ids = [Some(withheld_because(reason)), ground, Some("decision-day"), scope];
        let ids = ids.into_iter().flatten().map(|id| (id, self.at)).chain(change);
        ids.map(move |(id, at)| texts.say(id).with("shop", &self.shop.name).words("day", &day(texts, at)).to_string())
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

/// How to ask the shop for a missing reason or for another decision, and who else can be asked (Art. 17(3)(f)).
pub(super) fn redress(texts: Texts, shop: &Shop, reason: Option<WithholdReason>) -> [String; 2] {
    let ask = match (reason, &shop.reply_to) {
        (Some(WithholdReason::Unspecified), Some(_)) => "redress-ask-reply",
        (Some(WithholdReason::Unspecified), None) => "redress-ask-write",
        (_, Some(_)) => "redress-reply",
        (_, None) => "redress-write",
    };
    [ask, "redress-outside"].map(|id| texts.say(id).with("shop", &shop.name).to_string())
}

pub(super) const fn withheld_because(reason: WithholdReason) -> &'static str {
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
