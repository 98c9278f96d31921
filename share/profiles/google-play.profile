# google-play - the monthly reviews_PACKAGE_YYYYMM.csv of the Play Console.
#
# Traps: the file is UTF-16 with a byte order mark; older ones lack some of the
# columns. A review without words has an empty text. A rating of one language
# may stand in a file of any month in which its author edited it, and then it
# comes again in the next file: the day of the last update is its date, and of
# the versions of one review only the latest is kept. Its only id stands in
# the link; where there is none, the id is made from the row.
versions = yes

[match]
Package Name
Star Rating
Review Text
Review Submit Date and Time

[map]
id = Review Link after reviewId= or ReviewPlace:id=
date = Review Last Update Date and Time
date = Review Submit Date and Time
channel = "App review"
score = Star Rating
scale = 1-5
title = Review Title
text = Review Text
lang = Reviewer Language
package = Package Name
app_version = App Version Name
device = Device
submitted = Review Submit Date and Time
reply = Developer Reply Text
reply_date = Developer Reply Date and Time

[drop]
App Version Code
Review Submit Millis Since Epoch
Review Last Update Millis Since Epoch
Developer Reply Millis Since Epoch
