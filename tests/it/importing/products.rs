//! Which product a row is about, and what a shop may say of those that it does not have.

use super::{errors, import, import_as, numbers, reviews};
use crate::support::*;

const HEAD: &str = "productId,handle,sku,rating,body,dateCreated\n";

async fn described(shop: &Shop, id: &str, product: Value) {
    shop.put(format!("/api/v1/products/{id}"), &product).await.is(200);
}

/// The product that a row's first three cells lead to.
async fn found(shop: &Shop, cells: &str) -> Result<Value, String> {
    let done = import(shop, "format=okendo", &format!("{HEAD}{cells},5,x,2025-03-02\n")).await;
    match numbers(&done).1 {
        0 => Err(errors(&done)[0].2.to_owned()),
        _ => Ok(reviews(shop).await.last().unwrap()["external_product_id"].clone()),
    }
}

#[tokio::test]
async fn a_product_is_found_by_number_gid_handle_sku_and_page() {
    let shop = Shop::new().await;
    described(
        &shop,
        "shopify-7",
        json!({"title": "Board", "url": "https://shop.example/products/wooden-board?a=1", "sku": "WB-1"}),
    )
    .await;
    described(
        &shop,
        "woo-9",
        json!({"title": "Board", "url": "https://old.example/product/wooden-board/", "sku": "WB-9"}),
    )
    .await;
    described(
        &shop,
        "shopify-8",
        json!({"title": "木の皿", "url": "https://shop.example/products/%E6%9C%A8%E3%81%AE%E7%9A%BF"}),
    )
    .await;
    let rows = [
        ("7,,", "shopify-7"),
        ("gid://shopify/Product/7,,", "shopify-7"),
        ("7.0,,", "shopify-7"),
        ("shopify-7,,", "shopify-7"),
        ("woo-9,,", "woo-9"),
        ("12345,,", "shopify-12345"),
        ("12345,wooden-board,", "shopify-7"),
        ("Wooden-Board,,", "shopify-7"),
        (",wooden-board,", "shopify-7"),
        (",木の皿,", "shopify-8"),
        (",,wb-9", "woo-9"),
        (",nowhere,WB-1", "shopify-7"),
        // The number that the product had before it was created anew.
        ("12345,,WB-9", "woo-9"),
    ];
    let mut file = HEAD.to_owned();
    for (number, (cells, _)) in rows.iter().enumerate() {
        file += &format!("{cells},5,Row {number},2025-03-02\n");
    }
    let done = import(&shop, "format=okendo", &file).await;
    assert_eq!(numbers(&done), (13, 13, 0), "{done}");
    let all = reviews(&shop).await;
    for (number, (cells, id)) in rows.iter().enumerate() {
        let review = all.iter().find(|review| review["content"] == format!("Row {number}")).unwrap();
        assert_eq!(review["external_product_id"], *id, "{cells}");
    }
    for (cells, code) in [
        ("nowhere,,", "unknown_product"),
        (",nowhere,", "unknown_product"),
        (",,WB-2", "unknown_product"),
        ("7.5,,", "unknown_product"),
    ] {
        assert_eq!(found(&shop, cells).await, Err(code.to_owned()), "{cells}");
    }
    for (cells, column, code) in
        [(",nowhere,WB-2", "handle", "unknown_product"), (",,", "productId", "invalid_product_id")]
    {
        let done = import(&shop, "format=okendo", &format!("{HEAD}{cells},5,x,2025-03-02\n")).await;
        assert_eq!(errors(&done), [(2, Some(column), code)]);
    }
}

#[tokio::test]
async fn a_handle_that_two_products_have_is_none_of_them() {
    let shop = Shop::new().await;
    for id in ["shopify-7", "shopify-8"] {
        described(&shop, id, json!({"title": "Board", "url": "https://shop.example/products/board", "sku": "S"})).await;
    }
    assert_eq!(found(&shop, ",board,").await, Err("unknown_product".to_owned()));
    assert_eq!(found(&shop, ",,S").await, Err("unknown_product".to_owned()));
}

