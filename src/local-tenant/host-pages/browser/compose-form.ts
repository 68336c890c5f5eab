import { makeHarmless } from './harmless.ts'
import { findPart } from './page-setup.ts'

/** The form of an invitation as the add-in and the person use it. */
export type ComposeForm = {
  readonly read: (field: 'subject' | 'start' | 'end' | 'body') => string
  readonly setBody: (html: string) => void
  readonly insert: (place: 'start' | 'selection' | 'sending', html: string) => void
  /** Calls back with a sentence when the person has pressed Send and the calendar has answered. */
  readonly whenSent: (tell: (message: string) => void) => void
}

/** Takes hold of the form; without one (reading) everything the add-in asks of it fails. */
export function createComposeForm(personId: string): ComposeForm {
  const form = document.querySelector<HTMLFormElement>('#compose')
  if (form === null) return refusingForm
  const written = findPart('#written', HTMLElement)
  const draft = document.querySelector<HTMLTemplateElement>('#draft-body')
  written.append(makeHarmless(draft?.content.textContent ?? ''))
  let atSending = ''
  return {
    read: (field) => (field === 'body' ? written.innerHTML : readField(form, field)),
    setBody: (html) => written.replaceChildren(makeHarmless(html)),
    insert: (place, html) => {
      if (place === 'sending') {
        atSending += html
        showAtSending(html)
      } else if (place === 'start') written.prepend(makeHarmless(html))
      else insertAtSelection(written, makeHarmless(html))
    },
    whenSent: (tell) => {
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        void send(form, personId, written.innerHTML + atSending).then(tell)
      })
    },
  }
}

const refuse = () => {
  throw new Error('InvalidOperationException')
}

const refusingForm: ComposeForm = { read: refuse, setBody: refuse, insert: refuse, whenSent: () => undefined }

function readField(form: HTMLFormElement, name: 'subject' | 'start' | 'end' | 'attendees' | 'location'): string {
  const value = new FormData(form).get(name)
  const text = typeof value === 'string' ? value : ''
  // The inputs hold the clock of this browser; the add-in gets an instant.
  return name === 'start' || name === 'end' ? new Date(text).toISOString() : text
}

function insertAtSelection(written: HTMLElement, content: DocumentFragment): void {
  const selection = document.getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  if (range === null || !written.contains(range.commonAncestorContainer)) {
    written.append(content)
    return
  }
  range.deleteContents()
  range.insertNode(content)
}

function showAtSending(html: string): void {
  const note = findPart('#at-sending', HTMLElement)
  note.hidden = false
  note.textContent = `Tilføjes, når du sender: ${makeHarmless(html).textContent ?? ''}`
}

async function send(form: HTMLFormElement, personId: string, bodyHtml: string): Promise<string> {
  const draft = {
    eventId: form.dataset['event'] || null,
    subject: readField(form, 'subject'),
    startIso: readField(form, 'start'),
    endIso: readField(form, 'end'),
    location: readField(form, 'location'),
    attendees: readField(form, 'attendees')
      .split(/[;,]/)
      .map((mail) => mail.trim())
      .filter(Boolean),
    bodyHtml,
  }
  const response = await fetch(`/local/send?person=${encodeURIComponent(personId)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(draft),
  })
  return response.ok ? 'Indkaldelsen er sendt.' : `Indkaldelsen blev ikke sendt (${response.status}).`
}
