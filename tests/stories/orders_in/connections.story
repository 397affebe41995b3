# A connection has defaults, and its secret is not shown
GET /api/v1/integrations -> 200 exactly {"integrations": []}
GET /api/v1/integrations/shopify -> 404 not_found
shopify connects
GET /api/v1/integrations/shopify -> 200 exactly {"platform": "shopify", "url": "http://shop.example/in/shopify/fern",
  "state": "active", "secret_hint": "cdef", "last_delivery_at": null, "last_privacy_call_at": null, "wrong_secret": null,
  "usual_a_day": 0.0, "ask_days_after": 7, "after": "delivered", "incentivized": false,
  "countries": [], "tags_excluded": [], "products_excluded": [], "consent": "any",
  "since": "2026-11-20T06:00:00Z"} is "$shown"
GET /api/v1/integrations -> 200 is "{\"integrations\":[$shown]}"

# Each field of a connection has its bounds
each $field $wrong in [["secret", "short"], ["secret", "with a space in it"], ["secret", 7], ["ask_days_after", 31],
  ["ask_days_after", 1.5], ["after", "paid"], ["countries", ["de"]], ["tags_excluded", "wholesale"],
  ["products_excluded", "SAMPLE"], ["products_excluded", [" "]], ["since", "yesterday"], ["consent", "none"]]:
  PUT /api/v1/integrations/shopify {"secret": "shpss0123456789abcdef", "$field": "$wrong"} -> 422 {"error": "invalid_$field"}
PUT /api/v1/integrations/shopify @content-type=application/json
  raw="{\"secret\":\"shpss0123456789abcdef\",\"products_excluded\":[{{\"a\",*200}}\"a\"]}" -> 422 invalid_products_excluded
PUT /api/v1/integrations/shopify {} -> 422 invalid_secret
PUT /api/v1/integrations/woocommerce {} -> 404 not_found
PUT /api/v1/integrations/magento {} -> 404 not_found
GET /api/v1/integrations -> 200 exactly {"integrations": []}

# A system that is disconnected is gone at once
shopify connects
DELETE /api/v1/integrations/shopify -> 200
each $path in ["/shopify", "/shopify/deliveries"]: GET /api/v1/integrations$path -> 404 not_found
DELETE /api/v1/integrations/shopify -> 404 not_found

# A system is silent when no order came for much longer than usual
PUT /api/v1/settings {"owner_email": "owner@example.com"} -> 200
shopify connects
each $id $date in [[900, "11-20"], [901, "11-21"], [902, "11-22"], [903, "11-23"], [904, "11-24"], [905, "11-25"],
  [906, "11-26"], [907, "11-27"], [908, "11-28"], [909, "11-29"], [910, "11-30"], [911, "12-01"], [912, "12-02"],
  [913, "12-03"], [914, "12-04"], [915, "12-05"], [916, "12-06"], [917, "12-07"], [918, "12-08"], [919, "12-09"]]:
  shopify says orders/create {"id": "$id", "name": "#$id", "updated_at": "2026-$dateT06:00:00Z"}
+1d GET /api/v1/integrations/shopify -> 200 {"state": "active", "usual_a_day": 0.7}
// It calls daily, so the limit is three days, of which one has passed.
+47h GET /api/v1/integrations/shopify -> 200 {"state": "active"}
+2h GET /api/v1/integrations/shopify -> 200 {"state": "silent", "usual_a_day": 0.7}
+40d GET /api/v1/integrations/shopify -> 200 {"state": "silent", "usual_a_day": 0.7}
mail owner@example.com "No orders from Shopify are reaching Fern & Oak"
  shows "&to=%2Fconsole%2Fconnections%2Fshopify"
no mail
mara GET /console/today -> 200 shows "Shopify has gone quiet" "/console/connections/shopify"
// What comes ends the silence, and the next one is another.
each $id $date in [[920, "12-31"], [921, "12-31"], [922, "12-31"], [923, "12-31"], [924, "12-31"], [925, "12-31"],
  [926, "12-31"], [927, "12-31"], [928, "12-31"], [929, "12-31"], [930, "12-31"], [931, "12-31"], [932, "12-31"],
  [933, "12-31"], [934, "12-31"], [935, "12-31"], [936, "12-31"], [937, "12-31"], [938, "12-31"], [939, "12-31"]]:
  shopify says orders/create {"id": "$id", "name": "#$id", "updated_at": "2026-$dateT06:00:00Z"}
shopify says orders/updated {"id": false} -> refused unreadable
GET /api/v1/integrations/shopify -> 200 {"state": "active"}
zoe signs in as owner
zoe GET /console/today -> 200 shows "1 call from Shopify was refused" lacks "has gone quiet"
+8d GET /api/v1/integrations/shopify -> 200 {"state": "silent"}
mail owner@example.com "No orders from Shopify are reaching Fern & Oak"
GET /api/v1/integrations/shopify -> 200 {"state": "silent"}
+3d no mail
zia signs in as owner
zia GET /console/today -> 200 lacks "was refused"
