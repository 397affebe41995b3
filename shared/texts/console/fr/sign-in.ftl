## Connexion

sign-in-heading = Se connecter
sign-in-text = Saisissez votre adresse e-mail, et nous vous enverrons un lien.
sign-in-email = E-mail
sign-in-ask = M’envoyer un lien
sign-in-bad-email = Veuillez vérifier l’adresse.
waiting-heading = Consultez votre messagerie
waiting-text = Si { $email } peut se connecter, un e-mail avec un lien est en route. Le lien fonctionne pendant 15 minutes.
waiting-still = Plus d’e-mails pour le moment. Le lien que nous avons envoyé { $ago } fonctionne encore.
waiting-here = Ouvrez le lien dans ce navigateur pour vous connecter ici.
waiting-elsewhere = Lien ouvert sur un autre appareil ?
waiting-code = Code
waiting-code-text = Il y affiche un code de huit lettres. Saisissez-le ici.
waiting-code-button = Se connecter
waiting-again = Le renvoyer
waiting-other = Utiliser une autre adresse
wrong-code = Ce code ne fonctionne pas. Après cinq essais, il vous faut un nouveau lien.
link-heading = Se connecter à la console
link-text = Appuyez sur le bouton pour vous connecter.
link-guest-text = Le bouton vous connecte à { $shop }. Votre rôle y sera : { $role }. Ne continuez que si vous savez qui vous a envoyé ce lien.
link-guest-left = Votre session chez { $shop } prendra alors fin dans ce navigateur.
link-owner-text = Saisissez votre adresse e-mail, et nous vous enverrons un lien. Il fait de vous un propriétaire de { $shop }. Ne continuez que si vous savez qui vous a envoyé cette page.
link-without = Se connecter sans e-mail
link-without-text = Une seule fois, comme propriétaire. Quand cette session prendra fin, seul un nouveau lien ou une invitation vous laissera entrer.
link-button = Se connecter
code-heading = Votre code
code-text = Vous avez demandé à vous connecter depuis un autre navigateur. Saisissez ce code dans la fenêtre qui y attend.
code-warning = Ne donnez jamais ce code à personne. Si vous n’avez pas demandé à vous connecter, fermez cette page.
over-heading = Ce lien ne fonctionne plus
over-text = Il a déjà été utilisé, ou ses 15 minutes sont passées. Demandez-en un nouveau.
over-button = Se connecter
signed-out-heading = Vous avez quitté la console
ended-heading = Veuillez vous reconnecter
ended-text = Votre session est terminée : rien n’a été enregistré.
ended-written = Ce que vous avez écrit : copiez-le avant de continuer

## Les boutiques d’une personne

shops-heading = Vos boutiques
shops-text = Boutiques et invitations pour { $email }.
shops-none = Vous ne faites encore partie d’aucune boutique, et aucune invitation ne vous attend. Demandez une invitation au propriétaire d’une boutique.
shops-invited = Invitation comme : { $role }
shops-here = Vous êtes ici
shops-test = Mode test
shops-open = Ouvrir
shops-accept = Accepter l’invitation
shops-decline = Refuser

## E-mails aux membres

email-sign-in-subject = Se connecter à { $shop }
email-sign-in-heading = Se connecter à { $shop }
email-sign-in-text = Ce lien fonctionne une fois, pendant 15 minutes, dans le navigateur où vous l’avez demandé. Dans tout autre navigateur, il affiche un code pour la fenêtre qui attend.
email-sign-in-button = Se connecter
email-sign-in-link = Se connecter :
email-sign-in-end = Si vous ne l’avez pas demandé, vous pouvez ignorer cet e-mail : sans lui, personne ne peut se connecter.
email-sign-in-reason = Vous recevez cet e-mail parce que { $email } a été saisi sur la page de connexion.
email-sign-in-anywhere-subject = Se connecter à la console de votre boutique
email-sign-in-anywhere-heading = Se connecter à la console de votre boutique
email-sign-in-anywhere-text = Ce lien fonctionne une fois, pendant 15 minutes, dans le navigateur où vous l’avez demandé. Dans tout autre navigateur, il affiche un code pour la fenêtre qui attend.
email-sign-in-anywhere-button = Se connecter
email-sign-in-anywhere-link = Se connecter :
email-sign-in-anywhere-end = Si vous ne l’avez pas demandé, vous pouvez ignorer cet e-mail : sans lui, personne ne peut se connecter.
email-sign-in-anywhere-reason = Vous recevez cet e-mail parce que { $email } a été saisi sur la page de connexion.
email-invitation-subject = Invitation à { $shop }
email-invitation-heading = Invitation à { $shop }
email-invitation-text = { $shop } vous invite à participer à la gestion de ses avis. Connectez-vous avec { $email } et acceptez. Vous n’avez pas besoin de mot de passe.
email-invitation-button = Voir l’invitation
email-invitation-link = Voir l’invitation :
email-invitation-end = Si vous ne connaissez pas { $shop }, vous pouvez ignorer cet e-mail : rien ne se passe tant que vous n’acceptez pas.
email-invitation-reason = Vous recevez cet e-mail parce que quelqu’un chez { $shop } a saisi { $email }.
email-waiting-subject = { $count ->
        [one] Un avis pour { $shop } attend votre décision
       *[other] { $count } avis pour { $shop } attendent votre décision
    }
