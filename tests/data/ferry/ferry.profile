# ferry.profile - comment cards of an invented ferry, in two columns of words.
[match]
Card
Liked
Disliked

[map]
id = Card
date = Day
channel = "Comment card"
score = Mark
scale = 0-10
text = Disliked + Liked
title = Headline

[missing]
Liked = nothing
Disliked = nothing
