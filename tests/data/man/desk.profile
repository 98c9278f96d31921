# tickets with a face as the rating
[match]
rows = tickets
id
messages
rating.face

[map]
id = id
date = opened %s
channel = "Ticket"
customer = requester.id
score = rating.face
scale = 1-3
text = messages[by=customer].body as html
tags = labels[].name

[score]
happy = 3
neutral = 2
sad = 1

[skip]
kind = test

[drop]
messages
labels

[identity]
requester.email
