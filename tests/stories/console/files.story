# A file is tried, imported and comes out again
// The headings decide only after the upload, which is too late to ask.
each $format in ["judgeme", "", "nowhere"]:
  mara FORM /console/files format=$format dry_run=true -> 422 shows "Please say whose product numbers the file uses"
each $head $good $bad in [["review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date\n",
  "j-1,7,4,Holds two cups.,Jane,jane@example.com,2025-03-02 10:12:00 UTC\n",
  "j-2,7,9,Holds two cups.,Jane,jane@example.com,2025-03-02 10:12:00 UTC\n"]]:
  POST /api/v1/imports?format=judgeme&platform=shopify&dry_run=true @content-type=text/csv raw="$head$good$bad"
    -> 201 {"id": "$tried"}
+0s mara GET /console/files/$tried -> 200 shows "1 review would be imported" "1 line skipped" "Line 3" "rating"
  "Use a whole number from 1 to 5."
mara GET /console/data/reviews.csv -> 200 lacks "Holds two cups."
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv raw="$head$good$bad" -> 201 {"id": "$import"}
+0s mara GET /console/files/$import -> 200 shows "1 review imported"
each $query in ["", "?bom=0"]: GET /api/v1/reviews.csv$query -> 200 is "$plain"
mara GET /console/data/reviews.csv -> 200 is "\ufeff$plain" shows "\ufeffid,uuid," "Holds two cups."
GET /api/v1/reviews.csv?bom=1 -> 200 is "\ufeff$plain"
GET /api/v1/reviews.csv?bom=yes -> 422 invalid_bom
mara FORM /console/files format=loox -> 303 header location "$late"
jump 61m mara GET $late -> 200 shows "The hour for the upload is over"

# A program's import that did not say whose its numbers are is read again, and an erasure's page counts a file
ask {"skip_email": true}
// A review from a file is found only by its author's address, and is also erased.
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="product_id,rating,body,reviewer_name,reviewer_email,review_date\n7,4,Good.,Jane,Jane@example.com,2025-03-02\n"
  -> 201
+0s mara GET /console/customers -> 200 between "href=\"/console/customers/" "\"" $jane
mara GET /console/customers/$jane/erase -> 200 shows "1 request" "1 review"
POST /api/v1/imports @content-type=text/csv
  raw="title,body,rating,review_date,reviewer_name,reviewer_email,product_id\n,Fine.,4,2025-03-02,Jane,,7\n"
  -> 201 {"id": "$import"}
+0s mara GET /console/files/$import -> 200 shows "Say whether they are Shopify’s or WooCommerce’s." "Import for good"
mara FORM /console/files/$import/again platform=woocommerce -> 303 /console/files/$import
+0s mara GET /console/files/$import -> 200 shows "1 review imported" "woo-7</bdi>"

# A file without products is about the shop itself, if somebody says so
POST /api/v1/imports?format=cusrev @content-type=text/csv
  raw="id,review_score,review_content,date,display_name\n1,5,Fast and kind.,2025-03-02,Jane\n" -> 201 {"id": "$import"}
+0s GET /api/v1/imports/$import -> 200 {"status": "failed", "errors": [{"column": "product_id", "code": "missing_product"}]}
mara GET /console/files/$import -> 200 shows "All reviews are about the shop itself"
mara FORM /console/files/$import/again product=7 -> 422
mara FORM /console/files/$import/again product=@shop -> 303 /console/files/$import
+0s mara GET /console/files/$import -> 200 shows "1 review imported" "@shop</bdi>"
GET /api/v1/reviews?product=@shop -> 200 {"total": 1}
POST /api/v1/imports?product=7 @content-type=text/csv raw="rating\n5\n" -> 422 invalid_product

