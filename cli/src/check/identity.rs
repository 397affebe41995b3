//! The SES identity that emails come from: verified, signed, with a domain of its own for bounces.

use aws_sdk_sesv2::operation::get_email_identity::GetEmailIdentityOutput;
use aws_sdk_sesv2::types::{BehaviorOnMxFailure, DkimStatus, MailFromDomainStatus};

use super::finding::{Check, Finding};
use super::read::Read;

const CHECKS: [Check; 3] = [Check::Identity, Check::Dkim, Check::MailFrom];

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

/// Identity, DKIM and MAIL FROM.
pub fn findings(identity: &Read<GetEmailIdentityOutput>, from: Sender, region: &str) -> Vec<Finding> {
    let domain = from.domain;
    let identity = match identity {
        Err(unread) if unread.is("NotFoundException") => {
            let fix = format!("aws sesv2 create-email-identity --email-identity {domain}, then its DNS records");
            return vec![
                Finding::fail(Check::Identity, format!("{domain} is no identity of this account and region"), fix),
                Finding::skip(Check::Dkim, "the identity comes first"),
                Finding::skip(Check::MailFrom, "the identity comes first"),
            ];
        }
        Err(unread) => return Finding::unknown_all(&CHECKS, unread),
        Ok(identity) => identity,
    };
    vec![verified(identity, from, region), dkim(identity, domain), mail_from(identity, domain, region)]
}

fn verified(identity: &GetEmailIdentityOutput, from: Sender, region: &str) -> Finding {
    let Sender { address, domain } = from;
    let host = from.host();
    if host != domain && !host.ends_with(&format!(".{domain}")) {
        let seen = format!("{address} does not belong to the identity {domain}");
        return Finding::fail(Check::Identity, seen, "Deploy with a MailFrom on MailDomain, or the other way round");
    }
    if identity.verified_for_sending_status() {
        return Finding::pass(Check::Identity, format!("{domain} is verified, and {address} belongs to it"));
    }
    let state = identity.verification_status().map_or("no state", |status| status.as_str());
    let place = format!("https://{region}.console.aws.amazon.com/ses/home?region={region}#/identities/{domain}");
    Finding::fail(Check::Identity, format!("{domain} is not verified ({state})"), format!("Its DNS records: {place}"))
}

fn dkim(identity: &GetEmailIdentityOutput, domain: &str) -> Finding {
    let check = Check::Dkim;
    let Some(dkim) = identity.dkim_attributes() else {
        return Finding::fail(check, format!("{domain} has no DKIM"), turn_on(domain));
    };
    let status = dkim.status().map_or("NOT_STARTED", DkimStatus::as_str);
    if !dkim.signing_enabled() {
        return Finding::fail(
            check,
            format!("emails of {domain} are not signed: signing is off ({status})"),
            turn_on(domain),
        );
    }
    if dkim.status() == Some(&DkimStatus::Success) {
        return Finding::pass(check, format!("emails are signed for {domain}"));
    }
    let zone = dkim.signing_hosted_zone().unwrap_or("dkim.amazonses.com");
    let records = dkim.tokens().iter().map(|token| format!("{token}._domainkey.{domain} CNAME {token}.{zone}"));
    let records = records.collect::<Vec<_>>().join("; ");
    Finding::fail(check, format!("emails of {domain} are not signed yet ({status})"), format!("In its DNS: {records}"))
}

fn turn_on(domain: &str) -> String {
    format!("aws sesv2 put-email-identity-dkim-attributes --email-identity {domain} --signing-enabled")
}

fn mail_from(identity: &GetEmailIdentityOutput, domain: &str, region: &str) -> Finding {
    let check = Check::MailFrom;
    let own = identity.mail_from_attributes().filter(|own| !own.mail_from_domain().is_empty());
    let Some(own) = own else {
        let fix = format!(
            "aws sesv2 put-email-identity-mail-from-attributes --email-identity {domain} --mail-from-domain bounce.{domain}"
        );
        return Finding::warn(check, "bounces go to amazonses.com, so SPF says nothing about your domain", fix);
    };
    let name = own.mail_from_domain();
    if own.mail_from_domain_status() == &MailFromDomainStatus::Success {
        return Finding::pass(check, format!("bounces go to {name}"));
    }
    let state = own.mail_from_domain_status().as_str();
    let fix = format!(
        "In the DNS of {name}: MX 10 feedback-smtp.{region}.amazonses.com; TXT \"v=spf1 include:amazonses.com ~all\""
    );
    if own.behavior_on_mx_failure() == &BehaviorOnMxFailure::RejectMessage {
        return Finding::fail(check, format!("{name} is not ready ({state}), and SES sends nothing without it"), fix);
    }
    Finding::warn(check, format!("{name} is not ready ({state}); SES uses amazonses.com meanwhile"), fix)
}

