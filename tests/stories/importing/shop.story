# The connected shop sends its own reviews: no note says that they are from elsewhere, and those of a draft wait for it
woocommerce connects
woocommerce says product -> ignored product_stored
wordpress POST /api/v1/imports?format=webtoffee&dry_run=true @content-type=text/csv
  raw="comment_ID,comment_post_ID,comment_author,comment_author_email,comment_date_gmt,comment_content,comment_approved,comment_parent,rating,verified,product_status\n11,93,Ann,ann@example.com,2025-03-02 08:00:00,Warm light.,1,0,5,1,publish\n12,93,Bob,bob@example.com,2025-03-03 08:00:00,Bright.,1,0,4,0,publish\n13,93,Eve,eve@example.com,2025-03-04 08:00:00,Buy my watches.,spam,0,1,0,publish\n14,94,Cem,cem@example.com,2025-03-05 08:00:00,Not out yet.,1,0,5,1,draft\n" -> 201 {"id": "$trial"}
+0s wordpress POST /api/v1/imports?format=webtoffee @content-type=text/csv
  raw="comment_ID,comment_post_ID,comment_author,comment_author_email,comment_date_gmt,comment_content,comment_approved,comment_parent,rating,verified,product_status\n11,93,Ann,ann@example.com,2025-03-02 08:00:00,Warm light.,1,0,5,1,publish\n12,93,Bob,bob@example.com,2025-03-03 08:00:00,Bright.,1,0,4,0,publish\n13,93,Eve,eve@example.com,2025-03-04 08:00:00,Buy my watches.,spam,0,1,0,publish\n14,94,Cem,cem@example.com,2025-03-05 08:00:00,Not out yet.,1,0,5,1,draft\n" -> 201 {"id": "$import"}
+0s each $id in ["$trial", "$import"]:
  wordpress GET /api/v1/imports/$id -> 200 {"status": "done", "imported": 4, "published": 2, "waiting": 1, "earlier_system": 1}
anyone GET /p/fern/woo-93.json -> 200 {"reviews": [{"text": "Bright.", "verification": "none", "imported": true},
  {"text": "Warm light.", "claimed_by": "WooCommerce", "imported": true}]}
anyone GET /p/fern/woo-93.html -> 200 shows "Purchase confirmed by WooCommerce" lacks "Purchase not known" "Written elsewhere"
anyone GET /trust/fern.json -> 200 {"totals": {"published": 2, "imported": 3, "from_shop": 3}}
anyone GET /trust/fern -> 200 shows "None was written elsewhere. 3 come from the shop’s own system and were not checked here."
  "The shop’s or another system says so."
GET /api/v1/reviews?status=pending -> 200 {"reviews": [{"id": "$waits", "external_product_id": "woo-94"}]}
GET /api/v1/reviews/$waits/history -> 200 {"history": ["$any", {"rule": "product_hidden"}]}
// The console has both without a file.
mara GET /console/files -> 200 shows "Trial import from WooCommerce" "Import from WooCommerce"
mara GET /console/files/$trial -> 200 shows "Move the reviews" lacks "Now import it for good"
woocommerce says product {"id": "woo-94", "title": "Lamp two", "published": "yes"} -> ignored product_stored
+0s anyone GET /p/fern/woo-94.json -> 200 {"reviews": [{"text": "Not out yet."}]}
mara FORM /console/files/$import/undo -> 303
+0s wordpress GET /api/v1/imports/$import -> 200 {"status": "undone", "undone": 4}

# A connection's key reads its shop's imports alone, from its own address
woocommerce connects
POST /api/v1/imports?format=webtoffee @content-type=text/csv raw="comment_post_ID,rating,comment_date_gmt\n93,5,2025-03-02\n" -> 201 {"id": "$file"}
wordpress GET /api/v1/imports/$file -> 404 not_found
wordpress POST /api/v1/imports?format=webtoffee @content-type=text/csv @afterword-home=staging.fern.example
  raw="comment_post_ID,rating,comment_date_gmt\n93,5,2025-03-02\n" -> 409 other_shop
wordpress POST /api/v1/imports?format=webtoffee @content-type=text/csv raw="comment_post_ID,rating,comment_date_gmt\n93,4,2025-03-02\n" -> 201 {"id": "$own"}
+0s GET /api/v1/imports/$own -> 200 {"imported": 1}
each $path in ["/$own/products", "/$own/report.csv", "/products"]: wordpress GET /api/v1/imports$path -> 403 forbidden
wordpress POST /api/v1/imports/$own/undo -> 403 forbidden
