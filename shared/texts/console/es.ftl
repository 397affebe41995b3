## Registro de auditoría

audit-heading = Registro de auditoría
audit-about = Qué se hizo, quién y cuándo. Cada reseña tiene además su propio historial.
audit-when = Cuándo
audit-who = Quién
audit-what = Qué
audit-change = Antes → después
audit-member = un antiguo miembro, { $id }
audit-key = Clave de API { $id }
audit-guest = alguien que entró con un enlace
audit-sign_in = Inicio de sesión
audit-console_link = Enlace a la consola creado
audit-invite_member = Miembro invitado
audit-decline_invitation = Invitación rechazada
audit-change_member = Rol de un miembro cambiado
audit-remove_member = Miembro quitado
audit-sign_out_everywhere = Sesiones de alguien cerradas en todas partes
audit-create_key = Clave de API creada
audit-revoke_key = Clave de API revocada
audit-change_settings = Ajustes cambiados
audit-change_text = Texto de un mensaje cambiado
audit-change_sender = Cambió el remitente propio
audit-use_sender = Los correos salen del remitente propio
audit-lose_sender = Faltan los registros del remitente propio
audit-create_webhook = Webhook creado
audit-change_webhook = Webhook cambiado
audit-rotate_webhook_secret = Secreto de un webhook reemplazado
audit-disable_webhook = Webhook que fallaba desactivado
audit-delete_webhook = Webhook eliminado
audit-connect_system = Tienda conectada
audit-change_connection = Conexión cambiada
audit-add_system_webhooks = Webhooks creados en el sistema de la tienda
audit-move_connection = Nueva dirección de la tienda aceptada
audit-disconnect_system = Tienda desconectada
audit-show_stars = Estrellas en las listas y la búsqueda del tema activadas
audit-take_stars_away = Estrellas de las listas y la búsqueda del tema quitadas
audit-app_uninstalled = La aplicación se quitó en el sistema de la tienda
audit-shop_redacted = El sistema de la tienda pidió que se borraran sus pedidos
audit-release_hold = Correos retenidos liberados
audit-ask_about_orders = Reseñas pedidas por pedidos anteriores
audit-import_reviews = Reseñas importadas
audit-try_import = Importación probada
audit-undo_import = Importación deshecha
audit-answer_import_products = Productos de archivos de importación asignados
audit-group_product = Cambió qué productos se muestran juntos
audit-erase_customer = Datos de una persona borrados
audit-export_customer = Datos de una persona exportados
audit-create_shop = Tienda creada
audit-rotate = Clave raíz de la tienda cambiada
audit-pause = Envíos pausados
audit-resume = Envíos reanudados
audit-show_link = Enlace de un cliente mostrado
audit-show_messages = Mensajes de una solicitud mostrados
audit-take_customer_file = Datos de una persona descargados
audit-take_reviews = Todas las reseñas descargadas
audit-suppress = Se detuvieron los mensajes a un cliente
audit-lift_suppression = Bloqueo de una dirección levantado
audit-end_shop = Tienda terminada
audit-restore_shop = Fin de la tienda anulado
audit-export_shop = Todos los archivos de la tienda pedidos
audit-download_shop_files = Archivos de la tienda listados
audit-download_shop_file = Archivo de la tienda descargado
audit-lift_cap = Límite de los primeros días levantado
audit-lift_stop = SMS permitidos de nuevo

## Conexiones

connections-text = Conecte su tienda y pediremos una reseña después de cada pedido.
sys-none = Sin conectar
sys-none-about = Lleva unos cinco minutos.
sys-own-about = Para cualquier otra tienda: un programa escribe sus pedidos y se pregunta a los compradores según sus reglas.
sys-own-lines = Un programa con una clave vuelve a escribir cada pedido cuando algo cambia en él. Hasta entonces no se pregunta a nadie.
sys-active = Conectada
sys-waiting = Espera la primera llamada
sys-silent = Sin actividad
sys-off = Desactivada
sys-off-about = La aplicación se quitó de su tienda. Conéctela de nuevo para pedir reseñas de sus pedidos a partir de ahora.
sys-last = Última llamada { $ago }.
sys-no-call = Todavía no ha llegado nada: cambie un pedido en su tienda para probarlo.
sys-forged = { $count ->
        [one] Se rechazó una llamada firmada con otro secreto { $ago }. Compare el secreto de los webhooks de su tienda con este: termina en { $hint }.
       *[other] Se rechazaron { $count } llamadas firmadas con otro secreto, la última { $ago }. Compare el secreto de los webhooks de su tienda con este: termina en { $hint }.
    }
sys-connect = Conectar
sys-connected = Conectada. Los pasos que faltan están abajo.
sys-disconnected = Desconectada. Las solicitudes ya programadas se enviarán igualmente.
sys-rotated = El secreto se ha reemplazado. El anterior funciona dos horas más.
sys-rotated-recently = No se ha reemplazado: el secreto anterior aún funciona. Se podrá reemplazar a partir del { $until }.
sys-hooks = Crear los webhooks automáticamente
sys-hand = Añadir los webhooks a mano
sys-hooks-about = Afterword añade los webhooks mediante una aplicación de su tienda. En el Dev Dashboard de Shopify, cree una aplicación con los permisos read_orders, read_fulfillments y read_products, e instálela en su tienda. Los webhooks terminan si la desinstala. También sus productos se leen mediante la aplicación. Afterword guarda el ID de cliente y el secreto de cliente, con el que Shopify firma sus llamadas. Elimine los webhooks que haya añadido a mano: se firman con otro secreto.
sys-approved = Su tienda está conectada.
sys-hooks-add = Añadir los webhooks
sys-hooks-done = Webhooks de su tienda
sys-hooks-added = Añadido
sys-hooks-present = Ya existía
sys-hooks-refused = Rechazado
sys-hooks-some = Shopify rechazó algunos. Compruebe que la aplicación tiene los permisos read_orders, read_fulfillments y read_products y que está instalada su última versión, y añada los webhooks de nuevo.
read-heading = Productos de su tienda
read-goes-on = Productos leídos: { $products }. La lectura continúa en segundo plano.
read-waits = Productos leídos hasta ahora: { $products }. Su tienda no entregó la parte siguiente. Afterword la vuelve a pedir durante un día.
read-done = Productos leídos: { $products }.
read-given-up = Productos leídos: { $products }. Su tienda no entregó el resto durante un día. Añada los webhooks otra vez para empezar de nuevo.
read-denied = La aplicación no puede leer productos, así que cada uno llega cuando cambia. Dele el permiso read_products, instale su última versión y añada los webhooks otra vez.
read-cut = Su tienda tiene más de { $products } productos. Se leen los más recientes; los demás llegan cuando cambian o se piden.
sys-domain = Dominio de su tienda en Shopify
sys-domain-about = Termina en .myshopify.com. Está en el panel de Shopify, en Configuración, Dominios.
sys-domain-wrong = Escriba el dominio que termina en .myshopify.com.
sys-app = ID de cliente (client ID)
sys-app-about = Está en el Dev Dashboard, en la configuración de su aplicación.
sys-app-wrong = Escriba el ID de cliente de la aplicación.
sys-client_secret = Secreto de cliente (client secret)
sys-client_secret-about = Está debajo del ID de cliente.
sys-client_secret-wrong = Escriba el secreto de cliente de la aplicación: de 8 a 200 caracteres, sin espacios.
sys-shop-not_public = Esta dirección no está en internet, así que Afterword no la llama.
sys-shop-not_connected = Nadie responde en esta dirección. Compruébela, y que su certificado sea válido.
sys-shop-timed_out = Su tienda no respondió a tiempo.
sys-shop-redirected = Este dominio lleva a otro. Escriba el que el panel de Shopify muestra en Configuración, Dominios, y que termina en .myshopify.com.
sys-shop-no_api = Shopify no tiene ninguna tienda con este dominio.
sys-shop-key_refused = Shopify rechazó la aplicación. Copie de nuevo el ID y el secreto de cliente, y compruebe que la aplicación está instalada en esta tienda.
sys-shop-not_allowed = La aplicación no tiene permiso. Dele los permisos read_orders, read_fulfillments y read_products, e instale su última versión.
sys-shop-failed = Su tienda respondió con un error.
sys-first = En el panel de Shopify, abra Configuración, Notificaciones, Webhooks. Al final de la página está el secreto con el que se firman sus webhooks. Cópielo en este campo.
sys-paste = En el panel de Shopify, abra Configuración, Notificaciones, Webhooks, y cree un webhook para cada evento de abajo: formato JSON y esta dirección.
sys-url = Dirección para pegar
sys-topic-orders-create = Creación de pedido
sys-topic-orders-updated = Actualización de pedido
sys-topic-orders-delete = Eliminación de pedido
sys-topic-fulfillments-update = Actualización de envío
sys-topic-products-create = Creación de producto
sys-topic-products-update = Actualización de producto
sys-topic-products-delete = Eliminación de producto
sys-topic-app-uninstalled = Aplicación desinstalada
sys-privacy = Supresiones y solicitudes de datos de Shopify
sys-privacy-last = La última llegó { $ago }.
sys-privacy-never = Aún no ha llegado ninguna.
sys-privacy-hand = Si un cliente le pide que borre o entregue sus datos, Shopify avisa solo a las aplicaciones, no a los webhooks de su panel de control. Mientras ninguna aplicación de su tienda esté configurada para ello, hágalo a mano: abra la persona en Clientes.
sys-privacy-app = Configurar su aplicación
sys-privacy-app-about = Añada estas líneas, como bloque propio, al archivo shopify.app.toml de su aplicación y despliéguela con la CLI de Shopify. O introduzca la dirección en el Dev Dashboard, en los ajustes de su aplicación para los webhooks de cumplimiento. Debe ser la aplicación cuyo secreto de cliente se usa aquí.
sys-privacy-lines = Líneas para shopify.app.toml
sys-secret = Secreto
sys-secret-hint = Su tienda firma sus llamadas con un secreto que termina en { $hint }.
sys-rotate = Reemplazar el secreto…
sys-rotate-about = El secreto anterior funciona dos horas más. Ponga el nuevo en su tienda durante ese tiempo.
sys-rotate-yes = Reemplazarlo
sys-disconnect = Desconectar…
sys-disconnect-about = No se aceptarán más llamadas, así que no se pedirán reseñas de pedidos nuevos. Las solicitudes ya programadas se enviarán igualmente. Las estrellas de las listas de un tema de Shopify se quitan: deje la aplicación en su tienda mientras «Productos», «En su tienda» indique que quedan algunas.
sys-disconnect-yes = Sí, desconectar
sys-rules = De qué pedidos se piden reseñas, y cuándo
sys-rules-about = Una regla cambiada se aplica en dos minutos, también a los pedidos en espera.
sys-exceptions = { $count ->
        [0] Excepciones: ninguna
       *[other] Excepciones: { $count }
    }
sys-secret-wrong = Escriba el secreto tal como lo muestra su tienda: de 8 a 200 caracteres, sin espacios.
sys-ask_days_after = Días hasta el primer mensaje
sys-ask_days_after-about = Muchos transportistas nunca comunican la entrega: entonces preguntamos 30 días después del envío.
woo-ask_days_after = Días después de completarse el pedido
sys-after = Contados desde
sys-after-delivered = Entrega
sys-after-fulfilled = Envío
sys-incentivized = Estos clientes reciben algo a cambio de una reseña
sys-incentivized-about = Sean cuantas sean las estrellas: premiar solo las buenas está prohibido. Las reseñas lo indican allí donde se muestran.
sys-countries = Solo pedidos a estos países
sys-countries-about = Dos letras cada uno, por ejemplo ES, PT. Déjelo vacío para todos.
sys-countries-wrong = Escriba dos letras para cada país, por ejemplo ES, PT.
sys-tags_excluded = Excluir los pedidos con estas etiquetas
sys-tags_excluded-about = Sepárelas con comas.
sys-tags_excluded-wrong = Escriba 50 etiquetas como máximo.
sys-products_excluded = Excluir estos productos
sys-products_excluded-about = ID, SKU, tipos de producto o etiquetas, tal como los escribe su tienda, separados por comas. Se pregunta por los demás productos de un pedido.
sys-products_excluded-wrong = Escriba 200 productos como máximo.
sys-consent = A quién se pide reseña
sys-consent-any = A todos los que compraron
sys-consent-marketing = Solo a clientes que aceptaron recibir publicidad
orders-tab = De pedidos
orders-about = Qué pasa con cada pedido que ha comunicado el sistema de su tienda, los más recientes primero.
orders-soon = { $count ->
        [0] No se pedirá reseña a nadie en los próximos siete días
        [one] Se pedirá reseña a un cliente en los próximos siete días
       *[other] Se pedirá reseña a { $count } clientes en los próximos siete días
    }
