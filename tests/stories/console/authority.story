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
