# steam - reviews of a game, one object a line, as collectors write them.
#
# Traps: the answer is Recommended or Not Recommended; the date is American and
# has no zone; a review may be met twice while pages move on.
versions = yes

[match]
rows = .
review
rating
review_url
date_posted
steam_id_number

[map]
id = review_url
date = date_posted %b %d, %Y, %I:%M%p
channel = "Game review"
customer = steam_id_number
score = rating
scale = 0-1
text = review
hours = total_game_hours
helpful = num_found_helpful
unhelpful = num_found_unhelpful
funny = num_found_funny

[score]
Recommended = 1
Not Recommended = 0

[drop]
orig_url
date_updated

[identity]
username
profile_url
