# Only a canceled request is deleted and its link with it
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cup"}], "communicationChannel":
  "EMAIL"}} -> 200 {"reviewRequest": {"id": "$request"}}
DELETE /reviews/v2/review-requests/$request -> 428 {"details": {"applicationError": {"code": "REVIEW_REQUEST_NOT_CANCELED"}}}
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$native", "status": "manual"}]}
GET /api/v1/review-requests/$native -> 200 {"hub_url": "$hub"} between "http://shop.example" "\"" "$page"
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
DELETE /api/v1/review-requests/$native -> 200
GET /reviews/v2/review-requests/$request -> 200 {"reviewRequest": {"status": "CANCELED"}}
anyone GET $page -> 410
DELETE /reviews/v2/review-requests/$request -> 200 is "{}"
DELETE /reviews/v2/review-requests/$request -> 404 {"details": {"applicationError": {"code": "NOT_FOUND"}}}
GET /reviews/v2/review-requests/$request -> 404 {"details": {"applicationError": {"code": "NOT_FOUND"}}}
anyone GET $page -> 404
rows REQ# 0
rows PII# 0
rows REV# 1

# A deleted request's email still unsubscribes
PUT /api/v1/orders/6f4770fc-b8ee-4bf2-9977-d048a7f27987 {"status": "delivered", "currency": "EUR",
  "buyer": {"email": "jane@example.com", "name": "Jane Doe"},
  "lines": [{"catalog_item_id": "plate", "title": "A plate", "unit_price": 900}]} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"order": {"id": "6f4770fc-b8ee-4bf2-9977-d048a7f27987"},
  "communicationChannel": "EMAIL"}} -> 200 {"reviewRequest": {"id": "$request"}} as native
POST /api/v1/review-requests/$native/send -> 200
+0s mail jane@example.com "…"
DELETE /api/v1/review-requests/$native -> 200
DELETE /reviews/v2/review-requests/$request -> 200
// It says whose emails stop.
anyone GET $stop -> 200 shows "Fern &#38; Oak"
FORM $stop List-Unsubscribe=One-Click -> 200
ask {"delay_days": 0}
+0s no mail

# A page without a recipient has nothing to stop
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cup"}], "communicationChannel":
  "EMAIL"}} -> 200 as native
GET /api/v1/review-requests/$native -> 200 between "http://shop.example" "\"" "$page"
anyone GET $page
  -> 200 between "action=\"/review/unsubscribe\">\n      <input type=\"hidden\" name=\"token\" value=\"" "\"" "$link_token"
FORM /review/unsubscribe token=$link_token -> 200

# A Wix request is shown correctly by the native reads
each $order in ["6f4770fc-b8ee-4bf2-9977-d048a7f27987"]:
  PUT /api/v1/orders/$order {"status": "delivered", "currency": "EUR", "lines": [{"catalog_item_id": "cup", "title":
    "A cup", "unit_price": 1200}, {"catalog_item_id": "plate", "title": "A plate", "unit_price": 900}]} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"order": {"id": "$order"},
  "sendDate": "2026-11-19T00:00:00Z", "communicationChannel": "EMAIL"}} -> 200 {"reviewRequest": {"id": "$request"}}
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$native", "order_id": "$order",
  "product_ids": ["cup", "plate"], "status": "sent", "sent_at": null, "inserted_at": "2026-11-20T06:00:00Z"}]}
timeline $native created
DELETE /api/v1/review-requests/$native -> 200
GET /reviews/v2/review-requests/$request -> 200 {"reviewRequest": {"status": "CANCELED"}}
GET /api/v1/stats -> 200 {"total": {"created": 1, "cancelled": 1}}

# The revision and the date follow every change, and reviewId the review
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cup"}, {"catalogItemId": "plate"}],
  "communicationChannel": "EMAIL"}} -> 200 {"reviewRequest": {"id": "$request"}} as native
GET /api/v1/review-requests/$native -> 200 {"hub_url": "$hub"} between "http://shop.example" "\"" "$page"
+1d anyone GET $page -> 200
GET /reviews/v2/review-requests/$request -> 200 {"reviewRequest": {"revision": "2",
  "updatedDate": "2026-11-21T06:00:00.000Z", "createdDate": "2026-11-20T06:00:00.000Z"}}
FORM /review/hub/review item=1 rating=5 text=Lovely. display_name=Jane -> 303
GET /reviews/v2/review-requests/$request
  -> 200 {"reviewRequest": {"revision": "3", "items": [{"reviewId": "$absent"}, {"reviewId": "$review"}]}}
GET /reviews/v1/reviews/$review -> 200

