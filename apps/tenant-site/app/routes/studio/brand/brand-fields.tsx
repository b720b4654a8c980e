import { type BrandRecord, families, homeSections, presetNames } from '@residency/brand'
import { localeNames, locales } from '@residency/i18n'
import { useTranslation } from '@residency/i18n/react'
import { Checkbox, SelectInput, TextInput } from '@residency/ui/studio'
import { choices } from './brand-form.ts'

interface Props {
  record: BrandRecord
  pictures: { id: string; label: string }[]
}

const familyName = (id: string): string => (id in families ? families[id as keyof typeof families].name : id)

function Colour({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="colour-field">
      <input type="color" name={name} defaultValue={value} />
      <span>{label}</span>
    </label>
  )
}

function Picture({ name, label, value, pictures }: { name: string; label: string; value: string | null; pictures: Props['pictures'] }) {
  const { t } = useTranslation('studioBrand')
  return (
    <div className="picture-field">
      {value ? (
        <img src={`/media/${value}?w=160&f=webp`} alt="" width={56} height={56} />
      ) : (
        <span className="picture-none" aria-hidden="true" />
      )}
      <SelectInput name={name} label={label} defaultValue={value ?? ''}>
        <option value="">{t('none')}</option>
        {pictures.map((picture) => (
          <option key={picture.id} value={picture.id}>
            {picture.label}
          </option>
        ))}
      </SelectInput>
    </div>
  )
}

/** Every part of the brand as plain fields: they work without scripts, and each is one question. */
export function BrandFields({ record, pictures }: Props) {
  const { t } = useTranslation('studioBrand')
  const { colours, imagery, type } = record
  const select = (name: 'typeScale' | 'radius' | 'density', options: readonly string[]) => (
    <SelectInput name={name} label={t(`fields.${name}`)} defaultValue={record[name]}>
      {options.map((option) => (
        <option key={option} value={option}>
          {t(`${name}.${option}` as 'density.tight')}
        </option>
      ))}
    </SelectInput>
  )
  return (
    <>
      <fieldset className="stack">
        <legend>{t('groups.words')}</legend>
        <TextInput name="name" label={t('fields.name')} defaultValue={record.name} required maxLength={80} />
        {locales.map((locale) => (
          <TextInput
            key={locale}
            name={`tagline.${locale}`}
            lang={locale}
            label={t('taglineIn', { language: localeNames[locale] })}
            defaultValue={record.tagline[locale] ?? ''}
            maxLength={140}
          />
        ))}
      </fieldset>
      <fieldset className="stack">
        <legend>{t('groups.preset')}</legend>
        <div className="preset-choices">
          {presetNames.map((name) => (
            <label key={name} className={`preset-choice preset-choice-${name}`}>
              <input type="radio" name="preset" value={name} defaultChecked={record.preset === name} />
              <strong>{t(`presets.${name}.name`)}</strong>
              <small>{t(`presets.${name}.text`)}</small>
            </label>
          ))}
        </div>
        <SelectInput name="mode" label={t('fields.mode')} defaultValue={record.mode}>
          {(['dark', 'light', 'auto'] as const).map((mode) => (
            <option key={mode} value={mode}>
              {t(`modes.${mode}`)}
            </option>
          ))}
        </SelectInput>
      </fieldset>
      <fieldset className="stack">
        <legend>{t('groups.colours')}</legend>
        <div className="colour-fields">
          <Colour name="accent" label={t('colours.accent')} value={colours.accent} />
          <Colour name="second" label={t('colours.second')} value={colours.second} />
          <Colour name="groundDark" label={t('colours.groundDark')} value={colours.ground.dark} />
          <Colour name="groundLight" label={t('colours.groundLight')} value={colours.ground.light} />
        </div>
        <Checkbox
          name="ownInk"
          label={t('colours.ownInk')}
          hint={t('colours.ownInkHint')}
          defaultChecked={colours.ink.dark !== null || colours.ink.light !== null}
        />
        <div className="colour-fields">
          <Colour name="inkDark" label={t('colours.inkDark')} value={colours.ink.dark ?? '#f4f4f4'} />
          <Colour name="inkLight" label={t('colours.inkLight')} value={colours.ink.light ?? '#111111'} />
        </div>
      </fieldset>
      <fieldset className="stack">
        <legend>{t('groups.type')}</legend>
        {(['display', 'body'] as const).map((part) => (
          <SelectInput key={part} name={part} label={t(`type.${part}`)} defaultValue={type[part]}>
            {choices[part].map((id) => (
              <option key={id} value={id}>
                {id === 'preset' ? t('asPreset') : familyName(id)}
              </option>
            ))}
          </SelectInput>
        ))}
        {select('typeScale', ['quiet', 'regular', 'loud'])}
        {select('density', ['tight', 'regular', 'airy'])}
        {select('radius', ['preset', 'none', 'small', 'large'])}
      </fieldset>
      <fieldset className="stack">
        <legend>{t('groups.pictures')}</legend>
        <Picture name="logoId" label={t('fields.logoId')} value={record.logoId} pictures={pictures} />
        <Picture name="coverId" label={t('fields.coverId')} value={record.coverId} pictures={pictures} />
        <Picture name="iconId" label={t('fields.iconId')} value={record.iconId} pictures={pictures} />
        <p>
          <a href="/studio/media">{t('addPictures')}</a>
        </p>
        <SelectInput name="treatment" label={t('fields.imagery')} defaultValue={imagery.treatment}>
          {(['preset', 'plain', 'mono'] as const).map((treatment) => (
            <option key={treatment} value={treatment}>
              {t(`treatment.${treatment}`)}
            </option>
          ))}
        </SelectInput>
        <label className="range-field">
          <span>{t('strength')}</span>
          <input type="range" name="strength" min={0} max={100} step={5} defaultValue={Math.round(imagery.strength * 100)} />
        </label>
      </fieldset>
      <fieldset className="stack">
        <legend>{t('groups.sections')}</legend>
        <p>{t('sectionsText')}</p>
        {homeSections.map((name) => (
          <SelectInput
            key={name}
            name={`section.${name}`}
            label={t(`sections.${name}`)}
            defaultValue={String(record.sections.indexOf(name) + 1)}
          >
            <option value="0">{t('hidden')}</option>
            {homeSections.map((other, index) => (
              <option key={other} value={index + 1}>
                {t('place', { place: index + 1 })}
              </option>
            ))}
          </SelectInput>
        ))}
      </fieldset>
      <fieldset className="stack">
        <legend>{t('groups.announcement')}</legend>
        <Checkbox name="announcementActive" label={t('announcementActive')} defaultChecked={record.announcement?.active ?? false} />
        {locales.map((locale) => (
          <TextInput
            key={locale}
            name={`announcement.${locale}`}
            lang={locale}
            label={t('announcementIn', { language: localeNames[locale] })}
            defaultValue={record.announcement?.text[locale] ?? ''}
            maxLength={200}
          />
        ))}
        <TextInput
          name="announcementHref"
          label={t('announcementHref')}
          defaultValue={record.announcement?.href ?? ''}
          hint={t('announcementHrefHint')}
          maxLength={500}
        />
      </fieldset>
    </>
  )
}
