//! The SES identity from which emails are sent. If both the address and its domain have an identity, SES uses the
//! address' own.

use aws_sdk_sesv2::operation::get_email_identity::GetEmailIdentityOutput;
use aws_sdk_sesv2::types::DkimStatus;

use super::finding::{Check, Finding};
use super::read::{Read, Unread};

/// The parameters that name the sender.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    pub address: &'a str,
    pub domain: &'a str,
}

impl<'a> Sender<'a> {
    /// The domain of the address.
    pub fn host(self) -> &'a str {
        self.address.rsplit_once('@').map_or(self.address, |(_, host)| host)
    }
}

pub type Identity = Read<GetEmailIdentityOutput>;

pub struct Identities {
    pub domain: Identity,
    pub address: Identity,
}

impl Identities {
    /// Whether an identity of the sender is verified, and whether emails are signed.
    pub fn findings(&self, from: Sender, region: &str) -> Vec<Finding> {
        vec![self.of_domain(from, region), self.of_address(from), self.dkim(from), self.forwarding(from)]
    }

    /// Whether SES sends each bounce to the sender's mailbox, too, with the customer's address. It does unless told otherwise:
    /// <https://docs.aws.amazon.com/ses/latest/dg/monitor-sending-activity-using-notifications-email.html>.
    fn forwarding(&self, Sender { address, domain }: Sender) -> Finding {
        let check = Check::Forwarding;
        let (name, identity) = match (&self.address, &self.domain) {
            (Ok(own), _) => (address, own),
            (_, Ok(identity)) => (domain, identity),
            (_, Err(unread)) if !is_missing(unread) => return Finding::unknown(check, unread),
            _ => return Finding::skip(check, "an identity comes first"),
        };
        if !identity.feedback_forwarding_status() {
            return Finding::pass(check, "bounces come as events alone");
        }
        let fix = format!(
            "aws sesv2 put-email-identity-feedback-attributes --email-identity {name} --no-email-forwarding-enabled"
        );
        Finding::warn(
            check,
            format!("SES sends {address} an email about each bounce, with the customer's address"),
            fix,
        )
    }

    fn of_domain(&self, from: Sender, region: &str) -> Finding {
        let (check, Sender { address, domain }) = (Check::Identity, from);
        let host = from.host();
        if host != domain && !host.ends_with(&format!(".{domain}")) {
            let seen = format!("{address} does not belong to the identity {domain}");
            return Finding::fail(check, seen, "Deploy with a MailFrom on MailDomain, or the other way round");
        }
        let (seen, fix) = match &self.domain {
            Err(unread) if is_missing(unread) => {
                let fix = format!("aws sesv2 create-email-identity --email-identity {domain}, then its DNS records");
                (format!("{domain} is no identity of this account and region"), fix)
            }
            Err(unread) => return Finding::unknown(check, unread),
            Ok(identity) if !identity.verified_for_sending_status() => {
                let place =
                    format!("https://{region}.console.aws.amazon.com/ses/home?region={region}#/identities/{domain}");
                (format!("{domain} is not verified ({})", state(identity)), format!("Its DNS records: {place}"))
            }
            Ok(_) => return Finding::pass(check, format!("{domain} is verified")),
        };
        if is_verified(&self.address) {
            return Finding::warn(check, format!("{seen}: emails come from {address} alone"), fix);
        }
        Finding::fail(check, seen, fix)
    }

    fn of_address(&self, Sender { address, domain }: Sender) -> Finding {
        let check = Check::Address;
        let identity = match &self.address {
            Err(unread) if is_missing(unread) => {
                return Finding::pass(
                    check,
                    format!("{address} has no identity of its own, so that of {domain} counts"),
                );
            }
            Err(unread) => return Finding::unknown(check, unread),
            Ok(identity) => identity,
        };
        if identity.verified_for_sending_status() {
            return Finding::pass(check, format!("{address} has an identity of its own, which counts, for DKIM too"));
        }
        let seen = format!("{address} has an identity of its own, which is not verified ({})", state(identity));
        let fix = format!(
            "Open the link in AWS' email to {address}; or, with a verified domain: \
             aws sesv2 delete-email-identity --email-identity {address}"
        );
        // AWS does not document whether SES uses the domain's identity in this case.
        if is_verified(&self.domain) { Finding::warn(check, seen, fix) } else { Finding::fail(check, seen, fix) }
    }

