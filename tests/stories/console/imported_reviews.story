# The list is filtered by why reviews wait
review rating=2 text="Call 0171 234 56 78."
PUT /api/v1/settings {"moderation": "hold"} -> 200
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv
  raw="product_id,rating,body,review_date,reviewer_name,reviewer_email\n7,5,Heavy.,2025-03-02,Jo,jo@example.com\n7,5,Two.,2025-03-02,Jo,\n7,5,Three.,2025-03-02,Jo,\n7,5,Four.,2025-03-02,Jo,\n7,5,Five.,2025-03-02,Jo,\n7,5,Six.,2025-03-02,Jo,\n7,5,Seven.,2025-03-02,Jo,\n7,5,Eight.,2025-03-02,Jo,\n7,5,Nine.,2025-03-02,Jo,\n" -> 201
// From ten reviews on, a list can be filtered.
+0s mara GET /console/reviews -> 200 shows ">Every review waits for a decision<" "To decide <b>10</b>"
mara GET /console/reviews?why=contact_data -> 200 shows "dir=\"auto\">Call" lacks "dir=\"auto\">Heavy."
mara GET /console/reviews?why=moderation -> 200 shows "dir=\"auto\">Heavy." lacks "dir=\"auto\">Call"
mara GET /console/reviews?why=anything -> 200 shows "dir=\"auto\">Heavy." "dir=\"auto\">Call"
each $query in ["why=visitor", "q=heavy&why=contact_data"]:
  mara GET /console/reviews?$query -> 200 lacks "dir=\"auto\">Heavy." "dir=\"auto\">Call"
mara GET /console/reviews?show=all -> 200 lacks "name=\"why\""
