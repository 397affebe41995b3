# A wrong code costs one read, a malformed one nothing, and a code is only read
POST /beacon/customers {"first_name": "Jane", "phone": "+491711234567"} -> 200
POST /beacon/asks {"phone": "+491711234567", "channels": ["sms"]} -> 200
+0s
mail +491711234567 sms
anyone GET $link -> 200
costs …
// A person may have mistyped it.
anyone GET /r/0123456789AB?x=y -> 404 shows "Page not found"
costs GetItem
each $malformed in ["UUUUUUUUUUUU", "0123456789A"]: anyone GET /r/$malformed -> 404 is "$unknown"
costs
each $method in ["POST", "PUT", "DELETE", "PATCH"]: anyone $method $link -> 405 header allow "GET, HEAD" is "$unknown"
each $method in ["POST", "PUT", "DELETE", "PATCH"]: anyone $method $link/x -> 404 is "$unknown"
