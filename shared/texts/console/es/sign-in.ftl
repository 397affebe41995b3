## Iniciar sesión

sign-in-heading = Iniciar sesión
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
waiting-code-button = Iniciar sesión
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
link-button = Iniciar sesión
code-heading = Su código
code-text = Usted pidió iniciar sesión desde otro navegador. Escriba este código en la ventana que espera allí.
code-warning = No dé nunca este código a nadie. Si usted no pidió iniciar sesión, cierre esta página.
over-heading = Este enlace ya no funciona
over-text = Ya se usó, o han pasado sus 15 minutos. Pida uno nuevo.
over-button = Iniciar sesión
signed-out-heading = Sesión cerrada
ended-heading = Inicie sesión de nuevo
ended-text = Su sesión terminó, así que no se guardó nada.
ended-written = Lo que escribió: cópielo antes de continuar

## Las tiendas de una persona

shops-heading = Sus tiendas
shops-text = Tiendas e invitaciones para { $email }.
shops-none = Todavía no pertenece a ninguna tienda y no tiene invitaciones. Pida una al titular de una tienda.
shops-invited = Invitación como: { $role }
shops-here = Está aquí
shops-test = Modo de prueba
shops-open = Abrir
shops-accept = Aceptar la invitación
shops-decline = Rechazar

## Correos a los miembros

email-sign-in-subject = Iniciar sesión en { $shop }
email-sign-in-heading = Iniciar sesión en { $shop }
email-sign-in-text = Este enlace funciona una vez, durante 15 minutos, en el navegador en el que lo pidió. En cualquier otro navegador muestra un código para la ventana que espera.
email-sign-in-button = Iniciar sesión
email-sign-in-link = Iniciar sesión:
email-sign-in-end = Si no lo pidió, puede ignorar este correo: sin él nadie puede iniciar sesión.
email-sign-in-reason = Recibe este correo porque se escribió { $email } en la página de inicio de sesión.
email-sign-in-anywhere-subject = Iniciar sesión en la consola de su tienda
email-sign-in-anywhere-heading = Iniciar sesión en la consola de su tienda
email-sign-in-anywhere-text = Este enlace funciona una vez, durante 15 minutos, en el navegador en el que lo pidió. En cualquier otro navegador muestra un código para la ventana que espera.
email-sign-in-anywhere-button = Iniciar sesión
email-sign-in-anywhere-link = Iniciar sesión:
email-sign-in-anywhere-end = Si no lo pidió, puede ignorar este correo: sin él nadie puede iniciar sesión.
email-sign-in-anywhere-reason = Recibe este correo porque se escribió { $email } en la página de inicio de sesión.
email-invitation-subject = Invitación a { $shop }
email-invitation-heading = Invitación a { $shop }
email-invitation-text = { $shop } le invita a colaborar en sus reseñas. Inicie sesión con { $email } y acepte. No necesita contraseña.
email-invitation-button = Ver la invitación
email-invitation-link = Ver la invitación:
email-invitation-end = Si no conoce { $shop }, puede ignorar este correo: no pasa nada hasta que acepte.
email-invitation-reason = Recibe este correo porque alguien de { $shop } escribió { $email }.
email-waiting-subject = { $count ->
        [one] Una reseña para { $shop } espera su decisión
       *[other] { $count } reseñas para { $shop } esperan su decisión
    }
email-waiting-heading = { $count ->
        [one] Una reseña espera su decisión
       *[other] { $count } reseñas esperan su decisión
    }
email-waiting-text = Hasta que usted decida, nadie más ve lo que se escribió.
email-waiting-button = Leer y decidir
email-waiting-link = Leer y decidir:
email-waiting-reason = Recibe este correo porque es miembro de la consola de { $shop }. Puede cambiar o detener estos correos en «Más».
email-data-subject = Un cliente de { $shop } pide sus datos
email-data-heading = Un cliente pide sus datos
email-data-text = Un cliente ha preguntado, por el sistema de su tienda, qué se guarda sobre él. El archivo está listo. La ley suele dar 30 días para entregarlo.
email-data-button = Descargar el archivo
email-data-link = Descargar el archivo:
email-data-end = Puede descargarlo durante 30 días. Si ya no está, la página lo crea de nuevo.
email-data-reason = Recibe este correo porque { $email } es la dirección de la persona titular en los ajustes de { $shop }.

email-connected-subject = WooCommerce está conectado con { $shop }
email-connected-heading = Su tienda está conectada
email-connected-text = Una persona titular de { $shop } en Afterword ha conectado una tienda de WooCommerce. Desde ahora envía sus pedidos, con los nombres y las direcciones de sus compradores, y sus productos.
email-connected-button = Abrir la conexión
email-connected-link = Abrir la conexión:
email-connected-end = Si no ha sido nadie de su equipo, desconéctela ahí y compruebe quién es miembro.
email-connected-reason = Recibe este correo porque { $email } es la dirección de la persona titular en los ajustes de { $shop }.
email-redacted-subject = Los pedidos de Shopify de { $shop } se borrarán en 48 horas
email-redacted-heading = Shopify pide que se borren sus pedidos
email-redacted-text = Shopify nos ha pedido que borremos los pedidos que comunicó de { $shop } y los datos de sus compradores. Lo hace dos días después de que se desinstala una aplicación. Ya no se pide ninguna reseña. En 48 horas empieza el borrado, y entonces no se puede deshacer. Si no lo desea, vuelva a conectar Shopify antes.
email-redacted-button = Abrir la conexión
email-redacted-link = Abrir la conexión:
email-redacted-end = Las reseñas publicadas conservan su texto. Si ha dejado Shopify, no tiene que hacer nada.
email-redacted-reason = Recibe este correo porque { $email } es la dirección de la persona titular en los ajustes de { $shop }.

email-reported-subject = Denunciaron una reseña para { $shop }
email-reported-heading = Denunciaron una reseña
email-reported-text = Un lector dice que una reseña publicada tiene algo de malo. Véala y decida si se queda. En algunos países la ley exige una respuesta rápida.
email-reported-button = Ver la reseña
email-reported-link = Ver la reseña:
email-reported-end = La reseña sigue siendo pública. Si la denuncian otra vez, se lo diremos.
email-reported-reason = Recibe este correo porque { $email } es la dirección de la persona titular en los ajustes de { $shop }.
