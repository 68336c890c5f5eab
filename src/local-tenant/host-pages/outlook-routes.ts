import { type Context, Hono } from 'hono'
import type { HostPagesTenant, HostPerson } from './host-pages-tenant.ts'
import { findMail, listEntries, readEvent, readFileContent } from './local-calendar.ts'
import { toRestId } from './office-ids.ts'
import { isFault, readAs } from './read-graph.ts'
import { readLook, readPerson, sendPage, sendProblem, sendUnknownPerson } from './read-query.ts'
import { blankDraft, draftOf } from './render-compose.ts'
import { mailToOpenItem, type OutlookPlace, paneWidths, renderMail, renderOutlook } from './render-outlook.ts'
import { sendInvitation } from './send-invitation.ts'

type Asker = { readonly tenant: HostPagesTenant; readonly person: HostPerson }

/** GET /local/outlook and what that page asks for: bodies, files, whether an entry is still there, and sending. */
export function outlookRoutes(tenant: HostPagesTenant, now: () => Date): Hono {
  const app = new Hono()
  const asPerson = (answer: (context: Context, asker: Asker) => Promise<Response>) => async (context: Context) => {
    const person = readPerson(tenant, context.req.query('person'))
    return person ? answer(context, { tenant, person }) : sendUnknownPerson(context)
  }
  app.get(
    '/local/outlook',
    asPerson(async (context, asker) => openOutlook(context, asker, now())),
  )
  app.get('/local/file', asPerson(sendFile))
  app.get('/local/mail-item', asPerson(sendMailItem))
  app.get('/local/item-state', asPerson(sendItemState))
  app.post('/local/send', asPerson(sendForm))
  return app
}

async function openOutlook(context: Context, asker: Asker, now: Date): Promise<Response> {
  const { person, tenant } = asker
  const place = await readPlace(context, asker, now)
  if (place === null) {
    const advice = `Adressen nævner hverken en aftale, en mail eller en kladde i ${person.name}s postkasse. Måske er den slettet. Åbn en anden fra forsiden.`
    return sendProblem(context, 'Det findes ikke i postkassen', advice)
  }
  const asked = Number(context.req.query('width'))
  const width = paneWidths.find((known) => known === asked) ?? 320
  const events = listEntries(tenant, person.id)
  const mails = tenant.messagesOf(person.id)
  return sendPage(context, renderOutlook({ person, place, look: readLook(context), width, events, mails }))
}

async function readPlace(context: Context, asker: Asker, now: Date): Promise<OutlookPlace | null> {
  const { person, tenant } = asker
  const { compose, event: eventId, message } = context.req.query()
  if (eventId !== undefined) {
    const event = await readEvent(tenant, person.id, eventId)
    return event === null ? null : { kind: 'event', event }
  }
  if (message !== undefined) return readMailPlace(asker, message)
  if (compose === 'new') return { kind: 'compose', draft: blankDraft(now) }
  if (compose === undefined) return null
  const event = await readEvent(tenant, person.id, compose)
  return event === null ? null : { kind: 'compose', draft: draftOf(event) }
}

function readMailPlace({ person, tenant }: Asker, id: string): Extract<OutlookPlace, { kind: 'mail' }> | null {
  const mail = findMail(tenant, person.id, id)
  if (!mail) return null
  const invited = mail.eventICalUId
  const event = invited === null ? undefined : tenant.eventsOf(person.id).find(({ iCalUId }) => iCalUId === invited)
  return { kind: 'mail', mail, event: event ?? null }
}

async function sendMailItem(context: Context, asker: Asker): Promise<Response> {
  const place = readMailPlace(asker, context.req.query('message') ?? '')
  if (place === null) return context.json({}, 404)
  const markup = String(await renderMail(place.mail))
  return context.json({ item: mailToOpenItem(place), markup })
}

async function sendItemState(context: Context, { person, tenant }: Asker): Promise<Response> {
  try {
    const event = await readEvent(tenant, person.id, context.req.query('event') ?? '')
    return context.json({ exists: event !== null })
  } catch (error) {
    if (!isFault(error)) throw error
    return context.json({ exists: true })
  }
}

async function sendFile(context: Context, { person, tenant }: Asker): Promise<Response> {
  const { file, message } = context.req.query()
  const content = await readFileContent(tenant, person.id, toRestId(message ?? ''), file ?? '')
  return content === null ? context.text('', 404) : context.text(content)
}

async function sendForm(context: Context, { person, tenant }: Asker): Promise<Response> {
  const reader = readAs(tenant, person.id)
  const form: unknown = await context.req.json().catch(() => null)
  const sent = reader !== null && (await sendInvitation(reader, form))
  return sent ? context.json({ sent }) : context.json({ sent }, 400)
}
