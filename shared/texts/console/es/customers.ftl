## Clientes

nav-customers = Clientes
customers-heading = Clientes
customers-text = Todas las personas que su tienda conoce, las más recientes primero: clientes y personas a las que se pidió una reseña.
customers-all = Todos los clientes
customer-unnamed = Sin nombre
customer-since = desde el { $day }
customer-asked = solicitud del { $day }
customer-stopped = No recibe nada
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
customer-more-requests = Todas sus solicitudes
customer-orders = Pedidos
customer-charges = Cobros
customer-charge = Un cobro
customer-first-message = Primer mensaje por { $by }
customer-reminder = Recordatorio { $number } por { $by }
customer-message-sent = enviado el { $at }
customer-message-delivered = enviado el { $at }, entregado
customer-message-returned = enviado el { $at }, no llegó
customer-message-failed = falló el { $at }
customer-message-skipped = no enviado, decidido el { $at }
customer-message-unconfirmed = enviado o no: nunca confirmado, { $at }
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
        [one] { $count } reseña, o su autor
       *[other] { $count } reseñas, o su autor
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
customer-erase-sure = Sé que esto no se puede deshacer.
customer-erase-choose = Elija qué pasa con las reseñas. No se ha borrado nada.
customer-erase-tick = Marque la casilla para borrar.
customer-erase-button = Borrar definitivamente
customer-back = Volver al cliente
receipt-export = Exportación
receipt-erasure = Borrado
receipt-running = Está en curso y tarda cerca de un minuto.
receipt-exported = Listo. Quien tenga esta dirección del archivo puede leerlo durante las 24 horas siguientes a su creación.
receipt-over = Listo. Han pasado las 24 horas en las que se podía descargar.
receipt-erased = Listo. Ya no se guarda nada de esta persona.
receipt-failed = Algo ha fallado. Se intentará de nuevo, y el operador lo ve.
receipt-download = Descargar
receipt-again = Mirar de nuevo
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
