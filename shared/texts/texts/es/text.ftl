first = { $shop } agradece su reseña sincera: { $link } Responda STOP para dejar de recibir SMS.
reminder = Recordatorio: { $shop } sigue agradeciendo su reseña sincera: { $link } Responda STOP para dejar de recibir SMS.
some-shop = Una tienda que conoce
