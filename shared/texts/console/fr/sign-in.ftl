## Connexion

sign-in-heading = Se connecter
sign-in-text = Saisissez votre adresse e-mail, et nous vous envoyons un lien.
sign-in-email = E-mail
sign-in-ask = M’envoyer un lien
sign-in-bad-email = Veuillez vérifier l’adresse.
waiting-heading = Consultez votre messagerie
waiting-text = Si { $email } est l’adresse d’un membre, un e-mail avec un lien est en route. Le lien fonctionne pendant 15 minutes.
waiting-still = Plus d’e-mails pour le moment. Le lien que nous avons envoyé { $ago } fonctionne encore.
waiting-here = Ouvrez le lien dans ce navigateur pour vous connecter ici.
waiting-code = Code d’un autre appareil
waiting-code-text = Ouvert sur un autre appareil, le lien affiche un code de huit lettres.
waiting-code-button = Se connecter
waiting-again = Le renvoyer
waiting-other = Utiliser une autre adresse
wrong-code = Ce code ne fonctionne pas. Après cinq essais, il vous faut un nouveau lien.
link-heading = Se connecter à la console
link-text = Appuyez sur le bouton pour vous connecter.
link-guest-text = Le bouton vous connecte à { $shop }. Votre rôle y sera : { $role }. Ne continuez que si vous savez qui vous a envoyé ce lien.
link-guest-left = Ce navigateur quitte alors { $shop }, où vous êtes connecté.
link-button = Se connecter
code-heading = Votre code
code-text = Vous avez demandé à vous connecter depuis un autre navigateur. Saisissez ce code dans la fenêtre qui y attend.
code-warning = Ne lisez jamais ce code à quelqu’un. Si vous n’avez pas demandé à vous connecter, fermez cette page.
over-heading = Ce lien ne fonctionne plus
over-text = Il a été utilisé, ou ses 15 minutes sont passées. Demandez-en un nouveau.
over-button = Se connecter
signed-out-heading = Vous avez quitté la console
ended-heading = Veuillez vous reconnecter
ended-text = Votre session est terminée : rien n’a été enregistré.
ended-written = Ce que vous avez écrit, à copier avant de continuer

## Les boutiques d’une personne

shops-heading = Vos boutiques
shops-text = Boutiques et invitations de { $email }.
shops-none = Vous n’êtes dans aucune boutique, et aucune ne vous invite. Demandez une invitation à un propriétaire.
shops-invited = Vous invite comme : { $role }
shops-here = Vous êtes ici
shops-test = Mode test
shops-open = Ouvrir
shops-accept = Accepter l’invitation
shops-decline = Refuser

## E-mails aux membres

email-sign-in-subject = Se connecter à { $shop }
email-sign-in-heading = Se connecter à { $shop }
email-sign-in-text = Ce lien fonctionne une fois, pendant 15 minutes, dans le navigateur où vous l’avez demandé. Dans un autre navigateur, il affiche un code pour la fenêtre qui attend.
email-sign-in-button = Se connecter
email-sign-in-link = Se connecter :
email-sign-in-end = Si vous ne l’avez pas demandé, ignorez cet e-mail : sans lui, personne n’entre.
email-sign-in-reason = Vous recevez cet e-mail parce que { $email } a été saisi sur la page de connexion.
email-sign-in-anywhere-subject = Se connecter à la console de votre boutique
email-sign-in-anywhere-heading = Se connecter à la console de votre boutique
email-sign-in-anywhere-text = Ce lien fonctionne une fois, pendant 15 minutes, dans le navigateur où vous l’avez demandé. Dans un autre navigateur, il affiche un code pour la fenêtre qui attend.
email-sign-in-anywhere-button = Se connecter
email-sign-in-anywhere-link = Se connecter :
email-sign-in-anywhere-end = Si vous ne l’avez pas demandé, ignorez cet e-mail : sans lui, personne n’entre.
email-sign-in-anywhere-reason = Vous recevez cet e-mail parce que { $email } a été saisi sur la page de connexion.
email-invitation-subject = Invitation à { $shop }
email-invitation-heading = Invitation à { $shop }
email-invitation-text = { $shop } vous invite à travailler sur ses avis. Connectez-vous avec { $email } et acceptez ; il n’y a pas de mot de passe.
email-invitation-button = Voir l’invitation
email-invitation-link = Voir l’invitation :
email-invitation-end = Si vous ne connaissez pas { $shop }, ignorez cet e-mail : rien ne se passe tant que vous n’acceptez pas.
email-invitation-reason = Vous recevez cet e-mail parce que quelqu’un chez { $shop } a saisi { $email }.
email-waiting-subject = { $count ->
        [one] Un avis sur { $shop } attend votre décision
       *[other] { $count } avis sur { $shop } attendent votre décision
    }
email-waiting-heading = { $count ->
        [one] Un avis attend votre décision
       *[other] { $count } avis attendent votre décision
    }
email-waiting-text = Tant que vous n’avez pas décidé, personne ne voit ce qui a été écrit.
email-waiting-button = Lire et décider
email-waiting-link = Lire et décider :
email-waiting-reason = Vous recevez cet e-mail parce que vous êtes membre de la console de { $shop }. Dans « Plus », vous choisissez quand il arrive, ou de ne plus le recevoir.
email-data-subject = Un client de { $shop } demande ses données
email-data-heading = Un client demande ses données
email-data-text = Le système de votre boutique a signalé qu’un client veut savoir ce qui est enregistré à son sujet. Le fichier est prêt. La loi vous donne en général 30 jours pour le remettre.
email-data-button = Télécharger le fichier
email-data-link = Télécharger le fichier :
email-data-end = Vous pouvez le télécharger pendant 30 jours ; s’il n’est plus là, la page le recrée.
email-data-reason = Vous recevez cet e-mail parce que { $email } est l’adresse du ou de la propriétaire dans les paramètres de { $shop }.

email-reported-subject = Un avis sur { $shop } a été signalé
email-reported-heading = Un avis a été signalé
email-reported-text = Une personne qui a lu un avis publié dit qu’il pose problème. Veuillez le regarder et décider s’il reste. Dans certains pays, la loi exige une réponse rapide.
email-reported-button = Voir l’avis
email-reported-link = Voir l’avis :
email-reported-end = L’avis est toujours public. Vous apprendrez le prochain signalement à son sujet une fois cet e-mail reçu.
email-reported-reason = Vous recevez cet e-mail parce que { $email } est l’adresse du ou de la propriétaire dans les paramètres de { $shop }.
