import { Form } from '@remix-run/react'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, Button, Section, SelectInput, Table, TextInput } from '@residency/ui/studio'
import { useStudio } from '../layout.tsx'

interface Link {
  id: string
  label: string
  expiresAt: string | Date
  state: 'live' | 'expired' | 'revoked'
}

const days = [1, 7, 30, 90] as const

/** Links by which a mix is heard that is not public: for a promoter, a label, a friend. */
export function ListenLinks({
  links,
  busy,
  wrong,
  canMake,
}: {
  links: Link[]
  busy: boolean
  wrong: Record<string, string>
  canMake: boolean
}) {
  const { t } = useTranslation('studioMixes')
  const { timeZone } = useStudio()
  const format = useFormat()
  return (
    <Section title={t('links.title')} intro={t('links.intro')}>
      {canMake ? (
        <Form method="post" className="trim-form" key={links.length}>
          <TextInput name="label" label={t('links.label')} maxLength={80} autoComplete="off" error={wrong.label} />
          <SelectInput name="days" label={t('links.days')} defaultValue="7" error={wrong.days}>
            {days.map((count) => (
              <option key={count} value={count}>
                {t('links.dayCount', { count })}
              </option>
            ))}
          </SelectInput>
          <Button type="submit" name="intent" value="link" disabled={busy}>
            {t('links.make')}
          </Button>
        </Form>
      ) : null}
      <Table
        caption={t('links.title')}
        rows={links}
        rowKey={({ id }) => id}
        empty={<p className="field-hint">{t('links.none')}</p>}
        columns={[
          { key: 'label', label: t('links.label'), heading: true, cell: ({ label }) => label || t('links.unnamed') },
          {
            key: 'until',
            label: t('links.until'),
            width: '32%',
            cell: ({ expiresAt }) => format.dateTime(expiresAt, { timeZone, style: 'medium' }),
          },
          {
            key: 'state',
            label: t('state'),
            width: '16%',
            cell: ({ state }) => <Badge tone={state === 'live' ? 'good' : 'plain'}>{t(`links.${state}`)}</Badge>,
          },
          {
            key: 'tools',
            label: t('links.revoke'),
            hiddenLabel: true,
            width: '18%',
            cell: ({ id, label, state }) =>
              canMake && state === 'live' ? (
                <Form method="post">
                  <input type="hidden" name="linkId" value={id} />
                  <Button
                    type="submit"
                    name="intent"
                    value="revoke"
                    weight="quiet"
                    disabled={busy}
                    aria-label={t('links.revokeWhat', { label: label || t('links.unnamed') })}
                  >
                    {t('links.revoke')}
                  </Button>
                </Form>
              ) : null,
          },
        ]}
      />
    </Section>
  )
}
