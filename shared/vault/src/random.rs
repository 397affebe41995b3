//! The only file that makes random bytes.

use std::sync::Arc;

/// A source of randomness. `main.rs` passes the system's; tests pass a seeded one, so that ids and tokens repeat.
#[derive(Clone)]
pub struct Random(Arc<Fill>);

type Fill = dyn Fn(&mut [u8]) + Send + Sync;

impl Random {
    pub fn new(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self(Arc::new(fill))
    }

    /// AWS-LC's generator.
    ///
    /// # Panics
    /// Panics if the kernel has no entropy: nothing that this crate does is safe without it.
    pub fn system() -> Self {
        #[expect(
            clippy::disallowed_methods,
            clippy::expect_used,
            reason = "the only place that may draw; without entropy, no answer is better than a bad one"
        )]
        Self::new(|bytes| aws_lc_rs::rand::fill(bytes).expect("the kernel has entropy"))
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.0)(&mut bytes);
        bytes
    }

    /// 16 random bits; an id uses 12 of them.
    pub fn u16(&self) -> u16 {
        u16::from_le_bytes(self.bytes())
    }

    /// 64 random bits, such as a claim's owner.
    pub fn u64(&self) -> u64 {
        u64::from_le_bytes(self.bytes())
    }

    /// A random number below `bound`; 0 if `bound` is 0. Its bias is below `bound` / 2^64, which does not matter for
    /// jitter and shards.
    pub fn below(&self, bound: u64) -> u64 {
        self.u64().checked_rem(bound).unwrap_or(0)
    }
}
