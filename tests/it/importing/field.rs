//! Files as shops and other systems really write them: each is an input on which an import once went wrong.

use super::uploads::form;
use super::{errors, import, import_as, numbers, reviews};
use crate::console::{MARA, Visitor, member};
use crate::reviews::fetched_photos::FETCHED;
use crate::reviews::fetched_photos::host::Host;
use crate::support::*;

const JUDGEME: &str = "title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,\
    reply_date,picture_urls,ip_address,location,metaobject_handle\n";

/// A row of Judge.me's own export.
fn judgeme(id: &str, body: &str, curated: &str, email: &str, product: &str, handle: &str) -> String {
    format!(
        "\"\",\"{body}\",\"4\",\"2024-03-07 15:43:43 UTC\",\"email\",\"{curated}\",\"Jo\",\"{email}\",\"{product}\",\"{handle}\",\
         \"\",\"\",\"\",\"\",\"\",\"{id}\"\n"
    )
}

async fn with_text(shop: &Shop, text: &str) -> Value {
    let all = reviews(shop).await;
    let found = all.iter().find(|review| review["content"] == text).unwrap_or_else(|| panic!("no {text} in {all:?}"));
    found.clone()
}

#[tokio::test]
async fn what_judgeme_has_not_accepted_is_withheld_until_somebody_publishes_it() {
    let shop = Shop::new().await;
    let file = [
        JUDGEME,
        &judgeme("review-1", "Good weight.", "ok", "a@example.com", "8201", "ash-bowl"),
        &judgeme("review-2", "Buy my watches", "spam", "b@example.com", "8201", "ash-bowl"),
        &judgeme("review-3", "Nobody has looked at this.", "not-yet", "c@example.com", "8201", "ash-bowl"),
    ]
    .concat();
    for dry in ["&dry_run=true", ""] {
        let done = import(&shop, &format!("format=judgeme&platform=shopify{dry}"), &file).await;
        assert_eq!(numbers(&done), (3, 3, 0), "{done}");
        assert_eq!(["published", "waiting", "earlier_system"].map(|name| done[name].number()), [1, 0, 2]);
    }
    assert_eq!(with_text(&shop, "Good weight.").await["status"], "approved");
    for hidden in ["Buy my watches", "Nobody has looked at this."] {
        let review = with_text(&shop, hidden).await;
        assert_eq!((&review["status"], &review["reason"]), (&json!("rejected"), &json!("earlier_system")));
    }
    let public = shop.reads("/p/fern/shopify-8201.json").await.json();
    assert_eq!(public["reviews"].list().len(), 1, "{public}");
    // Of all numbers on the trust page, it is in that of its reason.
    let trust = shop.reads("/trust/fern.json").await.json();
    has(&trust["totals"], json!({"submitted": 3, "published": 1, "withheld": 0, "waiting": 0, "imported": 3}));
    assert_eq!(
        (&trust["withheld_by_reason"]["earlier_system"], &trust["by_star"]["4"]["withheld"]),
        (&Value::Null, &json!(0))
    );
    // Nobody else can give this reason.
    let id = with_text(&shop, "Good weight.").await["id"].clone();
    let refused = shop.patch(format!("/api/v1/reviews/{id}/reject"), &json!({"reason": "earlier_system"})).await;
    refused.is_error(422, "invalid_reason");
    let id = with_text(&shop, "Nobody has looked at this.").await["id"].clone();
    shop.publish(id.number()).await;
    has(&with_text(&shop, "Nobody has looked at this.").await, json!({"status": "approved", "reason": null}));
}

