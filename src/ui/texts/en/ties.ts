import type { LinkingPart } from '../da/linking.ts'

/** Which invitation is which meeting, and what people say of it. */
export const ties: LinkingPart['ties'] = {
  waiting: (count) => (count === 1 ? '1 invitation to look at' : `${count} invitations to look at`),
  questionBelongs: (meeting) => `Is this invitation the meeting ${meeting}?`,
  questionReplaced: (meeting) => `Has the meeting ${meeting} replaced this invitation?`,
  questionWhich: 'Which meeting is this invitation for?',
  invitation: 'The invitation',
  meeting: 'The meeting',
  name: 'Name',
  time: 'Time',
  caller: 'Called by',
  place: 'Place',
  unknown: '–',
  speaksFor: 'What we know',
  yes: 'Yes, it is the meeting',
  yesReplaced: 'Yes, it is replaced',
  other: 'Choose another meeting',
  whichMeeting: 'Meeting',
  tie: 'Tie to the meeting',
  none: 'None of our meetings',
  servesAll: 'The answer counts for everybody who has the invitation.',
  confirmed: (subject) => `"${subject}" is tied to the meeting for everybody`,
  confirmedStale: (subject) => `"${subject}" is replaced for everybody`,
  rejected: (subject) => `"${subject}" is none of the forum's meetings`,
  noIdentity:
    'The invitation cannot be recognised without access to your calendar, so it cannot be tied for everybody from here.',
  tieForAll: (meeting) => `Tie the invitation to the meeting ${meeting} for everybody?`,
  basis: 'Why this meeting?',
  correct: 'Correct for everybody',
  doesNotFit: 'This is wrong',
  doesNotFitMeans: 'You no longer see the meeting here, and the secretariat can see what you have said.',
  disputed: (meeting) =>
    `You have said that the invitation does not belong to ${meeting}. The secretariat can see it. Nothing is removed from your calendar.`,
  takeBack: 'It fits after all',
  disputeSays: (who, invitation) => `${who} says that "${invitation}" does not belong to the meeting.`,
  fits: 'It belongs to the meeting',
}
