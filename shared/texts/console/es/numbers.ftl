## Numbers

nav-numbers = Cifras
numbers-about = Solicitudes creadas del { $from } al { $to } (UTC) y lo que ha sido de ellas.
numbers-periods = Período
numbers-period = { $count ->
        [one] Último día
       *[other] Últimos { $count } días
    }
numbers-so-far = { $sent ->
        [one] { $reviewed } de { $sent } solicitud enviada dio lugar a una reseña.
       *[other] { $reviewed } de { $sent } solicitudes enviadas dieron lugar a una reseña.
    }
numbers-peak = { $count ->
        [0] La mayoría de las reseñas llega el día del primer mensaje.
        [1] La mayoría de las reseñas llega el día después del primer mensaje.
       *[other] La mayoría de las reseñas llega { $count } días después del primer mensaje.
    }
numbers-before = En los { $days } días anteriores: { $reviewed } de { $sent }.
numbers-funnel = De la solicitud a la reseña
numbers-requests = Solicitudes
numbers-of-sent = De las enviadas
numbers-created = Creadas
numbers-sent = Enviadas
numbers-sent-about = Las demás esperan su momento, las compartió usted o fallaron.
numbers-opened = Abiertas
numbers-opened-about = Se abrió el enlace. Algunos sistemas de correo abren los enlaces para comprobarlos, y eso también cuenta.
numbers-engaged = Empezadas
numbers-completed = Reseñadas
numbers-shared = { $count ->
        [one] { $count } más se reseñó con un enlace que usted compartió.
       *[other] { $count } más se reseñaron con enlaces que usted compartió.
    }
numbers-days = Enviadas y reseñadas, por día
numbers-days-about = De las solicitudes creadas un día: cuántas se enviaron y cuántas de ellas se han reseñado desde entonces
numbers-day-tip = { $day }: { $sent } enviadas, { $reviewed } reseñadas
numbers-chart = Las cifras están en la tabla de abajo.
numbers-table = Las cifras en una tabla
numbers-day = Día
numbers-not-sent = Por qué no se enviaron mensajes, o rebotaron
numbers-not-sent-about = Una solicitud puede tener varios mensajes: por correo, por SMS y recordatorios.
numbers-not-sent-from = Contado desde el { $from }.
numbers-messages = Mensajes
numbers-example = Un ejemplo
numbers-not-sent-all = Solicitudes fallidas
numbers-not-sent-none = Todos los mensajes se enviaron y ninguno rebotó.
numbers-returned = Rebotes y quejas
numbers-returned-none = Todavía no se ha enviado ningún correo.
numbers-line = Amazon interviene desde
numbers-count = Correos
numbers-part = Porcentaje
numbers-bounced = Rebotados
numbers-complained = Marcados como spam
numbers-stars = Estrellas
numbers-stars-about = Todas las reseñas. Las que no son públicas esperan, están retenidas o se borraron.
numbers-submitted = Recibidas
numbers-published = Públicas
numbers-decided = La mitad se decidió en
numbers-returned-of = { $count ->
        [one] Del último correo
       *[other] De los últimos { $count } correos
    }
numbers-by = Por API y por canal
numbers-by-about = Por API cuentan también las solicitudes que usted compartió.
numbers-soon = Cuánto tarda la reseña
numbers-soon-about = Solicitudes de los últimos 90 días, hasta anoche. Una solicitud más reciente solo cuenta por los días desde su envío.
numbers-soon-by = { $count ->
        [one] { $part } escribió una reseña en el día siguiente al primer mensaje.
       *[other] { $part } escribió una reseña en los { $count } días siguientes al primer mensaje.
    }
numbers-curve = Parte de las solicitudes enviadas que tienen reseña
numbers-curve-day = { $count ->
        [one] Tras un día
       *[other] Tras { $count } días
    }
numbers-soon-none = Se sabrá cuando al menos diez personas hayan recibido la solicitud hace un día o más.
numbers-at-risk = Aún sin reseña al empezar el día
numbers-reviewed-then = Reseñadas ese día
numbers-reviewed-by = Reseñadas hasta entonces
numbers-delay = ¿Conviene esperar más?
numbers-delay-about = Lo que se reseñó en los 14 días siguientes al primer mensaje. El margen entre paréntesis puede deberse solo al azar: si dos márgenes se solapan, no es seguro que esperar más haya cambiado algo.
numbers-wait = Enviada tras
numbers-wait-days = { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
numbers-range = { $part } (de { $low } a { $high })
numbers-not-enough = Se sabe a partir de 30 mensajes
numbers-composed = ¿Ayudan las preguntas?
numbers-composed-about = Reseñas escritas en su página. Cada persona decide si responde a las preguntas, así que una diferencia puede tener otras causas.
numbers-composed-questions = Con las preguntas
numbers-composed-form = En el formulario
numbers-composed-reviews = Reseñas
numbers-composed-stars = Media de estrellas
numbers-composed-words = Palabras
numbers-composed-minutes = Minutos desde abrir hasta enviar
numbers-composed-how = «Con las preguntas»: se envió el texto propuesto a partir de las respuestas, con cambios o sin ellos. De las palabras y los minutos se muestra la cifra central: la mitad de las reseñas tiene menos y la otra mitad, más. Por encima de 16 se redondea al alza, como mucho un octavo.
numbers-composed-none = Aún no se sabe
