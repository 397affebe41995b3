//! Repeatable randomness for tests.

use std::sync::atomic::{AtomicU64, Ordering};

use aws_lc_rs::digest::{SHA256, digest};
use vault::Random;

/// A source that gives the same values in the same order for the same seed: SHA-256 over the seed and a count. Not for
/// secrets.
pub fn seeded_random(seed: u64) -> Random {
    let count = AtomicU64::new(0);
    Random::new(move |bytes| {
        for chunk in bytes.chunks_mut(32) {
            let count = count.fetch_add(1, Ordering::Relaxed);
            let block = digest(&SHA256, &[seed.to_le_bytes(), count.to_le_bytes()].concat());
            chunk.copy_from_slice(&block.as_ref()[..chunk.len()]);
        }
    })
}