orders-not = Sin solicitud, de los pedidos de los últimos 30 días:
orders-none = Todavía no ha llegado ningún pedido.
orders-change = Cambiar
orders-ask = Preguntar ahora
orders-stop = No preguntar
orders-rule = ver la regla
order-stop-done = No se preguntará a nadie por este pedido.
asks-heading = A quién se pedirá reseña
asks-first = El primer correo sale como pronto el { $at }. Por ahora, se pedirá reseña a { $count ->
        [one] un cliente
       *[other] { $count } clientes
    }.
asks-none = El primer correo sale, como pronto, { $days ->
        [0] en cuanto un pedido cuente
        [one] un día después de que un pedido cuente
       *[other] { $days } días después de que un pedido cuente
    }. Todavía no ha llegado ningún pedido del que se vaya a pedir reseña.
asks-list = Ver cada pedido
asks-pause = Pausar hasta que lo haya revisado
asks-paused = No sale nada durante 30 días, salvo que reanude antes los envíos en «Ajustes», «Pausar los envíos».
asks-soon = Con estas reglas, los correos pueden salir en unos minutos. ¿Quiere ver antes la lista?
asks-soon-yes = Guardar y dejar que salgan
orders-earlier = Pedir también reseñas de pedidos anteriores
orders-earlier-days = Los últimos { $days } días: { $count ->
        [one] un pedido más
       *[other] { $count } pedidos más
    }
orders-earlier-about = De los pedidos que su tienda ha comunicado y que se enviaron o completaron antes de que usted la conectara. A quien recibió el suyo hace tiempo suficiente se le pide la reseña enseguida.
orders-earlier-pause = Preguntar y pausar hasta que lo haya revisado
orders-earlier-ask = Preguntar
orders-earlier-done = Las solicitudes de estos pedidos se programarán en menos de dos minutos.
order-will = Se pedirá reseña el { $at }.
order-will-some = Se pedirá reseña de { $count } de los { $of } productos el { $at }.
order-asked = Reseña pedida el { $at }.
order-opened = Reseña pedida el { $at }, enlace abierto.
order-reviewed = Reseña pedida el { $at }, recibida: { $stars }
order-not = No se pide reseña: { $reason }.
order-not-yet = A la espera: { $reason }.
sys-reason-not_shipped = aún no enviado ni completado
sys-reason-test_order = un pedido de prueba
sys-reason-in_store = vendido en la tienda física
sys-reason-no_email = sin dirección de correo
sys-reason-excluded_tag = tiene una etiqueta que usted excluye
sys-reason-excluded_product = solo tiene productos que usted excluye
sys-reason-relay_address = una dirección de un mercado en línea
sys-reason-no_consent = no aceptó recibir publicidad
sys-reason-other_country = a un país en el que no pide reseñas
sys-reason-nothing_to_review = ningún producto que reseñar
sys-reason-before_since = enviado o completado antes de que usted conectara la tienda
sys-reason-too_old = pedido más de 180 días antes de enviarse o completarse
sys-reason-too_late = hace demasiado tiempo
sys-reason-asked_already = ya se pidió
sys-reason-asked_before = sobre estos productos se pregunta con otro pedido
sys-reason-suppressed = se dio de baja, o los correos a la dirección fallan
sys-reason-works_for_shop = trabaja para usted
sys-reason-another_request = ya tiene una solicitud
sys-reason-cancelled_by_shop = usted lo decidió así
sys-reason-order_not_seen = solo se han comunicado partes del pedido
sys-reason-cancelled = el pedido se canceló
sys-reason-refunded = el pedido se reembolsó
sys-reason-deleted = el pedido se eliminó
sys-reason-not_asking = la aplicación se quitó de su tienda
sys-reason-anonymised = su tienda eliminó los datos del cliente
connect-heading = Conecte su tienda
connect-about = Esta tienda quiere conectarse con { $shop }.
connect-sent = Lo que enviará a Afterword
connect-orders = pedidos, con los nombres y las direcciones de sus compradores
connect-products = productos
connect-reviews = las reseñas que ya tiene, si usted lo pide
connect-ends = Esto pone fin a la conexión con { $place }.
connect-yours = Continúe solo si es su tienda y ha pulsado Conectar en ella.
connect-cancel = Cancelar
connect-wrong = Esta dirección no está completa. En WordPress, abra WooCommerce, Afterword, y pulse Conectar otra vez.
woo-step-upload = En WordPress, abra Plugins, Añadir plugin, Subir plugin. Suba el archivo y active el plugin.
woo-step-connect = Pulse Conectar en la página que aparece después.
woo-download = Descargar el plugin
woo-environment = Este sitio envía sus pedidos. Su entorno en WordPress: { $environment }
woo-other = { $home } ({ $environment }) también llama con la clave de esta tienda, la última vez { $ago }. No se acepta nada de lo que envía. Si es una copia de su tienda, no tiene que hacer nada.
woo-moved = La tienda se ha mudado: usar esta dirección
woo-moved-done = La dirección ya está en uso. Los pedidos llegan ahora desde ella.

## Clientes

nav-customers = Clientes
customers-none = Todavía nadie. Los clientes llegan con su primer pedido.
customer-unnamed = Sin nombre
customer-since = desde el { $day }
customer-asked = solicitud del { $day }
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
customer-lost-more = Hay más de lo que aquí se ha contado.
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
receipt-orders = { $count ->
        [one] { $count } pedido
       *[other] { $count } pedidos
    }
receipt-charges = { $count ->
        [one] { $count } cobro
       *[other] { $count } cobros
    }

## Orders of the time before

earlier-heading = Pedir reseñas de pedidos anteriores
earlier-link = Pedidos anteriores
earlier-about = Para quienes compraron antes de que usted empezara aquí. No se envía nada hasta que confirme cuántos.
earlier-rows = Pedidos, uno por línea
earlier-file = Abrir un archivo
earlier-rows-about = Pegue celdas de una hoja de cálculo o líneas de un archivo CSV, { $count } como máximo. La primera línea nombra las columnas: email y order, y si las tiene name, date (como 2026-11-03), products y language.
earlier-days = Días desde el pedido hasta el correo
earlier-days-about = De 0 a 89. De los pedidos más antiguos o sin fecha se pide reseña enseguida.
earlier-try = Ver qué pasaría
earlier-would = { $count ->
        [0] No se pediría reseña de ningún pedido.
        [one] Se pediría reseña de { $count } pedido.
       *[other] Se pediría reseña de { $count } pedidos.
    }
earlier-due = El primer correo está previsto para el { $first } y el último para el { $last }.
earlier-due-one = Los correos están previstos para el { $first }.
earlier-before = { $count ->
        [one] De { $count } línea ya se pidió reseña.
       *[other] De { $count } líneas ya se pidió reseña.
    }
earlier-insiders = { $count ->
        [one] { $count } línea es de una persona que trabaja para usted.
       *[other] { $count } líneas son de personas que trabajan para usted.
    }
earlier-unasked = { $count ->
        [one] { $count } línea solo tiene productos por los que no se pregunta.
       *[other] { $count } líneas solo tienen productos por los que no se pregunta.
    }
earlier-suppressed = { $count ->
        [one] { $count } línea es de una persona que no recibe sus correos: baja, rebote o bloqueo.
       *[other] { $count } líneas son de personas que no reciben sus correos: baja, rebote o bloqueo.
    }
earlier-wrong = { $count ->
        [one] { $count } línea no se puede leer.
       *[other] { $count } líneas no se pueden leer.
    }
earlier-wrong-email = No es una dirección de correo.
earlier-wrong-order = Falta el número del pedido o es demasiado largo.
earlier-wrong-name = El nombre es demasiado largo.
earlier-wrong-date = La fecha debe ser como 2026-11-03.
earlier-wrong-products = Un identificador de producto debe ser como shopify-7125386199075.
earlier-wrong-language = El idioma debe ser como en o de-AT.
earlier-ask = { $count ->
        [one] Pedir reseña de { $count } pedido
       *[other] Pedir reseña de { $count } pedidos
    }
earlier-done = { $count ->
        [one] Se pedirá reseña de { $count } pedido.
       *[other] Se pedirá reseña de { $count } pedidos.
    }
earlier-changed = Algo ha cambiado desde entonces. Esto es lo que pasaría ahora.
earlier-missing = La primera línea no tiene ninguna columna «{ $column }».
earlier-no-rows = No hay ninguna línea debajo de la primera.
earlier-too-many = Hay más de { $count } líneas. Péguelas por partes.

## Google's file

way-google = Google
feeds-text = Un archivo de sus reseñas publicadas, que Google descarga.
feeds-files = El archivo
feeds-test = Del modo de prueba no se crea ningún archivo.
feeds-first = El primer archivo se crea en cuanto haya una compra conocida detrás de una reseña publicada.
feeds-made = { $count ->
        [one] Creado { $ago }, con { $count } reseña
       *[other] Creado { $ago }, con { $count } reseñas
    }
feeds-address = Dirección para Google
feeds-fetched = Última descarga { $ago }
feeds-not-fetched = Aún no descargado
feeds-paste = En Google Merchant Center, añada una fuente de reseñas de productos, elija descargar un archivo por su dirección y péguela. Google la revisa, lo que lleva unas semanas. Cada noche se crea un archivo nuevo, y antes de una hora después de que una reseña se retenga o se borre.
feeds-wants = Lo que pide Google
feeds-wants-about = De los productos se miran los 100 primeros.
feeds-met = Hecho
feeds-missing = Falta
feeds-all = Todas las reseñas son públicas
feeds-all-about = Google quiere todas las reseñas, tengan las estrellas que tengan. Las reseñas deben mostrarse en público.
feeds-many = Al menos 50 reseñas
feeds-many-about = { $count ->
        [one] Hay { $count }. Las reseñas sin texto no cuentan.
       *[other] Hay { $count }. Las reseñas sin texto no cuentan.
    }
feeds-pages = Cada producto tiene una página
feeds-pages-about = { $some } de { $all } la tienen. Las reseñas de los demás no se incluyen.
feeds-domain = Las páginas están en su propio dominio
feeds-domain-about = Debe ser el dominio que dio a Google, no myshopify.com.
feeds-ids = Cada producto se puede encontrar
feeds-ids-about = { $some } de { $all } tienen un código de barras (GTIN), el número del fabricante y la marca, o su número (SKU) como en sus datos de productos.

## Archivos

files-import = Importar reseñas
files-import-about = Un archivo de hasta 100 MB, tal como lo exporta el otro sistema. Las reseñas que ya están aquí se omiten, así que importar un archivo dos veces no causa problemas.
files-format = ¿De dónde es el archivo?
files-try = Probar primero
files-do = Importar definitivamente
files-kinds-about = Una prueba lee cada línea y dice qué haría una importación. No se guarda nada.
files-export = Sus reseñas en un archivo
files-export-about = Todas, públicas o no, como tabla (CSV). Contiene lo que los clientes escribieron sobre sí mismos: guárdelo en un lugar seguro.
files-download = Descargar las reseñas
files-parts = Sin JavaScript, el archivo contiene solo las 5.000 reseñas más antiguas.
files-heading-try = Importación de prueba de { $system }
files-heading-do = Importación de { $system }
files-heading-try-any = Importación de prueba
files-heading-do-any = Importación
files-choose = Elegir el archivo
files-choose-about = CSV o JSON, hasta 100 MB. La subida empieza al pulsar el botón.
files-upload = Subir
files-upload-over = La hora para subir el archivo ha pasado. Empiece de nuevo.
files-again = Empezar de nuevo
files-arrived = El archivo ha llegado y se leerá en un momento.
files-running = El archivo se está leyendo.
files-progress = { $rows } de unas { $all } filas.
files-tried = No se ha guardado nada. Esto haría una importación:
files-done = Listo.
files-failed = El archivo no se pudo leer hasta el final. Lo importado hasta entonces se queda.
files-rows = { $count ->
        [one] { $count } reseña leída
       *[other] { $count } reseñas leídas
    }
files-would = { $count ->
        [one] { $count } reseña se importaría
       *[other] { $count } reseñas se importarían
    }
files-imported = { $count ->
        [one] { $count } reseña importada
       *[other] { $count } reseñas importadas
    }
files-skipped = { $count ->
        [one] { $count } línea omitida
       *[other] { $count } líneas omitidas
    }
