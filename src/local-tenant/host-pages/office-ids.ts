/** Graph's form of an Exchange id: its base64 in the alphabet that is safe in addresses (PLATFORM F3.2). */
export function toRestId(ewsId: string): string {
  return ewsId.replaceAll('/', '-').replaceAll('+', '_')
}

/** Exchange's form of one of Graph's ids. */
export function toEwsId(restId: string): string {
  return restId.replaceAll('-', '/').replaceAll('_', '+')
}
