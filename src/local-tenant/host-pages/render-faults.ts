import { html } from 'hono/html'
import type { HostPerson } from './host-pages-tenant.ts'
import type { Markup } from './page-shell.ts'

type FaultChoice = { readonly label: string; readonly done: string; readonly fault: object | null }

// What each button does, for the picked person's requests only.
const faultChoices: readonly FaultChoice[] = [
  {
    label: 'Travlt: afvis 3 kald',
    done: 'De næste tre kald afvises med "for mange kald".',
    fault: { kind: 'throttle', times: 3, retryAfterSeconds: 2 },
  },
  {
    label: 'Nede: afvis alt',
    done: 'Alle kald svares med, at tjenesten er nede.',
    fault: { kind: 'unavailable' },
  },
  {
    label: 'Tab forbindelsen',
    done: 'Alle kald går tabt, før de når frem.',
    fault: { kind: 'dropBefore' },
  },
  {
    label: 'Tab svaret på næste skrivning',
    done: 'Den næste skrivning gemmes, men svaret går tabt.',
    fault: { kind: 'dropAfter', method: 'POST', times: 1 },
  },
  {
    label: 'Langsomt',
    done: 'Hvert kald tager tre sekunder mere.',
    fault: { kind: 'slow', delayMilliseconds: 3000 },
  },
  {
    label: 'Log ud',
    done: 'Adgangen udløber ved næste kald.',
    fault: { kind: 'expireToken', times: 1 },
  },
  {
    label: 'Fjern rettigheder',
    done: 'Personen har ikke længere adgang til forummernes steder.',
    fault: { kind: 'removeRights' },
  },
  { label: 'Ryd alle fejl', done: 'Alt virker igen.', fault: null },
]

function requestOf({ fault }: FaultChoice, person: HostPerson): string {
  return JSON.stringify({ faults: fault === null ? [] : [{ ...fault, person: person.id }] })
}

/** The panel that makes things go wrong on command, and lets the demo begin again. */
export function renderFaults(person: HostPerson, canStartOver: boolean): Markup {
  return html`<section class="card" aria-labelledby="faults-name"><h2 id="faults-name">Fejl på bestilling</h2>
<p class="soft">Gælder kald fra ${person.name}, indtil du rydder dem. Åbn derefter en flade og se, hvad den siger.</p>
<div class="faults" id="faults">${faultChoices.map(
    (choice) =>
      html`<button type="button" class="quiet" data-request="${requestOf(choice, person)}" data-done="${choice.done}">${choice.label}</button>`,
  )}</div>
${canStartOver ? html`<p><button type="button" class="quiet" id="start-over">Begynd demoen forfra</button></p>` : ''}</section>`
}
