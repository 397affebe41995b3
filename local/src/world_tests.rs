//! A world's data folder.

use jiff::Timestamp;
use small_aws::MovableClock;

use crate::{Options, World, seeded_random};

#[test]
fn a_data_folder_has_one_owner() {
    let folder = std::env::temp_dir().join(format!("afterword-lock-{}", std::process::id()));
    let open = || {
        World::open(Options {
            data: Some(folder.clone()),
            base_url: String::from("http://127.0.0.1:3000"),
            clock: MovableClock::frozen(Timestamp::UNIX_EPOCH),
            random: seeded_random(1),
            has_model: false,
            shop_rate: None,
        })
    };
    let first = open().unwrap();
    let refused = open().err().unwrap().to_string();
    assert!(refused.contains("in use by another process"), "{refused}");
    drop(first);
    open().unwrap();
    std::fs::remove_dir_all(folder).unwrap();
}
