# zendesk - tickets from the API, a search, or the JSON export.
#
# Traps: the description is the first comment of the ticket and the only words
# of the customer that stand in it; what was answered is not there. The rating
# is a word: "offered" means that none came. An export by time may give the
# same ticket twice.
versions = yes

[match]
rows = tickets
rows = ticket
rows = results
rows = .
id
subject
description
requester_id
via.channel

[map]
id = id
date = created_at
channel = via.channel
customer = requester_id
score = satisfaction_rating.score
scale = 0-1
title = subject
text = description
rating_comment = satisfaction_rating.comment
via_address = via.source.from.address
via_name = via.source.from.name
to_address = via.source.to.address
to_name = via.source.to.name

[score]
good = 1
good_with_comment = 1
bad = 0
bad_with_comment = 0

[missing]
satisfaction_rating.score = offered
satisfaction_rating.score = unoffered
satisfaction_rating.score = received_with_comment
satisfaction_rating.score = received_without_comment

[drop]
url
raw_subject
result_type
is_public
allow_channelback
allow_attachments
collaborator_ids
follower_ids
email_cc_ids
sharing_agreement_ids
followup_ids
fields
generated_timestamp

[identity]
recipient
via.source.from.address
via.source.from.name
via.source.to.address
via.source.to.name
