import type { OutlineCell } from '../../domain/agenda/outline.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { childrenNamed } from '../xml/walk-xml.ts'

/** The rows of a `table`, those of its head, body and foot in order. */
export function tableRows(table: XmlElement): XmlElement[] {
  return childrenNamed(table).flatMap((child) =>
    child.name === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.name) ? childrenNamed(child, 'tr') : [],
  )
}

/** Cells that reach down over several rows are given once; below them stand empty cells, so that columns stay in line. */
export function spreadRows(table: XmlElement, rows: readonly OutlineCell[][]): OutlineCell[][] {
  const elements = tableRows(table)
  let reaching: { column: number; span: number; rowsLeft: number }[] = []
  return rows.map((cells, index) => {
    const sources = childrenNamed(elements[index] ?? null).filter((cell) => cell.name === 'td' || cell.name === 'th')
    const spread: OutlineCell[] = []
    const coming: typeof reaching = []
    let column = 0
    const fill = () => {
      for (
        let above = reaching.find((cell) => cell.column === column);
        above !== undefined;
        above = reaching.find((cell) => cell.column === column)
      ) {
        spread.push({ blocks: [], columnSpan: above.span })
        column += above.span
      }
    }
    cells.forEach((cell, at) => {
      fill()
      spread.push(cell)
      const source = sources[at]
      const down = source === undefined ? 1 : spanOf(source, 'rowspan')
      if (down > 1) coming.push({ column, span: cell.columnSpan, rowsLeft: down - 1 })
      column += cell.columnSpan
    })
    fill()
    reaching = [
      ...reaching.map((cell) => ({ ...cell, rowsLeft: cell.rowsLeft - 1 })).filter((cell) => cell.rowsLeft > 0),
      ...coming,
    ]
    return spread
  })
}

/** A cell's `colspan` or `rowspan`, 1 when it has none. */
export function spanOf(cell: XmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.attributes[name] ?? '1', 10)
  return Number.isFinite(span) ? Math.min(200, Math.max(1, span)) : 1
}
