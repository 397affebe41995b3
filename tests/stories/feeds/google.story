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

# A review in the file has all that is known of it and of its product
PUT /api/v1/settings {"storefront_url": "https://fern.example"} -> 200
PUT /api/v1/products/$mug {"title": "Mug <small> & \"white\"", "url": "https://fern.myshopify.com/products/mug", "mpn": "M-7", "sku": "MUG",
  "brand": "Kiln & Co", "gtin": ["4006381333931", "40063813"]} -> 200
PUT /api/v1/products/$tray {"title": "Tray"} -> 200
PUT /api/v1/orders/1001 {"status": "delivered", "currency": "EUR", "buyer": {"email": "jane@example.com", "name": "Jane Doe"},
  "lines": [{"catalog_item_id": "$mug", "title": "Mug", "unit_price": 900, "quantity": 1}]} -> 200
review {"order_id": "1001", "incentivized": true} rating=2 headline="Good & heavy" text="First line.\n\tSecond <b>line</b> ]]> & more." display_name=Jane
jump 1s review rating=4 text=Lovely. display_name=
review {"product_ids": ["$tray"]} rating=4 text="The tray has no page." display_name=Jane
review {"product_ids": []} rating=4 text="About the shop." display_name=Jane
review {"order_id": "2"} rating=4 text="Call 0171 2345678: this waits." display_name=Jane
+10m anyone GET /feeds/fern/google.xml -> 302 header location "$file" header cache-control "public, max-age=300"
GET $file -> 200 times "<review>" 2 header content-type "application/xml; charset=utf-8"
  shows "<is_verified_purchase>true</is_verified_purchase><is_incentivized_review>true</is_incentivized_review><review_timestamp>2026-11-20T06:00:00Z</review_timestamp><title>Good &amp; heavy</title><content>First line.\n\tSecond &lt;b&gt;line&lt;/b&gt; ]]&gt; &amp; more.</content>…<review_url type=\"group\">https://fern.example/products/mug#reviews</review_url><ratings><overall min=\"1\" max=\"5\">2</overall></ratings>"
  "<gtins><gtin>4006381333931</gtin><gtin>40063813</gtin></gtins><mpns><mpn>M-7</mpn></mpns><skus><sku>MUG</sku></skus><brands><brand>Kiln &amp; Co</brand></brands></product_ids><product_name>Mug &lt;small&gt; &amp; \"white\"</product_name><product_url>https://fern.example/products/mug</product_url></product></products><collection_method>post_fulfillment</collection_method>"
  "<reviewer><name is_anonymous=\"true\">Anonymous</name></reviewer>…<content>Lovely.</content>"

# A review of a group has the identifiers of all and the page of its own product
each $id $fields in [["$mug", {"title": "Mug", "url": "https://fern.example/products/mug", "sku": "M-1", "gtin": ["4006381333931"]}],
    ["$tray", {"title": "Blue mug", "url": "https://fern.example/products/blue-mug", "sku": "M-2", "of": "$mug"}]]:
  PUT /api/v1/products/$id @content-type=application/json raw="$fields" -> 200
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "buyer": {"email": "jane@example.com"},
  "lines": [{"catalog_item_id": "$mug", "title": "Mug", "unit_price": 900, "quantity": 1}]} -> 200
review {"order_id": "A"} rating=4 text=Lovely. display_name=Jane
jump 1s review {"product_ids": ["$tray"]} rating=4 text=Blue. display_name=Jane
+10m anyone GET /feeds/fern/google.xml -> 302 header location "$file"
GET $file -> 200 times "<review>" 2
  shows "<content>Lovely.</content>…<gtins><gtin>4006381333931</gtin></gtins>…<skus><sku>M-1</sku><sku>M-2</sku></skus>…<product_name>Mug</product_name><product_url>https://fern.example/products/mug</product_url>"
  "<content>Blue.</content>…<gtins><gtin>4006381333931</gtin></gtins>…<skus><sku>M-2</sku><sku>M-1</sku></skus>…<product_name>Blue mug</product_name><product_url>https://fern.example/products/blue-mug</product_url>"

