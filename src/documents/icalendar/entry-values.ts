import ICAL from 'ical.js'

export type Component = InstanceType<typeof ICAL.Component>

/** What ical.js reads by calling it; null when that cannot be read: it looks at values late, and throws plain errors. */
export function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    // "DURATION:2 timer", a date of two digits, "BYDAY=9MO": the caller says what becomes of the entry.
    return null
  }
}

/** The component a text is; null when it breaks the rules of iCalendar. */
export function parseComponent(text: string): Component | null {
  return orNull(() => ICAL.Component.fromString(text))
}

/** The first value of a property; null when it is not there or cannot be read as what it should be. */
export function firstValueOf(component: Component, name: string): unknown {
  return orNull(() => component.getFirstPropertyValue(name))
}

/** A text property, "" when it is not there; at most 100,000 letters. */
export function textOf(component: Component, name: string): string {
  const value = firstValueOf(component, name)
  return value === null ? '' : String(value).slice(0, 100_000)
}

/** SEQUENCE: how often the organiser has changed the entry. */
export function sequenceOf(component: Component): number {
  return Number(firstValueOf(component, 'sequence')) || 0
}
