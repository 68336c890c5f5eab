import { expect, test } from 'vitest'
import { readText, readWord } from './support/read-invented.ts'

// One habit of those who write agendas a test; all texts are invented.

const titles = (document: { readonly items: readonly { readonly number: string | null; readonly title: string }[] }) =>
  document.items.map(({ number, title }) => `${number ?? '-'} ${title}`)

test('[O2] the agenda of a form starts below its rows of date and people', async () => {
  const document = await readWord(`#0 Møde i Havneudvalget
|Dato|2. maj 2024 kl. 15.00
|Til stede|Ane Bro, Per Dal
|Afbud|Ole Eg
|Punkt|Beslutning
|1. Godkendelse af dagsorden|Godkendt.
|2. Ny flydebro|Tilbud 3 antages.
|3. Eventuelt|Intet.`)
  expect(titles(document)).toEqual(['1 Godkendelse af dagsorden', '2 Ny flydebro', '3 Eventuelt'])
  expect(document.items.map(({ decision }) => decision)).toEqual(['Godkendt.', 'Tilbud 3 antages.', 'Intet.'])
  expect(document.date).toBe('2024-05-02')
})

test('[O5] a head on one line, its parts held apart by dots, is as many lines', async () => {
  const document = await readText(`Referat fra beboermøde
Tirsdag den 4. marts 2025 kl. 19.00 · Fælleshuset · Deltagere: Mia Lund, Jan Kær. Afbud: Eva Holt

1. Godkendelse af dagsorden
Godkendt.

2. Nye skure
Der opføres to.

3. Eventuelt
Intet.`)
  expect(document.location).toBe('Fælleshuset')
  expect(document.participants.map(({ name, afbud }) => [name, afbud])).toEqual([
    ['Mia Lund', false],
    ['Jan Kær', false],
    ['Eva Holt', true],
  ])
})

test('[I1] numbers Word counts over two levels are read, and what is treated is the item', async () => {
  const document = await readWord(`#0 Dagsorden for SU-møde den 3. juni 2024
#A1 Formalia
#A2 Godkendelse af dagsorden
#A2 Godkendelse af referat
#A1 Personale
#A2 Sygefravær
**Indstilling**
- At udvalget drøfter tallene
#A2 Uniformer
**Indstilling**
- At udvalget godkender indkøbet
#A1 Eventuelt`)
  expect(titles(document)).toEqual([
    '1.1 Godkendelse af dagsorden',
    '1.2 Godkendelse af referat',
    '2.1 Sygefravær',
    '2.2 Uniformer',
    '3 Eventuelt',
  ])
})

test('[I4] the last enclosure above Beslutning is no item, though its number would fit', async () => {
  const document = await readWord(`#0 Referat af møde i Kystrådet den 5. marts 2024
#A1 Godkendelse af dagsorden
**Beslutning**
Godkendt.
#A1 Beslutning: Ny mole
**Indstilling**
- At rådet godkender placeringen
**Bilag**
1. Kort over havnen
2. Brev fra sejlklubben
**Beslutning**
Godkendt.
#A1 Eventuelt
**Beslutning**
Intet.`)
  expect(titles(document)).toEqual(['1 Godkendelse af dagsorden', '2 Beslutning: Ny mole', '3 Eventuelt'])
  expect(document.items[1]?.bilag.map(({ title }) => title)).toEqual(['Kort over havnen', 'Brev fra sejlklubben'])
})

test.each([
  ['Budget (B) 10.00-10.20', 'Budget'],
  ['Budget (D/B) 10.40–11.25', 'Budget'],
  ['Fondens kvarter 12.40-13.00 (uden direktion)', 'Fondens kvarter'],
  ['Klagesag (O) LUKKET PUNKT', 'Klagesag'],
  ['Besøg på havnen 2024-2025', 'Besøg på havnen 2024-2025'],
])('[I6] what is printed around a title leaves it: %s', async (printed, title) => {
  const document = await readWord(`#0 Dagsorden for møde den 3. juni 2024
#1 1. Velkomst
#1 2. ${printed}
#1 3. Eventuelt`)
  expect(document.items[1]?.title).toBe(title)
})

