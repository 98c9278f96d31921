# fider - suggestions as Fider exports them.
#
# Traps: people vote for suggestions, so these are no sample of customers; a
# duplicate points to its original.
[match]
number
title
description
votes_count
comments_count

[map]
id = number
date = created_at
channel = "Suggestion"
title = title
text = description
votes = votes_count
comments = comments_count

[identity]
created_by
responded_by

[split]
tags = ", "