#[tokio::test]
async fn a_row_that_ends_before_its_status_is_withheld() {
    let shop = Shop::new().await;
    let mug = json!({"title": "Mug", "url": "https://shop.example/products/mug"});
    shop.put("/api/v1/products/shopify-7", &mug).await.is(200);
    let named = "format=generic&platform=shopify&columns=product_id=Item,rating=Stars,created_at=Day,status=Shown";
    for (query, head, product, public) in [
        ("format=okendo", "productId,rating,dateCreated,isApproved", "7", "true"),
        ("format=judgeme&platform=shopify", "product_id,rating,review_date,curated", "7", "ok"),
        ("format=yotpo&platform=shopify", "product_id,review_score,date,published", "7", "true"),
        ("format=loox", "productId,rating,date,status", "7", "Active"),
        ("format=stamped&platform=shopify", "product_id,rating,created_at,published", "7", "TRUE"),
        ("format=spr", "product_handle,rating,created_at,state", "mug", "published"),
        ("format=woocommerce", "product_id,rating,date_created_gmt,status", "7", "approved"),
        ("format=webtoffee", "comment_post_ID,rating,comment_date_gmt,comment_approved", "7", "1"),
        (named, "Item,Stars,Day,Shown", "7", "yes"),
        // Both columns must say so, and the row ends between them.
        ("format=okendo", "productId,rating,dateCreated,status,isApproved", "7", "approved,true"),
    ] {
        let cut = public.split_once(',').map_or_else(String::new, |(first, _)| format!(",{first}"));
        let csv = format!("{head}\n{product},5,2025-03-02{cut}\n{product},4,2025-03-02,{public}\n");
        let done = import(&shop, &format!("{query}&dry_run=true"), &csv).await;
        assert_eq!(["published", "earlier_system"].map(|name| done[name].number()), [1, 1], "{head}: {done}");
    }
    let with = json!({"productId": 7, "rating": 5, "dateCreated": "2025-03-02", "status": "approved"});
    let without = json!({"productId": 7, "rating": 4, "dateCreated": "2025-03-02"});
    let lines = format!("{with}\n{without}\n");
    let done = import_as(&shop, "format=okendo&dry_run=true", "application/x-ndjson", &lines).await;
    assert_eq!((&done["published"], &done["earlier_system"]), (&json!(1), &json!(1)), "{done}");
    // This system's own files say nothing of what is public.
    let ours = "product_id,rating,created_at,status\nshopify-7,5,2025-03-02\n";
    assert_eq!(import(&shop, "format=afterword&dry_run=true", ours).await["published"], 1);
}

#[tokio::test]
async fn a_column_that_seems_to_say_what_was_public_is_never_ignored() {
    let shop = Shop::new().await;
    // Stamped's columns, read as Loox's.
    let file = |heading: &str| {
        let head = format!("product_id,rating,body,created_at,{heading}\n");
        head + "7,5,Shown.,2025-03-02,true\n7,1,Kept back.,2025-03-02,false\n"
    };
    for heading in ["published", "Review State", "is_hidden", "Approved", "Moderation Status"] {
        let failed = import(&shop, "format=loox", &file(heading)).await;
        let expected = (&json!("failed"), vec![(1, Some(heading), "unread_status")]);
        assert_eq!((&failed["status"], errors(&failed)), expected, "{failed}");
    }
    assert_eq!(reviews(&shop).await.len(), 0);
    let object = |id: u32, key: &str| {
        let mut review =
            json!({"id": id, "productId": 7, "rating": 5, "date": "2025-03-02", "review": format!("No. {id}")});
        review[key] = json!("yes");
        review.to_string()
    };
    let first = import_as(&shop, "format=loox", "application/x-ndjson", &object(1, "hidden")).await;
    assert_eq!(errors(&first), [(1, Some("hidden"), "unread_status")]);
    let later = format!("{}\n{}\n", object(1, "variant"), object(2, "hidden"));
    let done = import_as(&shop, "format=loox&dry_run=true", "application/x-ndjson", &later).await;
    assert_eq!((&done["published"], &done["earlier_system"]), (&json!(1), &json!(1)), "{done}");

    // The call says that it is the status, or that it is another thing.
    let done = import(&shop, "format=loox&columns=status=published", &file("published")).await;
    assert_eq!((numbers(&done), &done["earlier_system"]), ((2, 2, 0), &json!(1)), "{done}");
    assert_eq!(with_text(&shop, "Shown.").await["status"], "approved");
    assert_eq!(with_text(&shop, "Kept back.").await["status"], "rejected");
    let other = import(&shop, "format=loox&dry_run=true&columns=name=published", &file("published")).await;
    assert_eq!(other["published"], 2, "{other}");
}

#[tokio::test]
async fn a_handle_in_the_ids_column_is_looked_up_and_never_guessed() {
    let shop = Shop::new().await;
    let file = [
        JUDGEME,
        &judgeme("review-20", "By its handle.", "ok", "a@example.com", "walnut-serving-board", "walnut-serving-board"),
        &judgeme("review-21", "By a spreadsheet's number.", "ok", "b@example.com", "7125386199075.0", ""),
    ]
    .concat();
    let query = "format=judgeme&platform=shopify";
    let unknown = import(&shop, &format!("{query}&dry_run=true"), &file).await;
    assert_eq!((numbers(&unknown), errors(&unknown)), ((2, 1, 1), vec![(2, Some("product_id"), "unknown_product")]));
    let board = json!({"title": "Walnut board", "url": "https://shop.example/products/walnut-serving-board"});
    shop.put("/api/v1/products/shopify-7125386199075", &board).await.is(200);
    assert_eq!(numbers(&import(&shop, query, &file).await), (2, 2, 0));
    for review in reviews(&shop).await {
        assert_eq!(review["external_product_id"], "shopify-7125386199075");
    }
}

