import type { DocumentDecisionType, DocumentItemKind } from './agenda-document.ts'
import { itemKinds, mutualBriefingWords } from './danish-item-titles.ts'
import type { ItemSection } from './split-sections.ts'

/** The kind of an item, from its title (K1) or, for mutual briefings, from what the meeting is asked to do (K2). */
export function readItemKind(
  title: string,
  recommendations: readonly string[],
  sections: readonly ItemSection[],
): DocumentItemKind {
  const key = title.toLowerCase().replace(/[\s.:]+$/u, '')
  const byTitle = itemKinds.find(({ forms }) => forms.some((form) => form.test(key)))
  if (byTitle !== undefined) return byTitle.kind
  const asked = recommendations.join(' ').toLowerCase()
  const opening = sections[0]?.lines[0]?.text.toLowerCase() ?? ''
  const isMutual = mutualBriefingWords.some((form) => form.test(asked) || (opening.length < 200 && form.test(opening)))
  return isMutual ? 'gensidig-orientering' : 'item'
}

type Request = { readonly type: DocumentDecisionType; readonly pattern: RegExp }

// The strongest request wins (K3): who is asked to appoint is not merely briefed.
const requests: readonly Request[] = [
  {
    type: 'udpegning',
    pattern: /\b(?:udpeger|udpege|udpeges|udpegning|indstiller kandidater|vælger|vælge|vælges|valg af)\b/iu,
  },
  {
    type: 'godkendelse',
    pattern: /\b(?:godkend(?:er|e|es|else)|tiltræder|tiltrædes|vedtager|vedtages|stadfæst\p{L}*)\b/iu,
  },
  {
    type: 'beslutning',
    pattern:
      /\b(?:beslut(?:ter|te|tes|ning)|tilkendegiver|tager stilling|bevilger|bevilges|anbefaler|afgør|fastsætter|fastlægger|prioriterer|frigives|meddeles|igangsætt\p{L}*)\b/iu,
  },
  {
    type: 'drøftelse',
    pattern:
      /\b(?:drøft(?:er|e|es|else)|input|deler ønsker|deler|udveksler|synspunkter|følger op|kommenter\p{L}*|kvalificer\p{L}*|giver (?:en )?status|rådgiv\p{L}*|bidrager|debatter\p{L}*)\b/iu,
  },
  {
    type: 'orientering',
    pattern: /\b(?:orienter\p{L}*|efterretning|informer\p{L}*|noterer sig|tager .* til efterretning)\b/iu,
  },
]

/** What the meeting is asked to do with the item, from its recommendations; null where nothing is asked (K3). */
export function readDecisionType(
  kind: DocumentItemKind,
  title: string,
  recommendations: readonly string[],
  mark: DocumentDecisionType | null,
): DocumentDecisionType | null {
  const asked = recommendations.join(' ')
  // "indstillet på" asks for a stand, "til efterretning" for no more than that.
  const found = requests.find(({ pattern }) => pattern.test(asked))
  if (found !== undefined) return found.type
  if (mark !== null) return mark
  if (kind === 'gensidig-orientering' || kind === 'skriftlig-orientering') return 'orientering'
  if (kind === 'eventuelt' || kind === 'deltagere') return null
  return requests.find(({ pattern }) => pattern.test(/^\S+/u.exec(title)?.[0] ?? ''))?.type ?? null
}
