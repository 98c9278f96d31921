# formbricks - responses as Formbricks exports them.
#
# Traps: old exports write a date like "Mon Apr 01 2024", newer ones a whole
# time; an answer of 0 may be empty in old ones; tags are joined by ", ". The
# questions are numbered in the names of columns. Say -c 'text=2. Why?' and so
# on for what the survey asks.
[match]
No.
Response ID
Survey ID
Timestamp

[map]
id = Response ID
date = Timestamp
channel = "Survey"
customer = User ID
finished = Finished
survey = Survey ID
tags = Tags

[drop]
No.

[identity]
Formbricks ID (internal)
Verified Email
userAgent - os
userAgent - browser
userAgent - device

[unfinished]
Finished = No
Finished = false

[split]
Tags = ", "
