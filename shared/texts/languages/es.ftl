### Spanish

### Words

day = { $day } de { $month ->
        [january] enero
        [february] febrero
        [march] marzo
        [april] abril
        [may] mayo
        [june] junio
        [july] julio
        [august] agosto
        [september] septiembre
        [october] octubre
        [november] noviembre
       *[december] diciembre
    } de { $year }
month = { $month ->
        [january] enero
        [february] febrero
        [march] marzo
        [april] abril
        [may] mayo
        [june] junio
        [july] julio
        [august] agosto
        [september] septiembre
        [october] octubre
        [november] noviembre
       *[december] diciembre
    } de { $year }

product = Producto { $id }
example-product = Producto de ejemplo
item = Producto { $number } de su pedido
stars = { $count ->
        [one] { $count } estrella
       *[other] { $count } estrellas
    }
decimal = { $whole },{ $tenths }
withheld-opening-shop = { $shop } ha decidido no mostrar su reseña.
withheld-change = Puede cambiar su reseña hasta el { $day }. { $shop } la revisará entonces de nuevo antes de mostrarla.
withheld-insider = Usted trabaja para { $shop }, por eso su reseña no se muestra.

### Page

hub-title = Su reseña
hub-title-wrong = Revise su reseña
hub-question = ¿Qué le parece?
hub-question-named = ¿Qué le parece, { $name }?
hub-questions = ¿Qué le parecen?
hub-questions-named = ¿Qué le parecen, { $name }?
hub-question-shop = ¿Qué le pareció { $shop }?
hub-question-shop-named = ¿Qué le pareció { $shop }, { $name }?
hub-opening = Buena o mala, su opinión ayuda a otros a elegir.
hub-trial = Esto es una prueba: ve lo que ven sus clientes, y nada de ello se cuenta ni se muestra.
wrong-heading = Su reseña aún no se ha enviado
wrong-kept = Todo lo que ha escrito sigue ahí.
thanks = Gracias.
thanks-named = Gracias, { $name }.
thanks-all = { $total ->
        [1] Su reseña ya está enviada.
        [2] Las dos reseñas ya están enviadas.
       *[other] Las { $total } reseñas ya están enviadas.
    }
thanks-until = { $done ->
        [1] Puede cambiarla aquí hasta el { $day }.
       *[other] Puede cambiarlas aquí hasta el { $day }.
    }
progress = Producto { $number } de { $total }
postpone-offer = { $total ->
        [1] ¿Aún no ha llegado?
       *[other] ¿Hay algo que aún no ha llegado?
    } Le preguntaremos de nuevo en una semana.
postpone-button = Preguntarme en una semana
link-is-yours = Este es su enlace personal de { $shop }. Quien lo tenga puede escribir aquí en su nombre, así que no lo comparta. Funciona hasta el { $day }.
stop-offer = ¿Prefiere que no le preguntemos? Este botón detiene todos los correos y SMS en los que { $shop } pide reseñas.
stop-button = No preguntarme más
stopped = { $shop } ya no le pedirá reseñas.
contact-shop = ¿Hay algo que { $shop } deba resolver? Dígaselo directamente
privacy = Cómo trata { $shop } sus datos

item-changed = cambiada el { $day }
held-moderation = { $shop } lee primero su reseña. Después, todos pueden verla.
held-phone = { $shop } la lee primero, porque contiene un número de teléfono. Sin el número, todos la ven enseguida.
held-email = { $shop } la lee primero, porque contiene una dirección de correo. Sin la dirección, todos la ven enseguida.
held-website = { $shop } la lee primero, porque menciona un sitio web. Sin él, todos la ven enseguida.
held-account = { $shop } la lee primero, porque menciona una cuenta de una red social. Sin ella, todos la ven enseguida.
shown-heading = Lo que ven los demás
shown-now = Ya pueden verla todos.
shown-by-shop = { $shop } ya puede mostrarla.
shown-earlier = Hasta entonces, todos ven su versión anterior.
item-changes-unsent = cambios sin enviar
item-edit = Editar
item-edit-named = Editar su reseña de { $title }
item-see = Ver en la tienda
item-begun = Empezada, sin enviar
rating-label = Su valoración
headline-label = Título
text-label = ¿Qué deberían saber los demás?
optional = (opcional)
text-left = Quedan { $count } caracteres
text-hint-taken = Hecha con sus propias respuestas: cambie lo que quiera. Hasta 5000 caracteres.
send = Enviar reseña
save = Guardar cambios
cancel = Cancelar
questions-begin = Hacerme cuatro preguntas
questions-begin-ai = Que me pregunte una IA
questions-go-on = Continuar con las preguntas
questions-change = Cambiar mis respuestas
fragments-hint = Estas respuestas son cortas. Complételas o déjelas como están.
offer-hint = Sus respuestas, que aún no están en su reseña:
offer-add = Añadirlas a mi reseña
name-label = Nombre que se muestra con su reseña
fact-none = Sin respuesta
name-shown-as = Firma:
name-anonymous = Anónimo
name-another = Otro nombre
name-field = El nombre que se mostrará
public-line = Todos ven sus estrellas, respuestas, palabras, fotos y este nombre. Nunca su correo ni su pedido.

