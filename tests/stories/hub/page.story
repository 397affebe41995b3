# Both addresses are the same page, with a card for each product or for the shop, and a person's GET opens it, once
ask {"skip_email": true, "product_ids": ["$mug", "shopify-42"]}
anyone GET $hub -> 200 is "$page" shows "Stoneware mug" "Item 2 of your order"
anyone GET /review/$token -> 200 is "$page"
ask {"skip_email": true}
anyone HEAD $hub -> 200 is ""
timeline created
anyone GET $hub -> 200 times "class=\"card\"" 1 shows "Fern &#38; Oak"
anyone GET $hub -> 200
timeline created opened
counters {"opened": 2, "engaged": "$absent"}
FORM /review/hub/review rating=5 text=Lovely. display_name=Jane -> 303
status completed

# A review can be edited and stays one
ask {"skip_email": true, "product_ids": ["$mug"]}
FORM /review/hub/review rating=5 text="Lovely.\r\nReally." display_name= -> 303 $hub&saved=0
// What word processors paste and nobody sees.
FORM /review/hub/review rating=5 text="Soft\u000band\u000cwarm\u0085at\u0092 home\u0000,\u001b always\u007f." -> 303
anyone GET $hub -> 200 shows "Soft\nand\nwarm\nat home, always."
+1d FORM /review/hub/review rating=2 text="It broke." display_name= -> 303
anyone GET $hub&saved=0 -> 200 shows "It broke." "Thank you" lacks "Lovely."
timeline created opened reviewed completed review_edited
rows REV# 1
counters {"completed": 1}

# A form with errors is 422 and loses nothing that was typed
ask {"skip_email": true, "product_ids": ["$mug"]}
each $rating $text $name in [["", "My words", "Jane"], ["6", "My words", "Jane"], ["05", "My words", "Jane"],
    ["+5", "My words", "Jane"], ["3", "{{x*5001}}", "Jane"], ["3", "My words", "{{n*61}}"]]:
  FORM /review/hub/review rating=$rating text=$text display_name=$name -> 422 shows "$text" "role=\"alert\""
FORM /review/hub/review rating=2 text="</textarea>{{x*5001}}" -> 422
    shows "<a href=\"#text-0\">Please shorten your review to 5,000 characters.</a>" "&#60;/textarea&#62;x"
    "aria-describedby=\"text-0-left text-0-error\" aria-invalid=\"true\""
// An item that the request does not have is 404.
each $item $rating in [["1", "5"], ["-1", "5"], ["x", "5"], ["", "5"], ["99999999999999999999", "5"],
    ["1", ""], ["-1", ""], ["x", ""], ["", ""], ["99999999999999999999", ""]]:
  FORM /review/hub/review item=$item rating=$rating text=Words -> 404
status manual

# Characters that a mail system adds to a link do no harm
ask {"delay_days": 0}
+0s mail jane@example.com "…"
anyone GET $stop -> 200 between "name=\"token\" value=\"" "\"" $stop_token
each $way in ["$token?utm_source=mail", "3D$token", "$token%3E", "$token.", "$token)", "$token%20",
    "3D$token%0D%0A"]: anyone GET /review/hub?token=$way -> 200 shows "name=\"token\" value=\"$token\""
each $way in ["$token?utm_source=mail", "3D$token", "$token%3E", "$token.", "$token)", "$token%20",
    "3D$token%0D%0A", "hub?token%3D$token", "hub?token%3D$token%26item%3D0%26rating%3D5", "$token/", "$token/?item=0"]:
  anyone GET /review/$way -> 200 shows "name=\"token\" value=\"$token\""
each $way in ["?token=$stop_token?utm_source=mail", "?token=3D$stop_token", "?token=$stop_token%3E",
    "?token=$stop_token.", "?token=$stop_token)", "?token=$stop_token%20", "?token=3D$stop_token%0D%0A",
    "?token%3D$stop_token"]: anyone GET /review/unsubscribe$way -> 200 shows "$stop_token"
FORM /review/unsubscribe?token=$stop_token. List-Unsubscribe=One-Click -> 200
timeline created claimed sent opened

# A wrong method is 405 with the methods that a page has, and a link that is cut off shows the page for people
each $path $allow in [["hub", "GET, HEAD"], ["hub/chat", "GET, HEAD, POST"], ["abc", "GET, HEAD"]]:
  anyone PUT /review/$path -> 405 header allow $allow header content-type "text/html; charset=utf-8"
each $form in ["review", "renew", "postpone", "withdraw", "draft"]:
  anyone GET /review/hub/$form -> 405 header allow POST header content-type "text/html; charset=utf-8"
anyone DELETE /review/unsubscribe -> 405 header allow "GET, HEAD, POST" header content-type "text/html; charset=utf-8"
anyone GET /review/ -> 303 /review
each $path in ["/review", "/review/hub", "/review/hub?", "/review/hub?token="]:
  anyone GET $path -> 404 shows "links copied by hand are easily cut short"
PUT /api/v1/products/a {"title": "A mug", "image_url": "https://{{a*246}}.example/a.png"} -> 422 invalid_image_url

# Every page carries the security headers, and only its own picture hosts are allowed
ask {"delay_days": 0}
+0s mail jane@example.com "…"
each $page in ["$hub", "$stop"]: anyone GET $page -> 200 header content-security-policy "…default-src 'none'…style-src 'self'…"
    header content-security-policy "…form-action 'self'…frame-ancestors 'none'…"
    header content-security-policy "…require-trusted-types-for 'script'…trusted-types 'none'…"
    header referrer-policy "no-referrer" header cache-control "no-store" header x-robots-tag "noindex, nofollow"
    header x-content-type-options "nosniff" header x-frame-options "DENY" header set-cookie ""
    header cross-origin-opener-policy "same-origin" header cross-origin-resource-policy "same-origin"
    header permissions-policy "…camera=()…" lacks "<style" " style=" " onclick" "javascript:"
