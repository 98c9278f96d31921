#!/usr/bin/env python3
"""scripts.py - write a report whose customers write in many scripts.

usage: scripts.py > scripts.ndjson

Quotes and letters of an invented water company's customers, each in a language
of its own, with names in Latin letters, numbers and marks at the ends of lines,
as such words come; the numbers beside them are made up.
"""
import hashlib
import json

# lang, text. The first words of some are not in the script of the rest.
WORDS = [
    ("he", "התקשרתי ל-Kestrel Water שלוש פעמים (ב-3, ב-7 וב-12 במאי) וחיכיתי 45 דקות בכל פעם. הטכנאי שהגיע בסוף היה "
           "אדיב, אבל החשבון של 1,250 ₪ עדיין שגוי!"),
    ("ar", "اِتَّصَلتُ بشركة Kestrel Water ثلاثَ مرّاتٍ (في 3 و7 و12 مايو) وانتظرتُ 45 دقيقةً في كلِّ مرّة. هل يقرأ أحدٌ رسائلَنا؟ "
           "الفاتورة 1,250 درهمًا ولا تزال خاطئة!"),
    ("th", "ช่างมาถึงตอนบ่าย 2 โมง ทั้งที่นัดไว้ 9.30 น. แต่ซ่อมท่อรั่วที่ชั้น 3 เสร็จภายในครึ่งชั่วโมง น้ำใสแล้ว ขอบคุณทีมงาน Kestrel มากครับ "
           "ที่อธิบายค่าน้ำเดือนนี้ให้ฟังอย่างใจเย็น"),
    ("hi", "पिछले तीन महीनों से बिल गलत आ रहा है। मैंने 18 सितम्बर को Kestrel Water की हेल्पलाइन पर फ़ोन किया, 40 मिनट तक "
           "संगीत सुना, और अंत में किसी ने कहा कि “सिस्टम नहीं मानता”। कृपया मीटर की जाँच करवाइए।"),
    ("zh", "打了三次客服电话，每次都要等40分钟以上。最后来修的师傅很有耐心，把Kestrel App里的水表读数也一起改好了，可是账单上还是1,250元，希望尽快更正！"),
    ("zh-Hant", "水壓恢復正常了，謝謝Kestrel的師傅。不過9月18日的帳單還是多收了1,250元，電話打了三次都沒有人回覆，請盡快處理。"),
    ("ko", "9월 18일에 고객센터로 전화했는데 40분이나 기다렸습니다. 그래도 방문하신 기사님은 친절했고 3층 누수를 30분 만에 고쳐 주셨어요. "
           "Kestrel 앱에서 고지서를 더 쉽게 찾을 수 있으면 좋겠습니다."),
    ("ja", "先月から水圧が戻り助かっています。ただ、請求書（1,250円）の内訳がアプリでは分かりにくく、Kestrelのサポートに3回電話しました。"),
    ("en", "Mended by noon 😀👍🏽 and the crew 👩🏿‍🔧👨‍👩‍👧‍👦 waved 🇫🇷🏳️‍🌈 at my boy. ❤️ 1️⃣ call was enough ☎️."),
    ("fa", "آب دو روز قطع بود و هیچ‌کس پاسخ تلفن را نداد. وقتی تعمیرکار Kestrel آمد، ۳۰ دقیقه‌ای کار را تمام کرد؛ ممنونم."),
    ("ur", "پانی کا دباؤ تین ہفتے سے کم ہے۔ میں نے Kestrel Water کو 3 بار فون کیا لیکن ہر بار 40 منٹ انتظار کرنا پڑا۔"),
    ("he", "Kestrel היא החברה היחידה שעונה בעברית. תודה ל-[NAME] מהמוקד!"),
    ("ar", "WhatsApp أفضل من الهاتف: ردّوا عليّ خلال 10 دقائق (وليس 3 أيام كما في المرة السابقة)."),
    ("bn", "তিন মাস ধরে বিল ভুল আসছে। Kestrel Water-এর লাইনে ৪০ মিনিট অপেক্ষা করেছি, কিন্তু কেউ ফোন ধরেনি।"),
    ("ta", "குழாய் கசிவை 30 நிமிடங்களில் சரிசெய்தார்கள். Kestrel ஊழியர் மிகவும் பொறுமையாக விளக்கினார், நன்றி!"),
    ("ru", "Звонил трижды, каждый раз ждал по 40 минут. Мастер Kestrel приехал 18 сентября и всё исправил за полчаса."),
    ("el", "Περίμενα 40 λεπτά στο τηλέφωνο, αλλά ο τεχνικός της Kestrel ήρθε την ίδια μέρα και το έφτιαξε."),
    ("vi", "Nước đã trong trở lại. Thợ của Kestrel đến đúng giờ, sửa xong trong 30 phút và giải thích hoá đơn rất kỹ."),
]
GROUPS = ["detractor", "passive", "promoter"]
SCORES = {"detractor": 2, "passive": 8, "promoter": 10}
CHANNELS = {"he": "סקר טלפוני", "ar": "استطلاع عبر الويب", "th": "แบบสอบถาม", "zh": "网页调查", "ja": "電話調査",
            "hi": "फ़ोन सर्वेक्षण", "ko": "전화 조사"}


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def record(i):
    lang, text = WORDS[i]
    group = GROUPS[i // 2 % 3]
    return {"id": f"survey:{i:04}", "date": f"2026-10-{i + 1:02}T09:00:00Z", "lang": lang, "text": text, "masks": [],
            "channel": CHANNELS.get(lang, "Web survey"), "score": SCORES[group], "scale": "0-10", "ticket": digest(text)[:16]}


def quote(i):
    rec = record(i)
    return dict(rec, role="voice", span=[0, len(rec["text"].encode())], group=GROUPS[i // 2 % 3],
                sha256=digest(rec["text"]), by={"region": ["צפון", "الشمال", "北部", "ภาคเหนือ", "उत्तर", "North"][i % 6]},
                speaks_for={"est": 20, "share": 0.3})


def of(name):
    return {"kind": "nps", "field": name, "scale": "0-10", "cuts": [6, 9], "tz": "UTC"}


def metric(name, first):
    voices = [quote(i) for i in range(first, first + 6)]
    return {"fb": "metric", "metric": name, "of": of(name),
            "by": {}, "period": "2026-10", "unit": "points", "better": "up", "n": 120, "value": 0, "lo": -14.2, "hi": 14.2,
            "method": "score", "stat": {"missing": 0, "texts": 120, "groups": {g: 40 for g in GROUPS}}, "flags": [],
            "prev": {"period": "2026-09", "value": 18, "diff": -18, "lo": -31, "hi": -5, "p": 0.004, "q": 0.01,
                     "tests": 3, "signal": True},
            "quotes": voices, "voice": {"slots": {g: 2 for g in GROUPS}, "eligible": 118}}


def past(name):
    for back in range(1, 9):
        yield {"fb": "metric", "metric": name, "of": of(name), "by": {}, "period": f"2026-{10 - back:02}", "unit": "points", "better": "up",
               "n": 120, "value": 10 + back % 3 * 4, "lo": back % 3 * 4 - 4, "hi": 24 + back % 3 * 4, "method": "score"}


def letter(i):
    rec = record(i)
    more = [record((i + k) % len(WORDS))["text"] for k in (0, 11)]
    rec.update(id=f"letter:{i:04}", text="\n\n".join([rec["text"]] + more[:1] * 3),
               draw={"stratum": {}, "N": 900, "n": 7, "ticket": rec.pop("ticket")})
    return rec


def main():
    lines = [{"fb": "report", "org": "Kestrel Water", "name": "Words in many scripts", "period": "2026-10", "locale": "en",
              "metrics": ["nps", "visit", "bill"], "source": "Answers in sixteen languages"}]
    for name, words in (("nps", "Would recommend"), ("visit", "The visit"), ("bill", "The bill")):
        lines.append({"fb": "label", "metric": name, "name": words, "note": "NPS, −100 to 100"})
    for k, name in enumerate(("nps", "visit", "bill")):
        lines += [metric(name, 6 * k), *past(name)]
    lines += [letter(i) for i in (0, 1, 2, 3, 4, 6, 9)]
    for line in lines:
        print(json.dumps(line, ensure_ascii=False))


main()
