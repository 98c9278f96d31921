# reddit-listing - a page of posts or comments from the site's own JSON.
#
# Traps: the rows are two objects deep; times are seconds since 1970; words that
# were taken back say [deleted] or [removed]; the score is a balance of votes.
[match]
rows = data.children
kind
data.id
data.created_utc
data.selftext | data.body

[map]
id = data.name
id = data.id
date = data.created_utc %s
channel = "Reddit"
customer = data.author
title = data.title
text = data.selftext + data.body
text = data.selftext
text = data.body
subreddit = data.subreddit
votes = data.score

[missing]
* = [deleted]
* = [removed]