#[tokio::test]
async fn tables_as_spreadsheets_save_them_are_read() {
    let shop = Shop::new().await;
    for (name, is_big, has_mark) in [("big", true, true), ("unmarked", false, false)] {
        let text = format!(
            "productId\trating\ttitle\tbody\tname\tdateCreated\r\n8205\t5\tGut\tSchön 🍵 {name}\tLéa\t2025-03-02\r\n"
        );
        let marked = if has_mark { format!("\u{feff}{text}") } else { text };
        let bytes: Vec<u8> = marked
            .encode_utf16()
            .flat_map(|unit| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect();
        let call = shop.call("POST", "/api/v1/imports?format=okendo").header("content-type", "text/csv").body(bytes);
        let id = call.send().await.json()["id"].clone();
        shop.settle().await;
        let done = super::shown(&shop, &id).await;
        assert_eq!(numbers(&done), (1, 1, 0), "{name}: {done}");
        with_text(&shop, &format!("Schön 🍵 {name}")).await;
    }
    let workbook =
        shop.call("POST", "/api/v1/imports").header("content-type", "text/csv").body(&b"PK\x03\x04\x14\x00"[..]);
    let id = workbook.send().await.json()["id"].clone();
    shop.settle().await;
    assert_eq!(errors(&super::shown(&shop, &id).await), [(1, None, "not_text")]);
}

#[tokio::test]
async fn two_customers_silent_stars_of_one_day_are_two_reviews() {
    let shop = Shop::new().await;
    let file = "id,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase\n\
        LX1,Active,5,a@example.com,,,,2024-11-05,8206,ash-bowl,,M,true\n\
        LX2,Active,5,b@example.com,,,,2024-11-05,8206,ash-bowl,,M,true\n\
        LX3,Hidden,5,c@example.com,Paul,Paul D.,Not shown there,2024-11-06T08:00:00.000Z,8206,ash-bowl,,M,true\n";
    let done = import(&shop, "", file).await;
    assert_eq!((&done["format"], numbers(&done)), (&json!("loox"), (3, 3, 0)), "{done}");
    let statuses: Vec<_> = reviews(&shop).await.iter().map(|review| review["status"].clone()).collect();
    assert_eq!(statuses, ["approved", "approved", "rejected"]);
    // Without ids their addresses tell them apart.
    let template = "product_Id,rating,author,email,body,created_at\n7,5,,a@example.com,,2024-11-05\n7,5,,b@example.com,,2024-11-05\n\
        7,5,,A@Example.com,,2024-11-05\n";
    let done = import(&shop, "format=loox", template).await;
    assert_eq!((numbers(&done), errors(&done)), ((3, 2, 1), vec![(4, None, "duplicate")]));
}

#[tokio::test]
async fn times_are_read_as_systems_write_them() {
    let shop = Shop::new().await;
    let rows = [
        ("2025-03-02 10:12", "2025-03-02T10:12:00Z"),
        ("2025-03-02T10:12:00", "2025-03-02T10:12:00Z"),
        ("2025-03-02 10:12:00 -0400", "2025-03-02T14:12:00Z"),
        ("2025-03-02T10:12:00+0200", "2025-03-02T08:12:00Z"),
        ("2025-03-02 10:12:00.5", "2025-03-02T10:12:00Z"),
        ("02.03.2025", "2025-03-02T00:00:00Z"),
        ("2.3.2025 9:05", "2025-03-02T09:05:00Z"),
        ("25/03/2025", "2025-03-25T00:00:00Z"),
        ("2025/3/2", "2025-03-02T00:00:00Z"),
        // East of UTC it is today already.
        ("2026-11-20 18:00:00", "2026-11-20T06:00:00Z"),
        ("2026-11-21", "2026-11-20T06:00:00Z"),
    ];
    let mut file = "productId,rating,body,dateCreated\n".to_owned();
    for (number, (text, _)) in rows.iter().enumerate() {
        file += &format!("8208,5,d{number},{text}\n");
    }
    let done = import(&shop, "format=okendo", &file).await;
    assert_eq!(numbers(&done), (11, 11, 0), "{done}");
    for (number, (text, at)) in rows.iter().enumerate() {
        assert_eq!(with_text(&shop, &format!("d{number}")).await["review_created_at"], *at, "{text}");
    }
    let either_way = "productId,rating,body,dateCreated\n8208,5,either,03/02/2025\n";
    let asked = import(&shop, "format=okendo", either_way).await;
    assert_eq!(errors(&asked), [(2, Some("dateCreated"), "ambiguous_date")]);
    assert_eq!(numbers(&import(&shop, "format=okendo&dates=month_first", either_way).await), (1, 1, 0));
    assert_eq!(with_text(&shop, "either").await["review_created_at"], "2025-03-02T00:00:00Z");
    import(&shop, "format=okendo", "productId,rating,body,dateCreated\n8208,5,evening,03/25/2025 9:05 PM\n").await;
    assert_eq!(with_text(&shop, "evening").await["review_created_at"], "2025-03-25T21:05:00Z");
    for bad in ["2026-11-22", "2026-11-20T06:00:01Z", "2025-03-02 25:00", "2025-13-02", "13.13.2025", "N/A"] {
        let file = format!("productId,rating,body,dateCreated\n8208,5,{bad},{bad}\n");
        let done = import(&shop, "format=okendo", &file).await;
        assert_eq!(errors(&done), [(2, Some("dateCreated"), "invalid_created_at")], "{bad}");
    }
}

#[tokio::test]
async fn html_of_other_systems_is_text_here() {
    let shop = Shop::new().await;
    let cells =
        "It&#39;s great &amp; cheap,I don&#039;t know &quot;why&quot; but it&rsquo;s &lt;3<br />Second line,O&#39;Neil";
    let okendo = format!("productId,rating,title,body,name,dateCreated\n8209,5,{cells},2025-03-02\n");
    import(&shop, "format=okendo", &okendo).await;
    let review = with_text(&shop, "I don't know \"why\" but it’s <3\nSecond line").await;
    assert_eq!((&review["title"], &review["reviewer_name"]), (&json!("It's great & cheap"), &json!("O'Neil")));
    let wordpress = json!({"id": 9, "date_created_gmt": "2025-03-02T10:12:00", "product_id": 7, "status": "approved", "rating": 5,
        "reviewer": "Jo", "reviewer_email": "jo@example.com", "verified": true,
        "review": "<p>Warm &#8211; and <strong>heavy</strong>.<br />\nI <3 it.</p>\n<p>See <a href=\"https://x.example\">this</a></p>\n"});
    let done = import_as(&shop, "", "application/x-ndjson", &wordpress.to_string()).await;
    assert_eq!((&done["format"], numbers(&done)), (&json!("woocommerce"), (1, 1, 0)), "{done}");
    let review = with_text(&shop, "Warm – and heavy.\nI <3 it.\n\nSee this").await;
    assert_eq!((&review["external_product_id"], &review["verification"]), (&json!("woo-7"), &json!("claimed")));
    // This system's own files have what they have, to the letter.
    let ours = format!("product_id,rating,title,body,name,created_at\nshopify-8209,5,{cells},2025-03-02\n");
    import(&shop, "format=afterword", &ours).await;
    with_text(&shop, "I don&#039;t know &quot;why&quot; but it&rsquo;s &lt;3<br />Second line").await;
}

#[tokio::test]
async fn a_private_answer_stays_private() {
    for (query, head, no) in [
        ("format=okendo", "productId,rating,dateCreated,reply,replyIsPublic", "FALSE"),
        ("format=yotpo&platform=shopify", "product_id,review_score,date,comment_content,comment_public", "false"),
    ] {
        let shop = Shop::new().await;
        assert_eq!(numbers(&import(&shop, query, &format!("{head}\n7,5,2025-03-02,Thanks!,{no}\n")).await), (1, 1, 0));
        assert_eq!(reviews(&shop).await[0]["reply"], Value::Null, "{head}");
    }
}

#[tokio::test]
async fn a_parts_fault_never_costs_the_review() {
    let shop = Shop::new().await;
    let long = "A headline as other shops allow ".repeat(8);
    let file = format!(
        "productId,rating,title,body,name,dateCreated,reply,replyDateCreated\n8210,4,{long},Body one,Jane,2025-03-02,,\n\
         8210,3,Short,Body two,{},2025-03-03,Thank you!,31/31/2025\n\
         8210,3,Short,Body three,Jo,2025-03-03,Thank you!,03/25/2025\n",
        "x".repeat(120)
    );
    let done = import(&shop, "format=okendo", &file).await;
    assert_eq!(numbers(&done), (3, 3, 0));
    let expected = [
        (2, Some("title"), "invalid_title"),
        (3, Some("name"), "invalid_name"),
        (3, Some("replyDateCreated"), "invalid_reply_date"),
        (4, Some("replyDateCreated"), "read_month_first"),
    ];
    assert_eq!(errors(&done), expected);
    let title = with_text(&shop, "Body one").await["title"].owned();
    assert!(
        title.chars().count() <= 200 && title.ends_with('…') && long.starts_with(title.trim_end_matches('…')),
        "{title}"
    );
    assert_eq!(with_text(&shop, "Body two").await["reply"]["text"], "Thank you!");
    assert_eq!(with_text(&shop, "Body three").await["reply"]["created_at"], "2025-03-25T00:00:00Z");
}

#[tokio::test]
async fn lists_of_pictures_are_split_where_addresses_begin() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let [a, b, c, d] = [20, 21, 22, 23].map(|width| host.photo(width));
    let comma = host.at("/w_100,h_100/e.png");
    let file = format!(
        "productId,rating,body,dateCreated,imageUrls\n8211,5,semicolon,2025-03-02,{a};{b}\n\
         8211,5,list,2025-03-03,\"[\"\"{c}\"\",\"\"{d}\"\"]\"\n8211,5,comma within,2025-03-04,\"{comma}\"\n"
    );
    let done = import(&shop, "format=okendo", &file).await;
    assert_eq!((numbers(&done), errors(&done)), ((3, 3, 0), vec![]));
    shop.advance(FETCHED).await;
    let photos = async |text: &str| with_text(&shop, text).await["photos"].list().len();
    assert_eq!((photos("semicolon").await, photos("list").await), (2, 2));
    assert!(host.asked().iter().any(|path| path == "/w_100,h_100/e.png"), "{:?}", host.asked());
}