test('[I8] a heading "Næste møde" without the number all items bear is an announcement', async () => {
  const document = await readWord(`#0 Referat af bestyrelsesmøde den 3. juni 2024
#1 1. Velkomst
#1 2. Økonomi
#1 3. Eventuelt
#1 Næste møde
Tirsdag den 3. september 2024 kl. 17.00`)
  expect(titles(document)).toEqual(['1 Velkomst', '2 Økonomi', '3 Eventuelt'])
  expect(document.nextMeeting?.date).toBe('2024-09-03')
})

test('[I8] what a web page prints below its text belongs to no item', async () => {
  const document = await readText(`Seniorrådet - Referat
12. juni 2024 kl. 10:00

1 Godkendelse af dagsorden
Beslutning
Godkendt.

2 Eventuelt
Beslutning
Intet.

Sidst opdateret 14. juni 2024
Mosebæk Kommune, Torvet 2`)
  expect(document.items[1]?.decision).toBe('Intet.')
})

test('[B2] a bullet is one enclosure, also where a quarter of the year follows a comma', async () => {
  const document = await readWord(`#0 Dagsorden for møde den 3. juni 2024
#1 1. Regnskab
**Indstilling**
- At rådet godkender regnskabet
**Bilag**
- Regnskab, 1. kvartal 2024
- Notat - åbner i nyt vindue
#1 2. Eventuelt`)
  expect(document.items[0]?.bilag.map(({ title }) => title)).toEqual(['Regnskab, 1. kvartal 2024', 'Notat'])
})

test('[P2] people may be named by initials, and their hours are not those of the meeting', async () => {
  const document = await readText(`Referat af klubmøde d. 7. nov. 2023
Til stede: ABC, DE, FG (kl. 10-11)
Afbud: HI

1. Velkomst
Alle bød velkommen.

2. Eventuelt
Intet.`)
  expect(document.participants.map(({ name, afbud }) => `${name} ${afbud}`)).toEqual([
    'ABC false',
    'DE false',
    'FG false',
    'HI true',
  ])
  expect(document.start).toBeNull()
})

test('[P2] titles of the trade and names of groups stand before names', async () => {
  const document = await readText(`Referat af møde den 3. juni 2024
Deltagere: Kirkeværge Ove Bak, adjunkt Yrsa Lind og Nadia el-Sayed
Direktionen: Direktør Hans Vig

1. Velkomst
Alle bød velkommen.

2. Eventuelt
Intet.`)
  expect(document.participants.map(({ name }) => name)).toEqual(['Ove Bak', 'Yrsa Lind', 'Nadia el-Sayed', 'Hans Vig'])
})

test('[P4] in a row of members the one after "Stedfortræder:" came instead', async () => {
  const document = await readWord(`#0 Referat af møde i Kystrådet den 5. marts 2024
**Medlemmer**
|Grete Holm (formand)|Deltog
|Bo Tang|Afbud|Stedfortræder: Ulla Fjord
#A1 Velkomst
#A1 Eventuelt`)
  expect(document.participants.map(({ name, afbud }) => `${name} ${afbud}`)).toEqual([
    'Grete Holm false',
    'Bo Tang true',
    'Ulla Fjord false',
  ])
})

test('[H1] a year left out is the printed year on which the weekday falls', async () => {
  const document = await readText(`Referat
Mandag 23. september kl. 15.15 i B2.14

1. Introforløbet 2024
Gik godt. Budgettet for 2025 kommer.

2. Eventuelt
Intet.`)
  expect(document.date).toBe('2024-09-23')
  expect(document.location).toBe('B2.14')
})

test('[C4] a heading that says both agenda and minutes leaves it to the decisions', async () => {
  const agenda = await readText(`Dagsorden og referat
Møde den 3. juni 2024

1. Velkomst

2. Økonomi

3. Eventuelt`)
  expect(agenda.kind).toBe('dagsorden')
})

