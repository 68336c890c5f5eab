// Marks that converters leave in text copies of Word files and web pages; never part of what was written.
const debris: readonly RegExp[] = [
  /\[bookmark:\s*[^\]]*\]/giu,
  /\[image:?\s*[^\]]*\]/giu,
  /<\/?(?:p|br|div|span|strong|em|b|i|u|ul|ol|li)(?:\s[^<>]*)?\/?>/giu,
]

// Nearly every text: letters of Western languages, no tabs, brackets of converters or odd spaces.
const isClean = /^[\x20-\x3b\x3d-\x5a\x5c-\x7e\xa1-\xac\xae-\u02ff\u2013\u2014\u2018-\u201d\u2022]*$/u

const startsSpaced = /^\s*\p{Lu} \p{Lu} \p{Lu} \p{Lu} \p{Lu}/u
const spacedWords = /^\s*\p{Lu}(?: \p{Lu})+(?: {2,}\p{Lu}(?: \p{Lu})+)*(?![\p{L}\p{N}])/u

/** "B I L A G" is a word set with spaces to stand out (O6); letters in the order of the alphabet are a list. */
function joinSpacedLetters(text: string): string {
  if (!startsSpaced.test(text)) return text
  return text.replace(spacedWords, (spaced) => {
    const letters = spaced.replace(/\s/gu, '')
    const areListed = [...letters].every((letter, at, all) => at === 0 || letter > (all[at - 1] ?? ''))
    return areListed ? spaced : spaced.replace(/(?<=\p{Lu}) (?=\p{Lu})/gu, '').replace(/ {2,}/gu, ' ')
  })
}

/**
 * Text as it was meant: NFC, soft hyphens and zero-width marks gone, NBSP and runs of spaces one space, converter
 * debris dropped. Tabs stay, for they part cells and labels.
 */
export function cleanText(text: string): string {
  if (isClean.test(text) && !text.includes('  ') && !startsSpaced.test(text)) return text.trim()
  let clean = text.normalize('NFC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
  for (const mark of debris) clean = clean.replace(mark, ' ')
  return joinSpacedLetters(clean)
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/gu, ' ')
    .replace(/ *\t[ \t]*/gu, '\t')
    .replace(/ {2,}/gu, ' ')
    .trim()
}

/** Bullets as Word, PDF fonts and typists make them. */
const bullet = /^(?:[•●▪■◦○‣·∙❖➢➤►✓✔\uf0b7\uf0a7\uf02d\uf0d8*]|[-–—](?=\s))\s*/u

/** Whether a text, or a list label, starts with a bullet. */
export function startsWithBullet(text: string): boolean {
  return bullet.test(`${text} `)
}

/** The text without the bullet it starts with. */
export function dropBullet(text: string): string {
  return text.replace(bullet, '')
}

/** Letters and digits only, lower case: for comparing titles and labels. */
export function letterKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
