import { Fragment, type ReactNode } from 'react'
import styles from './plain-text.module.css'

type Block =
  | { readonly at: number; readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly at: number; readonly kind: 'list'; readonly entries: readonly Piece[] }

/** A piece of text with its place, which is the only identity it has among its like. */
type Piece = { readonly at: number; readonly text: string }

/** Splits our plain-text form: paragraphs apart by empty lines, "- " bullets, "## " sub-headings. */
function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = []
  let bullets: Piece[] = []
  let lines: string[] = []
  const flush = () => {
    if (lines.length > 0) blocks.push({ at: blocks.length, kind: 'paragraph', text: lines.join('\n') })
    if (bullets.length > 0) blocks.push({ at: blocks.length, kind: 'list', entries: bullets })
    lines = []
    bullets = []
  }
  for (const line of text.split('\n')) {
    if (line.startsWith('- ')) {
      if (lines.length > 0) flush()
      bullets.push({ at: bullets.length, text: line.slice(2) })
    } else if (line.startsWith('## ')) {
      flush()
      blocks.push({ at: blocks.length, kind: 'heading', text: line.slice(3) })
    } else if (line.trim() === '') flush()
    else {
      if (bullets.length > 0) flush()
      lines.push(line)
    }
  }
  flush()
  return blocks
}

const address = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/g

function withLinks(text: string, onOpenLink: (url: string) => void): ReactNode {
  const pieces: Piece[] = text.split(address).map((part, at) => ({ at, text: part }))
  return pieces.map((piece) =>
    piece.at % 2 === 0 ? (
      <Fragment key={piece.at}>{piece.text}</Fragment>
    ) : (
      <a
        href={piece.text}
        key={piece.at}
        onClick={(click) => {
          click.preventDefault()
          onOpenLink(piece.text)
        }}
        rel="noreferrer"
        target="_blank"
      >
        {piece.text}
      </a>
    ),
  )
}

/** Shows text that came from people or documents, as text: nothing in it is ever taken for markup. */
export function PlainText({ onOpenLink, text }: { onOpenLink: (url: string) => void; text: string }) {
  return (
    <div className={styles['text']}>
      {readBlocks(text).map((block) => {
        if (block.kind === 'list') {
          return (
            <ul key={block.at}>
              {block.entries.map((entry) => (
                <li key={entry.at}>{withLinks(entry.text, onOpenLink)}</li>
              ))}
            </ul>
          )
        }
        if (block.kind === 'heading') return <h4 key={block.at}>{block.text}</h4>
        return <p key={block.at}>{withLinks(block.text, onOpenLink)}</p>
      })}
    </div>
  )
}
