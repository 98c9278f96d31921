# chatwoot - the report of satisfaction answers that Chatwoot downloads.
#
# Traps: the header is in the account's language, and what a language lacks is
# in English; the last line is no answer but says which days are reported. The
# agent is no customer. Known are English, German, Spanish, Italian, Japanese
# and both Portuguese headers, and what French has; add lines to [match] and
# [map] in a copy of this file for others.
footer = yes

[match]
Rating | Bewertung | Calificación | Valutazione | 評価 | Classificação | Avaliar | Note
Feedback Comment | Feedback-Kommentar | Comentario de opinión | Commento del feedback | フィードバックコメント | Comentário de Feedback
Recorded date | Aufnahmedatum | Fecha registrada | Data di registrazione | 記録日 | Data de gravação
Link to the conversation | Link zur Konversation | Enlace a la conversación | Link alla conversazione | 会話へのリンク | Link para a conversa

[map]
date = Recorded date
date = Aufnahmedatum
date = Fecha registrada
date = Data di registrazione
date = 記録日
date = Data de gravação
channel = "Chat"
score = Rating
score = Bewertung
score = Calificación
score = Valutazione
score = 評価
score = Classificação
score = Avaliar
score = Note
scale = 1-5
text = Feedback Comment
text = Feedback-Kommentar
text = Comentario de opinión
text = Commento del feedback
text = フィードバックコメント
text = Comentário de Feedback
link = Link to the conversation
link = Link zur Konversation
link = Enlace a la conversación
link = Link alla conversazione
link = 会話へのリンク
link = Link para a conversa
review_notes = Review Notes

[identity]
Agent Name
Agentenname
Nombre del agente
Nome dell'agente
担当者名
Nome do Agente
Nome do Representante
Nom de l'agent
Contact Name
Kontaktname
Nombre de Contacto
Nome contatto
連絡先名
Nome do contato
Contact Email Address
Kontakt-E-Mail-Adresse
Correo electrónico de contacto
Indirizzo email contatto
連絡先のメールアドレス
E-mail de contato
Contact Phone Number
Kontakt Telefonnummer
Número de teléfono de contacto
Numero di telefono contatto
連絡先の電話番号
Telefone de contato
