# No dead link and no other item takes a photo, and the address to which an upload returns changes nothing
ask {"skip_email": true, "product_ids": ["$mug"]} as late
ask {"skip_email": true, "product_ids": ["$mug"], "order_id": "A"}
anyone GET $hub @user-agent=Googlebot/2.1 -> 200 between "name=\"token\" value=\"" "\"" $token
anyone GET /review/hub/photo?token=$token&item=0 -> 303
anyone GET /review/hub/photo?token=%0d%0aSet-Cookie:x&item=0 -> 404
timeline created
rows REV# 0
each $form $token $item in [["photo", "cut-short", "0"], ["photo/remove", "cut-short", "0"], ["photo", "$token", "1"],
    ["photo/remove", "$token", "1"], ["photo", "$token", "x"], ["photo/remove", "$token", "x"]]:
  FORM /review/hub/$form token=$token item=$item photo=0 -> 404
DELETE /api/v1/review-requests/$id -> 200
each $form in ["photo", "photo/remove"]: FORM /review/hub/$form photo=0 -> 410
jump 91d each $hub in ["$late_hub"]: FORM /review/hub/photo @accept=application/json -> 410

# A removed photo is gone from the page and the bucket, and nobody removes another's
ask {"skip_email": true, "product_ids": ["$mug", "$tray"]} as jane
photo 40x40
photo 60x60
anyone GET $hub -> 200 shows "alt=\"Your photo 1 of Stoneware mug\" width=\"40\" height=\"40\"" times "alt=\"Your photo" 2
each $n in 0..2: FORM /review/hub/photo/remove photo=0 -> 303
moss POST /api/v1/review-requests/send {"email": "jane@example.com", "product_ids": ["$mug"], "skip_email": true} -> 201
FORM /review/hub/photo/remove photo=1 -> 303
anyone GET $jane_hub -> 200 shows "width=\"60\" height=\"60\"" times "alt=\"Your photo" 1
rows REV# 1
files photos/ 2

# A new photo of a published review waits for the shop that decides, and a removed one is gone at once
PUT /api/v1/settings {"moderation": "hold"} -> 200
review rating=5 text=Lovely. display_name=Jane as review
PATCH /api/v1/reviews/$review/approve -> 200 header etag "$read"
hook 200 {"events": ["review.updated"]}
photo 40x20
+0s delivered review.updated
jump 1m anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"photos": []}]}
GET /api/v1/reviews/$review -> 200 {"status": "approved", "photos": [], "edited_at": null, "pending_edit": {"content": "Lovely.",
  "rating": 5, "photos": [{"width": 40, "height": 20, "url": "$url"}]}} header etag "$seen"
GET $url -> 200 header content-type "image/jpeg"
// The shop cannot approve photos that it has not seen.
PATCH /api/v1/reviews/$review/approve @if-match=$read -> 412 revision_conflict
PATCH /api/v1/reviews/$review/approve @if-match=$seen -> 200
GET /api/v1/reviews/$review -> 200 {"edited_at": null, "pending_edit": null}
+0s no delivery
jump 1m anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"photos": [{"width": 40}]}]}
each $n in 0..2: FORM /review/hub/photo/remove photo=0 -> 303
+0s delivered review.updated
no delivery
jump 1m anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"photos": []}]}
// S3 does not say that a file is gone to callers who may not list the bucket.
GET $url -> 403

# A new photo of a withheld review makes it wait for the shop again
review rating=1 text=Awful. display_name=Jane as review
PATCH /api/v1/reviews/$review/reject {"reason": "abusive"} -> 200
photo 40x20
GET /api/v1/reviews/$review -> 200 {"status": "pending", "reason": null, "photos": [{"width": 40}]}
GET /api/v1/reviews?state=withheld -> 200 {"reviews": []}

# A photo that the shop drops is deleted and does not come back
PUT /api/v1/settings {"moderation": "hold"} -> 200
review rating=5 text=Lovely. display_name=Jane as review
PATCH /api/v1/reviews/$review/approve -> 200
photo 40x40
PATCH /api/v1/reviews/$review/reject {"edit": true, "reason": "abusive"} -> 200
files photos/ 0
photo 40x40
mara GET /console/reviews/$review -> 200 between "name=\"revision\" value=\"" "\"" $revision
mara FORM /console/reviews/$review/drop-edit revision=$revision reason=abusive -> 303
files photos/ 0
PUT /api/v1/settings {"moderation": "publish"} -> 200
FORM /review/hub/review rating=4 text=Fine. display_name= -> 303
jump 1m anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"rating": 4, "photos": []}]}

# A renewed link has the photos of the reviews that were not sent, with files of its own
ask {"skip_email": true, "product_ids": ["shopify-1", "$tray", "$mug"]}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
photo 40x40 item=1
photo 60x40 item=2
photo 80x40 item=2
photo 100x40 item=2
FORM /review/hub/photo/remove item=2 photo=1 -> 303
anyone GET $hub -> 200 shows "width=\"40\"…width=\"60\"…width=\"100\"" lacks "width=\"80\""
jump 90d FORM /review/hub/renew -> 200
+0s mail jane@example.com "…"
anyone GET $link -> 200 shows "A photo is being uploaded or checked." between "name=\"token\" value=\"" "\"" $fresh
+5s anyone GET $link -> 200 shows "width=\"40\"…width=\"60\"…width=\"100\"" lacks "being uploaded"
files photos/ 12
FORM /review/hub/photo/remove token=$fresh item=1 photo=0 -> 303
FORM /review/hub/review token=$fresh item=1 rating=5 text=Lovely. display_name=Jane -> 303
anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"photos": [{"width": 100, "thumb": {"url": "$small"}}]}]}
anyone GET $small -> 200

# Photos follow each renewal, and a failing S3 delays them and not the link
ask {"skip_email": true, "product_ids": ["$mug"]}
photo 40x40
jump 90d FORM /review/hub/renew -> 200
+5s mail jane@example.com "…"
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $second
each $hub in ["/review/hub?token=$second"]: photo 60x40
fails S3 ServerError
jump 90d FORM /review/hub/renew token=$second -> 200
+5s mail jane@example.com "…"
anyone GET $link -> 200 lacks "alt=\"Your photo"
heals
+6m anyone GET $link -> 200 shows "width=\"40\"…width=\"60\""
files photos/ 10

# An erasure removes the photos of every link, copied or not
ask {"email": "ann@example.com", "skip_email": true, "product_ids": ["$mug"]} as ann
photo 40x40
ask {"email": "ben@example.com", "skip_email": true, "product_ids": ["$mug"]} as ben
photo 40x40
jump 90d FORM /review/hub/renew token=$ann_hub -> 200
+5s FORM /review/hub/renew -> 200
+0s files photos/ 6
each $email in ["ann@example.com", "ben@example.com"]: POST /api/v1/privacy/erase {"email": "$email"} -> 202
+12m files photos/ 0
rows REV# 0
each $link in ["$ann_hub", "$ben_hub"]: anyone GET $link -> 404
