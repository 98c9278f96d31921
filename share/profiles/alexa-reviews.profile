# alexa-reviews - reviews of a shop's devices: rating, day, variant, words.
#
# Traps: quotes stand inside cells that are not quoted; days are written
# 31-Jul-18; the first column only counts the rows.
[match]
rating
date
variation
verified_reviews

[map]
date = date %d-%b-%y
channel = "Review"
score = rating
scale = 1-5
text = verified_reviews

[drop]
column_1
