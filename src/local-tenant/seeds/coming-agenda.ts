import type { ItemSketch } from './agenda-sketch.ts'
import { comingDocuments } from './coming-documents.ts'

/** The agenda of the coming Chefforum: fifteen items, fifteen enclosures, two *gensidig* items. */
export const comingAgenda: readonly ItemSketch[] = [
  {
    name: 'dagsorden',
    title: 'Godkendelse af dagsorden',
    kind: 'agenda-approval',
    purpose: 'approval',
    durationMinutes: 5,
    presenters: ['Hanne Skovlind'],
    recommendation: 'At Chefforum godkender dagsordenen.',
  },
  {
    name: 'udskrivning',
    title: 'Status på den fælles udskrivningsaftale',
    purpose: 'information',
    durationMinutes: 10,
    presenters: ['Birgit Aaskov'],
    recommendation: 'At Chefforum tager status til efterretning.',
    casePresentation: `Følgegruppen har gennemgået 214 forløb fra de to første kvartaler. Tre ud af fire følger aftalen (se bilag 1 og bilag 2).

De fleste afvigelser handler om hjælpemidler og om medicin ved udskrivning op til en weekend. Følgegruppen foreslår:

- at weekendudskrivninger varsles senest fredag kl. 11
- at der udleveres medicin til tre døgn
- at hver kommune har ét telefonnummer, som svares hele døgnet`,
    enclosures: [
      { kind: 'pdf', title: 'Status fra følgegruppen', document: comingDocuments.dischargeStatus },
      { kind: 'pdf', title: 'Tal for andet kvartal', document: comingDocuments.dischargeFigures },
    ],
  },
  {
    name: 'saarpleje',
    title: 'Fælles retningslinje for sårpleje',
    purpose: 'approval',
    durationMinutes: 15,
    presenters: ['Vibe Damsholt', 'Anja Rosenkær'],
    recommendation: `At Chefforum drøfter høringssvarene.

At Chefforum godkender retningslinjen med de ændringer, som drøftelsen giver anledning til.`,
    casePresentation: `Arbejdsgruppen har skrevet et udkast til en retningslinje, der gælder på tværs af praksis, hospital og hjemmesygepleje (bilag 3). Udkastet har været i høring i kommunerne.

## Det, der er uenighed om
To kommuner ønsker en kortere frist end 14 dage for borgere med diabetes. Hospitalet har ikke kapacitet til flere end otte ekstra henvisninger om ugen.

## Videre proces
Høringssvarene samles og eftersendes som bilag 4. Godkendes retningslinjen, gælder den fra den første i næste kvartal.`,
    enclosures: [
      { kind: 'pdf', title: 'Høringsudkast til retningslinje', document: comingDocuments.woundGuideline },
      { kind: 'pending', title: 'Samlede høringssvar', owner: 'Vibe Damsholt', daysAhead: 4 },
    ],
  },
  {
    name: 'akutteam',
    title: 'Samarbejdsmodel for akutteams',
    purpose: 'discussion',
    durationMinutes: 20,
    presenters: ['Erik Sandgrav'],
    recommendation: 'At Chefforum drøfter de tre modeller og peger på den, der skal regnes videre på.',
    casePresentation: `Akutteams findes i alle kommuner, men med forskellige åbningstider og opgaver. Sekretariatet har beskrevet tre modeller (bilag 5) og samlet kommunernes foreløbige svar (bilag 6).

Alle modeller forudsætter, at hospitalet kan give lægefaglig rådgivning hele døgnet.`,
    enclosures: [
      { kind: 'pdf', title: 'Tre modeller for akutteams', document: comingDocuments.acuteModel },
      { kind: 'docx', title: 'Kommunernes foreløbige svar', document: comingDocuments.acuteComments },
    ],
  },
  {
    name: 'udpegning',
    title: 'Udpegning til styregruppen for digital hjemmemonitorering',
    purpose: 'designation',
    durationMinutes: 5,
    presenters: ['Lone Ravnkilde'],
    recommendation: 'At Chefforum udpeger to medlemmer og en suppleant.',
    casePresentation: 'Styregruppen skal følge indkøb, oplæring og support (bilag 7). Kommunerne har to pladser.',
    enclosures: [{ kind: 'pdf', title: 'Kommissorium for styregruppen', document: comingDocuments.monitoringGroup }],
  },
  {
    name: 'vinter',
    title: 'Midlertidige pladser hen over vinteren',
    purpose: 'decision',
    durationMinutes: 15,
    presenters: ['Ole Tingskov'],
    recommendation: `At Chefforum beslutter at prøve ordningen i vinterhalvåret.

At taksten fastsættes til 3.150 kr. i døgnet.`,
    casePresentation: `Sidste vinter manglede der pladser i mindst fire kommuner på samme tid i 31 dage. Netværket foreslår, at kommunerne deler ledige pladser (bilag 8). Reglerne for betaling mellem kommuner står i bilag 9.`,
    enclosures: [
      { kind: 'pdf', title: 'Forslag om fælles pladser', document: comingDocuments.winterCapacity },
      {
        kind: 'url',
        title: 'Regler for betaling mellem kommuner',
        url: 'https://www.lovsamlingen.example/mellemkommunal-betaling',
      },
    ],
  },
  {
    name: 'rekruttering',
    title: 'Fælles kampagne for rekruttering af sygeplejersker',
    purpose: 'decision',
    durationMinutes: 10,
    presenters: ['Peter Vangsbo'],
    recommendation: 'At Chefforum anbefaler kampagnen over for Direktørforum.',
    casePresentation:
      'Arbejdsgruppen foreslår én kampagne i stedet for syv (bilag 10). Udgiften deles efter indbyggertal.',
    fromProposal: 'rekruttering',
    enclosures: [{ kind: 'pdf', title: 'Oplæg til kampagne', document: comingDocuments.recruitment }],
  },
  {
    name: 'medicin',
    title: 'Medicingennemgang ved indflytning på plejehjem',
    purpose: 'discussion',
    durationMinutes: 10,
    presenters: ['Inge Balsby'],
    recommendation: 'At Chefforum drøfter, om ordningen kan udbredes.',
    casePresentation: 'Fire plejehjem har prøvet en fælles gennemgang inden for 14 dage (bilag 11).',
    enclosures: [{ kind: 'pdf', title: 'Erfaringer fra fire plejehjem', document: comingDocuments.medication }],
  },
  {
    name: 'genindlaeggelser',
    title: 'Data om genindlæggelser',
    purpose: 'information',
    durationMinutes: 5,
    presenters: ['Erik Sandgrav'],
    recommendation: 'At Chefforum tager orienteringen til efterretning.',
    casePresentation:
      'Dataenheden har opgjort genindlæggelser (bilag 12). Tallene opdateres hver måned på portalen (bilag 13).',
    enclosures: [
      { kind: 'pdf', title: 'Genindlæggelser blandt ældre', document: comingDocuments.readmissions },
      {
        kind: 'url',
        title: 'Portal med månedstal',
        url: 'https://data.region-nordenaa.example/genindlaeggelser?visning=kommune',
      },
    ],
  },
  {
    name: 'moedeplan',
    title: 'Mødeplan for næste år',
    purpose: 'approval',
    durationMinutes: 5,
    presenters: ['Jonas Ellebro'],
    recommendation: 'At Chefforum godkender mødeplanen.',
    casePresentation: 'Forslaget ligger som bilag 14.',
    enclosures: [{ kind: 'pdf', title: 'Forslag til mødeplan', document: comingDocuments.meetingPlan }],
  },
  {
    name: 'direktoerer',
    title: 'Opfølgning fra Direktørforum',
    purpose: 'information',
    durationMinutes: 5,
    presenters: ['Lone Ravnkilde'],
    recommendation: 'At Chefforum tager orienteringen til efterretning.',
    casePresentation: 'Direktørforum har bedt om en samlet status på akutteams, før der lægges budget.',
  },
  {
    name: 'gensidig-orientering',
    title: 'Gensidig orientering',
    kind: 'mutual-briefing',
    purpose: 'information',
    durationMinutes: 10,
    casePresentation: 'Hver kommune og hospitalet skriver kort, hvad de andre bør vide.',
  },
  {
    name: 'gensidig-status',
    title: 'Gensidig status på udskrivningsaftalen',
    kind: 'mutual-briefing',
    purpose: 'information',
    durationMinutes: 5,
    casePresentation: 'Hvad virker hos jer, og hvad mangler?',
  },
  {
    name: 'skriftlig',
    title: 'Skriftlige orienteringer',
    kind: 'written-briefing',
    purpose: 'information',
    casePresentation: `Punktet behandles ikke på mødet.

- Vaccination af ældre begynder om to uger (bilag 15)
- Sundhedssekretariatet flytter til nye lokaler`,
    enclosures: [
      { kind: 'url', title: 'Vejledning om vaccination', url: 'https://www.vaccination-nordenaa.example/vejledning' },
    ],
  },
  { name: 'eventuelt', title: 'Eventuelt', kind: 'any-other-business' },
]
