## Numbers

nav-numbers = Cifras
numbers-about = Solicitudes creadas del { $from } al { $to }, por días UTC. Lo que se envía, abre y reseña después cuenta con su solicitud.
numbers-funnel = De la solicitud a la reseña
numbers-created = Creadas
numbers-sent = Enviadas
numbers-opened = Abiertas
numbers-opened-about = Se siguió el enlace. Algunos sistemas de correo siguen los enlaces para comprobarlos y también cuentan.
numbers-engaged = Empezadas
numbers-completed = Reseñadas
numbers-days = Enviadas y reseñadas, por día
numbers-table = Las cifras
numbers-day = Día
numbers-not-sent = Por qué no salieron mensajes, o volvieron
numbers-not-sent-all = Solicitudes fallidas
numbers-not-sent-none = Todos los mensajes salieron y ninguno volvió.
numbers-returned = Rebotes y quejas
numbers-line = SES revisa la cuenta desde
numbers-count = Correos
numbers-part = Parte
numbers-bounced = Devueltos
numbers-complained = Marcados como spam
numbers-stars = Estrellas
numbers-stars-about = Todas las reseñas. Lo enviado que no es público espera, está retenido o ha terminado.
numbers-submitted = Enviadas
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
numbers-why-unconfirmed = No se sabe si salió
numbers-why-suppressed_bounce = Volvió antes
numbers-why-suppressed_complaint = Marcado como spam antes
numbers-why-suppressed_by_shop = Detenido por la tienda
numbers-why-unsubscribed = Se dio de baja
numbers-why-stopped = Respondió STOP
numbers-why-erased = Borrado
numbers-why-order_cancelled = El pedido se canceló
numbers-why-order_refunded = El pedido se reembolsó
numbers-why-spend_cap = El presupuesto de SMS del mes se agotó
numbers-why-capped = La persona recibió bastantes mensajes
numbers-why-asked_before = Ya se le preguntó
numbers-why-window_closed = El horario de envío siguió cerrado
numbers-why-cancelled = La solicitud se canceló
numbers-why-expired = El enlace había caducado
numbers-why-reviewed = Todo estaba reseñado
numbers-why-no_channel = Sin dirección ni número
numbers-by = Por API y por canal
numbers-soon = Cuánto tarda la reseña
numbers-soon-about = Solicitudes de 90 días, hasta anoche. Una solicitud más reciente cuenta por el tiempo transcurrido desde su envío.
numbers-soon-by = { $count ->
        [one] { $part } reseña en el día siguiente al primer mensaje.
       *[other] { $part } reseña en los { $count } días siguientes al primer mensaje.
    }
numbers-since = Días desde el primer mensaje
numbers-at-risk = Sin reseña hasta entonces
numbers-reviewed-by = Reseñadas hasta entonces
numbers-delay = ¿Conviene esperar más?
numbers-delay-about = Lo que se reseñó en los 14 días siguientes al primer mensaje, y el margen que deja el azar (95 %).
numbers-wait = Enviada tras
numbers-wait-days = { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
numbers-range = { $part } (de { $low } a { $high })
numbers-not-enough = Todavía no hay suficientes