files-to-reviews = Ir a las reseñas
files-for-good = Importar ahora definitivamente
files-for-good-shop = Definitivamente: en WordPress, en WooCommerce, Afterword, pulse «Trasladar las reseñas».
files-faults = Línea por línea
files-faults-about = Los 20 primeros de cada tipo.
files-row = Reseña n.º
files-line = Línea
files-what = Qué hacer
files-move = Trasladarse aquí
files-move-about = Todas las reseñas de otro sistema, en un día. Hasta el último paso todo se puede deshacer.
files-imports = Sus importaciones
files-report-show = Informe
files-steps = Un traslado completo, paso a paso
files-step-1 = Conecte la tienda, para que se conozcan sus productos y pedidos, y ponga los envíos en pausa.
files-step-2 = Exporte todo del sistema anterior y pruebe el archivo aquí abajo. No se guarda nada.
files-step-3 = Importe el mismo archivo definitivamente. Lo que era público lo es aquí; lo oculto queda retenido.
files-step-4 = Ponga nuestras reseñas en una página oculta junto a las anteriores, y compare.
files-step-5 = Desactive las estrellas del sistema anterior para los buscadores, y active las nuestras.
files-step-6 = Reanude los envíos. A quien ya reseñó un producto allí, su tienda no se lo vuelve a pedir.
files-format-auto = Reconocerlo por los encabezados
files-platform = ¿De quién son los números de producto del archivo?
files-platform-auto = De la tienda conectada
files-platform-choose = Elija una opción
files-platform-shopify = De Shopify
files-platform-woocommerce = De WooCommerce
files-platform-needed = Indique de quién son los números de producto: no hay una sola tienda conectada.
files-product-shop = Todas las reseñas tratan de la propia tienda
files-dates = Fechas como 03/02/2025
files-dates-auto = Decir qué líneas las tienen
files-dates-day_first = Primero el día
files-dates-month_first = Primero el mes
files-public = Públicas: { $count }
files-waiting = En espera: { $count }
files-contact-data = De estas, con datos de contacto en el texto: { $count }
files-hidden = Retenidas, porque el sistema anterior no las mostraba: { $count }
files-answers = Sus respuestas, que llegaron con sus reseñas: { $count }
files-removed = Retiradas de nuevo: { $count }
files-kept = Conservadas, porque se decidió sobre ellas, se respondieron o cambiaron: { $count }
files-reasons = Por qué se omitieron líneas
files-notes = Lo que se acortó o falta
files-unread = Columnas no leídas: { $columns }
files-report = Descargar el informe como tabla
files-unknown = Productos que usted no tiene
files-unknown-about = Sus reseñas se omitieron. Indique qué producto es cada uno: su identificador aquí, @shop para la tienda misma, o - para omitirlo. Después importe el archivo otra vez.
files-answered = Guardado. Ahora pruebe o importe el mismo archivo otra vez.
files-answer-wrong = «{ $name }»: indique un identificador como shopify-7125386199075, @shop o -.
files-products = Producto por producto
files-undescribed = Líneas sobre productos que su tienda no ha descrito aquí: { $count }. Compruebe sus números: si uno es incorrecto, sus reseñas no están en ninguna página de su tienda.
files-note = Nota:
files-undo = Deshacer esta importación
files-undo-about = Retira todas sus reseñas, mientras no se haya decidido sobre ninguna ni se haya respondido a ninguna. Después puede importar el archivo otra vez.
files-undo-stuck = Si nada cambia en diez minutos, pulse el botón otra vez.
files-undo-touched = No se deshizo. Reseñas sobre las que desde entonces se decidió, o que se respondieron o cambiaron: { $count }
refused-nothing_to_undo = No hay nada que deshacer.
files-undoing = Las reseñas de esta importación se están retirando.
files-undone = Deshecha. Puede importar el archivo otra vez.
files-try-failed = El archivo no se pudo leer hasta el final. No se guardó nada.
files-try-again = Probar este archivo otra vez
files-again-about = El archivo se guarda aquí un día y sus elecciones se mantienen. No se vuelve a subir nada.
files-again-choose = Elija una de las opciones.
fault-empty_file = El archivo no tiene ninguna fila. Elija uno con encabezados y reseñas.
fault-missing_column = Añada esta columna a los encabezados, o elija el sistema cuyos encabezados tiene el archivo.
fault-missing_product = El archivo no tiene columna de productos. Añádala a los encabezados, o importe todas sus reseñas como reseñas de la propia tienda.
fault-row_too_long = La fila tiene más de 128 KiB. Busque unas comillas que no se cierran.
fault-not_utf8 = Guarde el archivo en UTF-8: en Excel se llama «CSV UTF-8»; otros programas preguntan por el juego de caracteres.
fault-too_many_cells = La fila tiene más celdas que encabezados. Ponga entre comillas las celdas con comas.
fault-invalid_json = La línea debe ser un objeto JSON.
fault-invalid_platform = Escriba uno de: betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = El identificador se omitió: puede tener 128 caracteres como máximo, en una línea.
fault-invalid_product_id = Indique un identificador de producto, como «shopify-7125386199075», o su número.
fault-invalid_rating = Indique un número entero de 1 a 5.
fault-invalid_title = El título se cortó a 200 caracteres en una línea.
fault-invalid_body = El texto se cortó a 5.000 caracteres.
fault-invalid_name = El nombre se cortó a 100 caracteres en una línea.
fault-invalid_created_at = Indique un momento pasado, como 2026-11-20T06:00:00Z, o un día, como 2026-11-20.
fault-invalid_reply = La respuesta se cortó a 10.000 caracteres.
fault-invalid_language = El idioma se omitió: la página del cliente no existe en ese idioma.
fault-invalid_photo_urls = Solo se importaron las 10 primeras fotos.
fault-duplicate = Esta reseña ya está aquí: tiene el mismo identificador, o el mismo producto, nombre, estrellas, texto, fecha y dirección.
fault-erased = Los datos de esta persona se borraron. Quite la fila del archivo.
fault-undo_incomplete = Algunas reseñas de esta importación no se encontraron y siguen aquí. Deshágala otra vez y retenga las demás en Reseñas.
fault-file_gone = El archivo se eliminó antes de leerlo entero. Impórtelo de nuevo: las reseñas que ya están aquí se omiten.
fault-file_changed = Se subió otro archivo mientras se leía este. Impórtelo de nuevo: las reseñas que ya están aquí se omiten.
fault-photos_not_imported = La reseña se importó sin estas fotos: cada dirección debe empezar por https:// y el nombre de un servidor.
fault-not_text = Es un libro de cálculo o un archivo comprimido. Guárdelo como CSV, o descomprímalo primero.
fault-unknown_format = Ningún sistema conocido tiene estos encabezados. Indique de dónde es el archivo.
fault-platform_needed = El archivo nombra los productos por número. Indique si son de Shopify o de WooCommerce.
fault-broken_list = Un objeto de la lista JSON está dañado, no termina o tiene más de 128 KiB. Exporte el archivo otra vez: las reseñas que ya están aquí se omiten.
fault-unread_status = Esta columna parece decir qué reseñas eran públicas, pero no se leería. Elija el sistema del que procede el archivo, o elimine la columna si significa otra cosa.
fault-beyond_five_stars = Varias valoraciones van de 6 a 10, y las estrellas acaban en cinco. Convierta todas las valoraciones en estrellas e importe el archivo otra vez.
fault-too_many_open_quotes = 100 líneas tienen unas comillas que no se cierran. Exporte el archivo otra vez.
fault-open_quote = Unas comillas de esta línea no se cierran. La lectura continuó en la línea siguiente.
fault-made_product = Ningún producto tiene esta dirección, así que se creó uno. Será uno con el producto que llegue con ella.
fault-unknown_product = No tiene ningún producto con este identificador, dirección o SKU. Indique abajo cuál es.
fault-left_out = Usted eligió omitir las reseñas de este producto.
fault-ambiguous_date = El día y el mes podrían estar al revés. Indique cuál va primero.
fault-comment_on_review = Es un comentario a una reseña, no una reseña. Puede responder a la reseña aquí.
fault-invalid_reply_date = La fecha de la respuesta no se puede leer. La respuesta tiene la de hoy.
fault-half_stars = Se redondeó media estrella hacia arriba.
fault-read_month_first = Leída con el mes primero. Si es correcto para todas las fechas, indíquelo.
fault-unknown_fact = Se omitió: ninguno de sus datos tiene esta respuesta. Puede tener tres. Elija cuáles en «Ajustes, Datos», deshaga esta importación si no fue una prueba e importe el archivo de nuevo.
fault-read_as_windows_1252 = No está en UTF-8, así que se leyó como windows-1252. Revise los acentos.

## Everything that the shop has

everything = Todo como archivos
everything-about = Todo lo guardado de la tienda, como JSON Lines: ajustes, productos, clientes, pedidos, solicitudes, mensajes, reseñas, bloqueos y el registro de auditoría. Los archivos contienen datos personales de todos los clientes: guárdelos en un lugar seguro. Se borran después de un día y cuando se borran los datos de una persona.
everything-made = Solicitado: { $asked }. Los archivos se pueden descargar hasta: { $gone }.
everything-running = Solicitado: { $asked }. Los archivos se están creando.
everything-lines = { $count ->
        [one] { $count } línea
       *[other] { $count } líneas
    }
everything-fetch = Para llevárselo todo de una vez, también las fotos: descargue everything.txt y ejecute esto en su carpeta
everything-make = Crear los archivos
data-keep = Cuánto se guardan los datos

## In your shop

way-in-shop = En su tienda
in-shop-lines = Líneas para pegar
in-shop-lines-about = Elija su sistema. No hay que cambiar nada en las líneas.
in-shop-shopify = En el editor de temas, abra la plantilla de producto y pegue esto en un bloque «Custom Liquid» debajo del título, para las estrellas.
in-shop-shopify-list = Pegue esto en una sección «Custom Liquid» debajo del producto, para las reseñas.
in-shop-wix = Añada «Código insertado», «Elemento personalizado» a la página de producto, con la etiqueta afterword-reviews, el id reviews y esta URL de servidor.
in-shop-wix-code = Pegue esto en el código de la página.
in-shop-html = Pegue estas líneas en la página de este producto. La página de otro producto lleva su propio id.
stars = Estrellas en las listas y la búsqueda del tema
stars-about = Las tarjetas de producto, la búsqueda y las recomendaciones de la mayoría de los temas muestran estrellas si dos campos de un producto las indican: reviews.rating y reviews.rating_count. Afterword escribe los dos mediante su aplicación, que para ello necesita el permiso write_products, y los mantiene con un retraso de diez minutos como máximo respecto a sus páginas públicas. Otras aplicaciones también pueden escribirlos, y gana la última: desactive antes las estrellas de esas aplicaciones.
stars-no-app = Para mostrar estrellas en las listas y la búsqueda del tema, conecte su tienda con el ID de cliente de su propia aplicación en «Ajustes», «Pedidos», «Shopify».
stars-scope = Su aplicación no puede escribir productos. En el Dev Dashboard de Shopify, añada el permiso write_products a los que ya tiene, publíquelo como una versión nueva y apruébela en su tienda.
stars-show = Mostrar estrellas en las listas y la búsqueda
stars-take-away = Quitar las estrellas
stars-on-done = Sus productos reciben ahora sus estrellas: 4.000 productos tardan alrededor de un minuto.
stars-off-done = Las estrellas se están quitando: 4.000 productos tardan alrededor de un minuto. Deje la aplicación en su tienda hasta que no quede ninguna.
stars-on = Productos con estrellas: { $count }.
stars-as-of = Última escritura: { $ago }.
stars-waiting = { $count ->
        [0] Sus productos reciben ahora sus estrellas.
       *[other] Por escribir todavía: { $count }.
    }
stars-leave = Productos con estrellas nuestras que aún hay que quitar: { $count }. Deje la aplicación en su tienda hasta que no quede ninguna.
stars-again = Afterword lo vuelve a intentar durante un día.
stars-given-up = Afterword lo intentó durante un día. Lo intentará de nuevo cuando cambie un número o la conexión. Hasta entonces, lo escrito permanece en su tienda.
stars-refused = Shopify no acepta estrellas para { $count } de sus productos, quizá porque se eliminaron: { $products }.
stars-others = Otra aplicación también escribe estos campos: en «{ $product }» decían { $average } ({ $count }) { $ago }, y eso no es nuestro. Desactive las estrellas de esa aplicación.
in-shop-qr = Código QR
in-shop-qr-about = Lleva a la página en la que sus clientes pueden escribir, para el mostrador o un paquete. Una reseña así siempre espera su decisión.
in-shop-qr-save = Guardar como SVG
in-shop-seen = Visto en { $host } { $ago }.
in-shop-reads = Lecturas en las últimas 24 horas: al menos { $count }.
in-shop-unseen = Ninguna página de su tienda ha mostrado reseñas todavía.
in-shop-plug-in = Su plug-in muestra estrellas y reseñas
in-shop-plug-in-about = No necesita líneas: las estrellas, la pestaña y los datos para buscadores están en cuanto se activa.

## Claves de API

