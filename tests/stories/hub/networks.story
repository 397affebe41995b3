# A network gets twenty links to write a review an hour from all shops
shop moss
each $shop in ["fern", "moss"]:
  at once 10 FORM /review/write/$shop/@shop @x-forwarded-for=198.51.100.7 email=jane@example.com -> 200
FORM /review/write/moss/@shop @x-forwarded-for=198.51.100.8 email=more@example.com -> 429
    shows "Many links were requested over your internet connection"
FORM /review/write/fern/@shop @x-forwarded-for=198.51.99.8 email=more@example.com -> 200
jump 1h
FORM /review/write/moss/@shop @x-forwarded-for=198.51.100.8 email=more@example.com -> 200
