const meetingEndings = ['moederne', 'moedernes', 'moedet', 'moedets', 'moeder', 'moedes', 'moede'] as const
const endings = ['ernes', 'erne', 'ens', 'ets', 'met', 'en', 'et', 's', 'e', 'n'] as const

/**
 * What is left of a folded Danish word when "-mødet", the genitive and the article are taken off, so that
 * "klyngestyregruppemøde", "Klyngestyregruppen" and "klyngestyregruppens" are one. Only good for comparing.
 */
export function stemWord(word: string): string {
  let stem = takeOff(word, meetingEndings, 2)
  if (/\d/.test(stem)) return stem
  for (let turn = 0; turn < 4 && stem.length > 4; turn += 1) {
    const shorter = takeOff(stem, endings, 4)
    if (shorter === stem) break
    stem = shorter
  }
  return stem
}

function takeOff(word: string, list: readonly string[], shortest: number): string {
  for (const ending of list) {
    // "forummet" doubles its consonant: of "met" only "et" and one m go, which leaves "forum".
    const kept = ending === 'met' ? 1 : 0
    if (word.length - ending.length >= shortest && word.endsWith(ending) && (kept === 0 || word.endsWith('mmet'))) {
      return word.slice(0, word.length - ending.length)
    }
  }
  return word
}

/** True for "mødet", "møder" and the like standing alone. */
export function isMeetingWord(word: string): boolean {
  return word === 'moede' || (meetingEndings as readonly string[]).includes(word)
}
