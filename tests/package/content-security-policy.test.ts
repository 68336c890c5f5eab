import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../src/entry/content-security-policy.ts'

const deployment = {
  forums: [
    { id: 'eksempel.sharepoint.com,1,2', name: 'Chefforum' },
    { id: 'eksempel.sharepoint.com,3,4', name: 'Driftsforum' },
    { id: "evil.example; script-src 'unsafe-inline',5,6", name: 'Falsk' },
  ],
}

function directives(mode: 'production' | 'local'): Map<string, string[]> {
  const parts = contentSecurityPolicy(deployment, mode).split('; ')
  return new Map(parts.map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]))
}

test.each(['production', 'local'] as const)('%s: neither inline nor eval nor wildcards for scripts', (mode) => {
  const policy = contentSecurityPolicy(deployment, mode)
  expect(policy).not.toMatch(/unsafe-|javascript:|http:/)
  expect(directives(mode).get('default-src')).toEqual(["'none'"])
  expect(directives(mode).get('script-src')?.join(' ')).not.toContain('*')
  expect(directives(mode).get('object-src')).toEqual(["'none'"])
  expect(directives(mode).get('base-uri')).toEqual(["'none'"])
})

test('[F8.1] Teams, Outlook and Microsoft 365 may frame the pages, others may not', () => {
  const ancestors = directives('production').get('frame-ancestors') ?? []
  expect(ancestors).toContain('https://*.cloud.microsoft')
  expect(ancestors).toContain('https://teams.microsoft.com')
  expect(ancestors).toContain('https://outlook.office365.com')
  expect(ancestors).not.toContain('*')
  expect(directives('local').get('frame-ancestors')).toEqual(["'self'"])
})

test("[F8.2] calls go to Graph, sign-in, Teams' list of hosts and the forums' own SharePoint", () => {
  expect(directives('production').get('connect-src')).toEqual([
    "'self'",
    'https://graph.microsoft.com',
    'https://login.microsoftonline.com',
    'https://res.cdn.office.net',
    'https://eksempel.sharepoint.com',
  ])
  expect(directives('local').get('connect-src')).toEqual(["'self'"])
})

test('the only inline style let in is an empty one', () => {
  const hash = createHash('sha256').update('').digest('base64')
  expect(directives('production').get('style-src')).toEqual(["'self'", `'sha256-${hash}'`])
})
