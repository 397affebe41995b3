//! Creates the items of a bulk call, one after the other.

use app::error::Error as UseCase;
use app::idempotency::{IdempotentCall, Reply};
use edge::call::Call;
use edge::error::Error;

use crate::Parts;
use crate::error::Failure;
use crate::use_cases::BULK_FOR;

/// The results of the items, in the call's order.
pub(crate) struct Made(pub(crate) Vec<Result<Reply, Failure>>);

impl Made {
    /// Whether an earlier call created all items.
    pub(crate) fn is_replay(&self) -> bool {
        let mut replies = self.0.iter().flatten().peekable();
        replies.peek().is_some() && replies.all(|reply| reply.replayed)
    }
}

/// Creates the items of a call until [`BULK_FOR`] has passed; repeating the call creates the rest.
/// Errors: [`UseCase::IdempotencyKeyReused`]. Any other error is the result of its item.
pub(crate) async fn create_each<I, T, N, F: Future<Output = Result<Reply, Failure>>>(
    parts: &Parts,
    call: &Call<I>,
    route: &str,
    items: &[T],
    parse: impl Fn(usize, &T) -> Result<N, Failure>,
    create: impl Fn(usize, N, Option<IdempotentCall>) -> F,
) -> Result<Made, Failure> {
    let mut results = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        // Each item has its own record, so that repeating an interrupted call creates only the missing items.
        let idempotency = call.idempotency(&format!("{route} {index}"))?;
        let made = match parse(index, item) {
            Ok(_) if parts.clock.now().duration_since(call.now) > BULK_FOR => {
                Err(UseCase::Unavailable("the items before it took too long".to_owned()).into())
            }
            Ok(new) => create(index, new, idempotency).await,
            Err(failure) => Err(failure),
        };
        if let Err(Failure::Other(Error::App(UseCase::IdempotencyKeyReused))) = made {
            return Err(UseCase::IdempotencyKeyReused.into());
        }
        results.push(made);
    }
    Ok(Made(results))
}
