// Words of subjects, folded (small letters, æ ø å written out). The code walks these tables; RULES.md says why.

/** Words that say nothing about which meeting it is. */
export const neutralWords: ReadonlySet<string> = new Set(
  `i til for af den det de d paa ved med kl klokken og samt a the of on at uge nr no hos fra pr
  moede moedet moeder moedes mode meeting meetings indkaldelse indkaldelsen indkaldes moedeindkaldelse invitation
  invitationen moedeinvitation invite inviteret indbydelse kalenderinvitation kalenderindkaldelse ordinaert ordinaer
  ordinaere kvartalsmoede maanedsmoede ugemoede aarsmoede forummoede udvalgsmoede gruppemoede
  via konstituerende konstitueret online onlinemoede virtuelt virtuel virtuelle teams teamsmoede videomoede video videokonference skype zoom webex
  hybrid hybridmoede fysisk fysiske fremmoede digitalt digital
  ny nyt nye dato datoer tid tidspunkt flyttet flyttes flytning rykket rykkes udskudt udsat fremrykket aendret aendring
  erstatter erstatning opdateret opdatering endelig endeligt endelige bekraeftet foreloebig foreloebigt obs vigtigt
  vigtig husk hasteflyttet korrektion rettelse rettet korrigeret genindkaldelse genindkaldt aflyst aflyses aflysning
  annulleret udgaar udgaaet cancelled canceled moved rescheduled updated new date reminder
  oprindelig oprindeligt tidligere gammel gamle gl se stedet ignorer slet bort
  save reserver reserveret reservation reservér reservationer pladsholder placeholder hold saet kryds kalenderen datoen tentative blokering
  januar februar marts april maj juni juli august september oktober november december
  jan feb mar apr jun jul aug sep sept okt nov dec
  mandag tirsdag onsdag torsdag fredag loerdag soendag man tirs tir ons tors tor fre
  foraar efteraar sommer vinter foraaret efteraaret aarets foerste anden tredje fjerde femte sjette sidste naeste
  kommende heldag heldagsmoede halvdagsmoede hele dagen formiddag eftermiddag del part kvartal q1 q2 q3 q4 h1 h2
  moedetidspunkt moedetidspunktet moededato moededatoen moedetid ikke not spring summer autumn fall winter annual yearly quarterly monthly weekly regular ordinary
  styregruppemoede bestyrelsesmoede raadsmoede moederaekke moederaekken moedeserie moedeserien serie serien mandagsmoede fast faste kopi copy vs sv dagsorden bilag inkl incl`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words that make it something else than a meeting of the forum, wherever they stand (L11). Beginnings of words. */
export const otherPurposeBeginnings: readonly string[] =
  `formoed foermoed eftermoed forbered forberd prepmoed opsamling opfoelgning
  evaluer evaluering debrief briefing formandskab formandsm koordin gennemgang gennemgaa planlaeg dagsordensm dagsordenm
  dagsordensp dagsordensu dagsordensdroeft udsend udsende udsendelse frist tidsfrist svarfrist indmeld deadline frokost
  morgenmad middag kaffe forplejning transport koersel koeretid samkoersel rejse afgang hjemrejse togtur flyrejse
  parkering arbejdsgrupp underarbejdsgrupp undergrupp foelgegrupp projektgrupp skrivegrupp tovholder redaktions
  temadroeft temadag seminar internat studietur konference webinar workshop kursus reception julefrokost sommerfest
  jubilaeum teknik lydtest generalproeve sparring telefon skriv skrive laes laese oplaeg taletid punkt input
  bidrag materiale materialer statusnotat notat referat booke bestil lokalebooking faelleskoersel afbud ferie fridag
  netvaerksmiddag middagen kaeffe snak erfaringsudv rundvisning besoeg foredrag interview
  sekretariatsm ledermoede personalem teammoede internt interne forventningsafstem introduktion onboarding
  opkald feedback slides praesentation udkast godkend faerdiggoer pakke pakk klargoer opstilling oprydning nedtagning
  doodle afstemning underudvalg undernetvaerk forhandling forretningsudvalg stillingtagen udpegning mailudsend todo opgave spoergetid pressemoed pressen tilmeld`
    .split(/\s+/)
    .filter(Boolean)

/** The same as last parts of a word: "bilagsfrist", "studietur" (L11). */
export const otherPurposeEndings: readonly string[] =
  `frist fristen deadline frokost frokosten middag studietur studieturen bustur reception jubilaeum kursus formoede formoedet workshop
  seminar konference indkvartering overnatning arrangement`
    .split(/\s+/)
    .filter(Boolean)

/** The same as whole words: too short or too common to be taken as beginnings. */
export const otherPurposeWords: ReadonlySet<string> = new Set(
  `ring ringe tog bus walk drop demo kald svar intern test tests testmoede tjek check proeve ifm forbindelse
  forbindelsen blok blokeret optaget fri fly taxa ro lunch prep travel dinner call task mangler deltager optagede klar afslutningsmiddag
  spise hotel overnatning forlaengelse opstart kickoff udvaelgelse`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words of a meeting outside the plan, which is a meeting of its own (L14). */
export const extraordinaryBeginnings: readonly string[] = [
  'ekstraordin',
  'ekstramoed',
  'hastemoed',
  'krisemoed',
  'akutmoed',
  'extraordin',
]
export const extraordinaryWords: ReadonlySet<string> = new Set(['ekstra', 'extra', 'akut', 'haste', 'emergency'])

/** Words that make what stands behind the name a note to those who come: "- husk tilmelding til frokost" (L11). */
export const noteWords: ReadonlySet<string> = new Set(
  'husk bemaerk obs nb vedhaeftet vedhaeftede vedlagt vedlagte foelger eftersendes inkl incl inklusiv remember attached'.split(
    ' ',
  ),
)

/** Words of several forums meeting as one (L7). */
export const jointBeginnings: readonly string[] = ['faelles', 'joint', 'sammenlagt', 'kombineret', 'dialogm']

/** Words of a date held free until the invitation comes (L17). */
export const placeholderBeginnings: readonly string[] = [
  'reserv',
  'pladsholder',
  'placeholder',
  'blokering',
  'tentative',
  'foreloebig',
]

/** Words that make it something else only before the forum's name: "Inden Chefforum", "Snak om Chefforum" (L11). */
export const beforeNameWords: ReadonlySet<string> = new Set(
  'inden foer efter forud op vedr vedroerende ang angaaende om'.split(' '),
)

/** Of the other purposes, those a real meeting may have as its theme, behind a colon. */
export const possibleThemes: readonly string[] = [
  'opfoelgning',
  'opsamling',
  'evaluer',
  'oplaeg',
  'temadroeft',
  'praesentation',
  'gennemgang',
  'forhandling',
  'udkast',
  'godkend',
  'briefing',
  'planlaeg',
  'workshop',
  'seminar',
  'udpegning',
  'erfaringsudv',
  'besoeg',
]
