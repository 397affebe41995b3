//! The content of a file after its process has ended.

use super::*;

#[test]
fn data_of_an_earlier_build_are_refused_with_what_to_do() {
    let file = TempFile::new("earlier");
    let open = || SmallAws::open(Some(&file.path()), stack(), MovableClock::frozen(NOON));
    drop(open().unwrap());
    let db = dynoxide::Database::new(file.path().to_str().unwrap()).unwrap();
    let settings = super::super::shelf::Shelf::<serde_json::Value>::open(&db, "setting").unwrap();
    settings.lock().put("layout", 1.into()).unwrap();
    let error = open().err().unwrap().to_string();
    assert!(error.contains("delete their folder"), "{error}");
}
