# a form whose main question changed
[map]
date = date
score = answer
scale = 1-5 until 2026-05-31
scale = 1-10
text = text
scale.comfort = 1-5
[missing]
comfort = 0
