## Webhooks

hooks-page = Webhooks
hooks-about = Nous appelons votre propre serveur quand quelque chose se passe, par exemple quand un avis est publié.
hooks-none = Aucun webhook pour l’instant.
hooks-all = Tous les webhooks
hooks-too-many = Une boutique a au plus 10 webhooks. Supprimez-en un qui ne sert plus.
hook-page = Webhook
hook-count = { $count ->
        [one] { $count } événement
       *[other] { $count } événements
    }
hook-works = Fonctionne
hook-works-about = Aucun appel n’a échoué récemment.
hook-uncalled = Pas encore d’appel
hook-uncalled-about = Rien ne s’est encore produit pour quoi il est appelé. Un test montre s’il fonctionne.
hook-fails = Échoue
hook-fails-about = Le premier appel a échoué { $ago }. Ses événements attendent pendant trois jours.
hook-off = Désactivé
hook-off-about = Ne reçoit aucun événement.
hook-new = Nouveau webhook
hook-new-about = Chaque appel est signé avec un secret : votre serveur sait ainsi qu’il vient de nous.
hook-make = Créer le webhook
hook-once = Il n’est affiché qu’ici. Votre serveur s’en sert pour vérifier chaque appel.
hook-url = Adresse
hook-url-about = De votre serveur : elle commence par https://.
hook-url-wrong = Veuillez saisir une adresse qui commence par https:// et le nom d’un hôte public.
hook-events = Événements
hook-events-about = Ne cochez rien pour les recevoir tous, y compris ceux des versions à venir.
hook-events-wrong = Veuillez cocher les événements à envoyer.
hook-events-review-submitted = Un avis a été écrit
hook-events-review-updated = Un avis a été modifié
hook-events-review-published = Un avis a été publié
hook-events-review-withheld = Un avis a été écarté
hook-events-review-replied = Un avis a reçu une réponse
hook-events-review-deleted = Un avis a été supprimé
hook-events-request-scheduled = Un message a été prévu
hook-events-request-completed = Tout a reçu un avis
hook-events-request-expired = Un lien a expiré
hook-events-request-cancelled = Une demande a été annulée
hook-events-message-sent = Un message a été envoyé
hook-events-message-delivered = Un message a été remis
hook-events-message-failed = Un message a échoué
hook-events-message-skipped = Un message a été arrêté par une règle
hook-events-customer-suppressed = Quelqu’un ne reçoit plus de messages
hook-events-customer-erased = Les données d’un client ont été effacées
hook-events-deliverability-held = Vos e-mails sont suspendus
hook-events-deliverability-released = Vos e-mails sont de nouveau envoyés
hook-events-webhook-test = Test
hook-include = Envoyer aussi
hook-include-review = L’avis entier, avec le nom affiché
hook-include_imports = Aussi pour les avis importés
hook-include_imports-about = Sinon, un fichier d’anciens avis n’envoie rien.
hook-status = État
hook-status-enabled = Activé
hook-status-enabled-about = Cela relance aussi un webhook qui a échoué.
hook-status-disabled = Désactivé
hook-status-disabled-about = Ce qui se passe pendant qu’il est désactivé n’est pas envoyé plus tard.
hook-change = Adresse et événements
hook-foreign = Il reçoit des événements de l’API de More Good Reviews et ne peut être modifié que là : { $events }.
hook-secret = Il signe les appels, selon les règles de Standard Webhooks.
hook-rotate-about = Pendant 24 heures, les appels sont signés avec les deux secrets. Mettez le nouveau dans votre serveur d’ici là.
hook-end = Supprimer…
hook-end-about = Son journal est supprimé, et les événements qui ne lui ont pas encore été remis ne le seront jamais.
hook-end-yes = Oui, supprimer
hook-ended = Webhook supprimé. Il n’est plus appelé.
hook-rotated-recently = Non remplacé : trois secrets précédents fonctionnent encore. Il pourra être remplacé à partir du { $until }.
hook-log = Derniers appels
hook-which = Quels appels
hook-all = Tous
hook-pending = En attente
hook-delivered = Remis
hook-failed = Échec
hook-next = prochain essai { $at }
hook-attempts = { $count ->
        [one] { $count } essai
       *[other] { $count } essais
    }
hook-again = Renvoyer
hook-test = Envoyer un test
hook-sent = L’envoi est en cours. La réponse s’affiche ici.
hook-not-sent = Rien n’a été envoyé, car le webhook est désactivé.
hook-error-address_not_public = l’hôte n’a pas d’adresse publique
hook-error-connection_failed = pas de connexion
hook-error-connection_broken = la connexion a été coupée
hook-error-timeout = pas de réponse à temps
