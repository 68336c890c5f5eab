import type { LinkingPart } from '../da/linking.ts'

/** Calendar files: opening one that somebody has sent, and getting one clean entry. */
export const calendarFile: LinkingPart['calendarFile'] = {
  title: 'Calendar file',
  choose: 'Choose an .ics file',
  hint: 'An invitation that somebody has sent as a file. Choose it, or drop it here. Nothing is stored before you answer.',
  reading: 'Reading the file …',
  belongs: (invitation, meeting) => `${invitation} is ${meeting}.`,
  seems: (invitation, meeting) => `${invitation} seems to be ${meeting}.`,
  replaced: (invitation, meeting) => `${invitation} is replaced. The meeting is ${meeting}.`,
  seemsReplaced: (invitation, meeting) => `${invitation} seems to be replaced by ${meeting}.`,
  ambiguous: (invitation) => `${invitation} may belong to several meetings.`,
  unlinked: (invitation) => `${invitation} does not belong to a forum.`,
  cancelled: (invitation) => `${invitation} is cancelled.`,
  none: 'There are no entries in the file that can be read.',
  leftOut: (count) => (count === 1 ? '1 entry could not be read.' : `${count} entries could not be read.`),
  openMeeting: 'Open the meeting',
  tieIt: 'Tie to a meeting for everybody',
  more: (count) => `${count} other entries in the file do not belong to a forum.`,
  unreadable: {
    'no-calendar': 'The file is not a calendar file. Save the invitation as .ics and try again.',
    'too-large': 'The file is too large. Save only the invitation as .ics and try again.',
  },
}
