//! The SDK's configuration, built by hand from the environment variables that Lambda sets.
//!
//! `aws_config::load` would add an STS client and a profile parser that a function never uses, and
//! the SDK's default HTTPS client parses the machine's 144 root certificates once per service
//! client. Both would happen in every cold start, and take ten times as long as the rest of it.

use std::{
    env, fs,
    sync::{Arc, LazyLock},
    time::Duration,
};

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_async::rt::sleep::TokioSleep;
use aws_smithy_http_client::Connector;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SdkConfig;
use aws_types::region::Region;
use aws_types::sdk_config::Builder;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use store::shop::service::LAYOUT;

/// The roots of AWS' certificates: Amazon Root CA 1 to 4 and Starfield Services Root CA G2, copied from Debian's
/// `ca-certificates` (Mozilla's list). The first of them expires at the end of 2037.
const AMAZON_ROOTS: &[u8] = include_bytes!("amazon-roots.pem");

/// Within a region, a connection opens in a few milliseconds or not at all.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(1);
/// The timeout of one attempt, from the first byte sent to the end of the answer.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(3);
/// The timeout of one call with its retries. Three such calls fit into the 28 seconds of a function behind API Gateway.
const CALL_TIMEOUT: Duration = Duration::from_secs(8);
const ATTEMPTS_MAX: u32 = 3;

