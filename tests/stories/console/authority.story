# An owner ends the sessions in her shop, also of who would return from another
shop acme
acme POST /api/v1/members {"email": "jo@fernandoak.example", "role": "moderator"} -> 201
+0s
jo signs in as moderator
GET /api/v1/members -> 200 {"members": [{"id": "$jo"}]}
there visits
there FORM /console/sign-in/ask email=jo@fernandoak.example -> 303
+0s
mail jo@fernandoak.example "Sign in to…"
there GET $link -> 200 between "name=\"k\" value=\"" "\"" $k
there FORM /console/sign-in/link k=$k -> 303 /console/shops
there FORM /console/shops/choose shop=fern.live -> 303 /console
there FORM /console/shops/choose shop=acme.live -> 303 /console
jump 1m
mara signs in as owner
mara FORM /console/members/$jo/sign-out -> 303 /console/members
jo GET /console/members -> 303
there GET /console/members -> 200
// Not with a session from before, which is of the other shop.
there FORM /console/shops/choose shop=fern.live -> 303 /console/shops
there GET /console/members -> 200
back visits
back FORM /console/sign-in/ask email=jo@fernandoak.example -> 303
+0s
mail jo@fernandoak.example "Sign in to…"
back GET $link -> 200 between "name=\"k\" value=\"" "\"" $again
back FORM /console/sign-in/link k=$again -> 303 /console/shops
back FORM /console/shops/choose shop=fern.live -> 303 /console
back GET /console/members -> 200

# A guest's page names the shop, the role and the shop that is left
shop fern test
fern_test POST /api/v1/console-links {} -> 201 {"url": "$way"}
mara signs in as owner
guest visits
guest GET $way -> 200 shows "Fern &#38; Oak (fern) · Test mode" "Your role there: Owner"
  lacks "You will then be signed out of"
mara GET $way -> 200 shows "You will then be signed out of <bdi>Fern &#38; Oak (fern)</bdi>"
mara GET /console/members -> 200

# An invitation ends after 14 days and takes its address along
mara signs in as owner
POST /api/v1/members {"email": "jo@fernandoak.example", "role": "reader"} -> 201 {"id": "$jo"}
+0s
mail jo@fernandoak.example "You are invited…"
jump 13d23h59m59s
GET /api/v1/members -> 200 shows "$jo"
jump 1s
GET /api/v1/members -> 200 lacks "$jo"
jo visits
jo FORM /console/sign-in/ask email=jo@fernandoak.example -> 303
+0s
no mail
mara GET /console/members -> 303
// The next click, whoever makes it, removes the expired invitation from the table.
row "T#fern.live#MEMBERS" "MEMBERS" {"members": [{}, {"id": "$jo"}], "emails": {"$jo": "$any"}}
operator {"console_link": {}} -> {"url": "$way"}
guest visits
guest GET $way -> 200 between "name=\"k\" value=\"" "\"" $k
guest FORM /console/sign-in/link k=$k -> 303 /console
guest GET /console/members -> 200
row "T#fern.live#MEMBERS" "MEMBERS" {"members": [{}], "emails": {"$jo": "$absent"}}
jo signs in as moderator
jo GET /console/members -> 200
