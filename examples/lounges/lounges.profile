# lounges.profile - travellers' reviews of airline lounges, 2006 to 2015.
#
# Traps:
# - overall_rating changes its scale in June 2015 and nothing in the row says
#   so. Every one of the 2,135 ratings up to 31 May 2015 is 5 or less; from
#   9 June on there are ratings of 6 to 10. The new form also asks for the type
#   of traveller. The five reviews of 3 to 5 June still lack it, none of them
#   is above 5, and their sub-ratings agree with 1-5 (a 5 with seven fives), so
#   the old scale is taken to hold until 5 June. Changes across that day are
#   changes of the form: they must not be read as better or worse lounges.
#   (One row of 22 February 2015 has a type of traveller and a rating of 4; it
#   stays with its date on 1-5, where its sub-ratings put it as well.)
# - the seven sub-ratings stay on 1-5 throughout; 0 in them means "not
#   answered" (up to 128 times), and it is written 0 or 0.0.
# - recommended is 0 or 1 in every row, and does not always agree with the
#   rating.
# - date is the day of publication: reviews are put up in batches (49 on one
#   day, whole months without any), so months are not comparable; quarters are
#   better, years best. The day of the visit is there for 99 rows only.
# - author_country is empty in 481 rows, airport in 94, lounge_type in 300.
# - the review's own id is not in the file, so ids are made from the rows.
[match]
airline_name
lounge_name
overall_rating
content

[map]
date = date
channel = "Lounge review"
score = overall_rating
scale = 1-5 until 2015-06-05
scale = 1-10
title = title
text = content
airline = airline_name
country = author_country
lounge = lounge_name
visited = date_visit
traveller = type_traveller
comfort = comfort_rating
cleanliness = cleanliness_rating
bar = bar_beverages_rating
catering = catering_rating
washrooms = washrooms_rating
wifi = wifi_connectivity_rating
staff = staff_service_rating
scale.comfort = 1-5
scale.cleanliness = 1-5
scale.bar = 1-5
scale.catering = 1-5
scale.washrooms = 1-5
scale.wifi = 1-5
scale.staff = 1-5

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
