# An owner connects the shop that asks, and its plug-in gets a key
shop moss
PUT /api/v1/settings {"owner_email": "owner@example.com"} -> 200
anyone GET /console/connect?home=https://www.fern.example&redirect=x -> 303
  /console/sign-in?to=%2Fconsole%2Fconnect%3Fhome%3Dhttps%3A%2F%2Fwww.fern.example%26redirect%3Dx
mara GET /console/connect?home=https://www.fern.example/shop/&redirect=https%3A%2F%2Fwp.fern.example%2Fback%3Fa%3D1&state=s-1&challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
  -> 200 shows "<h1 dir=\"ltr\">wp.fern.example</h1>" "<bdi>Fern &#38; Oak</bdi>" "names and addresses of their buyers"
  "href=\"https://wp.fern.example/back?a=1&#38;error=access_denied&#38;state=s-1\""
  header content-security-policy "…form-action 'self' http://shop.example https://wp.fern.example;…"
mara FORM /console/connect home=https://www.fern.example/shop/ redirect=https://wp.fern.example/back?a=1 state=s-1
  challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM -> 303 header location "https://wp.fern.example/back?a=1&code=…&state=s-1" leads "code=" "&" $code
// The code is of this shop, and this plug-in asked for it.
each $home $verifier in [["fern.example", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"], ["fern.example/shop", "another"]]:
  anyone POST /api/v1/connection @afterword-home=$home @afterword-environment=production
    {"code": "$code", "verifier": "$verifier"} -> 400 invalid_grant
anyone POST /api/v1/connection {"code": "$code", "verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"} -> 400 invalid_grant
+9m anyone POST /api/v1/connection @afterword-home=www.fern.example/shop @afterword-environment=production
  {"code": "$code", "verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"}
  -> 200 exactly {"key": "$key", "shop": "fern", "name": "Fern & Oak"}
anyone POST /api/v1/connection @afterword-home=fern.example/shop @afterword-environment=production
  {"code": "$code", "verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"} -> 400 invalid_grant
anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=fern.example/shop
  @afterword-environment=production -> 200 exactly {"shop": "fern", "version": "0.1.0", "resend_from": null, "resend_until": null,
  "first_email_at": null, "waits": null, "paused_until": null}
GET /api/v1/connection -> 403 forbidden
anyone GET /api/v1/connection -> 401 unauthorized
// The key does nothing else, and nobody gives another key its scope.
each $path in ["/api/v1/review-requests", "/api/v1/keys"]: anyone GET $path @authorization="Bearer $key" -> 403 forbidden
POST /api/v1/keys {"name": "x", "scopes": ["connection"]} -> 422 invalid_scopes
GET /api/v1/keys -> 200 {"keys": ["…"]} shows "WooCommerce" "\"connection\"" lacks "$key"
+1h mail owner@example.com "WooCommerce is connected with Fern & Oak" shows "disconnect it there" "fern.example/shop"
mara GET /console/connections/woocommerce -> 200 shows "<h2 id=\"place\" dir=\"ltr\">fern.example/shop</h2>" "production"
  "Days after the order is completed" lacks "Counted from" "carriers"
GET /api/v1/integrations/woocommerce -> 200 exactly {"platform": "woocommerce", "url": null, "state": "active",
  "secret_hint": null, "last_delivery_at": null, "last_privacy_call_at": null, "wrong_secret": null, "usual_a_day": 0.0,
  "ask_days_after": 7, "after": "delivered", "incentivized": false, "countries": [], "tags_excluded": [],
  "products_excluded": [], "consent": "any", "since": "2026-11-20T06:09:00Z"}
mara GET /console/audit -> 200 shows "Connected the shop"
mara GET /console/today -> 200 shows "<s>Show reviews in your shop</s>"

# The page names who gets the code, and which connection ends
woocommerce connects
each $home $redirect $shown in [["https://www.fern.example/shop/", "https://fern.example/", "fern.example/shop"],
  ["https://co.uk", "https://evil.co.uk/", "evil.co.uk"]]:
  mara GET /console/connect?home=$home&redirect=$redirect&state=s&challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
    -> 200 shows "<h1 dir=\"ltr\">$shown</h1>" "This ends the connection with <bdi>shop.fern.example</bdi>."
mara GET /console/connect?home=https://shop.fern.example&redirect=https://shop.fern.example/&state=s&challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
  -> 200 shows "<h1 dir=\"ltr\">shop.fern.example</h1>" lacks "This ends the connection"

# A guest of a key connects no shop, because the connection would outlive the key
POST /api/v1/console-links {} -> 201 between "?k=" "\"" $k
guest FORM /console/sign-in/link k=$k -> 303
guest GET /console/connect?home=https://fern.example&redirect=https://fern.example/&state=x&challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
  -> 403 shows "Your role does not allow this."
guest FORM /console/connect home=https://fern.example redirect=https://fern.example/ state=x
  challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM -> 403

# A code ends after ten minutes
mara FORM /console/connect home=https://fern.example redirect=https://fern.example/ state=x
  challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM -> 303 leads "code=" "&" $code
+10m anyone POST /api/v1/connection @afterword-home=fern.example @afterword-environment=production
  {"code": "$code", "verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"} -> 400 invalid_grant
GET /api/v1/integrations/woocommerce -> 404 not_found

# Who approved must still be an owner
zoe signs in as owner
zoe FORM /console/connect home=https://fern.example redirect=https://fern.example/ state=x
  challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM -> 303 leads "code=" "&" $code
GET /api/v1/members -> 200 {"members": [{"email": "zoe@fernandoak.example", "id": "$zoe"}, "…"]}
mara FORM /console/members/$zoe/role role=reader -> 303
anyone POST /api/v1/connection @afterword-home=fern.example @afterword-environment=production
  {"code": "$code", "verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"} -> 400 invalid_grant

# Who asks wrongly is told what to do
each $home $redirect $state in [["https://fern.example", "https://evil.example/", "x"], ["https://fern.example", "http://fern.example/", "x"],
  ["https://fern.example", "https://fern.example/", ""], ["", "https://fern.example/", "x"], ["http://127.0.0.1:1", "javascript:x", "x"]]:
  mara FORM /console/connect home="$home" redirect="$redirect" state="$state"
    challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM -> 422 shows "press Connect again"
mara GET /console/connect?home=https://fern.example&redirect=https://fern.example/&state=x&challenge=short -> 422 shows "press Connect again"
jo GET /console/connect -> 403

# Connecting again ends the earlier key, and keeps the rules
woocommerce connects
PUT /api/v1/integrations/woocommerce {"ask_days_after": 3} -> 200 {"ask_days_after": 3}
PUT /api/v1/integrations/woocommerce {"secret": "lettersanddigits0"} -> 422 invalid_secret
anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=shop.fern.example @afterword-environment=production -> 200
+1h mara FORM /console/connect home=https://fern.example redirect=https://fern.example/ state=x
  challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM -> 303 leads "code=" "&" $code
anyone POST /api/v1/connection @afterword-home=fern.example @afterword-environment=production
  {"code": "$code", "verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"} -> 200 {"key": "$second"}
anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=shop.fern.example @afterword-environment=production -> 401 unauthorized
anyone GET /api/v1/connection @authorization="Bearer $second" @afterword-home=fern.example @afterword-environment=production -> 200
GET /api/v1/integrations/woocommerce -> 200 {"ask_days_after": 3, "since": "2026-11-20T06:00:00Z"}

# A copy of the shop is refused, and an owner takes a new address
woocommerce connects
mara GET /console/connections -> 200
anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=copy.example @afterword-environment=staging -> 409 other_shop
+1m anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=copy.example @afterword-environment=staging -> 409 other_shop
anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=copy.example @afterword-environment=staging -> 409 other_shop
anyone GET /api/v1/connection @authorization="Bearer $key" -> 409 other_shop
anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=shop.fern.example @afterword-environment=staging -> 409 other_shop
anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=shop.fern.example @afterword-environment=production -> 200
// A copy ends nothing.
anyone DELETE /api/v1/connection @authorization="Bearer $key" @afterword-home=copy.example @afterword-environment=staging -> 409 other_shop
mara GET /console/connections/woocommerce -> 200 lacks "The shop has moved"
+1m anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=copy.example @afterword-environment=staging -> 409 other_shop
mara GET /console/connections/woocommerce -> 200 shows "<bdi>copy.example</bdi> (<bdi>staging</bdi>)" "The shop has moved"
mara FORM /console/connections/woocommerce/moved home=copy.example environment=production -> 404
mara FORM /console/connections/woocommerce/moved home=copy.example environment=staging -> 303 /console/connections/woocommerce
anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=copy.example @afterword-environment=staging -> 200
anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=shop.fern.example @afterword-environment=production -> 409 other_shop
mara GET /console/connections/woocommerce -> 200 shows "<h2 id=\"place\" dir=\"ltr\">copy.example</h2>"
mara GET /console/audit -> 200 shows "Took the shop’s new address"

# Either side disconnects
woocommerce connects
anyone DELETE /api/v1/connection @authorization="Bearer $key" @afterword-home=shop.fern.example @afterword-environment=production
  -> 200 exactly {"ok": true}
anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=shop.fern.example @afterword-environment=production -> 401 unauthorized
GET /api/v1/integrations/woocommerce -> 404 not_found
GET /api/v1/keys -> 200 lacks "WooCommerce"
+1d woocommerce connects
// What was completed meanwhile is history.
GET /api/v1/integrations/woocommerce -> 200 {"since": "2026-11-21T06:00:00Z"}
mara FORM /console/connections/woocommerce/disconnect -> 303 /console/connections
anyone GET /api/v1/connection @authorization="Bearer $key" @afterword-home=shop.fern.example @afterword-environment=production -> 401 unauthorized
PUT /api/v1/integrations/woocommerce {} -> 404 not_found shows "press Connect there"

# The console gives the file and says the steps
mara GET /console/connections/woocommerce -> 200 shows "2. In WordPress" "3. Press Connect"
  "href=\"/console/connections/woocommerce/plugin\""
// Shops fetch a newer one by themselves.
anyone GET /console/connections/woocommerce/plugin -> 200 header content-type "application/zip"
  header content-disposition "attachment; filename=\"afterword-….zip\"" shows "afterword/afterword.php" "afterword/readme.txt"
  "<?php return 'http://shop.example';" "Update URI: http://shop.example\n" lacks "afterword/tests" "de.po" "Update URI: false"