# A move is tried, answered, checked and undone
each $head $more $one $two $three in [[
  "title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,",
  "reply_date,picture_urls,ip_address,location,metaobject_handle\n",
  ",Text 1.,5,2025-03-01 10:12:00 UTC,web,ok,Jo,jo1@example.com,7,7,,,,,,review-1\n",
  ",Text 2.,5,2025-03-02 10:12:00 UTC,web,spam,Jo,jo2@example.com,7,7,,,,,,review-2\n",
  ",Text 3.,5,2025-03-03 10:12:00 UTC,web,ok,Jo,jo3@example.com,old-board,,,,,,,review-3\n"]]:
  POST /api/v1/imports?platform=shopify&dry_run=true @content-type=text/csv raw="$head$more$one$two$three"
    -> 201 {"id": "$tried"}
+0s mara GET /console/files/$tried -> 200 shows "Trial import from Judge.me" "Public: 1"
  "Withheld, because the earlier system did not show them: 1" "Columns that were not read: source"
  "Lines about products that your shop has not described here: 2." "<bdi>old-board</bdi>"
  "name=\"import\" value=\"$tried\"" lacks "Undo this import"
mara FORM /console/files/products import=$tried name.0=old-board answer.0="a b" -> 422 shows "please enter an ID such as"
mara FORM /console/files/products import=$tried name.0=old-board answer.0=shopify-8
  -> 200 shows "Saved. Now try or import the same file again."
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv raw="$head$more$one$two$three"
  -> 201 {"id": "$done"}
+0s mara GET /console/files/$done -> 200 shows "3 reviews imported" "Undo this import" "action=\"/console/files/$done/undo\""
mara GET /console/reviews -> 200 shows "href=\"/console/files\""
// The list leads to the page that says what is undone, and asks there.
mara GET /console/files -> 200 shows "Your imports" "Import from Judge.me" "3 reviews imported" "href=\"/console/files/$done#undo\">Undo …<"
  "href=\"/console/files/$done\"" lacks "$tried" "/undo\""
mara GET /console/files/$done/report.csv -> 200 shows "total,,,,,judgeme,3," "undescribed_products,,,,,,3,"
mara FORM /console/files/$done/undo -> 303 /console/files/$done
+0s mara GET /console/files/$done -> 200 shows "Undone. You can import the file again." "Removed again: 3"
mara GET /console/files -> 200 shows "Undone." lacks "#undo"
mara GET /console/audit -> 200 shows "Undid an import" "<code>format</code> <bdi>judgeme</bdi>" "<code>imported</code> <bdi>3</bdi>"
// After a dry run that fails, the page does not offer to import the file.
POST /api/v1/imports?format=okendo&dry_run=true @content-type=text/csv raw="colour\nred\n" -> 201 {"id": "$failed"}
+0s mara GET /console/files/$failed -> 200 shows "Nothing was stored." "Start again" lacks "import it for good"
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv raw="$head$more$one$two$three"
  -> 201 {"id": "$again"}
+0s GET /api/v1/reviews?limit=1 -> 200 {"reviews": [{"id": "$review"}]}
PUT /api/v1/reviews/$review/reply {"text": "Hi."} -> 200
mara FORM /console/files/$again/undo -> 409 shows "changed since then: 1"

# One click imports a tried file for good, and a second one brings nothing
POST /api/v1/imports?format=judgeme&platform=shopify&dry_run=true @content-type=text/csv
  raw="product_id,rating,body,reviewer_name,reviewer_email,review_date\n8213,4,Holds two cups.,Jane,jane@example.com,2025-03-02\n" -> 201
  {"id": "$tried"}
+0s mara GET /console/files/$tried -> 200 shows "1 review would be imported" "Now import it for good"
mara FORM /console/files/$tried/good -> 303 header location "$first"
mara FORM /console/files/$tried/good -> 303 header location "$second"
+0s mara GET $first -> 200 shows "Import from Judge.me" "1 review imported" "Undo this import"
mara GET $second -> 200 lacks "1 review imported"
GET /api/v1/reviews -> 200 {"total": 1}
// Later, the file is gone.
+1d zoe signs in as owner
+3h zoe FORM /console/files/$tried/good -> 303 header location "$late"
zoe GET $late -> 200 shows "Choose the file" "Import from Judge.me"
