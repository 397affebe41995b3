# A shop that uninstalls the app sends no requests until it connects again
shopify connects {"after": "fulfilled"}
shopify says orders/fulfilled {"id": 4002, "name": "#1002", "email": "joe@example.com"} -> planned
shopify says app/uninstalled -> stopped app_uninstalled
GET /api/v1/integrations/shopify -> 200 {"state": "off"}
GET /api/v1/audit -> 200 {"entries": [{"what": "app_uninstalled", "by": "shopify", "target": "shopify"}, "…"]}
shopify says orders/fulfilled -> ignored not_asking
GET /api/v1/review-requests -> 200 {"requests": [{"status": "cancelled"}]}
PUT /api/v1/integrations/shopify {} -> 200 {"state": "active"}
shopify says orders/updated again {"updated_at": "2026-11-20T07:00:00Z", "tags": "new"} -> planned
+60d mail jane@example.com "…"
no mail

# A data request is an export of which the owner is told, and which is made again for thirty days
PUT /api/v1/settings {"owner_email": "owner@example.com"} -> 200
shopify connects
shopify says orders/create -> ignored not_shipped
shopify says customers/data_request -> ignored $receipt
GET /api/v1/privacy/$receipt -> 200 {"kind": "export", "status": "done", "download_url": "$any"}
// Shopify calls again.
shopify says customers/data_request again -> ignored $receipt
+6m mail owner@example.com "A customer of Fern & Oak asks for their data" shows "%2Fconsole%2Fcustomers%2Freceipts%2F$receipt"
no mail
+2d mara signs in as owner
mara GET /console/today -> 200 shows "A customer asks for their data" "/console/customers/receipts/$receipt"
GET /api/v1/privacy/$receipt -> 200 {"status": "running", "download_url": null}
+0s GET /api/v1/privacy/$receipt -> 200 {"status": "done", "download_url": "$any"}
mara GET /console/customers/receipts/$receipt -> 200 shows "download"
// Somebody has the file.
mara GET /console/today -> 200 lacks "/console/customers/receipts/$receipt"
+27d GET /api/v1/privacy/$receipt -> 200 {"status": "running", "download_url": null}
+2d GET /api/v1/privacy/$receipt -> 200 {"status": "done", "download_url": null}

# A shop is erased with its orders and their buyers, and again with those that come later
shopify connects {"after": "fulfilled"}
shopify says orders/fulfilled -> planned
shopify says orders/create {"id": 4002, "name": "#1002", "email": "joe@example.com"} -> ignored not_shipped
shopify says shop/redact
+49h GET /api/v1/integrations/shopify/deliveries -> 200 {"deliveries": [{"result": "stopped", "reason": "$receipt"}, "…"]}
+5m GET /api/v1/privacy/$receipt -> 200 {"kind": "erase", "status": "done"}
each $id in ["%231001", "%231002"]: GET /api/v1/orders/$id -> 404 not_found
GET /api/v1/review-requests -> 200 {"requests": []}
GET /api/v1/integrations/shopify -> 200 {"state": "off"}
+60d no mail
shopify says shop/redact
+49h
// Nothing is left.
GET /api/v1/integrations/shopify/deliveries -> 200
  {"deliveries": [{"result": "stopped", "reason": "shop_redacted"}, "…"]}
GET /api/v1/audit -> 200 {"entries": [{"what": "erase_customer"}, {"what": "shop_redacted", "by": "shopify", "target": "shopify"}, "…"]}
shopify says orders/fulfilled
GET /beacon/customers -> 200 {"data": [{"email": "jane@example.com"}]}
shopify says shop/redact
+49h GET /beacon/customers -> 200 {"data": []}

# The erasure of a shop waits for two days in which the owner can connect again
PUT /api/v1/settings {"owner_email": "owner@example.com"} -> 200
shopify connects {"after": "fulfilled", "ask_days_after": 9}
shopify says orders/fulfilled -> planned
shopify says shop/redact -> waits_48_hours
GET /api/v1/integrations/shopify -> 200 {"state": "off"}
GET /api/v1/review-requests -> 200 {"requests": [{"status": "cancelled"}]}
+47h GET /api/v1/orders/%231001 -> 200
mail owner@example.com "The Shopify orders of Fern & Oak will be erased in 48 hours"
  shows "&to=%2Fconsole%2Fconnections%2Fshopify"
no mail
mara signs in as owner
mara GET /console/today -> 200 shows "The orders from Shopify will be erased"
PUT /api/v1/integrations/shopify {} -> 200 {"state": "active"}
mara GET /console/today -> 200 lacks "The orders from Shopify will be erased"
+2h GET /api/v1/integrations/shopify/deliveries -> 200
  {"deliveries": [{"result": "ignored", "reason": "connected_again"}, "…"]}
