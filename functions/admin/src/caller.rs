//! Who invokes the function. Lambda does not tell, so the caller proves it.
//!
//! An event may carry the headers of a `GetCallerIdentity` request that the caller signed but did not send. Only STS can check
//! the signature; it answers with the caller's ARN. The signature also covers this function's name, so that a request signed
//! for another service proves nothing here.

use std::time::Duration;

use app::raw_call::{RawCall, endpoint, text_in};
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::display::DisplayErrorContext;
use aws_types::SdkConfig;
use bytes::Bytes;
use edge::env::Env;
use http::Request;
use serde::Deserialize;

use crate::failure::Failure;

const FUNCTION: &str = "x-afterword-function";
const BODY: &[u8] = b"Action=GetCallerIdentity&Version=2011-06-15";
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(3);
const CALL_TIMEOUT: Duration = Duration::from_secs(8);
const ATTEMPTS_MAX: u32 = 3;

/// The headers of a signed request to STS. Method, path, body and host are always the same.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignedCaller {
    authorization: String,
    #[serde(rename = "x-amz-date")]
    date: String,
    #[serde(rename = "x-amz-security-token")]
    token: Option<String>,
    /// Compared with this function's own name, which is what the request to STS contains.
    #[serde(rename = "x-afterword-function")]
    function: Option<String>,
}

pub(crate) struct Sts {
    sdk: SdkConfig,
    region: String,
    function: String,
}

impl Sts {
    pub(crate) fn new(env: &Env) -> Self {
        Self {
            sdk: env.sdk.clone(),
            region: env.sdk.region().map(ToString::to_string).unwrap_or_default(),
            function: env.settings.find("AWS_LAMBDA_FUNCTION_NAME").unwrap_or("admin").to_owned(),
        }
    }

    /// The ARN of the request's signer.
    /// Errors: [`Failure::Invalid`] if the request was signed for another function, or STS rejects it;
    /// [`Failure::Unavailable`].
    pub(crate) async fn arn_of(&self, caller: SignedCaller) -> Result<String, Failure> {
        if !self.is_for_us(&caller) {
            return Err(Failure::Invalid(format!(
                "`caller` must be signed for STS, with `host` and `{FUNCTION}: {}` among its headers. Without `caller` the \
                 audit log does not say who it was.",
                self.function
            )));
        }
        let answer = self.ask(caller).await?;
        let unreadable = || Failure::Unavailable("STS answered in an unknown way; try again later.".to_owned());
        text_in("Arn", &answer).map(str::to_owned).ok_or_else(unreadable)
    }

    fn is_for_us(&self, caller: &SignedCaller) -> bool {
        let fields = caller.authorization.strip_prefix("AWS4-HMAC-SHA256 ").unwrap_or_default().split(',');
        let mut fields: Vec<_> = fields.filter_map(|field| field.trim().split_once('=')).collect();
        fields.sort_unstable();
        // Each field must come once: of a repeated field, STS might read the other value.
        let [("Credential", credential), ("Signature", _), ("SignedHeaders", headers)] = fields[..] else {
            return false;
        };
        // STS checks the region.
        credential.ends_with("/sts/aws4_request")
            && ["host", FUNCTION].iter().all(|name| headers.split(';').any(|header| header == *name))
            && caller.function.as_ref().is_none_or(|function| *function == self.function)
    }

    async fn ask(&self, caller: SignedCaller) -> Result<String, Failure> {
        // It never comes from an event.
        let address = endpoint(&self.sdk, "sts");
        let mut request = Request::post(format!("{address}/"))
            .header("authorization", caller.authorization)
            .header("x-amz-date", caller.date)
            .header(FUNCTION, &self.function)
            .header("content-type", "application/x-www-form-urlencoded");
        if let Some(token) = caller.token {
            request = request.header("x-amz-security-token", token);
        }
        let request = request.body(Bytes::from_static(BODY));
        let request = request
            .map_err(|_| Failure::Invalid("`caller` contains something that is not a valid HTTP header.".to_owned()))?;
        let unavailable =
            |cause: String| Failure::Unavailable(format!("STS does not answer; try again later: {cause}."));
        let call = RawCall {
            service: "sts",
            operation: "GetCallerIdentity",
            origin: &address,
            attempt_timeout: ATTEMPT_TIMEOUT,
            timeout: CALL_TIMEOUT,
            attempts_max: ATTEMPTS_MAX,
        };
        match call.send(&self.sdk, request).await {
            Ok(answer) => Ok(String::from_utf8_lossy(&answer.bytes).into_owned()),
            Err(SdkError::ServiceError(refused)) => {
                let (refused, region) = (refused.into_err(), &self.region);
                if !(400..500).contains(&refused.status) || refused.code.starts_with("Throttl") {
                    return Err(unavailable(refused.to_string()));
                }
                Err(Failure::Invalid(format!(
                    "STS in {region} refuses `caller` ({}): sign it again for this region, with credentials that are valid \
                     and a clock that is right.",
                    refused.code
                )))
            }
            Err(error) => Err(unavailable(DisplayErrorContext(&error).to_string())),
        }
    }
}
