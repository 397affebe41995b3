## Signing in

sign-in-heading = Sign in
sign-in-text = Enter your email address, and we send you a link.
sign-in-email = Email
sign-in-ask = Email me a link
sign-in-bad-email = Please check the address.
waiting-heading = Check your inbox
waiting-text = If the address belongs to a member, an email with a link is on its way. The link works for 15 minutes.
waiting-here = Open the link in this browser to sign in here.
waiting-code-heading = Opened it on another device?
waiting-code-text = It shows a code of eight letters. Type it here.
waiting-code = Code
waiting-code-button = Sign in
waiting-again = Use another address
wrong-code = This code does not work. After five tries you need a new link.
link-heading = Sign in to the console
link-text = Press the button to sign in.
link-button = Sign in
code-heading = Your code
code-text = You asked to sign in from another browser. Type this code into the window that is waiting there.
code-warning = Never read this code to anyone. If you did not ask to sign in, close this page.
over-heading = This link no longer works
over-text = It was used, or its 15 minutes are over. Ask for a new one.
over-button = Sign in
signed-out-heading = You are signed out
signed-in-done = You are signed in.

## Emails to members

email-sign-in-subject = Sign in to { $shop }
email-sign-in-heading = Sign in to { $shop }
email-sign-in-text = This link works once, within 15 minutes, in the browser in which you asked for it. Opened in another browser, it shows a code for the window that is waiting.
email-sign-in-button = Sign in
email-sign-in-link = Sign in:
email-sign-in-reason = You get this email because your address was entered on the sign-in page of { $shop }. If that was not you, there is nothing to do.
email-invitation-subject = You are invited to { $shop }
email-invitation-heading = You are invited to { $shop }
email-invitation-text = You can now read and answer reviews for { $shop }. Sign in with this email address; there is no password.
email-invitation-button = Open the console
email-invitation-link = Open the console:
email-invitation-reason = You get this email because an owner of { $shop } added your address.
