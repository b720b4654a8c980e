import { Form } from '@remix-run/react'
import type { Locale } from '@residency/config/locales'
import { localeNames } from '@residency/i18n'
import { useTranslation } from '@residency/i18n/react'
import { SelectInput, TextInput } from '@residency/ui/site'
import { FormNotice } from './form-notice.tsx'
import { Submit } from './submit.tsx'
import { useForm } from './use-account.ts'

interface Props {
  profile: { name: string; locale: Locale | null; timeZone: string | null }
  zones: string[]
  siteZone: string
  locales: Locale[]
}

const readable = (zone: string): string => zone.replaceAll('_', ' ')

/** Zones by their continent: four hundred in one row nobody reads. */
function byRegion(zones: string[]): [region: string, zones: string[]][] {
  const groups = new Map<string, string[]>()
  for (const zone of zones) {
    const region = zone.includes('/') ? (zone.split('/')[0] ?? zone) : 'UTC'
    groups.set(region, [...(groups.get(region) ?? []), zone])
  }
  return [...groups]
}

export function ProfileForm({ profile, zones, siteZone, locales }: Props) {
  const { t } = useTranslation('account')
  const { problem, error, typed } = useForm()
  const { done } = useForm('profile')
  return (
    <Form method="post" className="account-form">
      <FormNotice problem={problem} done={done ? t('profile.saved') : null} />
      <TextInput
        name="name"
        label={t('field.name')}
        hint={t('field.nameHint')}
        autoComplete="nickname"
        required
        maxLength={60}
        defaultValue={typed('name') ?? profile.name}
        error={error('name')}
      />
      <SelectInput name="locale" label={t('field.language')} defaultValue={typed('locale') ?? profile.locale ?? ''} error={error('locale')}>
        <option value="">{t('field.languageAuto')}</option>
        {locales.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {localeNames[locale]}
          </option>
        ))}
      </SelectInput>
      <SelectInput
        name="timeZone"
        label={t('field.timeZone')}
        defaultValue={typed('timeZone') ?? profile.timeZone ?? ''}
        error={error('timeZone')}
      >
        <option value="">{t('field.timeZoneAuto', { zone: readable(siteZone) })}</option>
        {byRegion(zones).map(([region, own]) => (
          <optgroup key={region} label={region}>
            {own.map((zone) => (
              <option key={zone} value={zone}>
                {readable(zone)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectInput>
      <Submit>{t('profile.save')}</Submit>
    </Form>
  )
}