GET /api/v1/orders/%231001 -> 200
// The request is made again.
shopify says orders/fulfilled -> planned
shopify says shop/redact -> waits_48_hours
+47h GET /api/v1/orders/%231001 -> 200
mail owner@example.com "…"
+2h GET /api/v1/orders/%231001 -> 404 not_found
no mail

# The two days before an erasure begin when the owner is told, although the queue may be late
shopify connects
shopify says orders/create -> ignored not_shipped
fails Sqs ServerError
jump 1s shopify sends shop/redact
heals
jump 60h
+47h GET /api/v1/integrations/shopify/deliveries -> 200
  {"deliveries": [{"result": null, "reason": "waits_48_hours"}, "…"]}
GET /api/v1/orders/%231001 -> 200
+2h GET /api/v1/orders/%231001 -> 404 not_found

# An erased buyer does not come back with the next call
shopify connects {"after": "fulfilled"}
shopify says orders/fulfilled -> planned
shopify says customers/redact
+5m GET /api/v1/orders/%231001 -> 200 {"buyer": null}
shopify says orders/updated shipped {"tags": "new"} -> ignored no_email
GET /api/v1/orders/%231001 -> 200 {"buyer": null}
+30d no mail

# An erasure reaches the buyer of an order that the API had before
each $email in ["joe@example.com", "jane@example.com"]:
  PUT /api/v1/orders/%231001 {"status": "placed", "currency": "EUR", "lines": [], "buyer": {"email": "$email"}} -> 200
shopify connects
shopify says orders/create -> ignored not_shipped
// It is the connection's now.
PUT /api/v1/orders/%231001 {"status": "placed", "currency": "EUR", "lines": [], "buyer": {"email": "joe@example.com"}}
  -> 409 of_connection
shopify says customers/redact
+5m shopify says orders/updated {"tags": "new"}
GET /api/v1/orders/%231001 -> 200 {"buyer": null}

# A buyer without an address is stored without a name
shopify connects
shopify says orders/create {"email": null, "phone": "+491711234567"} -> ignored no_email
shopify says orders/updated {"email": "new@example.com", "customer": null, "updated_at": "2026-11-20T07:00:00Z"}
GET /api/v1/orders/%231001 -> 200 {"buyer": {"email": "new@example.com", "name": null}}

# Orders that Shopify names lead to the addresses that they were placed with
shopify connects
shopify says orders/create -> ignored not_shipped
// Shopify may ask for this long after the order.
+400d shopify says customers/redact {"customer": {"id": 1, "email": "moved@example.com", "phone": null}}
+5m GET /api/v1/orders/%231001 -> 200 {"buyer": null}
shopify says customers/redact {"customer": {"id": 1}} -> ignored nobody_named

# A shop is erased however long ago its last order was
shopify connects {"after": "fulfilled"}
shopify says orders/fulfilled -> planned
// This is longer than the time to live of everything that a call stores, except the order itself.
+700d shopify says shop/redact -> waits_48_hours
+49h GET /api/v1/integrations/shopify/deliveries -> 200 {"deliveries": [{"result": "stopped"}]}
GET /api/v1/orders/%231001 -> 404 not_found
rows INO# 0
rows INA# 0
POST /api/v1/privacy/export {"email": "jane@example.com"} -> 202 {"receipt": "$receipt"}
+1m GET /api/v1/privacy/$receipt -> 200 {"counts":
  {"customers": 0, "requests": 0, "messages": 0, "orders": 0}}

# An order whose buyer WooCommerce removed is erased, and the person's others stay
woocommerce connects
woocommerce says order -> planned
woocommerce says order {"id": "724", "system_id": "724",
  "lines": [{"id": "316", "catalog_item_id": "woo-95", "title": "Bowl", "unit_price": 1200}]} -> planned
woocommerce says order {"buyer": null, "anonymised": true} -> stopped anonymised
// The order is sent again, and an older call arrives late.
woocommerce says order again -> ignored anonymised
woocommerce says order {"as_of": 1795154400000} -> kept
+5m GET /api/v1/orders/723 -> 200 {"buyer": null}
GET /api/v1/orders/724 -> 200 {"buyer": {"email": "jane@example.com"}}
GET /api/v1/review-requests -> 200 {"requests": [{"order_id": "724"}]}
POST /api/v1/privacy/export {"email": "jane@example.com"} -> 202 {"receipt": "$receipt"}
+1m GET /api/v1/privacy/$receipt -> 200 {"counts": {"orders": 1, "requests": 1, "suppressions": 0}}
rows INA# 1
+30d mail jane@example.com "…"
no mail
// A buyer is erased together with their last order.
woocommerce says order {"id": "724", "system_id": "724", "buyer": null, "anonymised": true} -> ignored anonymised
+5m POST /api/v1/privacy/export {"email": "jane@example.com"} -> 202 {"receipt": "$last"}
+1m GET /api/v1/privacy/$last -> 200 {"counts": {"customers": 0, "requests": 0, "messages": 0, "orders": 0,
  "suppressions": 0}}
rows INA# 0
