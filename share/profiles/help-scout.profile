# help-scout - survey responses of Help Scout.
#
# Traps: the answer may be a face, a thumb, or a number from 0 to 10 as a
# string, and the scale depends on which of them was asked; emoji of one's own
# choice have no scale.
[match]
rows = responses
rows = .
response.value
response.timestamp

[map]
id = response.id
date = response.timestamp
channel = "Survey"
customer = _embedded.customer.id
score = response.value
scale = 0-10 when response.category = promoter|passive|detractor
scale = 1-3 when response.name = Happy|Neutral|Sad
scale = 0-1 when response.name = Thumbs Up|Thumbs Down
text = response.comment
survey = message.name
answer = response.name
category = response.category

[score]
😀 = 3
😐 = 2
🙁 = 1
👍 = 1
👎 = 0

[identity]
_embedded.customer.firstName
_embedded.customer.lastName
_embedded.customer.photoUrl
