/** The list of replaced invitations in one's own calendar. */
export const stale = {
  title: 'Døde indkaldelser',
  explain:
    'Indkaldelser i din kalender, som et andet møde har erstattet. Fjern dem én ad gangen; ingen andre får besked.',
  none: 'Der er ingen døde indkaldelser i din kalender.',
  replaced: (invitation: string, meeting: string) => `${invitation} er erstattet af ${meeting}.`,
  perhapsReplaced: (invitation: string, meeting: string) =>
    `${invitation} ser ud til at være erstattet af ${meeting}. Sekretariatet har ikke bekræftet det.`,
} as const