fault-rating = Elija de 1 a 5 estrellas.
fault-headline = Use como máximo 200 caracteres para el título, en una sola línea.
fault-text-too-long = Acorte su reseña a 5000 caracteres.
fault-name = Use como máximo 60 caracteres para el nombre, en una sola línea.
fault-name-missing = Escriba el nombre que se mostrará o elija «Anónimo».
fault-too-often = Hoy se ha guardado esta reseña muchas veces, por eso este cambio no se ha guardado. Lo que ha escrito sigue aquí: puede enviarlo ahora o volver a guardarlo mañana.
fault-changed-too-often = Hoy ha cambiado esta reseña muchas veces, por eso este cambio no se ha guardado. Lo que ha escrito sigue aquí: vuelva a enviarlo mañana.
fault-answer-too-long = Acorte su respuesta a 1000 caracteres.

chat-title-wrong = Revise su respuesta
chat-asked-by-ai = Lo pregunta una IA.
chat-by-ai = Una IA hace hasta { $total } preguntas y, como mucho, propone cómo empieza una respuesta. Escribe usted; omita lo que quiera.
chat-by-guide = { $total } preguntas breves. Sus respuestas forman un borrador que puede editar.
chat-progress = Pregunta { $number } de { $total }
chat-earlier = Sus respuestas hasta ahora
chat-skipped = Omitida
chat-change = Cambiar
chat-change-named = Cambiar su respuesta a la pregunta: { $question }
chat-chips = Respuestas preparadas y comienzos de frase
chat-hint = Unas pocas palabras bastan.
chat-hint-chips = Siga escribiendo o toque lo que encaje.
chat-photo = Lo que más ayuda es una foto. ¿Quiere añadir una?
chat-next = Siguiente
chat-last = Ver mi borrador
chat-skip = Omitir
chat-enough = Es suficiente, ver mi texto
chat-leave = Volver al formulario

problem-heading = Hay un problema con mi pedido
problem-title-wrong = Revise su mensaje
problem-label = ¿Cuál es el problema?
problem-hint = { $shop } recibe sus palabras por correo, con su nombre, el pedido y lo que ha comprado, y puede ponerse en contacto con usted. Su reseña no depende de ello. Hasta 1000 caracteres.
problem-button = Enviar a la tienda
problem-back = Seguir con mi reseña
problem-missing = Escriba cuál es el problema, por favor.
problem-too-long = Acorte su mensaje a 1000 caracteres.
problem-too-often = { $shop } ya ha recibido hoy tres mensajes suyos, por eso este no se ha enviado. Lo que ha escrito sigue aquí: vuelva a enviarlo mañana.
problem-unreachable = En este momento no se puede escribir a { $shop } por correo, por eso su mensaje no se ha enviado. Lo que ha escrito sigue aquí.
problem-contact = Escribir directamente a { $shop }
problem-sent = Su mensaje va de camino a { $shop }, que puede ponerse en contacto con usted. Su reseña es otra cosa: siga con ella cuando quiera.
problem-told = El { $day } avisó a { $shop } de un problema.
problem-trial = Esto es una prueba, por eso su mensaje no se envía a { $shop }.

