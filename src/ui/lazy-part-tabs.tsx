import { type ComponentProps, lazy, Suspense } from 'react'
import styles from './part-tabs.module.css'
import type { PartTabs } from './part-tabs.tsx'

const Tabs = lazy(async () => ({
  default: (await import('./part-tabs.tsx')).PartTabs as (props: TabsProps) => React.JSX.Element,
}))

type TabsProps = ComponentProps<typeof PartTabs<string>>

/** The tabs, fetched right after the first paint: what is chosen at first can be read without them. */
export function LazyPartTabs<Part extends string>(props: ComponentProps<typeof PartTabs<Part>>) {
  return (
    <div className={styles['bar']}>
      <Suspense>
        <Tabs {...(props as unknown as TabsProps)} />
      </Suspense>
    </div>
  )
}
