import { Fragment, type ReactNode } from 'react'
import styles from './plain-text.module.css'

type Block = { readonly kind: 'paragraph' | 'heading'; readonly text: string } | { readonly kind: 'list'; readonly entries: readonly string[] }

/** Splits our plain-text form: paragraphs apart by empty lines, "- " bullets, "## " sub-headings. */
function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = []
  let bullets: string[] = []
  let lines: string[] = []
  const flush = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', text: lines.join('\n') })
    if (bullets.length > 0) blocks.push({ kind: 'list', entries: bullets })
    lines = []
    bullets = []
  }
  for (const line of text.split('\n')) {
    if (line.startsWith('- ')) {
      if (lines.length > 0) flush()
      bullets.push(line.slice(2))
    } else if (line.startsWith('## ')) {
      flush()
      blocks.push({ kind: 'heading', text: line.slice(3) })
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
  return text.split(address).map((part, index) =>
    index % 2 === 0 ? (
      <Fragment key={`${index}${part.length}`}>{part}</Fragment>
    ) : (
      <a
        href={part}
        key={`${index}${part}`}
        onClick={(click) => {
          click.preventDefault()
          onOpenLink(part)
        }}
        rel="noreferrer"
        target="_blank"
      >
        {part}
      </a>
    ),
  )
}

/** Shows text that came from people or documents, as text: nothing in it is ever taken for markup. */
export function PlainText({ onOpenLink, text }: { onOpenLink: (url: string) => void; text: string }) {
  return (
    <div className={styles['text']}>
      {readBlocks(text).map((block, index) => {
        const key = `${index}${block.kind}`
        if (block.kind === 'list') {
          return (
            <ul key={key}>
              {block.entries.map((entry, place) => (
                <li key={`${place}${entry}`}>{withLinks(entry, onOpenLink)}</li>
              ))}
            </ul>
          )
        }
        if (block.kind === 'heading') return <h4 key={key}>{block.text}</h4>
        return <p key={key}>{withLinks(block.text, onOpenLink)}</p>
      })}
    </div>
  )
}
