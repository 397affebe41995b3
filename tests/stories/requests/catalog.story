# PUT of an order answers what GET answers and replaces it whole
PUT /api/v1/orders/ORD-1234 {"status": "placed", "currency": "eur", "placed_at": "2026-11-13T20:20:00.5+02:00",
    "delivered_at": "2026-11-18T20:20:00+02:00", "buyer": {"email": "Jane@Example.com", "name": " Jane Doe "},
    "note": "ignored", "lines": [{"catalog_item_id": "$mug", "title": "Stoneware mug",
    "image_url": "https://cdn.example/mug.png", "url": "https://shop.example/mug", "unit_price": 2400.0, "quantity": 2,
    "refunded_quantity": 1, "colour": 7}, {"title": "Gift wrapping", "unit_price": 0}]} -> 200 is "$saved"
    exactly {"id": "ORD-1234", "status": "placed", "currency": "EUR", "placed_at": "2026-11-13T18:20:00Z",
    "delivered_at": "2026-11-18T18:20:00Z", "paid": true, "buyer": {"email": "Jane@Example.com", "name": "Jane Doe"},
    "lines": [{"catalog_item_id": "$mug", "title": "Stoneware mug", "variant": null, "image_url": "https://cdn.example/mug.png",
    "url": "https://shop.example/mug", "unit_price": 2400, "quantity": 2, "refunded_quantity": 1},
    {"catalog_item_id": null, "title": "Gift wrapping", "variant": null, "image_url": null, "url": null, "unit_price": 0, "quantity": 1,
    "refunded_quantity": 0}]}
GET /api/v1/orders/ORD-1234 -> 200 is "$saved"
HEAD /api/v1/orders/ORD-1234 -> 200
// The same again, and the least order, which has all keys, too.
each $round in 0..2: PUT /api/v1/orders/ORD-1234 {"status": "refunded", "currency": "EUR", "lines": []} -> 200
    exactly {"id": "ORD-1234", "status": "refunded", "currency": "EUR", "placed_at": null, "delivered_at": null,
    "paid": true, "buyer": null, "lines": []}
GET /api/v1/orders/ORD-1234 -> 200 {"status": "refunded", "buyer": null, "lines": []}

# An order's id is what the path says, decoded
each $path $id in [["%231001", "#1001"], ["A%2F1", "A/1"], ["2024%2F10%2F1001", "2024/10/1001"], ["a+b", "a+b"],
    ["%20a%20", "a"], ["{{%C3%A9*255}}", "{{é*255}}"], ["A", "A"]]:
  PUT /api/v1/orders/$path {"status": "delivered", "currency": "EUR", "lines": []} -> 200 {"id": "$id"}
each $path $id in [["%231001", "#1001"], ["A%2F1", "A/1"], ["2024%2F10%2F1001", "2024/10/1001"], ["a+b", "a+b"],
    ["%20a%20", "a"], ["{{%C3%A9*255}}", "{{é*255}}"]]: GET /api/v1/orders/$path -> 200 {"id": "$id"}
each $id in ["%20", "%07", "%ff", "{{a*256}}"]:
  PUT /api/v1/orders/$id {"status": "delivered", "currency": "EUR", "lines": []} -> 422 invalid_id
each $id in ["%20", "%07", "%ff", "{{a*256}}"]: GET /api/v1/orders/$id -> 404 not_found

# An id that does not come through a path replaces nothing
// API Gateway decodes a path twice and cuts it at a `?`, so the path that arrives contains another order's id.
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [], "id": "A"} -> 200 is "$stored"
each $path $id in [["A%3F1", "A?1"], ["%2541", "%41"], ["A%3fx=y", "A?x=y"], ["A", "B"], ["A", ""], ["A", "a"], ["A", 7]]:
  PUT /api/v1/orders/$path {"status": "refunded", "currency": "EUR", "lines": [], "id": "$id"} -> 422 invalid_id
