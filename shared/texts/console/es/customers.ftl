## Clientes

nav-customers = Clientes
customers-heading = Clientes
customers-text = Todas las personas que conoce su tienda, las más recientes primero, y lo que se guarda de ellas.
customers-all = Todos los clientes
customers-day = Empezar en el día
customers-show = Mostrar
customer-unnamed = Sin nombre
customer-since = desde el { $day }
customer-asked = solicitud del { $day }
customer-trial = Prueba
customer-stopped = No recibe mensajes
customer-company = Empresa
customer-address = Dirección
customer-signed-up = Registro
customer-notes = Notas
customer-may-ask = Se le pueden pedir reseñas
customer-may-ask-yes = Sí
customer-may-ask-no = No
customer-stop-manual = Usted detuvo todos los mensajes el { $day }.
customer-stop-bounced = Un mensaje rebotó definitivamente el { $day }.
customer-stop-unsubscribed = Se dio de baja el { $day }.
customer-stop-stopped = Respondió STOP el { $day }.
customer-stop-complained = Marcó un mensaje como spam el { $day }.
customer-stop-erased = Sus datos se borraron el { $day }.
customer-stop = No preguntar más
customer-stop-done = { $name } ya no recibe mensajes.
customer-stop-theirs = Lo que la persona decidió por sí misma, solo ella puede deshacerlo.
customer-resume = Volver a preguntar
customer-resume-done = Se puede volver a preguntar a { $name }.
customer-resume-none = No ha cambiado nada: desde aquí no se puede volver a preguntar a { $name }.
customer-basis-order = Compró en su tienda: pedido { $order }, { $day }.
customer-basis-agreed = Aceptó el marketing en { $system }, a fecha de { $day }.
customer-basis-not-agreed = No aceptó el marketing en { $system }, a fecha de { $day }.
customer-more-requests = Todas sus solicitudes
customer-orders = Pedidos
customer-order-placed = hecho
customer-order-fulfilled = enviado
customer-order-delivered = entregado
customer-order-cancelled = cancelado
customer-order-refunded = reembolsado
customer-charges = Cobros
customer-charge = Un cobro
customer-first-message = Primer mensaje por { $by }
customer-reminder = Recordatorio { $number } por { $by }
customer-message-sent = enviado el { $at }
customer-message-delivered = enviado el { $at }, entregado
customer-message-returned = enviado el { $at }, no llegó
customer-message-failed = falló el { $at }
customer-message-skipped = no enviado, decidido el { $at }
customer-message-unconfirmed = quizá enviado, nunca confirmado, { $at }
customer-message-planned = previsto para el { $at }
customer-data = Sus datos
customer-data-text = Una exportación es un archivo con todo lo que se guarda de esta persona. Se puede descargar durante 24 horas.
customer-export = Exportar
customer-erase = Borrar…
customer-erase-heading = ¿Borrar a { $name }?
customer-erase-text = No se puede deshacer. Se elimina:
customer-lost-person = nombre, direcciones, números y notas
customer-lost-requests = { $count ->
        [one] { $count } solicitud: su enlace deja de funcionar
       *[other] { $count } solicitudes: sus enlaces dejan de funcionar
    }
customer-lost-messages = { $count ->
        [one] { $count } mensaje de la lista de mensajes
       *[other] { $count } mensajes de la lista de mensajes
    }
customer-lost-reviews = { $count ->
        [one] { $count } reseña, o solo el nombre de su autor: elija abajo
       *[other] { $count } reseñas, o solo el nombre de su autor: elija abajo
    }
customer-lost-orders = { $count ->
        [one] { $count } pedido
       *[other] { $count } pedidos
    }
customer-lost-orders-at-least = { $count } pedidos o más
customer-lost-charges = { $count ->
        [one] { $count } cobro
       *[other] { $count } cobros
    }
customer-erase-after = Queda una huella cifrada de sus direcciones, para que nadie vuelva a escribirle, y cifras en sus estadísticas.
customer-erase-reviews = Sus reseñas
customer-erase-delete = Eliminarlas
customer-erase-anonymise = Conservar las estrellas y el texto, sin nombre, fotos ni respuesta
customer-erase-sure = Entiendo que esto no se puede deshacer.
customer-erase-choose = Elija qué pasa con las reseñas. No se ha borrado nada.
customer-erase-tick = Marque la casilla para borrar.
customer-erase-button = Borrar definitivamente
customer-back = Volver al cliente
receipt-export = Exportación
receipt-erasure = Borrado
receipt-running = En curso. Tarda cerca de un minuto.
receipt-removing = Los datos se están borrando.
receipt-removed = Todo lo encontrado está borrado. Lo que llegue en el próximo medio minuto también se borrará.
receipt-exported = El archivo está listo. Quien tenga este enlace puede abrirlo durante 24 horas.
receipt-over = Hecho, y han pasado las 24 horas: el archivo ya no se puede descargar.
receipt-erased = Hecho. Ya no se guarda nada de esta persona.
receipt-failed = Algo ha fallado. Se intentará de nuevo, y el operador puede verlo.
receipt-download = Descargar
receipt-number = Justificante
receipt-requests = { $count ->
        [one] { $count } solicitud
       *[other] { $count } solicitudes
    }
receipt-messages = { $count ->
        [one] { $count } mensaje
       *[other] { $count } mensajes
    }
receipt-reviews = { $count ->
        [one] { $count } reseña
       *[other] { $count } reseñas
    }
receipt-photos = { $count ->
        [one] { $count } foto
       *[other] { $count } fotos
    }
receipt-orders = { $count ->
        [one] { $count } pedido
       *[other] { $count } pedidos
    }
receipt-charges = { $count ->
        [one] { $count } cobro
       *[other] { $count } cobros
    }
