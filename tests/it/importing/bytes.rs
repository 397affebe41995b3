//! Files in other encodings than UTF-8, and files that are only tried.

use super::{IMPORTS, errors, file, import, numbers, reviews, shown};
use crate::support::*;

#[tokio::test]
async fn tables_as_spreadsheets_save_them_are_read() {
    let text = "productId\trating\tbody\tname\tdateCreated\r\n8205\t5\tSchön 🍵\tLéa\t2025-03-02\r\n";
    let marked = format!("\u{feff}{text}");
    let utf16 = |text: &str, of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
    let latin = b"productId,rating,body,dateCreated\n8205,5,Sch\xf6n,2025-03-02\n".to_vec();
    for (bytes, body, notes) in [
        (utf16(&marked, u16::to_be_bytes), "Schön 🍵", vec![]),
        (utf16(text, u16::to_le_bytes), "Schön 🍵", vec![]),
        (latin, "Schön", vec![(2, None, "read_as_windows_1252")]),
    ] {
        let shop = Shop::new().await;
        let call = shop.call("POST", format!("{IMPORTS}?format=okendo")).header("content-type", "text/csv").body(bytes);
        let id = call.send().await.json()["id"].clone();
        shop.settle().await;
        let done = shown(&shop, &id).await;
        assert_eq!((numbers(&done), errors(&done)), ((1, 1, 0), notes), "{done}");
        assert_eq!(reviews(&shop).await[0]["content"], body);
    }
}

/// A file of two rows, of which one has a fault, is tried.
#[tokio::test]
async fn a_dry_run_writes_nothing_but_its_record() {
    let shop = Shop::new().await;
    let of_others = async || {
        let mut rows = table(&shop.world).await;
        rows.retain(|row| !["IM", "AK#"].iter().any(|start| row["SK"]["S"].text().starts_with(start)));
        rows.sort_by_key(|row| format!("{} {}", row["PK"], row["SK"]));
        rows
    };
    let before = of_others().await;
    let csv = file(&[
        &format!("r-1,{MUG},4,Fine,Holds two cups.,Jane,,,,2025-03-02"),
        &format!("r-2,{MUG},9,,,,,,,2025-03-02"),
    ]);
    assert_eq!(numbers(&import(&shop, "format=afterword&dry_run=true", &csv).await), (2, 1, 1));
    assert_eq!(of_others().await, before);
}
