import { expect, test } from 'vitest'
import { readText, readWord } from './support/read-invented.ts'

const items = '\n\n1. Velkomst\n\n2. Eventuelt'

async function peopleOf(head: string): Promise<string[]> {
  const { participants } = await readText(`Referat af møde den 3. juni 2024\n${head}${items}`)
  return participants.map(({ name, afbud }) => (afbud ? `${name} (afbud)` : name))
}

test.each([
  ['I mødet deltog Erna Vad, Finn Krog samt leder Tanja Ibsen.', ['Erna Vad', 'Finn Krog', 'Tanja Ibsen']],
  ['Afholdt i fælleshuset. Til stede var: Kaj Lund, Bitten Ro.', ['Kaj Lund', 'Bitten Ro']],
  ['Jeg har fået afbud fra Lars Møll og Conny.', ['Lars Møll (afbud)', 'Conny (afbud)']],
  ['Rita Vium havde meldt afbud.', ['Rita Vium (afbud)']],
  [
    'Fraværende: Verner Tind, der har ferie. Som stedfortræder deltog Gudrun Ask.',
    ['Verner Tind (afbud)', 'Gudrun Ask'],
  ],
  ['Afbud: Troels Emborg (Ejby Kommune), stedfortræder Gry Holm deltog', ['Troels Emborg (afbud)', 'Gry Holm']],
  ['Deltagere: stud. Olga Ravn, ledende overlæge Jesper Hoff, Ib Ko', ['Olga Ravn', 'Jesper Hoff', 'Ib Ko']],
  ['Mødt op: Thea Bo, Ida Ro', ['Thea Bo', 'Ida Ro']],
  ['Afbud: Rita Vium. I stedet deltog lærer Kaj Lund.', ['Rita Vium (afbud)', 'Kaj Lund']],
] as const)('[P6] people are read from sentences too: %s', async (head, people) => {
  expect(await peopleOf(head)).toEqual(people)
})

test('[P2] any word before a colon is a group when full names follow it', async () => {
  const document = await readWord(`#0 Referat af møde den 3. juni 2024
|Til stede:|Region Kattegat: Kontorchef Sidsel Moos\\nFysioterapeuterne: Karin Elm, Rita Vium
|Afbud:|Bo Ko
#A1 Velkomst
#A1 Eventuelt`)
  expect(document.participants.map(({ name }) => name)).toEqual(['Sidsel Moos', 'Karin Elm', 'Rita Vium', 'Bo Ko'])
})

test('[P5] a list of members needs no columns to tick, and "Nej (afbud)" is a no', async () => {
  const listed = await readWord(`#0 Referat af møde den 3. juni 2024
|Navn|Organisation|Bemærkning
|Lars Tang|Region Syd|Medformand
|Kasper Vig|Tønning Kommune|Afbud
#A1 Velkomst
#A1 Eventuelt`)
  expect(listed.participants.map(({ name, afbud }) => [name, afbud])).toEqual([
    ['Lars Tang', false],
    ['Kasper Vig', true],
  ])
  const ticked = await readWord(`#0 Referat af møde den 3. juni 2024
|Navn|Repræsenterer|Til stede
|Anja Frost|Stenbæk Kommune|Ja
|Noor Hadi|PLO|Nej (afbud)
#A1 Velkomst
#A1 Eventuelt`)
  expect(ticked.participants.map(({ name, afbud }) => [name, afbud])).toEqual([
    ['Anja Frost', false],
    ['Noor Hadi', true],
  ])
})

test('[P1] people may stand between the list of items and their treatment', async () => {
  const document = await readText(`Referat af møde i Integrationsrådet den 25. april 2023

Dagsorden
1. Velkomst
2. Status på frivillige
3. Eventuelt

Deltagere
Amira Chaker (formand), Per Lyng
Afbud
Dilan Kaya
Per Lyng deltog til og med punkt 2

1. Velkomst
Formanden bød velkommen.
2. Status på frivillige
Der er 68 frivillige.
3. Eventuelt
Intet.`)
  expect(document.participants.map(({ name, afbud }) => [name, afbud])).toEqual([
    ['Amira Chaker', false],
    ['Per Lyng', false],
    ['Dilan Kaya', true],
  ])
})

test.each([
  ['Deltagere: Sygehusdirektør Anders Skip, bestyrelsesformand Gorm Rask', ['Anders Skip', 'Gorm Rask']],
  ['Deltagere: Ida Bro, Per Dal\nGæster: Oskar Falk under punkt 3', ['Ida Bro', 'Per Dal']],
] as const)('[P2] titles may hold the word of a place, guests of one item are none: %s', async (head, people) => {
  expect(await peopleOf(head)).toEqual(people)
})

test('[P5] initials are a column of a list of members, and "Deltog ikke" is absence', async () => {
  const document = await readWord(`#0 Referat af møde den 3. juni 2024
|Deltager|Initialer|Bemærkning
|Ove Ting, formand|OT|
|Mette Broe|MBR|Deltog ikke (ferie)
#A1 Velkomst
#A1 Eventuelt`)
  expect(document.participants.map(({ name, afbud }) => [name, afbud])).toEqual([
    ['Ove Ting', false],
    ['Mette Broe', true],
  ])
})

test.each([
  [
    'Deltagere:\nBárður í Gerði, afdelingschef, Almannaverkið Norðoya\nEir á Lakjuni',
    ['Bárður í Gerði', 'Eir á Lakjuni'],
  ],
  ['Til stede: Ole "Basse" Krag, Emin Kaplan (A)', ['Ole "Basse" Krag', 'Emin Kaplan']],
  ['Medlemmer / Members:\nLektor Kaj Lund\nAfbud / Apologies: Rita Vium', ['Kaj Lund', 'Rita Vium (afbud)']],
  ['Fraværende: Rita Vium\nRef.: Kaj Lund', ['Rita Vium (afbud)', 'Kaj Lund']],
] as const)('[P2][P7] names, posts and places are told apart: %s', async (head, people) => {
  expect(await peopleOf(head)).toEqual(people)
})

test('[P5] a list of members with a column for titles is no agenda', async () => {
  const document = await readWord(`#0 Referat af møde den 3. juni 2024
Deltagere
|Navn|Titel|Organisation
|Lars Tang|Direktør|Region Syd
|Mona Vig|Chef|Tønning Kommune
#A1 Velkomst
#A1 Eventuelt`)
  expect(document.participants.map(({ name }) => name)).toEqual(['Lars Tang', 'Mona Vig'])
  expect(document.items.map(({ title }) => title)).toEqual(['Velkomst', 'Eventuelt'])
})
