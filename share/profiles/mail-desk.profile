# mail-desk - the inbox of a help desk or of a contact form.
#
# Traps: a form writes from the desk's own address and puts the customer into
# Reply-To; answers of machines stand among the mails. Mails of your own people
# are told by a line under [skip], Reply-To = *@your.example, in a copy of this.
[match]
format = mail

[map]
channel = "Support mail"
customer = Reply-To

[identity]
from

[skip]
automatic = auto-replied
automatic = auto-generated
automatic = report
automatic = post
