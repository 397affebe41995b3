# An import stays once somebody decided about or answered a review
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,created_at\nr-1,7,5,2025-03-02\nr-2,7,4,2025-03-02\n" -> 201 {"id": "$decided"}
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,created_at\nr-3,7,3,2025-03-02\nr-4,7,2,2025-03-02\n" -> 201 {"id": "$answered"}
+0s GET /api/v1/reviews?sort=highest_rated -> 200 {"reviews": [{"id": "$a"}, "$any", {"id": "$b"}, "$any"]}
PATCH /api/v1/reviews/$a/reject {"reason": "fake"} -> 200
PUT /api/v1/reviews/$b/reply {"text": "Thank you."} -> 200
each $import in ["$decided", "$answered"]:
  POST /api/v1/imports/$import/undo -> 409 import_touched shows "1 reviews of this import"
GET /api/v1/reviews -> 200 {"total": 4}
GET /api/v1/imports/$decided -> 200 {"status": "done"}

# A review that is decided or answered during the undoing stays and is counted
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,created_at\nr-1,7,5,2025-03-02\nr-2,7,4,2025-03-02\nr-3,7,3,2025-03-02\nr-4,7,2,2025-03-02\n" -> 201 {"id": "$import"}
+0s POST /api/v1/imports/$import/undo -> 202 {"status": "undoing"}
GET /api/v1/reviews?sort=highest_rated -> 200 {"reviews": ["$any", {"id": "$a"}, "$any", {"id": "$b"}]}
// The call found every review as it was imported; the shop acts before the undo reaches the review.
PATCH /api/v1/reviews/$a/reject {"reason": "fake"} -> 200
PUT /api/v1/reviews/$b/reply {"text": "Thank you."} -> 200
GET /api/v1/imports/$import -> 200 {"status": "undoing"}
+0s GET /api/v1/imports/$import -> 200 {"status": "undone", "undone": 2, "kept": 2}
GET /api/v1/reviews?sort=highest_rated -> 200 {"reviews": [{"id": "$a"}, {"id": "$b"}]}
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,created_at\nr-1,7,5,2025-03-02\nr-2,7,4,2025-03-02\nr-3,7,3,2025-03-02\nr-4,7,2,2025-03-02\n" -> 201 {"id": "$again"}
+0s GET /api/v1/imports/$again -> 200 {"rows": 4, "imported": 2, "skipped": 2, "skipped_for": {"duplicate": 2}}

# There is nothing to undo of a try, or of a file that never came
POST /api/v1/imports?format=afterword&dry_run=true @content-type=text/csv raw="product_id,rating,created_at\n7,5,2025-03-02\n" -> 201 {"id": "$dry"}
POST /api/v1/imports?format=okendo -> 201 {"id": "$awaiting", "status": "awaiting_upload", "rows": 0, "upload": {"url": "$any", "fields": "$any"}}
+0s each $import in ["$dry", "$awaiting"]: POST /api/v1/imports/$import/undo -> 409 nothing_to_undo
POST /api/v1/imports/6f4770fc-b8ee-4bf2-9977-d048a7f27987/undo -> 404 not_found

# What an import brought is taken out with its photos, and can come again
host
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,reviewer_name,reviewer_email,product_id,picture_urls,curated\nOne.,5,2025-03-02,Jane,jane@example.com,7125386199075,$host/60.jpg,ok\nTwo.,1,2025-03-03,Ann,ann@example.com,7125386199075,,spam\n" -> 201 {"id": "$import"}
+6s files photos/ 2
POST /api/v1/imports/$import/undo -> 202 {"status": "undoing"}
+20m GET /api/v1/imports/$import -> 200 {"status": "undone", "undone": 2}
files photos/ 0
each $kind in ["RV#", "RVS#", "RVG#", "RVM#", "RVH#", "REV#", "LET#", "WHD#"]: rows $kind 0
anyone GET /trust/fern.json -> 200 {"totals": {"imported": 0, "waiting": 0}}
GET /api/v1/audit -> 200 {"entries": [{"what": "undo_import"}, "…"]}
// Again: nothing more happens, and the file brings them again.
POST /api/v1/imports/$import/undo -> 202
+0s POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="body,rating,review_date,reviewer_name,reviewer_email,product_id,picture_urls,curated\nOne.,5,2025-03-02,Jane,jane@example.com,7125386199075,$host/60.jpg,ok\nTwo.,1,2025-03-03,Ann,ann@example.com,7125386199075,,spam\n" -> 201 {"id": "$again"}
+0s GET /api/v1/imports/$again -> 200 {"rows": 2, "imported": 2}
