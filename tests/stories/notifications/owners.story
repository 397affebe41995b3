// Emails to the shop's owners: about a webhook that is switched off, reviews, and the shop's end.

# The owner's email is a setting that nobody else sees
GET /api/v1/settings -> 200 {"owner_email": null}
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example"} -> 200 {"owner_email": "owner@fern-and-oak.example"}
PUT /api/v1/settings {"shop_name": "Fern"} -> 200 {"owner_email": "owner@fern-and-oak.example"}
each $bad in ["", "owner", "a@b", "a@b.example, c@d.example", 7]:
  PUT /api/v1/settings {"owner_email": "$bad"} -> 422 invalid_owner_email
review rating=5 text=Lovely. display_name=Jane
each $path in ["$hub", "/p/fern/$mug.html", "/trust/fern", "/trust/fern.json"]: anyone GET $path -> 200 lacks "owner@"
PUT /api/v1/settings {"owner_email": null} -> 200 {"owner_email": null}

# The owner is emailed once when a webhook has failed for three days
hook 500 {"events": ["review.published"]}
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example", "reply_to": "help@fern.example"} -> 200
review rating=5 text=Lovely. display_name=Jane
+2d mail owner@fern-and-oak.example "A review for Fern & Oak"
review rating=5 text=Lovely. display_name=Jane
// Nobody answers themselves.
+4d mail owner@fern-and-oak.example "A review for Fern & Oak"
mail owner@fern-and-oak.example "A webhook of Fern & Oak is switched off" header Reply-To "" header List-Unsubscribe ""
  shows "Replies to this email reach nobody: press its button." "since 20 November 2026" "$hook" "switch the webhook on again" "to=%2Fconsole%2Fwebhooks%2F$webhook"
GET /api/v1/webhooks/$webhook -> 200 {"status": "disabled"}

# The owner is emailed of a webhook that is gone at once and in their language
hook 410 {"events": ["review.published"]}
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example", "language": "de"} -> 200
review rating=5 text=Lovely. display_name=Jane
review {"product_ids": ["$tray"]} rating=5 text=Lovely. display_name=Jane
+1d mail owner@fern-and-oak.example shows "(410)" "$hook" "Ein Webhook ist abgeschaltet\n"
mail owner@fern-and-oak.example "2 Bewertungen für Fern & Oak"

# Without an address or once the webhook is enabled again there is no notification
hook 410 {"events": ["review.published"]}
review rating=5 text=Lovely. display_name=Jane
+7m PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example"} -> 200
// Nothing waits for an address.
+7m no mail
PATCH /api/v1/webhooks/$webhook {"status": "enabled"} -> 200
review rating=5 text=Lovely. display_name=Jane
+0s GET /api/v1/webhooks/$webhook -> 200 {"status": "disabled"}
// Somebody was faster; then the shop does it itself.
PATCH /api/v1/webhooks/$webhook {"status": "enabled"} -> 200
+7m PATCH /api/v1/webhooks/$webhook {"status": "disabled"} -> 200
+7m no mail

# Owners are told of the end at once, after a week, and three days before it is too late
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example"} -> 200
mara signs in as owner
jo signs in as moderator
mara FORM /console/settings/end shop=fern -> 303
// Not the moderator.
+7m mail owner@fern-and-oak.example "Fern & Oak is closed: everything is destroyed on 20 December 2026"
  shows "An owner closed it in the console on 20 November 2026." "/console"
  "Until 19 December 2026 an owner can open the console and reopen the shop." lacks "mara"
mail mara@fernandoak.example "Fern & Oak is closed: everything is destroyed on 20 December 2026"
// An ended shop is looked at every hour.
jump 5d
+1d no mail
+1d2h mail …
mail …
jump 18d
+1d no mail
+1d2h mail …
mail …
jump 1d
+2d2h no mail

# An end that is taken back is told once, and no other email follows
// One mailbox gets one email, although it is both the shop's and a member's.
PUT /api/v1/settings {"owner_email": "mara@fernandoak.example"} -> 200
mara signs in as owner
operator {"delete_shop": {}} -> {}
+7m mail mara@fernandoak.example shows "The operator of this review service closed it"
mara FORM /console/restore -> 303
+29d mail mara@fernandoak.example "Fern & Oak is open again"
// The next end is told again.
operator {"delete_shop": {}} -> {}
+7m mail mara@fernandoak.example

# A guest of a key ends no shop, and an end in test mode is told to nobody
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example"} -> 200
POST /api/v1/console-links {} -> 201 between "?k=" "\"" $k
guest FORM /console/sign-in/link k=$k -> 303
guest GET /console/settings -> 200 lacks "/console/settings/end"
guest FORM /console/settings/end shop=fern -> 403 shows "Your role does not allow this."
+7m GET /api/v1/settings -> 200
no mail
fern_test PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example"} -> 200
operator {"delete_shop": {"shop": "fern.test"}} -> {}
+7m no mail

# The owner's address that is no member's is told each morning, without links that act, until it ends that
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example", "moderation": "hold"} -> 200
review rating=1 text=One. display_name=Jane
PUT /api/v1/settings {"moderation": "publish"} -> 200
review rating=5 text=Two. display_name=Jane
+24h mail owner@fern-and-oak.example "2 reviews for Fern & Oak" header List-Unsubscribe-Post List-Unsubscribe=One-Click lacks "/console/mail?" "Publish:"
  shows "> One.\n…Open: …/console/sign-in?shop=fern.live&to=%2Fconsole%2Freviews%2F…> Two.\n"
  "somebody entered owner@fern-and-oak.example as the owner’s address" "If you don’t know Fern & Oak, or want no more, end these emails:"
+9d no mail
+48h mail owner@fern-and-oak.example "A review for Fern & Oak" shows "> One.\n"
anyone GET $stop -> 200 shows "No more emails about reviews?"
each $time in 0..2: anyone FORM $stop List-Unsubscribe=One-Click -> 200 shows "You get no more emails about reviews"
review rating=5 text=Three. display_name=Jane
+48h no mail
// What an owner must hear still comes, and another address is asked by nobody to be quiet.
PUT /api/v1/settings {"owner_email": "other@fern-and-oak.example"} -> 200
review rating=5 text=Four. display_name=Jane
+48h mail other@fern-and-oak.example "2 reviews for Fern & Oak"
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example"} -> 200
operator {"delete_shop": {}} -> {}
+7m mail owner@fern-and-oak.example "Fern & Oak is closed: everything is destroyed on …"

# One mailbox gets one email about reviews
PUT /api/v1/settings {"owner_email": "mara@fernandoak.example"} -> 200
mara signs in as owner
review rating=5 text=Lovely. display_name=Jane
+24h mail mara@fernandoak.example "A review for Fern & Oak" shows "/console/mail?k="
+24h no mail

# A waiting change is told with its words
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example"} -> 200
review rating=5 text=Lovely. display_name=Jane
+24h mail owner@fern-and-oak.example
PUT /api/v1/settings {"moderation": "hold"} -> 200
FORM /review/hub/review rating=1 text=Broke. display_name=Jane -> 303
+24h mail owner@fern-and-oak.example "A review for Fern & Oak" shows "> Broke.\n…Public. A change to it waits for your decision"

# An email to an owner who must not be written to is ordered once
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example"} -> 200
PUT /api/v1/suppressions/owner@fern-and-oak.example -> 200
review rating=5 text=Lovely. display_name=Jane
+12d no mail
rows LET# 1
