# booking-hotel - hotel reviews in the shape of the Booking.com collections.
#
# Traps: what was bad and what was good stand in two columns, and who wrote
# nothing has the words "No Negative" or "No Positive" there; cells begin and
# end with blanks; dates are American, without leading zeros; the reviewers'
# scores run from 2.5 to 10 in odd steps, and the scale they answer on is 0-10.
# Facts that are the same for all reviews of a hotel on a day are left out:
# they are not what a customer said.
[match]
Negative_Review
Positive_Review
Reviewer_Score
Review_Date

[map]
date = Review_Date %m/%d/%Y
channel = "Hotel review"
score = Reviewer_Score
scale = 0-10
text = Negative_Review + Positive_Review
hotel = Hotel_Name
nationality = Reviewer_Nationality
tags = Tags
reviews_given = Total_Number_of_Reviews_Reviewer_Has_Given

[missing]
Negative_Review = No Negative
Positive_Review = No Positive

[drop]
Hotel_Address
Additional_Number_of_Scoring
Average_Score
Review_Total_Negative_Word_Counts
Review_Total_Positive_Word_Counts
Total_Number_of_Reviews
days_since_review
lat
lng
