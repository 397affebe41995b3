//! The CDN before the gateway: it keeps answers as CloudFront does, by the behaviours and cache policies of `template.yaml`.

use std::{
    collections::BTreeMap,
    convert::Infallible,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use anyhow::Context as _;
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    response::Response,
};
use bytes::Bytes;
use http::{
    HeaderName, HeaderValue, Method,
    header::{ACCEPT_ENCODING, CACHE_CONTROL},
    response,
};
use jiff::{SignedDuration, Timestamp};
use small_aws::SmallAws;
use tower::{ServiceExt as _, service_fn};
use yaml_rust2::Yaml;

use crate::template;

/// What the CDN sends to the functions, so that they know its calls.
pub(crate) const CDN_KEY: &str = "local-cdn";
const KEY: HeaderName = HeaderName::from_static("x-cdn-key");
/// Whether the answer was kept, as CloudFront says it.
const FROM: HeaderName = HeaderName::from_static("x-cache");

/// How calls are answered whose path matches a pattern.
#[derive(Debug)]
pub struct Behaviour {
    /// `*` stands for any characters.
    pub pattern: String,
    /// The headers that the origin sees, and on which an answer may depend, in lower case.
    pub headers: Vec<String>,
    /// The longest life of an answer, in seconds.
    most: i64,
}

#[expect(clippy::expect_used, reason = "the template is compiled in, and a test reads it")]
static BEHAVIOURS: LazyLock<Vec<Behaviour>> =
    LazyLock::new(|| behaviours().expect("template.yaml's distribution is readable"));

fn behaviours() -> anyhow::Result<Vec<Behaviour>> {
    let distributions = template::resources("AWS::CloudFront::Distribution");
    let (_, distribution) = distributions.first().context("the template has a distribution")?;
    let policies: BTreeMap<_, _> = template::resources("AWS::CloudFront::CachePolicy").into_iter().collect();
    let behaviour = |behaviour: &Yaml| -> anyhow::Result<Behaviour> {
        let policy = behaviour["CachePolicyId"].as_str().and_then(|policy| policies.get(policy));
        let policy = &policy.context("a policy of the template")?["Properties"]["CachePolicyConfig"];
        let headers = &policy["ParametersInCacheKeyAndForwardedToOrigin"]["HeadersConfig"]["Headers"];
        let headers = template::list(headers).iter().filter_map(Yaml::as_str).map(str::to_lowercase).collect();
        let pattern = behaviour["PathPattern"].as_str().context("a pattern")?.to_owned();
        Ok(Behaviour { pattern, headers, most: policy["MaxTTL"].as_i64().context("a longest life")? })
    };
    template::list(&distribution["Properties"]["DistributionConfig"]["CacheBehaviors"]).iter().map(behaviour).collect()
}

/// The behaviour by which the CDN keeps answers below a path; `None` if it keeps none.
///
/// CloudFront compares a path in which unreserved characters (RFC 3986) are decoded, but sends on what the reader wrote
/// (<https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html>). It keeps apart what is
/// written differently, as far as AWS says nothing else.
pub fn behaviour(path: &str) -> Option<&'static Behaviour> {
    let path = normalized(path);
    BEHAVIOURS.iter().find(|behaviour| matches(&behaviour.pattern, &path))
}

fn normalized(path: &str) -> String {
    let mut parts = path.split('%');
    let start = parts.next().unwrap_or_default().to_owned();
    parts.fold(start, |done, part| {
        let byte = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).map(char::from);
        match byte.filter(|char| char.is_ascii_alphanumeric() || "-._~".contains(*char)) {
            Some(char) => format!("{done}{char}{}", &part[2..]),
            None => format!("{done}%{part}"),
        }
    })
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, rest)) => path.strip_prefix(start).is_some_and(|left| {
            left.char_indices().map(|(at, _)| at).chain([left.len()]).any(|at| matches(rest, &left[at..]))
        }),
    }
}

struct Kept {
    since: Timestamp,
    head: response::Parts,
    body: Bytes,
}

