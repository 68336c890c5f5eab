/** What was done about a meeting's invitations. */
export const log = {
  title: 'Log',
  explain: 'Alt, hvad Mødetråd selv har gjort ved mødets indkaldelser, og hvad mennesker har sagt om dem.',
  empty: 'Der er ikke sket noget endnu.',
  line: {
    found: (_: string, what: string) => `Mødetråd knyttede selv ${what} til mødet`,
    'found-stale': (_: string, what: string) => `Mødetråd så selv, at ${what} er erstattet`,
    confirmed: (who: string, what: string) => `${who} knyttede ${what} til mødet for alle`,
    'confirmed-stale': (who: string, what: string) => `${who} bekræftede, at ${what} er erstattet`,
    rejected: (who: string, what: string) => `${who} sagde, at ${what} ikke er et af forummets møder`,
    disputed: (who: string, what: string) => `${who} sagde, at ${what} ikke hører til mødet`,
    removed: (who: string, what: string) => `${who} fjernede ${what} fra sin egen kalender`,
    moved: (who: string, what: string) => `${who} flyttede mødet fra ${what}`,
  },
  invitation: (subject: string, day: string) => (day ? `"${subject}" ${day}` : `"${subject}"`),
  metBy: (who: string) => `først set af ${who}`,
  why: 'Hvorfor?',
  undo: 'Fortryd',
  undoLabel: (line: string) => `Fortryd: ${line}`,
  undone: (who: string, when: string) => `Taget tilbage af ${who}, ${when}`,
  undoTitle: 'Tag det tilbage?',
  undoTie: 'Det gælder for alle. Loggen viser, at du har taget det tilbage.',
  taken: 'Det er taget tilbage',
  removedBy: (what: string, removed: number, all: number) =>
    removed >= all
      ? `${what} er fjernet af alle ${all}`
      : `${what} er fjernet af ${removed} af ${all}; ukendt for resten`,
  oldInvitation: 'Den gamle indkaldelse',
  removedHow: 'Hver deltagers egen app melder det, når den gamle er fjernet. Ingen ser i andres kalendere.',
} as const
