## Numbers

nav-numbers = Cifras
numbers-about = Solicitudes creadas del { $from } al { $to }, por días UTC. Lo que se envía, abre y reseña después cuenta con su solicitud.
numbers-funnel = De la solicitud a la reseña
numbers-created = Creadas
numbers-sent = Enviadas
numbers-opened = Abiertas
numbers-opened-about = Se abrió el enlace. Algunos sistemas de correo abren los enlaces para comprobarlos, y eso también cuenta.
numbers-engaged = Empezadas
numbers-completed = Reseñadas
numbers-days = Enviadas y reseñadas, por día
numbers-table = Las cifras
numbers-day = Día
numbers-not-sent = Por qué no se enviaron mensajes, o rebotaron
numbers-not-sent-all = Solicitudes fallidas
numbers-not-sent-none = Todos los mensajes se enviaron y ninguno rebotó.
numbers-returned = Rebotes y quejas
numbers-line = Amazon interviene a partir de
numbers-count = Correos
numbers-part = Porcentaje
numbers-bounced = Rebotados
numbers-complained = Marcados como spam
numbers-stars = Estrellas
numbers-stars-about = Todas las reseñas. El resto está en espera, retenido o eliminado.
numbers-submitted = Recibidas
numbers-published = Públicas
numbers-decided = La mitad decidida en
numbers-returned-of = { $count ->
        [one] Del último correo
       *[other] De los últimos { $count } correos
    }
numbers-why-bounced = La dirección o el número no existe
numbers-why-rejected = Rechazado por su contenido
numbers-why-suppressed_by_provider = En la lista de bloqueo del proveedor
numbers-why-refused = Rechazado por el proveedor
numbers-why-unconfirmed = No se sabe si se envió
numbers-why-suppressed_bounce = Rebotó antes
numbers-why-suppressed_complaint = Marcado como spam antes
numbers-why-suppressed_by_shop = Detenido por la tienda
numbers-why-unsubscribed = Se dio de baja
numbers-why-stopped = Respondió STOP
numbers-why-erased = Borrado
numbers-why-order_cancelled = El pedido se canceló
numbers-why-order_refunded = El pedido se reembolsó
numbers-why-spend_cap = El presupuesto de SMS del mes se agotó
numbers-why-capped = La persona recibió bastantes mensajes
numbers-why-asked_before = Ya se le pidió
numbers-why-window_closed = Sin horario de envío antes de que caducara el enlace
numbers-why-cancelled = La solicitud se canceló
numbers-why-expired = El enlace había caducado
numbers-why-reviewed = Todo estaba reseñado
numbers-why-no_channel = Sin dirección ni número
numbers-by = Por API y por canal
numbers-soon = Cuánto tarda la reseña
numbers-soon-about = Solicitudes de los últimos 90 días, hasta anoche. Una solicitud más reciente solo cuenta por los días desde su envío.
numbers-soon-by = { $count ->
        [one] { $part } escribió una reseña en el día siguiente al primer mensaje.
       *[other] { $part } escribió una reseña en los { $count } días siguientes al primer mensaje.
    }
numbers-since = Días desde el primer mensaje
numbers-at-risk = Sin reseña antes de ese día
numbers-reviewed-by = Reseñadas hasta entonces
numbers-delay = ¿Conviene esperar más?
numbers-delay-about = Cuántos escribieron una reseña en los 14 días siguientes al primer mensaje, y el margen que deja el azar (95 %).
numbers-wait = Enviada tras
numbers-wait-days = { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
numbers-range = { $part } (de { $low } a { $high })
numbers-not-enough = Todavía no hay suficientes solicitudes
