// Words of invitations that tell of a move, in small letters. Danish first, English as Outlook users mix it in.
// \p{L} and the u flag, since \b does not know æ, ø and å.

const start = '(?<![\\p{L}\\d])'
const end = '(?![\\p{L}\\d])'

function words(...forms: readonly string[]): RegExp {
  return new RegExp(`${start}(?:${forms.join('|')})${end}`, 'u')
}

/** "erstatter", "i stedet for", "træder i stedet for": what follows is the old. */
export const replaces = words(
  'erstatter',
  'afløser',
  'i ?stedet for',
  'træder i stedet',
  'til erstatning for',
  'en erstatning for',
  'erstatning for',
  'erstatningsdato(?:en)? for',
  'erstatningsmøde(?:t)?(?: for)?',
  'som erstatning for',
  'replaces',
  'replacing',
  'instead of',
  'supersedes',
)
/** "erstattes af": what stands before is the old, what follows the new. */
export const isReplacedBy = words(
  'erstattes (?:af|med)',
  '(?:er|bliver) (?:nu )?erstattet (?:af|med)',
  'afløses af',
  'afløst af',
  '(?:is|has been) replaced by',
)
/** "flyttet", "rykkes", "udskudt": from one date to another. */
export const moves = words(
  '(?:om)?flytte[rst]?',
  'flyttede',
  'om?flyttet',
  'flytning(?:en)?',
  'rykke[rst]?',
  'rykket',
  'fremryk(?:ke[rs]?|ket)',
  'udskud(?:t|te)',
  'udskyde[rs]?',
  'udsat',
  'udsætte[rs]?',
  'omlagt',
  'omlægge[rs]?',
  'omberamme[rst]?',
  'omberammet',
  'skub(?:be[rs]?|bet)',
  'fremskynde[rst]?',
  'fremskyndet',
  'ændret (?:dato|tid)',
  'ændre[rst]? (?:\\p{L}+ )?(?:dato|tid)(?:en|spunkt(?:et)?)?',
  'datoændring',
  'dato(?:en)? (?:er |bliver )?(?:blevet )?ændre[st]',
  'dato(?:en)? ændres',
  '(?:dato|tidspunkt)(?:en|et)? (?:er|bliver) (?:\\p{L}+ )?ændret',
  'ændret til',
  'ændres (?:fra|til)',
  'ændret fra',
  'moved',
  'rescheduled',
  'postponed',
)
/** "aflyst", "kan ikke afholdes": the date in the sentence is dead; where the meeting went must be said elsewhere. */
export const cancels = words(
  'aflys(?:t|es|er|e)',
  'annuller(?:et|es|er|e)',
  'udgår',
  'udgået',
  'bortfald(?:er|et)',
  'nedlægge[rs]',
  'ikke (?:længere )?(?:kan )?(?:\\p{L}+ )?(?:afholdes|gennemføres|holdes)',
  'kan (?:\\p{L}+ )?ikke (?:\\p{L}+ ){0,2}(?:afholdes|gennemføres|holdes|blive)',
  'afholdes ikke',
  'holdes (?:\\p{L}+ )?ikke',
  'blev ikke til noget',
  'cancell?ed',
)
/** "se bort fra", "slet": the invitation named after it is dead. */
export const disregards = words(
  'se (?:venligst |gerne |bare |blot |helt |derfor )?bort fra',
  'ses (?:der )?bort fra',
  'bortse (?:venligst )?fra',
  'bortses fra',
  'slet(?!\\s+(?:ikke|ingen|intet|inden))',
  'slettes',
  'slettet',
  'slette',
  'fjern',
  'fjerne',
  'fjernes',
  'ignorer',
  'ignorere',
  'ignoreres',
  'glem',
  'gælder ikke(?: længere| mere)?',
  'ikke længere (?:gældende|aktuel|gyldig)',
  'disregard',
  'please ignore',
  'delete',
)
/** "oprindeligt planlagt til": the date after it is the old. */
export const originally = words(
  'oprindelig(?:t|e|en)?',
  'tidligere (?:planlagt|udmeldt|indkaldt|annonceret|udsendt|aftalt|berammet)\\p{L}*',
  "skulle (?:have|ha'?) (?:været|ligget|fundet)",
  'skulle (?:egentlig |oprindeligt )?(?:være|have været) (?:den|d\\.|holdt|afholdt)',
  '(?:den )?(?:gammel|gamle|tidligere|oprindelig|gl\\.?) (?:møde)?(?:dato|tid|møde)(?:en|t|et)?',
  'tidl(?:igere|\\.)?(?=\\s*:?\\s*(?:den|d\\.|dato)?\\s*\\d)',
  '(?<=\\()før(?=\\s*:?\\s*(?:den|d\\.)?\\s*\\d)',
  'var (?:først )?(?:planlagt|berammet|indkaldt|sat) til',
  'originally',
  'previously',
  'was scheduled',
)
/** "ny dato: ...": the date after it is the new. */
export const newDate = words(
  'ny (?:møde)?dato(?:en)?',
  'nye (?:møde)?dato(?:en)?',
  'nyt (?:møde)?tidspunkt',
  'nye (?:møde)?tidspunkt',
  'ny mødetid',
  'ny tid',
  'new date',
  'new time',
  'ny indkaldelse',
  'nyt møde',
  'ny invitation',
  'nye (?:kalender|møde)?(?:indkaldelse|invitation)',
  'ny kalenderindkaldelse',
  'ny mødeindkaldelse',
)
/** "i stedet": the date after it is the new, when no "for" follows. */
export const insteadThen = words('i ?stedet(?! for)', 'istedet(?! for)')
/** The date holds after all. */
export const keeps = words(
  'fastholde[rs]?',
  'fastholdt',
  'står ved magt',
  'er uændre(?:t|de)',
  'som (?:oprindeligt )?planlagt',
  'holder fast',
  '(?:afholdes|holdes|gennemføres|bliver) (?:\\p{L}+ ){0,2}alligevel',
  'berøres ikke',
  'påvirkes ikke',
  'gælder (?:stadig|fortsat|uændret)',
  '(?:stadig|fortsat) gælde(?:r|nde)',
  'afholdes (?:stadig|fortsat|uændret)',
  'består',
  'bibeholde[rs]',
  'ændrer ikke ved',
  'har ikke betydning for',
  'unchanged',
  'still stands',
  'as planned',
)
/** "flyttes ikke", "ikke flyttet": a move denied. */
export const deniesMove = words(
  '(?:erstatter|erstattes|afløser|flytte[rs]|rykke[rs]|udskydes|udsættes|aflyses|ændres|berører|påvirker|annullerer|omlægges) (?:\\p{L}+ ){0,2}(?:ikke|ingen)',
  '(?:ikke|hverken|ingen) (?:er )?(?:blevet |bliver )?(?:flyttet|rykket|udskudt|aflyst|ændret|erstattet|omlagt|at flytte|at erstatte|en erstatning)',
  'does not replace',
  'not (?:been )?moved',
  'må ikke slette[s]?',
  'skal ikke slette[s]?',
  'ikke slette[s]?',
)
/** Only thought about, asked or expected. */
export const hedges = words(
  'foreslå\\p{L}*',
  'forslag(?:et)? (?:om|til)',
  'overveje\\p{L}*',
  'måske',
  'muligvis',
  'evt\\.?',
  'eventuelt',
  'hvis',
  'såfremt',
  'forvente\\p{L}*',
  'påtænke\\p{L}*',
  'afklare\\p{L}*',
  'undersøge[rs]?',
  'endnu ikke',
  'ikke (?:endelig(?:t)? )?(?:besluttet|afgjort|på plads)',
  'arbejder på',
  'ønske[rs]? (?:at|om)',
  'vil gerne',
  'kan blive',
  'risikerer',
  'i fald',
  'maybe',
  'perhaps',
  'propose\\p{L}*',
  'suggest\\p{L}*',
  'kan vi',
  'skal vi',
  'ville det være',
  'mulighed for at',
  'høre om',
  'planer om',
  'drøfter',
  'regne[rs]? med',
  'ser på',
  'doodle',
  'medmindre',
  'might',
  'if',
)
/** The move made one meeting into several. */
export const splits = words(
  'del(?:es|t|er) (?:\\p{L}+ ){0,3}(?:i|op)',
  'opdel(?:es|t|er)',
  'delt i to',
  'delt op',
  'to dele',
  'split',
)

