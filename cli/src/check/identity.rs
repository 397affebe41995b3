//! The SES identity that emails come from: verified, and signed with DKIM.

use aws_sdk_sesv2::operation::get_email_identity::GetEmailIdentityOutput;
use aws_sdk_sesv2::types::DkimStatus;

use super::finding::{Check, Finding};
use super::read::Read;

/// The addresses that the stack sends from: its parameters.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    /// `MailFrom`.
    pub address: &'a str,
    /// `MailDomain`.
    pub domain: &'a str,
}

impl<'a> Sender<'a> {
    /// The domain behind the address.
    pub fn host(self) -> &'a str {
        self.address.rsplit_once('@').map_or(self.address, |(_, host)| host)
    }
}

/// Whether the identity is verified, the sender's, and signed.
pub fn finding(identity: &Read<GetEmailIdentityOutput>, from: Sender, region: &str) -> Finding {
    let (check, Sender { address, domain }) = (Check::Identity, from);
    let host = from.host();
    let identity = match identity {
        Err(unread) if unread.is("NotFoundException") => {
            let fix = format!("aws sesv2 create-email-identity --email-identity {domain}, then its DNS records");
            return Finding::fail(check, format!("{domain} is no identity of this account and region"), fix);
        }
        Err(unread) => return Finding::unknown(check, unread),
        Ok(identity) => identity,
    };
    if host != domain && !host.ends_with(&format!(".{domain}")) {
        let seen = format!("{address} does not belong to the identity {domain}");
        return Finding::fail(check, seen, "Deploy with a MailFrom on MailDomain, or the other way round");
    }
    if !identity.verified_for_sending_status() {
        let state = identity.verification_status().map_or("no state", |status| status.as_str());
        let place = format!("https://{region}.console.aws.amazon.com/ses/home?region={region}#/identities/{domain}");
        return Finding::fail(
            check,
            format!("{domain} is not verified ({state})"),
            format!("Its DNS records: {place}"),
        );
    }
    let dkim = identity.dkim_attributes().filter(|dkim| dkim.signing_enabled());
    let Some(dkim) = dkim else {
        let fix = format!("aws sesv2 put-email-identity-dkim-attributes --email-identity {domain} --signing-enabled");
        return Finding::fail(check, format!("emails of {domain} are not signed: DKIM is off"), fix);
    };
    if dkim.status() == Some(&DkimStatus::Success) {
        return Finding::pass(check, format!("{address} belongs to {domain}, which is verified and signed"));
    }
    let zone = dkim.signing_hosted_zone().unwrap_or("dkim.amazonses.com");
    let records = dkim.tokens().iter().map(|token| format!("{token}._domainkey.{domain} CNAME {token}.{zone}"));
    let records = records.collect::<Vec<_>>().join("; ");
    let state = dkim.status().map_or("NOT_STARTED", DkimStatus::as_str);
    Finding::fail(check, format!("emails of {domain} are not signed yet ({state})"), format!("In its DNS: {records}"))
}
