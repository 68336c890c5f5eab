import type { Finding, Reading } from '../../shared/reading.ts'
import type { AgendaDocument, AgendaFinding } from './agenda-document.ts'
import { classifyDocument } from './classify-document.ts'
import { findAgendaDoubts } from './find-agenda-doubts.ts'
import { findItems } from './find-items.ts'
import { readLineFacts } from './item-candidate.ts'
import { layOutLines } from './lay-out-lines.ts'
import { measureCoverage } from './measure-coverage.ts'
import type { Outline } from './outline.ts'
import { readAppointments } from './read-appointments.ts'
import { readCrossForum } from './read-cross-forum.ts'
import { readDeadlines } from './read-deadlines.ts'
import { forumOfRequests } from './read-forum.ts'
import { readHeader } from './read-header.ts'
import { itemRanges, readItems } from './read-items.ts'
import { readMeetingPlan } from './read-meeting-plan.ts'
import { readNextMeeting } from './read-next-meeting.ts'
import { readParticipants } from './read-participants.ts'
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
  const people = readParticipants(lines, [
    { from: 0, to: firstItem },
    ...participantRanges(starts, ranges, lines.length),
  ])
  const verdict = classifyDocument(lines, facts, hypothesis, header, outline.fileName, people.participants.length)
  if (verdict.kind === 'none') return noAgenda(verdict.reason ?? '', header.findings)
  const policy = learnSectionPolicy(lines, facts, starts, hypothesis?.overview ?? [])
  const forum = header.forum ?? forumOfRequests(lines)
  const meeting = { forum, date: header.date, kind: verdict.kind }
  const read = readItems(lines, facts, policy, starts, meeting)
  const startLines = new Set([...starts, ...(hypothesis?.overview ?? [])].map((start) => start.at))
  const next = readNextMeeting(lines, facts, startLines, meeting)
  const used = new Set([...header.lines, ...people.lines, ...policy.captions])
  const coverage = measureCoverage(lines, ranges, used, hypothesis?.overview ?? [])
  const findings: readonly AgendaFinding[] = [
    ...header.findings.map(withoutPosition),
    ...findAgendaDoubts(header, read.items),
    ...coverage.findings.map(withoutPosition),
  ]
  const value: AgendaDocument = {
    kind: verdict.kind,
    forum,
    title: header.title,
    date: header.date,
    start: header.start,
    end: header.end,
    location: header.location,
    online: header.online,
    participants: people.participants,
    items: read.items,
    nextMeeting: next.next,
    proposalsForNextMeeting: readProposals(lines, facts, startLines, forum),
    deadlines: readDeadlines(lines, firstItem, header.date),
    appointments: readAppointments(read.items, read.sections),
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
