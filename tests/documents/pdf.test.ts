import { expect, test } from 'vitest'
import { buildPdf, lines, type PlacedRule } from './support/build-pdf.ts'
import { blocksOf, linesOf, paragraphsOf } from './support/outline-lines.ts'

const prose = [
  'Fællesrådet har siden foråret arbejdet med en ny plan for de grønne områder ved den gamle havn, og arbejds-',
  'gruppen fremlægger nu sit forslag. Planen dækker både social- og sundhedsområdet samt de stier, der forbin-',
  'der bydelene. Der er afsat midler i budgettet.',
]

test('wrapped lines are one paragraph, hyphens at line ends go, and those that belong stay', async () => {
  const bytes = await buildPdf([
    { texts: [...lines(prose, 60, 80), ...lines(['Rådet drøftede forslaget.', 'Formanden takkede.'], 60, 130)] },
  ])
  expect(linesOf(await blocksOf(bytes))).toEqual([
    'Fællesrådet har siden foråret arbejdet med en ny plan for de grønne områder ved den gamle havn, og arbejdsgruppen fremlægger nu sit forslag. Planen dækker både social- og sundhedsområdet samt de stier, der forbinder bydelene. Der er afsat midler i budgettet.',
    'Rådet drøftede forslaget.',
    'Formanden takkede.',
  ])
})

test('headers, footers and page numbers are marked, and a heading that returns at the top of the text is not', async () => {
  const bytes = await buildPdf(
    [1, 2, 3, 4].map((page) => ({
      texts: [
        { text: 'Fællesrådet for Havnebyen', x: 60, y: 30, size: 8 },
        { text: page % 2 === 0 ? 'Sagsfremstilling' : `Punkt ${page}: Emne`, x: 60, y: 80, size: 13, bold: true },
        ...lines([...prose, 'Sidste linje.'], 60, 110),
        { text: `Side ${page} af 4`, x: 480, y: 800, size: 8 },
      ],
    })),
  )
  const roles = paragraphsOf(await blocksOf(bytes)).map((block) => [
    block.role,
    block.text.slice(0, 16),
    block.headingLevel,
  ])
  expect(roles.filter(([role]) => role === 'header')).toHaveLength(4)
  expect(roles.filter(([role]) => role === 'footer')).toHaveLength(4)
  expect(roles).toContainEqual(['body', 'Sagsfremstilling', 1])
  expect(roles).toContainEqual(['body', 'Punkt 3: Emne', 1])
})

test('a link covers its words only, and over two lines it is one', async () => {
  const first = 'Materialet findes i det nye bilag om stier og broer, som blev sendt ud i går: Bilag 4 om stiernes'
  const bytes = await buildPdf([
    {
      texts: [
        { text: first, x: 60, y: 80, link: ['Bilag 4 om stiernes', 'https://eksempel.example/4.pdf'] },
        {
          text: 'belægning og lys. Resten følger.',
          x: 60,
          y: 92.5,
          link: ['belægning og lys.', 'https://eksempel.example/4.pdf'],
        },
        { text: prose[0] ?? '', x: 60, y: 130 },
      ],
    },
  ])
  const runs = paragraphsOf(await blocksOf(bytes))[0]?.runs.filter((run) => run.href !== null)
  expect(runs).toEqual([
    {
      text: 'Bilag 4 om stiernes belægning og lys.',
      bold: false,
      italic: false,
      href: 'https://eksempel.example/4.pdf',
    },
  ])
})

test('columns are read one after the other', async () => {
  const left = [
    'Bestyrelsen mødtes i klubhuset for',
    'at drøfte den kommende sæson og',
    'de mange nye medlemmer, der er',
    'kommet til i løbet af efteråret. Der',
    'var enighed om at lave en ny plan',
    'for træningen af de yngste hold',
    'og at spørge forældrene til råds.',
  ]
  const right = [
    'Kassereren gennemgik regnskabet,',
    'som viser et lille overskud i år.',
    'Bestyrelsen besluttede at bruge',
    'det på nye mål til bane to, fordi',
    'de gamle er blevet kasseret af',
    'kommunen. Der søges også midler',
    'hos fonden, som plejer at hjælpe.',
  ]
  const bytes = await buildPdf([{ texts: [...lines(left, 60, 80), ...lines(right, 310, 84)] }])
  expect(linesOf(await blocksOf(bytes))).toEqual([left.join(' '), right.join(' ')])
})

test('what stands in line below each other is a table, empty cells included', async () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['Til stede:', 'Anna Bech', 'Havneby Skole'],
    ['', 'Bo Lind', 'Fjordskolen'],
    ['Afbud:', 'Carl Dam', 'Havneby Skole'],
  ]
  const places = [60, 160, 330]
  const bytes = await buildPdf([
    {
      texts: [
        ...rows.flatMap((row, index) =>
          row.map((text, at) => ({ text, x: places[at] ?? 0, y: 80 + index * 16 })).filter(({ text }) => text !== ''),
        ),
        ...lines(prose, 60, 200),
      ],
    },
  ])
  expect(linesOf(await blocksOf(bytes)).slice(0, 3)).toEqual([
    'Til stede: | Anna Bech | Havneby Skole',
    ' | Bo Lind | Fjordskolen',
    'Afbud: | Carl Dam | Havneby Skole',
  ])
})

