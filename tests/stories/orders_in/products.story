# Excluded products are not asked about by type and by tag, either
shopify connects {"after": "fulfilled", "products_excluded": [" Give-Away "]}
shopify says products/update {"id": 8393, "title": "Sample", "product_type": "Give-away", "tags": "new, Free Sample"}
GET /api/v1/integrations/shopify -> 200 {"products_excluded": ["give-away"]}
shopify says orders/fulfilled {"line_items": [{"id": 11, "product_id": 8393, "title": "Sample", "quantity": 1}]}
  -> ignored excluded_product
PUT /api/v1/integrations/shopify {"products_excluded": ["8399"]} -> 200
shopify says orders/updated again {"updated_at": "2026-11-20T07:00:00Z"} -> planned
PUT /api/v1/integrations/shopify {"products_excluded": ["free sample", "WB"]} -> 200
shopify says orders/updated again {"updated_at": "2026-11-20T08:00:00Z"} -> ignored excluded_product
PUT /api/v1/integrations/shopify @content-type=application/json
  raw="{\"products_excluded\":[{{\"a\",*199}}\"a\"]}" -> 200
// The last rule leaves it out no more.
+30d mail jane@example.com "…Sample…"
no mail

# Nobody is asked about a product without `ask`, whichever way the order comes, unless a call names it
each $id $title $ask in [["shopify-7125386199075", "Sample", false], ["woo-93", "Mug", false], ["woo-94", "Bowl", true],
  ["plate", "Plate", false]]: PUT /api/v1/products/$id {"title": "$title", "ask": "$ask"} -> 200
shopify connects {"after": "fulfilled"}
shopify says orders/fulfilled {"line_items": [{"id": 11, "product_id": 7125386199075, "title": "Sample", "quantity": 1},
  {"id": 12, "product_id": 8391, "title": "Board", "quantity": 1}]} -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["shopify-8391"]}]}
woocommerce connects {"since": "2026-11-20T06:00:00Z"}
woocommerce says order -> ignored excluded_product
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [{"catalog_item_id": "woo-93", "title": "A thing",
  "unit_price": 1}, {"catalog_item_id": "woo-94", "title": "A thing", "unit_price": 1}]} -> 200
PUT /api/v1/orders/B {"status": "delivered", "currency": "EUR",
  "lines": [{"catalog_item_id": "woo-93", "title": "A thing", "unit_price": 1}]} -> 200
each $order $left in [["A", ["woo-94"]], ["B", []]]:
  POST /api/v1/review-requests/send {"email": "jane@example.com", "order_id": "$order", "skip_email": true} -> 201 as asked
GET /api/v1/review-requests?order_id=A -> 200 {"requests": [{"product_ids": ["woo-94"]}]}
GET /api/v1/review-requests?order_id=B -> 200 {"requests": [{"product_ids": []}]}
PUT /api/v1/orders/6f4770fc-b8ee-4bf2-9977-d048a7f27987 {"status": "delivered", "currency": "EUR", "lines": [
  {"catalog_item_id": "plate", "title": "A thing", "unit_price": 1}, {"catalog_item_id": "cup", "title": "A thing", "unit_price": 1},
  {"catalog_item_id": "woo-93", "title": "A thing", "unit_price": 1}]} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": "EMAIL",
  "order": {"id": "6f4770fc-b8ee-4bf2-9977-d048a7f27987"}}} -> 200 {"reviewRequest": {"items": [{"catalogItemId": "cup"}]}}
PUT /api/v1/orders/6f4770fc-b8ee-4bf2-9977-d048a7f27987 {"status": "delivered", "currency": "EUR",
  "lines": [{"catalog_item_id": "plate", "title": "A thing", "unit_price": 1}]} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"communicationChannel": "EMAIL",
  "order": {"id": "6f4770fc-b8ee-4bf2-9977-d048a7f27987"}}} -> 428 shows "ORDER_IS_EMPTY"
mara signs in as owner
mara FORM /console/requests/earlier days=7
  rows="email,order,products\njo@example.com,51,woo-93\njill@example.com,52,woo-93|woo-94\n" -> 200
  shows "1 order would be asked about." "1 line has only products that nobody is asked about."