expired-heading = Este enlace ha caducado
expired-why = Los enlaces de reseña dejan de funcionar al cabo de un tiempo. Puede pedir uno nuevo para lo que aún no ha reseñado. Las reseñas que ya envió se conservan; para cambiar una, escriba a { $shop }.
expired-button = Enviarme un nuevo enlace
expired-where = Se lo enviaremos por correo electrónico.
renewed-heading = Revise su correo
renewed-what = Si se puede enviar un nuevo enlace, ya va de camino a la dirección que la tienda tiene de usted. Debería llegar en pocos minutos; mire también en la carpeta de correo no deseado.
renewed-again = Puede pedir un nuevo enlace una vez al día.
cancelled-heading = Este enlace ya no está disponible
cancelled-why = La tienda ha retirado esta invitación, así que aquí ya no queda nada por hacer. Las reseñas que ya ha escrito se quedan como están.
postponed-heading = Gracias por avisarnos
postponed-again = Volveremos a preguntarle el { $day }. Hasta entonces no le escribiremos sobre esto.
postponed-never = Cuando haya llegado, su enlace abrirá la misma página.
postponed-sooner = ¿Ha llegado antes? Escriba su reseña
postponed-link = Su enlace funciona hasta el { $day }. Si parece que su pedido se ha perdido, pregunte a { $shop }.
reviewed-heading = No hay nada que esperar
reviewed-why = Ya ha escrito una reseña, así que no recibirá recordatorios. Lo que falta por llegar puede reseñarse en cuanto llegue.
reviewed-back = Volver a su página
withdraw = Retirar mi reseña
withdraw-heading = ¿Quiere retirar su reseña?
withdraw-why = Su texto, su nombre y sus fotos se borran definitivamente. Puede escribir otra reseña mientras este enlace funcione.
withdraw-sure = Borrar mi reseña
withdraw-back = Conservarla
withdrawn = Su reseña de { $title } se ha borrado.
report-heading = Denunciar una reseña
report-why = ¿Qué tiene de malo?
report-unlawful = Infringe la ley
report-fake = No es auténtica
report-abusive = Insulta o amenaza
report-personal_data = Revela algo privado de una persona
report-other = Otra cosa
report-words = Con sus propias palabras
report-button = Denunciar
report-hint = { $shop } lee su denuncia y decide. Nadie sabrá quién es usted, salvo que lo escriba.
report-email = Si deja una dirección, recibe una confirmación y después la decisión de { $shop } con su motivo. La dirección se borra al cabo de un año.
reported-heading = Gracias
reported-what = { $shop } tiene su denuncia y decidirá sobre la reseña.
reported-receipt = Si { $email } puede recibir nuestros correos, pronto llega una confirmación.
report-too-many = Han llegado demasiadas denuncias. Escriba directamente a { $shop }.
write-how = Escribe el correo electrónico que la tienda tiene de ti y te enviaremos un enlace para puntuar y escribir.
write-email = Correo electrónico
write-who = { $shop } ve tu dirección y lee tu reseña antes de que sea pública. Nadie más ve tu dirección.
write-button = Enviarme el enlace
write-fault = Escribe un correo electrónico, por ejemplo jane@example.com.
write-sent = Si la tienda conoce { $email } y puede escribir a esa dirección, el enlace llega en un minuto.
write-spam = ¿No llega? Mira en la carpeta de spam o inténtalo de nuevo en una hora.
write-too-many = Se han pedido muchos enlaces desde tu conexión a internet, así que ahora no podemos enviar otro. Inténtalo más tarde o usa otra conexión, como la de tu teléfono.

unsubscribe-heading = ¿Dejar de pedirle reseñas?
unsubscribe-what = { $shop } no volverá a pedirle reseñas ni por correo ni por SMS. Los mensajes sobre sus pedidos no cambian.
unsubscribe-button = Darme de baja
unsubscribe-hint = Todavía no ha cambiado nada. Si prefiere que le preguntemos, simplemente cierre esta página.
unsubscribed-heading = Se ha dado de baja
unsubscribed-hint = Un mensaje que se estuviera enviando en este mismo momento aún puede llegarle.
unsubscribed-undo = He cambiado de idea: volver a preguntarme
resubscribed-heading = Le volveremos a preguntar
resubscribed-what = { $shop } puede volver a pedirle reseñas.
unknown-heading = Página no encontrada
unknown-why = No hay nada en esta dirección. Si venía en un correo, ábrala de nuevo desde allí: un enlace copiado a mano se corta con facilidad.
not-allowed-heading = Esta página no se puede abrir así
not-allowed-why = Abra de nuevo el enlace de su correo y continúe desde allí.
failure-heading = Algo ha salido mal
failure-why = Es culpa nuestra, no suya. Inténtelo de nuevo en un minuto. Si estaba enviando una reseña, vuelva atrás primero: su navegador suele conservar lo que escribió.

## Lo que dicen los scripts

script-saved = Borrador guardado
script-unsaved = Sin guardar todavía
script-failed = No se ha podido enviar. No se ha perdido nada: lo que ha escrito sigue aquí. Inténtelo de nuevo dentro de un momento.
script-question-comes = Ahora viene la siguiente pregunta, un momento
script-draft-comes = Ahora viene su borrador, un momento

## Fotos

photos = Fotos
photos-hint = Hasta 5. Eliminamos el lugar y la fecha.
photo-add = Añadir fotos
photo-alt = Su foto { $number } de { $title }
photo-remove-number = Quitar la foto { $number }
photo-expected = Se está subiendo o revisando una foto. Vuelva a cargar la página dentro de un momento.
photo-sending = Enviando la foto { $n } de { $of }…
photo-checking = Enviada. Se está revisando…
photo-not-read = Este archivo no se ha podido leer como foto: { $file }. Elija una imagen JPEG, PNG o WebP.
photo-not-sent = La foto no se ha enviado. Inténtelo de nuevo.
photo-too-many = En una reseña caben 5 fotos: las demás no se han añadido.
photo-unreadable = Este archivo no se ha podido leer como foto. Elija una imagen JPEG, PNG o WebP; también sirve una captura de pantalla.
photo-too-large = Este archivo ocupa más de 10 MB. Elija uno más pequeño.
photo-too-many-pixels = Esta foto tiene más de 50 megapíxeles o un lado de más de 20 000 píxeles. Elija una más pequeña.
upload-hint = Elija una imagen JPEG, PNG o WebP de 10 MB como máximo. Todo el mundo puede verla con su reseña. Solo guardamos la imagen, no dónde ni cuándo se tomó.
upload-file = Su foto
upload-send = Subir
upload-back = Volver sin foto
photos-full = Ya hay 5 fotos
photos-full-hint = En una reseña caben 5. Quite una y podrá añadir otra.
photos-too-often = Hoy se han añadido fotos muchas veces
photos-too-often-hint = Sus fotos y su texto siguen aquí. Mañana podrá añadir más fotos.
photos-full-back = Volver a su reseña

