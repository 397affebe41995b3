# An author who unsubscribed learns facts, ground and redress
PUT /api/v1/settings {"owner_email": "owner@fernandoak.example", "public_display": true} -> 200
review {"customer_name": "Jane Doe"} rating=5 text=Lovely. display_name=Jane as review
ask {"order_id": "B", "delay_days": 0}
+0s mail jane@example.com "…"
FORM $stop -> 200
PATCH /api/v1/reviews/$review/reject {"reason": "abusive"} -> 200
+7m mail jane@example.com "…" shows "decided not to show your review of Stoneware mug"
  "The reason: it contains insults or threats."
  "has the rule not to show reviews for this reason, however many stars they give" "decided this on"
  "The decision applies everywhere, until Fern & Oak decides otherwise." "If you disagree, write to Fern & Oak"
  "a court or to an out-of-court body"
// The law as the ground, and replies that reach the shop.
PUT /api/v1/settings {"reply_to": "help@fern.example"} -> 200
PATCH /api/v1/reviews/$review/reject {"reason": "unlawful"} -> 200
+7m mail jane@example.com "…" shows "holds that the law does not allow this content" "just reply to this email"
// An answer is no statement of reasons.
PUT /api/v1/reviews/$review/reply {"text": "Sorry!"} -> 200
+7m no mail

# A missing reason is asked for and given later
review {"customer_name": "Jane Doe"} rating=5 text=Lovely. display_name=Jane as review
PATCH /api/v1/reviews/$review/reject {} -> 200
+7m mail jane@example.com "…" shows "The shop gave no reason." "To learn the reason, or if you disagree"
mara GET /console/today -> 200 shows "A review was withheld without a reason" "href=\"/console/reviews/$review\""
mara GET /console/reviews/$review -> 200 shows "Say why it is withheld" "Save the reason and email the author"
  between "name=\"revision\" value=\"" "\"" $revision
// The console takes no decision without a reason.
mara FORM /console/reviews/$review/withhold revision=$revision -> 422
mara FORM /console/reviews/$review/withhold revision=$revision reason=fake -> 303
+7m mail jane@example.com "…" shows "it does not seem to come from a real experience"
mara GET /console/today -> 200 lacks "without a reason"

# An author learns why an edit was dropped and a review removed
review {"email": "june@example.com", "customer_name": "Jane Doe"} rating=5 text=Lovely. display_name=Jane as review
FORM /review/hub/review rating=1 text="Call 0171 2345678." display_name= -> 303
PATCH /api/v1/reviews/$review/reject {"reason": "personal_data", "edit": true} -> 200
+7m mail june@example.com "Your change to a review for Fern & Oak is not shown"
  shows "The earlier version stays" "Lovely." "somebody’s personal data"
// Authors who replace their own edit are told nothing.
FORM /review/hub/review rating=1 text="Call 0171 2345678." display_name= -> 303
FORM /review/hub/review rating=4 text=Fine. display_name= -> 303
DELETE /api/v1/reviews/$review?reason=unlawful -> 200
+7m mail june@example.com "Your review for Fern & Oak was removed"
  shows "removed your review of Stoneware mug for good" "something unlawful" "out-of-court" lacks "/review/hub"

# A reader who leaves an address gets a receipt and the decision
PUT /api/v1/settings {"owner_email": "owner@fernandoak.example", "privacy_url": "https://fern.example/privacy"} -> 200
review {"customer_name": "Jane Doe"} rating=5 text=Lovely. display_name=Jane as review
anyone GET /review/report?shop=fern&review=$review -> 200 shows "name=\"email\"" "href=\"https://fern.example/privacy\""
FORM /review/report @x-forwarded-for=192.0.2.1 shop=fern review=$review reason=unlawful words="I know her."
  email="rita at example" -> 422
  shows "value=\"rita at example\"" "I know her." "value=\"unlawful\" required checked" "Please enter an email"
FORM /review/report @x-forwarded-for=192.0.2.1 shop=fern review=$review reason=unlawful words="I know her."
  email=rita@example.com -> 200 shows "a confirmation arrives soon"
FORM /review/report @x-forwarded-for=192.0.3.1 shop=fern review=$review reason=fake words="I know her."
  email=rolf@example.com -> 200
+7m mail rita@example.com "…" shows "You reported a review of Stoneware mug on" "reads your report and decides"
  lacks "I know her."
each $to in ["rolf@example.com", "owner@fernandoak.example"]: mail $to "…"
// The shop keeps the review: no decision without a reason, and both readers get it.
mara GET /console/reviews/$review -> 200 shows "Reported by readers" "Keep the review"
  between "name=\"revision\" value=\"" "\"" $revision
mara FORM /console/reviews/$review/keep revision=$revision kept=" " -> 422
mara FORM /console/reviews/$review/keep revision=$revision kept="It is an opinion." -> 303
+7m each $reader in ["rita@example.com", "rolf@example.com"]: mail $reader "The decision of Fern & Oak about your report"
  shows "stays public" "It is an opinion." "If you disagree" "out-of-court"
mara GET /console/today -> 200 lacks "reported"
mara GET /console/reviews/$review -> 200 shows "Kept" "It is an opinion." lacks "Keep the review"
  between "name=\"revision\" value=\"" "\"" $kept
mara FORM /console/reviews/$review/keep revision=$kept kept=Again. -> 409
// A later report is ended by withholding, unless that is undone. Nobody gets a decision twice.
FORM /review/report @x-forwarded-for=192.0.4.1 shop=fern review=$review reason=abusive words="I know her."
  email=rosa@example.com -> 200
+7m mail rosa@example.com "…"
mara GET /console/reviews/$review -> 200 between "name=\"revision\" value=\"" "\"" $reported
mara FORM /console/reviews/$review/withhold revision=$reported reason=abusive -> 303
mara GET /console/today -> 200 lacks "reported"
mara GET /console/reviews/$review -> 200 between "name=\"revision\" value=\"" "\"" $withheld
mara FORM /console/reviews/$review/undo revision=$withheld -> 303
+7m no mail
mara GET /console/today -> 200 shows "Readers reported a review"
PATCH /api/v1/reviews/$review/reject {"reason": "abusive"} -> 200
+7m mail jane@example.com "…"
mail rosa@example.com "…" shows "no longer public" "insults or threats" "out-of-court"

# Strangers cannot have many receipts sent, and false addresses harm no shop
review {"customer_name": "Jane Doe"} rating=5 text=Lovely. display_name=Jane as review
// The page is the same when nothing leaves.
each $n in 0..8: FORM /review/report @x-forwarded-for=198.51.$n.1 shop=fern review=$review reason=unlawful words=
  email=vi.c+$n@example.com -> 200 shows "a confirmation arrives soon"
+7m each $n in 1..3: mail vi.c+…@example.com "…"
PATCH /api/v1/reviews/$review/reject {"reason": "unlawful"} -> 200
+7m mail jane@example.com "…"
mail vi.c+…@example.com "…"
PATCH /api/v1/reviews/$review/approve {} -> 200
each $n in 0..3: FORM /review/report @x-forwarded-for=192.0.2.1 shop=fern review=$review reason=unlawful words=
  email=bounce@$n.example.com -> 200
+7m each $n in 0..3: mail bounce@….example.com "…"
GET /api/v1/deliverability -> 200 {"last_1000": {"bounced": 0}}
