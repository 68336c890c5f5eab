import { html } from 'hono/html'
import type { HostPerson } from './host-pages-tenant.ts'
import type { Markup } from './page-shell.ts'

type FaultChoice = { readonly label: string; readonly done: string; readonly request: object }

function listFaults(person: HostPerson): readonly FaultChoice[] {
  const own = { person: person.id }
  return [
    {
      label: 'Travlt: afvis 3 kald',
      done: 'De næste tre kald afvises med "for mange kald".',
      request: { faults: [{ kind: 'throttle', times: 3, retryAfterSeconds: 2, ...own }] },
    },
    {
      label: 'Nede: afvis alt',
      done: 'Alle kald svares med, at tjenesten er nede.',
      request: { faults: [{ kind: 'unavailable', ...own }] },
    },
    {
      label: 'Tab forbindelsen',
      done: 'Alle kald går tabt, før de når frem.',
      request: { faults: [{ kind: 'dropBefore', ...own }] },
    },
    {
      label: 'Tab svaret på næste skrivning',
      done: 'Den næste skrivning gemmes, men svaret går tabt.',
      request: { faults: [{ kind: 'dropAfter', method: 'POST', times: 1, ...own }] },
    },
    {
      label: 'Langsomt',
      done: 'Hvert kald tager tre sekunder mere.',
      request: { faults: [{ kind: 'slow', delayMilliseconds: 3000, ...own }] },
    },
    {
      label: 'Log ud',
      done: 'Adgangen udløber ved næste kald.',
      request: { faults: [{ kind: 'expireToken', times: 1, ...own }] },
    },
    {
      label: 'Fjern rettigheder',
      done: `${person.name} har ikke længere adgang til forummets sted.`,
      request: { faults: [{ kind: 'removeRights', ...own }] },
    },
    { label: 'Ryd alle fejl', done: 'Alt virker igen.', request: { faults: [] } },
  ]
}

/** The panel that makes things go wrong on command, and lets the demo begin again. */
export function renderFaults(person: HostPerson, canStartOver: boolean): Markup {
  return html`<section class="card" aria-labelledby="faults-name"><h2 id="faults-name">Fejl på bestilling</h2>
<p class="soft">Gælder kald fra ${person.name}, indtil du rydder dem. Åbn derefter en flade og se, hvad den siger.</p>
<div class="faults" id="faults">${listFaults(person).map(
    ({ done, label, request }) =>
      html`<button type="button" class="quiet" data-request="${JSON.stringify(request)}" data-done="${done}">${label}</button>`,
  )}</div>
${canStartOver ? html`<p><button type="button" class="quiet" id="start-over">Begynd demoen forfra</button></p>` : ''}</section>`
}
