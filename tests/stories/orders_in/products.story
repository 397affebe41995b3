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
+30d
mail jane@example.com "…Sample…"
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
+1d
woocommerce says product {"reviews_allowed": true} -> ignored product_stored
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
+0s
each $product in ["woo-93", "woo-95"]:
  woocommerce says product {"id": "$product", "published": "never"} -> ignored product_stored
anyone GET /p/fern/woo-93.json -> 404
anyone GET /p/fern/woo-95.json -> 200 {"product": {"id": "woo-95", "title": "Stoneware mug", "url": null}}
