/** A column as Graph's columnDefinition has it; only what we use. */
export type ColumnDefinition = {
  readonly name: string
  readonly indexed?: true
  readonly enforceUniqueValues?: true
  readonly required?: true
  readonly text?: { readonly allowMultipleLines?: true; readonly textType?: 'plain' }
  readonly number?: Readonly<Record<string, never>>
  readonly dateTime?: { readonly format: 'dateTime' | 'dateOnly' }
  readonly choice?: {
    readonly choices: readonly string[]
    readonly allowTextEntry: false
    readonly displayAs: 'dropDownMenu'
  }
}

/** A list of a forum's site. Beside its columns each list has SharePoint's own Title. */
export type ListDefinition = { readonly name: string; readonly columns: readonly ColumnDefinition[] }

/** Written to Config; raised when a change to the lists needs more than added columns. */
export const SCHEMA_VERSION = 1

const key = (name: string): ColumnDefinition => ({
  name,
  text: {},
  indexed: true,
  enforceUniqueValues: true,
  required: true,
})
const text = (name: string): ColumnDefinition => ({ name, text: {} })
const note = (name: string): ColumnDefinition => ({ name, text: { allowMultipleLines: true, textType: 'plain' } })
const number = (name: string): ColumnDefinition => ({ name, number: {} })
const moment = (name: string): ColumnDefinition => ({ name, dateTime: { format: 'dateTime' } })
const day = (name: string): ColumnDefinition => ({ name, dateTime: { format: 'dateOnly' } })
const choice = (name: string, ...choices: readonly string[]): ColumnDefinition => ({
  name,
  choice: { choices, allowTextEntry: false, displayAs: 'dropDownMenu' },
})
// Only when the list is made: SharePoint refuses to filter by other columns once there are 5,000 rows (PLATFORM F5.4).
const indexed = (column: ColumnDefinition): ColumnDefinition => ({ ...column, indexed: true })

const purpose = choice('Purpose', 'information', 'discussion', 'decision', 'approval', 'designation')
const openness = indexed(choice('Openness', 'open', 'closed'))
const meetingKey = indexed(text('MeetingKey'))
const itemKey = indexed(text('ItemKey'))
const organisation = indexed(text('Organisation'))

/** The lists a forum's site is given, in the order of ARCHITECTURE.md, "SharePoint schema". */
export const FORUM_LISTS: readonly ListDefinition[] = [
  {
    name: 'Config',
    columns: [number('SchemaVersion'), text('ForumName'), text('TimeZone'), note('Members'), note('Aliases')],
  },
  {
    name: 'Meetings',
    columns: [
      key('MeetingKey'),
      indexed(moment('Start')),
      moment('End'),
      text('TimeZone'),
      indexed(choice('Status', 'planned', 'moved', 'cancelled', 'held')),
      indexed(text('SupersedesKey')),
      choice('AgendaState', 'none', 'draft', 'published', 'minutes', 'approved'),
      text('Location'),
      note('MoveReason'),
      day('AnnouncedOn'),
      note('JoinUrl'),
      day('ProposalDeadline'),
      day('StatusNoteDeadline'),
    ],
  },
  {
    name: 'MeetingLinks',
    columns: [
      key('LinkKey'),
      indexed(text('ValueHash')),
      meetingKey,
      indexed(choice('Kind', 'ical', 'series', 'thread', 'short', 'token', 'manual')),
      indexed(choice('State', 'current', 'superseded', 'cancelled', 'rejected')),
      day('OccurrenceDate'),
      note('Evidence'),
    ],
  },
  {
    name: 'AgendaItems',
    columns: [
      key('ItemKey'),
      meetingKey,
      text('SortRank'),
      text('Number'),
      purpose,
      choice(
        'Kind',
        'item',
        'mutual-briefing',
        'any-other-business',
        'written-briefing',
        'participants',
        'agenda-approval',
      ),
      note('Recommendation'),
      note('CasePresentation'),
      note('Decision'),
      note('Minutes'),
      note('Presenters'),
      number('DurationMinutes'),
      openness,
      text('FromProposalKey'),
    ],
  },
  {
    name: 'Proposals',
    columns: [
      key('ProposalKey'),
      meetingKey,
      note('Recommendation'),
      note('Rationale'),
      purpose,
      number('DurationMinutes'),
      organisation,
      indexed(choice('State', 'received', 'question', 'on-agenda', 'later-meeting', 'other-forum', 'declined')),
      note('Condition'),
      note('Answer'),
      text('SourceMessage'),
    ],
  },
  {
    name: 'StatusNotes',
    columns: [key('NoteKey'), meetingKey, itemKey, organisation, note('Text'), choice('State', 'draft', 'sent')],
  },
  {
    name: 'Enclosures',
    columns: [
      key('EnclosureKey'),
      meetingKey,
      itemKey,
      number('Number'),
      choice('Kind', 'file', 'url', 'pending'),
      text('DriveId'),
      text('DriveItemId'),
      text('FileName'),
      note('LinkUrl'),
      day('PromisedDate'),
      text('Owner'),
      text('ContentTag'),
      openness,
    ],
  },
  {
    name: 'FollowUps',
    columns: [
      key('FollowUpKey'),
      meetingKey,
      itemKey,
      indexed(text('Owner')),
      day('Deadline'),
      indexed(choice('State', 'open', 'done', 'dropped')),
      note('Text'),
    ],
  },
  {
    name: 'Designations',
    columns: [
      key('DesignationKey'),
      meetingKey,
      itemKey,
      text('Body'),
      text('Seat'),
      text('Person'),
      organisation,
      day('From'),
      day('To'),
    ],
  },
  {
    name: 'MeetingLog',
    columns: [
      key('LogKey'),
      meetingKey,
      indexed(
        choice(
          'Kind',
          'found',
          'found-stale',
          'confirmed',
          'confirmed-stale',
          'rejected',
          'disputed',
          'removed',
          'moved',
          'undone',
        ),
      ),
      indexed(text('ValueHash')),
      text('LinkKey'),
      moment('Start'),
      note('Because'),
      organisation,
      text('RefersTo'),
      note('Before'),
    ],
  },
]
