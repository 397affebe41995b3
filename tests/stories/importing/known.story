# A shop's own reviews do not come back, by id or by content
review {"product_ids": ["$mug", "$tray"]} rating=5 text=Lovely. display_name=Jane
FORM /review/hub/review item=1 rating=2 text=Thin. display_name=John -> 303
GET /api/v1/reviews.csv -> 200 is "$csv"
GET /api/v1/reviews.jsonl -> 200 is "$lines"
POST /api/v1/imports?format=afterword&dry_run=true @content-type=text/csv raw="$csv" -> 201 {"id": "$i1"}
POST /api/v1/imports?format=afterword&dry_run=true @content-type=application/x-ndjson raw="$lines" -> 201 {"id": "$i2"}
POST /api/v1/imports?format=afterword&dry_run=true @content-type=text/csv raw="product_id,rating,body,name,created_at\n$mug,5,Lovely.,Jane,2026-11-20T06:00:00Z\n$tray,2,Thin.,John,2026-11-20T06:00:00Z\n" -> 201 {"id": "$i3"}
POST /api/v1/imports?format=afterword&dry_run=false @content-type=text/csv raw="$csv" -> 201 {"id": "$i4"}
POST /api/v1/imports?format=afterword&dry_run=false @content-type=application/x-ndjson raw="$lines" -> 201 {"id": "$i5"}
POST /api/v1/imports?format=afterword&dry_run=false @content-type=text/csv raw="product_id,rating,body,name,created_at\n$mug,5,Lovely.,Jane,2026-11-20T06:00:00Z\n$tray,2,Thin.,John,2026-11-20T06:00:00Z\n" -> 201 {"id": "$i6"}
POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,body,name,created_at\n$mug,5,Lovely!,Jane,2026-11-20T06:00:00Z\n" -> 201 {"id": "$other"}
+0s each $import in ["$i1", "$i2", "$i3", "$i4", "$i5", "$i6"]:
  GET /api/v1/imports/$import -> 200 {"rows": 2, "imported": 0, "skipped": 2, "skipped_for": {"duplicate": 2}}
GET /api/v1/imports/$other -> 200 {"imported": 1}
// What was removed stays so.
GET /api/v1/reviews?q=thin -> 200 {"reviews": [{"id": "$thin"}]}
DELETE /api/v1/reviews/$thin -> 200
POST /api/v1/imports?format=afterword @content-type=text/csv raw="$csv" -> 201 {"id": "$again"}
+0s GET /api/v1/imports/$again -> 200 {"imported": 0, "skipped": 2}

# A content that two ids share is known until both are gone
POST /api/v1/imports?format=afterword @content-type=text/csv raw="external_review_id,product_id,rating,created_at\na,7,5,2025-03-02\n" -> 201 {"id": "$a"}
+0s
POST /api/v1/imports?format=afterword @content-type=text/csv raw="external_review_id,product_id,rating,created_at\nb,7,5,2025-03-02\n" -> 201 {"id": "$b"}
+0s POST /api/v1/imports/$a/undo -> 202
+0s GET /api/v1/imports/$a -> 200 {"status": "undone"}
POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,created_at\n7,5,2025-03-02\n" -> 201 {"id": "$twin"}
+0s GET /api/v1/imports/$twin -> 200 {"imported": 0, "skipped": 1}
POST /api/v1/imports/$b/undo -> 202
+0s
POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,created_at\n7,5,2025-03-02\n" -> 201 {"id": "$later"}
+0s GET /api/v1/imports/$later -> 200 {"imported": 1, "skipped": 0}
// What the shop removed does not come back without its id.
POST /api/v1/imports?format=afterword @content-type=text/csv raw="external_review_id,product_id,rating,created_at\nc,7,4,2025-03-02\n" -> 201
+0s GET /api/v1/reviews?max_rating=4 -> 200 {"reviews": [{"id": "$removed"}]}
DELETE /api/v1/reviews/$removed -> 200
POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,created_at\n7,4,2025-03-02\n" -> 201 {"id": "$gone"}
+0s GET /api/v1/imports/$gone -> 200 {"imported": 0, "skipped": 1}

