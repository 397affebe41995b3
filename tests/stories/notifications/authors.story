// Emails to a review's author when it is withheld or answered for the first time. Each is sent once, and only while it
// is true.

# The author is emailed of withholding with its reason, and may change the review
review {"customer_name": "Jane Doe"} rating=5 text=Lovely. display_name=Jane as review
PATCH /api/v1/reviews/$review/reject {"reason": "abusive"} -> 200
// It waits a minute.
+0s no mail
+7m mail jane@example.com "Your review for Fern & Oak is not shown" from "\"Fern & Oak\" <…"
  header List-Unsubscribe-Post List-Unsubscribe=One-Click lacks "Hello"
  shows "Your review is not shown\n…★★★★★…Lovely.…The reason: it contains insults or threats."
  "Fern & Oak decided not to show your review of Stoneware mug."
  "Fern &#38; Oak decided not to show your review of Stoneware mug."
  "You can change your review until 18 February 2027." "Change your review" "1 Example Street" "$stop"
// The link leads to the item's form, and a changed review waits again.
anyone GET $link -> 200
FORM /review/hub/review rating=5 text=Polite. display_name= -> 303
GET /api/v1/reviews/$review -> 200 {"status": "pending", "reason": null}
+3d no mail
// Who unsubscribed gets nothing more.
FORM $stop List-Unsubscribe=One-Click -> 200
PUT /api/v1/reviews/$review/reply {"text": "Sorry!"} -> 200
+7m no mail

# A withholding that no longer holds is not sent, and a new reason or another withholding is
review rating=5 text=Lovely. display_name=Jane as review
PATCH /api/v1/reviews/$review/reject {"reason": "abusive"} -> 200
PATCH /api/v1/reviews/$review/approve {} -> 200
+7m no mail
PATCH /api/v1/reviews/$review/reject {"reason": "abusive"} -> 200
PATCH /api/v1/reviews/$review/approve {} -> 200
PATCH /api/v1/reviews/$review/reject {"reason": "unlawful"} -> 200
// One notification for both.
+7m mail jane@example.com shows "something unlawful"
// Nothing changed.
PATCH /api/v1/reviews/$review/reject {"reason": "unlawful"} -> 200
+7m no mail
PATCH /api/v1/reviews/$review/reject {"reason": "abusive"} -> 200
+7m mail jane@example.com shows "insults or threats" lacks "something unlawful"
PATCH /api/v1/reviews/$review/approve {} -> 200
PATCH /api/v1/reviews/$review/reject {"reason": "abusive"} -> 200
+7m mail jane@example.com shows "insults or threats"
// Nor is a reply that was taken back within the minute.
PUT /api/v1/reviews/$review/reply {"text": "Oops."} -> 200
DELETE /api/v1/reviews/$review/reply -> 200
+7m no mail

# The author is emailed of the first reply alone, with its words, and can see it
review rating=5 text=Lovely. display_name=Jane as review
PUT /api/v1/reviews/$review/reply {"text": "Thank you, Jane!"} -> 200
PUT /api/v1/reviews/$review/reply {"text": "Thank you, Jane!\n\n<Come> & see us again."} -> 200
+7m mail jane@example.com "Fern & Oak replied to your review"
  shows "Fern & Oak replied to you…You wrote about Stoneware mug:…★★★★★…Lovely.…Fern & Oak replied:…<Come> & see us again."
  "Fern &#38; Oak replied to you…Lovely.…Thank you, Jane!…&#60;Come&#62; &#38; see us again."
anyone GET $hub -> 200 shows "Reply from <bdi>Fern &#38; Oak</bdi>" "see us again."
PUT /api/v1/reviews/$review/reply {"text": "Another."} -> 200
+7m DELETE /api/v1/reviews/$review/reply -> 200
PUT /api/v1/reviews/$review/reply {"text": "Once more."} -> 200
+7m no mail

# A notification quotes what its author wrote last, and of an expired link has no link
review rating=5 text=Lovely. display_name=Jane
FORM /review/hub/review rating=2 headline="Twice broken" text="<Split> at the rim.\n\n{{It broke again. *60}}"
  display_name=Jane -> 303 as review
PUT /api/v1/reviews/$review/reply {"text": "We are sorry."} -> 200
+7m mail jane@example.com lacks "Lovely" "{{It broke again. *40}}"
  shows "★★☆☆☆…Twice broken…<Split> at the rim.…{{It broke again. *30}}" "role=\"img\" aria-label=\"2 stars\""
  "Twice broken…&#60;Split&#62; at the rim.…{{It broke again. *30}}"
review rating=5 text=Lovely. display_name=Jane as review
+91d PATCH /api/v1/reviews/$review/reject {"reason": "unrelated"} -> 200
+7m mail jane@example.com "Your review for Fern & Oak is not shown" lacks "/review/hub"
  shows "The link to your review no longer works"
PUT /api/v1/reviews/$review/reply {"text": "Thank you!"} -> 200
+7m mail jane@example.com "Fern & Oak replied to your review" lacks "/review/hub"

# Every dialect that withholds or replies sends the notifications
review rating=5 text=Lovely. display_name=Jane
GET /api/v1/reviews -> 200 {"reviews": [{"uuid": "$uuid"}]}
PATCH /reviews/v1/reviews/$uuid/moderate {"status": "REJECTED"} -> 200
+7m mail jane@example.com "Your review for Fern & Oak is not shown"
PATCH /reviews/v1/reviews/$uuid/reply {"message": "Sorry."} -> 200
+7m mail jane@example.com "Fern & Oak replied to your review"

# Suppressed and erased persons get no notification
review rating=5 text=Lovely. display_name=Jane as unsubscribed
jump 1s review {"email": "june@example.com"} rating=5 text=Lovely. display_name=June as erased
PUT /api/v1/suppressions/jane@example.com -> 200
each $review in ["$unsubscribed", "$erased"]: PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
POST /api/v1/privacy/erase {"email": "june@example.com", "reviews": "anonymise"} -> 202
+7m no mail
PUT /api/v1/reviews/$erased/reply {"text": "Sorry!"} -> 200
+7m no mail
// Dropped.
rows LET# 0

# Authors without an address get no notification
ask {"skip_email": true}
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="title,body,rating,review_date,reviewer_name,reviewer_email,product_id\n,Lovely.,5,2025-03-02,Jane,jane@example.com,7\n" -> 201
POST /beacon/customers {"first_name": "Jo", "phone": "+491711234567"} -> 200
POST /beacon/asks {"phone": "+491711234567", "channels": ["sms"]} -> 200
+0s mail +491711234567 sms
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $link_token
FORM /review/hub/review token=$link_token item=0 rating=4 text=Fine. display_name= -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$a"}, {"id": "$b"}]}
each $review in ["$a", "$b"]: PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
each $review in ["$a", "$b"]: PUT /api/v1/reviews/$review/reply {"text": "Hm."} -> 200
+7m no mail

# In test mode no notification leaves
fern_test POST /api/v1/review-requests/send {"email": "jane@example.com", "skip_email": true} -> 201
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
fern_test GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review"}]}
fern_test PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
+1d no mail

# Notifications to authors follow the send window
PUT /api/v1/settings {"send_window": {"from": "09:00", "to": "17:00", "days": ["friday"], "time_zone": "UTC"}} -> 200
review rating=5 text=Lovely. display_name=Jane as review
PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
// It is six in the morning.
+2h59m no mail
+11m mail jane@example.com at 2026-11-20T09:0…