keys-page = Claves de API
keys-about = Con una clave, un programa suyo puede hacer lo que usted hace aquí. Dé a cada programa su propia clave.
refused-too_many_keys = Una tienda tiene 20 claves como máximo. Revoque una que ya no se use.
secret-copy = Copie esto ahora
secret-once = Solo se muestra aquí. Guárdelo donde solo su programa pueda leerlo.
key-made = creada el { $day }
key-used = usada por última vez el { $day }
key-unused = nunca usada
key-ends = caduca el { $day }
key-endless = no caduca
key-may = Lo que puede hacer
key-other = Otra API
key-revoke = Revocar…
key-revoke-about = El programa que la usa será rechazado desde su próxima llamada. No se puede deshacer.
key-revoke-yes = Sí, revocar
key-revoked = Revocada. Su próxima llamada será rechazada.
key-new = Clave nueva
key-make = Crear la clave
key-name = Nombre
key-dialect = Creada para
key-dialect-betterreviews = Nuestra propia API, o programas de BetterReviews
key-dialect-amino = Programas de Amino
key-dialect-moregoodreviews = Programas de More Good Reviews
key-dialect-wix = Programas de Wix
key-scopes = Puede
key-scopes-about = No marque nada para los permisos habituales.
key-scopes-requests-read = Leer solicitudes
key-scopes-requests-write = Crear, enviar y cancelar solicitudes
key-scopes-catalog-read = Leer productos y pedidos
key-scopes-catalog-write = Cambiar productos y pedidos
key-scopes-settings-read = Leer ajustes
key-scopes-settings-write = Cambiar ajustes
key-scopes-suppressions-read = Leer quién no recibe mensajes
key-scopes-suppressions-write = Decidir quién no recibe mensajes
key-scopes-reviews-read = Leer reseñas
key-scopes-reviews-moderate = Publicar, retener y responder reseñas
key-scopes-reviews-write = Eliminar e importar reseñas
key-scopes-webhooks-manage = Webhooks
key-scopes-customers-read = Leer clientes
key-scopes-customers-write = Cambiar clientes
key-scopes-privacy-manage = Exportar y borrar los datos de una persona
key-scopes-keys-manage = Crear y revocar claves
key-scopes-members-manage = Invitar y quitar miembros
key-scopes-audit-read = Leer el registro de auditoría
key-scopes-integrations-manage = Conectar Shopify y WooCommerce
key-scopes-SCOPE-DC-REVIEWS-MANAGE-REVIEWS = Wix: todas las llamadas de reseñas
key-scopes-SCOPE-DC_REVIEWS-MANAGE-REVIEW_REQUESTS = Wix: todas las llamadas de solicitudes de reseñas
key-expires_at = Caduca
key-expires_at-about = Déjelo vacío para una clave que no caduca.
key-expires_at-wrong = Indique un día y una hora futuros.

## Miembros

members-told = Correos sobre reseñas
members-told-at_once = Al momento, como mucho uno por hora
members-told-each_morning = Cada mañana a las 8
members-told-mondays = Los lunes a las 8
members-told-never = Nunca
members-none = Todavía no hay miembros. Invite al primero abajo.
member-invited = invitación enviada { $ago }, sin aceptar todavía
member-joined = miembro desde el { $day }
member-role = Rol
member-change = Cambiar rol
member-remove = Quitar
member-remove-sure = ¿Quitar a { $email }? Su sesión se cierra enseguida.
member-remove-yes = Sí, quitar
member-sign-out = Cerrar sesión en esta tienda
member-sign-out-own = Cerrar sesión en todas partes, en todas las tiendas
member-guests = Enlaces sin correo
member-guests-text = El operador o un programa suyo puede abrir esta consola con un enlace, sin correo. Este botón cierra todas esas sesiones y las claves que se crearon en ellas.
invite-heading = Invitar a un miembro
invite-button = Enviar invitación
role-owner-about = Todo, incluidos miembros, claves y ajustes
role-moderator-about = Reseñas, respuestas, solicitudes
role-reader-about = Solo lectura
member-invite-done = Invitación hecha. El correo está en camino.
member-change-done = El rol se ha cambiado.
member-remove-done = Miembro quitado. Su sesión se ha cerrado.
member-sign-out-done = Sesiones cerradas en esta tienda.
refused-member_exists = Esta persona ya es miembro o ya está invitada.
member-no-role = Elija un rol.
refused-too_many_members = Una tienda tiene 50 miembros como máximo.
refused-last_owner = Una tienda necesita un titular. Haga titular a otro miembro primero.

## Numbers

nav-numbers = Cifras
numbers-about = Solicitudes creadas del { $from } al { $to } (UTC) y lo que ha sido de ellas.
numbers-none = Las cifras llegan con su primera solicitud. Pruébelo con usted: nada de eso se cuenta.
numbers-periods = Período
numbers-period-28 = Últimos 28 días
numbers-period-this-month = Este mes
numbers-period-last-month = Mes pasado
numbers-period-90 = Últimos 90 días
numbers-so-far = { $sent ->
        [one] { $reviewed } de { $sent } solicitud enviada dio lugar a una reseña.
       *[other] { $reviewed } de { $sent } solicitudes enviadas dieron lugar a una reseña.
    }
numbers-before = { $days ->
        [one] El día anterior: { $reviewed } de { $sent }.
       *[other] En los { $days } días anteriores: { $reviewed } de { $sent }.
    }
numbers-funnel = De la solicitud a la reseña
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
numbers-stars-about = Todas las reseñas. Las que no son públicas esperan, están retenidas o se borraron.
numbers-submitted = Recibidas
numbers-published = Públicas
numbers-returned-of = { $count ->
        [one] Del último correo
       *[other] De los últimos { $count } correos
    }
numbers-facts-before = Antes
numbers-facts-changed = Productos cuyas respuestas más han cambiado

## Products and locations

nav-products = Productos
products-text = Lo que su tienda describió o un pedido nombró. Cada producto lleva a sus reseñas.
products-nothing = Todavía no hay productos. Llegan con los pedidos, desde una tienda conectada o por la API.
products-incomplete = Incompletos
products-incomplete-text = Google no puede usar reseñas de un producto sin página, y solo lo encuentra por un código de barras (GTIN), por el número y la marca del fabricante o por su número (SKU). Añada lo que falta en el sistema de su tienda, que entonces lo envía aquí, o por la API: el producto sale de esta lista.
products-no-page = Sin página
products-no-number = Sin código ni número
products-none-here = No falta nada entre estos productos.
products-average = { $average } de 5
products-published = { $count ->
        [one] { $count } reseña publicada
       *[other] { $count } reseñas publicadas
    }
product-title = Título del producto
product-title-text = Ni el sistema de su tienda ni un programa han descrito aún este producto. Los correos, la página de reseñas y su tienda muestran el título que escriba aquí, hasta que lo hagan.
product-title-wrong = Un título tiene de 1 a 255 caracteres.
product-title-give = Poner un título al producto
product-title-done = El título es ahora: { $title }
product-title-described = El sistema de su tienda o un programa describió este producto: cambie el título allí.
product-ask = Pedir reseñas
product-ask-about = Sin la marca, no se pregunta a nadie por este producto. Sus reseñas se conservan, y sí se pregunta por los demás productos de un pedido. Esto tiene prioridad sobre lo que diga el sistema de su tienda.
product-ask-on = Se pregunta a los clientes por este producto.
product-ask-off = Ya no se pregunta a nadie por este producto.
product-not-asked = Sin preguntar
product-reviews = Todas sus reseñas
product-months = Estrellas a lo largo del tiempo
product-months-cut = De las { $count } reseñas más recientes, desde el { $day }
product-months-most = Reseñas, como máximo { $count } al mes
product-month = Mes
product-month-stars = Media de estrellas
product-together = Se muestra junto con
product-together-about = Tallas, colores, idiomas o fichas de un mismo producto: las páginas de cada uno muestran las reseñas de todos y una sola cifra. Juntar productos distintos engaña a los compradores. Su elección aquí va antes que lo que dice el sistema de su tienda.
product-together-number = { $average } de { $count }
product-together-none = sin reseñas
product-together-becomes = { $before } pasa a { $after }
product-together-find = Buscar otro producto
product-together-partial = Este no es todo el catálogo: un ID de producto completo encuentra cualquier otro.
product-together-add = Añadir
product-together-added = { $title } se muestra ahora junto con él.
refused-group_full = Como máximo 90 productos pueden ser uno.
product-together-take = Quitar
product-together-taken = { $title } se muestra ahora solo.
product-together-leave = Mostrar solo
product-together-alone = El sistema de su tienda dice que este producto pertenece a { $title }. Usted eligió que se muestre solo.
product-together-follow = Seguir al sistema
product-together-followed = { $title }: el sistema de su tienda decide de nuevo.

## Solicitudes

nav-requests = Solicitudes
customers-find = Nombre, correo o pedido
customers-find-about = Escriba palabras de un nombre, o la dirección, el número o el identificador del pedido completos. Se guardan cifrados, así que no se pueden buscar partes de palabras.
customers-find-wrong = Esto no es una dirección de correo, ni un teléfono, ni un identificador de pedido. Los números de otros países empiezan por + y el prefijo.
customers-find-name = No se encontró a nadie llamado «{ $typed }». Los nombres se buscan por palabras enteras, y solo entre los clientes añadidos desde que se pueden buscar nombres. Para los demás, escriba la dirección de correo, el teléfono o el número de pedido completos.
customers-everyone = Todas
customers-failed-today = Fallidas en las últimas 24 horas
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
requests-partial = Nada entre las últimas 500. Puede haber anteriores: continúe con «Siguiente».
request-products = { $count ->
        [one] { $count } producto
       *[other] { $count } productos
    }
request-products-more = { $product } y { $count } más
request-planned = prevista para el { $at }
request-no-order = Sin pedido
request-status-manual = Sin enviar
request-status-scheduled = Programada
request-status-sending = Enviándose
request-status-sent = Enviada
request-status-completed = Con reseña
request-status-cancelled = Cancelada
request-status-expired = Caducada
request-status-failed = Fallida
request-waits = Está en espera: el proveedor no acepta mensajes en este momento y los aceptará más tarde.
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
request-phone = Teléfono
request-items = Se pide reseña de
request-reviewed = reseñado el { $day }
request-back = Volver a la solicitud
request-link = Enlace para copiar
request-link-text = Quien lo tenga puede escribir reseñas como este cliente. Déselo solo a esa persona.
request-link-gone = El enlace ya no funciona.
request-send = Enviar ahora
request-send-done = Se está enviando.
request-cancel = Cancelar…
request-cancel-text = El enlace deja de funcionar y no se envía nada más. Las reseñas se quedan. No se puede deshacer.
request-cancel-sure = Cancelar la solicitud
request-cancel-done = Cancelada. El enlace ya no funciona.
refused-already_sent = No se envía otra vez: el primer mensaje ya se envió.
refused-already_completed = No se envía: todo tiene reseña.
refused-request_cancelled = No se envía: la solicitud está cancelada.
refused-request_expired = No se envía: el enlace ha caducado.
refused-request_failed = No se envía: el mensaje falló definitivamente. El motivo está abajo.
refused-request_stopped = No se envía: una regla detuvo el mensaje. El motivo está abajo.
refused-no_recipient = No se envía: no hay dirección de correo ni teléfono.

## Reseñas

nav-reviews = Reseñas
reviews-text = Las que esperan van de la más antigua a la más reciente. Los clientes aún no las ven.
reviews-tab-waiting = Por decidir
reviews-tab-published = Publicadas
reviews-tab-withheld = Retenidas
reviews-tab-all = Todas
reviews-words = Texto o nombre
reviews-product = Producto
reviews-all-products = Productos: todos
reviews-stars = Estrellas
reviews-all-stars = Estrellas: todas
reviews-why = Por qué espera
reviews-all-reasons = Motivos: todos
reviews-unanswered = Sin respuesta
reviews-of-shop = La propia tienda
reviews-nothing-waiting = Ninguna reseña espera una decisión.
reviews-nothing-all = Todavía no hay reseñas.
reviews-nothing-found = Ninguna reseña coincide.
reviews-all-answered = Todas respondidas.
reviews-cut = Hay demasiadas reseñas para buscar en todas a la vez. «Siguiente» continúa la búsqueda.
reviews-mark = Marcar
reviews-marked = Marcadas:
reviews-unmark = Desmarcar
reviews-none-marked = No había nada marcado.
reviews-marked-about = Un solo motivo para todas. Una opinión sobre el producto no es un motivo.

## Una reseña

