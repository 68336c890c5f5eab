import { createOffice, type OfficeFake, type OfficeInfo, officeEnums } from '../office-fake.ts'
import type { FromOutlook, OutlookHello, OutlookQuestion, ToOutlook } from './outlook-wire.ts'

const waiting = new Map<number, { give: (value: unknown) => void; refuse: (error: Error) => void }>()
let lastNumber = 0
let office: OfficeFake | null = null

/** Asks the page that plays Outlook around this frame. */
function ask(question: OutlookQuestion): Promise<unknown> {
  lastNumber += 1
  const message: ToOutlook = { officeQuestion: question, number: lastNumber }
  return new Promise((give, refuse) => {
    waiting.set(message.number, { give, refuse })
    window.parent.postMessage(message, location.origin)
  })
}

function receive(message: FromOutlook): void {
  if ('officeNews' in message) {
    office?.take(message.officeNews)
    return
  }
  const asked = waiting.get(message.officeAnswer)
  waiting.delete(message.officeAnswer)
  if (message.problem === null) asked?.give(message.value)
  else asked?.refuse(new Error(message.problem))
}

window.addEventListener('message', (event: MessageEvent<FromOutlook | null>) => {
  const { data } = event
  if (event.source !== window.parent || event.origin !== location.origin) return
  if (typeof data === 'object' && data !== null && ('officeNews' in data || 'officeAnswer' in data)) receive(data)
})

/** As the real library: ready with Outlook around it, and ready with nothing when opened alone. */
async function start(): Promise<OfficeInfo> {
  if (window.parent === window) return { host: null, platform: null }
  const hello = await ask({ what: 'hello' })
  office = createOffice(hello as OutlookHello, { ask })
  Object.defineProperties(library.context, Object.getOwnPropertyDescriptors(office.context))
  return office.onReady()
}

// The real library lays null over these two (DEPENDENCIES 9); code that lives with it must take that away again.
Object.assign(history, { pushState: null, replaceState: null })

const library = {
  ...officeEnums,
  context: {},
  onReady: async (callback?: (info: OfficeInfo) => void): Promise<OfficeInfo> => {
    const info = await ready
    callback?.(info)
    return info
  },
}
const ready = start()

Object.defineProperty(window, 'Office', { value: library, configurable: true, writable: true })