each $path in ["/review/x", "/review/unsubscribe"]:
  anyone GET $path -> 404 header content-security-policy "…default-src 'none'…frame-ancestors 'none'…"
    header referrer-policy "no-referrer" header cache-control "no-store" header x-robots-tag "noindex, nofollow"
    header x-content-type-options "nosniff" header x-frame-options "DENY" header permissions-policy "…camera=()…"
// The origin of the bucket with photos comes first; in this world it is the base URL's. `data:` is for the icon,
// `blob:` for photos that are uploading.
ask {"skip_email": true, "product_ids": ["$tray"]}
anyone GET $hub -> 200 header content-security-policy "…img-src 'self' http://shop.example data: blob:"
ask {"skip_email": true, "product_ids": ["$tray", "$mug"]}
anyone GET $hub -> 200 header content-security-policy "…img-src 'self' http://shop.example data: blob: https://cdn.example"

# A finished page leads to the shop whatever the stars
PUT /api/v1/settings {"contact_url": "https://fern.example/help", "privacy_url": "https://fern.example/privacy"} -> 200
ask {"skip_email": true, "order_id": "1"} as one
ask {"skip_email": true, "order_id": "5"} as five
each $page in ["$one_hub", "$five_hub"]:
  anyone GET $page -> 200 shows "href=\"https://fern.example/privacy\"" lacks "Is there something"
each $hub $stars in [["$one_hub", "1"], ["$five_hub", "5"]]:
  FORM /review/hub/review rating=$stars text="So so." display_name= -> 303
each $page in ["$one_hub", "$five_hub"]:
  anyone GET $page -> 200 shows "href=\"https://fern.example/help\">Is there something"

# A cancelled link is 410 and cannot be renewed, and a review sent to a dead link is not saved
ask {"skip_email": true} as other
ask {"skip_email": true, "order_id": "A"}
DELETE /api/v1/review-requests/$id -> 200
each $rating in ["5", ""]: FORM /review/hub/review rating=$rating text=Words -> 410
anyone GET $hub -> 410 shows "This link is no longer available" lacks "<form"
FORM /review/hub/renew -> 200
+91d anyone GET $hub -> 410 shows "This link is no longer available" lacks "<form"
FORM /review/hub/renew -> 200
each $hub in ["$other_hub"]:
  FORM /review/hub/review rating=5 text=Words -> 410 shows "Link Expired" "class=\"shop\"" "renew?lang=en" lacks "class=\"mark\""
+0s no mail
rows REV# 0

# A new link comes once a day and three times in all, also if a newer request has the same order
ask {"skip_email": true, "order_id": "A"}
FORM /review/hub/renew -> 200
+0s no mail
+90d FORM /review/hub/renew -> 200 is "$answer"
+0s mail jane@example.com "…"
FORM /review/hub/renew -> 200 is "$answer"
FORM /review/hub/renew token=nonsense -> 200 is "$answer"
FORM /review/hub/renew?lang=de token=nonsense -> 200 shows "Sehen Sie in Ihrem Postfach nach"
+0s no mail
+1d FORM /review/hub/renew -> 200
+0s mail jane@example.com "…"
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $renewed
// A renewed link that expires in turn counts towards the first link's three renewals.
+90d FORM /review/hub/renew token=$renewed -> 200
+0s mail jane@example.com "…"
+2d FORM /review/hub/renew token=$renewed -> 200
FORM /review/hub/renew -> 200
+0s no mail
ask {"skip_email": true, "order_id": "A"} as old
+90d ask {"skip_email": true, "order_id": "A"}
each $hub in ["$old_hub"]: FORM /review/hub/renew -> 200
+0s mail jane@example.com "…"
POST /api/v1/review-requests/send {"email": "jane@example.com", "order_id": "A"} -> 409 duplicate_request

# A new link asks only for what nobody reviewed, whichever link it replaces
ask {"skip_email": true, "product_ids": ["$mug", "$tray"]}
+90d FORM /review/hub/renew -> 200
+0s mail jane@example.com "…"
anyone GET $link -> 200 between "name=\"token\" value=\"" "\"" $second
FORM /review/hub/review token=$second rating=5 text=Lovely. -> 303
// The first link did not lead to a review.
+90d FORM /review/hub/renew -> 200
+0s mail jane@example.com "…"
anyone GET $link -> 200 shows "Oak tray" lacks "Stoneware mug" between "name=\"token\" value=\"" "\"" $third
FORM /review/hub/review token=$third rating=5 text=Lovely. -> 303
+90d FORM /review/hub/renew -> 200
+90d FORM /review/hub/renew token=$second -> 200
+0s no mail

# Hostile names are only text, and a failure is a page that says when to try again
ask {"delay_days": 0, "customer_name": "<script>alert(1)</script> \"'&"}
anyone GET $hub -> 200 times "<script" 1 times "<script type=\"module\" src=\"/review/assets/" 1
+0s mail jane@example.com "…<script>alert(1)</script>…" shows ", &#60;script&#62;alert(1)&#60;/script&#62;?<"
    lacks "><script" "</script>?<"
ask {"skip_email": true}
fails DynamoDb ServerError
anyone GET $hub -> 503 header content-type "text/html; charset=utf-8" header retry-after "$seconds"
