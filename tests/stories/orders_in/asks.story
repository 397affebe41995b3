# What becomes of an order is said from its first call to its review, in one sentence
woocommerce connects
woocommerce says order {"status": "placed"} -> ignored not_shipped
GET /api/v1/orders/723 -> 200 {"ask": {"text": "Waits: not dispatched or completed yet.", "reason": "not_shipped", "may_ask": false, "may_stop": true, "at": "$absent"}}
+1d woocommerce says order {"lines": [{"id": "1", "catalog_item_id": "woo-93", "title": "Mug", "unit_price": 2400},
  {"id": "2", "catalog_item_id": "woo-94", "title": "Tray", "unit_price": 900},
  {"id": "3", "catalog_item_id": "woo-95", "title": "Bowl", "unit_price": 900}]} -> planned
GET /api/v1/orders/723 -> 200 {"ask": {"text": "Will be asked on 28 November 2026 at 06:00 UTC.", "at": "2026-11-28T06:00:01Z",
  "products": ["woo-93", "woo-94", "woo-95"], "request_id": "$request", "may_ask": true, "may_stop": true, "reason": "$absent"}}
// A product about which nobody is asked any more is taken out within two minutes.
PUT /api/v1/products/woo-95 {"ask": false} -> 200
+2m GET /api/v1/orders/723 -> 200 {"ask": {"text": "Will be asked on 28 November 2026 at 06:00 UTC about 2 of 3 products."}}
GET /api/v1/orders/723?lang=de -> 200 {"ask": {"text": "Wird am 28. November 2026 um 06:00 UTC zu 2 von 3 Produkten gefragt."}}
// A pause is said while it lasts, and the call did not ask yet.
PUT /api/v1/settings {"paused_until": "2026-12-01T06:00:00Z"} -> 200
+7d no mail
GET /api/v1/orders/723 -> 200 {"ask": {"text": "Not sent yet: the shop paused sending until 1 December 2026 at 06:00 UTC."}}
woocommerce says order again {"tags": ["a"]} -> planned
+3d
+10m mail jane@example.com "…" shows "$link"
GET /api/v1/orders/723 -> 200 {"ask": {"text": "Asked on 1 December 2026 at …", "may_ask": false, "may_stop": false}}
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $token
anyone POST /review/hub/review @content-type=application/x-www-form-urlencoded
  raw="token=$token&item=0&rating=4&text=Lovely.&display_name=Jane" -> 303
GET /api/v1/orders/723 -> 200 {"ask": {"text": "Asked on 1 December 2026 at …, reviewed: ★★★★"}}

# A changed rule plans the orders again, those that it leaves out and those that it lets in
woocommerce connects
each $n $country in [["1", "DE"], ["2", "US"]]:
  woocommerce says order {"id": "$n", "system_id": "$n", "country": "$country", "buyer": {"email": "buyer$n@example.com"}} -> planned
PUT /api/v1/integrations/woocommerce {"countries": ["DE"]} -> 200
+2m GET /api/v1/orders/1 -> 200 {"ask": {"at": "2026-11-27T06:00:00Z"}}
GET /api/v1/orders/2 -> 200 {"ask": {"text": "Not asked: to a country that you don’t ask in.", "reason": "other_country", "request_id": "$absent"}}
GET /api/v1/review-requests -> 200 {"requests": [{"status": "cancelled"}, {"status": "scheduled"}]}
PUT /api/v1/integrations/woocommerce {"countries": [], "ask_days_after": 9} -> 200
+2m
each $n $at in [["1", "2026-11-29T06:00:00Z"], ["2", "2026-11-29T06:00:01Z"]]: GET /api/v1/orders/$n -> 200 {"ask": {"at": "$at"}}
+9d mail buyer1@example.com "…"
mail buyer2@example.com "…"
no mail

# The shop says of one order that nobody is to be asked, or that its buyer is asked now
woocommerce connects
each $n in ["1", "2", "3", "4"]: woocommerce says order {"id": "$n", "system_id": "s$n", "status": "placed", "completed_at": null, "buyer": {"email": "buyer$n@example.com"}} -> ignored not_shipped
each $n in ["1", "2", "3"]: woocommerce says order {"id": "$n", "system_id": "s$n", "buyer": {"email": "buyer$n@example.com"}} -> planned
// By the connection's key, for orders that it wrote, and never with the buyer or the lines.
wordpress GET /api/v1/orders/1?system_id=s1 -> 200 exactly {"ask": {"text": "Will be asked on 27 November 2026 at 06:00 UTC.",
  "at": "2026-11-27T06:00:04Z", "products": ["woo-93"], "request_id": "$one", "may_ask": true, "may_stop": true, "url": "…/console/requests/…"}}
wordpress DELETE /api/v1/asks/1?system_id=s1 -> 200 {"ask": {"reason": "cancelled_by_shop", "text": "…you decided so.", "may_stop": false}}
wordpress DELETE /api/v1/asks/1?system_id=s1 -> 200 {"ask": {"reason": "cancelled_by_shop"}}
DELETE /api/v1/asks/4 -> 200 {"ask": {"reason": "cancelled_by_shop"}}
wordpress POST /api/v1/asks/2?system_id=s2 -> 200 {"ask": {"may_ask": false}}
+0s mail buyer2@example.com "…"
wordpress POST /api/v1/asks/2?system_id=s2 -> 409 already_sent
wordpress POST /api/v1/asks/4?system_id=s4 -> 404 not_found
wordpress DELETE /api/v1/asks/2?system_id=s2 -> 200 {"ask": {"text": "Asked on 20 November 2026 at …", "reason": "$absent"}}
each $path in ["9?system_id=9", "1?system_id=9", "9?system_id=s1", "1"]: wordpress GET /api/v1/orders/$path -> 404 not_found
each $method in ["POST", "DELETE"]: wordpress $method /api/v1/asks/9?system_id=9 -> 404 not_found
// Whatever the system says later.
woocommerce says order {"id": "1", "system_id": "s1", "buyer": {"email": "buyer1@example.com"}} -> ignored cancelled_by_shop
woocommerce says order {"id": "4", "system_id": "s4", "buyer": {"email": "buyer4@example.com"}} -> ignored cancelled_by_shop
+40d mail buyer3@example.com "…"
no mail

# What somebody asked to send now during a pause leaves after it, whatever is planned again
woocommerce connects
woocommerce says order -> planned
PUT /api/v1/settings {"paused_until": "2026-12-20T06:00:00Z"} -> 200
POST /api/v1/asks/723 -> 200
+1h PUT /api/v1/integrations/woocommerce {"ask_days_after": 20} -> 200
+2m no mail
PUT /api/v1/settings {"paused_until": null} -> 200
+1h mail jane@example.com "…"

# A connection's key has at most 20 emails sent in an hour
woocommerce connects
woocommerce says order -> planned
woocommerce says order {"id": "9", "system_id": "9", "status": "placed", "completed_at": null} -> ignored not_shipped
each $n in 0..20: wordpress POST /api/v1/asks/9?system_id=9 -> 404 not_found
wordpress POST /api/v1/asks/723?system_id=723 -> 429 rate_limited
POST /api/v1/asks/723 -> 200
jump 1h woocommerce says order {"id": "10", "system_id": "10", "buyer": {"email": "joe@example.com"}} -> planned
wordpress POST /api/v1/asks/10?system_id=10 -> 200
