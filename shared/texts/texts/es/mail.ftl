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

subject-withheld = Su reseña para { $shop } no se muestra
withheld-opening-product = { $shop } ha decidido no mostrar su reseña de { $title }.
withheld-opening-shop = { $shop } ha decidido no mostrar su reseña.
withheld-confidential = El motivo: contiene información confidencial.
withheld-abusive = El motivo: contiene insultos o amenazas.
withheld-personal_data = El motivo: contiene datos personales de alguien.
withheld-discriminatory = El motivo: es discriminatoria.
withheld-misleading = El motivo: es falsa o engañosa.
withheld-fake = El motivo: no parece basarse en una experiencia real.
withheld-unrelated = El motivo: no trata de lo que se reseñaba.
withheld-unlawful = El motivo: contiene algo ilegal.
withheld-unspecified = La tienda no ha indicado ningún motivo.
withheld-change = Puede cambiar su reseña hasta el { $day }. Después esperará hasta que { $shop } la haya revisado de nuevo.
withheld-closed = El enlace a su reseña ya no funciona, por lo que ya no se puede cambiar allí.
withheld-button = Cambiar mi reseña
withheld-button-link = Cambiar mi reseña:
subject-replied = { $shop } ha respondido a su reseña
replied-opening-product = { $shop } ha respondido a su reseña de { $title }:
replied-opening-shop = { $shop } ha respondido a su reseña:
replied-button = Ver mi reseña
replied-button-link = Ver mi reseña:
reason-review = Recibe este correo porque ha escrito una reseña para { $shop }.

subject-webhook = Un webhook de { $shop } está desactivado
webhook-failed = Desde el { $day } no hemos podido entregar nada a este webhook, por lo que está desactivado:
webhook-gone = Este webhook ha respondido que ya no existe (410), por lo que está desactivado:
webhook-fix = { $shop } se pierde lo que sucede hasta que usted lo active de nuevo. Corrija el error, active el webhook { $id } mediante la API y solicite que se le vuelva a enviar lo perdido: el registro contiene todo lo de los últimos 30 días.
subject-waiting = Hay reseñas de { $shop } que esperan su decisión
waiting-opening = Al menos una reseña lleva más de 10 días esperando a que { $shop } decida sobre ella.
waiting-decide = Publique o retenga lo que espera: son las reseñas con el estado «pending». Hasta entonces nadie ve lo que han escrito sus autores.
reason-owner = Recibe este correo porque esta dirección es la del propietario en los ajustes de { $shop }.
