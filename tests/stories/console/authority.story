# An owner ends the sessions in her shop, also of who would return from another
acme POST /api/v1/members {"email": "jo@fernandoak.example", "role": "moderator"} -> 201
+0s mail jo@fernandoak.example "You are invited…"
jo signs in as moderator
GET /api/v1/members -> 200 {"members": [{"id": "$jo"}]}
there FORM /console/sign-in/ask email=jo@fernandoak.example -> 303
+0s mail jo@fernandoak.example "Sign in to…"
there FORM /console/sign-in/link k=$k -> 303 /console/shops
there FORM /console/shops/choose shop=fern.live -> 303 /console
there FORM /console/shops/choose shop=acme.live -> 303 /console
jump 1m mara signs in as owner
mara FORM /console/members/$jo/sign-out -> 303 /console/members
jo GET /console/members -> 303
there GET /console/members -> 200
// Not with a session from before, which is of the other shop.
there FORM /console/shops/choose shop=fern.live -> 303 /console/shops
there GET /console/members -> 200
back FORM /console/sign-in/ask email=jo@fernandoak.example -> 303
+0s mail jo@fernandoak.example "Sign in to…"
back FORM /console/sign-in/link k=$k -> 303 /console/shops
back FORM /console/shops/choose shop=fern.live -> 303 /console
back GET /console/members -> 200

# A guest's page names the shop, the role and the shop that is left
fern_test POST /api/v1/console-links {} -> 201 {"url": "$way"}
mara signs in as owner
guest GET $way -> 200 shows "Fern &#38; Oak (fern) · Test mode" "Your role there: Owner" lacks "You will then be signed out of"
mara GET $way -> 200 shows "You will then be signed out of <bdi>Fern &#38; Oak (fern)</bdi>"
mara GET /console/members -> 200

# An invitation ends after 14 days and takes its address along
mara signs in as owner
POST /api/v1/members {"email": "jo@fernandoak.example", "role": "reader"} -> 201 {"id": "$jo"}
+0s mail jo@fernandoak.example "You are invited…"
jump 13d23h59m59s GET /api/v1/members -> 200 shows "$jo"
jump 1s GET /api/v1/members -> 200 lacks "$jo"
tablet FORM /console/sign-in/ask email=jo@fernandoak.example -> 303
+0s no mail
mara GET /console/members -> 303
// The next click, whoever makes it, removes the expired invitation from the table.
row "T#fern.live#MEMBERS" "MEMBERS" {"members": {"L": [{}, {"M": {"id": {"S": "$jo"}}}]}, "emails": {"M": {"$jo": "$any"}}}
operator {"console_link": {}} -> {"url": "$way"}
guest GET $way -> 200 between "name=\"k\" value=\"" "\"" $way_k
guest FORM /console/sign-in/link k=$way_k -> 303 /console
guest GET /console/members -> 200
row "T#fern.live#MEMBERS" "MEMBERS" {"members": {"L": [{}]}, "emails": {"M": {"$jo": "$absent"}}}
jo GET /console/members -> 200

# Guests, links and keys of a key end with it
POST /api/v1/keys {"name": "Hour", "scopes": ["members:manage", "reviews:read"], "expires_at": "2026-11-20T07:00:00Z"} -> 201
  {"key": "$hour", "id": "$id_of_hour"}
POST /api/v1/console-links {} @authorization="Bearer $hour" -> 201 {"url": "$way"} between "?k=" "\"" $k
POST /api/v1/console-links {} @authorization="Bearer $hour" -> 201 {"url": "$unused"} between "?k=" "\"" $unused_k
guest FORM /console/sign-in/link k=$k -> 303 /console
guest FORM /console/keys name="Guest's" dialect=betterreviews expires_at=2027-03-01T09:00 scopes.keys:manage=on
  scopes.members:manage=on scopes.reviews:read=on -> 200 between "<p class=\"code key\" dir=\"ltr\">" "<" $theirs
GET /api/v1/keys -> 200 {"keys": [{}, {}, {"name": "Guest's", "expires_at": "2026-11-20T07:00:00Z"}]}
// With the key end the keys that it made, the guests that it let in, and these guests' keys.
POST /api/v1/keys {"name": "Next", "scopes": ["keys:manage", "reviews:read"]} @authorization="Bearer $theirs" -> 201
  {"key": "$next"}
POST /api/v1/console-links {} @authorization="Bearer $theirs" -> 201 between "?k=" "\"" $second_k
second FORM /console/sign-in/link k=$second_k -> 303 /console
second FORM /console/keys name=Second dialect=betterreviews scopes.reviews:read=on
  -> 200 between "<p class=\"code key\" dir=\"ltr\">" "<" $last
each $key in ["$theirs", "$next", "$last"]: GET /api/v1/reviews @authorization="Bearer $key" -> 200
DELETE /api/v1/keys/$id_of_hour -> 200
guest GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
second GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
each $key in ["$theirs", "$next", "$last"]: GET /api/v1/reviews @authorization="Bearer $key" -> 401
late GET $unused -> 410
late FORM /console/sign-in/link k=$unused_k -> 410
GET /api/v1/reviews -> 200

# They end at its time, too
POST /api/v1/keys {"name": "Hour", "scopes": ["members:manage", "reviews:read"], "expires_at": "2026-11-20T07:00:00Z"} -> 201
  {"key": "$hour"}
POST /api/v1/console-links {} @authorization="Bearer $hour" -> 201 between "?k=" "\"" $k
POST /api/v1/console-links {} @authorization="Bearer $hour" -> 201 between "?k=" "\"" $unused_k
guest FORM /console/sign-in/link k=$k -> 303 /console
guest FORM /console/keys name=Mine dialect=betterreviews scopes.members:manage=on scopes.reviews:read=on
  -> 200 between "<p class=\"code key\" dir=\"ltr\">" "<" $theirs
POST /api/v1/console-links {} @authorization="Bearer $theirs" -> 201 between "?k=" "\"" $second_k
second FORM /console/sign-in/link k=$second_k -> 303 /console
jump 1h guest GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
second GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
GET /api/v1/reviews @authorization="Bearer $theirs" -> 401
late FORM /console/sign-in/link k=$unused_k -> 410
