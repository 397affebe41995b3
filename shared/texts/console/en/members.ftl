## Members

members-heading = Members
members-text = People who can use this console, and what each may do.
members-none = No members yet. Invite the first one below.
member-invited = invited { $ago }
member-joined = joined { $day }
member-you = You
member-role = Role
member-change = Change role
member-remove = Remove
member-sign-out = Sign out everywhere
member-guests = Links without email
member-guests-text = The operator or a program of yours can open this console without an email. This ends all sessions that began so.
invite-heading = Invite a member
invite-email = Email
invite-button = Send invitation
role-owner-about = Everything, with members, keys and settings
role-moderator-about = Reviews, replies, requests
role-reader-about = Reading only
member-invite-done = Invited. The email is on its way.
member-change-done = The role is changed.
member-remove-done = Removed. They are signed out at their next click.
member-sign-out-done = Signed out everywhere.
member-twice = This address is a member already.
member-too-many = A shop has at most 50 members.
member-last-owner = A shop needs an owner. Make another member an owner first.
member-unknown = This member was removed meanwhile.
