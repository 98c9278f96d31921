# banks.profile - app store reviews of three Ethiopian banks, one file.
#
# Traps:
# - review_id is the collector's running number, not the store's id. It names a
#   row of this very file and changes when the collection is made again.
# - date is a day without a time, and its zone is not told.
# - the texts are short (679 are a single word) and some are in other languages
#   than English (24 hold Amharic letters); no column says which.
# - one bank has 5,697 of the 7,290 reviews: a figure for all of them is mostly
#   a figure for that bank, so compare by bank.
# - 2014 to 2019 hold fewer than a hundred reviews a year; the last month,
#   November 2025, stops on its 26th.
# - source and bank_id say nothing that channel and bank do not say.
[match]
review_id
review_text
review_date
bank_name

[map]
id = review_id
date = review_date
channel = "App review"
score = rating
scale = 1-5
text = review_text
bank = bank_name

[drop]
source
bank_id
bank_code
