# Statistics are in total and by day
ask {"skip_email": true}
+1d POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane"} -> 200
+0s
GET /api/v1/stats -> 200 exactly {"by_day": [{"day": "2026-11-20", "created": 1, "sent": 0, "failed": 0, "opened": 0, "engaged": 0,
  "completed": 0, "cancelled": 0, "expired": 0}, {"day": "2026-11-21", "created": 1, "sent": 1, "failed": 0, "opened": 0,
  "engaged": 0, "completed": 0, "cancelled": 0, "expired": 0}],
  "total": {"created": 2, "sent": 1, "failed": 0, "opened": 0, "engaged": 0, "completed": 0, "cancelled": 0, "expired": 0}}

# Days go back ninety, and totals all the way
ask {"skip_email": true}
+89d GET /api/v1/stats -> 200 {"by_day": ["$any"]}
+1d GET /api/v1/stats -> 200 {"by_day": [], "total": {"created": 1}}

# A request whose message a rule stops is counted as failed, once
ask {"order_id": "A", "delay_days": 1} as waiting
ask {"order_id": "B", "delay_days": 1} as withdrawn
each $order in ["A", "B"]:
  PUT /api/v1/orders/$order {"status": "refunded", "currency": "EUR", "lines": [{"title": "A mug", "unit_price": 900}]} -> 200
DELETE /api/v1/review-requests/$withdrawn -> 200
+2d status $waiting failed
status $withdrawn cancelled
GET /api/v1/stats -> 200 {"total": {"failed": 1, "cancelled": 1, "sent": 0}}

# Statistics cost one query, whatever the number
each $n in 0..20: POST /api/v1/review-requests/send {"email": "jane@example.com", "skip_email": true} -> 201
each $page in ["/api/v1/stats", "/api/v1/invitations/stats"]: GET $page -> 200
GET /api/v1/stats -> 200 costs GetItem Query
each $n in 0..200: POST /api/v1/review-requests/send {"email": "jane@example.com", "skip_email": true} -> 201
costs …
each $path in ["stats", "invitations/stats"]: GET /api/v1/$path -> 200
costs GetItem Query GetItem Query
