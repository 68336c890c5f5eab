import type { Finding, Reading } from '../../shared/reading.ts'
import type { AgendaDocument, AgendaFinding } from './agenda-document.ts'
import type { AgendaLine } from './agenda-line.ts'
import { classifyDocument } from './classify-document.ts'
import { findAgendaDoubts } from './find-agenda-doubts.ts'
import { findItems } from './find-items.ts'
import { type LineFacts, readLineFacts } from './item-candidate.ts'
import { itemRanges } from './item-ranges.ts'
import type { ItemHypothesis } from './item-start.ts'
import { layOutLines } from './lay-out-lines.ts'
import { measureCoverage } from './measure-coverage.ts'
import type { Outline } from './outline.ts'
import { readCrossForum } from './read-cross-forum.ts'
import { readDeadlines } from './read-deadlines.ts'
import { readDesignations } from './read-designations.ts'
import { forumOfRequests } from './read-forum.ts'
import { type AgendaHeader, readHeader } from './read-header.ts'
import { readItems } from './read-items.ts'
import { readMeetingPlan } from './read-meeting-plan.ts'
import { readNextMeeting } from './read-next-meeting.ts'
import { type ParticipantReading, readParticipants } from './read-participants.ts'
import { readProposals } from './read-proposals.ts'
import { learnSectionPolicy } from './section-policy.ts'

/**
 * Reads a *dagsorden* or *referat* from its outline: what was understood, and findings for what a person should look at,
 * each with its place. Never throws for what a document holds; time grows with its length. Rules: RULES.md.
 */
export function readAgenda(outline: Outline): Reading<AgendaDocument> {
  const lines = layOutLines(outline)
  const facts = readLineFacts(lines)
  const hypothesis = findItems(lines, facts)
  const starts = hypothesis?.starts ?? []
  const firstItem = Math.min(starts[0]?.at ?? lines.length, hypothesis?.overview[0]?.at ?? lines.length)
  const header = readHeader(lines, firstItem, outline.fileName)
  const ranges = itemRanges(starts, lines.length)
  const named = readParticipants(lines, [
    { from: 0, to: firstItem },
    // Between the list of items and their treatment.
    { from: (hypothesis?.overview.at(-1)?.at ?? firstItem) + 1, to: starts[0]?.at ?? 0 },
    ...participantRanges(starts, ranges, lines.length),
  ])
  // A mail may name the people after the agenda.
  const tail = { from: starts.at(-1)?.bodyFrom ?? lines.length, to: lines.length }
  const people = named.participants.length > 0 ? named : readParticipants(lines, [tail])
  const verdict = classifyDocument(lines, facts, hypothesis, header, outline.fileName, people.participants.length)
  if (verdict.kind === 'none') return noAgenda(verdict.reason ?? '', header.findings)
  return readDocumentOf({ lines, facts, hypothesis, firstItem, header, people, kind: verdict.kind })
}

type Found = {
  readonly lines: readonly AgendaLine[]
  readonly facts: LineFacts
  readonly hypothesis: ItemHypothesis | null
  readonly firstItem: number
  readonly header: AgendaHeader
  readonly people: ParticipantReading
  readonly kind: 'dagsorden' | 'referat'
}

/** The second half: what the items hold, once it is known where they are and which meeting it is. */
function readDocumentOf({ lines, facts, hypothesis, firstItem, header, people, kind }: Found): Reading<AgendaDocument> {
  const starts = hypothesis?.starts ?? []
  const overview = hypothesis?.overview ?? []
  const policy = learnSectionPolicy(lines, facts, starts, overview)
  const meeting = { forum: header.forum ?? forumOfRequests(lines), date: header.date, kind }
  const read = readItems(lines, facts, policy, starts, meeting)
  const heads = new Set([...starts, ...overview].map((start) => start.at))
  const used = new Set([...header.lines, ...people.lines, ...policy.captions])
  const coverage = measureCoverage(lines, starts, used, overview)
  const findings: readonly AgendaFinding[] = [
    ...header.findings.map(withoutPosition),
    ...findAgendaDoubts(header, read.items),
    ...coverage.findings.map(withoutPosition),
  ]
  const { findings: _, lines: __, ...head } = header
  const value: AgendaDocument = {
    kind,
    ...head,
    forum: meeting.forum,
    participants: people.participants,
    items: read.items,
    nextMeeting: readNextMeeting(lines, facts, heads, meeting).next,
    proposalsForNextMeeting: readProposals(lines, facts, heads, meeting.forum),
    deadlines: readDeadlines(lines, firstItem, header.date),
    appointments: readDesignations(read.items, read.sections),
    meetingPlan: readMeetingPlan(lines, facts, firstItem, meeting),
    crossForum: readCrossForum(read.items, read.sections, meeting),
    warnings: findings.map(({ message, position }) => ({ message, position })),
    coverage: coverage.shares,
  }
  return { value, findings }
}

function withoutPosition(finding: Finding): AgendaFinding {
  return { ...finding, position: null }
}

/** Participants may stand in an item of their own, or after the last item. */
function participantRanges(
  starts: readonly { readonly printed: string }[],
  ranges: readonly { readonly from: number; readonly to: number }[],
  end: number,
): readonly { readonly from: number; readonly to: number }[] {
  const own = ranges.filter((_, i) => /(?:deltagere|fremmøde|afbud|tilstedeværende)\b/iu.test(starts[i]?.printed ?? ''))
  return own.map(({ from, to }) => ({ from, to: Math.min(to, end) }))
}

function noAgenda(reason: string, findings: readonly Finding[]): Reading<AgendaDocument> {
  const finding: Finding = { rule: 'C1', message: reason, place: null }
  return {
    value: {
      kind: 'none',
      forum: null,
      title: null,
      date: null,
      start: null,
      end: null,
      location: null,
      online: false,
      participants: [],
      items: [],
      nextMeeting: null,
      proposalsForNextMeeting: [],
      deadlines: [],
      appointments: [],
      meetingPlan: [],
      crossForum: [],
      warnings: [{ message: reason, position: null }],
      coverage: { placed: 0, leftOver: 1 },
    },
    findings: [finding, ...findings],
  }
}
