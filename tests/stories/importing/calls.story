# An import runs in the background and has a record for 90 days
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,title,body,name,reply,language,created_at\nr-1,$mug,4,Fine,\"Holds, \"\"two\"\"\ncups.\",Jane,Thank you!,de,2025-03-02T10:12:00Z\n"
  -> 201 {"id": "$import", "status": "running", "rows": 0, "imported": 0, "skipped": 0, "upload": null} is "$answer"
GET /api/v1/imports/$import -> 200 is "$answer"
+0s GET /api/v1/imports/$import -> 200 {"status": "done", "format": "afterword", "dry_run": false, "rows": 1, "imported": 1,
  "skipped": 0, "errors": [], "upload": null}
HEAD /api/v1/imports/$import -> 200
row T#fern.live#IMP#$import IMP#$import {"ttl": {"N": "1802930400"}}
// A whole row is a whole review.
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review", "external_review_id": "r-1", "platform": "betterreviews", "origin": "import",
  "external_product_id": "$mug", "rating": 4, "title": "Fine", "content": "Holds, \"two\"\ncups.", "reviewer_name": "Jane",
  "is_verified_buyer": false, "verification": "none", "status": "approved", "language": "de", "request_id": null, "revision": 1,
  "review_created_at": "2025-03-02T10:12:00Z", "reply": {"text": "Thank you!"}}]}
GET /api/v1/reviews/$review/history -> 200 {"history": [{"what": "imported", "by": {"type": "key"}}, {"what": "published"},
  {"what": "replied"}]}
GET /api/v1/imports/6f4770fc-b8ee-4bf2-9977-d048a7f27987 -> 404 not_found

# Parameters have rules
each $bad $code in [["format=", "invalid_format"], ["format=x", "invalid_format"], ["format=Okendo", "invalid_format"],
  ["format=wix", "invalid_format"], ["platform=wix", "invalid_platform"], ["dates=year_first", "invalid_dates"],
  ["columns=stars", "invalid_columns"], ["columns=stars=Rating", "invalid_columns"], ["dry_run=", "invalid_dry_run"],
  ["dry_run=1", "invalid_dry_run"], ["dry_run=yes", "invalid_dry_run"], ["dry_run=True", "invalid_dry_run"]]:
  POST /api/v1/imports?$bad @content-type=text/csv raw=x -> 422 {"error": "$code"}
each $field in ["rating", "status", "created_at", "body"]:
  POST /api/v1/imports?format=generic&platform=shopify&columns=$field=A,$field=B @content-type=text/csv raw=x
    -> 422 invalid_columns shows "`columns` names $field twice"
each $format in ["afterword", "judgeme", "loox", "yotpo", "okendo", "stamped", "spr", "woocommerce", "cusrev", "webtoffee", "generic"]:
  POST /api/v1/imports?format=$format&platform=shopify @content-type=text/csv raw=x -> 201 {"format": "$format"}
POST /api/v1/imports @content-type=text/csv raw="external_review_id,product_id,rating,created_at\nr-1,7,5,2025-03-02\n"
  -> 201 {"id": "$import", "format": null}
+0s GET /api/v1/imports/$import -> 200 {"format": "afterword"}

# Numbers of products need their platform
each $format in ["judgeme", "yotpo", "stamped", "generic"]:
  POST /api/v1/imports?format=$format @content-type=text/csv raw=x -> 422 platform_needed
each $format in ["judgeme", "yotpo", "stamped", "generic"]: POST /api/v1/imports?format=$format&platform=woocommerce -> 201
each $format $platform in [["okendo", "shopify"], ["loox", "shopify"], ["woocommerce", "woocommerce"]]:
  POST /api/v1/imports?format=$format -> 201 {"platform": "$platform"}
// It is the platform of the shop's only connection.
woocommerce connects
POST /api/v1/imports?format=judgeme @content-type=text/csv raw="rating,review_date,product_id\n4,2025-03-02,7\n" -> 201 {"id": "$import"}
+0s GET /api/v1/imports/$import -> 200 {"platform": "woocommerce", "imported": 1}
GET /api/v1/reviews -> 200 {"reviews": [{"external_product_id": "woo-7"}]}
// Numbers in a system's own file stay its own, whatever the shop is connected with.
POST /api/v1/imports @content-type=text/csv
  raw="id,status,rating,email,nickname,review,date,productId\nL1,Active,5,,Jo,Heavy.,2025-03-02,8\n" -> 201 {"id": "$loox"}
+0s GET /api/v1/imports/$loox -> 200 {"format": "loox", "platform": "shopify", "imported": 1}
GET /api/v1/reviews?product=shopify-8 -> 200 {"total": 1}
oak PUT /api/v1/integrations/shopify {"secret": "lettersanddigits0"} -> 200
oak POST /api/v1/imports @content-type=text/csv
  raw="comment_ID,comment_post_ID,comment_author,comment_date_gmt,comment_content,comment_approved,comment_parent,rating\n5,9,Jo,2025-03-02 10:12:00,Heavy.,1,0,5\n" -> 201 {"id": "$webtoffee"}