review-heading = { $author } sobre { $product }
review-anonymous = Anónimo
review-back = Todas las reseñas
review-previous = Anterior
review-place = { $place } de { $count } por decidir.
review-open = Abrir
review-publish = Publicar
review-publish-edit = Publicar el cambio
review-withhold = Retener
review-withhold-notification = Retener y avisar al autor
review-withhold-more = Retener…
review-withhold-why = Retenerla y decir por qué
review-withhold-other = Cambiar el motivo
review-explain = Decir por qué está retenida
review-explain-button = Guardar el motivo y avisar al autor
review-reported = Denunciada por lectores
review-reported-about = Retenga la reseña abajo o manténgala. Los lectores que dejaron una dirección reciben su decisión y el motivo por correo en pocos minutos.
review-keep-why = Por qué se mantiene
review-keep = Mantener la reseña
review-withhold-about = El autor conoce el motivo y puede cambiar la reseña. Una opinión sobre el producto no es un motivo.
review-drop-edit = Rechazar el cambio
review-drop-edit-why = Rechazar el cambio y decir por qué
review-decide = Decidir
review-waits = En espera:
review-withheld-for = Retenida:
review-reason = Motivo
review-note = Nota para el historial, que solo ve la tienda
review-has-edit = Cambio pendiente
review-edit-heading = El cambio pendiente
review-photos = { $count ->
        [one] { $count } foto
       *[other] { $count } fotos
    }
review-photo = Foto { $number }
review-verified-order = Compra verificada
review-verified-request = Pedida tras un pedido
review-verified-claimed = Compra confirmada por { $system }
review-verified-none = Sin verificar
review-incentivized = Recibió algo a cambio
review-public = Ver en público
review-written = escrita { $time }
review-edited = editada { $time }
review-experienced = fecha de la experiencia: { $month }
review-order = Pedido { $order }
review-is-submitted = Espera una decisión. Solo la ve usted.
review-is-published = Publicada
review-is-withheld = Retenida
review-rule-contact_data = Menciona un teléfono, una dirección o un sitio web
review-names-phone = Menciona un teléfono
review-names-email = Menciona una dirección de correo
review-names-website = Menciona un sitio web
review-names-account = Menciona una cuenta de una red social
review-rule-moderation = Toda reseña espera una decisión
review-rule-edit_of_withheld = Cambiada después de ser retenida
review-rule-visitor = Nadie la pidió
review-rule-product_hidden = Aparecerá en cuanto se publique su producto
review-rule-insider = Su autor trabaja para la tienda
review-reason-confidential = Confidencial
review-reason-abusive = Insultos
review-reason-personal_data = Datos personales
review-reason-discriminatory = Discriminatoria
review-reason-misleading = Claramente falsa
review-reason-fake = Inventada
review-reason-unrelated = Otro tema
review-reason-unlawful = Ilegal
review-reason-unspecified = Sin motivo indicado
review-reason-earlier_system = El sistema anterior no la mostraba
review-reply = Su respuesta, que se muestra debajo de la reseña
review-reply-button = Responder
review-reply-change = Cambiar la respuesta
review-reply-remove = Quitar la respuesta
review-reply-before-edit = Los lectores ven junto a esta respuesta que se escribió antes de que se editara la reseña. Si cambia la respuesta, el aviso desaparece.
review-reply-notification = El autor recibe su primera respuesta por correo, como pronto un minuto después.
review-history = Historial
review-request = Solicitud { $id }, creada el { $day }.
review-request-link = Ver la solicitud
review-was-submitted = Escrita
review-was-held = En espera
review-was-edited = Cambiada
review-was-published = Publicada
review-was-withheld = Retenida
review-was-edit_dropped = Cambio rechazado
review-was-replied = Respondida
review-was-reply_removed = Respuesta quitada
review-was-undone = Deshecho
review-was-unverified = Ya no es una compra verificada: el pedido se canceló, se reembolsó o no se pagó
review-was-imported = Importada
review-was-removed = Eliminada
review-was-withdrawn = Retirada
review-was-erased = Borrada
review-was-reported = Denunciada por un lector
review-was-kept = Mantenida
review-by-reader = Un lector
review-by-reader-told = Dejó una dirección y recibe la decisión por correo
review-reported-unlawful = Infringe la ley
review-reported-fake = No es auténtica
review-reported-abusive = Insulta o amenaza
review-reported-personal_data = Revela algo privado de una persona
review-reported-other = Otra cosa
review-by-author = El autor
review-by-member = Un miembro de la tienda
review-by-mail = { $who }, por un enlace en un correo
review-by-rule = Una regla

## Lo que hizo un clic

review-done-published = { $author }: publicada.
review-done-withheld = { $author }: retenida.
review-done-withheld-notification = { $author }: retenida. El motivo se envía por correo en pocos minutos.
review-done-edit-dropped = { $author }: cambio rechazado. La versión pública se queda.
review-done-replied = { $author }: respondida.
review-done-kept = { $author }: mantenida.
review-done-replied-notification = { $author }: respondida. La respuesta se envía por correo en pocos minutos.
review-done-reply-removed = { $author }: respuesta quitada.
review-done-undone = { $author }: deshecho. Todo está como antes.
reviews-done-published = { $count ->
        [one] { $count } reseña publicada.
       *[other] { $count } reseñas publicadas.
    }
reviews-done-withheld = { $count ->
        [one] { $count } reseña retenida.
       *[other] { $count } reseñas retenidas.
    }
reviews-done-withheld-notification = { $count ->
        [one] { $count } reseña retenida. El motivo se envía por correo en pocos minutos.
       *[other] { $count } reseñas retenidas. El motivo se envía por correo en pocos minutos.
    }
reviews-done-undone = { $count ->
        [one] { $count } reseña está como antes.
       *[other] { $count } reseñas están como antes.
    }
reviews-done-left = { $count ->
        [one] { $count } se quedó como está: cambió entretanto, o ya es tarde.
       *[other] { $count } se quedaron como están: cambiaron entretanto, o ya es tarde.
    }
reviews-done-stopped = Después algo falló. Las demás están como antes: inténtelo otra vez.
review-changed = Mientras tanto, alguien cambió esta reseña, o ya es tarde para deshacer. Así está ahora; no se guardó nada de lo suyo.
review-wrong-reason = Elija un motivo.
review-wrong-note = Una nota es una línea de 500 caracteres como máximo. No se guardó nada.
review-wrong-reply = Una respuesta necesita de 1 a 10 000 caracteres.
review-wrong-kept = Diga por qué se mantiene, en una línea de 500 caracteres como máximo.

## The own sender

sender-heading = Remitente propio
sender-about = Sus correos a clientes salen de una dirección de su propio dominio, para que los programas de correo muestren su nombre y confíen en él. Necesita acceso al DNS de su dominio.
sender-test_mode = En el modo de prueba no se envía nada, así que no hay remitente que configurar.
sender-records = Añada estos cuatro registros al DNS de { $domain }. El primero dice que el dominio es suyo y los demás permiten firmar los correos en su nombre. No cambian nada más de su sitio web ni de sus buzones.
sender-name = Nombre ({ $type })
sender-value = Valor
sender-wait = Los registros se buscan cada pocos minutos y, más tarde, cada pocas horas. El DNS puede tardar hasta tres días. Hasta que se encuentren, sus correos salen como antes. Deje los registros donde están: sin ellos, sus correos también salen como antes.
sender-remove = Dejar de usar esta dirección
sender-removed = Sus correos salen como antes. Puede borrar los registros de su DNS.
sender-address = Dominio o dirección
sender-address-about = Por ejemplo, opiniones@su-tienda.es. Las respuestas también llegan allí, salvo que indique otra dirección en los ajustes.
sender-save = Mostrar los registros
sender-making = Los registros se están creando. Vuelva dentro de cinco minutos.
sender-asked = Los registros de { $domain } todavía no se encuentran.
sender-stands = Sus correos salen de { $address }.
sender-lost = Los registros de { $domain } ya no se encuentran. Hasta que vuelvan, sus correos salen como antes.
sender-taken = Este dominio, o uno por encima o por debajo de él, ya está en uso aquí. Si es suyo, pregunte a su operador.
sender-invalid = Escriba un dominio o una dirección.
sender-mailbox = Este dominio pertenece a un proveedor de buzones. Use un dominio propio.
sender-operators = Este dominio pertenece a su operador. Use un dominio propio.
sender-too_many = Acaba de abandonar varios dominios. Inténtelo de nuevo dentro de diez minutos.

## Ajustes

nav-settings = Ajustes
settings-text = Las horas son las de { $zone }.
settings-owners = Solo los titulares pueden cambiar los ajustes. Usted puede leerlos aquí.
settings-parts = Partes
settings-saved = Guardado: { $names }.
settings-same = No hay cambios que guardar.
field-wrong = Esto no se puede usar. Cámbielo.
field-wrong-url = Escriba una dirección que empiece por https://.
field-wrong-email = Escriba una dirección de correo.
field-wrong-line = Escriba de 1 a { $most } caracteres, en una línea.
field-wrong-number = Escriba un número de { $least } a { $most }.
field-leads-elsewhere = Quite los números de teléfono, las cuentas, los enlaces y las direcciones de correo. Solo pueden quedar los del dominio de su página de contacto, de su política de privacidad, de su tienda o de la dirección para respuestas: guárdelos antes en los ajustes.

set-moderation = Cuando alguien escribe una reseña
set-moderation-publish = Publicarla al instante
set-moderation-publish-about = Las reseñas con un teléfono, una dirección de correo o un sitio web esperan su decisión de todos modos.
set-moderation-hold = Hacerla esperar hasta que la hayamos leído
set-moderation-hold-about = Espera en la página Reseñas hasta que usted la publique o la retenga.
set-public_display = Mostrar en público las reseñas publicadas
set-ai_questions = Una IA hace preguntas en la página del cliente
set-ai_questions-about = Solo si su operador ha configurado un modelo. Pregunta por el producto, lee las respuestas y, como mucho, propone cómo empieza una respuesta; nunca ve nombre, dirección ni estrellas. Si no, se hacen preguntas ya preparadas.
set-incentives = Lo que recibe quien escribe una reseña
set-incentives-about = Por ejemplo: 5 % en el próximo pedido. Su página de confianza lo dice. Déjelo vacío si no reciben nada.
set-facts = Datos
settings-facts-about = Preguntas sobre los productos que los clientes responden con un toque, junto a estrellas y palabras. Los lectores ven las respuestas como barras cuando cinco clientes han respondido. Tres o cinco respuestas son un orden, de la primera a la última. Si cambia las palabras de una pregunta o respuesta, lo elegido se conserva. Para preguntar otra cosa, vacíe primero las palabras anteriores y guarde.
set-facts-wrong = Dé a cada pregunta de dos a cinco respuestas distintas. Si dos preguntas tienen las mismas palabras, necesitan las mismas respuestas y tipos o etiquetas distintos.
set-facts-question = Pregunta
set-facts-answer = Respuesta
set-facts-label = Solo sobre productos de este tipo o con esta etiqueta
in-shop-look = Cómo se ven

settings-pause-heading = Pausar los envíos
settings-pause-about = Sus clientes no reciben correos, ni SMS, ni recordatorios. Lo que corresponda a ese tiempo se envía después, en orden.
settings-pause-save = Pausar
settings-paused = Los envíos están en pausa hasta el { $until }.
settings-resume = Reanudar
settings-due = { $count ->
        [0] Todavía no hay nada pendiente de envío.
        [one] Ya hay un mensaje pendiente de envío.
       *[other] Ya hay { $count } mensajes pendientes de envío.
    }
settings-leave = { $hours ->
        [one] Cuando reanude los envíos, todo saldrá en el plazo de una hora.
       *[other] Cuando reanude los envíos, todo saldrá en el plazo de { $hours } horas.
    }
settings-resumed = Los envíos se han reanudado.
settings-operator-pause = El operador de este servicio ha pausado sus envíos. Solo el operador puede reanudarlos.
set-paused_until = Pausar hasta
set-paused_until-wrong = Indique un día y una hora.

settings-hours-heading = Horario de envío
settings-hours-about = Cuándo se pueden enviar los mensajes. Lo que toque fuera de este horario espera al siguiente.
set-send_window = Enviar los mensajes
set-send_window-any = A cualquier hora
set-send_window-only = Solo a estas horas
set-send_window-from = De
set-send_window-to = A
set-send_window-monday = lun
set-send_window-tuesday = mar
set-send_window-wednesday = mié
set-send_window-thursday = jue
set-send_window-friday = vie
set-send_window-saturday = sáb
set-send_window-sunday = dom
set-send_window-time_zone = Zona horaria
set-send_window-about = En la zona horaria del cliente si se conoce; si no, en la de su tienda.
set-send_window-wrong = Indique dos horas separadas al menos por una hora, y al menos un día.