test('ruled tables keep each cell together, however its lines stand to those beside', async () => {
  const rule = (x: number, y: number, toX: number, toY: number): PlacedRule => ({ x, y, toX, toY })
  const bytes = await buildPdf([
    {
      texts: [
        ...lines(['Punkt'], 64, 84, { bold: true }),
        ...lines(['Indhold'], 184, 84, { bold: true }),
        ...lines(['Nye mål til', 'bane to'], 64, 104),
        ...lines(['Bestyrelsen drøfter tilbud fra to', 'leverandører i maj.', 'Indkøb sker før jul.'], 184, 104),
        ...lines(['Eventuelt'], 64, 150),
        ...lines(['intet af det, som var foreslået, blev', 'nævnt'], 184, 150),
      ],
      rules: [
        ...[80, 100, 146, 180].map((y) => rule(60, y, 340, y)),
        ...[60, 180, 340].map((x) => rule(x, 80, x, 180)),
      ],
    },
  ])
  expect(linesOf(await blocksOf(bytes))).toEqual([
    'Punkt | Indhold',
    'Nye mål til bane to | Bestyrelsen drøfter tilbud fra to leverandører i maj. / Indkøb sker før jul.',
    'Eventuelt | intet af det, som var foreslået, blev nævnt',
  ])
})

test('bullets and numbers parted from their text by a tab go with it', async () => {
  const bytes = await buildPdf([
    {
      texts: [
        { text: '1.', x: 60, y: 80, bold: true },
        { text: 'Godkendelse af dagsorden', x: 90, y: 80, bold: true },
        { text: '•', x: 78, y: 100 },
        {
          text: 'At bestyrelsen godkender dagsordenen med de ændringer, der er sendt ud, og at punkt fem',
          x: 96,
          y: 100,
        },
        { text: 'behandles først', x: 96, y: 112.5 },
        { text: '2.', x: 60, y: 140, bold: true },
        { text: 'Eventuelt', x: 90, y: 140, bold: true },
      ],
    },
  ])
  const blocks = await blocksOf(bytes)
  expect(linesOf(blocks)).toEqual([
    '1. Godkendelse af dagsorden',
    '• At bestyrelsen godkender dagsordenen med de ændringer, der er sendt ud, og at punkt fem behandles først',
    '2. Eventuelt',
  ])
  expect(paragraphsOf(blocks).map((block) => [block.listLabel, block.runs[0]?.bold])).toEqual([
    [null, true],
    ['•', false],
    [null, true],
  ])
})

test('contents lines with dots or with rising page numbers are contents', async () => {
  const entries = ['Velkomst', 'Regnskab', 'Valg', 'Eventuelt']
  const bytes = await buildPdf([
    {
      texts: [
        { text: 'Indhold', x: 60, y: 60, size: 12, bold: true },
        ...entries.flatMap((title, index) => [
          { text: title, x: 60, y: 84 + index * 15 },
          { text: String(index + 2), x: 500, y: 84 + index * 15 },
        ]),
        { text: 'Bilag .................................... 9', x: 60, y: 150 },
        ...lines(prose, 60, 200),
      ],
    },
  ])
  const roles = paragraphsOf(await blocksOf(bytes)).map((block) => block.role)
  expect(roles).toEqual(['contents', 'contents', 'contents', 'contents', 'contents', 'contents', 'body'])
})

test('text drawn twice to look bold is one text, and bold', async () => {
  const bytes = await buildPdf([
    {
      texts: [{ text: 'Beslutning', x: 60, y: 80 }, { text: 'Beslutning', x: 60.3, y: 80 }, ...lines(prose, 60, 100)],
    },
  ])
  expect(paragraphsOf(await blocksOf(bytes))[0]).toMatchObject({ text: 'Beslutning', runs: [{ bold: true }] })
})

