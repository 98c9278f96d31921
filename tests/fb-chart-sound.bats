# What must hold of every page and of every chart alone: words inside the
# margins and not on each other, none too small, fonts inside, tags, same bytes.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

kinds() {
  fb-chart --list | awk '$1 != "report" && $1 != "letters" { print $1 }'
}

# No word out of place, a sound and tagged file, fonts all inside and subset.
sound() {
  local file
  python3 "$BATS_TEST_DIRNAME/layout.py" "$@"
  for file; do
    qpdf --check "$file" > /dev/null || echo "$file: not sound"
    pdfinfo "$file" | grep -q '^Tagged: *yes' || echo "$file: not tagged"
    pdffonts "$file" | tail -n +3 | awk -v f="$file" '
      $(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes" { print f ": font " $1 }
      END { if (!NR) print f ": no font" }'
  done
}

@test "reports and letters are sound on A4 and on Letter" {
  for data in paired pages; do
    for paper in a4 letter; do
      fb-chart --paper $paper -o $data-$paper.pdf "$DATA/$data.ndjson"
      fb-chart --paper $paper -o again.pdf "$DATA/$data.ndjson"
      cmp $data-$paper.pdf again.pdf
    done
  done
  fb-chart -k letters --paper letter -o letters.pdf "$DATA/paired.ndjson"
  run sound ./*.pdf
  assert_output ""
}

@test "every kind is sound at both sizes, whoever computed the lines" {
  for g in North South East West; do
    for m in 1 2 3 4 5 6; do
      printf '{"fb":"metric","metric":"on time","by":{"depot":"%s"},"period":"2026-0%d","value":%d}\n' $g $m $((m * ${#g} * 7 % 31 + 60))
    done
  done > sql
  for kind in $(kinds); do
    for size in 120x84 250x140; do
      fb-chart -k "$kind" --size $size -o "$kind-$size-a.pdf" "$DATA/paired.ndjson"
      fb-chart -k "$kind" --size $size -o "$kind-$size-b.pdf" "$DATA/pages.ndjson"
      fb-chart -k "$kind" --size $size -o "$kind-$size-c.pdf" sql
    done
  done
  run sound ./*.pdf
  assert_output ""
}

# Dark, middle and light areas of the page in grey: what red and blue become.
@test "a page in grey still tells worse from better" {
  fb-chart -k stack100 -o a.pdf "$DATA/paired.ndjson"
  run python3 -c '
import subprocess
data = subprocess.run(["pdftoppm", "-gray", "-r", "60", "a.pdf"], capture_output=True).stdout
pixels = data.split(b"\n", 3)[3]
common = sorted((pixels.count(v), v) for v in set(pixels))[-4:]
tones = sorted(v for n, v in common)
print(len(tones), min(b - a for a, b in zip(tones, tones[1:])) >= 20)'
  assert_output "4 True"
}

@test "an accessible text stands for each chart: its finding, what is shown, its source" {
  for kind in $(kinds); do
    fb-chart -k "$kind" -o a.pdf "$DATA/paired.ndjson"
    run pdftotext -raw a.pdf -
    assert_line --index 0 --partial 'Would recommend: 5, down 37 on September, clearly worse'
    assert_line --partial 'Net Promoter Score'
    assert_line --partial 'Source: Deck and kiosk surveys of three routes; n = 132'
  done
}