mara FORM /console/requests/earlier/ask days=7 number=1
  rows="email,order,products\njo@example.com,51,woo-93\njill@example.com,52,woo-93|woo-94\n" -> 303
GET /api/v1/review-requests?order_id=52 -> 200 {"requests": [{"product_ids": ["woo-94"]}]}
ask {"order_id": "C", "skip_email": true, "product_ids": ["woo-93"]}
GET /api/v1/review-requests?order_id=C -> 200 {"requests": [{"product_ids": ["woo-93"]}]}

# WooCommerce's products without reviews are not asked about unless the shop says so, whose choice stays
woocommerce connects
woocommerce says product {"reviews_allowed": false} -> ignored product_stored
GET /api/v1/products/woo-93 -> 200 {"ask": false}
woocommerce says order -> ignored excluded_product
+1d woocommerce says product {"reviews_allowed": true} -> ignored product_stored
GET /api/v1/products/woo-93 -> 200 {"ask": true}
woocommerce says order {"id": "2", "system_id": "2"} -> planned
mara signs in as owner
mara FORM /console/products/woo-93/ask ask=on -> 303 /console/products/woo-93
woocommerce says product {"reviews_allowed": false}
GET /api/v1/products/woo-93 -> 200 {"ask": true}
woocommerce says order {"id": "3", "system_id": "3", "buyer": {"email": "jo@example.com"}} -> planned
mara FORM /console/products/woo-93/ask -> 303 /console/products/woo-93
woocommerce says product {"reviews_allowed": true}
GET /api/v1/products/woo-93 -> 200 {"ask": false}
woocommerce says order {"id": "4", "system_id": "4", "buyer": {"email": "ann@example.com"}} -> ignored excluded_product

# A list of products ends only after the last, even if many are hidden
woocommerce connects
each $id $published in [[10, "yes"], [11, "never"], [12, "never"], [13, "yes"], [14, "never"], [15, "never"]]:
  woocommerce says product {"id": "woo-$id", "title": "Lamp $id", "published": "$published"} -> ignored product_stored
GET /api/v1/products?limit=1&cursor=t -> 200 {"products": [{"id": "woo-10"}], "next_cursor": "$next"}
GET /api/v1/products?limit=1&cursor=$next -> 200 {"products": [{"id": "woo-13"}], "next_cursor": null}

# A product that only an order named is hidden unless it has public reviews
woocommerce connects
each $number $product in [["1", "woo-93"], ["2", "woo-95"]]: woocommerce says order {"id": "$number", "system_id": "$number",
  "lines": [{"id": "1", "catalog_item_id": "$product", "title": "Stoneware mug", "unit_price": 2400}]} -> planned
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,body,name,created_at\nwoo-95,5,Warm light.,Jane D.,2025-03-02\n" -> 201
+0s each $product in ["woo-93", "woo-95"]:
  woocommerce says product {"id": "$product", "published": "never"} -> ignored product_stored
anyone GET /p/fern/woo-93.json -> 404
anyone GET /p/fern/woo-95.json -> 200 {"product": {"id": "woo-95", "title": "Stoneware mug", "url": null}}

# A product that was never published is described nowhere, and its imported reviews appear with it
woocommerce connects
woocommerce says product {"published": "never"} -> ignored product_stored
POST /api/v1/imports?format=afterword&dry_run=true @content-type=text/csv raw="product_id,rating,body,name,created_at\nwoo-93,5,Warm light.,Jane D.,2025-03-02\nwoo-93,4,Ask jane@example.com.,Jane D.,2025-03-03\nwoo-93,3,Cold.,Jane D.,2025-03-04\n" -> 201 {"id": "$dry"}
+0s POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,body,name,created_at\nwoo-93,5,Warm light.,Jane D.,2025-03-02\nwoo-93,4,Ask jane@example.com.,Jane D.,2025-03-03\nwoo-93,3,Cold.,Jane D.,2025-03-04\n" -> 201 {"id": "$done"}
+0s each $import in ["$dry", "$done"]: GET /api/v1/imports/$import -> 200
  {"rows": 3, "imported": 3, "skipped": 0, "waiting": 3, "contact_data": 1, "earlier_system": 0}
