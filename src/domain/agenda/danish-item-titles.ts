import type { DocumentItemKind } from './agenda-document.ts'

/**
 * Titles that return from meeting to meeting, whatever the forum. They are evidence that a line is an item (I4) and
 * that a document is an agenda (C2). Compared with the start of the title in lower case.
 */
export const recurringTitles: readonly RegExp[] = [
  /^godkendelse af (?:\S+ )?(?:dagsorden|referat|beslutningsprotokol|protokol|mødereferat|sidste|forrige)/u,
  /^(?:godkendelse|underskrift|underskrivelse)(?: af .*)?$/u,
  /^referat fra (?:mødet |møde |sidste |seneste |bestyrelsesmødet )?(?:den |d\. ?|\d|møde).*$/u,
  /^opfølgning på (?:referat|sidste|seneste)/u,
  /^(?:eventuelt|evt\.?|diverse)\b/u,
  /^(?:meddelelser|orientering|orienteringer|orienteringspunkter|gensidig|nyt fra|siden sidst|bordet rundt|runde|status)\b/u,
  /^(?:orientering|meddelelser|information|informationer|nyt|beretning|status) (?:fra|om|ved|v\/|på|v\.)/u,
  /^velkomst/u,
  /^(?:valg|udpegning|konstituering)(?: af| til|$)/u,
  /^(?:formandens|bestyrelsens|kassererens|årlig) (?:beretning|meddelelser|regnskab)/u,
  /^(?:beretning|regnskab|årsregnskab|budget|budgetopfølgning|kontingent|økonomi|indkomne forslag|fastsættelse af|fremlæggelse af)\b/u,
  /^(?:næste møde|kommende møder|kommende punkter|punkter til|emner til|mødeplan|mødedatoer|mødekalender|årshjul)/u,
  /^(?:lukket punkt|lukkede punkter|lukket sag|lukket dagsorden|elektronisk underskrift|underskriftsark|underskriftsblad|tillægsdagsorden)/u,
  /^(?:drøftelse|orientering|godkendelse|udpegning|opfølgning|temadrøftelse|høring|politisk drøftelse|forslag) (?:af|om|til|på|vedr)/u,
  /^(?:mødedeltagere|deltagere|præsentation|formalia|fremmøde|afbud)\b/u,
  /^(?:skriftlig|skriftlige) orientering/u,
  /^(?:opsamling|opfølgning|evaluering af mødet|kommunikation|pressen|nyt fra)/u,
]

/** Titles of chapters: evidence against an agenda (C3). */
export const chapterTitles: readonly RegExp[] = [
  /^(?:indledning|introduktion|forord|sammenfatning|sammendrag|konklusion(?: og .*)?|afslutning|perspektivering)$/u,
  /^(?:metode|metoder|metode og .*|data og metode|datagrundlag|teori|teoretisk .*|analyse|analyser|analyse af .*|resultater|diskussion)$/u,
  /^(?:litteratur|litteraturliste|kilder|referencer|appendiks|ordliste|bilagsoversigt|læsevejledning)$/u,
  /^(?:formål og .*|afgrænsning|problemformulering|undersøgelsens .*|projektets .*|evalueringens .*|rapportens .*)$/u,
  /^(?:baggrund og formål|formål|baggrund|anbefalinger|resumé|resume|vision|mission|målgruppe|organisering|tidsplan|økonomi|ansvar|ikrafttræden|definitioner)$/u,
  /^(?:navn og (?:hjemsted|formål)|medlemmer|ledelse|tegningsret|hæftelse|opløsning|vedtægtsændringer|generalforsamling(?:en)?|bestyrelsen?|regnskab og revision|forretningsorden)$/u,
  /^kapitel \d/u,
]

type KindForms = { readonly kind: DocumentItemKind; readonly forms: readonly RegExp[] }

/** What kind of item a title announces; the first that fits wins. */
export const itemKinds: readonly KindForms[] = [
  {
    kind: 'deltagere',
    forms: [/^(?:møde)?deltagere$/u, /^deltagere og afbud/u, /^(?:fremmøde|tilstedeværende|afbud|til stede)$/u],
  },
  {
    kind: 'godkendelse-af-dagsorden',
    forms: [
      /^(?:velkomst,? (?:og |samt )?)?(?:godkendelse|fastsættelse|vedtagelse|gennemgang) af (?:\S+ )?dagsorden(?:en)?\b/u,
      /^dagsorden(?:en)?(?: til godkendelse)?$/u,
      /^godkendelse af (?:\S+ )?(?:referat|referatet) og dagsorden/u,
    ],
  },
  {
    kind: 'gensidig-orientering',
    forms: [
      /\bgensidig(?:e)? (?:orientering|orienteringer|status|information|udveksling)/u,
      /^(?:bordet rundt|rundt om bordet|bordrunde|runde(?:n)? (?:om|rundt om) bordet|nyt fra medlemmerne|nyt fra (?:kommunerne|organisationerne|parterne))/u,
      /^orientering (?:fra|ved) (?:medlemmerne|deltagerne|kommunerne|parterne)/u,
      // News from several in turn: a list of them, or a body in the plural.
      /^(?:nyt|orientering(?:er)?|meddelelser|information(?:er)?|siden sidst) (?:fra|ved|v\/) .*(?:, | og |\/).*$/u,
      /^(?:nyt|orientering(?:er)?|meddelelser) (?:fra|ved|v\/) \p{L}+(?:erne|ene)$/u,
      /^siden sidst$/u,
    ],
  },
  {
    kind: 'skriftlig-orientering',
    forms: [/^(?:punkter til |sager til |til )?skriftlig(?:e)? orientering(?:er|spunkter)?/u],
  },
  { kind: 'eventuelt', forms: [/^(?:eventuelt|evt\.?)(?:$|[ :,/–-])/u, /\b(?:og|\/|,) ?eventuelt$/u] },
]

/** Words a section or clause of an item contains when each member reports to the others (K2). */
export const mutualBriefingWords: readonly RegExp[] = [
  /\bgensidig(?:t)? (?:orienter|status|inform)/u,
  /\borienterer hinanden\b/u,
  /\bhver (?:klynge|kommune|organisation|part|afdeling|skole|region)\b.{0,30}\bgiver (?:en )?(?:kort )?(?:status|orientering)/u,
]
