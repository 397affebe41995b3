//! The page of products and locations: it lists the same as the API.

use super::*;
use crate::importing::import;

const PRODUCTS: &str = "/api/v1/products";

#[tokio::test]
async fn products_are_listed_page_by_page_with_their_reviews() {
    let shop = shop().await;
    let moss = shop.beside("moss").await;
    for number in 10..40 {
        shop.put(format!("{PRODUCTS}/shopify-{number}"), json!({"title": format!("Mug no. {number}")})).await.is(200);
    }
    // Each shop in the tests has two products from the start.
    assert_eq!(moss.get(PRODUCTS).await.json()["products"].list().len(), 2);
    let first = shop.get(format!("{PRODUCTS}?limit=20")).await.json();
    assert_eq!((first["products"].list().len(), &first["next_cursor"]), (20, &json!("shopify-29")));
    let rest = shop.get(format!("{PRODUCTS}?limit=20&cursor=shopify-29")).await.json();
    assert_eq!((&rest["products"][0]["title"], &rest["next_cursor"]), (&json!("Mug no. 30"), &json!(null)));
    assert_eq!(rest["products"].list().len(), 12);
    shop.get(format!("{PRODUCTS}?cursor=a/b")).await.is_error(422, "invalid_cursor");

    for (customer, stars, text) in [("jane", "5", "Heavy."), ("ann", "4", "Call me on 030 1234567.")] {
        let fields = json!({"email": format!("{customer}@example.com"), "product_ids": ["shopify-11"],
            "skip_email": true});
        let (_, hub) = shop.created(fields).await;
        shop.writes(&hub, &[("rating", stars), ("text", text)]).await.is(303);
    }
    shop.post("/beacon/locations", json!({"name": "Mill Lane", "display_name": "Fern at the mill"})).await.is(200);

    let mara = Visitor::signed_in(&shop, MARA).await;
    let page = mara.get("/console/products").await.body;
    page.shows([
        "href=\"/console/products/shopify-11\"",
        "5.0 out of 5",
        "1 published review",
        "1 waiting",
        "Fern at the mill",
        "Mill Lane · mill-lane",
        "href=\"/console/products?after=shopify-34\"",
    ]);
    let home = mara.get("/console/products/shopify-11").await.body;
    home.shows([
        "<h1><bdi>Mug no. 11</bdi></h1>",
        "5.0 out of 5",
        "1 waiting",
        "<rect width=\"100\" height=\"10\"/></svg></th><td>1</td>",
        "href=\"/console/reviews?product=shopify-11&#38;show=all\"",
        "/p/fern/shopify-11.html\"",
        "&#60;afterword-stars shop=&#34;fern&#34; product=&#34;shopify-11&#34;",
        "in-shop/qr.svg?product=shopify-11\"",
        "<title>November 2026 · 5.0 out of 5 · 1 published review</title>",
        "<span>December 2025</span><span>November 2026</span>",
        "<p class=\"cut\" dir=\"auto\">Call me on 030 1234567.</p>",
        "<span class=\"chip q\">",
    ]);
    home.lacks(["From the newest"]);
    shop.aws().take_calls();
    mara.get("/console/products?after=shopify-34").await.shows(["Mug no. 39"]).lacks(["Mug no. 34", "Mill Lane"]);
    let mut calls = shop.operations();
    calls.sort_unstable();
    assert_eq!(calls, ["BatchGetItem", "BatchGetItem", "Query"]);
}

