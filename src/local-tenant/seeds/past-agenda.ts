import type { ItemSketch } from './agenda-sketch.ts'
import { documentOf } from './agenda-sketch.ts'
import { sayDate, sayDay } from './danish-clock.ts'
import type { DemoDates } from './demo-dates.ts'

const casework: readonly ItemSketch[] = [
  {
    name: 'dagsorden',
    title: 'Godkendelse af dagsorden',
    kind: 'agenda-approval',
    purpose: 'approval',
    decision: 'Dagsordenen blev godkendt.',
  },
  {
    name: 'udskrivning',
    title: 'Udskrivningsaftalen: de første erfaringer',
    purpose: 'information',
    durationMinutes: 20,
    presenters: ['Birgit Aaskov'],
    recommendation: 'At Chefforum tager orienteringen til efterretning.',
    casePresentation: 'Aftalen har virket i et kvartal. Følgegruppen fortæller om de første forløb (bilag 1).',
    decision: 'Orienteringen blev taget til efterretning.',
    minutes:
      'Birgit Aaskov fortalte, at varslingen er blevet tidligere, men at weekenderne stadig halter. Erik Sandgrav vender tilbage om medicin ved udskrivning.',
    enclosures: [
      {
        kind: 'pdf',
        title: 'De første erfaringer',
        document: documentOf(
          'Følgegruppen for udskrivningsaftalen',
          `# Første kvartal
Der er gennemgået 96 forløb. To tredjedele følger aftalen.
# Næste skridt
Følgegruppen mødes med afdelingerne og vender tilbage på næste møde.`,
        ),
      },
    ],
  },
  {
    name: 'akutteam',
    title: 'Akutteams: behov for en fælles model',
    purpose: 'discussion',
    durationMinutes: 30,
    presenters: ['Erik Sandgrav'],
    recommendation: 'At Chefforum drøfter behovet for en fælles model.',
    casePresentation: 'Åbningstider og opgaver er forskellige i de syv kommuner.',
    decision: 'Chefforum bad sekretariatet om at beskrive højst tre modeller til næste møde.',
    minutes: 'Der var enighed om, at natten er det svære. Åkærdal og Møllevang pegede på afstanden.',
  },
  {
    name: 'frivillige',
    title: 'Samarbejde med frivillige om følgeskab',
    purpose: 'decision',
    durationMinutes: 20,
    presenters: ['Rikke Havmose'],
    recommendation: 'At Chefforum beslutter at prøve ordningen i to kommuner.',
    decision: 'Indstillingen blev tiltrådt. Strandvang og Lyngvig prøver ordningen i et halvt år.',
    minutes: 'Tove Nygaardsholm ønsker at være med, hvis ordningen forlænges.',
  },
  {
    name: 'gensidig-orientering',
    title: 'Gensidig orientering',
    kind: 'mutual-briefing',
    purpose: 'information',
    decision: 'Orienteringerne blev taget til efterretning.',
  },
]

/** The past Chefforum with its decisions and minutes; under "Næste møde" stands that the date moves, and why. */
export function pastAgenda(dates: DemoDates): readonly ItemSketch[] {
  return [
    ...casework,
    {
      name: 'naeste-moede',
      title: 'Næste møde',
      purpose: 'information',
      minutes: movedNotice(dates),
      decision: `Næste møde holdes ${sayDate(dates.coming)} kl. 9.00-11.00 på Teams.`,
    },
    { name: 'eventuelt', title: 'Eventuelt', kind: 'any-other-business', minutes: 'Der var intet til dette punkt.' },
  ]
}

function movedNotice(dates: DemoDates): string {
  return `Næste møde skulle have været ${sayDate(dates.stale)}. Datoen falder sammen med Sundhedsdagene i Nordenå.

Mads Thorkrarups kalender er låst, så andre kan ikke flytte mødet. Sekretariatet sender i stedet en ny indkaldelse til ${sayDate(dates.coming)} kl. 9.00-11.00 med link til Teams. Enhver sletter selv indkaldelsen til ${sayDay(dates.stale)}.

Inge Balsby hjælper med at forberede dagsordenen. Forslag til punkter på næste møde:

- Fælles kompetenceudvikling i palliation (spørg først kvalitetsgruppen)
- Aflastningspladser i ferier
- Pejlemærker for velfærdsteknologi`
}