# A contact that is a customer is the recipient, of the shop alone
ask {"email": "june@example.com", "skip_email": true}
POST /reviews/v2/review-requests/query {} -> 200 {"reviewRequests": [{"recipient": {"contactId": "$june"}}]}
jump 1s
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cup"}], "communicationChannel": "EMAIL",
  "recipient": {"contactId": "$june"}}} -> 200 {"reviewRequest": {"id": "$request", "recipient": {"contactId": "$june"}}}
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$native"}, {}]}
POST /api/v1/review-requests/$native/send -> 200
+0s mail june@example.com "…"
GET /reviews/v2/review-requests/$request -> 200 {"reviewRequest": {"status": "SENT",
  "sendDate": "2026-11-20T06:00:01.000Z", "sentOptions": {"opened": false}}}
moss POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cup"}], "communicationChannel":
  "EMAIL", "recipient": {"contactId": "$june"}}} -> 200 {"reviewRequest": {"recipient": {"contactId": "$june"}}}
moss GET /api/v1/review-requests -> 200 {"requests": [{"id": "$of_moss"}]}
moss POST /api/v1/review-requests/$of_moss/send -> 409 no_recipient

# Without a contact the order's buyer is asked, and without a buyer no one
PUT /api/v1/orders/6f4770fc-b8ee-4bf2-9977-d048a7f27987 {"status": "delivered", "currency": "EUR",
  "buyer": {"email": "jane@example.com", "name": "Jane Doe"},
  "lines": [{"catalog_item_id": "plate", "title": "A plate", "unit_price": 900}]} -> 200
POST /reviews/v2/review-requests {"reviewRequest": {"order": {"id": "6f4770fc-b8ee-4bf2-9977-d048a7f27987"},
  "communicationChannel": "EMAIL"}} -> 200 as first
POST /api/v1/review-requests/$first/send -> 200
+0s mail jane@example.com "…"
jump 1s
POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cup"}], "communicationChannel": "EMAIL",
  "recipient": {"contactId": "8d141741-5caf-455b-9775-64b64119fa9a"}}} -> 200
GET /api/v1/review-requests -> 200 {"requests": [{"id": "$second"}, {"id": "$first"}]}
POST /api/v1/review-requests/$second/send -> 409 no_recipient

# A request whose mail fails shows why
ask {"email": "reject@example.com", "delay_days": 0}
+1m POST /reviews/v2/review-requests/query {} -> 200 {"reviewRequests": [{"status": "FAILED", "sentOptions": "$absent",
  "failedOptions": {"reason": "ACTIVATION_FAILED", "message": "…."}}]}
+1d ask {"order_id": "A", "product_ids": ["$mug"], "delay_days": 0}
PUT /api/v1/orders/A {"status": "cancelled", "currency": "EUR", "lines": []} -> 200
+1m POST /reviews/v2/review-requests/query {} -> 200 {"reviewRequests": [{}, {"status": "FAILED", "sentOptions": "$absent",
  "failedOptions": {"reason": "UNKNOWN_FAILURE_REASON", "message": "…."}}]}

# sendDate says what is scheduled and what was sent, and sends nothing
ask {"order_id": "ORD-1", "delay_days": 7}
POST /reviews/v2/review-requests/query {} -> 200 {"reviewRequests": [{"sendDate": "2026-11-27T06:00:00.000Z",
  "status": "SCHEDULED"}]}
each $date in [null, "2026-11-20T06:00:00.001Z", "2026-11-20T06:00:00Z"]:
  POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cup"}], "communicationChannel": "EMAIL",
    "sendDate": "$date"}} -> 200 {"reviewRequest": {"status": "SCHEDULED", "sentOptions": "$absent"}}
each $date in ["2026-11-20T05:59:59.999Z", "2026-11-20T06:59:59+02:00"]:
  POST /reviews/v2/review-requests {"reviewRequest": {"items": [{"catalogItemId": "cup"}], "communicationChannel": "EMAIL",
    "sendDate": "$date"}} -> 200 {"reviewRequest": {"status": "SENT", "sentOptions": {"opened": false}}}
+1d no mail
// Only an event changes it.
each $status $count in [["SCHEDULED", 4], ["SENT", 2]]:
  POST /reviews/v2/review-requests/count {"filter": {"status": "$status"}} -> 200 {"count": "$count"}

# An ask by SMS has no channel here
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"}
  -> 200 {"data": {"id": "$jane"}}
POST /beacon/asks {"email": "jane@example.com", "channels": ["sms"]} -> 200
+0s POST /reviews/v2/review-requests/query {} -> 200 {"reviewRequests": [{"recipient": {"contactId": "$jane"},
  "status": "SENT", "communicationChannel": "$absent"}]}
