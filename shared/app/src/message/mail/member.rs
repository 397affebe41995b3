//! Emails to the people who use a shop's console: a link that signs in, an invitation.

use domain::{EmailAddress, Language, Shop};
use texts::Texts;

use super::Mail;
use super::letter::{Block, Button, finish, letter};
use super::view::one_line;
use crate::Error;

/// Composes the email with a link that signs in.
///
/// # Errors
/// [`Error::Internal`] when a template fails.
pub fn sign_in(shop: &Shop, to: &EmailAddress, url: String) -> Result<Mail, Error> {
    member_mail(shop, to, url, "email-sign-in")
}

/// Composes the email that says where a new member signs in.
///
/// # Errors
/// [`Error::Internal`] when a template fails.
pub fn invitation(shop: &Shop, to: &EmailAddress, url: String) -> Result<Mail, Error> {
    member_mail(shop, to, url, "email-invitation")
}

/// The messages of both have the same endings, behind their own beginning.
fn member_mail(shop: &Shop, to: &EmailAddress, url: String, kind: &str) -> Result<Mail, Error> {
    let texts = Texts::console(shop.language.unwrap_or(Language::English));
    let own = |what: &str| texts.say(&format!("{kind}-{what}")).with("shop", &shop.name).to_string();
    let mut mail = letter(shop, own("reason"));
    mail.language = texts.language();
    mail.subject = one_line(&own("subject"));
    mail.heading = own("heading");
    mail.preheader = own("text");
    mail.body = vec![Block::Text(mail.preheader.clone())];
    mail.button = Some(Button { label: own("button"), label_above_link: own("link"), url });
    finish(&mail, shop, to)
}
