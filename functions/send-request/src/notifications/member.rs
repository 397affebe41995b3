//! The emails to members of the console: reviews that wait for a decision, and an invitation.

use app::message::mail::{Block, Button, NotificationMail};
use app::waiting::Waiting;
use domain::message::{NotificationName, seen_until};
use domain::values::{Language, MemberId};
use members::{NotificationPreference, Rows};
use texts::Texts;

use crate::fate::{Fate, Stop};
use crate::notifications::{About, Draft, Reader};

impl About<'_> {
    pub(super) async fn to_member(&self, id: MemberId) -> Result<Draft, Stop> {
        let (_, members) = Rows(self.store).shop_and_members(self.tenant, self.now).await?.ok_or(Fate::Gone)?;
        let to = members.email(&id, self.keys)?.ok_or(Fate::Gone)?;
        let (member, shop) = (members.find(&id).ok_or(Fate::Gone)?, self.shown(&self.record.shop));
        if let NotificationName::Invitation(_) = self.notification.name {
            if member.joined_at.is_some() {
                return Err(Fate::Gone.into());
            }
            let url = self.links.console_of(self.tenant);
            let mail = NotificationMail::of_console(&shop, None, &to, url, "email-invitation").to_shop(&shop, &to)?;
            return Ok(Draft::new(Reader::Invited, to, mail));
        }
        if member.notification_preference() == NotificationPreference::Never {
            return Err(Fate::Gone.into());
        }
        let waiting = self.waiting().await?;
        let texts = Texts::console(member.language.or(shop.language).unwrap_or(Language::English));
        let count = usize::try_from(waiting.count).unwrap_or(usize::MAX);
        let part = |what: &str| {
            texts.say(&format!("email-waiting-{what}")).with("shop", &shop.name).count("count", count).to_string()
        };
        let quotes = waiting.quotes(Texts::mail(texts.language())).map(Block::Review);
        let url = self.links.console_to_decide(self.tenant);
        let mail = NotificationMail {
            language: texts.language(),
            subject: part("subject"),
            heading: part("heading"),
            preheader: part("text"),
            body: [Block::Text(part("text"))].into_iter().chain(quotes).collect(),
            button: Some(Button { label: part("button"), label_above_link: part("link"), url }),
            ..NotificationMail::new(&shop, part("reason"))
        };
        let mail = mail.to_shop(&shop, &to)?;
        Ok(Draft::new(Reader::Shop, to, mail))
    }

    /// The reviews that are new to the member and still wait.
    async fn waiting(&self) -> Result<Waiting, Stop> {
        let began = self.notification.since.unwrap_or(self.notification.ordered_at)..=seen_until(self.now);
        let waiting = Waiting::since(self.store, self.tenant, began, self.keys).await?;
        Ok(waiting.ok_or(Fate::Settled("decided"))?)
    }
}
