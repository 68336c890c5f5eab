/**
 * Folds a text for comparison: small letters, æ ø å written out, other accents dropped. Length may change; never use its
 * positions in the original.
 */
export function foldText(text: string): string {
  const small = text.toLowerCase()
  if (!hasOther(small)) return small
  return small
    .normalize('NFC')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
}

function hasOther(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return true
  return false
}

/** The words of a folded text: runs of letters and digits. A genitive's apostrophe ("KOSU's") falls away. */
export function wordsOf(folded: string): string[] {
  return folded.replace(/['’]s\b/g, '').match(/[a-z0-9]+/g) ?? []
}
