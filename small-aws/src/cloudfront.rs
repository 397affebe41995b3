//! CloudFront: `CreateInvalidation` for the only distribution.

use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use jiff::{SignedDuration, Timestamp};

use super::wire::{self, Call, Refusal, Service};

/// How many paths with a wildcard may be in progress
/// (<https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/InvalidationLimits.html>).
const WILDCARDS_MAX: usize = 15;
/// How long an invalidation is in progress here. AWS promises no time.
const IN_PROGRESS: SignedDuration = SignedDuration::from_mins(1);

/// Answers that a CDN has to forget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalidation {
    pub at: Timestamp,
    pub reference: String,
    /// Paths that begin with a slash. A `*` at the end stands for anything.
    pub paths: Vec<String>,
}

impl Invalidation {
    pub fn is_of(&self, path: &str) -> bool {
        self.paths.iter().any(|own| own.strip_suffix('*').map_or(own == path, |start| path.starts_with(start)))
    }
}

#[derive(Default)]
pub(super) struct Invalidations(Mutex<Vec<Invalidation>>);

impl Invalidations {
    pub(super) fn all(&self) -> Vec<Invalidation> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn answer(
        &self,
        distribution: &str,
        call: &Call,
        request: &Request<Bytes>,
        now: Timestamp,
    ) -> Response<Bytes> {
        match self.create(distribution, call, request, now) {
            Ok(()) => {
                let mut response = wire::answer(Service::CloudFront, Bytes::from_static(b"<Invalidation/>"));
                *response.status_mut() = StatusCode::CREATED;
                response
            }
            Err(refusal) => refusal.into_response(Service::CloudFront),
        }
    }

    fn create(&self, distribution: &str, call: &Call, request: &Request<Bytes>, now: Timestamp) -> Result<(), Refusal> {
        if call.operation != "CreateInvalidation" {
            return Err(Refusal::unknown(call));
        }
        if wire::distribution(request) != Some(distribution) {
            let message = "The specified distribution does not exist.";
            return Err(Refusal::new(StatusCode::NOT_FOUND, "NoSuchDistribution", message));
        }
        let body = String::from_utf8_lossy(request.body());
        let texts = |element: &str| -> Vec<String> {
            let start = format!("<{element}>");
            let after = body.split(&start).skip(1);
            after.filter_map(|rest| rest.split('<').next()).map(str::to_owned).collect()
        };
        let (paths, reference) = (texts("Path"), texts("CallerReference").pop().unwrap_or_default());
        if reference.is_empty() || paths.is_empty() || paths.iter().any(|path| !path.starts_with('/')) {
            return Err(Refusal::bad("InvalidArgument", "The argument is invalid."));
        }
        if texts("Quantity") != [paths.len().to_string()] {
            return Err(Refusal::bad(
                "InconsistentQuantities",
                "The value of Quantity and the size of Items don't match.",
            ));
        }
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(earlier) = all.iter().find(|earlier| earlier.reference == reference) {
            let message = "An invalidation batch with the specified CallerReference already exists.";
            let same = earlier.paths == paths;
            return if same { Ok(()) } else { Err(Refusal::bad("InvalidationBatchAlreadyExists", message)) };
        }
        let wild = |paths: &[String]| paths.iter().filter(|path| path.ends_with('*')).count();
        let busy = all.iter().filter(|earlier| now < earlier.at + IN_PROGRESS);
        if busy.map(|earlier| wild(&earlier.paths)).sum::<usize>() + wild(&paths) > WILDCARDS_MAX {
            let message = "You have exceeded the maximum number of allowable InProgress invalidation batch requests.";
            return Err(Refusal::bad("TooManyInvalidationsInProgress", message));
        }
        all.push(Invalidation { at: now, reference, paths });
        Ok(())
    }
}
