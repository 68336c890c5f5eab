/** What answers, forwards, cancellations and mail filters put before a subject. */
const prefixForm =
  /^\s*(?:(?:sv|vs|re|fw|fwd|aw|wg|videresendt|aflyst|annulleret|canceled|cancelled|opdateret|updated|kopi|copy|accepteret|accepted|afvist|declined|foreløbigt? accepteret|tentative)\s*(?:\[\d+\])?\s*:|[[(](?:ekstern|eksternt|external|ext|ekstern mail|ekstern afsender|eksternt? e-?mail)[\])]:?|(?:ekstern|external)\s*:)\s*/i

/** A subject without the prefixes of answers, forwards, cancellations and mail filters, and what they said. */
export type NormalisedSubject = {
  readonly text: string
  readonly isForwarded: boolean
  /** The subject itself says that the meeting is cancelled. */
  readonly saysCancelled: boolean
}

/** Takes "VS: [EKSTERN] Aflyst: " and the like off a subject, at most eight of them. */
export function normaliseSubject(subject: string): NormalisedSubject {
  let text = subject.slice(0, 500)
  let isForwarded = false
  let saysCancelled = false
  for (let turn = 0; turn < 8; turn += 1) {
    const prefix = prefixForm.exec(text)?.[0]
    if (!prefix) break
    isForwarded ||= /^\s*(vs|fwd?|wg|videresendt)/i.test(prefix)
    saysCancelled ||= /aflyst|annulleret|cancell?ed/i.test(prefix)
    text = text.slice(prefix.length)
  }
  return { text: text.trim(), isForwarded, saysCancelled }
}
