import { Form, useLocation } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { Button } from '@residency/ui/studio'

interface Props {
  from: string
  to: string
  days: number
  /** The tenant's own today, YYYY-MM-DD: where the ready-made periods end. */
  today: string
}

const ready = [
  { key: 'week', days: 7 },
  { key: 'month', days: 28 },
  { key: 'quarter', days: 90 },
  { key: 'year', days: 365 },
] as const

const dayMs = 24 * 60 * 60_000
const daysBack = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - (days - 1) * dayMs).toISOString().slice(0, 10)

/** Which days: four ready ones as links, any others as a form that works without scripts. */
export function PeriodNav({ from, to, days, today }: Props) {
  const { t } = useTranslation('studioInsight')
  const { pathname } = useLocation()
  return (
    <nav className="insight-period" aria-label={t('period.label')}>
      <ul>
        {ready.map(({ key, days: many }) => (
          <li key={key}>
            <a
              href={`${pathname}?from=${daysBack(today, many)}&to=${today}`}
              aria-current={to === today && days === many ? 'true' : undefined}
            >
              {t(`period.${key}`)}
            </a>
          </li>
        ))}
      </ul>
      <Form method="get" key={`${from}-${to}`}>
        <label>
          {t('period.from')}
          <input type="date" name="from" defaultValue={from} max={today} required />
        </label>
        <label>
          {t('period.to')}
          <input type="date" name="to" defaultValue={to} max={today} required />
        </label>
        <Button type="submit">{t('period.show')}</Button>
      </Form>
    </nav>
  )
}