#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A variable is absent, empty or not UTF-8.
    #[error("the environment variable {0} is not set")]
    Missing(&'static str),
    /// A variable that must be a whole number is something else.
    #[error("the environment variable {0} is not a whole number")]
    NotANumber(&'static str),
    /// The table has another layout than this version of the code.
    #[error(
        "the table has layout {0}, and this version of the code works with layout {LAYOUT} alone: deploy it into a new stack"
    )]
    Layout(u32),
    /// The file that `AWS_CA_BUNDLE` names cannot be read.
    #[error("cannot read the certificates of AWS_CA_BUNDLE")]
    UnreadableCertificates(#[source] std::io::Error),
    /// The file has no PEM certificate, or one that cannot be a root.
    #[error("AWS_CA_BUNDLE holds no usable root certificates")]
    BadCertificates(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The configuration of every service client of a function.
///
/// Reads `AWS_REGION`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`, which
/// Lambda sets for the life of the process; `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_<SERVICE>`;
/// and `AWS_CA_BUNDLE`, a PEM file that replaces the embedded Amazon roots.
pub fn sdk_config() -> Result<SdkConfig, StartError> {
    let credentials = Credentials::new(
        required("AWS_ACCESS_KEY_ID")?,
        required("AWS_SECRET_ACCESS_KEY")?,
        variable("AWS_SESSION_TOKEN"),
        None,
        "environment",
    );
    let region = Region::new(required("AWS_REGION")?);
    let mut config = configure(region, credentials, https_client(trusted()?)?).service_config(ServiceVariables);
    config.set_endpoint_url(variable("AWS_ENDPOINT_URL"));
    Ok(config.build())
}

/// The configuration for functions, both on AWS and in the local system: retries, timeouts and behavior version. Only
/// the endpoint is left to the caller.
pub fn configure(region: Region, credentials: Credentials, http_client: impl HttpClient + 'static) -> Builder {
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::v2026_01_12())
        .region(region)
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .http_client(http_client)
        .sleep_impl(TokioSleep::new())
        .retry_config(RetryConfig::standard().with_max_attempts(ATTEMPTS_MAX))
        .timeout_config(
            TimeoutConfig::builder()
                .connect_timeout(CONNECT_TIMEOUT)
                .operation_attempt_timeout(ATTEMPT_TIMEOUT)
                .operation_timeout(CALL_TIMEOUT)
                .build(),
        )
        // Answers are a few kilobytes, so the attempt's timeout is enough to catch a stalled one.
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
}

/// The HTTP client for calls that must not be repeated. It opens a connection for each call and uses the connection
/// once.
///
/// Lambda freezes a process between two invocations. Meanwhile, the other side or something in between drops idle
/// connections. A pool notices that only after it has written a request to such a connection; nobody then knows whether
/// the request arrived. An idle timeout would not help, because its clock may stop with the process.
pub fn unpooled_client() -> Result<SharedHttpClient, StartError> {
    let tls = tls(trusted()?)?;
    // Built at the first message, not in every cold start.
    let connector = Arc::new(LazyLock::new(move || connector(tls, 0)));
    Ok(http_client_fn(move |_, _| (**connector).clone()))
}

/// A client with a single connector for all service clients, and so a single pool and set of parsed roots.
///
/// The SDK's own cache of connectors would parse the roots for each client, and again at the first call.
fn https_client(trusted: Vec<u8>) -> Result<SharedHttpClient, StartError> {
    let connector = connector(tls(trusted)?, usize::MAX);
    Ok(http_client_fn(move |_, _| connector.clone()))
}

/// A connector whose pool holds at most `idle_max` idle connections to a host.
fn connector(tls: TlsContext, idle_max: usize) -> SharedHttpConnector {
    let settings = HttpConnectorSettings::builder().connect_timeout(CONNECT_TIMEOUT).build();
    SharedHttpConnector::new(
        Connector::builder()
            .tls_provider(Provider::rustls(CryptoMode::AwsLc))
            .tls_context(tls)
            .sleep_impl(TokioSleep::new())
            .connector_settings(settings)
            .pool_max_idle_per_host(idle_max)
            .build(),
    )
}

fn tls(trusted: Vec<u8>) -> Result<TlsContext, StartError> {
    let roots = TrustStore::empty().with_pem_certificate(trusted);
    TlsContext::builder().with_trust_store(roots).build().map_err(|e| StartError::BadCertificates(e.into()))
}

fn trusted() -> Result<Vec<u8>, StartError> {
    match variable("AWS_CA_BUNDLE") {
        Some(path) => checked(fs::read(path).map_err(StartError::UnreadableCertificates)?),
        None => Ok(AMAZON_ROOTS.to_vec()),
    }
}

/// The bundle unchanged, if the connector accepts it. It is checked here, because the connector would panic at a bad
/// one.
fn checked(pem: Vec<u8>) -> Result<Vec<u8>, StartError> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(&pem) {
        let certificate = certificate.map_err(|e| StartError::BadCertificates(e.into()))?;
        roots.add(certificate).map_err(|e| StartError::BadCertificates(e.into()))?;
    }
    match roots.is_empty() {
        true => Err(StartError::BadCertificates("it holds no certificate".into())),
        false => Ok(pem),
    }
}

/// `AWS_ENDPOINT_URL_DYNAMODB` and similar variables, which take precedence over `AWS_ENDPOINT_URL`.
#[derive(Debug)]
struct ServiceVariables;

impl LoadServiceConfig for ServiceVariables {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let service = key.service_id().to_ascii_uppercase().replace(' ', "_");
        variable(&format!("{}_{service}", key.env()))
    }
}

fn required(name: &'static str) -> Result<String, StartError> {
    variable(name).ok_or(StartError::Missing(name))
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_roots_are_the_five_of_amazon() {
        let pem = checked(AMAZON_ROOTS.to_vec()).expect("they parse");
        assert_eq!(CertificateDer::pem_slice_iter(&pem).count(), 5);
        // A connector panics at a bundle that it cannot parse, so the test builds one.
        https_client(pem).expect("it builds");
    }

    #[test]
    fn a_bundle_without_usable_certificates_is_refused() {
        let not_a_certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        for bad in ["", "nothing here", "-----BEGIN CERTIFICATE-----\n!", not_a_certificate] {
            let refused = checked(bad.as_bytes().to_vec());
            assert!(matches!(refused, Err(StartError::BadCertificates(_))), "{bad:?}");
        }
    }
}
