# The newest reading of an order counts, and an older one is kept
woocommerce connects
woocommerce says order {"status": "failed"} -> ignored cancelled
woocommerce says order {"status": "pending"} -> ignored not_shipped
woocommerce says order {"as_of": 1795154399999, "status": "cancelled"} -> kept
woocommerce says order {"status": "placed"} -> ignored not_shipped
woocommerce says order -> planned
// A later reading than the call counts as made with the call.
woocommerce says order {"as_of": 1895154400000, "status": "placed"} -> stopped not_shipped
GET /api/v1/orders/723 -> 200 {"status": "placed", "delivered_at": null}
woocommerce says order -> planned
// What was sent twice counts once.
woocommerce sends order again -> 200 {"results": [{"id": "723", "outcome": "stored", "code": null}]}
woocommerce sends order again -> 200
+8d mail jane@example.com "…"
no mail

# An order that ended is asked about again when it comes back
woocommerce connects
woocommerce says order -> planned
woocommerce says order {"status": "cancelled"} -> stopped cancelled
woocommerce says order -> planned
woocommerce says order {"status": "refunded"} -> stopped refunded
woocommerce says order -> planned
woocommerce says order {"status": "deleted"} -> stopped deleted
woocommerce says order {"as_of": 1795154400000} -> kept
woocommerce says order -> planned
+1s wordpress DELETE /api/v1/orders/723 -> 202 {"id": "723", "outcome": "stored"}
+0s
GET /api/v1/review-requests -> 200 {"requests": [{"status": "cancelled"}, {"status": "cancelled"}, {"status": "cancelled"},
  {"status": "cancelled"}]}
woocommerce says order {"id": "724", "system_id": "724", "status": "deleted"} -> ignored deleted
GET /api/v1/orders/724 -> 404 not_found
+40d no mail

# A call is the whole order: what it leaves out is empty
woocommerce connects {"since": "2020-01-01T00:00:00Z"}
woocommerce says order {"completed_at": null, "shipments": [{"id": "7", "left_at": "2026-11-20T05:00:00Z"}], "lines": [
  {"id": "1", "catalog_item_id": "woo-91", "title": "Linen shirt", "variant": "Blau & Weiß, M", "sku": "SHIRT-M", "unit_price": 4900},
  {"id": "2", "catalog_item_id": "woo-92", "title": "Bowl", "unit_price": 900, "refunded_quantity": 1}]} -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["woo-91"]}]}
// The product of a variation, under its own name and without the variation's number.
GET /api/v1/orders/723 -> 200 {"lines": [{"title": "Linen shirt", "variant": "Blau & Weiß, M"}, {"refunded_quantity": 1}]}
GET /api/v1/products/woo-91 -> 200 {"title": "Linen shirt", "sku": null}
// The refund was deleted.
woocommerce says order again {"lines": [{"id": "1", "catalog_item_id": "woo-91", "title": "Linen shirt", "unit_price": 4900},
  {"id": "2", "catalog_item_id": "woo-92", "title": "Bowl", "unit_price": 900}]} -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["woo-91", "woo-92"]}]}
woocommerce says order again {"shipments": [{"id": "8"}]} -> stopped not_shipped
woocommerce says order {"buyer": null} -> ignored no_email
GET /api/v1/orders/723 -> 200 {"buyer": null, "lines": [{"title": "Stoneware mug", "variant": "Blue"}]}