GET /api/v1/reviews?sort=oldest -> 200 {"reviews": [{"id": "$shown"}, {}, {"id": "$withheld"}]}
// What the shop decides itself stays so.
PATCH /api/v1/reviews/$withheld/reject {"reason": "unrelated"} -> 200
// What waits for its product counts nowhere.
jump 1m GET /trust/fern.json -> 200 {"totals": {"submitted": 2, "waiting": 1, "published": 0, "withheld": 1}}
// An order does not describe it, either.
woocommerce says order {"lines": [{"catalog_item_id": "woo-93", "title": "Leak lamp", "unit_price": 300}]}
jump 1m each $path in ["/p/fern/woo-93.html", "/p/fern/woo-93.json", "/review/write/fern/woo-93"]: anyone GET $path -> 404
GET /api/v1/products/woo-93 -> 404 not_found
each $path in ["/api/v1/products", "/p/fern/@all.json", "/p/fern/@all.html"]: GET $path -> 200 lacks "Leak lamp"
+1d woocommerce says product {"published": "yes"}
jump 1m anyone GET /p/fern/woo-93.json -> 200 {"product": {"title": "Leak lamp"}, "rating": {"count": 1}}
GET /trust/fern.json -> 200 {"totals": {"submitted": 3, "waiting": 1, "published": 1, "withheld": 1}}
GET /api/v1/reviews?sort=oldest -> 200 {"reviews": [{"status": "approved"}, {"status": "pending"}, {"status": "rejected"}]}
GET /api/v1/reviews/$shown/history -> 200 {"history": [{"what": "imported", "rule": null},
  {"what": "held", "rule": "product_hidden"}, {"what": "published", "rule": null}]}

# Also at Shopify, where a draft becomes active
shopify connects
shopify says products/create {"id": 93, "title": "Leak lamp", "handle": "leak-lamp", "status": "draft", "published_at": null, "variants": []}
  -> ignored product_stored
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,body,name,created_at\nshopify-93,5,Warm light.,Jane D.,2025-03-02\n" -> 201
+0s shopify says orders/updated {"line_items": [{"id": 1, "title": "Leak lamp", "product_id": 93, "quantity": 1}]}
jump 1m each $path in ["/p/fern/shopify-93.html", "/p/fern/shopify-93.json", "/review/write/fern/shopify-93"]: anyone GET $path -> 404
each $path in ["/api/v1/products", "/p/fern/@all.json", "/p/fern/@all.html"]: GET $path -> 200 lacks "Leak lamp"
+1d shopify says products/create {"id": 93, "title": "Leak lamp", "handle": "leak-lamp", "status": "active",
  "published_at": "2026-11-21T06:00:00Z", "updated_at": "2026-11-21T06:00:00Z", "variants": []} -> ignored product_stored
jump 1m anyone GET /p/fern/shopify-93.json -> 200 {"product": {"title": "Leak lamp"}, "rating": {"count": 1}}

# An import is undone after its product appeared
PUT /api/v1/products/shopify-93 {"title": "Leak lamp", "published": "never"} -> 200
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,body,name,created_at\nshopify-93,5,Warm light.,Jane D.,2025-03-02\n" -> 201 {"id": "$import"}
+0s PUT /api/v1/products/shopify-93 {"title": "Leak lamp", "published": "never"} -> 200
// An unchanged product shows nothing, and what was shown stays.
+1d GET /api/v1/reviews -> 200 {"reviews": [{"status": "pending"}]}
PUT /api/v1/products/shopify-93 {"title": "Leak lamp", "published": "yes"} -> 200
+1d GET /api/v1/reviews -> 200 {"reviews": [{"status": "approved"}]}
PUT /api/v1/products/shopify-93 {"title": "Leak lamp", "published": "no_longer"} -> 200
+1d GET /api/v1/reviews -> 200 {"reviews": [{"status": "approved"}]}
POST /api/v1/imports/$import/undo {} -> 202
+0s GET /api/v1/reviews -> 200 {"reviews": []}