## Las reseñas en la página de la tienda

published-heading = Reseñas: { $title }
published-none = Todavía no hay reseñas.
published-average = { $average } de 5
published-count = { $count ->
        [one] { $count } reseña
       *[other] { $count } reseñas
    }
published-of = de { $n }
published-order = Compra verificada
published-request = Solicitada tras un pedido
published-claimed = Compra confirmada por { $system }
published-incentivized = Recibió algo a cambio
published-rewarded = { $count ->
        [one] { $count } de ellas, a cambio de algo
       *[other] { $count } de ellas, a cambio de algo
    }
published-experienced = Recibido en { $month }
published-experience = Fecha de la experiencia: { $month }
published-edited = Editada el { $date }
published-imported = Escrita en otro sitio
published-report = Denunciar
published-photo = Foto { $number } de esta reseña
published-photo-of = Foto { $number } de { $total }
published-reply = Respuesta de { $shop }
published-reply-before-edit = Escrita antes de que se editara la reseña
published-pages = Páginas de reseñas
published-page = Página { $number } de { $total }
published-newer = Reseñas más recientes
published-older = Reseñas anteriores
published-newest = Más recientes
published-highest = Mejor valoradas
published-lowest = Peor valoradas
published-all = Todas las reseñas
published-filter = { $stars } ★: { $n }
published-sort = Orden
published-with-photos = Con fotos
published-no-hits = No hay reseñas así
published-of-newest = Entre las { $n } reseñas más recientes
published-showing = Se muestran { $shown } de { $n }
published-more = Más reseñas
published-whole = Leer más
published-claimed = Compra confirmada por { $system }
published-unknown = Compra no conocida
published-close = Cerrar
published-previous = Anterior
published-next = Siguiente
published-write = Escribir una reseña
published-failed = No se ha podido cargar. Inténtalo de nuevo.

## Cómo decide una tienda sobre las reseñas

trust-heading = Cómo publica { $shop } las reseñas
trust-publish = Las reseñas son públicas al instante. Solo esperan la decisión de la tienda las que contienen una dirección de correo, un número de teléfono o una dirección web.
trust-hold = Cada reseña espera hasta que la tienda la haya leído.
trust-edit = También espera una reseña que fue retenida y después cambiada.
trust-visitor = Una reseña de alguien a quien la tienda no preguntó siempre espera a la tienda.
trust-insider = Una reseña desde la dirección de alguien que gestiona las reseñas de esta tienda nunca se muestra; las demás personas que trabajan para la tienda tienen prohibido escribirlas.
trust-reasons = La tienda solo puede retener una reseña por estos motivos. Una opinión sobre un producto no es uno de ellos.
trust-confidential = Revela información confidencial
trust-abusive = Insulta o acosa
trust-personal_data = Contiene datos personales
trust-discriminatory = Discrimina a personas
trust-misleading = Dice algo claramente falso
trust-fake = Hay buenas razones para creer que es falsa
trust-unrelated = Trata de otra cosa
trust-unlawful = La ley la prohíbe
trust-unspecified = La tienda no dio ningún motivo
trust-earlier_system = El sistema anterior no la mostraba
trust-order = Primero se muestran las reseñas más recientes.
trust-mean = La nota media es la media de todas las reseñas publicadas. Ninguna reseña pesa más que otra.
trust-groups = Las tallas, los colores, los idiomas y las fichas de un mismo producto pueden compartir sus reseñas y la nota media. Cada reseña indica entonces sobre qué se escribió.
trust-kept = Una reseña publicada permanece hasta que su autor la retira, se borran los datos del autor o la tienda la elimina por uno de los motivos de abajo.
trust-challenge = Si se retiene una reseña, su autor recibe un correo con el motivo y puede cambiarla o reclamar ante la tienda.
trust-report = Cualquiera puede denunciar una reseña publicada. La tienda vuelve entonces a decidir.
trust-genuine = Las reseñas deben ser auténticas. Las falsas, compradas o intercambiadas están prohibidas, y la tienda retira las que llega a conocer.
trust-consequence = Una reseña retirada no cuenta en ninguna media, y su autor conoce el motivo.
trust-rewards = Solo puede darse algo por una reseña si no depende de las estrellas.
trust-refunded = A quien se le devolvió el dinero no se le pide una reseña de esa compra.
trust-incentives = Lo que reciben los autores, en palabras de la tienda:
trust-no-incentives = La tienda no indica que los autores reciban nada a cambio.
trust-marks = Qué significan las etiquetas y cuántas reseñas publicadas las llevan
trust-none = ninguna
trust-of = { $count ->
        [0] ninguna de { $all }
       *[other] { $count } de { $all }
    }