# What is withheld, withdrawn or erased leaves the file within the hour, and the rest follows at night
PUT /api/v1/settings {"storefront_url": "https://fern.example"} -> 200
PUT /api/v1/products/$mug {"title": "Mug", "url": "https://fern.example/products/mug"} -> 200
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "buyer": {"email": "jane@example.com"},
  "lines": [{"catalog_item_id": "$mug", "title": "Mug", "unit_price": 900, "quantity": 1}]} -> 200
review {"order_id": "A"} rating=4 text=Edited. display_name=Jane as edited
jump 1s review {"order_id": "B"} rating=4 text=Withheld. display_name=Jane as withheld
jump 1s review {"order_id": "C"} rating=4 text=Withdrawn. display_name=Jane as withdrawn
review {"email": "june@example.com"} rating=4 text=Erased. display_name=June
review {"email": "jill@example.com"} rating=4 text=Anonymised. display_name=Jill
+10m anyone GET /feeds/fern/google.xml -> 302 header location "$first"
GET $first -> 200 times "<review>" 5 shows ">Edited.<" ">Withheld.<" ">Withdrawn.<" ">Erased.<" ">Anonymised.<" ">Jill<"
// What is new or edited waits for the night, or for what may not wait.
jump 1m review {"order_id": "D"} rating=4 text=New. display_name=Jane
each $hub in ["$edited_hub"]: FORM /review/hub/review rating=1 text="Edited twice." display_name= -> 303
+70m anyone GET /feeds/fern/google.xml -> 302 header location "$second"
GET $second -> 200 times "<review>" 5 shows ">Edited.<"
PATCH /api/v1/reviews/$withheld/reject -> 200
+70m anyone GET /feeds/fern/google.xml -> 302 header location "$third"
GET $third -> 200 times "<review>" 5 shows ">Edited twice.<" ">New.<" ">Withdrawn.<" ">Erased.<" ">Anonymised.<"
each $hub in ["$withdrawn_hub"]: FORM /review/hub/withdraw sure=yes -> 303
POST /api/v1/privacy/erase {"email": "june@example.com"} -> 202
POST /api/v1/privacy/erase {"email": "jill@example.com", "reviews": "anonymise"} -> 202
+70m anyone GET /feeds/fern/google.xml -> 302 header location "$fourth"
GET $fourth -> 200 times "<review>" 3 shows ">Edited twice.<" ">New.<" ">Anonymised.<" lacks ">Jill<"
review {"order_id": "E"} rating=4 text="Of the night." display_name=Jane
+1d anyone GET /feeds/fern/google.xml -> 302 header location "$fifth"
GET $fifth -> 200 times "<review>" 4 shows ">Of the night.<" lacks ">Jill<"

# A night without changes writes no file
PUT /api/v1/settings {"storefront_url": "https://fern.example"} -> 200
PUT /api/v1/products/$mug {"title": "Mug", "url": "https://fern.example/mug"} -> 200
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "buyer": {"email": "jane@example.com"},
  "lines": [{"catalog_item_id": "$mug", "title": "Mug", "unit_price": 900, "quantity": 1}]} -> 200
review {"order_id": "A"} rating=4 text=Lovely. display_name=Jane as review
+10m anyone GET /feeds/fern/google.xml -> 302 header last-modified "Fri, 20 Nov 2026 …"
+1d anyone GET /feeds/fern/google.xml -> 302 header last-modified "Fri, 20 Nov 2026 …"
PUT /api/v1/products/$mug {"title": "Cup", "url": "https://fern.example/mug"} -> 200
+1d anyone GET /feeds/fern/google.xml -> 302 header last-modified "Sun, 22 Nov 2026 …" header location "$cup"
GET $cup -> 200 shows "<product_name>Cup</product_name>"
PUT /api/v1/settings {"shop_name": "Fern"} -> 200
+1d anyone GET /feeds/fern/google.xml -> 302 header last-modified "Mon, 23 Nov 2026 …"
review {"order_id": "B"} rating=4 text=New. display_name=Jane
+1d anyone GET /feeds/fern/google.xml -> 302 header last-modified "Tue, 24 Nov 2026 …"
+1d anyone GET /feeds/fern/google.xml -> 302 header last-modified "Tue, 24 Nov 2026 …"
each $hub in ["$review_hub"]: FORM /review/hub/review rating=1 text=Edited. display_name= -> 303
+1d anyone GET /feeds/fern/google.xml -> 302 header last-modified "Thu, 26 Nov 2026 …"
