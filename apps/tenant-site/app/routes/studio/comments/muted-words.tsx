import { Form } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { Button, Section, TextArea } from '@residency/ui/studio'

/** The words that hold a comment back until somebody has looked. */
export function MutedWords({ words, error, busy }: { words: string; error: string | undefined; busy: boolean }) {
  const { t } = useTranslation('studioCommunity')
  return (
    <Section title={t('muted.title')} intro={t('muted.intro')}>
      <Form method="post" key={words} className="stack" preventScrollReset>
        <TextArea
          name="words"
          label={t('muted.label')}
          hint={t('muted.hint')}
          error={error}
          defaultValue={words}
          rows={5}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <p>
          <Button type="submit" name="intent" value="mute" disabled={busy}>
            {t('muted.save')}
          </Button>
        </p>
      </Form>
    </Section>
  )
}