test('[I8] a mail quotes an agenda: the marks of quotation and the greeting are no text of it', async () => {
  const document = await readText(`Fra: Kim Ask <ka@havn.example>
Sendt: 3. marts 2025 09:14
Emne: Dagsorden til bestyrelsesmøde

Dagsordenen til torsdag den 6. marts kl. 19 hos Lone, Kajen 2. Meld afbud til mig senest onsdag.

> 1) Velkomst
> 2) Bådpladser
>    Indstilling: Bestyrelsen godkender reglerne.
> 3) Eventuelt

Mange hilsner
Kim`)
  expect(titles(document)).toEqual(['1 Velkomst', '2 Bådpladser', '3 Eventuelt'])
  expect([document.date, document.start, document.location]).toEqual(['2025-03-06', '19:00', 'hos Lone, Kajen 2'])
  expect(document.items[2]?.body).toEqual([])
})

test('[P1] people may be told of in a sentence, or after "Hvem"', async () => {
  const sentence = await readText(`Referat af møde den 3. juni 2024
Til stede var Ulla Kragh, Kaj Toft og Bente Ravn. Fraværende: Ib Mørk.

1. Velkomst

2. Eventuelt`)
  expect(sentence.participants.map(({ name }) => name)).toEqual(['Ulla Kragh', 'Kaj Toft', 'Bente Ravn', 'Ib Mørk'])
  const form = await readText(`Dagsorden
Hvornår: onsdag 15/5-2024 kl. 19:00
Hvem: Anna Vium, Peter Dahl

1. Velkomst

2. Eventuelt`)
  expect(form.participants.map(({ name }) => name)).toEqual(['Anna Vium', 'Peter Dahl'])
})

test('[I5] a programme may name date and people after it', async () => {
  const document = await readText(`Program for ordinært møde i Dialogforum Kyst
Fredag den 20. september 2024 på Hotel Strandlyst

09.30-09.45  Velkomst
09.45-10.30  Kystsikring
10.30-10.45  Pause
10.45-11.30  Drøftelse af fælles indsats

Deltagere: Lise Abel, Jon Tarp`)
  expect(titles(document)).toEqual(['- Velkomst', '- Kystsikring', '- Drøftelse af fælles indsats'])
  expect(document.participants).toHaveLength(2)
})

test('[I5] what stands above date and hour names the meeting and is no item, whatever its looks', async () => {
  const document = await readWord(`**ÅRSMØDE I KERAMIKFORENINGEN**
Lørdag den 15. marts 2025 kl. 13, Kulturhuset
**VALG AF DIRIGENT**
Ole Krag blev valgt.
**REGNSKAB**
Kassereren gennemgik regnskabet.
**EVENTUELT**
Intet.`)
  expect(titles(document)).toEqual(['- VALG AF DIRIGENT', '- REGNSKAB', '- EVENTUELT'])
  expect([document.kind, document.date]).toEqual(['referat', '2025-03-15'])
})

test('[I9] of a form the field "Titel" is the title', async () => {
  const document = await readWord(`#0 Protokol for Skoleudvalget, 3. april 2025
|Punkt nr.|1
|Titel|Godkendelse af dagsorden
|Beslutning|Godkendt.

|Punkt nr.|2
|Titel|Klassedannelse
|Beslutning|Godkendt som indstillet.`)
  expect(titles(document)).toEqual(['1 Godkendelse af dagsorden', '2 Klassedannelse'])
})

test('[I1] a letter and a number count within the letter', async () => {
  const document = await readWord(`#0 Dagsorden for møde den 3. juni 2024
**A. Meddelelser**
**B. Sager til beslutning**
B1. Budget
Indstilling: Bestyrelsen godkender budgettet.
B2. Åbningstider
Indstilling: Bestyrelsen beslutter åbningstiderne.
**C. Eventuelt**`)
  expect(titles(document)).toContain('B1 Budget')
  expect(titles(document)).toContain('B2 Åbningstider')
})

test('[R1] a list below an open "at" has one request a line, bullets or none', async () => {
  const document = await readText(`Dagsorden for møde den 3. juni 2024

1. Svømmehal
Indstilling
Forvaltningen indstiller, at udvalget
vælger placeringen ved skolen
godkender tidsplanen

2. Eventuelt`)
  expect(document.items[0]?.recommendations).toEqual(['vælger placeringen ved skolen', 'godkender tidsplanen'])
})

