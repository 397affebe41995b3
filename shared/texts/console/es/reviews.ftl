## Reseñas

nav-reviews = Reseñas
reviews-heading = Reseñas
reviews-text = Las que esperan van de la más antigua a la más reciente, tengan las estrellas que tengan. Los clientes aún no las ven.
reviews-which = Qué reseñas
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
reviews-all-replies = Con o sin respuesta
reviews-unanswered = Sin respuesta
reviews-of-shop = La propia tienda
reviews-nothing-waiting = Ninguna reseña espera una decisión.
reviews-nothing-published = Todavía no hay reseñas publicadas.
reviews-nothing-withheld = No hay reseñas retenidas.
reviews-nothing-all = Todavía no hay reseñas.
reviews-nothing-found = Ninguna reseña coincide.
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
review-reported-about = Retenga la reseña abajo o manténgala. Los lectores que dejaron una dirección reciben su decisión y el motivo por correo en un minuto.
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
review-verified = verificada
review-verified-order = Compra verificada
review-verified-request = Pedida tras un pedido
review-verified-claimed = Compra confirmada por { $system }
review-verified-none = Sin verificar
review-incentivized = Recibió algo a cambio
review-public = Ver en público
review-written = escrita { $time }
review-edited = editada { $time }
review-experienced = recibido en { $month }
review-order = Pedido { $order }
review-is-waiting = Espera una decisión. Solo la ve usted.
review-is-published = Publicada
review-is-withheld = Retenida
review-is-other = Estado desconocido
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
review-by-key = Clave de API { $id }
review-by-member = Un miembro de la tienda
review-by-rule = Una regla

## Lo que hizo un clic

review-done-published = { $author }: publicada.
review-done-withheld = { $author }: retenida.
review-done-withheld-notification = { $author }: retenida. El motivo se envía por correo en un minuto.
review-done-edit-dropped = { $author }: cambio rechazado. La versión pública se queda.
review-done-replied = { $author }: respondida.
review-done-kept = { $author }: mantenida.
review-done-replied-notification = { $author }: respondida. La respuesta se envía por correo en un minuto.
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
        [one] { $count } reseña retenida. El motivo se envía por correo en un minuto.
       *[other] { $count } reseñas retenidas. El motivo se envía por correo en un minuto.
    }
reviews-done-undone = { $count ->
        [one] { $count } reseña está como antes.
       *[other] { $count } reseñas están como antes.
    }
reviews-done-left = { $count ->
        [one] { $count } se quedó como está, porque cambió entretanto.
       *[other] { $count } se quedaron como están, porque cambiaron entretanto.
    }
reviews-undo-left = Las demás se quedan como están: cambiaron desde entonces, o ya es tarde.
reviews-done-stopped = Después algo falló. Las demás están como antes: inténtelo otra vez.
review-changed = Mientras tanto, alguien cambió esta reseña. Así está ahora; no se guardó nada de lo suyo.
review-too-late = Ya es tarde para deshacerlo. Así está ahora.
review-wrong-reason = Elija un motivo.
review-wrong-note = Una nota es una línea de 500 caracteres como máximo. No se guardó nada.
review-wrong-reply = Una respuesta necesita de 1 a 10 000 caracteres.
review-wrong-kept = Diga por qué se mantiene, en una línea de 500 caracteres como máximo.
