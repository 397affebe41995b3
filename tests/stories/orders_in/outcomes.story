# An order of Shopify ends in an email a week after its delivery
shopify connects
shopify says orders/create -> ignored not_shipped
+1d
// In a month, if no delivery is reported.
shopify says fulfillments/create -> planned
+2d shopify says fulfillments/update {"shipment_status": "delivered"} -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"order_id": "#1001", "product_ids": ["$mug"], "id": "$moved"}]}
GET /api/v1/review-requests?order_id=4001 -> 200 {"requests": [{"id": "$moved"}]}
+6d no mail
+1d mail jane@example.com "…Stoneware mug…"
+60d no mail

# An order of WooCommerce ends in an email a week after its completion
woocommerce connects
woocommerce says order {"status": "placed"} -> ignored not_shipped
GET /api/v1/orders/723 -> 200 {"delivered_at": null}
+1d woocommerce says order -> planned
GET /api/v1/orders/723 -> 200 {"delivered_at": "2026-11-21T06:00:01Z"}
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["woo-93"]}]}
GET /api/v1/products/woo-93 -> 200 {"image_url": "https://cdn.example/mug.png"}
+7d mail jane@example.com "…" shows "$link"
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $token
anyone POST /review/hub/review @content-type=application/x-www-form-urlencoded
  raw="token=$token&item=0&rating=5&text=Lovely.&display_name=Jane" -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"experienced_at": "2026-11-21"}]}
no mail

# An order of Shopify has the time of its last delivery, or else of its last shipment
shopify connects {"after": "fulfilled"}
shopify says orders/create
GET /api/v1/orders/%231001 -> 200 {"delivered_at": null}
+1d shopify says orders/updated shipped {"fulfillments": [
  {"id": 91, "status": "success", "created_at": "2026-11-21T04:00:00Z", "updated_at": "2026-11-21T04:00:00Z",
  "line_items": [{"id": 11, "quantity": 2}]},
  {"id": 92, "status": "success", "created_at": "2026-11-21T06:00:00Z", "updated_at": "2026-11-21T06:00:00Z",
  "line_items": [{"id": 12, "quantity": 1}]}]} -> planned
GET /api/v1/orders/%231001 -> 200 {"delivered_at": "2026-11-21T06:00:00Z"}
+2d shopify says fulfillments/update {"shipment_status": "delivered", "created_at": "2026-11-21T04:00:00Z",
  "updated_at": "2026-11-22T12:00:00Z", "line_items": [{"id": 11, "quantity": 2}]}
// The other shipment is on its way.
GET /api/v1/orders/%231001 -> 200 {"delivered_at": "2026-11-21T06:00:00Z"}
shopify says fulfillments/update {"id": 92, "shipment_status": "delivered", "created_at": "2026-11-21T06:00:00Z",
  "updated_at": "2026-11-22T02:00:00Z", "line_items": [{"id": 12, "quantity": 1}]}
GET /api/v1/orders/%231001 -> 200 {"delivered_at": "2026-11-22T12:00:00Z"}

# Repeated and older calls change nothing
shopify connects {"after": "fulfilled"}
jump 2h shopify says orders/fulfilled -> planned
GET /api/v1/review-requests -> 200 {"requests": "$planned"}
shopify says orders/fulfilled again -> ignored unchanged
shopify says orders/create {"email": "old@example.com", "updated_at": "2026-11-20T06:00:00Z"} -> ignored unchanged
shopify says orders/create again -> ignored unchanged
GET /api/v1/review-requests -> 200 {"requests": "$planned"}
+8d mail jane@example.com "…"
shopify says orders/updated shipped {"tags": "again"} -> ignored asked_already
+40d no mail

# A request is withdrawn when its order is cancelled, refunded, paid back or deleted, and older calls do not bring it back
shopify connects {"after": "fulfilled"}
woocommerce connects
each $id in [4001, 4002, 4003, 4004]:
  shopify says orders/fulfilled {"id": "$id", "name": "#$id", "email": "jane$id@example.com"} -> planned
woocommerce says order -> planned
shopify says orders/cancelled shipped {"id": 4001, "name": "#4001", "email": "jane4001@example.com",
  "cancelled_at": "2026-11-20T07:00:00Z", "updated_at": "2026-11-20T07:00:00Z"} -> stopped cancelled
shopify says orders/updated shipped {"id": 4002, "name": "#4002", "email": "jane4002@example.com",
  "financial_status": "refunded", "updated_at": "2026-11-20T07:00:00Z"} -> stopped refunded
