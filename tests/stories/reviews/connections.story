# A connection's rule marks the reviews of its orders
woocommerce connects {"incentivized": true}
woocommerce says order.updated -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$request"}]}
GET /api/v1/review-requests/$request -> 200 {"incentivized": true}
PUT /api/v1/integrations/woocommerce {"incentivized": 1} -> 422 invalid_incentivized
PUT /api/v1/integrations/woocommerce {"incentivized": false} -> 200 {"incentivized": false}
ask {"email": "joe@example.com"}
GET /api/v1/review-requests/$id -> 200 {"incentivized": false}
