// Which reviews have waited for a decision for more than ten days, as the email to the owner's address shows.

# An edit of what waits does not begin the ten days again
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example", "moderation": "hold"} -> 200
ask {"product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review"}]}
+1d mail owner@fern-and-oak.example "A review for Fern & Oak"
jump 5d FORM /review/hub/review rating=5 text=Better. display_name=Jane -> 303
PUT /api/v1/reviews/$review/reply {"text": "We are looking at it."} -> 200
+7m mail jane@example.com "Fern & Oak replied …"
+3d no mail
+48h mail owner@fern-and-oak.example "A review for Fern & Oak"

# After a decision, an edit begins them again
PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example", "moderation": "hold"} -> 200
ask {"product_ids": ["$mug"], "skip_email": true}
FORM /review/hub/review rating=5 text=Lovely. display_name= -> 303
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$review"}]}
+1d mail owner@fern-and-oak.example "A review for Fern & Oak"
jump 8d PATCH /api/v1/reviews/$review/reject {"reason": "fake"} -> 200
FORM /review/hub/review rating=5 text=Best. display_name= -> 303
+1d mail owner@fern-and-oak.example "A review for Fern & Oak"
+8d no mail
+48h mail owner@fern-and-oak.example "A review for Fern & Oak"

# Reviews of test mode may wait
shop fern_test
fern_test PUT /api/v1/settings {"owner_email": "owner@fern-and-oak.example", "moderation": "hold"} -> 200
fern_test POST /api/v1/review-requests/send {"email": "jane@example.com", "skip_email": true} -> 201
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
+11d no mail
