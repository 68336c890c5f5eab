import { ServiceError } from '../workflows/failure.ts'

/** An address Graph hands out for an upload or a download, checked to be https. It carries its own right: no token goes there. */
export function outsideAddress(address: string): string {
  if (URL.canParse(address) && new URL(address).protocol === 'https:') return address
  throw new ServiceError({ kind: 'unavailable' }, { cause: 'Graph gave no usable address.' })
}