GET /api/v1/orders/A -> 200 is "$stored"
PUT /api/v1/products/shopify-7 {"id": "shopify-7", "title": "Candles"} -> 200
PUT /api/v1/products/shopify-7%3F1 {"id": "shopify-7?1", "title": "Oak tray"} -> 422 invalid_id
GET /api/v1/products/shopify-7 -> 200 {"title": "Candles"}
each $slip in ["A/", "/A", ""]:
  PUT /api/v1/orders/$slip {"status": "delivered", "currency": "EUR", "lines": []} -> 404 not_found

# PUT of a product answers what GET answers
PUT /api/v1/products/shopify-7 {"title": " Beeswax candles ", "image_url": "https://cdn.example/candles.png",
    "price": 1200} -> 200 is "$saved" exactly {"id": "shopify-7", "title": "Beeswax candles", "url": null, "ask": true,
    "image_url": "https://cdn.example/candles.png", "description": null, "gtin": [], "mpn": null, "sku": null, "brand": null,
    "published": "yes", "reviews_allowed": true, "labels": [], "of": null}
GET /api/v1/products/shopify-7 -> 200 is "$saved"
PUT /api/v1/products/shopify-7 {"image_url": null, "url": "https://shop.example/candles", "ask": false, "labels": ["Gifts "]} -> 200
GET /api/v1/products/shopify-7 -> 200 {"image_url": null, "url": "https://shop.example/candles", "ask": false, "labels": ["gifts"]}
// What is not said stays.
each $field $value in [["as_of", null], ["ask", null], ["title", "Candles"], ["reviews_allowed", null]]:
  PUT /api/v1/products/shopify-7 {"$field": "$value"} -> 200 {"ask": false, "url": "https://shop.example/candles", "labels": ["gifts"]}
PUT /api/v1/products/shopify-7 {"ask": true, "url": "", "labels": []} -> 200 {"ask": true, "url": null, "labels": []} is "$asks"
GET /api/v1/products/shopify-7 -> 200 is "$asks"
// A new product needs a title.
PUT /api/v1/products/shopify-8 {"ask": false} -> 422 invalid_title

# A title with an address or a link in it is "your order" in emails, and one with dots is none
each $title in ["Claim: https://evil.example/win", "evil.top", "win@evil.example"]:
  PUT /api/v1/products/$mug {"title": "$title", "image_url": "https://cdn.example/win.png"} -> 200
ask {"product_ids": ["$mug"], "order_id": "A", "delay_days": 0}
+0s mail jane@example.com "How’s your order from Fern & Oak?" lacks "evil" "win" shows "Item 1 of your order"
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review"}]}
PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
+1d mail jane@example.com "Your review for Fern & Oak is not shown" lacks "evil" "win@" shows "your review of Item 1 of your order"
PUT /api/v1/products/$mug {"title": "node.js mug 1.5l"} -> 200
ask {"product_ids": ["$mug"], "order_id": "B", "delay_days": 0}
+0s mail jane@example.com "How’s the node.js mug 1.5l?"

# A product may be of any catalog, and the email and the page show it as the shop described it
each $id in ["7125386199075", "Shopify-1", "6f4770fc-b8ee-4bf2-9977-d048a7f27987", "{{a*97}}"]:
  PUT /api/v1/products/$id {"title": "Oak tray"} -> 200 {"id": "$id"}
each $id in ["7125386199075", "Shopify-1", "6f4770fc-b8ee-4bf2-9977-d048a7f27987", "{{a*97}}"]: GET /api/v1/products/$id -> 200
each $id in ["shopify-%20", "%ff", "caf%C3%A9", "a%2Fb", "{{a*98}}"]:
  PUT /api/v1/products/$id {"title": "Oak tray"} -> 422 invalid_id
each $id in ["shopify-%20", "%ff", "caf%C3%A9", "a%2Fb", "{{a*98}}"]: GET /api/v1/products/$id -> 404 not_found
PUT /api/v1/products/shopify-7 {"title": "Beeswax candles", "image_url": "https://img.example/candles.png"} -> 200
ask {"product_ids": ["shopify-7"], "delay_days": 0}
+0s mail jane@example.com "…" shows "Beeswax candles" "https://img.example/candles.png"
anyone GET $hub -> 200 shows "Beeswax candles" "https://img.example/candles.png"
    header content-security-policy "…https://img.example"

