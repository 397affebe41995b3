# A guest's key ends at the sign-out or after 30 days, and the webhook that it made lives on
mara signs in as owner
operator {"console_link": {}} -> {"url": "$way"}
own GET $way -> 200 between "name=\"k\" value=\"" "\"" $k
own FORM /console/sign-in/link k=$k -> 303 /console
own FORM /console/keys name=First dialect=betterreviews -> 200 between "<p class=\"code key\" dir=\"ltr\">" "<" $first
operator {"console_link": {}} -> {"url": "$next"}
other GET $next -> 200 between "name=\"k\" value=\"" "\"" $q
other FORM /console/sign-in/link k=$q -> 303 /console
other FORM /console/keys name=Second dialect=betterreviews -> 200 between "<p class=\"code key\" dir=\"ltr\">" "<" $second
POST /api/v1/webhooks {"url": "https://hooks.example/reviews"} @authorization="Bearer $first" -> 201 {"id": "$webhook"}
own FORM /console/sign-out -> 303
GET /api/v1/reviews @authorization="Bearer $first" -> 401
GET /api/v1/reviews @authorization="Bearer $second" -> 200
GET /api/v1/webhooks/$webhook -> 200 {"status": "enabled", "created_by": "$maker"}
GET /api/v1/audit?limit=50 -> 200 shows "\"what\":\"create_webhook\",\"by\":\"$maker\""
  "\"what\":\"revoke_key\",\"by\":\"guest:"
mara FORM /console/members/guests/sign-out -> 303
other GET /console/members -> 303
GET /api/v1/reviews @authorization="Bearer $second" -> 401
// A session ends after a time without clicks, but its keys do not; after 30 days both end.
operator {"console_link": {}} -> {"url": "$last"}
idle GET $last -> 200 between "name=\"k\" value=\"" "\"" $l
idle FORM /console/sign-in/link k=$l -> 303 /console
idle FORM /console/keys name=Third dialect=betterreviews -> 200 between "<p class=\"code key\" dir=\"ltr\">" "<" $third
jump 29d23h59m59s idle GET /console/members -> 303
GET /api/v1/reviews @authorization="Bearer $third" -> 200
jump 1s GET /api/v1/reviews @authorization="Bearer $third" -> 401

# Signing out everywhere ends the sessions in all shops
shop acme
acme POST /api/v1/members {"email": "jo@fernandoak.example", "role": "moderator"} -> 201
+0s mail jo@fernandoak.example "…"
jo signs in as moderator
there FORM /console/sign-in/ask email=jo@fernandoak.example -> 303
+0s mail jo@fernandoak.example "Sign in to…"
there FORM /console/sign-in/link k=$k -> 303
there FORM /console/shops/choose shop=fern.live -> 303 /console
there FORM /console/shops/choose shop=acme.live -> 303 /console
GET /api/v1/members -> 200 {"members": [{"id": "$jo"}]}
jo FORM /console/members/$jo/sign-out -> 303 /console/sign-in?out
there GET /console/members -> 303
each $shop in ["fern", "acme"]: there FORM /console/shops/choose shop=$shop.live -> 403
GET /api/v1/audit?limit=50 -> 200 times "\"what\":\"sign_out_everywhere\",\"by\":\"member:$jo\",\"target\":\"$jo\"" 1
acme GET /api/v1/audit?limit=50 -> 200 times "\"what\":\"sign_out_everywhere\"" 1

# The console makes no more keys than the API, and its default scopes are the API's
mara signs in as owner
mara FORM /console/keys name=Wix dialect=wix -> 200
GET /api/v1/keys -> 200 {"keys": [{}, {"dialect": "wix", "scopes": ["$any", "$any"]}]}
mara FORM /console/keys name=" " -> 422 shows "id=\"name-about\" role=\"alert\""
mara FORM /console/keys name=Till expires_at=2020-01-01T00:00 -> 422 shows "id=\"expires_at-about\" role=\"alert\""
each $n in 2..20: POST /api/v1/keys {"name": "Till $n"} -> 201
mara FORM /console/keys name=Till dialect=betterreviews -> 303 /console/developers
mara GET /console/developers -> 200 shows "A shop has at most 20 keys."

# A key of the console is shown once, does what was ticked and is revoked
mara FORM /console/keys name=Till dialect=betterreviews expires_at=2027-03-01T09:00 scopes.reviews:read=on -> 200
  header cache-control "no-store, no-transform" between "<p class=\"code key\" dir=\"ltr\">" "<" $till
// Most leave the usual permissions.
mara GET /console/developers -> 200 shows "<details><summary>Choose …</summary>" lacks "$till"
GET /api/v1/keys -> 200 {"keys": [{}, {"id": "$id_of_till", "name": "Till", "scopes": ["reviews:read"],
  "expires_at": "2027-03-01T09:00:00Z"}]}
GET /api/v1/reviews @authorization="Bearer $till" -> 200
GET /api/v1/settings @authorization="Bearer $till" -> 403 forbidden
mara FORM /console/keys/$id_of_till/revoke -> 303
GET /api/v1/reviews @authorization="Bearer $till" -> 401 unauthorized
mara FORM /console/keys/$id_of_till/revoke -> 404