/** Things that may move without the meeting moving. */
export const otherThings = words(
  'punkt(?:et|er|erne|ets)?',
  'dagsordenspunkt(?:et|er|erne)?',
  'sag(?:en|er|erne)?',
  'frist(?:en|er|erne)?',
  'deadline(?:n|s)?',
  'svarfrist(?:en)?',
  'tilmeldingsfrist(?:en)?',
  'drøftelse(?:n|r|rne)?',
  'temadrøftelse(?:n)?',
  'orientering(?:en)?',
  'emne(?:t|r|rne)?',
  'tema(?:et)?',
  'temaer(?:ne)?',
  'oplæg(?:get)?',
  'behandling(?:en)?',
  'bilag(?:et|ene)?',
  'dagsorden(?:en)?',
  'materiale(?:t|r|rne)?',
  'referat(?:et)?',
  'udkast(?:et)?',
  'version(?:en)?',
  'notat(?:et)?',
  'frokost(?:en)?',
  'middag(?:en)?',
  'formøde(?:t|r|rne)?',
  'eftermøde(?:t)?',
  'lokale(?:t|r)?',
  'mødelokale(?:t)?',
  'arbejdsgruppe\\p{L}*',
  'følgegruppe\\p{L}*',
  'projektgruppe\\p{L}*',
  'bus(?:sen)?',
  'transport(?:en)?',
  'parkering(?:en)?',
  'besøg(?:et)?',
  'temadag(?:en)?',
  'seminar(?:et)?',
  'konference(?:n)?',
  'webinar(?:et)?',
  'workshop(?:pen)?',
  'præsentation(?:en)?',
  'implementering(?:en)?',
  'ikrafttræden',
  'opstart(?:en)?',
  'projekt(?:et)?',
  'høring(?:en)?',
  'høringsfrist(?:en)?',
  'aftale(?:n)? om',
  'beslutning(?:en)?',
  'dagsordensmøde(?:t)?',
  'planlægningsmøde(?:t)?',
  'forberedelsesmøde(?:t)?',
  'forplejning(?:en)?',
  'link(?:et)?',
  'budget(?:tet)?',
  'statusnotat(?:et)?',
)
/** The meeting, or the entry that stands for it. */
export const meetingThings =
  /(?<!\p{L})(?:(?:det|dette|vores|de|denne|den) )?(?:\p{L}*(?:møde|mødet|møder|møderne|mødes|mødets|indkaldelse|indkaldelsen|indkaldelser|invitation|invitationen|invitationer|kalenderaftale|kalenderaftalen|kalenderbooking|bookingen|booking|mødeaftale|reservation|reservationen|kalenderreservation|datoen|dato|tidspunktet|forum|forummet|udvalget|meeting|invitation)|mødeserie\p{L}*|møderække\p{L}*|serien|rækken|aftalen)(?!\p{L})/u
/** "denne indkaldelse": the entry the words stand in. */
export const thisInvitation =
  /(?<!\p{L})(?:denne|dette|nærværende|this)\s+(?:\p{L}+\s+)?(?:\p{L}*indkaldelse|\p{L}*invitation|\p{L}*møde|\p{L}*aftale|\p{L}*booking|meeting)(?!\p{L})/u
/** The date that goes with the word before it. */
export const fromWord = /(?:^|[^\p{L}])(?:fra|from)\s+(?:(?:mødet|indkaldelsen|datoen)\s+)?(?:den|d\.|the|i)?\s*$/u
export const toWord =
  /(?:->|→|=>)\s*$|(?:^|[^\p{L}])(?:til|to|på|nu|bliver|er|afholdes|holdes|and)\s+(?:nu\s+|at være\s+|i stedet\s+)?(?:den|d\.|the)?\s*$/u
