//! The photos of a file's rows whose addresses have no scheme. `tests/stories/importing/photos.story` tells of the others.

use small_aws::Call;

use super::{errors, import, numbers};
use crate::support::*;

#[tokio::test]
async fn an_address_without_a_scheme_is_tried_as_https() {
    let shop = Shop::new().await;
    let ordered = Arc::new(Mutex::new(String::new()));
    let log = Arc::clone(&ordered);
    shop.aws().set_tampering(move |call: &Call, body: &mut Value| {
        if call.operation.starts_with("SendMessage") {
            *log.lock().unwrap() += &body.to_string();
        }
    });
    let judgeme = ("judgeme", "body,rating,review_date,product_id,picture_urls\nA,5,2024-01-05,7");
    let yotpo =
        ("yotpo", "review_id,published,review_score,date,product_id,published_image_url\n1,true,5,2024-01-05,7");
    for ((format, row), cell, photos) in [
        (judgeme, "//cdn.example/a.jpg", &["a.jpg"][..]),
        (judgeme, "http://cdn.example/g.jpg", &["g.jpg"]),
        (yotpo, "//cdn.example/b.jpg;//cdn.example/b,c.jpg", &["b.jpg", "b,c.jpg"]),
        (judgeme, "https://cdn.example/d.jpg,//cdn.example/e.jpg", &["d.jpg", "e.jpg"]),
        (judgeme, "[\"\"//cdn.example/f.jpg\"\"]", &["f.jpg"]),
    ] {
        let row = row.replace("\nA", &format!("\n{}", photos[0]));
        let done = import(&shop, &format!("format={format}&platform=shopify"), &format!("{row},\"{cell}\"\n")).await;
        assert_eq!((numbers(&done).1, errors(&done)), (1, vec![]), "{cell}: {done}");
        for photo in photos {
            assert!(ordered.lock().unwrap().contains(&format!("https://cdn.example/{photo}")), "{photo}");
        }
    }
}
