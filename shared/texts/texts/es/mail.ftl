subject-first-order = ¿Qué opina de su pedido en { $shop }?
subject-first-order-named = { $name }, ¿qué opina de su pedido en { $shop }?
subject-first-shop = ¿Qué opina de { $shop }?
subject-first-shop-named = { $name }, ¿qué opina de { $shop }?
subject-reminder-order = Un recordatorio: ¿qué opina de su pedido en { $shop }?
subject-reminder-shop = Un recordatorio: ¿qué opina de { $shop }?
subject-new-link = Su nuevo enlace para opinar sobre { $shop }

preheader = Buenas o malas, unas pocas frases bastan.
preheader-one = { $title }: buenas o malas, unas pocas frases bastan.
preheader-more = { $title } y { $more } más: buenas o malas, unas pocas frases bastan.

greeting = Hola:
greeting-named = Hola, { $name }:

opening-first-order = Gracias por su pedido en { $shop }. ¿Qué le parece? Nos encantaría leerlo con sus propias palabras:
opening-first-shop = Gracias por confiar en { $shop }. ¿Qué tal fue? Nos encantaría leerlo con sus propias palabras.
opening-reminder-order = Hace un tiempo le escribimos sobre su pedido en { $shop }. Si encuentra un minuto, todavía nos encantaría leer qué le parece:
opening-reminder-shop = Hace un tiempo le escribimos: ¿qué tal fue su experiencia con { $shop }? Si encuentra un minuto, todavía nos encantaría leerlo.
opening-new-link-order = Aquí tiene el nuevo enlace que ha pedido. Muestra lo que aún no ha reseñado:
opening-new-link-shop = Aquí tiene el nuevo enlace que ha pedido.

more = y { $more } más
button = Escribir mi reseña
button-link = Escribir mi reseña:
closing = Dos minutos y unas pocas frases sinceras bastan, sea cual sea su opinión. El enlace es solo suyo y funciona hasta el { $day }.
reason = Recibe este correo porque ha comprado en { $shop }.
unsubscribe = No recibir más solicitudes de reseñas
unsubscribe-link = No recibir más solicitudes de reseñas:
