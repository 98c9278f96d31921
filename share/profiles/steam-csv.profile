# steam-csv - reviews of a game, with the buyers' yes or no.
#
# Traps: there is no score: "recommendation" is recommended or
# not_recommended, and "sentiment" only says the same again.
[match]
review_id
recommendation
review_text
playtime_hours

[map]
id = review_id
date = timestamp
channel = "Game review"
text = review_text
lang = language

[drop]
sentiment
source
