# steam-api - reviews of a game from Steam's appreviews call.
#
# Traps: the answer is true or false; times are seconds since 1970; languages
# have names of Steam's own; an edited review comes again under its id.
versions = yes

[match]
rows = reviews
rows = .
recommendationid
review
voted_up
timestamp_created

[map]
id = recommendationid
date = timestamp_updated %s
date = timestamp_created %s
channel = "Game review"
customer = author.steamid
score = voted_up
scale = 0-1
text = review
helpful = votes_up
minutes_played = author.playtime_at_review

[score]
true = 1
false = 0
