//! The email about reviews to a member of the console, or to the owner's address. It says and orders the same whatever the
//! stars are.

use app::message::mail::{Block, Button, NotificationMail, Quote, Unsubscribe, mailed};
use app::review::{News, standing};
use domain::message::seen_until;
use domain::order::Product;
use domain::request::Counter;
use domain::review::Review;
use domain::shop::Shop;
use domain::values::{Language, MemberId, ReviewId};
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use members::{NotificationPreference, Role, Rows};
use texts::Texts;
use vault::{LinkAbout, MailLink, ServiceKeys};

use crate::fate::{Fate, Stop};
use crate::notifications::{About, Draft};

/// The most reviews that the email shows; the others are counted.
const SHOWN: usize = 20;
/// The most characters of each review.
const WORDS_MAX: usize = 400;

/// Who gets the email.
struct Recipient<'a> {
    texts: Texts,
    /// The member's id in the links. The owner's address has the beginning of its blind index as one.
    id: MemberId,
    service: &'a ServiceKeys,
    /// The texts that say why the email comes, and how to end it.
    foot: [&'static str; 2],
    /// Whether it is a member who may decide about reviews. Others get no links that act.
    may_decide: bool,
}

impl About<'_> {
    /// Unless nothing happened, or the recipient does not want to know. A member's address gets no second email as the owner's.
    pub(super) async fn about_reviews(&self, id: Option<MemberId>) -> Result<Draft, Stop> {
        let Self { store, tenant, record, keys, now, .. } = *self;
        let members = Rows(store).members(tenant, now).await?;
        let shop = self.shown(&record.shop);
        let member = id.and_then(|id| members.find(&id));
        let language = member.and_then(|member| member.language).or(shop.language).unwrap_or(Language::English);
        let (texts, service) = (Texts::console(language), self.links.keys(now).await?);
        let to = match (id, member) {
            (Some(id), Some(member)) if member.notification_preference() != NotificationPreference::Never => {
                members.email(&id, keys)?
            }
            (Some(_), _) => None,
            (None, _) => record.owner_email(tenant, keys)?,
        };
        let to = to.ok_or(Fate::Gone)?;
        let index = keys.email_index(&to);
        let own = id.unwrap_or_else(|| MemberId::random(index.as_bytes().first_chunk().copied().unwrap_or_default()));
        if id.is_none() {
            if members.quiet.contains(&own) {
                return Err(Fate::Settled("the owner's address ended these emails").into());
            }
            for other in members.all().filter(|member| member.joined_at.is_some()) {
                let email = members.email(&other.id, keys)?;
                if email.is_some_and(|email| keys.email_index(&email) == index) {
                    return Err(Fate::Settled("a member has the owner's address").into());
                }
            }
        }
        let may_decide = member.is_some_and(|member| member.role.includes(Role::Moderator));
        let foot = match id {
            Some(_) => ["email-reviews-reason", "email-reviews-choose"],
            None => ["email-reviews-owner", "email-reviews-join"],
        };
        let recipient = Recipient { texts, id: own, service: &service, foot, may_decide };
        let mail = self.news_mail(&shop, &recipient, to.as_typed()).await?.write(&shop, &to)?;
        Ok(Draft::new(to, mail))
    }

    async fn news_mail<'s>(
        &self,
        shop: &'s Shop,
        recipient: &Recipient<'_>,
        email: &str,
    ) -> Result<NotificationMail<'s>, Stop> {
        let Self { store, tenant, keys, now, .. } = *self;
        let texts = recipient.texts;
        let since = self.notification.new_since().unwrap_or(self.notification.ordered_at);
        let news = News::read(store, tenant, since..=seen_until(now)).await?;
        if !news.is_new {
            return Err(Fate::Settled("nothing new").into());
        }
        let shown = &news.rows[..news.rows.len().min(SHOWN)];
        let reviews = store.reviews_of_rows(tenant, shown, keys).await?;
        let products = store.products(tenant, reviews.iter().filter_map(|review| review.product.as_ref())).await?;
        let count = news.rows.len();
        let say = |id: &str| {
            let wording = texts.say(id).with("shop", &shop.name).with("email", email);
            wording.count("count", count).count("more", count - shown.len()).to_string()
        };
        let waiting = news.rows.iter().filter(|row| row.held_by.is_some()).count();
        let week = self.week(texts, waiting).await?;
        let quotes = reviews.iter().filter_map(|review| self.quote(review, &products, since, recipient));
        let mut body: Vec<_> = week.iter().cloned().map(Block::Text).chain(quotes.map(Block::Review)).collect();
        if count > shown.len() {
            body.push(Block::Text(say("email-reviews-more")));
        }
        let [reason, before] = recipient.foot.map(say);
        let stop = MailLink { tenant: tenant.clone(), member: recipient.id, about: None };
        let url = self.links.console_mail_stop(&stop, recipient.service);
        let unsubscribe = Some(Unsubscribe { before, label: say("mail-stop-button"), url });
        let url = self.links.console_reviews(tenant);
        let button = Button { label: say("review-back"), url };
        Ok(NotificationMail {
            language: texts.language(),
            subject: say("email-reviews-subject"),
            heading: say("email-reviews-heading"),
            preheader: week.unwrap_or_else(|| say("email-reviews-heading")),
            body,
            button: Some(button),
            unsubscribe,
            ..NotificationMail::new(shop, reason)
        })
    }

    /// On Mondays, what came of the last seven days.
    async fn week(&self, texts: Texts, waiting: usize) -> Result<Option<String>, Stop> {
        if self.now.to_zoned_datetime(self.record.rules.zone()).weekday() != Weekday::Monday {
            return Ok(None);
        }
        let today = self.now.to_zoned_datetime(TimeZone::UTC).date();
        let days = (today.saturating_sub(7.days()), today.saturating_sub(1.day()));
        let counts = self.store.counted(self.tenant, Some(days)).await?.all;
        let [asked, wrote] = [Counter::Sent, Counter::Completed].map(|counter| counts.of(counter));
        let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let wording = texts.say("email-reviews-week").count("asked", number(asked)).count("wrote", number(wrote));
        Ok(Some(wording.count("waiting", waiting).to_string()))
    }

    fn quote(
        &self,
        review: &Review,
        products: &[Product],
        since: Timestamp,
        recipient: &Recipient<'_>,
    ) -> Option<Quote> {
        let texts = recipient.texts;
        let version = review.newest()?;
        let product = mailed(products.iter().find(|product| Some(&product.id) == review.product.as_ref()));
        let title = product.map(|product| product.title.as_str().to_owned());
        let photos = review.newest_photos().len();
        let photos = (photos > 0).then(|| texts.say("review-photos").count("count", photos).to_string());
        let name = version.words.display_name.as_ref().map(|name| name.as_str().to_owned());
        let about: Vec<_> = [name, title, photos].into_iter().flatten().collect();
        Some(Quote {
            about: (!about.is_empty()).then(|| about.join(" · ")),
            state: Some(standing(texts, review)),
            links: self.acts(review, since, recipient),
            ..Quote::new(Texts::mail(texts.language()), review, WORDS_MAX)?
        })
    }

    /// What the recipient can do: decide about what waits, answer what is public, and open it in the console.
    fn acts(&self, review: &Review, since: Timestamp, recipient: &Recipient<'_>) -> Vec<(String, String)> {
        let label = |what: &str| recipient.texts.say(&format!("review-{what}")).to_string();
        let of = |id: ReviewId| LinkAbout { review: id, since, sent_at: self.now };
        let mut links = Vec::new();
        if recipient.may_decide {
            let link = MailLink { tenant: self.tenant.clone(), member: recipient.id, about: Some(of(review.id)) };
            let url = self.links.console_mail(&link, recipient.service);
            let acts: &[_] = match (review.held_by(), &review.content.reply) {
                (Some(_), _) => &["publish", "withhold"],
                (None, None) => &["answer", "withhold"],
                (None, Some(_)) => &[],
            };
            links.extend(acts.iter().map(|what| (label(what), format!("{url}#{what}"))));
        }
        links.push((label("open"), self.links.console_review(self.tenant, review.id)));
        links
    }
}
