# A member chooses a language for themselves alone
jo signs in as reader
jo FORM /console/you/language language=de -> 303 /console/you
jo GET /console/you -> 200 shows "Gespeichert: Ihre Sprache." "value=\"de\" lang=\"de\" selected"
jo GET /console/nothing -> 404 shows "Seite nicht gefunden"
mara GET /console/today -> 200 shows "<html lang=\"en\" dir=\"ltr\">"
// The console does not have the shop's language, so it uses the browser's.
PUT /api/v1/settings {"language": "da"} -> 200
jo FORM /console/you/language language= -> 303
jo GET /console/you -> 200 shows "<html lang=\"en\""
jo FORM /console/you/language language=xx -> 404