test('[I10] a heading on one line with its text is the bold words, or the first sentence', async () => {
  const bold = await readWord(`#0 Referat af møde den 3. juni 2024
**Punkt 1 – Siden sidst.** Alle fik ordet, og turen til stranden var god.
**Punkt 2 – Bemanding.** Der er faste afløsere i ferien, og listen hænger ved døren.
**Punkt 3 – Eventuelt.** Døren til haven binder stadig.`)
  expect(titles(bold)).toEqual(['1 Siden sidst', '2 Bemanding', '3 Eventuelt'])
  expect(bold.items[2]?.body.map(({ text }) => text)).toEqual(['Døren til haven binder stadig.'])
  const plain = await readText(`Referat af møde den 3. juni 2024

1. Siden sidst. Alle fik ordet, og turen til stranden var god.

2. Bemanding. Der er faste afløsere i ferien, og listen hænger ved døren.

3. Eventuelt. Døren til haven binder stadig.`)
  expect(titles(plain)).toEqual(['1 Siden sidst', '2 Bemanding', '3 Eventuelt'])
})

test('[I8] short numbered parts right under their item are items in plain text, when one of them is treated', async () => {
  const document = await readText(`Referat af møde den 3. juni 2024

1. Formalia
Godkendt.

2. Hytten
  2.1 Tag
      Taget er tæt igen.
  2.2 Udlejning
      Thea vil gerne af med opgaven.
      BESLUTNING: Rikke overtager udlejningen.

3. Evt.
Intet.`)
  expect(titles(document)).toEqual(['1 Formalia', '2.1 Tag', '2.2 Udlejning', '3 Evt.'])
})

test('[O2] a column of deadlines is no section, and a pause in the table no item', async () => {
  const document = await readWord(`#0 Referat af bestyrelsesmøde den 3. februar 2025
|Nr.|Punkt|Beslutning|Frist
|1|Ventelisten|Listen lukkes.|15.03.2025
||Pause||
|2|Eventuelt|Intet|
Næste bestyrelsesmøde: 19.3.2025 kl. 18.30`)
  expect(titles(document)).toEqual(['1 Ventelisten', '2 Eventuelt'])
  expect(document.items.map(({ sections }) => sections)).toEqual([['beslutning'], ['beslutning']])
  expect(document.deadlines.map(({ date }) => date)).toEqual(['2025-03-15'])
  expect(document.items[1]?.decision).toBe('Intet')
})

test.each([
  ['Mødet blev holdt i byrådssalen, Tinghuset, og begyndte kl. 18.00', 'byrådssalen, Tinghuset'],
  ['Vi mødes i cafeteriet som sædvanlig.', 'cafeteriet'],
  ['Mandag den 3. juni 2024 fra kl. 16.30 til 18.00 i Orangeriet', 'Orangeriet'],
  ['Mandag den 3. juni 2024 kl. 17.00-19.00, Kulturværftet', 'Kulturværftet'],
])('[H4] the place may be told in a sentence: %s', async (line, location) => {
  const document = await readText(`Referat af møde den 3. juni 2024\n${line}\n\n1. Velkomst\n\n2. Eventuelt`)
  expect(document.location).toBe(location)
})

test('[B2] a comma parts enclosures where the next begins with a word for a paper', async () => {
  const document = await readText(`Dagsorden for møde den 3. juni 2024

1. Banen
Bilag: Brev fra kommunen, Finansieringsplan (eftersendes)

2. Skolen
Bilag: Notat om Skive, Viborg og Randers

3. Eventuelt`)
  expect(document.items.map(({ bilag }) => bilag.map(({ title, pending }) => [title, pending]))).toEqual([
    [
      ['Brev fra kommunen', false],
      ['Finansieringsplan', true],
    ],
    [['Notat om Skive, Viborg og Randers', false]],
    [],
  ])
})

test('[X2] a meeting that "er flyttet til" another day is replaced by it', async () => {
  const document = await readText(`Referat af møde i Kystrådet den 8. oktober 2024

1. Velkomst

2. Eventuelt

Næste møde
Mødet den 26. november 2024 er flyttet til den 10. december 2024 kl. 12.00, da lokalerne er optaget.`)
  expect(document.nextMeeting).toMatchObject({ date: '2024-12-10', replacesDate: '2024-11-26' })
})

