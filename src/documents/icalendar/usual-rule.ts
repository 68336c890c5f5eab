import type ICAL from 'ical.js'

/**
 * Rules that calendar programs write. Others ("daily, but only on 30 February") can keep the library searching for ever, as
 * can a rule by the second.
 */
export function isUsualRule(rule: InstanceType<typeof ICAL.Recur>): boolean {
  const parts = Object.entries(rule.parts).flatMap(([part, values]) => (values?.length ? [part] : []))
  const only = (...allowed: readonly string[]) => parts.every((part) => allowed.includes(part))
  if (!(rule.interval >= 1 && rule.interval <= 500)) return false
  switch (rule.freq) {
    case 'DAILY':
      return rule.interval === 1 ? only('BYDAY', 'BYMONTH') : only()
    case 'WEEKLY':
      return only('BYDAY')
    case 'MONTHLY':
      return only('BYDAY', 'BYMONTHDAY', 'BYSETPOS') && !(parts.includes('BYDAY') && parts.includes('BYMONTHDAY'))
    case 'YEARLY':
      return only('BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS') && parts.length <= 3
    default:
      return false
  }
}