# A request without products asks about those of its order that the customer kept
PUT /api/v1/orders/ORD-1234 {"status": "delivered", "currency": "EUR", "lines": [
    {"catalog_item_id": "$mug", "title": "x", "unit_price": 1, "refunded_quantity": 1},
    {"catalog_item_id": "6f4770fc-b8ee-4bf2-9977-d048a7f27987", "title": "x", "unit_price": 1},
    {"title": "Gift wrapping", "unit_price": 1}, {"catalog_item_id": "$tray", "title": "x", "unit_price": 1},
    {"catalog_item_id": "$tray", "title": "x", "unit_price": 1}]} -> 200
ask {"order_id": "ORD-1234"}
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["6f4770fc-b8ee-4bf2-9977-d048a7f27987", "$tray"]}]}
// Products that are named win, and the test mode has orders of its own.
jump 1s ask {"order_id": "ORD-1234", "product_ids": ["$mug"], "email": "june@example.com"}
GET /api/v1/review-requests?limit=1 -> 200 {"requests": [{"product_ids": ["$mug"]}]}
fern_test POST /api/v1/review-requests/send {"email": "jane@example.com", "order_id": "ORD-1234"} -> 201
fern_test GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": []}]}

# A request for an unknown or empty order asks about the shop
PUT /api/v1/orders/ORD-1234 {"status": "delivered", "currency": "EUR", "lines": []} -> 200
ask {"order_id": "unknown", "delay_days": 0} as unknown
ask {"order_id": "ORD-1234", "delay_days": 0} as empty
+0s each $asked in ["$unknown", "$empty"]:
  GET /api/v1/review-requests/$asked -> 200 {"status": "sent", "items": [{"product_id": null, "reviewed_at": null}]}

# A cancelled or refunded order stops its pending email
ask {"order_id": "A", "product_ids": ["$mug", "$tray"], "delay_days": 1} as cancelled
ask {"order_id": "B", "product_ids": ["$mug", "$tray"], "delay_days": 1} as refunded
ask {"order_id": "C", "product_ids": ["$mug", "$tray"], "delay_days": 1} as returned
each $order $status in [["A", "cancelled"], ["B", "refunded"], ["C", "delivered"]]:
  PUT /api/v1/orders/$order {"status": "$status", "currency": "EUR", "lines": [
    {"catalog_item_id": "$mug", "title": "x", "unit_price": 1, "quantity": 2, "refunded_quantity": 2},
    {"catalog_item_id": "$tray", "title": "x", "unit_price": 1, "quantity": 2, "refunded_quantity": 2}]} -> 200
// The order is looked up when the email is due.
each $id in ["$cancelled", "$refunded", "$returned"]: status scheduled
+2d no mail
each $id in ["$cancelled", "$refunded", "$returned"]: status failed
each $id in ["$cancelled", "$refunded", "$returned"]: timeline created scheduled skipped
each $id $why in [["$cancelled", "order_cancelled"], ["$refunded", "order_refunded"], ["$returned", "order_refunded"]]:
  details skipped ["$why"]
// The links work, however they travel, and the requests hold their customer's orders no longer.
each $page in ["$cancelled_hub", "$refunded_hub", "$returned_hub"]: anyone GET $page -> 200
each $id in ["$cancelled", "$refunded", "$returned"]: POST /api/v1/review-requests/$id/send {} -> 409 request_stopped
each $order in ["A", "B", "C"]: ask {"order_id": "$order", "product_ids": ["$mug", "$tray"], "delay_days": 1}

# An email leaves while something of its order is kept
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": [
    {"catalog_item_id": "$mug", "title": "x", "unit_price": 1, "quantity": 2, "refunded_quantity": 2},
    {"catalog_item_id": "$tray", "title": "x", "unit_price": 1, "quantity": 2, "refunded_quantity": 1}]} -> 200
