# A call counts with the shop's signature alone
shopify connects
each $bad in ["", "AAAA"]: shopify says orders/create @x-shopify-hmac-sha256=$bad -> 401 invalid_signature
shopify says orders/create @secret=another0secret -> 401 invalid_signature
anyone POST /in/shopify/fern @x-shopify-topic=orders/create raw="{\"id\": 4001}" -> 401 invalid_signature
// Strangers do not push out the shop's own calls, but the shop sees at once that they came.
GET /api/v1/integrations/shopify/deliveries -> 200 {"deliveries": []}
GET /api/v1/integrations/shopify -> 200 {"wrong_secret": {"calls": 1}}
shopify says orders/create -> ignored not_shipped
GET /api/v1/integrations/shopify/deliveries -> 200 {"deliveries": [{}]}

# The first call says which shop at Shopify it is, and others are refused
shopify connects
// It is no shop at Shopify.
shopify says products/update @x-shopify-shop-domain=evil.example -> refused other_shop
shopify says products/update @x-shopify-shop-domain=Fern.myshopify.com -> ignored product_stored
GET /api/v1/products/shopify-7 -> 200 {"url": "https://fern.myshopify.com/products/stoneware-mug"}
each $other in ["oak.myshopify.com", "evil.example", "fern.myshopify.com.evil.example", "fern.myshopify.com/x", ""]:
  shopify says products/update @x-shopify-shop-domain=$other -> refused other_shop
shopify says products/update {"updated_at": "2026-11-20T07:00:00Z"} -> ignored product_stored
GET /api/v1/products/shopify-7 -> 200 {"url": "https://fern.myshopify.com/products/stoneware-mug"}
shopify says orders/create @x-shopify-shop-domain=oak.myshopify.com -> refused other_shop
shopify says app/uninstalled {"myshopify_domain": "oak.myshopify.com"} -> refused other_shop
shopify says shop/redact {"shop_domain": "oak.myshopify.com"} @x-shopify-shop-domain=fern.myshopify.com
  -> refused other_shop
shopify says customers/redact {"shop_domain": "oak.myshopify.com"} -> refused other_shop
GET /api/v1/integrations/shopify -> 200 {"state": "active"}
GET /api/v1/orders/%231001 -> 404 not_found
// It is a new connection.
DELETE /api/v1/integrations/shopify -> 200
shopify connects
shopify says products/update @x-shopify-shop-domain=oak.myshopify.com -> ignored product_stored
GET /api/v1/products/shopify-7 -> 200 {"url": "https://oak.myshopify.com/products/stoneware-mug"}

# Two secrets count for two hours after a rotation
shopify connects
PUT /api/v1/integrations/shopify {"secret": "secondsecret02"} -> 200 {"secret_hint": "et02"}
shopify sends orders/updated -> 200
shopify sends orders/updated @secret=secondsecret02 -> 200
// Neither a double click nor another new secret ends the secret with which the system still signs.
PUT /api/v1/integrations/shopify {"secret": "thirdsecret03"} -> 409 rotated_recently shows "2026-11-20T08:00:00Z"
// The same is no change.
PUT /api/v1/integrations/shopify {"secret": "secondsecret02"} -> 200
shopify sends orders/updated -> 200
shopify sends orders/updated @secret=thirdsecret03 -> 401 invalid_signature
+2h shopify sends orders/updated -> 401 invalid_signature
shopify sends orders/updated @secret=secondsecret02 -> 200
PUT /api/v1/integrations/shopify {"secret": "thirdsecret03"} -> 200

# A stored call is answered 200 and done although the queue fails
shopify connects {"after": "fulfilled"}
fails DynamoDb ServerError
shopify sends orders/fulfilled -> 503 unavailable
fails Sqs ServerError
shopify sends orders/fulfilled -> 200
heals
+0s GET /api/v1/integrations/shopify/deliveries -> 200 {"deliveries": [{"result": null, "reason": null}]}
+20m GET /api/v1/integrations/shopify/deliveries -> 200 {"deliveries": [{"result": "planned", "reason": null}]}

# After the end of a connection its privacy topics alone are taken, for ninety days
PUT /api/v1/settings {"owner_email": "owner@example.com"} -> 200
shopify connects
shopify says orders/create -> ignored not_shipped
// The call was accepted before the end, and is processed after it.
shopify sends customers/data_request
DELETE /api/v1/integrations/shopify -> 200
GET /api/v1/integrations/shopify -> 404 not_found
shopify sends orders/updated -> 404 not_found
+89d mail owner@example.com "…"
no mail
shopify sends shop/redact -> 200
+1d shopify sends shop/redact -> 404 not_found
GET /api/v1/orders/%231001 -> 200
mail owner@example.com "The Shopify orders of Fern & Oak will be erased in 48 hours"
+25h GET /api/v1/orders/%231001 -> 404 not_found
// After the shop connects the system again, it is a new connection.
shopify connects
shopify says orders/create -> ignored not_shipped
