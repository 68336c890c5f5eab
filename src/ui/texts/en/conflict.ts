import type { Texts } from '../da.ts'

/** Two have changed the same place of the same row. */
export const conflict: Texts['conflict'] = {
  title: 'Two have changed the same thing',
  explain: 'Somebody else changed the same thing while you were writing. Nothing is lost. Choose what is to stand.',
  mine: 'Your text',
  theirs: "The other's text",
  keepMine: 'Use mine',
  keepTheirs: "Keep the other's",
  together: 'Edit together',
  shared: 'Shared text',
  save: 'Save the choice',
  nothing: '(empty)',
  fields: {
    title: 'Title',
    number: 'Number',
    purpose: 'Purpose',
    durationMinutes: 'Minutes',
    presenters: 'Presenters',
    recommendation: 'Recommendation',
    casePresentation: 'Case presentation',
    decision: 'Decision',
    minutes: 'Minutes of the item',
    rationale: 'Case presentation',
    text: 'Status',
    state: 'Handling',
    condition: 'Condition',
    answer: 'Answer',
    other: 'Other',
  },
}
