import type { ForumId } from '../../shared/ids.ts'

/** *Medlem* or secretary of a forum. `mail` is the address invitations are sent to, lower case. */
export type Member = {
  readonly name: string
  readonly mail: string
  readonly organisation: string
  readonly role: MemberRole
}

/** What a person does in a forum: *formand*, *næstformand*, *sekretær*, *medlem*. */
export type MemberRole = 'chair' | 'viceChair' | 'secretary' | 'member'

/** *Forum* or *udvalg*: the standing group whose meetings we keep. `aliases` are other names seen in subjects. */
export type Forum = {
  readonly id: ForumId
  readonly name: string
  readonly aliases: readonly string[]
  readonly timeZone: string
  readonly members: readonly Member[]
}

/** Finds the member with that mail address, whatever its case. */
export function findMember(forum: Forum, mail: string): Member | undefined {
  const wanted = mail.toLowerCase()
  return forum.members.find((member) => member.mail === wanted)
}

/** True for those who edit the agenda: the forum's own secretaries and its chair. */
export function mayEditAgenda(member: Member | undefined): boolean {
  return member?.role === 'secretary' || member?.role === 'chair'
}