test('[I1] numbers may count through the year', async () => {
  const document = await readText(`Referat af bestyrelsesmøde torsdag 14.11.24 kl. 19

24/17 Godkendelse af dagsorden
Godkendt.

24/18 Økonomi
Saldoen er god.

24/19 Eventuelt
Intet.

Næste møde: torsdag 16.1.25 kl. 19`)
  expect(titles(document)).toEqual(['24/17 Godkendelse af dagsorden', '24/18 Økonomi', '24/19 Eventuelt'])
})

test('[I5] bullets right under "Dagsorden:" are items, those further in are not', async () => {
  const document = await readText(`Hej alle

Så er der forældrerådsmøde onsdag den 11/9 kl. 17.

Dagsorden:
• Valg af referent
• Arrangementer
   - høstfest
   - lygtevandring
• Klassekassen
• Eventuelt

Meld gerne tilbage.`)
  expect(titles(document)).toEqual(['- Valg af referent', '- Arrangementer', '- Klassekassen', '- Eventuelt'])
})

test('[R2] "1) ..., og 2) ..." in one sentence are two requests', async () => {
  const document = await readText(`Dagsorden for møde den 3. juni 2024

1. Haltider
Indstilling: Det indstilles, at udvalget 1) godkender fordelingen, og 2) giver afslag til motionsholdene.

2. Eventuelt`)
  expect(document.items[0]?.recommendations).toEqual(['godkender fordelingen', 'giver afslag til motionsholdene.'])
})

test('[C3] a paper that calls itself something else is none, though it speaks of agendas', async () => {
  const document = await readText(`Kommissorium for arbejdsgruppe om natur

Baggrund
Byrådet besluttede den 4. marts 2024 at nedsætte en gruppe.

Medlemmer
- Bo Lund (formand)
- Ida Krag

Mødekadence
Gruppen holder fire møder. Der udsendes dagsorden og referat.

Økonomi
Udgifter afholdes inden for rammen.`)
  expect([document.kind, document.items]).toEqual(['none', []])
})

test('[I9] "Emne: ..." below a number alone is its title, whatever it looks like', async () => {
  const document = await readWord(`#0 Dagsorden for møde den 3. juni 2024
**Punkt 1**
**Emne: Velkomst og godkendelse af dagsorden**
Indstilling: At klyngen godkender dagsordenen
**Punkt 2**
**Emne: Fælles indsats**
Indstilling: At klyngen drøfter indsatsen
**Punkt 3**
**Emne: Eventuelt**`)
  expect(titles(document)).toEqual(['1 Velkomst og godkendelse af dagsorden', '2 Fælles indsats', '3 Eventuelt'])
})

test("[B2] what was said below a list of papers on the label's line is no paper", async () => {
  const document = await readText(`Referat af møde den 3. juni 2024

1. Driften
Materiale: Notat om driften; Oversigt over fejl
Styrelsen gjorde rede for driften siden sidste møde. Oppetiden har været god, og der er kun meldt to fejl ind.
Konklusion: Taget til efterretning.

2. Eventuelt
Intet.`)
  expect(document.items[0]?.bilag.map(({ title }) => title)).toEqual(['Notat om driften', 'Oversigt over fejl'])
})

test('[D3] a decision all in italics ends with them', async () => {
  const document = await readWord(`#0 Referat af møde den 3. juni 2024
#1 1. Ansøgninger
Hou Kirke: nyt varmeanlæg.
*Beslutning: Imødekommet.*
Sonne Kirke: maling af bænke.
*Beslutning: Afslag.*
#1 2. Eventuelt`)
  expect(document.items[0]?.decision).toBe('Imødekommet.\nAfslag.')
})

test('[H6] whose board it is stands above "Bestyrelsesmøde"', async () => {
  const document = await readText(`Havnen i Brejning
Bestyrelsesmøde nr. 47
Dato: 17. september 2025

1. Velkomst

2. Eventuelt`)
  expect(document.forum).toBe('Havnen i Brejning')
})

