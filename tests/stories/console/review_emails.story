# A member is emailed within minutes, and once an hour at most
PUT /api/v1/settings {"moderation": "hold",
  "send_window": {"from": "00:00", "to": "23:59", "days": ["monday"], "time_zone": "Europe/Berlin"}} -> 200
until 2026-11-21T09:00:00Z mara FORM /console/you/told told=at_once -> 303 /console/you
mara GET /console/you -> 200 shows "value=\"at_once\" selected"
each $letter in ["A", "B"]: review {"order_id": "$letter"} rating=5 text=Lovely.
+11m mail mara@fernandoak.example "2 reviews for Fern & Oak are waiting for you" shows "★★★★★…★★★★★"
  "http://shop.example/console/sign-in?shop=fern.live&to=%2Fconsole%2Freviews%3Fshow%3Dwaiting"
mara GET /console/sign-in?shop=fern.live&to=%2Fconsole%2Freviews%3Fshow%3Dwaiting -> 303 /console/reviews?show=waiting
mara GET /console/today -> 200 shows "<title>(2) Today"
review {"order_id": "C"} rating=4 text="The new one alone."
+30m no mail
+30m mail mara@fernandoak.example "3 reviews for Fern & Oak are waiting for you" shows "★★★★☆" lacks "★★★★★"
// Nobody gets it twice for one review.
+30h no mail
// Nobody is notified of reviews from a file, though they wait.
POST /api/v1/imports?format=afterword @content-type=text/csv
  raw="external_review_id,product_id,rating,body,created_at\r\n1,$mug,5,Imported.,2025-03-02\r\n2,$mug,5,Imported.,2025-03-02\n"
  -> 201
+0s
+70m no mail
review {"order_id": "D"} rating=5 text=Lovely.
+11m mail mara@fernandoak.example "6 reviews for Fern & Oak are waiting for you" lacks "Imported."

# By default members who may decide are emailed in the morning
PUT /api/v1/settings {"moderation": "hold",
  "send_window": {"from": "00:00", "to": "23:59", "days": ["monday"], "time_zone": "Europe/Berlin"}} -> 200
until 2026-11-21T09:00:00Z POST /api/v1/members {"email": "invited@example.com", "role": "owner"} -> 201
+0s mail invited@example.com
mara signs in as owner
jo signs in as reader
review {"order_id": "A"} rating=5 text=Lovely. as decided
review {"order_id": "B"} rating=5 text=Lovely.
// It is seven in the morning.
+21h no mail
PATCH /api/v1/reviews/$decided/approve {} -> 200
// No reader, and nobody who is only invited.
+70m mail mara@fernandoak.example "A review for Fern & Oak is waiting for you"
// Reviews about which the shop decided before the morning are left out.
review {"order_id": "C"} rating=5 text=Lovely. as again
+20m PATCH /api/v1/reviews/$again/approve {} -> 200
+48h no mail
mia signs in as moderator
mia FORM /console/you/told told=never -> 303
review {"order_id": "D"} rating=5 text=Lovely.
+48h mail mara@fernandoak.example "2 reviews for Fern & Oak are waiting for you"

# Each shop emails its members separately and in their language
PUT /api/v1/settings {"moderation": "hold"} -> 200
until 2026-11-21T09:00:00Z mara FORM /console/you/told told=at_once -> 303
shop zzz
zzz PUT /api/v1/settings {"shop_name": "Zzz Pots", "moderation": "hold"} -> 200
zzz POST /api/v1/members {"email": "mara@fernandoak.example", "role": "moderator"} -> 201
mara FORM /console/shops/choose shop=zzz.live -> 303 /console
mara FORM /console/you/told told=at_once -> 303
mara FORM /console/you/language language=de -> 303
review {"order_id": "A"} rating=5 text=Lovely.
+11m mail mara@fernandoak.example "A review for Fern & Oak is waiting for you"
zzz POST /api/v1/review-requests/send {"email": "jane@example.com", "product_ids": ["$mug"], "skip_email": true} -> 201
FORM /review/hub/review rating=5 text=Lovely. -> 303
+11m mail mara@fernandoak.example "Eine Bewertung für Zzz Pots wartet auf Sie"
