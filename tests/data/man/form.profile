# form - mails of the shop's contact form
[match]
format = mail

[map]
customer = Reply-To
score = X-Rating
scale = 1-5
channel = "Contact form"

[identity]
from

[skip]
Reply-To = *@desk.example
automatic = auto-replied

[drop]
thread
