import type { Tenant } from '../local-tenant/tenant.ts'
import type { Deployment } from './deployment.ts'

/** The installation the local tenant plays: its own sites as forums, and ids that need no registration anywhere. */
export function describeLocalDeployment(tenant: Pick<Tenant, 'sites'>): Deployment {
  const sites = tenant.sites()
  return {
    appOrigin: 'https://moedetraad.example',
    hostTenantId: sites[0]?.tenantId ?? '',
    registrations: { 'forum-data': 'local', 'my-calendar': 'local' },
    forums: sites.map(({ id, name }) => ({ id, name })),
  }
}
