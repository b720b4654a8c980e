import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './controls.tsx'

export interface Difference {
  field: string
  yours: ReactNode
  theirs: ReactNode
}

/** Two people wrote at once: who, what differs, side by side, and which to keep. Nothing is thrown away before one chooses. */
export function DiffNotice({
  title: given,
  name = '',
  differences,
  onKeepYours,
  onTakeTheirs,
  busy = false,
}: {
  /** What happened, in words; made of `name` when it is not given. */
  title?: string
  /** Who saved in between. */
  name?: string
  differences: Difference[]
  onKeepYours: () => void
  onTakeTheirs: () => void
  busy?: boolean
}) {
  const { t } = useTranslation('common')
  const title = given ?? t('frame.collisionTitle', { name })
  return (
    <section className="diff" role="alert" aria-label={title}>
      <h2>{title}</h2>
      <p>{t('frame.collisionText')}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('frame.collisionWhat')}</th>
            <th scope="col">{t('frame.collisionYours')}</th>
            <th scope="col">{t('frame.collisionTheirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.field}>
              <th scope="row">{difference.field}</th>
              <td data-label={t('frame.collisionYours')}>{difference.yours}</td>
              <td data-label={t('frame.collisionTheirs')}>{difference.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="diff-actions">
        <Button weight="main" busy={busy} onClick={onKeepYours}>
          {t('frame.keepYours')}
        </Button>
        <Button disabled={busy} onClick={onTakeTheirs}>
          {t('frame.takeTheirs')}
        </Button>
      </p>
    </section>
  )
}
