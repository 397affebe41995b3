//! Requested sign-ins, and the limits on their emails.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, Update};
use domain::values::{EmailAddress, Tenant};
use jiff::Timestamp;
use serde::Serialize;
use store::table::{Attributes, Error, Part, Transaction, from_item, keys, milliseconds, number};
use vault::{Random, TenantKeys};

use super::Rows;
use crate::rules::{CODE_TRIES_MAX, INVITATIONS_OF_SHOP_MAX, Newcomer, SignIn, SignInSubject};

/// How many seconds a sign-in stays in the table after its end, so that the page for a used link can say that it was
/// used.
const SHOWN_FOR_S: i64 = 3_600;
/// The condition under which a sign-in's link and code can be used.
const OPEN: &str =
    "attribute_exists(PK) AND attribute_not_exists(used_at) AND attribute_not_exists(proved_at) AND expires_at > :now";
const HOUR_S: i64 = 3_600;
/// The name to which a newcomer's address is bound.
const EMAIL: &str = "email";

#[derive(Serialize)]
struct SignInItem<'a> {
    #[serde(flatten)]
    sign_in: &'a SignIn,
    /// A guest's shop, by which its end finds the row.
    #[serde(skip_serializing_if = "Option::is_none")]
    tenant: Option<&'a Tenant>,
    ttl: i64,
}

impl<'a> SignInItem<'a> {
    fn new(sign_in: &'a SignIn) -> Self {
        let tenant = match &sign_in.of {
            SignInSubject::Guest { tenant, key: _ } => Some(tenant),
            SignInSubject::Identity(_) => None,
        };
        Self { sign_in, tenant, ttl: sign_in.expires_at.as_second() + SHOWN_FOR_S }
    }
}

fn read(id: &str, item: Attributes) -> Result<SignIn, Error> {
    Ok(SignIn { id: id.to_owned(), ..from_item(item)? })
}

impl Newcomer {
    /// Somebody who came by the link of the sign-in `link`, with the address sealed for the new sign-in `id`.
    pub fn new(
        link: &str,
        id: &str,
        email: &EmailAddress,
        keys: &TenantKeys,
        random: &Random,
    ) -> Result<Self, vault::Error> {
        let email = keys.seal(&keys::sign_in(id).sk, EMAIL, email.as_typed(), random)?;
        Ok(Self { link: link.to_owned(), email: email.into() })
    }

    /// The address of the newcomer with the sign-in `id`.
    pub fn address(&self, id: &str, keys: &TenantKeys) -> Result<EmailAddress, Error> {
        let opened = keys.open(&keys::sign_in(id).sk, EMAIL, &self.email);
        let opened = opened.map_err(|_| Error::Unreadable("a newcomer's address".to_owned()))?;
        Ok(EmailAddress::parse(&opened)?)
    }
}

