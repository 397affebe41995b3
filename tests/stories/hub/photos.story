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
