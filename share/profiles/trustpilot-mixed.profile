# trustpilot-mixed - reviews of several sites and tweets in one table.
#
# Traps: NA says nothing; tweets have no rating.
[match]
Username
Content
Rating
Engagement

[map]
date = Date
channel = Source
score = Rating
scale = 1-5
text = Content

[missing]
* = NA

[identity]
Username