#[tokio::test]
async fn a_quotation_mark_without_its_counterpart_costs_its_own_line() {
    let shop = Shop::new().await;
    for (first, line_ends) in [("\"Never closed", "\n"), ("\"Never closed", "\r\n"), ("\"a\"b", "\n")] {
        let rows = [
            "productId,rating,title,body,dateCreated".to_owned(),
            format!("8212,5,{first},One,2025-03-02"),
            "8212,5,\"\",\"Two, whole\",2025-03-03".to_owned(),
            "8212,4,Three,\"It is 5\"\" wide\",2025-03-04".to_owned(),
        ];
        let done = import(&shop, "format=okendo&dry_run=true", &rows.join(line_ends)).await;
        let expected = if first == "\"a\"b" { (3, 3, 0) } else { (3, 2, 1) };
        assert_eq!(numbers(&done), expected, "{first}: {done}");
        if expected.2 == 1 {
            assert_eq!(errors(&done), [(2, None, "open_quote")]);
        }
    }
    let last = "productId,rating,title,body,dateCreated\n8212,5,a,One,2025-03-02\n8212,5,b,\"Two,2025-03-02";
    assert_eq!(errors(&import(&shop, "format=okendo&dry_run=true", last).await), [(3, None, "open_quote")]);
    let all = format!("productId,rating,title,body,dateCreated\n{}", "8212,5,\"a,b,2025-03-02\n".repeat(120));
    let given_up = import(&shop, "format=okendo&dry_run=true", &all).await;
    assert_eq!(given_up["status"], "failed");
    assert_eq!(errors(&given_up).last(), Some(&(101, None, "too_many_open_quotes")));
}

