# airline-tweets - tweets to airlines, with what coders found in them.
#
# Traps: the ids went through a spreadsheet and are rounded (5.70306E+17), so
# they are no ids any more; days come before months; there is no score.
[match]
tweet_id
airline_sentiment
text
tweet_created

[map]
date = tweet_created %d-%m-%Y %H:%M
channel = "Tweet"
text = text

[drop]
tweet_id

[identity]
name
tweet_coord
