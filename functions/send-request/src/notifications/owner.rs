//! The emails to the shop's owner, a kind in one arm or function each: whether it is still true, and its text.

use app::error::Error;
use app::message::mail::{Block, Button, NotificationMail, day, texts};
use domain::message::NotificationName;
use domain::shop::{SenderStage, Shop, SuspensionReason};
use domain::values::{EmailAddress, ShopSystem, WebhookId};
use integrations::{Rows, UsualOrders};

use crate::fate::{Fate, Stop};
use crate::notifications::{About, Draft};

impl About<'_> {
    pub(super) async fn to_owner(&self) -> Result<Draft, Stop> {
        let to = self.record.owner_email(self.tenant, self.keys)?.ok_or(Fate::Gone)?;
        let shop = self.shown(&self.record.shop);
        let mail = self.owners_mail(&shop, &to).await?.to_shop(&shop, &to)?;
        Ok(Draft::new(to, mail))
    }

    async fn owners_mail<'s>(&self, shop: &'s Shop, to: &EmailAddress) -> Result<NotificationMail<'s>, Stop> {
        let Self { store, links, tenant, notification, .. } = *self;
        let of_console = |url, text| NotificationMail::of_console(shop, None, to, url, text);
        Ok(match notification.name {
            NotificationName::WebhookDisabled(id) => self.about_webhook(shop, id).await?,
            NotificationName::Held => self.about_suspension(shop).await?,
            NotificationName::SenderLost => self.about_sender(shop).await?,
            NotificationName::Silent(system) => self.about_silence(shop, system).await?,
            NotificationName::ShopRedacted(system) => {
                let connection = Rows(store).sealed_integration(tenant, system).await?;
                // The shop has connected the system again, so nothing is erased.
                if connection.is_some_and(|connection| connection.is_asking()) {
                    return Err(Fate::Gone.into());
                }
                of_console(links.console_connection(tenant, system), "email-redacted")
            }
            NotificationName::Connected(system) => {
                let connection = Rows(store).integration(tenant, system, self.keys).await?;
                let mut mail = of_console(links.console_connection(tenant, system), "email-connected");
                let place = connection.and_then(|connection| Some(connection.plug_in?.place.home));
                mail.body.extend(place.map(Block::Written));
                mail
            }
            NotificationName::DataAsked(receipt) => of_console(links.console_receipt(tenant, receipt), "email-data"),
            NotificationName::Reported(review) => of_console(links.console_review(tenant, review), "email-reported"),
            name => return Err(Error::Internal(format!("nobody writes the notification {name}")).into()),
        })
    }

    /// Unless the webhook was deleted, or is enabled again.
    async fn about_webhook<'s>(&self, shop: &'s Shop, id: WebhookId) -> Result<NotificationMail<'s>, Stop> {
        let Self { store, links, tenant, notification, keys, .. } = *self;
        let texts = texts(shop);
        let say = |id: &str| texts.say(id).with("shop", &shop.name).to_string();
        let read = store.webhook(tenant, id, keys).await?;
        let read = read.filter(|read| !read.webhook.is_enabled).ok_or(Fate::Gone)?;
        let what = match notification.since {
            Some(since) => texts.say("webhook-failed").words("day", &day(texts, since)).to_string(),
            None => say("webhook-gone"),
        };
        let ids = ["subject-webhook", "heading-webhook", "webhook-fix"];
        let of = vec![Block::Written(read.webhook.url.as_str().to_owned())];
        Ok(owners(shop, say, ids, (what, of), links.console_webhook(tenant, id)))
    }

    /// Unless the suspension has ended.
    async fn about_suspension<'s>(&self, shop: &'s Shop) -> Result<NotificationMail<'s>, Stop> {
        let Self { store, links, tenant, .. } = *self;
        let texts = texts(shop);
        let (last, suspension) = store.last_mails(tenant).await?;
        let suspension = suspension.ok_or(Fate::Gone)?;
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
        let ids = ["subject-held", "heading-held", "held-fix"];
        Ok(owners(shop, say, ids, (say(why), Vec::new()), links.console_of(tenant)))
    }

    /// Unless the sender stands again, or the shop has given it up.
    async fn about_sender<'s>(&self, shop: &'s Shop) -> Result<NotificationMail<'s>, Stop> {
        let Self { store, links, tenant, .. } = *self;
        let texts = texts(shop);
        let senders = store.senders(tenant).await?;
        let lost = senders.iter().find(|sender| sender.stage == SenderStage::Lost).ok_or(Fate::Gone)?;
        let say = |id: &str| texts.say(id).with("shop", &shop.name).words("domain", lost.domain()).to_string();
        let ids = ["heading-sender", "heading-sender", "sender-fix"];
        Ok(owners(shop, say, ids, (say("sender-lost"), Vec::new()), links.console_sender(tenant)))
    }

    /// Unless orders or calls have arrived again.
    async fn about_silence<'s>(&self, shop: &'s Shop, system: ShopSystem) -> Result<NotificationMail<'s>, Stop> {
        let Self { store, links, tenant, now, .. } = *self;
        let texts = texts(shop);
        let usual = UsualOrders::of_system(system, &Rows(store).orders_of_days(tenant, system, now).await?);
        let last = usual.silence(now).ok_or(Fate::Gone)?;
        let since = day(texts, usual.last_order_at.unwrap_or(last));
        let say = |id: &str| {
            let wording = texts.say(id).with("shop", &shop.name);
            wording.with("system", system.name()).words("day", &since).to_string()
        };
        let ids = ["subject-silent", "heading-silent", "silent-fix"];
        Ok(owners(shop, say, ids, (say("silent-since"), Vec::new()), links.console_connection(tenant, system)))
    }
}

/// The email from the ids of its subject, its heading and what to do, after what happened and to what; the button leads to `url` in the
/// console.
fn owners<'a>(
    shop: &'a Shop,
    say: impl Fn(&str) -> String,
    [subject, heading, fix]: [&str; 3],
    (what, of): (String, Vec<Block>),
    url: String,
) -> NotificationMail<'a> {
    NotificationMail {
        subject: say(subject),
        heading: say(heading),
        preheader: what.clone(),
        body: [Block::Text(what)].into_iter().chain(of).chain([Block::Text(say(fix))]).collect(),
        button: Some(Button { label: say("console-button"), url }),
        ..NotificationMail::new(shop, say("reason-owner"))
    }
}