# A reviewer who is erased takes imported reviews along, and these do not come back
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="review_id,title,body,rating,review_date,reviewer_name,reviewer_email,product_id\nj-1,Wow,canary text,4,2025-03-02,canary name,canary@example.com,7\nj-2,,Fine,4,2025-03-02,,x@example.com,7\n" -> 201
+0s POST /api/v1/privacy/export {"email": "canary@example.com"} -> 202 {"receipt": "$receipt"}
+1m GET /api/v1/privacy/$receipt -> 200 {"counts": {"reviews": 1}}
POST /api/v1/privacy/erase {"email": "canary@example.com", "reviews": "delete"} -> 202
+1m GET /api/v1/reviews -> 200 {"total": 1} lacks "canary name" "j-1"
// The other author's.
rows RVM# 1
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="review_id,title,body,rating,review_date,reviewer_name,reviewer_email,product_id\nj-1,Wow,canary text,4,2025-03-02,canary name,canary@example.com,7\nj-2,,Fine,4,2025-03-02,,x@example.com,7\n" -> 201 {"id": "$again"}
+0s GET /api/v1/imports/$again -> 200 {"imported": 0, "skipped": 2}

# A reviewer who is erased may leave imported reviews without a name, and these do not come back
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="review_id,title,body,rating,review_date,reviewer_name,reviewer_email,product_id\nj-1,Wow,canary text,4,2025-03-02,canary name,canary@example.com,7\nj-2,,Fine,4,2025-03-02,,x@example.com,7\n" -> 201
+0s POST /api/v1/privacy/export {"email": "canary@example.com"} -> 202 {"receipt": "$receipt"}
+1m GET /api/v1/privacy/$receipt -> 200 {"counts": {"reviews": 1}}
POST /api/v1/privacy/erase {"email": "canary@example.com", "reviews": "anonymise"} -> 202
+1m GET /api/v1/reviews -> 200 {"total": 2} lacks "canary name" "j-1"
// The other author's.
rows RVM# 1
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="review_id,title,body,rating,review_date,reviewer_name,reviewer_email,product_id\nj-1,Wow,canary text,4,2025-03-02,canary name,canary@example.com,7\nj-2,,Fine,4,2025-03-02,,x@example.com,7\n" -> 201 {"id": "$again"}
+0s GET /api/v1/imports/$again -> 200 {"imported": 0, "skipped": 2}

# A review in two exports, of which one has ids, is here once, whichever comes first
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv raw="body,rating,review_date,curated,reviewer_name,reviewer_email,product_id\nKeeps its edge.,4,2025-03-02 10:12:00 UTC,ok,Ida,ida@example.com,8301\n" -> 201 {"id": "$first1"}
+0s POST /api/v1/imports?format=judgeme&platform=shopify&dry_run=true @content-type=text/csv raw="body,rating,review_date,curated,reviewer_name,reviewer_email,product_id,metaobject_handle\nKeeps its edge.,4,2025-03-02 10:12:00 UTC,ok,Ida,ida@example.com,8301,review-9\n" -> 201 {"id": "$dry1"}
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv raw="body,rating,review_date,curated,reviewer_name,reviewer_email,product_id,metaobject_handle\nKeeps its edge.,4,2025-03-02 10:12:00 UTC,ok,Ida,ida@example.com,8301,review-9\n" -> 201 {"id": "$second1"}
+0s each $import $new $old in [["$first1", 1, 0], ["$dry1", 0, 1], ["$second1", 0, 1]]:
  GET /api/v1/imports/$import -> 200 {"imported": "$new", "skipped": "$old"}