# Two orders of one buyer in one call make one request, and none that failed
woocommerce connects
wordpress POST /api/v1/orders {"orders": [
  {"id": "1", "status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z",
    "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "woo-93", "title": "Mug", "unit_price": 2400}]},
  {"id": "2", "status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z",
    "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "woo-93", "title": "Mug", "unit_price": 2400}]}]} -> 200
+0s GET /api/v1/review-requests -> 200 {"requests": [{"status": "scheduled"}]}
GET /api/v1/integrations/woocommerce/deliveries -> 200 {"deliveries": ["…"]} shows "asked_before"

# Each row of a call counts for itself
woocommerce connects
wordpress POST /api/v1/orders {"orders": [
  {"id": "#1", "system_id": "1", "status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z",
    "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "woo-93", "title": "Mug", "unit_price": 2400}]},
  {"id": "2", "status": "completed"},
  {"id": "3", "status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z",
    "buyer": {"email": "joe@example.com"}, "lines": [{"catalog_item_id": "woo-93", "title": "Mug", "unit_price": 2400}]}]} -> 200
  {"results": [{"outcome": "stored"}, {"outcome": "refused"}, {"outcome": "stored"}]}
+0s GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["woo-93"]}, {"product_ids": ["woo-93"]}]}
GET /api/v1/integrations/woocommerce/deliveries -> 200 {"deliveries": [{"topic": "order"}, {"topic": "order"}]}
each $list in ["orders", "products"]:
  wordpress POST /api/v1/$list @content-type=application/json raw="{\"$list\":[{{7,*100}}7]}" -> 422 {"error": "invalid_$list"}
each $list in ["orders", "products"]:
  wordpress POST /api/v1/$list @content-type=application/json raw="{{ *1048577}}" -> 413 payload_too_large
+7d mail …@example.com "…"
mail …@example.com "…"

# A NUL spoils its own text or row, and no other
woocommerce connects
wordpress POST /api/v1/orders {"orders": [{"id": "1\u0000", "status": "deleted"},
  {"id": "2", "status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z", "buyer": {"email": "jane@example.com"},
    "lines": [{"catalog_item_id": "woo-93", "title": "Mug\u0000Blue", "unit_price": 2400}]}]} -> 200
  {"results": [{"outcome": "refused", "code": "invalid_id"}, {"outcome": "stored"}]}
wordpress POST /api/v1/products {"products": [{"id": "woo-94", "title": "Bowl", "brand": "Kiln\u0000"}]} -> 200 {"results": [{"outcome": "stored"}]}
+0s GET /api/v1/orders/2 -> 200 {"lines": [{"title": "Mug Blue"}]}
GET /api/v1/products/woo-94 -> 200 {"title": "Bowl", "brand": null}
PUT /api/v1/products/woo-94 {"title": "Bowl\u0000"} -> 400

# What the plug-in sent is changed by it alone, and its key reads no buyers
woocommerce connects
woocommerce says order -> planned
woocommerce says product -> ignored product_stored
PUT /api/v1/orders/723 {"status": "cancelled", "currency": "EUR", "lines": []} -> 409 of_connection
DELETE /api/v1/orders/723 -> 409 of_connection
POST /api/v1/orders {"orders": [{"id": "723", "status": "deleted"}]} -> 200
  {"results": [{"outcome": "refused", "code": "of_connection"}]}
PUT /api/v1/products/woo-93 {"title": "Mine"} -> 409 of_connection
PUT /api/v1/products/woo-93 {"ask": false} -> 200 {"title": "Leak lamp", "ask": false}
each $path in ["products", "review-requests", "reviews", "integrations", "settings"]:
  wordpress GET /api/v1/$path -> 403 forbidden

# A copy of the shop changes nothing, and a key works as long as its connection
woocommerce connects
each $home $environment in [["staging.fern.example", "production"], ["shop.fern.example", "staging"], ["shop.fern.example/shop", "production"],
  ["", "production"]]:
  woocommerce says order {"buyer": {"email": "tester@example.org"}} @afterword-home=$home @afterword-environment=$environment
    -> 409 other_shop
wordpress GET /api/v1/connection @afterword-home=staging.fern.example -> 409 other_shop
wordpress GET /api/v1/connection @afterword-home=www.Shop.Fern.example/ -> 200 exactly
  {"shop": "fern", "version": "0.1.0", "resend_from": null, "resend_until": null,
  "first_email_at": null, "waits": null, "paused_until": null}
GET /api/v1/integrations/woocommerce/deliveries -> 200 {"deliveries": []}
woocommerce says order -> planned
DELETE /api/v1/integrations/woocommerce -> 200
woocommerce says order -> 401 unauthorized
+8d mail jane@example.com "…"
no mail

# A product's call keeps what it omits, older news is not taken, and an order does not rename it
woocommerce connects
woocommerce says product {"title": "Mug", "url": "https://fern.example/mug", "sku": "MUG", "gtin": ["4006381333931"], "brand": "Kiln",
  "image_url": "https://cdn.example/mug.png", "description": "For coffee.", "labels": ["Cups"]} -> ignored product_stored
woocommerce says product {"as_of": 1795154400000, "title": "Old mug"} -> kept
wordpress POST /api/v1/products {"products": [{"id": "woo-93", "brand": null}]} -> 200 {"results": [{"outcome": "stored"}]}
+0s
GET /api/v1/products/woo-93 -> 200 exactly {"id": "woo-93", "title": "Mug", "description": "For coffee.", "image_url": "https://cdn.example/mug.png",
  "url": "https://fern.example/mug", "gtin": ["4006381333931"], "mpn": null, "sku": "MUG", "brand": null, "published": "yes",
  "reviews_allowed": true, "labels": ["cups"], "ask": true, "of": null}
woocommerce says order -> planned
GET /api/v1/products/woo-93 -> 200 {"title": "Mug"}
woocommerce says product {"published": "no_longer"} -> ignored product_deleted
GET /api/v1/products/woo-93 -> 200 {"title": "Mug", "url": null}

# An order of a program asks nobody
POST /api/v1/orders {"orders": [{"id": "A", "status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z",
  "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "$mug", "title": "Mug", "unit_price": 2400}]}]} -> 200
  {"results": [{"outcome": "stored"}]}
GET /api/v1/orders/A -> 200 {"buyer": {"email": "jane@example.com"}, "delivered_at": "2026-11-20T06:00:00Z"}
+40d no mail

# The variation that was bought stands under the product's title
PUT /api/v1/settings {"public_display": true} -> 200
woocommerce connects
woocommerce says order {"number": "27", "lines": [
  {"id": "3", "catalog_item_id": "woo-22", "title": "Linen Shirt", "variant": "Blau & Weiß, M", "unit_price": 4900, "quantity": 1},
  {"id": "4", "catalog_item_id": "woo-14", "title": "Mill", "unit_price": 2500, "quantity": 2}]} -> planned
+7d mail jane@example.com "…" shows "- Linen Shirt\n  Blau & Weiß, M\n  http" "- Mill\n  http"
anyone GET $link -> 200 shows "<h2><bdi>Linen Shirt</bdi></h2>…<span><bdi>Blau &#38; Weiß, M</bdi></span>…<h2><bdi>Mill</bdi></h2>"
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$one"}]}
mara GET /console/requests/$one -> 200 shows "<b>Linen Shirt</b><p class=\"s\"><bdi>Blau &#38; Weiß, M</bdi></p>" "<b>Mill</b><"
// Shopify calls its lines so as well.
shopify connects {"after": "fulfilled"}
shopify says orders/fulfilled {"email": "june@example.com", "line_items": [{"id": 11, "product_id": 8, "title": "Rug", "name": "Rug - Red",
  "variant_title": "Red", "quantity": 1, "price": "5.00"}]} -> planned
+7d mail june@example.com "…Rug…" shows "\n\nRed\n"

# The plug-in learns what comes next
woocommerce connects
wordpress GET /api/v1/connection @afterword-home=shop.fern.example -> 200 {"first_email_at": null, "waits": null}
woocommerce says order -> planned
wordpress GET /api/v1/connection @afterword-home=shop.fern.example -> 200 {"first_email_at": "2026-11-27T06:00:00Z", "waits": null}
PUT /api/v1/settings {"paused_until": "2026-12-30T06:00:00Z"} -> 200
wordpress GET /api/v1/connection @afterword-home=shop.fern.example -> 200 {"waits": "pause", "paused_until": "2026-12-30T06:00:00Z"}
PUT /api/v1/settings {"paused_until": null} -> 200
+8d wordpress GET /api/v1/connection @afterword-home=shop.fern.example -> 200 {"first_email_at": null, "waits": null, "paused_until": null}
