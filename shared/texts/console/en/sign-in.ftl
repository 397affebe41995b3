## Signing in

sign-in-heading = Sign in
sign-in-text = Enter your email address, and we’ll send you a link.
sign-in-email = Email
sign-in-ask = Email me a link
sign-in-bad-email = Please check the address.
waiting-heading = Check your inbox
waiting-text = If { $email } may sign in, an email with a link is on its way. The link works for 15 minutes.
waiting-still = No more emails for now. The link that we sent { $ago } still works.
waiting-here = Open the link in this browser to sign in here.
waiting-elsewhere = Opened the link on another device?
waiting-code = Code
waiting-code-text = It shows a code of eight letters there. Type it here.
waiting-code-button = Sign in
waiting-again = Send it again
waiting-other = Use another address
wrong-code = This code does not work. After five tries you need a new link.
link-heading = Sign in to the console
link-text = Press the button to sign in.
link-guest-text = The button signs you in to { $shop }. Your role there: { $role }. Go on only if you know who sent you this link.
link-guest-left = You will then be signed out of { $shop } in this browser.
link-owner-text = Enter your email address, and we’ll send you a link. It makes you an owner of { $shop }. Go on only if you know who sent you this page.
link-without = Sign in without an email
link-without-text = Once, as an owner. When this session ends, only a new link or an invitation lets you in again.
link-button = Sign in
code-heading = Your code
code-text = You asked to sign in from another browser. Type this code into the window that is waiting there.
code-warning = Never give this code to anyone. If you did not ask to sign in, close this page.
over-heading = This link no longer works
over-text = It was already used, or its 15 minutes are over. Please ask for a new one.
over-button = Sign in
signed-out-heading = You are signed out
ended-heading = Please sign in again
ended-text = Your session ended, so nothing was saved.
ended-written = What you wrote: copy it before you go on

## Shops of a person

shops-heading = Your shops
shops-text = Shops and invitations for { $email }.
shops-none = You don’t belong to a shop yet, and nobody has invited you. Ask a shop’s owner for an invitation.
shops-invited = Invited as: { $role }
shops-here = You are here
shops-test = Test mode
shops-open = Open
shops-accept = Accept the invitation
shops-decline = Decline

## Emails to members

email-sign-in-subject = Sign in to { $shop }
email-sign-in-heading = Sign in to { $shop }
email-sign-in-text = This link works once, for 15 minutes, in the browser where you asked for it. In any other browser it shows a code for the window that is waiting.
email-sign-in-button = Sign in
email-sign-in-link = Sign in:
email-sign-in-end = If you did not ask for it, you can ignore this email: nobody can sign in without it.
email-sign-in-reason = You’re receiving this because { $email } was entered on the sign-in page.
email-sign-in-anywhere-subject = Sign in to your shop’s console
email-sign-in-anywhere-heading = Sign in to your shop’s console
email-sign-in-anywhere-text = This link works once, for 15 minutes, in the browser where you asked for it. In any other browser it shows a code for the window that is waiting.
email-sign-in-anywhere-button = Sign in
email-sign-in-anywhere-link = Sign in:
email-sign-in-anywhere-end = If you did not ask for it, you can ignore this email: nobody can sign in without it.
email-sign-in-anywhere-reason = You’re receiving this because { $email } was entered on the sign-in page.
email-invitation-subject = You are invited to { $shop }
email-invitation-heading = You are invited to { $shop }
email-invitation-text = { $shop } has invited you to help with its reviews. Sign in with { $email } and accept. You don’t need a password.
email-invitation-button = See the invitation
email-invitation-link = See the invitation:
email-invitation-end = If you don’t know { $shop }, you can ignore this email: nothing happens until you accept.
email-invitation-reason = You’re receiving this because somebody at { $shop } entered { $email }.
email-waiting-subject = { $count ->
        [one] A review for { $shop } is waiting for you
       *[other] { $count } reviews for { $shop } are waiting for you
    }
email-waiting-heading = { $count ->
        [one] A review is waiting for you
       *[other] { $count } reviews are waiting for you
    }
email-waiting-text = Nobody else sees what was written until you decide.
email-waiting-button = Read and decide
email-waiting-link = Read and decide:
email-waiting-reason = You’re receiving this because you are a member of { $shop }’s console. Change or stop these emails under More.
email-data-subject = A customer of { $shop } asks for their data
email-data-heading = A customer asks for their data
email-data-text = A customer asked, through your shop system, what is stored about them. The file is ready. The law usually gives you 30 days to hand it over.
email-data-button = Download the file
email-data-link = Download the file:
email-data-end = You can download it for 30 days. If it is gone by then, the page makes it again.
email-data-reason = You’re receiving this because { $email } is the owner’s address in the settings of { $shop }.

email-connected-subject = WooCommerce is connected with { $shop }
email-connected-heading = Your shop is connected
email-connected-text = An owner of { $shop } in Afterword has connected a WooCommerce shop. From now on it sends its orders, with the names and addresses of their buyers, and its products.
email-connected-button = Open the connection
email-connected-link = Open the connection:
email-connected-end = If nobody of you did this, disconnect it there, and look at who is a member.
email-connected-reason = You’re receiving this because { $email } is the owner’s address in the settings of { $shop }.
email-redacted-subject = The Shopify orders of { $shop } will be erased in 48 hours
email-redacted-heading = Shopify asks for the erasure of your orders
email-redacted-text = Shopify has told us to erase the orders that it reported for { $shop }, together with the data of their buyers. It does so two days after an app is uninstalled. Nobody is asked for a review any more. In 48 hours the erasure begins, and then it cannot be taken back. If you do not want it, connect Shopify again before then.
email-redacted-button = Open the connection
email-redacted-link = Open the connection:
email-redacted-end = Published reviews keep their words. If you left Shopify, you do not need to do anything.
email-redacted-reason = You’re receiving this because { $email } is the owner’s address in the settings of { $shop }.

email-reported-subject = A reader reported a review for { $shop }
email-reported-heading = A reader reported a review
email-reported-text = A reader says that something is wrong with a published review. Please look at it and decide whether it stays. In some countries the law requires a prompt answer.
email-reported-button = Look at the review
email-reported-link = Look at the review:
email-reported-end = The review is still public. If it is reported again, we will tell you.
email-reported-reason = You’re receiving this because { $email } is the owner’s address in the settings of { $shop }.
