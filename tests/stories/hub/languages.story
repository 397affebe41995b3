# An invalid language tag is refused, and a valid one counts, in each dialect
POST /beacon/customers {"first_name": "Jane", "email": "jane@example.com"} -> 200
each $bad in ["d", "de AT", "de;q=1", "de--AT", "{{x*65}}", 5, []]:
  POST /api/v1/review-requests/send {"email": "jane@example.com", "language": "$bad"} -> 422 invalid_language
each $bad in ["d", "de AT", "de;q=1", "de--AT", "{{x*65}}", 5, []]:
  POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "language": "$bad"} -> 400
    {"code": "invalid_language"}
each $bad in ["d", "de AT", "de;q=1", "de--AT", "{{x*65}}", 5, []]:
  POST /beacon/asks {"email": "jane@example.com", "language": "$bad"} -> 422 {"errors": {"language": "$any"}}
POST /api/v1/invitations {"email": "jane@example.com", "name": "Jane", "language": "ar-EG"} -> 200
+0s mail jane@example.com "…" shows "<html lang=\"ar\" dir=\"rtl\"" "Fern"
// A setting without an effect would go unnoticed.
operator {"create_shop": {"shop": "ivy", "shop_name": "Ivy", "language": "fi"}} -> error "…"

# A renewed link has the old one's language
ask {"language": "es", "skip_email": true}
+91d anyone GET $hub @accept-language=de -> 410 shows "<html lang=\"es\" dir=\"ltr\"" "Este enlace ha caducado"
// The answer is the same for every token, so its language is the browser's.
FORM /review/hub/renew @accept-language=de -> 200 is "$answer" shows "<html lang=\"de\" dir=\"ltr\""
    "Sehen Sie in Ihrem Postfach nach"
FORM /review/hub/renew token=none @accept-language=de -> 200 is "$answer"
+0s mail jane@example.com "Su nuevo enlace para opinar sobre Fern & Oak"
anyone GET $link @accept-language=de -> 200 shows "<html lang=\"es\"" "¿Qué le pareció"

# An answer keeps the language of its page
ask {"skip_email": true, "product_ids": ["$mug"]}
FORM /review/hub/chat @accept-language=de turn=0 chip="Es war ein Geschenk" answer="Ähm, also, nicht für mich" -> 303
FORM /review/hub/chat @accept-language=de turn=0 next= answer="Ähm, also, nicht für mich. Es war ein Geschenk." -> 303
// The buttons that lead to another question or skip one are French on a French page.
anyone GET /review/hub/chat?token=$token&item=0 @accept-language=fr -> 200
    shows "<html lang=\"fr\"" "Comment a-t-il été accueilli"
FORM /review/hub/chat @accept-language=fr turn=1 next= answer="Euh, il a beaucoup plu à ma sœur" -> 303
each $language in ["fr", "en"]: anyone GET $hub @accept-language=$language -> 200
    shows "\nNicht für mich. Es war ein Geschenk. Il a beaucoup plu à ma sœur.</textarea>"

# A form's errors are in the page's language
ask {"language": "de", "skip_email": true, "product_ids": ["shopify-9"]}
FORM /review/hub/review rating=6 text="{{x*5001}}" -> 422 shows "<html lang=\"de\" dir=\"ltr\"" "Produkt 1"
FORM /review/hub/review rating=1 display_name="{{x*61}}" -> 422 shows "<html lang=\"de\""
FORM /review/hub/chat turn=0 answer="{{x*1001}}" -> 422 shows "<html lang=\"de\""