#[cfg(test)]
mod tests {
    use aws_sdk_sesv2::types::{DkimAttributes, MailFromAttributes};

    use super::*;
    use crate::check::finding::Status;
    use crate::check::read::Unread;

    const FROM: Sender = Sender { address: "reviews@example.com", domain: "example.com" };

    fn statuses(identity: Read<GetEmailIdentityOutput>) -> Vec<Status> {
        findings(&identity, FROM, "eu-central-1").iter().map(|finding| finding.status).collect()
    }

    #[test]
    fn an_identity_is_verified_missing_or_another() {
        let identity = |on: bool| GetEmailIdentityOutput::builder().verified_for_sending_status(on).build();
        assert_eq!(verified(&identity(true), FROM, "r").status, Status::Pass);
        let sub = Sender { address: "a@mail.example.com", ..FROM };
        assert_eq!(verified(&identity(true), sub, "r").status, Status::Pass);
        let other = Sender { address: "a@notexample.com", ..FROM };
        assert_eq!(verified(&identity(true), other, "r").status, Status::Fail);
        assert_eq!(verified(&identity(false), FROM, "r").status, Status::Fail);
        let missing = Unread::new("ses:GetEmailIdentity", Some("NotFoundException"), "no");
        assert_eq!(statuses(Err(missing)), [Status::Fail, Status::Skip, Status::Skip]);
        let denied = Unread::new("ses:GetEmailIdentity", Some("AccessDeniedException"), "no");
        assert_eq!(statuses(Err(denied)), [Status::Unknown; 3]);
    }

    #[test]
    fn dkim_is_on_off_or_waits_for_records() {
        let of = |on: bool, status: DkimStatus| {
            let dkim = DkimAttributes::builder().signing_enabled(on).status(status).tokens("abc").build();
            dkim_of(dkim)
        };
        assert_eq!(of(true, DkimStatus::Success).status, Status::Pass);
        assert_eq!(of(false, DkimStatus::Success).status, Status::Fail);
        let pending = of(true, DkimStatus::Pending);
        assert_eq!(pending.status, Status::Fail);
        assert_eq!(pending.fix.as_deref(), Some("In its DNS: abc._domainkey.example.com CNAME abc.dkim.amazonses.com"));
        assert_eq!(dkim(&GetEmailIdentityOutput::builder().build(), "example.com").status, Status::Fail);
    }

    fn dkim_of(attributes: DkimAttributes) -> Finding {
        dkim(&GetEmailIdentityOutput::builder().dkim_attributes(attributes).build(), "example.com")
    }

    #[test]
    fn a_domain_for_bounces_is_ready_missing_or_in_the_way() {
        let of = |status: MailFromDomainStatus, behavior: BehaviorOnMxFailure| {
            let own = MailFromAttributes::builder()
                .mail_from_domain("bounce.example.com")
                .mail_from_domain_status(status)
                .behavior_on_mx_failure(behavior)
                .build()
                .unwrap();
            let identity = GetEmailIdentityOutput::builder().mail_from_attributes(own).build();
            mail_from(&identity, "example.com", "eu-central-1").status
        };
        assert_eq!(of(MailFromDomainStatus::Success, BehaviorOnMxFailure::RejectMessage), Status::Pass);
        assert_eq!(of(MailFromDomainStatus::Failed, BehaviorOnMxFailure::RejectMessage), Status::Fail);
        assert_eq!(of(MailFromDomainStatus::Pending, BehaviorOnMxFailure::UseDefaultValue), Status::Warn);
        let none = GetEmailIdentityOutput::builder().build();
        assert_eq!(mail_from(&none, "example.com", "eu-central-1").status, Status::Warn);
    }
}
