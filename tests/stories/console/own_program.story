# An owner connects a program of the shop, which gets the lines of a call, and the rules
mara GET /console/connections -> 200 shows "<b>API</b>" "a program writes its orders"
mara GET /console/connections/own -> 200 shows "action=\"/console/connections/own\"" lacks "curl"
mara FORM /console/connections/own -> 303 /console/connections/own
mara GET /console/connections/own -> 200 shows "curl -X PUT http://shop.example/api/v1/orders/1001"
  "2026-11-20T06:00:00Z" "href=\"/console/developers#api-keys\"" "Waits for the first call"
mara FORM /console/connections/own ask_days_after=3 after=fulfilled consent=any -> 303 /console/connections/own
GET /api/v1/integrations/own -> 200 {"ask_days_after": 3, "after": "fulfilled"}
PUT /api/v1/orders/1001 {"status": "fulfilled", "currency": "EUR", "completed_at": "2026-11-20T06:00:00Z",
  "buyer": {"email": "jane@example.com"}, "lines": [{"catalog_item_id": "mug-1", "title": "Mug", "unit_price": 2400}]} -> 200
  {"ask": {"at": "2026-11-23T06:00:00Z"}}
+0s mara GET /console/requests/orders -> 200 shows "Will be asked on 23 November 2026" "1001"
mara FORM /console/connections/own/disconnect -> 303 /console/connections
GET /api/v1/integrations/own -> 404 not_found
jo GET /console/connections/own -> 403
