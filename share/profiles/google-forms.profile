# google-forms - responses of a form, downloaded as CSV or kept as a workbook.
#
# Traps: the first column is called as the owner's language has it; dates are
# written as the sheet's country does, in a zone such as GMT+1 or in none; the
# questions are the names of columns and may come twice; ticked boxes are
# joined by ", ". Say -c 'text=Why?' -c 'score=How likely?' --scale 1-5.
[match]
Timestamp | Zeitstempel | Horodateur | Marca temporal | Informazioni cronologiche | Carimbo de data/hora | Tijdstempel | Marca de temps | Sygnatura czasowa | Tidstämpel | Tidsstempel | Tidsmerke | Aikaleima | Časová značka | Időbélyeg | Zaman damgası | Dấu thời gian | Отметка времени | Позначка часу | Χρονική σήμανση | タイムスタンプ | 타임스탬프 | 时间戳记 | 時間戳記

[map]
date = Timestamp
date = Zeitstempel
date = Horodateur
date = Marca temporal
date = Informazioni cronologiche
date = Carimbo de data/hora
date = Tijdstempel
date = Marca de temps
date = Sygnatura czasowa
date = Tidstämpel
date = Tidsstempel
date = Tidsmerke
date = Aikaleima
date = Časová značka
date = Időbélyeg
date = Zaman damgası
date = Dấu thời gian
date = Отметка времени
date = Позначка часу
date = Χρονική σήμανση
date = タイムスタンプ
date = 타임스탬프
date = 时间戳记
date = 時間戳記
channel = "Survey"

[identity]
Email Address
Email address
Username
E-Mail-Adresse
Adresse e-mail
Dirección de correo electrónico
Indirizzo email
Endereço de e-mail
E-mailadres
Adres e-mail
E-postadress
メールアドレス
