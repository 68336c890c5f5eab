import { ServiceError } from '../workflows/failure.ts'

const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]']

/** An address Graph hands out for an upload or a download, checked to be https (or on this machine). It carries its own right: no token goes there. */
export function outsideAddress(address: string): string {
  const { protocol, hostname } = URL.canParse(address) ? new URL(address) : { protocol: '', hostname: '' }
  if (protocol === 'https:' || (protocol === 'http:' && THIS_MACHINE.includes(hostname))) return address
  throw new ServiceError({ kind: 'unavailable' }, { cause: 'Graph gave no usable address.' })
}
