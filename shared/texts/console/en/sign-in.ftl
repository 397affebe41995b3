## Signing in

sign-in-heading = Sign in
sign-in-text = Enter your email address, and we send you a link.
sign-in-email = Email
sign-in-ask = Email me a link
sign-in-bad-email = Please check the address.
waiting-heading = Check your inbox
waiting-text = If { $email } belongs to a member, an email with a link is on its way. The link works for 15 minutes.
waiting-still = No more emails for now. The link that we sent { $ago } still works.
waiting-here = Open the link in this browser to sign in here.
waiting-code = Code from another device
waiting-code-text = Opened on another device, the link shows a code of eight letters.
waiting-code-button = Sign in
waiting-again = Send it again
waiting-other = Use another address
wrong-code = This code does not work. After five tries you need a new link.
link-heading = Sign in to the console
link-text = Press the button to sign in.
link-guest-text = The button signs you in to { $shop }. Your role there: { $role }. Go on only if you know who sent you this link.
link-guest-left = This browser then leaves { $shop }, where you are signed in.
link-button = Sign in
code-heading = Your code
code-text = You asked to sign in from another browser. Type this code into the window that is waiting there.
code-warning = Never read this code to anyone. If you did not ask to sign in, close this page.
over-heading = This link no longer works
over-text = It was used, or its 15 minutes are over. Ask for a new one.
over-button = Sign in
signed-out-heading = You are signed out
ended-heading = Please sign in again
ended-text = Your session ended, so nothing was saved.
ended-written = What you wrote, to copy before you go on

## Shops of a person

shops-heading = Your shops
shops-text = Shops and invitations of { $email }.
shops-none = You are in no shop, and none invites you. Ask an owner for an invitation.
shops-invited = Invites you as: { $role }
shops-here = You are here
shops-test = Test mode
shops-open = Open
shops-accept = Accept the invitation
shops-decline = Decline

## Emails to members

email-sign-in-subject = Sign in to { $shop }
email-sign-in-heading = Sign in to { $shop }
email-sign-in-text = This link works once, within 15 minutes, in the browser in which you asked for it. Opened in another browser, it shows a code for the window that is waiting.
email-sign-in-button = Sign in
email-sign-in-link = Sign in:
email-sign-in-end = If you did not ask for it, ignore this email: nobody gets in without it.
email-sign-in-reason = You get this email because { $email } was entered on the sign-in page.
email-sign-in-anywhere-subject = Sign in to your shop's console
email-sign-in-anywhere-heading = Sign in to your shop's console
email-sign-in-anywhere-text = This link works once, within 15 minutes, in the browser in which you asked for it. Opened in another browser, it shows a code for the window that is waiting.
email-sign-in-anywhere-button = Sign in
email-sign-in-anywhere-link = Sign in:
email-sign-in-anywhere-end = If you did not ask for it, ignore this email: nobody gets in without it.
email-sign-in-anywhere-reason = You get this email because { $email } was entered on the sign-in page.
email-invitation-subject = You are invited to { $shop }
email-invitation-heading = You are invited to { $shop }
email-invitation-text = { $shop } invites you to work on its reviews. Sign in with { $email } and accept; there is no password.
email-invitation-button = See the invitation
email-invitation-link = See the invitation:
email-invitation-end = If you do not know { $shop }, ignore this email: nothing happens until you accept.
email-invitation-reason = You get this email because somebody at { $shop } entered { $email }.
email-waiting-subject = { $count ->
        [one] A review of { $shop } is waiting for you
       *[other] { $count } reviews of { $shop } are waiting for you
    }
email-waiting-heading = { $count ->
        [one] A review is waiting for you
       *[other] { $count } reviews are waiting for you
    }
email-waiting-text = Nobody sees what was written until you decide.
email-waiting-button = Read and decide
email-waiting-link = Read and decide:
email-waiting-reason = You get this email because you are a member of { $shop }'s console. You choose in More when it comes, or that it does not.
email-data-subject = A customer of { $shop } asks for their data
email-data-heading = A customer asks for their data
email-data-text = Your shop’s system passed on that a customer wants to know what is stored about them. The file is ready. The law usually gives you 30 days to hand it over.
email-data-button = Download the file
email-data-link = Download the file:
email-data-end = You can download it for 30 days; if it is no longer there, the page makes it again.
email-data-reason = You get this email because { $email } is the owner’s address in the settings of { $shop }.

email-reported-subject = A reader reported a review of { $shop }
email-reported-heading = A reader reported a review
email-reported-text = Somebody who read a published review says that something is wrong with it. Please look at it, and decide whether it stays. The law of some countries wants an answer soon.
email-reported-button = Look at the review
email-reported-link = Look at the review:
email-reported-end = The review is still public. You hear of the next report about it once you have this email.
email-reported-reason = You get this email because { $email } is the owner’s address in the settings of { $shop }.
