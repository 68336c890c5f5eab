import { html } from 'hono/html'
import { frontAddress, type Look, outlookAddress, paneAddress } from './addresses.ts'
import type { OutlookSetup } from './browser/outlook-setup.ts'
import type { OpenItem } from './browser/outlook-wire.ts'
import { sayDay, sayEntry, saySpan } from './danish-times.ts'
import type { HostEvent, HostMessage, HostPerson } from './host-pages-tenant.ts'
import { type LocalEvent, mailIdOf } from './local-calendar.ts'
import { toEwsId } from './office-ids.ts'
import { announcementLine, localBadge, type Markup, renderPage, renderThemeChoice } from './page-shell.ts'
import { type ComposeDraft, renderCompose } from './render-compose.ts'

const themes = [
  ['light', 'Lyst'],
  ['dark', 'Mørkt'],
  ['contrast', 'Høj kontrast'],
] as const

/** The widths Outlook has been seen to give a pane, in px (PLATFORM F3.15). */
export const paneWidths = [270, 320, 350, 450] as const

/** What stands open: an entry of the calendar, a mail with its files, or a form. */
export type OutlookPlace =
  | { readonly kind: 'event'; readonly event: LocalEvent }
  | {
      readonly kind: 'mail'
      readonly mail: HostMessage
      /** The entry an invitation's mail is about; null for other mails, and when it is gone. */
      readonly event: HostEvent | null
    }
  | { readonly kind: 'compose'; readonly draft: ComposeDraft }

/** Everything the page that plays Outlook shows. */
export type OutlookView = {
  readonly person: HostPerson
  readonly place: OutlookPlace
  readonly look: Look
  readonly width: number
  readonly events: readonly LocalEvent[]
  readonly mails: readonly HostMessage[]
}

/** The page that plays Outlook. */
export function renderOutlook(view: OutlookView): Markup {
  const { look, person, place } = view
  const theme = look.theme === 'default' ? 'light' : look.theme
  const setup: OutlookSetup = {
    personId: person.id,
    profile: { name: person.name, mail: person.mail },
    language: look.language,
    theme,
    item: toOpenItem(place, person),
    stateUrl: stateAddress(person, place),
    appUrl: paneAddress(person.id),
  }
  return renderPage({
    title: `${titleOf(place)} – Outlook lokalt`,
    styles: ['outlook.css'],
    scripts: ['outlook-page.js'],
    theme,
    setup,
    body: html`${renderBar(view, theme)}
${announcementLine}
<div class="desk">
${renderFolder(view)}
<main class="open-item" id="open-item" tabindex="-1" aria-label="Åbent i Outlook">${renderPlace(view)}</main>
<section class="pane" data-width="${view.width}" aria-labelledby="pane-name"><h2 id="pane-name">Mødetråd</h2><iframe id="app-frame" title="Mødetråd" allow="clipboard-write"></iframe></section>
</div>`,
  })
}

function titleOf(place: OutlookPlace): string {
  if (place.kind === 'compose') return place.draft.eventId === null ? 'Ny indkaldelse' : place.draft.subject
  return (place.kind === 'event' ? place.event.subject : place.mail.subject) || '(uden emne)'
}

function stateAddress(person: HostPerson, place: OutlookPlace): string | null {
  if (place.kind !== 'event') return null
  return `/local/item-state?person=${encodeURIComponent(person.id)}&event=${encodeURIComponent(place.event.id)}`
}

function renderBar(view: OutlookView, theme: string): Markup {
  return html`<header class="outlook-bar">
<h1>Outlook</h1>
${localBadge}
<div class="tools">
<span>${view.person.name}</span>
<a href="${frontAddress(view.person.id, view.look)}">Skift person</a>
<label>Rudens bredde <select id="width">${paneWidths.map(
    (width) => html`<option value="${width}" ${width === view.width ? 'selected' : ''}>${width} px</option>`,
  )}</select></label>
${renderThemeChoice(themes, theme)}
<a href="${outlookAddress(view.person.id, { compose: 'new' }, view.look)}">Ny indkaldelse</a>
</div>
</header>`
}

