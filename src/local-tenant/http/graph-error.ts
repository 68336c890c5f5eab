/** A refusal in Graph's own words; turned into its error envelope in one place (respond.ts). */
export class GraphError extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  /** More precise code inside `innerError`, where the service has one. */
  readonly innerCode: string | null
  /** True when what was written before the refusal stays: somebody else wrote it, as a fault has it. */
  readonly keepsWork: boolean

  constructor(
    status: number,
    code: string,
    message: string,
    more: { headers?: Record<string, string>; innerCode?: string; keepsWork?: boolean } = {},
  ) {
    super(message)
    this.name = 'GraphError'
    this.status = status
    this.code = code
    this.headers = more.headers ?? {}
    this.innerCode = more.innerCode ?? null
    this.keepsWork = more.keepsWork ?? false
  }
}

/** 501: Graph has it, this tenant does not. SUPPORT.md lists what is answered. */
export function notImplemented(what: string): GraphError {
  return new GraphError(501, 'notImplemented', `The local tenant does not implement ${what}; see SUPPORT.md.`)
}

/** 400 as the gateway in front of all services says it. */
export function badRequest(message: string, innerCode?: string): GraphError {
  return new GraphError(400, 'BadRequest', message, innerCode === undefined ? {} : { innerCode })
}

/** 400 as SharePoint and OneDrive say it. */
export function invalidRequest(message: string, innerCode?: string): GraphError {
  return new GraphError(400, 'invalidRequest', message, innerCode === undefined ? {} : { innerCode })
}

/** 404 as SharePoint and OneDrive say it. */
export function itemNotFound(message = 'The resource could not be found.'): GraphError {
  return new GraphError(404, 'itemNotFound', message)
}

/** 403 as SharePoint and OneDrive say it. */
export function accessDenied(message = 'Access denied'): GraphError {
  return new GraphError(403, 'accessDenied', message)
}

/** 412 as SharePoint and OneDrive say it. `keepsWork` when the other's change was just made by a fault. */
export function resourceModified(keepsWork = false): GraphError {
  const message = 'The resource has changed since the caller last read it; usually an eTag mismatch'
  return new GraphError(412, 'resourceModified', message, { keepsWork })
}

/** 412 as Exchange says it. */
export function irresolvableConflict(keepsWork = false): GraphError {
  const message =
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.'
  return new GraphError(412, 'ErrorIrresolvableConflict', message, { keepsWork })
}

/** 404 as Exchange says it. */
export function errorItemNotFound(): GraphError {
  return new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
}

/** 403 as Exchange says it. */
export function errorAccessDenied(): GraphError {
  return new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
}

/** 400 as Exchange says it. */
export function errorInvalidRequest(message: string, code = 'ErrorInvalidRequest'): GraphError {
  return new GraphError(400, code, message)
}

/** 405: the address exists, the method does not. */
export function methodNotAllowed(allowed: readonly string[]): GraphError {
  return new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.', {
    headers: { Allow: [...allowed].sort().join(', ') },
  })
}
