import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** The rules of WCAG 2.2 AA and what axe calls good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Fails when axe finds something in the page or in its frames. `within` narrows to a part; in a frame the path is
 * written from the outside in, e.g. [['iframe[title="Mødetråd"]', 'main']].
 */
export async function expectNoAxeViolations(
  page: Page,
  { within, except = [] }: { readonly within?: string | string[]; readonly except?: readonly string[] } = {},
): Promise<void> {
  const builder = new AxeBuilder({ page }).withTags(tags).disableRules([...except])
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze()
  const sentences = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  at ${node.target.join(' >> ')}\n  ${node.html.slice(0, 200)}`),
  )
  if (sentences.length > 0) throw new Error(`axe found ${sentences.length}:\n${sentences.join('\n')}`)
}