trust-mark-order = El sistema de la tienda tiene un pedido pagado con este producto.
trust-mark-request = La tienda indicó un pedido al pedir la reseña. Ese pedido no se comprobó aquí.
trust-mark-claimed = Lo dice el sistema de la tienda u otro. No se comprobó aquí.
trust-mark-unknown = No se conoce ningún pedido.
trust-mark-incentivized = El autor recibió algo, fueran cuales fueran las estrellas.
trust-mark-imported = Procede de otro servicio de reseñas y conserva su fecha.
trust-numbers = Las reseñas en cifras
trust-stars = Estrellas
trust-all = Todas
trust-submitted = Recibidas
trust-published = Publicadas
trust-withheld = Retenidas
trust-removed = Eliminadas
trust-decided = En cuánto tiempo se publicó o retuvo la mitad
trust-hours = { $hours ->
        [0] al instante
        [1] en una hora como máximo
       *[other] en { $hours } horas como máximo
    }
trust-days = en { $days } días como máximo
trust-undecided = menos de cinco decididas hasta ahora
trust-slowest = La más lenta de todas
trust-longer = tras más de medio año
trust-waiting = { $count ->
        [0] Ninguna reseña espera la decisión de la tienda.
        [one] { $count } reseña espera la decisión de la tienda.
       *[other] { $count } reseñas esperan la decisión de la tienda.
    }
trust-oldest = { $days ->
        [0] La más antigua lleva menos de un día esperando.
        [one] La más antigua lleva { $days } día esperando.
       *[other] La más antigua lleva { $days } días esperando.
    }
trust-withdrawn = { $count ->
        [0] Ninguna fue retirada por su autor.
        [one] { $count } fue retirada por su autor.
       *[other] { $count } fueron retiradas por sus autores.
    }
trust-elsewhere = { $count ->
        [0] Ninguna se escribió en otro sitio.
        [one] { $count } se escribió en otro sitio.
       *[other] { $count } se escribieron en otro sitio.
    }
trust-from-shop = { $count ->
        [one] { $count } procede del sistema de la propia tienda y no se comprobó aquí.
       *[other] { $count } proceden del sistema de la propia tienda y no se comprobaron aquí.
    }
trust-few = Para que nadie sea reconocible, de 1 a 4 reseñas se muestran como «1–4».

### Email

heading-product = ¿Qué le parece «{ $title }»?
heading-product-named = ¿Qué le parece «{ $title }», { $name }?
heading-it = ¿Qué le parece?
heading-it-named = ¿Qué le parece, { $name }?
heading-order = ¿Qué le parece su pedido de { $shop }?
heading-order-named = ¿Qué le parece su pedido de { $shop }, { $name }?
heading-shop = ¿Qué le pareció { $shop }?
heading-shop-named = ¿Qué le pareció { $shop }, { $name }?
subject-first-reminder = ¿Tiene un minuto? { $question }
subject-next-reminder = Aún nos gustaría saberlo. { $question }
subject-last-reminder = Por última vez: { $question }
subject-new-link = Su nuevo enlace para opinar sobre { $shop }

preheader-more = { $title } y { $more } más. Buena o mala, su opinión ayuda a otros a elegir.

opening-first = Buena o mala, su opinión ayuda a otros a elegir.
opening-first-reminder = Quizá no vio nuestro primer correo. Buena o mala, su opinión ayuda, aunque sean pocas palabras.
opening-next-reminder = Basta un minuto: sus estrellas y una frase, sea cual sea su opinión.
opening-last-reminder = Este es nuestro último recordatorio. No volveremos a preguntarle por esto.
opening-new-link-order = Aquí tiene el nuevo enlace que ha pedido. Muestra lo que aún no ha reseñado.
opening-new-link-shop = Aquí tiene el nuevo enlace que ha pedido.

lead-first = Toque una estrella para empezar. { $opening }
lead = { $opening } Toque una estrella para empezar.
more = y { $more } más
button = Escribir mi reseña
button-link = Escribir mi reseña:
not-arrived = { $total ->
        [1] Aún no ha llegado
       *[other] Hay algo que aún no ha llegado
    }
