import styles from './new-mark.module.css'
import { useTexts } from './texts/texts.tsx'

/** Says that something has come or changed since it was last read. */
export function NewMark() {
  const texts = useTexts()
  return <span className={styles['mark']}>{texts.reading.isNew}</span>
}