settings-look-heading = Su tienda
save = Guardar
set-shop_name = Nombre
set-logo_url = Dirección de su logotipo
set-logo_url-about = Una imagen de 96 píxeles de alto como mínimo. Déjelo vacío para mostrar solo el nombre.
set-color = Color de enlaces y botones
set-color-own = Nuestro propio color
set-color-about = Se oscurece o se aclara donde costaría leerlo. Sin color propio, es verde oscuro.
set-language = Idioma
set-country = País
set-country-none = Sin indicar
set-country-wrong = Elija un país.
set-shop_address = Dirección postal
place-text = Su país propone lo demás.
place-zone-usual = La más poblada del país
place-language-usual = El del país, si es posible
place-hours = Cuando guarde, los mensajes saldrán de 9:00 a 20:00 en esta zona horaria, y les seguirá un recordatorio.
place-saved = Guardado.
place-hours-saved = Guardado. Los mensajes salen de { $from } a { $to } ({ $zone }).

settings-requests-heading = Solicitudes y recordatorios
set-default_reminders = Recordatorios después del primer mensaje
set-reminder_days = Días desde el primer mensaje hasta los recordatorios
set-reminder_days-about = Tres días, por ejemplo 3, 7, 14. A quien ya escribió una reseña no se le envían más recordatorios.
set-reminder_days-wrong = Escriba tres números crecientes de 1 a 60, por ejemplo 3, 7, 14.
set-ask_once = Si alguien compra otra vez el mismo producto
set-ask_once-integrations = No volver a pedir reseñas por pedidos de Shopify o WooCommerce
set-ask_once-integrations-about = Las solicitudes que hacen sus propios programas se envían igualmente.
set-ask_once-never = Pedirla en cada pedido
set-ask_once-never-about = El mismo producto se puede reseñar una vez por pedido.

settings-replies-about = Hasta cinco. Al responder a una reseña, un clic o las teclas 1 a 5 las insertan; puede cambiarlas antes de enviarlas.
set-saved_replies = Respuestas guardadas
set-saved_replies-about = { "{name}" } pasa a ser el nombre de la persona, { "{product}" } el producto y { "{shop}" } su tienda. Una respuesta no se ofrece si la reseña no tiene ese nombre o producto.
set-saved_replies-wrong = Cada texto tiene 500 caracteres como máximo. Las llaves solo se usan en { "{name}" }, { "{product}" } y { "{shop}" }.
set-keep_months = Meses tras los que se borran los datos antiguos
set-keep_months-about = De 6 a 120; vacío para conservarlo todo. Los pedidos, solicitudes y mensajes más antiguos se borran con sus clientes, salvo que tengan algo más reciente. Las reseñas publicadas y las bajas se conservan.

settings-contact-heading = Contacto
set-reply_to = Las respuestas a los correos van a
set-reply_to-about = Todos los clientes ven esta dirección.
set-contact_url = Su página de contacto
set-contact_url-about = Enlazada en los correos y en la página del cliente.
set-privacy_url = Su política de privacidad
set-storefront_url = El dominio propio de su tienda
set-storefront_url-about = La dirección que conocen los clientes, por ejemplo https://fern.example. Sustituye a myshopify.com dondequiera que se enlacen productos.
set-storefront_url-wrong = Escriba una dirección que empiece por https://, sin ruta y que no sea de myshopify.com.
set-owner_email = Los correos sobre la propia tienda van a
set-owner_email-about = Por ejemplo, cuando se desactiva un webhook o llegan reseñas. Los clientes nunca la ven.

## El fin de la tienda

end-heading = Cerrar esta tienda
end-about = Desde ese momento los clientes no reciben mensajes, y las claves de API, los enlaces y las páginas dejan de funcionar, también los del modo de prueba. Durante 30 días, un titular puede iniciar sesión y reabrirla. Después se destruye todo lo guardado de la tienda. Antes, llévese sus datos: están más arriba.
end-about-test = Solo se cierra el modo de prueba: sus claves de API y sus enlaces dejan de funcionar. Durante 30 días, un titular puede iniciar sesión y reabrirlo. Después se destruye todo lo guardado de él.
end-type = Para confirmar, escriba el identificador de la tienda: { $shop }
end-button = Cerrar la tienda
end-wrong = No se ha cambiado nada: lo que escribió no es el identificador de la tienda, { $shop }.
shop-ended-heading = { $shop } está cerrada
shop-ended-text = Los clientes no reciben mensajes, y las claves de API, los enlaces y las páginas no funcionan. Hasta el { $until } un titular puede reabrirla. Después se destruye todo lo guardado de la tienda.
shop-ended-ask = Solo un titular puede reabrirla: pida a uno que inicie sesión.
shop-ended-restore = Reabrir la tienda
shop-ended-restored = La tienda está abierta de nuevo: sus claves de API, enlaces y páginas funcionan, y los mensajes que esperaban se envían.

## El marco de cada página

skip = Ir al contenido
nav-label = Páginas
way-data = Sus datos
way-developers = Desarrolladores
way-orders = Pedidos
way-products = Todos los productos
way-settings = General
way-team = Equipo
way-you = Usted
in-shop-public = Reseñas publicadas
in-shop-trust = Página de confianza
in-shop-not-public = Sus reseñas no se muestran en público: son datos de prueba, o lo desactivó en Ajustes.
you-language = Su idioma
help-heading = Si algo no funciona
help-not-sent = Un cliente no recibió ningún mensaje
help-not-sent-text = Busque la dirección de correo completa en Clientes. La página de la solicitud dice qué pasó, por qué y qué viene después.
help-held-text = Demasiados correos rebotaron o se marcaron como spam, y seguir enviando dañaría su dominio. Quite de su tienda las direcciones que no existen. Los envíos se reanudan solos en cuanto ya casi nada rebota; Hoy lo indica mientras estén retenidos. Si es urgente, un titular puede liberar allí los correos, una vez cada 7 días; después, pregunte al operador de este servicio.
help-webhook = Un webhook falla
help-webhook-text = Su endpoint debe responder con un estado de 200 a 299. Los eventos se guardan tres días y se envían en orden en cuanto vuelve a funcionar. Ajustes, Desarrolladores muestra cada respuesta.
test-data = Datos de prueba
role-owner = Titular
role-moderator = Moderador
role-reader = Lector
guest = Sesión abierta con un enlace
sign-out = Cerrar sesión
nav-shops = Sus tiendas
undo = Deshacer
seconds = s
search = Buscar
copy = Copiar
copied = Copiado
fields-choose = Elegir…
next-page = Siguiente
first-page = Volver al principio
nothing-here = Todavía no hay nada aquí.
failed = Esto no llegó al servidor. Inténtelo de nuevo.
waiting-count = { $count } en espera

## Horas

ago-now = ahora mismo
ago-minutes = { $count ->
        [one] hace { $count } minuto
       *[other] hace { $count } minutos
    }
ago-hours = { $count ->
        [one] hace { $count } hora
       *[other] hace { $count } horas
    }
ago-days = { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }
at-time = { $day }, { $time }

## Teclado

keys-heading = Atajos de teclado
keys-move = Siguiente y anterior
keys-mark = Marcar una reseña; a y w valen entonces para todas las marcadas
keys-help = Esta lista
close = Cerrar

## Cuando algo no funciona

not-found-heading = Página no encontrada
not-found-text = La dirección es incorrecta, o la página ya no existe.
forbidden-heading = No permitido
forbidden-text = Su rol no lo permite. Un titular puede cambiar los roles en Ajustes, Equipo.
guest-heading = Solo esta tienda
guest-text = Ha entrado con un enlace, sin dirección de correo, así que no se sabe qué otras tiendas son suyas. En Ajustes, Equipo puede invitar su dirección y después entrar con ella.
origin-heading = No se envió desde esta página
origin-text = El formulario no venía de esta consola, así que no se cambió nada. Abra la página de nuevo e inténtelo otra vez.
conflict-heading = Cambiado mientras tanto
conflict-text = Otra persona cambió esto después de que usted lo abriera. Así está ahora.
failure-heading = Algo ha fallado
failure-text = No se cambió nada. Inténtelo de nuevo en un momento.
too-many-heading = Demasiados correos
too-many-text = Se pidieron demasiados enlaces para esta dirección. Aún puede pedir uno en un navegador en el que ya haya iniciado sesión; en otros, inténtelo de nuevo en una hora.
back-home = Volver a la consola

## Trabajos largos

progress-of = { $done } de { $all }.
progress-so-far = Hasta ahora: { $what }.
progress-left = { $minutes ->
        [0] Queda menos de un minuto.
        [1] Queda cerca de un minuto.
       *[other] Quedan unos { $minutes } minutos.
    }
progress-again = Actualizar

## Iniciar sesión

sign-in-text = Escriba su dirección de correo y le enviaremos un enlace.
sign-in-email = Correo
sign-in-ask = Enviarme un enlace
sign-in-bad-email = Revise la dirección.
waiting-heading = Revise su correo
waiting-text = Si { $email } puede iniciar sesión, un correo con un enlace está en camino. El enlace funciona durante 15 minutos.
waiting-still = Por ahora no se envían más correos. El enlace que enviamos { $ago } sigue funcionando.
waiting-here = Abra el enlace en este navegador para iniciar sesión aquí.
waiting-elsewhere = ¿Ha abierto el enlace en otro dispositivo?
waiting-code = Código
waiting-code-text = Allí muestra un código de ocho letras. Escríbalo aquí.
waiting-again = Enviarlo otra vez
waiting-other = Usar otra dirección
wrong-code = Este código no funciona. Después de cinco intentos necesita un enlace nuevo.
link-heading = Iniciar sesión en la consola
link-text = Pulse el botón para iniciar sesión.
link-guest-text = El botón le da acceso a { $shop }. Su rol allí: { $role }. Continúe solo si sabe quién le envió este enlace.
link-guest-left = Entonces se cerrará su sesión de { $shop } en este navegador.
link-owner-text = Escriba su dirección de correo y le enviaremos un enlace. Ese enlace le da el rol de propietario de { $shop }. Continúe solo si sabe quién le envió esta página.
link-without = Iniciar sesión sin correo
link-without-text = Una sola vez, como propietario. Cuando termine esta sesión, solo un enlace nuevo o una invitación le dará acceso.
code-heading = Su código
code-text = Usted pidió iniciar sesión desde otro navegador. Escriba este código en la ventana que espera allí.
code-warning = No dé nunca este código a nadie. Si usted no pidió iniciar sesión, cierre esta página.
over-text = Ya se usó, o han pasado sus 15 minutos. Pida uno nuevo.
signed-out-heading = Sesión cerrada
ended-heading = Inicie sesión de nuevo
ended-text = Su sesión terminó, así que no se guardó nada.
ended-written = Lo que escribió: cópielo antes de continuar

## Las tiendas de una persona

shops-text = Tiendas e invitaciones para { $email }.
shops-none = Todavía no pertenece a ninguna tienda y no tiene invitaciones. Pida una al titular de una tienda.
shops-invited = Invitación como: { $role }
shops-here = Está aquí
shops-test = Modo de prueba
shops-accept = Aceptar la invitación
shops-decline = Rechazar

## Correos a los miembros

email-sign-in-subject = Iniciar sesión en { $shop }
email-sign-in-text = Este enlace funciona una vez, durante 15 minutos, en el navegador en el que lo pidió. En cualquier otro navegador muestra un código para la ventana que espera.
email-sign-in-button = Iniciar sesión
email-sign-in-end = Si no lo pidió, puede ignorar este correo: sin él nadie puede iniciar sesión.
email-sign-in-reason = Recibe este correo porque se escribió { $email } en la página de inicio de sesión.
email-invitation-subject = Invitación a { $shop }
email-invitation-text = { $shop } le invita a colaborar en sus reseñas. Inicie sesión con { $email } y acepte. No necesita contraseña.
email-invitation-button = Ver la invitación
email-invitation-end = Si no conoce { $shop }, puede ignorar este correo: no pasa nada hasta que acepte.
email-invitation-reason = Recibe este correo porque alguien de { $shop } escribió { $email }.
email-reviews-subject = { $count ->
        [one] Una reseña para { $shop }
       *[other] { $count } reseñas para { $shop }
    }
email-reviews-heading = { $count ->
        [one] Una reseña por leer
       *[other] { $count } reseñas por leer
    }
email-reviews-week = La semana pasada: { $asked } preguntados, { $wrote } escribieron, { $waiting } esperan su decisión.
email-reviews-public = Pública
email-reviews-answered = Respondida
email-reviews-waits = Espera su decisión: { $why }
email-reviews-edit-waits = Pública. Un cambio espera su decisión: { $why }
review-answer = Responder
email-reviews-more = { $more ->
        [one] Y { $more } más.
       *[other] Y { $more } más.
    }