closing = Este enlace es solo suyo y funciona hasta el { $day }.
reason-ordered = Recibe este correo porque hizo un pedido en { $shop }.
reason-customer = Recibe este correo porque es cliente de { $shop }.
subject-asked = Tu enlace para escribir una reseña de { $shop }
asked-opening = Pediste un enlace para escribir sobre { $title }.
asked-ignore = Si no fuiste tú, puedes ignorar este correo.
reason-asked = Recibes este correo porque alguien escribió tu dirección en una página de { $shop }.
objection = Puede oponerse a estos correos en cualquier momento y de forma gratuita:
unsubscribe = No recibir más solicitudes de reseñas
contact = Contactar con { $shop }
privacy = Política de privacidad

subject-withheld = Su reseña para { $shop } no se muestra
heading-withheld = Su reseña no se muestra
withheld-opening-product = { $shop } ha decidido no mostrar su reseña de { $title }.
withheld-confidential = El motivo: contiene información confidencial.
withheld-abusive = El motivo: contiene insultos o amenazas.
withheld-personal_data = El motivo: contiene datos personales de alguien.
withheld-discriminatory = El motivo: es discriminatoria.
withheld-misleading = El motivo: es falsa o engañosa.
withheld-fake = El motivo: no parece basarse en una experiencia real.
withheld-unrelated = El motivo: no trata de lo que se reseñaba.
withheld-unlawful = El motivo: contiene algo ilegal.
withheld-unspecified = La tienda no ha indicado ningún motivo.
withheld-closed = El enlace a su reseña ya no funciona, por lo que ya no se puede cambiar allí.
withheld-button = Cambiar mi reseña
decision-ground-law = { $shop } considera que la ley no permite este contenido.
decision-ground-rule = { $shop } tiene la norma de no mostrar reseñas por este motivo, sean cuantas sean sus estrellas.
decision-day = { $shop } lo decidió el { $day }.
decision-scope = La decisión vale en todas partes, hasta que { $shop } decida otra cosa.
redress-reply = Si no está de acuerdo, dígaselo a { $shop }: basta con responder a este correo.
redress-write = Si no está de acuerdo, escriba a { $shop }. Al final de este correo se indica cómo.
redress-ask-reply = Para conocer el motivo, o si no está de acuerdo, pregunte a { $shop }: basta con responder a este correo.
redress-ask-write = Para conocer el motivo, o si no está de acuerdo, escriba a { $shop }. Al final de este correo se indica cómo.
redress-outside = Es posible que también pueda acudir a un tribunal o a un organismo de resolución extrajudicial de litigios. Cuál es depende del país en el que vive.
subject-dropped = El cambio de su reseña para { $shop } no se muestra
heading-dropped = Su cambio no se muestra
dropped-opening-product = { $shop } ha decidido no mostrar el cambio de su reseña de { $title }. La versión anterior se mantiene:
dropped-opening-shop = { $shop } ha decidido no mostrar el cambio de su reseña. La versión anterior se mantiene:
subject-removed = Su reseña para { $shop } se ha eliminado
heading-removed = Su reseña se ha eliminado
removed-opening-product = { $shop } ha eliminado definitivamente su reseña de { $title }.
removed-opening-shop = { $shop } ha eliminado definitivamente su reseña.
subject-replied = { $shop } ha respondido a su reseña
heading-replied = { $shop } le ha respondido
replied-own-product = Su reseña de «{ $title }»:
replied-own-shop = Su reseña sobre { $shop }:
replied-answer = { $shop } responde:
replied-button = Ver mi reseña
reason-review = Recibe este correo porque ha escrito una reseña para { $shop }.
subject-report-received = { $shop } tiene su denuncia
heading-report-received = Su denuncia ha llegado
report-received = El { $day } denunció una reseña de { $title }.
report-received-next = { $shop } lee su denuncia y decide. Entonces recibirá otro correo.
subject-report-decided = La decisión de { $shop } sobre su denuncia
heading-report-decided = Una decisión sobre su denuncia
report-decided = Usted denunció una reseña de { $title } el { $day }.
report-kept = { $shop } ha decidido que la reseña siga siendo pública. El motivo:
report-ended = { $shop } ha decidido que la reseña deje de ser pública.
report-gone = La reseña ya no es pública, sin que { $shop } haya decidido sobre ella.
reason-reported = Recibe este correo porque alguien indicó su dirección al denunciar una reseña en una página de { $shop }.

