import { useTranslation } from '@residency/i18n/react'
import { Button, Section, TextArea } from '@residency/ui/studio'
import { useEffect, useState } from 'react'
import { embedCode, embedPath } from '../../../shape/embed.ts'
import { useStudio } from '../layout.tsx'

/** What somebody puts into their own page to show this mix there. */
export function EmbedCode({ mix }: { mix: { id: string; title: string } }) {
  const { origin, name } = useStudio()
  const { t } = useTranslation('studioFanClub')
  const [copied, setCopied] = useState<boolean | null>(null)
  // Only where scripts run and the browser has a clipboard is there anything to press.
  const [mayCopy, setMayCopy] = useState(false)
  useEffect(() => setMayCopy(Boolean(navigator.clipboard)), [])
  const code = embedCode({ src: origin + embedPath(mix.id), title: `${mix.title} · ${name}` })
  return (
    <Section title={t('embed.title')} intro={t('embed.intro')}>
      <TextArea
        name="embed-code"
        label={t('embed.code')}
        readOnly
        rows={4}
        spellCheck={false}
        value={code}
        onFocus={(event) => event.target.select()}
      />
      {mayCopy ? (
        <p>
          <Button
            type="button"
            onClick={() =>
              navigator.clipboard.writeText(code).then(
                () => setCopied(true),
                () => setCopied(false),
              )
            }
          >
            {t('embed.copy')}
          </Button>{' '}
          <span role="status">{copied === null ? '' : t(copied ? 'embed.copied' : 'embed.notCopied')}</span>
        </p>
      ) : null}
    </Section>
  )
}