PUT /api/v1/orders/B {"status": "delivered", "currency": "EUR", "lines": [
    {"catalog_item_id": "$mug", "title": "x", "unit_price": 1, "quantity": 2, "refunded_quantity": 2}]} -> 200
ask {"order_id": "A", "product_ids": ["$mug", "$tray"], "delay_days": 1} as kept
ask {"order_id": "A", "product_ids": ["$mug"], "delay_days": 1, "email": "june@example.com"} as returned
ask {"order_id": "B", "product_ids": ["$mug", "shopify-1"], "delay_days": 1} as unlisted
ask {"order_id": "A", "product_ids": [], "delay_days": 1, "email": "mara@example.com"} as shops
// An order that is cancelled and restored, or named like a generated id, stops nothing.
ask {"order_id": "C", "delay_days": 1} as restored
each $status in ["cancelled", "fulfilled"]: PUT /api/v1/orders/C {"status": "$status", "currency": "EUR", "lines": []} -> 200
ask {"delay_days": 1} as generated
PUT /api/v1/orders/auto-$generated {"status": "cancelled", "currency": "EUR", "lines": []} -> 200
+2d each $id in ["$kept", "$unlisted", "$shops", "$restored", "$generated"]: status sent
status $returned failed

# Sending now does not pass a cancelled order
ask {"order_id": "ORD-1234", "skip_email": true}
PUT /api/v1/orders/ORD-1234 {"status": "cancelled", "currency": "EUR", "lines": []} -> 200
POST /api/v1/review-requests/$id/send {} -> 200
+0s no mail
details skipped ["order_cancelled"]

# Of an order, what was read last stays, and a call that says nothing was read when it came
PUT /api/v1/orders/A {"status": "placed", "currency": "EUR", "lines": [], "as_of": 1795000000000} -> 200
each $read $status $stays in [[1795000000001, "fulfilled", "fulfilled"], [1795000000000, "placed", "fulfilled"],
  [9795000000000, "delivered", "delivered"], [1795000000002, "placed", "delivered"]]:
  PUT /api/v1/orders/A {"status": "$status", "currency": "EUR", "lines": [], "as_of": "$read"} -> 200 {"status": "$stays"}
// The third was read later than it came, so now counts.
+1s PUT /api/v1/orders/A {"status": "refunded", "currency": "EUR", "lines": []} -> 200 {"status": "refunded"}
each $read in [0, -1, 1.5, "2026-11-20T06:00:00Z", 999999999999999]:
  PUT /api/v1/orders/A {"status": "placed", "currency": "EUR", "lines": [], "as_of": "$read"} -> 422 invalid_as_of
PUT /api/v1/products/shopify-7 {"title": "Candles", "as_of": 1795000000001} -> 200
PUT /api/v1/products/shopify-7 {"title": "Old candles", "as_of": 1795000000000} -> 200 {"title": "Candles"}

# A deleted order stops its pending email, and a deleted product loses its link
PUT /api/v1/orders/A {"status": "delivered", "currency": "EUR", "lines": []} -> 200
PUT /api/v1/orders/B {"status": "cancelled", "currency": "EUR", "lines": []} -> 200
ask {"order_id": "A", "product_ids": ["$mug"], "delay_days": 1}
DELETE /api/v1/orders/A -> 200 {"status": "deleted", "paid": true} is "$deleted"
DELETE /api/v1/orders/A -> 200 is "$deleted"
PUT /api/v1/orders/A {"status": "deleted"} -> 200 is "$deleted"
// It proved nothing before.
DELETE /api/v1/orders/B -> 200 {"status": "deleted", "paid": false}
DELETE /api/v1/orders/C -> 404 not_found
PUT /api/v1/orders/C {"status": "deleted"} -> 404 not_found
+2d no mail
details skipped ["order_cancelled"]
PUT /api/v1/products/shopify-7 {"title": "Candles", "url": "https://shop.example/candles"} -> 200
DELETE /api/v1/products/shopify-7 -> 200 {"published": "no_longer", "url": null}
PUT /api/v1/products/shopify-7 {"published": "yes"} -> 200 {"url": "https://shop.example/candles"}
PUT /api/v1/products/shopify-8 {"title": "Sample", "published": "never"} -> 200 {"published": "never"}
each $never in ["shopify-8", "shopify-9"]: DELETE /api/v1/products/$never -> 404 not_found

