import { type GraphReader, readRecord, readText } from './read-graph.ts'

/** Puts the form of an invitation into the calendar, new or changed; false for a form that says too little. */
export async function sendInvitation(reader: GraphReader, form: unknown): Promise<boolean> {
  const draft = readRecord(form)
  const subject = readText(draft['subject']).trim()
  const start = Date.parse(readText(draft['startIso']))
  const end = Date.parse(readText(draft['endIso']))
  if (subject === '' || Number.isNaN(start) || Number.isNaN(end) || end <= start) return false
  const event = {
    subject,
    start: toGraphTime(start),
    end: toGraphTime(end),
    location: { displayName: readText(draft['location']) },
    body: { contentType: 'html', content: readText(draft['bodyHtml']) },
    attendees: readMails(draft['attendees']).map((mail) => ({
      type: 'required',
      emailAddress: { address: mail, name: mail },
    })),
  }
  const eventId = readText(draft['eventId'])
  if (eventId === '') await reader.write('POST', '/me/events', event)
  else await reader.write('PATCH', `/me/events/${encodeURIComponent(eventId)}`, event)
  return true
}

function toGraphTime(moment: number): { readonly dateTime: string; readonly timeZone: 'UTC' } {
  return { dateTime: new Date(moment).toISOString().replace('.000Z', ''), timeZone: 'UTC' }
}

function readMails(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((mail): mail is string => typeof mail === 'string' && mail.includes('@'))
    : []
}
