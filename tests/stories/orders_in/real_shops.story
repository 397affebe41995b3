# WooCommerce's own statuses take a completion back until the next
woocommerce connects {"since": "2020-01-01T00:00:00Z"}
woocommerce says order.updated woo-order-back-1 -> planned
woocommerce says order.updated woo-order-back-2 -> stopped not_shipped
woocommerce says order.updated woo-order-back-1 {"date_modified_gmt": "2026-11-25T12:00:00"} -> planned
// Late calls, in another order.
woocommerce says order.updated woo-order-back-2 -> ignored unchanged
woocommerce says order.updated woo-order-back-1 -> ignored unchanged
+8d
mail customer2@example.com "…"
no mail
woocommerce says order.updated real-order-back-to-processing
  {"status": "completed", "date_modified_gmt": "2026-11-27T04:34:28"} -> planned
woocommerce says order.updated real-order-back-to-processing -> stopped not_shipped
GET /api/v1/orders/42 -> 200 {"status": "placed"}

# An order whose items were all fulfilled counts as completed from the first call that says so
woocommerce connects {"since": "2020-01-01T00:00:00Z"}
woocommerce says order.updated real-order-fulfilled {"meta_data": [], "date_modified_gmt": "2026-11-20T05:00:00"}
  -> ignored not_shipped
+1d
woocommerce says order.updated again
  {"meta_data": [{"id": 1172, "key": "_fulfillment_status", "value": "partially_fulfilled"}]} -> ignored not_shipped
+1d
woocommerce says order.updated real-order-fulfilled {"date_modified_gmt": "2026-11-20T05:00:00"} -> planned
+1d
woocommerce says order.updated again -> ignored unchanged
GET /api/v1/orders/43 -> 200 {"status": "fulfilled"}
+5d
no mail
+2d
mail customer43@example.com "…"
no mail
// What comes later as open was taken back.
woocommerce says order.updated again {"meta_data": [], "date_modified_gmt": "2026-12-10T05:00:00"}
GET /api/v1/orders/43 -> 200 {"status": "placed"}

# A status of a plug-in neither takes a completion back nor repeats it
woocommerce connects {"since": "2020-01-01T00:00:00Z"}
woocommerce says order.updated {"date_modified_gmt": "2026-11-19T21:00:00", "date_completed_gmt": "2026-11-19T21:00:00"}
  -> planned
woocommerce says order.updated again {"status": "shipped", "date_modified_gmt": "2026-11-19T22:00:00"} -> planned
woocommerce says order.updated again {"status": "delivered", "date_modified_gmt": "2026-11-19T23:00:00"} -> planned
woocommerce says order.updated again {"status": "wc-made-up", "date_modified_gmt": "2026-11-20T00:00:00"} -> planned
woocommerce says order.updated again {"status": "on-hold", "date_modified_gmt": "2026-11-20T01:00:00"} -> stopped not_shipped
// The date is that of the completion that was taken back.
woocommerce says order.updated again {"status": "awaiting-pickup", "date_modified_gmt": "2026-11-20T02:00:00"}
  -> ignored not_shipped
woocommerce says order.updated again {"status": "partial-shipped", "date_modified_gmt": "2026-11-20T03:00:00",
  "date_completed_gmt": "2026-11-20T03:00:00"} -> planned
each $status $hour in [["awaiting-pickup", "02"], ["on-hold", "01"], ["wc-made-up", "00"]]:
  woocommerce says order.updated {"status": "$status", "date_modified_gmt": "2026-11-20T$hour:00:00",
    "date_completed_gmt": "2026-11-19T21:00:00"} -> ignored unchanged
+8d
mail jane@example.com "…"
no mail

# Emails are written in the language of the checkout
woocommerce connects {"since": "2020-01-01T00:00:00Z"}
woocommerce says order.updated woo-order-wpml -> planned
+8d
mail customer3@example.com "Wie …"

# The catalog has the product of an ordered variation, under a name without HTML
woocommerce connects {"since": "2020-01-01T00:00:00Z"}
woocommerce says order.updated real-order-variation-and-html-name -> ignored not_shipped
GET /api/v1/orders/27 -> 200 {"lines": [{"title": "Linen Shirt - Blau & Weiß, M"}, "…"]}
GET /api/v1/products/woo-22 -> 200 {"title": "Linen Shirt", "sku": null}
GET /api/v1/products/woo-14 -> 200 {"title": "Salt & Pepper Mill – 10\" “Große” ™"}
woocommerce says product.updated real-product-variation-updated -> ignored variation
GET /api/v1/products/woo-23 -> 404 not_found
anyone GET /p/fern/woo-23.json -> 200 {"product": {"title": null}}
each $id $name in [[500, "Tea<br />&amp; <STRONG class='x'>Honey</STRONG>"], [501, "Cups &lt; 3 &lt;em&gt;dl&lt;/em&gt;"],
  [502, "I <3 tea > all"], [503, "H<sub>2</sub>O <em>bottle"], [504, "A < B <"]]:
  woocommerce says product.updated {"id": "$id", "name": "$name"} -> ignored product_stored
each $id $title in [[500, "Tea & Honey"], [501, "Cups < 3 <em>dl</em>"], [502, "I <3 tea > all"], [503, "H2O bottle"],
  [504, "A < B <"]]: GET /api/v1/products/woo-$id -> 200 {"title": "$title"}

# A refund that the shop deletes again counts no longer
woocommerce connects
woocommerce says order.updated {"line_items": [{"id": 1, "product_id": 91, "name": "A", "total": "40.00"},
  {"id": 2, "product_id": 92, "name": "B", "total": "9.00"}], "refunds": [{"id": 7, "total": "-9.00"}]} -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["woo-91"]}]}
woocommerce says order.updated again {"refunds": [], "date_modified_gmt": "2026-11-20T07:00:00"} -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"product_ids": ["woo-91", "woo-92"]}, "…"]}

# Nobody is asked about drafts, unpaid and deleted orders of a real shop, and unpublished products are hidden
woocommerce connects {"since": "2020-01-01T00:00:00Z"}
woocommerce says order.created real-order-checkout-draft -> ignored draft
woocommerce says order.created real-order-on-hold -> ignored not_shipped
woocommerce says order.updated real-order-gone-404-body -> ignored gone
woocommerce says order.updated real-order-on-hold {"id": 38, "number": "38", "status": "completed",
  "date_completed_gmt": "2026-11-27T04:34:20", "date_modified_gmt": "2026-11-27T04:34:20"} -> planned
woocommerce says order.deleted real-order-deleted -> stopped deleted
woocommerce says product.created real-product-draft -> ignored product_stored
woocommerce says product.updated real-product-private -> ignored product_stored
each $product in ["woo-28", "woo-20"]: anyone GET /p/fern/$product.json -> 404
POST /api/v1/imports?format=afterword @content-type=text/csv 
  raw="product_id,rating,body,name,created_at\nwoo-28,5,Warm light.,Jane D.,2025-03-02\nwoo-20,5,Warm light.,Jane D.,2025-03-02\n" -> 201 {"id": "$import"}
+0s
GET /api/v1/imports/$import -> 200 {"earlier_system": 2}
+30d
no mail
