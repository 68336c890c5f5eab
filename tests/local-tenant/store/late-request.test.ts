import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { chefforum } from '../../../src/local-tenant/seeds/forums.ts'
import { buildWorld } from '../../../src/local-tenant/seeds/index.ts'
import { openTenant, type Tenant } from '../../../src/local-tenant/tenant.ts'

function propose(tenant: Tenant, key: string): Promise<Response> {
  const answer = tenant.issueToken({ personId: 'lone', registration: 'forum-data' })
  const token = answer.kind === 'token' ? answer.accessToken : ''
  return tenant.handle(
    new Request(`https://graph.microsoft.com/v1.0/sites/${chefforum.siteId}/lists/Proposals/items`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ fields: { ProposalKey: key, Title: 'Prøve' } }),
    }),
  )
}

test('a request that is answered after the end of a tenant does not hold up the next one', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'late-request-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const now = () => new Date('2026-09-10T07:00:00Z')
  const open = () => openTenant({ dataDir, now, world: buildWorld('tom', now()) })
  const first = open()
  expect((await propose(first, 'first')).status).toBe(201)
  const late = propose(first, 'late')
  first.close()
  await expect(late).rejects.toThrow()
  const second = open()
  expect((await propose(second, 'second')).status).toBe(201)
  second.close()
})
