/** Makes a forgotten case of a closed union a compile error; at run time it is our own bug. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`)
}
