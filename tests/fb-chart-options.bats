# Paper, colours, language and the ending of the file.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

kinds() {
  fb-chart --list | awk '$1 != "report" && $1 != "letters" { print $1 }'
}

# How many dots of a picture have a colour that is no grey.
coloured() {
  pdftoppm -r 40 "$1" page
  python3 -c '
import glob
n = 0
for name in glob.glob("page*.ppm"):
    data = open(name, "rb").read().split(b"\n", 3)[3]
    n += sum(max(data[i:i+3]) - min(data[i:i+3]) > 2 for i in range(0, len(data), 3))
print(n)'
  rm -f page*.ppm
}

@test "a report and letters are as large as the paper that is asked for" {
  for kind in report letters; do
    fb-chart -k "$kind" --paper letter -o a.pdf "$DATA/paired.ndjson"
    run pdfinfo a.pdf
    assert_line --regexp '^Page size: +612 x 792 pts \(letter\)'
    fb-chart -k "$kind" --paper a4 -o a.pdf "$DATA/paired.ndjson"
    fb-chart -k "$kind" -o b.pdf "$DATA/paired.ndjson"
    cmp a.pdf b.pdf
  done
  fb-chart -k bar --paper letter -o a.pdf "$DATA/paired.ndjson"
  run pdfinfo a.pdf
  assert_line --regexp '^Page size: +792 x 612 pts'
  run fb-chart --paper a5 -o a.pdf /dev/null
  assert_failure 2
}

@test "in the grey palette no kind has a colour, and all still differ" {
  grep -v '😀' "$DATA/paired.ndjson" > m
  for kind in report $(kinds); do
    fb-chart -k "$kind" --palette grey -o a.pdf m
    assert_equal "$kind $(coloured a.pdf)" "$kind 0"
  done
  fb-chart -k stack100 -o a.pdf m
  [ "$(coloured a.pdf)" -gt 100 ]
}

@test "a palette is a file of colours by name" {
  echo 'blue = 00ff00' > mine.palette
  fb-chart -k line --palette ./mine.palette -o a.pdf "$DATA/paired.ndjson"
  for name in default safe grey; do
    fb-chart -k bar --palette "$name" -o "$name.svg" "$DATA/paired.ndjson"
  done
  fb-chart -k bar -o plain.svg "$DATA/paired.ndjson"
  cmp plain.svg default.svg
  run cmp plain.svg safe.svg
  assert_failure
  printf 'red = ff0000\npink = ff00ff\n' > mine.palette
  run fb-chart --palette ./mine.palette -o a.pdf /dev/null
  assert_failure 2
  assert_output --partial "./mine.palette:2: no colour of this name"
  echo 'red = bright' > mine.palette
  run fb-chart --palette ./mine.palette -o a.pdf /dev/null
  assert_output --partial "./mine.palette:1: not a colour like 004488"
}

# Contrast of words is 4.5 at least, of marks 3, on white paper.
@test "every palette can be read on white" {
  run python3 -c '
import glob, re, sys
def lum(c):
    v = [int(c[i:i+2], 16) / 255 for i in (0, 2, 4)]
    v = [x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in v]
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]
least = dict(ink=7, text2=4.5, text3=4.5, blue=4.5, red=4.5, mid=3, category1=3, category2=3, category3=3)
for name in sorted(glob.glob(sys.argv[1] + "/share/palettes/*.palette")):
    for key, value in re.findall(r"^(\w+) = (\w+)$", open(name).read(), re.M):
        c = 1.05 / (lum(value) + 0.05)
        if c < least.get(key, 0):
            print(name, key, value, round(c, 2))
' "$ROOT"
  assert_success
  assert_output ""
}

@test "the ending says what is written" {
  fb-chart -k bar -o a.PNG "$DATA/paired.ndjson"
  head -c 4 a.PNG | grep -q PNG
  run fb-chart --size 100x80 -o a.pdf /dev/null
  assert_failure 2
  run fb-chart --title x -o a.pdf /dev/null
  assert_failure 2
}

@test "faces that are missing are told, and others stand in" {
  mkdir data
  cp -R "$ROOT/share/labels" data
  grep -v -e '/Vollkorn' "$ROOT/share/fonts.conf" > data/fonts.conf
  FB_DATADIR=$PWD/data run --separate-stderr fb-chart -o a.pdf "$DATA/paired.ndjson"
  assert_success
  assert_equal "$stderr" "fb-chart: the font Vollkorn is missing, Noto Serif stands in; install fonts-vollkorn"
  run pdffonts a.pdf
  assert_output --partial 'NotoSerif-'
  refute_output --partial 'Vollkorn'
  grep -v -e '/Vollkorn' -e '/Inter' "$ROOT/share/fonts.conf" > data/fonts.conf
  FB_DATADIR=$PWD/data run --separate-stderr fb-chart -o a.pdf "$DATA/paired.ndjson"
  assert_success
  assert_equal "$stderr" "fb-chart: the fonts Inter and Vollkorn are missing, Noto stands in; install fonts-inter and fonts-vollkorn"
}