+0s oak GET /api/v1/imports/$webtoffee -> 200 {"format": "webtoffee", "platform": "woocommerce", "imported": 1}
oak GET /api/v1/reviews?product=woo-9 -> 200 {"total": 1}
PUT /api/v1/integrations/shopify {"secret": "lettersanddigits0"} -> 200
POST /api/v1/imports?format=judgeme @content-type=text/csv raw=x -> 422 platform_needed

# A dry run says what would come, and a review that is known does not come again
POST /api/v1/imports?format=afterword&dry_run=true @content-type=text/csv
  raw="external_review_id,product_id,rating,body,created_at\nr-1,7,4,Fine.,2025-03-02\nr-2,7,9,,2025-03-02\n" -> 201 {"id": "$dry"}
+0s GET /api/v1/imports/$dry -> 200 {"dry_run": true, "status": "done", "rows": 2, "imported": 1, "skipped": 1,
  "skipped_for": {"invalid_rating": 1}, "errors": "$errors"}
each $rows in ["RV", "REV#", "RVC#", "WHD#"]: rows $rows 0
POST /api/v1/imports?format=afterword&dry_run=false @content-type=text/csv
  raw="external_review_id,product_id,rating,body,created_at\nr-1,7,4,Fine.,2025-03-02\nr-2,7,9,,2025-03-02\n" -> 201 {"id": "$real"}
+0s GET /api/v1/imports/$real -> 200 {"rows": 2, "imported": 1, "skipped": 1, "errors": "$errors"}
// By its id it is known, whatever else the row says; another system has ids of its own.
POST /api/v1/imports?format=afterword&dry_run=true @content-type=text/csv
  raw="external_review_id,product_id,rating,body,created_at\nr-1,8,1,Broken.,2024-01-01\nr-2,7,4,Fine.,2025-03-02\n" -> 201 {"id": "$again"}
POST /api/v1/imports?format=okendo @content-type=application/x-ndjson
  raw="{\"reviewId\": \"r-1\", \"productId\": \"7\", \"rating\": 5, \"dateCreated\": \"2025-03-02\"}" -> 201 {"id": "$other"}
+0s
GET /api/v1/imports/$again -> 200 {"rows": 2, "imported": 1, "skipped": 1, "errors": [{"line": 2, "column": null, "code": "duplicate"}]}
GET /api/v1/imports/$other -> 200 {"imported": 1, "skipped": 0}

# The body is CSV or JSON of at most 1 MiB
each $type in ["application/xml", "text/plain", "", "multipart/form-data"]:
  POST /api/v1/imports?format=afterword @content-type=$type raw=x -> 415 unsupported_media_type
each $type in ["application/json", "Application/JSON; charset=utf-8", "application/x-ndjson", "text/csv", "text/csv; charset=utf-8", "Text/CSV"]:
  POST /api/v1/imports?format=afterword @content-type="$type" raw=x -> 201
POST /api/v1/imports?format=afterword @content-type=text/csv @content-encoding=gzip raw=x -> 415 unsupported_media_type
POST /api/v1/imports?format=afterword @content-type=text/csv raw="{{x*1048577}}" -> 413 payload_too_large shows "1 MiB"
POST /api/v1/imports?format=okendo @content-type=text/csv raw="productId,rating,dateCreated\n1,5,2025-03-02\n{{\n*1048532}}" -> 201 {"id": "$most"}
+0s GET /api/v1/imports/$most -> 200 {"rows": 1}

# Texts of a row have lengths, and a part that is too long is cut, with a note
POST /api/v1/imports?format=afterword @content-type=text/csv raw="external_review_id,product_id,rating,created_at,title,body,name,reply\n{{x*128}},7,5,2025-03-01,{{é*200}},{{é*5000}},{{é*100}},{{é*10000}}\n{{x*129}},7,4,2025-03-02,{{a*201}},{{a*5001}},{{a*101}},{{a*10001}}\n"
  -> 201 {"id": "$import"}
+0s GET /api/v1/imports/$import -> 200 {"imported": 2, "errors": [
  {"line": 3, "column": "external_review_id", "code": "invalid_external_review_id", "is_note": true},
  {"line": 3, "column": "title", "code": "invalid_title", "is_note": true},
  {"line": 3, "column": "name", "code": "invalid_name", "is_note": true},
  {"line": 3, "column": "body", "code": "invalid_body", "is_note": true},
  {"line": 3, "column": "reply", "code": "invalid_reply", "is_note": true}]}
GET /api/v1/reviews -> 200 {"reviews": [{"uuid": "$uuid"}, "$any"]}
GET /api/v1/reviews -> 200 {"reviews": [
  {"external_review_id": "$uuid", "title": "{{a*199}}…", "content": "{{a*4999}}…", "reviewer_name": "{{a*99}}…", "reply": {"text": "{{a*9999}}…"}},
  {"external_review_id": "{{x*128}}", "title": "{{é*200}}", "content": "{{é*5000}}", "reviewer_name": "{{é*100}}", "reply": {"text": "{{é*10000}}"}}]}

