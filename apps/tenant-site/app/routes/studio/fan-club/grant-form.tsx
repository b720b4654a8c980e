import { Form } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { Button, SelectInput, TextInput } from '@residency/ui/studio'

interface Props {
  tiers: { id: string; name: string }[]
  typed: Record<string, string>
  wrong: Record<string, string>
  busy: boolean
}

/** Lets a fan in by hand. */
export function GrantForm({ tiers, typed, wrong, busy }: Props) {
  const { t } = useTranslation('studioFanClub')
  if (tiers.length === 0) return <p>{t('noOpenTiers')}</p>
  return (
    <Form method="post" className="stack" preventScrollReset>
      <input type="hidden" name="intent" value="grant" />
      <TextInput name="email" type="email" autoComplete="off" required label={t('email')} error={wrong.email} defaultValue={typed.email} />
      <SelectInput name="tierId" label={t('tier')} error={wrong.tierId} defaultValue={typed.tierId}>
        {tiers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectInput>
      <TextInput
        name="lastDay"
        type="date"
        label={t('lastDay')}
        hint={t('lastDayHint')}
        error={wrong.lastDay}
        defaultValue={typed.lastDay}
      />
      <TextInput
        name="note"
        label={t('note')}
        hint={t('noteHint')}
        maxLength={300}
        autoComplete="off"
        error={wrong.note}
        defaultValue={typed.note}
      />
      <p>
        <Button type="submit" weight="main" busy={busy}>
          {t('grantNow')}
        </Button>
      </p>
    </Form>
  )
}
