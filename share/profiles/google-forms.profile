# google-forms - responses of a form, downloaded as CSV or kept as a workbook.
#
# Traps: the first column is called as the owner's language has it; dates are
# written as the sheet's country does, in a zone such as GMT+1 or in none; the
# questions are the names of columns and may come twice; ticked boxes are
# joined by ", ". Say -c 'text=Why?' -c 'score=How likely?' --scale 1-5.
[match]
Timestamp | Zeitstempel | Horodateur | Marca temporal | Informazioni cronologiche | Carimbo de data/hora | Tijdstempel

[map]
date = Timestamp
date = Zeitstempel
date = Horodateur
date = Marca temporal
date = Informazioni cronologiche
date = Carimbo de data/hora
date = Tijdstempel
channel = "Survey"

[identity]
Email Address
Email address
Username
