## Le cadre de chaque page

skip = Aller au contenu
nav-label = Pages
nav-more = Plus
more-heading = Plus
more-pages = Pages
more-in-public = En public
more-account = Votre compte
more-public = Avis publiés
more-public-text = Tels que tout le monde les voit
more-trust = Page de confiance
more-trust-text = Comment vous publiez les avis, à la vue de tous
more-not-public = Vos avis ne sont pas montrés en public : ce sont des données de test, ou vous l’avez désactivé dans les paramètres.
more-language = Votre langue
more-language-none = La langue de la boutique
more-notifications = E-mail quand des avis attendent
more-notifications-at_once = Tout de suite, au plus un par heure
more-notifications-daily = Le matin, s’il y en a de nouveaux
more-notifications-never = Jamais
help-heading = Si quelque chose ne fonctionne pas
help-not-sent = Un client n’a pas reçu de message
help-not-sent-text = Cherchez l’adresse e-mail complète dans « Demandes ». La page de la demande dit ce qui s’est passé, pourquoi, et ce qui vient ensuite.
help-paused = Les envois sont en pause
help-paused-text = Les paramètres indiquent jusqu’à quand, et permettent de reprendre ce que vous avez vous-même mis en pause. Si l’opérateur de ce service a mis les envois en pause, lui seul peut les reprendre.
help-held = Vos e-mails sont suspendus
help-held-text = Trop d’e-mails sont revenus ou ont été signalés comme indésirables, et continuer nuirait à votre domaine. Retirez de votre boutique les adresses qui n’existent pas. Les envois reprennent d’eux-mêmes dès que presque plus rien ne revient ; « Aujourd’hui » l’indique tant qu’ils sont suspendus. Si c’est urgent, un propriétaire peut y débloquer les e-mails, une fois en 7 jours ; ensuite, adressez-vous à l’opérateur de ce service.
help-webhook = Un webhook échoue
help-webhook-text = Votre point de terminaison doit répondre par un statut de 200 à 299. Les événements sont conservés trois jours et envoyés dans l’ordre dès qu’il fonctionne de nouveau. « Intégrations », « Webhooks » montre chaque réponse.
test-data = Données de test
role-owner = Propriétaire
role-moderator = Modérateur
role-reader = Lecteur
guest = Connexion avec un lien
sign-out = Se déconnecter
nav-shops = Vos boutiques
undo = Annuler
seconds = s
search = Rechercher
copy = Copier
copied = Copié
fields-choose = Choisir…
next-page = Suivant
first-page = Retour au début
nothing-here = Rien ici pour le moment.
failed = Cela n’a pas atteint le serveur. Veuillez réessayer.
waiting-count = { $count ->
        [one] { $count } en attente
       *[other] { $count } en attente
    }

## Heures

ago-now = à l’instant
ago-minutes = { $count ->
        [one] il y a { $count } minute
       *[other] il y a { $count } minutes
    }
ago-hours = { $count ->
        [one] il y a { $count } heure
       *[other] il y a { $count } heures
    }
ago-days = { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }
at-time = { $day } à { $time }

## Clavier

keys-heading = Raccourcis clavier
keys-move = Suivant et précédent
keys-publish = Publier
keys-withhold = Écarter
keys-mark = Marquer un avis ; a et w valent alors pour tous les avis marqués
keys-reply = Répondre
keys-undo = Annuler
keys-search = Rechercher
keys-help = Cette liste
close = Fermer

## Quand quelque chose ne fonctionne pas

not-found-heading = Page introuvable
not-found-text = L’adresse est fausse, ou la page n’existe plus.
forbidden-heading = Non autorisé
forbidden-text = Votre rôle ne le permet pas. Un propriétaire peut changer les rôles sur la page « Membres ».
guest-heading = Seulement cette boutique
guest-text = Vous êtes connecté par un lien, sans adresse e-mail : on ne sait donc pas quelles autres boutiques sont les vôtres. Sur la page « Membres », vous pouvez inviter votre adresse, puis vous connecter avec elle.
origin-heading = Non envoyé depuis cette page
origin-text = Le formulaire ne venait pas de cette console : rien n’a été changé. Rouvrez la page et réessayez.
conflict-heading = Modifié entre-temps
conflict-text = Quelqu’un d’autre l’a modifié après que vous l’avez ouvert. Voici où cela en est.
failure-heading = Une erreur s’est produite
failure-text = Rien n’a été changé. Veuillez réessayer dans un instant.
too-many-heading = Trop d’e-mails
too-many-text = Trop de liens ont été demandés pour cette adresse. Vous pouvez encore en demander un dans un navigateur où une connexion a déjà eu lieu ; sinon, réessayez dans une heure.
back-home = Retour à la console

## Travaux longs

progress-of = { $done } sur { $all }.
progress-so-far = Jusqu’ici : { $what }.
progress-left = { $minutes ->
        [0] Moins d’une minute restante.
        [1] Encore une minute environ.
       *[other] Encore { $minutes } minutes environ.
    }
progress-again = Actualiser
