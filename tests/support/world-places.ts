import type { WorldJson } from './product.ts'

/** A meeting together with a person who may open it. */
export type OpenableMeeting = {
  readonly person: string
  readonly meetingKey: string
  readonly forumId: string
  /** Paths on the product's origin, by surface: "content", "sidePanel", "meetingStage". */
  readonly addresses: { readonly [surface: string]: string }
}

/** The next meeting with a published agenda, and the first person with that role in its forum. */
export function findComingMeeting(world: WorldJson, role: 'member' | 'secretary' | 'chair'): OpenableMeeting {
  const [meeting] = world.meetings
    .filter((one) => one.status === 'planned' && one.agendaState === 'published' && one.startIso > world.now)
    .sort((a, b) => a.startIso.localeCompare(b.startIso))
  const members = world.forums.find(({ id }) => id === meeting?.forumId)?.members ?? []
  const mails = new Set(members.filter((member) => member.role === role).map(({ mail }) => mail.toLowerCase()))
  const person = world.persons.find(({ id, mail }) => mails.has(mail.toLowerCase()) && meeting?.addresses[id])
  const addresses = person && meeting?.addresses[person.id]
  if (meeting === undefined || person === undefined || addresses === undefined) {
    throw new Error(`The world has no coming meeting with a published agenda and a ${role}`)
  }
  return { person: person.id, meetingKey: meeting.key, forumId: meeting.forumId, addresses }
}