# A product that is published no longer keeps its title and reviews without a link, until it is there again
woocommerce connects
woocommerce says product
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,body,name,created_at\nwoo-93,5,Warm light.,Jane D.,2025-03-02\n" -> 201
+1m anyone GET /p/fern/woo-93.json -> 200 {"product": {"url": "https://shop.example/product/leak-lamp/"}}
+1d woocommerce says product {"published": "no_longer"}
jump 1m anyone GET /p/fern/woo-93.json -> 200
  {"product": {"id": "woo-93", "title": "Leak lamp", "url": null}, "rating": {"count": 1}}
anyone GET /p/fern/woo-93.html @sec-fetch-dest=document -> 200 shows "Leak lamp" lacks "leak-lamp"
GET /api/v1/products/woo-93 -> 200 {"url": null}
// Files still find it by the address that it had, and their reviews are public.
POST /api/v1/imports?format=okendo @content-type=text/csv
  raw="productId,handle,rating,body,dateCreated\n,leak-lamp,4,Still fine.,2025-03-03\n" -> 201 {"id": "$more"}
+0s GET /api/v1/imports/$more -> 200 {"rows": 1, "imported": 1, "skipped": 0}
+1d woocommerce says product
jump 1m anyone GET /p/fern/woo-93.json -> 200
  {"product": {"url": "https://shop.example/product/leak-lamp/"}, "rating": {"count": 2}}
anyone GET /p/fern/woo-93.html @sec-fetch-dest=document -> 200 shows "leak-lamp"
// A title that is secret now is not learned.
+1d woocommerce says product {"published": "never", "title": "Secret plans", "url": null}
jump 1m anyone GET /p/fern/woo-93.json -> 200
  {"product": {"id": "woo-93", "title": "Leak lamp", "url": null}, "rating": {"count": 2}}
anyone GET /p/fern/woo-93.html @sec-fetch-dest=document -> 200 lacks "leak-lamp"

# Shopify archives, unlists or hides a product
shopify connects
shopify says products/update {"id": 93, "title": "Leak lamp", "handle": "leak-lamp", "status": "active", "variants": [],
  "published_at": "2026-11-20T06:00:00Z", "updated_at": "2026-11-20T06:00:00Z"} @x-shopify-shop-domain=fern.myshopify.com
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,body,name,created_at\nshopify-93,5,Warm light.,Jane D.,2025-03-02\n" -> 201
+1m anyone GET /p/fern/shopify-93.json -> 200 {"product": {"url": "https://fern.myshopify.com/products/leak-lamp"}}
+1d shopify says products/update again {"status": "archived", "updated_at": "2026-11-21T06:10:00Z"}
jump 1m anyone GET /p/fern/shopify-93.json -> 200
  {"product": {"id": "shopify-93", "title": "Leak lamp", "url": null}, "rating": {"count": 1}}
shopify says products/update again {"status": "active", "updated_at": "2026-11-21T07:00:00Z"}
jump 1m anyone GET /p/fern/shopify-93.json -> 200 {"product": {"url": "https://fern.myshopify.com/products/leak-lamp"}}
shopify says products/update again {"status": "draft", "published_at": null, "updated_at": "2026-11-21T08:00:00Z"}
jump 1m anyone GET /p/fern/shopify-93.json -> 200 {"product": {"title": "Leak lamp", "url": null}, "rating": {"count": 1}}
anyone GET /p/fern/shopify-93.html @sec-fetch-dest=document -> 200 lacks "leak-lamp"
shopify says products/update again {"status": "active", "published_at": "2026-11-20T06:00:00Z", "updated_at": "2026-11-21T09:00:00Z"}
jump 1m anyone GET /p/fern/shopify-93.json -> 200 {"product": {"url": "https://fern.myshopify.com/products/leak-lamp"}}
shopify says products/update again {"published_at": null, "updated_at": "2026-11-21T10:00:00Z"}
jump 1m anyone GET /p/fern/shopify-93.json -> 200 {"product": {"title": "Leak lamp", "url": null}, "rating": {"count": 1}}
