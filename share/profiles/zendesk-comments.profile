# zendesk-comments - the comments of a ticket from the API.
#
# Traps: a comment does not say whether a customer or the staff wrote it; only
# the ticket knows who asked. So the words are kept as "comment", never as the
# customer's text.
[match]
rows = comments
id
author_id
body
public
created_at

[map]
id = id
date = created_at
channel = "Ticket comment"
comment = body
author = author_id

[drop]
html_body
plain_body
attachments
