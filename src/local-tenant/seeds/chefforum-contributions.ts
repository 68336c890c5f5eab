import type { WorldRow } from '../world.ts'
import { itemKeyOf, proposalKeyOf } from './agenda-rows.ts'
import { shiftDate, utcAt } from './danish-clock.ts'
import type { DemoDates } from './demo-dates.ts'
import { makeRow } from './forum-rows.ts'
import { chefforum, meetingKeyOf } from './forums.ts'
import { guidOf } from './identifiers.ts'
import { type PersonName, personNamed } from './people.ts'

const past = meetingKeyOf(chefforum, 'past')
const coming = meetingKeyOf(chefforum, 'coming')

type ProposalSketch = {
  readonly name: string
  readonly by: PersonName
  readonly daysAgo: number
  readonly meeting: string
  readonly title: string
  readonly recommendation: string
  readonly rationale: string
  readonly purpose: 'information' | 'discussion' | 'decision'
  readonly durationMinutes: number
  readonly state: 'received' | 'question' | 'on-agenda' | 'other-forum'
  readonly condition?: string
  readonly answer?: string
  readonly sourceMessage?: string
}

const proposals: readonly ProposalSketch[] = [
  {
    name: 'palliation',
    by: 'soeren',
    daysAgo: 6,
    meeting: coming,
    title: 'Fælles kompetenceudvikling i palliation',
    recommendation: 'At Chefforum drøfter et fælles forløb for sygeplejersker og assistenter.',
    rationale: 'Hver kommune uddanner i dag for sig. Et fælles forløb kan holdes to gange om året.',
    purpose: 'discussion',
    durationMinutes: 15,
    state: 'received',
    condition: 'Spørg først kvalitetsgruppen, om de kan fremlægge.',
  },
  {
    name: 'aflastning',
    by: 'anja',
    daysAgo: 4,
    meeting: '',
    title: 'Aflastningspladser i ferier',
    recommendation: 'At Chefforum drøfter, om pladserne kan deles i sommer- og juleferien.',
    rationale: 'Vi afviste fire familier sidste sommer, mens to nabokommuner havde ledige pladser.',
    purpose: 'discussion',
    durationMinutes: 10,
    state: 'received',
  },
  {
    name: 'velfaerdsteknologi',
    by: 'gorm',
    daysAgo: 3,
    meeting: coming,
    title: 'Pejlemærker for velfærdsteknologi',
    recommendation: 'At Chefforum giver bemærkninger, før Direktørforum behandler sagen.',
    rationale: 'Direktørforum ønsker chefernes syn på de fem pejlemærker, inden budgettet lægges.',
    purpose: 'discussion',
    durationMinutes: 20,
    state: 'received',
    sourceMessage: 'Pejlemærker for velfærdsteknologi - til Chefforum?',
  },
  {
    name: 'tolkning',
    by: 'tove',
    daysAgo: 9,
    meeting: coming,
    title: 'Tolkning ved hjemmebesøg',
    recommendation: 'At Chefforum tager orienteringen til efterretning.',
    rationale: 'Vi har prøvet videotolkning i et halvt år.',
    purpose: 'information',
    durationMinutes: 5,
    state: 'question',
    answer: 'Kan I sende tallene fra forsøget, så de kan ligge som bilag? Venlig hilsen Vibe',
  },
  {
    name: 'rekruttering',
    by: 'peter',
    daysAgo: 20,
    meeting: coming,
    title: 'Fælles kampagne for rekruttering af sygeplejersker',
    recommendation: 'At Chefforum anbefaler kampagnen over for Direktørforum.',
    rationale: 'Syv små kampagner når ikke ud over kommunegrænsen.',
    purpose: 'decision',
    durationMinutes: 10,
    state: 'on-agenda',
  },
  {
    name: 'noegler',
    by: 'rikke',
    daysAgo: 25,
    meeting: coming,
    title: 'Nøgler og elektroniske låse i hjemmeplejen',
    recommendation: 'At der vælges et fælles system.',
    rationale: 'Aftalen i Strandvang udløber til næste år.',
    purpose: 'decision',
    durationMinutes: 10,
    state: 'other-forum',
    answer: 'Sendt til Driftsforum Sundhed og Ældre, som tager den på sit næste møde.',
  },
]

/** Proposals in every state a proposer can see, for the coming meeting and for "the next". */
export function proposalRows(dates: DemoDates): readonly WorldRow[] {
  return proposals.map((proposal) =>
    makeRow(proposal.by, utcAt(shiftDate(dates.today, -proposal.daysAgo), '10:12'), {
      Title: proposal.title,
      ProposalKey: proposalKeyOf(proposal.name),
      MeetingKey: proposal.meeting,
      Recommendation: proposal.recommendation,
      Rationale: proposal.rationale,
      Purpose: proposal.purpose,
      DurationMinutes: proposal.durationMinutes,
      Organisation: personNamed(proposal.by).organisation,
      State: proposal.state,
      Condition: proposal.condition,
      Answer: proposal.answer,
      SourceMessage: proposal.sourceMessage,
    }),
  )
}

type NoteSketch = readonly [meeting: string, item: string, by: PersonName, state: 'draft' | 'sent', text: string]

const notes: readonly NoteSketch[] = [
  [past, 'gensidig-orientering', 'hanne', 'sent', 'Lyngvig samler visitationen på én adresse fra næste kvartal.'],
  [past, 'gensidig-orientering', 'anja', 'sent', 'Møllevang har åbnet otte nye rehabiliteringspladser.'],
  [past, 'gensidig-orientering', 'erik', 'sent', 'Hospitalet ændrer telefontider i medicinsk ambulatorium.'],
  [past, 'gensidig-orientering', 'soeren', 'sent', 'Birkesø har ansat en demenskoordinator.'],
  [
    coming,
    'gensidig-orientering',
    'hanne',
    'sent',
    'Lyngvig flytter akutpladserne til det nye sundhedshus.\n\n- Lukket for nye borgere i to dage\n- Telefonnummeret er det samme',
  ],
  [coming, 'gensidig-orientering', 'birgit', 'sent', 'Hedelund prøver skærmbesøg om aftenen i to distrikter.'],
  [coming, 'gensidig-orientering', 'anja', 'sent', 'Møllevang mangler to sygeplejersker i nattevagten.'],
  [coming, 'gensidig-orientering', 'erik', 'sent', 'Hospitalet åbner fire senge mere på geriatrisk afdeling.'],
  [coming, 'gensidig-status', 'birgit', 'sent', 'Varsling før kl. 12 virker. Medicin op til weekenden mangler stadig.'],
  [coming, 'gensidig-status', 'hanne', 'draft', 'Vi mangler tal fra sidste måned.'],
]

/** What organisations report: done for the past meeting, four of eight so far for the coming one. */
export function statusNoteRows(dates: DemoDates): readonly WorldRow[] {
  return notes.map(([meeting, item, by, state, text]) => {
    const day = meeting === past ? shiftDate(dates.past, -3) : shiftDate(dates.today, -1)
    const organisation = personNamed(by).organisation
    return makeRow(by, utcAt(day, '11:40'), {
      Title: organisation,
      NoteKey: guidOf(`note:${meeting}:${item}:${organisation}`),
      MeetingKey: meeting,
      ItemKey: itemKeyOf(meeting, item),
      Organisation: organisation,
      Text: text,
      State: state,
    })
  })
}
