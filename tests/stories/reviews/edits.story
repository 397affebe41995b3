# An edit is dated wherever the review is shown
hook 200 {"include": ["review"], "events": ["review.updated"]}
review rating=5 text=Lovely. display_name=Jane as first
PUT /api/v1/reviews/$first/reply {"text": "Thank you!"} -> 200
jump 1s review rating=5 text=Lovely. display_name=Jane
GET /api/v1/reviews -> 200 {"reviews": [{"id": "$later"}, {"id": "$first"}]}
jump 1m each $path in [".json", ".json?lang=en", ".html"]:
  anyone GET /p/fern/$mug$path -> 200 lacks "Edited on" "before-edit" "\"before_edit\":true"
+7d anyone GET $first_hub -> 200 between "name=\"token\" value=\"" "\"" $link_token
FORM /review/hub/review token=$link_token rating=1 text="It leaks." display_name=Jane -> 303
jump 1m
// The newest is the one that was written last.
anyone GET /p/fern/$mug.json?lang=en -> 200 {"labels": {"before_edit": "Written before the review was edited"}, "reviews": [
  {"id": "$later", "edited_at": null, "marks": ["Purchase not known"]},
  {"id": "$first", "rating": 1, "date": "2026-11-20", "edited_at": "$at", "marks": ["Purchase not known",
  "Edited on 27 November 2026"], "reply": {"date": "2026-11-20", "before_edit": true}}]}
anyone GET /p/fern/$mug.html -> 200
  shows "&nbsp;· <span class=\"afterword-edited\">Edited on 27 November 2026</span>&nbsp;· "
  " · <span class=\"afterword-before-edit\">Written before the review was edited</span></p>"
anyone GET /p/fern/$mug.jsonld -> 200 {"review": [{"dateModified": "$absent"}, {"datePublished": "2026-11-20", "dateModified": "$at"}]}
GET /api/v1/reviews/$first -> 200 {"edited_at": "$at", "reply": {"before_edit": true}}
GET /api/v1/reviews.csv -> 200 shows ",2026-11-27T…Z,,2026-11-20T06:00:00Z,2026-11-20T06:00:00Z" ",$at,,2026-11-20T06:00:0"
GET /api/v1/reviews.jsonl -> 200 shows "\"edited_at\":\"$at\""
+0s delivered review.updated {"review": {"edited_at": "$at"}}
mara GET /console/reviews/$first -> 200 shows " · edited 27 November 2026" "it was written before the review was edited"
PUT /api/v1/settings {"language": "de"} -> 200
jump 1m anyone GET /p/fern/$mug.html -> 200 shows "Geändert am 27. November 2026" "Vor der Änderung der Bewertung geschrieben"

# An answer that the shop changes after the edit is no answer from before
review rating=5 text=Lovely. display_name=Jane as review
jump 1s PUT /api/v1/reviews/$review/reply {"text": "Thank you!"} -> 200
jump 1s FORM /review/hub/review rating=1 text="It leaks." display_name=Jane -> 303
GET /api/v1/reviews/$review -> 200 {"reply": {"before_edit": true}}
anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"reply": {"before_edit": true}}]}
jump 1m PUT /api/v1/reviews/$review/reply {"text": "Sorry! Write to us."} -> 200
GET /api/v1/reviews/$review -> 200 {"reply": {"before_edit": false}}
anyone GET /p/fern/$mug.json -> 200 {"reviews": [{"reply": {"before_edit": false}}]}

# Only stars, headline and text count as an edit
review rating=5 text=Lovely. display_name=Jane as review
jump 1s FORM /review/hub/review rating=5 text=Lovely. display_name=JD -> 303
GET /api/v1/reviews/$review -> 200 {"edited_at": null, "reviewer_name": "JD"}
jump 1s FORM /review/hub/review rating=4 text=Lovely. display_name=Jane -> 303
GET /api/v1/reviews/$review -> 200 {"edited_at": "2026-11-20T06:00:02Z"}
jump 1s FORM /review/hub/review rating=4 text=Lovely. headline="A mug" display_name=Jane -> 303
GET /api/v1/reviews/$review -> 200 {"edited_at": "2026-11-20T06:00:03Z"}
jump 1s FORM /review/hub/review rating=4 text=Fine. headline="A mug" display_name=Jane -> 303
GET /api/v1/reviews/$review -> 200 {"edited_at": "2026-11-20T06:00:04Z"}
