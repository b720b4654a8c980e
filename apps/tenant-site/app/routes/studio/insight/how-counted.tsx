import { useFormat, useTranslation } from '@residency/i18n/react'
import { Section } from '@residency/ui/studio'

/** What the words above mean, and what is left out of them. */
export function HowCounted({ apart }: { apart: { crew: number; bots: number; feed: number } }) {
  const { t } = useTranslation('studioInsight')
  const format = useFormat()
  return (
    <Section title={t('how.title')}>
      <ul className="insight-notes">
        <li>{t('how.play')}</li>
        <li>{t('how.crew', { crew: format.number(apart.crew), bots: format.number(apart.bots) })}</li>
        <li>{t('how.feed', { feed: format.number(apart.feed) })}</li>
        <li>{t('how.listener')}</li>
        <li>{t('how.place')}</li>
      </ul>
    </Section>
  )
}
