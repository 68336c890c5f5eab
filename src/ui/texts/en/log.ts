import type { LinkingPart } from '../da/linking.ts'

/** What was done about a meeting's invitations. */
export const log: LinkingPart['log'] = {
  title: 'Log',
  explain: "Everything Mødetråd did about the meeting's invitations by itself, and what people have said of them.",
  empty: 'Nothing has happened yet.',
  line: {
    found: (_, what) => `Mødetråd itself tied ${what} to the meeting`,
    'found-stale': (_, what) => `Mødetråd itself saw that ${what} is replaced`,
    confirmed: (who, what) => `${who} tied ${what} to the meeting for everybody`,
    'confirmed-stale': (who, what) => `${who} confirmed that ${what} is replaced`,
    rejected: (who, what) => `${who} said that ${what} is none of the forum's meetings`,
    disputed: (who, what) => `${who} said that ${what} does not belong to the meeting`,
    removed: (who, what) => `${who} removed ${what} from their own calendar`,
    moved: (who, what) => `${who} moved the meeting from ${what}`,
  },
  invitation: (subject, day) => (day ? `"${subject}" ${day}` : `"${subject}"`),
  metBy: (who) => `first seen by ${who}`,
  why: 'Why?',
  undo: 'Undo',
  undoLabel: (line) => `Undo: ${line}`,
  undone: (who, when) => `Taken back by ${who}, ${when}`,
  undoTitle: 'Take it back?',
  undoTie: 'It counts for everybody. The log shows that you have taken it back.',
  taken: 'It is taken back',
  removedBy: (what, removed, all) =>
    removed >= all
      ? `${what} is removed by all ${all}`
      : `${what} is removed by ${removed} of ${all}; unknown for the rest`,
  oldInvitation: 'The old invitation',
  removedHow: "Each participant's own app reports when the old one is removed. Nobody looks into others' calendars.",
}
