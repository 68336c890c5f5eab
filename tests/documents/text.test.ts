import { expect, test } from 'vitest'
import { blocksOf, linesOf, paragraphsOf } from './support/outline-lines.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('each encoding Danish files come in is read', async () => {
  const text = 'Mødet på Ærø: afbud fra Åse'
  const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const wide = new Uint8Array(new Uint16Array(Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0))).buffer)
  for (const bytes of [bytesOf(text), bytesOf(`\ufeff${text}`), latin, wide])
    expect(linesOf(await blocksOf(bytes))).toEqual([text])
})

test('a wrapped text is joined to paragraphs, its short lines are not', async () => {
  const text = [
    'Tid: 4. maj 2023',
    'Sted: Kulturhuset',
    '',
    '1. Nyt fra formanden',
    'Formanden fortalte om besøget hos naboforeningen, hvor der var stor interesse',
    'for et samarbejde om sommerfesten. Der nedsættes en lille gruppe, som arbejds-',
    'udvalget udpeger.',
    '- Lis indkalder til det første møde, når eksamen er overstået, og der igen er',
    '  tid til frivilligt arbejde',
    '- Bo skriver referat',
    '2. Eventuelt',
  ].join('\n')
  expect(linesOf(await blocksOf(bytesOf(text)))).toEqual([
    'Tid: 4. maj 2023',
    'Sted: Kulturhuset',
    '1. Nyt fra formanden',
    'Formanden fortalte om besøget hos naboforeningen, hvor der var stor interesse for et samarbejde om sommerfesten. Der nedsættes en lille gruppe, som arbejdsudvalget udpeger.',
    '- Lis indkalder til det første møde, når eksamen er overstået, og der igen er tid til frivilligt arbejde',
    '- Bo skriver referat',
    '2. Eventuelt',
  ])
})

test('form feeds end pages; what repeats at their edges is header and footer', async () => {
  const page = (number: number, body: string) => `Grundejerforeningen Solbakken\n\n${body}\n\nSide ${number} af 3\n`
  const text = [page(1, 'Dagsorden'), page(2, 'Regnskabet blev godkendt.'), page(3, 'Eventuelt')].join('\f')
  const paragraphs = paragraphsOf(await blocksOf(bytesOf(text)))
  expect(
    paragraphs.filter((block) => block.role === 'body').map((block) => [block.text, block.page, block.startsPage]),
  ).toEqual([
    ['Dagsorden', 1, false],
    ['Regnskabet blev godkendt.', 2, false],
    ['Eventuelt', 3, false],
  ])
  expect(paragraphs.filter((block) => block.role !== 'body')).toHaveLength(6)
})

test('marks of Markdown are read as looks, levels, links and tables', async () => {
  const text =
    '# Referat\n\n**Beslutning:** Godkendt, se [bilag 2](https://eksempel.example/2)\n\n| Navn | Skole |\n|---|---|\n| Bo | Fjordskolen |\n\nPunkter\n-------\n'
  const blocks = await blocksOf(bytesOf(text))
  expect(linesOf(blocks)).toEqual([
    'Referat',
    'Beslutning: Godkendt, se bilag 2',
    'Navn | Skole',
    'Bo | Fjordskolen',
    'Punkter',
  ])
  expect(blocks[1]?.kind === 'paragraph' && blocks[1].runs.map((run) => [run.bold, run.href])).toEqual([
    [true, null],
    [false, null],
    [false, 'https://eksempel.example/2'],
  ])
  expect(paragraphsOf(blocks).map((block) => block.headingLevel)).toEqual([1, null, null, null, null, null, 2])
})

test('a forwarded mail loses its quotation marks, not its words', async () => {
  const text = '> Fra: Lis\n> Emne: Dagsorden\n>\n> 1. Velkomst\n> 2. Valg\n'
  expect(linesOf(await blocksOf(bytesOf(text)))).toEqual(['Fra: Lis', 'Emne: Dagsorden', '1. Velkomst', '2. Valg'])
})

test('columns made with spaces become tabs', async () => {
  const text = 'Til stede:     Anna Bech        Havneby Skole\n               Bo Lind          Fjordskolen\n'
  expect(linesOf(await blocksOf(bytesOf(text)))).toEqual([
    'Til stede:\tAnna Bech\tHavneby Skole',
    'Bo Lind\tFjordskolen',
  ])
})
