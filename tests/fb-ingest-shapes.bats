# Shapes of exports that profiles describe.
setup() {
  load helper
  IN=$DATA/ingest/shapes
  cd "$BATS_TEST_TMPDIR" || return
}

@test "qualtrics: three header rows, previews are filtered, unfinished is a flag" {
  run fb-ingest "$IN/qualtrics.csv"
  assert_success
  assert_line --index 0 --partial '{"id":"qualtrics:R_1","date":"2026-09-01T08:02:01","source":"qualtrics.csv","channel":"Survey","customer":"c-17","lang":"EN",'
  assert_line --index 0 --partial '"Q1":9,"Q2":"Quick answers"}'
  assert_line --index 1 --partial '"Q1":4,"unfinished":true}'
  assert_line --index 2 --partial '"in":3,"out":2,"filtered":1,"rejected":0,'
  assert_line --index 2 --partial '"skipped":1'
}

@test "surveymonkey: a question is filled from the left and has its option" {
  run fb-ingest "$IN/surveymonkey.csv"
  assert_line --index 0 --partial '"What did you use, if anything? - Shop":"Shop","How can we do better?":"Open earlier","Rate us - Speed":4,"Rate us - Care":5}'
  assert_line --index 1 --partial '"What did you use, if anything? - Phone":"Phone","Rate us - Speed":2}'
  run fb-ingest "$IN/surveymonkey-condensed.csv"
  assert_success
  assert_line --index 0 '{"id":"surveymonkey:77","date":"2026-05-01T10:01:00","source":"surveymonkey-condensed.csv","channel":"Survey","collector":1,"Date Created":"2026-05-01 10:00:00","What did you use?":"Shop","Would you come again?":"Yes"}'
}

@test "typeform: guards go, apostrophes stay, equal questions are numbered" {
  run fb-ingest -q "$IN/typeform.csv"
  assert_success
  assert_line --index 0 --partial '"What is your phone number?":"+49301234567","Other":"this","Other_2":"that"'
  assert_line --index 1 --partial "\"Other_2\":\"'tis fine\""
  assert_line --index 1 --partial '"unfinished":true}'
}

# Chatwoot's columns in the order of its export.
chatwoot_in() { # header
  printf '%s\n%s\n%s\n' "$1" \
    'Kim (kim@x.example),4,"So, so",Ann,ann@x.example,+4930123,https://x/1,2026-05-02' \
    '2026-05-01 - 2026-05-31' > t.csv
}

@test "chatwoot: headers are known in the languages it has them in" {
  chatwoot_in "Agentenname,Bewertung,Feedback-Kommentar,Kontaktname,Kontakt-E-Mail-Adresse,Kontakt Telefonnummer,Link zur Konversation,Aufnahmedatum"
  run fb-ingest -q t.csv
  assert_success
  assert_line --index 0 --partial '"date":"2026-05-02","source":"t.csv","channel":"Chat","score":4,"scale":"1-5","text":"So, so",'
  assert_line --index 0 --partial '"person_Kontakt-E-Mail-Adresse":"ann@x.example"'
  assert_line --index 0 --partial '"link":"https://x/1"'
  assert_line --index 1 --partial '"in":2,"out":1,"filtered":1,'
  assert_line --index 1 --partial '"profiles":["chatwoot"]'
  chatwoot_in "Nombre del agente,Calificación,Comentario de opinión,Nombre de Contacto,Correo electrónico de contacto,Número de teléfono de contacto,Enlace a la conversación,Fecha registrada"
  run fb-ingest -q t.csv
  assert_success
  assert_line --index 0 --partial '"date":"2026-05-02","source":"t.csv","channel":"Chat","score":4,"scale":"1-5","text":"So, so",'
  assert_line --index 0 --partial '"person_Correo electrónico de contacto":"ann@x.example"'
  assert_line --index 0 --partial '"link":"https://x/1"'
  assert_line --index 1 --partial '"in":2,"out":1,"filtered":1,'
  assert_line --index 1 --partial '"profiles":["chatwoot"]'
  chatwoot_in "Nome dell'agente,Valutazione,Commento del feedback,Nome contatto,Indirizzo email contatto,Numero di telefono contatto,Link alla conversazione,Data di registrazione"
  run fb-ingest -q t.csv
  assert_success
  assert_line --index 0 --partial '"date":"2026-05-02","source":"t.csv","channel":"Chat","score":4,"scale":"1-5","text":"So, so",'
  assert_line --index 0 --partial '"person_Indirizzo email contatto":"ann@x.example"'
  assert_line --index 0 --partial '"link":"https://x/1"'
  assert_line --index 1 --partial '"in":2,"out":1,"filtered":1,'
  assert_line --index 1 --partial '"profiles":["chatwoot"]'
  chatwoot_in "担当者名,評価,フィードバックコメント,連絡先名,連絡先のメールアドレス,連絡先の電話番号,会話へのリンク,記録日"
  run fb-ingest -q t.csv
  assert_success
  assert_line --index 0 --partial '"date":"2026-05-02","source":"t.csv","channel":"Chat","score":4,"scale":"1-5","text":"So, so",'
  assert_line --index 0 --partial '"person_連絡先のメールアドレス":"ann@x.example"'
  assert_line --index 0 --partial '"link":"https://x/1"'
  assert_line --index 1 --partial '"in":2,"out":1,"filtered":1,'
  assert_line --index 1 --partial '"profiles":["chatwoot"]'
  chatwoot_in "Nome do Agente,Classificação,Comentário de Feedback,Nome do contato,E-mail de contato,Telefone de contato,Link para a conversa,Data de gravação"
  run fb-ingest -q t.csv
  assert_success
  assert_line --index 0 --partial '"date":"2026-05-02","source":"t.csv","channel":"Chat","score":4,"scale":"1-5","text":"So, so",'
  assert_line --index 0 --partial '"person_E-mail de contato":"ann@x.example"'
  assert_line --index 0 --partial '"link":"https://x/1"'
  assert_line --index 1 --partial '"in":2,"out":1,"filtered":1,'
  assert_line --index 1 --partial '"profiles":["chatwoot"]'
  chatwoot_in "Nome do Representante,Avaliar,Feedback Comment,Contact Name,Contact Email Address,Contact Phone Number,Link to the conversation,Recorded date"
  run fb-ingest -q t.csv
  assert_line --index 0 --partial '"score":4,"scale":"1-5","text":"So, so","person_Nome do Representante":"Kim (kim@x.example)"'
}

