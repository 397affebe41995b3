## Solicitudes

nav-requests = Solicitudes
requests-heading = Solicitudes
requests-text = Busque a una persona o un pedido y vea por qué algo se envió, o no.
requests-find = Nombre, correo o pedido
requests-find-about = Escriba palabras de un nombre, o la dirección, el número o el identificador del pedido completos. Se guardan cifrados, así que no se pueden buscar partes de palabras.
requests-find-wrong = Esto no es una dirección de correo, ni un teléfono, ni un identificador de pedido. Los números de otros países empiezan por + y el prefijo.
requests-find-name = No se encontró a nadie llamado «{ $typed }». Los nombres se buscan por palabras enteras, y solo entre los clientes añadidos desde que se pueden buscar nombres. Para los demás, escriba la dirección de correo, el teléfono o el número de pedido completos.
requests-which = Qué solicitudes
requests-all = Todas
requests-stuck = Atascadas
requests-failed-today = Fallidas en las últimas 24 horas
requests-back = Todas las solicitudes
requests-customer = Abrir el cliente
requests-select = Seleccionar
requests-none-selected = No había nada seleccionado.
requests-send-selected = Enviar las seleccionadas
requests-send-all = Enviar todas…
requests-send-all-text = Todas las solicitudes que no se han enviado, también las de otras páginas: las 100 más recientes de una vez.
requests-send-all-sure = Enviar hasta 100 ahora
requests-send-more = Hay más: envíe todas otra vez.
requests-send-done = { $count ->
        [one] Se está enviando { $count } solicitud.
       *[other] Se están enviando { $count } solicitudes.
    }
requests-send-refused = { $count ->
        [one] { $count } no se pudo enviar: su página dice por qué.
       *[other] { $count } no se pudieron enviar: sus páginas dicen por qué.
    }
requests-send-stopped = { $count ->
        [one] Se está enviando { $count } solicitud. Después algo falló: envíe las demás otra vez.
       *[other] Se están enviando { $count } solicitudes. Después algo falló: envíe las demás otra vez.
    }
requests-partial = Nada entre las últimas 500. Puede haber anteriores: continúe con «Siguiente».
request-products = { $count ->
        [one] { $count } producto
       *[other] { $count } productos
    }
request-products-more = { $product } y { $count } más
request-row = { $day } · { $products }
request-planned = prevista para el { $at }
request-no-order = Sin pedido
request-status-manual = Solo enlace
request-status-scheduled = Programada
request-status-sending = Enviándose
request-status-sent = Enviada
request-status-completed = Con reseña
request-status-cancelled = Cancelada
request-status-expired = Caducada
request-status-failed = Fallida
request-waits = Está en espera: el proveedor no acepta mensajes en este momento y los aceptará más tarde.
request-heading = Solicitud a { $name } por { $order }
request-heading-name = Solicitud a { $name }
request-heading-order = Solicitud por { $order }
request-heading-none = Solicitud sin pedido
request-api-betterreviews = la API propia
request-api-amino = la API de Amino
request-api-moregoodreviews = la API de More Good Reviews
request-api-wix = la API de Wix
request-by-email = correo
request-by-sms = SMS
request-life = Lo que pasó
request-why = En resumen
request-soon = Después
request-link-ends = El enlace caduca. Las reseñas se quedan.
request-messages-show = Ver los mensajes
request-messages = Mensajes
request-messages-text = Tal como se enviaron. Se vuelven a crear con lo que está guardado, así que también muestran los cambios posteriores en los ajustes.
request-message-sent = { $by }, enviado el { $at }
request-message-delivered = entregado el { $at }
request-message-failed = no llegó
request-person = Cliente
request-person-gone = El nombre y la dirección ya no están guardados.
request-person-all = Todo sobre este cliente
request-name = Nombre
request-email = Correo
request-phone = Teléfono
request-language = Idioma
request-items = Se pide reseña de
request-reviewed = reseñado el { $day }
request-back = Volver a la solicitud
request-link = Enlace para copiar
request-link-label = El enlace del cliente
request-link-text = Quien lo tenga puede escribir reseñas como este cliente. Déselo solo a esa persona.
request-link-gone = El enlace ya no funciona.
request-send = Enviar ahora
request-send-done = Se está enviando.
request-cancel = Cancelar…
request-cancel-text = El enlace deja de funcionar y no se envía nada más. Las reseñas se quedan. No se puede deshacer.
request-cancel-sure = Cancelar la solicitud
request-cancel-done = Cancelada. El enlace ya no funciona.
request-not-sendable-sent = No se envía otra vez: el primer mensaje ya se envió.
request-not-sendable-completed = No se envía: todo tiene reseña.
request-not-sendable-cancelled = No se envía: la solicitud está cancelada.
request-not-sendable-expired = No se envía: el enlace ha caducado.
request-not-sendable-failed = No se envía: el mensaje falló definitivamente. El motivo está abajo.
request-not-sendable-skipped = No se envía: una regla detuvo el mensaje. El motivo está abajo.
request-not-sendable-no-recipient = No se envía: no hay dirección de correo ni teléfono.
