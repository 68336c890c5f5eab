/** Lines with which mail programs begin an older mail they quote. */
const quoteStarts: readonly RegExp[] = [
  /^\s*-{2,}\s*(oprindelig meddelelse|oprindelig besked|videresendt (meddelelse|besked|mail)|original message|original appointment|oprindelig aftale|forwarded message)\s*-{2,}/i,
  /^\s*(start på videresendt besked|begin forwarded message|videresendt fra)\b/i,
  /^\s*(den|on)\b.{4,120}\b(skrev|wrote)\b.{0,120}:\s*$/i,
]
const headerLine = /^\s*[>*_]*\s*(fra|from|sendt fra)\s*:[*_]*\s+\S/i
const secondHeader = /^\s*[>*_]*\s*(sendt|dato|sent|date|til|to|emne|subject|hvornår|when|cc)\s*:/i

/**
 * What the sender wrote himself: quoted older mails are cut off, from the first line that begins one; lines marked ">"
 * are left out. What an older mail says of dates is old news and no evidence (rule L6).
 */
export function stripQuotedMail(text: string): string {
  const lines = text.slice(0, 200_000).split(/\r?\n/)
  const kept: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (quoteStarts.some((start) => start.test(line)) || beginsHeader(lines, at)) break
    if (!/^\s*>/.test(line)) kept.push(line)
  }
  return trimRule(kept.join('\n'))
}

/** Takes off the line that a mail program draws above what it quotes. */
function trimRule(text: string): string {
  const trimmed = text.trimEnd()
  let end = trimmed.length
  while (end > 0 && (trimmed[end - 1] === '_' || trimmed[end - 1] === '-')) end -= 1
  return trimmed.length - end >= 8 ? trimmed.slice(0, end) : trimmed
}

function beginsHeader(lines: readonly string[], at: number): boolean {
  if (!headerLine.test(lines[at] ?? '')) return false
  return lines.slice(at + 1, at + 5).some((line) => secondHeader.test(line))
}

/** Cuts out the join block that Teams puts into an invitation, between two long lines of underscores. */
export function stripJoinBlock(text: string): string {
  return text.replace(/_{20,}[\s\S]{0,6000}?(?:_{20,}|$)/g, (block) => (/teams/i.test(block) ? '\n' : block))
}
