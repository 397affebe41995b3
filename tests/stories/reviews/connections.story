# A connection's rule marks the reviews of its orders
shopify connects {"after": "fulfilled", "incentivized": true}
shopify says orders/fulfilled -> planned
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$request"}]}
GET /api/v1/review-requests/$request -> 200 {"incentivized": true}
PUT /api/v1/integrations/shopify {"incentivized": 1} -> 422 invalid_incentivized
PUT /api/v1/integrations/shopify {"incentivized": false} -> 200 {"incentivized": false}
ask {"email": "joe@example.com"}
GET /api/v1/review-requests/$id -> 200 {"incentivized": false}
