// The photos of reviews from files, which are fetched from where a file says.

# Photos are fetched once a review is imported, once, and a dry run fetches nothing
host
POST /api/v1/imports?format=afterword&dry_run=true @content-type=text/csv
  raw="external_review_id,product_id,rating,body,name,photo_urls,created_at\nr-1,$mug,4,One.,Jane,$host/30.jpg $host/31.jpg $host/32.jpg $host/33.jpg $host/34.jpg $host/35.jpg $host/36.jpg $host/37.jpg $host/38.jpg $host/39.jpg,2025-03-02\nr-2,$mug,5,Two.,Jane,$host/60.jpg http://images.example/2.jpg,2025-03-03\nr-3,$mug,5,Three.,Jane,$host/text,2025-03-04\n" -> 201 {"id": "$dry"}
+6s GET /api/v1/imports/$dry -> 200 {"rows": 3, "imported": 3, "errors": [{"line": 3, "column": "photo_urls", "code": "photos_not_imported"}]}
fetched 0
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,body,name,photo_urls,created_at\nr-1,$mug,4,One.,Jane,$host/30.jpg $host/31.jpg $host/32.jpg $host/33.jpg $host/34.jpg $host/35.jpg $host/36.jpg $host/37.jpg $host/38.jpg $host/39.jpg,2025-03-02\nr-2,$mug,5,Two.,Jane,$host/60.jpg http://images.example/2.jpg,2025-03-03\nr-3,$mug,5,Three.,Jane,$host/text,2025-03-04\n" -> 201 {"id": "$import"}
+0s GET /api/v1/imports/$import -> 200 {"rows": 3, "imported": 3, "errors": [{"line": 3, "column": "photo_urls", "code": "photos_not_imported"}]}
fetched 0
+5s GET /api/v1/reviews?sort=oldest -> 200 {"reviews": [{"photos": [{"width": 30}, {"width": 31}, {"width": 32}, {"width": 33}, {"width": 34},
  {"width": 35}, {"width": 36}, {"width": 37}, {"width": 38}, {"width": 39}]}, {"photos": [{"width": 60}]}, {"photos": []}]}
files photos/ 22
fetched 12
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,body,name,photo_urls,created_at\nr-1,$mug,4,One.,Jane,$host/30.jpg,2025-03-02\nr-2,$mug,5,Two.,Jane,$host/60.jpg,2025-03-03\nr-3,$mug,5,Three.,Jane,$host/text,2025-03-04\n" -> 201 {"id": "$again"}
+6s GET /api/v1/imports/$again -> 200 {"rows": 3, "imported": 0, "skipped": 3}
files photos/ 22
fetched 12

# Each system's photos are fetched, also from several columns and lists
host
each $query $type $file in [
    ["format=generic&platform=shopify&columns=photo_urls=photo_1,photo_urls=photo_2,photo_urls=photo_3", "text/csv",
      "product_id,rating,created_at,photo_1,photo_2,photo_3\n7,5,2024-01-01,$host/30.jpg,$host/31.jpg,$host/32.jpg\n7,5,2024-01-02,,\"$host/30.jpg,$host/31.jpg\",$host/32.jpg\n"],
    ["format=generic&platform=shopify&columns=photo_urls=pics,photo_urls=more_url", "application/json",
      "{\"pics\": [\"$host/30.jpg\", \"$host/31.jpg\"], \"more\": {\"url\": \"$host/32.jpg\"}, \"product_id\": 7, \"rating\": 5, \"created_at\": \"2024-01-03\"}"],
    ["format=okendo", "text/csv", "productId,rating,dateCreated,imageUrls\n7,5,2024-01-04,$host/30.jpg;$host/31.jpg\n7,5,2024-01-05,\"[\"\"$host/30.jpg\"\",\"\"$host/31.jpg\"\"]\"\n7,5,2024-01-06,\"$host/w_100,h_100/e.png\"\n"],
    ["format=loox", "text/csv", "id,status,rating,date,productId,img\n1,Active,5,2024-01-07,7,\"$host/30.jpg,$host/31.jpg\"\n"],
    ["format=loox", "text/csv", "product_Id,rating,created_at,photo_url\n7,5,2024-01-08,$host/30.jpg\n"],
    ["format=yotpo&platform=shopify", "text/csv", "Review ID;Review Creation Date;Review Score;Product ID;Published Image URLs\n1;2024-01-09;5;7;\"$host/30.jpg;$host/31.jpg\"\n"],
    ["format=cusrev", "text/csv", "id,review_score,date,product_id,media\n1,5,10.01.2024,7,\"$host/30.jpg,$host/31.jpg\"\n"],
    ["format=webtoffee", "text/csv", "comment_ID,comment_post_ID,comment_date_gmt,comment_approved,rating,photo_urls\n31,7,2024-01-11,1,5,$host/30.jpg $host/31.jpg\n"]]:
  POST /api/v1/imports?$query @content-type=$type raw="$file" -> 201
// There is no picture at the address that has a comma.
+6s GET /api/v1/reviews?sort=oldest&limit=100 -> 200 {"reviews": [{"photos": [{}, {}, {}]}, {"photos": [{}, {}, {}]}, {"photos": [{}, {}, {}]}, {"photos": [{}, {}]},
  {"photos": [{}, {}]}, {"photos": []}, {"photos": [{}, {}]}, {"photos": [{}]}, {"photos": [{}, {}]}, {"photos": [{}, {}]}, {"photos": [{}, {}]}]}
fetched 23

# An export has imported reviews' photos as links, and an erasure leaves none, fetched or not
host
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,reviewer_name,reviewer_email,product_id,picture_urls\nOne.,5,2025-03-02,Ann,ann@example.com,7,$host/60.jpg\nTwo.,5,2025-03-03,Ben,ben@example.com,7,$host/40.jpg\n" -> 201
+6s POST /api/v1/privacy/export {"email": "ann@example.com"} -> 202 {"receipt": "$export"}
+1m GET /api/v1/privacy/$export -> 200 {"download_url": "$file", "counts": {"reviews": 1, "photos": 1}}
GET $file -> 200 {"photos": [{"width": 60, "url": "$url", "review_id": "$any", "request_id": null}]}
GET $url -> 200
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,reviewer_name,reviewer_email,product_id,picture_urls\nThree.,5,2025-03-04,Cem,cem@example.com,7,$host/50.jpg\nFour.,5,2025-03-05,Dora,dora@example.com,7,$host/70.jpg\n" -> 201
+0s
each $email $choice in [["ann@example.com", "delete"], ["ben@example.com", "anonymise"], ["cem@example.com", "delete"], ["dora@example.com", "anonymise"]]:
  POST /api/v1/privacy/erase {"email": "$email", "reviews": "$choice"} -> 202
+12m files photos/ 0
GET /api/v1/reviews -> 200 {"reviews": [{"content": "Four.", "photos": []}, {"content": "Two.", "photos": []}]}

# A review that is removed first leaves no photo
host
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,body,photo_urls,created_at\nr-1,$mug,4,One.,$host/40.jpg,2025-03-02\n" -> 201
+0s GET /api/v1/reviews -> 200 {"reviews": [{"id": "$one"}]}
DELETE /api/v1/reviews/$one -> 200
+5s files photos/ 0
fetched 0
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,body,photo_urls,created_at\nr-2,$mug,4,Two.,$host/40.jpg,2025-03-02\n" -> 201
+6s GET /api/v1/reviews -> 200 {"reviews": [{"id": "$two", "photos": [{}]}]}
DELETE /api/v1/reviews/$two -> 200
+5s files photos/ 0
fetched 1
