"""metric.py - N feedback records for the benchmark of fb-metric.

usage: metric.py N > records.ndjson
Twelve fields each, with words of 60 to 240 bytes; 36 months, 5 regions, 4
channels, 16 plans: with --by region --by channel,plan --per month 280
cells a month. The same bytes for the same N."""
import sys

WORDS = ("the order came late and nobody could say where it was but in the "
         "end the driver called and everything was fine again thank you").split()


def main(count):
    state = 12345
    out = sys.stdout
    for i in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        r = state >> 24
        month, day = r % 36, r // 36 % 28 + 1
        start, long = r // 1009 % 10, 12 + r // 7 % 30
        text = " ".join(WORDS[(start + k) % len(WORDS)] for k in range(long))
        out.write(
            '{"id":"r%d","date":"%d-%02d-%02dT%02d:%02d:00Z","source":"bench",'
            '"channel":"%s","customer":"c%d","score":%d,"scale":"0-10",'
            '"ease":%d,"region":"%s","plan":"p%d","lang":"en","text":"%s"}\n'
            % (i, 2024 + month // 12, month % 12 + 1, day, r // 3 % 24,
               r // 11 % 60, ("web", "app", "mail", "call")[r // 101 % 4],
               r // 13 % 100000, r // 997 % 11, r // 499 % 5 + 1,
               ("EU", "US", "APAC", "LATAM", "MEA")[r // 211 % 5],
               r // 307 % 16, text))


main(int(sys.argv[1]))
