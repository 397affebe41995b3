//! The invitation to the console.

use app::message::mail::NotificationMail;
use domain::values::MemberId;
use members::Rows;

use crate::fate::{Fate, Stop};
use crate::notifications::{About, Draft};

impl About<'_> {
    /// Unless the person has accepted it.
    pub(super) async fn to_invited(&self, id: MemberId) -> Result<Draft, Stop> {
        let members = Rows(self.store).members(self.tenant, self.now).await?;
        let to = members.email(&id, self.keys)?.ok_or(Fate::Gone)?;
        members.find(&id).filter(|member| member.joined_at.is_none()).ok_or(Fate::Gone)?;
        let shop = self.shown(&self.record.shop);
        let url = self.links.console_of(self.tenant);
        let mail = NotificationMail::of_console(&shop, None, &to, url, "email-invitation").to_shop(&shop, &to)?;
        Ok(Draft::new(to, mail))
    }
}
