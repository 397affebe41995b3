## Reseñas

reviews-heading = Reseñas
reviews-text = Lo pendiente aparece en el orden en que llegó, tenga las estrellas que tenga. Solo lo ve usted.
reviews-which = Qué reseñas
reviews-tab-waiting = Por decidir
reviews-tab-published = Publicadas
reviews-tab-withheld = Retenidas
reviews-tab-all = Todas
reviews-words = Texto o nombre
reviews-product = Producto
reviews-all-products = Todos los productos
reviews-stars = Estrellas
reviews-all-stars = Todas las estrellas
reviews-of-shop = La propia tienda
reviews-nothing-waiting = Ninguna reseña espera una decisión.
reviews-nothing-published = Todavía no hay reseñas publicadas.
reviews-nothing-withheld = No hay reseñas retenidas.
reviews-nothing-all = Todavía no hay reseñas.
reviews-nothing-found = Ninguna reseña coincide.
reviews-cut = Hay demasiadas reseñas para mirarlas todas a la vez. «Siguiente» continúa la búsqueda.

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
review-withhold-letter = Retener y avisar al autor por correo
review-withhold-more = Retener…
review-withhold-why = Retenerla y decir por qué
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
review-verified-none = Sin verificar
review-written = escrita { $time }
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
review-reason-confidential = Un secreto
review-reason-abusive = Insultos
review-reason-personal_data = Datos personales
review-reason-discriminatory = Discriminatoria
review-reason-misleading = Claramente falsa
review-reason-fake = Inventada
review-reason-unrelated = Otro tema
review-reason-unlawful = Ilegal
review-reason-unspecified = Sin motivo indicado
review-reply = Su respuesta, que se muestra debajo de la reseña
review-reply-button = Responder
review-reply-change = Cambiar la respuesta
review-reply-remove = Quitar la respuesta
review-reply-letter = El autor recibe la primera respuesta por correo, un minuto después como pronto.
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
review-was-imported = Importada
review-was-removed = Eliminada
review-was-withdrawn = Retirada
review-was-erased = Borrada
review-by-author = El autor
review-by-key = Clave de API { $id }
review-by-member = Un miembro de la tienda
review-by-rule = Por una regla

## Lo que hizo un clic

review-done-published = { $author }: publicada.
review-done-withheld = { $author }: retenida.
review-done-withheld-letter = { $author }: retenida; el motivo sale por correo en un minuto.
review-done-edit-dropped = { $author }: cambio rechazado. Lo que era público sigue siéndolo.
review-done-replied = { $author }: respondida.
review-done-replied-letter = { $author }: respondida; la respuesta sale por correo en un minuto.
review-done-reply-removed = { $author }: respuesta quitada.
review-done-undone = { $author }: deshecho. Todo está como antes.
review-changed = Mientras tanto, alguien cambió esta reseña. Así está ahora; no se guardó nada de lo suyo.
review-too-late = Ya es tarde para deshacerlo. Así está ahora.
review-wrong-reason = Elija un motivo.
review-wrong-note = Una nota es una línea de 500 caracteres como máximo. No se guardó nada.
review-wrong-reply = Una respuesta necesita de 1 a 10 000 caracteres.
