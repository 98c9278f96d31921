# skytrax-seat - travellers' reviews of airline seats.
#
# Traps: 1970-01-01 is a date that nobody knew; the parts have ratings from 1
# to 5, where 0 is no answer, the whole has one from 1 to 10.
[match]
airline_name
seat_layout
overall_rating
content

[map]
date = date
channel = "Review"
score = overall_rating
scale = 1-10
title = title
text = content
airline = airline_name
scale.seat_legroom_rating = 1-5
scale.seat_recline_rating = 1-5
scale.seat_width_rating = 1-5
scale.aisle_space_rating = 1-5
scale.viewing_tv_rating = 1-5
scale.power_supply_rating = 1-5
scale.seat_storage_rating = 1-5

[missing]
date = 1970-01-01
seat_legroom_rating = 0
seat_recline_rating = 0
seat_width_rating = 0
aisle_space_rating = 0
viewing_tv_rating = 0
power_supply_rating = 0
seat_storage_rating = 0

[drop]
link

[identity]
author
