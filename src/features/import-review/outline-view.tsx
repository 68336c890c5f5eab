import { useEffect, useRef } from 'react'
import type { Outline, OutlineBlock, OutlineParagraph } from '../../domain/agenda/outline.ts'
import type { Finding } from '../../shared/reading.ts'
import styles from './import-review.module.css'

type Counted = { readonly at: number; readonly block: OutlineBlock }

/** The document as it was read, findings marked at their places; `looking` is the paragraph to bring into view. */
export function OutlineView({
  findings,
  looking,
  outline,
}: {
  findings: readonly Finding[]
  looking: number | null
  outline: Outline
}) {
  const box = useRef<HTMLElement>(null)
  const marked = new Set(findings.flatMap((finding) => (finding.place ? [finding.place.paragraph] : [])))
  useEffect(() => {
    if (looking === null) return
    box.current?.querySelector(`[data-at="${looking}"]`)?.scrollIntoView({ block: 'center' })
  }, [looking])
  const blocks = outline.blocks.map((block, at): Counted => ({ at, block }))
  return (
    <section aria-label={outline.fileName} className={styles['document']} ref={box} tabIndex={0}>
      {blocks.map(({ at, block }) => (
        <div data-at={at} data-looking={looking === at} data-marked={marked.has(at)} key={at}>
          <BlockView block={block} />
        </div>
      ))}
    </section>
  )
}

function BlockView({ block }: { block: OutlineBlock }) {
  if (block.kind === 'paragraph') return <ParagraphView paragraph={block} />
  const rows = block.rows.map((cells, at) => ({ at, cells: cells.map((cell, place) => ({ place, cell })) }))
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.at}>
            {row.cells.map(({ cell, place }) => (
              <td colSpan={cell.columnSpan} key={place}>
                {cell.blocks
                  .map((inner, at) => ({ at, inner }))
                  .map(({ at, inner }) => (
                    <BlockView block={inner} key={at} />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ParagraphView({ paragraph }: { paragraph: OutlineParagraph }) {
  const label = paragraph.listLabel ? `${paragraph.listLabel} ` : ''
  const text = `${label}${paragraph.text}`
  if (paragraph.role !== 'body') return <p className={styles['repeated']}>{text}</p>
  if (paragraph.headingLevel !== null) return <p className={styles['title']}>{text}</p>
  return <p>{text}</p>
}
