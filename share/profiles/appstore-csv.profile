# appstore-csv - reviews of an app as collectors keep them: four columns.
#
# Traps: the dates have no zone; there is neither an id nor a version.
[match]
date
title
review
rating

[map]
date = date
channel = "App review"
score = rating
scale = 1-5
title = title
text = review