email-reviews-reason = Recibe este correo porque es miembro de la consola de { $shop }. Las respuestas a este correo no llegan a nadie: pulse «Responder» o «Abrir» debajo de una reseña.
email-reviews-choose = Elija cuándo en «Ajustes», «Equipo», o ponga fin a estos correos:
email-reviews-owner = Recibe este correo porque alguien indicó { $email } como dirección del propietario en los ajustes de { $shop }. Las respuestas a este correo no llegan a nadie.
email-reviews-join = Hágase miembro de la consola para elegir cuándo llegan estos correos y para responder desde aquí. Si no conoce { $shop } o no quiere recibir más, póngales fin:
email-data-subject = Un cliente de { $shop } pide sus datos
email-data-heading = Un cliente pide sus datos
email-data-text = Un cliente ha preguntado, por el sistema de su tienda, qué se guarda sobre él. El archivo está listo. La ley suele dar 30 días para entregarlo.
email-data-button = Descargar el archivo
email-data-end = Puede descargarlo durante 30 días. Si ya no está, la página lo crea de nuevo.

email-connected-subject = WooCommerce está conectado con { $shop }
email-connected-heading = Su tienda está conectada
email-connected-text = Una persona titular de { $shop } en Afterword ha conectado una tienda de WooCommerce. Desde ahora envía sus pedidos, con los nombres y las direcciones de sus compradores, y sus productos.
email-connection = Abrir la conexión
email-connected-end = Si no ha sido nadie de su equipo, desconéctela ahí y compruebe quién es miembro.
email-redacted-subject = Los pedidos de Shopify de { $shop } se borrarán en 48 horas
email-redacted-heading = Shopify pide que se borren sus pedidos
email-redacted-text = Shopify nos ha pedido que borremos los pedidos que comunicó de { $shop } y los datos de sus compradores. Lo hace dos días después de que se desinstala una aplicación. Ya no se pide ninguna reseña. En 48 horas empieza el borrado, y entonces no se puede deshacer. Si no lo desea, vuelva a conectar Shopify antes.
email-redacted-end = Las reseñas publicadas conservan su texto. Si ha dejado Shopify, no tiene que hacer nada.

email-reported-subject = Denunciaron una reseña para { $shop }
email-reported-heading = Denunciaron una reseña
email-reported-text = Un lector dice que una reseña publicada tiene algo de malo. Véala y decida si se queda. En algunos países la ley exige una respuesta rápida.
email-reported-button = Ver la reseña
email-reported-end = La reseña sigue siendo pública. Si la denuncian otra vez, se lo diremos.
email-owner = Recibe este correo porque { $email } es la dirección de la persona titular en los ajustes de { $shop }.

## Hoy

nav-today = Hoy
today-heading = { $count ->
        [one] { $count } reseña espera su decisión
       *[other] { $count } reseñas esperan su decisión
    }
today-heading-none = Ninguna reseña espera su decisión
today-welcome = { $count ->
        [one] Le damos la bienvenida: queda { $count } paso hasta su primera reseña
       *[other] Le damos la bienvenida: quedan { $count } pasos hasta su primera reseña
    }
today-text = Solo lo que le necesita a usted. Todo lo demás va solo.
today-needs = Para usted
today-nothing = Nada por ahora.
begin-heading = Empiece aquí
begin-done = hecho
begin-next = Siguiente: { $step }
begin-some-done = { $done } de { $count } hechos
begin-sign-in = Invítese como propietario
begin-sign-in-about = El enlace por el que ha entrado caduca. Con su propio acceso podrá volver siempre.
begin-orders = Traiga pedidos
begin-orders-about = Conecte Shopify, WooCommerce o un programa propio y cada pedido tendrá su solicitud. O pegue pedidos anteriores.
begin-place = Diga dónde está
begin-place-about = Su país determina la zona horaria, el idioma y las horas de envío. Los correos indican su dirección y enlazan su política de privacidad.
begin-look = Elija su color y su logotipo
begin-look-about = Los correos y la página de reseñas se parecerán a su tienda.
begin-try = Pruébelo usted mismo
begin-try-about = Recibe un correo real sobre uno de sus productos y lo valora en la página que ven los clientes. Nada de ello se cuenta ni se muestra.
begin-try-button = Enviarme uno
begin-try-sent = En camino a { $address }. Abra el enlace y envíe una reseña: nada de ello se cuenta ni se muestra.
begin-try-nobody = Nadie lo recibiría: ningún miembro tiene la dirección que los ajustes indican para los correos sobre la propia tienda.
begin-try-suppressed = Su dirección no recibe correos de esta tienda: levante primero su bloqueo.
begin-try-held = No se envían correos: demasiados correos de la tienda rebotaron o se marcaron como spam. Espere a que se reanuden los envíos.
begin-try-paused = No se envían correos: el operador ha pausado los envíos.
begin-try-too-many = Ha enviado 20 pruebas en esta hora. Inténtelo de nuevo en la siguiente.
begin-show = Muestre las reseñas en su tienda
begin-show-about = El plugin para WooCommerce, o unas líneas para Shopify, Wix o HTML.
begin-move = Traiga sus reseñas anteriores
begin-move-about = De Judge.me, Loox, Yotpo y otros, como archivo. Una prueba dice antes qué pasaría.
begin-orders-waits = { $system } está conectado
begin-orders-waits-about = A la espera del primer pedido.
today-first = El primer mensaje sale el { $at }.
today-first-in-shop = { $count ->
        [one] Su primera reseña está en su tienda.
       *[other] Sus primeras { $count } reseñas están en su tienda.
    }
today-first-public = { $count ->
        [one] Su primera reseña es pública.
       *[other] Sus primeras { $count } reseñas son públicas.
    }
today-waiting = { $count ->
        [one] { $count } reseña necesita una decisión
       *[other] { $count } reseñas necesitan una decisión
    }
today-waiting-text = Hasta que decida, solo usted ve lo que se escribió.
today-reported = { $count ->
        [one] Se denunció una reseña
       *[other] Se denunciaron { $count } reseñas
    }
today-reported-text = Decida si se mantiene. Los lectores que dejaron una dirección conocerán su decisión y el motivo.
today-unexplained = { $count ->
        [one] Se retuvo una reseña sin motivo
       *[other] Se retuvieron { $count } reseñas sin motivo
    }
today-unexplained-text = Diga por qué. El autor recibe el motivo por correo.
today-edits = { $count ->
        [one] { $count } cambio de una reseña publicada está pendiente
       *[other] { $count } cambios de reseñas publicadas están pendientes
    }
today-oldest = Lo más antiguo llegó { $ago }.
today-longest = Las que llevan más tiempo
today-all = Todas las reseñas en espera
today-written = Últimas reseñas
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
today-average = Valoración media
today-average-of = { $count ->
        [0] todavía sin reseñas públicas
        [one] { $count } pública
       *[other] { $count } públicas
    }
today-data-text = La petición llegó por el sistema de su tienda. Descargue el archivo y entréguelo: la ley suele dar 30 días.
today-redacted = Los pedidos de { $system } se borrarán
today-redacted-text = { $system } lo ha pedido. Si no lo desea, vuelva a conectar { $system } antes del { $at }.
today-silent = No llega nada de { $system }
today-silent-text = Hace mucho más tiempo de lo habitual que no llega nada de { $system }. Compruebe allí que los webhooks están activados o que el plugin de Afterword está conectado.
today-forged = Se rechazan las llamadas de { $system }
today-forged-text = Están firmadas con otro secreto. En la página de la conexión, añada los webhooks otra vez o reemplace el secreto.
today-missing = Pueden faltar pedidos desde el { $at }.
today-refused = { $count ->
        [one] Se rechazó { $count } llamada de { $system }
       *[other] Se rechazaron { $count } llamadas de { $system }
    }
today-refused-text = No dieron lugar a ninguna solicitud. La API dice por qué: /api/v1/integrations/{ $path }/deliveries.
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
today-held-bounces = Demasiados correos recientes rebotaron. Tal como está, los envíos se reanudarán solos el { $at }.
today-held-complaints = Demasiados correos recientes se marcaron como spam. Tal como está, los envíos se reanudarán solos el { $at }.
today-release = Liberar los correos…
today-release-text = Averigüe primero de dónde vienen esas direcciones y quítelas de su tienda. Los correos en espera saldrán entonces por orden. Puede hacerlo una vez cada 7 días. Si vuelven a fallar demasiados, la próxima retención durará el doble.
today-release-sure = Liberar los correos
today-release-done = Sus correos vuelven a salir, el primero en menos de diez minutos.
today-release-none = Sus correos no están retenidos.
today-release-from = Podrá liberarlos usted a partir del { $at }.
today-first-days = Se ha alcanzado el límite de correos de hoy
today-first-days-text = Su tienda es nueva: hoy puede enviar { $most } correos, y cada día aproximadamente el doble mientras reboten pocos. Los demás siguen por sí solos.
today-address = Sus correos no tienen dirección postal
today-address-text = Muchos países la exigen en todos los correos de este tipo. Escriba la dirección postal de su tienda en los ajustes.
today-no-address = Sus correos esperan una dirección postal
today-no-address-text = Muchos países la exigen en todos los correos de este tipo. Sus correos saldrán en un plazo de cuatro horas después de que escriba la dirección postal de su tienda en los ajustes.
today-no-privacy = Sus correos no enlazan ninguna política de privacidad
today-no-privacy-text = Leyes como el RGPD exigen que diga a sus clientes cómo usa sus datos. Escriba la dirección de su política de privacidad en los ajustes.
today-storefront = Los productos se enlazan en myshopify.com
today-storefront-text = Los clientes y los buscadores conocen su tienda por su propio dominio. Escriba su dirección en los ajustes.
today-paused = Los envíos están en pausa
today-paused-text = Los clientes no reciben mensajes hasta que se reanuden los envíos.
today-paused-until = Los clientes no reciben mensajes hasta el { $at }. Lo que corresponda a ese tiempo se envía después, en orden.
today-failed = { $count ->
        [one] { $count } solicitud falló en las últimas 24 horas
       *[other] { $count } solicitudes fallaron en las últimas 24 horas
    }
today-failed-text = La página de cada solicitud dice por qué.

## Webhooks

hooks-about = Llamamos a su propio servidor cuando ocurre algo, por ejemplo cuando se publica una reseña.
refused-too_many_webhooks = Una tienda tiene como máximo 10 webhooks. Elimine uno que ya no se use.
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
hook-new = Nuevo webhook
hook-make = Crear el webhook
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

## Qué fue de una solicitud, y por qué

why-email = correo
why-sms = SMS
why-reminder-email = recordatorio { $number } por correo
why-reminder-sms = recordatorio { $number } por SMS
why-provider-email = el servicio de correo
why-provider-sms = el servicio de SMS
why-when = { $day } a las { $time }
why-on = (el { $at })
why-until = , hasta el { $at }
why-words = : { $words }
why-times = { $count } veces, la última el { $at }
why-later-at-once = al instante
why-later-seconds = { $count } s después
why-later-minutes = { $count } minutos después
why-later-hours = { $count } horas después
why-later-days = { $count } días después
why-item = producto { $number }
why-an-item = un producto
why-by-shop = la tienda
why-by-operator = el operador
why-by-somebody = alguien

why-none-cancelled = No había ningún mensaje previsto: la tienda comparte el enlace por su cuenta y canceló la solicitud el { $at }.
why-none-reviewed = No había ningún mensaje previsto: la tienda comparte el enlace por su cuenta; todo quedó reseñado el { $at }.
why-none-expired = No había ningún mensaje previsto: la tienda comparte el enlace por su cuenta; caducó el { $at }.
why-none = No había ningún mensaje previsto: la tienda comparte el enlace por su cuenta.
why-after-reviewed = Todo quedó reseñado el { $at }.
why-after-cancelled = La tienda canceló la solicitud el { $at }.
why-after-opened = El enlace se abrió por primera vez el { $at }.

