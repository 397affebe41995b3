# A program's orders are stored, and nobody is asked until it is connected
PUT /api/v1/orders/1 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z",
  "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400}]} -> 200
  {"status": "fulfilled", "delivered_at": "2026-11-20T06:00:00Z", "ask": "$absent"}
GET /api/v1/integrations/own -> 404 not_found
PUT /api/v1/integrations/own {"secret": "shpss0123456789abcdef"} -> 422 invalid_secret
PUT /api/v1/integrations/own {"ask_days_after": 3} -> 200 {"platform": "own", "url": null, "state": "active", "ask_days_after": 3}
GET /api/v1/integrations -> 200 {"integrations": [{"platform": "own"}]}
// What came before the connection is not planned later.
+30d no mail
GET /api/v1/review-requests -> 200 {"requests": []}

# Each step of an order's life says what follows from it
PUT /api/v1/integrations/own {} -> 200
PUT /api/v1/orders/1001 {"status": "placed", "currency": "EUR", "placed_at": "2026-11-20T05:00:00Z", "buyer": {"email": "jane@example.com"},
  "language": "de", "lines": [{"id": "a", "catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400, "quantity": 2},
  {"id": "b", "catalog_item_id": "a-2", "title": "Tray", "unit_price": 900}]} -> 200 {"ask": {"reason": "not_shipped", "at": "$absent"}}
+1d
PUT /api/v1/orders/1001 {"status": "placed", "currency": "EUR", "placed_at": "2026-11-20T05:00:00Z", "buyer": {"email": "jane@example.com"},
  "language": "de", "lines": [{"id": "a", "catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400, "quantity": 2},
  {"id": "b", "catalog_item_id": "a-2", "title": "Tray", "unit_price": 900}],
  "shipments": [{"id": "1", "lines": [{"id": "a", "quantity": 2}], "left_at": "2026-11-21T05:00:00Z"}]} -> 200
  {"ask": {"at": "2026-12-21T05:00:00Z", "products": ["a-1"], "reason": "$absent"}}
PUT /api/v1/orders/1001 {"status": "fulfilled", "currency": "EUR", "placed_at": "2026-11-20T05:00:00Z", "buyer": {"email": "jane@example.com"},
  "language": "de", "lines": [{"id": "a", "catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400, "quantity": 2},
  {"id": "b", "catalog_item_id": "a-2", "title": "Tray", "unit_price": 900, "refunded_quantity": 1}],
  "shipments": [{"id": "1", "lines": [{"id": "a", "quantity": 2}], "left_at": "2026-11-21T05:00:00Z", "arrived_at": "2026-11-23T09:00:00Z"}]}
  -> 200 {"status": "fulfilled", "ask": {"at": "2026-11-30T09:00:00Z", "products": ["a-1"]}}
GET /api/v1/orders/1001 -> 200 {"ask": {"at": "2026-11-30T09:00:00Z"}}
+0s GET /api/v1/review-requests -> 200 {"requests": [{"order_id": "1001", "product_ids": ["a-1"], "status": "scheduled"}]}
// An address that was corrected; the old one gets nothing.
PUT /api/v1/orders/1001 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-23T09:00:00Z", "language": "de",
  "buyer": {"email": "jane.doe@example.com"}, "lines": [{"catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400}]} -> 200
+10d mail jane.doe@example.com "Wie…"
no mail
GET /api/v1/integrations/own/deliveries -> 200 shows "\"topic\":\"order\",\"order_id\":\"1001\"" "not_shipped"
// Twice is once, and what is older changes nothing.
PUT /api/v1/orders/1001 {"as_of": 1795154400000, "status": "cancelled", "currency": "EUR", "lines": []} -> 200 {"status": "fulfilled"}
POST /api/v1/orders {"orders": [{"id": "1001", "as_of": 1795154400000, "status": "cancelled", "currency": "EUR", "lines": []}]} -> 200
  {"results": [{"id": "1001", "outcome": "kept"}]}
+40d no mail

# An order that ends is not asked about, and nobody twice
PUT /api/v1/integrations/own {} -> 200
each $id $status in [["1", "cancelled"], ["2", "refunded"], ["3", "failed"]]:
  PUT /api/v1/orders/$id {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z",
    "buyer": {"email": "buyer$id@example.com"}, "lines": [{"catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400}]} -> 200
    {"ask": {"products": ["a-1"]}}
+1h
each $id $status $reason in [["1", "cancelled", "cancelled"], ["2", "refunded", "refunded"], ["3", "failed", "cancelled"]]:
  PUT /api/v1/orders/$id {"status": "$status", "currency": "EUR", "lines": []} -> 200 {"ask": {"reason": "$reason"}}
PUT /api/v1/orders/4 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z", "system_id": "id-4",
  "buyer": {"email": "buyer4@example.com"}, "lines": [{"catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400}]} -> 200
+1h DELETE /api/v1/orders/4 -> 200 {"status": "deleted", "ask": {"reason": "deleted"}}
DELETE /api/v1/orders/5 -> 404 not_found
+40d no mail
GET /api/v1/review-requests -> 200 {"requests": [{"status": "cancelled"}, {"status": "cancelled"}, {"status": "cancelled"},
  {"status": "cancelled"}]}

# Gift cards, tests, sales at a counter, tags, consent and countries are read from the call
PUT /api/v1/integrations/own {"consent": "marketing", "tags_excluded": ["wholesale"], "countries": ["DE"]} -> 200
each $id $field $value $reason in [["1", "test", true, "test_order"], ["2", "in_store", true, "in_store"], ["3", "agrees", false, "no_consent"],
  ["4", "tags", ["Wholesale"], "excluded_tag"], ["5", "country", "US", "other_country"]]:
  PUT /api/v1/orders/$id {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z", "agrees": true, "country": "DE",
    "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400}], "$field": "$value"}
    -> 200 {"ask": {"reason": "$reason"}}
PUT /api/v1/orders/6 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z", "agrees": true, "country": "DE",
  "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400}]} -> 200
  {"ask": {"products": ["a-1"]}}
PUT /api/v1/orders/7 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z", "agrees": true, "country": "DE",
  "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "a-9", "title": "Gift card", "unit_price": 5000, "gift_card": true}]}
  -> 200 {"ask": {"reason": "nothing_to_review"}}
// Nobody reads a buyer whom a rule leaves out, and no list has one.
each $id in ["3", "4", "5"]: GET /api/v1/orders/$id -> 200 {"buyer": null}
+8d mail jane@example.com "…"

# A program is disconnected, and is never silent
PUT /api/v1/integrations/own {} -> 200
PUT /api/v1/orders/1 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z",
  "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400}]} -> 200
+1h DELETE /api/v1/integrations/own -> 200
PUT /api/v1/orders/2 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z",
  "buyer": {"email": "joe@example.com"}, "lines": [{"catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400}]} -> 200 {"ask": "$absent"}
+8d mail jane@example.com "…"
no mail
PUT /api/v1/integrations/own {} -> 200
+40d GET /api/v1/integrations/own -> 200 {"state": "active"}
no mail

# A call that fails between the order and its queue is repeated, and its buyer is asked once
PUT /api/v1/integrations/own {} -> 200
fails PutItem ServerError
PUT /api/v1/orders/1 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z",
  "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400}]} -> 503
heals
GET /api/v1/orders/1 -> 200 {"ask": {"at": "2026-11-27T06:00:00Z"}}
+1h GET /api/v1/review-requests -> 200 {"requests": []}
each $n in 0..3:
  PUT /api/v1/orders/1 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z",
    "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400}]} -> 200
+8d mail jane@example.com "…"
+40d no mail

# A buyer who is erased while a call waits does not come back with it
PUT /api/v1/integrations/own {} -> 200
fails SendMessage ServerError
PUT /api/v1/orders/1 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z", "agrees": true,
  "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400}]} -> 200
heals
POST /api/v1/privacy/erase {"email": "jane@example.com"} -> 202
+5m GET /api/v1/orders/1 -> 200 {"buyer": null}
GET /api/v1/integrations/own/deliveries -> 200 {"deliveries": [{"order_id": "1", "result": null}]}
+1h GET /api/v1/orders/1 -> 200 {"buyer": null, "ask": {"reason": "no_email"}}
+40d no mail
