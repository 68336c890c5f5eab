/** The sentences of the import review in Danish. Loaded with the review, not with the first view. */
export const importReviewDa = {
  sum: (items: number, enclosures: number, pending: number, doubts: number) =>
    `${items} punkter, ${enclosures} bilag${pending > 0 ? ` (${pending} eftersendes)` : ''}, ${doubts === 0 ? 'intet at se på' : `${doubts} ting at se på`}`,
  toolbar: 'Rettelser',
  redo: 'Gentag',
  keys: 'Ctrl+Z fortryder, Ctrl+Y gentager. Alt+pil flytter et punkt.',
  undone: 'Fortrudt',
  redone: 'Gentaget',
  doubts: 'Ting at se på',
  doubtOf: (at: number, all: number) => `${at} af ${all}`,
  showDoubts: (count: number) => (count === 1 ? '1 ting at se på' : `${count} ting at se på`),
  ofHead: 'Mødet',
  allWell: 'Alt i dokumentet blev forstået.',
  page: (page: number) => `side ${page}`,
  topic: {
    sameNumber: (number: string) => `Flere punkter har nummer ${number}.`,
    noTitle: 'Punktet har ingen titel. Skriv den, før du gemmer.',
    enclosureTwice: (number: number, one: string, other: string) =>
      `Bilag ${number} er nævnt med to titler: "${one}" og "${other}".`,
    noDate: 'Mødets dato står ikke i dokumentet.',
    otherDate: (document: string, meeting: string) =>
      `Dokumentets dato er ${document}, mødets er ${meeting}. Er det den rigtige fil?`,
    weekday: (printed: string, weekday: string) => `Der står ${weekday}, men datoen er ${printed}.`,
    unplaced: (text: string) => `Ikke lagt noget sted: "${text}"`,
  },
  mend: {
    keep: {
      sameNumber: 'Behold begge numre',
      noTitle: 'Lad den stå tom',
      enclosureTwice: 'Behold begge',
      noDate: 'Lad datoen mangle',
      otherDate: 'Det er den rigtige fil',
      weekday: 'Lad det stå',
      unplaced: 'Tag det ikke med',
      told: 'Set',
    },
    renumberFrom: (number: string) => `Kald det ${number}, og ryk de næste`,
    setNumber: (number: string) => `Kald det ${number}`,
    mergeUp: 'Slå sammen med punktet ovenfor',
    numberEnclosure: (number: number) => `Giv det sidste nummer ${number}`,
    unnumberEnclosure: 'Fjern nummeret fra det sidste',
    setDate: (day: string) => `Datoen er ${day}`,
    placeText: (number: string) => `Læg det i punkt ${number}`,
    placeTextFirst: 'Læg det i det første punkt',
    makeItem: 'Gør det til et punkt',
    done: 'Rettet',
  },
  head: {
    title: 'Mødet i dokumentet',
    date: 'Dato',
    start: 'Fra kl.',
    end: 'Til kl.',
    location: 'Sted',
    participants: (present: number, away: number) => `${present} deltagere${away > 0 ? `, ${away} afbud` : ''}`,
    name: (at: number) => `Navn ${at}`,
    organisation: (name: string) => `Organisation for ${name}`,
    away: (name: string) => `${name} har sendt afbud`,
    awayShort: 'Afbud',
    remove: (name: string) => `Fjern ${name}`,
    add: 'Tilføj en deltager',
    attendance: 'Fremmødet gemmes i punktet Deltagere.',
    notStored: 'En dagsordens deltagere er kun ventede; de gemmes ikke.',
  },
  item: {
    name: (number: string | null, title: string) => `Punkt ${[number, title].filter(Boolean).join(' ')}`,
    untitled: 'uden titel',
    take: (name: string) => `Tag med: ${name}`,
    edit: 'Ret',
    editing: (name: string) => `Ret ${name}`,
    close: 'Færdig',
    up: 'Flyt op',
    down: 'Flyt ned',
    mergeUp: 'Slå sammen med ovenfor',
    number: 'Nr.',
    titleLabel: 'Titel',
    moved: 'Punktet er flyttet',
    merged: 'Punkterne er slået sammen',
    split: 'Punktet er delt',
    left: 'Punktet tages ikke med',
    taken: 'Punktet tages med',
    more: 'Vis teksten',
  },
  text: {
    hint: 'Vælg en linje for at dele punktet eller flytte teksten.',
    lineFrom: 'Fra denne linje:',
    splitHere: 'Nyt punkt herfra',
    moveTo: (role: string) => `Flyt til ${role}`,
    movePart: 'Flyt afsnittet til punkt',
    label: 'Overskrift',
    noLabel: 'ingen',
    moved: (role: string) => `Teksten er flyttet til ${role}`,
    movedToItem: 'Afsnittet er flyttet',
    choose: 'Vælg punkt',
  },
  enclosure: {
    number: 'Bilag nr.',
    title: 'Bilagets titel',
    pending: 'Eftersendes',
    moveTo: 'Flyt til punkt',
    choose: 'Vælg punkt',
    remove: (title: string) => `Fjern bilaget ${title}`,
    removed: 'Bilaget er fjernet',
    moved: 'Bilaget er flyttet',
  },
  tie: {
    heading: (tied: number, fresh: number) =>
      `Mødet har allerede en dagsorden. ${tied} punkter findes, og det nye lægges på dem; ${fresh} er nye.`,
    label: (name: string) => `${name} er`,
    fresh: 'Nyt punkt',
    same: (name: string) => `Samme som ${name}`,
    because: {
      person: 'valgt af dig',
      title: 'samme titel',
      titleAndNumber: 'samme titel og nummer',
      alike: 'titlerne ligner',
      none: 'ligner intet punkt',
    },
    adds: (what: string) => `Lægger til: ${what}`,
    nothing: 'Intet nyt',
    conflict: (role: string) => `To tekster til ${role}`,
    stored: 'På mødet',
    document: 'I dokumentet',
    choice: { agenda: 'Behold mødets', document: 'Brug dokumentets', both: 'Behold begge' },
  },
  next: {
    moved: 'Næste møde er flyttet.',
    created: 'Næste møde er oprettet.',
    stored: (count: number) => `${count} forslag venter på næste møde.`,
    title: 'Næste møde',
    hint: 'Intet oprettes, før du gemmer, og kun det, der er krydset af.',
    create: (day: string) => `Opret mødet ${day}`,
    move: (from: string, to: string) => `Flyt mødet ${from} til ${to}`,
    there: (day: string) => `Mødet ${day} findes allerede`,
    date: 'Dato',
    start: 'Fra kl.',
    end: 'Til kl.',
    replaces: 'Erstatter datoen',
    reason: 'Fordi',
    noTime: 'Skriv, hvornår mødet begynder, så kan det oprettes.',
    proposals: 'Forslag, der venter',
    proposal: (title: string) => `Gem forslaget ${title}`,
    proposalTitle: (at: number) => `Forslag ${at}`,
    condition: (at: number) => `Betingelse for forslag ${at}`,
    conditionShort: 'Betingelse',
    known: 'findes allerede',
  },
  leave: {
    title: 'Forlad importen?',
    consequence: 'Dine rettelser er ikke gemt og går tabt. Filen selv er urørt.',
    action: 'Forlad uden at gemme',
  },
  saved: (added: number, changed: number, same: number) =>
    [
      added > 0 ? `${added} punkter er tilføjet` : '',
      changed > 0 ? `${changed} punkter har fået tekst` : '',
      same > 0 ? `${same} var der i forvejen` : '',
    ]
      .filter(Boolean)
      .join(', '),
} as const

/** The shape of a dictionary: the same sentences, in whichever language. */
export type Sentences<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...words: infer Words) => string
      ? (...words: Words) => string
      : Sentences<T[K]>
}

/** Every sentence of the import review in one language. */
export type ImportReviewTexts = Sentences<typeof importReviewDa>
