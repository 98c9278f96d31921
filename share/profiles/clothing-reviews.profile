# clothing-reviews - a shop's reviews with age, department and advice.
#
# Traps: there is no date; the title often stands empty.
[match]
Clothing ID
Review Text
Rating
Recommended IND

[map]
channel = "Review"
score = Rating
scale = 1-5
title = Title
text = Review Text
recommended = Recommended IND

[drop]
column_1
