//! Emails to the people who use a shop's console. They are neither messages nor letters: a person is waiting for one, so that
//! it leaves at once or within the quarter of an hour in which it is of use, and nothing about it is stored but that it left.

use app::message::Message;
use app::message::mail::{self, Mail};
use app::message::preview::{example_product, preview};
use app::{Error, InvitationWake, QueuedWake, SignInWake, TextWake};
use domain::{EmailAddress, Mode, Shop, Tenant};
use jiff::{SignedDuration, Timestamp};
use members::{INVITATIONS_OF_ADDRESS_MAX, Rows, ShopsOfMember, SignInOf};
use vault::Secret;

use crate::provider::SendError;
use crate::send::Send;

/// The most tests of a shop's own words in an hour: a shop's program may ask for them, too.
const TEXTS_AN_HOUR: u32 = 20;
/// How long an email about a sign-in waits for a provider that does not take it.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(1);

impl Send {
    /// Serves one wake-up for a sign-in. Whether the address is a member's is found out here, where nobody can see how long
    /// that takes. `Ok` acknowledges it.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Internal`] for the table, KMS and the queue.
    pub async fn wake_sign_in(&self, wake: &SignInWake) -> Result<(), Error> {
        let now = self.clock.now();
        let Some(sign_in) = Rows(&self.store).sign_in(&wake.sign_in).await? else { return Ok(()) };
        let SignInOf::Identity(index) = &sign_in.of else { return Ok(()) };
        if !sign_in.is_open(now) {
            return Ok(());
        }
        let Some((shop, to)) = self.member_with(index, sign_in.shop.as_ref(), now).await? else { return Ok(()) };
        let service = self.links.keys(now).await?;
        let url = self.links.console_sign_in(&sign_in.id, &Secret::of_sign_in(&sign_in.id, &service));
        let mail = mail::sign_in(shop.as_ref(), wake.language, &to, url)?;
        if !Rows(&self.store).claim_sign_in_mail(&sign_in.id, now).await? {
            return Ok(());
        }
        if self.send_to_member(&mail, "sign-in").await {
            return Ok(());
        }
        Rows(&self.store).release_sign_in_mail(&sign_in.id).await?;
        self.queue.send(&QueuedWake::SignIn(wake.clone()), AGAIN_AFTER).await
    }

    /// Serves one wake-up for an invitation. It is sent once at most: a member signs in without it, too.
    ///
    /// # Errors
    /// The errors of [`wake_sign_in`](Self::wake_sign_in).
    pub async fn wake_invitation(&self, wake: &InvitationWake) -> Result<(), Error> {
        let now = self.clock.now();
        let (tenant, id) = wake.member().map_err(|rule| Error::Internal(rule.to_string()))?;
        let Some((record, members)) = Rows(&self.store).shop_and_members(&tenant).await? else { return Ok(()) };
        let keys = self.vault.tenant(&tenant, &record.root, now).await?;
        let (Some(to), Some(member)) = (members.email(&id, &keys)?, members.find(&id)) else { return Ok(()) };
        let Some(identity) = member.identities.first().filter(|_| tenant.mode == Mode::Live) else { return Ok(()) };
        let of_both = format!("{}.{tenant}", identity.index);
        if !Rows(&self.store).count_member_mail(&of_both, INVITATIONS_OF_ADDRESS_MAX, now).await?
            || !Rows(&self.store).count_invitation(&tenant, now).await?
        {
            tracing::warn!(%tenant, "too many invitations in an hour: an email is not sent");
            return Ok(());
        }
        let mail = mail::invitation(&record.shop, &to, self.links.console_of(&tenant))?;
        self.send_to_member(&mail, "invitation").await;
        Ok(())
    }

    /// Serves one wake-up for a message with a shop's own words, as a test. It is sent once at most.
    ///
    /// # Errors
    /// The errors of [`wake_sign_in`](Self::wake_sign_in).
    pub async fn wake_text(&self, wake: &TextWake) -> Result<(), Error> {
        let (now, language) = (self.clock.now(), wake.language);
        let (tenant, member) = wake.to().map_err(|rule| Error::Internal(rule.to_string()))?;
        let Some((shop, words)) = self.store.own_words(&tenant, language).await? else { return Ok(()) };
        let keys = self.vault.tenant(&tenant, &shop.root, now).await?;
        let to = match &member {
            Some(id) => match Rows(&self.store).shop_and_members(&tenant).await? {
                Some((_, members)) => members.email(id, &keys)?,
                None => None,
            },
            None => shop.owner_email(&tenant, &keys)?,
        };
        let Some(to) = to.filter(|_| tenant.mode == Mode::Live) else { return Ok(()) };
        if !Rows(&self.store).count_member_mail(&format!("text.{tenant}"), TEXTS_AN_HOUR, now).await? {
            tracing::warn!(%tenant, "too many tests of own words in an hour: an email is not sent");
            return Ok(());
        }
        let product = example_product(&self.store, &tenant).await?;
        let (own, shop) = (words.words.get(&wake.occasion), shop.shop.with_language(Some(language)));
        let mail = match preview(&shop, wake.occasion, own, product.as_ref(), &self.links, now)? {
            // Its links lead nowhere, and nobody answers themselves.
            Message::Mail(mail) => Mail { to: to.deliverable(), reply_to: None, unsubscribe_url: None, ..mail },
            Message::Text(text) => mail::text_as_mail(&shop, &to, &text.body)?,
        };
        self.send_to_member(&mail, "text").await;
        Ok(())
    }

    /// The address that is a member's or invited, as a live shop has it, and the shop that they asked for if they are its member:
    /// an invitation names no shop in an email that its reader asked for. In test mode nothing leaves.
    async fn member_with(
        &self,
        index: &str,
        asked: Option<&Tenant>,
        now: Timestamp,
    ) -> Result<Option<(Option<Shop>, EmailAddress)>, Error> {
        let ShopsOfMember { joined, invited } = Rows(&self.store).shops_of_member(index).await?;
        let asked = asked.filter(|shop| joined.contains(shop));
        for tenant in asked.into_iter().chain(&joined).chain(&invited) {
            if tenant.mode == Mode::Test {
                continue;
            }
            let Some((record, members)) = Rows(&self.store).shop_and_members(tenant).await? else { continue };
            let Some(member) = members.with_index(index) else { continue };
            let keys = self.vault.tenant(tenant, &record.root, now).await?;
            if let Some(to) = members.email(&member.id, &keys)? {
                return Ok(Some(((asked == Some(tenant)).then_some(record.shop), to)));
            }
        }
        Ok(None)
    }

    /// Hands an email over. `false` if it has not left and may later.
    async fn send_to_member(&self, mail: &Mail, kind: &'static str) -> bool {
        match self.mailer.send_tagged(mail, vec![("console", kind.to_owned())]).await {
            Ok(_) => true,
            Err(SendError::Rejected(code)) => {
                tracing::error!(code, kind, "the provider rejected an email to a member");
                true
            }
            Err(SendError::Unknown(cause)) => {
                tracing::warn!(cause, kind, "the provider's answer about an email to a member was lost");
                true
            }
            Err(SendError::Throttled(code) | SendError::Full(code) | SendError::Doubtful(code)) => {
                tracing::warn!(code, kind, "the provider does not take an email to a member");
                false
            }
        }
    }
}
