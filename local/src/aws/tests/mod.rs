//! The small AWS through the real SDK clients.

mod keys;
mod mail;
mod restarts;
mod sends;
mod strict;
mod table;
mod texts;
mod throttling;
mod wires;

use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::clock::MovableClock;

/// Noon of 1 January 2026, UTC.
const NOON: Timestamp = Timestamp::constant(1_767_268_800, 0);

fn seconds(seconds: i64) -> SignedDuration {
    SignedDuration::from_secs(seconds)
}

/// A fresh AWS in memory, at noon, with a verified mail domain.
fn small_aws() -> SmallAws {
    let aws = SmallAws::open(None, MovableClock::frozen(NOON)).unwrap();
    aws.verify_domains(["afterword.example".to_owned()]);
    aws
}

/// A file that goes away with the test.
struct TempFile(std::path::PathBuf);

impl TempFile {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("small-aws-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self) -> std::path::PathBuf {
        self.0.join("data.db")
    }
}

impl Drop for TempFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
