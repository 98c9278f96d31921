# skytrax-lounge - travellers' reviews of airline lounges.
#
# Traps: the overall rating was on 1-5 until early June 2015 and on 1-10 from
# then on; 0 in a part's rating says that it was not answered.
[match]
airline_name
lounge_name
overall_rating
content

[map]
date = date
channel = "Review"
score = overall_rating
scale = 1-5 until 2015-06-05
scale = 1-10
title = title
text = content
airline = airline_name
lounge = lounge_name
scale.comfort_rating = 1-5
scale.cleanliness_rating = 1-5
scale.bar_beverages_rating = 1-5
scale.catering_rating = 1-5
scale.washrooms_rating = 1-5
scale.wifi_connectivity_rating = 1-5
scale.staff_service_rating = 1-5

[missing]
comfort_rating = 0
cleanliness_rating = 0
bar_beverages_rating = 0
catering_rating = 0
washrooms_rating = 0
wifi_connectivity_rating = 0
staff_service_rating = 0

[drop]
link

[identity]
author