impl Rows<'_> {
    /// A sign-in; `None` for an unknown id.
    pub async fn sign_in(&self, id: &str) -> Result<Option<SignIn>, Error> {
        let item = self.0.get(&keys::sign_in(id)).await?;
        item.map(|item| read(id, item)).transpose()
    }

    /// Inserts a sign-in. `false` if the id is taken.
    pub async fn insert_sign_in(&self, sign_in: &SignIn) -> Result<bool, Error> {
        self.0.insert(&keys::sign_in(&sign_in.id), &SignInItem::new(sign_in)).await
    }

    /// Counts a try of a sign-in's code before the code is compared, and returns the sign-in. `None` if no try is left,
    /// if the sign-in was used, or if another browser requested it.
    pub async fn try_code(&self, id: &str, browser: &str) -> Result<Option<SignIn>, Error> {
        let update = Update::builder()
            .update_expression("ADD tries :one")
            .condition_expression("browser = :browser AND tries < :most AND attribute_not_exists(used_at) AND attribute_not_exists(proved_at)")
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":most", number(CODE_TRIES_MAX))
            .expression_attribute_values(":browser", AttributeValue::S(browser.to_owned()));
        let update = self.0.update(&keys::sign_in(id), update)?.return_values(ReturnValue::AllNew);
        match update.send().await {
            Ok(done) => done.attributes.map(|item| read(id, item)).transpose(),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(None),
                _ => Err(error.into()),
            },
        }
    }

    /// Claims the sign-in's only email. `false` if another sender has claimed it.
    pub async fn claim_sign_in_mail(&self, id: &str, now: Timestamp) -> Result<bool, Error> {
        let is_open = "attribute_exists(PK) AND attribute_not_exists(sent_at) AND attribute_not_exists(used_at) AND expires_at > :now";
        self.0.change(&keys::sign_in(id), "SET sent_at = :now", is_open, [(":now", milliseconds(now))]).await
    }

    /// Extends a sign-in until `expires_at` and lets its email be sent again. `false` if the sign-in has proved an
    /// address or is over.
    pub async fn renew_sign_in(&self, id: &str, now: Timestamp, expires_at: Timestamp) -> Result<bool, Error> {
        let values = [(":now", milliseconds(now)), (":until", milliseconds(expires_at))];
        self.0.change(&keys::sign_in(id), "SET expires_at = :until REMOVE sent_at", OPEN, values).await
    }

    /// Records that the link or the code proved an address. `false` if that is recorded already, or if the sign-in is
    /// over.
    pub async fn prove_sign_in(&self, id: &str, now: Timestamp) -> Result<bool, Error> {
        self.0.change(&keys::sign_in(id), "SET proved_at = :now", OPEN, [(":now", milliseconds(now))]).await
    }

    /// Gives up the claim on a sign-in's email, which was not sent.
    pub async fn release_sign_in_mail(&self, id: &str) -> Result<bool, Error> {
        self.0.change(&keys::sign_in(id), "REMOVE sent_at", "attribute_exists(PK)", []).await
    }

    /// Counts an email under the index of its recipient or of whoever requested it. `false` if there were already
    /// `most` in this hour.
    pub async fn count_member_mail(&self, index: &str, most: u32, now: Timestamp) -> Result<bool, Error> {
        let key = keys::sign_ins_of(index, now.as_second() / HOUR_S);
        self.0.count_below(&key, most, now.as_second() + 2 * HOUR_S).await
    }

    /// Counts an invitation by a shop. `false` if no more may leave in this hour.
    pub async fn count_invitation(&self, tenant: &Tenant, now: Timestamp) -> Result<bool, Error> {
        let key = keys::invitations_of_shop(tenant, now.as_second() / HOUR_S);
        self.0.count_below(&key, INVITATIONS_OF_SHOP_MAX, now.as_second() + 2 * HOUR_S).await
    }
}

pub fn insert_sign_in(transaction: &mut Transaction<'_>, sign_in: &SignIn) {
    transaction.insert(Part::SignIn, &keys::sign_in(&sign_in.id), &SignInItem::new(sign_in));
}

/// Uses up the operator's link by which a newcomer came. It may have expired since the newcomer typed an address, whose own sign-in
/// is still open. Refused if the link was used.
pub fn use_link(transaction: &mut Transaction<'_>, newcomer: &Newcomer, now: Timestamp) {
    let is_unused = "attribute_exists(PK) AND attribute_not_exists(used_at)";
    let (key, values) = (keys::sign_in(&newcomer.link), [(":now", milliseconds(now))]);
    transaction.change(Part::SignIn, &key, "SET used_at = :now", is_unused, values);
}

/// Uses up a sign-in, through its link or its code. Refused if the sign-in was used or is over.
pub fn use_sign_in(transaction: &mut Transaction<'_>, sign_in: &SignIn, now: Timestamp) {
    let is_open = "attribute_exists(PK) AND attribute_not_exists(used_at) AND expires_at > :now";
    let (key, values) = (keys::sign_in(&sign_in.id), [(":now", milliseconds(now))]);
    transaction.change(Part::SignIn, &key, "SET used_at = :now", is_open, values);
}
