## Hoy

nav-today = Hoy
today-heading = { $count ->
        [one] { $count } reseña espera su decisión
       *[other] { $count } reseñas esperan su decisión
    }
today-heading-none = Ninguna reseña espera su decisión
today-welcome = Le damos la bienvenida: { $count } pasos hasta su primera reseña
today-text = Solo lo que le necesita a usted. Todo lo demás va solo.
today-needs = Para usted
today-order = Nunca ordenado por estrellas
today-nothing = Nada por ahora.
begin-heading = Empiece aquí
begin-done = hecho
begin-next = Siguiente: { $step }
begin-some-done = { $done } de { $count } hechos
begin-sign-in = Invítese como propietario
begin-sign-in-about = El enlace por el que ha entrado caduca. Con su propio acceso podrá volver siempre.
begin-orders = Traiga pedidos
begin-orders-about = Conecte Shopify o WooCommerce y cada pedido tendrá su solicitud. O pegue pedidos anteriores.
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
begin-show-about = Unas líneas para Shopify, WooCommerce, Wix o HTML, con sus identificadores.
today-first = El primer mensaje sale el { $at }.
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
today-decide = Decidir
today-look = Ver
today-longest = Las que llevan más tiempo
today-all = Todas las reseñas en espera
today-written = Últimas reseñas
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
today-average = Valoración media
today-average-of = { $count ->
        [0] todavía sin reseñas
        [one] { $count } reseña, sin dejar ninguna fuera
       *[other] { $count } reseñas, sin dejar ninguna fuera
    }
today-data = Un cliente pide sus datos
today-data-text = La petición llegó por el sistema de su tienda. Descargue el archivo y entréguelo: la ley suele dar 30 días.
today-redacted = Los pedidos de { $system } se borrarán
today-redacted-text = { $system } lo ha pedido. Si no lo desea, vuelva a conectar { $system } antes del { $at }.
today-silent = No llega nada de { $system }
today-silent-text = Hace mucho más tiempo de lo habitual que no llega nada de { $system }. Compruebe allí que los webhooks están activados o que el plugin de Afterword está conectado.
today-forged = Se rechazan las llamadas de { $system }
today-forged-text = Están firmadas con otro secreto. En la página de la conexión, añada los webhooks otra vez o reemplace el secreto.
today-quiet = { $system } ya no hace llamadas
today-quiet-text = Hace tres días que no llega ninguna llamada, aunque antes llegaban todos los días. Compruebe allí que los webhooks están activados o que el plugin de Afterword está conectado.
today-missing = Pueden faltar pedidos desde el { $at }.
today-refused = { $count ->
        [one] Se rechazó { $count } llamada de { $system }
       *[other] Se rechazaron { $count } llamadas de { $system }
    }
today-refused-text = No dieron lugar a ninguna solicitud. La página de la conexión las muestra.
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