    /// The DKIM signature. An address inherits its domain's signature, but can turn it off.
    fn dkim(&self, Sender { address, domain }: Sender) -> Finding {
        let check = Check::Dkim;
        let (name, identity) = match (&self.address, &self.domain) {
            (Err(unread), _) if !is_missing(unread) => return Finding::unknown(check, unread),
            (Ok(own), _) if own.verified_for_sending_status() => (address, own),
            (_, Ok(identity)) if identity.verified_for_sending_status() => (domain, identity),
            (_, Err(unread)) if !is_missing(unread) => return Finding::unknown(check, unread),
            _ => return Finding::skip(check, "a verified identity comes first"),
        };
        let dkim = identity.dkim_attributes().filter(|dkim| dkim.signing_enabled());
        if name == address && dkim.is_none() && !is_verified(&self.domain) {
            let seen = format!("emails of {address} are not signed: only a domain can be");
            return Finding::warn(check, seen, format!("Verify {domain} before customers get emails"));
        }
        let Some(dkim) = dkim else {
            let fix = format!("aws sesv2 put-email-identity-dkim-attributes --email-identity {name} --signing-enabled");
            return Finding::fail(check, format!("emails of {name} are not signed: DKIM is off"), fix);
        };
        if dkim.status() == Some(&DkimStatus::Success) {
            return Finding::pass(check, format!("emails of {name} are signed"));
        }
        let zone = dkim.signing_hosted_zone().unwrap_or("dkim.amazonses.com");
        let records = dkim.tokens().iter().map(|token| format!("{token}._domainkey.{domain} CNAME {token}.{zone}"));
        let records = records.collect::<Vec<_>>().join("; ");
        let state = dkim.status().map_or("NOT_STARTED", DkimStatus::as_str);
        Finding::fail(check, format!("emails of {name} are not signed yet ({state})"), format!("In its DNS: {records}"))
    }
}

fn is_missing(unread: &Unread) -> bool {
    unread.is("NotFoundException")
}

fn is_verified(identity: &Identity) -> bool {
    identity.as_ref().is_ok_and(GetEmailIdentityOutput::verified_for_sending_status)
}

fn state(identity: &GetEmailIdentityOutput) -> &str {
    identity.verification_status().map_or("no state", |status| status.as_str())
}

#[cfg(test)]
mod tests {
    use aws_sdk_sesv2::types::DkimAttributes;

    use super::*;
    use crate::check::finding::Status::{Fail, Pass, Skip, Unknown, Warn};

    const FROM: Sender = Sender { address: "reviews@example.com", domain: "example.com" };

    fn identity(is_verified: bool, is_signed: bool) -> Identity {
        let dkim = DkimAttributes::builder().signing_enabled(is_signed).status(DkimStatus::Success).build();
        Ok(GetEmailIdentityOutput::builder().verified_for_sending_status(is_verified).dkim_attributes(dkim).build())
    }

    fn forwarding() -> Identity {
        let dkim = DkimAttributes::builder().signing_enabled(true).status(DkimStatus::Success).build();
        let identity = GetEmailIdentityOutput::builder().verified_for_sending_status(true).dkim_attributes(dkim);
        Ok(identity.feedback_forwarding_status(true).build())
    }

    fn missing() -> Identity {
        Err(Unread::new("ses:GetEmailIdentity", Some("NotFoundException"), "there is none"))
    }

    fn denied() -> Identity {
        Err(Unread::new("ses:GetEmailIdentity", Some("AccessDeniedException"), "User bob may not"))
    }

    #[test]
    fn emails_need_a_verified_identity_and_the_domains_signature() {
        let good = || identity(true, true);
        for (domain, address, verdicts) in [
            (good(), missing(), [Pass, Pass, Pass, Pass]),
            (good(), good(), [Pass, Pass, Pass, Pass]),
            (good(), identity(false, false), [Pass, Warn, Pass, Pass]),
            (good(), identity(true, false), [Pass, Pass, Fail, Pass]),
            (identity(true, false), missing(), [Pass, Pass, Fail, Pass]),
            (identity(false, false), missing(), [Fail, Pass, Skip, Pass]),
            (missing(), missing(), [Fail, Pass, Skip, Skip]),
            (missing(), identity(false, false), [Fail, Fail, Skip, Pass]),
            (missing(), identity(true, false), [Warn, Pass, Warn, Pass]),
            (denied(), missing(), [Unknown, Pass, Unknown, Unknown]),
            (good(), denied(), [Pass, Unknown, Unknown, Pass]),
            (forwarding(), missing(), [Pass, Pass, Pass, Warn]),
        ] {
            let seen = format!("{domain:?} {address:?}");
            let findings = Identities { domain, address }.findings(FROM, "eu-central-1");
            assert_eq!(findings.iter().map(|finding| finding.status).collect::<Vec<_>>(), verdicts, "{seen}");
        }
        let elsewhere = Sender { address: "reviews@example.org", ..FROM };
        let of_another = Identities { domain: good(), address: missing() }.findings(elsewhere, "eu-central-1");
        assert_eq!(of_another[0].status, Fail);
    }
}
