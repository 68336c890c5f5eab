/** "Flyt mødet": from the wish to what was done and what to write to people. */
export const moving = {
  title: 'Flyt mødet',
  now: (when: string) => `Mødet står nu til ${when}.`,
  unfinished:
    'En flytning væk fra denne dato blev begyndt og ikke gjort færdig. Vælg datoen igen, så gøres den færdig. Der sendes ikke en indkaldelse mere.',
  looking: 'Ser efter mødets indkaldelse i din kalender …',
  date: 'Ny dato',
  from: 'Fra',
  to: 'Til',
  place: 'Sted',
  reason: 'Hvorfor flyttes det?',
  reasonHint: 'Alle ser begrundelsen ved mødets datoer, f.eks. "Falder sammen med en konference".',
  deadlines: 'Flyt fristerne lige så mange dage',
  message: 'Besked',
  messageHint: 'Står i indkaldelsen, når der sendes en ny. Linket til mødet sættes selv ind.',
  preview: 'Se, hvad der sker',
  happens: 'Det sker, når du flytter mødet',
  problem: {
    dateMissing: 'Vælg en dato og et tidspunkt.',
    endBeforeStart: 'Mødet skal slutte, efter det begynder.',
    past: 'Den nye dato skal ligge i fremtiden.',
    same: 'Vælg et andet tidspunkt end det, mødet har nu.',
  },
  consequence: {
    sameInvitation: (when: string, count: number) =>
      `Du har selv indkaldt, så din indkaldelse flyttes til ${when}. Outlook giver de ${count} indbudte besked. Ingen skal slette noget.`,
    newInvitation: (when: string, count: number) =>
      `Der sendes en ny indkaldelse til ${when} fra din kalender til de ${count} andre i forummet, med Teams-møde og link til dagsordenen.`,
    oldBy: (who: string) =>
      `Den gamle indkaldelse er sendt af ${who} og kan ikke flyttes af dig. Den markeres som erstattet; hver deltager fjerner sin egen, og Mødetråd viser knappen.`,
    oldUnknown:
      'Den gamle indkaldelse markeres som erstattet. Hver deltager fjerner sin egen, og Mødetråd viser knappen.',
    onlyHere:
      'Mødetråd må ikke skrive i din kalender, så der sendes ingen indkaldelse herfra. Datoen flyttes her. Indkald selv i Outlook, hvor Mødetråd sætter linket ind.',
    date: (day: string) => `Den gamle dato, ${day}, bliver stående med begrundelsen.`,
    follows: (items: number, proposals: number, notes: number) =>
      `Dagsordenen med ${items} punkter, ${proposals} forslag og ${notes} statusnotater følger med.`,
    deadlines: (proposals: string, notes: string) => `Fristerne flytter med. Nu: forslag ${proposals}, status ${notes}`,
    noUndoSent: 'En indkaldelse, der er sendt, kan ikke kaldes tilbage. Resten kan fortrydes bagefter.',
    noUndoMoved: 'Flytningen kan fortrydes. Så får de indbudte besked fra Outlook igen.',
    undoable: 'Flytningen kan fortrydes bagefter.',
  },
  send: { sameInvitation: 'Flyt mødet', newInvitation: 'Flyt mødet og send', onlyHere: 'Flyt mødet her' },
  moving: 'Flytter mødet …',
  change: 'Ret',
  failedSafe: 'Prøv igen med samme knap; der sendes ikke en indkaldelse mere.',
  done: (when: string) => `Mødet er flyttet til ${when}.`,
  textToSend: 'Tekst, du kan sende',
  copy: 'Kopiér teksten',
  copied: 'Teksten er kopieret',
  copyFailed: 'Teksten kunne ikke kopieres. Markér den, og kopiér selv.',
  undo: 'Fortryd flytningen',
  undoTitle: 'Fortryd flytningen?',
  undoConfirm: {
    sameInvitation: (when: string) =>
      `Mødet og din indkaldelse flyttes tilbage til ${when}, og Outlook giver de indbudte besked.`,
    newInvitation: (when: string) =>
      `Mødet står igen til ${when}, og den gamle indkaldelse gælder. Den nye indkaldelse er sendt og kan ikke kaldes tilbage: aflys den selv i Outlook. Til da vises den som erstattet.`,
    onlyHere: (when: string) => `Mødet står igen til ${when}.`,
  },
  undone: 'Flytningen er fortrudt',
  letter: {
    subject: (forum: string) => `${forum} - ny dato`,
    moved: (forum: string, from: string, to: string) => `Mødet i ${forum} ${from} er flyttet til ${to}.`,
    because: (reason: string) => `Begrundelse: ${reason}`,
    replaces: (from: string) =>
      `Denne indkaldelse erstatter mødet ${from}. Slet selv den gamle i din kalender, eller åbn den i Outlook, så fjerner Mødetråd den for dig.`,
    nothingToDelete: 'Indkaldelsen i din kalender er flyttet, så du skal ikke slette noget.',
    newComes:
      'Du får en ny indkaldelse. Slet selv den gamle i din kalender, eller åbn den i Outlook, så fjerner Mødetråd den for dig.',
    follows: 'Dagsorden, bilag og forslag følger med.',
  },
} as const
