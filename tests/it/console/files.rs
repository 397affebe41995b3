//! The page *Files*: reviews from another system, and all reviews as a file.

use super::{MARA, Visitor, member, shop};
use crate::hub::photos::Upload;
use crate::support::{BASE_URL, Shop};

const FILES: &str = "/console/files";
const HEAD: &str = "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date\n";

pub fn upload(page: &str) -> Upload {
    let between = |text: &str, start: &str| {
        let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {page}"));
        rest.split_once('"').unwrap().0.replace("&#38;", "&")
    };
    let hidden = page.split("<input type=\"hidden\" ").skip(1);
    Upload {
        url: between(page, "<form class=\"stack gap\" method=\"post\" action=\""),
        fields: hidden.map(|input| (between(input, "name=\""), between(input, "value=\""))).collect(),
    }
}

/// Starts an import, uploads its file like a browser without a script, and reads the final page.
async fn import(shop: &Shop, mara: &Visitor<'_>, fields: &[(&str, &str)], file: &str) -> String {
    let begun = mara.post(FILES, fields).await;
    assert_eq!(begun.status, 303, "{}", begun.body);
    let path = begun.header("location").to_owned();
    let sent = upload(&mara.get(&path).await.body).send(shop, file.as_bytes());
    let led = sent.headers()["location"].to_str().unwrap().to_owned();
    let (here, tag) = led.split_once('?').unwrap_or_else(|| panic!("{led}"));
    assert_eq!((sent.status().as_u16(), here), (303, format!("{BASE_URL}{path}").as_str()));
    let arrived = mara.get(&format!("{path}?{tag}")).await.body;
    assert!(arrived.contains("is read in a moment") && arrived.contains("data-again"), "{arrived}");
    shop.settle().await;
    mara.get(&path).await.body
}

#[tokio::test]
async fn a_file_is_tried_imported_and_comes_out_again() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let refused = mara.post(FILES, &[("dry_run", "true")]).await;
    assert!(refused.status == 422 && refused.body.contains("Please say where the file is from."), "{}", refused.body);

    let row = "j-1,7,4,Holds two cups.,Jane,jane@example.com,2025-03-02 10:12:00 UTC\n";
    let file = format!("{HEAD}{row}{}", row.replace("j-1,7,4", "j-2,7,9"));
    let tried = import(&shop, &mara, &[("format", "judgeme"), ("dry_run", "true")], &file).await;
    for said in ["1 review would be imported", "1 line left out", "<td>3</td>", "rating", "A whole number from 1 to 5."]
    {
        assert!(tried.contains(said), "{said}: {tried}");
    }
    assert!(!mara.get(&format!("{FILES}/reviews.csv")).await.body.contains("Holds two cups."), "it was a try");
    let done = import(&shop, &mara, &[("format", "judgeme")], &file).await;
    assert!(done.contains("1 review imported"), "{done}");
    let all = mara.get(&format!("{FILES}/reviews.csv")).await;
    assert!(all.body.starts_with("id,uuid,") && all.body.contains("Holds two cups."), "{}", all.body);
    assert_eq!(all.body, shop.get("/api/v1/reviews.csv").await.body);

    let late = mara.post(FILES, &[("format", "loox")]).await.header("location").to_owned();
    shop.jump(jiff::SignedDuration::from_mins(61));
    assert!(mara.get(&late).await.body.contains("The hour for the upload is over"));
    member(&shop, "jo@fernandoak.example", "moderator").await;
    let jo = Visitor::signed_in(&shop, "jo@fernandoak.example").await;
    for path in [FILES, &late, "/console/files/reviews.csv"] {
        assert_eq!(jo.get(path).await.status, 403, "{path}");
    }
}