@test "google-forms: the first column is known in many languages" {
  for name in Zeitstempel Horodateur 'Отметка времени' タイムスタンプ 時間戳記 'Zaman damgası'; do
    printf '%s,Why?\n2026/03/05 10:12:44 AM GMT+1,words\n' "$name" > t.csv
    run fb-ingest -q -c 'text=Why?' t.csv
    assert_success
    assert_line --index 0 --partial '"date":"2026-03-05T09:12:44Z","source":"t.csv","channel":"Survey","text":"words"}'
  done
}

@test "chatwoot: the line of the period is no answer, the one before it is" {
  run fb-ingest -q "$IN/chatwoot.csv"
  assert_line --index 1 --partial '"score":2,"scale":"1-5"'
  assert_line --index 2 --partial '"in":3,"out":2,"filtered":1,'
}

@test "a footer in the middle is a row" {
  { sed -n 1,2p "$IN/chatwoot.csv"; echo "Reporting period"; sed -n 3p "$IN/chatwoot.csv"; } > x.csv
  run fb-ingest -q "$PWD/x.csv"
  assert_line --index 3 --partial '"in":3,"out":3,"filtered":0,'
}

@test "only rows of certain authors" {
  run fb-ingest -p "$IN/intercom-like.profile" "$IN/intercom-like.csv"
  assert_success
  assert_line --index 0 --partial '"text":"Hello"'
  assert_line --index 1 --partial '"text":"Is it open?"'
  assert_line --index 2 --partial '"in":3,"out":2,"filtered":1,'
}

@test "cells that are lists become arrays" {
  run fb-ingest -q "$IN/fider.csv"
  assert_success
  assert_line --index 0 --partial '"tags":["ui","night"]}'
}

@test "what names a person is marked, and the redactor drops it" {
  run bash -c "fb-ingest '$IN/fider.csv' '$IN/product.csv' | fb-redact"
  assert_success
  refute_output --partial "Kim"
  run fb-ingest "$IN/product.csv"
  assert_line --index 0 --partial '"person_consumer_name":"Kim R."'
}

@test "profiles of the other exports are found by their headers" {
  for name in cfpb formbricks fider medallia touchpoints; do
    run fb-ingest -q "$IN/$name.csv"
    assert_line --partial "\"profiles\":[\"$name\"]"
  done
  run fb-ingest -q "$IN/forms.csv"
  assert_line --partial '"profiles":["google-forms"]'
  run fb-ingest -q "$IN/product.csv"
  assert_line --partial '"profiles":["trustpilot-product"]'
  run fb-ingest -q "$IN/medallia.csv"
  assert_line --index 1 --partial '"in":2,"out":1,"filtered":1,'
}

@test "a profile's mistakes are named with their line" {
  printf 'headers = many\n' > a.profile
  run fb-ingest -p ./a.profile "$IN/fider.csv"
  assert_failure 2
  assert_output --partial "./a.profile:1: 'headers' is a number of rows"
  printf '[split]\ntags = ""\n' > a.profile
  run fb-ingest -p ./a.profile "$IN/fider.csv"
  assert_failure 2
  assert_output --partial "./a.profile:2: nothing to split at"
}
