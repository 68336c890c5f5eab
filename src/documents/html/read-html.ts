import type { Outline, OutlineBlock } from '../../domain/agenda/outline.ts'
import type { Reading } from '../../shared/reading.ts'
import { markContents } from '../mark-contents.ts'
import type { ReadBudget } from '../read-budget.ts'
import { decodeText } from '../text/decode-text.ts'
import { HtmlWalker } from './html-walker.ts'
import { parseHtml } from './parse-html.ts'

/** Reads an HTML page or a saved mail into an outline, as a browser shows its text. Throws UnreadableError. */
export async function readHtml(bytes: Uint8Array, fileName: string, budget: ReadBudget): Promise<Reading<Outline>> {
  const text = decodeText(bytes)
  budget.countText(text.length)
  const walker = new HtmlWalker()
  walker.walk(await parseHtml(text, budget))
  const blocks: readonly OutlineBlock[] = markContents(walker.finish())
  return { value: { source: 'html', fileName, blocks, pageCount: null }, findings: [] }
}
