//! What SES and the DNS know about shops' domains. Each domain's identity at SES has a tag with the stack's name, which the
//! functions' roles ask for.

use std::sync::Arc;
use std::time::Duration;

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::config::Builder;
use aws_sdk_sesv2::config::retry::RetryConfig;
use aws_sdk_sesv2::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use aws_sdk_sesv2::operation::delete_email_identity::DeleteEmailIdentityError;
use aws_sdk_sesv2::operation::get_email_identity::GetEmailIdentityError;
use aws_sdk_sesv2::types::{DkimAttributes, DkimStatus, Tag};
use aws_types::SdkConfig;
use domain::shop::SenderRecords;
use futures_util::future::BoxFuture;
use hickory_resolver::TokioResolver;
use hickory_resolver::net::NetError;
use hickory_resolver::proto::rr::RData;
use vault::LazyClient;

use crate::error::Error;

/// The tag's name, as in the template's conditions.
const STACK: &str = "afterword";
/// The zone of the records, if SES does not name it.
const ZONE: &str = "dkim.amazonses.com";

#[derive(Clone)]
pub struct Identities {
    pub ses: LazyClient<Client>,
    pub stack: String,
}

pub enum Identity {
    /// This stack made it.
    Ours(SenderRecords),
    /// The operator or another stack made it.
    Anothers,
    Missing,
}

/// Reads the texts of a name in the DNS. An error says that nobody knows them.
pub type Texts = Arc<dyn Fn(String) -> BoxFuture<'static, Result<Vec<String>, Error>> + Send + Sync>;

/// The timeout of one DNS question; a resolver may need two.
const TIMEOUT: Duration = Duration::from_secs(2);

/// [`Texts`] by the machine's resolver. It is made anew for each question: Lambda freezes functions, and what the domain's
/// owner has just changed must not be answered from memory.
pub async fn find_texts(name: String) -> Result<Vec<String>, Error> {
    let find = async {
        let mut builder = TokioResolver::builder_tokio()?;
        builder.options_mut().timeout = TIMEOUT;
        match builder.build()?.txt_lookup(format!("{name}.")).await {
            Ok(found) => {
                let text = |data: &RData| if let RData::TXT(text) = data { Some(text.to_string()) } else { None };
                Ok(found.answers().iter().filter_map(|record| text(&record.data)).collect())
            }
            Err(error) if error.is_no_records_found() => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    };
    find.await.map_err(|error: NetError| Error::Unavailable(format!("DNS of {name}: {error}")))
}

/// Once, because SES accepts one call a second of each kind
/// (<https://docs.aws.amazon.com/ses/latest/dg/quotas.html>), and the row is due again.
fn once() -> Builder {
    Builder::new().retry_config(RetryConfig::disabled())
}

fn failed<E: std::error::Error + ProvideErrorMetadata + 'static>(what: &str, error: SdkError<E>) -> Error {
    if error.code() == Some("LimitExceededException") {
        tracing::error!("SES has no room for another identity");
    }
    Error::Unavailable(format!("SES does not {what}: {}", DisplayErrorContext(error)))
}

fn records(is_verified: bool, dkim: Option<&DkimAttributes>) -> SenderRecords {
    let status = dkim.filter(|dkim| dkim.signing_enabled()).and_then(DkimAttributes::status);
    SenderRecords {
        is_proved: is_verified && status == Some(&DkimStatus::Success),
        is_unclear: is_verified && status == Some(&DkimStatus::TemporaryFailure),
        tokens: dkim.map(|dkim| dkim.tokens().to_vec()).unwrap_or_default(),
        zone: dkim.and_then(DkimAttributes::signing_hosted_zone).unwrap_or(ZONE).to_owned(),
    }
}

impl Identities {
    pub fn client(sdk: &SdkConfig) -> Client {
        Client::new(sdk)
    }

    pub async fn find(&self, domain: &str) -> Result<Identity, Error> {
        let call = self.ses.get_email_identity().email_identity(domain);
        let answer = match call.customize().config_override(once()).send().await {
            Err(error) if error.as_service_error().is_some_and(GetEmailIdentityError::is_not_found_exception) => {
                return Ok(Identity::Missing);
            }
            answer => answer.map_err(|error| failed("show an identity", error))?,
        };
        let is_ours = answer.tags().iter().any(|tag| tag.key() == STACK && tag.value() == self.stack);
        let records = records(answer.verified_for_sending_status(), answer.dkim_attributes());
        Ok(if is_ours { Identity::Ours(records) } else { Identity::Anothers })
    }

    pub async fn create(&self, domain: &str) -> Result<SenderRecords, Error> {
        let tag = Tag::builder().key(STACK).value(&self.stack).build();
        let tag = tag.map_err(|error| Error::Internal(error.to_string()))?;
        let call = self.ses.create_email_identity().email_identity(domain).tags(tag);
        let answer = call.customize().config_override(once()).send().await;
        let answer = answer.map_err(|error| failed("make an identity", error))?;
        Ok(records(answer.verified_for_sending_status(), answer.dkim_attributes()))
    }

    pub async fn delete(&self, domain: &str) -> Result<(), Error> {
        let call = self.ses.delete_email_identity().email_identity(domain);
        match call.customize().config_override(once()).send().await {
            Err(error) if error.as_service_error().is_some_and(DeleteEmailIdentityError::is_not_found_exception) => {
                Ok(())
            }
            answer => answer.map(drop).map_err(|error| failed("delete an identity", error)),
        }
    }
}
