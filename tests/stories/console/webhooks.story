# A webhook is made, tested, replayed, changed, rotated and ended
mara GET /console/developers -> 200 shows "action=\"/console/webhooks\"" "action=\"/console/keys\""
hook 500
mara FORM /console/webhooks url=$hook events.review.published=on include.review=on include_imports=on
  -> 200 header cache-control "no-store, no-transform" between "<p class=\"code key\" dir=\"ltr\">" "<" $secret
GET /api/v1/webhooks -> 200
  {"webhooks": [{"id": "$id", "events": ["review.published"], "include": ["review"], "include_imports": true}]}
GET /api/v1/webhooks -> 200 is "$made"
// The secret is shown once.
each $page in ["/console/developers", "/console/webhooks/$id"]: mara GET $page -> 200 shows "No call yet" lacks "Works" "$secret"
// The first try fails. The pages say so, the log shows the answer, and the event is sent again later.
mara FORM /console/webhooks/$id/test -> 303 /console/webhooks/$id#log
mara GET /console/webhooks/$id -> 200 shows "data-again"
+0s mara GET /console/developers -> 200 shows "The first call failed"
mara GET /console/today -> 200 shows "href=\"/console/developers\""
GET /api/v1/webhooks/$id/deliveries -> 200 {"deliveries": [{"event_id": "$event"}]}
mara GET /console/webhooks/$id -> 200 shows "webhook.test" "1 attempt<" " · 500 · "
hook 200
mara FORM /console/webhooks/$id/deliveries/$event/replay -> 303
+0s mara GET /console/webhooks/$id -> 200 shows "2 attempts" " · 200 · " ">Works<" lacks "data-again"
// Saving without a change changes nothing; events that were unticked are not sent any more.
mara FORM /console/webhooks/$id url=$hook events.review.published=on include.review=on include_imports=on status=enabled
  -> 303 /console/webhooks/$id
GET /api/v1/webhooks -> 200 is "$made"
mara FORM /console/webhooks/$id url=$hook events.request.completed=on status=disabled -> 303
GET /api/v1/webhooks -> 200
  {"webhooks": [{"events": ["request.completed"], "include": [], "include_imports": false, "status": "disabled"}]}
mara GET /console/webhooks/$id -> 200 times "What happens while it is off is not sent later." 2
// If one webhook is off, the entry names it; if several are, the entry has their number.
mara GET /console/today -> 200 shows "A webhook is off"
POST /api/v1/webhooks {"url": "$hook/other"} -> 201 {"id": "$other"}
PATCH /api/v1/webhooks/$other {"status": "disabled"} -> 200
mara GET /console/today -> 200 shows "2 webhooks are off" times "get no events." 1
DELETE /api/v1/webhooks/$other -> 200
mara FORM /console/webhooks/$id/rotate -> 200 header cache-control "no-store, no-transform"
  between "<p class=\"code key\" dir=\"ltr\">" "<" $rotated lacks "$secret"
mara FORM /console/webhooks/$id/end -> 303 /console/developers
GET /api/v1/webhooks -> 200 {"webhooks": []}
mara GET /console/webhooks/$id -> 404

# Fields of a webhook that are wrong show their error, and the form keeps events of another vendor's API
hook 200
POST /api/v1/webhooks {"url": "$hook", "events": ["review-created"]} -> 201 {"id": "$id"}
mara GET /console/webhooks/$id -> 200 shows "review-created"
mara FORM /console/webhooks/$id url=$hook status=disabled -> 303
GET /api/v1/webhooks/$id -> 200 {"events": ["review-created"], "status": "disabled"}
mara FORM /console/webhooks/$id/test -> 303
mara GET /console/webhooks/$id -> 200 shows "because the webhook is off"
each $url in ["", "ftp://files.example", "https://192.0.2.1/hook"]:
  mara FORM /console/webhooks url=$url events.review.published=on
    -> 422 shows "id=\"url-about\" role=\"alert\"" "name=\"events.review.published\" checked"
