# A review has the mark of a verified purchase as long as its order is paid
woocommerce connects
// Cash on delivery.
woocommerce says order {"status": "placed", "paid": false} -> ignored not_shipped
ask {"email": "june@example.com", "order_id": "723", "product_ids": ["woo-93"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"verification": "none"}]}
woocommerce says order -> planned
ask {"email": "jo@example.com", "order_id": "723", "product_ids": ["woo-93"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
GET /api/v1/reviews?is_verified=true -> 200 {"reviews": [{"verification": "order"}]}

# An order of a program proves a purchase unless it says that it is not paid
each $id $status $paid $is_paid in [["A", "placed", null, true], ["B", "fulfilled", true, true],
  ["C", "placed", false, false], ["D", "delivered", false, false]]:
  PUT /api/v1/orders/$id {"status": "$status", "currency": "EUR", "paid": "$paid",
    "lines": [{"catalog_item_id": "$mug", "title": "Mug", "unit_price": 4900}]} -> 200 {"paid": "$is_paid"}
PUT /api/v1/orders/A {"status": "placed", "currency": "EUR",
  "lines": [{"catalog_item_id": "$mug", "title": "Mug", "unit_price": 4900}]} -> 200 {"paid": true}
each $id $is_paid in [["A", true], ["D", false]]: GET /api/v1/orders/$id -> 200 {"paid": "$is_paid"}
ask {"email": "june@example.com", "order_id": "A", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
ask {"email": "june@example.com", "order_id": "D", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=4 text=Lovely. display_name=Jane -> 303
GET /api/v1/reviews?is_verified=true -> 200 {"reviews": [{"verification": "order", "rating": 5}]}
GET /api/v1/reviews?is_verified=false -> 200 {"reviews": [{"verification": "none", "rating": 4}]}

# A review loses its mark for good when a program ends or unpays its order
hook 200
POST /api/v1/webhooks {"url": "$hook", "events": ["review.updated"]} -> 201
each $id $status in [["A", "delivered"], ["A", "fulfilled"], ["B", "cancelled"]]:
  PUT /api/v1/orders/$id {"status": "$status", "currency": "EUR",
    "lines": [{"catalog_item_id": "$mug", "title": "Mug", "unit_price": 4900}]} -> 200
ask {"email": "june@example.com", "order_id": "A", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
each $id $fields in [["A", "fulfilled"], ["B", "refunded"]]:
  PUT /api/v1/orders/$id {"status": "$fields", "currency": "EUR", "lines": []} -> 200
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "verification": "order", "is_verified_buyer": true}]}
GET /api/v1/reviews/stats -> 200 {"verified_reviews": 1}
GET /p/fern/$mug.json -> 200 {"reviews": [{"verified": true}]}
GET /trust/fern.json -> 200 {"verified": {"order": 1, "request": 0, "claimed": 0, "none": 0}}
jump 1m
each $status $paid in [["delivered", false], ["delivered", true], ["refunded", true], ["cancelled", true], ["fulfilled", true]]:
  PUT /api/v1/orders/A {"status": "$status", "currency": "EUR", "paid": "$paid", "lines": []} -> 200
GET /api/v1/reviews -> 200 {"reviews": [{"revision": 2, "verification": "none", "is_verified_buyer": false}]}
GET /api/v1/reviews?is_verified=true -> 200 {"reviews": []}
GET /api/v1/reviews/stats -> 200 {"verified_reviews": 0}
GET /p/fern/$mug.json -> 200 {"reviews": [{"verified": false}]}
GET /trust/fern.json -> 200 {"verified": {"order": 0, "request": 0, "claimed": 0, "none": 1}}
GET /api/v1/reviews/$review/history -> 200
  {"history": [{}, {"what": "published"}, {"what": "unverified", "revision": 2, "by": {"type": "system"}}]}
+0s delivered review.updated
no delivery

# Each end of an order takes the mark from its review
each $id $status in [["A", "delivered"], ["B", "delivered"]]: PUT /api/v1/orders/$id {"status": "$status", "currency": "EUR",
  "lines": [{"catalog_item_id": "$mug", "title": "Mug", "unit_price": 4900}]} -> 200
ask {"email": "june@example.com", "order_id": "A", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
ask {"email": "jo@example.com", "order_id": "B", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jo -> 303
each $id $status $left in [["A", "cancelled", 1], ["B", "refunded", 0]]:
  PUT /api/v1/orders/$id {"status": "$status", "currency": "EUR", "lines": []} -> 200
GET /api/v1/reviews/stats -> 200 {"verified_reviews": 0}

# A review loses its mark when Shopify cancels or pays back its order, not when it pays back a part or takes a shipment back
shopify connects {"after": "fulfilled"}
shopify says orders/create -> ignored not_shipped
shopify says orders/create {"id": 4002, "name": "#1002"} -> ignored not_shipped
ask {"email": "june@example.com", "order_id": "#1001", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
ask {"email": "jo@example.com", "order_id": "#1002", "product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jo -> 303
shopify says orders/updated {"financial_status": "partially_refunded"}
shopify says fulfillments/create -> planned
shopify says fulfillments/update {"status": "cancelled"} -> stopped not_shipped
GET /api/v1/reviews/stats -> 200 {"verified_reviews": 2}
shopify says orders/updated {"financial_status": "refunded"}
GET /api/v1/reviews/stats -> 200 {"verified_reviews": 1}
shopify says orders/cancelled {"id": 4002, "name": "#1002", "cancelled_at": "2026-11-20T06:00:00Z"}
GET /api/v1/reviews/stats -> 200 {"verified_reviews": 0}

# A review loses its mark when WooCommerce pays back its order, not when it deletes it
woocommerce connects
woocommerce says order {"status": "placed"} -> ignored not_shipped
ask {"email": "june@example.com", "order_id": "723", "product_ids": ["woo-93"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
woocommerce says order {"status": "deleted"}
GET /api/v1/reviews/stats -> 200 {"verified_reviews": 1}
woocommerce says order {"status": "refunded"}
GET /api/v1/reviews/stats -> 200 {"verified_reviews": 0}
