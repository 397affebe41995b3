# A member is told within minutes, and once an hour at most, whether a review waits or not
PUT /api/v1/settings {"send_window": {"from": "00:00", "to": "23:59", "days": ["monday"], "time_zone": "Europe/Berlin"}} -> 200
until 2026-11-21T09:00:00Z mara FORM /console/members/told told=at_once -> 303 /console/members
mara GET /console/members -> 200 shows "value=\"at_once\" selected"
review {"order_id": "A"} rating=1 text="Cut me." display_name=Jane
review {"order_id": "B"} rating=5 text=Lovely. display_name=Jane
+11m mail mara@fernandoak.example "2 reviews for Fern & Oak" header Reply-To ""
  header List-Unsubscribe "<http://shop.example/console/mail/stop?k=…>" header List-Unsubscribe-Post "List-Unsubscribe=One-Click"
  shows "> ★☆☆☆☆\n> Cut me.\n> Jane · Stoneware mug\nPublic\nAnswer: http://shop.example/console/mail?k=…#answer\nWithhold: …#withhold\nOpen: http://shop.example/console/sign-in?shop=fern.live&to=%2Fconsole%2Freviews%2F…★★★★★"
  "Replies to this email reach nobody: press Answer or Open" "Choose when, under Settings, Team" "lang=\"en\""
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"order_id": "C"} rating=4 text="Write to eve@example.com." display_name=Jane
+30m no mail
+30m mail mara@fernandoak.example "A review for Fern & Oak" lacks "★★★★★"
  shows "★★★★☆…Waits for your decision: …\nPublish: …#publish\nWithhold: …#withhold\nOpen: "
// Nobody gets it twice for one review.
+30h no mail
// Nobody is told of reviews from a file, though they wait.
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,body,created_at\r\n1,$mug,5,Imported.,2025-03-02\r\n2,$mug,5,Imported.,2025-03-02\n"
  -> 201
+0s
+70m no mail
// What waits longest comes first.
review {"order_id": "D"} rating=5 text=Lovely. display_name=Jane
+11m mail mara@fernandoak.example "2 reviews for Fern & Oak" lacks "Imported." shows "★★★★☆…★★★★★"

# By default owners are told after eight in the morning, in the shop's zone, if there is something to tell
PUT /api/v1/settings {"send_window": {"from": "00:00", "to": "23:59", "days": ["monday"], "time_zone": "Europe/Berlin"}} -> 200
until 2026-11-21T09:00:00Z POST /api/v1/members {"email": "invited@example.com", "role": "owner"} -> 201
+0s mail invited@example.com
mara signs in as owner
jo signs in as moderator
review {"order_id": "A"} rating=5 text=Lovely. as gone
review {"order_id": "B"} rating=2 text=Heavy.
until 2026-11-22T06:55:00Z no mail
PATCH /api/v1/reviews/$gone/reject {"reason": "fake"} -> 200
// Each shop has a moment of its own in the quarter of an hour after eight.
until 2026-11-22T07:02:00Z no mail
// Nobody else: not the moderator, and nobody who is only invited.
until 2026-11-22T07:08:00Z mail mara@fernandoak.example "A review for Fern & Oak" shows "★★☆☆☆" lacks "★★★★★" "Last week"
+47h mail jane@example.com "Your review for Fern & Oak is not shown"
no mail

# On Mondays the email also says what came of a week
jo signs in as moderator
jo FORM /console/members/told told=mondays -> 303
ask {"order_id": "A", "delay_days": 0, "product_ids": ["$mug"]}
+0s mail jane@example.com
FORM /review/hub/review rating=3 text=Plain. display_name=Jane -> 303
review {"order_id": "B"} rating=5 text=Lovely. display_name=Jane as answered
PUT /api/v1/reviews/$answered/reply {"text": "Thank you."} -> 200
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"order_id": "C"} rating=4 text=Fine. display_name=Jane
until 2026-11-23T07:55:00Z mail jane@example.com "Fern & Oak replied to your review"
until 2026-11-23T08:12:00Z mail jo@fernandoak.example "3 reviews for Fern & Oak"
  shows "Last week: 1 asked, 3 wrote, 1 await your decision." "> Lovely.\n> Jane · Stoneware mug\nAnswered\nOpen: "
+6d no mail

# A review that has waited ten days is told again, and what it waits for stays in each email
PUT /api/v1/settings {"moderation": "hold"} -> 200
mara signs in as owner
review {"order_id": "A"} rating=5 text=Lovely. display_name=Jane
+24h mail mara@fernandoak.example "A review for Fern & Oak"
+8d no mail
+48h mail mara@fernandoak.example "A review for Fern & Oak"
+20d no mail

# One click ends the emails
mara FORM /console/members/told told=at_once -> 303
review {"order_id": "A"} rating=5 text=Lovely.
+11m mail mara@fernandoak.example
anyone GET $stop -> 200 shows "No more emails about reviews?"
mara GET /console/members -> 200 shows "value=\"at_once\" selected"
anyone FORM $stop List-Unsubscribe=One-Click -> 200 shows "You get no more emails about reviews"
anyone FORM $stop List-Unsubscribe=One-Click -> 200
mara GET /console/members -> 200 shows "value=\"never\" selected"
anyone FORM /console/mail/stop?k=x -> 404 shows "This link does not work"
review {"order_id": "B"} rating=5 text=Lovely.
+72h no mail