subject-webhook = Un webhook de { $shop } está desactivado
heading-webhook = Un webhook está desactivado
webhook-failed = Desde el { $day } no hemos podido entregar nada más a este webhook, por lo que está desactivado:
webhook-gone = El servidor de este webhook ha respondido que la dirección ya no existe (410), por lo que está desactivado:
webhook-fix = Hasta que el webhook se active de nuevo, { $shop } se pierde lo que sucede. La persona que lo configuró puede corregir la dirección y volver a activar el webhook en la consola. Su registro guarda allí los últimos 30 días, y cada llamada se puede enviar otra vez.
subject-held = Los correos de { $shop } están retenidos
heading-held = Sus correos están retenidos
held-bounces = { $count } de los últimos { $sent } correos de { $shop } iban a direcciones que no existen. Por eso { $shop } no envía correos por ahora.
held-complaints = { $count } de los últimos { $sent } correos de { $shop } se marcaron como spam. Por eso { $shop } no envía correos por ahora.
held-fix = Averigüe de dónde proceden estas direcciones y pida reseñas solo a quienes hayan comprado en { $shop }. Si ya casi nada rebota, los correos pendientes se enviarán automáticamente el { $day }. Cada vez que se repita, la espera será más larga.
subject-silent = No llegan pedidos de { $system } a { $shop }
heading-silent = No llegan pedidos de { $system }
silent-since = El último pedido de { $shop } llegó de { $system } el { $day }. Ha pasado mucho más tiempo de lo habitual.
silent-fix = Compruebe en { $system } que aún se comunican los pedidos: que los webhooks están activados o que el plugin de Afterword está conectado. Hasta que vuelvan a llegar pedidos, no se piden reseñas de ellos.
heading-sender = Sus correos ya no salen de su propia dirección
sender-lost = Los registros DNS de { $domain } faltan o han cambiado. Por eso los correos de { $shop } vuelven a salir de la dirección habitual. No se perdió ninguno.
sender-fix = Añada de nuevo los registros. En cuanto se encuentren, los correos volverán a salir de su propia dirección.
subject-ended = { $shop } está cerrada: todo se destruye el { $day }
heading-ended = { $shop } está cerrada
ended-by-owner = Una persona titular la cerró en la consola el { $day }.
ended-by-operator = El operador de este servicio de reseñas la cerró el { $day }.
ended-by-nobody = Se cerró el { $day }.
ended-now = Los clientes no reciben mensajes, y las claves de API, los enlaces y las páginas no funcionan.
ended-undo = Hasta el { $day }, una persona titular puede abrir la consola y reabrir la tienda. Después se destruye todo lo guardado de ella y nadie puede recuperarlo. Si no puede iniciar sesión, diríjase antes al operador de este servicio de reseñas.
heading-restored = { $shop } está abierta de nuevo
restored-now = Se ha anulado el cierre: las claves de API, los enlaces y las páginas vuelven a funcionar, y los mensajes que esperaban se envían.
reason-ended = Recibe este correo porque es titular de { $shop }.
console-button = Abrir la consola
reason-owner = Recibe este correo porque esta dirección es la de la persona titular en los ajustes de { $shop }.
no-replies = Las respuestas a este correo no llegan a nadie: pulse el botón que contiene.
heading-problem-order = Hay un problema con el pedido { $order }
heading-problem = Hay un problema con un pedido de { $shop }
problem-wrote-named = { $name } ha escrito a { $shop } desde la página de reseñas:
problem-wrote = Un cliente o una clienta ha escrito a { $shop } desde la página de reseñas:
problem-about = Se trata de: { $titles }
problem-answer = Responda a este correo para contestar. Su respuesta llega a { $email }.
problem-answer-phone = No hay ninguna dirección de correo para contestar. El número de teléfono es { $phone }.
reason-problem = Recibe este correo porque { $shop } recibe en esta dirección los mensajes sobre problemas con pedidos.

### SMS

first = { $shop } agradece su reseña sincera: { $link } Baja: responda STOP.
reminder = Recordatorio: { $shop } agradece su reseña sincera: { $link } Baja: responda STOP.
some-shop = Una tienda que conoce

### Questions

product-1 = ¿Cómo lo usa?
    .chip-1 = Lo uso todos los días
    .chip-2 = Lo uso de vez en cuando
    .chip-hardly = Todavía no lo he usado mucho
    .chip-gift = Fue un regalo
    .start-1 = Lo uso para …
    .start-2 = Lo uso cuando …
    .start-3 = Lo compré porque …
product-2 = ¿Qué le gusta del producto?
    .chip-1 = Está bien hecho
    .chip-2 = Es fácil de usar
    .chip-3 = Tiene una buena relación calidad-precio
    .chip-nothing = No hay mucho que me guste
    .start-1 = Lo que me gusta es …
    .start-2 = Me gusta …
    .start-3 = En comparación con el anterior …
product-2-gift = ¿Qué tal resultó el regalo?
    .chip-1 = Gustó mucho
    .chip-2 = Se usa a menudo
    .chip-nothing = No era lo adecuado
    .start-1 = Me dijeron que …
    .start-2 = Lo elegí porque …
product-2-hardly = ¿Cuál fue su primera impresión?
    .chip-1 = Parece bien hecho
    .chip-2 = Parece fácil de usar
    .chip-3 = No es lo que esperaba
    .chip-nothing = Por ahora no hay mucho que me guste
    .start-1 = A primera vista parece …
    .start-2 = No lo he usado más porque …
