//! The public address: it answers, over TLS, with a valid certificate, and it is the stack that answers.

use std::time::Duration;

use aws_smithy_http_client::Connector;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use aws_smithy_runtime_api::client::http::HttpConnector as _;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use tokio::time::timeout;

use super::finding::{Check, Finding};
use crate::failure::reasons;

/// The time in which the page is answered, with a cold start.
const LIMIT: Duration = Duration::from_secs(20);
/// A call that every deployment answers with 401, and that reads nothing.
const PATH: &str = "/api/v1/review-requests";
const ANSWER: u16 = 401;
const OUR_HEADER: &str = "x-request-id";

/// The answer of an address.
#[derive(Debug, Clone)]
pub struct Answer {
    status: u16,
    is_ours: bool,
}

/// Calls an address.
///
/// # Errors
/// The words of what failed: names, connection, certificate.
pub async fn call(address: &str) -> Result<Answer, String> {
    let mut request = HttpRequest::new(SdkBody::empty());
    request.set_uri(format!("{address}{PATH}")).map_err(|error| reasons(&error))?;
    let connector = Connector::builder().tls_provider(Provider::rustls(CryptoMode::AwsLc)).build();
    match timeout(LIMIT, connector.call(request)).await {
        Err(_) => Err(format!("no answer within {} seconds", LIMIT.as_secs())),
        Ok(Err(error)) => Err(reasons(&error)),
        Ok(Ok(answer)) => {
            let is_ours = answer.headers().get(OUR_HEADER).is_some();
            Ok(Answer { status: answer.status().as_u16(), is_ours })
        }
    }
}

/// The verdict on what it answered. `domain` is the stack's own domain, with where its DNS record has to lead.
pub fn finding(address: &str, domain: Option<(&str, &str)>, answer: &Result<Answer, String>) -> Finding {
    let check = Check::BaseUrl;
    let map = match domain {
        Some((domain, target)) if address.strip_prefix("https://") == Some(domain) => {
            format!(
                "In the DNS of {domain}, make a CNAME record that leads to {target}, or deploy with --hosted-zone-id"
            )
        }
        _ => "Deploy with --domain-name and --certificate-arn, or map the domain to the API in API Gateway: \
              https://console.aws.amazon.com/apigateway/main/publish/domain-names"
            .to_owned(),
    };
    match answer {
        Err(words) if words.contains("certificate") => {
            let renew = "https://console.aws.amazon.com/acm/home has the domain's certificate";
            Finding::fail(check, format!("the certificate of {address} is not valid: {words}"), renew)
        }
        Err(words) => Finding::fail(check, format!("{address} does not answer: {words}"), map),
        Ok(Answer { status: ANSWER, is_ours: true }) => {
            Finding::pass(check, format!("{address} answers over TLS with a valid certificate"))
        }
        Ok(Answer { status, is_ours: true }) => {
            let fix = "The access log names the cause: docs/operate.md#logs";
            Finding::fail(check, format!("{address} answers {status} where {ANSWER} is right"), fix)
        }
        Ok(Answer { status, is_ours: false }) => {
            Finding::fail(check, format!("something else answers at {address}, with {status}"), map)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::finding::Status;

    #[test]
    fn the_stack_answers_something_else_or_nobody() {
        let of = |answer| finding("https://reviews.example.com", None, &answer);
        let answer = |status, is_ours| of(Ok(Answer { status, is_ours })).status;
        assert_eq!(answer(401, true), Status::Pass);
        assert_eq!(answer(503, true), Status::Fail);
        assert_eq!(answer(401, false), Status::Fail);
        assert!(of(Err("invalid peer certificate: Expired".to_owned())).seen.starts_with("the certificate of"));
        assert!(of(Err("dns error".to_owned())).seen.contains("does not answer"));
    }

    #[test]
    fn a_domain_without_its_record_is_named_with_where_it_leads() {
        let of = |address| {
            let domain = Some(("reviews.example.com", "d-7.execute-api.eu-central-1.amazonaws.com"));
            finding(address, domain, &Err("dns error".to_owned())).fix.unwrap()
        };
        assert!(of("https://reviews.example.com").contains("CNAME record that leads to d-7.execute-api"));
        assert!(
            !of("https://cdn.example.com").contains("CNAME"),
            "another address is not the stack's to lead anywhere"
        );
    }
}
