# app-store-rss - the public feed of customer reviews of the App Store, as JSON.
#
# Traps: every value is wrapped in an object with a "label", also the rating,
# which is a string; a feed of one review has an object where others have a
# list, and one without reviews has neither; the first entry may describe the
# app instead of being a review, and has no rating then.
[match]
rows = feed.entry?
id.label
title.label
im:name.label | content.label

[map]
id = id.label
date = updated.label
channel = "App review"
customer = author.uri.label
score = im:rating.label
scale = 1-5
title = title.label
text = content.label
app_version = im:version.label
vote_sum = im:voteSum.label
vote_count = im:voteCount.label
nickname = author.name.label

[skip]
im:rating.label = ""

[drop]
author.label
content.attributes.type
link.attributes.rel
link.attributes.href
im:contentType.attributes.term
im:contentType.attributes.label

[identity]
author.name.label