product-3 = ¿Qué podría ser mejor?
    .chip-1 = No cambiaría nada
    .chip-2 = Podría ser más resistente
    .chip-3 = No es como se describe
    .chip-4 = Es demasiado caro
    .start-1 = Sería mejor …
    .start-2 = Me habría gustado …
    .start-3 = Para mí es …
product-3-nothing = ¿Qué ha fallado?
    .chip-1 = Se rompió
    .chip-2 = No es como se describe
    .chip-3 = No hace lo que necesito
    .chip-4 = La calidad no es suficiente
    .start-1 = Esperaba …
    .start-2 = Sería mejor …
product-4 = ¿Lo recomendaría, y a quién?
    .chip-1 = Lo recomendaría a cualquiera
    .chip-2 = Lo recomendaría a algunas personas
    .chip-3 = No lo recomendaría
    .start-1 = Es un producto para …
    .start-2 = Es adecuado para …
    .start-3 = No es para …
product-4-gift = ¿Volvería a regalarlo?
    .chip-1 = Volvería a regalarlo
    .chip-2 = Quizá volvería a regalarlo
    .chip-3 = No volvería a regalarlo
    .start-1 = Volvería a regalárselo a …
    .start-2 = No volvería a regalarlo porque …
product-4-nothing = ¿Qué lo habría solucionado?
    .chip-1 = Me habría bastado un cambio
    .chip-2 = Me habría bastado un reembolso
    .chip-3 = Me habría bastado una respuesta rápida
    .chip-4 = Nada lo habría solucionado
    .start-1 = Habría ayudado …
    .start-2 = Me habría bastado con …

shop-1 = ¿Qué le trajo a esta tienda?
    .chip-1 = Necesitaba algo concreto
    .chip-2 = Buscaba un regalo
    .chip-3 = Vengo aquí con regularidad
    .start-1 = Buscaba …
    .start-2 = Vine aquí porque …
shop-2 = ¿Qué salió bien?
    .chip-1 = Fue rápido
    .chip-2 = Fue fácil
    .chip-3 = El personal fue amable
    .chip-nothing = Pocas cosas salieron bien
    .start-1 = Lo que me gustó fue …
    .start-2 = Me gustó …
    .start-3 = En comparación con otras tiendas …
shop-3 = ¿Qué podría ser mejor?
    .chip-1 = No cambiaría nada
    .chip-2 = Tardó demasiado
    .chip-3 = Fue demasiado caro
    .chip-4 = Mis preguntas quedaron sin respuesta
    .start-1 = Sería mejor …
    .start-2 = Me habría gustado …
shop-3-nothing = ¿Qué salió mal?
    .chip-1 = Tardó demasiado
    .chip-2 = Fue demasiado caro
    .chip-3 = Mis preguntas quedaron sin respuesta
    .chip-4 = No recibí lo que pedí
    .start-1 = Esperaba …
    .start-2 = Sería mejor …
shop-4 = ¿Volvería?
    .chip-1 = Volvería
    .chip-2 = Quizá volvería
    .chip-3 = No volvería
    .start-1 = Volvería por …
    .start-2 = Volvería si …
    .start-3 = No volvería porque …
shop-4-nothing = ¿Qué lo habría solucionado?
    .chip-1 = Me habría bastado una respuesta rápida
    .chip-2 = Me habría bastado un reembolso
    .chip-3 = Me habría bastado una disculpa
    .chip-4 = Nada lo habría solucionado
    .start-1 = Habría ayudado …
    .start-2 = Me habría bastado con …

fact-fit = ¿Qué tal queda?
    .answer-1 = Queda pequeño
    .answer-2 = Queda bien
    .answer-3 = Queda grande
fact-value = ¿Vale lo que cuesta?
    .answer-1 = Demasiado caro
    .answer-2 = Precio justo
    .answer-3 = Muy buen precio
fact-ease = ¿Es fácil de usar?
    .answer-1 = Difícil
    .answer-2 = Regular
    .answer-3 = Fácil

fillers = eh | ehh | ehm | em | mmm | hm | hmm | o sea (no/es)
openers = pues, | pues nada, | bueno, (pues/el/la/los/las/yo/me/en/a mí/que/creo/si) | a ver, | o sea, | en fin, | digamos, | quiero decir, | ya sabe, | vamos, | es decir, | mire, | mira, | hombre, | yo diría, | yo diría que | yo diría (la/el/los/las) | sí, (para)
yes-no = sí | si | sí sí | sí claro | claro | claro que sí | sip | por supuesto | desde luego | sin duda | creo que sí | no | nop | no no | qué va | no mucho | claro que no | para nada | en absoluto | nunca | creo que no | la verdad es que no | quizá | quizás | tal vez | a lo mejor | puede ser | depende
nothing = nada | n/a | ninguno | ninguna | ns/nc | no sé | no se | no lo sé | no sabría decir | ni idea
abbreviations = aprox | etc | ej | máx | mín | sr | sra | srta | dr | dra | núm | tel | pág
