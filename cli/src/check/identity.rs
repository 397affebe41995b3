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
    /// Whether the identity that counts is verified, whether its emails are signed, and where bounces go.
    pub fn findings(&self, from: Sender, region: &str) -> Vec<Finding> {
        let (check, Sender { address, domain }) = (Check::Identity, from);
        let alone = |finding| {
            let skipped = [Check::Dkim, Check::Forwarding];
            [finding].into_iter().chain(skipped.map(|check| Finding::skip(check, "the identity comes first"))).collect()
        };
        let host = from.host();
        if host != domain && !host.ends_with(&format!(".{domain}")) {
            let seen = format!("{address} does not belong to the identity {domain}");
            return alone(Finding::fail(check, seen, "Deploy with a MailFrom on MailDomain, or the other way round"));
        }
        let (name, identity) = match &self.address {
            Err(unread) if is_missing(unread) => (domain, &self.domain),
            own => (address, own),
        };
        match identity {
            Err(unread) if is_missing(unread) => {
                let fix = format!(
                    "aws sesv2 create-email-identity --email-identity {domain}\nThen make the DNS records that it lists."
                );
                alone(Finding::fail(check, format!("{domain} is no identity of this account and region"), fix))
            }
            Err(unread) => alone(Finding::unknown(check, unread)),
            Ok(identity) if !identity.verified_for_sending_status() => {
                alone(self.unverified(from, name == address, identity, region))
            }
            Ok(identity) => {
                let verified = Finding::pass(check, format!("{name} is verified, and its identity counts"));
                vec![verified, self.dkim(from, name, identity), forwarding(from, name, identity)]
            }
        }
    }

    fn unverified(
        &self,
        Sender { address, domain }: Sender,
        is_own: bool,
        identity: &GetEmailIdentityOutput,
        region: &str,
    ) -> Finding {
        let check = Check::Identity;
        let state = identity.verification_status().map_or("no state", |status| status.as_str());
        if !is_own {
            let place =
                format!("https://{region}.console.aws.amazon.com/ses/home?region={region}#/identities/{domain}");
            let seen = format!("{domain} is not verified ({state})");
            return Finding::fail(check, seen, format!("Its DNS records: {place}"));
        }
        let seen = format!("{address} has an identity of its own, which is not verified ({state})");
        let fix = format!(
            "Open the link in AWS' email to {address}; or, with a verified domain: \
             aws sesv2 delete-email-identity --email-identity {address}"
        );
        // AWS does not document whether SES uses the domain's identity in this case.
        if self.has_domain() { Finding::warn(check, seen, fix) } else { Finding::fail(check, seen, fix) }
    }

    /// The DKIM signature. An address inherits its domain's signature, but can turn it off.
    fn dkim(&self, Sender { address, domain }: Sender, name: &str, identity: &GetEmailIdentityOutput) -> Finding {
        let check = Check::Dkim;
        let Some(dkim) = identity.dkim_attributes().filter(|dkim| dkim.signing_enabled()) else {
            if name == address && !self.has_domain() {
                let seen = format!("emails of {address} are not signed: only a domain can be");
                return Finding::warn(check, seen, format!("Verify {domain} before customers get emails"));
            }
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

    fn has_domain(&self) -> bool {
        self.domain.as_ref().is_ok_and(GetEmailIdentityOutput::verified_for_sending_status)
    }
}

/// Whether SES sends each bounce to the sender's mailbox, too, with the customer's address. It does unless told otherwise:
/// <https://docs.aws.amazon.com/ses/latest/dg/monitor-sending-activity-using-notifications-email.html>.
fn forwarding(Sender { address, .. }: Sender, name: &str, identity: &GetEmailIdentityOutput) -> Finding {
    let check = Check::Forwarding;
    if !identity.feedback_forwarding_status() {
        return Finding::pass(check, "bounces come as events alone");
    }
    let fix = format!(
        "aws sesv2 put-email-identity-feedback-attributes --email-identity {name} --no-email-forwarding-enabled"
    );
    Finding::warn(check, format!("SES sends {address} an email about each bounce, with the customer's address"), fix)
}

fn is_missing(unread: &Unread) -> bool {
    unread.is("NotFoundException")
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

    fn refused(code: &str) -> Identity {
        Err(Unread::new("ses:GetEmailIdentity", Some(code), "no"))
    }

    #[test]
    fn emails_need_a_verified_identity_and_a_signature() {
        let (good, missing) = (|| identity(true, true), || refused("NotFoundException"));
        for (domain, address, verdicts) in [
            (good(), missing(), [Pass, Pass, Pass]),
            (good(), good(), [Pass, Pass, Pass]),
            (good(), identity(false, false), [Warn, Skip, Skip]),
            (good(), identity(true, false), [Pass, Fail, Pass]),
            (identity(true, false), missing(), [Pass, Fail, Pass]),
            (identity(false, false), missing(), [Fail, Skip, Skip]),
            (missing(), missing(), [Fail, Skip, Skip]),
            (missing(), identity(false, false), [Fail, Skip, Skip]),
            (missing(), identity(true, false), [Pass, Warn, Pass]),
            (good(), refused("AccessDeniedException"), [Unknown, Skip, Skip]),
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
