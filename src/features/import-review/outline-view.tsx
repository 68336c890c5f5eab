import { memo, useEffect, useRef } from 'react'
import type { NumberedBlock } from '../../domain/agenda/numbered-outline.ts'
import type { OutlineParagraph } from '../../domain/agenda/outline.ts'
import { useGradually } from '../../ui/use-gradually.ts'
import styles from './import-review.module.css'
import { scrollWithin } from './scroll-within.ts'

const blocksAtOnce = 100

type Marks = {
  readonly marked: ReadonlySet<number>
  /** The paragraph to bring into view. */
  readonly looking: number | null
}

/** The document as it was read, doubts marked at their places. */
export const OutlineView = memo(function OutlineView({
  blocks,
  looking,
  marked,
  name,
}: Marks & { blocks: readonly NumberedBlock[]; name: string }) {
  const box = useRef<HTMLElement>(null)
  const needed = looking === null ? 0 : blocks.findLastIndex(({ at }) => at <= looking) + 1
  const shown = useGradually(blocks.length, blocksAtOnce, needed)
  useEffect(() => {
    if (looking !== null) scrollWithin(box.current, `[data-at="${looking}"]`)
  }, [looking])
  return (
    <section aria-label={name} className={styles['document']} ref={box} tabIndex={0}>
      {blocks.slice(0, shown).map((block) => (
        <BlockView block={block} key={block.at} looking={looking} marked={marked} />
      ))}
    </section>
  )
})

const BlockView = memo(function BlockView({ block, looking, marked }: Marks & { block: NumberedBlock }) {
  if (block.kind === 'paragraph')
    return (
      <div data-at={block.at} data-looking={looking === block.at} data-marked={marked.has(block.at)}>
        <ParagraphView paragraph={block.paragraph} />
      </div>
    )
  const rows = block.rows.map((cells, at) => ({ at, cells: cells.map((cell, place) => ({ place, cell })) }))
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.at}>
            {row.cells.map(({ cell, place }) => (
              <td colSpan={cell.columnSpan} key={place}>
                {cell.blocks.map((inner) => (
                  <BlockView block={inner} key={inner.at} looking={looking} marked={marked} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
})

function ParagraphView({ paragraph }: { paragraph: OutlineParagraph }) {
  const label = paragraph.listLabel ? `${paragraph.listLabel} ` : ''
  const text = `${label}${paragraph.text}`
  if (paragraph.role !== 'body') return <p className={styles['repeated']}>{text}</p>
  if (paragraph.headingLevel !== null) return <p className={styles['title']}>{text}</p>
  return <p>{text}</p>
}
