# Unknown products are listed with their rows, and a file of two columns answers them
POST /api/v1/imports?format=okendo&dry_run=true @content-type=text/csv
  raw="productId,rating,body,dateCreated\nold-board,2,a,2025-03-01\nold-board,3,b,2025-03-02\nold-board,4,c,2025-03-03\ngift-card,2,d,2025-03-01\ngift-card,3,e,2025-03-02\nabout-us,2,f,2025-03-01\n7,5,g,2025-03-04\n"
  -> 201 {"id": "$dry"}
+0s GET /api/v1/imports/$dry -> 200 {"rows": 7, "imported": 1, "skipped": 6, "skipped_for": {"unknown_product": 6}}
GET /api/v1/imports/$dry/products -> 200 {"products": [{"product": "shopify-7", "described": false, "rows": 1}],
  "unknown": [{"product": "old-board", "rows": 3}, {"product": "gift-card", "rows": 2}, {"product": "about-us", "rows": 1}]}
each $bad in ["old,new\nold-board,a b\n", "old,new\nold-board\n", "old,new\n,shopify-1\n"]:
  PUT /api/v1/imports/products @content-type=text/csv raw="$bad" -> 422 invalid_products
PUT /api/v1/imports/products @content-type=text/csv
  raw="old;new\nOld-Board;shopify-12\nabout-us;@shop\r\n\"gift-card\";-\n" -> 200
  exactly {"products": {"old-board": "shopify-12", "about-us": "@shop", "gift-card": "-"}}
GET /api/v1/imports/products -> 200 exactly {"products": {"old-board": "shopify-12", "about-us": "@shop", "gift-card": "-"}}
POST /api/v1/imports?format=okendo @content-type=text/csv
  raw="productId,rating,body,dateCreated\nold-board,2,a,2025-03-01\nold-board,3,b,2025-03-02\nold-board,4,c,2025-03-03\ngift-card,2,d,2025-03-01\ngift-card,3,e,2025-03-02\nabout-us,2,f,2025-03-01\n7,5,g,2025-03-04\n"
  -> 201 {"id": "$real"}
+0s GET /api/v1/imports/$real -> 200 {"rows": 7, "imported": 5, "skipped": 2, "skipped_for": {"left_out": 2}}
GET /api/v1/reviews?product=shopify-12 -> 200 {"total": 3}
each $page in ["/api/v1/reviews?product=shopify-7", "/api/v1/reviews?product=@shop"]: GET $page -> 200 {"total": 1}
// A row with the page or title of a product is not about the shop, and is answered by these.
POST /api/v1/imports?format=yotpo&platform=shopify&dry_run=true @content-type=text/csv
  raw="product_id,product_title,product_url,date,review_content,review_score\n,Old,https://shop.example/products/Old-Tray,2024-02-02,x,4\n,Voucher,,2024-02-03,y,3\n" -> 201 {"id": "$pages"}
+0s GET /api/v1/imports/$pages/products -> 200 {"unknown": [{"product": "old-tray"}, {"product": "Voucher"}]}
PUT /api/v1/imports/products @content-type=text/csv raw="old,new\nold-tray,shopify-7\nVoucher,@shop\n" -> 200
POST /api/v1/imports?format=yotpo&platform=shopify @content-type=text/csv
  raw="product_id,product_title,product_url,date,review_content,review_score\n,Old,https://shop.example/products/Old-Tray,2024-02-02,x,4\n,Voucher,,2024-02-03,y,3\n" -> 201 {"id": "$answered"}
POST /api/v1/imports?format=stamped&platform=shopify @content-type=text/csv
  raw="product_id,productUrl,productTitle,rating,body,created_at\n,,Voucher,5,z,2024-02-05\n" -> 201 {"id": "$stamped"}
+0s GET /api/v1/imports/$answered -> 200 {"imported": 2, "skipped": 0}
GET /api/v1/imports/$stamped -> 200 {"imported": 1, "skipped": 0}