#[tokio::test]
async fn unknown_products_are_listed_with_their_rows_and_a_file_of_two_columns_answers_them() {
    let shop = Shop::new().await;
    let row = |id: &str, n: u32| format!("{id},,,{},{id} {n},2025-03-0{n}\n", n % 5 + 1);
    let rows: String = (1..=3).map(|n| row("old-board", n)).chain((1..=2).map(|n| row("gift-card", n))).collect();
    let file = format!("{HEAD}{rows}{}{}", row("about-us", 1), row("7", 4));
    let dry = import(&shop, "format=okendo&dry_run=true", &file).await;
    assert_eq!((numbers(&dry), &dry["skipped_for"]), ((7, 1, 6), &json!({"unknown_product": 6})));
    let listed = shop.get(&format!("/api/v1/imports/{}/products", dry["id"].text())).await.json();
    let names: Vec<_> = listed["unknown"].list().iter().map(|it| (it["product"].clone(), it["rows"].clone())).collect();
    assert_eq!(
        names,
        [("old-board", 3), ("gift-card", 2), ("about-us", 1)].map(|(name, rows)| (json!(name), json!(rows)))
    );
    assert_eq!(listed["products"], json!([{"product": "shopify-7", "described": false, "rows": 1}]));

    let answer = async |body: &str| {
        shop.call("PUT", "/api/v1/imports/products").header("content-type", "text/csv").body(body).send().await
    };
    for bad in ["old,new\nold-board,a b\n", "old,new\nold-board\n", "old,new\n,shopify-1\n"] {
        answer(bad).await.is_error(422, "invalid_products");
    }
    let said = answer("old;new\nOld-Board;shopify-12\nabout-us;@shop\r\n\"gift-card\";-\n").await;
    assert_eq!(
        said.json(),
        json!({"products": {"old-board": "shopify-12", "about-us": "@shop", "gift-card": "-"}}),
        "{}",
        said.body
    );
    assert_eq!(shop.get("/api/v1/imports/products").await.json(), said.json());
    let done = import(&shop, "format=okendo", &file).await;
    assert_eq!((numbers(&done), &done["skipped_for"]), ((7, 5, 2), &json!({"left_out": 2})), "{done}");
    let mut products: Vec<_> =
        reviews(&shop).await.iter().map(|review| review["external_product_id"].clone()).collect();
    products.sort_by_key(Value::to_string);
    assert_eq!(
        products,
        [json!("shopify-12"), json!("shopify-12"), json!("shopify-12"), json!("shopify-7"), Value::Null]
    );
}

#[tokio::test]
async fn a_row_with_the_page_or_title_of_a_product_is_not_about_the_shop() {
    let shop = Shop::new().await;
    described(&shop, "shopify-7", json!({"title": "Board", "url": "https://shop.example/products/wooden-board"})).await;
    let yotpo = "product_id,product_title,product_url,date,review_content,review_score,display_name,email,published\n\
        ,Board,https://shop.example/products/wooden-board?a=1,2024-02-01,By its page.,5,Jo,,true\n\
        ,Old board,https://shop.example/products/Old-Board,2024-02-02,By a lost page.,4,Jo,,true\n\
        ,Gift card,,2024-02-03,By its title.,3,Jo,,true\n\
        ,,,2024-02-04,Of the shop.,5,Jo,,true\n";
    let stamped = "product_id,productUrl,productTitle,rating,author,body,created_at,published\n\
        ,,Gift card,5,Jo,By its title.,2024-02-05,TRUE\n";
    let done = import(&shop, "format=yotpo&platform=shopify", yotpo).await;
    let unknown = |line, column| (line, Some(column), "unknown_product");
    assert_eq!(errors(&done), [unknown(3, "product_url"), unknown(4, "product_title")], "{done}");
    let found: Vec<_> = reviews(&shop).await.iter().map(|review| review["external_product_id"].clone()).collect();
    assert_eq!(found, [json!("shopify-7"), Value::Null]);
    let listed = shop.get(format!("/api/v1/imports/{}/products", done["id"].text())).await.json();
    let names: Vec<_> = listed["unknown"].list().iter().map(|it| it["product"].clone()).collect();
    assert_eq!(names, ["old-board", "Gift card"]);
    let answers = shop.call("PUT", "/api/v1/imports/products").header("content-type", "text/csv");
    answers.body("old,new\nold-board,shopify-7\nGift card,@shop\n").send().await.is(200);
    assert_eq!(numbers(&import(&shop, "format=yotpo&platform=shopify", yotpo).await), (4, 2, 2));
    assert_eq!(numbers(&import(&shop, "format=stamped&platform=shopify", stamped).await), (1, 1, 0));
}