#[tokio::test]
async fn half_stars_are_rounded_up() {
    let file = "productId,rating,body,dateCreated\n8213,4.5,Half,2025-03-02\n8213,\"3,5\",Comma,2025-03-02\n8213,0.5,One,2025-03-02\n";
    let shop = Shop::new().await;
    let done = import(&shop, "format=okendo", file).await;
    assert_eq!(errors(&done), [2, 3, 4].map(|line| (line, Some("rating"), "half_stars")));
    for (text, stars) in [("Half", 5), ("Comma", 4), ("One", 1)] {
        assert_eq!(with_text(&shop, text).await["rating"], stars);
    }
}

#[tokio::test]
async fn a_list_with_a_broken_object_fails_where_it_breaks() {
    let review = |id: u64, text: &str| {
        json!({"id": id, "date_created_gmt": "2025-03-02T10:12:00", "product_id": 7, "status": "approved", "rating": 4,
            "reviewer": "Jo", "review": text})
        .to_string()
    };
    let (first, second, third) = (review(1, "One."), review(2, "Two."), review(3, "Three."));
    let long = review(2, &"x".repeat(128 * 1024));
    let unbalanced = second.replace("{\"", "{\"x\":{\"y\":1,\"");
    let unquoted = second.replace("Two.\"", "Two.");
    for (file, line, read) in [
        (format!("[\n{first},\n{}", &second[..second.len() - 5]), 3, 1),
        (format!("[\n{first},\n{unbalanced},\n{third}\n]"), 3, 1),
        (format!("[\n{first},\n{unquoted},\n{third}\n]"), 3, 1),
        (format!("[\n{first},\n{long},\n{third}\n]"), 3, 1),
        (format!("[\n{first},\n{second},\n"), 4, 2),
    ] {
        let shop = Shop::new().await;
        let asked = shop.call("POST", "/api/v1/imports").send().await.json();
        assert_eq!(form(&asked).send(&shop, file.as_bytes()).status(), 204);
        shop.settle().await;
        let failed = super::shown(&shop, &asked["id"]).await;
        assert_eq!((&failed["status"], numbers(&failed)), (&json!("failed"), (read, read, 0)), "{failed}");
        assert_eq!(errors(&failed), [(line, None, "broken_list")]);
        assert_eq!(u64::try_from(reviews(&shop).await.len()).unwrap(), read);
    }
}

