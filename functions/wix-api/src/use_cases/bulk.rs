//! Changes many rows in one call.

use app::clock::Clock;
use app::error::Error;
use futures_util::future::join_all;
use jiff::SignedDuration;

/// The maximum number of rows that one call changes.
pub const BULK_MAX: u32 = 1_000;
/// The time after which a bulk call starts no new items. If the table is slow, the last items take ten more seconds,
/// and a function may run for 28.
pub const BULK_FOR: SignedDuration = SignedDuration::from_secs(10);
/// How many changes run at the same time.
const AT_ONCE: usize = 16;

/// Changes all of these, several at the same time. If one change fails, earlier changes stay.
/// Errors: [`Error::Unavailable`] if it takes too long; the errors of `change`, except that a row was removed
/// meanwhile.
pub async fn change_all<I: Copy, F: Future<Output = Result<(), Error>>>(
    ids: &[I],
    clock: &Clock,
    change: impl Fn(I) -> F,
) -> Result<(), Error> {
    let began_at = clock.now();
    for some in ids.chunks(AT_ONCE) {
        if clock.now().duration_since(began_at) > BULK_FOR {
            return Err(Error::Unavailable("changing all of them takes too long".to_owned()));
        }
        let changed = join_all(some.iter().map(|&id| change(id))).await;
        let failed = changed.into_iter().filter_map(Result::err).find(|error| !matches!(error, Error::NotFound));
        if let Some(error) = failed {
            return Err(error);
        }
    }
    Ok(())
}
