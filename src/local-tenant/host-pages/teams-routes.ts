import { type Context, Hono } from 'hono'
import type { TeamsFrame } from './browser/teams-setup.ts'
import type { HostPagesTenant, HostPerson } from './host-pages-tenant.ts'
import { type LocalForum, type LocalMeeting, recallForums } from './local-forums.ts'
import { readLook, readPerson, sendPage, sendProblem, sendUnknownPerson } from './read-query.ts'
import { renderTeams, type TeamsPlace, teamsFrames } from './render-teams.ts'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const threadShape = /^19:[^\s#]{1,200}@thread\.(v2|tacv2)$/

/** GET /local/teams: plays the Teams client. */
export function teamsRoutes(tenant: HostPagesTenant): Hono {
  const app = new Hono()
  app.get('/local/teams', async (context) => {
    const person = readPerson(tenant, context.req.query('person'))
    if (!person) return sendUnknownPerson(context)
    const place = readPlace(context, tenant, person)
    if (place === null) {
      const advice = 'Adressen nævner hverken et møde og dets forum eller en mødechat. Åbn mødet fra forsiden.'
      return sendProblem(context, 'Mødet findes ikke', advice)
    }
    const forums = await recallForums(tenant, (known) => findMeeting(known, place).meeting !== null)
    const { forum, meeting } = findMeeting(forums, place)
    return sendPage(context, renderTeams(place, meeting, forum))
  })
  return app
}

// A key we have no meeting for is passed on: what the product says of it is part of what is to be seen.
function readPlace(context: Context, tenant: HostPagesTenant, person: HostPerson): TeamsPlace | null {
  const { forum, frame, meeting, thread } = context.req.query()
  const meetingKey = meeting !== undefined && guid.test(meeting) ? meeting.toLowerCase() : null
  const chat = thread !== undefined && threadShape.test(thread) ? thread : null
  if ((meetingKey === null || forum === undefined) && chat === null) return null
  return {
    person,
    tenantId: tenant.sites()[0]?.tenantId ?? person.homeTenantId,
    frame: readFrame(frame),
    look: readLook(context),
    meetingKey,
    forumId: forum ?? null,
    thread: chat,
  }
}

function readFrame(text: string | undefined): TeamsFrame {
  return teamsFrames.find(([frame]) => frame === text)?.[0] ?? 'content'
}

function findMeeting(
  forums: readonly LocalForum[],
  place: TeamsPlace,
): { readonly forum: LocalForum | null; readonly meeting: LocalMeeting | null } {
  for (const forum of forums) {
    const meeting = forum.meetings.find(
      ({ key, thread }) => key === place.meetingKey || (place.meetingKey === null && thread === place.thread),
    )
    if (meeting) return { forum, meeting }
  }
  return { forum: null, meeting: null }
}
