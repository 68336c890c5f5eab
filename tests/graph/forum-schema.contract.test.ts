import { expect, test } from 'vitest'
import { agendaItemRows, enclosureRows } from '../../src/graph/agenda-rows.ts'
import { proposalRows, statusNoteRows } from '../../src/graph/contribution-rows.ts'
import { FORUM_LISTS } from '../../src/graph/forum-schema.ts'
import { logRows } from '../../src/graph/log-rows.ts'
import { linkRows, meetingRows } from '../../src/graph/meeting-rows.ts'
import { forumLists } from '../../src/local-tenant/seeds/forum-lists.ts'

test('the lists the app makes are those the local tenant was given, written twice on purpose', () => {
  expect(FORUM_LISTS.map(({ name }) => name)).toEqual(forumLists.map(({ name }) => name))
})

test.each(FORUM_LISTS)('the columns of $name are the same on both sides', ({ name, columns }) => {
  const theirs = forumLists.find((list) => list.name === name)?.columns
  expect(columns.toSorted(byName)).toEqual(theirs?.toSorted(byName))
})

test.each(FORUM_LISTS)('$name has at most 20 indexed columns, and none with a name of SharePoint', ({ columns }) => {
  expect(columns.filter((column) => column.indexed).length).toBeLessThanOrEqual(20)
  const taken = ['Title', 'Attachments', 'Created', 'Modified', 'Author', 'Editor', 'ID']
  expect(columns.filter((column) => taken.includes(column.name))).toEqual([])
})

test.each([meetingRows, linkRows, agendaItemRows, proposalRows, statusNoteRows, enclosureRows, logRows])(
  'every column read from $list is one that is made, its key unique and indexed',
  ({ list, columns, keyColumn }) => {
    const made = FORUM_LISTS.find(({ name }) => name === list)?.columns ?? []
    const names = ['Title', ...made.map(({ name }) => name)]
    expect(columns.filter((column) => !names.includes(column))).toEqual([])
    expect(made.find(({ name }) => name === keyColumn)).toMatchObject({ indexed: true, enforceUniqueValues: true })
  },
)

function byName(a: object, b: object): number {
  return nameOf(a) < nameOf(b) ? -1 : 1
}

function nameOf(column: object): string {
  return 'name' in column ? String(column.name) : ''
}