POST /api/v1/imports/$first1/undo -> 202
+0s POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv raw="body,rating,review_date,curated,reviewer_name,reviewer_email,product_id,metaobject_handle\nKeeps its edge.,4,2025-03-02 10:12:00 UTC,ok,Ida,ida@example.com,8301,review-9\n" -> 201 {"id": "$again1"}
+0s GET /api/v1/imports/$again1 -> 200 {"imported": 1}
// An undo releases what either file is known by. The rows of these have no words at all.
oak POST /api/v1/imports?format=webtoffee @content-type=text/csv raw="comment_ID,comment_post_ID,rating,comment_date_gmt,comment_approved\n,7,5,2025-03-02,1\n" -> 201 {"id": "$first2"}
+0s oak POST /api/v1/imports?format=webtoffee&dry_run=true @content-type=text/csv raw="comment_ID,comment_post_ID,rating,comment_date_gmt,comment_approved\n31,7,5,2025-03-02,1\n" -> 201 {"id": "$dry2"}
oak POST /api/v1/imports?format=webtoffee @content-type=text/csv raw="comment_ID,comment_post_ID,rating,comment_date_gmt,comment_approved\n31,7,5,2025-03-02,1\n" -> 201 {"id": "$second2"}
+0s each $import $new $old in [["$first2", 1, 0], ["$dry2", 0, 1], ["$second2", 0, 1]]:
  oak GET /api/v1/imports/$import -> 200 {"imported": "$new", "skipped": "$old"}
oak POST /api/v1/imports/$first2/undo -> 202
+0s oak POST /api/v1/imports?format=webtoffee @content-type=text/csv raw="comment_ID,comment_post_ID,rating,comment_date_gmt,comment_approved\n31,7,5,2025-03-02,1\n" -> 201 {"id": "$again2"}
+0s oak GET /api/v1/imports/$again2 -> 200 {"imported": 1}
moss POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv raw="body,rating,review_date,curated,reviewer_name,reviewer_email,product_id,metaobject_handle\nKeeps its edge.,4,2025-03-02 10:12:00 UTC,ok,Ida,ida@example.com,8301,review-9\n" -> 201 {"id": "$first3"}
+0s moss POST /api/v1/imports?format=judgeme&platform=shopify&dry_run=true @content-type=text/csv raw="body,rating,review_date,curated,reviewer_name,reviewer_email,product_id\nKeeps its edge.,4,2025-03-02 10:12:00 UTC,ok,Ida,ida@example.com,8301\n" -> 201 {"id": "$dry3"}
moss POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv raw="body,rating,review_date,curated,reviewer_name,reviewer_email,product_id\nKeeps its edge.,4,2025-03-02 10:12:00 UTC,ok,Ida,ida@example.com,8301\n" -> 201 {"id": "$second3"}
+0s each $import $new $old in [["$first3", 1, 0], ["$dry3", 0, 1], ["$second3", 0, 1]]:
  moss GET /api/v1/imports/$import -> 200 {"imported": "$new", "skipped": "$old"}
moss POST /api/v1/imports/$first3/undo -> 202
+0s moss POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv raw="body,rating,review_date,curated,reviewer_name,reviewer_email,product_id\nKeeps its edge.,4,2025-03-02 10:12:00 UTC,ok,Ida,ida@example.com,8301\n" -> 201 {"id": "$again3"}
+0s moss GET /api/v1/imports/$again3 -> 200 {"imported": 1}
acme POST /api/v1/imports?format=webtoffee @content-type=text/csv raw="comment_ID,comment_post_ID,rating,comment_date_gmt,comment_approved\n31,7,5,2025-03-02,1\n" -> 201 {"id": "$first4"}
+0s acme POST /api/v1/imports?format=webtoffee&dry_run=true @content-type=text/csv raw="comment_ID,comment_post_ID,rating,comment_date_gmt,comment_approved\n,7,5,2025-03-02,1\n" -> 201 {"id": "$dry4"}
acme POST /api/v1/imports?format=webtoffee @content-type=text/csv raw="comment_ID,comment_post_ID,rating,comment_date_gmt,comment_approved\n,7,5,2025-03-02,1\n" -> 201 {"id": "$second4"}
+0s each $import $new $old in [["$first4", 1, 0], ["$dry4", 0, 1], ["$second4", 0, 1]]:
  acme GET /api/v1/imports/$import -> 200 {"imported": "$new", "skipped": "$old"}
acme POST /api/v1/imports/$first4/undo -> 202
+0s acme POST /api/v1/imports?format=webtoffee @content-type=text/csv raw="comment_ID,comment_post_ID,rating,comment_date_gmt,comment_approved\n,7,5,2025-03-02,1\n" -> 201 {"id": "$again4"}
+0s acme GET /api/v1/imports/$again4 -> 200 {"imported": 1}
