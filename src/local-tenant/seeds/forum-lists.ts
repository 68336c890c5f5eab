/** A list of a forum's site as it is posted to Graph: its name and its columnDefinition resources. */
export type ForumListDefinition = { readonly name: string; readonly columns: readonly Record<string, unknown>[] }

type Extra = { readonly indexed?: true; readonly enforceUniqueValues?: true; readonly required?: true }

const indexed: Extra = { indexed: true }
const key: Extra = { indexed: true, enforceUniqueValues: true, required: true }

function text(name: string, extra: Extra = {}): Record<string, unknown> {
  return { name, text: {}, ...extra }
}

function note(name: string): Record<string, unknown> {
  return { name, text: { allowMultipleLines: true, textType: 'plain' } }
}

function number(name: string): Record<string, unknown> {
  return { name, number: {} }
}

function moment(name: string, extra: Extra = {}): Record<string, unknown> {
  return { name, dateTime: { format: 'dateTime' }, ...extra }
}

function day(name: string): Record<string, unknown> {
  return { name, dateTime: { format: 'dateOnly' } }
}

function choice(name: string, choices: readonly string[], extra: Extra = {}): Record<string, unknown> {
  return { name, choice: { choices, allowTextEntry: false, displayAs: 'dropDownMenu' }, ...extra }
}

const purposes = ['information', 'discussion', 'decision', 'approval', 'designation']
const opennesses = ['open', 'closed']

const meetings: ForumListDefinition = {
  name: 'Meetings',
  columns: [
    text('MeetingKey', key),
    moment('Start', indexed),
    moment('End'),
    text('TimeZone'),
    choice('Status', ['planned', 'moved', 'cancelled', 'held'], indexed),
    text('SupersedesKey', indexed),
    choice('AgendaState', ['none', 'draft', 'published', 'minutes', 'approved']),
    text('Location'),
    note('MoveReason'),
    day('AnnouncedOn'),
    note('JoinUrl'),
    day('ProposalDeadline'),
    day('StatusNoteDeadline'),
  ],
}

const meetingLinks: ForumListDefinition = {
  name: 'MeetingLinks',
  columns: [
    text('LinkKey', key),
    text('ValueHash', indexed),
    text('MeetingKey', indexed),
    choice('Kind', ['ical', 'series', 'thread', 'short', 'token', 'manual'], indexed),
    choice('State', ['current', 'superseded', 'cancelled', 'rejected'], indexed),
    day('OccurrenceDate'),
    note('Evidence'),
  ],
}

const agendaItems: ForumListDefinition = {
  name: 'AgendaItems',
  columns: [
    text('ItemKey', key),
    text('MeetingKey', indexed),
    text('SortRank'),
    text('Number'),
    choice('Purpose', purposes),
    choice('Kind', [
      'item',
      'mutual-briefing',
      'any-other-business',
      'written-briefing',
      'participants',
      'agenda-approval',
    ]),
    note('Recommendation'),
    note('CasePresentation'),
    note('Decision'),
    note('Minutes'),
    note('Presenters'),
    number('DurationMinutes'),
    choice('Openness', opennesses, indexed),
    text('FromProposalKey'),
  ],
}

const proposals: ForumListDefinition = {
  name: 'Proposals',
  columns: [
    text('ProposalKey', key),
    text('MeetingKey', indexed),
    note('Recommendation'),
    note('Rationale'),
    choice('Purpose', purposes),
    number('DurationMinutes'),
    text('Organisation', indexed),
    choice('State', ['received', 'question', 'on-agenda', 'later-meeting', 'other-forum', 'declined'], indexed),
    note('Condition'),
    note('Answer'),
    text('SourceMessage'),
  ],
}

const statusNotes: ForumListDefinition = {
  name: 'StatusNotes',
  columns: [
    text('NoteKey', key),
    text('MeetingKey', indexed),
    text('ItemKey', indexed),
    text('Organisation', indexed),
    note('Text'),
    choice('State', ['draft', 'sent']),
  ],
}

const enclosures: ForumListDefinition = {
  name: 'Enclosures',
  columns: [
    text('EnclosureKey', key),
    text('MeetingKey', indexed),
    text('ItemKey', indexed),
    number('Number'),
    choice('Kind', ['file', 'url', 'pending']),
    text('DriveId'),
    text('DriveItemId'),
    text('FileName'),
    note('LinkUrl'),
    day('PromisedDate'),
    text('Owner'),
    text('ContentTag'),
    choice('Openness', opennesses, indexed),
  ],
}

const followUps: ForumListDefinition = {
  name: 'FollowUps',
  columns: [
    text('FollowUpKey', key),
    text('MeetingKey', indexed),
    text('ItemKey', indexed),
    text('Owner', indexed),
    day('Deadline'),
    choice('State', ['open', 'done', 'dropped'], indexed),
    note('Text'),
  ],
}

const designations: ForumListDefinition = {
  name: 'Designations',
  columns: [
    text('DesignationKey', key),
    text('MeetingKey', indexed),
    text('ItemKey', indexed),
    text('Body'),
    text('Seat'),
    text('Person'),
    text('Organisation', indexed),
    day('From'),
    day('To'),
  ],
}

const meetingLog: ForumListDefinition = {
  name: 'MeetingLog',
  columns: [
    text('LogKey', key),
    text('MeetingKey', indexed),
    choice(
      'Kind',
      ['found', 'found-stale', 'confirmed', 'confirmed-stale', 'rejected', 'disputed', 'removed', 'moved', 'undone'],
      indexed,
    ),
    text('ValueHash', indexed),
    text('LinkKey'),
    moment('Start'),
    note('Because'),
    text('Organisation', indexed),
    text('RefersTo'),
    note('Before'),
  ],
}

const config: ForumListDefinition = {
  name: 'Config',
  columns: [number('SchemaVersion'), text('ForumName'), text('TimeZone'), note('Members'), note('Aliases')],
}

/**
 * The lists of a forum's site (ARCHITECTURE.md, "SharePoint schema"), written here a second time on purpose: the
 * tenant must not learn the schema from the code it tests. A test holds this and what the app provisions together.
 */
export const forumLists: readonly ForumListDefinition[] = [
  config,
  meetings,
  meetingLinks,
  agendaItems,
  proposals,
  statusNotes,
  enclosures,
  followUps,
  designations,
  meetingLog,
]
