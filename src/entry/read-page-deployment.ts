import { invariant } from '../shared/invariant.ts'
import type { Deployment } from './deployment.ts'

/** The deployment that was put into this page when it was built or served. */
export function readPageDeployment(): Deployment {
  const element = document.getElementById('deployment')
  invariant(element?.textContent, 'the page was served without its deployment')
  return JSON.parse(element.textContent) as Deployment
}