# Of each code the first 20 are listed, and all are counted
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,created_at,title\n{{7,0,2025-03-02\n*30}}7,5,2025-03-02,{{a*201}}\n" -> 201 {"id": "$import"}
+0s GET /api/v1/imports/$import -> 200 {"rows": 31, "imported": 1, "skipped": 30, "skipped_for": {"invalid_rating": 30},
  "notes": {"invalid_title": 1}, "errors": ["$any", "$any", "$any", "$any", "$any", "$any", "$any", "$any", "$any", "$any",
  "$any", "$any", "$any", "$any", "$any", "$any", "$any", "$any", "$any", "$any", {"code": "invalid_title", "is_note": true}]}
// The report has a row's number in its last column.
GET /api/v1/imports/$import/report.csv -> 200 shows "what,line,column," ",invalid_title,…,31\r\n"
// Of lines that end nowhere, 100 are too many.
POST /api/v1/imports?format=okendo @content-type=text/csv
  raw="productId,rating,title,body,dateCreated\n{{7,5,\"a,b,2025-03-02\n*120}}" -> 201 {"id": "$open"}
+0s
GET /api/v1/imports/$open -> 200 {"status": "failed"} shows "\"line\":101,\"row\":…\"code\":\"too_many_open_quotes\"…}],\"upload\":null"
// A line of 50,000 bytes is cut, and so is all that comes after it in the line.
POST /api/v1/imports?format=afterword @content-type=application/x-ndjson
  raw="{\"body\":\"{{x*50000}}\"}\n{\"rating\": 5, \"rating\": 4}\n{\"rating\":" -> 201 {"id": "$long"}
+0s
GET /api/v1/imports/$long -> 200 {"rows": 3, "skipped": 3, "errors": [{"line": 1, "column": "product_id", "code": "invalid_product_id"},
  {"line": 1, "column": "rating", "code": "invalid_rating"}, "$any", "…"]}

# The system of a review is stored and found by
each $platform in ["betterreviews", "okendo", "judgeme", "yotpo", "loox", "wix", "stamped", "shopify", "woocommerce", "other"]:
  POST /api/v1/imports?format=afterword @content-type=text/csv raw="product_id,rating,created_at,platform,body\n7,5,2025-03-02,$platform,$platform\n" -> 201
+0s
each $platform in ["betterreviews", "okendo", "judgeme", "yotpo", "loox", "wix", "stamped", "shopify", "woocommerce", "other"]:
  GET /api/v1/reviews?platform=$platform -> 200 {"reviews": [{"platform": "$platform"}], "total": 1}

# Old reviews sort before new ones, and Wix finds them by their date
review rating=5 text=Lovely.
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,body,created_at\n$mug,5,C,2026-10-01T00:00:00Z\n$mug,5,A,2019-03-02\n$mug,5,B,2025-06-01T08:00:00Z\n" -> 201
+0s
GET /api/v1/reviews?sort=oldest -> 200 {"reviews": [{"content": "A"}, {"content": "B"}, {"content": "C"}, {"content": "Lovely."}]}
POST /reviews/v1/reviews/query {"query": {"filter": {"createdDate": "2019-03-02T00:00:00Z"}}, "returnPrivateReviews": true} -> 200
  {"reviews": [{"content": {"body": "A"}}]}
POST /reviews/v1/reviews/query {"query": {"filter": {"origin.type": "APP"}}, "returnPrivateReviews": true} -> 200
  {"reviews": [{"content": {"body": "A"}}, {"content": {"body": "B"}}, {"content": {"body": "C"}}]}

# A review has at most 10 photos, and an address that may not be called is reported
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="product_id,rating,body,created_at,photo_urls\n$mug,5,Lovely.,2025-03-02,\"{{http://cdn.example/a,b.jpg *10}}\"\n$mug,5,Too many.,2025-03-02,\"{{http://cdn.example/a,b.jpg *11}}\"\n" -> 201 {"id": "$import"}
+0s
GET /api/v1/imports/$import -> 200 {"imported": 2, "errors": [{"line": 2, "column": "photo_urls", "code": "photos_not_imported"},
  {"line": 3, "column": "photo_urls", "code": "invalid_photo_urls"}, {"line": 3, "column": "photo_urls", "code": "photos_not_imported"}]}
GET /api/v1/reviews -> 200 {"reviews": [{"photos": []}, {"photos": []}]}
// Nor is an object of a list longer than 128 KiB.
POST /api/v1/imports?format=woocommerce @content-type=application/json
  raw="[\n{\"id\":1,\"date_created_gmt\":\"2025-03-02T10:12:00\",\"product_id\":7,\"rating\":4},\n{\"id\":2,\"product_id\":7,\"rating\":4,\"review\":\"{{x*131072}}\"},\n{\"id\":3,\"date_created_gmt\":\"2025-03-02T10:12:00\",\"product_id\":7,\"rating\":4}]" -> 201 {"id": "$long"}
+0s
GET /api/v1/imports/$long -> 200 {"status": "failed", "rows": 1, "imported": 1, "errors": [{"line": 3, "column": null, "code": "broken_list"}]}