function renderFolder(view: OutlookView): Markup {
  const { events, look, mails, person, place } = view
  const openId = place.kind === 'event' ? place.event.id : place.kind === 'mail' ? place.mail.id : null
  const link = (id: string, address: string, top: string, bottom: string, mailId: string) =>
    html`<li><a href="${address}" ${id === openId ? html`aria-current="page"` : ''} data-mail="${mailId}">${top || '(uden emne)'}<span class="small soft">${bottom}</span></a></li>`
  return html`<nav class="folder" aria-label="Kalender og post">
<h2>Kalender</h2>
<ul>${events.map((event) =>
    link(event.id, outlookAddress(person.id, { event: event.id }, look), event.subject, sayEntry(event), ''),
  )}</ul>
<h2>Indbakke</h2>
<ul>${mails.map((mail) =>
    link(
      mail.id,
      outlookAddress(person.id, { message: mailIdOf(mail) }, look),
      mail.subject,
      `${mail.from?.name ?? 'ukendt'} · ${sayDay(mail.receivedAt)}`,
      mail.id,
    ),
  )}</ul>
</nav>`
}

function renderPlace(view: OutlookView): Markup {
  const { person, place } = view
  switch (place.kind) {
    case 'event':
      return renderEvent(place.event, person)
    case 'mail':
      return renderMail(place.mail)
    case 'compose':
      return renderCompose(place.draft)
  }
}

function renderEvent(event: LocalEvent, person: HostPerson): Markup {
  return html`<p class="gone" id="gone" role="status" hidden>Aftalen findes ikke længere i ${person.name}s kalender. Den ligger i Slettet post.</p>
<h2>${event.subject || '(uden emne)'}</h2>
<dl>
<dt>Hvornår</dt><dd>${sayEntry(event)}${event.isCancelled ? html` <span class="stale-mark">Aflyst</span>` : ''}</dd>
<dt>Hvor</dt><dd>${event.location || 'Intet sted'}</dd>
<dt>Indkaldt af</dt><dd>${event.organizer.name}${event.isOrganizer ? ' (dig)' : ''}</dd>
<dt>Deltagere</dt><dd>${event.attendees.map((one) => one.name).join(', ') || 'Ingen'}</dd>
</dl>
<p><button type="button" class="quiet" id="refresh">Opdater</button></p>
${bodyPlace}`
}

/** A mail's head and files, and the place for its body. */
export function renderMail(mail: HostMessage): Markup {
  const files = mail.attachments
  return html`<h2>${mail.subject || '(uden emne)'}</h2>
<dl>
<dt>Fra</dt><dd>${mail.from?.name ?? 'ukendt'} &lt;${mail.from?.mail ?? ''}&gt;</dd>
<dt>Modtaget</dt><dd>${saySpan(mail.receivedAt, mail.receivedAt).replace(/-[\d.]+$/, '')}</dd>
</dl>
${files.length === 0 ? '' : html`<ul class="files" aria-label="Vedhæftede filer">${files.map((file) => html`<li>${file.name} <span class="soft">${Math.max(1, Math.round(file.sizeBytes / 1000))} kB</span></li>`)}</ul>`}
${bodyPlace}`
}

// A body comes from outside: the page's script takes out of it what could do anything and puts the rest here.
const bodyPlace = html`<div class="item-body" id="item-body"></div>`

function toOpenItem(place: OutlookPlace, person: HostPerson): OpenItem {
  if (place.kind === 'compose') {
    const { eventId } = place.draft
    const organizer = { name: person.name, mail: person.mail }
    return { kind: 'compose', ewsId: eventId === null ? null : toEwsId(eventId), organizer }
  }
  return place.kind === 'event' ? eventToOpenItem(place.event) : mailToOpenItem(place)
}

function eventToOpenItem(event: LocalEvent): OpenItem {
  return {
    kind: 'appointment',
    ewsId: toEwsId(event.id),
    subject: event.subject,
    startIso: event.startUtc,
    endIso: event.endUtc,
    organizer: event.organizer,
    attendees: event.attendees,
    location: event.location,
    bodyHtml: event.bodyHtml,
    seriesId: event.seriesMasterId === null ? null : toEwsId(event.seriesMasterId),
    files: [],
  }
}

/** A mail as the add-in sees it; an invitation's has the times of its meeting. */
export function mailToOpenItem(place: Extract<OutlookPlace, { kind: 'mail' }>): OpenItem {
  const { event, mail } = place
  return {
    kind: 'message',
    ewsId: toEwsId(mail.id),
    subject: mail.subject,
    from: mail.from ?? { name: '', mail: '' },
    itemClass: mail.eventICalUId !== null ? 'IPM.Schedule.Meeting.Request' : 'IPM.Note',
    startIso: event?.startUtc ?? null,
    endIso: event?.endUtc ?? null,
    receivedIso: mail.receivedAt,
    bodyHtml: mail.bodyHtml,
    files: mail.attachments.map(({ id, name, contentType, sizeBytes, isInline }) => ({
      id,
      name,
      contentType,
      sizeBytes,
      isInline,
    })),
  }
}