test('[H5] one who took part on a screen does not move the meeting there', async () => {
  const document = await readText(`Referat af møde den 3. juni 2024
Sted: Rådhuset
Erik Molin deltog på mødet via video.

1. Velkomst

2. Eventuelt`)
  expect([document.location, document.online]).toEqual(['Rådhuset', false])
})

test('[O6] a label set with spaces between its letters is the label', async () => {
  const document = await readText(`Referat af møde i Havneudvalget den 2. maj 2024

1. Ny flydebro
I N D S T I L L I N G
Det indstilles, at tilbud 3 antages.
B E S L U T N I N G
Tiltrådt. For stemte A B F V Ø.

2. Eventuelt
Intet.`)
  expect(document.items[0]?.sections).toEqual(['indstilling', 'beslutning'])
  expect(document.items[0]?.decision).toBe('Tiltrådt. For stemte A B F V Ø.')
})

test('[S2] decisions that are counted through the minutes are decisions', async () => {
  const document = await readText(`Referat af bestyrelsesmøde den 2. maj 2024

1. Nyt tag på bådhuset
Beslutning 1: Tilbuddet fra tømreren antages.
Beslutning 2: Kassereren optager lån.

2. Eventuelt
Intet.`)
  expect(document.items[0]?.decision).toBe('Tilbuddet fra tømreren antages.\nKassereren optager lån.')
})

test('[O4] a list typed with tabs, with bullets and lines set in between, is one list', async () => {
  const document = await readText(`Dagsorden
Møde i Netværk for Cykelstier den 2. maj 2024 kl. 10-12

1.\tVelkomst
2.\tRundtur langs kanalen
3.\tErfaringer med belægning
\t\t- Grus
\t\t- Asfalt
4.\tFælles tælling af cyklister
\tVi skal vælge en uge i september.
\tBilag: Notat om tælling (eftersendes)
5.\tEventuelt`)
  expect(titles(document)).toEqual([
    '1 Velkomst',
    '2 Rundtur langs kanalen',
    '3 Erfaringer med belægning',
    '4 Fælles tælling af cyklister',
    '5 Eventuelt',
  ])
  expect(document.items[3]?.bilag).toMatchObject([{ title: 'Notat om tælling', pending: true }])
})

test('[I1] letters after a point count parts of an item', async () => {
  const document = await readWord(`#0 Referat af møde i Klubben den 2. maj 2024
**1. Godkendelse af dagsorden**
Godkendt.
**2. Orientering**
**2.a Nyt fra havnen**
Der er is.
**2.b Brev fra kommunen**
Beslutning: Brevet besvares.
**3. Eventuelt**
Intet.`)
  expect(titles(document)).toEqual([
    '1 Godkendelse af dagsorden',
    '2.a Nyt fra havnen',
    '2.b Brev fra kommunen',
    '3 Eventuelt',
  ])
})

test('[H2] the hour of the meeting is not that of the groups before it', async () => {
  const document = await readText(`Dagsorden for Kystrådet
Dato:\t2. maj 2024
Gruppemøder:\t8.00-9.00
Møde:\t9.00-11.30

1. Velkomst

2. Eventuelt`)
  expect([document.start, document.end]).toEqual(['09:00', '11:30'])
})

test('[X1] the day of the next meeting is told in passing', async () => {
  const document = await readText(`Dagsorden for Kystrådet den 2. maj 2024 kl. 9-11

1. Velkomst

2. Emner til næste møde, som er torsdag den 6. juni 2024 kl. 10-12

3. Eventuelt`)
  expect(document.nextMeeting).toMatchObject({ date: '2024-06-06', start: '10:00', end: '12:00' })
})

test('[B2] letters that count enclosures are no part of their titles', async () => {
  const document = await readText(`Dagsorden for Kystrådet den 2. maj 2024 kl. 9-11

1. Diget ved Nørrebæk
Bilag:
A: Tegning af diget
B: Svar fra lodsejerne (eftersendes)

2. Eventuelt`)
  expect(document.items[0]?.bilag).toMatchObject([
    { title: 'Tegning af diget', pending: false },
    { title: 'Svar fra lodsejerne', pending: true },
  ])
})
