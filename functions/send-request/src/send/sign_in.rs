//! Emails to sign in to a shop's console. They are neither messages nor notifications. A person waits for such an
//! email, so it is sent immediately, or within the quarter of an hour in which it is useful, even if the shop's own
//! emails are suspended. Only the fact that it was sent is stored.

use app::error::Error;
use app::message::mail::{Mail, NotificationMail};
use app::message::wake::{QueuedWake, SignInWake};
use domain::shop::Shop;
use domain::values::{EmailAddress, Language, Mode, Tenant};
use jiff::{SignedDuration, Timestamp};
use members::{MemberShops, Newcomer, Rows, SignIn, SignInSubject};
use vault::Secret;

use crate::provider::SendError;
use crate::send::Send;

/// The sender's name if no shop is named.
const NOBODY: &str = "Afterword";
/// How long an email to sign in waits if the provider does not accept it.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(1);

impl Send {
    /// Processes one wake-up for a sign-in. Here Afterword finds out whether the address is a member's, because nobody
    /// can measure how long that takes here. `Ok` acknowledges the wake-up.
    pub async fn wake_sign_in(&self, wake: &SignInWake) -> Result<(), Error> {
        let now = self.clock.now();
        let Some(sign_in) = Rows(&self.store).sign_in(&wake.sign_in).await? else { return Ok(()) };
        let SignInSubject::Identity(index) = &sign_in.of else { return Ok(()) };
        if !sign_in.is_open(now) {
            return Ok(());
        }
        let found = match &sign_in.newcomer {
            Some(newcomer) => self.newcomer(&sign_in, newcomer, now).await?,
            None => self.member_with(index, sign_in.shop.as_ref(), now).await?,
        };
        let Some((shop, to)) = found else { return Ok(()) };
        let service = self.links.keys(now).await?;
        let url = self.links.console_sign_in(&sign_in.id, &Secret::of_sign_in(&sign_in.id, &service));
        let shop = shop.map(|shop| shop.in_messages(self.links.postal_address().as_deref()));
        let mail = mail(shop, wake.language, &to, url)?;
        if !Rows(&self.store).claim_sign_in_mail(&sign_in.id, now).await? {
            return Ok(());
        }
        if self.send_sign_in(&mail).await {
            return Ok(());
        }
        Rows(&self.store).release_sign_in_mail(&sign_in.id).await?;
        self.queue.send(&QueuedWake::SignIn(wake.clone()), AGAIN_AFTER).await
    }

    /// The address that somebody typed behind the operator's link, and the link's shop.
    async fn newcomer(
        &self,
        sign_in: &SignIn,
        newcomer: &Newcomer,
        now: Timestamp,
    ) -> Result<Option<(Option<Shop>, EmailAddress)>, Error> {
        let Some(tenant) = &sign_in.shop else { return Ok(None) };
        let Some(record) = self.store.tenant(tenant).await? else { return Ok(None) };
        let keys = self.vault.tenant(tenant, &record.root, now).await?;
        Ok(Some((Some(record.shop), newcomer.address(&sign_in.id, &keys)?)))
    }

    /// The address of a member or an invited person, as a live shop wrote it, and the requested shop if they are its
    /// member. An invitation names no shop, because the person who reads it requested the email. In test mode nothing
    /// is sent.
    async fn member_with(
        &self,
        index: &str,
        asked: Option<&Tenant>,
        now: Timestamp,
    ) -> Result<Option<(Option<Shop>, EmailAddress)>, Error> {
        let MemberShops { joined, invited } = Rows(&self.store).shops_of_member(index, now).await?;
        let asked = asked.filter(|shop| joined.contains(shop));
        for tenant in asked.into_iter().chain(&joined).chain(&invited) {
            if tenant.mode == Mode::Test {
                continue;
            }
            let Some((record, members)) = Rows(&self.store).shop_and_members(tenant, now).await? else { continue };
            let Some(member) = members.with_index(index) else { continue };
            let keys = self.vault.tenant(tenant, &record.root, now).await?;
            if let Some(to) = members.email(&member.id, &keys)? {
                return Ok(Some(((asked == Some(tenant)).then_some(record.shop), to)));
            }
        }
        Ok(None)
    }

    /// Sends an email. `false` means that it was not sent, but may be sent later.
    async fn send_sign_in(&self, mail: &Mail) -> bool {
        match self.mailer.send_tagged(mail, vec![("console", "sign-in".to_owned())]).await {
            Ok(_) => true,
            Err(SendError::Rejected(code)) => {
                tracing::error!(code, "the provider rejected an email about a sign-in");
                true
            }
            Err(SendError::Unknown(cause)) => {
                tracing::warn!(cause, "the provider's answer about an email about a sign-in was lost");
                true
            }
            Err(error) => {
                tracing::warn!(%error, "the provider does not take an email about a sign-in");
                false
            }
        }
    }
}

/// The email with a link that signs in. It names the requested shop if the recipient is a member there, otherwise no shop. It is in
/// `language`, or else in the shop's language.
fn mail(shop: Option<Shop>, language: Option<Language>, to: &EmailAddress, url: String) -> Result<Mail, Error> {
    let shop = match shop {
        Some(shop) => shop,
        None => Shop::new(NOBODY, None).map_err(|rule| Error::Internal(rule.to_string()))?,
    };
    let mut mail = NotificationMail::of_console(&shop, language, to, url, "email-sign-in");
    // The button comes first, because whoever asked for a link knows what it is for.
    mail.body.clear();
    mail.below.insert(0, mail.preheader.clone());
    mail.to_shop(&shop, to)
}
