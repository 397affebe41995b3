## Webhooks

hooks-page = Webhooks
hooks-about = Llamamos a su propio servidor cuando ocurre algo, por ejemplo cuando se publica una reseña.
hooks-none = Todavía no hay webhooks.
hooks-all = Todos los webhooks
hooks-too-many = Una tienda tiene como máximo 10 webhooks. Elimine uno que ya no se use.
hook-page = Webhook
hook-count = { $count ->
        [one] { $count } evento
       *[other] { $count } eventos
    }
hook-works = Funciona
hook-works-about = Últimamente no ha fallado ninguna llamada.
hook-uncalled = Ninguna llamada aún
hook-uncalled-about = Todavía no ha ocurrido nada por lo que se le llame. Una prueba muestra si funciona.
hook-fails = Falla
hook-fails-about = La primera llamada falló { $ago }. Sus eventos esperan tres días.
hook-off = Desactivado
hook-off-about = No recibe eventos.
hook-new = Nuevo webhook
hook-new-about = Cada llamada se firma con un secreto, para que su servidor sepa que viene de nosotros.
hook-make = Crear el webhook
hook-once = Solo se muestra aquí. Su servidor comprueba con él cada llamada.
hook-url = Dirección
hook-url-about = De su servidor: empieza por https://.
hook-url-wrong = Escriba una dirección que empiece por https:// y el nombre de un host público.
hook-events = Eventos
hook-events-about = No marque nada para recibirlos todos, también los de versiones posteriores.
hook-events-wrong = Marque los eventos que se deben enviar.
hook-events-review-submitted = Se escribió una reseña
hook-events-review-updated = Se cambió una reseña
hook-events-review-published = Se publicó una reseña
hook-events-review-withheld = Se retuvo una reseña
hook-events-review-replied = Se respondió a una reseña
hook-events-review-deleted = Se eliminó una reseña
hook-events-request-scheduled = Se programó un mensaje
hook-events-request-completed = Todo se reseñó
hook-events-request-expired = Un enlace caducó
hook-events-request-cancelled = Se canceló una solicitud
hook-events-message-sent = Se envió un mensaje
hook-events-message-delivered = Se entregó un mensaje
hook-events-message-failed = Falló un mensaje
hook-events-message-skipped = Una regla detuvo un mensaje
hook-events-customer-suppressed = Alguien ya no recibe mensajes
hook-events-customer-erased = Se borraron los datos de un cliente
hook-events-deliverability-held = Sus correos están retenidos
hook-events-deliverability-released = Sus correos se envían de nuevo
hook-events-webhook-test = Prueba
hook-include = Enviar también
hook-include-review = La reseña entera, con el nombre mostrado
hook-include_imports = También de las reseñas importadas
hook-include_imports-about = Si no, un archivo de reseñas antiguas no envía nada.
hook-status = Estado
hook-status-enabled = Activado
hook-status-enabled-about = Esto también reinicia uno que falló.
hook-status-disabled = Desactivado
hook-status-disabled-about = Lo que ocurra mientras está desactivado no se envía después.
hook-change = Dirección y eventos
hook-foreign = Recibe eventos de la API de More Good Reviews y solo se puede cambiar allí: { $events }.
hook-secret = Con él se firman las llamadas, según las reglas de Standard Webhooks.
hook-rotate-about = Durante 24 horas las llamadas se firman con los dos secretos. Ponga el nuevo en su servidor durante ese tiempo.
hook-end = Eliminar…
hook-end-about = Su registro se elimina, y los eventos que aún no se entregaron no se entregarán nunca.
hook-end-yes = Sí, eliminar
hook-ended = Eliminado. Ya no se le llama.
hook-rotated-recently = No se ha reemplazado: tres secretos anteriores aún funcionan. Se podrá reemplazar a partir del { $until }.
hook-log = Últimas llamadas
hook-which = Qué llamadas
hook-all = Todas
hook-pending = En espera
hook-delivered = Entregada
hook-failed = Fallida
hook-next = próximo intento { $at }
hook-attempts = { $count ->
        [one] { $count } intento
       *[other] { $count } intentos
    }
hook-again = Enviar de nuevo
hook-test = Enviar una prueba
hook-sent = Se está enviando. La respuesta aparece aquí.
hook-not-sent = No se envió nada, porque el webhook está desactivado.
hook-error-address_not_public = el host no tiene una dirección pública
hook-error-connection_failed = sin conexión
hook-error-connection_broken = la conexión se cortó
hook-error-timeout = sin respuesta a tiempo
