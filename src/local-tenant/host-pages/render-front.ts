import { html } from 'hono/html'
import { browserAddress, frontAddress, type Look, outlookAddress, teamsAddress, threadAddress } from './addresses.ts'
import { sayDay, sayEntry, saySpan } from './danish-times.ts'
import type { HostMessage, HostPerson } from './host-pages-tenant.ts'
import { type LocalEvent, mailIdOf } from './local-calendar.ts'
import { findTie, type LocalForum, type LocalMeeting, rolesOf } from './local-forums.ts'
import { announcementLine, localBadge, type Markup, renderPage } from './page-shell.ts'
import { renderFaults } from './render-faults.ts'

/** What the front page shows; the person picked, and what lies in that person's mailbox. */
export type FrontView = {
  readonly persons: readonly HostPerson[]
  readonly person: HostPerson
  readonly look: Look
  readonly forums: readonly LocalForum[]
  readonly events: readonly LocalEvent[]
  readonly mails: readonly HostMessage[]
  readonly now: Date
  readonly canStartOver: boolean
}

/** The front page of the local product. */
export function renderFront(view: FrontView): Markup {
  const { look, person, persons } = view
  return renderPage({
    title: 'Mødetråd lokalt',
    styles: ['front.css'],
    scripts: ['front-page.js'],
    theme: null,
    setup: null,
    body: html`<main class="front">
<header><h1>Mødetråd</h1>${localBadge}</header>
<p class="lead">Her er Teams, Outlook og browseren efterlignet, så du kan prøve Mødetråd uden Microsoft 365. Vælg en person, og åbn derefter et møde, en indkaldelse eller en mail, som den person ville møde den.</p>
${announcementLine}
<div class="columns">
<nav aria-labelledby="people-name"><h2 id="people-name">Person</h2>
<ul class="people">${persons.map(
      (one) =>
        html`<li><a href="${frontAddress(one.id, look)}" ${one.id === person.id ? html`aria-current="true"` : ''}>${one.name}<span class="small soft">${one.about}</span></a></li>`,
    )}</ul></nav>
<div>
${renderLook(person, look)}
${renderTeamsCard(view)}
${renderOutlookCard(view)}
<section class="card" aria-labelledby="browser-name"><h2 id="browser-name">Browser</h2>
<p><a href="${browserAddress(person.id)}">Åbn Mødetråd alene i browseren</a> <span class="soft">som ${person.name}</span></p></section>
${renderFaults(person, view.canStartOver)}
</div>
</div>
</main>`,
  })
}

