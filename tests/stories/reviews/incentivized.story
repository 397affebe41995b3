# A review that its author got something for says so wherever it is shown
review {"incentivized": true} rating=5 text=Lovely. display_name=Jane
jump 1s review {"email": "june@example.com", "incentivized": null} rating=5 text=Lovely. display_name=Jane
jump 1s POST /api/v1/review-requests/send {"email": "jane@example.com", "incentivized": "yes"} -> 422 invalid_incentivized
GET /api/v1/reviews -> 200 {"reviews": [{"incentivized": false}, {"incentivized": true, "id": "$review"}]}
anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"incentivized": false}, {"incentivized": true}]}
anyone GET /p/fern/$mug.html -> 200 times "<span class=\"afterword-incentivized\">Got something in return</span>" 1
mara GET /console/reviews?show=all -> 200 times "Got something in return" 1
mara GET /console/reviews/$review -> 200 times "Got something in return" 1
GET /api/v1/reviews.csv -> 200 shows ",incentivized,…,true,,,,,\r\n…,false,,,,,\r\n"
// A column of a file marks reviews, too.
each $format $id $value in [["afterword", "7095", "true"], ["afterword", "7096", "false"], ["loox", "7097", "Yes"], ["loox", "7098", ""]]:
  POST /api/v1/imports?format=$format @content-type=text/csv
    raw="product_id,rating,created_at,incentivized\r\n$id,5,2026-11-01,$value\r\n" -> 201
+0s each $id $is in [["7095", true], ["7096", false], ["7097", true], ["7098", false]]:
  GET /api/v1/reviews?product=shopify-$id -> 200 {"reviews": [{"incentivized": "$is"}]}

# Where one author in five got something, the number stands beside the average
each $n in 1..5: review {"email": "jane$n@example.com"} rating=4
review {"email": "ann@example.com", "incentivized": true} rating=4 as rewarded
each $list in ["$mug", "@all"]: anyone GET /p/fern/$list.json?lang=en -> 200
  {"rating": {"count": 5, "rewarded": 1}, "labels": {"rewarded": {"other": "{n} of them got something in return"}}}
anyone GET /p/fern/$mug.html -> 200 shows "4.0 out of 5</b> · <span…5 reviews</span> · <span…>1 of them got something in return</span>"
anyone GET /p/fern/ratings.json -> 200 exactly {"$mug": [4.0, 5, 1, 1795154400]}
review {"email": "june@example.com"} rating=4
jump 5m each $list in ["$mug", "@all"]:
  anyone GET /p/fern/$list.json -> 200 {"rating": {"count": 6, "rewarded": "$absent"}}
anyone GET /p/fern/$mug.html -> 200 lacks "of them got something"
anyone GET /p/fern/ratings.json -> 200 exactly {"$mug": [4.0, 6, 0, 1795154400]}
anyone GET /trust/fern -> 200 shows "Got something in return</b> <span>1 of 6</span>"
