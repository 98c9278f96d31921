# formbricks-api - responses from the API of Formbricks.
#
# Traps: the answers stand in "data" under the ids of the questions, so which
# of them is the text or the score has to be said: -c text=data.QUESTION
[match]
rows = data
rows = .
id
surveyId
finished
createdAt

[map]
id = id
date = createdAt
channel = "Survey"
customer = contact.userId
customer = personId
page = meta.url
lang = language

[unfinished]
finished = false

[drop]
updatedAt
notes
