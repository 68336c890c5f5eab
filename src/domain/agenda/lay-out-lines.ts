import type { AgendaLine, LineCell, LineLook } from './agenda-line.ts'
import { type ColumnKind, columnLabels } from './agenda-table-columns.ts'
import { cleanText } from './clean-text.ts'
import { readLook } from './line-look.ts'
import type { Outline, OutlineBlock, OutlineCell, OutlineParagraph, OutlineRun, OutlineTable } from './outline.ts'
import { paragraphsOf, readAgendaTable, readRowStart, textOf } from './read-table-items.ts'
import { splitRuns } from './split-runs.ts'
import { restoreTables } from './tabled-blocks.ts'

type Cursor = { paragraph: number; table: number; gap: boolean; readonly lines: AgendaLine[] }

const longestJoinedCell = 160

/**
 * Lays a document out as lines in reading order. A table row of short cells becomes one line with tabs between the
 * cells, as such rows look in text copies; other rows give their cells one after the other (rule O1 of RULES.md).
 */
export function layOutLines(outline: Outline): readonly AgendaLine[] {
  const cursor: Cursor = { paragraph: 0, table: 0, gap: true, lines: [] }
  for (const block of restoreTables(outline.blocks)) addBlock(block, null, cursor)
  return cursor.lines
}

function addBlock(block: OutlineBlock, cell: LineCell | null, cursor: Cursor): void {
  if (block.kind === 'paragraph') addParagraph(block, cell, cursor)
  else addTable(block, cursor)
}

function addParagraph(paragraph: OutlineParagraph, cell: LineCell | null, cursor: Cursor): void {
  const index = cursor.paragraph++
  const keepTogether = paragraph.headingLevel !== null
  for (const runs of keepTogether ? [paragraph.runs] : splitRuns(paragraph.runs)) {
    const raw = runs.map((run) => run.text).join('')
    const text = cleanText(keepTogether ? raw.replace(/\n/gu, ' ') : raw)
    if (text === '') {
      cursor.gap = true
      continue
    }
    cursor.lines.push({
      paragraph: index,
      text,
      runs,
      listLabel: paragraph.listLabel === '' ? null : paragraph.listLabel,
      listLevel: paragraph.listLevel,
      headingLevel: paragraph.headingLevel,
      style: paragraph.style,
      role: paragraph.role,
      page: paragraph.page,
      look: readLook(text, runs, paragraph),
      gapBefore: cursor.gap || paragraph.startsPage || paragraph.gapBefore === true,
      cell,
      itemRow: false,
    })
    cursor.gap = false
  }
}

function addTable(table: OutlineTable, cursor: Cursor): void {
  const number = cursor.table++
  cursor.gap = true
  const agenda = readAgendaTable(table)
  table.rows.forEach((row, r) => {
    const columns = row.length
    if (agenda !== null && r >= agenda.firstRow)
      addAgendaRow(row, agenda.columns, { table: number, row: r, column: 0, columns }, cursor)
    else if (isPairedRow(row)) addPairedRow(row, { table: number, row: r, column: 0, columns }, cursor)
    else if (isJoinable(row)) addJoinedRow(row, { table: number, row: r, column: 0, columns }, cursor)
    else
      row.forEach((cell, column) => {
        for (const block of cell.blocks) addBlock(block, { table: number, row: r, column, columns }, cursor)
      })
  })
  cursor.gap = true
}

/** A row that is an item: its title as a line marked so, then each other cell under the label its column has (O2). */
function addAgendaRow(
  row: readonly OutlineCell[],
  columns: readonly (ColumnKind | null)[],
  cell: LineCell,
  cursor: Cursor,
): void {
  const start = readRowStart(row, columns)
  const titleAt = columns.indexOf('title')
  row.forEach((part, column) => {
    const kind = columns[column] ?? null
    if (kind === 'number' && start !== null) {
      cursor.paragraph += part.blocks.length
      return
    }
    const from = cursor.lines.length
    const label = kind === null ? null : columnLabels[kind]
    const labelled = label !== null && cleanText(textOf(part)) !== ''
    if (labelled) addLabelLine(`${label}:`, cell, cursor)
    for (const block of part.blocks) addBlock(block, column === titleAt ? { ...cell, column } : null, cursor)
    if (column === titleAt && start !== null) markRowTitle(cursor.lines, from, start)
    if (labelled && cursor.lines[from + 1] !== undefined) joinLabel(cursor.lines, from)
  })
}

