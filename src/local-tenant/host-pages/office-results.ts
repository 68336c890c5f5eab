/** Office's answer to a call, as its callbacks get it. */
type OfficeResult = {
  readonly status: 'succeeded' | 'failed'
  readonly value: unknown
  readonly error: { readonly code: number; readonly name: string; readonly message: string } | null
  readonly asyncContext: unknown
  readonly diagnostics: null
}

export type OfficeCallback = (result: OfficeResult) => void

/** The callback among a call's optional last arguments, with the context given in the options before it. */
export function pickCallback(rest: readonly unknown[]): {
  readonly callback: OfficeCallback | null
  readonly context: unknown
} {
  const found = rest.find((argument) => typeof argument === 'function')
  const options = rest.find((argument) => typeof argument === 'object' && argument !== null)
  return {
    callback: found === undefined ? null : (found as OfficeCallback),
    context: options && 'asyncContext' in options ? options.asyncContext : undefined,
  }
}

// Codes of the real library, by the name it gives them.
const errorCodes: Readonly<Record<string, number>> = {
  InternalError: 5001,
  ItemNotSaved: 9018,
  AttachmentNotFound: 9020,
}

/** Gives an outcome to a callback, never before the call has returned. The error's message is the name of its kind. */
export function answerLater(to: ReturnType<typeof pickCallback>, outcome: Promise<unknown>): void {
  const give = (result: Pick<OfficeResult, 'status' | 'value' | 'error'>) =>
    to.callback?.({ ...result, asyncContext: to.context, diagnostics: null })
  outcome.then(
    (value) => give({ status: 'succeeded', value, error: null }),
    (error: unknown) => {
      const name = error instanceof Error ? error.message : 'InternalError'
      give({ status: 'failed', value: undefined, error: { code: errorCodes[name] ?? 5001, name, message: name } })
    },
  )
}
