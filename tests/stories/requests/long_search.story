# A search leads on from page to page
each $n in 0..7: ask {"email": "jane+7@example.com", "order_id": "A $n&"}
ask {"order_id": "A 7&"}
GET /api/v1/review-requests?email=jane%2B7%40example.com&limit=3&status=scheduled -> 200
    {"requests": [{"id": "$a"}, {"id": "$b"}, {"id": "$c"}]}
    header link "</api/v1/review-requests?limit=3&before=$c&status=scheduled&email=jane%2B7%40example.com>; rel=\"next\""
GET /api/v1/review-requests?email=jane%2B7%40example.com&limit=3&status=scheduled&before=$c -> 200
    {"requests": [{"id": "$d"}, {"id": "$e"}, {"id": "$f"}]} lacks "$a" "$b" "$c" header link "<…before=$f…"
GET /api/v1/review-requests?email=jane%2B7%40example.com&limit=3&status=scheduled&before=$f -> 200
    {"requests": [{"id": "$last"}]} lacks "$a" "$b" "$c" "$d" "$e" "$f" header link ""
GET /api/v1/review-requests?order_id=A%206%26&limit=1 -> 200 {"requests": [{"id": "$any"}]}

# A message that a provider throttles is found, and one that it throttles a hundred times has one entry for it
fails 100 SendEmail Throttle
ask {"delay_days": 0, "reminders": 1, "order_id": "A"}
+0s each $query in ["", "&order_id=A", "&email=jane@example.com"]:
  GET /api/v1/review-requests?stuck=throttled$query -> 200 {"requests": [{"id": "$id"}]}
+2d mail jane@example.com "…"
no mail
GET /api/v1/review-requests?stuck=throttled -> 200 {"requests": []}
GET /api/v1/review-requests/$id/timeline -> 200 {"timeline": [
    {"what": "created", "count": 1, "at": "$at", "last_at": "$at"}, {"what": "claimed", "count": 1}, {"what": "throttled",
    "count": 100, "detail": "TooManyRequestsException", "at": "2026-11-20T06:00:0…", "last_at": "2026-11-20T1…"},
    {"what": "claimed", "count": 1}, {"what": "sent", "count": 1}, {"what": "scheduled"}, {"what": "delivered"}]}

# Unconfirmed messages and requests without a next step are found
reports off
fails Ses LoseAnswer
ask {"delay_days": 0} as unconfirmed
+2d heals
ask {"skip_email": true} as manual
ask {"delay_days": 7}
ask {"skip_email": true}
DELETE /api/v1/review-requests/$id -> 200
each $stuck $id in [["unconfirmed", "$unconfirmed"], ["no_step&status=manual", "$manual"],
    ["no_step&before=$manual", "$unconfirmed"]]: GET /api/v1/review-requests?stuck=$stuck -> 200 {"requests": [{"id": "$id"}]}
GET /api/v1/review-requests?stuck=no_step -> 200 {"requests": [{"id": "$manual"}, {"id": "$unconfirmed"}]}
