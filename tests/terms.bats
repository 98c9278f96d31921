# fb-metric --terms: the words that tell a group from the others.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR" || return
}

# Texts of drawn words; EU also writes of a late ferry, AP of its seats.
texts() {
  awk -v n="${1:-1200}" -v seed="${2:-1}" 'BEGIN {
    srand(seed)
    k = split("crew clean friendly seat tea hot view price fair and the was", w, " ")
    for (i = 0; i < n; i++) {
      r = substr("EUUSAP", int(rand() * 3) * 2 + 1, 2)
      t = ""
      for (j = 0; j < 6; j++) t = t w[int(rand() * k) + 1] " "
      if (r == "EU" && rand() < .3) t = t "A Late ferry"
      if (r == "AP" && rand() < .3) t = t "座位乾淨"
      printf "{\"id\":\"r%d\",\"date\":\"2026-%02d-01\",\"region\":\"%s\",\"text\":\"%s\"", i, 9 + int(rand() * 2), r, t
      if (rand() < .9) printf ",\"customer\":\"c%d\"", int(rand() * 400)
      printf ",\"themes\":[%s]}\n", rand() < .3 ? "\"price\"" : rand() < .5 ? "\"staff\",\"price\"" : ""
    }
  }'
}

T=(--terms 8 --by region --per month --asof 2026-10-31)

@test "a group's own words are found, and words that all use are not" {
  texts > r
  fb-metric "${T[@]}" r | jq -r 'select(.fb == "term") | .by.region + " " + .term' > got
  grep -qx 'EU late' got
  grep -qx 'EU ferry' got
  grep -qx 'AP 座位' got
  grep -qx 'AP 乾淨' got
  run grep -E ' (the|and|was)$' got
  assert_failure
  # "late ferry" says no more than "late"
  run grep -x 'EU late ferry' got
  assert_failure
}

@test "customers count once, and every figure can be worked out again" {
  texts > r
  fb-metric "${T[@]}" r > m
  run python3 - r m <<-'EOF'
	import json, math, sys
	users, size, heard = {}, {}, set()
	for line in open(sys.argv[1]):
	    r = json.loads(line)
	    if not r['date'].startswith('2026-10'): continue
	    who = (r['region'], r.get('customer') or '/' + r['id'])
	    size.setdefault(r['region'], set()).add(who)
	    t = r['text'].lower()
	    w = [x for x in t.replace('座位乾淨', '').split()]
	    terms = w + [a + ' ' + b for a, b in zip(w, w[1:])]
	    if '座位' in t: terms += ['座位', '位乾', '乾淨']
	    for x in terms: users.setdefault(x, set()).add(who)
	count = {x: len(u) for x, u in users.items() if len(u) >= 5}
	lines = [l for l in map(json.loads, open(sys.argv[2])) if l['fb'] == 'term']
	for l in lines:
	    g = l['by']['region']
	    a = sum(who[0] == g for who in users[l['term']])
	    y, s = count[l['term']], sum(count.values())
	    sa = sum(who[0] == g for x in count for who in users[x])
	    n, nb = len(size[g]), sum(map(len, size.values())) - len(size[g])
	    odds = lambda x, all: math.log((x + y) / (all + s - x - y))
	    z = (odds(a, sa) - odds(y - a, s - sa)) / math.sqrt(1 / (a + y) + 1 / (2 * y - a))
	    g2 = 2 * sum(o * math.log(o * (n + nb) / (r * c)) for o, r, c in ((a, n, y),
	        (y - a, nb, y), (n - a, n, n + nb - y), (nb - y + a, nb, n + nb - y)) if o)
	    assert (l['customers'], l['n'], l['others'], l['tests']) == (a, n,
	        {'n': nb, 'customers': y - a}, len(count)), l
	    assert abs(l['z'] - z) < 1e-6 and abs(l['g2'] - g2) < 1e-6, (l, z, g2)
	assert len(lines) > 5
	EOF
  assert_success
}

@test "terms of shards give the bytes of one run, however they are parted" {
  for seed in 1 2 3; do
    texts 700 $seed > r
    t=("${T[@]}" --by themes --by region,themes)
    fb-metric "${t[@]}" r > one
    grep -q '"fb":"term"' one
    for k in 2 5; do
      rm -f part.*
      shuf --random-source=one r | split -n r/$k - part.
      for p in part.*; do fb-metric "${t[@]}" --partial $p; done |
        shuf --random-source=r | fb-metric "${t[@]}" | cmp - one
    done
  done
}

@test "no term of fewer than K customers is shown with --suppress" {
  texts > r
  fb-metric "${T[@]}" --suppress 40 r > m
  run jq -se 'map(select(.fb == "term")) | length > 0 and all(.customers >= 40)' m
  assert_success
  run fb-metric --terms 5 r
  assert_failure 2
  assert_output --partial '--by'
}
