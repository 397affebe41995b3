## El marco de cada página

skip = Ir al contenido
nav-label = Páginas
nav-more = Más
more-heading = Más
more-pages = Páginas
more-in-public = En público
more-account = Su cuenta
more-public = Reseñas publicadas
more-public-text = Tal como las ve todo el mundo
more-trust = Página de confianza
more-trust-text = Cómo publica usted las reseñas, para que cualquiera lo lea
more-not-public = Sus reseñas no se muestran en público: son datos de prueba, o lo desactivó en Ajustes.
more-language = Su idioma
more-language-none = El idioma de la tienda
more-notifications = Correo cuando haya reseñas en espera
more-notifications-at_once = Enseguida, como máximo uno por hora
more-notifications-daily = Por la mañana, si hay nuevas
more-notifications-never = Nunca
help-heading = Si algo no funciona
help-not-sent = Un cliente no recibió ningún mensaje
help-not-sent-text = Busque la dirección de correo completa en Solicitudes. La página de la solicitud dice qué pasó, por qué y qué viene después.
help-paused = Los envíos están en pausa
help-paused-text = En Ajustes se ve hasta cuándo, y se reanuda lo que usted mismo pausó. Si el operador de este servicio pausó los envíos, solo él puede reanudarlos.
help-held = Sus correos están retenidos
help-held-text = Demasiados correos rebotaron o se marcaron como spam, y seguir enviando dañaría su dominio. Quite de su tienda las direcciones que no existen. Los envíos se reanudan solos en cuanto ya casi nada rebota; Hoy lo indica mientras estén retenidos. Si es urgente, un titular puede liberar allí los correos, una vez cada 7 días; después, pregunte al operador de este servicio.
help-webhook = Un webhook falla
help-webhook-text = Su endpoint debe responder con un estado de 200 a 299. Los eventos se guardan tres días y se envían en orden en cuanto vuelve a funcionar. Conexiones, Webhooks muestra cada respuesta.
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
keys-publish = Publicar
keys-withhold = Retener
keys-mark = Marcar una reseña; a y w valen entonces para todas las marcadas
keys-reply = Responder
keys-undo = Deshacer
keys-search = Buscar
keys-help = Esta lista
close = Cerrar

## Cuando algo no funciona

not-found-heading = Página no encontrada
not-found-text = La dirección es incorrecta, o la página ya no existe.
forbidden-heading = No permitido
forbidden-text = Su rol no lo permite. Un titular puede cambiar los roles en la página Miembros.
guest-heading = Solo esta tienda
guest-text = Ha entrado con un enlace, sin dirección de correo, así que no se sabe qué otras tiendas son suyas. En la página Miembros puede invitar su dirección y después entrar con ella.
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