impl Kept {
    /// The seconds after this name in `Cache-Control`.
    fn seconds(&self, name: &str) -> Option<i64> {
        let control = self.head.headers.get(CACHE_CONTROL)?.to_str().ok()?;
        control.split(',').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('=')?.parse().ok())
    }

    /// Until when the answer may be used, without and with what a directive adds.
    fn until(&self, most: i64, stale: Option<&str>) -> Timestamp {
        let life = self.seconds("s-maxage").or_else(|| self.seconds("max-age")).unwrap_or(0).min(most);
        let stale = stale.and_then(|name| self.seconds(name)).unwrap_or(0);
        self.since.saturating_add(SignedDuration::from_secs(life + stale)).unwrap_or(Timestamp::MAX)
    }

    fn answer(&self, from: &'static str) -> Response {
        let mut answer = Response::from_parts(self.head.clone(), Body::from(self.body.clone()));
        answer.headers_mut().insert(FROM, HeaderValue::from_static(from));
        answer
    }
}

#[derive(Default)]
struct Shelf(Mutex<BTreeMap<String, Arc<Kept>>>);

impl Shelf {
    fn find(&self, key: &str) -> Option<Arc<Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn keep(&self, key: String, kept: Arc<Kept>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key, kept);
    }
}

/// The CDN before this gateway. It forgets what the small AWS is told to invalidate.
pub(crate) fn before(aws: &SmallAws, gateway: Router) -> Router {
    let (aws, shelf) = (aws.clone(), Arc::new(Shelf::default()));
    Router::new().fallback_service(service_fn(move |mut request: Request| {
        let (aws, shelf, gateway) = (aws.clone(), shelf.clone(), gateway.clone());
        async move {
            request.headers_mut().insert(KEY, HeaderValue::from_static(CDN_KEY));
            let is_read = [Method::GET, Method::HEAD].contains(request.method());
            let behaviour = behaviour(request.uri().path()).filter(|_| is_read);
            Ok::<_, Infallible>(match behaviour {
                Some(behaviour) => kept(&aws, &shelf, gateway, behaviour, request).await,
                None => asked(gateway, request).await,
            })
        }
    }))
}

async fn asked(gateway: Router, request: Request) -> Response {
    gateway.oneshot(request).await.unwrap_or_else(|never| match never {})
}

async fn kept(aws: &SmallAws, shelf: &Shelf, gateway: Router, behaviour: &Behaviour, mut request: Request) -> Response {
    let sent = std::mem::take(request.headers_mut());
    let passed = |name: &HeaderName| {
        behaviour.headers.iter().any(|own| own == name.as_str()) || *name == ACCEPT_ENCODING || *name == KEY
    };
    *request.headers_mut() = sent.into_iter().filter_map(|(name, value)| Some((name.filter(passed)?, value))).collect();
    let key = format!("{} {} {:?}", request.method(), request.uri(), request.headers());
    let (now, path) = (aws.clock().now(), request.uri().path().to_owned());
    let is_forgotten = |kept: &Kept| aws.invalidations().iter().any(|one| one.at >= kept.since && one.is_of(&path));
    let found = shelf.find(&key).filter(|kept| !is_forgotten(kept));
    let may_use = |stale| found.as_ref().filter(|kept| now < kept.until(behaviour.most, stale));
    if let Some(kept) = may_use(None) {
        return kept.answer("Hit from cloudfront");
    }
    let (head, body) = asked(gateway, request).await.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let is_failure = head.status.is_server_error();
    let got = Arc::new(Kept { since: now, head, body });
    if !is_failure && now < got.until(behaviour.most, None) {
        shelf.keep(key, got.clone());
    }
    let stale = if is_failure { "stale-if-error" } else { "stale-while-revalidate" };
    may_use(Some(stale)).map_or_else(|| got.answer("Miss from cloudfront"), |old| old.answer("Hit from cloudfront"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything() {
        for (path, pattern) in [
            ("/p/fern/mug.json", Some("/p/*.json")),
            ("/p/fern/mug/2.html", Some("/p/*")),
            ("/%70/f%65rn/mug%2Ejson", Some("/p/*.json")),
            ("/p%2Ffern/mug.json", None),
            ("/trust/fern", Some("/trust/*")),
            ("/p", None),
            ("/api/v1/reviews", None),
            ("/", None),
        ] {
            assert_eq!(behaviour(path).map(|behaviour| behaviour.pattern.as_str()), pattern, "{path}");
        }
    }
}
