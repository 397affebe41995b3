## Hoy

nav-today = Hoy
today-heading = { $count ->
        [one] { $count } reseña espera su decisión
       *[other] { $count } reseñas esperan su decisión
    }
today-heading-none = Ninguna reseña espera su decisión
today-text = Lo que necesita a una persona. Todo lo demás va solo.
today-needs = Necesita a una persona
today-order = Aquí nada está ordenado por estrellas
today-nothing = Nada por ahora.
today-waiting = { $count ->
        [one] { $count } reseña espera una decisión
       *[other] { $count } reseñas esperan una decisión
    }
today-waiting-text = Lo pendiente no lo ve nadie más que usted.
today-edits = { $count ->
        [one] { $count } cambio de una reseña publicada está pendiente
       *[other] { $count } cambios de reseñas publicadas están pendientes
    }
today-oldest = Lo más antiguo llegó { $ago }.
today-decide = Decidir
today-look = Ver
today-longest = Las que más esperan
today-all = Todas las que esperan
today-written = Lo que se ha escrito
today-all-written = Todas las reseñas
today-figures = Los últimos 28 días
today-sent = Solicitudes enviadas en 28 días
today-sent-before = { $count } en los 28 días anteriores
today-reviewed = Reseñadas, de las enviadas
today-reviewed-of = { $count ->
        [one] { $count } de { $sent } solicitudes
       *[other] { $count } de { $sent } solicitudes
    }
today-reviewed-none = Se sabrá cuando se envíe una solicitud.
percent = { $number } %
today-average = Media de todas las estrellas
today-average-of = { $count ->
        [0] todavía sin reseñas
        [one] { $count } reseña, sin dejar ninguna fuera
       *[other] { $count } reseñas, sin dejar ninguna fuera
    }
today-decided = Tiempo hasta la decisión
today-decided-about = La mitad de las decisiones llegó antes.
today-decided-none = Todavía sin decisiones
today-hours = { $count ->
        [0] menos de una hora
        [one] { $count } hora
       *[other] { $count } horas
    }
today-data = Un cliente pide sus datos
today-data-text = Lo ha comunicado el sistema de su tienda. Descargue el archivo y entréguelo: la ley suele dar 30 días.
today-silent = No llega nada de { $system }
today-silent-text = Hace mucho más tiempo de lo habitual que no llega nada de { $system }. Compruebe allí que los webhooks están activados.
today-refused = { $count ->
        [one] No se pudo leer { $count } llamada de { $system }
       *[other] No se pudieron leer { $count } llamadas de { $system }
    }
today-refused-text = Por ellas no se pregunta a nadie. La página de la conexión las muestra.
today-webhook-fails = { $count ->
        [one] Un webhook falla
       *[other] { $count } webhooks fallan
    }
today-webhook-fails-text = { $count ->
        [one] { $url } no responde. Sus eventos esperan y se enviarán cuando vuelva a funcionar.
       *[other] { $url } no responden. Sus eventos esperan y se enviarán cuando vuelvan a funcionar.
    }
today-webhook-off = { $count ->
        [one] Un webhook está desactivado
       *[other] { $count } webhooks están desactivados
    }
today-webhook-off-text = { $count ->
        [one] { $url } no recibe eventos.
       *[other] { $url } no reciben eventos.
    }
today-held = Sus correos están retenidos
today-held-bounces = Demasiados de los últimos rebotaron. Volverán a salir cuando eso mejore.
today-held-complaints = Demasiados de los últimos se marcaron como spam. Volverán a salir cuando eso mejore.
today-first-days = Hoy han salido tantos correos como se permiten
today-first-days-text = Su tienda es nueva: hoy pueden salir { $most }, y cada día aproximadamente el doble mientras los informes sean buenos. Los demás siguen por sí solos.
today-address = Sus correos no indican ninguna dirección postal
today-address-text = Muchos países la exigen en todos los correos de este tipo. Escriba la dirección postal de su tienda en los ajustes.
today-paused = Los envíos están en pausa
today-paused-text = No sale nada hacia los clientes hasta que alguien la termine.
today-paused-until = No sale nada hacia los clientes hasta el { $at }. Lo que corresponda a ese tiempo sale después, en orden.
today-failed = { $count ->
        [one] { $count } solicitud falló en las últimas 24 horas
       *[other] { $count } solicitudes fallaron en las últimas 24 horas
    }
today-failed-text = La página de cada solicitud dice por qué.
