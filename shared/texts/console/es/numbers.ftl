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
numbers-returned-of = { $count ->
        [one] Del último correo
       *[other] De los últimos { $count } correos
    }
numbers-by = Por canal
