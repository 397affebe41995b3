//! The domain from which emails are sent, as SES describes it.

use std::sync::{Arc, Mutex, PoisonError};

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::config::Builder;
use aws_sdk_sesv2::config::retry::RetryConfig;
use aws_sdk_sesv2::error::DisplayErrorContext;
use aws_sdk_sesv2::types::{DkimStatus, MailFromDomainStatus};
use jiff::{SignedDuration, Timestamp};
use vault::LazyClient;

/// How long an answer from SES is reused. SES accepts one such call a second from the whole account.
const ANSWER_FOR: SignedDuration = SignedDuration::from_mins(10);

/// Reads from SES the state of the domain from which emails are sent.
#[derive(Clone)]
pub struct MailIdentity {
    pub ses: LazyClient<Client>,
    pub domain: String,
    /// SES' last answer to this process, and its time.
    answer: Arc<Mutex<Option<(Timestamp, IdentityChecks)>>>,
}

/// The ways in which a receiver can authenticate an email.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct IdentityChecks {
    /// Whether SES may send from the domain at all.
    pub is_verified: bool,
    /// Whether emails are signed in the domain's name.
    pub has_dkim: bool,
    /// Whether bounces go to a subdomain from which SES may send, so that SPF passes for the domain.
    pub has_spf: bool,
}

impl IdentityChecks {
    /// Of a domain from which SES sends, and signs with DKIM alone.
    pub const SIGNED: Self = Self { is_verified: true, has_dkim: true, has_spf: false };

    /// Whether emails pass DMARC, for which DKIM or SPF for the domain in `From` is enough (RFC 7489, section 3.1).
    pub const fn passes_dmarc(self) -> bool {
        self.has_dkim || self.has_spf
    }
}

impl MailIdentity {
    /// The domain, before the first call to SES about it.
    pub fn new(ses: LazyClient<Client>, domain: String) -> Self {
        Self { ses, domain, answer: Arc::default() }
    }

    /// The domain's checks from an answer that is at most ten minutes old; `None` if SES does not answer. A domain that
    /// is not in SES passes no check.
    pub async fn checks(&self, now: Timestamp) -> Option<IdentityChecks> {
        let known = *self.answer.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, checks)) = known.filter(|(at, _)| now.duration_since(*at).abs() < ANSWER_FOR) {
            return Some(checks);
        }
        let checks = self.ask().await?;
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, checks));
        Some(checks)
    }

    async fn ask(&self) -> Option<IdentityChecks> {
        let call = self.ses.get_email_identity().email_identity(&self.domain);
        // No retries, because if SES throttles this call, further calls are useless.
        let once = Builder::new().retry_config(RetryConfig::disabled());
        let answer = match call.customize().config_override(once).send().await {
            Ok(answer) => answer,
            Err(error) if error.as_service_error().is_some_and(|error| error.is_not_found_exception()) => {
                return Some(IdentityChecks::default());
            }
            Err(error) => {
                tracing::warn!(error = %DisplayErrorContext(&error), "cannot ask SES about the domain");
                return None;
            }
        };
        let dkim = answer.dkim_attributes().filter(|dkim| dkim.signing_enabled());
        let mail_from = answer.mail_from_attributes();
        Some(IdentityChecks {
            is_verified: answer.verified_for_sending_status(),
            has_dkim: dkim.and_then(|dkim| dkim.status()) == Some(&DkimStatus::Success),
            has_spf: mail_from.map(|from| from.mail_from_domain_status()) == Some(&MailFromDomainStatus::Success),
        })
    }
}
