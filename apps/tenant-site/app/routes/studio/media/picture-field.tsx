import type { PictureChoice } from '@residency/domain/media'
import { useTranslation } from '@residency/i18n/react'

/** One picture of the library, or none: radio buttons with the pictures on them, so that arrow keys choose and no script is needed. */
export function PictureField({
  name,
  label,
  value,
  pictures,
  error,
}: {
  name: string
  label: string
  value: string
  pictures: PictureChoice[]
  error?: string
}) {
  const { t } = useTranslation('studioMedia')
  const chosen = pictures.find((picture) => picture.id === value)
  return (
    <fieldset className="picture-choice field" data-wrong={error ? '' : undefined} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{label}</legend>
      {error ? (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
      {/* Chosen pictures stand first: what is used is in sight without opening anything. */}
      <div className="picture-options">
        <label className="picture-option">
          <input type="radio" name={name} value="" defaultChecked={!chosen} />
          <span className="picture-none">{t('choice.none')}</span>
        </label>
        {(chosen ? [chosen, ...pictures.filter((picture) => picture !== chosen)] : pictures).map((picture) => (
          <label key={picture.id} className="picture-option">
            <input type="radio" name={name} value={picture.id} defaultChecked={picture === chosen} />
            <img
              src={`/media/${picture.id}?w=160&f=webp`}
              alt={picture.label}
              title={picture.label}
              width={96}
              height={96}
              loading="lazy"
              style={{ background: picture.tone }}
            />
          </label>
        ))}
      </div>
      <p className="field-hint">
        <a href="/studio/media">{t('choice.add')}</a>
      </p>
    </fieldset>
  )
}
