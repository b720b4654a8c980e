import type { PictureChoice } from '@residency/domain/media'
import { localeNames, locales } from '@residency/i18n'
import { useTranslation } from '@residency/i18n/react'
import { Section, SelectInput, TextArea, TextInput } from '@residency/ui/studio'
import type { ReactNode } from 'react'
import { useStudio } from '../layout.tsx'
import { PictureField } from '../media/picture-field.tsx'
import type { TypedEvent } from './typed-event.ts'

export interface EventChoices {
  pictures: PictureChoice[]
  zones: string[]
  countries: { code: string; name: string }[]
  currencies: string[]
  currency: string
  timeZone: string
}

interface Props {
  typed: TypedEvent
  choices: EventChoices
  wrong: Record<string, string>
  /** The address, which a new event has not got yet. */
  address?: ReactNode
}

/** Everything about an event as plain fields. Times are the venue's own: what is on the poster. */
export function EventFields({ typed, choices, wrong, address }: Props) {
  const { locales: offered } = useStudio()
  const { t } = useTranslation('studioEvents')
  const field = (name: string) => ({ name, error: wrong[name], defaultValue: typed[name] ?? '' })
  return (
    <>
      <Section title={t('parts.what')}>
        <TextInput {...field('title')} label={t('fields.title')} required maxLength={160} />
        {offered.map((locale) => (
          <TextArea
            key={locale}
            {...field(`description.${locale}`)}
            lang={locale}
            rows={4}
            maxLength={1_800}
            label={t('descriptionIn', { language: localeNames[locale] })}
          />
        ))}
        {locales
          .filter((locale) => !offered.includes(locale))
          .map((locale) => (
            <input key={locale} type="hidden" name={`description.${locale}`} value={typed[`description.${locale}`] ?? ''} />
          ))}
        <PictureField
          name="imageId"
          label={t('fields.imageId')}
          value={typed.imageId ?? ''}
          pictures={choices.pictures}
          error={wrong.imageId}
        />
      </Section>
      <Section title={t('parts.when')} intro={t('whenIntro')}>
        <div className="field-pair">
          <TextInput {...field('startsAt')} type="datetime-local" label={t('fields.startsAt')} required />
          <TextInput {...field('endsAt')} type="datetime-local" label={t('fields.endsAt')} hint={t('endsHint')} />
        </div>
        {(['starts', 'ends'] as const).map((which) =>
          typed[`${which}Turn`] ? (
            <SelectInput key={which} {...field(`${which}Turn`)} label={t(`turnOf.${which}`)} hint={t('turnHint')}>
              <option value="first">{t('turns.first')}</option>
              <option value="second">{t('turns.second')}</option>
            </SelectInput>
          ) : null,
        )}
        <SelectInput {...field('timeZone')} defaultValue={typed.timeZone || choices.timeZone} label={t('fields.timeZone')}>
          {choices.zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectInput>
      </Section>
      <Section title={t('parts.where')}>
        <TextInput {...field('venue')} label={t('fields.venue')} required maxLength={160} autoComplete="off" />
        <div className="field-pair">
          <TextInput {...field('city')} label={t('fields.city')} required maxLength={120} autoComplete="off" />
          <SelectInput {...field('country')} label={t('fields.country')} required>
            <option value="">{t('choose')}</option>
            {choices.countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectInput>
        </div>
      </Section>
      <Section title={t('parts.tickets')} intro={t('ticketsIntro')}>
        <TextInput
          {...field('ticketUrl')}
          type="url"
          inputMode="url"
          label={t('fields.ticketUrl')}
          placeholder="https://"
          maxLength={500}
          autoComplete="off"
        />
        <div className="field-pair">
          <TextInput
            {...field('price')}
            error={wrong.price ?? wrong['price.amountMinor']}
            inputMode="decimal"
            label={t('fields.price')}
            hint={t('priceHint')}
            maxLength={12}
            autoComplete="off"
          />
          <SelectInput
            {...field('currency')}
            error={wrong.currency ?? wrong['price.currency']}
            defaultValue={typed.currency || choices.currency}
            label={t('fields.currency')}
          >
            {choices.currencies.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </SelectInput>
        </div>
      </Section>
      {address}
    </>
  )
}
