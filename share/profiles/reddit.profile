# reddit - posts, one object a line, as archives of Reddit give them.
#
# Traps: times are seconds since 1970; words that were taken back say
# [deleted] or [removed]; the score is a balance of votes, not an answer.
[match]
rows = .
id
subreddit
created_utc
title
selftext

[map]
id = id
date = created_utc %s
channel = "Reddit"
customer = author
title = title
text = selftext
subreddit = subreddit
votes = score

[missing]
* = [deleted]
* = [removed]
