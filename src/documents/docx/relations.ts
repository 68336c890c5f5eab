import type { DocumentPackage } from '../package/open-package.ts'
import type { ReadBudget } from '../read-budget.ts'
import { readXmlTree } from '../xml/read-xml.ts'
import { childrenNamed } from '../xml/walk-xml.ts'

/** One row of a `.rels` part: where it points, and whether that is outside the package. */
export type Relation = { readonly kind: string; readonly target: string; readonly isExternal: boolean }

/** Reads the relations of a part; targets inside the package as part names. None when the part has no `.rels`. */
export async function readRelations(
  source: DocumentPackage,
  part: string,
  budget: ReadBudget,
): Promise<ReadonlyMap<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const bytes = source.readPart(`${folder}_rels/${part.slice(folder.length)}.rels`)
  const relations = new Map<string, Relation>()
  if (bytes === null) return relations
  for (const element of childrenNamed(await readXmlTree(bytes, budget))) {
    const { Id = '', Type = '', Target = '', TargetMode = '' } = element.attributes
    const isExternal = TargetMode === 'External'
    // The kinds differ between transitional and strict only before the last slash.
    const kind = Type.slice(Type.lastIndexOf('/') + 1)
    relations.set(Id, { kind, target: isExternal ? Target : resolvePart(folder, Target), isExternal })
  }
  return relations
}

/** Target of the first relation of that kind inside the package, or null. */
export function partOfKind(relations: ReadonlyMap<string, Relation>, kind: string): string | null {
  for (const relation of relations.values()) if (relation.kind === kind && !relation.isExternal) return relation.target
  return null
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
