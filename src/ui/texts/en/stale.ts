import type { LinkingPart } from '../da/linking.ts'

/** The list of replaced invitations in one's own calendar. */
export const stale: LinkingPart['stale'] = {
  title: 'Dead invitations',
  explain:
    'Invitations in your calendar that another meeting has replaced. Remove them one at a time; nobody else is told.',
  none: 'There are no dead invitations in your calendar.',
  replaced: (invitation, meeting) => `${invitation} is replaced by ${meeting}.`,
  perhapsReplaced: (invitation, meeting) =>
    `${invitation} seems to be replaced by ${meeting}. The secretariat has not confirmed it.`,
}
