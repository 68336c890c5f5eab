/** Calendar files: opening one that somebody has sent, and getting one clean entry. */
export const calendarFile = {
  title: 'Kalenderfil',
  choose: 'Vælg en .ics-fil',
  hint: 'En indkaldelse, som nogen har sendt som fil. Vælg den, eller slip den her. Intet gemmes, før du svarer.',
  reading: 'Læser filen …',
  belongs: (invitation: string, meeting: string) => `${invitation} er ${meeting}.`,
  seems: (invitation: string, meeting: string) => `${invitation} ser ud til at være ${meeting}.`,
  replaced: (invitation: string, meeting: string) => `${invitation} er erstattet. Mødet er ${meeting}.`,
  seemsReplaced: (invitation: string, meeting: string) => `${invitation} ser ud til at være erstattet af ${meeting}.`,
  ambiguous: (invitation: string) => `${invitation} kan høre til flere møder.`,
  unlinked: (invitation: string) => `${invitation} hører ikke til et forum.`,
  cancelled: (invitation: string) => `${invitation} er aflyst.`,
  none: 'Der er ingen poster i filen, som kan læses.',
  leftOut: (count: number) => (count === 1 ? '1 post kunne ikke læses.' : `${count} poster kunne ikke læses.`),
  openMeeting: 'Åbn mødet',
  tieIt: 'Knyt til et møde for alle',
  more: (count: number) => `${count} andre poster i filen hører ikke til et forum.`,
  unreadable: {
    'no-calendar': 'Filen er ikke en kalenderfil. Gem indkaldelsen som .ics, og prøv igen.',
    'too-large': 'Filen er for stor. Gem kun indkaldelsen som .ics, og prøv igen.',
  },
} as const
