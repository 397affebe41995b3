//! The emails to a shop's owners about its end, or about its restoration.

use app::message::mail::{Block, Button, NotificationMail, day, texts};
use domain::shop::{EndedBy, Shop, erased_from};
use domain::values::MemberId;
use jiff::{SignedDuration, Timestamp};
use members::Rows;

use crate::fate::{Fate, Stop};
use crate::notifications::{About, Draft};

impl About<'_> {
    /// The email to the owner's address (`None`) or to a member. It says how things are when it leaves. It leaves although the shop has
    /// ended, because after thirty days it is too late.
    pub(super) async fn about_end(&self, id: Option<MemberId>) -> Result<Draft, Stop> {
        let Self { tenant, record, keys, now, .. } = *self;
        let members = Rows(self.store).members(tenant, now).await?;
        let owner = record.owner_email(tenant, keys)?;
        let member = id.and_then(|id| members.find(&id)).filter(|member| member.is_owner());
        let to = match (id, member) {
            (None, _) => owner.clone(),
            (Some(_), Some(member)) => members.email(&member.id, keys)?,
            (Some(_), None) => None,
        };
        let to = to.ok_or(Fate::Gone)?;
        if id.is_some() && owner.is_some_and(|owner| keys.email_index(&owner) == keys.email_index(&to)) {
            return Err(Fate::Settled("the same address as the owner's").into());
        }
        let shop = self.shown(&record.shop).with_language(member.and_then(|member| member.language));
        let url = self.links.console_of(tenant);
        let mail = match record.state.ended_at {
            Some(ended_at) => ended(&shop, ended_at, record.state.ended_by, url),
            None => restored(&shop, url),
        };
        let mail = mail.to_shop(&shop, &to)?;
        Ok(Draft::new(to, mail))
    }
}

/// The email about the end; `by` is who ended the shop, if that is known.
fn ended(shop: &Shop, ended_at: Timestamp, by: Option<EndedBy>, url: String) -> NotificationMail<'_> {
    let (texts, erased_from) = (texts(shop), erased_from(ended_at));
    // The last whole day (UTC).
    let until = day(texts, erased_from.saturating_sub(SignedDuration::from_hours(24)).unwrap_or(erased_from));
    let who = match by {
        Some(EndedBy::Owner) => "ended-by-owner",
        Some(EndedBy::Operator) => "ended-by-operator",
        None => "ended-by-nobody",
    };
    let say = |id: &str, at: &str| texts.say(id).with("shop", &shop.name).words("day", at).to_string();
    let who = say(who, &day(texts, ended_at));
    NotificationMail {
        subject: say("subject-ended", &day(texts, erased_from)),
        heading: say("heading-ended", &until),
        preheader: who.clone(),
        body: [who, say("ended-now", &until), say("ended-undo", &until)].map(Block::Text).into(),
        button: Some(Button { label: texts.say("console-button").to_string(), url }),
        ..NotificationMail::new(shop, say("reason-ended", &until))
    }
}

fn restored(shop: &Shop, url: String) -> NotificationMail<'_> {
    let texts = texts(shop);
    let say = |id: &str| texts.say(id).with("shop", &shop.name).to_string();
    NotificationMail {
        subject: say("heading-restored"),
        heading: say("heading-restored"),
        preheader: say("restored-now"),
        body: vec![Block::Text(say("restored-now"))],
        button: Some(Button { label: say("console-button"), url }),
        ..NotificationMail::new(shop, say("reason-ended"))
    }
}
