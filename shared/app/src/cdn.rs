//! The CDN before the public pages.

use std::time::Duration;

use aws_sigv4::http_request::SigningSettings;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::display::DisplayErrorContext;
use aws_types::SdkConfig;
use aws_types::region::Region;
use bytes::Bytes;
use http::Request;
use jiff::Timestamp;

use crate::error::Error;
use crate::raw_call::{RawCall, signed};

/// CloudFront has one address, and its calls are signed for one Region: <https://docs.aws.amazon.com/general/latest/gr/cf_region.html>.
const ENDPOINT: &str = "https://cloudfront.amazonaws.com";
const REGION: Region = Region::from_static("us-east-1");
const XMLNS: &str = "http://cloudfront.amazonaws.com/doc/2020-05-31/";
/// The code if 15 paths with a wildcard are in progress:
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/InvalidationLimits.html>.
const BUSY: &str = "TooManyInvalidationsInProgress";

/// Makes a CloudFront distribution forget answers. The SDK's client would be larger than the function that needs one call of it.
#[derive(Clone)]
pub struct Cdn {
    sdk: SdkConfig,
    distribution: String,
}

impl Cdn {
    pub fn new(sdk: &SdkConfig, distribution: &str) -> Self {
        Self { sdk: sdk.to_builder().region(REGION).build(), distribution: distribution.to_owned() }
    }

    /// Makes the CDN forget all answers below a path, such as `/p/fern/`. With the same `reference`, a repeated call does nothing:
    /// <https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_InvalidationBatch.html>. `false` if CloudFront is busy with
    /// earlier calls.
    pub async fn forget(&self, below: &str, reference: &str, now: Timestamp) -> Result<bool, Error> {
        let paths = format!("<Paths><Quantity>1</Quantity><Items><Path>{below}*</Path></Items></Paths>");
        let batch = format!(
            "<InvalidationBatch xmlns=\"{XMLNS}\">{paths}<CallerReference>{reference}</CallerReference></InvalidationBatch>"
        );
        let origin = self.sdk.endpoint_url().unwrap_or(ENDPOINT).trim_end_matches('/');
        let request = Request::post(format!("{origin}/2020-05-31/distribution/{}/invalidation", self.distribution));
        let request = request.header("content-type", "application/xml").body(Bytes::from(batch));
        let request = request.map_err(|error| Error::Internal(format!("a call of CloudFront: {error}")))?;
        let signed = signed(&self.sdk, "cloudfront", SigningSettings::default(), request, now).await;
        let call = RawCall {
            service: "cloudfront",
            operation: "CreateInvalidation",
            origin,
            attempt_timeout: Duration::from_secs(4),
            timeout: Duration::from_secs(9),
            attempts_max: 2,
        };
        match call.send(&self.sdk, signed.map_err(Error::Internal)?).await {
            Ok(_) => Ok(true),
            Err(SdkError::ServiceError(refused)) if refused.err().code == BUSY => Ok(false),
            Err(error) => Err(Error::Unavailable(format!("CloudFront: {}", DisplayErrorContext(&error)))),
        }
    }
}
