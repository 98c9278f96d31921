# github - issues from gh issue list --json, the REST API or an archive.
#
# Traps: a number is only unique in its repository; the words are Markdown;
# comments are other people's and left out.
[match]
rows = .
rows = issues
number
title
body
state
createdAt | created_at

[map]
id = url
id = id
id = number
date = createdAt
date = created_at
channel = "GitHub"
customer = author.login
customer = author
customer = user.login
title = title
text = body
label_names = labels[].name
association = authorAssociation
association = author_association
number = number

[drop]
comments
assignees
id
node_id
repository_url
labels_url
comments_url
events_url
