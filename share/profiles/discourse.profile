# discourse - the posts of a topic, or the latest posts, of a Discourse forum.
#
# Traps: "cooked" is HTML; "raw" is there only when it was asked for; the score
# is one of activity, not an answer. What the staff wrote is left out.
[match]
rows = post_stream.posts
rows = latest_posts
id
username
post_number
cooked
topic_id

[map]
id = id
date = created_at
channel = "Forum"
customer = user_id
text = raw
text = cooked as html
topic = topic_slug
activity = score
login = username

[skip]
staff = true

[drop]
cooked
raw
avatar_template
display_username
link_counts
actions_summary
polls
user_title

[identity]
name
username
