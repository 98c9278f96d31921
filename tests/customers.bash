# customers.bash - invented customers whose words go with their scores.
#
# Loaded by the tests of the quotes: letters, boxes, months, leavers and declines
# print records and lines.

# N records of October with a score 0-10 each: complaints of four kinds below
# 7, praise of three kinds from 9 on; every seventh says nothing.
letters() {
  awk -v n="${1:-300}" 'BEGIN {
    split("The courier came two hours after the promised time|My parcel " \
      "arrived with a broken lid and wet paper|Nobody answers the phone " \
      "when the order is wrong|The price on the bill was higher than in " \
      "the shop", bad, "|")
    split("Friendly people who always find a quick answer|The tomatoes " \
      "taste like those of my grandmother|Ordering takes me one minute " \
      "and it just works", good, "|")
    for (i = 1; i <= n; i++) {
      s = (i * 7) % 11
      t = s < 7 ? bad[i % 4 + 1] : s > 8 ? good[i % 3 + 1] : \
        "All in all it was fine, nothing more and nothing less"
      t = i % 7 ? t ", said visitor number " i * 37 % 1009 "." : ""
      printf "{\"id\":\"r%d\",\"date\":\"2026-10-%02d\",\"channel\":\"app\"," \
        "\"customer\":\"c%d\",\"score\":%d,\"scale\":\"0-10\",\"text\":\"%s\"," \
        "\"region\":\"%s\",\"ease\":%d}\n", i, i % 28 + 1, i % 40, s, t, \
        i % 3 ? "EU" : "US", i % 5 + 1
    }
  }'
}

# Ninety promoters, of which every sixth has a word about the box, and ninety
# detractors who speak of little else; two sentences each.
boxes() {
  awk 'BEGIN {
    split("The crew was friendly|I love this shop|All was quick and fresh|" \
      "Great tomatoes as always", good, "|")
    split("The box was broken and wet|My box arrived broken again|" \
      "They threw the broken box at the door", bad, "|")
    for (i = 1; i <= 180; i++) {
      high = i <= 90
      t = high ? good[i % 4 + 1] " on day " i % 13 "." : bad[i % 3 + 1] "."
      if (high)
        t = t " " (i % 6 ? good[(i + 1) % 4 + 1] : bad[i % 3 + 1]) \
          ", said number " i "."
      else
        t = t " " bad[(i + 1) % 3 + 1] ", wrote number " i "."
      printf "{\"id\":\"b%d\",\"date\":\"2026-10-%02d\",\"score\":%d," \
        "\"scale\":\"0-10\",\"text\":\"%s\",\"region\":\"%s\"}\n", \
        i, i % 28 + 1, high ? 9 + i % 2 : i % 7, t, i % 2 ? "EU" : "US"
    }
  }'
}

# September, when people liked the tomatoes, and October, when every second box
# was broken; 120 records each, a score of 0-10 that follows.
months() {
  awk 'BEGIN {
    split("The courier is friendly|I order every week|All was quick|It is " \
      "near to my door|You have all I need|The prices are fair|My children " \
      "love it", rest, "|")
    for (m = 9; m <= 10; m++) for (i = 1; i <= 120; i++) {
      bad = m == 10 && i % 2
      t = bad ? "The box was broken and all of it was wet" : m == 9 && i % 3 ? \
        "Such sweet tomatoes as my mother had" : rest[(i + 3) % 7 + 1]
      printf "{\"id\":\"m%d.%d\",\"date\":\"2026-%02d-%02d\"," \
        "\"customer\":\"c%d\",\"score\":%d,\"scale\":\"0-10\"," \
        "\"text\":\"%s. %s, so number %d of us says.\",\"city\":\"A\"}\n",
        m, i, m, i % 28 + 1, i % 50, bad ? i % 7 : 9 + i % 2, t, \
        rest[i % 7 + 1], i
    }
  }'
}

# An awk function more(i): what each of many has to say beside the others.
MORE='
function more(i) {
  split("on Monday the lift was stuck again|my neighbour waited with me|the " \
    "dog barked at every van|we had guests from Lisbon|rain came through " \
    "the roof|a candle was all our light|nobody told my sister", a, "|")
  split("the soup went cold|both pears were bruised|my keys were in the bag|" \
    "that voucher never worked|your website showed yesterday|the second bottle " \
    "leaked", b, "|")
  split("please train new staff|write to me in Danish|I will try elsewhere|" \
    "think of older people|keep the yellow labels", c, "|")
  return a[i % 7 + 1] ", " b[i % 6 + 1] ", " c[i % 5 + 1]
}
'

# Sixty customers of city A: two in three wrote last before August; of those
# every fourth sent a score without words in the end. 30 of city B are silent
# since July.
leavers() {
  awk "$MORE"'BEGIN {
    split("The portions became so small|Too many orders came late|I can " \
      "cook that myself by now|My office has moved away from here", why, "|")
    for (i = 1; i <= 90; i++) for (k = 1; k <= 3; k++) {
      city = i <= 60 ? "A" : "B"
      month = k == 3 ? (city == "B" || i % 3 ? 7 : 10) : k + 2
      t = k < 3 ? "I was quite content at that time, said customer " i : \
        why[i % 4 + 1] ", " more(i)
      printf "{\"id\":\"l%d.%d\",\"date\":\"2026-%02d-%02dT%02d:00:00Z\"," \
        "\"customer\":\"c%d\",\"city\":\"%s\",\"score\":3,%s}\n", i, k, \
        month, i % 28 + 1, i % 24, i, city, k == 3 && i % 4 == 0 ? \
        "\"text\":\"Bye.\"" : "\"text\":\"" t ".\""
    }
  }'
}

declines() {
  echo '{"fb":"metric","metric":"rate","by":{"city":"A"},"period":"2026-10","value":3}'
  echo '{"fb":"metric","metric":"rate","by":{"city":"B"},"period":"2026-10","value":3}'
  echo '{"fb":"decline","metric":"rate","by":{"city":"A"},"period":"2026-10","verdict":["fewer speak"]}'
  echo '{"fb":"decline","metric":"rate","by":{"city":"B"},"period":"2026-10","verdict":[]}'
}
