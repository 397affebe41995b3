# A review that its author got something for says so wherever it is shown
review {"incentivized": true} rating=5 text=Lovely. display_name=Jane
jump 1s review {"email": "june@example.com", "incentivized": null} rating=5 text=Lovely. display_name=Jane
jump 1s POST /api/v1/review-requests/send {"email": "jane@example.com", "incentivized": "yes"} -> 422 invalid_incentivized
GET /api/v1/reviews -> 200 {"reviews": [{"incentivized": false}, {"incentivized": true, "id": "$review"}]}
anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"incentivized": false}, {"incentivized": true}]}
anyone GET /p/fern/$mug.html -> 200 times "<span class=\"afterword-incentivized\">Got something in return</span>" 1
mara GET /console/reviews?show=all -> 200 times "Got something in return" 1
mara GET /console/reviews/$review -> 200 times "Got something in return" 1
GET /api/v1/reviews.csv -> 200 shows ",incentivized,…,true,,,,\r\n…,false,,,,\r\n"
// A column of a file marks reviews, too.
each $format $id $value in [["afterword", "7095", "true"], ["afterword", "7096", "false"], ["loox", "7097", "Yes"], ["loox", "7098", ""]]:
  POST /api/v1/imports?format=$format @content-type=text/csv
    raw="product_id,rating,created_at,incentivized\r\n$id,5,2026-11-01,$value\r\n" -> 201
+0s each $id $is in [["7095", true], ["7096", false], ["7097", true], ["7098", false]]:
  GET /api/v1/reviews?product=shopify-$id -> 200 {"reviews": [{"incentivized": "$is"}]}
