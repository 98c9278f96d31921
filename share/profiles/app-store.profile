# app-store - customer reviews from the App Store Connect API, as JSON.
#
# Traps: the rows stand in "data" and their fields in "attributes"; the
# territory is a country of three letters; there is no version of the app.
[match]
rows = data
attributes.rating
attributes.body
attributes.createdDate

[map]
id = id
date = attributes.createdDate
channel = "App review"
score = attributes.rating
scale = 1-5
title = attributes.title
text = attributes.body
territory = attributes.territory
nickname = attributes.reviewerNickname

[drop]
type
links.self
relationships.response.links.self
relationships.response.links.related

[identity]
attributes.reviewerNickname
