import { anyOf } from './any-of.ts'

// Words of invitations that tell of a move, in small letters. Danish first, English as Outlook users mix it in.

/** "erstatter", "i stedet for", "træder i stedet for": what follows is the old. */
export const replaces = anyOf(
  'erstat+er',
  'afløser',
  'i ?stedet for',
  'frem for',
  'end(?= (?:\\p{L}+dag )?(?:den |d\\. ?)?\\d{1,2}[./ ])',
  '(?:en )?anden (?:dag|dato|mødedato|tid) end',
  '(?:et )?andet tidspunkt end',
  '(?:og |altså |men |dermed ){0,2}ikke(?= (?:\\p{L}+dag )?(?:den |d\\. ?)?\\d{1,2}[./ ])',
  'træder i stedet(?: for)?',
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
export const isReplacedBy = anyOf(
  'erstattes (?:af|med)',
  '(?:er|bliver|blevet) (?:nu )?(?:blevet )?erstattet (?:af|med)',
  'erstattes',
  'afløses af',
  'afløst af',
  '(?:is|has been) replaced by',
)
/** "flyttet", "rykkes", "udskudt": from one date to another. */
export const moves = anyOf(
  '(?:om)?flytte[rst]{0,3}',
  'flyttede',
  'om?flyttet',
  '(?:haste|møde|dato)?flytning(?:en|er|erne)?',
  '(?<=\\d\\.?(?: ?\\p{L}{3,9}\\.?)?(?: \\d{4})?) bliver (?:nu )?til(?= (?:\\p{L}+dag )?(?:den |d\\. ?)?\\d)',
  'ændring(?:er)? af (?:møde)?(?:dato|tid|tidspunkt)\\p{L}*',
  'udskydelse(?:n)?',
  'udsættelse(?:n)?',
  'postpone[sd]?',
  'reschedule[sd]?',
  'move[sd]?(?= (?:our|the|this|to|from))',
  'pushed(?: back)?',
  'brought forward',
  'flyttats?',
  'rykke[rst]?',
  'rykket',
  'ryk',
  'fremryk(?:ke[rs]?|ket)',
  'udskud(?:t|te)',
  'udskyde[rs]?',
  'udsat',
  'udsætte[rs]?',
  'omlagt',
  'om(?:book|plan)(?:et|es)',
  'omplanlagt',
  'lagt om',
  'omlægge[rs]?',
  'omberamme[rst]?',
  'omberammet',
  'skub(?:be[rs]?|bet)',
  'skyde[rs]?(?= (?:(?:\\p{L}+ ){0,2}(?:fra|til|en|to)(?!\\p{L})|(?:\\p{L}+ )?\\p{L}*møde))',
  'skudt',
  '(?:bliver|holdes|afholdes|ligger|er|finder sted|mødes) (?:derfor |altså |i så fald )?(?:nu|først)(?= (?:\\p{L}+dag )?(?:den |d\\. ?)?\\d)',
  '(?:senere|tidligere) end (?:først |oprindelig(?:t)? |ellers )?(?:planlagt|udmeldt|aftalt|meldt|annonceret|tænkt|indkaldt|planned)',
  'fremskynde[rst]?',
  'fremskyndet',
  'ændret (?:dato|tid)',
  'ændre[rst]? (?:\\p{L}+ )?(?:dato|tid)(?:en|spunkt(?:et)?)?',
  'datoændring',
  'dato(?:en)? (?:er |bliver )?(?:blevet )?ændre[st]',
  'dato(?:en)? ændres',
  '(?:dato|tidspunkt)(?:en|et)? (?:er|bliver) (?:\\p{L}+ )?ændret',
  '(?<=\\d\\.? ?)(?:->|→|=>)(?= ?(?:den |d\\. ?)?\\d)',
  'tilbage til(?= (?:den |d\\. ?|mandag |tirsdag |onsdag |torsdag |fredag )?(?:den |d\\. ?)?(?:\\d|oprindelige|første|tidligere))',
  '(?:møde)?(?:dato|tid|tidspunkt)(?:en|et)? ændret',
  'ændret til',
  'ændres (?:fra|til)',
  'ændret fra',
  'moved',
  'rescheduled',
  'postponed',
)
/** "aflyst", "kan ikke afholdes": the date in the sentence is dead; where the meeting went must be said elsewhere. */
export const cancels = anyOf(
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
  '(?:passer|passede|duer|duede|går|egner sig) (?:desværre |alligevel |heller )?ikke',
  'ikke at du',
  'ikke (?:kan|kunne)? ?(?:lade|lod) sig gøre',
  '(?:kan|kunne|lod) (?:alligevel |desværre )?(?:sig )?ikke (?:lade sig )?gøre',
  'er ikke længere muligt?',
  'opgives',
  'opgivet',
  'droppe[rs]?',
  'droppet',
  'kan (?:\\p{L}+ )?ikke (?:redigere|rette|opdatere|tilgå|komme ind i|ændre i)',
  'taget ud(?: af (?:serien|rækken|kalenderen))?',
  'tages ud(?: af (?:serien|rækken|kalenderen))?',
  'cancell?ed',
)
/** "se bort fra", "slet": the invitation named after it is dead. */
export const disregards = anyOf(
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
  '(?:is|are) (?:now )?(?:void|invalid|obsolete|no longer valid)',
  'disregard',
  'please ignore',
  'delete',
)
/** "ved en fejl indkaldt til": the date after it was never meant. */
export const byMistake = anyOf(
  'ved en fejl(?:tagelse)?',
  'kom(?:met)? til at (?:skrive|sende|indkalde|angive)',
  '(?:var|er|skyldes) en (?:fejl|skrivefejl|tastefejl)',
  'fejlagtigt',
  'en fejlindkaldelse',
  'forkert(?:e)? (?:dato|indkaldelse|invitation)',
  'by mistake',
  'in error',
)
/** "oprindeligt planlagt til": the date after it is the old. */
export const originally = anyOf(
  'oprindelig(?:t|e|en)?',
  'tidligere (?:planlagt|udmeldt|indkaldt|annonceret|udsendt|aftalt|berammet)\\p{L}*',
  "skulle (?:have|ha'?) (?:været|ligget|fundet)",
  'skulle (?:egentlig |oprindeligt )?(?:være|have været) (?:den|d\\.|holdt|afholdt)',
  '(?:den )?(?:gammel|gamle|tidligere|oprindelig|gl\\.?) (?:møde)?(?:dato|tid|møde)(?:en|t|et)?',
  'tidl(?:igere|\\.)?(?=\\s*:?\\s*(?:\\p{L}+dag)?\\s*(?:den|d\\.|dato)?\\s*\\d)',
  '(?<=\\()før(?=\\s*:?\\s*(?:den|d\\.)?\\s*\\d)',
  'var (?:først |oprindelig(?:t)? )?(?:planlagt|berammet|indkaldt|sat|lagt) til',
  'var (?:\\p{L}+ ){0,3}(?:planlagt|berammet|indkaldt|sat|fastsat|lagt|aftalt) til',
  'ikke længere(?= (?:\\p{L}+dag )?(?:den |d\\. ?)?\\d)',
  '(?<=\\()(?:var|was|førhen)(?=\\s*:?\\s*(?:\\p{L}+dag )?(?:den |d\\. ?)?\\d)',
  'var først',
  'lå (?:før|tidligere|oprindelig(?:t)?|først)',
  'originally',
  'previously',
  'was scheduled',
)
/** "ny dato: ...": the date after it is the new. */
export const newDate = anyOf(
  'se (?:\\p{L}+ ){0,2}(?:den|det) nye',
  '(?:den |det )?(?:rigtige|rette|korrekte?) (?:(?:møde)?(?:dato|tidspunkt|tid)|er)',
  '(?:revideret|rettet|korrigeret|ændret) (?:møde|kalender)?(?:indkaldelse|invitation|dato|tidspunkt|tid)',
  'genindkald\\p{L}*',
  '(?:gen)?(?:ud)?send(?:t|es|er) (?:derfor )?på ny',
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
/** "deles i to": what stands before is the old, what follows the parts. */
export const splitsUp = anyOf(
  'del(?:es|t|er) (?:\\p{L}+ ){0,3}(?:i|op)(?: (?:to|tre|fire|2|3|4|flere))?',
  'opdel(?:es|t|er)',
  'split(?:tes|tet|ter)?(?: op)?(?: i (?:to|tre|2|3))?',
  '(?:erstattes|afløses) (?:af|med) (?:to|tre|flere) (?:\\p{L}+ )?møder',
  'bliver til (?:to|tre) møder',
)
/** "lægges sammen": what stands before or inside is the old, what follows the one meeting. */
export const joinsUp = anyOf(
  'læg(?:ges|ger|ge) (?:[^\\s]+ ){0,12}?sammen(?: til| i| med| den)?',
  'lagt sammen',
  'slå(?:s|r|et)? (?:[^\\s]+ ){0,12}?sammen(?: til| i| med)?',
  'slået sammen',
  'sammenlægges',
  'sammenlagt',
  'samle[sr]? (?:til|i) (?:ét|et|en)',
  'samlet i (?:ét|et|en)',
  'merged',
)
/** "i stedet": the date after it is the new, when no "for" follows. */
export const insteadThen = anyOf('i ?stedet(?! for)', 'istedet(?! for)')
/** "her", "denne dag": the date of the entry the words stand in. */
export const hereWords = anyOf(
  'denne (?:dag|dato|mødedato|tid)',
  'dette tidspunkt',
  'på (?:denne|dags) dato',
  'heri?',
  'her og nu',
)
/** "tilbage til": an answer to an earlier move. */
export const backWords = anyOf('tilbage (?:til|på)', 'back to')
/** The date that goes with the word before it. */
export const fromWord =
  /(?:^|[^\p{L}])(?:fra|from):?\s+(?:(?:mødet|indkaldelsen|datoen)\s+)?(?:\p{L}+dag\s+)?(?:den|d\.|the|i)?\s*$/u
export const toWord =
  /(?:->|→|=>)\s*$|(?:^|[^\p{L}])(?:til|to|på|nu|bliver|er|afholdes|holdes|and)\s+(?:nu\s+|at være\s+|i stedet\s+)?(?:den|d\.|the)?\s*$/u
