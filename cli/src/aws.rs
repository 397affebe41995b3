//! The connection to an AWS account, or to `cargo dev`.

use std::net::IpAddr;
use std::time::Duration;

use aws_config::{BehaviorVersion, Region};
use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials as _;
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use aws_types::SdkConfig;
use http::Uri;

use crate::args::Target;
use crate::failure::{Failure, Kind};

/// This is enough from any place in the world.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// The configuration of all clients.
///
/// The command line, the environment or the profile names the region. With `cargo dev`, neither a region nor
/// credentials are needed, because both are made up.
pub async fn connect(target: &Target) -> Result<SdkConfig, Failure> {
    let mut loader = aws_config::defaults(BehaviorVersion::v2026_01_12())
        .http_client(Builder::new().tls_provider(Provider::rustls(CryptoMode::AwsLc)).build_https())
        .timeout_config(aws_config::timeout::TimeoutConfig::builder().connect_timeout(CONNECT_TIMEOUT).build());
    if let Some(region) = &target.region {
        loader = loader.region(Region::new(region.clone()));
    }
    if let Some(profile) = &target.profile {
        loader = loader.profile_name(profile);
    }
    if let Some(endpoint) = &target.endpoint {
        loader = loader.endpoint_url(endpoint);
        if is_loopback(endpoint) && std::env::var_os("AWS_ACCESS_KEY_ID").is_none() && target.profile.is_none() {
            let region = target.region.clone().unwrap_or_else(|| "local".to_owned());
            let credentials = Credentials::new("local", "local", None, None, "cargo dev");
            loader = loader.region(Region::new(region)).credentials_provider(credentials);
        }
    }
    let config = loader.load().await;
    if config.region().is_none() {
        let why = "No region is named. Add --region, set AWS_REGION, or give the profile a region.";
        return Err(Failure::new(Kind::Usage, why));
    }
    Ok(config)
}

/// The credentials that sign calls.
/// Errors: If no source has any; the message names each source.
pub async fn credentials(config: &SdkConfig) -> Result<Credentials, Failure> {
    let none =
        || Failure::new(Kind::Unreachable, "There are no AWS credentials. Sign in, set AWS_PROFILE, or add --profile.");
    let provider = config.credentials_provider().ok_or_else(none)?;
    provider.provide_credentials().await.map_err(|error| none().because(&error))
}

/// Whether an address is on this machine, where `cargo dev` and the tests run.
pub fn is_loopback(endpoint: &str) -> bool {
    let Ok(uri) = endpoint.parse::<Uri>() else { return false };
    let host = uri.host().unwrap_or_default();
    host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}
