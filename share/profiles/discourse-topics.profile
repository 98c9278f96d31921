# discourse-topics - the list of topics of a Discourse forum.
#
# Traps: the excerpt is cut off and says not who wrote it, so it is no
# customer's text; the posts themselves are another file.
[match]
rows = topic_list.topics
id
title
posts_count
created_at

[map]
id = id
date = created_at
channel = "Forum"
title = title

[drop]
fancy_title
image_url
posters

[identity]
last_poster_username
