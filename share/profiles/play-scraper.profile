# play-scraper - app reviews as google-play-scraper writes them.
#
# Traps: these are what the store shows, not what its owner can export; dates
# have no zone.
[match]
reviewId
content
score
at
thumbsUpCount

[map]
id = reviewId
date = at
channel = "App review"
score = score
scale = 1-5
text = content
app_version = appVersion
app_version = reviewCreatedVersion
votes = thumbsUpCount
reply = replyContent
reply_date = repliedAt

[drop]
userImage

[identity]
userName
