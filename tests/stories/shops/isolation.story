# One shop's order does not stop another shop's mail, and one shop's unsubscribers still hear from another
moss PUT /api/v1/orders/A {"status": "refunded", "currency": "EUR", "lines": []} -> 200
ask {"order_id": "A", "delay_days": 0}
+0s status sent
mail jane@example.com "…"
FORM $stop -> 200
moss POST /api/v1/review-requests/send {"email": "jane@example.com", "delay_days": 0} -> 201
+0s mail jane@example.com "…"

# Another tenant's event is not sent again
hook 200
POST /api/v1/webhooks {"url": "$hook"} -> 201 {"id": "$own"}
POST /api/v1/webhooks/$own/test {} -> 202
+0s delivered webhook.test
GET /api/v1/webhooks/$own/deliveries -> 200 {"deliveries": [{"event_id": "$event"}]}
moss POST /api/v1/webhooks {"url": "$hook"} -> 201 {"id": "$others"}
each $id in ["$own", "$others"]: moss POST /api/v1/webhooks/$id/deliveries/$event/replay -> 404 not_found
+0s no delivery
POST /api/v1/webhooks/$own/deliveries/$event/replay -> 202
+0s delivered webhook.test

# The data that another shop or mode stores under the same id is its own
PUT /api/v1/orders/A {"status": "placed", "currency": "EUR", "lines": [], "buyer": {"email": "jane@example.com"}} -> 200
PUT /api/v1/products/shopify-1 {"title": "Linen apron"} -> 200
moss PUT /api/v1/orders/A {"status": "cancelled", "currency": "EUR", "lines": []} -> 200
fern_test PUT /api/v1/orders/A {"status": "refunded", "currency": "EUR", "lines": []} -> 200
moss PUT /api/v1/products/shopify-1 {"title": "Another apron"} -> 200
fern_test PUT /api/v1/products/shopify-1 {"title": "A third apron"} -> 200
GET /api/v1/orders/A -> 200 {"status": "placed"}
GET /api/v1/products/shopify-1 -> 200 {"title": "Linen apron"}
moss GET /api/v1/orders/A -> 200 {"status": "cancelled"}
moss GET /api/v1/products/shopify-1 -> 200 {"title": "Another apron"}
