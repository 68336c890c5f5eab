/** Where in a document something stands: page from 1 when known, paragraph from 0 in document order. */
export type Place = { readonly page: number | null; readonly paragraph: number }

/** Something a person should look at: a rule id, a Danish sentence, and the place. */
export type Finding = { readonly rule: string; readonly message: string; readonly place: Place | null }

/** What was understood of a messy source, and what was not. */
export type Reading<T> = { readonly value: T; readonly findings: readonly Finding[] }
