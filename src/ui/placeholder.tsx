import styles from './placeholder.module.css'

/** Grey lines in the shape of what comes; silent for screen readers but for one label. */
export function Placeholder({ label, lines }: { label: string; lines: number }) {
  return (
    <div aria-busy="true" aria-label={label} className={styles['box']} role="status">
      {[...Array(lines).keys()].map((line) => (
        <div className={styles['line']} key={line} />
      ))}
    </div>
  )
}
