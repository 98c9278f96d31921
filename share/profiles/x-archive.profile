# x-archive - tweets.js of an archive of X (Twitter).
#
# Traps: JavaScript stands in front of the list; ids are strings beside numbers
# that lost digits; counts are strings; the language is a machine's guess.
[match]
rows = .
tweet.id_str
tweet.full_text
tweet.created_at

[map]
id = tweet.id_str
date = tweet.created_at %a %b %d %H:%M:%S %z %Y
channel = "X"
text = tweet.full_text
lang = tweet.lang
likes = tweet.favorite_count
reposts = tweet.retweet_count
reply_to = tweet.in_reply_to_status_id_str

[missing]
tweet.lang = und
tweet.lang = zxx

[drop]
tweet.id
tweet.entities.user_mentions
tweet.entities.urls
tweet.entities.symbols
tweet.entities.hashtags
tweet.entities.media
tweet.extended_entities.media
tweet.display_text_range
tweet.edit_info.initial.editTweetIds
tweet.source
tweet.in_reply_to_user_id
tweet.in_reply_to_status_id
tweet.in_reply_to_user_id_str

[identity]
tweet.in_reply_to_screen_name
