# People are greeted by their first name or by none
ask {"customer_name": "Dr. Jane Doe", "product_ids": ["$mug"], "delay_days": 0} as doctor
+0s mail jane@example.com "…, Jane?"
anyone GET $doctor_hub -> 200 shows "Jane D." lacks "Doe,"
ask {"customer_name": "Doe, Jane", "product_ids": ["$mug"], "delay_days": 0} as turned
+0s mail jane@example.com "…, Jane?"
anyone GET $turned_hub -> 200 shows "Jane D." lacks "Doe,"
each $name in ["null", "N/A", "-", "jane@example.com"]: ask {"customer_name": "$name", "product_ids": ["$mug"], "delay_days": 0}
+0s each $name in ["null", "N/A", "-", "jane@example.com"]: mail jane@example.com "How’s the Stoneware mug?"
anyone GET $hub -> 200 lacks "Jane D."

# A first name of two words is one name, also in Beacon's API
POST /beacon/customers {"first_name": "Mary Ann", "last_name": "Doe", "email": "jane@example.com"} -> 200
  {"data": {"first_name": "Mary Ann"}}
POST /beacon/asks {"email": "jane@example.com"} -> 200
+0s mail jane@example.com "…Mary Ann…"
each $phone in ["+491711234567.0", "+436641234567.0"]:
  POST /beacon/customers {"first_name": "Jane", "email": "june@example.com", "phone": "$phone"} -> 422
    {"errors": {"phone": ["$any"]}}

# Without consent nobody is asked, and whom the shop leaves out is no customer
shopify connects {"after": "fulfilled", "consent": "marketing"}
GET /api/v1/integrations/shopify -> 200 {"consent": "marketing"}
shopify says orders/fulfilled -> ignored no_consent
GET /api/v1/orders/%231001 -> 200 {"buyer": null}
GET /beacon/customers -> 200 {"data": []}
shopify says orders/updated again {"buyer_accepts_marketing": true, "updated_at": "2026-11-20T07:00:00Z"} -> planned
GET /beacon/customers -> 200 {"data": [{}]}
// Shopify's instants are whole seconds: both states have the same one.
shopify says orders/updated again {"customer": {"email_marketing_consent": {"state": "unsubscribed"}}}
  -> stopped no_consent

# An order of somebody who unsubscribed has a reason of its own and no request
woocommerce connects {"ask_days_after": 0}
woocommerce says order -> planned
+1h mail jane@example.com "…"
FORM $stop List-Unsubscribe=One-Click -> 200
woocommerce says order {"id": "724", "system_id": "724",
  "lines": [{"id": "1", "catalog_item_id": "woo-91", "title": "Thing", "unit_price": 100}]} -> ignored suppressed
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
