import type { DemoDocument } from './write-pdf.ts'

/** What the demo says about one agenda item, in the words of the lists' columns. */
export type ItemSketch = {
  readonly name: string
  readonly title: string
  readonly kind?: 'mutual-briefing' | 'any-other-business' | 'written-briefing' | 'participants' | 'agenda-approval'
  readonly purpose?: 'information' | 'discussion' | 'decision' | 'approval' | 'designation'
  readonly durationMinutes?: number
  readonly presenters?: readonly string[]
  readonly recommendation?: string
  readonly casePresentation?: string
  readonly decision?: string
  readonly minutes?: string
  readonly fromProposal?: string
  readonly enclosures?: readonly EnclosureSketch[]
}

/** One enclosure: a document to be made, a public link, or a promise. */
export type EnclosureSketch =
  | { readonly kind: 'pdf' | 'docx'; readonly title: string; readonly document: Omit<DemoDocument, 'title'> }
  | { readonly kind: 'url'; readonly title: string; readonly url: string }
  | { readonly kind: 'pending'; readonly title: string; readonly owner: string; readonly daysAhead: number }

/** A document for an enclosure, written as lines: "# " starts a section, each other line is a paragraph. */
export function documentOf(from: string, text: string): Omit<DemoDocument, 'title'> {
  const sections = text
    .trim()
    .split(/^# /m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [heading = '', ...paragraphs] = part.split('\n').map((line) => line.trim())
      return { heading, paragraphs: paragraphs.filter((line) => line !== '') }
    })
  return { from, sections }
}