email-waiting-heading = { $count ->
        [one] Un avis attend votre décision
       *[other] { $count } avis attendent votre décision
    }
email-waiting-text = Tant que vous n’avez pas décidé, personne d’autre ne voit ce qui a été écrit.
email-waiting-button = Lire et décider
email-waiting-link = Lire et décider :
email-waiting-reason = Vous recevez cet e-mail parce que vous êtes membre de la console de { $shop }. Vous pouvez modifier ou arrêter ces e-mails dans « Plus ».
email-data-subject = Un client de { $shop } demande ses données
email-data-heading = Un client demande ses données
email-data-text = Par le système de votre boutique, un client demande ce qui est enregistré à son sujet. Le fichier est prêt. La loi vous donne en général 30 jours pour le remettre.
email-data-button = Télécharger le fichier
email-data-link = Télécharger le fichier :
email-data-end = Vous pouvez le télécharger pendant 30 jours. S’il n’y est plus, la page le recrée.
email-data-reason = Vous recevez cet e-mail parce que { $email } est l’adresse du ou de la propriétaire dans les paramètres de { $shop }.

email-connected-subject = WooCommerce est connecté à { $shop }
email-connected-heading = Votre boutique est connectée
email-connected-text = Un ou une propriétaire de { $shop } dans Afterword a connecté une boutique WooCommerce. Elle envoie désormais ses commandes, avec les noms et adresses de leurs acheteurs, et ses produits.
email-connected-button = Ouvrir la connexion
email-connected-link = Ouvrir la connexion :
email-connected-end = Si ce n’était personne de chez vous, déconnectez-la à cet endroit et vérifiez qui est membre.
email-connected-reason = Vous recevez cet e-mail parce que { $email } est l’adresse du ou de la propriétaire dans les paramètres de { $shop }.
email-redacted-subject = Les commandes Shopify de { $shop } seront effacées dans 48 heures
email-redacted-heading = Shopify demande l’effacement de vos commandes
email-redacted-text = Shopify nous demande d’effacer les commandes signalées pour { $shop }, ainsi que les données de leurs acheteurs. Il le fait deux jours après la désinstallation d’une application. Plus aucun avis n’est demandé. Dans 48 heures, l’effacement commence et ne peut plus être annulé. Si vous ne le voulez pas, reconnectez Shopify avant.
email-redacted-button = Ouvrir la connexion
email-redacted-link = Ouvrir la connexion :
email-redacted-end = Les avis publiés gardent leur texte. Si vous avez quitté Shopify, vous n’avez rien à faire.
email-redacted-reason = Vous recevez cet e-mail parce que { $email } est l’adresse du ou de la propriétaire dans les paramètres de { $shop }.

email-reported-subject = Un avis pour { $shop } a été signalé
email-reported-heading = Un avis a été signalé
email-reported-text = Un lecteur dit qu’un avis publié pose problème. Veuillez le lire et décider s’il reste. Dans certains pays, la loi exige une réponse rapide.
email-reported-button = Voir l’avis
email-reported-link = Voir l’avis :
email-reported-end = L’avis est toujours public. S’il est de nouveau signalé, nous vous le dirons.
email-reported-reason = Vous recevez cet e-mail parce que { $email } est l’adresse du ou de la propriétaire dans les paramètres de { $shop }.
