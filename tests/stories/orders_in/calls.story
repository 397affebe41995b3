# An unknown shop and one that is not connected are not found
each $path in ["/in/shopify/fern", "/in/shopify/nobody", "/in/shopify/Fern", "/in/shopify/fern.test", "/in/magento/fern"]: anyone POST $path @x-shopify-hmac-sha256=AAAA raw="{}" -> 404 not_found

# A body has a mebibyte at most
shopify connects
shopify says orders/create {"note": "{{x*600000}}"} -> ignored not_shipped
anyone POST /in/shopify/fern @x-shopify-topic=orders/create raw="{{x*1048577}}" -> 413 payload_too_large

# A call about an unknown topic is listed without an order
shopify connects
shopify says carts/create {"id": 1} -> ignored unknown_topic
GET /api/v1/integrations/shopify/deliveries -> 200
  {"deliveries": [{"topic": "carts/create", "order_id": null, "request_id": null}]}

# Only the last fifty calls are listed
shopify connects
each $number in 0..51: shopify says carts/$number {}
GET /api/v1/integrations/shopify/deliveries -> 200 {"deliveries": [{"topic": "carts/50"}, "…"]}
  times "\"topic\":\"carts/" 50 lacks "carts/0\""

# Orders before the connection are stored and not asked about
shopify connects {"after": "fulfilled"}
shopify says orders/updated shipped {"fulfillments": [{"id": 91, "status": "success", "line_items": [{"id": 11}],
  "created_at": "2026-11-20T05:00:00Z", "updated_at": "2026-11-20T05:00:00Z"}]} -> ignored before_since
GET /api/v1/orders/%231001 -> 200 {"status": "fulfilled"}
+60d no mail
PUT /api/v1/integrations/shopify {"since": "2025-11-20T05:00:00Z"} -> 200
shopify says orders/updated again {"tags": "late", "updated_at": "2027-01-19T06:00:00Z"} -> ignored too_late

# A product of Shopify is stored with what its variants have
shopify connects
shopify says products/update {"title": "Tray", "body_html": "<ul><li>Oak</li><li>30 cm</li></ul>", "variants": [{"sku": "", "barcode": "4006381333931"},
  {"sku": "TRAY-L", "barcode": "73513537"}, {"barcode": "none"}]} -> ignored product_stored
GET /api/v1/products/shopify-7 -> 200
  {"description": "Oak 30 cm", "gtin": ["4006381333931", "73513537"], "sku": "TRAY-L", "brand": "Kiln"}
