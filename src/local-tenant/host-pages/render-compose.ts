import { html } from 'hono/html'
import { toLocalInput } from './danish-times.ts'
import type { LocalEvent } from './local-calendar.ts'
import type { Markup } from './page-shell.ts'

/** An invitation being written; `eventId` when it is one that lies in the calendar already. */
export type ComposeDraft = {
  readonly eventId: string | null
  readonly subject: string
  readonly startIso: string
  readonly endIso: string
  readonly location: string
  readonly attendees: readonly string[]
  readonly bodyHtml: string
}

/** An empty form, a week ahead at nine. */
export function blankDraft(now: Date): ComposeDraft {
  const start = new Date(now.getTime() + 7 * 86_400_000)
  start.setUTCHours(8, 0, 0, 0)
  const end = new Date(start.getTime() + 2 * 3_600_000)
  return {
    eventId: null,
    subject: '',
    startIso: start.toISOString(),
    endIso: end.toISOString(),
    location: '',
    attendees: [],
    bodyHtml: '',
  }
}

/** The form with what an entry of the calendar says. */
export function draftOf(event: LocalEvent): ComposeDraft {
  return {
    eventId: event.id,
    subject: event.subject,
    startIso: event.startUtc,
    endIso: event.endUtc,
    location: event.location,
    attendees: event.attendees.map((one) => one.mail),
    bodyHtml: event.bodyHtml,
  }
}

/** The form of an invitation. Its body is filled in by the page's script, without anything that could run. */
export function renderCompose(draft: ComposeDraft): Markup {
  return html`<h2>${draft.eventId === null ? 'Ny indkaldelse' : 'Ret indkaldelse'}</h2>
<form id="compose" class="compose" data-event="${draft.eventId ?? ''}">
<label for="subject">Emne</label><input id="subject" name="subject" value="${draft.subject}" required>
<label for="attendees">Deltagere</label><input id="attendees" name="attendees" value="${draft.attendees.join('; ')}" placeholder="navn@kommune.example; ...">
<label for="start">Begynder</label><input id="start" name="start" type="datetime-local" value="${toLocalInput(draft.startIso)}" required>
<label for="end">Slutter</label><input id="end" name="end" type="datetime-local" value="${toLocalInput(draft.endIso)}" required>
<label for="location">Sted</label><input id="location" name="location" value="${draft.location}">
<div class="wide written" id="written" contenteditable="true" role="textbox" aria-multiline="true" aria-label="Tekst"></div>
<template id="draft-body">${draft.bodyHtml}</template>
<p class="wide small soft" id="at-sending" hidden></p>
<div class="wide"><button type="submit">Send</button></div>
</form>`
}