/// The shop's own mark comes of its own orders, and another system's word is that system's.
#[tokio::test]
async fn a_purchase_is_known_by_the_shops_orders_and_else_only_claimed() {
    let shop = Shop::new().await;
    let line = json!([{"catalog_item_id": "shopify-7125386199075", "title": "Mug", "unit_price": 2400}]);
    for (order, email, status, paid) in [
        ("A", "ada@example.com", "delivered", true),
        ("B", "bob@example.com", "cancelled", true),
        ("C", "cleo@example.com", "placed", false),
    ] {
        let body = json!({"status": status, "buyer": {"email": email}, "currency": "EUR", "lines": line,
            "placed_at": "2025-02-01T00:00:00Z", "delivered_at": "2025-02-10T12:00:00Z", "paid": paid});
        shop.put(format!("/api/v1/orders/{order}"), &body).await.is(200);
        shop.created(json!({"email": email, "order_id": order})).await;
    }
    let row = |n: u32, email: &str, product: &str, date: &str, verified: bool| {
        format!("L{n},Active,5,{email},Jo,,Text {n},{date},{product},,,M,{verified}\n")
    };
    let mug = "7125386199075";
    let file = [
        "id,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase\n"
            .to_owned(),
        row(1, "Ada@example.com", mug, "2025-03-02", false),
        row(2, "ada@example.com", "7125386199076", "2025-03-02", true),
        row(3, "bob@example.com", mug, "2025-03-02", true),
        row(4, "eve@example.com", mug, "2025-03-02", false),
        row(5, "ada@example.com", mug, "2025-01-02", true),
        row(6, "cleo@example.com", mug, "2025-03-02", false),
    ];
    assert_eq!(numbers(&import(&shop, "", &file.concat()).await), (6, 6, 0));
    let mut known = Vec::new();
    for n in 1..=6 {
        let review = with_text(&shop, &format!("Text {n}")).await;
        known.push((review["verification"].owned(), review["is_verified_buyer"].as_bool().unwrap()));
        assert_eq!(review["experienced_at"], if n == 1 { json!("2025-02-10") } else { Value::Null }, "{n}");
    }
    let none = ("none", false);
    let expected = [("order", true), ("claimed", false), ("claimed", false), none, ("claimed", false), none];
    assert_eq!(known, expected.map(|(word, is)| (word.to_owned(), is)));
    let page = shop.reads("/p/fern/shopify-7125386199076.html").await.body;
    page.shows(["<span class=\"afterword-claimed\">Purchase confirmed by"]);
    let page = shop.reads("/p/fern/shopify-7125386199076.json").await.json();
    let shown = &page["reviews"][0];
    assert_eq!((&shown["verified"], &shown["claimed_by"]), (&json!(false), &json!("Loox")));
    member(&shop, MARA, "owner").await;
    let claimed = with_text(&shop, "Text 3").await["id"].clone();
    let page = Visitor::signed_in(&shop, MARA).await.get(&format!("/console/reviews/{claimed}")).await.body;
    page.shows(["Purchase confirmed by Loox"]);
}