#[tokio::test]
async fn what_a_file_says_of_a_product_leads_no_other_row_to_it() {
    let shop = Shop::new().await;
    let file = "productId,handle,productUrl,productName,rating,body,dateCreated\n\
        12345,,https://shop.example/products/new-board,New board,5,By its number.,2025-03-02\n\
        ,new-board,,,4,By its handle.,2025-03-03\n";
    let dry = import(&shop, "format=okendo&dry_run=true", file).await;
    let done = import(&shop, "format=okendo", file).await;
    let again = import(&shop, "format=okendo", file).await;
    for (import, imported) in [(&dry, 1), (&done, 1), (&again, 0)] {
        assert_eq!(numbers(import), (2, imported, 2 - imported), "{import}");
        assert_eq!(import["skipped_for"]["unknown_product"], 1, "{import}");
    }
}

#[tokio::test]
async fn a_product_that_only_the_file_describes_has_the_files_name_until_the_shop_gives_it_another() {
    let shop = Shop::new().await;
    let yotpo = "product_id,product_title,product_url,date,review_content,review_score,review_title,display_name,email,published\n\
        7095,Tea &amp; Honey,https://shop.example/products/tea-honey,2024-02-01,Sweet.,5,,Jo,a@example.com,true\n";
    import(&shop, "format=yotpo&platform=shopify&dry_run=true", yotpo).await;
    let before = shop.get("/api/v1/products").await.json()["products"].list().len();
    assert_eq!(before, 2, "a dry run describes nothing");
    import(&shop, "format=yotpo&platform=shopify", yotpo).await;
    let judgeme = "title,body,rating,review_date,reviewer_name,reviewer_email,product_id,product_handle\n,Fine.,4,2024-02-02,Jo,,7096,ash-bowl\n";
    import(&shop, "format=judgeme&platform=shopify", judgeme).await;
    let titles = async || -> Vec<Value> {
        let listed = shop.get("/api/v1/products").await.json();
        let ours = |product: &&Value| product["id"].text().starts_with("shopify-70");
        listed["products"].list().iter().filter(ours).map(|product| product["title"].clone()).collect()
    };
    assert_eq!(titles().await, ["Tea & Honey", "Ash bowl"]);
    let page = shop.reads("/p/fern/shopify-7095.json").await.json();
    assert_eq!(page["product"]["title"], "Tea & Honey");
    described(&shop, "shopify-7096", json!({"title": "Bowl of ash"})).await;
    import(&shop, "format=judgeme&platform=shopify", &judgeme.replace("Fine.", "Good.")).await;
    assert_eq!(titles().await, ["Tea & Honey", "Bowl of ash"]);
}

#[tokio::test]
async fn a_column_may_be_named_and_what_is_not_read_is_listed() {
    let shop = Shop::new().await;
    let file = "Artikel;Sterne;Datum;Meinung;Sichtbar;Notiz;Leer\n7;5;02.03.2025;Gut.;ja;intern;\n7;4;03.03.2025;Naja.;nein;;\n\
        7;3;04.03.2025;Geht.;yes;;\n";
    let columns = "product_id=Artikel,rating=Sterne,created_at=Datum,body=Meinung,status=Sichtbar";
    let done = import(&shop, &format!("platform=woocommerce&columns={columns}"), file).await;
    assert_eq!((&done["format"], numbers(&done)), (&json!("generic"), (3, 3, 0)), "{done}");
    has(&done, json!({"unread_columns": ["Notiz"], "published": 1, "earlier_system": 2}));
    let all = reviews(&shop).await;
    assert_eq!((&all[0]["platform"], &all[0]["external_product_id"]), (&json!("other"), &json!("woo-7")));
    let missing = import(&shop, "platform=shopify&format=generic&columns=product_id=Artikel,rating=Sterne", file).await;
    assert_eq!(errors(&missing), [(1, Some("created_at"), "missing_column")]);
    // A column of a system's file may have another name, too.
    let judgeme = json!({"Item": "7", "rating": 5, "review_date": "2025-03-02", "body": "Named."}).to_string();
    let done =
        import_as(&shop, "format=judgeme&platform=shopify&columns=product_id=Item", "application/x-ndjson", &judgeme)
            .await;
    assert_eq!(numbers(&done), (1, 1, 0), "{done}");
}