# An answer by a link is a saved reply or the person's own words, and one that is empty comes back
PUT /api/v1/settings {"saved_replies": ["Thank you, {name}!"]} -> 200
mara FORM /console/members/told told=at_once -> 303
review {"order_id": "A", "customer_name": "Jane Doe"} rating=2 text=Heavy. display_name=Jane as first
+11m mail mara@fernandoak.example
anyone GET /console/mail?k=$k -> 200 shows "★★☆☆☆" "Thank you, Jane!" "Withhold it and say why" between "name=\"revision\" value=\"" "\"" $revision
anyone FORM /console/mail k=$k act=answer revision=$revision text= -> 422 shows "role=\"alert\""
anyone FORM /console/mail k=$k act=withhold revision=$revision note=Why -> 422 shows "value=\"Why\""
anyone FORM /console/mail k="$k\r\n" act=answer revision=$revision saved=1 text= -> 303 header location "/console/mail?k=…&done=answer"
GET /api/v1/reviews/$first -> 200 {"reply": {"text": "Thank you, Jane!"}}
// The history tells it from what a member did who was signed in.
GET /api/v1/reviews/$first/history -> 200 {"history": [{"by": {"via": null}}, {}, {"what": "replied", "by": {"type": "member", "via": "email"}}]}
mara GET /console/reviews/$first -> 200 shows "mara@fernandoak.example, by a link in an email"

# Each shop emails its members separately and in their language
until 2026-11-21T09:00:00Z mara FORM /console/members/told told=at_once -> 303
shop zzz
zzz PUT /api/v1/settings {"shop_name": "Zzz Pots", "moderation": "hold"} -> 200
zzz POST /api/v1/members {"email": "mara@fernandoak.example", "role": "moderator"} -> 201
mara FORM /console/shops/choose shop=zzz.live -> 303 /console
mara FORM /console/members/told told=at_once -> 303
mara FORM /console/you/language language=de -> 303
review {"order_id": "A"} rating=5 text=Lovely.
+11m mail mara@fernandoak.example "A review for Fern & Oak"
zzz POST /api/v1/review-requests/send {"email": "jane@example.com", "product_ids": ["$mug"], "skip_email": true} -> 201
FORM /review/hub/review rating=5 text=Lovely. -> 303
+11m mail mara@fernandoak.example "Eine Bewertung für Zzz Pots"
// She is signed in with the other shop, and the link is hers.
mara GET /console/mail?k=$k -> 200 shows "Veröffentlichen"

# A link is nobody else's, and it ends with the review's wait, its member's role and a week
mara signs in as owner
review {"order_id": "A"} rating=5 text=Lovely. display_name=Jane
PUT /api/v1/settings {"moderation": "hold"} -> 200
jump 1s review {"order_id": "B"} rating=5 text=Lovely. display_name=Jane as waiting
+24h mail mara@fernandoak.example "2 reviews for Fern & Oak"
jo signs in as owner
POST /api/v1/console-links {} -> 201 between "?k=" "\"" $made
guest FORM /console/sign-in/link k=$made -> 303
anyone GET $stop -> 200 between "/stop?k=" "\"" $stop_key
jo GET /console/mail?k=$k -> 403 lacks "Lovely." "Jane" "Stoneware mug" "Fern & Oak"
guest GET /console/mail?k=$k -> 403 lacks "Lovely." "Jane" "Stoneware mug" "Fern & Oak"
jo FORM /console/mail k=$k act=publish revision=1 -> 403
guest FORM /console/mail k=$k act=publish revision=1 -> 403
// A changed key, and one of another purpose.
each $key in ["x$k", "$stop_key"]: anyone GET /console/mail?k=$key -> 404 lacks "Lovely." "Jane" "Stoneware mug" "Fern & Oak"
each $key in ["x$k", "$stop_key"]: anyone FORM /console/mail k=$key act=publish revision=1 -> 404
GET /api/v1/reviews/$waiting -> 200 {"status": "pending", "revision": 1}
mara GET /console/mail?k=$k -> 200 shows "Skip to the next" between "href=\"/console/mail?k=" "\"" $other
// Somebody else decided meanwhile.
PATCH /api/v1/reviews/$waiting/approve -> 200
anyone GET /console/mail?k=$k -> 409 lacks "Lovely." "Jane" "Stoneware mug" "Fern & Oak"
anyone FORM /console/mail k=$k act=publish revision=1 -> 409
GET /api/v1/members -> 200 {"members": [{"id": "$mara", "email": "mara@fernandoak.example"}, "…"]}
jo FORM /console/members/$mara/role role=reader -> 303
anyone GET /console/mail?k=$other -> 403 lacks "Lovely."
jo FORM /console/members/$mara/role role=moderator -> 303
anyone GET /console/mail?k=$other -> 200
jump 7d anyone GET /console/mail?k=$other -> 410 lacks "Lovely."
