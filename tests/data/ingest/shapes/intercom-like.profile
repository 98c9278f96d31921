# intercom-like - only what customers and visitors wrote.
[map]
id = message_id
date = message_created_at
text = message_body

[only]
message_author_type = user
message_author_type = lead
