# The link signs in the browser that asked, and only by its button
POST /api/v1/members {"email": "mara@fernandoak.example", "role": "owner"} -> 201
+0s mail mara@fernandoak.example "You are invited…"
laptop GET /console -> 303 /console/sign-in
laptop FORM /console/sign-in/ask email=mara@fernandoak.example -> 303 /console/sign-in/waiting
+0s mail mara@fernandoak.example "Sign in to…" shows "for 15 minutes" "mara@fernandoak.example" "nobody can sign in without it"
each $n in 0..3: laptop GET $link -> 200 shows "Press the button" header cache-control "no-store, no-transform"
  between "name=\"k\" value=\"" "\"" $k
// Scanners open every link and press every button.
each $n in 0..20: guest GET $link -> 200 header cache-control "no-store, no-transform"
each $n in 0..20: guest FORM /console/sign-in/link k=$k -> 410
guest GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
laptop GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
laptop FORM /console/sign-in/link k=$k -> 303 /console/shops
// An invitation is accepted by its own button.
laptop GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
laptop FORM /console/shops/choose shop=fern.live -> 303 /console
laptop GET /console/members -> 200 shows "mara@fernandoak.example" "Fern &#38; Oak"
laptop FORM /console/sign-in/link k=$k -> 410
laptop GET $link -> 410

# A link and its code end after 15 minutes, and a code after five tries
POST /api/v1/members {"email": "mara@fernandoak.example", "role": "owner"} -> 201
+0s mail mara@fernandoak.example "You are invited…"
laptop FORM /console/sign-in/ask email=mara@fernandoak.example -> 303
+0s mail mara@fernandoak.example "Sign in to…"
laptop GET $link -> 200 between "name=\"k\" value=\"" "\"" $k
phone GET $link -> 200 between "<p class=\"code\" dir=\"ltr\">" "<" $code
jump 15m laptop GET $link -> 410
laptop FORM /console/sign-in/link k=$k -> 410
laptop FORM /console/sign-in/code code=$code -> 422
laptop GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
laptop FORM /console/sign-in/ask email=mara@fernandoak.example -> 303
+0s mail mara@fernandoak.example "Sign in to…"
phone GET $link -> 200 between "<p class=\"code\" dir=\"ltr\">" "<" $other
laptop FORM /console/sign-in/code code=what? -> 422
each $n in 0..5: laptop FORM /console/sign-in/code code=BBBB-BBBB -> 422 shows "This code does not work"
laptop FORM /console/sign-in/code code=$other -> 422
laptop GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers

# Asked twice in one browser, both emails work
mara signs in as owner
desk FORM /console/sign-in/ask email=mara@fernandoak.example -> 303
+0s mail mara@fernandoak.example "Sign in to…"
phone GET $link -> 200 between "<p class=\"code\" dir=\"ltr\">" "<" $code
jump 10m desk FORM /console/sign-in/ask email=mara@fernandoak.example -> 303 /console/sign-in/waiting
+0s mail mara@fernandoak.example "Sign in to…"
jump 10m desk GET $link -> 200 shows "Press the button"
desk FORM /console/sign-in/code code=$code -> 303

# The page that somebody wanted opens after the sign-in, and no other
mara signs in as owner
// What somebody typed is shown to copy.
jump 12h mara FORM /console/reviews/0123/reply revision=1 text="Thank you <3"
  -> 403 shows "Please sign in again" "Thank you &#60;3</textarea>"
mara GET /console/reviews?show=all -> 303 /console/sign-in?to=%2Fconsole%2Freviews%3Fshow%3Dall
mara GET /console/sign-in?to=%2Fconsole%2Freviews%3Fshow%3Dall -> 200 shows "name=\"to\" value=\"/console/reviews?show=all\""
mara FORM /console/sign-in/ask email=mara@fernandoak.example to=/console/reviews?show=all -> 303
+0s mail mara@fernandoak.example "Sign in to…"
mara FORM /console/sign-in/link k=$k -> 303 /console/reviews?show=all
mara FORM /console/sign-in/ask email=mara@fernandoak.example to=//evil.example -> 303
+0s mail mara@fernandoak.example "Sign in to…"
mara FORM /console/sign-in/link k=$k -> 303 /console

# Signing out ends the session, and everywhere ends all
desk signs in as owner
GET /api/v1/members -> 200 {"members": [{"id": "$id"}]}
phone FORM /console/sign-in/ask email=desk@fernandoak.example -> 303
+0s mail desk@fernandoak.example "Sign in to…"
phone FORM /console/sign-in/link k=$k -> 303 /console
desk FORM /console/sign-out -> 303 /console/sign-in?out
desk GET /console/members -> 303
phone GET /console/members -> 200
desk FORM /console/sign-in/ask email=desk@fernandoak.example -> 303
+0s mail desk@fernandoak.example "Sign in to…"
desk FORM /console/sign-in/link k=$k -> 303 /console
desk GET /console/members -> 200
phone FORM /console/members/$id/sign-out -> 303
desk GET /console/members -> 303
phone GET /console/members -> 303

# A member who is removed is out at the next click and gets no link
jo signs in as moderator
GET /api/v1/members -> 200 {"members": [{"id": "$jo"}]}
waiting FORM /console/sign-in/ask email=jo@fernandoak.example -> 303
+0s mail jo@fernandoak.example "Sign in to…"
waiting GET $link -> 200 between "name=\"k\" value=\"" "\"" $k
jo GET /console/members -> 200
DELETE /api/v1/members/$jo -> 200
jo GET /console/members -> 303 /console/sign-in?to=%2Fconsole%2Fmembers
// A link from before.
waiting FORM /console/sign-in/link k=$k -> 410
waiting FORM /console/sign-in/ask email=jo@fernandoak.example -> 303 /console/sign-in/waiting
+0s no mail

# A click is one read, and one write in five minutes, and none of somebody who is not signed in
mara GET /console/members -> 200
costs …
each $n in 0..3: mara GET /console/members -> 200
costs BatchGetItem BatchGetItem BatchGetItem
jump 5m mara GET /console/members -> 200 costs BatchGetItem UpdateItem
mara GET /console/members -> 200 costs BatchGetItem
costs …
each $page in ["/console", "/console/members"]: guest GET $page -> 303
each $page in ["/console/sign-in", "/console/assets/console.css"]: guest GET $page -> 200
costs
