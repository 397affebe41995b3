# The list has each order once with what becomes of it, newest first
woocommerce connects
mara GET /console/requests/orders -> 200 shows "No order has come yet." "Nobody will be asked in the next seven days"
woocommerce says order {"id": "11", "system_id": "11", "placed_at": "2026-11-18T06:00:00Z", "completed_at": "2026-11-20T06:00:00Z"} -> planned
woocommerce says order {"id": "12", "system_id": "12", "placed_at": "2026-11-19T06:00:00Z", "completed_at": "2026-11-19T05:00:00Z", "buyer": {"email": "joe@example.com"}} -> ignored before_since
woocommerce says order {"id": "13", "system_id": "13", "placed_at": "2026-11-20T05:00:00Z", "completed_at": "2026-11-20T05:30:00Z", "status": "refunded", "buyer": {"email": "ann@example.com"}} -> ignored refunded
mara GET /console/requests/orders -> 200
  shows "One customer will be asked in the next seven days" "dispatched or completed before you connected: 1" "the order was refunded: 1"
    "20 November 2026…ann@example.com…13…Not asked: the order was refunded.…19 November 2026…joe@example.com…12…Not asked: dispatched or completed before you connected.…href=\"/console/connections/woocommerce#rules\"…18 November 2026…Jane Doe…11…Stoneware mug…Will be asked on 27 November 2026 at 06:00 UTC."
mara GET /console/requests/orders?reason=refunded -> 200 shows "ann@example.com" lacks "joe@example.com"
mara GET /console/requests/orders?reason=never -> 404
mara GET /console/customers?order=13 -> 200 shows "Not asked: the order was refunded."
// A moderator changes no rule.
jo GET /console/requests/orders -> 200 shows "ann@example.com" "action=\"/console/requests/orders/stop\"" lacks "/console/connections"
jo FORM /console/requests/orders/earlier system=woocommerce days=7 pause=no -> 403
// One is asked now, one never.
mara FORM /console/requests/orders/ask system=woocommerce order=11 -> 303 /console/requests/orders
+0s mail jane@example.com "…"
mara GET /console/requests/orders -> 200 shows "Asked on 20 November 2026 at"
mara FORM /console/requests/orders/ask system=woocommerce order=11 -> 303
mara GET /console/requests/orders -> 200 shows "already been sent"
mara FORM /console/requests/orders/stop system=woocommerce order=12 -> 303
mara GET /console/requests/orders -> 200 shows "Nobody will be asked about this order." "Not asked: you decided so."
each $path in ["ask", "stop"]: mara FORM /console/requests/orders/$path system=woocommerce order=99 -> 404
+40d no mail

# Before anything leaves there is time to look, and a rule that leaves none asks first
mara FORM /console/connections/own -> 303
mara GET /console/connections/own -> 200 shows "The first email leaves 7 days after an order counts" "Pause until I have looked"
PUT /api/v1/orders/1 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z", "buyer": {"email": "jane@example.com"},
  "lines": [{"catalog_item_id": "a-1", "title": "Mug", "unit_price": 2400}]} -> 200
+0s
mara GET /console/connections/own -> 200 shows "The first email leaves on 27 November 2026, 06:00 at the earliest. So far, one customer will be asked."
mara FORM /console/connections/own ask_days_after=0 after=fulfilled consent=any -> 422 shows "emails can leave within minutes" "name=\"pause\" value=\"yes\"" "value=\"0\""
GET /api/v1/integrations/own -> 200 {"ask_days_after": 7}
mara FORM /console/connections/own ask_days_after=0 after=fulfilled consent=any pause=yes -> 303
GET /api/v1/settings -> 200 {"paused_until": "2026-12-20T06:00:00Z"}
+1h no mail
mara GET /console/requests/orders -> 200 shows "Not sent yet: the shop paused sending until 20 December 2026"
mara GET /console/connections/own -> 200 shows "Sending is paused until 20 December 2026" lacks "Pause until I have looked"
mara GET /console/settings -> 200 shows "One message is due by now. It all leaves within an hour once you go on."
mara FORM /console/settings/pause -> 303
+1h mail jane@example.com "…"
mara GET /console/connections/own -> 200 lacks "Pause until I have looked"

# Orders of before the connection are asked about as well, if the owner says so
woocommerce connects
each $id $at in [["21", "2026-11-15T06:00:00Z"], ["22", "2026-11-10T06:00:00Z"], ["23", "2026-10-25T06:00:00Z"], ["24", "2026-10-01T06:00:00Z"]]:
  woocommerce says order {"id": "$id", "system_id": "$id", "placed_at": "$at", "completed_at": "$at", "buyer": {"email": "buyer$id@example.com"}} -> ignored before_since
mara GET /console/requests/orders?reason=before_since -> 200 shows "The last 7 days: one order more" "The last 14 days: 2 orders more" "The last 30 days: 3 orders more"
mara FORM /console/requests/orders/earlier system=woocommerce days=30 pause=yes -> 303 /console/requests/orders
GET /api/v1/integrations/woocommerce -> 200 {"since": "$since"}
mara GET /console/requests/orders -> 200 shows "planned within two minutes. Nothing leaves for 30 days" "Sending is paused until 20 December 2026" "href=\"/console/settings#pause\""
+2h no mail
// It only ever moves back.
mara FORM /console/requests/orders/earlier system=woocommerce days=7 pause=no -> 303
GET /api/v1/integrations/woocommerce -> 200 {"since": "$since"}
mara GET /console/requests/orders -> 200 shows "buyer21@example.com…the shop paused sending…buyer22@example.com…the shop paused sending…buyer23@example.com…the shop paused sending…buyer24@example.com…Not asked:"
mara FORM /console/settings/pause -> 303
+1h mail buyer22@example.com "…"
mail buyer23@example.com "…"
no mail
+2d mail buyer21@example.com "…"
+40d no mail

# The trial asks about what the first customer will be asked about
mara FORM /console/connections/own -> 303
each $id in ["a-1", "z-9"]: PUT /api/v1/products/$id {"title": "Product $id"} -> 200
PUT /api/v1/orders/1 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z", "buyer": {"email": "jane@example.com"},
  "lines": [{"catalog_item_id": "z-9", "title": "Product z-9", "unit_price": 2400}]} -> 200
+0s mara FORM /console/today/trial -> 303
+0s mail … "…Product z-9…"
