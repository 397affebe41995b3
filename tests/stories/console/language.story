# A member chooses a language for themselves alone
jo signs in as reader
jo FORM /console/you/language language=de -> 303 /console/you
jo GET /console/you -> 200 shows "Gespeichert: Ihre Sprache." "value=\"de\" lang=\"de\" selected"
jo GET /console/nothing -> 404 shows "Seite nicht gefunden"
mara GET /console/today -> 200 shows "<html lang=\"en\" dir=\"ltr\">"
each $none in ["", "xx"]: jo FORM /console/you/language language=$none -> 404

// The shop's language is for its customers.
PUT /api/v1/settings {"language": "fr"} -> 200
mara GET /console/today -> 200 shows "<html lang=\"en\""
