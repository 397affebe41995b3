// Several reviews are marked in the list and decided about at once.

# Marked reviews are withheld as single ones, and what somebody changed is left and counted
PUT /api/v1/settings {"moderation": "hold"} -> 200
hook 200 {"events": ["review.published", "review.withheld"]}
review {"email": "ann@example.com"} rating=2 text=Heavy. as a
jump 1s review {"email": "bea@example.com"} rating=2 text=Heavy. as b
jump 1s review {"email": "cleo@example.com"} rating=2 text=Heavy. as c
mara GET /console/reviews -> 200 shows "name=\"r-$a\" value=\"1\"" "name=\"r-$b\" value=\"1\"" "name=\"r-$c\" value=\"1\""
jo FORM /console/reviews/marked/publish r-$c=1 -> 303 /console/reviews
+0s delivered review.published
mara FORM /console/reviews/marked/withhold r-$a=1 r-$b=1 r-$c=1 reason=fake note=Copied. list=stars=2 -> 303 /console/reviews?stars=2
// The list keeps its filter.
mara GET /console/reviews?stars=2 -> 200 shows "2 reviews withheld. The reason goes out by email within minutes."
  "1 stayed as it is" "data-key=\"u\"" "<option value=\"2\" selected>"
// The form may come twice.
mara FORM /console/reviews/marked/withhold r-$a=1 r-$b=1 r-$c=1 reason=fake note=Copied. list=stars=2 -> 303 /console/reviews?stars=2
mara GET /console/reviews?stars=2 -> 200 shows "2 reviews withheld. The reason goes out by email within minutes."
  "1 stayed as it is" "data-key=\"u\""
each $id in ["$a", "$b"]: GET /api/v1/reviews/$id -> 200 {"state": "withheld", "revision": 2}
GET /api/v1/reviews/$c -> 200 {"state": "published", "revision": 2}
each $id in ["$a", "$b"]: GET /api/v1/reviews/$id/history -> 200 {"history": [{}, {},
  {"what": "withheld", "reason": "fake", "note": "Copied.", "by": {"type": "member"}}]}
// Each author learns the reason.
+7m each $name in ["ann", "bea"]: mail $name@example.com "…"
each $n in 0..2: delivered review.withheld
no delivery
mara FORM /console/reviews/marked/undo r-7=1 -> 303 /console/reviews
mara GET /console/reviews -> 200 shows "1 stayed as it is: it changed in the meantime, or it is too late."

# Marked reviews are published, and one undo takes all back
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"email": "ann@example.com"} rating=2 text=Heavy. as a
jump 1s review {"email": "bea@example.com"} rating=2 text=Heavy. as b
mara FORM /console/reviews/marked/publish r-$a=1 r-$b=1 -> 303 /console/reviews
mara GET /console/reviews -> 200 shows "2 reviews published." "No reviews are waiting for a decision."
  "name=\"r-$a\" value=\"2\"" "name=\"r-$b\" value=\"2\""
each $id in ["$a", "$b"]: GET /api/v1/reviews/$id -> 200 {"state": "published", "revision": 2}
jump 30s mara FORM /console/reviews/marked/undo r-$a=2 r-$b=2 -> 303 /console/reviews
mara GET /console/reviews -> 200 shows "2 reviews are as they were." "To decide <b>2</b>" lacks "data-key=\"u\""
mara FORM /console/reviews/marked/undo r-$a=2 r-$b=2 -> 303 /console/reviews
mara GET /console/reviews -> 200 shows "2 reviews are as they were." "To decide <b>2</b>" lacks "data-key=\"u\""
each $id in ["$a", "$b"]: GET /api/v1/reviews/$id -> 200 {"state": "submitted", "revision": 3}
+7m no mail

# Only what waits is marked, by who may decide, with a reason
PUT /api/v1/settings {"moderation": "hold"} -> 200
review {"email": "ann@example.com"} rating=2 text=Heavy. as waits
jump 1s review rating=4 text=Light. as edited
PATCH /api/v1/reviews/$edited/approve {} -> 200
FORM /review/hub/review rating=4 text="Light and new." -> 303
mara GET /console/reviews -> 200 shows "Light and new." "name=\"r-$waits\"" lacks "name=\"r-$edited\""
each $reason in ["", "low_rating"]: mara FORM /console/reviews/marked/withhold r-$waits=1 reason=$reason -> 303 /console/reviews
mara GET /console/reviews -> 200 shows "Please choose a reason." lacks "data-key=\"u\""
mara FORM /console/reviews/marked/publish -> 303 /console/reviews
mara GET /console/reviews -> 200 shows "Nothing was marked." lacks "data-key=\"u\""
mara FORM /console/reviews/marked/publish r-x=1 -> 303 /console/reviews
mara GET /console/reviews -> 200 shows "Nothing was marked." lacks "data-key=\"u\""
mara FORM /console/reviews/marked/publish r-$waits=7 -> 303 /console/reviews
mara GET /console/reviews -> 200 shows "1 stayed as it is" lacks "data-key=\"u\""
// `routes.txt` says who may; `anothers_ids_are_as_unknown_ones` does not try ids in fields.
ro GET /console/reviews -> 200 shows "Light and new." lacks "type=\"checkbox\"" "marked/"
shop oak
lee signs in as owner at oak
each $action in ["publish", "withhold", "undo"]:
  lee FORM /console/reviews/marked/$action r-$waits=1 reason=fake -> 303 /console/reviews
lee GET /console/reviews -> 200 shows "1 stayed as it is"
GET /api/v1/reviews/$waits -> 200 {"state": "submitted", "revision": 1}

# What was hidden is withheld, and can be marked and published
POST /api/v1/imports?format=judgeme&platform=shopify @content-type=text/csv raw="review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date,curated\nj-1,7,1,Text 1.,Author 1,sample1@example.com,2025-03-01,spam\nj-2,7,2,Text 2.,Author 2,sample2@example.com,2025-03-02,spam\nj-3,7,3,Text 3.,Author 3,sample3@example.com,2025-03-03,spam\n" -> 201
+0s mara GET /console/reviews -> 200 shows "To decide <b>0</b>" "Withheld <b>3</b>"
GET /api/v1/reviews?status=rejected&sort=oldest -> 200 {"reviews": [{"id": "$a"}, {"id": "$b"}, {"id": "$c"}]}
mara GET /console/reviews/$a -> 200 shows "The earlier system did not show it"
mara GET /console/reviews?show=withheld -> 200 shows "name=\"r-$a\" value=\"1\"" "name=\"r-$b\" value=\"1\""
mara FORM /console/reviews/marked/publish r-$a=1 r-$b=1 list=show=withheld -> 303 /console/reviews?show=withheld
mara GET /console/reviews?show=withheld -> 200 shows "2 reviews published." "Published <b>2</b>" "Withheld <b>1</b>"
// What the shop withheld by itself is decided about alone.
PATCH /api/v1/reviews/$a/reject {"reason": "fake"} -> 200
mara GET /console/reviews?show=withheld -> 200 times "data-row" 2 times "data-pick" 1
// Nobody gets an email about it.
+11d no mail