# A call may ask about an order that is not paid yet, and not about one whose payment failed
each $id $status in [["A", "pending"], ["B", "failed"]]:
  PUT /api/v1/orders/$id {"status": "$status", "currency": "EUR", "lines": [], "completed_at": "2026-11-18T20:20:00Z"} -> 200
    {"delivered_at": "2026-11-18T20:20:00Z"}
ask {"order_id": "A", "product_ids": ["$mug"], "delay_days": 1} as pending
ask {"order_id": "B", "product_ids": ["$mug"], "delay_days": 1} as failed
+2d status $pending sent
status $failed failed

# One row is refused alone, and what a row can do without is dropped
POST /api/v1/orders {"orders": [{"id": "A", "status": "placed", "currency": "EUR", "buyer": {"email": "nowhere"}, "country": "xx",
  "lines": [{"title": "{{x*256}}", "unit_price": -1, "gtin": "1", "sku": "", "catalog_item_id": "$mug", "url": "http://shop.example"},
    {"title": "x", "unit_price": 1, "quantity": 0}, 7]},
  {"id": "B", "status": "sold"}, {"status": "placed"}, 7, {"id": "A", "status": "placed", "as_of": 1, "lines": [], "currency": ""},
  {"id": "C", "status": "deleted"}]} -> 200 {"results": [{"id": "A", "outcome": "stored", "code": null, "message": null},
  {"id": "B", "outcome": "refused", "code": "invalid_status", "message": "`status` must be one of …"}, {"id": "", "outcome": "refused", "code": "invalid_id"},
  {"id": "", "outcome": "refused", "code": "invalid_orders"}, {"id": "A", "outcome": "kept", "code": null, "message": null},
  {"id": "C", "outcome": "refused", "code": "not_found"}]}
GET /api/v1/orders/A -> 200 {"buyer": null, "lines": [{"catalog_item_id": "$mug", "title": "{{x*255}}", "unit_price": 0, "url": null}]}
POST /api/v1/products {"products": [{"id": "$mug", "gtin": ["1"], "sku": "", "labels": 7, "as_of": 9795000000000},
  {"id": "shopify-9", "published": "yes"}, {"id": "a b", "title": "x"}]} -> 200 {"results": [{"outcome": "stored"},
  {"code": "invalid_title"}, {"id": "a b", "code": "invalid_id"}]}
each $path $rows in [["orders", 7], ["orders", {}], ["products", null], ["products", 7]]:
  POST /api/v1/$path {"$path": "$rows"} -> 422 {"error": "invalid_$path"}

# Pictures below the first screen wait, and all have their size
each $n in 1..6: PUT /api/v1/products/shopify-$n {"title": "Board $n", "image_url": "https://cdn.example/$n.jpg"} -> 200
ask {"skip_email": true, "product_ids": ["shopify-1", "shopify-2", "shopify-3", "shopify-4", "shopify-5"]}
anyone GET $hub -> 200 times "<img " 5 times " width=\"64\" height=\"64\"" 5 times " loading=\"lazy\"" 3
  between "cdn.example/2.jpg" ">" "\" alt=\"\" width=\"64\" height=\"64\" decoding=\"async\""
  between "cdn.example/3.jpg" ">" "\" alt=\"\" width=\"64\" height=\"64\" loading=\"lazy\" decoding=\"async\""
// The page opens there.
anyone GET $hub&item=3 -> 200 times " loading=\"lazy\"" 2
  between "cdn.example/4.jpg" ">" "\" alt=\"\" width=\"64\" height=\"64\" decoding=\"async\""