why-delivered = { $it }: { $provider } lo aceptó el { $at }; entregado { $later }.
why-complained = { $it }: { $provider } lo aceptó el { $at }; se marcó como spam el { $reported }, así que no se envía nada más a esta persona.
why-sent = { $it }: { $provider } lo aceptó el { $at }; todavía no ha llegado ningún informe.
why-counted = { $it }: debía salir el { $at }, en un tiempo que se perdió al restaurar los datos: nadie sabe si salió, y cuenta como enviado.
why-delayed = { $it }: { $provider } lo aceptó el { $at }; desde el { $reported } el servidor del destinatario no lo recibe.
why-soft_bounced = { $it }: { $provider } lo aceptó el { $at }; volvió el { $reported } por un motivo pasajero, como un buzón lleno.
why-test_mode = { $it }: interceptado el { $at }, porque en modo de prueba no se envía nada.
why-sending = { $it }: enviándose desde el { $claimed }.
why-outcome_unknown = { $it }: entregado para su envío el { $claimed }; la respuesta se perdió ({ $provider }).
why-scheduled = { $it }: se enviará el { $leaves }.
why-postponed = { $it }: se enviará el { $leaves }. El pedido aún no había llegado y se pidió una semana más.
why-waiting_for_window = { $it }: se enviará el { $leaves }, cuando empiece el horario de envío de la tienda.
why-waiting_for_cap = { $it }: se enviará el { $leaves }, cuando los límites de la tienda permitan otro mensaje a esta persona.
why-first_days = { $it }: se enviará el { $leaves }. La tienda es nueva y ha alcanzado su límite de correos de hoy.
why-no_address = { $it }: espera una dirección postal, que ni la tienda ni el operador han dado. El siguiente intento es el { $leaves }.
why-due = { $it }: previsto para el { $due }.
why-paused = Aún no enviado: los envíos están en pausa ({ $by }).
why-paused-until = Aún no enviado: los envíos están en pausa hasta el { $until } ({ $by }).
why-held = Aún no enviado: los correos de la tienda están retenidos desde el { $since }. Motivo: { $reason }.
why-provider_refuses = Aún no enviado: desde el { $since }, { $provider } rechaza todos los mensajes{ $words }.
why-provider_refused = { $message }: aún no enviado, { $provider } no lo aceptó{ $words }.
why-bounced = { $it }: { $provider } lo aceptó el { $at }; rebotó el { $reported }: la dirección o el número no existe o no acepta nada.
why-rejected = { $it }: { $provider } lo aceptó el { $at }; se rechazó el { $reported }, casi siempre por su contenido.
why-suppressed_by_provider = { $it }: { $provider } lo aceptó el { $at } y no lo envió, porque la dirección está en su propia lista de bloqueo.
why-refused = { $it }: { $provider } lo rechazó definitivamente el { $at }: { $words }.
why-unconfirmed = { $it }: entregado para su envío el { $claimed }; no llegó respuesta ni informe ({ $provider }), así que pudo haber llegado.
why-skipped = { $it }: no enviado el { $at }. Motivo: { $reason }.
why-skips = { $it }: previsto para el { $due }, no se enviará. Motivo: { $reason }.
why-skips-now = { $it }: no se enviará. Motivo: { $reason }.
why-expired = { $it }: no enviado, porque el enlace caducó el { $expires }.

why-because-cancelled = la tienda canceló la solicitud
why-because-expired = el enlace caducó
why-because-erased = los datos de la persona se borraron o son demasiado antiguos para guardarse
why-because-unsubscribed = la persona se dio de baja
why-because-suppressed_bounce = un mensaje anterior a la misma dirección o al mismo número rebotó definitivamente
why-because-suppressed_complaint = la persona marcó un mensaje anterior como spam
why-because-stopped = el número respondió STOP
why-because-suppressed_by_shop = la propia tienda bloqueó la dirección o el número
why-because-reviewed = la persona ya escribió una reseña
why-because-order_cancelled = el pedido se canceló
why-because-order_refunded = el pedido, o todo aquello a lo que se refiere el mensaje, se reembolsó
why-because-spend_cap = se agotaron los SMS de la tienda para este mes
why-because-window_closed = el enlace caduca antes de que vuelva el horario de envío de la tienda
why-because-capped = la persona recibió tantos mensajes como permiten los límites de la tienda, y el enlace caduca antes de que permitan otro
why-because-first_days = la tienda es nueva y ha alcanzado su límite diario de correos, y el enlace caduca antes de que se pueda enviar otro
why-because-no_address = el enlace caduca antes de que se haya dado una dirección postal
why-because-bounced = la dirección o el número no existe
why-because-rejected = rechazado por su contenido
why-because-suppressed_by_provider = en la lista de bloqueo del proveedor
why-because-refused = rechazado por el proveedor
why-because-unconfirmed = no se sabe si se envió
why-because-rule = una regla detuvo el mensaje
why-held-bounces = rebotaron demasiados de sus últimos correos
why-held-complaints = demasiados de sus últimos correos se marcaron como spam
why-held-rates = demasiados rebotes o quejas

why-next-reports = El proveedor lo sigue intentando durante unas horas y después informa del resultado.
why-next-leaves = { $it }: se enviará, salvo que algo lo detenga antes.
why-next-due = { $it }: se envía en unos minutos, o tan rápido como { $provider } permita si hay más por enviar.
why-next-paused-until = { $message }: se envía cuando la pausa termine por sí sola.
why-next-paused = { $message }: se envía cuando se reanuden los envíos.
why-next-held = { $message }: se envía en la hora siguiente a que se reanuden los envíos, lo que puede ocurrir por sí solo.
why-next-refused = { $it }: se intenta de nuevo hasta que { $provider } lo acepte.
why-next-given-up = { $message }: si { $provider } no informa de nada hasta entonces, no se intenta más.
why-next-once-more = { $message }: si { $provider } no informa de nada hasta entonces, se intenta una vez más.
why-next-skipped = { $it }: no se envía.

why-line-created-call = El programa de la tienda pidió una reseña.
why-line-created-visitor = Alguien pidió este enlace en la página de la tienda. La tienda no lo había pedido.
why-line-created-system = { $system } comunicó un pedido, por eso se pide una reseña.
why-line-created-file = Un miembro pidió una reseña con un archivo de pedidos.
why-line-created-test = Una prueba de un miembro, no se cuenta
why-line-scheduled = { $it }: programado.
why-line-send_asked = La tienda pidió enviar el mensaje ya{ $times }.
why-line-claimed = { $message }: tomado para enviarlo{ $times }.
why-line-sent = { $message }: aceptado por el proveedor.
why-line-captured = { $it }: interceptado, porque en modo de prueba no se envía nada.
why-line-throttled = { $it }: frenado{ $times }{ $words }.
why-line-outcome_unknown = { $message }: se perdió la respuesta del proveedor.
why-line-unconfirmed = { $message }: tampoco llegó un informe; no se intenta más.
why-line-failed = { $message }: rechazado definitivamente por el proveedor{ $words }.
why-line-skipped = { $it }: no enviado. Motivo: { $reason }.
why-line-opened = Alguien abrió el enlace.
why-line-engaged = Se empezó una reseña.
why-line-reviewed = Reseña recibida: { $item }.
why-line-review_edited = Reseña cambiada: { $item }{ $times }.
why-line-completed = Todo tiene su reseña.
why-line-cancelled = La tienda canceló la solicitud.
why-line-expired = El enlace caducó.
why-line-new_link_asked = Se pidió un enlace nuevo.
why-line-postponed = El pedido aún no ha llegado: no se envía ningún mensaje durante una semana.
why-line-delivered = { $it }: entregado.
why-line-delayed = { $message }: el servidor del destinatario todavía no lo recibe.
why-line-soft_bounced = { $it }: devuelto por un motivo pasajero.
why-line-bounced = { $it }: rebotó definitivamente.
why-line-complained = { $message }: marcado como spam.
why-line-rejected = { $it }: rechazado después de que el proveedor lo aceptara.
why-line-suppressed_by_provider = { $message }: aceptado por el proveedor y no enviado, porque la dirección está en su propia lista de bloqueo.
why-line-paused = { $it }: esperó{ $times }; los envíos estaban en pausa ({ $by }){ $until }.
why-line-held = El correo esperó{ $times }: los correos de la tienda estaban retenidos. Motivo: { $reason }.
why-line-deferred-send_window = { $it }: espera el horario de envío de la tienda{ $times }{ $until }.
why-line-deferred-person_cap = { $it }: espera, porque la persona recibió tantos mensajes como permiten los límites de la tienda{ $times }{ $until }.
why-line-deferred-first_days = { $it }: espera, porque la tienda es nueva y ha alcanzado su límite diario de correos{ $times }{ $until }.
why-line-deferred-no_address = { $it }: espera, porque falta una dirección postal{ $times }{ $until }.
why-line-deferred = { $it }: espera por una regla de la tienda{ $times }{ $until }.

why-nobody-address = No se encontró ninguna solicitud a esta dirección, y nada detiene los mensajes hacia ella: la tienda no pidió nada allí, o hace más de un año.
why-nobody-number = No se encontró ninguna solicitud a este número, y nada detiene los mensajes hacia él: la tienda no pidió nada allí, o hace más de un año.
why-stopped-address = No se encontró ninguna solicitud a esta dirección. Ningún mensaje llegaría a ella. Motivo, desde el { $since }: { $reason }.
why-stopped-number = No se encontró ninguna solicitud a este número. Ningún mensaje llegaría a él. Motivo, desde el { $since }: { $reason }.
why-order-unknown = No se encontró ninguna solicitud sobre este pedido, y la tienda no nos ha comunicado el pedido.
why-order-waits = No se encontró ninguna solicitud sobre este pedido. La tienda lo comunicó como { $status }: un pedido por sí solo no pide nada a nadie, así que espera una llamada que pida una reseña.
why-order-over = No se encontró ninguna solicitud sobre este pedido. La tienda lo comunicó como { $status }: mientras sea así, no se envía ningún mensaje sobre él.
why-order-pending = aún no pagado
why-order-placed = realizado
why-order-fulfilled = enviado
why-order-delivered = entregado
why-order-failed = no pagado, porque el pago falló
why-order-cancelled = cancelado
why-order-refunded = reembolsado
why-order-deleted = eliminado

## Sus propios textos

way-words = Sus propios textos
words-text = Lo que dicen sus mensajes, por mensaje e idioma. Deje un campo vacío para usar nuestro texto.
words-message = Mensaje
words-request = Solicitud
words-reminder_1 = Primer recordatorio
words-reminder_2 = Segundo recordatorio
words-reminder_3 = Tercer recordatorio
words-sms = SMS
words-renewal = Enlace nuevo que pidió un cliente
words-placeholders = Puede escribir { "{name}" } para el nombre de pila, { "{product}" } para el nombre del producto, { "{shop}" } para el nombre de su tienda y { "{days}" } para los días en que el enlace aún funciona. Si alguno se desconoce para un cliente, aparece nuestro texto.
words-insert = Insertar:
words-unknown = El campo { $typed } no existe. Los cuatro son { "{name}" }, { "{product}" }, { "{shop}" } y { "{days}" }.
words-ours = Nuestro texto: { $text }
words-show = Vista previa
words-shown = Vista previa del mensaje
words-segments = { $count ->
        [one] Se cobra como un SMS.
       *[other] Se cobra como { $count } SMS.
    }
words-reset = Usar nuestro texto
words-reset-done = Se usa de nuevo nuestro texto.
word-subject = Asunto
word-subject-wrong = Escriba de 1 a 120 caracteres en una línea, sin más llaves que las de los cuatro campos.
word-opening = Primeras frases
word-opening-wrong = Escriba como máximo 600 caracteres, sin más llaves que las de los cuatro campos.
word-sms-opening = Texto antes del enlace
word-sms-opening-wrong = Escriba como máximo 120 caracteres en una línea, con { "{shop}" }. Con el enlace deben caber en dos SMS.

## Pages behind the links of emails about reviews

mail-queue = { $count ->
        [one] Queda { $count } reseña del correo
       *[other] Quedan { $count } reseñas del correo
    }
mail-own-words = O con sus propias palabras
mail-answer = Enviar la respuesta
mail-skip = Pasar a la siguiente
mail-open = Abrirla en la consola
mail-team = Abrir Ajustes, Equipo
mail-done-answer = Su respuesta es pública.
mail-done-publish = La reseña está publicada.
mail-done-withhold = Está retenida.
mail-last = Era la última de este correo. En la consola aún puede deshacerlo durante un minuto.
mail-unknown = Este enlace no funciona
mail-unknown-text = Quizá le falte una parte. Ábralo otra vez desde el correo o siga en la consola.
mail-foreign = Este enlace es de otra persona
mail-foreign-text = En este navegador hay otra persona con la sesión abierta. Cierre esa sesión o siga en la consola.
mail-left = Este enlace ya no funciona
mail-left-text = La persona a la que se envió ha dejado la tienda o cerró todas sus sesiones, o la tienda está cerrada.
mail-role = Su función ha cambiado
mail-role-text = Ya no puede decidir sobre reseñas. Aún puede leerlas en la consola.
mail-old = Este enlace es demasiado antiguo
mail-old-text = Los enlaces de estos correos funcionan siete días. Siga en la consola.
mail-changed = No se hizo nada
mail-changed-text = Este enlace ya se usó, o alguien cambió la reseña después de enviarse el correo.
mail-stop = ¿No recibir más correos sobre reseñas?
mail-stop-button = No recibir más estos correos
mail-stopped = Ya no recibirá correos sobre reseñas
mail-stopped-text = Para volver a recibirlos, elija cuándo en «Ajustes», «Equipo».