test('a ruled table goes on over the page: its header is not repeated, and a row cut in two is one', async () => {
  const sides = (from: number, to: number) => [60, 120, 480].map((x) => ({ x, y: from, toX: x, toY: to }))
  const across = (y: number) => ({ x: 60, y, toX: 480, toY: y })
  const header = (y: number) => [
    { text: 'Pkt.', x: 65, y, bold: true },
    { text: 'Referat', x: 125, y, bold: true },
  ]
  const bytes = await buildPdf([
    {
      texts: [
        ...header(105),
        { text: '1', x: 65, y: 125 },
        { text: 'Godkendt.', x: 125, y: 125 },
        { text: '2', x: 65, y: 145 },
        ...lines(['Havnen får en ny bro, som lægges', 'ud for den gamle, og den bliver'], 125, 145),
        ...lines(
          Array.from({ length: 48 }, (_, line) => `Sætning ${line} om broen slutter.`),
          125,
          172,
        ),
        { text: 'Den gamle bro, der er slidt og', x: 125, y: 775 },
      ],
      rules: [across(100), across(120), across(140), ...sides(100, 800)],
    },
    {
      texts: [
        { text: 'rådden, fjernes i efteråret.', x: 125, y: 45 },
        { text: '3', x: 65, y: 75 },
        { text: 'Intet.', x: 125, y: 75 },
      ],
      rules: [across(70), across(90), ...sides(40, 90)],
    },
  ])
  const rows = (await blocksOf(bytes)).flatMap((block) => (block.kind === 'table' ? linesOf([block]) : []))
  expect(rows.map((row) => row.slice(0, 16))).toEqual([
    'Pkt. | Referat',
    '1 | Godkendt.',
    '2 | Havnen får e',
    '3 | Intet.',
  ])
  expect(rows[2]).toMatch(/Den gamle bro, der er slidt og rådden, fjernes i efteråret\.$/u)
})

test('where each item has a page of its own, its heading and first label are text, not a page header', async () => {
  const bytes = await buildPdf(
    [1, 2, 3, 4].map((page) => ({
      texts: [
        { text: `${page}. Emne nummer ${page}`, x: 60, y: 50, size: 14, bold: true },
        { text: 'Indstilling', x: 60, y: 72, bold: true },
        ...lines(prose, 60, 90),
      ],
    })),
  )
  const roles = new Set(paragraphsOf(await blocksOf(bytes)).map(({ role }) => role))
  expect(roles).toEqual(new Set(['body']))
})

test('a passage set in larger letters is text, not headings', async () => {
  const bytes = await buildPdf([
    {
      texts: [
        ...lines(['Deltagere:', 'Inge Vad, chef', 'Tom Ask, leder', 'Sara Lee, referent', 'Bo Elm'], 60, 60, {
          size: 12,
        }),
        ...lines([...prose, ...prose], 60, 150, { size: 10 }),
      ],
    },
  ])
  expect(paragraphsOf(await blocksOf(bytes)).filter(({ headingLevel }) => headingLevel !== null)).toEqual([])
})

test('numbers of lines down the margin are no text', async () => {
  const texts = [
    'Lokalrådet for Øbakken',
    'Dagsorden',
    '1. Ny bro over åen',
    'Sagsfremstilling',
    'Broen er nedslidt, og lokalrådet har i flere år bedt kommunen om en ny, så skolebørnene kan',
    'komme sikkert over åen om vinteren. Tilbuddet fra entreprenøren er vedlagt som bilag til denne',
    'dagsorden.',
    '2. Fastelavn',
    'Indkøb af tønder fordeles.',
    '3. Lån af telt',
    'Teltet er ledigt.',
    '4. Eventuelt',
  ]
  const placed = lines(texts, 80, 80)
  const numbers = placed.map(({ y }, index) => ({ text: String(index + 1), x: index < 9 ? 55.6 : 50, y }))
  const read = linesOf(await blocksOf(await buildPdf([{ texts: [...placed, ...numbers] }])))
  expect(read[0]).toBe('Lokalrådet for Øbakken')
  expect(read).toContain('2. Fastelavn')
  expect(read.some((line) => /lokalrådet har .* sikkert over åen/u.test(line))).toBe(true)
})

test('numbers in the margin that count the items stay', async () => {
  const texts = Array.from({ length: 12 }, (_, index) => `Emne nummer ${index + 1}`)
  const placed = lines(texts, 80, 80)
  const numbers = placed.map(({ y }, index) => ({ text: String(index + 1), x: 55, y }))
  const read = linesOf(await blocksOf(await buildPdf([{ texts: [...placed, ...numbers] }])))
  expect(read.join(' ')).toMatch(/12\s+Emne nummer 12/u)
})

test('a footer that names the minutes and their day is a footer', async () => {
  const bytes = await buildPdf(
    [1, 2].map((page) => ({
      texts: [...lines(prose, 60, 80), { text: `Referat 3. maj 2024 – ${page}`, x: 240, y: 805, size: 8 }],
    })),
  )
  expect(paragraphsOf(await blocksOf(bytes)).filter(({ role }) => role === 'footer')).toHaveLength(2)
})

test('a list that goes on over the page keeps its numbers apart', async () => {
  const first = '1. at rådet tilslutter sig planen for de grønne områder ved havnen og ved stien langs åen, og'
  const bytes = await buildPdf([
    { texts: [...lines(prose, 60, 80), { text: first, x: 60, y: 780 }] },
    { texts: [{ text: '2. at planen sendes i høring.', x: 60, y: 80 }, ...lines(prose, 60, 110)] },
  ])
  expect(linesOf(await blocksOf(bytes))).toContain('2. at planen sendes i høring.')
})
