# intercom - conversations from the API, one or a list.
#
# Traps: the words are HTML and the times are seconds since 1970; the first
# message stands apart from the others and may be the staff's; only what users,
# leads and contacts wrote is text.
[match]
rows = conversations
rows = .
id
created_at
type
source.body | conversation_message.body

[map]
id = id
date = created_at %s
channel = "Chat"
customer = user.id
customer = source.author.id
score = conversation_rating.rating
scale = 1-5
text = source[author.type=user|lead|contact].body + conversation_parts.conversation_parts[author.type=user|lead|contact].body as html
text = conversation_message[author.type=user|lead|contact].body + conversation_parts.conversation_parts[author.type=user|lead|contact].body as html
text = source[author.type=user|lead|contact].body as html
text = conversation_message[author.type=user|lead|contact].body as html
remark = conversation_rating.remark
tags = tags.tags[].name
state = state

[drop]
type
conversation_message.type
conversation_message.id
conversation_message.body
conversation_message.subject
conversation_message.author.type
conversation_message.author.id
conversation_message.attachments
conversation_message.url
conversation_parts.type
conversation_parts.conversation_parts
conversation_parts.total_count
source.type
source.id
source.body
source.attachments
source.url
source.redacted
tags.type
tags.tags
user.type
assignee.type

[identity]
source.author.name
source.author.email