#[tokio::test]
async fn a_products_stars_over_time_are_those_of_its_newest_reviews_without_the_shops_own_people() {
    let (shop, mara) = signed_in().await;
    let head = "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date\n";
    let row = |number: u32| {
        let (stars, day) = match number {
            0..5 => (1, "2026-01-05"),
            5..155 => (4, "2026-03-02"),
            _ => (5, "2026-09-10"),
        };
        format!("j-{number},7,{stars},Text {number}.,Jane,,{day}\n")
    };
    let file = head.to_owned() + &(0..202).map(row).collect::<String>();
    import(&shop, "format=judgeme&platform=shopify", &file).await;
    let (_, hub) = shop.created(json!({"email": MARA, "product_ids": ["shopify-7"], "skip_email": true})).await;
    shop.writes(&hub, &[("rating", "1"), ("text", "Ours.")]).await.is(303);
    let home = mara.get("/console/products/shopify-7").await.body;
    home.shows([
        "From the newest 200 reviews, since 5 January 2026",
        "Reviews, at most 150 a month",
        "<title>January 2026 · 1.0 out of 5 · 3 published reviews</title>",
        "<title>March 2026 · 4.0 out of 5 · 150 published reviews</title>",
        "<polyline points=\"20,25.0 30,25.0\"/>",
        "<title>September 2026 · 5.0 out of 5 · 47 published reviews</title>",
        "<title>November 2026 · 0 published reviews</title>",
        "<p class=\"cut\" dir=\"auto\">Ours.</p>",
    ]);
}

#[tokio::test]
async fn on_a_single_page_the_products_whose_reviews_wait_come_first() {
    let shop = shop().await;
    shop.sets(json!({"moderation": "hold"})).await;
    for (id, title) in [("shopify-1", "Apron"), ("shopify-9", "Zinc can")] {
        shop.put(format!("{PRODUCTS}/{id}"), json!({"title": title})).await.is(200);
    }
    let (_, hub) = shop.created(json!({"product_ids": ["shopify-9"], "skip_email": true})).await;
    shop.writes(&hub, &[("rating", "4"), ("text", "It holds.")]).await.is(303);
    let page = Visitor::signed_in(&shop, MARA).await.get("/console/products").await.body;
    let place = |title: &str| page.find(title).unwrap_or_else(|| panic!("{title}: {page}"));
    assert!(place("Zinc can") < place("Apron"), "{page}");
    page.shows(["<span class=\"id\"> · <bdi>shopify-9</bdi></span>"]);
}