function renderLook(person: HostPerson, look: Look): Markup {
  const option = (value: string, label: string, chosen: string) =>
    html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${label}</option>`
  return html`<section class="card" aria-labelledby="look-name"><h2 id="look-name">${person.name}</h2>
<form id="look" method="get" action="/" class="choices">
<input type="hidden" name="person" value="${person.id}">
<label>Tema i Teams og Outlook <select name="theme">${option('default', 'Lyst', look.theme)}${option('dark', 'Mørkt', look.theme)}${option('contrast', 'Høj kontrast', look.theme)}</select></label>
<label>Sprog <select name="lang">${option('da', 'Dansk', look.language)}${option('en', 'English', look.language)}</select></label>
<button class="quiet" type="submit">Brug</button>
</form></section>`
}

const stateNames: Readonly<Record<string, string>> = {
  none: 'ingen dagsorden endnu',
  draft: 'kladde',
  published: 'dagsorden offentliggjort',
  minutes: 'referat i kladde',
  approved: 'referat godkendt',
}

function renderTeamsCard(view: FrontView): Markup {
  const { forums, look, person } = view
  const mine = new Set(rolesOf(forums, person).map((role) => role.forumId))
  const own = forums.filter((forum) => mine.has(forum.id))
  const shown = own.length > 0 ? own : forums.slice(0, 1)
  return html`<section class="card" aria-labelledby="teams-name"><h2 id="teams-name">Teams</h2>
${own.length > 0 ? '' : html`<p>${person.name} er ikke med i noget forum og ser, hvad en uden rettigheder ser.</p>`}
${shown.map(
  (forum) =>
    html`<h3>${forum.name}</h3><ul class="places">${forum.meetings
      .filter((meeting) => meeting.status !== 'moved')
      .map((meeting) => renderMeeting(meeting, person, look))}</ul>`,
)}</section>`
}

function renderMeeting(meeting: LocalMeeting, person: HostPerson, look: Look): Markup {
  const { key, thread } = meeting
  const way = (label: string, address: string) =>
    html`<a href="${address}" aria-label="${label}: ${meeting.title}, ${sayDay(meeting.startIso)}">${label}</a>`
  return html`<li data-meeting="${key}"><span class="when">${saySpan(meeting.startIso, meeting.endIso)}</span>
<span class="what soft">${stateNames[meeting.agendaState] ?? ''}</span>
<span class="ways">${way('Fane', teamsAddress(person.id, meeting, 'content', look))}
${way('Sidepanel', teamsAddress(person.id, meeting, 'sidePanel', look))}
${way('Scene', teamsAddress(person.id, meeting, 'meetingStage', look))}
${thread === null ? '' : way('Fane uden opsætning', threadAddress(person.id, thread, 'content', look))}
${thread === null ? '' : way('Opsætning', threadAddress(person.id, thread, 'settings', look))}</span></li>`
}

function renderOutlookCard(view: FrontView): Markup {
  const { forums, events, look, mails, now, person } = view
  const ahead = events.filter((event) => event.endUtc >= now.toISOString())
  const tied = ahead.filter((event) => findTie(forums, event.iCalUId) !== null || namesForum(event, forums))
  // A few are enough to see what the product says of an entry that is no forum's.
  const others = ahead.filter((event) => !tied.includes(event)).slice(0, 3)
  const plainMails = mails.filter((mail) => mail.eventICalUId === null)
  const invitationMails = mails.filter((mail) => mail.eventICalUId !== null).slice(0, 4)
  return html`<section class="card" aria-labelledby="outlook-name"><h2 id="outlook-name">Outlook</h2>
${renderEvents('Indkaldelser til fora', tied, view)}
${renderEvents('Andet i kalenderen', others, view)}
<h3>Mails</h3>
<ul class="places">${[...plainMails, ...invitationMails].map(
    (mail) =>
      html`<li><span class="when">${sayDay(mail.receivedAt)}</span><span class="what"><a href="${outlookAddress(person.id, { message: mailIdOf(mail) }, look)}">${mail.subject}</a> <span class="soft">fra ${mail.from?.name ?? 'ukendt'}${mail.eventICalUId !== null ? ' (indkaldelse)' : ''}${mail.attachments.length > 0 ? ' (med bilag)' : ''}</span></span></li>`,
  )}</ul>
${plainMails.length + invitationMails.length === 0 ? html`<p class="soft">Ingen mails.</p>` : ''}
<h3>Skriv</h3>
<p><a href="${outlookAddress(person.id, { compose: 'new' }, look)}">Ny indkaldelse</a></p></section>`
}

function namesForum(event: LocalEvent, forums: readonly LocalForum[]): boolean {
  return forums.some((forum) => event.subject.toLowerCase().includes(forum.name.toLowerCase()))
}

function renderEvents(title: string, events: readonly LocalEvent[], view: FrontView): Markup {
  const { forums, look, person } = view
  if (events.length === 0) return html`<h3>${title}</h3><p class="soft">Ingen.</p>`
  return html`<h3>${title}</h3><ul class="places">${events.map((event) => {
    const isStale = findTie(forums, event.iCalUId)?.state === 'superseded'
    return html`<li data-event="${event.id}"><span class="when">${sayEntry(event)}</span>
<span class="what"><a href="${outlookAddress(person.id, { event: event.id }, look)}">${event.subject || '(uden emne)'}</a>
<span class="soft">fra ${event.isOrganizer ? 'dig selv' : event.organizer.name}</span>
${isStale ? html`<span class="stale-mark">gammel dato</span>` : ''}${event.isCancelled ? html`<span class="stale-mark">aflyst</span>` : ''}</span>
${event.isOrganizer ? html`<span class="ways"><a href="${outlookAddress(person.id, { compose: event.id }, look)}" aria-label="Ret ${event.subject}">Ret</a></span>` : ''}</li>`
  })}</ul>`
}
