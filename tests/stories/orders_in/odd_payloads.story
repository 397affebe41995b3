# A product whose picture is gone is known without it
woocommerce connects
woocommerce says order.updated {"line_items": [{"id": 81010, "name": "Walnut Board", "product_id": 8181, "quantity": 1,
  "price": 49, "sku": "WB", "global_unique_id": "4 006381-333931", "image": {"id": 15, "src": false}}]} -> planned
GET /api/v1/products/woo-8181 -> 200
  {"title": "Walnut Board", "image_url": null, "sku": "WB", "gtin": ["4006381333931"]}

# Customers read names and titles as the shop shows them
woocommerce connects
woocommerce says order.updated {"line_items": [{"id": 1, "name": "Tea &amp; Honey", "product_id": 8}], "billing":
  {"email": "jane@example.com", "first_name": "Mary Ann", "last_name": "O&#039;Neil", "country": "DE"}} -> planned
GET /api/v1/orders/723 -> 200 {"buyer": {"name": "Mary Ann O'Neil"}}
+7d
mail jane@example.com "…Tea & Honey, Mary Ann?"
woocommerce says product.updated {"name": "Salt &amp; Pepper &#8211; 2&quot; &#039;Set&#039; &amp;amp;",
  "permalink": "https://shop.example/木の皿 1", "sku": "SP",
  "short_description": "<p class=\"a\">For <b>salt</b> &amp;\npepper.</p><p>Oak</p>", "global_unique_id": "978-3-16-148410-0",
  "images": [{"id": 1, "src": "https://shop.example/wp-content/uploads/Mühle.jpg"}],
  "brands": [{"id": 1, "name": "Tom &amp; Jerry"}]} -> ignored product_stored
GET /api/v1/products/woo-93 -> 200 exactly {"id": "woo-93", "title": "Salt & Pepper – 2\" 'Set' &amp;",
  "description": "For salt & pepper. Oak",
  "url": "https://shop.example/%E6%9C%A8%E3%81%AE%E7%9A%BF%201",
  "image_url": "https://shop.example/wp-content/uploads/M%C3%BChle.jpg", "gtin": ["9783161484100"], "mpn": null,
  "sku": "SP", "brand": "Tom & Jerry", "ask": true}

# People are greeted by their first name or by none
ask {"customer_name": "Dr. Jane Doe", "product_ids": ["$mug"], "delay_days": 0} as doctor
+0s
mail jane@example.com "…, Jane?"
anyone GET $doctor_hub -> 200 shows "Jane D." lacks "Doe,"
ask {"customer_name": "Doe, Jane", "product_ids": ["$mug"], "delay_days": 0} as turned
+0s
mail jane@example.com "…, Jane?"
anyone GET $turned_hub -> 200 shows "Jane D." lacks "Doe,"
each $name in ["null", "N/A", "-", "jane@example.com"]: ask {"customer_name": "$name", "product_ids": ["$mug"], "delay_days": 0}
+0s
each $name in ["null", "N/A", "-", "jane@example.com"]: mail jane@example.com "How’s the Stoneware mug?"
anyone GET $hub -> 200 lacks "Jane D."

# A first name of two words is one name, also in Beacon's API
POST /beacon/customers {"first_name": "Mary Ann", "last_name": "Doe", "email": "jane@example.com"} -> 200
  {"data": {"first_name": "Mary Ann"}}
POST /beacon/asks {"email": "jane@example.com"} -> 200
+0s
mail jane@example.com "…Mary Ann…"
each $phone in ["+491711234567.0", "+436641234567.0"]:
  POST /beacon/customers {"first_name": "Jane", "email": "june@example.com", "phone": "$phone"} -> 422
    {"errors": {"phone": ["$any"]}}

# Without consent nobody is asked, and whom the shop leaves out is no customer
shopify connects {"after": "fulfilled", "consent": "marketing"}
GET /api/v1/integrations/shopify -> 200 {"consent": "marketing", "consent_key": null}
shopify says orders/fulfilled -> ignored no_consent
GET /api/v1/orders/%231001 -> 200 {"buyer": null}
GET /beacon/customers -> 200 {"data": []}
shopify says orders/updated again {"buyer_accepts_marketing": true, "updated_at": "2026-11-20T07:00:00Z"} -> planned
GET /beacon/customers -> 200 {"data": [{}]}
// Shopify's instants are whole seconds: both states have the same one.
shopify says orders/updated again {"customer": {"email_marketing_consent": {"state": "unsubscribed"}}}
  -> stopped no_consent
woocommerce connects {"consent": "marketing", "consent_key": "_agrees"}
PUT /api/v1/integrations/woocommerce {"consent_key": "", "consent": "any"} -> 200 {"consent_key": null}

# An order of somebody who unsubscribed has a reason of its own and no request
woocommerce connects {"ask_days_after": 0}
woocommerce says order.updated -> asked
+1h
mail jane@example.com "…"
FORM $stop List-Unsubscribe=One-Click -> 200
woocommerce says order.updated {"id": 724, "number": "724",
  "line_items": [{"id": 1, "name": "Thing", "product_id": 91}]} -> ignored suppressed
GET /api/v1/integrations/woocommerce/deliveries -> 200 {"deliveries": [{"request_id": null}, "…"]}
GET /api/v1/review-requests -> 200 {"requests": [{"order_id": "723"}]}

# The kit alone of a bundle of Shopify becomes a product, without an SKU
shopify connects {"after": "fulfilled"}
shopify says orders/fulfilled {"line_items":
  [{"id": 11, "product_id": 91, "title": "Cup", "quantity": 1, "sku": "PART-1", "sales_line_item_group_id": 5}],
  "line_item_groups": [{"id": 5, "title": "Tea set", "quantity": 1, "product_id": 70}]} -> planned
GET /api/v1/products/shopify-70 -> 200 {"title": "Tea set", "sku": null}

# An address that nobody reads is none for a call, either
each $email in ["jane@gmail.con", "jane@gmail.comm", "jane@web.dee", "no-reply@example.com", "NoReply+7@example.com",
  "do_not_reply@example.com"]:
  POST /api/v1/review-requests/send {"email": "$email", "product_ids": ["$mug"]} -> 422 invalid_email
each $email in ["a1b2@customer.otto.market", "a1b2+3c@allegromail.pl", "x7k2@privaterelay.appleid.com",
  "jane@example.museum", "jane@пример.рф", "no-reply.fan@example.com"]:
  POST /api/v1/review-requests/send {"email": "$email", "product_ids": ["$mug"]} -> 201
