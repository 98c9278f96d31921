# mail-list - a mailing list's or a forum's mails.
#
# Traps: Reply-To is the list's, so the sender is the customer; the list's own
# notices are of a machine.
[match]
format = mail

[map]
channel = "Mailing list"
list = List-Id

[identity]
from

[skip]
automatic = auto-replied
automatic = auto-generated
automatic = report
automatic = post
