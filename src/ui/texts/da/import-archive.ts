import type { Sentences } from './import-review.ts'

/** The sentences of the archive import in Danish; the screen loads them with itself, the command prints them. */
export const importArchiveDa = {
  title: 'Importér arkiv',
  archive: 'Arkiv',
  archiveHint: 'Alle forummets møder, der er holdt, nyeste først.',
  empty: 'Der er ingen holdte møder i arkivet endnu.',
  allForums: 'Alle fora',
  year: (year: string, count: number) => `${year} · ${count === 1 ? '1 møde' : `${count} møder`}`,
  has: {
    none: 'ingen dagsorden',
    draft: 'kladde',
    published: 'dagsorden',
    minutes: 'referat',
    approved: 'godkendt referat',
  },
  hint: 'Vælg en mappe eller mange filer med gamle dagsordener og referater. Mødet findes eller oprettes efter dokumentets dato, og det, der er der i forvejen, røres ikke.',
  closedHint: 'Lukkede punkter udelades.',
  forum: 'Forum',
  chooseFolder: 'Vælg en mappe',
  chooseFiles: 'Vælg filer',
  anyForum: 'Tag også dokumenter, der nævner et andet forum',
  start: (count: number) => (count === 1 ? 'Importér 1 fil' : `Importér ${count} filer`),
  passedOver: (count: number) => `${count} andre filer i mappen læses ikke.`,
  running: 'Importen er i gang',
  leave: {
    title: 'Stop importen?',
    consequence: 'Importen stopper. Det, der er gemt, bliver, og den kan køres igen uden at noget bliver til to.',
    action: 'Stop og forlad',
  },
  stop: 'Stop efter denne fil',
  stopping: 'Stopper efter denne fil …',
  progress: (done: number, all: number) => `${done} af ${all} filer`,
  reading: (name: string) => `Læser ${name} …`,
  again: 'Importér flere',
  goOn: 'Fortsæt',
  report: 'Resultat',
  counts: {
    imported: (count: number) => `${count} importeret`,
    joined: (count: number) => `${count} lagt på et møde, der var der`,
    there: (count: number) => `${count} var der i forvejen`,
    none: (count: number) => `${count} er ikke en dagsorden eller et referat`,
    undated: (count: number) => `${count} uden dato`,
    otherForum: (count: number) => `${count} fra et andet forum`,
    unreadable: (count: number) => `${count} kan ikke læses`,
    failed: (count: number) => `${count} kunne ikke gemmes`,
  },
  entry: {
    imported: 'Importeret',
    joined: 'Lagt på mødet',
    there: 'Findes allerede',
    none: 'Ikke en dagsorden eller et referat',
    undated: 'Mødets dato står ikke i dokumentet',
    otherForum: (named: string) => `Nævner et andet forum: ${named}`,
    unreadable: 'Kan ikke læses',
    failed: 'Kunne ikke gemmes',
  },
  items: (count: number) => (count === 1 ? '1 punkt' : `${count} punkter`),
  doubts: (count: number) => `${count} ting at se på`,
  closed: (count: number) =>
    count === 1 ? '1 lukket punkt og originalen er udeladt' : `${count} lukkede punkter og originalen er udeladt`,
  kept: (count: number) =>
    count === 1 ? '1 tekst var anderledes og blev ikke ændret' : `${count} tekster var anderledes og blev ikke ændret`,
  stopped: {
    asked: 'Stoppet. Kør importen igen for at fortsætte; det, der er gemt, bliver ikke til to.',
    failure: (why: string) =>
      `Importen stoppede: ${why} Kør den igen for at fortsætte; det, der er gemt, bliver ikke til to.`,
  },
  noFiles: 'Der er ingen filer, der kan læses. Dagsordener skal være Word, PDF, tekst, odt eller html.',
} as const

/** Every sentence of the archive import in one language. */
export type ImportArchiveTexts = Sentences<typeof importArchiveDa>
