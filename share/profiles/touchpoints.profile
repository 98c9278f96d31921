# touchpoints - answers to the GSA's Touchpoints form, 17 columns.
#
# Traps: 0 and 1 are no and yes, null is not asked; there is no date. Whether
# trust was asked with thumbs or on a scale depends on the form: say
# -c score=question_1 --scale 1-5 if that is what it was.
[match]
external_id
question_1
question_4
positive_effectiveness
negative_effectiveness

[map]
id = external_id
channel = "Survey"
text = question_4

[missing]
* = null
