import type { World, WorldSite } from '../world.ts'
import { chefforumContent, type SiteContent } from './chefforum-rows.ts'
import { shiftDate, utcAt } from './danish-clock.ts'
import { type DemoDates, layDates } from './demo-dates.ts'
import { forumLists } from './forum-lists.ts'
import { configRow } from './forum-rows.ts'
import { chefforum, demoForums, type ForumSketch, personsWithRole } from './forums.ts'
import { driveIdOf } from './identifiers.ts'
import { chatOf, eventOf, newInvitation, pastInvitation, staleInvitation } from './invitations.ts'
import { demoMails } from './mails.ts'
import { noiseEvents } from './noise-events.ts'
import { otherForumContent, otherForums } from './other-forums.ts'
import { demoPersons, demoTenants, hostTenantId } from './people.ts'

/**
 * The worlds that can be asked for by name: "chefforum" is the demo; "tom" has the same people and forums, but no
 * meetings, calendars or mails; "uden-lister" has sites in which nothing has been set up.
 */
export const worldNames = ['chefforum', 'tom', 'uden-lister'] as const

const nothing: SiteContent = { rows: {}, files: [] }

/** Builds an invented world laid around a moment; the same moment gives the same world. Throws on an unknown name. */
export function buildWorld(name: string, now: Date): World {
  switch (name) {
    case 'chefforum':
      return buildDemo(now)
    case 'tom':
      return buildBare(now, (forum) => siteOf(forum, nothing, layDates(now)))
    case 'uden-lister':
      return buildBare(now, (forum) => ({ ...siteOf(forum, nothing, layDates(now)), lists: [] }))
    default:
      throw new Error(`Unknown seed "${name}"; there is: ${worldNames.join(', ')}`)
  }
}

function buildBare(now: Date, makeSite: (forum: ForumSketch) => WorldSite): World {
  return {
    now: now.toISOString(),
    tenants: demoTenants,
    persons: demoPersons,
    sites: demoForums.map(makeSite),
    events: [],
    messages: [],
    chats: [],
  }
}

function buildDemo(now: Date): World {
  const dates = layDates(now)
  const others = otherForums(dates)
  const ownInvitations = [pastInvitation(dates), staleInvitation(dates), newInvitation(dates)]
  const invitations = [...ownInvitations, ...others.map((other) => other.invitation)]
  return {
    ...buildBare(now, (forum) => siteOf(forum, nothing, dates)),
    sites: [
      siteOf(chefforum, chefforumContent(dates), dates),
      ...others.map((other) => siteOf(other.forum, otherForumContent(other, dates), dates)),
    ],
    events: [...invitations.map(eventOf), ...noiseEvents(dates)],
    messages: demoMails(dates, invitations),
    chats: invitations.filter((invitation) => invitation.link === 'long').map(chatOf),
  }
}

function siteOf(forum: ForumSketch, content: SiteContent, dates: DemoDates): WorldSite {
  const secretaries = personsWithRole(forum, 'secretary')
  const [first = 'lone'] = secretaries
  const config = configRow(forum, first, utcAt(shiftDate(dates.oldInvitationSent, -30), '09:00'))
  return {
    id: forum.siteId,
    tenantId: hostTenantId,
    name: forum.name,
    path: `/sites/${forum.path}`,
    owners: secretaries,
    members: [...personsWithRole(forum, 'chair', 'viceChair', 'member'), ...forum.guests],
    visitors: [],
    lists: forumLists.map((list) => ({
      name: list.name,
      columns: list.columns,
      rows: list.name === 'Config' ? [config] : (content.rows[list.name] ?? []),
    })),
    driveId: driveIdOf(forum.path),
    files: content.files,
  }
}
