## Clients

nav-customers = Clients
customers-heading = Clients
customers-text = Toutes les personnes que votre boutique connaît, les plus récentes d’abord, et ce qui est enregistré à leur sujet.
customers-all = Tous les clients
customers-day = Commencer au
customers-show = Afficher
customer-unnamed = Sans nom
customer-since = depuis le { $day }
customer-asked = demande du { $day }
customer-trial = Test
customer-stopped = Ne reçoit aucun message
customer-company = Entreprise
customer-address = Adresse
customer-signed-up = Inscription
customer-notes = Notes
customer-may-ask = Peut être sollicité
customer-may-ask-yes = Oui
customer-may-ask-no = Non
customer-stop-manual = Vous avez arrêté tous les messages le { $day }.
customer-stop-bounced = Un message est revenu définitivement le { $day }.
customer-stop-unsubscribed = Désinscription le { $day }.
customer-stop-stopped = A répondu STOP le { $day }.
customer-stop-complained = A signalé un message comme indésirable le { $day }.
customer-stop-erased = Ses données ont été effacées le { $day }.
customer-stop = Ne plus solliciter
customer-stop-done = { $name } ne reçoit plus de messages.
customer-stop-theirs = Ce que la personne a décidé elle-même, elle seule peut l’annuler.
customer-resume = Solliciter à nouveau
customer-resume-done = { $name } peut à nouveau être sollicité.
customer-resume-none = Rien n’a changé : { $name } ne peut pas être sollicité à nouveau depuis cette page.
customer-basis-order = A acheté chez vous : commande { $order }, { $day }.
customer-basis-agreed = A accepté le marketing dans { $system }, état au { $day }.
customer-basis-not-agreed = N’a pas accepté le marketing dans { $system }, état au { $day }.
customer-more-requests = Toutes ses demandes
customer-orders = Commandes
customer-order-placed = passée
customer-order-fulfilled = expédiée
customer-order-delivered = livrée
customer-order-cancelled = annulée
customer-order-refunded = remboursée
customer-charges = Paiements
customer-charge = Un paiement
customer-first-message = Premier message par { $by }
customer-reminder = Rappel { $number } par { $by }
customer-message-sent = envoyé le { $at }
customer-message-delivered = envoyé le { $at }, remis
customer-message-returned = envoyé le { $at }, non remis
customer-message-failed = échoué le { $at }
customer-message-skipped = non envoyé, décidé le { $at }
customer-message-unconfirmed = peut-être envoyé, jamais confirmé, { $at }
customer-message-planned = prévu le { $at }
customer-data = Ses données
customer-data-text = Un export est un fichier avec tout ce qui est enregistré sur cette personne. Il peut être téléchargé pendant 24 heures.
customer-export = Exporter
customer-erase = Effacer…
customer-erase-heading = Effacer { $name } ?
customer-erase-text = C’est irréversible. Sont supprimés :
customer-lost-person = nom, adresses, numéros et notes
customer-lost-requests = { $count ->
        [one] { $count } demande : son lien cesse de fonctionner
       *[other] { $count } demandes : leurs liens cessent de fonctionner
    }
customer-lost-messages = { $count ->
        [one] { $count } message dans la liste des messages
       *[other] { $count } messages dans la liste des messages
    }
customer-lost-reviews = { $count ->
        [one] { $count } avis, ou seulement le nom de son auteur : choisissez ci-dessous
       *[other] { $count } avis, ou seulement le nom de leur auteur : choisissez ci-dessous
    }
customer-lost-orders = { $count ->
        [one] { $count } commande
       *[other] { $count } commandes
    }
customer-lost-orders-at-least = { $count } commandes ou plus
customer-lost-charges = { $count ->
        [one] { $count } paiement
       *[other] { $count } paiements
    }
customer-erase-after = Il reste une empreinte chiffrée des adresses, pour que personne n’écrive de nouveau à cette personne, et des nombres dans vos statistiques.
customer-erase-reviews = Ses avis
customer-erase-delete = Les supprimer
customer-erase-anonymise = Garder les étoiles et le texte, sans nom, photos ni réponse
customer-erase-sure = Je sais que c’est irréversible.
customer-erase-choose = Choisissez ce que deviennent les avis. Rien n’a été effacé.
customer-erase-tick = Cochez la case pour effacer.
customer-erase-button = Effacer définitivement
customer-back = Retour au client
receipt-export = Export
receipt-erasure = Effacement
receipt-running = En cours. Cela prend environ une minute.
receipt-removing = Les données sont en cours d’effacement.
receipt-removed = Tout ce qui a été trouvé est effacé. Ce qui arrive dans la demi-minute qui suit le sera aussi.
receipt-exported = Le fichier est prêt. Toute personne qui a ce lien peut l’ouvrir pendant 24 heures.
receipt-over = C’est fait, et les 24 heures sont passées : le fichier ne peut plus être téléchargé.
receipt-erased = C’est fait. Plus rien n’est enregistré sur cette personne.
receipt-failed = Une erreur s’est produite. Une nouvelle tentative aura lieu, et l’opérateur en est informé.
receipt-download = Télécharger
receipt-number = Reçu
receipt-requests = { $count ->
        [one] { $count } demande
       *[other] { $count } demandes
    }
receipt-messages = { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
receipt-reviews = { $count ->
        [one] { $count } avis
       *[other] { $count } avis
    }
receipt-photos = { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
receipt-orders = { $count ->
        [one] { $count } commande
       *[other] { $count } commandes
    }
receipt-charges = { $count ->
        [one] { $count } paiement
       *[other] { $count } paiements
    }