#[tokio::test]
async fn products_that_lack_something_are_a_list_that_ends_when_it_is_worked_through() {
    let shop = shop().await;
    let describe = async |number: u32, fields: Value| {
        let mut product = json!({"title": format!("Mug no. {number}")});
        product.as_object_mut().unwrap().extend(fields.object().clone());
        shop.put(format!("{PRODUCTS}/shopify-{number}"), &product).await.is(200);
    };
    let whole = json!({"url": "https://fern.example/mug", "gtin": ["40063813"]});
    for number in 100..170 {
        describe(number, if number % 2 == 0 { whole.clone() } else { json!({"url": "https://fern.example/mug"}) })
            .await;
    }
    describe(100, json!({"sku": "MUG"})).await;
    describe(102, json!({"url": "https://fern.example/mug", "mpn": "M"})).await;
    describe(104, json!({"url": "https://fern.example/mug", "mpn": "M", "brand": "Kiln"})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    mara.get("/console/products").await.shows(["href=\"/console/products?show=incomplete\""]).lacks(["No page"]);

    // Among the first 50 products, 25 of those with odd numbers and two others lack something.
    let first = mara.get("/console/products?show=incomplete").await.body;
    let (pages, numbers) = (first.matches(">No page<").count(), first.matches(">No barcode or number<").count());
    assert_eq!((pages, numbers), (1, 26), "{first}");
    assert!(first.contains("Mug no. 102") && !first.contains("Mug no. 104"), "{first}");
    let next = "/console/products?show=incomplete&#38;after=shopify-149";
    first.shows([&format!("href=\"{next}\"")]);
    let last = mara.get(&next.replace("&#38;", "&")).await.body;
    // The shop's two own products have neither.
    let (pages, numbers) = (last.matches(">No page<").count(), last.matches(">No barcode or number<").count());
    assert_eq!((pages, numbers), (2, 12), "{last}");
    last.lacks(["rel=\"next\""]);

    for id in ["7125386199075", "7125386199076"] {
        let done = json!({"title": "Mug", "url": "https://fern.example/mug", "sku": id});
        shop.put(format!("{PRODUCTS}/shopify-{id}"), &done).await.is(200);
    }
    for number in 100..170 {
        describe(number, whole.clone()).await;
    }
    mara.get("/console/products?show=incomplete").await.shows(["Nothing is missing: every product has a page"]);
}

#[tokio::test]
async fn a_product_that_only_a_file_named_has_the_title_that_a_person_types_until_it_is_described() {
    let shop = shop().await;
    import(&shop, "format=okendo", "productId,rating,body,dateCreated\n12345,5,Fine.,2025-03-02\n").await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let address = "/console/products/shopify-12345";
    let link = format!("href=\"{address}\"");
    let list = mara.get("/console/reviews?show=all").await.body;
    let (_, rest) = list.split_once("href=\"/console/reviews/").unwrap();
    let review = format!("/console/reviews/{}", rest.split(['#', '?', '"']).next().unwrap());
    mara.get(&review).await.shows([&link, "Give the product a title"]);
    mara.post(address, &[("title", " ")]).await.is(422).shows(["A title has 1 to 255 characters."]);
    assert_eq!(mara.post(address, &[("title", " Walnut board ")]).await.header("location"), "/console/products");
    let page = mara.get("/console/products").await.body;
    page.shows(["The title is now: Walnut board", &link]);
    assert!(!mara.get(&review).await.body.contains(&link), "the review's page shows the title alone");
    let ro = Visitor::member(&shop, "ro@fernandoak.example", "reader").await;
    ro.get(address).await.shows(["Walnut board", "QR code"]).lacks(["name=\"title\""]);

    // A file that names the product does not change the title, which customers and readers see.
    let named = "productId,productName,rating,body,dateCreated\n12345,Board 7,4,Good.,2025-03-03\n";
    import(&shop, "format=okendo", named).await;
    let (_, hub) = shop.created(json!({"product_ids": ["shopify-12345"], "skip_email": true})).await;
    assert!(shop.browse(&hub).await.body.contains("Walnut board"));
    let public = async || shop.call("GET", "/p/fern/shopify-12345.json").without_key().send().await.json();
    assert_eq!(public().await["product"]["title"], "Walnut board");

    let described = json!({"title": "Board of walnut"});
    shop.put(format!("{PRODUCTS}/shopify-12345"), &described).await.is(200);
    assert!(mara.get(address).await.body.contains("described this product: change the title there."));
    mara.post(address, &[("title", "Walnut board")]).await;
    // Until the public answer is made again.
    shop.jump(MINUTE);
    assert_eq!(public().await["product"]["title"], "Board of walnut");
}

#[tokio::test]
async fn a_person_chooses_which_products_are_asked_about_and_descriptions_keep_the_choice() {
    let shop = shop().await;
    let (path, page) = (format!("{PRODUCTS}/shopify-7"), "/console/products/shopify-7");
    let describe = async || shop.put(&path, json!({"title": "Sample"})).await.json();
    assert_eq!(describe().await["ask"], true);
    let mara = Visitor::signed_in(&shop, MARA).await;
    let choice = async |is_ticked: bool| {
        let shown = mara.get(page).await.body;
        let (_, form) = shown.split_once("action=\"/console/products/shopify-7/ask\"").unwrap();
        let form = form.split_once("</form>").unwrap().0;
        assert_eq!(form.contains(" checked"), is_ticked, "{form}");
        let list = mara.get("/console/products").await.body;
        assert_eq!(list.contains("Not asked about"), !is_ticked, "{list}");
        assert_eq!(shop.get(&path).await.json()["ask"], is_ticked);
    };
    choice(true).await;
    mara.post(&format!("{page}/ask"), &[]).await.leads(page);
    assert!(mara.get(page).await.body.contains("Nobody is asked about this product any more."));
    choice(false).await;
    assert_eq!(describe().await["ask"], false);
    mara.post(&format!("{page}/ask"), &[("ask", "on")]).await;
    choice(true).await;

    mara.post("/console/products/shopify-8/ask", &[]).await.is(404);
    assert!(!mara.get("/console/products/shopify-8").await.body.contains("/ask\""), "it is in no catalog");
    let ro = "ro@fernandoak.example";
    let ro = Visitor::member(&shop, ro, "reader").await;
    ro.post(&format!("{page}/ask"), &[]).await.is(403);
    ro.get(page).await.is(200).lacks(["/ask\""]);
}