shopify says orders/updated shipped {"id": 4003, "name": "#4003", "email": "jane4003@example.com",
  "refunds": [{"id": 8, "refund_line_items": [{"line_item_id": 11, "quantity": 2}]}]} -> stopped refunded
shopify says orders/delete {"id": 4004} -> stopped deleted
woocommerce says order {"status": "deleted"} -> stopped deleted
each $id in [4001, 4002, 4003, 4004]: shopify says orders/updated {"id": "$id", "name": "#$id", "email": "jane$id@example.com",
  "fulfillment_status": "fulfilled", "updated_at": "2026-11-20T06:00:00Z"}
GET /api/v1/review-requests -> 200 {"requests": [{"status": "cancelled"}, {"status": "cancelled"}, {"status": "cancelled"},
  {"status": "cancelled"}, {"status": "cancelled"}]}
+40d no mail

# A shipment that is taken back and left again counts from then
shopify connects {"after": "fulfilled"}
shopify says orders/create -> ignored not_shipped
shopify says fulfillments/create -> planned
+2d shopify says fulfillments/update {"status": "cancelled", "created_at": "2026-11-20T06:00:00Z"} -> stopped not_shipped
+3d shopify says fulfillments/create {"id": 92} -> planned
+6d no mail
+1d mail jane@example.com "…"

# The corrected address alone is written to
shopify connects {"after": "fulfilled"}
shopify says orders/fulfilled -> planned
shopify says orders/updated again {"email": "jane.doe@example.com", "updated_at": "2026-11-20T07:00:00Z"} -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"status": "scheduled"}, {"status": "cancelled"}]}
+30d mail jane.doe@example.com "…"
no mail

# A request that the shop cancelled is not made again
shopify connects {"after": "fulfilled"}
shopify says orders/fulfilled -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$planned"}]}
DELETE /api/v1/review-requests/$planned -> 200
shopify says orders/updated again {"tags": "new", "updated_at": "2026-11-20T07:00:00Z"} -> ignored cancelled_by_shop
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$planned"}]}

# Reminders end with their order
PUT /api/v1/settings {"default_reminders": 1} -> 200
shopify connects {"after": "fulfilled"}
shopify says orders/fulfilled -> planned
+7d mail jane@example.com "…"
shopify says orders/cancelled {"cancelled_at": "2026-11-27T06:00:00Z"}
GET /api/v1/orders/%231001 -> 200 {"status": "cancelled"}
+40d no mail

# A repeated call follows the rules of its day
shopify connects {"after": "fulfilled"}
shopify says orders/fulfilled -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$request"}]}
GET /api/v1/review-requests/$request -> 200 {"scheduled_at": "2026-11-27T06:00:00Z"}
shopify says orders/fulfilled again -> ignored unchanged
shopify connects {"ask_days_after": 3}
shopify says orders/fulfilled again -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$moved"}, "…"]}
GET /api/v1/review-requests/$moved -> 200 {"scheduled_at": "2026-11-23T06:00:00Z"}
shopify connects {"countries": ["AT"]}
shopify says orders/fulfilled again -> stopped other_country

# An order's call asks about a product once, and a call of the API asks again
woocommerce connects
woocommerce says order -> planned
+8d mail jane@example.com "…"
woocommerce says order {"id": "800", "system_id": "800"} -> ignored asked_before
// No request is listed that asks nobody.
GET /api/v1/review-requests -> 200 {"requests": [{"order_id": "723"}]}
woocommerce says order {"id": "801", "system_id": "801", "lines": [
  {"id": "1", "catalog_item_id": "woo-93", "title": "Mug", "unit_price": 2400},
  {"id": "2", "catalog_item_id": "woo-95", "title": "Oak tray", "unit_price": 4900}]} -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["woo-95"]}, "…"]}
ask {"order_id": "B", "product_ids": ["woo-93"], "delay_days": 0}
status scheduled
PUT /api/v1/settings {"ask_once": "never"} -> 200 {"ask_once": "never"}
+2m mail jane@example.com "How’s the Stoneware mug?"
woocommerce says order {"id": "802", "system_id": "802"} -> planned

# A number sign does not make two orders
shopify connects {"after": "fulfilled"}
woocommerce connects {"since": "2026-11-20T05:00:00Z"}
ask {"order_id": "1001", "delay_days": 3}
ask {"order_id": "#723", "delay_days": 3}
shopify says orders/fulfilled -> ignored another_request
woocommerce says order -> ignored another_request
+40d mail jane@example.com "…"
mail jane@example.com "…"
no mail
