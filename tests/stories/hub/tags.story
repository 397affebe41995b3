# The request's language comes before the shop's, and the shop's before the browser's
PUT /api/v1/settings {"language": "de"} -> 200
ask {"language": "fr-CA", "skip_email": true} as canadian
ask {"language": "fr_CA", "skip_email": true} as underlined
ask {"skip_email": true} as shops
// An unsupported language is ignored.
ask {"language": "fi-FI", "skip_email": true} as finnish
each $page $language in [["$canadian_hub", "fr"], ["$underlined_hub", "fr"], ["$shops_hub", "de"], ["$finnish_hub", "de"]]:
  anyone GET $page @accept-language=es -> 200 shows "<html lang=\"$language\" dir=\"ltr\""
each $id $language in [["$canadian", "fr"], ["$underlined", "fr"], ["$shops", null], ["$finnish", null]]:
  GET /api/v1/review-requests/$id -> 200 {"language": "$language"}
PUT /api/v1/settings {"language": null} -> 200
ask {"language": "en", "skip_email": true} as english
ask {"email": "june@example.com", "delay_days": 0} as browsers
+0s
// Nobody knows the browser yet.
mail june@example.com "…" shows "<html lang=\"en\""
each $page $accepted $language in [["$english_hub", "de", "en\" dir=\"ltr"], ["$browsers_hub", "fi, ko", "en\" dir=\"ltr"],
    ["$browsers_hub", "fi;q=0.9, es;q=0.1, ar;q=0.2", "ar\" dir=\"rtl"]]:
  anyone GET $page @accept-language="$accepted" -> 200 shows "<html lang=\"$language\""
PUT /api/v1/settings {"language": "pl"} -> 200
ask {"email": "jill@example.com", "delay_days": 0}
+0s
mail jill@example.com "…" shows "<html lang=\"pl\""
