import type { PictureChoice } from '@residency/domain/media'
import { useTranslation } from '@residency/i18n/react'
import { Button, Checkbox, SelectInput, TextInput } from '@residency/ui/studio'
import { type ReactNode, useState } from 'react'
import { PictureField } from '../media/picture-field.tsx'

const kinds = ['genre', 'moods', 'artworkId', 'exclusiveTierId'] as const

/** What is done to all that are ticked above: one thing at a time, and each can be taken back. */
export function BulkEdit({ pictures, tiers, busy }: { pictures: PictureChoice[]; tiers: { id: string; name: string }[]; busy: boolean }) {
  const { t } = useTranslation('studioMixes')
  const [kind, setKind] = useState<(typeof kinds)[number]>('genre')
  const fields: Record<(typeof kinds)[number], ReactNode> = {
    genre: <TextInput name="genre" label={t('fields.genre')} maxLength={60} autoComplete="off" />,
    moods: <TextInput name="moods" label={t('fields.moods')} hint={t('moodsHint')} maxLength={300} autoComplete="off" />,
    artworkId: <PictureField name="artworkId" label={t('fields.artworkId')} value="" pictures={pictures.slice(0, 24)} />,
    exclusiveTierId: (
      <SelectInput name="exclusiveTierId" label={t('fields.exclusiveTierId')}>
        <option value="">{t('everybody')}</option>
        {tiers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectInput>
    ),
  }
  return (
    <details className="bulk">
      <summary>{t('bulk.title')}</summary>
      <p className="field-hint">{t('bulk.intro')}</p>
      <div className="bulk-row">
        <SelectInput name="what" label={t('bulk.what')} value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
          {kinds.map((name) => (
            <option key={name} value={name}>
              {t(`fields.${name}`)}
            </option>
          ))}
        </SelectInput>
        {/* Without scripts nothing hides the others: only the one that was chosen is read. */}
        {kinds.map((name) => (
          <div key={name} className={name === kind ? undefined : 'bulk-other'}>
            {fields[name]}
          </div>
        ))}
        <Button type="submit" name="intent" value="edit" disabled={busy}>
          {t('bulk.apply')}
        </Button>
      </div>
      <div className="bulk-row">
        <Checkbox name="declared" label={t('rights.declareMany')} hint={t('rights.text')} />
        <Button type="submit" name="intent" value="publish" disabled={busy}>
          {t('bulk.publish')}
        </Button>
        <Button type="submit" name="intent" value="withdraw" weight="quiet" disabled={busy}>
          {t('bulk.withdraw')}
        </Button>
      </div>
    </details>
  )
}