# A product that only a file describes has the file's name until the shop gives it another
POST /api/v1/imports?format=yotpo&platform=shopify&dry_run=true @content-type=text/csv
  raw="product_id,product_title,product_url,date,review_content,review_score,published\n7095,Tea &amp; Honey,https://shop.example/products/tea-honey,2024-02-01,Sweet.,5,true\n" -> 201
// A dry run describes nothing.
+0s GET /api/v1/products -> 200 {"products": [{"id": "$mug"}, {"id": "$tray"}]}
POST /api/v1/imports?format=yotpo&platform=shopify @content-type=text/csv
  raw="product_id,product_title,product_url,date,review_content,review_score,published\n7095,Tea &amp; Honey,https://shop.example/products/tea-honey,2024-02-01,Sweet.,5,true\n" -> 201
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,product_id,product_handle\nFine.,4,2024-02-02,7096,ash-bowl\n" -> 201
+0s
GET /api/v1/products -> 200 {"products": [{"id": "shopify-7095", "title": "Tea & Honey"}, {"id": "shopify-7096", "title": "Ash bowl"}, "…"]}
anyone GET /p/fern/shopify-7095.json -> 200 {"product": {"title": "Tea & Honey"}}
PUT /api/v1/products/shopify-7096 {"title": "Bowl of ash"} -> 200
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,product_id,product_handle\nGood.,4,2024-02-02,7096,ash-bowl\n" -> 201
+0s
GET /api/v1/products -> 200 {"products": [{"id": "shopify-7095", "title": "Tea & Honey"}, {"id": "shopify-7096", "title": "Bowl of ash"}, "…"]}

# A handle that no product has makes a product, which a product with this handle takes in when it comes
POST /api/v1/imports?format=judgeme&platform=shopify&dry_run=true @content-type=text/csv
  raw="body,rating,review_date,product_handle\nFine.,4,2024-02-02,Walnut-Board\n" -> 201 {"id": "$dry"}
+0s GET /api/v1/imports/$dry/products -> 200 {"products": [{"product": "shopify-h-walnut-board", "described": false}], "unknown": []}
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,product_handle\nFine.,4,2024-02-02,Walnut-Board\nGood.,5,2024-02-03,walnut-board\n" -> 201 {"id": "$made"}
+0s GET /api/v1/imports/$made -> 200 {"imported": 2, "skipped": 0, "notes": {"made_product": 2}}
GET /api/v1/imports/$made/report.csv -> 200 shows "made_product"
anyone GET /p/fern/shopify-h-walnut-board.json -> 200 {"product": {"title": "Walnut Board"}, "rating": {"count": 2}}
PUT /api/v1/products/shopify-7 {"title": "Serving board", "url": "https://fern.example/products/walnut-board?variant=1"} -> 200
GET /api/v1/products/shopify-h-walnut-board -> 200 {"of": "shopify-7", "title": "Serving board"}
// The product is what they were written about, so they say no other title.
jump 1m anyone GET /p/fern/shopify-7.json -> 200 {"rating": {"count": 2}, "reviews": [{"product": "$absent"}, {"product": "$absent"}]}
// The same file is known, although a product has the handle by now.
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,product_handle\nFine.,4,2024-02-02,Walnut-Board\nGood.,5,2024-02-03,walnut-board\n" -> 201 {"id": "$again"}
+0s GET /api/v1/imports/$again -> 200 {"imported": 0, "skipped_for": {"duplicate": 2}}
// A draft takes nothing in, and what a person chose stays.
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,product_handle\nFine.,4,2024-02-02,ash-tray\n" -> 201
+0s PUT /api/v1/products/shopify-8 {"title": "Ash tray", "url": "https://fern.example/products/ash-tray", "published": "never"} -> 200
GET /api/v1/products/shopify-h-ash-tray -> 200 {"of": null}
PUT /api/v1/products/shopify-h-ash-tray {"of": "shopify-9"} -> 200
PUT /api/v1/products/shopify-8 {"published": "yes"} -> 200
GET /api/v1/products/shopify-h-ash-tray -> 200 {"of": "shopify-9"}
