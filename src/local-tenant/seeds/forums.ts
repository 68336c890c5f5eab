import { guidOf, siteIdOf } from './identifiers.ts'
import { type PersonName, personNamed, sharePointHost } from './people.ts'

export type Role = 'chair' | 'viceChair' | 'secretary' | 'member'

/** A forum of the demo: who is in it, and where its site is. */
export type ForumSketch = {
  readonly path: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly siteId: string
  readonly roles: readonly (readonly [PersonName, Role])[]
  /** People with access to the site who are not in the forum. */
  readonly guests: readonly PersonName[]
}

function forum(
  path: string,
  name: string,
  aliases: readonly string[],
  roles: ForumSketch['roles'],
  guests: ForumSketch['guests'] = [],
): ForumSketch {
  return { path, name, aliases, siteId: siteIdOf(sharePointHost, path), roles, guests }
}

function asMembers(...names: readonly PersonName[]): readonly (readonly [PersonName, Role])[] {
  return names.map((name) => [name, 'member'] as const)
}

/** The forum of the case: twelve members and a secretariat of three. Gorm of Direktørforum may read and write along. */
export const chefforum = forum(
  'chefforum',
  'Chefforum',
  ['Chefforum for sundheds- og ældrechefer', 'Chefforum Nordenå'],
  [
    ['hanne', 'chair'],
    ['birgit', 'viceChair'],
    ['lone', 'secretary'],
    ['vibe', 'secretary'],
    ['jonas', 'secretary'],
    ...asMembers('mads', 'soeren', 'inge', 'tove', 'peter', 'anja', 'erik', 'rikke', 'ole', 'lars'),
  ],
  ['gorm'],
)

/** Its name begins with the first one's. */
export const eastCluster = forum(
  'chefforum-klynge-oest',
  'Chefforum Klynge Øst',
  ['Klynge Øst', 'Chefforum Øst'],
  [['inge', 'chair'], ['vibe', 'secretary'], ...asMembers('soeren', 'anja', 'ole', 'erik')],
)

export const direktoerforum = forum(
  'direktoerforum',
  'Direktørforum',
  ['Direktørforum for sundhed og velfærd'],
  [['gorm', 'chair'], ['lone', 'secretary'], ...asMembers('peter', 'dorte', 'erik')],
)

export const driftsforum = forum(
  'driftsforum',
  'Driftsforum Sundhed og Ældre',
  ['Driftsforum'],
  [['ole', 'chair'], ['jonas', 'secretary'], ...asMembers('kaj', 'anja', 'rikke', 'lars')],
)

/** The four forums of the demo, the one of the case first. */
export const demoForums: readonly ForumSketch[] = [chefforum, eastCluster, direktoerforum, driftsforum]

/** The MeetingKey of a named meeting of a forum: the same in every run. */
export function meetingKeyOf(forum: ForumSketch, meeting: string): string {
  return guidOf(`meeting:${forum.path}:${meeting}`)
}

/** The persons of a forum with one of these roles. */
export function personsWithRole(forum: ForumSketch, ...roles: readonly Role[]): readonly PersonName[] {
  return forum.roles.filter(([, role]) => roles.includes(role)).map(([person]) => person)
}

/** What the Config list says about the members, as JSON. */
export function membersJson(forum: ForumSketch): string {
  return JSON.stringify(
    forum.roles.map(([id, role]) => {
      const person = personNamed(id)
      return { name: person.name, mail: person.mail, organisation: person.organisation, role }
    }),
  )
}