function markRowTitle(
  lines: AgendaLine[],
  at: number,
  start: { readonly number: string | null; readonly title: string },
): void {
  const line = lines[at]
  if (line !== undefined)
    lines[at] = { ...line, text: start.title, listLabel: start.number, itemRow: true, gapBefore: true }
}

function addLabelLine(text: string, cell: LineCell, cursor: Cursor): void {
  const look: LineLook = {
    bold: true,
    italic: false,
    capitals: false,
    sizePoints: null,
    indentPoints: null,
    boldLead: '',
  }
  cursor.lines.push({
    paragraph: cursor.paragraph,
    text,
    runs: [],
    listLabel: null,
    listLevel: null,
    headingLevel: null,
    style: null,
    role: 'body',
    page: cursor.lines.at(-1)?.page ?? null,
    look,
    gapBefore: false,
    cell,
    itemRow: false,
  })
}

// "Ansvarlig:" and the name below become one line, as it would be typed.
function joinLabel(lines: AgendaLine[], at: number): void {
  const label = lines[at]
  const value = lines[at + 1]
  if (label === undefined || value === undefined || lines.length !== at + 2 || value.listLabel !== null) return
  lines.splice(at, 2, { ...value, text: `${label.text}\t${value.text}`, cell: label.cell })
}

/** Labels in one cell and their values in the next, line by line: a head laid out with one row (O2). */
function isPairedRow(row: readonly OutlineCell[]): boolean {
  const [left, right] = row.map((cell) => paragraphsOf(cell.blocks))
  if (row.length !== 2 || left === undefined || right === undefined) return false
  return (
    left.length >= 2 &&
    left.length === right.length &&
    left.every((part) => part.text.length <= 40 && /:\s*$/u.test(part.text))
  )
}

function addPairedRow(row: readonly OutlineCell[], cell: LineCell, cursor: Cursor): void {
  const [left, right] = row.map((part) => paragraphsOf(part.blocks))
  left?.forEach((label, i) => {
    const value = right?.[i]
    const cells = [label, value].map((part) => ({ blocks: part === undefined ? [] : [part], columnSpan: 1 }))
    addJoinedRow(cells, cell, cursor)
  })
}

function isJoinable(row: readonly OutlineCell[]): boolean {
  if (row.length < 2) return false
  return row.every((cell) => {
    const paragraphs = cell.blocks.filter((block) => block.kind === 'table' || cleanText(block.text) !== '')
    const only = paragraphs[0]
    if (paragraphs.length > 1) return false
    return (
      only === undefined ||
      (only.kind === 'paragraph' && only.text.length <= longestJoinedCell && !only.text.includes('\n'))
    )
  })
}

function addJoinedRow(row: readonly OutlineCell[], cell: LineCell, cursor: Cursor): void {
  const first = cursor.paragraph
  const paragraphs = row.map((part) => {
    cursor.paragraph += part.blocks.length
    return part.blocks.find(
      (block): block is OutlineParagraph => block.kind === 'paragraph' && cleanText(block.text) !== '',
    )
  })
  const filled = paragraphs.filter((paragraph) => paragraph !== undefined)
  const lead = filled[0]
  if (lead === undefined) return
  const tab: OutlineRun = { text: '\t', bold: false, italic: false, href: null }
  const runs = paragraphs.flatMap((paragraph, i) => [...(i > 0 ? [tab] : []), ...(paragraph?.runs ?? [])])
  const text = paragraphs
    .map((paragraph) => cleanText(paragraph ? withLabel(paragraph) : '').replace(/\t/gu, ' '))
    .join('\t')
  cursor.lines.push({
    paragraph: first,
    text: text.replace(/\t+$/u, ''),
    runs,
    listLabel: null,
    listLevel: null,
    headingLevel: lead.headingLevel,
    style: lead.style,
    role: lead.role,
    page: lead.page,
    look: readLook(text, runs, lead),
    gapBefore: cursor.gap,
    cell,
    itemRow: false,
  })
  cursor.gap = false
}

function withLabel(paragraph: OutlineParagraph): string {
  return paragraph.listLabel === null ? paragraph.text : `${paragraph.listLabel} ${paragraph.text}`
}
