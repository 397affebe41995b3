// No message is sent to a person who unsubscribed, or whom the shop suppressed.

# An unsubscription is taken back on the same page, and on the customer's
ask {"delay_days": 0, "product_ids": ["shopify-1"]} as first
+0s mail jane@example.com
anyone GET $hub -> 200 shows "Rather not be asked?" "Ask me in a week"
  lacks "Fern &#38; Oak</bdi> will not ask you for reviews again." "name=\"undo\""
FORM $stop List-Unsubscribe=One-Click -> 200 shows "name=\"undo\"" between "name=\"token\" value=\"" "\"" $link_token
GET /api/v1/suppressions/jane@example.com -> 200 {"reason": "unsubscribed"}
// Nothing would be sent in a week, so the page does not offer that.
anyone GET $hub -> 200 shows "Fern &#38; Oak</bdi> will not ask you for reviews again." "name=\"undo\""
  lacks "Rather not be asked?" "Ask me in a week"
ask {"delay_days": 0}
+0s no mail
FORM /review/unsubscribe token=$link_token undo=1 -> 200 shows "You will be asked again"
GET /api/v1/suppressions/jane@example.com -> 404 not_found
anyone GET $first_hub -> 200 shows "Rather not be asked?" "Ask me in a week" lacks "name=\"undo\""
ask {"delay_days": 0}
+0s mail jane@example.com
// There is no unsubscription left to undo.
FORM /review/unsubscribe token=$link_token undo=1 -> 200
FORM $stop List-Unsubscribe=One-Click -> 200
anyone GET $first_hub -> 200 shows "Fern &#38; Oak</bdi> will not ask you for reviews again." lacks "Ask me in a week"

# A shop's own stop survives an unsubscription that is taken back
ask {"delay_days": 0}
+0s mail jane@example.com
PUT /api/v1/suppressions/jane@example.com -> 200 {"reason": "manual"}
FORM $stop List-Unsubscribe=One-Click -> 200 between "name=\"token\" value=\"" "\"" $link_token
GET /api/v1/suppressions/jane@example.com -> 200 {"reason": "unsubscribed"}
DELETE /api/v1/suppressions/jane@example.com -> 409 not_liftable
FORM /review/unsubscribe token=$link_token undo=1 -> 200
GET /api/v1/suppressions/jane@example.com -> 200 {"reason": "manual"}
ask {"delay_days": 0}
+0s no mail

# A shop stops what waits, an address or a number, and lifts it again
ask {"delay_days": 1}
// Another spelling of the same address.
PUT /api/v1/suppressions/Jane%40EXAMPLE.com -> 200 {"channel": "email", "address": "$address", "reason": "manual"}
GET /api/v1/suppressions/jane@example.com -> 200 {"channel": "email", "address": "$address", "reason": "manual"}
+1d no mail
timeline created scheduled skipped
DELETE /api/v1/suppressions/jane@example.com -> 200 exactly {"ok": true}
DELETE /api/v1/suppressions/jane@example.com -> 404 not_found
ask {"delay_days": 0}
+0s mail jane@example.com
PUT /api/v1/suppressions/+4917112345678 -> 200 {"channel": "sms", "address": "+4917112345678"}
GET /api/v1/suppressions/+49%20171%2012345678 -> 200 {"channel": "sms", "address": "+4917112345678"}

# Suppressions are listed page by page, each once
each $n in 10..18: PUT /api/v1/suppressions/jane$n@example.com -> 200
ask {"delay_days": 0}
+0s mail jane@example.com
FORM $stop List-Unsubscribe=One-Click -> 200
GET /api/v1/suppressions?limit=5 -> 200 {"next_cursor": "$next",
  "suppressions": [{"address": "$a"}, {"address": "$b"}, {"address": "$c"}, {"address": "$d"}, {"address": "$e"}]}
GET /api/v1/suppressions?limit=5&cursor=$next -> 200 {"next_cursor": null, "suppressions": [{}, {}, {}, {}]}
  lacks "\"$a\"" "\"$b\"" "\"$c\"" "\"$d\"" "\"$e\""
GET /api/v1/suppressions?reason=unsubscribed -> 200 {"suppressions": [{"address": "jane@example.com"}], "next_cursor": null}
each $cursor in ["{{-*22}}", "{{_*22}}", "{{a*22}}", "{{9*22}}"]: GET /api/v1/suppressions?cursor=$cursor -> 200
each $cursor in ["{{.*22}}", "{{-*21}}"]: GET /api/v1/suppressions?cursor=$cursor -> 422 invalid_cursor
// Another shop sees none of them.
moss GET /api/v1/suppressions -> 200 exactly {"suppressions": [], "next_cursor": null}
each $query $code in [["reason=rude", "invalid_reason"], ["limit=0", "invalid_limit"], ["limit=101", "invalid_limit"],
  ["limit=%2B5", "invalid_limit"], ["cursor=x", "invalid_cursor"]]: GET /api/v1/suppressions?$query -> 422 shows "\"$code\""
each $address in ["jane", "jane@localhost", "171", "+49"]: PUT /api/v1/suppressions/$address -> 422 invalid_address
each $address in ["jane", "jane@localhost", "171", "+49"]: GET /api/v1/suppressions/$address -> 404 not_found
each $address in ["jane", "jane@localhost", "171", "+49"]: DELETE /api/v1/suppressions/$address -> 404 not_found
