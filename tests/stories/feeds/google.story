# The file for Google is there once a public review has a purchase behind it
PUT /api/v1/products/$mug {"title": "Mug", "url": "https://fern.example/products/mug"} -> 200
review rating=4 text=Lovely. display_name=Jane
+70m anyone GET /feeds/fern/google.xml -> 404 not_found
PUT /api/v1/orders/bowl {"status": "delivered", "currency": "EUR", "buyer": {"email": "bea@example.com"},
  "lines": [{"catalog_item_id": "shopify-77", "title": "Bowl", "unit_price": 900, "quantity": 1}]} -> 200
review {"email": "bea@example.com", "order_id": "bowl", "product_ids": ["shopify-77"]} rating=4 text=Lovely. display_name=Jane
+10m anyone GET /feeds/fern/google.xml -> 302
PUT /api/v1/settings {"public_display": false} -> 200
anyone GET /feeds/fern/google.xml -> 404 not_found
+70m PUT /api/v1/settings {"public_display": true} -> 200
anyone GET /feeds/fern/google.xml -> 404 not_found
+70m anyone GET /feeds/fern/google.xml -> 302
each $path in ["/feeds/fern/meta.csv", "/feeds/moss/google.xml", "/feeds/fern/google.xml-1"]: anyone GET $path -> 404 not_found

# The console says what Google wants and what is missing
rae signs in as reader
mara GET /console/products -> 200 shows "href=\"/console/google\""
PUT /api/v1/products/$mug {"title": "Mug", "url": "https://fern.myshopify.com/products/mug", "sku": "MUG"} -> 200
review rating=4 text=Lovely. display_name=Jane
mara GET /console/google -> 200 shows "There is 1." "1 of 2 have one." "1 of 2 have a barcode"
  "once a published review has a purchase behind it" times ">Missing<" 4 times ">Done<" 1
PUT /api/v1/orders/bowl {"status": "delivered", "currency": "EUR", "buyer": {"email": "bea@example.com"},
  "lines": [{"catalog_item_id": "shopify-77", "title": "Bowl", "unit_price": 900, "quantity": 1}]} -> 200
review {"email": "bea@example.com", "order_id": "bowl", "product_ids": ["shopify-77"]} rating=4 text=Lovely. display_name=Jane
+10m
jump 3h mara GET /console/google -> 200 shows "Made 3 hours ago, with 1 review" "Not fetched yet"
  "value=\"http://shop.example/feeds/fern/google.xml\"" "data-copy"
anyone GET /feeds/fern/google.xml -> 302
jump 1h mara GET /console/google -> 200 shows "Last fetched 1 hour ago"
PUT /api/v1/settings {"storefront_url": "https://fern.example"} -> 200
each $id $fields in [["$tray", "tray"], ["shopify-77", "bowl"]]:
  PUT /api/v1/products/$id {"title": "$fields", "url": "https://fern.example/$fields", "mpn": "T", "brand": "Kiln"} -> 200
// Only reviews are missing.
mara GET /console/google -> 200 times ">Missing<" 1 times ">Done<" 4
// Of no product, nothing is done.
each $id in ["$mug", "$tray", "shopify-77"]: DELETE /api/v1/products/$id -> 200
mara GET /console/google -> 200 shows "0 of 0 have one." times "class=\"s\">–<" 3 times ">Done<" 1
rae GET /console/google -> 403
