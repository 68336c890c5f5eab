import type { Texts } from '../da.ts'

/** What I have read, and what is new since. */
export const reading: Texts['reading'] = {
  isNew: 'new',
  count: (read, all) => `Read ${read} of ${all}`,
  device: 'What you have read is kept on this device only.',
  page: 'What you have read is forgotten when you close the page.',
  waiting: (count) => `${count} items and enclosures`,
}
